package cadence

import (
	"math"
	"strconv"

	"gonum.org/v1/gonum/mathext"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Forecast is what to expect of the next slots if the channel goes on as it is.
type Forecast struct {
	Slots int64 `json:"slots"` // the coming slots, the running one first, paused ones not counted
	// Kept is how many of them will have a video.
	Kept measure.Estimate `json:"kept"`
	// Posts is how many videos there will be in all of them.
	Posts measure.Estimate `json:"posts"`
}

const maxForecast = 520 // ten years of weeks

// Videos of a kept slot beyond its first: the rate of a channel is a mean over its
// kept slots with a half-life, drawn by one slot's weight to the mean of the open
// channels; the rate to come varies around it as a gamma with the given shape. On the
// open channels 80 % of the totals over 12 weeks, and 87 % of the numbers of kept
// weeks, lie between P10 and P90, ends included.
const (
	extraHalfLife = 8
	extraPrior    = 1.25
	extraWeight   = 1
	extraShape    = 4
)

// Forecast returns the distribution of kept slots and of posts in the coming slots, 1
// to 520. Kept slots are what the score is the mean of: with the weight of the habit
// the channel keeps its recent rate, else it goes through the phases. Posts add the
// videos per kept slot, whose rate varies between now and then.
func (m Model) Forecast(h History, slots int) (Forecast, error) {
	if slots < 1 || slots > maxForecast {
		return Forecast{}, check.Problem{Path: "/slots", Value: strconv.Itoa(slots), Kind: check.ErrRange, Want: "a number of slots from 1 to 520"}
	}
	t := m.tables()
	pmf := t.keptPMF(h.seen, slots)
	rate := h.extraRate()
	kept := func(limit float64) float64 {
		sum := 0.0
		for k := 0; k <= int(limit); k++ {
			sum += pmf[k]
		}
		return sum
	}
	posts := func(limit float64) float64 {
		sum := 0.0
		for k := 0; k <= min(int(limit), slots); k++ {
			if pmf[k] > negligible {
				sum += pmf[k] * extraCDF(limit-float64(k), float64(k)*rate)
			}
		}
		return sum
	}
	f := Forecast{Slots: int64(slots)}
	var err error
	if f.Kept, err = estimate(kept, float64(slots)); err != nil {
		return Forecast{}, err
	}
	top := float64(slots)*(1+100*rate) + 10 // far beyond P90
	f.Posts, err = estimate(posts, math.Ceil(top))
	return f, err
}

// keptPMF returns the probability of 0 to n kept slots after those seen.
func (t *tables) keptPMF(seen bits, n int) []float64 {
	byPhase := make([]Phases, n+1) // joint with the phase of the next slot
	byPhase[0] = t.filter(seen)
	for done := range n {
		for k := done + 1; k >= 0; k-- {
			var next Phases
			if k <= done {
				next = addStep(next, &t.one[0], byPhase[k])
			}
			if k > 0 {
				next = addStep(next, &t.one[1], byPhase[k-1])
			}
			byPhase[k] = next
		}
	}
	w, pmf := t.prior.Habit, binomial(n, seen.habit())
	for k, v := range byPhase {
		pmf[k] = w*pmf[k] + (1-w)*((v[0]+v[1])+(v[2]+v[3]))
	}
	return pmf
}

func addStep(sum Phases, m *matrix, v Phases) Phases {
	a, b, c, d := m.apply(v[0], v[1], v[2], v[3])
	return Phases{sum[0] + a, sum[1] + b, sum[2] + c, sum[3] + d}
}

// extraRate is the expected number of videos of a kept slot beyond its first.
func (h History) extraRate() float64 {
	sum, weights, w := extraWeight*extraPrior, float64(extraWeight), 1.0
	decay := math.Exp2(-1.0 / extraHalfLife)
	for i := len(h.counts) - 2; i >= 0; i-- {
		if n := h.counts[i]; n > 0 {
			sum += w * float64(n-1)
			weights += w
			w *= decay
		}
	}
	return sum / weights
}

// negligible is a probability that moves no quantile.
const negligible = 1e-12

// extraCDF is the probability of at most limit videos beyond the first ones when mean
// are expected: negative binomial, a Poisson whose rate is gamma.
func extraCDF(limit, mean float64) float64 {
	if mean <= 0 {
		return 1
	}
	return mathext.RegIncBeta(extraShape, limit+1, extraShape/(extraShape+mean))
}

// estimate finds the quantiles of a distribution on 0, 1, 2, ... up to top from its
// cumulative function, the middle first: the others lie on either side of it.
func estimate(cdf func(float64) float64, top float64) (measure.Estimate, error) {
	p50 := quantile(cdf, 0.5, -1, top)
	return measure.NewEstimate(quantile(cdf, 0.1, -1, p50), p50, quantile(cdf, 0.9, p50-1, top), measure.Estimated, phaseSource)
}

// quantile is the least whole number above lo whose cumulative probability reaches p,
// and top at most; 1e-9 keeps it off the last bit. It looks near lo first, because top is far out.
func quantile(cdf func(float64) float64, p, lo, top float64) float64 {
	reaches := func(x float64) bool { return cdf(x) >= p-1e-9 }
	hi := top
	for step := 1.0; lo+step < top; step *= 2 {
		if reaches(lo + step) {
			hi = lo + step
			break
		}
		lo += step
	}
	for hi-lo > 1 {
		if mid := math.Floor((lo + hi) / 2); reaches(mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}
