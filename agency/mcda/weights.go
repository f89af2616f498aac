package mcda

import (
	"math"
	"slices"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
)

// Weights are the weights of all criteria: none negative, together 1. A weight
// of 0 means the same as leaving the criterion out. Functions that take
// Weights refuse a sum that differs from 1 by more than 1e-9; nothing is
// normalised on the way. Turn points into weights with [Swing].
type Weights []float64

const sumTolerance = 1e-9

// NewWeights returns weights that already add up to 1.
func NewWeights(weights ...float64) (Weights, error) {
	var l check.List
	Weights(weights).check(&l, "", len(weights))
	if err := l.Err(); err != nil {
		return nil, err
	}
	return slices.Clone(weights), nil
}

// check notes what is wrong with weights for n criteria and reports whether they are right.
func (w Weights) check(l *check.List, path string, n int) bool {
	if !count(l, path, len(w), maxCriteria, "weights") {
		return false
	}
	if len(w) != n {
		l.Add(path, check.ErrConflict, len(w), plural(n, "weight, one for each criterion", "weights, one for each criterion"))
		return false
	}
	sum, ok := 0.0, true
	for i, v := range w {
		ok = l.Between(path+check.Pointer(i), v, 0, 1, "a weight from 0 to 1") && ok
		sum += v
	}
	if ok && math.Abs(sum-1) > sumTolerance {
		l.Add(path, check.ErrRange, sum, "weights that add up to 1; Swing turns points into weights")
		return false
	}
	return ok
}

// Equal returns n equal weights: the middle of what is possible when nothing is
// known. n is from 1 to 64.
func Equal(n int) (Weights, error) {
	var l check.List
	if !count(&l, "", n, maxCriteria, "criteria") {
		return nil, l.Err()
	}
	w := make(Weights, n)
	for i := range w {
		w[i] = 1 / float64(n)
	}
	return w, nil
}

// RankOrderCentroid returns the mean of all weights that obey an order
// (Barron 1992): order lists every criterion once, the most important first,
// and the k-th of n gets (1/k + 1/(k+1) + ... + 1/n)/n. The result is indexed
// by criterion, not by rank.
func RankOrderCentroid(order ...int) (Weights, error) {
	var l check.List
	n := len(order)
	if count(&l, "", n, maxCriteria, "criteria in order") {
		permutation(&l, "", order, n)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	w := make(Weights, n)
	tail := 0.0
	for k := n; k >= 1; k-- {
		tail += 1 / float64(k)
		w[order[k-1]] = tail / float64(n)
	}
	return w, nil
}

// permutation notes indices outside 0..n-1 and indices given twice.
func permutation(l *check.List, path string, order []int, n int) {
	seen := make([]bool, n)
	for i, c := range order {
		at := path + check.Pointer(i)
		if !index(l, at, c, n) {
			continue
		}
		if seen[c] {
			l.Add(at, check.ErrDuplicate, c, "every criterion once")
		}
		seen[c] = true
	}
}

// Swing returns weights in proportion to points: how much the step from the
// worst to the best of a criterion's scale matters, the most important step
// usually 100 points. Zero points leave the criterion out; all zero, negative
// and not finite points are errors.
func Swing(points ...float64) (Weights, error) {
	var l check.List
	top := 0.0
	if count(&l, "", len(points), maxCriteria, "criteria") {
		ok := true
		for i, p := range points {
			ok = l.Between(check.Pointer(i), p, 0, maxValue, "points from 0 to 1e100") && ok
			top = max(top, p)
		}
		if ok && top == 0 {
			l.Add("", check.ErrRange, 0, "points above 0 for one criterion at least")
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	w, sum := make(Weights, len(points)), 0.0
	for i, p := range points {
		w[i] = p / top // keeps tiny and huge points alike
		sum += w[i]
	}
	for i := range w {
		w[i] /= sum
	}
	return w, nil
}

// Shift returns the weights with criterion set to value and the others scaled
// in proportion, so that the sum stays 1. Others that are all 0 have no
// proportion and share the rest equally. A single weight can only stay 1.
func (w Weights) Shift(criterion int, value float64) (Weights, error) {
	var l check.List
	w.check(&l, "/weights", len(w))
	index(&l, "/criterion", criterion, len(w))
	l.Between("/value", value, 0, 1, "a weight from 0 to 1")
	if len(w) == 1 && value != 1 {
		l.Add("/value", check.ErrConflict, value, "1, as there is no other criterion")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	out := w.others(criterion)
	for i := range out {
		out[i] *= 1 - value
	}
	out[criterion] = value
	return out, nil
}

// others returns the weights without one criterion, scaled to a sum of 1: where
// a line on which only this weight moves begins.
func (w Weights) others(criterion int) Weights {
	out := slices.Clone(w)
	out[criterion] = 0
	sum := 0.0
	for _, v := range out {
		sum += v
	}
	for i := range out {
		switch {
		case i == criterion:
		case sum > 0:
			out[i] /= sum
		default:
			out[i] = 1 / float64(len(w)-1)
		}
	}
	return out
}

// score is the weighted sum of the values. Each product is rounded on its own:
// fused multiplication on some platforms would change the last bit.
func (w Weights) score(values []float64) float64 {
	s := 0.0
	for i, v := range values {
		s += float64(w[i] * v)
	}
	return s
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
