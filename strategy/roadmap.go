package strategy

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Phase is a part of the roadmap.
type Phase uint8

// The phases, in their order.
const (
	Prepare  Phase = iota + 1 // settle what stops the start
	Start                     // the first video
	Trial                     // the pilot runs
	Review                    // take stock
	Restrain                  // before an election
	Decide                    // go on, change or end
)

var phaseWords = check.Words[Phase]{Prepare: "prepare", Start: "start", Trial: "trial", Review: "review", Restrain: "restrain", Decide: "decide"}

// String returns the word, such as "review".
func (p Phase) String() string { return phaseWords.String(p) }

// MarshalText writes the word; an invalid value is an error.
func (p Phase) MarshalText() ([]byte, error) { return phaseWords.Marshal(p) }

// UnmarshalText reads the word.
func (p *Phase) UnmarshalText(text []byte) (err error) {
	*p, err = phaseWords.Parse(string(text))
	return err
}

// Step is something to do on a day.
type Step struct {
	On     measure.Date  `json:"on"`
	Phase  Phase         `json:"phase"`
	Reason reason.Reason `json:"reason"`
}

const (
	prepareDays = 28  // watch the platform for four weeks before the first video (S7)
	reviewDays  = 91  // a first look after three months, when the brief names no day
	yearDays    = 364 // the decision: twelve months, on the same day of the week
)

// roadmap lists dated steps of twelve months: what stops the start, the first video of
// what is planned, the reviews, elections and the decision. The dates of the
// brief hold where it has them; else rules of ours.
func (c *caseOf) roadmap(a *Assessment) []Step {
	start := c.brief.Agency.Start
	if start.IsZero() || start.Before(c.today) {
		start = c.today
		if c.starts() && c.brief.GuardRails.Preparation != measure.Yes {
			start = c.today.AddDays(prepareDays)
		}
	}
	end := start.AddDays(yearDays)
	var steps []Step
	add := func(on measure.Date, p Phase, de, en string, figures ...reason.Figure) {
		if !on.Before(c.today) && !on.After(end) {
			steps = append(steps, Step{on, p, reason.New("strategy.roadmap."+p.String(), de, en, nil, figures...)})
		}
	}
	if n := len(a.With(Stop)); n > 0 {
		add(c.today, Prepare, "{n:Punkt klären, der den Start aufhält|Punkte klären, die den Start aufhalten}.", "Settle {n:point that stops|points that stop} the start.", reason.Count("n", int64(n)))
	}
	if n := len(a.With(Ask)); n > 0 {
		add(c.today, Prepare, "{n:offene Frage beantworten|offene Fragen beantworten, die wichtigsten zuerst}.", "Answer {n:open question|open questions, the most important first}.", reason.Count("n", int64(n)))
	}
	for _, ch := range c.brief.Channels {
		if ch.State == portfolio.Planned {
			add(start, Start, "Erstes Video auf {channel}.", "First video on {channel}.", reason.Text("channel", c.label(ch)))
		}
	}
	if a.Portfolio != nil {
		for _, d := range a.Portfolio.Decisions {
			if d.Verdict == portfolio.Pilot {
				add(start, Trial, "{channel} auf Probe, bis zur Entscheidung am {end}.", "{channel} on trial until the decision on {end}.", reason.Text("channel", d.Name), reason.Day("end", end))
			}
		}
	}
	reviews := slices.Clone(c.brief.GuardRails.ReviewDates)
	if !slices.ContainsFunc(reviews, func(d measure.Date) bool { return !d.Before(c.today) && !d.After(end) }) {
		reviews = []measure.Date{start.AddDays(reviewDays)}
	}
	for _, d := range reviews {
		add(d, Review, "Bilanz ziehen: gehaltene Wochen, Aufrufe, Kommentare, Stunden.", "Take stock: weeks kept, views, comments, hours.")
	}
	for _, e := range c.brief.GuardRails.ExitCriteria {
		add(e.From, Review, "Ab diesem Tag gilt ein Kriterium für das Ende.", "From this day a criterion for the end holds.")
	}
	for _, d := range c.brief.GuardRails.Elections {
		begin := d.AddDays(-restraintDays)
		if begin.Before(c.today) && !d.Before(c.today) {
			begin = c.today
		}
		add(begin, Restrain, "Zurückhaltung bis zur Wahl am {day}.", "Restraint until the election on {day}.", reason.Day("day", d))
	}
	add(end, Decide, "Entscheiden: weiter, anders oder Schluss mit Abschied.", "Decide: go on, change or end with a farewell.")
	slices.SortStableFunc(steps, func(x, y Step) int { return cmp.Or(x.On.Compare(y.On), cmp.Compare(x.Phase, y.Phase)) })
	return steps
}

// starts reports whether a channel is still to start.
func (c *caseOf) starts() bool {
	return slices.ContainsFunc(c.brief.Channels, func(ch Channel) bool { return ch.State == portfolio.Planned })
}
