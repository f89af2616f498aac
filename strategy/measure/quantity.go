package measure

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// Share is a part of a whole, from 0 to 1. It is printed in percent.
type Share float64

// NewShare returns x as a Share, or a problem of kind check.ErrRange or
// check.ErrFinite when x is not from 0 to 1.
func NewShare(x float64) (Share, error) {
	var l check.List
	l.Between("", x, 0, 1, "a share from 0 to 1")
	if err := l.Err(); err != nil {
		return 0, err
	}
	return Share(x), nil
}

// Valid reports whether s lies in [0,1]. NaN does not.
func (s Share) Valid() bool { return s >= 0 && s <= 1 }

// String returns the share in percent with at most one decimal, "26.5 %".
func (s Share) String() string {
	if !s.Valid() {
		return fmt.Sprintf("Share(%g)", float64(s))
	}
	return strconv.FormatFloat(math.Round(float64(s)*1000)/10, 'f', -1, 64) + " %"
}

// People is a number of persons, counted. Estimates of people are an
// [Estimate] in persons.
type People int64

// Valid reports whether p is not negative.
func (p People) Valid() bool { return p >= 0 }

// Hours is a length of working time in hours of 60 minutes.
type Hours float64

// HoursPerWeek is the number of hours a week has; no team works longer.
const HoursPerWeek Hours = 168

// Valid reports whether h is finite and not negative.
func (h Hours) Valid() bool { return h >= 0 && !math.IsInf(float64(h), 0) }

// Euro is an amount of money in whole cents, so that sums are exact.
type Euro int64

// maxEuro keeps sums of many amounts inside int64: 10 billion euros.
const maxEuro = 10_000_000_000

// Euros returns an amount given in euros, rounded half away from zero to the
// cent. NaN, infinities and more than 10 billion euros are refused.
func Euros(euros float64) (Euro, error) {
	var l check.List
	l.Between("", euros, -maxEuro, maxEuro, "an amount of at most 10 billion euros")
	if err := l.Err(); err != nil {
		return 0, err
	}
	return Euro(math.Round(euros * 100)), nil
}

// MustEuros is [Euros] for literals; it panics on a value that Euros refuses.
func MustEuros(euros float64) Euro {
	e, err := Euros(euros)
	if err != nil {
		panic(err)
	}
	return e
}

// Float returns the amount in euros.
func (e Euro) Float() float64 { return float64(e) / 100 }

// String returns the amount in euros with two decimals, "1234.50 EUR".
func (e Euro) String() string {
	sign := ""
	u := uint64(e)
	if e < 0 {
		sign, u = "-", -u
	}
	return fmt.Sprintf("%s%d.%02d EUR", sign, u/100, u%100)
}

// MarshalJSON writes the amount in euros with two decimals, as a number.
func (e Euro) MarshalJSON() ([]byte, error) {
	return []byte(strings.TrimSuffix(e.String(), " EUR")), nil
}

// UnmarshalJSON reads a number of euros with at most two decimals.
func (e *Euro) UnmarshalJSON(data []byte) error {
	v, err := strconv.ParseFloat(string(data), 64)
	if err != nil {
		return check.Problem{Value: string(data), Kind: check.ErrType, Want: "a number of euros"}
	}
	if _, cents, ok := strings.Cut(string(data), "."); ok && len(strings.TrimRight(cents, "0")) > 2 {
		return check.Problem{Value: string(data), Kind: check.ErrRange, Want: "euros with at most two decimals"}
	}
	got, err := Euros(v)
	if err != nil {
		return err
	}
	*e = got
	return nil
}
