package agency

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
)

func BenchmarkDecideSimulated(b *testing.B) {
	c := town()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decide(c, WithSimulation(10_000, rand.NewPCG(1, 2))); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	c := town()
	r, err := newRun(&c)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range r.out {
			r.s.evaluate(&r.middle, &r.in, &r.s.model[i], &r.out[i])
		}
	}
}

func TestSimulationOfTheTown(t *testing.T) {
	d := decide(t, town(), WithSimulation(4000, rand.NewPCG(1, 2)))
	again := decide(t, town(), WithSimulation(4000, rand.NewPCG(1, 2)))
	a, err := json.Marshal(d)
	require.NoError(t, err)
	b, err := json.Marshal(again)
	require.NoError(t, err)
	assert.Equal(t, string(a), string(b), "the same source gives the same bytes")
	sum := float64(d.Robustness.NoneFits.Share)
	for _, c := range d.Robustness.Chances {
		sum += float64(c.Best.Share)
		assert.LessOrEqual(t, c.Best.Share, c.Fits, "best only where it fits")
		near(t, c.Best.StandardError*c.Best.StandardError*4000, float64(c.Best.Share*(1-c.Best.Share)), 1e-9, "standard error")
	}
	near(t, 1, sum, 1e-9, "in every draw one model is best or none fits")
	assert.Equal(t, d.Robustness.Chances[DoItWithYou.index()].Best.Share, d.Probability)
	for _, o := range d.Options {
		assert.True(t, o.Cost.Doubt.Known())
		assert.LessOrEqual(t, o.Cost.Doubt.P10(), o.Cost.Total.Float())
		assert.GreaterOrEqual(t, o.Cost.Doubt.P90(), o.Cost.Total.Float())
	}
	require.NotEmpty(t, d.AskFirst)
	assert.Equal(t, LeverHoursPerVideo, d.AskFirst[0].Lever, "hours of 4 to 15 decide whether 8 hours a week and the budget suffice")
}

// For two models that fit whatever is drawn, and whose inputs are exact, a
// simulation counts what the closed form says: within six standard errors and a draw.
func TestSimulationAgainstClosedForm(t *testing.T) {
	c := everything()
	c.Organisation.Budget = mcda.Exactly(4000) // neither agency can be paid
	c.Need.HoursPerVideo = mcda.Exactly(8)
	c.Need.Start = measure.Date{}
	for task := range c.Organisation.Skills {
		c.Organisation.Skills[task] = Working // so that advice brings something
	}
	c.Offers = []Offer{{Model: DoItYourself, OneOff: mcda.Exactly(2500)}}
	c.Scales = map[Criterion]Scale{Start: {Worst: 1e9, Best: -1e9}} // the weeks in doubt count for nothing
	exact := decide(t, c)
	require.True(t, exact.Exact)
	require.Len(t, exact.Pairs, 2)
	p := float64(exact.Probability)
	require.Greater(t, p, 0.5)
	require.Less(t, p, 0.99)
	const draws = 20_000
	d := decide(t, c, WithSimulation(draws, rand.NewPCG(5, 6)))
	near(t, p, float64(d.Probability), 6*math.Sqrt(p*(1-p)/draws)+1.0/draws, "share of draws")
}

// Where own hours are unknown, going alone fits at the middle of 2 to 20 hours,
// but the mixed model fits and leads in far more draws.
func TestSimulationRecommendsWhatIsBestMostOften(t *testing.T) {
	c := Case{Need: Need{VideosPerWeek: 1, HorizonMonths: 12}}
	assert.Equal(t, WithoutAgency, decide(t, c).Recommended)
	d := decide(t, c, WithSimulation(4000, rand.NewPCG(1, 2)))
	assert.Equal(t, DoItWithYou, d.Recommended)
	assert.Equal(t, d.Robustness.Chances[DoItWithYou.index()].Best.Share, d.Probability)
	assert.Equal(t, Open, d.Verdict)
	assert.Negative(t, d.Margin)
	require.NotNil(t, d.Path)
	middle := 0
	for _, f := range d.Flips {
		require.NoError(t, f.Reason.Verify())
		if f.AtMiddle {
			assert.Equal(t, WithoutAgency, f.Rival)
			middle++
		}
	}
	assert.Equal(t, 1, middle)
}

func TestSimulationRefuses(t *testing.T) {
	_, err := Decide(town(), WithSimulation(99, rand.NewPCG(1, 2)))
	require.ErrorContains(t, err, "/draws")
	_, err = Decide(town(), WithSimulation(1000, nil))
	require.ErrorContains(t, err, "/source")
}
