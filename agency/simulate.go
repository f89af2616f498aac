package agency

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Robustness is what a simulation of weights and inputs together says. Every
// draw meets all models, so that differences between them are sharp.
type Robustness struct {
	Draws    int64     `json:"draws"`
	Chances  []Chance  `json:"chances"`  // in the order of Models
	NoneFits Frequency `json:"noneFits"` // no model fits
}

// Frequency is a share of draws with its standard error.
type Frequency struct {
	Share         measure.Share `json:"share"`
	StandardError float64       `json:"standardError"`
}

// Chance is what a simulation says about one model.
type Chance struct {
	Model          Model                 `json:"model"`
	Best           Frequency             `json:"best"`           // it fits and scores most
	Fits           measure.Share         `json:"fits"`           // it breaks no check
	CentralWeights map[Criterion]float64 `json:"centralWeights"` // by criterion: what one has to find important to prefer it; null when never best
	Confidence     *Frequency            `json:"confidence"`     // probability to be best with these weights; null without them
}

// Inquiry is an input that is worth finding out before deciding.
type Inquiry struct {
	Lever  Lever         `json:"lever"`
	Model  Model         `json:"model,omitzero"` // of the offer, for levers of an offer
	Gain   float64       `json:"gain"`           // points of score, 0 to 1, that knowing it brings on average
	Reason reason.Reason `json:"reason"`
}

// misfit is the value of a model that does not fit in a draw: choosing it
// brings less than doing nothing, which is worth 0.
const misfit = -0.1

// maxDraws keeps a simulation within seconds and 300 MB.
const maxDraws = 500_000

// WithSimulation draws weights and inputs draws times, from 100 to 500,000. Of
// the models that fit at the middle of the inputs it recommends the one that
// fits and scores most in most draws, and the verdict rests on that share. Inputs that
// are unknown are drawn from their documented range. The same source gives the same
// decision.
func WithSimulation(draws int, src rand.Source) DecideOption {
	return func(r *run, d *Decision) error {
		var l check.List
		l.Between("/draws", float64(draws), 100, maxDraws, "100 to 500,000 draws")
		if src == nil {
			l.Add("/source", check.ErrRequired, check.None, "a source of random numbers")
		}
		if err := l.Err(); err != nil {
			return err
		}
		return r.simulate(d, draws, src)
	}
}

// simulation is the state of a run of draws.
type simulation struct {
	r       *run
	in      inputs // unknown inputs with a documented range count as known here
	slots   []int  // of the inputs in doubt
	figures figures
	out     outcome
	fits    [modelCount]int64
	costs   [modelCount][]float64
}

func (r *run) simulate(d *Decision, draws int, src rand.Source) error {
	s := simulation{r: r, in: r.in, figures: r.middle}
	var doubts []mcda.Quantity
	for i := range s.in {
		if l, _ := leverAt(i); l == LeverBudget && !s.in[i].known {
			continue // nobody knows what budgets occur
		}
		s.in[i].known = true
		if q := s.in[i].q; q.Kind() != mcda.KindExact {
			s.slots, doubts = append(s.slots, i), append(doubts, q)
		}
	}
	for i := range s.costs {
		s.costs[i] = make([]float64, 0, draws)
	}
	result, err := mcda.Simulation{Alternatives: modelCount + 1, Space: r.space, Inputs: doubts, Model: s.values, Draws: draws, Source: src}.Run()
	if err != nil {
		return err
	}
	return s.report(d, result)
}

// values fills in one draw: the four models, and doing nothing as the last
// alternative, which is best when none fits.
func (s *simulation) values(drawn, values []float64) error {
	for k, i := range s.slots {
		s.figures[i] = bound(i, drawn[k])
	}
	for i := range s.fits {
		s.r.s.evaluate(&s.figures, &s.in, &s.r.s.model[i], &s.out)
		row := values[i*criterionCount : (i+1)*criterionCount]
		if s.out.standing() == Fits {
			s.fits[i]++
			copy(row, s.out.values[:])
		} else {
			for k := range row {
				row[k] = misfit
			}
		}
		s.costs[i] = append(s.costs[i], s.out.external+s.out.own)
	}
	clear(values[modelCount*criterionCount:])
	return nil
}

// bound keeps a draw in its range: draws beyond count as the nearer end.
func bound(slot int, v float64) float64 {
	switch l, _ := leverAt(slot); l {
	case LeverFaces, LeverStays:
		return min(max(v, 0), 1)
	case LeverHoursPerVideo:
		return max(v, 0.1)
	default:
		return max(v, 0)
	}
}

func (s *simulation) report(d *Decision, result mcda.Result) error {
	rob := &Robustness{Draws: result.Draws, NoneFits: frequency(result.Alternatives[modelCount].Ranks[0])}
	for i := range modelCount {
		a := result.Alternatives[i]
		ch := Chance{Model: Model(i + 1), Best: frequency(a.Ranks[0]), Fits: measure.Share(float64(s.fits[i]) / float64(result.Draws))}
		if a.CentralWeights != nil {
			ch.CentralWeights = make(map[Criterion]float64, criterionCount)
			for k, w := range a.CentralWeights {
				ch.CentralWeights[Criterion(k+1)] = w
			}
		}
		if a.Confidence != nil {
			c := frequency(*a.Confidence)
			ch.Confidence = &c
		}
		rob.Chances = append(rob.Chances, ch)
		doubt, err := middleRange(s.costs[i])
		if err != nil {
			return err
		}
		d.Options[i].Cost.Doubt = doubt
	}
	d.Robustness = rob
	s.inquire(d, result.Information)
	if d.Verdict != NoneFits {
		s.r.recommend(d, rob.Chances)
	}
	return nil
}

// recommend takes the model that is best most often. The one that is best at the
// middle of the inputs stays unless another leads it by more than two standard
// errors of the difference.
func (r *run) recommend(d *Decision, chances []Chance) {
	middle := chances[d.Recommended.index()].Best
	top := middle
	for _, ch := range chances {
		noise := 2 * math.Hypot(ch.Best.StandardError, middle.StandardError)
		if d.Options[ch.Model.index()].Standing == Fits && ch.Best.Share > top.Share && float64(ch.Best.Share-middle.Share) > noise {
			top, d.Recommended = ch.Best, ch.Model
		}
	}
	d.Margin = r.margin(d.Recommended.index())
	d.Probability, d.Exact = top.Share, false
	d.Verdict = r.verdict(d, float64(top.Share))
}

func frequency(p mcda.Probability) Frequency {
	return Frequency{measure.Share(p.Value), p.StandardError}
}

// middleRange is the P10, P50 and P90 of drawn costs.
func middleRange(costs []float64) (measure.Estimate, error) {
	e, err := measure.Summarize(costs)
	if err != nil {
		return e, err
	}
	return measure.NewEstimate(e.P10(), e.P50(), e.P90(), measure.Estimated, ours)
}

// inquire lists the inputs whose knowledge changes the choice often enough, the
// most valuable first. A gain below two standard errors may be none.
func (s *simulation) inquire(d *Decision, info mcda.Information) {
	d.AskFirst = []Inquiry{}
	for k, g := range info.Each {
		if g.Value <= 2*g.StandardError || g.Value < worthAsking {
			continue
		}
		l, m := leverAt(s.slots[k])
		q := Inquiry{Lever: l, Model: m, Gain: g.Value}
		what, points := reason.Word("what", leverDE[l], l.String()), points("points", g.Value, 1)
		if m == 0 {
			q.Reason = reason.New("agency.ask", "Zuerst klären: {what} (bringt im Mittel {points} von {full} Punkten).", "Find out first: {what} (brings {points} of {full} points on average).", nil, what, points, fullPoints)
		} else {
			q.Reason = reason.New("agency.askOffer", "Zuerst klären: {what}, „{model}“ (bringt im Mittel {points} von {full} Punkten).", "Find out first: {what}, “{model}” (brings {points} of {full} points on average).", nil, what, modelName(m), points, fullPoints)
		}
		d.AskFirst = append(d.AskFirst, q)
	}
	slices.SortStableFunc(d.AskFirst, func(a, b Inquiry) int { return -cmp.Compare(a.Gain, b.Gain) })
}

// worthAsking is a tenth of a point of score: less is not worth a question.
const worthAsking = 0.001
