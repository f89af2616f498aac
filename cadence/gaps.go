package cadence

import (
	"errors"
	"fmt"

	"github.com/hochkant/hochkant/strategy/measure"
)

// ErrTooFew says that there are too few values for a figure. It is wrapped with how
// many are needed.
var ErrTooFew = errors.New("too few values")

func tooFew(have, need int, what string) error {
	return fmt.Errorf("%w: %d %s, want at least %d", ErrTooFew, have, what, need)
}

// Gap is the time between two posting days that follow each other. Several posts of
// one day are one posting day.
type Gap struct {
	From   measure.Date `json:"from"`   // the earlier posting day
	To     measure.Date `json:"to"`     // the later one; of the open gap the as-of day
	Days   int64        `json:"days"`   // from the one to the other, days of announced pauses left out
	Paused int64        `json:"paused"` // days of announced pauses between them
}

// Gaps returns the gaps in order of time.
func (h History) Gaps() []Gap {
	var gaps []Gap
	for i := 1; i < len(h.days); i++ {
		if h.days[i] > h.days[i-1] {
			gaps = append(gaps, h.gap(int(h.days[i-1]), int(h.days[i])))
		}
	}
	return gaps
}

// OpenGap returns the time since the last post. ok is false without a post.
func (h History) OpenGap() (gap Gap, ok bool) {
	if len(h.days) == 0 {
		return Gap{}, false
	}
	return h.gap(h.lastDay(), h.today), true
}

// gap leaves out the paused days strictly between two posting days; of an open gap the
// as-of day itself may be paused too.
func (h History) gap(from, to int) Gap {
	last := to - 1
	if to == h.today && h.lastDay() == from {
		last = to
	}
	paused := 0
	for _, p := range h.pauses {
		if a, b := max(p.from, from+1), min(p.until, last); a <= b {
			paused += b - a + 1
		}
	}
	return Gap{dateOf(from), dateOf(to), int64(to - from - paused), int64(paused)}
}

// GapSummary returns P10, median and P90 of the gaps in days and the longest one, the
// earliest of equals. Without a gap it is [ErrTooFew].
func (h History) GapSummary() (days measure.Estimate, longest Gap, err error) {
	gaps := h.Gaps()
	if len(gaps) == 0 {
		return measure.Estimate{}, Gap{}, tooFew(0, 1, "gaps")
	}
	for _, g := range gaps {
		if g.Days > longest.Days {
			longest = g
		}
	}
	days, err = measure.Summarize(h.GapDays())
	return days, longest, err
}

// GapDays returns the length of every gap in days, as [Burstiness], [Memory] and
// [LocalVariation] take them. A gap that was paused throughout is one day long.
func (h History) GapDays() []float64 {
	gaps := h.Gaps()
	days := make([]float64, len(gaps))
	for i, g := range gaps {
		days[i] = float64(max(g.Days, 1))
	}
	return days
}
