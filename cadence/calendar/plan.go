package calendar

import (
	"cmp"
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Plan is what a channel means to publish regularly, and where its team works.
// 24 and 31 December are no public holidays; where the collective agreement gives
// them off, they belong to Local.
type Plan struct {
	State   State      `json:"state"`           // whose public holidays hold
	Local   []Holiday  `json:"local,omitzero"`  // further days off at this place, see Municipal
	School  []Vacation `json:"school,omitzero"` // school vacations, given by the caller
	Formats []Format   `json:"formats"`         // each with an ID of its own
}

// Limits of a plan, so that no input takes the library long.
const (
	maxFormats  = 100
	maxDays     = 3 * 366 // of one schedule
	maxFreeDays = 2000    // local holidays, vacations and changes of one format
)

// Schedule returns the slots of the plan whose day by the rule lies from the
// first to the last day, both included; a slot that is moved may end up outside.
// Times are wall time in loc, on both sides of a clock change (see
// [WallTime.On]); the library loads no zone itself: pass
// time.LoadLocation("Europe/Berlin"), and import time/tzdata where the machine
// may have no zone database.
//
// A moved slot goes to a working day on which no other slot of the plan is,
// because two videos on one day compete with each other. When there is none
// within six days it is dropped, and says so. The slots of four weeks before and
// after the span are weighed, too, so that the answer for a day does not depend on
// where the span begins or ends.
//
// Everything wrong with the plan is one error with a place for each problem:
// days outside 2015 to 2100, more than three years, a rule that never fires, a
// change on a day the rule does not have.
func (p Plan) Schedule(from, to measure.Date, loc *time.Location) (Schedule, error) {
	if err := p.check(from, to, loc); err != nil {
		return nil, err
	}
	const margin = 28 // slots before and after may be moved into the span or stand in the way
	first, last := from.AddDays(-margin), to.AddDays(margin)
	s := scheduler{
		almanac: newAlmanac(p.State, p.Local, p.School, first.Year()-1, last.Year()+1),
		source:  []measure.Source{p.State.Source()}, loc: loc,
		taken: make(map[measure.Date]int, 128),
	}
	var l check.List
	for i := range p.Formats {
		f := &p.Formats[i]
		days, fires := f.Rule.dates(f.Start, first, last)
		if !fires {
			l.Add(check.Pointer("formats", i, "rule"), check.ErrConflict, f.Rule.text, "a rule that falls on a day in the nine years after its start")
			continue
		}
		for j, c := range f.Changes {
			if _, ok := slices.BinarySearchFunc(days, c.On, measure.Date.Compare); !ok && !c.On.Before(first) && !c.On.After(last) {
				l.Add(check.Pointer("formats", i, "changes", j, "on"), check.ErrUnknown, c.On, "a day of the rule "+f.Rule.text)
			}
		}
		s.add(f, days)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return s.run(from, to), nil
}

func (p Plan) check(from, to measure.Date, loc *time.Location) error {
	var l check.List
	if !stateWords.Valid(p.State) {
		l.Add("/state", check.ErrUnknown, p.State, "one of the 16 states")
	}
	day := func(path string, d measure.Date) {
		if d.Year() < FirstYear || d.Year() > LastYear {
			l.Add(path, check.ErrRange, d, "a day of the years 2015 to 2100")
		}
	}
	day("/from", from)
	day("/to", to)
	switch {
	case to.Before(from):
		l.Add("/to", check.ErrOrder, to, "a day not before "+from.String())
	case to.Sub(from) >= maxDays:
		l.Add("/to", check.ErrLimit, to, "at most three years at a time")
	}
	if loc == nil {
		l.Add("/location", check.ErrRequired, check.None, "a time zone such as Europe/Berlin")
	}
	if len(p.Formats) > maxFormats {
		l.Add("/formats", check.ErrLimit, len(p.Formats), "at most 100 formats")
		p.Formats = p.Formats[:maxFormats]
	}
	if len(p.Local) > maxFreeDays || len(p.School) > maxFreeDays {
		l.Add("", check.ErrLimit, max(len(p.Local), len(p.School)), "at most 2000 local holidays and vacations")
		return l.Err()
	}
	for i, h := range p.Local {
		day(check.Pointer("local", i, "date"), h.Date)
		checkText(&l, check.Pointer("local", i, "name"), h.Name)
		if h.English != "" {
			checkText(&l, check.Pointer("local", i, "english"), h.English)
		}
	}
	for i, v := range p.School {
		day(check.Pointer("school", i, "from"), v.From)
		day(check.Pointer("school", i, "to"), v.To)
		checkText(&l, check.Pointer("school", i, "name"), v.Name)
		if v.To.Before(v.From) {
			l.Add(check.Pointer("school", i, "to"), check.ErrOrder, v.To, "a day not before "+v.From.String())
		}
	}
	ids := map[string]bool{}
	for i, f := range p.Formats {
		at := check.Pointer("formats", i)
		if len(f.Changes) > maxFreeDays {
			l.Add(at+"/changes", check.ErrLimit, len(f.Changes), "at most 2000 changes")
			f.Changes = nil
		}
		f.check(&l, at)
		if ids[f.ID] {
			l.Add(at+"/id", check.ErrDuplicate, f.ID, "an ID of its own for each format")
		}
		ids[f.ID] = true
	}
	return l.Err()
}

// scheduler turns days into slots.
type scheduler struct {
	almanac
	source  []measure.Source
	loc     *time.Location
	entries []entry
	taken   map[measure.Date]int // published slots of a day
}

// entry is one instance on its way to becoming a slot.
type entry struct {
	format       *Format
	planned, day measure.Date
	action       Action
	why          cause
	byHand       bool
	note         string
	finish       measure.Date
	step         int  // -1 or 1: wants to move earlier or later
	cramped      bool // dropped because no day was free to move to
}

func (s *scheduler) add(f *Format, days []measure.Date) {
	for _, d := range days {
		e := entry{format: f, planned: d, day: d, action: Kept}
		if i := slices.IndexFunc(f.Changes, func(c Change) bool { return c.On == d }); i >= 0 {
			e.byHand, e.note = true, f.Changes[i].Note
			e.day, e.action = f.Changes[i].To, Moved
			if e.day.IsZero() {
				e.day, e.action = d, Skipped
			}
		}
		s.entries = append(s.entries, e)
	}
}

func (s *scheduler) run(from, to measure.Date) Schedule {
	slices.SortFunc(s.entries, func(a, b entry) int {
		return cmp.Or(a.planned.Compare(b.planned), cmp.Compare(a.format.ID, b.format.ID))
	})
	for i := range s.entries {
		if e := &s.entries[i]; e.action != Skipped {
			s.taken[e.day]++
		}
	}
	for i := range s.entries {
		s.decide(&s.entries[i])
	}
	out := make(Schedule, 0, len(s.entries))
	for i := range s.entries {
		e := &s.entries[i]
		if e.step != 0 {
			s.move(e)
		}
		if !e.planned.Before(from) && !e.planned.After(to) {
			out = append(out, s.slot(e))
		}
	}
	slices.SortStableFunc(out, func(a, b Slot) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Format, b.Format), a.Planned.Compare(b.Planned))
	})
	return out
}

// decide applies the policies of the format to the day of the rule: a holiday
// comes before a bridge day, a bridge day before a school vacation. Where to a
// slot moves is left to move, when all days are known that others give up.
func (s *scheduler) decide(e *entry) {
	if e.byHand {
		return
	}
	e.why = s.cause(e.planned)
	switch e.why.policy(e.format) {
	case PreProduce:
		e.action = PreProduced
		e.finish = s.lastWorkingBefore(e.why.from)
		return
	case Drop:
		e.action = Dropped
	case MoveEarlier:
		e.step = -1
	case MoveLater:
		e.step = 1
	default:
		return
	}
	s.taken[e.planned]--
}

// move looks for a working day without another video in the direction of the step.
func (s *scheduler) move(e *entry) {
	e.action, e.cramped = Dropped, true
	for n := 1; n <= 6; n++ {
		d := e.planned.AddDays(e.step * n)
		if s.working(d) && s.taken[d] == 0 && (e.why.kind != inVacation || s.cause(d).kind != inVacation) {
			e.action, e.day, e.cramped = Moved, d, false
			s.taken[d]++
			return
		}
	}
}
