package agency

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// assumptions lists the inputs that the case did not give.
func (r *run) assumptions() []Assumption {
	all := make([]Assumption, 0, 32)
	for i := range r.in {
		if !r.in[i].assumed {
			continue
		}
		l, m := leverAt(i)
		if a, ok := r.assumption(l, m); ok {
			all = append(all, a)
		}
	}
	all = append(all, r.factAssumptions()...)
	slices.SortStableFunc(all, func(a, b Assumption) int { return cmp.Compare(a.Input, b.Input) })
	return all
}

// inputPlaces are where the caller could give a lever.
var inputPlaces = [...]string{
	LeverHoursPerVideo: "/need/hoursPerVideo", LeverOwnHours: "/organisation/hoursPerWeek", LeverPublishers: "/organisation/publishers",
	LeverApproval: "/organisation/approvalDays", LeverBudget: "/organisation/budget",
	LeverAgencyHours: "hoursPerMonth", LeverRate: "rate", LeverOneOff: "oneOff", LeverResponse: "responseDays", LeverMeetings: "meetingHours",
	LeverSetup: "setupWeeks", LeverFaces: "ownFaces", LeverStays: "stays", LeverAgencyPublish: "publishers",
}

func (r *run) assumption(l Lever, m Model) (Assumption, bool) {
	q := r.in[slot(l, m)].q
	a := Assumption{Value: &q}
	if int(l) < len(inputPlaces) {
		a.Input = inputPlaces[l]
	}
	src := oursOnly
	if l == LeverRate {
		src = priceOnly
	}
	switch {
	case l == LeverBudget:
		a.Value = nil
		a.Reason = reason.New("agency.assumed.budget", "Ein Budget ist nicht angegeben; ob ein Modell bezahlbar ist, bleibt offen.", "No budget is given; whether a model can be paid for stays open.", nil)
		return a, true
	case a.Input == "": // the length of an award belongs to no field
		return a, false
	case m == 0:
	case !m.bought() && (m != DoItYourself || l != LeverOneOff): // nothing running is bought
		return a, false
	case l == LeverAgencyHours:
		a.Value = nil
		a.Input = r.offerPlace(m, a.Input)
		a.Reason = reason.New("agency.assumed.agencyHours", "Agenturstunden, „{model}“: was die Aufgaben brauchen und {reserve} dazu.", "Agency hours, “{model}”: what the tasks take and {reserve} on top.", src, modelName(m), reason.Share("reserve", agencyReserve-1))
		return a, true
	default:
		a.Input = r.offerPlace(m, a.Input)
	}
	name := reason.Word("what", leverDE[l], l.String())
	middle := reason.Number("middle", r.middle[slot(l, m)], 2)
	if m == 0 {
		a.Reason = reason.New("agency.assumed", "Angenommen: {what} = {middle} im Mittel.", "Assumed: {what} = {middle} on average.", src, name, middle)
	} else {
		a.Reason = reason.New("agency.assumedOffer", "Angenommen, „{model}“: {what} = {middle} im Mittel.", "Assumed, “{model}”: {what} = {middle} on average.", src, modelName(m), name, middle)
	}
	return a, true
}

// offerPlace is the place of a field of the offer for a model, "/offers" when
// there is none.
func (r *run) offerPlace(m Model, field string) string {
	i := slices.IndexFunc(r.c.Offers, func(o Offer) bool { return o.Model == m })
	if i < 0 {
		return "/offers"
	}
	return check.Pointer("offers", i, field)
}

func modelName(m Model) reason.Figure { return reason.Word("model", modelDE[m], modelEN[m]) }

// factAssumptions are those that are not levers: staff cost, skills, splits,
// rates of years outside the tables.
func (r *run) factAssumptions() []Assumption {
	var all []Assumption
	org := &r.c.Organisation
	if org.StaffCost == (StaffCost{}) {
		g := cmp.Or(org.Grade, E10)
		all = append(all, Assumption{Input: "/organisation/staffCost", Reason: reason.New("agency.assumed.staff", "Eine eigene Stunde kostet {perHour} (Entgeltgruppe {grade}).", "An hour of in-house work costs {perHour} (pay grade {grade}).", staffOnly,
			reason.Euro("perHour", DefaultStaffCost(g).PerHour()), reason.Text("grade", g.String()))})
	}
	missing := int64(0)
	for _, t := range Tasks() {
		if t != Approval && t != Coordination && org.Skills[t] == 0 {
			missing++
		}
	}
	if missing > 0 {
		all = append(all, Assumption{Input: "/organisation/skills", Reason: reason.New("agency.assumed.skills", "Für {missing:Aufgabe|Aufgaben} ist nicht bekannt, was das Haus kann; gerechnet wird mit Grundkenntnissen.", "For {missing:task|tasks} it is not known what the organisation can do; basic skill is assumed.", oursOnly, reason.Count("missing", missing))})
	}
	for i := range r.offers {
		m := Model(i + 1)
		_, unnamed := r.offers[i].Split.shares(m)
		switch {
		case !m.bought():
		case !r.given[i]:
			all = append(all, Assumption{Input: r.offerPlace(m, "split"), Reason: reason.New("agency.assumed.offer", "Für „{model}“ liegt kein Angebot vor; gerechnet wird mit einem angenommenen.", "There is no offer for “{model}”; an assumed one is used.", expertOnly, modelName(m))})
		case unnamed > 0:
			all = append(all, Assumption{Input: r.offerPlace(m, "split"), Reason: reason.New("agency.assumed.split", "Angebot für „{model}“: Für {tasks:Aufgabe|Aufgaben} ist nicht angegeben, wer sie übernimmt.", "Offer for “{model}”: for {tasks:task|tasks} it is not stated who takes {tasks?it|them} on.", expertOnly, modelName(m), reason.Count("tasks", int64(unnamed)))})
		}
		if r.offers[i].Payee == NaturalPerson {
			last := r.s.startYear() + r.s.years - 1
			if rate, known := levyRate(last); !known {
				all = append(all, Assumption{Input: r.offerPlace(m, "payee"), Reason: reason.New("agency.assumed.levy", "Künstlersozialabgabe für {year} mit {rate} gerechnet; für dieses Jahr steht kein Satz in der Tabelle.", "Artists' social levy for {year} taken as {rate}; the table has no rate for that year.",
					[]measure.Source{levySource}, reason.Year("year", last), reason.Share("rate", measure.Share(rate)))})
			}
		}
	}
	return all
}
