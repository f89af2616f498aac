package agency

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
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
		if err := o(r, &d); err != nil {
			return Decision{}, err
		}
	}
	r.explain(&d)
	return d, nil
}

// DecideOption asks [Decide] for more.
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
	if err := r.flips(&d); err != nil {
		return Decision{}, err
	}
	var err error
	if d.Gaps, err = r.gaps(); err != nil {
		return Decision{}, err
	}
	if d.Recommended.bought() {
		if d.Path, err = r.path(d.Recommended); err != nil {
			return Decision{}, err
		}
	}
	if d.CrossCheck, err = r.crossCheck(d.Recommended); err != nil {
		return Decision{}, err
	}
	d.Assumptions = r.assumptions()
	return d, nil
}

func (r *run) option(i int, o *Option) error {
	m, out := &r.s.model[i], &r.out[i]
	cost, err := r.s.plan(&r.middle, m, out)
	if err != nil {
		return err
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

// judge finds the recommended model and how firmly it stands.
func (r *run) judge(d *Decision) error {
	best := r.best(&r.out)
	if best < 0 {
		d.Verdict = NoneFits
		return nil
	}
	d.Recommended = Model(best + 1)
	d.Margin = r.scores[best]
	rows, models := [][]float64{}, []int{}
	for i := range r.out {
		if r.out[i].standing() == Fits {
			rows, models = append(rows, r.out[i].values[:]), append(models, i)
			if i != best {
				d.Margin = min(d.Margin, r.scores[best]-r.scores[i])
			}
		}
	}
	table, err := mcda.NewTable(rows)
	if err != nil {
		return err
	}
	pairs, exact, err := table.Pairwise(r.space)
	if err != nil {
		return err
	}
	if !exact {
		if pairs, err = r.sampledPairs(table); err != nil {
			return err
		}
	}
	d.Exact, d.Probability = exact, 1
	at := slices.Index(models, best)
	for a, ma := range models {
		for b, mb := range models {
			if a == b {
				continue
			}
			d.Pairs = append(d.Pairs, Pair{Model(ma + 1), Model(mb + 1), measure.Share(pairs[a][b])})
			if a == at {
				d.Probability = min(d.Probability, measure.Share(pairs[a][b]))
			}
		}
	}
	d.Verdict = r.verdict(d, float64(d.Probability))
	return nil
}

// pairDraws is the number of weights drawn where the space has no closed form,
// from a fixed stream, so that equal cases give equal decisions.
const pairDraws = 4000

func (r *run) sampledPairs(t mcda.Table) ([][]float64, error) {
	ws, err := r.space.Sample(pairDraws, rand.NewPCG(2026, 8))
	if err != nil {
		return nil, err
	}
	n := t.Alternatives()
	p := make([][]float64, n)
	for a := range p {
		p[a] = make([]float64, n)
	}
	for _, w := range ws {
		ranking, err := t.Ranking(w)
		if err != nil {
			return nil, err
		}
		for a := range n {
			for b := range n {
				if ranking.Ranks[a] < ranking.Ranks[b] {
					p[a][b] += 1.0 / pairDraws
				}
			}
		}
	}
	return p, nil
}

// verdict turns a probability into words. It is never clear while a check on
// the recommended model is unknown, unless the contract can settle it.
func (r *run) verdict(d *Decision, p float64) Verdict {
	th := d.Thresholds
	settled := true
	for _, q := range d.Options[d.Recommended.index()].Unsettled {
		settled = settled && (q == AccountOwner || q == DataContract)
	}
	switch {
	case within(float64(th.Clear), p) && within(th.Margin, d.Margin) && settled:
		return Clear
	case within(float64(th.Lean), p):
		return Lean
	default:
		return Open
	}
}

// assumptions lists the inputs that the case did not give.
func (r *run) assumptions() []Assumption {
	var all []Assumption
	for i := range r.in {
		if !r.in[i].assumed {
			continue
		}
		l, m := leverAt(i)
		if a, ok := r.assumption(l, m); ok {
			all = append(all, a)
		}
	}
	all = append(all, r.factAssumptions()...)
	slices.SortStableFunc(all, func(a, b Assumption) int { return cmp.Compare(a.Input, b.Input) })
	return all
}

// inputPlaces are where the caller could give a lever.
var inputPlaces = [...]string{
	LeverHoursPerVideo: "/need/hoursPerVideo", LeverOwnHours: "/organisation/hoursPerWeek", LeverPublishers: "/organisation/publishers",
	LeverApproval: "/organisation/approvalDays", LeverBudget: "/organisation/budget",
	LeverAgencyHours: "hoursPerMonth", LeverRate: "rate", LeverOneOff: "oneOff", LeverResponse: "responseDays", LeverMeetings: "meetingHours",
	LeverSetup: "setupWeeks", LeverFaces: "ownFaces", LeverStays: "stays", LeverAgencyPublish: "publishers",
}

func (r *run) assumption(l Lever, m Model) (Assumption, bool) {
	q := r.in[slot(l, m)].q
	a := Assumption{Value: &q}
	if int(l) < len(inputPlaces) {
		a.Input = inputPlaces[l]
	}
	src := oursOnly
	if l == LeverRate {
		src = priceOnly
	}
	switch {
	case l == LeverBudget:
		a.Value = nil
		a.Reason = reason.New("agency.assumed.budget", "Ein Budget ist nicht angegeben; ob ein Modell bezahlbar ist, bleibt offen.", "No budget is given; whether a model can be paid stays open.", nil)
		return a, true
	case a.Input == "": // the length of an award belongs to no field
		return a, false
	case m == 0:
	case !m.bought() && (m != DoItYourself || l != LeverOneOff): // nothing running is bought
		return a, false
	case l == LeverAgencyHours:
		a.Value = nil
		a.Input = r.offerPlace(m, a.Input)
		a.Reason = reason.New("agency.assumed.agencyHours", "Agenturstunden, „{model}“: was die Aufgaben brauchen und {reserve} dazu.", "Agency hours, “{model}”: what the tasks take and {reserve} on top.", src, modelName(m), reason.Share("reserve", agencyReserve-1))
		return a, true
	default:
		a.Input = r.offerPlace(m, a.Input)
	}
	name := reason.Word("what", leverDE[l], l.String())
	middle := reason.Number("middle", r.middle[slot(l, m)], 2)
	if m == 0 {
		a.Reason = reason.New("agency.assumed", "Angenommen: {what} im Mittel {middle}.", "Assumed: {what} {middle} in the middle.", src, name, middle)
	} else {
		a.Reason = reason.New("agency.assumedOffer", "Angenommen, „{model}“: {what} im Mittel {middle}.", "Assumed, “{model}”: {what} {middle} in the middle.", src, modelName(m), name, middle)
	}
	return a, true
}

// offerPlace is the place of a field of the offer for a model, "/offers" when
// there is none.
func (r *run) offerPlace(m Model, field string) string {
	i := slices.IndexFunc(r.c.Offers, func(o Offer) bool { return o.Model == m })
	if i < 0 {
		return "/offers"
	}
	return check.Pointer("offers", i, field)
}

func modelName(m Model) reason.Figure { return reason.Word("model", modelDE[m], modelEN[m]) }

// factAssumptions are those that are not levers: staff cost, skills, splits,
// rates of years outside the tables.
func (r *run) factAssumptions() []Assumption {
	var all []Assumption
	org := &r.c.Organisation
	if org.StaffCost == (StaffCost{}) {
		g := cmp.Or(org.Grade, E10)
		all = append(all, Assumption{Input: "/organisation/staffCost", Reason: reason.New("agency.assumed.staff", "Eine eigene Stunde kostet {perHour} (Entgeltgruppe {grade}).", "An own hour costs {perHour} (pay grade {grade}).", staffOnly,
			reason.Euro("perHour", DefaultStaffCost(g).PerHour()), reason.Text("grade", g.String()))})
	}
	missing := int64(0)
	for _, t := range Tasks() {
		if t != Approval && t != Coordination && org.Skills[t] == 0 {
			missing++
		}
	}
	if missing > 0 {
		all = append(all, Assumption{Input: "/organisation/skills", Reason: reason.New("agency.assumed.skills", "Für {missing:Aufgabe|Aufgaben} ist nicht bekannt, was das Haus kann; gerechnet wird mit Grundkenntnissen.", "For {missing:task|tasks} it is not known what the body can do; basic skill is assumed.", oursOnly, reason.Count("missing", missing))})
	}
	for i := range r.offers {
		m := Model(i + 1)
		_, unnamed := r.offers[i].Split.shares(m)
		switch {
		case !m.bought():
		case !r.given[i]:
			all = append(all, Assumption{Input: r.offerPlace(m, "split"), Reason: reason.New("agency.assumed.offer", "Für „{model}“ liegt kein Angebot vor; gerechnet wird mit einem angenommenen.", "There is no offer for “{model}”; an assumed one is used.", expertOnly, modelName(m))})
		case unnamed > 0:
			all = append(all, Assumption{Input: r.offerPlace(m, "split"), Reason: reason.New("agency.assumed.split", "Angebot für „{model}“: Für {tasks:Aufgabe|Aufgaben} ist nicht gesagt, wer sie übernimmt.", "Offer for “{model}”: for {tasks:task|tasks} it is not said who takes them.", expertOnly, modelName(m), reason.Count("tasks", int64(unnamed)))})
		}
		if r.offers[i].Payee == NaturalPerson {
			last := r.s.startYear() + r.s.years - 1
			if rate, known := levyRate(last); !known {
				all = append(all, Assumption{Input: r.offerPlace(m, "payee"), Reason: reason.New("agency.assumed.levy", "Künstlersozialabgabe für {year} mit {rate} gerechnet; der Satz jenes Jahres ist nicht in der Tabelle.", "Artists' social levy for {year} taken as {rate}; the rate of that year is not in the table.",
					[]measure.Source{levySource}, reason.Year("year", last), reason.Share("rate", measure.Share(rate)))})
			}
		}
	}
	return all
}
