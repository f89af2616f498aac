package rhythm

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Away says what one person's absence does to a rhythm.
type Away struct {
	Member   string           `json:"member"`      // whose person is away
	Weeks    int              `json:"weeks"`       // how long
	Rhythm   Rhythm           `json:"rhythm"`      // what was promised
	Unbroken measure.Estimate `json:"unbroken"`    // probability that no slot is missed in these weeks, from the stock the plan starts with
	Needed   int              `json:"stockNeeded"` // smallest stock at the start with which that probability reaches the level, at the middle of the hours a video
	Reasons  []reason.Reason  `json:"reasons"`
}

// Away returns what happens to a rhythm when one person of the named member is
// away for so many weeks, 1 to 52, from the first day. The others work as ever, leave
// and sickness included, from the stock the plan starts with. An empty name means the
// member whose absence hurts most (the first of them on a tie). A name that the
// team does not have is a problem; those of [Model.Outlook] are, too.
func (m Model) Away(r Rhythm, member string, weeks int) (Away, error) {
	if err := m.check(r); err != nil {
		return Away{}, err
	}
	var l check.List
	l.Between("/weeks", float64(weeks), 1, 52, "1 to 52 weeks")
	worst, found := Away{}, false
	mid := m.plan.Video.Mean.P50()
	for i, who := range m.plan.Team.Members {
		if l.Err() != nil || member != "" && who.Name != member {
			continue
		}
		out := make([]int, len(m.plan.Team.Members))
		out[i] = 1
		left := Model{plan: m.plan, crew: newCrew(m.plan.Team, out)}
		p := left.survive(r, mid, weeks, m.plan.Stock.Start)
		if !found || p < worst.Unbroken.P50()-1e-9 {
			found = true
			worst = Away{Member: who.Name, Weeks: weeks, Rhythm: r}
			worst.Unbroken = m.estimate(func(mean float64) float64 { return left.survive(r, mean, weeks, m.plan.Stock.Start) })
			worst.Needed = left.needed(r, mid, weeks)
		}
	}
	if !found && l.Err() == nil {
		l.Add("/member", check.ErrUnknown, member, "the name of a member of the team")
	}
	if err := l.Err(); err != nil {
		return Away{}, err
	}
	worst.Reasons = m.awayReasons(worst)
	return worst, nil
}

// survive is the probability that no slot is missed in so many weeks from a stock.
func (m Model) survive(r Rhythm, mean float64, weeks, start int) float64 {
	return m.unbrokenStocked(r, mean, weeks, Stock{start, max(start, m.plan.Stock.Most)})
}

// needed is the smallest stock with which the rhythm survives. As many videos
// as are due in the time always do.
func (m Model) needed(r Rhythm, mean float64, weeks int) int {
	lo, hi := 0, weeks/r.Weeks*r.Videos
	for lo < hi {
		mid := (lo + hi) / 2
		if m.enough(m.survive(r, mean, weeks, mid)) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
