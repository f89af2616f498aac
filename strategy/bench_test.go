package strategy_test

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy"
)

func kassel(t testing.TB) strategy.Brief {
	t.Helper()
	data, err := os.ReadFile("../examples/kassel/brief.json")
	require.NoError(t, err)
	b, err := strategy.ReadBrief(bytes.NewReader(data))
	require.NoError(t, err)
	return b
}

var june = time.Date(2024, time.June, 3, 12, 0, 0, 0, time.UTC)

func BenchmarkAssess(b *testing.B) {
	brief := kassel(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := strategy.Assess(brief, june); err != nil {
			b.Fatal(err)
		}
	}
}
