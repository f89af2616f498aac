package mcda

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// TOPSIS returns the closeness of each alternative to the ideal, from 0 to 1
// (Hwang and Yoon 1981), with vector normalisation: columns of measurements
// divided by their Euclidean length. less[c] says that less of criterion c is
// better. It answers one question: would another method say otherwise? Rank
// the closeness with [NewRanking] and compare.
//
// Closeness depends on the set of alternatives and on the normalisation, so it
// is no score: min-max instead of vector normalisation can change the winner.
// A column of equal measurements plays no part. When all alternatives are
// equal, ideal and anti-ideal coincide and every closeness is 0.5.
func TOPSIS(measurements [][]float64, w Weights, less []bool) ([]float64, error) {
	t, err := NewTable(measurements)
	var l check.List
	l.Merge("/measurements", err)
	if err == nil && t.check(&l, w) && len(less) != len(w) {
		l.Add("/less", check.ErrConflict, len(less), plural(len(w), "direction, one for each criterion", "directions, one for each criterion"))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	toBest, toWorst := make([]float64, len(t.rows)), make([]float64, len(t.rows))
	for c := range w {
		lo, hi := t.rows[0][c], t.rows[0][c]
		norm := 0.0
		for _, row := range t.rows {
			lo, hi = min(lo, row[c]), max(hi, row[c])
			norm = math.Hypot(norm, row[c])
		}
		if lo == hi {
			continue
		}
		best, worst := hi, lo
		if less[c] {
			best, worst = lo, hi
		}
		for a, row := range t.rows {
			toBest[a] = math.Hypot(toBest[a], w[c]*((row[c]-best)/norm))
			toWorst[a] = math.Hypot(toWorst[a], w[c]*((row[c]-worst)/norm))
		}
	}
	closeness := make([]float64, len(t.rows))
	for a := range closeness {
		closeness[a] = 0.5
		if sum := toBest[a] + toWorst[a]; sum > 0 {
			closeness[a] = toWorst[a] / sum
		}
	}
	return closeness, nil
}
