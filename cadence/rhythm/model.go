package rhythm

import (
	"math"

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
	Reasons []reason.Reason  `json:"reasons"`
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
// Spreads in one week are exact; in periods of several weeks and with stock a video is
// divided into 1/spread^2 equal steps, rounded to 1 to 16 (exact for 0.5, 0.25, 1),
// and to fewer when the period and the stock together hold more than 50 videos.
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
		o.Stocked.Unbroken = m.estimate(func(mean float64) float64 { return m.unbrokenStocked(r, mean) })
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
		ch := m.chain(r, mean, 0, 0, m.usable(r.Weeks))
		for w := 1; w <= r.Weeks; w++ {
			ch.work()
			if w < r.Weeks {
				ch.pass()
			}
		}
		return unit(1 - ch.publish(true))
	}
	sum := 0.0
	for s, h := range m.crew.hours {
		if p := m.crew.start[s]; p > 0 {
			sum += p * fits(float64(r.Videos), h*m.usable(1), mean, m.plan.Video.Spread, m.plan.Team.Unsteady)
		}
	}
	return unit(sum)
}

// unbroken is the probability that all periods of the horizon are kept without stock.
func (m Model) unbroken(r Rhythm, mean float64) float64 {
	if r.Weeks > 1 {
		return m.chain(r, mean, 0, 0, m.usable(r.Weeks)).unbroken(m.plan.Weeks)
	}
	c := m.crew
	hold := make([]float64, len(c.hours))
	for s, h := range c.hours {
		hold[s] = fits(float64(r.Videos), h*m.usable(1), mean, m.plan.Video.Spread, m.plan.Team.Unsteady)
	}
	if c.next == nil {
		return unit(math.Pow(hold[0], float64(m.plan.Weeks)))
	}
	now, then := append([]float64(nil), c.start...), make([]float64, len(c.start))
	for w := range m.plan.Weeks {
		for s := range now {
			now[s] *= hold[s]
		}
		if w < m.plan.Weeks-1 {
			c.step(now, then, 1)
			now, then = then, now
		}
	}
	sum := 0.0
	for _, p := range now {
		sum += p
	}
	return unit(sum)
}

// chain returns the chain of a rhythm for a mean of hours a video.
func (m Model) chain(r Rhythm, mean float64, start, most int, usable float64) *chain {
	k := steps(m.plan.Video.Spread, r.Videos+most)
	done := make([]stepCount, len(m.crew.hours))
	for s, h := range m.crew.hours {
		done[s] = stepsDone(h*usable, mean, k, m.plan.Team.Unsteady)
	}
	return newChain(m.crew, done, k, r, start, most)
}

func (m Model) stockChain(r Rhythm, mean float64) *chain {
	return m.chain(r, mean, m.plan.Stock.Start, m.plan.Stock.Most, 1)
}

// keptStocked is the mean probability over the periods of the horizon.
func (m Model) keptStocked(r Rhythm, mean float64) float64 {
	ch := m.stockChain(r, mean)
	missed, periods := 0.0, 0
	for w := 1; w <= m.plan.Weeks; w++ {
		ch.work()
		if w%r.Weeks == 0 {
			missed += ch.publish(false)
			periods++
		}
		ch.pass()
	}
	return unit(1 - missed/float64(periods))
}

func (m Model) unbrokenStocked(r Rhythm, mean float64) float64 {
	return m.stockChain(r, mean).unbroken(m.plan.Weeks)
}

// Week is one week on the path of a stock.
type Week struct {
	Number int           `json:"number"` // 1 is the first
	Due    bool          `json:"due"`    // a period ends, and its videos are published
	Missed measure.Share `json:"missed"` // probability that they are not all there; 0 when none are due
	Stock  float64       `json:"stock"`  // finished videos left at the end of the week, on average
}

// Path returns the stock of the plan week by week over the horizon, at the
// middle of the hours a video. With an empty stock of size 0 every period
// begins from nothing. Problems are those of [Model.Outlook].
func (m Model) Path(r Rhythm) ([]Week, error) {
	if err := m.check(r); err != nil {
		return nil, err
	}
	ch := m.stockChain(r, m.plan.Video.Mean.P50())
	path := make([]Week, m.plan.Weeks)
	for i := range path {
		week := Week{Number: i + 1, Due: (i+1)%r.Weeks == 0}
		ch.work()
		if week.Due {
			week.Missed = measure.Share(unit(ch.publish(false)))
		}
		week.Stock = ch.stock()
		ch.pass()
		path[i] = week
	}
	return path, nil
}
