package agency

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

var (
	oursOnly   = []measure.Source{ours}
	priceOnly  = []measure.Source{prices}
	staffOnly  = []measure.Source{tvoed, kgst, workingHours}
	expertOnly = reason.Said("F17", "F18", "F19") // the expert whose models and criteria these are
	coverOnly  = []measure.Source{cover}
)

// cover says that one person is too few.
var cover = measure.Source{Key: "amtzweinull-team", Title: "Eine Person ist immer zu wenig: Urlaub, Krankheit, Wochenende", Publisher: "amtzweinull.com", Year: 2020, Certainty: measure.Publisher}

// derive says how the measurement of a criterion came about.
func (s *setting) derive(k Criterion, f *figures, m *modelSetting, out *outcome, p *CostPlan) reason.Reason {
	x := out.measurements[k.index()]
	share := func(name string, v float64) reason.Figure { return reason.Share(name, measure.Share(v)) }
	switch k {
	case Cost:
		return reason.New("agency.cost", "{total} in {months:Monat|Monaten}, davon {own} für eigene Stunden: {perMonth} im Monat.",
			"{total} in {months:month|months}, of which {own} is in-house work: {perMonth} a month.", staffOnly,
			money("total", p.Total), reason.Count("months", int64(s.months)), money("own", p.Own), money("perMonth", p.PerMonth))
	case Agility:
		return reason.New("agency.agility", "{days:Arbeitstag|Arbeitstage} von der Idee bis zum Video: {approval} für die Freigabe, {handOvers} Wechsel zwischen Haus und Agentur, dazu die Arbeit selbst.",
			"{days:working day|working days} from the idea to the video: {approval} for the approval, {handOvers} {handOvers?change|changes} of hands between organisation and agency, and the work itself.", oursOnly,
			reason.Number("days", x, 1), reason.Number("approval", f[slot(LeverApproval, 0)], 1), reason.Number("handOvers", m.handOvers, 1))
	case Authenticity:
		return reason.New("agency.authenticity", "Eigene Gesichter in {faces} der Videos, {script} der Skripte aus dem Haus: im Mittel {mean}.",
			"Own faces in {faces} of the videos, {script} of the scripts written in-house: {mean} on average.", expertOnly,
			share("faces", f[slot(LeverFaces, m.model)]), share("script", m.ownScript), share("mean", x))
	case Closeness:
		return reason.New("agency.closeness", "{share} der Antworten kommen von Menschen aus dem Haus.", "{share} of the replies come from people in-house.", expertOnly, share("share", x))
	case Expertise:
		return reason.New("agency.expertise", "Können im Mittel {level} von {top} Punkten, nach Stunden gewichtet.", "Skill {level} of {top} points on average, weighted by hours.", expertOnly,
			reason.Number("level", x, 1), reason.Count("top", 4))
	case Continuity:
		return reason.New("agency.continuity", "{people:Person kann|Personen können} veröffentlichen: In {share} der Wochen sind mindestens {two} davon da.",
			"{people:person|people} can publish: in {share} of the weeks at least {two} of them are at work.", coverOnly,
			reason.Count("people", int64(out.publishers)), share("share", x), reason.Count("two", 2))
	case Independence:
		return reason.New("agency.independence", "{share} von Wissen und Material bleiben im Haus.", "{share} of know-how and material stays in-house.", oursOnly, share("share", x))
	default:
		return reason.New("agency.start", "{weeks:Woche|Wochen} bis zum ersten Video, davon {lead} für die Vergabe.", "{weeks:week|weeks} until the first video, {lead} of them for the award.", oursOnly,
			reason.Number("weeks", x, 1), reason.Number("lead", out.lead, 1))
	}
}
