package audience_test

import (
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// kassel is a town of 200,000 that wants to reach its 14- to 19-year-olds.
func kassel(platforms ...platform.Name) audience.Target {
	return must(audience.NewTarget(audience.TargetQuery{
		Place:     must(germany.Town("Kassel", 200_000)),
		Bands:     []audience.Band{audience.MustBand("14-19")},
		Platforms: platforms,
		Use:       germany.UseWithBounds(),
		Frequency: audience.Regularly,
		Year:      2024,
	}))
}

func unproven() audience.ViewModel {
	return must(audience.NewViewModel(germany.Prior(germany.City), nil, audience.ViewOptions{}))
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
	// The plan (52 videos in 26 weeks) reaches 1,000 to 6,100 people of the target group in Kassel at least once, of about 11,000.
	// Left out are 4,800 to 5,500 because they use none of the platforms, and 200 to 5,300 although they use one.
	// TikTok delivers by interest: the forecast rests on the views of the videos, not on followers.
	// Find out first: how many views the videos on TikTok get (the first own videos). On this alone depends whether it is 1,000 or 5,700 people (64% of the uncertainty).
	// views 64.3 %
	// exposure shape 13.8 %
	// local share 12.6 %
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
	// Der Plan (78 Videos in 26 Wochen) erreicht in Kassel 2.300 bis 8.700 Menschen der Zielgruppe mindestens einmal, von rund 11.000.
	// Nicht erreicht werden 2.500 bis 3.300, weil sie keine der Plattformen nutzen, und 600 bis 5.800, obwohl sie eine nutzen.
	// Die Kanäle zusammengezählt ergäben 2.500 bis 11.800. Viele Menschen sind aber auf mehreren Plattformen und zählen nur einmal; sicher ist in der Mitte der Annahmen nur: zwischen 4.400 und 7.400.
	// tiktok 3861
	// instagram 2320
	// net 5439
}

// A figure that is missing is named, not made up: nobody publishes how many
// children use TikTok.
func ExampleNewTarget() {
	t := must(audience.NewTarget(audience.TargetQuery{
		Place: must(germany.Town("Kassel", 200_000)), Bands: []audience.Band{audience.MustBand("6-11"), audience.MustBand("14-19")},
		Platforms: []platform.Name{platform.TikTok}, Use: germany.UseWithBounds(), Frequency: audience.Regularly, Year: 2024,
	}))
	fmt.Println(t.Bands(), t.Unknown(platform.TikTok))
	// Output:
	// [6-11 14-19] [6-11]
}
