package measure

import (
	"cmp"
	"fmt"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
)

// Date is a day of the civil calendar without time and zone. It is comparable
// and may be a map key. The zero Date is not valid and means "not given".
type Date struct {
	year       int16
	month, day uint8
}

// NewDate returns the day of the given year (1 to 9999), month and day of the
// month. A day that does not exist, such as 30 February, is a problem.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, check.Problem{
			Value: fmt.Sprintf("%04d-%02d-%02d", year, int(month), day),
			Kind:  check.ErrRange, Want: "a day of the calendar, years 0001 to 9999",
		}
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// ParseDate reads a day written as 2024-06-03.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, check.Problem{Value: fmt.Sprintf("%q", s), Kind: check.ErrSyntax, Want: "a day written as 2024-06-03"}
	}
	return DateOf(t), nil
}

// MustDate is [ParseDate] for literals; it panics on a text that ParseDate refuses.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day of t in its own zone. A t outside the years 1 to 9999
// gives the zero Date.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < 1 || y > 9999 {
		return Date{}
	}
	return Date{int16(y), uint8(m), uint8(d)}
}

// IsZero reports whether d is the zero Date, which is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month.
func (d Date) Day() int { return int(d.day) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.In(time.UTC).Weekday() }

// In returns midnight of the day in a zone; where the clock skips midnight, the
// first instant after it as time.Date defines it.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, loc)
}

// AddDays returns the day n days later, earlier for negative n. Outside the
// years 1 to 9999 it is the zero Date.
func (d Date) AddDays(n int) Date { return DateOf(d.In(time.UTC).AddDate(0, 0, n)) }

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int {
	return int(d.In(time.UTC).Unix()/86400 - e.In(time.UTC).Unix()/86400)
}

// Compare returns -1, 0 or 1 as d is before, the same as or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns 2024-06-03, or "no date" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return "no date"
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText writes 2024-06-03, and nothing for the zero Date.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] reads; an empty text is a problem.
func (d *Date) UnmarshalText(text []byte) error {
	got, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = got
	return nil
}
