package audience_test

import (
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// kassel is a town of 200,000 that wants to reach its 14- to 19-year-olds. The
// table and the figures of use are rounded; package germany has the sourced ones.
func kassel(platforms ...platform.Name) audience.Target {
	bands := []string{"0-13", "14-19", "20-29", "30-49", "50+"}
	people := []measure.People{26_000, 11_300, 31_000, 53_000, 78_700}
	percent := map[platform.Name][]int{platform.TikTok: {0, 55, 35, 12, 4}, platform.Instagram: {0, 75, 70, 40, 15}}
	var cells []audience.Cell
	var figures []audience.Penetration
	for i, b := range bands {
		cells = append(cells, audience.Cell{Band: audience.MustBand(b), People: people[i]})
		for _, name := range platforms {
			if i > 0 { // nobody publishes how many children use them
				figures = append(figures, must(audience.NewPenetration(audience.Statement{
					Platform: name, Band: audience.MustBand(b), Frequency: audience.Regularly, Base: audience.Residents,
					Share: audience.Percent(percent[name][i]), Sample: 400, Source: measure.Source{Key: "survey", Title: "Survey", Year: 2024},
				})))
			}
		}
	}
	return must(audience.NewTarget(audience.TargetQuery{
		Place: must(audience.NewPlace("Kassel", 200_000, cells)), Bands: []audience.Band{audience.MustBand("14-19")},
		Platforms: platforms, Use: must(audience.NewUseTable(figures...)), Frequency: audience.Regularly, Year: 2024,
	}))
}

func unproven() audience.ViewModel {
	prior := must(audience.NewViewPrior(3500, 1.55, 1.52, measure.Assumed))
	return must(audience.NewViewModel(prior, nil, audience.ViewOptions{}))
}

// A city starts on TikTok with two videos a week and no history.
func ExampleTarget_Forecast() {
	f := must(kassel(platform.TikTok).Forecast(audience.Plan{
		Weeks:    26,
		Channels: []audience.PlannedChannel{{Platform: platform.TikTok, Views: unproven(), VideosPerWeek: 2, LocationTag: true}},
	}))
	for _, r := range f.Reasons {
		fmt.Println(r.In(reason.English))
	}
	for _, c := range f.Contributions[:3] {
		fmt.Println(c.Input, c.Share)
	}
	// Output:
	// The plan (52 videos in 26 weeks) reaches 800 to 6,000 people of the target group in Kassel at least once, of about 11,000.
	// Left out are 4,600 to 5,600 because they use none of the platforms, and 200 to 5,400 although they use one.
	// TikTok delivers by interest: the forecast rests on the views of the videos, not on followers.
	// Find out first: how many views the videos on TikTok get (the first own videos). On this alone depends whether it is 1,200 or 5,800 people (67% of the uncertainty).
	// Measured: residents by age. Estimated: use of the platforms in the place. Assumed: share of views from the place, age of the viewers, how unequally people see the channel, views per person and video, views of the videos.
	// views 67.5 %
	// exposure shape 15.4 %
	// local share 12.8 %
}

// Two platforms reach more people together, but not the sum.
func ExampleForecast() {
	f := must(kassel(platform.TikTok, platform.Instagram).Forecast(audience.Plan{
		Weeks: 26,
		Channels: []audience.PlannedChannel{
			{Platform: platform.TikTok, Views: unproven(), VideosPerWeek: 2, LocationTag: true},
			{Platform: platform.Instagram, Views: unproven(), VideosPerWeek: 1, LocationTag: true},
		},
	}))
	for _, r := range f.Reasons[:3] {
		fmt.Println(r.In(reason.German))
	}
	for _, c := range f.Channels {
		fmt.Printf("%s %.0f\n", c.Platform, c.Reached.P50())
	}
	fmt.Printf("net %.0f\n", f.Reached.P50())
	// Output:
	// Der Plan (78 Videos in 26 Wochen) erreicht in Kassel 2.400 bis 8.300 Menschen der Zielgruppe mindestens einmal, von rund 11.000.
	// Nicht erreicht werden 1.700 bis 2.600, weil sie keine der Plattformen nutzen, und 800 bis 6.900, obwohl sie eine nutzen.
	// Die Kanäle zusammengezählt ergäben 2.600 bis 12.500. Viele Menschen sind aber auf mehreren Plattformen und zählen nur einmal; sicher ist in der Mitte der Annahmen nur: zwischen 4.600 und 8.000.
	// tiktok 4191
	// instagram 2869
	// net 5905
}

// A figure that is missing is named, not made up, and a plan that would need
// it is refused.
func ExampleTarget() {
	t := kassel(platform.TikTok)
	fmt.Println(t.Bands(), t.Unknown(platform.TikTok), t.Unknown(platform.Snapchat))
	r, _ := t.Reachable(platform.TikTok)
	fmt.Println(r.Reason.In(reason.English))
	_, err := t.Forecast(audience.Plan{Weeks: 4, Channels: []audience.PlannedChannel{{Platform: platform.Snapchat, Views: unproven(), VideosPerWeek: 1}}})
	fmt.Println(err)
	// Output:
	// [14-19] [] [14-19]
	// 5,700 to 6,700 people of the target group in Kassel use TikTok several times a week: no more can be reached there.
	// /channels/0/platform: "snapchat" is not known: want one of the platforms of the target
}

func kasselPlan() audience.Plan {
	return audience.Plan{Weeks: 26, Channels: []audience.PlannedChannel{
		{Platform: platform.TikTok, Views: unproven(), VideosPerWeek: 1, LocationTag: true},
		{Platform: platform.Instagram, Views: unproven(), VideosPerWeek: 1, LocationTag: true},
	}}
}

// How far do more videos get us, and how many would it take?
func ExampleTarget_Curve() {
	t, p := kassel(platform.TikTok, platform.Instagram), kasselPlan()
	p.Channels = p.Channels[:1]
	for i, e := range must(t.Curve(p, 0, []int{13, 26, 52, 104})) {
		fmt.Printf("%d videos: %.0f to %.0f\n", 13<<i, e.P10(), e.P90())
	}
	fmt.Println(must(t.VideosFor(p, 0, 3000, .5)), "videos for 3,000 people with an even chance")
	// Output:
	// 13 videos: 153 to 5486
	// 26 videos: 353 to 5748
	// 52 videos: 799 to 5987
	// 104 videos: 1514 to 6203
	// 21 videos for 3,000 people with an even chance
}

// What does a second platform bring?
func ExampleTarget_Gain() {
	t, both := kassel(platform.TikTok, platform.Instagram), kasselPlan()
	one := both
	one.Channels = both.Channels[:1]
	gain := must(t.Gain(one, both))
	fmt.Printf("%.0f to %.0f more people, middle %.0f\n", gain.P10(), gain.P90(), gain.P50())
	for _, i := range must(t.Increments(both)) {
		fmt.Printf("%s: only there %.0f, fair share %.0f\n", i.Name, i.Unique, i.Shapley)
	}
	// Output:
	// 120 to 4704 more people, middle 1824
	// tiktok: only there 1988, fair share 2822
	// instagram: only there 1826, fair share 2659
}

func ExampleExposureShape() {
	fmt.Println(audience.ExposureShape())
	// Output: 0.25 to 1.5, middle 0.6 (assumed)
}
