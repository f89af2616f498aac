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
// counted. It is the weighted mean of what the phases expect and of the channel's own
// recent rate, see [Prior]. It lies in [0, 100] and is defined for every history:
// during an open pause it is the score of the phase in which the channel paused, and
// without any slot that of the prior; [Model.Report] shows neither as a score. Turning
// a missed slot into a kept one never lowers it. It does not allocate.
func (m Model) Score(h History) float64 {
	t := m.tables()
	return t.score(h.seen, t.worth)
}

// score weighs the phases, whose worth over a horizon is given, and the habit.
func (t *tables) score(seen bits, worth [phases]float64) float64 {
	w := t.prior.Habit
	return 100 * ((1-w)*t.filter(seen).dot(worth) + w*seen.habit())
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
	return t.score(h.seen, t.prior.worth(slots)), nil
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
	// Habit is what the channel's own recent rate contributes: the kept share of its
	// slots, the latest ones counting most.
	Habit float64 `json:"habit"`
	// Phase is what the phases contribute, if today's were to last.
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
	now, w := t.filter(h.seen), t.prior.Habit
	today := now.dot(t.prior.Keep)
	return Parts{
		Habit:       100 * w * h.seen.habit(),
		Phase:       100 * (1 - w) * today,
		Persistence: 100*(1-w)*(now.dot(t.worth)-today) + 0, // + 0 turns -0 into 0
		IfKept:      t.score(h.seen.with(true), t.worth),
		IfMissed:    t.score(h.seen.with(false), t.worth),
	}
}
