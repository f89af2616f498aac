package mcda

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// conflict names the first statement that does not fit with those before it,
// and of those the ones it needs to fail: a single one if there is one, else
// what is left when every statement that is not needed is dropped.
func conflict(l *check.List, n int, constraints []Constraint) {
	fits := func(cs ...Constraint) bool {
		_, ok := build(n, cs)
		return ok
	}
	last := sort.Search(len(constraints), func(i int) bool { return !fits(constraints[:i+1]...) })
	c := constraints[last]
	at := check.Pointer("constraints", last)
	if !fits(c) {
		l.Add(at, check.ErrConflict, c, "a statement that weights from 0 to 1 with sum 1 can meet")
		return
	}
	for i, other := range constraints[:last] {
		if !fits(other, c) {
			l.Add(at, check.ErrConflict, c, fmt.Sprintf("a statement that fits with %s (%v)", check.Pointer("constraints", i), other))
			return
		}
	}
	kept := make([]int, last)
	for i := range kept {
		kept[i] = i
	}
	for i := range last {
		without := slices.DeleteFunc(slices.Clone(kept), func(k int) bool { return k == i })
		if !fits(append(pick(constraints, without), c)...) {
			kept = without
		}
	}
	names := make([]string, len(kept))
	for i, k := range kept {
		names[i] = fmt.Sprintf("%s (%v)", check.Pointer("constraints", k), constraints[k])
	}
	l.Add(at, check.ErrConflict, c, "a statement that fits with "+strings.Join(names, " and "))
}

func pick(cs []Constraint, at []int) []Constraint {
	out := make([]Constraint, 0, len(at)+1)
	for _, i := range at {
		out = append(out, cs[i])
	}
	return out
}
