package calendar

import (
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/measure"
)

// BridgeDays returns the bridge days (Brückentage) of a state in a year: days
// from Monday to Friday that are no holiday and stand between two free days,
// such as the Friday after Christi Himmelfahrt. Nobody has to be off on them,
// but many are. Problems are those of [Holidays].
func BridgeDays(s State, year int) ([]measure.Date, error) {
	days, err := Holidays(s, year)
	if err != nil {
		return nil, err
	}
	// The one holiday of a neighbouring year that matters: 1 January.
	days = append(days, Holiday{Date: measure.DateOf(time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC))})
	a := almanac{holidays: days}
	a.index()
	var bridges []measure.Date
	for _, h := range days {
		for _, d := range [...]measure.Date{h.Date.AddDays(-1), h.Date.AddDays(1)} {
			if d.Year() == year && a.bridge(d) && !slices.Contains(bridges, d) {
				bridges = append(bridges, d)
			}
		}
	}
	return bridges, nil
}

// almanac knows the free days of one place.
type almanac struct {
	holidays, local []Holiday // of the state and of the caller
	school          []Vacation
	days            []int32 // of all holidays, in order, for the frequent question whether there is one
}

// newAlmanac returns the almanac of the years from first to last.
func newAlmanac(s State, local []Holiday, school []Vacation, first, last int) almanac {
	a := almanac{local: local, school: school, holidays: make([]Holiday, 0, 12*(last-first+1))}
	for y := first; y <= last; y++ {
		a.holidays = appendHolidays(a.holidays, s, y, holidayTable[:])
	}
	a.index()
	return a
}

func (a *almanac) index() {
	a.days = make([]int32, 0, len(a.holidays)+len(a.local))
	for _, list := range [...][]Holiday{a.holidays, a.local} {
		for _, h := range list {
			a.days = append(a.days, number(h.Date))
		}
	}
	slices.Sort(a.days)
}

// number orders days.
func number(d measure.Date) int32 {
	return int32(d.Year())<<9 | int32(d.Month())<<5 | int32(d.Day())
}

// holiday returns the holiday on d, of the state before those of the caller, and
// whether it is one of the state.
func (a *almanac) holiday(d measure.Date) (h Holiday, public, ok bool) {
	if _, ok = slices.BinarySearch(a.days, number(d)); !ok {
		return Holiday{}, false, false
	}
	is := func(h Holiday) bool { return h.Date == d }
	if i := slices.IndexFunc(a.holidays, is); i >= 0 {
		return a.holidays[i], true, true
	}
	return a.local[slices.IndexFunc(a.local, is)], false, true
}

func weekend(d measure.Date) bool {
	w := d.Weekday()
	return w == time.Saturday || w == time.Sunday
}

// free reports whether d is a weekend day or a holiday.
func (a *almanac) free(d measure.Date) bool {
	if weekend(d) {
		return true
	}
	_, ok := slices.BinarySearch(a.days, number(d))
	return ok
}

func (a *almanac) bridge(d measure.Date) bool {
	return !a.free(d) && a.free(d.AddDays(-1)) && a.free(d.AddDays(1))
}

// vacation returns the first school vacation that d lies in.
func (a *almanac) vacation(d measure.Date) (Vacation, bool) {
	i := slices.IndexFunc(a.school, func(v Vacation) bool { return !d.Before(v.From) && !d.After(v.To) })
	if i < 0 {
		return Vacation{}, false
	}
	return a.school[i], true
}

// working reports whether work can be counted on that day: neither weekend nor
// holiday nor bridge day.
func (a *almanac) working(d measure.Date) bool { return !a.free(d) && !a.bridge(d) }

// lastWorkingBefore returns the last working day before d. Local holidays of the
// caller could fill every day: after a year it gives up and returns the day before d.
func (a *almanac) lastWorkingBefore(d measure.Date) measure.Date {
	for n := 1; n <= 366; n++ {
		if e := d.AddDays(-n); a.working(e) {
			return e
		}
	}
	return d.AddDays(-1)
}
