package audience_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func atLeast(x float64) measure.Interval {
	i, err := measure.AtLeast(x)
	if err != nil {
		panic(err)
	}
	return i
}

func between(lo, hi float64) measure.Interval {
	i, err := measure.NewInterval(lo, hi)
	if err != nil {
		panic(err)
	}
	return i
}

// tiktok is a statement about TikTok use among residents of Germany.
func tiktok(band string, f audience.Frequency, share measure.Interval, year int) audience.Statement {
	return audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand(band), Frequency: f, Base: audience.Residents, Share: share,
		Source: measure.Source{Key: "test", Title: "Befragung", Publisher: "Institut", Year: year, Certainty: measure.Publisher},
	}
}

func penetration(t require.TestingT, s audience.Statement) audience.Penetration {
	p, err := audience.NewPenetration(s)
	require.NoError(t, err)
	return p
}

func composition(t require.TestingT, s audience.Statement) audience.Composition {
	c, err := audience.NewComposition(s)
	require.NoError(t, err)
	return c
}

// country has the people of Germany at the end of 2023, in thousands (Destatis 12411-0005).
func country(t require.TestingT) audience.Place {
	p, err := audience.NewPlace("Land", 0, []audience.Cell{
		{audience.MustBand("0-9"), 7_917},
		{audience.MustBand("10-13"), 3_245},
		{audience.MustBand("14-19"), 4_772},
		{audience.MustBand("20-29"), 9_601},
		{audience.MustBand("30-49"), 21_491},
		{audience.MustBand("50-69"), 23_953},
		{audience.MustBand("70+"), 13_690},
	})
	require.NoError(t, err)
	return p
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		p      int
		lo, hi float64
	}{{26, .255, .265}, {0, 0, .005}, {100, .995, 1}, {50, .495, .505}} {
		lo, _ := audience.Percent(c.p).Lo()
		hi, _ := audience.Percent(c.p).Hi()
		closeTo(t, c.lo, lo, 1e-12, c.p)
		closeTo(t, c.hi, hi, 1e-12, c.p)
	}
	assert.Equal(t, measure.Interval{}, audience.Percent(101))
	assert.Equal(t, measure.Interval{}, audience.Percent(-1))
}

func TestStatementProblemsAllAtOnce(t *testing.T) {
	_, err := audience.NewPenetration(audience.Statement{Platform: "Tik Tok", Share: between(-0.1, 1.2), Sample: -1})
	for _, at := range []string{"/platform", "/band", "/frequency", "/base", "/share/lo", "/share/hi", "/sample"} {
		require.ErrorContains(t, err, at)
	}
	_, err = audience.NewComposition(audience.Statement{})
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestStatementJSONSaysWhatItIsAShareOf(t *testing.T) {
	s := tiktok("14-19", audience.Regularly, atLeast(0.5), 2024)
	p, err := json.Marshal(penetration(t, s))
	require.NoError(t, err)
	assert.Contains(t, string(p), `{"of":"band","platform":"tiktok","band":"14-19","frequency":"regularly","base":"residents","share":{"lo":0.5,"hi":null}`)
	c, err := json.Marshal(composition(t, s))
	require.NoError(t, err)
	assert.Contains(t, string(c), `"of":"users"`)
}

// K1 of the sources: about 26 % of TikTok users are 10 to 29. With 21 million
// users (C1) and 17,618 thousand people of that age, 0.26 x 21,000 / 17,618 =
// 0.310 of the age group use it: P(age | user) is not P(user | age).
func TestCompositionToPenetration(t *testing.T) {
	k1 := composition(t, tiktok("10-29", audience.Monthly, audience.Percent(26), 2024))
	p, err := k1.Penetration(between(21_000, 21_000), country(t))
	require.NoError(t, err)
	lo, _ := p.Statement().Share.Lo()
	hi, _ := p.Statement().Share.Hi()
	closeTo(t, 0.255*21_000/17_618, lo, 1e-9)
	closeTo(t, 0.265*21_000/17_618, hi, 1e-9)
	assert.Equal(t, measure.Computed, p.Statement().Source.Certainty)
}

func TestConversionRanges(t *testing.T) {
	land := country(t)
	c := composition(t, tiktok("14-19", audience.Weekly, between(0.1, 0.2), 2024))
	check01 := func(users measure.Interval, wantLo, wantHi float64) {
		t.Helper()
		p, err := c.Penetration(users, land)
		require.NoError(t, err)
		lo, _ := p.Statement().Share.Lo()
		hi, _ := p.Statement().Share.Hi()
		closeTo(t, wantLo, lo, 1e-9)
		closeTo(t, wantHi, hi, 1e-9)
	}
	check01(between(10_000, 20_000), 1000.0/4772, 4000.0/4772)
	check01(between(20_000, 40_000), 2000.0/4772, 1) // 8,000 of 4,772: at most everybody
	check01(measure.Interval{}, 0, 1)                // nothing known about the users
	check01(atLeast(10_000), 1000.0/4772, 1)
	_, err := c.Penetration(between(60_000, 60_000), land) // at least 6,000 of 4,772
	require.EqualError(t, err, "/share: 125.7 % contradicts another: want users, people and share that give at most 100 %")
	_, err = c.Penetration(between(-5, 0), land)
	require.ErrorIs(t, err, check.ErrRange)
	_, err = c.Penetration(atLeast(5), audience.Place{})
	require.ErrorIs(t, err, check.ErrUnknown)
	_, err = audience.Composition{}.Penetration(atLeast(5), land)
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestConversionsAreInverse(t *testing.T) {
	land := country(t)
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(0.001, 0.9).Draw(t, "lo")
		hi := rapid.Float64Range(lo, 0.95).Draw(t, "hi")
		users := rapid.Float64Range(4773, 80_000).Draw(t, "users")
		p := penetration(t, tiktok("14-19", audience.Weekly, between(lo, hi), 2024))
		c, err := p.Composition(between(users, users), land)
		require.NoError(t, err)
		back, err := c.Penetration(between(users, users), land)
		require.NoError(t, err)
		gotLo, _ := back.Statement().Share.Lo()
		gotHi, _ := back.Statement().Share.Hi()
		assert.LessOrEqual(t, math.Abs(gotLo-lo), 1e-9)
		assert.LessOrEqual(t, math.Abs(gotHi-hi), 1e-9)
	})
}

// K1 against C1: 26 % from 10 to 29 is not "mostly very young".
func TestCompositionConflict(t *testing.T) {
	k1 := composition(t, tiktok("10-29", audience.Unspecified, audience.Percent(26), 2023))
	for _, c := range []struct {
		name string
		d    audience.Statement
		want bool
	}{
		{"mostly from 13 to 29", tiktok("13-29", audience.Monthly, atLeast(0.5), 2023), true},
		{"mostly from 10 to 29", tiktok("10-29", audience.Unspecified, atLeast(0.5), 2023), true},
		{"rounding", tiktok("10-29", audience.Unspecified, between(0.264, 0.3), 2023), false},
		{"other year", tiktok("13-29", audience.Monthly, atLeast(0.5), 2019), false},
		{"children under 10 may be the rest", tiktok("0-29", audience.Monthly, atLeast(0.5), 2023), false},
		{"too many above", tiktok("30+", audience.Unspecified, atLeast(0.8), 2023), true},
		{"fits above", tiktok("30+", audience.Unspecified, atLeast(0.7), 2023), false},
	} {
		why, got := k1.Conflict(composition(t, c.d))
		assert.Equal(t, c.want, got, c.name)
		assert.Equal(t, c.want, !why.IsZero(), c.name)
		if got {
			require.NoError(t, why.Verify(), c.name)
		}
		_, mirrored := composition(t, c.d).Conflict(k1)
		assert.Equal(t, c.want, mirrored, c.name)
	}
	// Shares of under 30 and from 30 must reach all users together.
	a := composition(t, tiktok("0-29", audience.Weekly, audience.Percent(26), 2023))
	_, got := a.Conflict(composition(t, tiktok("30+", audience.Weekly, audience.Percent(50), 2023)))
	assert.True(t, got)
}

func TestPenetrationConflict(t *testing.T) {
	land := country(t)
	young := penetration(t, tiktok("14-19", audience.Daily, audience.Percent(60), 2024))
	for _, c := range []struct {
		name string
		q    audience.Statement
		want bool
	}{
		{"fewer weekly than daily", tiktok("14-19", audience.Weekly, audience.Percent(40), 2024), true},
		{"more weekly than daily", tiktok("14-19", audience.Weekly, audience.Percent(70), 2024), false},
		// 0.595 x 4,772 = 2,839 daily users of 73,507: at least 3.9 %.
		{"fewer in all", tiktok("14+", audience.Daily, audience.Percent(3), 2024), true},
		{"enough in all", tiktok("14+", audience.Daily, audience.Percent(4), 2024), false},
		// At most 0.605 x 4,772 + 9,601 = 12,488 of 14,373: at most 86.9 %.
		{"more than the rest holds", tiktok("14-29", audience.Daily, atLeast(0.9), 2024), true},
		{"all of the rest", tiktok("14-29", audience.Daily, atLeast(0.86), 2024), false},
		{"weekly in all says nothing about daily", tiktok("14-29", audience.Weekly, atLeast(0.9), 2024), false},
		{"band unknown to the place", tiktok("16-19", audience.Daily, audience.Percent(1), 2024), false},
	} {
		why, got := young.Conflict(penetration(t, c.q), land)
		assert.Equal(t, c.want, got, c.name)
		if got {
			require.NoError(t, why.Verify(), c.name)
		}
		_, mirrored := penetration(t, c.q).Conflict(young, land)
		assert.Equal(t, c.want, mirrored, c.name)
	}
	panel := tiktok("14-19", audience.Weekly, audience.Percent(10), 2024)
	panel.Base = audience.InternetUsers
	_, got := young.Conflict(penetration(t, panel), land)
	assert.False(t, got, "an online panel is another base")
}

func TestConflictSentence(t *testing.T) {
	k1 := composition(t, tiktok("10-29", audience.Unspecified, audience.Percent(26), 2023))
	why, ok := k1.Conflict(composition(t, tiktok("13-29", audience.Monthly, atLeast(0.5), 2023)))
	require.True(t, ok)
	assert.Equal(t, "“Institut: Befragung (2023)” speaks of 26% of the users aged 10-29, “Institut: Befragung (2023)” of at least 50% aged 13-29. "+
		"Both cannot be right; both are shares of the users, not of the age group.", why.In(reason.English))
}

func TestConflictNeedsYearsThatMeet(t *testing.T) {
	a := composition(t, tiktok("10-29", audience.Weekly, audience.Percent(26), 2023))
	for year, want := range map[int]bool{2020: false, 2021: true, 2023: true, 2025: true, 2026: false, 0: true} {
		_, got := a.Conflict(composition(t, tiktok("10-29", audience.Weekly, audience.Percent(60), year)))
		assert.Equal(t, want, got, year)
	}
	b := composition(t, tiktok("10-29", audience.Daily, audience.Percent(60), 2023))
	_, got := a.Conflict(b)
	assert.False(t, got, "another frequency")
}

func TestConflictWritesSharesAsSourcesDo(t *testing.T) {
	atMost, err := measure.AtMost(0.1)
	require.NoError(t, err)
	a := composition(t, tiktok("10-29", audience.Weekly, atLeast(0.5), 2023))
	for text, share := range map[string]measure.Interval{
		"höchstens 10 %": atMost, "20 bis 30 %": between(0.2, 0.3), "26 %": audience.Percent(26),
	} {
		why, ok := a.Conflict(composition(t, tiktok("10-29", audience.Weekly, share, 2023)))
		require.True(t, ok)
		assert.Contains(t, why.In(reason.German), "von "+text+" im Alter")
		assert.Contains(t, why.In(reason.German), "von mindestens 50 % der Nutzenden")
	}
}
