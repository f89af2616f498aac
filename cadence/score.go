package cadence

import (
	"iter"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
)

// Now returns the probability of each phase in the running slot, given all slots
// before it. Without any it is the start of the prior.
func (m Model) Now(h History) Phases { return m.tables().filter(h.seen) }

// Score returns the continuity score: 100 times the expected share of the next
// [Horizon] slots that will be kept, the running one first and paused ones not
// counted. It lies in [0, 100] and is defined for every history: during an open pause
// it is the score of the phase in which the channel paused, and without any slot that
// of the prior; [Model.Report] shows neither as a score. Turning a missed slot into a
// kept one never lowers it. It does not allocate.
func (m Model) Score(h History) float64 {
	t := m.tables()
	return 100 * t.filter(h.seen).dot(t.worth)
}

// maxHorizon is far beyond where a forecast differs from the long run.
const maxHorizon = 10_000

func checkHorizon(slots int) error {
	if slots < 1 || slots > maxHorizon {
		return check.Problem{Path: "/slots", Value: strconv.Itoa(slots), Kind: check.ErrRange, Want: "a number of slots from 1 to 10000"}
	}
	return nil
}

// ScoreOver returns the score over another number of coming slots, 1 to 10,000.
func (m Model) ScoreOver(h History, slots int) (float64, error) {
	if err := checkHorizon(slots); err != nil {
		return 0, err
	}
	t := m.tables()
	return 100 * t.filter(h.seen).dot(t.prior.worth(slots)), nil
}

// Scores returns the score of each history in turn, for cohorts too large to hold. It
// neither allocates nor starts goroutines; a Model may be used by many at once.
func (m Model) Scores(histories iter.Seq[History]) iter.Seq[float64] {
	return func(yield func(float64) bool) {
		for h := range histories {
			if !yield(m.Score(h)) {
				return
			}
		}
	}
}

// Parts explain a score in points of 0 to 100: Habit + Phase + Persistence is the
// score.
type Parts struct {
	// Habit is what the record up to twelve slots ago let one expect of a slot today;
	// of a young channel, what is expected of channels in general.
	Habit float64 `json:"habit"`
	// Phase is what the last twelve slots add to that or take from it.
	Phase float64 `json:"phase"`
	// Persistence is what is added or lost because phases do not last for ever.
	Persistence float64 `json:"persistence"`
	// IfKept and IfMissed are the score after one more kept or missed slot.
	IfKept   float64 `json:"ifKept"`
	IfMissed float64 `json:"ifMissed"`
}

// Score returns the sum of the three parts.
func (p Parts) Score() float64 { return p.Habit + p.Phase + p.Persistence }

// Parts takes the score apart.
func (m Model) Parts(h History) Parts {
	t := m.tables()
	now := t.filter(h.seen)
	before := max(0, h.seen.n-Horizon)
	expect := t.prior.Keep // by phase, so many slots later
	for range h.seen.n - before {
		expect = t.prior.step(expect)
	}
	var p Parts
	today := 100 * now.dot(t.prior.Keep)
	p.Habit = 100 * t.filter(h.seen.upTo(before)).dot(expect)
	p.Phase = today - p.Habit
	p.Persistence = 100*now.dot(t.worth) - today
	p.IfMissed, p.IfKept = t.after(now, 0), t.after(now, 1)
	return p
}

// after returns the score after one more slot.
func (t *tables) after(now Phases, kept int) float64 {
	v0, v1, v2, v3 := t.one[kept].apply(now[0], now[1], now[2], now[3])
	return 100 * Phases{v0, v1, v2, v3}.scaled().dot(t.worth)
}
