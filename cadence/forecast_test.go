package cadence

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// The distribution of kept slots adds up to 1, and its mean is the score.
func TestKeptDistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, err := NewModel(drawPrior(t))
		require.NoError(t, err)
		h := weeks(t, patterns(1, 20).Draw(t, "weeks"))
		n := rapid.IntRange(1, 30).Draw(t, "n")
		pmf := m.tables().keptPMF(h.seen, n)
		sum, mean := 0.0, 0.0
		for k, p := range pmf {
			require.GreaterOrEqual(t, p, 0.0)
			sum += p
			mean += float64(k) * p
		}
		score, err := m.ScoreOver(h, n)
		require.NoError(t, err)
		near(t, 1, sum, 1e-9, "sum")
		near(t, score, 100*mean/float64(n), 1e-9, "mean")

		f, err := m.Forecast(h, n)
		require.NoError(t, err)
		require.LessOrEqual(t, f.Kept.P90(), float64(n))
		require.GreaterOrEqual(t, f.Posts.P10(), f.Kept.P10())
		require.GreaterOrEqual(t, f.Posts.P50(), f.Kept.P50())
		require.GreaterOrEqual(t, f.Posts.P90(), f.Kept.P90())
	})
}

// extraCDF against the sum of the negative binomial's terms.
func TestExtraCDF(t *testing.T) {
	const mean = 7.3
	p, sum := extraShape/(extraShape+mean), 0.0
	for k := range 40 {
		a, _ := math.Lgamma(extraShape + float64(k))
		b, _ := math.Lgamma(extraShape)
		c, _ := math.Lgamma(float64(k) + 1)
		sum += math.Exp(a - b - c + extraShape*math.Log(p) + float64(k)*math.Log(1-p))
		near(t, sum, extraCDF(float64(k), mean), 1e-12, "CDF")
	}
	require.Equal(t, 1.0, extraCDF(0, 0))
}

// A Monte Carlo twin: simulated totals fall below each quantile as often as they
// should. Totals are whole numbers, so the share at or below is compared from both
// sides, within 4 standard errors.
func TestForecastTwin(t *testing.T) {
	h := weeks(t, "1211021301121012")
	f, err := Model{}.Forecast(h, Horizon)
	require.NoError(t, err)
	rate, now := h.extraRate(), Model{}.Now(h)
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(row [phases]float64) int {
		u := r.Float64()
		for i, v := range row {
			if u -= v; u < 0 {
				return i
			}
		}
		return phases - 1
	}
	const runs = 20_000
	totals := make([]float64, runs)
	for i := range totals {
		gamma := 0.0 // of shape 4 and mean 1: a sum of four exponentials
		for range extraShape {
			gamma += r.ExpFloat64() / extraShape
		}
		phase, byHabit := pick(now), r.Float64() < habitWeight
		for range Horizon {
			keep := defaultPrior.Keep[phase]
			if byHabit {
				keep = h.seen.habit()
			}
			if r.Float64() < keep {
				totals[i] += 1 + poisson(r, rate*gamma)
			}
			phase = pick(defaultPrior.Next[phase])
		}
	}
	for _, q := range []struct{ p, at float64 }{{0.1, f.Posts.P10()}, {0.5, f.Posts.P50()}, {0.9, f.Posts.P90()}} {
		below, upTo := 0.0, 0.0
		for _, v := range totals {
			if v < q.at {
				below++
			}
			if v <= q.at {
				upTo++
			}
		}
		slack := 4 * math.Sqrt(q.p*(1-q.p)/runs)
		require.LessOrEqual(t, below/runs, q.p+slack, "%v", q)
		require.GreaterOrEqual(t, upTo/runs, q.p-slack, "%v", q)
	}
}

func poisson(r *rand.Rand, mean float64) (n float64) {
	for t := r.ExpFloat64(); t < mean; t += r.ExpFloat64() {
		n++
	}
	return n
}

func TestForecastRefuses(t *testing.T) {
	for _, n := range []int{0, -3, 521} {
		_, err := Model{}.Forecast(History{}, n)
		require.ErrorIs(t, err, check.ErrRange)
	}
	f, err := Model{}.Forecast(History{}, 520)
	require.NoError(t, err)
	require.True(t, f.Posts.Known())
}
