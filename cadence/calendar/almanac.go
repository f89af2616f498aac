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
	holidays, local []Holiday // of the state and of the caller, each by date
	school          []Vacation
}

// newAlmanac returns the almanac of the years from first to last.
func newAlmanac(s State, local []Holiday, school []Vacation, first, last int) almanac {
	var days []Holiday
	for y := first; y <= last; y++ {
		days = appendHolidays(days, s, y, holidayTable[:])
	}
	local = slices.Clone(local)
	slices.SortStableFunc(local, func(a, b Holiday) int { return a.Date.Compare(b.Date) })
	return almanac{days, local, school}
}

// holiday returns the holiday on d, of the state before those of the caller.
func (a *almanac) holiday(d measure.Date) (h Holiday, ok bool) {
	if h, ok = on(a.holidays, d); !ok {
		h, ok = on(a.local, d)
	}
	return h, ok
}

func on(days []Holiday, d measure.Date) (Holiday, bool) {
	i, ok := slices.BinarySearchFunc(days, d, func(h Holiday, d measure.Date) int { return h.Date.Compare(d) })
	if !ok {
		return Holiday{}, false
	}
	return days[i], true
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
	_, ok := a.holiday(d)
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
