package germany_test

import (
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Who of the 14- to 19-year-olds of Kassel can be reached on TikTok?
func Example() {
	kassel := must(germany.Town("Kassel", 201_600))
	r := must(germany.UseWithBounds().Reachable(audience.ReachableQuery{
		Place: kassel, Platform: platform.TikTok, Bands: []audience.Band{audience.MustBand("14-19")},
		Frequency: audience.Regularly, Year: 2024,
	}))
	fmt.Println(r.Reason.In(reason.English))
	for _, a := range r.Assumptions {
		fmt.Println("-", a.In(reason.English))
	}
	// Output:
	// 5,000 to 7,500 people of the target group in Kassel use TikTok several times a week: no more can be reached there.
	// - Assumed: the shares of surveys for Germany hold in Kassel as well.
	// - Assumed: Kassel has the age structure of Germany. A table of its own makes the figure more exact, above all in university towns.
	// - Assumed: the figure for 12-19 holds for 14-19 as well.
}

func ExamplePopulation() {
	young := must(germany.Population().People(audience.MustBand("14-19")))
	fmt.Printf("%.0f, %v\n", young.P50(), young.Sources()[0])
	// Output: 4772237, Destatis: Bevölkerung nach Altersjahren, Tabelle 12411-0005, Stand 31.12.2023 (2023)
}

func ExampleInhabitants() {
	_, why := germany.Inhabitants(2026)
	fmt.Println(why.In(reason.English))
	// Output: There is no figure for 2026 here. At the end of 2024, 83,600,000 people lived in Germany (updated from the census of 2022).
}

func ExampleTown() {
	fmt.Println(must(must(germany.Town("Musterhausen", 20_000)).People(audience.MustBand("14-19"))))
	// Output: 980.2 to 1296, middle 1127 (estimated)
}

func ExampleTownTable() {
	town := must(germany.TownTable("Musterhausen", 20_000, []audience.Cell{
		{Band: audience.MustBand("0-17"), People: 3_100}, {Band: audience.MustBand("18-29"), People: 3_900}, {Band: audience.MustBand("30+"), People: 13_000},
	}))
	fmt.Println(must(town.People(audience.MustBand("18-29"))))
	fmt.Println(must(town.People(audience.MustBand("14-19"))))
	// Output:
	// 3900 to 3900, middle 3900 (measured)
	// 1084 to 1434, middle 1247 (estimated)
}

func ExampleUse() {
	p, why, _ := germany.Use().Lookup(audience.UseQuery{
		Platform: platform.TikTok, Band: audience.MustBand("12-19"), Frequency: audience.Regularly, Year: 2022,
	})
	fmt.Println(p.Statement().Source)
	fmt.Println(why.In(reason.German))
	// Output:
	// mpfs: JIM-Studie 2023 (2023)
	// 59 % der Altersgruppe 12-19 nutzen TikTok mehrmals pro Woche. Für 2022 gibt es keine Zahl, die nächste ist von 2023.
}

func ExampleUseWithBounds() {
	_, why, _ := germany.UseWithBounds().Lookup(audience.UseQuery{
		Platform: platform.TikTok, Band: audience.MustBand("30-49"), Frequency: audience.Daily, Year: 2024,
	})
	fmt.Println(why.In(reason.English), why.Sources()[0].Note)
	// Output: 5 to 18% of the age group 30-49 use TikTok daily (2024). derived: bounds from the printed total and bands; assumes that use does not rise with age
}

// What the source of K1 and of C1 say about TikTok users cannot both be right.
func ExampleTikTokClaims() {
	c := germany.TikTokClaims()
	_, conflict := c.Young.Conflict(c.MostlyYoung)
	fmt.Println(conflict)
	// Output: true
}

func ExampleReported() {
	fmt.Println(len(germany.Reported()) > 20, germany.Reported()[0].Kind)
	// Output: true monthly recipients
}

func ExampleReportedFor() {
	a, _ := germany.ReportedFor(platform.TikTok, germany.MonthlyRecipients, "DE", 2023)
	fmt.Println(a.Reason().In(reason.English))
	// Output: TikTok reports 20,900,000 monthly active recipients for Germany (2023): accounts and devices, not people. That is not a reach.
}

func ExampleAccounts() {
	a, _ := germany.ReportedFor(platform.YouTube, germany.MonthlyRecipients, "DE", 2026)
	fmt.Println(a.Count, a.Month, a.Source.Certainty)
	// Output: 88100000 2024 secondary
}

func ExampleFacts() {
	for _, f := range germany.Facts() {
		if f.Topic == germany.OpensPerDay {
			fmt.Println(f.Platform, f.Value, f.Source.Year)
		}
	}
	// Output:
	// tiktok 8 2018
	// tiktok 10 2019
}

func ExampleLookupFact() {
	_, why, _ := germany.LookupFact(germany.FactQuery{
		Topic: germany.NewsOnSocialMedia, Platform: germany.SocialMedia, Band: audience.MustBand("18-24"), Year: 2026,
	})
	fmt.Println(why.In(reason.German))
	// Output: soziale Netzwerke, Anteil, der wöchentlich Nachrichten in sozialen Medien bezieht: 50 % (2025). Für 2026 gibt es keine Zahl.
}

func ExampleRunningAccounts() {
	fmt.Println(len(germany.RunningAccounts()))
	// Output: 19
}

func ExampleRunningOn() {
	r, _ := germany.RunningOn(platform.TikTok, germany.LocalGovernments)
	fmt.Println(r.Reason().In(reason.English))
	_, ok := germany.RunningOn(platform.WhatsApp, germany.LocalGovernments)
	fmt.Println(ok)
	// Output:
	// 57 of 417 cities, districts and municipalities in Germany have an account on TikTok (14%, 2026).
	// false
}

func ExampleRunning() {
	r, _ := germany.RunningOn(platform.X, germany.AllBodies)
	fmt.Println(r.With, r.Of, r.Share())
	// Output: 403 799 50.4 %
}

func ExamplePrior() {
	p := germany.Prior(germany.City)
	fmt.Printf("%.2f %.2f %.2f %v\n", p.MeanLn, p.Between, p.Within, p.Evidence)
	fmt.Println(p.Reason.In(reason.English))
	// Output:
	// 8.16 1.55 1.52 assumed
	// Assumed for a channel without figures of its own: a median of 3,500 views, with a very wide range. Reports give 9,300 on average (10 figures from 3 organisations), but the press shows successes, so the assumption lies below.
}

func ExampleTopic() {
	for _, t := range []germany.Topic{germany.OpensPerDay, germany.NewsOnSocialMedia} {
		fmt.Println(t, t.IsShare())
	}
	// Output:
	// opens per day false
	// news on social media true
}
