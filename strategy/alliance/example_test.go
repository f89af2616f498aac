package alliance_test

import (
	"cmp"
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/alliance"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// twelve welfare carriers of one city, each with four hours a week.
func twelve() alliance.Question {
	place, err := germany.Town("Musterstadt", 250_000)
	if err != nil {
		panic(err)
	}
	target, err := audience.NewTarget(audience.TargetQuery{
		Place: place, Bands: []audience.Band{audience.MustBand("14-29")}, Platforms: []platform.Name{platform.TikTok},
		Use: germany.UseWithBounds(), Frequency: audience.Weekly, Year: 2026,
	})
	if err != nil {
		panic(err)
	}
	q := alliance.Question{Platform: platform.TikTok, Target: target, Prior: germany.Prior(germany.Welfare)}
	for i := range 12 {
		q.Carriers = append(q.Carriers, alliance.Carrier{Name: fmt.Sprintf("Träger %d", i+1), Hours: 4})
	}
	return q
}

func ExampleWeigh() {
	a, err := alliance.Weigh(twelve())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range a.Reasons[:2] {
		fmt.Println(r.In(reason.English))
	}
	fmt.Println(len(a.Best.Carriers), "of 12 together reach most")
	// Output:
	// The shared channel keeps a video a week in 99.8% of the weeks; alone, the best of the 12 manages it in 1.6%.
	// The chance of 26 weeks without a gap is 95% together and under 0.1% for the best alone.
	// 12 of 12 together reach most
}

func ExampleRotate() {
	r, err := alliance.Rotate([]alliance.Carrier{
		{Name: "Diakonie", Hours: 4, Format: "Stellenbörse der Woche"},
		{Name: "Caritas", Hours: 2, Format: "Frag die Beratung"},
		{Name: "AWO", Hours: 6},
	}, 0.5, 12)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range r.Slots {
		fmt.Print(cmp.Or(name, "-"), " ")
	}
	fmt.Println()
	// Output: - Diakonie - Diakonie - Caritas - Diakonie - Diakonie - Caritas
}

func ExampleQuestion_Without() {
	q := twelve()
	q.Carriers[0].Hours, q.Carriers[0].Does = 12, []string{"Schnitt"}
	for i := range q.Carriers[1:] {
		q.Carriers[i+1].Does = []string{"Dreh"}
	}
	d, err := q.Without("Träger 1")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range d.Reasons[1:] {
		fmt.Println(r.In(reason.German))
	}
	// Output: Schnitt kann dann niemand mehr. Klären Sie das, bevor Träger 1 geht.
}

func ExampleOverhead() {
	fmt.Println(alliance.DefaultOverhead().Hours(12), "hours a week for twelve")
	// Output: 7 hours a week for twelve
}

func ExampleSide_Score() {
	a, err := alliance.Weigh(twelve())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("together %.0f, alone %.0f of 100; together %s\n", a.Together.Score(), a.Alone[0].Score(), a.Together.Rhythm)
	// Output: together 100, alone 2 of 100; together 2 a week
}
