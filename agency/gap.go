package agency

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Closing is a way to close a gap.
type Closing uint8

// The ways.
const (
	Train        Closing = iota + 1 // one-off advice lifts the own skill
	Hire                            // more own hours
	TrainAndHire                    // both
	Buy                             // the agency takes the hours
)

var closingWords = check.Words[Closing]{Train: "train", Hire: "hire", TrainAndHire: "train and hire", Buy: "buy"}

var closingDE = [...]string{Train: "schulen", Hire: "eigene Stunden schaffen", TrainAndHire: "schulen und eigene Stunden schaffen", Buy: "einkaufen"}

// String returns "train", "hire", "train and hire" or "buy".
func (c Closing) String() string { return closingWords.String(c) }

// MarshalText writes the words of [Closing.String]; an invalid value is an error.
func (c Closing) MarshalText() ([]byte, error) { return closingWords.Marshal(c) }

// UnmarshalText reads the words of [Closing.String].
func (c *Closing) UnmarshalText(text []byte) (err error) {
	*c, err = closingWords.Parse(string(text))
	return err
}

// Gap is what the body lacks for a task to do it alone: need minus have.
type Gap struct {
	Task     Task          `json:"task"`
	Need     measure.Hours `json:"need"`              // hours a week
	Have     measure.Hours `json:"have"`              // hours a week: as settled, else a part of the own hours in proportion to the need
	Settled  bool          `json:"settled,omitzero"`  // Have is the caller's figure for this task
	Missing  measure.Hours `json:"missing,omitzero"`  // hours a week
	Skill    Skill         `json:"skill,omitzero"`    // of the body; nothing when not known
	Unable   bool          `json:"unable,omitzero"`   // the skill is known and below Working
	Close    Closing       `json:"close,omitzero"`    // the cheapest way; nothing when there is no gap
	PerMonth measure.Euro  `json:"perMonth,omitzero"` // of that way, taxes included, over the horizon
	ClosedBy []Model       `json:"closedBy"`          // models that close the gap
	Reason   reason.Reason `json:"reason,omitzero"`   // nothing when there is no gap
}

// gaps compares need and have for every task of a body that does everything alone.
func (r *run) gaps() ([]Gap, error) {
	work := r.middle[slot(LeverVideos, 0)] * r.middle[slot(LeverHoursPerVideo, 0)]
	total, unable := 0.0, 0
	for i, l := range loads {
		total += l.hours(work)
		if r.unable(Task(i + 1)) {
			unable++
		}
	}
	gaps := make([]Gap, taskCount)
	for i, l := range loads {
		task := Task(i + 1)
		need := l.hours(work)
		have, settled := r.c.Organisation.TaskHours[task]
		if !settled {
			have = r.middle[slot(LeverOwnHours, 0)] * need / total
		}
		g := Gap{Task: task, Need: measure.Hours(need), Have: measure.Hours(have), Settled: settled, Skill: r.c.Organisation.Skills[task], Unable: r.unable(task), ClosedBy: []Model{}}
		if !within(need, have) {
			g.Missing = measure.Hours(need - have)
		}
		if g.Missing > 0 || g.Unable {
			if err := r.closeGap(&g, unable); err != nil {
				return nil, err
			}
		}
		gaps[i] = g
	}
	return gaps, nil
}

// unable reports whether the body is known to be below Working in a task that
// needs skill.
func (r *run) unable(t Task) bool {
	s := r.c.Organisation.Skills[t]
	return t != Approval && t != Coordination && s != 0 && s < Working
}

// closeGap finds the cheapest way over the horizon and the models that close
// the gap. One workshop trains for all tasks, each bears its part of the price.
func (r *run) closeGap(g *Gap, unable int) error {
	months, gross := float64(r.s.months), 1+r.s.vat
	hire := float64(g.Missing) * weeksPerMonth * r.middle[slot(LeverHourCost, 0)]
	train := 0.0
	if g.Unable {
		train = r.middle[slot(LeverOneOff, DoItYourself)] * gross / months / float64(unable)
	}
	way, best := Hire, hire+train
	switch {
	case g.Unable && g.Missing > 0:
		way = TrainAndHire
	case g.Unable:
		way = Train
	}
	// Whoever is unable buys the whole task. Approval and the talk inside the
	// body cannot be bought; neither can what one step of training does not reach.
	hours := float64(g.Missing)
	if g.Unable {
		hours = float64(g.Need)
	}
	buy := hours * weeksPerMonth * r.middle[slot(LeverRate, DoItWithYou)] * gross
	untrainable := g.Unable && g.Skill.advised() < Working
	if g.Task != Approval && g.Task != Coordination && (buy < best || untrainable) {
		way, best = Buy, buy
	}
	var err error
	if g.PerMonth, err = measure.Euros(best); err != nil {
		return err
	}
	g.Close = way
	for i := range r.s.model {
		m := &r.s.model[i]
		able := !g.Unable || m.agency[g.Task.index()] > 0.5+tolerance || m.ownLevel(g.Skill, Expert) >= Working
		if able && within(float64(g.Need)*(1-m.agency[g.Task.index()]), float64(g.Have)) {
			g.ClosedBy = append(g.ClosedBy, m.model)
		}
	}
	g.Reason = gapReason(g)
	return nil
}

func gapReason(g *Gap) reason.Reason {
	task := reason.Word("task", taskDE[g.Task], g.Task.String())
	way := reason.Word("way", closingDE[g.Close], g.Close.String())
	cost := money("cost", g.PerMonth)
	if g.Missing == 0 {
		return reason.New("agency.gap.skill", "Aufgabe „{task}“: Es fehlt das Können. Am günstigsten: {way}, {cost} im Monat.", "Task “{task}”: the skill is missing. Cheapest: {way}, {cost} a month.", nil, task, way, cost)
	}
	missing := reason.Hours("missing", g.Missing)
	if g.Unable {
		return reason.New("agency.gap.both", "Aufgabe „{task}“: Es fehlen {missing:Stunde|Stunden} je Woche und das Können. Am günstigsten: {way}, {cost} im Monat.", "Task “{task}”: {missing:hour|hours} a week and the skill are missing. Cheapest: {way}, {cost} a month.", nil, task, missing, way, cost)
	}
	return reason.New("agency.gap.hours", "Aufgabe „{task}“: Es {missing?fehlt|fehlen} {missing:Stunde|Stunden} je Woche. Am günstigsten: {way}, {cost} im Monat.", "Task “{task}”: {missing:hour a week is|hours a week are} missing. Cheapest: {way}, {cost} a month.", nil, task, missing, way, cost)
}
