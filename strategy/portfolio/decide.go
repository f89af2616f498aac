package portfolio

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Verdict is what to do with a candidate.
type Verdict uint8

// The verdicts.
const (
	Launch        Verdict = iota + 1 // start it: its reach was measured
	Pilot                            // try it for a while: its reach is estimated or assumed
	Watch                            // look at it, do not run it
	Keep                             // go on
	KeepInReserve                    // keep the account, silent, for an emergency
	Leave                            // give it up
)

var verdictWords = check.Words[Verdict]{
	Launch: "launch", Pilot: "pilot", Watch: "watch", Keep: "keep", KeepInReserve: "keep in reserve", Leave: "leave",
}

var verdictDE = [...]string{
	Launch: "starten", Pilot: "ausprobieren", Watch: "beobachten", Keep: "behalten", KeepInReserve: "in Reserve halten", Leave: "verlassen",
}

// String returns the words, such as "keep in reserve".
func (v Verdict) String() string { return verdictWords.String(v) }

// MarshalText writes the words; an invalid value is an error.
func (v Verdict) MarshalText() ([]byte, error) { return verdictWords.Marshal(v) }

// UnmarshalText reads the words.
func (v *Verdict) UnmarshalText(text []byte) (err error) {
	*v, err = verdictWords.Parse(string(text))
	return err
}

// In returns the verdict in a language, for a sentence.
func (v Verdict) In(l reason.Lang) string {
	if !verdictWords.Valid(v) {
		return v.String()
	}
	return l.Pick(verdictDE[v], v.String())
}

// runs reports whether the verdict costs hours.
func (v Verdict) runs() bool { return v == Launch || v == Pilot || v == Keep }

// Plan is the answer to a [Question].
type Plan struct {
	Decisions []Decision `json:"decisions"` // in the order of the candidates
	// Hours a week of the candidates that run. They exceed what there is only where
	// channels that go on, because their reach is unknown, take more.
	Hours measure.Hours `json:"hours"`
	// People of the target group whom they reach, each counted once: those whose
	// reach is known; unknown when it is known of none.
	People measure.Estimate `json:"people"`
	// NextHours is what five more hours a week would buy.
	NextHours Next `json:"nextHours"`
	// Watch is the list of what is not run, each with what would change that.
	Watch   []Trigger       `json:"watch"`
	Proven  bool            `json:"proven"` // no set was left unexamined that could be better
	Reasons []reason.Reason `json:"reasons"`
}

// Decision is what to do with one candidate, and why.
type Decision struct {
	Name    string  `json:"name"`
	Verdict Verdict `json:"verdict"`
	// Alone is whom the candidate would reach by itself, Unique whom nobody else
	// in the plan reaches: what leaving it costs, or running it too would add.
	Alone   measure.Estimate `json:"alone"`
	Unique  measure.Estimate `json:"unique"`
	Reasons []reason.Reason  `json:"reasons"`
}

// Next is what more hours buy.
type Next struct {
	Hours  measure.Hours `json:"hours"`  // more a week
	People float64       `json:"people"` // more people, middle of the estimates
	Run    []string      `json:"run"`    // candidates that would run then and do not now
	Drop   []string      `json:"drop"`   // candidates that run now and would not then
}

// Trigger says when a candidate that is watched is worth running.
type Trigger struct {
	Name string `json:"name"`
	// Hours more a week from which it belongs to the best set; unknown when no number up
	// to 40 does it.
	Hours   measure.Estimate `json:"hours"`
	Reasons []reason.Reason  `json:"reasons"`
}

// nextHours is the step of [Plan.NextHours].
const nextHours = 5

// furthest is how many more hours the watch list looks ahead: one full post.
const furthest = 40

// Decide answers a question. Problems are those of [Question.Validate]; and when the
// channels that may not be given up take more hours than there are, that is a problem of
// kind check.ErrConflict at /hours.
func Decide(q Question) (Plan, error) {
	if err := q.Validate(); err != nil {
		return Plan{}, err
	}
	if q.MinRating == 0 {
		q.MinRating = defaultMinRating
	}
	if !q.Shape.Known() {
		q.Shape = audience.NetShape()
	}
	d := newDecider(q)
	if !d.found.any {
		var l check.List
		l.Add("/hours", check.ErrConflict, float64(q.Hours), "hours for the crisis channels, which are never given up without a replacement")
		return Plan{}, l.Err()
	}
	p := Plan{Proven: d.found.proven, Hours: measure.Hours(d.found.hours + d.aside)}
	var err error
	if d.found.set != 0 || d.aside == 0 {
		if p.People, err = d.estimate(d.found.set); err != nil {
			return Plan{}, err
		}
	}
	for i := range q.Candidates {
		decision, err := d.decide(i)
		if err != nil {
			return Plan{}, err
		}
		p.Decisions = append(p.Decisions, decision)
	}
	p.NextHours = d.next(nextHours)
	p.Watch = d.triggers(p.Decisions)
	p.Reasons = d.explain(p)
	return p, nil
}

// decider holds a question and its best set.
type decider struct {
	q        Question
	corners  [3]problem // all reaches low, in the middle, high; see estimate
	problem  problem    // the middle one under the hours there are
	searched []bool     // whether a candidate takes part in the search
	aside    float64    // hours of those that go on outside it, because their reach is not known
	found    found
}

func newDecider(q Question) *decider {
	d := &decider{q: q, searched: make([]bool, len(q.Candidates))}
	for i, c := range q.Candidates {
		d.searched[i] = c.RuledOut == "" && c.Role != Reserve && c.knownReach() && d.fit(c)
	}
	d.corners = [3]problem{
		d.at(measure.Estimate.P10, q.Shape.P10()), d.at(measure.Estimate.P50, q.Shape.P50()), d.at(measure.Estimate.P90, q.Shape.P90()),
	}
	d.problem = d.corners[1]
	d.problem.hours = float64(q.Hours - q.Experiments)
	must := 0.0
	for i, c := range q.Candidates {
		if !d.searched[i] && d.goesOn(c) {
			d.aside += float64(c.Hours)
		}
		if it := d.problem.items[i]; it.must {
			must += it.hours
		}
	}
	// Crisis channels come before those whose reach nobody knows.
	d.problem.hours = max(d.problem.hours-d.aside, min(d.problem.hours, must))
	d.found = d.problem.best()
	return d
}

// goesOn reports whether a channel outside the search keeps its hours: it runs, nothing
// speaks against it, and whom it reaches is not known.
func (d *decider) goesOn(c Candidate) bool {
	return c.RuledOut == "" && c.Role != Reserve && c.State == Active && d.fit(c) && !c.knownReach()
}

func (c Candidate) knownReach() bool {
	return slices.ContainsFunc(c.Reach, measure.Estimate.Known)
}

// fit reports whether the caller's ratings speak for a candidate. A crisis
// channel is not left because its tone is bad.
func (d *decider) fit(c Candidate) bool {
	mean, rated := c.Ratings.mean()
	return !rated || mean >= d.q.MinRating-1e-9 || c.Role == Crisis && c.State == Active
}

// at returns the search with one quantile of every reach. Candidates that take
// no part reach nobody and cost more than there is.
func (d *decider) at(quantile func(measure.Estimate) float64, shape float64) problem {
	p := problem{shape: shape, hours: math.MaxFloat64, items: make([]item, len(d.q.Candidates))}
	for _, cell := range d.q.Target {
		p.people = append(p.people, float64(cell.People))
	}
	for i, c := range d.q.Candidates {
		it := item{hours: float64(c.Hours), activity: make([]float64, len(p.people)), instead: -1}
		if !d.searched[i] {
			it.hours = math.Inf(1)
		}
		for b, e := range c.Reach {
			r := min(quantile(e)/p.people[b], 1-1e-9) // an unknown reach counts as 0 here and is said
			it.activity[b] = math.Expm1(-math.Log1p(-r) / shape)
		}
		if c.Role == Crisis && c.State == Active && d.searched[i] {
			it.must = true
			it.instead = slices.IndexFunc(d.q.Candidates, func(o Candidate) bool { return c.ReplacedBy != "" && o.Name == c.ReplacedBy })
		}
		p.items[i] = it
	}
	return p
}

// estimate is whom a set reaches: all reaches low with the widest overlap, in
// the middle, all high with the smallest overlap. The errors of several
// channels are taken to go the same way, which gives the widest range.
func (d *decider) estimate(set uint64) (measure.Estimate, error) {
	var v [3]float64
	for i, at := range d.corners {
		v[i], _ = at.of(set)
	}
	// Where the reaches are exact the corners differ by rounding only, either way.
	return measure.NewEstimate(min(v[0], v[1]), v[1], max(v[1], v[2]), measure.Assumed, d.sources(set)...)
}

// added is what one more candidate adds to a set, the corners as in estimate.
func (d *decider) added(set uint64, i int) (measure.Estimate, error) {
	var v []float64
	for _, at := range d.corners {
		with, _ := at.of(set | 1<<i)
		without, _ := at.of(set &^ (1 << i))
		v = append(v, max(with-without, 0))
	}
	slices.Sort(v) // a difference is not monotone in the reaches: its corners may change places
	return measure.NewEstimate(v[0], v[1], v[2], measure.Assumed, d.sources(1<<i)...)
}

func (d *decider) sources(set uint64) []measure.Source {
	lists := [][]measure.Source{d.q.Shape.Sources()}
	for i, c := range d.q.Candidates {
		if set>>i&1 == 1 {
			for _, e := range c.Reach {
				lists = append(lists, e.Sources())
			}
		}
	}
	return measure.MergeSources(lists...)
}

// next searches again with more hours.
func (d *decider) next(more float64) Next {
	p := d.problem
	p.hours += more
	f := p.best()
	n := Next{Hours: measure.Hours(more), People: math.Round(max(f.value-d.found.value, 0)), Run: []string{}, Drop: []string{}}
	for i, c := range d.q.Candidates {
		before, after := d.found.set>>i&1 == 1, f.set>>i&1 == 1
		switch {
		case after && !before:
			n.Run = append(n.Run, c.Name)
		case before && !after:
			n.Drop = append(n.Drop, c.Name)
		}
	}
	return n
}

// triggers looks, hour by hour, from when each watched candidate is worth running.
func (d *decider) triggers(decisions []Decision) []Trigger {
	list := []Trigger{}
	at := map[int]measure.Estimate{}
	waiting := 0
	for i, decision := range decisions {
		if decision.Verdict == Watch && d.searched[i] {
			waiting++
		}
	}
	for more := 1.0; more <= furthest && len(at) < waiting; more++ {
		p := d.problem
		p.hours += more
		f := p.best()
		for i, decision := range decisions {
			if _, seen := at[i]; !seen && decision.Verdict == Watch && f.set>>i&1 == 1 {
				at[i], _ = measure.Exactly(more, measure.Estimated) // a number of hours is finite
			}
		}
	}
	for i, decision := range decisions {
		if decision.Verdict == Watch {
			list = append(list, Trigger{Name: decision.Name, Hours: at[i], Reasons: d.trigger(i, at[i])})
		}
	}
	slices.SortStableFunc(list, func(a, b Trigger) int {
		return cmp.Or(cmp.Compare(orLast(a.Hours), orLast(b.Hours)), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func orLast(e measure.Estimate) float64 {
	if !e.Known() {
		return math.Inf(1)
	}
	return e.P50()
}

// MarshalJSON writes the trigger; an unknown number of hours is null.
func (t Trigger) MarshalJSON() ([]byte, error) {
	var hours *float64
	if t.Hours.Known() {
		h := t.Hours.P50()
		hours = &h
	}
	return json.Marshal(struct {
		Name    string          `json:"name"`
		Hours   *float64        `json:"hours"`
		Reasons []reason.Reason `json:"reasons"`
	}{t.Name, hours, t.Reasons})
}
