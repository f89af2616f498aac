package cadence

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/cadence/liveness"
	"github.com/hochkant/hochkant/strategy/check"
)

// simulate draws channels of so many slots from a prior, one stream per channel.
func simulate(p Prior, channels, slots int, seed uint64) []History {
	cohort := make([]History, channels)
	draw := func(r *rand.Rand, row [phases]float64) int {
		u := r.Float64()
		for i, v := range row {
			if u -= v; u < 0 {
				return i
			}
		}
		return phases - 1
	}
	for c := range cohort {
		r := rand.New(rand.NewPCG(seed, uint64(c)))
		cohort[c].slot = p.Slot
		phase := draw(r, p.Start)
		for range slots {
			cohort[c].seen.add(r.Float64() < p.Keep[phase])
			phase = draw(r, p.Next[phase])
		}
	}
	return cohort
}

// Parameters that made the data come back from it, from a start that does not know
// them.
func TestFitRecovers(t *testing.T) {
	truth := DefaultPrior()
	fit, err := Fit(simulate(truth, 400, 200, 1), FitOptions{Iterations: 300})
	require.NoError(t, err)
	assert.True(t, fit.Converged)
	assert.Equal(t, 400, fit.Channels)
	assert.Equal(t, 80_000, fit.Slots)
	for i := range phases {
		near(t, truth.Keep[i], fit.Prior.Keep[i], 0.04, "keep")
		near(t, truth.Next[i][i], fit.Prior.Next[i][i], 0.02, "stay")
		near(t, truth.Start[i], fit.Prior.Start[i], 0.1, "start")
	}
}

// More passes never make the objective worse, and every result is a valid prior.
func TestFitClimbs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cohort := simulate(drawPrior(t), 3, 40, rapid.Uint64().Draw(t, "seed"))
		towards := ladder(Week)
		e := expectation{prior: towards, towards: towards, strength: rapid.Float64Range(0.1, 20).Draw(t, "strength")}
		rows := []bits{cohort[0].seen, cohort[1].seen, cohort[2].seen}
		before := math.Inf(-1)
		for range 20 {
			objective := e.collect(rows) + e.logPrior()
			require.GreaterOrEqual(t, objective, before-1e-9)
			require.NoError(t, e.prior.validate())
			before = objective
			e.maximise()
		}
	})
}

// The log-likelihood and the expected counts against the sum over all paths.
func TestCollectAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrior(t)
		b := drawBits(t, 6)
		if b.n == 0 {
			return
		}
		e := expectation{prior: p}
		logLik := e.collect([]bits{b})
		total := 0.0
		var next [phases][phases]float64
		var kept [phases]float64
		enumerate(p, b, func(path []int, w float64) {
			total += w
			for i, s := range path {
				kept[s] += w * float64(b.at(i))
				if i > 0 {
					next[path[i-1]][s] += w
				}
			}
		})
		near(t, math.Log(total), logLik, 1e-9, "log-likelihood")
		for i := range phases {
			near(t, kept[i]/total, e.keep[i][1], 1e-9, "kept slots")
			for j := range phases {
				near(t, next[i][j]/total, e.next[i][j], 1e-9, "transitions")
			}
		}
	})
}

// The likelihood of a long row is the product of one-slot forecasts, and does not underflow.
func TestLogLikelihoodOfALongRow(t *testing.T) {
	b := row(5000, Week).seen
	want, v := 0.0, Phases(defaultPrior.Start)
	for i := range b.n {
		p := 0.0
		for j := range v {
			v[j] *= defaultTables.emission(j, b.at(i))
			p += v[j]
		}
		want += math.Log(p)
		v = defaultTables.predict(v.scaled())
	}
	e := expectation{prior: defaultPrior}
	near(t, want, e.collect([]bits{b}), 1e-6, "log-likelihood")
}

func TestOrdered(t *testing.T) {
	got := ordered([phases]float64{1, 8, 3, 9}, [phases]float64{10, 10, 10, 10})
	want := [phases]float64{0.1, 0.55, 0.55, 0.9} // 8/10 and 3/10 pool to 11/20
	for i := range want {
		near(t, want[i], got[i], 1e-12, "pooled")
	}
	require.Equal(t, [phases]float64{minKeep, minKeep, 0.5, 1 - minKeep}, ordered([phases]float64{0, 0, 5, 10}, [phases]float64{10, 10, 10, 10}))
}

// A tiny cohort stays near where it is pulled to and is valid; the result does not
// depend on how often it is made.
func TestFitTinyCohort(t *testing.T) {
	tiny := []History{weeks(t, "1101"), {}}
	fit, err := Fit(tiny, FitOptions{Towards: DefaultPrior(), Strength: 1000})
	require.NoError(t, err)
	require.Equal(t, 1, fit.Channels)
	for i := range phases {
		near(t, DefaultPrior().Keep[i], fit.Prior.Keep[i], 0.01, "keep")
	}
	again, err := Fit(tiny, FitOptions{Towards: DefaultPrior(), Strength: 1000})
	require.NoError(t, err)
	require.Equal(t, fit, again)
	_, err = NewModel(fit.Prior)
	require.NoError(t, err)
}

func TestFitOtherSlot(t *testing.T) {
	h := weeksUntil(t, "1010101010", HistoryOptions{Slot: TwoWeeks})
	fit, err := Fit([]History{h}, FitOptions{})
	require.NoError(t, err)
	require.Equal(t, TwoWeeks, fit.Prior.Slot)
}

func TestFitRefuses(t *testing.T) {
	h := weeks(t, "1111")
	_, err := Fit(nil, FitOptions{})
	require.ErrorIs(t, err, ErrNoSlots)
	_, err = Fit([]History{{}}, FitOptions{})
	require.ErrorIs(t, err, ErrNoSlots)
	_, err = Fit([]History{h}, FitOptions{Strength: math.NaN()})
	require.ErrorIs(t, err, check.ErrFinite)
	_, err = Fit([]History{h}, FitOptions{Iterations: -1})
	require.ErrorIs(t, err, check.ErrRange)
	_, err = Fit([]History{h}, FitOptions{Towards: Prior{Slot: Week}})
	require.ErrorIs(t, err, check.ErrRange)
	_, err = Fit([]History{h, weeksUntil(t, "1111", HistoryOptions{Slot: Day})}, FitOptions{})
	require.ErrorIs(t, err, check.ErrConflict)
	fit, err := Fit([]History{h}, FitOptions{Iterations: 1})
	require.NoError(t, err)
	require.False(t, fit.Converged)
}

// The order of the models measured on public channels, reproduced on simulated ones
// that change their phase: parameters fitted on one half, judged on the other. Phases
// first, then the weighted mean, the last twelve slots, BG/BB and the whole life.
func TestOrderOfModels(t *testing.T) {
	cohort := simulate(DefaultPrior(), 120, 160, 7)
	known, unseen := cohort[:60], cohort[60:]
	fit, err := Fit(known, FitOptions{})
	require.NoError(t, err)
	m, err := NewModel(fit.Prior)
	require.NoError(t, err)
	var records []liveness.Weighted
	for _, h := range known {
		records = append(records, liveness.Weighted{Record: h.Record(), Weight: 1})
	}
	bgbb, err := liveness.Fit(records)
	require.NoError(t, err)

	var loss [5]float64
	for _, h := range unseen {
		for k := 13; k+Horizon <= h.seen.n; k += 4 {
			past := History{seen: h.seen.upTo(k)}
			weighted, weights := 0.0, 0.0
			for i := range k {
				w := math.Exp2(-float64(k-1-i) / 8)
				weighted += w * float64(h.seen.at(i))
				weights += w
			}
			truth := float64(h.seen.count(k, k+Horizon)) / Horizon
			for i, p := range [...]float64{
				m.Score(past) / 100,
				weighted / weights,
				float64(h.seen.count(k-12, k)) / 12,
				bgbb.Model.Expected(past.Record(), Horizon) / Horizon,
				float64(h.seen.count(0, k)) / float64(k),
			} {
				loss[i] += (p - truth) * (p - truth)
			}
		}
	}
	require.IsIncreasing(t, loss[:])
	require.Less(t, loss[0], 0.9*loss[2], "the target against the last twelve slots")
}

// Target: 1,000 channels of 150 weeks in 2 s with at most 100 iterations.
func BenchmarkFit(b *testing.B) {
	cohort := simulate(DefaultPrior(), 1000, 150, 1)
	b.ReportAllocs()
	for b.Loop() {
		fit, err := Fit(cohort, FitOptions{})
		if err != nil || !fit.Converged {
			b.Fatal(fit, err)
		}
		b.ReportMetric(float64(fit.Iterations), "iterations")
	}
}
