package audience

import (
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
	f.Reasons = append(f.Reasons, evidence(t, p))
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

// name of an input in a list; 0 is the residents.
func (i Input) name() (de, en string) {
	switch i {
	case 0:
		return "Bevölkerung nach Alter", "residents by age"
	case LocalInput:
		return "Anteil der Aufrufe aus dem Ort", "share of views from the place"
	case ViewersInput:
		return "Alter der Zuschauenden", "age of the viewers"
	case ShapeInput:
		return "wie ungleich oft Menschen den Kanal sehen", "how unequally people see the channel"
	case UsersInput:
		return "Nutzung der Plattformen im Ort", "use of the platforms in the place"
	case ReplaysInput:
		return "Aufrufe je Person und Video", "views per person and video"
	case OverlapInput:
		return "Überschneidung der Plattformen", "overlap of the platforms"
	default:
		return "Aufrufe der Videos", "views of the videos"
	}
}
