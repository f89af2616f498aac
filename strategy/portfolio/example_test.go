package portfolio_test

import (
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// people is an estimate within a factor of two either way.
func people(middle float64) []measure.Estimate {
	e, err := measure.NewEstimate(middle/2, middle, middle*2, measure.Assumed)
	if err != nil {
		panic(err)
	}
	return []measure.Estimate{e}
}

// A city watches TikTok because it lacks the hours, keeps Facebook and
// Instagram, which are indispensable in a crisis, and has left X.
func ExampleDecide() {
	q := portfolio.Question{
		Target: []audience.Cell{{Band: audience.MustBand("14-29"), People: 110_000}},
		Hours:  12,
		Candidates: []portfolio.Candidate{
			{Name: "Instagram", Platform: platform.Instagram, Role: portfolio.Crisis, State: portfolio.Active, Hours: 6, Reach: people(16_000)},
			{Name: "Facebook", Platform: platform.Facebook, Role: portfolio.Crisis, State: portfolio.Active, Hours: 5, Reach: people(6_000)},
			{Name: "TikTok", Platform: platform.TikTok, State: portfolio.Watched, Hours: 8, Reach: people(14_000)},
			{
				Name: "X", Platform: platform.X, State: portfolio.Left, Hours: 3, Reach: people(2_000),
				Ratings: portfolio.Ratings{Bots: 1, Discussion: 1, Correctability: 2},
			},
		},
	}
	plan, err := portfolio.Decide(q)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range plan.Decisions {
		fmt.Println(d.Name+":", d.Verdict)
	}
	fmt.Println(plan.Watch[0].Reasons[0].In(reason.English))

	q.Hours = 20
	plan, _ = portfolio.Decide(q)
	fmt.Println("with 20 hours, TikTok:", plan.Decisions[2].Verdict)
	// Output:
	// Instagram: keep
	// Facebook: keep
	// TikTok: watch
	// X: leave
	// With 7 more hours a week TikTok is part of the best plan.
	// with 20 hours, TikTok: pilot
}

func ExamplePlan() {
	plan, _ := portfolio.Decide(portfolio.Question{
		Target: []audience.Cell{{Band: audience.MustBand("14-19"), People: 11_000}},
		Hours:  8,
		Candidates: []portfolio.Candidate{
			{Name: "TikTok", Platform: platform.TikTok, State: portfolio.Planned, Hours: 6, Reach: people(2_500)},
			{Name: "Snapchat", Platform: platform.Snapchat, State: portfolio.Watched, Hours: 4, Reach: people(1_800)},
		},
	})
	for _, r := range plan.Reasons {
		fmt.Println(r.In(reason.German))
	}
	for _, r := range plan.Decisions[0].Reasons {
		fmt.Println(r.In(reason.German))
	}
	// Output:
	// 1 Kanal in 6 von 8 Stunden in der Woche erreicht 1.300 bis 5.000 Menschen der Zielgruppe, jeden einmal gezählt.
	// 5 Stunden mehr in der Woche würden rund 1.100 Menschen mehr erreichen, mit Snapchat.
	// 73 von 799 Behörden und Kommunen in Deutschland haben ein Konto bei TikTok (9,1 %, 2026).
	// TikTok erreicht 1.300 bis 5.000 Menschen der Zielgruppe, die sonst kein Kanal des Plans erreicht, für 6 Stunden in der Woche.
	// Die Reichweite von TikTok ist noch nicht gemessen, darum ein Versuch auf Zeit mit einem Tag, an dem Sie Bilanz ziehen.
}

func ExampleVerdict() {
	fmt.Println(portfolio.KeepInReserve, "|", portfolio.KeepInReserve.In(reason.German))
	// Output: keep in reserve | in Reserve halten
}

func ExampleRatings() {
	fmt.Println(portfolio.Ratings{Bots: 1, Discussion: 2})
	// Output: {1 2 0}
}
