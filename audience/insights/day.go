package insights

import (
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

var monthNames = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
	"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// monthDay is a day without its year, as TikTok Studio writes it.
type monthDay struct {
	month time.Month
	day   int
}

func (m monthDay) in(year int) (measure.Date, error) { return measure.NewDate(year, m.month, m.day) }

// parseMonthDay reads "February 28" and "28. Februar".
func parseMonthDay(cell string) (monthDay, error) {
	name, number, ok := strings.Cut(strings.TrimSpace(cell), " ")
	if day, isDay := strings.CutSuffix(name, "."); isDay {
		name, number = number, day
	}
	month := monthNames[strings.ToLower(name)]
	day, err := strconv.Atoi(number)
	if !ok || month == 0 || err != nil || strings.Trim(number, "0123456789") != "" || len(number) > 2 || day < 1 || day > 31 {
		return monthDay{}, problem(cell, check.ErrSyntax, `a day such as "February 28" or "28. Februar"`)
	}
	return monthDay{month, day}, nil
}

// onOrBefore returns the last such day that is not after d; 29 February goes
// back to a leap year.
func (m monthDay) onOrBefore(d measure.Date) (measure.Date, bool) {
	for year := d.Year(); year > d.Year()-9 && year > 0; year-- {
		if got, err := m.in(year); err == nil && !got.After(d) {
			return got, true
		}
	}
	return measure.Date{}, false
}

// onOrAfter returns the first such day that is not before d.
func (m monthDay) onOrAfter(d measure.Date) (measure.Date, bool) {
	for year := d.Year(); year < d.Year()+9; year++ {
		if got, err := m.in(year); err == nil && !got.Before(d) {
			return got, true
		}
	}
	return measure.Date{}, false
}

// parseDay reads a day with its year: 2025-10-31, 2025/10/31, 31.10.2025 and
// "Sep 9, 2024". What follows a T, as in 2025-10-31T01:00:00, is cut off: the
// hour of Meta's daily files jumps with the American clock.
func parseDay(cell string) (measure.Date, error) {
	text, _, _ := strings.Cut(strings.TrimSpace(cell), "T")
	for _, layout := range []string{time.DateOnly, "2006/01/02", "02.01.2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 0 {
			return measure.DateOf(t), nil
		}
	}
	return measure.Date{}, problem(cell, check.ErrSyntax, `a day such as 2025-10-31, 31.10.2025 or "Sep 9, 2024"`)
}

// parseTime reads a time of day in one of the layouts, in a zone.
func parseTime(cell string, loc *time.Location, layouts ...string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.ParseInLocation(layout, strings.TrimSpace(cell), loc); err == nil && t.Year() > 0 {
			return t, nil
		}
	}
	return time.Time{}, problem(cell, check.ErrSyntax, "a time such as "+strings.Join(layouts, " or "))
}

// parseClock reads h:mm:ss or m:ss and returns seconds.
func parseClock(cell string) (measure.Interval, error) {
	if isMissing(cell) {
		return measure.Interval{}, nil
	}
	seconds := 0
	parts := strings.Split(strings.TrimSpace(cell), ":")
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || len(p) > 4 || i > 0 && (n > 59 || len(p) != 2) || len(parts) < 2 || len(parts) > 3 {
			return measure.Interval{}, problem(cell, check.ErrSyntax, "a length such as 0:00:41")
		}
		seconds = seconds*60 + n
	}
	return measure.NewInterval(float64(seconds), float64(seconds))
}
