package agency

import (
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Case is a decision to be made: what there is, what is needed, what is
// offered, and what is known about the weights. It is read from JSON with
// check.Decode and checked by [Decide].
type Case struct {
	Organisation Organisation        `json:"organisation"`
	Need         Need                `json:"need"`
	Offers       []Offer             `json:"offers,omitempty"` // at most one for each model; missing ones are assumed
	Priorities   Priorities          `json:"priorities,omitzero"`
	Scales       map[Criterion]Scale `json:"scales,omitempty"` // instead of DefaultScale
	Thresholds   Thresholds          `json:"thresholds,omitzero"`
}

// Priorities is what is known about the weights. The zero value says nothing,
// and every weighting is as likely as any other. A weight is about the step
// from the worst to the best end of the criterion's [Scale].
type Priorities struct {
	Order  []Criterion           `json:"order,omitempty"`  // most important first; criteria left out are not compared
	Ratios []Ratio               `json:"ratios,omitempty"` // statements about two criteria
	Points map[Criterion]float64 `json:"points,omitempty"` // settled: points in proportion, criteria left out weigh nothing; excludes the others
}

// Ratio says that criterion A weighs from AtLeast to AtMost times as much as B.
type Ratio struct {
	A       Criterion `json:"a"`
	B       Criterion `json:"b"`
	AtLeast float64   `json:"atLeast"`
	AtMost  float64   `json:"atMost"`
}

// Thresholds say what the words of the verdict mean. Zero values take the defaults.
type Thresholds struct {
	Clear  measure.Share `json:"clear,omitzero"`  // probability from which a verdict is clear; 0.8
	Lean   measure.Share `json:"lean,omitzero"`   // probability from which it leans to a model; 0.6
	Margin float64       `json:"margin,omitzero"` // lead in the mean score, 0 to 1, below which it is never clear; 0.03
}

var defaultThresholds = Thresholds{Clear: 0.8, Lean: 0.6, Margin: 0.03}

func (t Thresholds) orDefault() Thresholds {
	if t.Clear == 0 {
		t.Clear = defaultThresholds.Clear
	}
	if t.Lean == 0 {
		t.Lean = defaultThresholds.Lean
	}
	if t.Margin == 0 {
		t.Margin = defaultThresholds.Margin
	}
	return t
}

// Validate returns everything that is wrong with the case, each with its place,
// or nil.
func (c *Case) Validate() error {
	var l check.List
	c.Organisation.validate(&l)
	c.Need.validate(&l)
	seen := map[Model]bool{}
	for i := range c.Offers {
		at := check.Pointer("offers", i)
		if seen[c.Offers[i].Model] {
			l.Add(at+"/model", check.ErrDuplicate, c.Offers[i].Model, "one offer for each model")
		}
		seen[c.Offers[i].Model] = true
		c.Offers[i].validate(&l, at)
	}
	for k, s := range c.Scales {
		at := check.Pointer("scales", k)
		if !criterionWords.Valid(k) {
			l.Add(at, check.ErrUnknown, k, "a criterion such as cost or agility")
			continue
		}
		worst := l.Between(at+"/worst", s.Worst, -1e9, 1e9, "a number within 1 billion")
		if l.Between(at+"/best", s.Best, -1e9, 1e9, "a number within 1 billion") && worst && math.Abs(s.Best-s.Worst) < 1e-6 {
			l.Add(at+"/best", check.ErrConflict, s.Best, "a best end that differs from the worst")
		}
	}
	th := c.Thresholds.orDefault()
	l.Between("/thresholds/clear", float64(th.Clear), 0, 1, "a share from 0 to 1")
	if l.Between("/thresholds/lean", float64(th.Lean), 0, 1, "a share from 0 to 1") && th.Lean > th.Clear {
		l.Add("/thresholds/lean", check.ErrOrder, float64(th.Lean), "at most the threshold for clear")
	}
	l.Between("/thresholds/margin", th.Margin, 0, 1, "a lead from 0 to 1")
	c.Priorities.validate(&l)
	return l.Err()
}

func (p *Priorities) validate(l *check.List) {
	const at = "/priorities"
	if p.Points != nil && (len(p.Order) > 0 || len(p.Ratios) > 0) {
		l.Add(at+"/points", check.ErrConflict, check.None, "points alone: they settle the weights, and order or ratios say nothing more")
	}
	for i, k := range p.Order {
		validCriterion(l, at+check.Pointer("order", i), k)
	}
	for i, r := range p.Ratios {
		validCriterion(l, at+check.Pointer("ratios", i, "a"), r.A)
		validCriterion(l, at+check.Pointer("ratios", i, "b"), r.B)
	}
	for k := range p.Points {
		validCriterion(l, at+check.Pointer("points", k), k)
	}
}

func validCriterion(l *check.List, path string, k Criterion) {
	if !criterionWords.Valid(k) {
		l.Add(path, check.ErrUnknown, k, "a criterion such as cost or agility")
	}
}

// allWeights is the space when nothing is known.
var allWeights, _ = mcda.NewSpace(criterionCount) // has no statements that could contradict

// space returns the weights that are possible; the problems of mcda are put
// where the case has the statements.
func (p *Priorities) space() (mcda.Space, error) {
	var l check.List
	if p.Points != nil {
		points := make([]float64, criterionCount)
		for k, v := range p.Points {
			points[k.index()] = v
			l.Between("/priorities"+check.Pointer("points", k), v, 0, 1e9, "points from 0 to 1 billion")
		}
		if err := l.Err(); err != nil {
			return mcda.Space{}, err
		}
		w, err := mcda.Swing(points...)
		if err != nil {
			l.Add("/priorities/points", check.ErrRange, check.None, "points above 0 for one criterion at least")
			return mcda.Space{}, l.Err()
		}
		return mcda.FixedSpace(w)
	}
	if len(p.Order) == 0 && len(p.Ratios) == 0 {
		return allWeights, nil
	}
	var constraints []mcda.Constraint
	var places []string // where the case has each statement
	if len(p.Order) > 0 {
		order := make([]int, len(p.Order))
		for i, k := range p.Order {
			order[i] = k.index()
		}
		constraints, places = append(constraints, mcda.Order(order...)), append(places, "/priorities/order")
	}
	for i, r := range p.Ratios {
		constraints = append(constraints, mcda.Ratio(r.A.index(), r.B.index(), r.AtLeast, r.AtMost))
		places = append(places, check.Pointer("priorities", "ratios", i))
	}
	s, err := mcda.NewSpace(criterionCount, constraints...)
	if err == nil {
		return s, nil
	}
	problems, isList := errors.AsType[*check.Problems](err)
	if !isList {
		return mcda.Space{}, err
	}
	for _, q := range problems.All() {
		for i, place := range slices.Backward(places) { // 12 before 1
			from := check.Pointer("constraints", i)
			if rest, found := strings.CutPrefix(q.Path, from); found {
				q.Path = place + inStatement(rest, i == 0 && len(p.Order) > 0)
			}
			q.Want = strings.ReplaceAll(q.Want, from, place)
		}
		l.Merge("", q)
	}
	return mcda.Space{}, l.Err()
}

// inStatement turns a place within a statement of mcda into that of the case.
func inStatement(rest string, order bool) string {
	if order {
		return strings.TrimPrefix(rest, "/criteria")
	}
	return strings.NewReplacer("/criteria/0", "/a", "/criteria/1", "/b", "/lo", "/atLeast", "/hi", "/atMost").Replace(rest)
}

func (c *Case) scales() [criterionCount]Scale {
	var s [criterionCount]Scale
	for i := range s {
		k := Criterion(i + 1)
		s[i] = DefaultScale(k)
		if own, ok := c.Scales[k]; ok {
			s[i] = own
		}
	}
	return s
}

// offers returns one offer for each model: the caller's, else one that says
// nothing and so takes every default.
func (c *Case) offers() (all [modelCount]Offer, given [modelCount]bool) {
	for i := range all {
		all[i] = Offer{Model: Model(i + 1)}
	}
	for _, o := range c.Offers {
		all[o.Model.index()], given[o.Model.index()] = o, true
	}
	return all, given
}
