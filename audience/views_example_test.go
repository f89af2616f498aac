package audience_test

import (
	"fmt"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// youthOffice is an invented channel of a youth office: one video a week, one
// of them a hit.
func youthOffice() []audience.Video {
	start := time.Date(2024, 3, 4, 16, 0, 0, 0, time.UTC)
	var videos []audience.Video
	for i, n := range []float64{640, 1200, 850, 31000, 2100, 1700, 980, 2600} {
		views, _ := measure.NewInterval(n, n)
		videos = append(videos, audience.Video{Platform: platform.TikTok, PublishedAt: start.AddDate(0, 0, 7*i), Views: views})
	}
	return videos
}

func townPrior() audience.ViewPrior {
	p, err := audience.NewViewPrior(3000, 1.2, 1.5, measure.Assumed)
	if err != nil {
		panic(err)
	}
	return p
}

// What will the next video get, and the next ten together? The hit of 31,000
// is neither thrown away nor taken for the rule.
func ExampleNewViewModel() {
	m, err := audience.NewViewModel(townPrior(), youthOffice(), audience.ViewOptions{})
	if err != nil {
		panic(err)
	}
	fmt.Println(m.Reasons()[0].In(reason.English))
	ten := m.Total(10)
	fmt.Printf("ten videos: %.0f to %.0f, middle %.0f\n", ten.P10(), ten.P90(), ten.P50())
	p, _ := m.Passes(10000)
	fmt.Printf("the next one passes 10,000 with probability %.0f %%\n", 100*p)
	// Output:
	// From 8 videos of the channel: the next video gets 466 to 9,191 views, in four of five cases.
	// ten videos: 12951 to 137892, middle 37056
	// the next one passes 10,000 with probability 9 %
}

// An association's strongest video had over 34,000 views. That is a maximum
// of its 40 videos and says little about an ordinary one.
func ExampleViewReport() {
	over, _ := measure.AtLeast(34000)
	m, err := audience.NewViewModel(townPrior(), nil, audience.ViewOptions{
		Reports: []audience.ViewReport{{Kind: audience.BestVideo, Views: over, Videos: 40}},
	})
	if err != nil {
		panic(err)
	}
	next := m.Next()
	fmt.Printf("next video: %.0f to %.0f, middle %.0f\n", next.P10(), next.P90(), next.P50())
	for _, r := range m.Reasons() {
		fmt.Println(r.In(reason.German))
	}
	// Output:
	// next video: 390 to 84807, middle 4952
	// Ohne eigene Videos mit Aufrufzahlen gilt, was von vergleichbaren Kanälen bekannt ist: das nächste Video erreicht 390 bis 84.807 Aufrufe.
	// 1 Meldung ist als das eingerechnet, was sie ist: das beste Video als Höchstwert, eine Summe als Summe, „über“ als Untergrenze.
}

// A week after publication a video has about 55 % of what it will have.
func ExampleAccrued() {
	share, ok := audience.Accrued(7)
	fmt.Printf("%.2f %v\n", share, ok)
	_, ok = audience.Accrued(.2)
	fmt.Println(ok)
	// Output:
	// 0.55 true
	// false
}

// A new presenter came in week five. Did it get better?
func ExampleCompareViews() {
	c, err := audience.CompareViews(youthOffice(), time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC), audience.ViewOptions{})
	if err != nil {
		panic(err)
	}
	fmt.Println(c.Change)
	for _, r := range c.Reasons {
		fmt.Println(r.In(reason.English))
	}
	// Output:
	// unclear
	// A typical video of the second period has 0.3 to 2.3 times the views of one of the first (4 against 4 videos).
	// That may be chance: a channel that only goes up and down as usual shows such a difference in 81% of cases.
}

func ExampleAssociations() {
	videos := youthOffice()
	for i, seconds := range []float64{6, 9, 7, 14, 9.5, 8, 6.5, 11} {
		videos[i].AverageWatch, _ = measure.NewInterval(seconds, seconds)
	}
	for _, a := range audience.Associations(videos) {
		fmt.Println(a.Reason.In(reason.German))
	}
	// Output:
	// Videos, die länger angesehen werden, haben in diesem Kanal auch mehr Aufrufe (Rangkorrelation 0,85 bis 0,99, 8 Videos). Das ist ein Zusammenhang, keine Ursache.
}

// A channel is better known by its own videos than by what others report.
func ExampleViewModel() {
	m, err := audience.NewViewModel(townPrior(), youthOffice(), audience.ViewOptions{})
	if err != nil {
		panic(err)
	}
	p, _ := m.Passes(5000)
	fmt.Println(m.Counted(), "videos; next one:", m.Next(), "- over 5,000 with probability", p)
	// Output:
	// 8 videos; next one: 465.7 to 9191, middle 1905 (estimated) - over 5,000 with probability 21 %
}
