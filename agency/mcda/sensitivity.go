package mcda

import (
	"github.com/hochkant/hochkant/strategy/check"
)

// CriticalWeight is the weight of one criterion at which two alternatives tie
// while the other weights keep their proportions (see [Weights.Shift]).
type CriticalWeight struct {
	Criterion int     `json:"criterion"`
	Current   float64 `json:"current"`
	Weight    float64 `json:"weight"`
}

// Critical returns, for each criterion whose weight alone can make alternatives
// a and b tie, that weight. A criterion without one is missing: no weight from
// 0 to 1 does it. When the two tie whatever the criterion weighs, its current
// weight is given. Put back by [Weights.Shift] the weight gives a tie.
//
// Triantaphyllou and Sanchez 1997 (Decision Sciences 28) subtract delta from
// one weight and leave the others; rescaled to a sum of 1 that is the same
// point: delta = (Current - Weight) / (1 - Weight).
func (t Table) Critical(w Weights, a, b int) ([]CriticalWeight, error) {
	var l check.List
	if t.check(&l, w) {
		index(&l, "/a", a, len(t.rows))
		index(&l, "/b", b, len(t.rows))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	out := []CriticalWeight{}
	for c := range w {
		if len(w) == 1 {
			break // the only weight stays 1
		}
		at0, at1 := t.lead(w.others(c), c, a, b)
		switch {
		case at0 == 0 && at1 == 0:
			out = append(out, CriticalWeight{c, w[c], w[c]})
		case at0 <= 0 && at1 >= 0 || at0 >= 0 && at1 <= 0:
			out = append(out, CriticalWeight{c, w[c], at0 / (at0 - at1)})
		}
	}
	return out, nil
}

// lead returns how much a leads b when criterion c weighs 0 and the rest has
// these weights, and when c weighs 1. In between the lead is linear in the weight.
func (t Table) lead(rest Weights, c, a, b int) (at0, at1 float64) {
	x, y := t.rows[a], t.rows[b]
	for k, v := range rest {
		at0 += float64(v * snap(x[k]-y[k], t.tie()))
	}
	return snap(at0, t.tie()), snap(x[c]-y[c], t.tie())
}

// StabilityInterval holds the weights of one criterion, from From to To, for
// which an alternative is first or ties for it, while the other weights keep
// their proportions.
type StabilityInterval struct {
	Criterion int     `json:"criterion"`
	Current   float64 `json:"current"`
	From      float64 `json:"from"`
	To        float64 `json:"to"`
}

// Stability returns, for each criterion whose weight alone can put an
// alternative first, the interval in which it is. For the winner it says how far a weight can
// move before another wins. For any other the end nearest to Current is the
// smallest change of this weight that makes it win. A missing criterion means
// that its weight alone never does.
func (t Table) Stability(w Weights, alternative int) ([]StabilityInterval, error) {
	var l check.List
	if t.check(&l, w) {
		index(&l, "/alternative", alternative, len(t.rows))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	out := []StabilityInterval{}
	for c := range w {
		from, to, rest := 0.0, 1.0, w.others(c)
		if len(w) == 1 { // the only weight stays 1
			from, rest = 1, w
		}
		for b := range t.rows {
			at0, at1 := t.lead(rest, c, alternative, b)
			switch {
			case at0 >= 0 && at1 >= 0:
			case at0 < 0 && at1 < 0:
				from, to = 1, 0
			case at0 < 0:
				from = max(from, at0/(at0-at1))
			default:
				to = min(to, at0/(at0-at1))
			}
		}
		if from > to && from-to < tieShare { // three alternatives tie in one point
			from = to
		}
		if from <= to {
			out = append(out, StabilityInterval{c, w[c], from, to})
		}
	}
	return out, nil
}

// Dominance returns d[a][b]: alternative a scores at least as much as b for all
// weights of the space and more for some. Over the space of all weights that
// is the usual dominance, at least as good on every criterion and better on one.
func (t Table) Dominance(s Space) ([][]bool, error) {
	var l check.List
	if count(&l, "/alternatives", len(t.rows), maxAlternatives, "alternatives") {
		s.check(&l, "/space", t.Criteria())
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	d := make([][]bool, len(t.rows))
	for a := range d {
		d[a] = make([]bool, len(t.rows))
		for b := range d[a] {
			never, ever := true, false
			for _, v := range t.atCorners(s, a, b) {
				never, ever = never && v >= 0, ever || v > 0
			}
			d[a][b] = never && ever
		}
	}
	return d, nil
}
