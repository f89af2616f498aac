package rhythm

import (
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Constraint is what keeps a team from a larger rhythm.
type Constraint uint8

// The constraints. Of several that would each do it alone, the first of this
// order after Hours is named: the one that is easiest to change.
const (
	Hours         Constraint = iota + 1 // there are too few, whatever else is changed
	SinglePerson                        // a task that only one person can do
	ApprovalWait                        // videos are finished in time and approved too late
	FixedDuties                         // hours that go to other duties first
	UnsteadyHours                       // hours that vary from week to week
	Absences                            // leave and sickness
)

var constraintWords = check.Words[Constraint]{
	Hours: "hours", SinglePerson: "single person", ApprovalWait: "approval wait", FixedDuties: "fixed duties", Absences: "absences", UnsteadyHours: "unsteady hours",
}

// String returns the word of the constraint, such as "approval wait".
func (c Constraint) String() string { return constraintWords.String(c) }

// MarshalText writes the word of [Constraint.String]; an invalid value is an error.
func (c Constraint) MarshalText() ([]byte, error) { return constraintWords.Marshal(c) }

// UnmarshalText reads one of the words.
func (c *Constraint) UnmarshalText(text []byte) (err error) {
	*c, err = constraintWords.Parse(string(text))
	return err
}

// Binding says what binds: the one constraint without which the next larger
// rhythm would hold, or the hours when no other alone would do it.
type Binding struct {
	Constraint Constraint       `json:"constraint,omitzero"` // zero: nothing binds within 200 videos a week
	Tasks      []string         `json:"tasks,omitempty"`     // of a SinglePerson: what only one person can do
	Without    measure.Share    `json:"without"`             // probability that the next larger rhythm holds without this constraint
	MoreHours  measure.Estimate `json:"moreHours"`           // more hours a week of the whole team with which the next larger rhythm holds; unknown when no number of hours does it
}

// binding lifts one constraint after another until the next larger rhythm holds.
func (m Model) binding(next Rhythm) Binding {
	if next.IsZero() {
		return Binding{}
	}
	b := Binding{Constraint: Hours, MoreHours: m.moreHours(next)}
	try := func(c Constraint, lift func(*Plan)) {
		if b.Constraint != Hours {
			return
		}
		p := m.plan
		p.Team.Members = slices.Clone(p.Team.Members)
		lift(&p)
		lifted := Model{plan: p, crew: newCrew(p.Team, make([]int, len(p.Team.Members)))}
		if kept := lifted.kept(next, m.plan.Video.Mean.P50()); m.enough(kept) {
			b.Constraint, b.Without = c, measure.Share(kept)
		}
	}
	var single []string
	for _, cover := range m.plan.Team.Cover() {
		if cover.People == 1 {
			single = append(single, cover.Task)
		}
	}
	if single != nil {
		try(SinglePerson, func(p *Plan) {
			for i, member := range p.Team.Members {
				if len(member.Does) > 0 {
					p.Team.Members[i].Does = slices.Concat(member.Does, single)
				}
			}
		})
	}
	if m.plan.ApprovalDays > 0 {
		try(ApprovalWait, func(p *Plan) { p.ApprovalDays = 0 })
	}
	if m.plan.Team.FixedHours > 0 {
		try(FixedDuties, func(p *Plan) { p.Team.FixedHours = 0 })
	}
	if m.plan.Team.Unsteady > 0 {
		try(UnsteadyHours, func(p *Plan) { p.Team.Unsteady = 0 })
	}
	if m.plan.Team.Absence.away() > 0 {
		try(Absences, func(p *Plan) { p.Team.Absence = Absence{} })
	}
	switch b.Constraint {
	case Hours:
		b.Without = m.plan.Level
	case SinglePerson:
		b.Tasks = single
	}
	return b
}

// moreHours returns how many more hours a week, spread over all members alike,
// the rhythm needs to hold, for the three quantiles of the hours a video.
func (m Model) moreHours(r Rhythm) measure.Estimate {
	have := 0.0
	for _, member := range m.plan.Team.Members {
		have += float64(member.people()) * member.Hours
	}
	need := func(mean float64) float64 {
		holds := func(factor float64) bool {
			p := m.plan
			p.Team.Members = slices.Clone(p.Team.Members)
			for i := range p.Team.Members {
				p.Team.Members[i].Hours *= factor
			}
			c := m.crew
			c.hours = p.Team.hoursOf(c.there)
			return Model{plan: p, crew: c}.holds(r, mean)
		}
		if holds(1) {
			return 0
		}
		lo, hi := 1.0, 2.0
		for !holds(hi) {
			if lo, hi = hi, 2*hi; hi > 1024 {
				return math.Inf(1)
			}
		}
		for hi-lo > 1e-3*lo {
			if mid := (lo + hi) / 2; holds(mid) {
				hi = mid
			} else {
				lo = mid
			}
		}
		return (hi - 1) * have
	}
	e, err := m.plan.Video.Mean.Map(need)
	if err != nil { // no number of hours is enough
		return measure.Estimate{}
	}
	return e
}
