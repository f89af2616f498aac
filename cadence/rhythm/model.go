package rhythm

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Model is a checked Plan, ready to answer. It is immutable; make one with [New].
type Model struct {
	given Plan // as the caller gave it
	plan  Plan // with defaults
	crew  crew
}

// New checks a plan and returns its model. Everything wrong is one error with a
// place for each problem.
func New(p Plan) (Model, error) {
	full := p.withDefaults()
	if err := full.check(); err != nil {
		return Model{}, err
	}
	return Model{p, full, newCrew(full.Team, make([]int, len(full.Team.Members)))}, nil
}

// Odds are the probabilities that a rhythm is kept. Their range is the doubt
// about the mean hours of a video, carried through exactly; P10 is the cautious
// end.
type Odds struct {
	Kept     measure.Estimate `json:"kept"`     // that one period is kept, 0 to 1
	Unbroken measure.Estimate `json:"unbroken"` // that every whole period of the horizon is kept, 0 to 1
}

// Outlook says what becomes of one rhythm.
type Outlook struct {
	Rhythm  Rhythm           `json:"rhythm"`
	Load    measure.Estimate `json:"load"`    // hours needed over hours there, 1 is all; unknown when no hours are there
	Direct  Odds             `json:"direct"`  // without stock: each period's videos are made and approved within the period
	Stocked Odds             `json:"stocked"` // with the stock of the plan; unknown when it has none
	Reasons []reason.Reason  `json:"reasons,omitempty"`
}

// Odds returns those with the stock when the plan has one, else the direct ones.
func (o Outlook) Odds() Odds {
	if o.Stocked.Kept.Known() {
		return o.Stocked
	}
	return o.Direct
}

// Outlook returns how likely a rhythm is kept. Without stock a wait for approval
// of d days takes d/5 of the hours of a weekly period away, because what is
// finished later misses its slot; with stock the team works ahead and it costs
// nothing but topicality. After a miss the stock is empty. A rhythm outside 1 to 200 videos in 1 to 8 weeks, or longer
// than the horizon, is a problem.
//
// The probability of a single week without stock is exact for any spread. In periods of
// several weeks and with stock a video is divided into 1/spread^2 steps (exact for 0.25, 0.5 and 1, within 0.01 between), at
// most 16, and fewer when the videos of the period and the stock make more than 400.
func (m Model) Outlook(r Rhythm) (Outlook, error) {
	if err := m.check(r); err != nil {
		return Outlook{}, err
	}
	return m.outlook(r), nil
}

func (m Model) check(r Rhythm) error {
	var l check.List
	if m.plan.Weeks == 0 {
		l.Add("", check.ErrRequired, check.None, "a model made by New")
		return l.Err()
	}
	r.check(&l, "")
	if r.Weeks > m.plan.Weeks {
		l.Add("/weeks", check.ErrRange, r.Weeks, "a period not longer than the horizon")
	}
	return l.Err()
}

func (m Model) outlook(r Rhythm) Outlook {
	o := Outlook{Rhythm: r}
	if hours := m.crew.mean(); hours > 0 {
		o.Load, _ = m.plan.Video.Mean.Scale(r.PerWeek() / hours) // monotone, so it cannot fail
	}
	o.Direct.Kept = m.estimate(func(mean float64) float64 { return m.kept(r, mean) })
	o.Direct.Unbroken = m.estimate(func(mean float64) float64 { return m.unbroken(r, mean) })
	if m.plan.Stock.Most > 0 {
		o.Stocked.Kept = m.estimate(func(mean float64) float64 { return m.keptStocked(r, mean) })
		o.Stocked.Unbroken = m.estimate(func(mean float64) float64 { return m.unbrokenStocked(r, mean, m.plan.Weeks, m.plan.Stock) })
	}
	o.Reasons = m.outlookReasons(o)
	return o
}

// estimate evaluates a probability that falls with the mean hours of a video at
// the three quantiles of that mean.
func (m Model) estimate(f func(mean float64) float64) measure.Estimate {
	mean := m.plan.Video.Mean
	mid := f(mean.P50())
	low, high := mid, mid
	if mean.P10() < mean.P50() {
		high = max(mid, f(mean.P10()))
	}
	if mean.P90() > mean.P50() {
		low = min(mid, f(mean.P90()))
	}
	e, err := measure.NewEstimate(low, mid, high, measure.Weakest(measure.Estimated, mean.Evidence()), mean.Sources()...)
	if err != nil { // probabilities in order with evidence said: cannot be
		return measure.Estimate{}
	}
	return e
}

// usable is the share of a period's hours whose videos are approved in time.
func (m Model) usable(weeks int) float64 {
	return max(0, 1-m.plan.ApprovalDays/(5*float64(weeks)))
}

// kept is the probability that one period is kept without stock.
func (m Model) kept(r Rhythm, mean float64) float64 {
	if r.Weeks > 1 {
		return overSteps(m.plan.Video.Spread, r.Videos, func(k int) float64 {
			ch := m.chain(r, mean, k, Stock{}, m.usable(r.Weeks))
			return ch.unbroken(r.Weeks)
		})
	}
	sum := 0.0
	for s, p := range m.crew.start {
		sum += p * m.fits(r.Videos, s, mean)
	}
	return unit(sum)
}

// fits is the probability that a week's videos fit when the crew is in state s.
func (m Model) fits(videos, s int, mean float64) float64 {
	return fits(float64(videos), m.crew.hours[s]*m.usable(1), mean, m.plan.Video.Spread, m.plan.Team.Unsteady)
}

// unbroken is the probability that all periods of the horizon are kept without stock.
func (m Model) unbroken(r Rhythm, mean float64) float64 {
	if r.Weeks > 1 {
		return overSteps(m.plan.Video.Spread, r.Videos, func(k int) float64 {
			return m.chain(r, mean, k, Stock{}, m.usable(r.Weeks)).unbroken(m.plan.Weeks)
		})
	}
	now, then := slices.Clone(m.crew.start), make([]float64, len(m.crew.start))
	hold := make([]float64, len(now))
	for s := range hold {
		hold[s] = m.fits(r.Videos, s, mean)
	}
	for range m.plan.Weeks {
		for s := range now {
			now[s] *= hold[s]
		}
		m.crew.step(now, then, 1)
		now, then = then, now
	}
	sum := 0.0
	for _, p := range now {
		sum += p
	}
	return unit(sum)
}

// chain returns the chain of a rhythm for a mean of hours a video in k steps.
func (m Model) chain(r Rhythm, mean float64, k int, stock Stock, usable float64) *chain {
	done := make([]stepCount, len(m.crew.hours))
	for s, h := range m.crew.hours {
		done[s] = stepsDone(h*usable, mean, k, m.plan.Team.Unsteady)
	}
	return newChain(m.crew, done, k, r, stock)
}

// keptStocked is the mean probability over the periods of the horizon.
func (m Model) keptStocked(r Rhythm, mean float64) float64 {
	missed, due := 0.0, 0
	for _, w := range m.path(r, mean) {
		if w.Due {
			missed += float64(w.Missed)
			due++
		}
	}
	return unit(1 - missed/float64(due))
}

// unbrokenStocked is the probability that no slot is missed in so many weeks.
func (m Model) unbrokenStocked(r Rhythm, mean float64, weeks int, stock Stock) float64 {
	return overSteps(m.plan.Video.Spread, r.Videos+stock.Most, func(k int) float64 {
		return m.chain(r, mean, k, stock, 1).unbroken(weeks)
	})
}

// Week is one week on the path of a stock.
type Week struct {
	Number int           `json:"number"` // 1 is the first
	Due    bool          `json:"due"`    // a period ends, and its videos are published
	Missed measure.Share `json:"missed"` // probability that they are not all there; 0 when none are due
	Stock  float64       `json:"stock"`  // finished videos left at the end of the week, on average
}

// Path returns the stock of the plan week by week over the horizon, at the
// middle of the hours a video. In a plan without stock every period begins from
// nothing. Problems are those of [Model.Outlook].
func (m Model) Path(r Rhythm) ([]Week, error) {
	if err := m.check(r); err != nil {
		return nil, err
	}
	return m.path(r, m.plan.Video.Mean.P50()), nil
}

func (m Model) path(r Rhythm, mean float64) []Week {
	path := make([]Week, m.plan.Weeks)
	add := func(k int, weight float64) {
		ch := m.chain(r, mean, k, m.plan.Stock, 1)
		for i := range path {
			week := &path[i]
			week.Number, week.Due = i+1, (i+1)%r.Weeks == 0
			ch.work()
			if week.Due {
				week.Missed += measure.Share(weight * unit(ch.publish(false)))
			}
			week.Stock += weight * ch.stock()
			ch.pass()
		}
	}
	k, w := steps(m.plan.Video.Spread, r.Videos+m.plan.Stock.Most)
	add(k, 1-w)
	if w > 0 {
		add(k+1, w)
	}
	return path
}
