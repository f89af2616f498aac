package rhythm

import (
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Answer is what a team can promise.
type Answer struct {
	Weekly   Outlook         `json:"weekly"`      // largest rhythm that holds in a period without stock; the zero Rhythm when not even one video in the longest period does
	Next     Outlook         `json:"next"`        // the next larger one, which does not
	Batch    Outlook         `json:"batch"`       // largest number of videos in one batch period; zero Rhythm: none
	Stocked  Outlook         `json:"stocked"`     // largest rhythm that holds in a period with the stock of the plan; zero Rhythm: none, or no stock
	Unbroken Outlook         `json:"unbroken"`    // largest rhythm kept through the whole horizon, with the stock when there is one; zero Rhythm: none
	Binding  Binding         `json:"binding"`     // why not the next larger one
	Cover    []Cover         `json:"cover"`       // the tasks and how many people they hang on
	Reasons  []reason.Reason `json:"reasons"`     // the answer in sentences
	Assumed  []reason.Reason `json:"assumptions"` // what the caller did not say
}

// Best returns the largest rhythms that hold with the level of the plan, judged at the
// middle of the hours a video; the range of each outlook shows how sure that is.
// Rhythms tried are whole numbers a week, and one video in 2, 3, 4, 6 and 8 weeks
// (as long as the horizon is), so that a team too small for a weekly video gets an honest
// answer.
func (m Model) Best() (Answer, error) {
	if m.plan.Weeks == 0 {
		return Answer{}, check.Problem{Kind: check.ErrRequired, Want: "a model made by New"}
	}
	mean := m.plan.Video.Mean.P50()
	a := Answer{Cover: m.plan.Team.Cover()}
	var seen []Outlook
	known := func(r Rhythm) Outlook { // an empty outlook for no rhythm, and none computed twice
		if r.IsZero() {
			return Outlook{}
		}
		i := slices.IndexFunc(seen, func(o Outlook) bool { return o.Rhythm == r })
		if i < 0 {
			i = len(seen)
			seen = append(seen, m.outlook(r))
		}
		return seen[i]
	}
	weekly, next := m.largest(func(r Rhythm) bool { return m.holds(r, mean) })
	a.Weekly, a.Next = known(weekly), known(next)
	unbroken, _ := m.largest(func(r Rhythm) bool {
		if m.plan.Stock.Most > 0 {
			return m.enough(m.unbrokenStocked(r, mean, m.plan.Weeks, m.plan.Stock))
		}
		return m.enough(m.unbroken(r, mean))
	})
	a.Unbroken = known(unbroken)
	if m.plan.Stock.Most > 0 {
		stocked, _ := m.largest(func(r Rhythm) bool { return m.enough(m.keptStocked(r, mean)) })
		a.Stocked = known(stocked)
	}
	if m.plan.BatchWeeks <= m.plan.Weeks {
		a.Batch = known(m.largestBatch())
	}
	a.Binding = m.binding(next)
	a.Reasons = m.bestReasons(a)
	a.Assumed = m.assumptions()
	return a, nil
}

// enough compares a probability with the level of the plan, not by the last bit.
func (m Model) enough(p float64) bool { return p >= float64(m.plan.Level)-1e-9 }

// holds reports whether one period of a rhythm is kept without stock often enough.
func (m Model) holds(r Rhythm, mean float64) bool { return m.enough(m.kept(r, mean)) }

// ladder are the periods tried for a single video, in weeks.
var ladder = [...]int{1, 2, 3, 4, 6, 8}

// largest returns the largest rhythm that holds and the one after it. It walks
// up from one a week, or down when that does not hold: the answer is small.
func (m Model) largest(holds func(Rhythm) bool) (best, next Rhythm) {
	if holds(Weekly(1)) {
		n := 1
		for step := 1; n < maxVideos; { // gallop, then close in
			if n+step <= maxVideos && holds(Weekly(n+step)) {
				n += step
				step *= 2
				continue
			}
			if step == 1 {
				break
			}
			step = max(1, step/4)
		}
		if n == maxVideos {
			return Weekly(n), Rhythm{}
		}
		return Weekly(n), Weekly(n + 1)
	}
	next = Weekly(1)
	for _, weeks := range ladder[1:] {
		r := Rhythm{1, weeks}
		if weeks > m.plan.Weeks {
			break
		}
		if holds(r) {
			return r, next
		}
		next = r
	}
	return Rhythm{}, next
}

// slowest is the longest period tried for a single video.
func (m Model) slowest() int {
	longest := 1
	for _, weeks := range ladder {
		if weeks <= m.plan.Weeks {
			longest = weeks
		}
	}
	return longest
}

// largestBatch returns the largest number of videos that one batch period holds.
// It starts where the mean hours point and walks, because long chains are slow.
func (m Model) largestBatch() Rhythm {
	weeks, mean := m.plan.BatchWeeks, m.plan.Video.Mean.P50()
	holds := func(n int) bool { return n == 0 || m.holds(Rhythm{n, weeks}, mean) }
	videos := m.crew.mean() * m.usable(weeks) * float64(weeks) / mean
	n := int(min(maxVideos, max(0, videos-1.3*m.plan.Video.Spread*math.Sqrt(videos))))
	for n < maxVideos && holds(n+1) {
		n++
	}
	for !holds(n) {
		n--
	}
	if n == 0 {
		return Rhythm{}
	}
	return Rhythm{n, weeks}
}
