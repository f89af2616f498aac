package agency

import "math"

// outcome is what one model comes to for one vector of figures.
type outcome struct {
	ownHours     float64 // own hours a week while the channel runs, meetings included
	agencyNeed   float64 // hours a week that the agency's tasks take
	agencyHours  float64 // hours a week offered, or derived
	contract     float64 // net contract value, euros
	lead         float64 // weeks until the contract is signed
	onceHours    float64 // own hours once: award, advice, hand-over
	external     float64 // euros for outside help over the horizon, taxes included
	dearestYear  float64 // the same in the dearest year of the horizon
	own          float64 // euros for own hours over the horizon
	days         float64 // working days from the idea to the published video
	publishers   float64
	measurements [criterionCount]float64
	values       [criterionCount]float64
	checks       [checkCount]status
}

// evaluate works out one model. It is the only place where figures become
// results: decision, simulation and flips all come through here.
func (s *setting) evaluate(f *figures, in *inputs, m *modelSetting, out *outcome) {
	base := slot(LeverAgencyHours, m.model)
	offer := f[base : base+offerLevers : base+offerLevers]
	rate, oneOff, response, meetings := offer[1], offer[2], offer[3], offer[4]
	videos, work := f[slot(LeverVideos, 0)], f[slot(LeverVideos, 0)]*f[slot(LeverHoursPerVideo, 0)]

	out.ownHours = m.ownW + float64(work*m.ownV) + meetings/weeksPerMonth
	out.agencyNeed = m.agencyW + float64(work*m.agencyV)
	monthly := offer[0]
	if m.derived {
		monthly = out.agencyNeed * agencyReserve * weeksPerMonth
	}
	out.agencyHours = monthly / weeksPerMonth

	s.costs(f, m, out, monthly*rate, oneOff)
	s.pace(f, m, out, videos, response)
	out.publishers = math.Floor(f[slot(LeverPublishers, 0)] + tolerance)
	if m.publishes {
		out.publishers += math.Floor(offer[8] + tolerance)
	}

	x := &out.measurements
	total := out.ownHours + out.agencyNeed
	x[Cost.index()] = (out.external + out.own) / float64(s.months)
	x[Agility.index()] = out.days
	x[Authenticity.index()] = (offer[6] + m.ownScript) / 2
	x[Closeness.index()] = (m.nearW + float64(work*m.nearV)) / (m.replyW + float64(work*m.replyV))
	x[Expertise.index()] = (m.levelW + float64(work*m.levelV)) / (m.craftW + float64(work*m.craftV))
	x[Continuity.index()] = twoOf(out.publishers)
	x[Independence.index()] = (out.ownHours + float64(out.agencyNeed*offer[7])) / total
	x[Start.index()] = out.lead + offer[5]
	for i := range x {
		out.values[i] = min(max((x[i]-s.scales[i].Worst)*s.slopes[i], 0), 1)
	}
	s.check(f, in, m, out)
}

// costs adds up what the model costs over the horizon, in euros and unrounded;
// [CostPlan] is the same in cents, line by line.
func (s *setting) costs(f *figures, m *modelSetting, out *outcome, monthlyFee, oneOff float64) {
	out.contract = oneOff + m.handOver + monthlyFee*(float64(s.months)+m.optionMonths)
	out.lead, out.onceHours = 0, 0
	if m.buys {
		step := s.award.of(out.contract)
		out.lead = step.weeks * f[slot(LeverLead, 0)]
		out.onceHours = m.onceHours(step)
	}
	out.external, out.dearestYear = 0, 0
	ownWeeks := 0.0 // weeks, dearer each year
	for y := range s.years {
		net := monthlyFee * m.fee[y]
		if y == 0 {
			net += oneOff
		}
		if y == s.years-1 {
			net += m.handOver
		}
		gross := net * (1 + s.vat)
		if net > levyFree {
			gross += float64(net * m.levy[y])
		}
		out.external += gross
		out.dearestYear = max(out.dearestYear, gross)
		ownWeeks += float64(s.monthsIn[y] * weeksPerMonth * s.staff[y])
	}
	out.own = (float64(out.ownHours*ownWeeks) + out.onceHours) * f[slot(LeverHourCost, 0)]
}

// onceHours are the own hours that come once. Advice takes hours of the team
// wherever a concept is worked out together.
func (m *modelSetting) onceHours(step awardStep) float64 {
	hours := step.hours + adviceHours
	if m.model.bought() {
		hours += handOverHours
	}
	return hours
}

// pace works out the working days from an idea to the published video: the
// approval, a reply for each change of hands, and the hours of both sides at
// the pace at which they have hours.
func (s *setting) pace(f *figures, m *modelSetting, out *outcome, videos, response float64) {
	perVideo := f[slot(LeverHoursPerVideo, 0)]
	days := f[slot(LeverApproval, 0)] + float64(m.handOvers*response)
	days += daysOf(perVideo*m.chainOwn, f[slot(LeverOwnHours, 0)])
	days += daysOf(perVideo*m.chainAgency, out.agencyHours)
	out.days = min(days, longestDays)
}

// daysOf returns the working days that hours take at so many hours a week.
func daysOf(hours, perWeek float64) float64 {
	switch {
	case hours <= 0:
		return 0
	case perWeek*longestDays <= hours*workdays:
		return longestDays
	default:
		return hours * workdays / perWeek
	}
}

// twoOf is the probability that at least two of n people are at work in a week,
// independently of each other.
func twoOf(n float64) float64 {
	if n < 2 {
		return 0
	}
	away, rest := 1-available, 1.0
	for range min(int(n)-1, 50) { // 0.2 to the 50th is nothing
		rest *= away
	}
	return 1 - float64(rest*away) - float64(n*available*rest)
}
