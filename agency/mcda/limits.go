package mcda

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// What the package takes. The limits are far above any decision that people
// weigh, and keep a hostile input from eating memory or time.
const (
	maxAlternatives = 256
	maxCriteria     = 64
	maxInputs       = 1024
	maxDraws        = 10_000_000
	maxPoints       = 1000
)

// maxValue bounds the numbers that are added and subtracted, so that no
// difference or sum overflows.
const maxValue = 1e100

// tieShare is the part of the largest value up to which two scores tie: far
// above the rounding of a sum of [maxCriteria] products (about 1e-14), far
// below any difference that means something.
const tieShare = 1e-12

// magnitude notes a problem unless v is finite and within ±1e100.
func magnitude(l *check.List, path string, v float64) bool {
	return l.Between(path, v, -maxValue, maxValue, "a number from -1e100 to 1e100")
}

func count(l *check.List, path string, n, most int, what string) bool {
	switch {
	case n < 1:
		l.Add(path, check.ErrRequired, n, fmt.Sprintf("from 1 to %d %s", most, what))
	case n > most:
		l.Add(path, check.ErrLimit, n, fmt.Sprintf("at most %d %s", most, what))
	default:
		return true
	}
	return false
}

// index notes a problem unless 0 <= i < n.
func index(l *check.List, path string, i, n int) bool {
	if i >= 0 && i < n {
		return true
	}
	l.Add(path, check.ErrRange, i, fmt.Sprintf("an index from 0 to %d", n-1))
	return false
}

func largest(vs []float64) float64 {
	m := 0.0
	for _, v := range vs {
		if a := math.Abs(v); a > m {
			m = a
		}
	}
	return m
}
