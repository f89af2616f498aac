package calendar

import (
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// FirstYear and LastYear bound the years for which holidays are given. Before
// 2015 the law was not checked. The days from 2015 to 2035 are tested; later
// ones follow the acts as they stood in 2026, and may be overtaken by them.
const (
	FirstYear = 2015
	LastYear  = 2100
)

// Holiday is a day on which a public body does not work, with its usual name.
type Holiday struct {
	Date    measure.Date `json:"date"`
	Name    string       `json:"name"`             // in German
	English string       `json:"english,omitzero"` // empty: the German name is used
}

// Holidays returns the public holidays (gesetzliche Feiertage) of the whole
// state in a year, ordered by date; those that fall on a Sunday are among them.
// Easter Sunday and Whit Sunday are listed in Brandenburg only, whose act names
// them; elsewhere they are Sundays. Days that hold in some municipalities of a
// state only are left to [Municipal]. An invalid state and a year outside
// [FirstYear] to [LastYear] are problems.
func Holidays(s State, year int) ([]Holiday, error) { return observed(s, year, holidayTable[:]) }

// Municipal returns the holidays that hold only in some municipalities of a
// state: Mariä Himmelfahrt in those of Bavaria with a Catholic majority,
// Fronleichnam in some of Saxony and Thuringia, the Hohes Friedensfest in the
// city of Augsburg. Whether one holds at a place, the caller knows: add it to
// [Plan.Local] then. Problems are those of [Holidays].
func Municipal(s State, year int) ([]Holiday, error) { return observed(s, year, municipalTable[:]) }

func observed(s State, year int, table []holidayRule) ([]Holiday, error) {
	var l check.List
	if !stateWords.Valid(s) {
		l.Add("/state", check.ErrUnknown, s, "one of the 16 states")
	}
	if year < FirstYear || year > LastYear {
		l.Add("/year", check.ErrRange, year, "a year from 2015 to 2100")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return appendHolidays(nil, s, year, table), nil
}

// appendHolidays appends the holidays of a valid state and year in order of date.
func appendHolidays(days []Holiday, s State, year int, table []holidayRule) []Holiday {
	start, easter := len(days), easterSunday(year)
	for _, r := range table {
		if r.holds(s, year) {
			days = append(days, Holiday{r.date(year, easter), r.de, r.en})
		}
	}
	slices.SortFunc(days[start:], func(a, b Holiday) int { return a.Date.Compare(b.Date) })
	return days
}

// holidayRule is one row of the law: a day, and since when in which states.
type holidayRule struct {
	de, en string
	month  time.Month // 0: counted from Easter Sunday
	day    int        // of the month, or days after Easter Sunday
	spans  []span     // nil: all states and years
}

// span says that a day holds in the given states from year to year, both
// included; 0 is open.
type span struct {
	from, to int
	states   states
}

// states is a set of states.
type states uint32

func of(list ...State) (set states) {
	for _, s := range list {
		set |= 1 << s
	}
	return set
}

const everyState = ^states(0)

func (r holidayRule) holds(s State, year int) bool {
	if r.spans == nil {
		return true
	}
	return slices.ContainsFunc(r.spans, func(p span) bool {
		return p.states&(1<<s) != 0 && year >= p.from && (p.to == 0 || year <= p.to)
	})
}

func (r holidayRule) date(year int, easter measure.Date) measure.Date {
	switch {
	case r.month == 0:
		return easter.AddDays(r.day)
	case r.de == repentance: // the Wednesday before 23 November
		return repentanceDay(year)
	}
	return measure.DateOf(time.Date(year, r.month, r.day, 0, 0, 0, 0, time.UTC))
}

const repentance = "Buß- und Bettag"

// repentanceDay returns the Wednesday between 16 and 22 November.
func repentanceDay(year int) measure.Date {
	d := time.Date(year, time.November, 22, 0, 0, 0, 0, time.UTC)
	return measure.DateOf(d.AddDate(0, 0, -(int(d.Weekday())-int(time.Wednesday)+7)%7))
}

// easterSunday returns Easter Sunday of the Gregorian calendar by the anonymous
// algorithm (Nature 1876; Meeus, Astronomical Algorithms, chapter 8).
func easterSunday(year int) measure.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return measure.DateOf(time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC))
}
