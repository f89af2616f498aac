package insights_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// FuzzRead reads anything as any export: no panic, and either an error and
// nothing else or records that are what a record can be.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*_*")
	require.NoError(f, err)
	require.NotEmpty(f, names)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		for numbers := range uint8(3) {
			f.Add(data, numbers)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, numbers uint8) {
		e, err := insights.Read(bytes.NewReader(data), insights.Options{
			Location: time.UTC, ExportedOn: measure.MustDate("2026-02-28"), Numbers: insights.Numbers(numbers % 3),
		})
		if err != nil {
			assert.Equal(t, insights.Export{}, e)
			return
		}
		var l check.List
		for _, v := range e.Videos {
			v.Check(&l, "")
		}
		require.NoError(t, l.Err())
		for _, w := range e.Warnings {
			require.NoError(t, w.Verify())
		}
		_, err = json.Marshal(e)
		require.NoError(t, err)
	})
}
