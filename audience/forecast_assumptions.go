package audience

import (
	"slices"
	"strings"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// assume lists what the plan and the place did not tell.
func (f *Forecast) assume(t *Target, p Plan) {
	say := func(code, de, en string, sources []measure.Source, figures ...reason.Figure) {
		f.Assumptions = append(f.Assumptions, reason.New("audience.forecast.assumed."+code, de, en, sources, figures...))
	}
	for i, c := range p.Channels {
		known := t.platform(c.Platform)
		title := reason.Text("platform", known.profile.Title)
		for _, r := range known.reachable.Assumptions {
			// What is assumed of the place is the same for all platforms.
			ofPlace := r.Code() == "audience.reachable.national" || r.Code() == "audience.reachable.structure"
			if i == 0 || firstOf(p, i) && !ofPlace {
				f.Assumptions = append(f.Assumptions, r)
			}
		}
		if !c.Local.Known() {
			local := assumedLocal(known.profile.Feed, c.LocationTag)
			say("local", "Angenommen für {platform}: {local} % der Aufrufe kommen aus {place} selbst. Dass zuerst im Ort verteilt wird, ist die Aussage eines Agenturexperten; eine Zahl dazu gibt es nicht. Die Städteliste des Kontos ersetzt die Annahme.",
				"Assumed for {platform}: {local} % of the views come from {place} itself. That videos are delivered locally first is an agency expert's claim; there is no figure for it. The account's list of cities replaces the assumption.",
				[]measure.Source{localClaim()}, title, reason.Range("local", percent(local), 0), reason.Text("place", f.Place))
		}
		if len(c.Viewers) == 0 {
			say("viewers", "Angenommen für {platform}: Die Zuschauerinnen und Zuschauer sind so alt wie die Menschen, die die Plattform im Ort nutzen. Die Altersstatistik des Kontos ersetzt die Annahme.",
				"Assumed for {platform}: viewers are as old as the people who use the platform in the place. The account's statistics of age replace the assumption.", nil, title)
			for _, b := range known.unknown {
				say("ages", "Für {ages} gibt es zu {platform} keine Zahl; angenommen ist, dass von dort keine Aufrufe kommen.",
					"For {ages} there is no figure on {platform}; no views are assumed to come from there.", nil, reason.Text("ages", b.String()), title)
			}
		}
		for _, b := range c.uncovered(t.bands) {
			say("viewers-shown", "Die Altersstatistik von {platform} zeigt nicht alle Alter von {ages}; angenommen ist, dass die fehlenden schauen wie die Nutzung im Ort es erwarten lässt.",
				"The statistics of age on {platform} do not show all of {ages}; those missing are assumed to watch as use in the place suggests.", nil, title, reason.Text("ages", b.String()))
		}
		if !c.Replays.Known() && !c.Views.Replays().Known() {
			say("replays", "Angenommen für {platform}: {replays} Aufrufe je Person und Video.", "Assumed for {platform}: {replays} views per person and video.",
				nil, title, reason.Range("replays", assumedReplays(), 2))
		}
		f.warnOfDefinitions(known.profile, c.Views, t.year)
		if age := known.profile.MinAge; age.Known() && startsBelow(t.bands, age.Value) {
			say("min-age", "{platform} ist nach den eigenen Bedingungen erst ab {age} Jahren erlaubt; jüngere der Zielgruppe dürfen nicht angesprochen werden.",
				"{platform} is allowed from {age} years only by its own terms; younger people of the target group must not be addressed.",
				[]measure.Source{age.Source}, title, reason.Count("age", int64(age.Value)))
		}
	}
	if !p.Shape.Known() && slices.ContainsFunc(p.Channels, func(c PlannedChannel) bool { return c.Seen == AccountReach{} }) {
		say("shape", "Angenommen: Wenige sehen den Kanal oft, viele selten (Gamma-Poisson, Form {shape}). Veröffentlichte Zahlen dazu gibt es nicht.",
			"Assumed: a few see the channel often, many rarely (Gamma-Poisson, shape {shape}). There are no published figures on it.", nil, reason.Range("shape", ExposureShape(), 2))
	}
	if severalPlatforms(p) && !p.NetShape.Known() {
		say("net", "Angenommen: Wer auf einer Plattform viel schaut, tut es auch auf den anderen (gemeinsame Aktivität, Form {shape}).",
			"Assumed: whoever watches much on one platform does so on the others (shared activity, shape {shape}).",
			NetShape().Sources(), reason.Range("shape", NetShape(), 2))
	}
}

// warnOfDefinitions says when the history and the plan do not count the same
// thing: platforms changed what a view is in 2025 and 2026.
func (f *Forecast) warnOfDefinitions(p platform.Profile, m ViewModel, year int) {
	title := reason.Text("platform", p.Title)
	if middle, err := measure.NewDate(year, 7, 1); err == nil && len(m.definitions) == 1 {
		if now, ok := p.ViewAt(middle); ok && now.ID != m.definitions[0] {
			f.Assumptions = append(f.Assumptions, reason.New("audience.forecast.definition.changed",
				"Achtung: Die bisherigen Aufrufe auf {platform} sind nach der Definition {old} gezählt, im Jahr des Plans gilt {new}. Die Prognose spricht von Aufrufen der alten Art.",
				"Mind: the views on {platform} so far are counted by the definition {old}, in the year of the plan {new} holds. The forecast speaks of views of the old kind.",
				[]measure.Source{now.Source}, title, reason.Text("old", m.definitions[0]), reason.Text("new", now.ID)))
		}
	}
	if len(m.definitions) > 0 || m.counted == 0 {
		return
	}
	for _, v := range p.Views {
		if v.From.IsZero() || !measure.DateOf(m.first.UTC()).Before(v.From) || measure.DateOf(m.last.UTC()).Before(v.From) {
			continue
		}
		f.Assumptions = append(f.Assumptions, reason.New("audience.forecast.definition.unknown",
			"Achtung: {platform} zählt seit {from} anders ({what}). Die Aufrufe von davor und danach stehen ohne Angabe der Definition nebeneinander; angenommen ist, dass sie vergleichbar sind.",
			"Mind: {platform} counts differently since {from} ({what}). Views from before and after stand side by side without their definition; they are assumed to be comparable.",
			[]measure.Source{v.Source}, title, reason.Day("from", v.From), reason.Word("what", v.De, v.En)))
	}
}

// firstOf reports whether channel i is the first of the plan on its platform.
func firstOf(p Plan, i int) bool {
	return slices.IndexFunc(p.Channels, func(c PlannedChannel) bool { return c.Platform == p.Channels[i].Platform }) == i
}

func severalPlatforms(p Plan) bool {
	for i := range p.Channels {
		if i > 0 && firstOf(p, i) {
			return true
		}
	}
	return false
}

func percent(e measure.Estimate) measure.Estimate {
	p, _ := e.Scale(100) // shares: finite
	return p
}

func startsBelow(bands []Band, age int) bool {
	for _, b := range bands {
		if b.From() < age {
			return true
		}
	}
	return false
}

// evidence says which inputs are measured, estimated and assumed. Of several
// channels the weakest counts.
func evidence(t *Target, p Plan) reason.Reason {
	var kinds [ViewsInput + 1]measure.Evidence // by input; 0 stands for the residents
	weaken := func(i Input, e measure.Evidence) { kinds[i] = max(kinds[i], e) }
	for _, r := range t.residents {
		weaken(0, r.Evidence())
	}
	for _, c := range p.Channels {
		weaken(ViewsInput, c.Views.evidence)
		for _, b := range t.platform(c.Platform).reachable.Bands {
			weaken(UsersInput, b.People.Evidence())
		}
		weaken(LocalInput, orAssumed(c.Local))
		replays := c.Replays
		if !replays.Known() {
			replays = c.Views.Replays()
		}
		weaken(ReplaysInput, orAssumed(replays))
		if len(c.Viewers) == 0 {
			weaken(ViewersInput, measure.Assumed)
		} else {
			weaken(ViewersInput, measure.Measured)
		}
		if c.Seen == (AccountReach{}) {
			weaken(ShapeInput, orAssumed(p.Shape))
		} else {
			weaken(ShapeInput, measure.Estimated)
		}
	}
	if severalPlatforms(p) {
		weaken(OverlapInput, orAssumed(p.NetShape))
	}
	var de, en [measure.Assumed + 1][]string
	for i, e := range kinds {
		if e != 0 {
			nameDe, nameEn := Input(i).name()
			de[e], en[e] = append(de[e], nameDe), append(en[e], nameEn)
		}
	}
	word := func(name string, e measure.Evidence) reason.Figure {
		if len(de[e]) == 0 {
			return reason.Word(name, "nichts", "nothing")
		}
		return reason.Word(name, strings.Join(de[e], ", "), strings.Join(en[e], ", "))
	}
	return reason.New("audience.forecast.evidence",
		"Gemessen: {measured}. Geschätzt: {estimated}. Angenommen: {assumed}.",
		"Measured: {measured}. Estimated: {estimated}. Assumed: {assumed}.",
		nil, word("measured", measure.Measured), word("estimated", measure.Estimated), word("assumed", measure.Assumed))
}

func orAssumed(e measure.Estimate) measure.Evidence {
	if e.Known() {
		return e.Evidence()
	}
	return measure.Assumed
}
