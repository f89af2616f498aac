package audience_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func ask(place audience.Place, f audience.Frequency, year int, bands ...string) audience.ReachableQuery {
	q := audience.ReachableQuery{Place: place, Platform: platform.TikTok, Frequency: f, Year: year}
	for _, b := range bands {
		q.Bands = append(q.Bands, audience.MustBand(b))
	}
	return q
}

func TestReachableTakesTheExactCell(t *testing.T) {
	r, err := useTable(t).Reachable(ask(country(t), audience.Weekly, 2025, "14+"))
	require.NoError(t, err)
	require.Len(t, r.Bands, 1)
	closeTo(t, 0.20, r.Bands[0].Share.P50(), 1e-12)
	closeTo(t, 0.20*73_507, r.People.P50(), 1e-6)
	// No year and no age is missing: what remains is the sample, taken as 300
	// people with a design effect of 1.5, sd of the log odds
	// sqrt(1.5/(300 x 0.2 x 0.8)) = 0.177: about 16 to 24 %.
	closeTo(t, 0.16, r.Bands[0].Share.P10(), 0.01)
	closeTo(t, 0.24, r.Bands[0].Share.P90(), 0.01)
	assert.Len(t, r.Assumptions, 1, "the national figure is taken for the place")
}

func TestReachableSaysWhatItTookForWhat(t *testing.T) {
	town, err := country(t).Scaled("Musterstadt", 200_000)
	require.NoError(t, err)
	r, err := useTable(t).Reachable(ask(town, audience.Weekly, 2025, "14-19"))
	require.NoError(t, err)
	require.Len(t, r.Bands[0].Figures, 2)
	s := r.Bands[0].Figures[0].Statement()
	assert.Equal(t, "14-29", s.Band.String(), "the nearer band of the year before, not 14+ of the year asked")
	assert.Equal(t, 2024, s.Source.Year)
	var codes []string
	for _, a := range r.Assumptions {
		codes = append(codes, a.Code())
		require.NoError(t, a.Verify())
	}
	assert.Equal(t, []string{
		"audience.reachable.national", "audience.reachable.structure", "audience.reachable.band", "audience.reachable.year",
		"audience.reachable.bound", "audience.reachable.band",
	}, codes)
	// 53 % of 12-19 use it several times a week, so not fewer use it weekly.
	closeTo(t, 0.53, r.Bands[0].Share.P50(), 1e-9)
	require.NoError(t, r.Reason.Verify())
	assert.Contains(t, r.Reason.In(reason.German), "nutzen TikTok mindestens wöchentlich")
}

func TestReachableJoinsFiguresOverATargetBand(t *testing.T) {
	table, err := audience.NewUseTable(
		penetration(t, tiktok("14-29", audience.Weekly, audience.Percent(40), 2025)),
		penetration(t, tiktok("30-49", audience.Weekly, audience.Percent(10), 2025)),
	)
	require.NoError(t, err)
	r, err := table.Reachable(ask(country(t), audience.Weekly, 2025, "14-49"))
	require.NoError(t, err)
	closeTo(t, 0.4*14_373+0.1*21_491, r.People.P50(), 1e-6)
	assert.Len(t, r.Bands[0].Figures, 2)
}

func TestReachableBoundsFromOtherFrequencies(t *testing.T) {
	r, err := useTable(t).Reachable(ask(country(t), audience.Monthly, 2025, "14-19"))
	require.NoError(t, err)
	assert.True(t, r.Bands[0].BoundOnly)
	assert.GreaterOrEqual(t, r.Bands[0].Share.P10(), 0.4, "at least those who use it several times a week")
	assert.GreaterOrEqual(t, r.Bands[0].Share.P90(), 0.9, "nothing bounds it from above")
	assert.Equal(t, "audience.reachable.bound", r.Assumptions[1].Code())
}

func TestReachableMissingIsUnknownAndNever0(t *testing.T) {
	r, err := useTable(t).Reachable(ask(country(t), audience.Daily, 2025, "14-19", "30-49", "70+"))
	require.NoError(t, err)
	assert.True(t, r.Bands[0].BoundOnly, "14-19: weekly users bound daily ones from above")
	assert.True(t, r.Bands[1].Share.Known())
	assert.False(t, r.Bands[1].BoundOnly)
	assert.True(t, r.Bands[2].Share.Known(), "70+: at most the weekly users from 14")
	assert.InDelta(t, 0, r.Bands[2].Share.P10(), 0.05)

	r, err = useTable(t).Reachable(ask(country(t), audience.Weekly, 2025, "0-9", "14-19"))
	require.NoError(t, err)
	assert.False(t, r.Bands[0].Share.Known())
	assert.Equal(t, []audience.Band{audience.MustBand("0-9")}, r.Bands[0].Missing)
	assert.False(t, r.People.Known())
	assert.Equal(t, "audience.reachable.unknown", r.Reason.Code())
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"people":null`)
}

func TestReachableProblems(t *testing.T) {
	table := useTable(t)
	_, err := table.Reachable(audience.ReachableQuery{})
	for _, at := range []string{"/platform", "/bands", "/frequency", "/year"} {
		require.ErrorContains(t, err, at)
	}
	_, err = table.Reachable(ask(country(t), audience.Unspecified, 2025, "14+"))
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = table.Reachable(ask(country(t), audience.Weekly, 2025, "14-19", "16-29"))
	require.ErrorIs(t, err, check.ErrConflict)
	_, err = table.Reachable(ask(country(t), audience.Weekly, 2025, "16-19"))
	require.ErrorContains(t, err, "/bands/0")
}

func TestReachableStaysFeasible(t *testing.T) {
	bands := []string{"14-19", "20-29", "30-49", "50-69", "70+", "14-29", "14+"}
	rapid.Check(t, func(t *rapid.T) {
		var figures []audience.Penetration
		for _, b := range bands {
			if rapid.Bool().Draw(t, "known") {
				f := rapid.SampledFrom(frequencies[:6]).Draw(t, "frequency")
				share := audience.Percent(rapid.IntRange(0, 100).Draw(t, "share"))
				figures = append(figures, penetration(t, tiktok(b, f, share, 2015+rapid.IntRange(0, 11).Draw(t, "year"))))
			}
		}
		table, err := audience.NewUseTable(figures...)
		require.NoError(t, err)
		town, err := country(t).Scaled("Ort", 1000)
		require.NoError(t, err)
		q := ask(town, rapid.SampledFrom(frequencies[:6]).Draw(t, "asked"), 2025, "14-19", "20-29", "30-49", "50-69", "70+")
		r, err := table.Reachable(q)
		require.NoError(t, err)
		for _, b := range r.Bands {
			if !b.Share.Known() {
				require.NotEmpty(t, b.Missing)
				continue
			}
			require.GreaterOrEqual(t, b.Share.P10(), 0.0)
			require.LessOrEqual(t, b.Share.P90(), 1.0)
			require.LessOrEqual(t, b.People.P90(), b.Residents.P90()*(1+1e-12))
		}
		for _, a := range r.Assumptions {
			require.NoError(t, a.Verify())
		}
		_, err = json.Marshal(r)
		require.NoError(t, err)
	})
}

func BenchmarkReachable(b *testing.B) {
	table, place := useTable(b), country(b)
	q := ask(place, audience.Weekly, 2025, "14-19", "20-29", "30-49", "50-69")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := table.Reachable(q); err != nil {
			b.Fatal(err)
		}
	}
}
