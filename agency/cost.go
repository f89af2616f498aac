package agency

import (
	"github.com/hochkant/hochkant/strategy/measure"
)

// CostItem names a line of a cost plan.
type CostItem string

// The lines. Own work is in every model, in a full-service contract too.
const (
	OwnWork   CostItem = "own work"             // own hours while the channel runs, meetings included
	OwnOnce   CostItem = "own work once"        // own hours for the award, advice and hand-over
	AgencyFee CostItem = "agency hours"         // hours times rate, net
	OneOff    CostItem = "one-off"              // workshop, concept, set-up, net
	HandOver  CostItem = "hand-over"            // once at the end, net
	VAT       CostItem = "VAT"                  // 19 %, for bodies that may not deduct it
	Levy      CostItem = "artists' social levy" // Künstlersozialabgabe, on fees to natural persons
)

// CostLine is one line of a cost plan over the whole horizon.
type CostLine struct {
	Item   CostItem      `json:"item"`
	Hours  measure.Hours `json:"hours,omitzero"` // own or bought hours over the horizon, where the line has any
	Amount measure.Euro  `json:"amount"`
}

// CostPlan is what a model costs over the horizon at the middle of every
// input. The lines are in whole cents and add up to Total; External and Own add
// up to Total too.
type CostPlan struct {
	Lines       []CostLine       `json:"lines"`
	Total       measure.Euro     `json:"total"`
	External    measure.Euro     `json:"external"`          // outside help with taxes and levies
	Own         measure.Euro     `json:"own"`               // own hours at full cost
	PerMonth    measure.Euro     `json:"perMonth"`          // Total by months, rounded to the cent
	PerVideo    measure.Euro     `json:"perVideo"`          // Total by videos, rounded to the cent
	PerPerson   measure.Estimate `json:"perPerson"`         // euros per person reached; unknown without a forecast
	DearestYear measure.Euro     `json:"dearestYear"`       // External in the dearest year of the horizon
	Videos      float64          `json:"videos"`            // videos over the horizon
	Contract    measure.Euro     `json:"contract,omitzero"` // estimated contract value, net, options included
	Doubt       measure.Estimate `json:"doubt"`             // euros over the horizon, P10 to P90; unknown unless a simulation ran
}

// plan writes the cost of an outcome down in cents.
func (s *setting) plan(f *figures, m *modelSetting, out *outcome) (CostPlan, error) {
	var p CostPlan
	var err error
	cents := func(euros float64) measure.Euro {
		e, problem := measure.Euros(euros)
		if problem != nil && err == nil {
			err = problem
		}
		return e
	}
	line := func(item CostItem, hours, euros float64) measure.Euro {
		amount := cents(euros)
		if amount != 0 || hours != 0 {
			p.Lines = append(p.Lines, CostLine{item, measure.Hours(hours), amount})
		}
		return amount
	}
	perHour := f[slot(LeverHourCost, 0)]
	ownWeeks, weeks, fee, levy := 0.0, 0.0, 0.0, 0.0
	monthly := out.agencyHours * weeksPerMonth * f[slot(LeverRate, m.model)]
	oneOff := f[slot(LeverOneOff, m.model)]
	for y := range s.years {
		weeks += s.monthsIn[y] * weeksPerMonth
		ownWeeks += float64(s.monthsIn[y] * weeksPerMonth * s.staff[y])
		net := monthly * m.fee[y]
		fee += net
		if y == 0 {
			net += oneOff
		}
		if y == s.years-1 {
			net += m.handOver
		}
		if net > levyFree {
			levy += float64(net * m.levy[y])
		}
	}
	p.Own = line(OwnWork, out.ownHours*weeks, out.ownHours*ownWeeks*perHour)
	p.Own += line(OwnOnce, out.onceHours, out.onceHours*perHour)
	net := line(AgencyFee, out.agencyHours*weeks, fee)
	net += line(OneOff, 0, oneOff)
	net += line(HandOver, 0, m.handOver)
	p.External = net + line(VAT, 0, net.Float()*s.vat) + line(Levy, 0, levy)
	p.Total = p.Own + p.External
	p.PerMonth = cents(p.Total.Float() / float64(s.months))
	p.Videos = f[slot(LeverVideos, 0)] * weeks
	p.PerVideo = cents(p.Total.Float() / p.Videos)
	p.DearestYear = min(cents(out.dearestYear), p.External) // a cent apart by rounding
	p.Contract = cents(out.contract)
	if err != nil {
		return CostPlan{}, err
	}
	p.PerPerson, err = perPerson(p.Total, s.need.Reach)
	return p, err
}

// perPerson divides a cost by the people reached. Nobody reached in the lower
// quantile leaves the cost per person unknown.
func perPerson(total measure.Euro, reach measure.Estimate) (measure.Estimate, error) {
	if !reach.Known() || reach.P10() <= 0 {
		return measure.Estimate{}, nil
	}
	return reach.Map(func(people float64) float64 { return total.Float() / people })
}
