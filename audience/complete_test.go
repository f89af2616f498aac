package audience_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// ARD/ZDF 2021, WhatsApp daily: 91, 83, 61, 39 % of 14-29, 30-49, 50-69, 70+,
// printed total 70 %. Weighted: (.91 x 14,373 + .83 x 21,491 + .61 x 23,953 +
// .39 x 13,690) / 73,507 = 69.2 %.
func TestWeightedTotal(t *testing.T) {
	var parts []audience.Penetration
	for band, p := range map[string]int{"14-29": 91, "30-49": 83, "50-69": 61, "70+": 39} {
		parts = append(parts, penetration(t, tiktok(band, audience.Daily, audience.Percent(p), 2021)))
	}
	got, err := audience.WeightedTotal(country(t), parts...)
	require.NoError(t, err)
	lo, _ := got.Lo()
	hi, _ := got.Hi()
	closeTo(t, 0.692, (lo+hi)/2, 0.0005)
	closeTo(t, 0.01, hi-lo, 1e-9)
	_, err = audience.WeightedTotal(country(t))
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = audience.WeightedTotal(country(t), parts[0], parts[0])
	require.ErrorIs(t, err, check.ErrConflict)
	_, err = audience.WeightedTotal(country(t), parts[0], penetration(t, tiktok("0-9", audience.Weekly, audience.Percent(1), 2021)))
	require.ErrorIs(t, err, check.ErrConflict)
	_, err = audience.WeightedTotal(audience.Place{}, parts[0])
	require.ErrorIs(t, err, check.ErrUnknown)
}

func missing(bands ...string) []audience.Band {
	var m []audience.Band
	for _, b := range bands {
		m = append(m, audience.MustBand(b))
	}
	return m
}

// TikTok daily 2024: 12 % of 14+, 38 % of 14-29. The rest is
// (.12 x 73,507 - .38 x 14,373) / 59,134 = 5.7 % of 30+ (facts: about 6).
func TestGapFillFromATotal(t *testing.T) {
	g := audience.Gap{
		Total:   penetration(t, tiktok("14+", audience.Daily, audience.Percent(12), 2024)),
		Known:   []audience.Penetration{penetration(t, tiktok("14-29", audience.Daily, audience.Percent(38), 2024))},
		Missing: missing("30+"),
	}
	filled, err := g.Fill(country(t))
	require.NoError(t, err)
	require.Len(t, filled, 1)
	lo, _ := filled[0].Statement().Share.Lo()
	hi, _ := filled[0].Statement().Share.Hi()
	closeTo(t, 0.0568, (lo+hi)/2, 0.0005)
	assert.Equal(t, measure.Computed, filled[0].Statement().Source.Certainty)

	g.Missing = missing("70+", "30-49", "50-69")
	open, err := g.Fill(country(t))
	require.NoError(t, err)
	assert.Equal(t, "30-49", open[0].Statement().Band.String(), "in order of age")
	hi, _ = open[0].Statement().Share.Hi()
	closeTo(t, (.125*73_507-.375*14_373)/21_491, hi, 1e-4, "all of them may be 30 to 49")
	g.Declining = true
	declining, err := g.Fill(country(t))
	require.NoError(t, err)
	lo, _ = declining[0].Statement().Share.Lo()
	closeTo(t, (.115*73_507-.385*14_373)/59_134, lo, 1e-4, "the youngest has at least the common share")
	for i := range open {
		a, _ := open[i].Statement().Share.Hi()
		b, _ := declining[i].Statement().Share.Hi()
		assert.LessOrEqual(t, b, a)
	}
	assert.Contains(t, declining[0].Statement().Source.Note, "assumes")
}

func TestGapProblems(t *testing.T) {
	total := penetration(t, tiktok("14+", audience.Daily, audience.Percent(5), 2024))
	young := penetration(t, tiktok("14-29", audience.Daily, audience.Percent(38), 2024))
	old := penetration(t, tiktok("70+", audience.Daily, audience.Percent(1), 2024))
	for _, c := range []struct {
		name string
		gap  audience.Gap
		at   string
	}{
		{"the bands give more than the total", audience.Gap{Total: total, Known: []audience.Penetration{young}, Missing: missing("30+")}, "/total"},
		{"nothing missing", audience.Gap{Total: total, Known: []audience.Penetration{young}}, "/missing"},
		{"not all of the total", audience.Gap{Total: total, Known: []audience.Penetration{old}, Missing: missing("14-29")}, "/missing"},
		{"beyond the total", audience.Gap{Total: total, Missing: missing("0-13", "14+")}, "/missing"},
		{"overlap", audience.Gap{Total: total, Known: []audience.Penetration{old}, Missing: missing("14+")}, "/missing/1"},
		{"older band known", audience.Gap{Total: total, Known: []audience.Penetration{old}, Missing: missing("14-29", "30-69"), Declining: true}, "/known/0"},
		{"zero", audience.Gap{}, "/total"},
	} {
		_, err := c.gap.Fill(country(t))
		require.ErrorContains(t, err, c.at, c.name)
	}
}

// Any true shares that give the total and the known bands lie in the bounds.
func TestGapHoldsEveryTruth(t *testing.T) {
	names := []string{"14-29", "30-49", "50-69", "70+"}
	rapid.Check(t, func(t *rapid.T) {
		land := country(t)
		declining := rapid.Bool().Draw(t, "declining")
		truth := make([]float64, 4)
		top := 1.0
		for i := range truth {
			truth[i] = rapid.Float64Range(0, top).Draw(t, "share")
			if declining {
				top = truth[i]
			}
		}
		known := rapid.IntRange(0, 3).Draw(t, "known")
		g := audience.Gap{Missing: missing(names[known:]...), Declining: declining}
		users, people := 0.0, 0.0
		for i, b := range names {
			n, err := land.People(audience.MustBand(b))
			require.NoError(t, err)
			users += truth[i] * n.P50()
			people += n.P50()
			if i < known {
				share := between(max(truth[i]-0.005, 0), min(truth[i]+0.005, 1))
				g.Known = append(g.Known, penetration(t, tiktok(b, audience.Daily, share, 2024)))
			}
		}
		g.Total = penetration(t, tiktok("14+", audience.Daily, between(max(users/people-0.005, 0), min(users/people+0.005, 1)), 2024))
		filled, err := g.Fill(land)
		require.NoError(t, err)
		for i, p := range filled {
			lo, _ := p.Statement().Share.Lo()
			hi, _ := p.Statement().Share.Hi()
			require.LessOrEqual(t, lo, truth[known+i]+1e-9)
			require.GreaterOrEqual(t, hi, truth[known+i]-1e-9)
		}
	})
}

// With 95 % of 30+ the 13,690 of 70+ hold at least what 30-69 cannot: each bound
// is met by a distribution that gives the total.
func TestGapBoundsAreSharp(t *testing.T) {
	total := penetration(t, tiktok("30+", audience.Daily, between(0.95, 0.96), 2024))
	filled, err := audience.Gap{Total: total, Missing: missing("30-49", "50-69", "70+")}.Fill(country(t))
	require.NoError(t, err)
	people := []float64{21_491, 23_953, 13_690}
	all := 59_134.0
	for i, p := range filled {
		lo, _ := p.Statement().Share.Lo()
		hi, _ := p.Statement().Share.Hi()
		closeTo(t, (0.95*all-(all-people[i]))/people[i], lo, 1e-9, i)
		closeTo(t, 1, hi, 1e-9, i)
	}
	declining, err := audience.Gap{Total: total, Missing: missing("30-49", "50-69", "70+"), Declining: true}.Fill(country(t))
	require.NoError(t, err)
	wantLo := []float64{0.95, (0.95*all - 21_491) / (all - 21_491), (0.95*all - 21_491 - 23_953) / 13_690}
	wantHi := []float64{1, 1, 0.96} // the oldest has at most the common share
	for i, p := range declining {
		lo, _ := p.Statement().Share.Lo()
		hi, _ := p.Statement().Share.Hi()
		closeTo(t, wantLo[i], lo, 1e-9, i)
		closeTo(t, wantHi[i], hi, 1e-9, i)
	}
}
