package cadence

import (
	"math"
	"strings"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Slot is the unit in which a channel keeps its word: in every slot at least one new
// video. The zero Slot is not valid; a [History] takes it as [Week].
type Slot uint8

// The slots. Weeks are ISO weeks, Monday to Sunday, and simply follow one another,
// also where a year has a week 53. Two weeks are pairs of them, counted from the
// Monday 29 December 1969.
const (
	Day Slot = iota + 1
	Week
	TwoWeeks
	Month
)

var slotNames = check.Words[Slot]{Day: "day", Week: "week", TwoWeeks: "two weeks", Month: "month"}

// IsValid reports whether s is one of the four units.
func (s Slot) IsValid() bool { return slotNames.Valid(s) }

// String returns "day", "week", "two weeks" or "month".
func (s Slot) String() string { return slotNames.String(s) }

// MarshalText writes the word of [Slot.String]; an invalid slot is an error.
func (s Slot) MarshalText() ([]byte, error) { return slotNames.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Slot) UnmarshalText(text []byte) (err error) {
	*s, err = slotNames.Parse(string(text))
	return err
}

// of returns the number of the slot that holds a day, counted in days since 1 January
// 1970.
func (s Slot) of(day int) int {
	switch s {
	case Day:
		return day
	case Week:
		return floorDiv(day+3, 7)
	case TwoWeeks:
		return floorDiv(day+3, 14)
	default:
		d := dateOf(day)
		return d.Year()*12 + int(d.Month()) - 1
	}
}

// start returns the first day of a slot.
func (s Slot) start(n int) int {
	switch s {
	case Day:
		return n
	case Week:
		return 7*n - 3
	case TwoWeeks:
		return 14*n - 3
	default:
		return int(time.Date(floorDiv(n, 12), time.Month(n-12*floorDiv(n, 12)+1), 1, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
	}
}

// words returns the unit as a singular and plural in both languages, as reason
// templates take them.
func (s Slot) words() (de, en string) {
	switch s {
	case Day:
		return "Tag|Tage", "day|days"
	case TwoWeeks:
		return "Zeitraum von zwei Wochen|Zeiträume von zwei Wochen", "fortnight|fortnights"
	case Month:
		return "Monat|Monate", "month|months"
	default:
		return "Woche|Wochen", "week|weeks"
	}
}

// unit is the singular as a figure.
func (s Slot) unit(name string) reason.Figure {
	de, en := s.words()
	de, _, _ = strings.Cut(de, "|")
	en, _, _ = strings.Cut(en, "|")
	return reason.Word(name, de, en)
}

// running names the slot that is not over, as a figure.
func (s Slot) running(name string) reason.Figure {
	switch s {
	case Day:
		return reason.Word(name, "heute", "today")
	case TwoWeeks:
		return reason.Word(name, "in diesen zwei Wochen", "in these two weeks")
	case Month:
		return reason.Word(name, "in diesem Monat", "this month")
	default:
		return reason.Word(name, "in dieser Woche", "this week")
	}
}

const secondsPerDay = 86400

// clock tells the civil day of instants in a zone. It remembers the offset between two
// clock changes, because looking it up costs more than all the rest.
type clock struct {
	loc              *time.Location
	from, to, offset int64 // the offset in seconds holds for from <= Unix time < to
}

// day returns the civil day of an instant, in days since 1 January 1970. It goes by the
// offset of the zone, so clock changes move no day.
func (c *clock) day(t time.Time) int {
	unix := t.Unix()
	if unix < c.from || unix >= c.to {
		local := t.In(c.loc)
		_, offset := local.Zone()
		start, end := local.ZoneBounds()
		c.offset, c.from, c.to = int64(offset), math.MinInt64, math.MaxInt64
		if !start.IsZero() {
			c.from = start.Unix()
		}
		if !end.IsZero() {
			c.to = end.Unix()
		}
	}
	return int(floorDiv(unix+c.offset, secondsPerDay))
}

func dayOf(t time.Time, loc *time.Location) int { return (&clock{loc: loc}).day(t) }

func dayOfDate(d measure.Date) int { return int(d.In(time.UTC).Unix() / secondsPerDay) }

// dateOf is the zero Date after the year 9999.
func dateOf(day int) measure.Date {
	return measure.DateOf(time.Unix(int64(day)*secondsPerDay, 0).UTC())
}

func floorDiv[N int | int64](a, b N) N {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
