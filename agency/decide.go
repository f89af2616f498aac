package agency

import (
	"math"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// run is a decision being made: the prepared case and the outcome at the middle
// of every input.
type run struct {
	c       *Case
	offers  [modelCount]Offer
	given   [modelCount]bool
	in      inputs
	s       *setting
	middle  figures
	out     [modelCount]outcome
	space   mcda.Space
	weights mcda.Weights
	order   []int // indices of models by score, best first
	ranks   []int
	scores  []float64
}

// Decide compares the four models and says which fits best, how firmly, and
// what the answer hangs on. Without options everything is exact and fast: the
// inputs stand at their middle and only the weights are open. [WithSimulation]
// draws weights and inputs together.
//
// A case that is not valid gives a *check.Problems that names every place.
func Decide(c Case, options ...DecideOption) (Decision, error) {
	if err := c.Validate(); err != nil {
		return Decision{}, err
	}
	r, err := newRun(&c)
	if err != nil {
		return Decision{}, err
	}
	d, err := r.decision()
	if err != nil {
		return Decision{}, err
	}
	for _, o := range options {
		if o == nil {
			continue
		}
		if err := o(r, &d); err != nil {
			return Decision{}, err
		}
	}
	if err := r.finish(&d); err != nil {
		return Decision{}, err
	}
	return d, nil
}

// DecideOption asks [Decide] for more; a nil one asks for nothing.
type DecideOption func(*run, *Decision) error

func newRun(c *Case) (*run, error) {
	r := &run{c: c}
	r.offers, r.given = c.offers()
	r.in = readInputs(c, &r.offers)
	r.s = newSetting(c, &r.offers, &r.in)
	var err error
	if r.space, err = c.Priorities.space(); err != nil {
		return nil, err
	}
	r.weights = r.space.Centre()
	if r.middle, err = r.in.middle(); err != nil {
		return nil, err
	}
	return r, r.rank()
}

// rank evaluates the models at the middle and orders them by the mean score.
func (r *run) rank() error {
	r.scores = make([]float64, modelCount)
	for i := range r.out {
		r.s.evaluate(&r.middle, &r.in, &r.s.model[i], &r.out[i])
		r.scores[i] = r.score(&r.out[i])
	}
	ranking, err := mcda.NewRanking(r.scores)
	r.order, r.ranks = ranking.Order, ranking.Ranks
	return err
}

func (r *run) score(out *outcome) float64 {
	sum := 0.0
	for i, v := range out.values {
		sum += float64(r.weights[i] * v)
	}
	return sum
}

// standing reads the checks: the budget alone makes a model not fundable.
func (o *outcome) standing() Standing {
	s := Fits
	for i, st := range o.checks {
		if st != broken {
			continue
		}
		if i != Budget.index() {
			return DoesNotFit
		}
		s = NotFundable
	}
	return s
}

// best returns the index of the model with the highest score among those that
// fit, the baseline first in a tie, and -1 when none fits.
func (r *run) best(out *[modelCount]outcome) int {
	best, top := -1, math.Inf(-1)
	for i := range out {
		if out[i].standing() != Fits {
			continue
		}
		if v := r.score(&out[i]); v > top+tolerance {
			best, top = i, v
		}
	}
	return best
}

func (r *run) decision() (Decision, error) {
	d := Decision{Thresholds: r.c.Thresholds.orDefault(), Options: make([]Option, modelCount)}
	for i := range d.Options {
		if err := r.option(i, &d.Options[i]); err != nil {
			return Decision{}, err
		}
	}
	for _, i := range r.order {
		d.Ranking = append(d.Ranking, Model(i+1))
	}
	for k, s := range r.s.scales {
		d.Scales = append(d.Scales, NamedScale{Criterion(k + 1), s})
	}
	if err := r.judge(&d); err != nil {
		return Decision{}, err
	}
	return d, nil
}

// finish adds what follows from the recommended model.
func (r *run) finish(d *Decision) (err error) {
	if err = r.flips(d); err != nil {
		return err
	}
	if d.Gaps, err = r.gaps(); err != nil {
		return err
	}
	if d.Recommended.bought() {
		if d.Path, err = r.path(d.Recommended); err != nil {
			return err
		}
	}
	if d.CrossCheck, err = r.crossCheck(d.Recommended); err != nil {
		return err
	}
	d.Assumptions = r.assumptions()
	r.explain(d)
	return nil
}

func (r *run) option(i int, o *Option) error {
	m, out := &r.s.model[i], &r.out[i]
	cost, err := r.s.plan(&r.middle, m, out)
	if err != nil {
		return tooDear(m.model, err)
	}
	*o = Option{
		Model: m.model, Assumed: !r.given[i] && m.model != WithoutAgency, Standing: out.standing(), Rank: r.ranks[i], Score: r.scores[i],
		Scores: make([]Score, criterionCount), Checks: make([]Check, checkCount), Cost: cost,
		OwnHours: measure.Hours(out.ownHours), Agency: measure.Hours(out.agencyHours), Possible: r.possible(m),
		Broken: []Requirement{}, Unsettled: []Requirement{},
	}
	for k := range o.Scores {
		w, v := r.weights[k], out.values[k]
		o.Scores[k] = Score{Criterion(k + 1), out.measurements[k], v, w, w * v, r.s.derive(Criterion(k+1), &r.middle, m, out, &cost)}
	}
	for k := range o.Checks {
		o.Checks[k] = r.s.answer(Requirement(k+1), r.c, &r.middle, m, out)
		switch o.Checks[k].Status {
		case Broken:
			o.Broken = append(o.Broken, Requirement(k+1))
		case NotKnown:
			o.Unsettled = append(o.Unsettled, Requirement(k+1))
		}
	}
	if m.buys {
		o.Award, err = procurement.Likely(r.c.Organisation.Buyer, r.c.Need.AsOf, cost.Contract)
	}
	return err
}

// possible returns the videos a week that the own hours allow: what is left
// after the weekly work, by the own hours of a video.
func (r *run) possible(m *modelSetting) float64 {
	base := m.ownW + r.middle[slot(LeverMeetings, m.model)]/weeksPerMonth
	left := r.middle[slot(LeverOwnHours, 0)] - base
	perVideo := r.middle[slot(LeverHoursPerVideo, 0)] * m.ownV
	return min(max(left/perVideo, 0), maxVideos)
}

// tooDear places amounts beyond what money is counted in at the offers: hours,
// rate and rise together are out of range, each alone is not.
func tooDear(m Model, err error) error {
	var l check.List
	l.Merge(check.Pointer("offers", m), err)
	return l.Err()
}
