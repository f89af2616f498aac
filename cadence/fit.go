package cadence

import (
	"errors"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// FitOptions say how [Fit] works. The zero value is the default.
type FitOptions struct {
	// Towards is where a small cohort stays; zero is an even ladder of phases that
	// knows nothing of any channel.
	Towards Prior
	// Strength is the weight of Towards in slots per parameter row; zero is 10.
	Strength float64
	// Iterations is the largest number of passes over the cohort; zero is 100.
	Iterations int
}

// Fitted is the result of [Fit].
type Fitted struct {
	Prior         Prior   `json:"prior"`
	Channels      int     `json:"channels"`      // histories with at least one complete slot
	Slots         int     `json:"slots"`         // complete slots that were not paused
	LogLikelihood float64 `json:"logLikelihood"` // of the slots under the fitted parameters, without the regularisation
	Iterations    int     `json:"iterations"`
	Converged     bool    `json:"converged"` // false when Iterations ran out first
}

// ErrNoSlots says that a cohort holds nothing to learn from.
var ErrNoSlots = errors.New("the cohort has no complete slot")

// The defaults of FitOptions. Strength was chosen by cross-validation on the open
// channels: 1 to 20 slots differ by 2 % in error, 10 is the cautious middle.
const (
	defaultStrength   = 10
	defaultIterations = 100
	fitTolerance      = 1e-6 // change of the objective per slot that counts as converged
)

// ladder is the even ladder of phases: no data in it, only the order.
func ladder(slot Slot) Prior {
	return Prior{
		Slot:  slot,
		Start: [phases]float64{0.25, 0.25, 0.25, 0.25},
		Next: [phases][phases]float64{
			{0.95, 0.05, 0, 0},
			{0.05, 0.90, 0.05, 0},
			{0, 0.05, 0.90, 0.05},
			{0, 0, 0.05, 0.95},
		},
		Keep:  [phases]float64{0.05, 0.35, 0.65, 0.95},
		Habit: habitWeight,
	}
}

// Fit estimates the parameters of the phases on a cohort of channels by expectation
// and maximisation (Baum, Welch 1970) with one-step transitions, pulled towards
// FitOptions.Towards by pseudo-slots. Every maximisation step is exact under the order
// of Keep and the least stay, so the objective never falls and the result is always a
// valid, monotone [Prior]. All slots weigh the same. It is deterministic. Histories of
// different slot units and options out of range are problems; a cohort without a
// complete slot is [ErrNoSlots].
func Fit(cohort []History, opt FitOptions) (Fitted, error) {
	var l check.List
	if opt.Strength != 0 {
		l.Positive("/strength", opt.Strength, "a number of slots above 0, or 0 for the default")
	}
	if opt.Iterations < 0 {
		l.Add("/iterations", check.ErrRange, opt.Iterations, "at least 1, or 0 for the default")
	}
	rows := make([]bits, 0, len(cohort))
	out := Fitted{}
	slot := Slot(0)
	for i, h := range cohort {
		if h.seen.n == 0 {
			continue
		}
		if slot == 0 {
			slot = h.slot
		}
		if h.slot != slot {
			l.Add(check.Pointer("cohort", i), check.ErrConflict, h.slot.String(), "the slot unit of the others, "+slot.String())
		}
		rows = append(rows, h.seen)
		out.Slots += h.seen.n
	}
	towards := opt.Towards
	if towards == (Prior{}) {
		towards = ladder(slot)
	} else {
		l.Merge("/towards", towards.validate())
	}
	if err := l.Err(); err != nil {
		return Fitted{}, err
	}
	if len(rows) == 0 {
		return Fitted{}, ErrNoSlots
	}
	e := expectation{prior: towards, towards: towards, strength: opt.Strength}
	e.prior.Slot = slot
	if e.strength == 0 {
		e.strength = defaultStrength
	}
	iterations := opt.Iterations
	if iterations == 0 {
		iterations = defaultIterations
	}
	out.Channels = len(rows)
	before := math.Inf(-1)
	for range iterations {
		logLik := e.collect(rows)
		out.Iterations++
		objective := logLik + e.logPrior()
		out.Prior, out.LogLikelihood = e.prior, logLik
		if objective-before < fitTolerance*float64(out.Slots) {
			out.Converged = true
			break
		}
		before = objective
		e.maximise()
	}
	return out, nil
}
