package mcda

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// Constraint is one statement about weights, made by [Order], [Ratio], [Bound]
// or [Linear] and checked by [NewSpace]. The zero value says nothing and is
// refused.
type Constraint struct {
	kind     constraintKind
	criteria []int // Order: the chain; Ratio: numerator, denominator; Bound: the one
	lo, hi   float64
	linear   []float64 // Linear: coefficients
}

type constraintKind uint8

const (
	orderKind constraintKind = iota + 1
	ratioKind
	boundKind
	linearKind
)

// Order says that criteria are named from the most to the least important. It
// may name all or only some. Each is at least as important as the next, and an
// order that other statements leave no room for (two that must weigh the same,
// or the other way round) is a contradiction. Use [Ratio] with 1 and 1 for
// criteria that weigh the same.
func Order(criteria ...int) Constraint {
	return Constraint{kind: orderKind, criteria: slices.Clone(criteria)}
}

// Ratio says that criterion a weighs from lo to hi times as much as b. hi may
// be infinite; lo and hi may be equal.
func Ratio(a, b int, lo, hi float64) Constraint {
	return Constraint{kind: ratioKind, criteria: []int{a, b}, lo: lo, hi: hi}
}

// Bound says that a criterion weighs from lo to hi.
func Bound(criterion int, lo, hi float64) Constraint {
	return Constraint{kind: boundKind, criteria: []int{criterion}, lo: lo, hi: hi}
}

// Linear says that the sum of coefficient times weight is at most limit, for
// statements such as "the first outweighs the other two": Linear(0, -1, 1, 1).
func Linear(limit float64, coefficients ...float64) Constraint {
	return Constraint{kind: linearKind, hi: limit, linear: slices.Clone(coefficients)}
}

// String writes the statement with weights w0, w1, ...
func (c Constraint) String() string {
	num := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	switch c.kind {
	case orderKind:
		parts := make([]string, len(c.criteria))
		for i, k := range c.criteria {
			parts[i] = "w" + strconv.Itoa(k)
		}
		return strings.Join(parts, " >= ")
	case ratioKind:
		return fmt.Sprintf("%s <= w%d/w%d <= %s", num(c.lo), c.criteria[0], c.criteria[1], num(c.hi))
	case boundKind:
		return fmt.Sprintf("%s <= w%d <= %s", num(c.lo), c.criteria[0], num(c.hi))
	case linearKind:
		parts := make([]string, len(c.linear))
		for i, v := range c.linear {
			parts[i] = fmt.Sprintf("%s*w%d", num(v), i)
		}
		return strings.Join(parts, " + ") + " <= " + num(c.hi)
	default:
		return "no statement"
	}
}

// maxRatio keeps the geometry far from the rounding of float64.
const maxRatio = 1e6

// check notes what is wrong with the statement taken alone, for n criteria.
func (c Constraint) check(l *check.List, path string, n int) {
	for i, k := range c.criteria[:min(len(c.criteria), max(n, 2))] {
		index(l, path+check.Pointer("criteria", i), k, n)
	}
	switch c.kind {
	case orderKind:
		if len(c.criteria) < 2 {
			l.Add(path+"/criteria", check.ErrRequired, len(c.criteria), "two criteria or more in order")
		}
		if len(c.criteria) > n {
			l.Add(path+"/criteria", check.ErrLimit, len(c.criteria), plural(n, "criterion at most", "criteria at most"))
			return
		}
		for i, k := range c.criteria {
			if slices.Contains(c.criteria[:i], k) {
				l.Add(path+check.Pointer("criteria", i), check.ErrDuplicate, k, "every criterion once")
			}
		}
	case ratioKind:
		if c.criteria[0] == c.criteria[1] {
			l.Add(path+"/criteria/1", check.ErrDuplicate, c.criteria[1], "another criterion than the first")
		}
		lo := l.Between(path+"/lo", c.lo, 0, maxRatio, "a ratio from 0 to 1000000")
		hi := math.IsInf(c.hi, 1) || l.Between(path+"/hi", c.hi, 1/maxRatio, maxRatio, "a ratio from 0.000001 to 1000000, or infinity")
		ordered(l, path, c, lo && hi)
	case boundKind:
		lo := l.Between(path+"/lo", c.lo, 0, 1, "a weight from 0 to 1")
		hi := l.Between(path+"/hi", c.hi, 0, 1, "a weight from 0 to 1")
		ordered(l, path, c, lo && hi)
	case linearKind:
		if len(c.linear) != n {
			l.Add(path+"/coefficients", check.ErrConflict, len(c.linear), plural(n, "coefficient, one for each criterion", "coefficients, one for each criterion"))
		}
		l.Between(path+"/limit", c.hi, -maxRatio, maxRatio, "a number from -1000000 to 1000000")
		for i, v := range c.linear {
			l.Between(path+check.Pointer("coefficients", i), v, -maxRatio, maxRatio, "a number from -1000000 to 1000000")
		}
	default:
		l.Add(path, check.ErrRequired, check.None, "a statement made by Order, Ratio, Bound or Linear")
	}
}

func ordered(l *check.List, path string, c Constraint, valid bool) {
	if valid && c.lo > c.hi {
		l.Add(path+"/hi", check.ErrOrder, c.hi, "at least as much as lo")
	}
}

// halfspace holds the weights w with sum(normal * w) <= limit.
type halfspace struct {
	normal []float64
	limit  float64
}

// halfspaces turns the statement into linear inequalities.
func (c Constraint) halfspaces(n int) []halfspace {
	var hs []halfspace
	add := func(limit float64, set func(normal []float64)) {
		h := halfspace{normal: make([]float64, n), limit: limit}
		set(h.normal)
		if s := max(largest(h.normal), math.Abs(limit)); s > 0 { // one scale for one tolerance
			for i := range h.normal {
				h.normal[i] /= s
			}
			h.limit /= s
		}
		hs = append(hs, h)
	}
	switch c.kind {
	case orderKind:
		for i := range len(c.criteria) - 1 {
			a, b := c.criteria[i], c.criteria[i+1]
			add(0, func(v []float64) { v[a], v[b] = -1, 1 })
		}
	case ratioKind:
		a, b := c.criteria[0], c.criteria[1]
		if c.lo > 0 {
			add(0, func(v []float64) { v[a], v[b] = -1, c.lo })
		}
		if !math.IsInf(c.hi, 1) {
			add(0, func(v []float64) { v[a], v[b] = 1, -c.hi })
		}
	case boundKind:
		k := c.criteria[0]
		if c.lo > 0 {
			add(-c.lo, func(v []float64) { v[k] = -1 })
		}
		if c.hi < 1 {
			add(c.hi, func(v []float64) { v[k] = 1 })
		}
	case linearKind:
		add(c.hi, func(v []float64) { copy(v, c.linear) })
	}
	return hs
}
