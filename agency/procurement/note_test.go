package procurement

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// The cases follow the sources of the rules, the borders
// on both sides.
func TestLikelyByBuyerDayAndValue(t *testing.T) {
	federal := Buyer{Federal, Authority}
	for _, c := range []struct {
		buyer Buyer
		day   string
		value float64
		want  Procedure
	}{
		{federal, "2026-01-15", 15_000, DirectOrder},
		{federal, "2026-01-15", 15_000.01, National},
		{federal, "2024-12-01", 1_000, DirectOrder},
		{federal, "2024-12-01", 1_001, National},
		{federal, "2025-06-01", 15_000, DirectOrder},
		{federal, "2026-06-01", 15_000, DirectOrder},
		{federal, "2026-06-01", 40_000, Unknown}, // whether the 50,000 apply was not found
		{federal, "2026-06-01", 50_001, National},
		{federal, "2026-06-01", 140_000, EuropeanUnion},
		{federal, "2025-12-31", 142_999.99, National},
		{federal, "2025-12-31", 143_000, EuropeanUnion},
		{Buyer{NorthRhineWestphalia, Authority}, "2026-02-01", 50_000, DirectOrder},
		{Buyer{NorthRhineWestphalia, Authority}, "2026-01-31", 50_000, National},
		{Buyer{NorthRhineWestphalia, Municipality}, "2026-01-01", 90_000, Unbound},
		{Buyer{NorthRhineWestphalia, Municipality}, "2025-12-31", 90_000, Unknown},
		{Buyer{NorthRhineWestphalia, Municipality}, "2026-01-01", 216_000, EuropeanUnion},
		{Buyer{Bavaria, Municipality}, "2025-01-01", 100_000, DirectOrder},
		{Buyer{Bavaria, Municipality}, "2024-12-31", 100_000, Unknown},
		{Buyer{Bavaria, Authority}, "2029-12-31", 100_000, DirectOrder},
		{Buyer{Bavaria, Authority}, "2029-12-31", 300_000, National}, // no EU threshold known for that year
		{Buyer{Brandenburg, Municipality}, "2025-06-18", 100_000, DirectOrder},
		{Buyer{Thuringia, Municipality}, "2025-03-28", 30_000, DirectOrder},
		{Buyer{Thuringia, Municipality}, "2025-03-27", 30_000, Unknown},
		{Buyer{LowerSaxony, Municipality}, "2025-05-29", 20_001, National},
		{Buyer{Hesse, Municipality}, "2025-12-31", 10_001, National},
		{Buyer{Hesse, Municipality}, "2026-06-01", 10_001, Unknown},
		{Buyer{SaxonyAnhalt, Municipality}, "2025-11-15", 50_000, Unknown},
		{Buyer{SaxonyAnhalt, Municipality}, "2025-12-01", 50_000, DirectOrder},
		{Buyer{Hamburg, Authority}, "2026-06-01", 20_000, Unknown},
		{Buyer{Hamburg, Authority}, "2026-06-01", 216_000, EuropeanUnion},
		// 48 x 4,600 = 220,800: below the threshold on the last day of 2025, above it a day later
		{Buyer{Berlin, Authority}, "2025-12-31", 220_800, Unknown},
		{Buyer{Berlin, Authority}, "2026-01-01", 220_800, EuropeanUnion},
		{Buyer{Bavaria, GrantRecipient}, "2026-01-01", 500, Unknown},
		{Buyer{Bavaria, Private}, "2026-01-01", 500_000, Unbound},
		{Buyer{}, "2026-01-01", 500_000, Unknown},
		{Buyer{Bavaria, Municipality}, "2031-01-01", 500, Unknown},
	} {
		got, err := Likely(c.buyer, measure.MustDate(c.day), measure.MustEuros(c.value))
		require.NoError(t, err)
		assert.Equalf(t, c.want, got.Procedure, "%v on %s, %v euros", c.buyer, c.day, c.value)
		require.NoError(t, got.Reason.Verify())
		assert.NotContains(t, got.Reason.In(reason.German), "{")
	}
}

func TestLikelyRefusesNegativeValue(t *testing.T) {
	_, err := Likely(Buyer{Bavaria, Municipality}, measure.MustDate("2026-01-01"), -1)
	require.ErrorIs(t, err, check.ErrRange)
	assert.ErrorContains(t, err, "/value")
}

func TestLikelyZeroDateIsUnknown(t *testing.T) {
	n, err := Likely(Buyer{Bavaria, Municipality}, measure.Date{}, 1)
	require.NoError(t, err)
	assert.Equal(t, Unknown, n.Procedure)
	data, err := json.Marshal(n)
	require.NoError(t, err)
	assert.NotContains(t, string(data), `"date":""`)
}

func TestTableIsOrderedAndDoesNotOverlap(t *testing.T) {
	all := Rules()
	for i, r := range all {
		assert.Falsef(t, r.Until.Before(r.From), "row %d", i)
		assert.NotEmptyf(t, r.Source.Key, "row %d", i)
		assert.NotZerof(t, r.Source.Certainty, "row %d", i)
		assert.NotEmptyf(t, r.Levels, "row %d", i)
		for j, q := range all[:i] {
			assert.LessOrEqualf(t, q.Region, r.Region, "rows %d and %d", j, i)
			for _, l := range r.Levels {
				b := Buyer{r.Region, l}
				assert.Falsef(t, q.binds(b, r.From) || q.binds(b, r.Until), "rows %d and %d both bind %v", j, i, b)
			}
		}
	}
	all[0].DirectUpTo, all[0].Levels[0] = 0, Private
	assert.Equal(t, Authority, Rules()[0].Levels[0], "the table is not shared with callers")
}

func TestProcedureOnlyGrowsWithValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := Buyer{Region(rapid.IntRange(0, 17).Draw(t, "region")), Level(rapid.IntRange(0, 4).Draw(t, "level"))}
		day := measure.MustDate("2023-06-01").AddDays(rapid.IntRange(0, 2000).Draw(t, "day"))
		lo := measure.Euro(rapid.Int64Range(0, 300_000_00).Draw(t, "value"))
		hi := lo + measure.Euro(rapid.Int64Range(0, 300_000_00).Draw(t, "more"))
		a, err := Likely(b, day, lo)
		require.NoError(t, err)
		z, err := Likely(b, day, hi)
		require.NoError(t, err)
		if a.Procedure != Unknown && z.Procedure != Unknown {
			require.LessOrEqual(t, a.Procedure, z.Procedure)
		}
		_, err = json.Marshal(z)
		require.Equal(t, b.Region == 0 != (b.Level == 0), err != nil, "only half a buyer does not marshal")
	})
}

func TestEffort(t *testing.T) {
	for p := Unknown; p <= EuropeanUnion; p++ {
		assert.True(t, p.LeadWeeks().Known(), p)
		assert.Equal(t, measure.Assumed, p.LeadWeeks().Evidence())
		assert.Positive(t, float64(p.OwnHours()))
	}
	assert.False(t, Procedure(0).LeadWeeks().Known())
	assert.Zero(t, Procedure(9).OwnHours())
}

func TestWords(t *testing.T) {
	roundTrip(t, regionWords.All(), func(r *Region, b []byte) error { return r.UnmarshalText(b) })
	roundTrip(t, levelWords.All(), func(l *Level, b []byte) error { return l.UnmarshalText(b) })
	roundTrip(t, procedureWords.All(), func(p *Procedure, b []byte) error { return p.UnmarshalText(b) })
	_, err := Region(99).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
}

func roundTrip[E interface {
	comparable
	MarshalText() ([]byte, error)
	String() string
}](t *testing.T, all []E, read func(*E, []byte) error,
) {
	t.Helper()
	for _, e := range all {
		text, err := e.MarshalText()
		require.NoError(t, err)
		var back E
		require.NoError(t, read(&back, text))
		assert.Equal(t, e, back)
		assert.Equal(t, e.String(), string(text))
	}
	var bad E
	require.Error(t, read(&bad, []byte("nonsense")))
}

func FuzzLikely(f *testing.F) {
	f.Add(uint8(3), uint8(2), 0, int64(5))
	f.Fuzz(func(t *testing.T, region, level uint8, days int, cents int64) {
		n, err := Likely(Buyer{Region(region), Level(level)}, measure.MustDate("2026-01-01").AddDays(days%1_000_000), measure.Euro(cents))
		if err == nil && !procedureWords.Valid(n.Procedure) {
			t.Fatal("no procedure")
		}
	})
}
