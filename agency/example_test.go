package agency_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// district is a district administration with a little time and money.
func district() agency.Case {
	return agency.Case{
		Organisation: agency.Organisation{
			HoursPerWeek: mcda.Exactly(8), Publishers: mcda.Exactly(2), ApprovalDays: mcda.Exactly(2), Budget: mcda.Exactly(45_000),
			Skills: map[agency.Task]agency.Skill{
				agency.Script: agency.Working, agency.Film: agency.Basic, agency.Edit: agency.Basic,
				agency.Publish: agency.Working, agency.Community: agency.Able,
			},
		},
		Need: agency.Need{VideosPerWeek: 1, AsOf: measure.MustDate("2026-11-21"), HorizonMonths: 12},
	}
}

func ExampleDecide() {
	d, err := agency.Decide(district())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Verdict, "-", d.Recommended)
	for _, o := range d.Options {
		fmt.Printf("%-16s %-14v %.1f own hours a week, %v\n", o.Model, o.Standing, float64(o.OwnHours), o.Cost.Total)
	}
	// Output:
	// clear - do it with you
	// without agency   does not fit   10.3 own hours a week, 35937.94 EUR
	// do it yourself   does not fit   10.3 own hours a week, 42672.22 EUR
	// do it with you   fits           6.3 own hours a week, 66649.67 EUR
	// do it for you    not fundable   2.5 own hours a week, 84554.76 EUR
}

func ExampleDecide_badInput() {
	c := district()
	c.Organisation.HoursPerWeek = mcda.Exactly(200)
	c.Offers = []agency.Offer{{Model: agency.DoItWithYou, Split: agency.Split{agency.Film: {Own: 0.5, Agency: 0.6}}}}
	_, err := agency.Decide(c)
	fmt.Println(err)
	// Output:
	// /offers/0/split/film: 1.1 is out of range: want own and agency shares that add up to 1
	// /organisation/hoursPerWeek: 200 is out of range: want 0 to 168 hours a week
}

func ExampleDecision() {
	d, err := agency.Decide(district())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Explain(reason.English)[1])
	for _, c := range d.Option(agency.DoItForYou).Checks {
		if c.Status == agency.Broken {
			fmt.Println(c.Reason.In(reason.German))
			fmt.Println(c.Remedy.In(reason.German))
		}
	}
	// Output:
	// That costs €66,650 in 12 months, of which €26,393 is in-house work, and €1,282 a video; the team needs 6.3 hours a week, the agency 5.5.
	// Das teuerste Jahr kostet 71.132 € außer Haus, das Budget ist 45.000 €.
	// Es fehlen 26.132 € im teuersten Jahr: Mittel anmelden oder weniger Stunden kaufen.
}

// Weights and inputs in doubt are drawn together; the most valuable question comes first.
func ExampleWithSimulation() {
	d, err := agency.Decide(district(), agency.WithSimulation(2000, rand.NewPCG(1, 2)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Verdict, "-", d.Recommended)
	fmt.Println("find out first:", d.AskFirst[0].Lever)
	// Output:
	// open - do it with you
	// find out first: hours per video
}

func ExampleCase() {
	c := district()
	c.Priorities = agency.Priorities{Order: []agency.Criterion{agency.Closeness, agency.Cost}} // closeness before cost
	fmt.Println(c.Validate())
	// Output: <nil>
}

func ExampleDefaultOffer() {
	o := agency.DefaultOffer(agency.DoItWithYou)
	fmt.Println(o.Rate, o.OneOff)
	// Output: {"triangular":[80,105,150]} {"between":[1500,3500]}
}

func ExampleDefaultSplit() {
	s := agency.DefaultSplit(agency.DoItWithYou)
	fmt.Println(s[agency.Script].Own, s[agency.Edit].Own, s[agency.Approval].Own)
	// Output: 80 % 0 % 100 %
}

func ExampleDefaultScale() {
	s := agency.DefaultScale(agency.Agility)
	fmt.Println(s.Best, "day is worth 1,", s.Worst, "days are worth 0")
	// Output: 1 day is worth 1, 15 days are worth 0
}

func ExampleDefaultStaffCost() {
	fmt.Println(agency.DefaultStaffCost(agency.E10).PerHour())
	// Output: 67.13 EUR
}

func ExampleStaffCost() {
	own := agency.StaffCost{PerYear: measure.MustEuros(62_000), Overhead: 0.2, Workplace: measure.MustEuros(6_000), ProductiveHours: 1560}
	fmt.Println(own.PerHour())
	// Output: 51.54 EUR
}

func ExampleModels() {
	for _, m := range agency.Models() {
		fmt.Println(m)
	}
	// Output:
	// without agency
	// do it yourself
	// do it with you
	// do it for you
}

func ExampleTasks() {
	fmt.Println(len(agency.Tasks()), agency.Tasks()[0])
	// Output: 12 strategy
}

func ExampleCriteria() {
	fmt.Println(agency.Criteria())
	// Output: [cost agility authenticity closeness expertise continuity independence start]
}

func ExampleVerdict() {
	fmt.Println(agency.Lean, agency.Lean.In(reason.German))
	// Output: lean Tendenz
}

func ExampleStanding() {
	fmt.Println(agency.NotFundable, agency.NotFundable.In(reason.German))
	// Output: not fundable nicht bezahlbar
}

func ExampleModel() {
	fmt.Println(agency.DoItWithYou.In(reason.German))
	// Output: gemeinsam mit der Agentur
}
