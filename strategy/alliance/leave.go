package alliance

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Departure says what changes when a carrier leaves the shared channel.
type Departure struct {
	Name   string           `json:"name"`
	Hours  measure.Hours    `json:"hours"`  // that are missing a week
	Before Side             `json:"before"` // the shared channel with it
	After  Side             `json:"after"`  // and without it
	Tasks  []Handover       `json:"tasks"`  // that it names, and who takes them over
	Lost   measure.Estimate `json:"lost"`   // people reached before and not after, at the same quantile
	// Reasons say all of it in sentences.
	Reasons []reason.Reason `json:"reasons"`
}

// Handover is a task that the leaving carrier did.
type Handover struct {
	Task string `json:"task"`
	To   string `json:"to,omitempty"` // who can do it and gives most hours; "" when nobody can
}

// Without returns what changes when the carrier of that name leaves. Two must
// stay; a name that is not a carrier's is a problem.
func (q Question) Without(name string) (Departure, error) {
	q = q.withDefaults()
	if err := q.validate(); err != nil {
		return Departure{}, err
	}
	gone := slices.IndexFunc(q.Carriers, func(c Carrier) bool { return c.Name == name })
	var l check.List
	if gone < 0 {
		l.Add("/carriers", check.ErrUnknown, name, "the name of a carrier")
	} else if len(q.Carriers) < 3 {
		l.Add("/carriers", check.ErrLimit, len(q.Carriers)-1, "two carriers who stay")
	}
	if err := l.Err(); err != nil {
		return Departure{}, err
	}
	w, err := newWeigher(q)
	if err != nil {
		return Departure{}, err
	}
	var all, rest []int
	for i := range q.Carriers {
		all = append(all, i)
		if i != gone {
			rest = append(rest, i)
		}
	}
	d := Departure{Name: name, Hours: q.Carriers[gone].Hours}
	if d.Before, err = w.side(all); err != nil {
		return Departure{}, err
	}
	if d.After, err = w.side(rest); err != nil {
		return Departure{}, err
	}
	lost := []float64{d.Before.Reach.P10() - d.After.Reach.P10(), d.Before.Reach.P50() - d.After.Reach.P50(), d.Before.Reach.P90() - d.After.Reach.P90()}
	slices.Sort(lost) // the difference is not monotone in the views
	if d.Lost, err = measure.NewEstimate(max(lost[0], 0), max(lost[1], 0), max(lost[2], 0), measure.Assumed, d.Before.Reach.Sources()...); err != nil {
		return Departure{}, err
	}
	for _, task := range q.Carriers[gone].Does {
		d.Tasks = append(d.Tasks, Handover{task, q.heir(task, gone)})
	}
	d.Reasons = d.explain(q.Carriers[gone])
	return d, nil
}

// heir is who can take a task over: of those who can do it the one with most
// hours, the first in a tie.
func (q Question) heir(task string, gone int) string {
	best, hours := "", measure.Hours(0)
	for i, c := range q.Carriers {
		if i != gone && (len(c.Does) == 0 || slices.Contains(c.Does, task)) && c.Hours > hours {
			best, hours = c.Name, c.Hours
		}
	}
	return best
}

func (d Departure) explain(c Carrier) []reason.Reason {
	name := reason.Text("name", d.Name)
	reasons := []reason.Reason{reason.New("alliance.leaves",
		"Ohne {name} {hours?fehlt|fehlen} {hours:Stunde|Stunden} in der Woche: Die Kontinuität geht von {before} auf {after} Punkte, und {lost} Menschen weniger werden erreicht.",
		"Without {name} {hours:hour is|hours are} missing a week: continuity goes from {before} to {after} points, and {lost} fewer people are reached.",
		nil, name, reason.Hours("hours", d.Hours), reason.Number("before", d.Before.Score(), 0), reason.Number("after", d.After.Score(), 0), reason.Range("lost", d.Lost, -2))}
	for _, t := range d.Tasks {
		if t.To == "" {
			reasons = append(reasons, reason.New("alliance.task-open", "{task} kann dann niemand mehr. Klären Sie das, bevor {name} geht.",
				"Nobody can do {task} any more. Settle that before {name} leaves.", nil, name, reason.Text("task", t.Task)))
			continue
		}
		reasons = append(reasons, reason.New("alliance.task", "{task} übernimmt {to}.", "{to} takes over {task}.", nil, reason.Text("task", t.Task), reason.Text("to", t.To)))
	}
	if c.Format != "" {
		reasons = append(reasons, reason.New("alliance.format", "Das Format „{format}“ endet; sein Platz geht an gemeinsame Videos zum Thema.",
			"The format “{format}” ends; its place goes to shared videos on the topic.", nil, reason.Text("format", c.Format)))
	}
	return reasons
}
