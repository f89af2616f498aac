package audience_test

import (
	"fmt"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func ExampleNewBand() {
	fmt.Println(must(audience.NewBand(14, 19)), must(audience.NewBand(70, audience.MaxAge)))
	// Output: 14-19 70+
}

func ExampleParseBand() {
	_, err := audience.ParseBand("young people")
	fmt.Println(err)
	// Output: "young people" cannot be read: want an age band such as 14-19, 70+ or 16, ages from 0 to 120
}

func ExampleMustBand() {
	target := audience.MustBand("14-19")
	fmt.Println(audience.MustBand("14-29").Contains(target), audience.MustBand("16+").Contains(target))
	// Output: true false
}

func ExampleBand() {
	b := audience.MustBand("70+")
	fmt.Println(b.From(), b.Open(), b.Overlaps(audience.MustBand("60-79")))
	// Output: 70 true true
}

func ExampleCheckBands() {
	var l check.List
	audience.CheckBands(&l, "/bands", []audience.Band{audience.MustBand("14-19"), audience.MustBand("18-29")})
	fmt.Println(l.Err())
	// Output: /bands/1: "18-29" contradicts another: want a band that does not overlap 14-19
}

func ExampleNewPlace() {
	_, err := audience.NewPlace("Musterhausen", 1000, []audience.Cell{
		{Band: audience.MustBand("0-17"), People: 160}, {Band: audience.MustBand("18+"), People: 830},
	})
	fmt.Println(err)
	// Output: /inhabitants: 1000 contradicts another: want the sum of the bands, 990
}

func ExamplePlace() {
	// Two bands of a town's own table, and the country's structure to cut one of them.
	country := must(audience.NewPlace("Land", 0, []audience.Cell{
		{Band: audience.MustBand("0-13"), People: 11_162}, {Band: audience.MustBand("14-19"), People: 4_772}, {Band: audience.MustBand("20+"), People: 68_735},
	}))
	town := must(audience.NewPlace("Musterhausen", 10_000, []audience.Cell{
		{Band: audience.MustBand("0-19"), People: 1_700}, {Band: audience.MustBand("20+"), People: 8_300},
	}))
	young := must(town.WithStructure(country).People(audience.MustBand("14-19")))
	fmt.Printf("%.0f (%.0f to %.0f), %v\n", young.P50(), young.P10(), young.P90(), young.Evidence())
	fmt.Println(must(town.People(audience.MustBand("20+"))))
	// Output:
	// 509 (443 to 585), estimated
	// 8300 to 8300, middle 8300 (measured)
}

func ExamplePercent() {
	share := audience.Percent(26)
	lo, _ := share.Lo()
	hi, _ := share.Hi()
	fmt.Println(lo, hi)
	// Output: 0.255 0.265
}

// The city of Kassel gives a penetration: of the age group, more than half.
func ExampleNewPenetration() {
	p, err := audience.NewPenetration(audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand("14-19"), Frequency: audience.Regularly, Base: audience.Residents,
		Share:  must(measure.AtLeast(0.5)),
		Source: measure.Source{Key: "kassel-2024", Title: "Start auf TikTok", Publisher: "Stadt Kassel", Year: 2024, Certainty: measure.Claim},
	})
	s := p.Statement()
	fmt.Println(s.Band, s.Frequency, s.Source, err)
	// Output: 14-19 regularly Stadt Kassel: Start auf TikTok (2024) <nil>
}

// A foundation gives a composition, an article says the opposite.
func ExampleNewComposition() {
	k1 := must(audience.NewComposition(audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand("10-29"), Frequency: audience.Unspecified, Base: audience.Residents,
		Share:  audience.Percent(26),
		Source: measure.Source{Key: "kas", Title: "Wagnis TikTok", Publisher: "Stiftung", Certainty: measure.Claim},
	}))
	c1 := must(audience.NewComposition(audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand("13-29"), Frequency: audience.Monthly, Base: audience.Residents,
		Share:  must(measure.AtLeast(0.5)), // "mostly very young"
		Source: measure.Source{Key: "article", Title: "TikTok neu denken", Publisher: "Verein", Certainty: measure.Claim},
	}))
	why, conflict := k1.Conflict(c1)
	fmt.Println(conflict)
	fmt.Println(why.In(reason.English))
	// Output:
	// true
	// “Stiftung: Wagnis TikTok” speaks of 26% of the users aged 10-29, “Verein: TikTok neu denken” of at least 50% aged 13-29. Both cannot be right; both are shares of the users, not of the age group.
}

func ExampleComposition() {
	land := must(audience.NewPlace("Land", 0, []audience.Cell{{Band: audience.MustBand("10-29"), People: 17_617_970}}))
	k1 := must(audience.NewComposition(audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand("10-29"), Frequency: audience.Monthly, Base: audience.Residents, Share: audience.Percent(26),
	}))
	p := must(k1.Penetration(must(measure.NewInterval(20_000_000, 22_000_000)), land))
	lo, _ := p.Statement().Share.Lo()
	hi, _ := p.Statement().Share.Hi()
	fmt.Printf("26 %% of the users are 10 to 29; of the 10- to 29-year-olds %.0f to %.0f %% are users\n", 100*lo, 100*hi)
	// Output: 26 % of the users are 10 to 29; of the 10- to 29-year-olds 29 to 33 % are users
}

func examplePenetration(band string, f audience.Frequency, percent, year int) audience.Penetration {
	return must(audience.NewPenetration(audience.Statement{
		Platform: platform.TikTok, Band: audience.MustBand(band), Frequency: f, Base: audience.Residents, Share: audience.Percent(percent),
		Source: measure.Source{Key: "survey", Title: "Medienstudie", Publisher: "ARD/ZDF", Year: year, Certainty: measure.Secondary},
	}))
}

func ExamplePenetration() {
	land := must(audience.NewPlace("Land", 0, []audience.Cell{
		{Band: audience.MustBand("14-29"), People: 14_373_184}, {Band: audience.MustBand("30+"), People: 59_134_547},
	}))
	_, conflict := examplePenetration("14-29", audience.Daily, 38, 2024).Conflict(examplePenetration("14+", audience.Weekly, 5, 2024), land)
	fmt.Println("38 % of 14-29 daily and 5 % of 14+ weekly:", conflict)
	// Output: 38 % of 14-29 daily and 5 % of 14+ weekly: true
}

func ExampleNewUseTable() {
	table := must(audience.NewUseTable(examplePenetration("14-29", audience.Weekly, 41, 2023)))
	_, why, ok := table.Lookup(audience.UseQuery{
		Platform: platform.TikTok, Band: audience.MustBand("14-29"), Frequency: audience.Weekly, Year: 2026,
	})
	fmt.Println(ok, why.In(reason.English))
	_, _, ok = table.Lookup(audience.UseQuery{
		Platform: platform.TikTok, Band: audience.MustBand("70+"), Frequency: audience.Weekly, Year: 2026,
	})
	fmt.Println(ok)
	// Output:
	// true 41% of the age group 14-29 use TikTok at least weekly. There is no figure for 2026, the nearest is of 2023.
	// false
}

func ExampleUseTable() {
	land := must(audience.NewPlace("Musterhausen", 0, []audience.Cell{{Band: audience.MustBand("14-29"), People: 9_000}}))
	table := must(audience.NewUseTable(examplePenetration("14-29", audience.Weekly, 41, 2025)))
	r := must(table.Reachable(audience.ReachableQuery{
		Place: land, Platform: platform.TikTok, Bands: []audience.Band{audience.MustBand("14-29")}, Frequency: audience.Weekly, Year: 2025,
	}))
	fmt.Println(r.Reason.In(reason.English))
	// Output: 3,300 to 4,100 people of the target group in Musterhausen use TikTok at least weekly: no more can be reached there.
}

func ExampleNewViewPrior() {
	p, err := audience.NewViewPrior(3_500, 1.5, 1.5, measure.Assumed)
	fmt.Printf("%.2f %v\n", p.MeanLn, err)
	// Output: 8.16 <nil>
}

func ExampleViewPrior() {
	var l check.List
	audience.ViewPrior{MeanLn: 8, Between: 1, Within: -1, Evidence: measure.Assumed}.Check(&l, "/prior")
	fmt.Println(l.Err())
	// Output: /prior/within: -1 is out of range: want a standard deviation of ln(views) above 0
}

// A report gives only its best video: a lower bound, and never a mean.
func ExampleVideo() {
	v := audience.Video{
		Platform:    platform.TikTok,
		PublishedAt: time.Date(2022, 11, 30, 9, 0, 0, 0, time.UTC),
		Views:       must(measure.AtLeast(34_000)), // "over 34,000 views"
		Reach:       must(measure.NewInterval(50_000, 50_000)),
	}
	v.Views = must(measure.NewInterval(34_000, 34_500))
	var l check.List
	v.Check(&l, "/videos/0")
	fmt.Println(l.Err())
	// Output: /videos/0/reach: 50000 contradicts another: want at most as many people as there are views
}

func ExampleStatement() {
	var l check.List
	audience.Statement{Platform: platform.TikTok, Band: audience.MustBand("14-19"), Share: audience.Percent(54)}.Check(&l, "")
	fmt.Println(l.Err())
	// Output:
	// /base: is required: want whom the source asked: residents or internet users
	// /frequency: is required: want what the source means by uses, such as weekly, or unspecified
}

// The bands of ARD/ZDF 2021 for Facebook give back its printed total of 15 %.
func ExampleWeightedTotal() {
	land := must(audience.NewPlace("Land", 0, []audience.Cell{
		{Band: audience.MustBand("14-29"), People: 14_373_184},
		{Band: audience.MustBand("30-49"), People: 21_490_698},
		{Band: audience.MustBand("50-69"), People: 23_953_468},
		{Band: audience.MustBand("70+"), People: 13_690_381},
	}))
	total := must(audience.WeightedTotal(land,
		examplePenetration("14-29", audience.Daily, 17, 2021), examplePenetration("30-49", audience.Daily, 24, 2021),
		examplePenetration("50-69", audience.Daily, 12, 2021), examplePenetration("70+", audience.Daily, 4, 2021)))
	lo, _ := total.Lo()
	hi, _ := total.Hi()
	fmt.Printf("%.1f to %.1f %%\n", 100*lo, 100*hi)
	// Output: 14.5 to 15.5 %
}

func ExampleGap() {
	land := must(audience.NewPlace("Land", 0, []audience.Cell{
		{Band: audience.MustBand("14-29"), People: 14_373_184}, {Band: audience.MustBand("30+"), People: 59_134_547},
	}))
	filled := must(audience.Gap{
		Total:   examplePenetration("14+", audience.Daily, 12, 2024),
		Known:   []audience.Penetration{examplePenetration("14-29", audience.Daily, 38, 2024)},
		Missing: []audience.Band{audience.MustBand("30+")},
	}.Fill(land))
	s := filled[0].Statement()
	lo, _ := s.Share.Lo()
	hi, _ := s.Share.Hi()
	fmt.Printf("%s: %.1f to %.1f %%, %v\n", s.Band, 100*lo, 100*hi, s.Source.Certainty)
	// Output: 30+: 4.9 to 6.4 %, computed
}

func ExampleFrequency() {
	fmt.Println(audience.Daily.Within(audience.Weekly), audience.Weekly.Within(audience.Daily))
	// Output: true false
}
