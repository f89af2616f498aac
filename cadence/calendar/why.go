package calendar

import (
	"cmp"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// cause is why a day is not like any other.
type cause struct {
	kind            causeKind
	name, english   string
	from            measure.Date // first day of the free time
	ofPublicHoliday bool         // by the act of the state, not by the caller
}

type causeKind uint8

const (
	ordinary causeKind = iota
	onHoliday
	onBridge
	inVacation
)

func (s *scheduler) cause(d measure.Date) cause {
	if h, public, ok := s.holiday(d); ok {
		return cause{onHoliday, h.Name, cmp.Or(h.English, h.Name), d, public}
	}
	if s.bridge(d) {
		return cause{onBridge, "", "", d, len(s.local) == 0}
	}
	if v, ok := s.vacation(d); ok {
		return cause{inVacation, v.Name, v.Name, v.From, false}
	}
	return cause{}
}

// policy returns what the format wants on such a day.
func (c cause) policy(f *Format) Policy {
	switch c.kind {
	case onHoliday:
		return cmp.Or(f.OnHoliday, PreProduce)
	case onBridge:
		return cmp.Or(f.OnBridge, Keep)
	case inVacation:
		return cmp.Or(f.OnSchool, Keep)
	}
	return Keep
}

// what says the cause in a sentence: "5. Juni 2026 ist ein Brückentag".
func (c cause) what() reason.Figure {
	switch c.kind {
	case onHoliday:
		return reason.Word("what", "ist „"+c.name+"“", "is “"+c.english+"”")
	case onBridge:
		return reason.Word("what", "ist ein Brückentag", "is a bridge day")
	default:
		return reason.Word("what", "liegt in den Schulferien („"+c.name+"“)", "is in the school holidays (“"+c.name+"”)")
	}
}

func (s *scheduler) slot(e *entry) Slot {
	out := Slot{
		Format: e.format.ID, Title: e.format.Title, Planned: e.planned, Action: e.action,
		At: e.format.At.On(e.day, s.loc), FinishBy: e.finish,
	}
	if out.FinishBy.IsZero() {
		out.FinishBy = e.day
		if !s.working(e.day) {
			out.FinishBy = s.lastWorkingBefore(e.day)
		}
	}
	if r, ok := s.reason(e); ok {
		out.Reasons = []reason.Reason{r}
	}
	return out
}

func (s *scheduler) reason(e *entry) (reason.Reason, bool) {
	day := reason.Day("day", e.planned)
	sources := s.source
	if !e.why.ofPublicHoliday || e.byHand {
		sources = nil
	}
	switch {
	case e.byHand && e.action == Skipped && e.note == "":
		return reason.New("calendar.skipped", "Am {day} von Hand gestrichen.", "Taken out by hand on {day}.", nil, day), true
	case e.byHand && e.action == Skipped:
		return reason.New("calendar.skipped", "Am {day} von Hand gestrichen: {note}", "Taken out by hand on {day}: {note}",
			nil, day, reason.Text("note", e.note)), true
	case e.byHand && e.note == "":
		return reason.New("calendar.moved-by-hand", "Vom {day} von Hand auf den {to} verschoben.", "Moved by hand from {day} to {to}.",
			nil, day, reason.Day("to", e.day)), true
	case e.byHand:
		return reason.New("calendar.moved-by-hand", "Vom {day} von Hand auf den {to} verschoben: {note}", "Moved by hand from {day} to {to}: {note}",
			nil, day, reason.Day("to", e.day), reason.Text("note", e.note)), true
	case e.action == PreProduced:
		return reason.New("calendar.pre-produced",
			"Der {day} {what}. Das Video muss bis zum {by} fertig und eingeplant sein.",
			"{day} {what}. The video has to be finished and scheduled by {by}.",
			sources, day, e.why.what(), reason.Day("by", e.finish)), true
	case e.action == Moved:
		return reason.New("calendar.moved", "Der {day} {what}. Der Termin rückt auf den {to}.",
			"{day} {what}. The slot moves to {to}.", sources, day, e.why.what(), reason.Day("to", e.day)), true
	case e.action == Dropped && e.cramped:
		return reason.New("calendar.no-room",
			"Der {day} {what}. In den sechs Tagen daneben ist kein Arbeitstag ohne anderes Video: Der Termin entfällt.",
			"{day} {what}. No working day without another video lies within six days: the slot falls out.",
			sources, day, e.why.what()), true
	case e.action == Dropped:
		return reason.New("calendar.dropped", "Der {day} {what}. Der Termin entfällt.", "{day} {what}. The slot falls out.",
			sources, day, e.why.what()), true
	}
	return reason.Reason{}, false
}
