package insights

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// missing are the words that exports write for what they do not know.
var missing = []string{"", "undefined", "NAN", "NaN", "--", "-", "N/A", "None", "null"}

func isMissing(cell string) bool { return slices.Contains(missing, strings.TrimSpace(cell)) }

// count reads a whole number of at least 0. What is missing is the zero
// Interval; a shortened number is the range of what it stands for.
func (n Numbers) count(cell string) (measure.Interval, error) {
	return n.whole(cell, 0)
}

// difference reads a whole number that may be negative.
func (n Numbers) difference(cell string) (measure.Interval, error) {
	return n.whole(cell, -math.MaxInt32)
}

func (n Numbers) whole(cell string, least float64) (measure.Interval, error) {
	if isMissing(cell) {
		return measure.Interval{}, nil
	}
	text, unit, half, err := n.shortened(strings.TrimSpace(cell))
	if err != nil {
		return measure.Interval{}, err
	}
	v, err := n.number(text, unit == 1)
	if err != nil {
		return measure.Interval{}, err
	}
	v *= unit
	if unit == 1 && v != math.Trunc(v) {
		return measure.Interval{}, problem(cell, check.ErrRange, "a whole number")
	}
	if v < least || v > 1e12 {
		return measure.Interval{}, problem(cell, check.ErrRange, "a count from 0 to 10^12")
	}
	return measure.NewInterval(max(v-half, least), v+half)
}

// decimal reads a number with decimals; what is missing is the zero Interval.
func (n Numbers) decimal(cell string) (measure.Interval, error) {
	if isMissing(cell) {
		return measure.Interval{}, nil
	}
	v, err := n.number(strings.TrimSpace(cell), false)
	if err != nil {
		return measure.Interval{}, err
	}
	if v < 0 || v > 1e12 {
		return measure.Interval{}, problem(cell, check.ErrRange, "a number from 0 to 10^12")
	}
	return measure.NewInterval(v, v)
}

// shortened takes 1.2K, 3M, 1,2 Tsd. or 3 Mio. apart: the digits, the unit and
// half of the last digit shown.
func (n Numbers) shortened(text string) (digits string, unit, half float64, err error) {
	units := []struct {
		suffix string
		unit   float64
	}{{"K", 1e3}, {"M", 1e6}}
	point := "."
	if n == German {
		units[0].suffix, units[1].suffix, point = "Tsd.", "Mio.", ","
	}
	for _, u := range units {
		d, ok := strings.CutSuffix(text, u.suffix)
		if !ok {
			continue
		}
		if n == Plain {
			return "", 0, 0, problem(text, check.ErrSyntax, "the exact number, or a declared language of the numbers")
		}
		d = strings.TrimSpace(d)
		half := u.unit / 2
		if _, decimals, ok := strings.Cut(d, point); ok {
			half /= math.Pow10(min(len(decimals), 9))
		}
		return d, u.unit, half, nil
	}
	return text, 1, 0, nil
}

// number reads a number in the way the file writes it. In a whole number a
// point or comma before exactly three digits could group thousands.
func (n Numbers) number(text string, whole bool) (float64, error) {
	if hasMonth(text) {
		return 0, problem(text, check.ErrSyntax, "a number; Excel has turned it into a date: use the file as it was exported")
	}
	plain := text
	switch n {
	case German:
		plain = ungroup(text, '.', ',')
	case English:
		plain = ungroup(text, ',', '.')
	default:
		if strings.Contains(text, ",") {
			return 0, problem(text, check.ErrSyntax, "digits with a decimal point, or a declared language of the numbers")
		}
		if head, decimals, ok := strings.Cut(text, "."); ok && whole {
			if decimals != "0" { // 12100.0, as YouTube writes counts
				return 0, problem(text, check.ErrSyntax, "a whole number, or a declared language of the numbers: this could be two numbers")
			}
			plain = head
		}
	}
	digits := strings.TrimPrefix(plain, "-")
	if plain == "" || strings.Trim(digits, "0123456789.") != "" || len(digits) == 0 || len(digits) > 20 {
		return 0, problem(text, check.ErrSyntax, "a number")
	}
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, problem(text, check.ErrSyntax, "a number")
	}
	return v, nil
}

// ungroup removes grouping signs that stand before three digits and writes the
// decimal sign as a point; anything else gives a text that is no number.
func ungroup(text string, group, point rune) string {
	head, decimals, hasDecimals := strings.Cut(text, string(point))
	parts := strings.Split(head, string(group))
	for i, p := range parts {
		digits := len(p)
		if i == 0 {
			digits = len(strings.TrimPrefix(p, "-"))
		}
		if len(parts) > 1 && (digits == 0 || digits > 3 || i > 0 && digits != 3) {
			return ""
		}
	}
	if strings.ContainsRune(decimals, group) {
		return ""
	}
	plain := strings.Join(parts, "")
	if hasDecimals {
		plain += "." + decimals
	}
	return plain
}

// hasMonth reports letters in a cell that holds digits too, which is how a
// spreadsheet leaves a number it took for a date: "3. Apr", "17.юни", "Jan 05".
// An exponent, 1.82E+16, is left to the digits test.
func hasMonth(text string) bool {
	letters, digits := 0, 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
		}
		if unicode.IsDigit(c) {
			digits++
		}
	}
	return letters >= 3 && digits > 0
}

func problem(value string, kind error, want string) error {
	if len(value) > 60 {
		value = value[:60]
	}
	return check.Problem{Value: strconv.Quote(value), Kind: kind, Want: want}
}
