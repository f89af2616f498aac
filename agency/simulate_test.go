package agency

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/agency/mcda"
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

// Without doubt about the inputs, a simulation counts what the closed form says
// for two models that fit.
func TestSimulationAgainstClosedForm(t *testing.T) {
	c := everything()
	o := &c.Organisation
	o.Budget = mcda.Exactly(3000) // neither agency can be paid
	c.Need.HoursPerVideo = mcda.Exactly(8)
	exact := decide(t, c)
	require.True(t, exact.Exact)
	require.Len(t, exact.Pairs, 2)
	c.Offers = []Offer{{Model: DoItYourself, OneOff: mcda.Exactly(2500), SetupWeeks: mcda.Exactly(3)}}
	exact = decide(t, c)
	const draws = 20_000
	d := decide(t, c, WithSimulation(draws, rand.NewPCG(5, 6)))
	p := float64(exact.Probability)
	// The weeks to set up without an agency and the lead time stay in doubt; they
	// move the start by weeks of 26, so the closed form holds within a few percent.
	near(t, p, float64(d.Probability), 0.03, "share of draws")
}

func TestSimulationRefuses(t *testing.T) {
	_, err := Decide(town(), WithSimulation(99, rand.NewPCG(1, 2)))
	require.ErrorContains(t, err, "/draws")
	_, err = Decide(town(), WithSimulation(1000, nil))
	require.ErrorContains(t, err, "/source")
}
