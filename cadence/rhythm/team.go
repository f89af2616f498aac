package rhythm

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Team is who makes the videos.
type Team struct {
	Members    []Member `json:"members"`             // at least one
	FixedHours float64  `json:"fixedHours,omitzero"` // hours a week of the whole team that go to fixed duties first (meetings, comments), whoever is there
	Unsteady   float64  `json:"unsteady,omitzero"`   // how much the hours left vary from week to week because other work comes in between: standard deviation over mean, 0 to 1
	Absence    Absence  `json:"absence,omitzero"`    // leave and sickness of each person; zero: nobody is ever away
}

// Member is one person, or several who can stand in for each other.
type Member struct {
	Name   string   `json:"name"`            // person or function; each once
	People int      `json:"people,omitzero"` // 1 to 50; zero: 1
	Hours  float64  `json:"hours"`           // for video in a week at work, of each person, above 0 to 60
	Does   []string `json:"does,omitzero"`   // the tasks they can do, such as "camera" or "approval"; empty: every task
}

// Absence is how much of the year each person is away, in weeks a year.
type Absence struct {
	LeaveWeeks float64 `json:"leaveWeeks"` // 30 days of leave are 6
	SickWeeks  float64 `json:"sickWeeks"`
	SpellWeeks float64 `json:"spellWeeks,omitzero"` // mean length of one absence, 1 to 26; zero: 2
}

const defaultSpell = 2 // weeks; leave mostly comes in whole weeks, long sickness is rare: assumed

// TypicalAbsence returns the absence of employees of German public bodies: 30
// days of leave (6 weeks, collective agreement TVöD, section 26) and 15 working
// days of sickness a year (Destatis, average of all employees in 2023, from
// memory), in spells of two weeks on average (assumed). Public holidays on working days,
// another two weeks a year, come on top: add them to LeaveWeeks if they hurt.
func TypicalAbsence() Absence { return Absence{LeaveWeeks: 6, SickWeeks: 3, SpellWeeks: defaultSpell} }

// weeksOfYear turns weeks a year into a share.
const weeksOfYear = 52

func (a Absence) spell() float64 { return cmp.Or(a.SpellWeeks, defaultSpell) }

// away returns the share of weeks in which a person is away.
func (a Absence) away() float64 { return (a.LeaveWeeks + a.SickWeeks) / weeksOfYear }

func (m Member) people() int { return cmp.Or(m.People, 1) }

// tasks returns the tasks that somebody names, in order of their names.
func (t Team) tasks() []string {
	var all []string
	for _, m := range t.Members {
		all = append(all, m.Does...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (m Member) can(task string) bool { return len(m.Does) == 0 || slices.Contains(m.Does, task) }

// maxStates bounds who may be there in how many ways.
const maxStates = 256

func (t Team) check(l *check.List, at string) {
	if len(t.Members) == 0 {
		l.Add(at+"/members", check.ErrRequired, check.None, "at least one member")
	}
	if len(t.Members) > 100 {
		l.Add(at+"/members", check.ErrLimit, len(t.Members), "at most 100 members")
		return
	}
	states := 1
	names := map[string]bool{}
	for i, m := range t.Members {
		place := at + check.Pointer("members", i)
		if l.NotEmpty(place+"/name", m.Name, "a name") && names[m.Name] {
			l.Add(place+"/name", check.ErrDuplicate, m.Name, "each name once; say with people how many share it")
		}
		names[m.Name] = true
		l.Between(place+"/hours", m.Hours, 0.01, 60, "hours a week above 0 to 60")
		if l.Between(place+"/people", float64(m.people()), 1, 50, "1 to 50 people") {
			states = min(states*(m.people()+1), maxStates+1)
		}
		if len(m.Does) > 50 {
			l.Add(place+"/does", check.ErrLimit, len(m.Does), "at most 50 tasks")
		}
		for j, task := range m.Does {
			l.NotEmpty(place+check.Pointer("does", j), task, "the name of a task")
		}
	}
	if states > maxStates {
		l.Add(at+"/members", check.ErrLimit, check.None, "at most 256 ways of who is there: put people who can stand in for each other into one member")
	}
	l.Between(at+"/fixedHours", t.FixedHours, 0, 5000, "hours a week from 0")
	l.Between(at+"/unsteady", t.Unsteady, 0, 1, "a share from 0 to 1")
	a := t.Absence
	okLeave := l.Between(at+"/absence/leaveWeeks", a.LeaveWeeks, 0, 26, "0 to 26 weeks a year")
	okSick := l.Between(at+"/absence/sickWeeks", a.SickWeeks, 0, 26, "0 to 26 weeks a year")
	if okLeave && okSick && a.away() > 0.5 {
		l.Add(at+"/absence/sickWeeks", check.ErrConflict, a.SickWeeks, "leave and sickness of together at most 26 weeks a year")
	}
	if a.SpellWeeks != 0 {
		l.Between(at+"/absence/spellWeeks", a.SpellWeeks, 1, 26, "spells of 1 to 26 weeks")
	}
}

// Cover says how many people a task hangs on.
type Cover struct {
	Task   string `json:"task"`
	People int    `json:"people"` // who can do it
	Factor int    `json:"factor"` // absence factor: the fewest people who hold at least half of the hours of those
}

// Cover returns the tasks that members name, in the order of their names. A task
// with one person stops all videos when that person is away.
func (t Team) Cover() []Cover {
	var out []Cover
	for _, task := range t.tasks() {
		var hours []float64
		for _, m := range t.Members {
			if m.can(task) {
				hours = append(hours, slices.Repeat([]float64{m.Hours}, max(0, min(m.people(), 50)))...)
			}
		}
		factor, err := AbsenceFactor(hours, 0.5)
		if err != nil { // hours that Team.check would refuse
			factor = 0
		}
		out = append(out, Cover{task, len(hours), factor})
	}
	return out
}

// AbsenceFactor returns the fewest people who together hold at least the given
// share of the work (Contributor Absence Factor of CHAOSS, known as bus factor):
// 1 means that one absence takes half of it. Work is what each person
// contributes, in any unit; it must be finite, not negative, and not all 0. The share
// is above 0 and at most 1.
func AbsenceFactor(work []float64, share measure.Share) (int, error) {
	var l check.List
	if !(share > 0 && share <= 1) {
		l.Add("/share", check.ErrRange, float64(share), "a share above 0 and at most 1")
	}
	total := 0.0
	for i, w := range work {
		l.Between(check.Pointer("work", i), w, 0, 1e12, "work from 0")
		total += w
	}
	if l.Err() == nil && total <= 0 {
		l.Add("/work", check.ErrRequired, check.None, "the work of at least one person")
	}
	if err := l.Err(); err != nil {
		return 0, err
	}
	sorted := slices.Clone(work)
	slices.SortFunc(sorted, func(a, b float64) int { return cmp.Compare(b, a) })
	held := 0.0
	for i, w := range sorted {
		held += w
		if held >= float64(share)*total*(1-1e-12) {
			return i + 1, nil
		}
	}
	return len(sorted), nil
}
