package agency

import (
	"cmp"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Requirement is a hard check on a model.
type Requirement uint8

// The requirements. A model that breaks one is not recommended, but stays in
// the comparison; a broken budget alone makes it not fundable.
const (
	TwoPublishers Requirement = iota + 1 // enough people able to publish
	OwnHours                             // the own hours suffice, in all and for single tasks
	AgencyHours                          // the hours offered cover the agency's tasks
	Skills                               // who does a vital task is able to
	ReplyTime                            // comments are answered in time
	ApprovalPath                         // approval stays in the body, and an idea is out in time
	Budget                               // outside help fits the budget of every year
	StartDate                            // the first video is out in time
	AccountOwner                         // the accounts belong to the body
	DataContract                         // contract on data processing
)

const checkCount = int(DataContract)

var requirementWords = check.Words[Requirement]{
	TwoPublishers: "publishers", OwnHours: "own hours", AgencyHours: "agency hours", Skills: "skills", ReplyTime: "reply time",
	ApprovalPath: "approval", Budget: "budget", StartDate: "start date", AccountOwner: "account ownership", DataContract: "data protection contract",
}

var requirementDE = [...]string{
	TwoPublishers: "Personen", OwnHours: "eigene Stunden", AgencyHours: "Agenturstunden", Skills: "Können", ReplyTime: "Antwortzeit",
	ApprovalPath: "Freigabe", Budget: "Budget", StartDate: "Starttermin", AccountOwner: "Konten", DataContract: "Datenschutz",
}

// String returns the words of the requirement, such as "own hours".
func (r Requirement) String() string { return requirementWords.String(r) }

// MarshalText writes the words of [Requirement.String]; an invalid value is an error.
func (r Requirement) MarshalText() ([]byte, error) { return requirementWords.Marshal(r) }

// UnmarshalText reads the words of [Requirement.String].
func (r *Requirement) UnmarshalText(text []byte) (err error) {
	*r, err = requirementWords.Parse(string(text))
	return err
}

func (r Requirement) index() int { return int(r) - 1 }

// Status is the answer of a check.
type Status uint8

// The three values.
const (
	Met Status = iota + 1
	Broken
	NotKnown // an input is missing
)

var statusWords = check.Words[Status]{Met: "met", Broken: "broken", NotKnown: "unknown"}

// String returns "met", "broken" or "unknown".
func (s Status) String() string { return statusWords.String(s) }

// MarshalText writes the word of [Status.String]; an invalid value is an error.
func (s Status) MarshalText() ([]byte, error) { return statusWords.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Status) UnmarshalText(text []byte) (err error) {
	*s, err = statusWords.Parse(string(text))
	return err
}

// fixChecks answers the checks that no lever moves.
func (s *setting) fixChecks(m *modelSetting, c *Case, o *Offer) {
	m.fixed[Skills.index()] = m.skillStatus(c.Organisation.Skills, cmp.Or(o.Skill, Expert))
	m.fixed[ReplyTime.index()] = m.replyStatus(c, o)
	if m.agency[Approval.index()] > tolerance {
		m.fixed[ApprovalPath.index()] = broken
	}
	if o.Model.bought() {
		m.fixed[AccountOwner.index()] = answered(o.AccountsStay)
		m.fixed[DataContract.index()] = answered(o.DataContract)
	}
}

func answered(a measure.Answer) status {
	switch a {
	case measure.Yes:
		return ok
	case measure.No:
		return broken
	default:
		return open
	}
}

// skillStatus asks for every vital task whether the side that does most of it
// is at least at [Working].
func (m *modelSetting) skillStatus(skills map[Task]Skill, agency Skill) status {
	worst := ok
	for _, t := range vital {
		own := skills[t]
		switch {
		case m.agency[t.index()] > 0.5+tolerance:
			if agency < Working {
				return broken
			}
		case own == 0:
			if worst == ok {
				worst = open
			}
		case m.ownLevel(own, Expert) < Working:
			return broken
		}
	}
	return worst
}

func (m *modelSetting) replyStatus(c *Case, o *Offer) status {
	if c.Need.ReplyHours == 0 {
		return ok
	}
	hours := c.Organisation.ReplyHours
	if m.agency[Community.index()] > 0.5+tolerance {
		hours = o.ReplyHours
	}
	middle, err := hours.Quantile(0.5)
	switch {
	case err != nil: // not set
		return open
	case middle > c.Need.ReplyHours*(1+tolerance):
		return broken
	default:
		return ok
	}
}

// check answers all checks for one vector of figures.
func (s *setting) check(f *figures, in *inputs, m *modelSetting, out *outcome) {
	out.checks = m.fixed
	known := func(l Lever) bool { return in[slot(l, m.model)].known }
	set := func(r Requirement, fits, known bool) {
		switch {
		case fits:
		case known:
			out.checks[r.index()] = broken
		default:
			out.checks[r.index()] = open
		}
	}
	people := out.publishers
	if !known(LeverPublishers) { // those of the agency alone
		people -= math.Floor(f[slot(LeverPublishers, 0)] + tolerance)
	}
	set(TwoPublishers, float64(s.publishers) <= people, known(LeverPublishers))
	set(OwnHours, known(LeverOwnHours) && within(out.ownHours, f[slot(LeverOwnHours, 0)]), known(LeverOwnHours))
	work := f[slot(LeverVideos, 0)] * f[slot(LeverHoursPerVideo, 0)]
	for _, l := range s.limits {
		need := loads[l.task.index()].hours(work) * (1 - m.agency[l.task.index()])
		set(OwnHours, within(need, l.hours), true)
	}
	set(AgencyHours, within(out.agencyNeed, out.agencyHours), true)
	if s.need.DaysToPost > 0 && out.checks[ApprovalPath.index()] == ok {
		without := out.days - f[slot(LeverApproval, 0)]
		set(ApprovalPath, known(LeverApproval) && within(out.days, s.need.DaysToPost), known(LeverApproval) || !within(without, s.need.DaysToPost))
	}
	set(Budget, out.dearestYear == 0 || known(LeverBudget) && within(out.dearestYear, f[slot(LeverBudget, 0)]), known(LeverBudget))
	if s.dated {
		set(StartDate, within(out.measurements[Start.index()], s.weeks), true)
	}
}

// within reports whether a need fits into what there is; the last bits decide nothing.
func within(needed, have float64) bool { return needed <= have+tolerance*(1+have) }
