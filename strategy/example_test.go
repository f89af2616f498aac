package strategy_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// A two-person press office with eight hours a week plans a start on TikTok.
func ExampleAssess() {
	brief := strategy.Brief{
		Name: "Stadt Musterhausen", Body: strategy.CityBody,
		Place:    strategy.Place{Name: "Musterhausen", Inhabitants: new(measure.People(60_000))},
		Audience: strategy.Audience{Bands: []audience.Band{audience.MustBand("14-29")}},
		Topics:   []strategy.Topic{{Name: "Arbeitsmarktintegration", Need: "Arbeit finden"}},
		Channels: []strategy.Channel{{Name: "Wege zum Job", Platform: platform.TikTok, State: portfolio.Planned, VideosPerWeek: new(1.0)}},
		Team:     strategy.Team{HoursPerWeek: new(measure.Hours(8)), HoursPerVideo: new(measure.Hours(4))},
	}
	a, err := strategy.Assess(brief, time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Summary[0].Code(), a.Forecast.Reached.P10() > 100, a.Forecast.Reached.P90() < 9000)
	for _, f := range a.With(strategy.Warning) {
		if f.Family == strategy.NameFamily {
			fmt.Println(f.Path, f.Code)
		}
	}
	fmt.Println(len(a.With(strategy.Ask)) > 10, "questions are open")
	// Output:
	// audience.forecast.reached true true
	// /topics/0/name names.topic
	// true questions are open
}

// A form with mistakes: all of them at once, each with its place.
func ExampleReadBrief() {
	_, err := strategy.ReadBrief(strings.NewReader(`{
		"name": "Stadt Musterhausen",
		"audience": {"bands": ["14-19", "16-25"]},
		"team": {"hoursPerWeek": -8},
		"channels": [{"name": "TikTok", "platform": "Tik Tok"}]
	}`))
	fmt.Println(err)
	// Output:
	// /audience/bands/1: "16-25" contradicts another: want a band that does not overlap 14-19
	// /channels/0/platform: "Tik Tok" cannot be read: want the name of a platform such as tiktok
	// /team/hoursPerWeek: -8 is out of range: want 0 to 168 hours
}

// A brief with nothing but a name gives a list of what to find out.
func ExampleAssessment_With() {
	a, _ := strategy.Assess(strategy.Brief{Name: "Landkreis Beispiel"}, time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC))
	for _, f := range a.With(strategy.Ask)[:3] {
		fmt.Println(f.Reason.In(reason.German))
	}
	// Output:
	// Wozu der Kanal da ist, steht noch nicht fest: informieren, Falschem widersprechen, Haltung zeigen, Personal gewinnen, helfen oder neue Menschen erreichen.
	// Es fehlt ein Satz dazu, was sich durch den Kanal draußen ändern soll.
	// Woran man die Veränderung sieht, steht nicht fest.
}

func ExampleCompare() {
	brief := strategy.Brief{Name: "Stadt Musterhausen", GuardRails: strategy.GuardRails{Imprint: measure.No}}
	mended := brief
	mended.GuardRails.Imprint = measure.Yes
	c, err := strategy.Compare([]strategy.Variant{{Name: "heute", Brief: brief}, {Name: "mit Impressum", Brief: mended}}, time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range c.Differences {
		fmt.Println(d.Settled, d.Reasons[0].In(reason.English))
	}
	// Output: [law.imprint /guardRails/imprint] “mit Impressum” settles 1 finding and brings 0 new ones, compared with “heute”.
}

func ExampleRules() {
	families := map[strategy.Family]int{}
	for _, r := range strategy.Rules() {
		families[r.Family]++
	}
	fmt.Println(families[strategy.NameFamily], "rules on names, the first:", strategy.Rules()[0].Code)
	// Output: 2 rules on names, the first: goal.kind
}

func ExampleRule_Remedy() {
	for _, r := range strategy.Rules() {
		if r.Code == "feed.counts" {
			fmt.Println(r.Remedy().In(reason.English))
			fmt.Println(r.Sources[0])
		}
	}
	// Output:
	// Look at views, watch time and likes first, at followers after that.
	// Amtshelden: Wie Behörden TikTok nutzen
}

func ExampleExpectComments() {
	views, _ := measure.NewEstimate(800, 4900, 30_000, measure.Estimated)
	load, _ := strategy.ExpectComments(views)
	fmt.Println(load.Reasons[0].In(reason.English))
	// Output: 4,900 views bring 5 comments and 0.2 hours of work as a median; in eight cases out of ten it is 0 to 45 comments and 0 to 1.8 hours.
}

// A video on parking fees: for three hours most comments are critical, and the
// views rise with them.
func ExampleThread_Judge() {
	var t strategy.Thread
	for range 21 {
		t.Hours = append(t.Hours, strategy.Hour{Views: 120, Comments: 6, Critical: 1})
	}
	for range 3 {
		t.Hours = append(t.Hours, strategy.Hour{Views: 900, Comments: 40, Critical: 31})
	}
	a, err := t.Judge()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Level)
	fmt.Println(a.Reasons[0].In(reason.English))
	// Output:
	// spiral
	// Critical comments recently: 93 of 120 in 3 hours, before that 21 of 126 in 21 hours.
}

func ExampleWithPlatforms() {
	set, _ := platform.Known().With(platform.Profile{Name: "mastodon", Title: "Mastodon", Feed: platform.Following})
	brief := strategy.Brief{Name: "Stadt Musterhausen", Channels: []strategy.Channel{{Name: "Wohnen & Umzug", Platform: "mastodon"}}}
	day := time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)
	_, err := strategy.Assess(brief, day)
	fmt.Println(err)
	_, err = strategy.Assess(brief, day, strategy.WithPlatforms(set))
	fmt.Println(err)
	// Output:
	// /channels/0/platform: "mastodon" is not known: want one of facebook, instagram, linkedin, snapchat, threads, tiktok, whatsapp, x, youtube, or one added with WithPlatforms
	// <nil>
}
