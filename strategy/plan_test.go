package strategy

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestExitCriteria(t *testing.T) {
	past, future := measure.MustDate("2026-11-21"), measure.MustDate("2026-11-22")
	tests := []struct {
		name   string
		e      ExitCriterion
		change func(*Brief)
		want   ExitStatus
	}{
		{"thirty weeks kept", ExitCriterion{ExitContinuity, 50, past}, nil, ExitMet},
		{"not due", ExitCriterion{ExitContinuity, 50, future}, nil, ExitNotDue},
		{"median below", ExitCriterion{ExitMedianViews, 4001, past}, nil, ExitUndercut},
		{"median at the line", ExitCriterion{ExitMedianViews, 4000, past}, nil, ExitMet},
		{"reach", ExitCriterion{ExitReach, 1, past}, nil, ExitMet},
		{"reach too low", ExitCriterion{ExitReach, 1e9, past}, nil, ExitUndercut},
		{"no history", ExitCriterion{ExitContinuity, 50, past}, func(b *Brief) { b.Channels[0].Posts = nil }, ExitUnknown},
		{"no forecast", ExitCriterion{ExitReach, 1, past}, func(b *Brief) { b.Place = Place{} }, ExitUnknown},
		{"views not known", ExitCriterion{ExitMedianViews, 1, past}, func(b *Brief) {
			for i := range b.Channels[0].Posts {
				b.Channels[0].Posts[i].Views = nil
			}
		}, ExitUnknown},
	}
	for _, tt := range tests {
		b := wellDone()
		b.GuardRails.ExitCriteria = []ExitCriterion{tt.e}
		if tt.change != nil {
			tt.change(&b)
		}
		exits := assess(t, b).Exits
		require.Len(t, exits, 1, tt.name)
		assert.Equal(t, tt.want, exits[0].Status, tt.name)
		require.NoError(t, exits[0].Reason.Verify(), tt.name)
	}
}

func TestRoadmap(t *testing.T) {
	b := wellDone()
	b.Channels[0].State, b.Channels[0].Posts = portfolio.Planned, nil
	b.GuardRails.ReviewDates = nil
	b.GuardRails.ExitCriteria = nil
	b.GuardRails.Preparation = measure.No
	b.GuardRails.Elections = []measure.Date{measure.MustDate("2027-03-14"), measure.MustDate("2020-01-01")}
	var lines []string
	for _, s := range assess(t, b).Roadmap {
		require.NoError(t, s.Reason.Verify())
		lines = append(lines, s.On.String()+" "+s.Phase.String())
	}
	assert.Equal(t, []string{
		"2026-11-21 prepare",  // open questions: review date, exit criterion
		"2026-12-19 start",    // 28 days of watching first
		"2027-01-31 restrain", // 42 days before 14 March
		"2027-03-20 review",   // 91 days after the start
		"2027-12-18 decide",   // 364 days after the start
	}, lines)
	b.GuardRails.Preparation = measure.Yes
	assert.Equal(t, measure.MustDate("2026-11-21"), assess(t, b).Roadmap[1].On, "who has studied the platform starts at once")

	b.Agency.Start = measure.MustDate("2027-01-04")
	b.GuardRails.ReviewDates = []measure.Date{measure.MustDate("2027-06-01"), measure.MustDate("2030-01-01")}
	lines = nil
	for _, s := range assess(t, b).Roadmap {
		lines = append(lines, s.On.String()+" "+s.Phase.String())
	}
	assert.Equal(t, []string{"2026-11-21 prepare", "2027-01-04 start", "2027-01-31 restrain", "2027-06-01 review", "2028-01-03 decide"}, lines)
}

func TestCompare(t *testing.T) {
	few, many := wellDone(), wellDone()
	for _, b := range []*Brief{&few, &many} {
		b.Channels = []Channel{
			{Name: "Instagram", Platform: platform.Instagram, State: portfolio.Active, VideosPerWeek: new(1.0), HoursPerWeek: new(measure.Hours(6))},
			{Name: "TikTok", Platform: platform.TikTok, State: portfolio.Watched, VideosPerWeek: new(1.0), HoursPerWeek: new(measure.Hours(8))},
		}
		b.Team.ExperimentHours = nil
	}
	few.Team.HoursPerWeek, many.Team.HoursPerWeek = new(measure.Hours(8)), new(measure.Hours(16))
	many.GuardRails.Imprint = measure.No
	c, err := Compare([]Variant{{"acht Stunden", few}, {"sechzehn Stunden", many}, {"noch einmal", few}}, asOf)
	require.NoError(t, err)
	require.Len(t, c.Assessments, 3)
	require.Len(t, c.Differences, 2)
	d := c.Differences[0]
	assert.Equal(t, []string{"law.imprint /guardRails/imprint"}, d.New)
	var codes []string
	for _, r := range d.Reasons {
		require.NoError(t, r.Verify())
		codes = append(codes, r.Code())
	}
	assert.Contains(t, codes, "strategy.compare.channel")
	assert.Contains(t, d.Reasons[len(d.Reasons)-2].In(reason.German), "TikTok: bei „sechzehn Stunden“ ausprobieren, bei „acht Stunden“ beobachten.")
	assert.Contains(t, codes, "strategy.compare.rhythm")
	assert.Equal(t, "strategy.compare.reach", c.Differences[1].Reasons[0].Code())
	assert.Empty(t, c.Differences[1].New)
	assert.Empty(t, c.Differences[1].Settled)
}

func TestCompareRefuses(t *testing.T) {
	_, err := Compare([]Variant{{"a", wellDone()}}, asOf)
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Compare([]Variant{{"a", wellDone()}, {"a", Brief{}}}, asOf)
	assert.EqualError(t, err, `/1/brief/name: "" is required: want the name of the body`+"\n"+`/1/name: "a" occurs twice: want every name once`)
	_, err = Compare([]Variant{{"a", wellDone()}, {"b", wellDone()}}, time.Time{})
	require.ErrorIs(t, err, check.ErrRange)
}

// The model of a decision is named in the language of the sentence, also where none fits.
func TestCompareNamesTheModel(t *testing.T) {
	with := Assessment{Agency: &agency.Decision{Recommended: agency.DoItWithYou}}
	none := Assessment{Agency: &agency.Decision{}}
	d := differ("heute", "mehr Geld", none, with)
	require.NotEmpty(t, d.Reasons)
	assert.Equal(t, "Empfohlen: bei „mehr Geld“ gemeinsam mit der Agentur, bei „heute“ kein Modell.", d.Reasons[0].In(reason.German))
	assert.Equal(t, "Recommended: do it with the agency in “mehr Geld”, none in “heute”.", d.Reasons[0].In(reason.English))
}

func TestDecimalsBeside(t *testing.T) {
	assert.Equal(t, -2, decimalsBeside(149_677, 100_000))
	assert.Equal(t, 0, decimalsBeside(100_040, 100_000), "rounded it would stand on the line")
	assert.Equal(t, 0, decimalsBeside(42, 50))
}
