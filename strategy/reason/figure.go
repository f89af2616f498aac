package reason

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"

	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Figure is a named value that stands in a sentence. Make one with [Count],
// [Share], [Euro] and the other functions; the zero Figure is not valid.
type Figure struct {
	name     string
	kind     kind
	decimals int16
	date     measure.Date
	value    float64 // of every numeric kind
	count    int64   // of count, people, euro, year: exact beyond 2^53
	de, en   string
	estimate *measure.Estimate // of a range; figures are many and ranges few
}

type kind uint8

const (
	kindCount kind = iota + 1
	kindPeople
	kindShare
	kindNumber
	kindHours
	kindEuro
	kindYear
	kindDay
	kindText
	kindRange
)

var kindWords = check.Words[kind]{
	kindCount: "count", kindPeople: "people", kindShare: "share", kindNumber: "number", kindHours: "hours",
	kindEuro: "euro", kindYear: "year", kindDay: "day", kindText: "text", kindRange: "range",
}

// Count is a whole number of things.
func Count(name string, v int64) Figure {
	return Figure{name: name, kind: kindCount, count: v, value: float64(v)}
}

// People is a number of persons, written with grouped digits.
func People(name string, v measure.People) Figure {
	return Figure{name: name, kind: kindPeople, count: int64(v), value: float64(v)}
}

// Share is a part of a whole, written in percent: one decimal below 10 % and
// from 99.5 % on, none between; "über 99,9 %" and "unter 0,1 %" at the ends.
func Share(name string, v measure.Share) Figure {
	return Figure{name: name, kind: kindShare, value: float64(v)}
}

// Number is a figure without a unit of its own, rounded to at most the given
// decimals; negative ones round to tens, hundreds and so on, but a figure below that
// step keeps two digits rather than becoming 0.
func Number(name string, v float64, decimals int) Figure {
	return Figure{name: name, kind: kindNumber, value: v, decimals: clamp(decimals)}
}

// Hours is a length of working time, written with at most one decimal and without the word.
func Hours(name string, v measure.Hours) Figure {
	return Figure{name: name, kind: kindHours, value: float64(v), decimals: 1}
}

// Euro is an amount, written with its sign and with cents only where there are any.
func Euro(name string, v measure.Euro) Figure {
	return Figure{name: name, kind: kindEuro, count: int64(v), value: v.Float()}
}

// Year is a year of the calendar, written without grouping.
func Year(name string, v int) Figure {
	return Figure{name: name, kind: kindYear, count: int64(v), value: float64(v)}
}

// Day is a day, written as 3. Juni 2024 or 3 June 2024.
func Day(name string, v measure.Date) Figure { return Figure{name: name, kind: kindDay, date: v} }

// Text is a text that is the same in both languages, such as a name.
func Text(name, s string) Figure { return Figure{name: name, kind: kindText, de: s, en: s} }

// Word is a text that differs between the languages.
func Word(name, de, en string) Figure { return Figure{name: name, kind: kindText, de: de, en: en} }

// Range is an estimate, written by its P10 and P90 ("120 bis 480"), rounded as
// [Number] rounds; {name.p50} is its middle. An unknown one is written "unbekannt", "unknown".
func Range(name string, e measure.Estimate, decimals int) Figure {
	return Figure{name: name, kind: kindRange, estimate: &e, value: e.P50(), decimals: clamp(decimals)}
}

// clamp keeps decimals where a float64 has digits.
func clamp(decimals int) int16 { return int16(min(max(decimals, -400), 400)) }

// Name returns the name the templates use.
func (f Figure) Name() string { return f.name }

// Value returns the number of a numeric figure: the share, the hours, the
// euros, the middle of a known range. For texts, days and what is unknown ok is false.
func (f Figure) Value() (v float64, ok bool) {
	switch f.kind {
	case kindDay, kindText, 0:
		return 0, false
	case kindRange:
		return f.value, f.estimate.Known()
	default:
		return f.value, isFinite(f.value)
	}
}

// In returns the figure as it is written in a language.
func (f Figure) In(l Lang) string { return f.in(message.NewPrinter(l.tag()), l) }

func (f Figure) in(p *message.Printer, l Lang) string {
	switch f.kind {
	case kindCount, kindPeople:
		return p.Sprint(number.Decimal(f.count))
	case kindShare:
		return share(p, l, f.value)
	case kindNumber, kindHours:
		return decimal(p, l, f.value, int(f.decimals))
	case kindEuro:
		return euros(p, l, f.count)
	case kindYear:
		return strconv.FormatInt(f.count, 10)
	case kindDay:
		return day(l, f.date)
	case kindText:
		return l.Pick(f.de, f.en)
	case kindRange:
		if !f.estimate.Known() {
			return l.Pick("unbekannt", "unknown")
		}
		lo, hi := decimal(p, l, f.estimate.P10(), int(f.decimals)), decimal(p, l, f.estimate.P90(), int(f.decimals))
		if lo == hi {
			return lo
		}
		return lo + l.Pick(" bis ", " to ") + hi
	default:
		return "?"
	}
}

// middle is the median of a range as a number; an unknown one has none.
func (f Figure) middle() Figure {
	v := f.value
	if f.kind == kindRange && !f.estimate.Known() {
		v = math.NaN()
	}
	return Number(f.name, v, int(f.decimals))
}

// one reports whether the singular stands with the figure: CLDR's rule for
// German and English is the integer 1 without visible decimals.
func (f Figure) one() bool { return math.Abs(roundTo(f.value, int(f.decimals))) == 1 }

func decimal(p *message.Printer, l Lang, v float64, digits int) string {
	if !isFinite(v) {
		return l.Pick("unbekannt", "unknown")
	}
	if digits < 0 && v != 0 && math.Abs(v) < math.Pow10(-digits) {
		digits = min(1-int(math.Floor(math.Log10(math.Abs(v)))), 0) // too small for the rounding: two digits, not 0
	}
	v = roundTo(v, digits) + 0 // + 0 turns -0 into 0
	return p.Sprint(number.Decimal(v, number.MaxFractionDigits(max(digits, 0))))
}

// share writes percents: one decimal below 10 % and near 100 %, none between. What
// is not certain never reads as 100 %, what is possible never as 0 %.
func share(p *message.Printer, l Lang, v float64) string {
	sign := l.Pick(" %", "%")
	switch {
	case v > 0.999 && v < 1:
		return l.Pick("über ", "over ") + decimal(p, l, 99.9, 1) + sign
	case v > 0 && v < 0.0005:
		return l.Pick("unter ", "under ") + decimal(p, l, 0.1, 1) + sign
	case math.Abs(v) < 0.0995 || v >= 0.995 && v < 1:
		return decimal(p, l, v*100, 1) + sign
	default:
		return decimal(p, l, v*100, 0) + sign
	}
}

func roundTo(v float64, digits int) float64 {
	unit := math.Pow10(-digits)
	if r := math.Round(v/unit) * unit; isFinite(r) {
		return r
	}
	return v
}

func euros(p *message.Printer, l Lang, cents int64) string {
	sign := ""
	u := uint64(cents)
	if cents < 0 {
		sign, u = "-", -u
	}
	text := p.Sprint(number.Decimal(u / 100))
	if u%100 != 0 {
		text += l.Pick(",", ".") + fmt.Sprintf("%02d", u%100)
	}
	return sign + l.Pick(text+" €", "€"+text)
}

// germanMonths is needed because x/text formats no dates.
var germanMonths = [...]string{
	"Januar", "Februar", "März", "April", "Mai", "Juni",
	"Juli", "August", "September", "Oktober", "November", "Dezember",
}

func day(l Lang, d measure.Date) string {
	if d.IsZero() {
		return l.Pick("ohne Datum", "no date")
	}
	if l == English {
		return d.In(time.UTC).Format("2 January 2006")
	}
	return fmt.Sprintf("%d. %s %d", d.Day(), germanMonths[d.Month()-1], d.Year())
}

func isFinite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// MarshalJSON writes name, kind and value; an unknown value is null.
func (f Figure) MarshalJSON() ([]byte, error) {
	j := struct {
		Name  string `json:"name"`
		Kind  string `json:"kind"`
		Value any    `json:"value"`
	}{f.name, kindWords.String(f.kind), nil}
	switch f.kind {
	case kindDay:
		if !f.date.IsZero() {
			j.Value = f.date
		}
	case kindText:
		j.Value = f.de
		if f.de != f.en {
			j.Value = map[string]string{"de": f.de, "en": f.en}
		}
	case kindRange:
		j.Value = f.estimate
	case kindEuro:
		j.Value = measure.Euro(f.count)
	case kindCount, kindPeople, kindYear:
		j.Value = f.count
	default:
		if isFinite(f.value) {
			j.Value = f.value + 0
		}
	}
	return json.Marshal(j)
}
