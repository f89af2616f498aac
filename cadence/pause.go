package cadence

import (
	"cmp"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Pause is a break that the channel announced. Slots that it touches are neither kept
// nor missed unless they hold a post.
type Pause struct {
	From measure.Date `json:"from"`
	// Until is the last day of the pause; the zero Date means open, without an
	// announced end.
	Until measure.Date `json:"until,omitzero"`
	// Announced is the day the audience was told; zero means on From. A pause that is
	// announced late excuses nothing before that day.
	Announced measure.Date `json:"announced,omitzero"`
	Reason    string       `json:"reason,omitzero"`
}

// Open reports whether the pause has no announced end.
func (p Pause) Open() bool { return p.Until.IsZero() }

func (p Pause) validate(l *check.List, at string) {
	if p.From.IsZero() {
		l.Add(at+"/from", check.ErrRequired, check.None, "the first day of the pause")
		return
	}
	if !p.Open() && p.Until.Before(p.From) {
		l.Add(at+"/until", check.ErrOrder, p.Until.String(), "a day that is not before the start, "+p.From.String()+", or none for an open pause")
	}
}

// span is a pause in force: days since 1970, both ends included.
type span struct {
	from, until int
	reason      string
}

// forever ends an open pause.
const forever = math.MaxInt32

func (s span) open() bool { return s.until == forever }

// spans returns the pauses as they are in force on the day asOf, merged where they
// overlap or adjoin. A pause counts from its announcement; one that is announced only
// later is not known yet. An open pause ends with the first post in a later slot than
// the one it began in: a farewell video in the week of the announcement does not end
// it. postDays are in order.
func spans(pauses []Pause, slot Slot, asOf int, postDays []int32) []span {
	var in []span
	for _, p := range pauses {
		s := span{dayOfDate(p.From), forever, p.Reason}
		if !p.Open() {
			s.until = dayOfDate(p.Until)
		}
		if !p.Announced.IsZero() {
			announced := dayOfDate(p.Announced)
			if announced > asOf {
				continue
			}
			s.from = max(s.from, announced)
		}
		if p.Open() && s.from <= asOf {
			later := slot.start(slot.of(s.from) + 1)
			if i, _ := slices.BinarySearch(postDays, int32(later)); i < len(postDays) {
				s.until = int(postDays[i]) - 1
			}
		}
		if s.from <= s.until {
			in = append(in, s)
		}
	}
	slices.SortStableFunc(in, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until), cmp.Compare(a.reason, b.reason))
	})
	var merged []span
	for _, s := range in {
		last := len(merged) - 1
		if last < 0 || s.from-1 > merged[last].until {
			merged = append(merged, s)
			continue
		}
		m := &merged[last]
		m.until = max(m.until, s.until)
		switch {
		case m.reason == "":
			m.reason = s.reason
		case s.reason != "" && s.reason != m.reason:
			m.reason += "; " + s.reason
		}
	}
	return merged
}
