package agency

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
)

// The short table gives the same lead time as asking procurement for every value.
func TestAwardAgainstProcurement(t *testing.T) {
	values := []measure.Euro{0, 1, 1_000_00, 1_000_01, 15_000_00, 15_000_01, 50_000_00, 50_000_01, 100_000_00, 100_000_01, 140_000_00, 216_000_00, 215_999_99, 500_000_00}
	rapid.Check(t, func(t *rapid.T) {
		b := procurement.Buyer{Region: procurement.Region(rapid.IntRange(0, 17).Draw(t, "region")), Level: procurement.Level(rapid.IntRange(0, 4).Draw(t, "level"))}
		day := measure.MustDate("2023-06-01").AddDays(rapid.IntRange(0, 2000).Draw(t, "day"))
		a := newAward(b, day)
		for _, v := range append(values, measure.Euro(rapid.Int64Range(0, 300_000_00).Draw(t, "value"))) {
			n, err := procurement.Likely(b, day, v)
			require.NoError(t, err)
			s := a.of(v.Float())
			require.Equal(t, n.Procedure.LeadWeeks().P50(), s.weeks, "%v on %v: %v", b, day, v)
			require.Equal(t, float64(n.Procedure.OwnHours()), s.hours)
		}
	})
}
