package agency

import (
	"cmp"

	"github.com/hochkant/hochkant/strategy/measure"
)

const (
	weeksPerMonth = 52.0 / 12
	workdays      = 5.0 // in a week
	maxYears      = 5
	monthsOfYear  = 12

	// vatRate is the German standard rate; a cost for bodies without input-tax
	// deduction (UStG § 12; from memory).
	vatRate = 0.19

	// levyFree is the amount of fees a year up to which no artists' social levy
	// is due (pronovabkk.de, 2026).
	levyFree = 1000.0

	// staffRise is what own hours get dearer each year: the last step of the
	// collective agreement, 2.8 % on 1 May 2026, carried on. Assumed.
	staffRise = 0.028

	// agencyReserve is what an agency's hours come to beyond its tasks, for
	// meetings and corrections, when no hours were offered. Assumed.
	agencyReserve = 1.1

	// available is the share of weeks in which a person is at work: 1,580
	// productive hours of the 2,028 in a 39-hour contract.
	available = 1580.0 / 2028

	// adviceHours are the own hours in a workshop: two people for a day. Assumed.
	adviceHours = 16.0

	// handOverHours are the own hours to take the channel back at the end. Assumed.
	handOverHours = 12.0

	longestDays = 365.0 // what takes longer, or is never done, counts as a year
)

// levySource is where the levy and its limit come from.
var levySource = measure.Source{Key: "ksk-2026", Title: "Künstlersozialabgabe 4,9 % ab 2026 (5,0 % 2025), Bagatellgrenze 1.000 EUR", Publisher: "pronovabkk.de, ihk-muenchen.de", Year: 2026, Certainty: measure.Publisher}

// levyRate is the artists' social levy by year (pronovabkk.de, ihk-muenchen.de).
// Years before and after take the nearest one, and the decision says so.
func levyRate(year int) (rate float64, known bool) {
	switch {
	case year <= 2025:
		return 0.050, year == 2025
	default:
		return 0.049, year == 2026
	}
}

// setting is everything of a case that no lever moves, prepared so that
// evaluating a vector of figures is a few dozen operations.
type setting struct {
	months     int
	years      int
	monthsIn   [maxYears]float64 // months in each year of the horizon
	staff      [maxYears]float64 // factor on own hours in each year
	vat        float64
	scales     [criterionCount]Scale
	slopes     [criterionCount]float64 // value for a unit of measurement
	limits     []taskLimit
	need       Need
	publishers int
	award      award
	weeks      float64 // from the decision to the wanted start
	dated      bool    // weeks is given
	model      [modelCount]modelSetting
}

// taskLimit is the hours a week that the body keeps for a task.
type taskLimit struct {
	task  Task
	hours float64
}

// modelSetting are sums over the tasks: w for the hours a week, v for the share
// of the hours of a video.
type modelSetting struct {
	model            Model
	agency           [taskCount]float64
	ownW, ownV       float64
	agencyW, agencyV float64
	chainOwn         float64 // share of a video's hours that the own team works until it is out
	chainAgency      float64
	handOvers        float64 // expected changes of hands until the video is out
	craftW, craftV   float64 // hours of the tasks in which skill counts
	levelW, levelV   float64 // the same, times the level
	replyW, replyV   float64 // hours with the community and in a crisis
	nearW, nearV     float64 // of these by the own team
	ownScript        float64
	publishes        bool // the agency may publish
	derived          bool // agency hours follow from the need
	handOver         float64
	fee              [maxYears]float64 // factor on the monthly fee: months, dearer each year
	levy             [maxYears]float64
	optionMonths     float64
	fixed            [checkCount]status // checks that no lever moves
	buys             bool
}

// status of a check while it is calculated; the zero value is met.
type status uint8

const (
	ok status = iota
	broken
	open
)

func newSetting(c *Case, offers *[modelCount]Offer, in *inputs) *setting {
	s := &setting{
		months: c.Need.HorizonMonths, years: (c.Need.HorizonMonths + monthsOfYear - 1) / monthsOfYear,
		need: c.Need, publishers: c.Need.Publishers, scales: c.scales(),
	}
	if s.publishers == 0 {
		s.publishers = defaultPublishers
	}
	if !c.Organisation.InputTax {
		s.vat = vatRate
	}
	if !c.Need.Start.IsZero() {
		s.weeks, s.dated = float64(c.Need.Start.Sub(c.Need.AsOf))/7, true
	}
	for i, k := range s.scales {
		s.slopes[i] = 1 / (k.Best - k.Worst)
	}
	factor := 1.0
	for y := range s.years {
		s.monthsIn[y] = float64(min(monthsOfYear, s.months-y*monthsOfYear))
		s.staff[y] = factor
		factor *= 1 + staffRise
	}
	for _, t := range sortedTasks(c.Organisation.TaskHours) {
		s.limits = append(s.limits, taskLimit{t, c.Organisation.TaskHours[t]})
	}
	s.award = newAward(c.Organisation.Buyer, c.Need.AsOf)
	for i := range offers {
		s.model[i] = s.newModel(c, &offers[i], in)
	}
	return s
}

func (s *setting) newModel(c *Case, o *Offer, in *inputs) modelSetting {
	m := modelSetting{model: o.Model, handOver: o.HandOver.Float(), buys: o.Model != WithoutAgency}
	m.derived = o.Model.bought() && in[slot(LeverAgencyHours, o.Model)].assumed
	m.agency, _ = o.Split.shares(o.Model)
	level := o.Skill
	if level == 0 {
		level = Expert
	}
	for i, l := range loads {
		task, a := Task(i+1), m.agency[i]
		m.ownW += float64(l.perWeek * (1 - a))
		m.ownV += float64(l.perVideo * (1 - a))
		m.agencyW += float64(l.perWeek * a)
		m.agencyV += float64(l.perVideo * a)
		if task != Approval && task != Coordination {
			own := cmp.Or(c.Organisation.Skills[task], Basic) // not said: assumed, and listed so
			points := float64((1-a)*m.ownLevel(own, level).points()) + float64(a*level.points())
			m.craftW, m.craftV = m.craftW+l.perWeek, m.craftV+l.perVideo
			m.levelW, m.levelV = m.levelW+float64(l.perWeek*points), m.levelV+float64(l.perVideo*points)
		}
		if task == Community || task == Crisis {
			m.replyW, m.replyV = m.replyW+l.perWeek, m.replyV+l.perVideo
			m.nearW, m.nearV = m.nearW+float64(l.perWeek*(1-a)), m.nearV+float64(l.perVideo*(1-a))
		}
	}
	for i, t := range chain {
		a := m.agency[t.index()]
		m.chainOwn += float64(loads[t.index()].perVideo * (1 - a))
		m.chainAgency += float64(loads[t.index()].perVideo * a)
		if i > 0 {
			before := m.agency[chain[i-1].index()]
			m.handOvers += float64(before*(1-a)) + float64((1-before)*a)
		}
	}
	m.ownScript = 1 - m.agency[Script.index()]
	m.publishes = m.agency[Publish.index()] > 0
	rise := 1.0
	for y := range s.years {
		m.fee[y] = s.monthsIn[y] * rise
		rise *= 1 + float64(o.Escalation)
		if o.Payee == NaturalPerson {
			m.levy[y], _ = levyRate(s.startYear() + y)
		}
	}
	for _, months := range o.Options {
		m.optionMonths += float64(months)
	}
	s.fixChecks(&m, c, o)
	return m
}

// startYear is the calendar year in which the contract starts: that of the
// wanted start, else of the decision, else the year of the tables.
func (s *setting) startYear() int {
	for _, d := range []measure.Date{s.need.Start, s.need.AsOf} {
		if !d.IsZero() {
			return d.Year()
		}
	}
	return 2026
}

// ownLevel is the level of the own team in a task under the model: advice lifts
// it, once or continuously; when the agency does the work there is nobody to lift.
func (m *modelSetting) ownLevel(own, agency Skill) Skill {
	switch m.model {
	case DoItYourself, DoItWithYou:
		return max(own, min(own.advised(), agency))
	default:
		return own
	}
}
