package cadence

import (
	"fmt"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Prior holds the parameters of a [Model]: what is known about channels in general
// before one channel's own history is seen. Get one from [DefaultPrior] or [Fit], or
// write it down; [NewModel] checks it.
//
// The order of the phases and the limits of Keep and Next make the model monotone:
// turning a missed slot into a kept one never lowers a score, because every step of the
// filter keeps the order of two distributions by likelihood ratio (total positivity of
// order two: Karlin, Total Positivity, 1968).
type Prior struct {
	Slot  Slot                    `json:"slot"`  // the unit the parameters were fitted on
	Start [phases]float64         `json:"start"` // probability of each phase in the first slot; adds up to 1
	Next  [phases][phases]float64 `json:"next"`  // from phase (row) to phase (column) in one slot; each row adds up to 1
	Keep  [phases]float64         `json:"keep"`  // probability that a slot in this phase is kept, not decreasing
	// Habit is the weight in the score of the channel's own recent rate, the rest is
	// that of the phases; 0 to 1.
	Habit float64 `json:"habit"`
}

// Limits of the parameters. Keep stays inside (0, 1) so that no single slot can rule a
// phase out for ever; staying at least every second time makes all 2x2 minors of Next
// non-negative when phases move one step at a time.
const (
	minKeep  = 0.001
	minStay  = 0.5
	sumSlack = 1e-9
)

// DefaultPrior returns the parameters for weekly slots. They were fitted with [Fit]
// and its default options on the 33 public channels of the open half of our
// collection: 13 TikTok channels of newsrooms in Québec and 20 YouTube channels on
// information security, 2011 to 2023, 6,574 weeks from each first video to the last
// day its platform was observed. They are not German authorities: no such collection
// is public. "examples/backtest continuity -fit" fits them again on any file.
//
// Chosen by cross-validation over those channels (four groups, four shuffles): phases
// alone have 0.85 times the mean squared error of "share of the last 12 weeks", and
// would have missed 0.90 on one in five random sets of 18 channels, because a channel
// may have a rate between those of two phases. Half phases, half the channel's own
// recent rate has 0.84, misses 0.90 on one in fifty, and a calibration error of 0.01.
// More phases, two stages per phase so that its length is not geometric, weights
// fitted by least squares, recalibration and fitting for the twelve-week error itself
// did not do better on channels they had not seen.
func DefaultPrior() Prior { return defaultPrior }

var defaultPrior = Prior{
	Slot:  Week,
	Start: [phases]float64{0.066, 0.484, 0.217, 0.233},
	Next: [phases][phases]float64{
		{0.9791, 0.0209, 0, 0},
		{0.0418, 0.9268, 0.0314, 0},
		{0, 0.0414, 0.9433, 0.0153},
		{0, 0, 0.0145, 0.9855},
	},
	Keep:  [phases]float64{0.0153, 0.2947, 0.7264, 0.9546},
	Habit: habitWeight,
}

// validate checks what the model relies on.
func (p Prior) validate() error {
	var l check.List
	if !p.Slot.IsValid() {
		l.Add("/slot", check.ErrRequired, p.Slot.String(), "one of day, week, two weeks, month")
	}
	distribution(&l, "/start", p.Start)
	for i, row := range p.Next {
		at := check.Pointer("next", i)
		distribution(&l, at, row)
		for j, v := range row {
			if (j < i-1 || j > i+1) && v != 0 {
				l.Add(check.Pointer("next", i, j), check.ErrRange, v, "0: phases move one step at a time")
			}
		}
		if row[i] < minStay {
			l.Add(check.Pointer("next", i, i), check.ErrRange, row[i], "at least 0.5: a phase lasts")
		}
	}
	for i, v := range p.Keep {
		at := check.Pointer("keep", i)
		if l.Between(at, v, minKeep, 1-minKeep, "a probability from 0.001 to 0.999") && i > 0 && v < p.Keep[i-1] {
			l.Add(at, check.ErrOrder, v, fmt.Sprintf("at least %g, the value of the phase before", p.Keep[i-1]))
		}
	}
	l.Between("/habit", p.Habit, 0, 1, "a weight from 0 to 1")
	return l.Err()
}

// distribution checks probabilities that add up to 1.
func distribution(l *check.List, at string, row [phases]float64) {
	sum := 0.0
	for j, v := range row {
		if !l.Between(at+check.Pointer(j), v, 0, 1, "a probability from 0 to 1") {
			return
		}
		sum += v
	}
	if sum < 1-sumSlack || sum > 1+sumSlack {
		l.Add(at, check.ErrRange, sum, "probabilities that add up to 1")
	}
}

// phaseSource is where figures of the phases come from.
var phaseSource = measure.Source{
	Key: "hochkant-phases", Title: "Four-phase model of kept slots, fitted on 33 public channels 2011 to 2023", Publisher: "hochkant",
	Year: 2026, Certainty: measure.Computed, Note: "Newsrooms and YouTube channels, not authorities; checked on channels it had not seen.",
}
