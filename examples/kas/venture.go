package main

import (
	"slices"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// special is what the JSON has beside the assessment.
type special struct {
	Venture []reason.Reason      `json:"venture"`
	Claim   []reason.Reason      `json:"claim"`
	Young   audience.Composition `json:"young"` // as the foundation says it
	// YoungUse is what it comes to as a share of the age group, with the users
	// that civil society names.
	YoungUse audience.Penetration `json:"youngUse"`
}

// venture says what the foundation dares, on which terms, and what its figure
// of 26 % does and does not say.
func venture(p *onepage.Page, all []onepage.Result) (any, error) {
	r := all[0]
	s := special{Young: germany.TikTokClaims().Young}
	s.Venture = terms(r.Brief, r.Assessment)
	p.Heading("Das Wagnis und seine Leitplanken", "The venture and its guard rails")
	p.Reasons(s.Venture...)
	p.Finding(r.Assessment, "rails.topicality")

	var err error
	if s.YoungUse, err = asPenetration(s.Young); err != nil {
		return nil, err
	}
	s.Claim = append(figureOf(s.Young, s.YoungUse, r.Assessment), r.Assessment.Conflicts...)
	p.Heading("Ein Anteil an den Nutzenden ist kein Anteil an den Jungen", "A share of the users is no share of the young")
	p.Reasons(s.Claim...)
	return s, nil
}

// terms of the pilot, from the brief: ads, topics, peers, reviews, exit, field.
func terms(b strategy.Brief, a strategy.Assessment) []reason.Reason {
	var list []reason.Reason
	say := func(code, de, en string, figures ...reason.Figure) {
		list = append(list, reason.New("kas."+code, de, en, nil, figures...))
	}
	if slices.Contains(b.Goal.Kinds, strategy.DemocraticCounterweight) {
		say("counterweight",
			"Gegengewicht: Das Feld bleibt nicht denen überlassen, die gegen die Demokratie arbeiten. Anders als ein Informationskanal wirbt dieser für Werte.",
			"Counterweight: the field is not left to those who work against democracy. Unlike a channel that informs, this one stands up for values.")
	}
	rails := b.GuardRails
	if rails.PaidAds == measure.No {
		say("ads", "Keine bezahlte Werbung: Was der Kanal erreicht, erreichen seine Videos allein.",
			"No paid ads: whatever the channel reaches, its videos reach alone.")
	}
	if rails.TopicsAgreed == measure.Yes {
		say("topics", "{topics:Themenfeld ist|Themenfelder sind} im Haus abgestimmt, mehr werden es nicht.",
			"{topics:topic area is|topic areas are} agreed on in the house, and no more will be.", reason.Count("topics", int64(len(b.Topics))))
	}
	if rails.PeerExchange == measure.Yes {
		say("peers", "Mit befreundeten Häusern werden Erfahrungen ausgetauscht: Stunden, Fehler, Reaktionen.",
			"Experience is exchanged with friendly bodies: hours, mistakes, reactions.")
	}
	if reviews := ahead(rails.ReviewDates, a.AsOf); len(reviews) > 0 {
		say("pilot", "Ein Versuch mit {reviews:Bilanz|Bilanzen}, der ersten am {first}, und {exits:Kriterium|Kriterien} für das Ende.",
			"A trial with {reviews:review|reviews}, the first on {first}, and {exits:criterion|criteria} for its end.",
			reason.Count("reviews", int64(len(reviews))), reason.Day("first", reviews[0]), reason.Count("exits", int64(len(rails.ExitCriteria))))
	}
	return list
}

// ahead returns the days that are still to come, in order.
func ahead(days []measure.Date, today measure.Date) []measure.Date {
	var list []measure.Date
	for _, d := range days {
		if !d.Before(today) {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, measure.Date.Compare)
	return list
}

// users of TikTok in Germany, as the article on civil society gives them (statement C1).
const users = 21_000_000

// asPenetration turns the share of the users into a share of the age group.
func asPenetration(young audience.Composition) (audience.Penetration, error) {
	about, err := measure.NewInterval(users, users)
	if err != nil {
		return audience.Penetration{}, err
	}
	return young.Penetration(about, germany.Population())
}

// figureOf says what the claim means: it is a share of the users; of the age
// group it is another number, and a smaller one than surveys find.
func figureOf(young audience.Composition, use audience.Penetration, a strategy.Assessment) []reason.Reason {
	of, group := middle(young.Statement().Share), middle(use.Statement().Share)
	b := young.Statement().Band
	from, to := reason.Count("from", int64(b.From())), reason.Count("to", int64(b.To()))
	list := []reason.Reason{
		reason.New("kas.composition",
			"Rund {share} der Nutzenden von TikTok sind {from} bis {to} Jahre alt: Das sagt, wer dort ist, und nicht, wie viele der Jungen dort sind.",
			"About {share} of TikTok's users are aged {from} to {to}: that says who is there, not how many of the young are there.",
			[]measure.Source{young.Statement().Source}, reason.Share("share", of), from, to),
		reason.New("kas.penetration",
			"Bei {users} Nutzenden wären es {share} aller Menschen von {from} bis {to} Jahren; die übrigen {rest} der Nutzenden wären älter oder jünger.",
			"With {users} users that would be {share} of all people aged {from} to {to}; the other {rest} of the users would be older or younger.",
			[]measure.Source{use.Statement().Source}, reason.Count("users", users), reason.Share("share", group), from, to, reason.Share("rest", 1-of)),
	}
	for _, r := range a.Reachable {
		if r.Platform != platform.TikTok || !r.People.Known() || a.Forecast == nil || a.Forecast.Residents.P50() <= 0 {
			continue
		}
		share := r.People.P50() / a.Forecast.Residents.P50()
		bands := r.Bands
		de, en := "Umfragen finden mehr: {survey} der Zielgruppe von {from} bis {to} Jahren nutzen TikTok wenigstens wöchentlich. Für das Ziel zählt dieser Anteil.",
			"Surveys find more: {survey} of the target group aged {from} to {to} use TikTok at least weekly. That share is the one that counts for the goal."
		if share <= float64(group) {
			de = "Umfragen finden: {survey} der Zielgruppe von {from} bis {to} Jahren nutzen TikTok wenigstens wöchentlich. Für das Ziel zählt dieser Anteil."
			en = "Surveys find: {survey} of the target group aged {from} to {to} use TikTok at least weekly. That share is the one that counts for the goal."
		}
		list = append(list, reason.New("kas.survey", de, en, r.People.Sources(), reason.Share("survey", measure.Share(share)),
			reason.Count("from", int64(bands[0].Band.From())), reason.Count("to", int64(bands[len(bands)-1].Band.To()))))
	}
	if opens, ok := opens(); ok {
		list = append(list, opens)
	}
	return list
}

// opens says how often users open the platform, by all the figures there are.
func opens() (reason.Reason, bool) {
	var least, most germany.Fact
	for _, f := range germany.Facts() {
		if f.Topic != germany.OpensPerDay || f.Platform != platform.TikTok {
			continue
		}
		if least.Value == 0 || f.Value < least.Value {
			least = f
		}
		if f.Value > most.Value {
			most = f
		}
	}
	return reason.New("kas.opens",
		"Wer TikTok nutzt, öffnet es {least} bis {most} Mal am Tag; die Zahlen sind von {from} und {to}.",
		"Users open TikTok {least} to {most} times a day; the figures are of {from} and {to}.",
		[]measure.Source{least.Source, most.Source}, reason.Number("least", least.Value, 0), reason.Number("most", most.Value, 0),
		reason.Year("from", least.Source.Year), reason.Year("to", most.Source.Year)), most.Value > 0
}

// middle of a range of shares.
func middle(i measure.Interval) measure.Share {
	lo, _ := i.Lo()
	hi, ok := i.Hi()
	if !ok {
		hi = 1
	}
	return measure.Share((lo + hi) / 2)
}
