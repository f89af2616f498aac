package audience

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain writes the sentences of the answer and lists what had to be assumed.
func (f *Forecast) explain(t *Target, p Plan) {
	say := func(list *[]reason.Reason, code, de, en string, sources []measure.Source, figures ...reason.Figure) {
		*list = append(*list, reason.New("audience.forecast."+code, de, en, sources, figures...))
	}
	people := func(name string, x measure.Estimate) reason.Figure {
		return reason.Range(name, x, roundingOf(x.P50()))
	}
	var videos int64
	for _, c := range f.Channels {
		videos += int64(c.Videos)
	}
	say(&f.Reasons, "reached",
		"Der Plan ({videos:Video|Videos} in {weeks:Woche|Wochen}) erreicht in {place} {reached} Menschen der Zielgruppe mindestens einmal, von rund {residents}.",
		"The plan ({videos:video|videos} in {weeks:week|weeks}) reaches {reached} people of the target group in {place} at least once, of about {residents}.",
		nil, reason.Count("videos", videos), reason.Count("weeks", int64(p.Weeks)), reason.Text("place", f.Place),
		people("reached", f.Reached), reason.Number("residents", f.Residents.P50(), roundingOf(f.Residents.P50())))
	say(&f.Reasons, "left-out",
		"Nicht erreicht werden {outside}, weil sie keine der Plattformen nutzen, und {missed}, obwohl sie eine nutzen.",
		"Left out are {outside} because they use none of the platforms, and {missed} although they use one.",
		nil, people("outside", f.NotOnPlatforms), people("missed", f.NotReached))
	if len(f.Channels) > 1 {
		lo, _ := f.Bounds.Lo()
		hi, _ := f.Bounds.Hi()
		say(&f.Reasons, "net",
			"Die Kanäle zusammengezählt ergäben {gross}. Viele Menschen sind aber auf mehreren Plattformen und zählen nur einmal; sicher ist in der Mitte der Annahmen nur: zwischen {lo} und {hi}.",
			"Added up the channels would give {gross}. But many people are on several platforms and count only once; with the other assumptions in the middle all that is certain is: between {lo} and {hi}.",
			nil, people("gross", f.Gross), reason.Number("lo", lo, roundingOf(lo)), reason.Number("hi", hi, roundingOf(hi)))
	}
	for i, c := range f.Channels {
		if firstOf(p, i) {
			f.explainFeed(t.platform(c.Platform))
		}
	}
	if len(f.Contributions) > 0 && f.Contributions[0].Share > 0 {
		first := f.Contributions[0]
		lo, _ := first.Reached.Lo()
		hi, _ := first.Reached.Hi()
		title := ""
		if known := t.platform(first.Platform); known != nil {
			title = known.profile.Title
		}
		de, en := first.Input.clear(title)
		say(&f.Reasons, "find-out-first",
			"Zuerst zu klären: {what}. Allein davon hängt ab, ob es {lo} oder {hi} Menschen werden ({share} der Unsicherheit).",
			"Find out first: {what}. On this alone depends whether it is {lo} or {hi} people ({share} of the uncertainty).",
			nil, reason.Word("what", de, en), reason.Number("lo", lo, roundingOf(lo)), reason.Number("hi", hi, roundingOf(hi)), reason.Share("share", first.Share))
	}
	f.assume(t, p)
}

// explainFeed says how the platform delivers and what that means for the plan.
func (f *Forecast) explainFeed(known *targetPlatform) {
	title := reason.Text("platform", known.profile.Title)
	sources := []measure.Source{known.profile.FeedSource}
	switch known.profile.Feed {
	case platform.Interest:
		f.Reasons = append(f.Reasons, reason.New("audience.forecast.feed.interest",
			"{platform} verteilt nach Interesse: Gerechnet wird mit den Aufrufen der Videos, nicht mit Followern.",
			"{platform} delivers by interest: the forecast rests on the views of the videos, not on followers.", sources, title))
	case platform.Following:
		f.Reasons = append(f.Reasons, reason.New("audience.forecast.feed.following",
			"{platform} verteilt vor allem an Follower: Die Reichweite bleibt stärker auf die begrenzt, die dem Kanal folgen und oft aus dem Ort sind.",
			"{platform} delivers above all to followers: reach stays more with those who follow the channel and often live in the place.", sources, title))
	case platform.Messaging:
		f.Reasons = append(f.Reasons, reason.New("audience.forecast.feed.messaging",
			"{platform} erreicht nur, wer den Kanal abonniert hat.",
			"{platform} reaches only those who subscribed to the channel.", sources, title))
	default:
		f.Assumptions = append(f.Assumptions, reason.New("audience.forecast.feed.unknown",
			"Wie {platform} Videos verteilt, ist nicht belegt; angenommen wird: nach Interesse.",
			"How {platform} delivers videos is not on record; assumed is: by interest.", nil, title))
	}
}

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

// clear says what to find out about an input.
func (i Input) clear(title string) (de, en string) {
	switch i {
	case LocalInput:
		return "welcher Teil der Aufrufe aus dem Ort kommt (Städteliste des Kontos)", "which part of the views comes from the place (the account's list of cities)"
	case ViewersInput:
		return "wie alt die Zuschauerinnen und Zuschauer sind (Altersstatistik des Kontos)", "how old the viewers are (the account's statistics of age)"
	case ShapeInput:
		return "ob wenige viel oder viele wenig sehen (Reichweite des Kontos über mehrere Wochen)", "whether a few see much or many see a little (the account's reach over several weeks)"
	case UsersInput:
		return "wie viele der Zielgruppe die Plattformen nutzen (eine Befragung im Ort)", "how many of the target group use the platforms (a survey in the place)"
	case ReplaysInput:
		return "wie oft eine Person ein Video ansieht (Reichweite neben den Aufrufen)", "how often one person watches a video (reach beside views)"
	case OverlapInput:
		return "wie viele auf mehreren der Plattformen sind", "how many are on several of the platforms"
	default:
		return "wie viele Aufrufe die Videos auf " + title + " bekommen (die ersten eigenen Videos)", "how many views the videos on " + title + " get (the first own videos)"
	}
}
