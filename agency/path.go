package agency

import (
	"math"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Path is the way out of a contract: a year with the agency, then alone. It is
// compared with staying, at constant prices and over three years. A town has
// gone it: Juist paid a freelancer until 2017, then an own part-time employee
// coached by a professional until March 2019, and has worked alone since.
type Path struct {
	Model           Model           `json:"model"`                    // in the first stage
	AfterMonth      int             `json:"afterMonth"`               // then alone
	Months          int             `json:"months"`                   // of the comparison
	Stay            measure.Euro    `json:"stay"`                     // cost over Months when the model stays
	Total           measure.Euro    `json:"total"`                    // cost over Months on the path
	BreakEvenMonth  int             `json:"breakEvenMonth,omitzero"`  // first month in which the path has cost no more in all; nothing when it never does
	BreakEvenVideos float64         `json:"breakEvenVideos,omitzero"` // own videos that earn the hand-over back once learnt
	HoursBefore     measure.Hours   `json:"hoursBefore"`              // own hours a week in the first stage
	HoursFirst      measure.Hours   `json:"hoursFirst"`               // own hours a week in the first month alone, while learning
	HoursAfter      measure.Hours   `json:"hoursAfter"`               // own hours a week alone
	Missing         measure.Hours   `json:"missing,omitzero"`         // of HoursAfter that the body does not have
	Exit            []reason.Reason `json:"exit"`                     // criteria to be met before going alone
	Clauses         []reason.Reason `json:"clauses"`                  // to agree in the contract
	Reason          reason.Reason   `json:"reason"`
}

// juist is a town that has gone the way.
var juist = measure.Source{Key: "juist-2018", Title: "Juist: von der freien Kraft zur eigenen Teilzeitstelle", Publisher: "Ratsunterlagen der Inselgemeinde Juist", Year: 2018, Certainty: measure.Publisher}

const (
	stageMonths = 12
	pathMonths  = 36

	// A video made alone for the first time takes half as long again in the
	// tasks that the agency did, and 10 % less with every doubling of the videos made
	// (Wright's law), down to the usual hours. Rules of thumb, assumed.
	firstVideo   = 1.5
	learningRate = 0.9
)

// learning is the factor on the hours of the n-th own video.
func learning(n float64) float64 {
	return max(1, firstVideo*math.Pow(max(n, 1), math.Log2(learningRate)))
}

// breakEven returns the number of videos from which a set-up pays, when an own
// video costs own and a bought one bought. ok is false when nothing is saved.
func breakEven(setup, own, bought float64) (videos float64, ok bool) {
	if !(bought-own > tolerance) {
		return 0, false
	}
	return setup / (bought - own), true
}

// path compares staying with a model to a year of it and going alone then.
func (r *run) path(m Model) (*Path, error) {
	with, alone := &r.out[m.index()], &r.out[WithoutAgency.index()]
	hour := r.middle[slot(LeverHourCost, 0)]
	perMonth := func(hours float64) float64 { return hours * weeksPerMonth * hour }
	fee := with.agencyHours * weeksPerMonth * r.middle[slot(LeverRate, m)] * (1 + r.s.vat)
	stayMonth := fee + perMonth(with.ownHours)
	handOver := float64(handOverHours*hour) + r.s.model[m.index()].handOver*(1+r.s.vat)
	videos := r.middle[slot(LeverVideos, 0)] * weeksPerMonth
	p := &Path{Model: m, AfterMonth: stageMonths, Months: pathMonths, HoursBefore: measure.Hours(with.ownHours), HoursAfter: measure.Hours(alone.ownHours)}
	stay, total := 0.0, 0.0
	for month := 1; month <= pathMonths; month++ {
		stay += stayMonth
		if month <= stageMonths {
			total += stayMonth
			continue
		}
		if month == stageMonths+1 {
			total += handOver
		}
		// Only what the agency did has to be learnt.
		n := videos * (float64(month-stageMonths) - 0.5)
		hours := alone.ownHours + with.agencyNeed*(learning(n)-1)
		if month == stageMonths+1 {
			p.HoursFirst = measure.Hours(hours)
		}
		total += perMonth(hours)
		if p.BreakEvenMonth == 0 && total <= stay {
			p.BreakEvenMonth = month
		}
	}
	if total > stay { // what was saved once is lost again, which constant prices exclude
		p.BreakEvenMonth = 0
	}
	if v, ok := breakEven(handOver, perMonth(alone.ownHours)/videos, stayMonth/videos); ok {
		p.BreakEvenVideos = v
	}
	if have := r.middle[slot(LeverOwnHours, 0)]; !within(alone.ownHours, have) {
		p.Missing = measure.Hours(alone.ownHours - have)
	}
	var err error
	if p.Stay, err = measure.Euros(stay); err != nil {
		return nil, err
	}
	if p.Total, err = measure.Euros(total); err != nil {
		return nil, err
	}
	r.pathReasons(p)
	return p, nil
}

func (r *run) pathReasons(p *Path) {
	example := []measure.Source{juist}
	say := func(topic, de, en string, figures ...reason.Figure) reason.Reason {
		return reason.New("agency.path."+topic, de, en, nil, figures...)
	}
	model, after := modelName(p.Model), reason.Count("after", int64(p.AfterMonth))
	stay, total, span := money("stay", p.Stay), money("total", p.Total), reason.Count("span", int64(p.Months))
	if p.BreakEvenMonth > 0 {
		p.Reason = reason.New("agency.path.saves", "{after} Monate „{model}“ und danach allein kosten in {span} Monaten {total} statt {stay}; ab Monat {month} ist der Weg günstiger.",
			"{after} months of “{model}” and then alone cost {total} instead of {stay} in {span} months; from month {month} the path is cheaper.", example, after, model, span, total, stay, reason.Count("month", int64(p.BreakEvenMonth)))
	} else {
		p.Reason = reason.New("agency.path.costs", "{after} Monate „{model}“ und danach allein kosten in {span} Monaten {total} statt {stay}; günstiger wird der Weg nicht.",
			"{after} months of “{model}” and then alone cost {total} instead of {stay} in {span} months; the path does not get cheaper.", example, after, model, span, total, stay)
	}
	hoursAfter := reason.Hours("hours", p.HoursAfter)
	if p.Missing > 0 {
		p.Exit = append(p.Exit, say("exit.hours", "Das Team hat {hours:Stunde|Stunden} je Woche; heute {missing?fehlt|fehlen} {missing}.", "The team has {hours:hour|hours} a week; today {missing} {missing?is|are} missing.", hoursAfter, reason.Hours("missing", p.Missing)))
	} else {
		p.Exit = append(p.Exit, say("exit.hoursKept", "Das Team behält {hours:Stunde|Stunden} je Woche.", "The team keeps {hours:hour|hours} a week.", hoursAfter))
	}
	p.Exit = append(p.Exit,
		say("exit.publishers", "Mindestens {people:eigene Person kann|eigene Personen können} veröffentlichen.", "At least {people:person|people} in-house can publish.", reason.Count("people", int64(r.s.publishers))),
		say("exit.skills", "Skript, Dreh, Schnitt, Veröffentlichen und Community sind im Haus geübt.", "Script, filming, editing, publishing and community are practised in-house."),
		say("exit.trial", "In den letzten {weeks} Wochen des Vertrags hat das Team {kept} allein bestritten.", "In the last {weeks} weeks of the contract the team has managed {kept} alone.", reason.Count("weeks", 12), reason.Count("kept", 8)),
	)
	p.Clauses = []reason.Reason{
		say("clause.accounts", "Die Konten gehören dem Haus; die Agentur hat nur Zugriff.", "The accounts belong to the organisation; the agency has access only."),
		say("clause.material", "Rohmaterial, Projektdateien und Vorlagen werden laufend übergeben.", "Raw material, project files and templates are handed over as they arise."),
		say("clause.training", "Die Agentur weist eigene Leute bei der Arbeit ein.", "The agency trains the organisation's people on the job."),
		say("clause.notice", "Kündigung zum Ende von Monat {after}, ohne Folgekosten.", "Notice to the end of month {after}, without further cost.", after),
	}
}
