package rhythm_test

import (
	"fmt"

	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// fourHours is what a log of many videos of one format shows: four hours, spread by half.
func fourHours() rhythm.Work {
	mean, err := measure.Exactly(4, measure.Measured)
	if err != nil {
		panic(err)
	}
	return rhythm.Work{Mean: mean, Spread: 0.5}
}

// pressOffice has twelve hours a week for video.
func pressOffice() rhythm.Plan {
	return rhythm.Plan{Team: rhythm.Team{Members: []rhythm.Member{{Name: "Pressestelle", Hours: 12}}}, Video: fourHours()}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Twelve hours a week, four hours a video: not three videos a week, but two.
func Example() {
	answer := must(must(rhythm.New(pressOffice())).Best())
	for _, r := range answer.Reasons {
		fmt.Println(r.In(reason.German))
	}
	// Output:
	// Ohne Vorrat hält das Team höchstens 2 Videos je Woche durch, das gelingt in 91 % der Fälle (verlangt sind 90 %).
	// Rechnerisch ergeben 12 Stunden je Woche und 4 Stunden je Video 3 Videos; das hält aber nur in 54 % der Wochen.
	// Im Block gedreht hält mehr: 9 Videos in 4 Wochen, in 97 % der Fälle.
	// Über 26 Wochen ganz ohne Ausfall bleibt: 1 Video je Woche, zu 94 % wahrscheinlich.
	// Es binden die Stunden: Für 3 Videos je Woche fehlen je Woche 4,6 Stunden.
}

func ExampleNew() {
	_, err := rhythm.New(rhythm.Plan{Team: rhythm.Team{Members: []rhythm.Member{{Name: "Pressestelle", Hours: -3}}}, Video: fourHours()})
	fmt.Println(err)
	// Output:
	// /team/members/0/hours: -3 is out of range: want hours a week above 0 to 60
}

func ExampleModel_Outlook() {
	m := must(rhythm.New(pressOffice()))
	for _, r := range []rhythm.Rhythm{rhythm.Weekly(1), rhythm.Weekly(2), rhythm.Weekly(3), {Videos: 9, Weeks: 4}} {
		o := must(m.Outlook(r))
		fmt.Printf("%-12s kept %.0f %%, half a year unbroken %.0f %%\n", r, 100*o.Direct.Kept.P50(), 100*o.Direct.Unbroken.P50())
	}
	// Output:
	// 1 a week     kept 100 %, half a year unbroken 94 %
	// 2 a week     kept 91 %, half a year unbroken 9 %
	// 3 a week     kept 54 %, half a year unbroken 0 %
	// 9 in 4 weeks kept 97 %, half a year unbroken 83 %
}

func ExampleModel_Best() {
	plan := pressOffice()
	plan.Team.Members = []rhythm.Member{
		{Name: "Anna", Hours: 10, Does: []string{"Kamera"}},
		{Name: "Redaktion", People: 3, Hours: 10, Does: []string{"Schnitt"}},
	}
	plan.Team.Absence = rhythm.TypicalAbsence()
	answer := must(must(rhythm.New(plan)).Best())
	fmt.Println(answer.Weekly.Rhythm, "bound by", answer.Binding.Constraint, answer.Binding.Tasks)
	// Output:
	// 1 in 2 weeks bound by single person [Kamera]
}

// The stock fills, and slots are missed less and less.
func ExampleModel_Path() {
	plan := pressOffice()
	plan.Stock = rhythm.Stock{Start: 0, Most: 4}
	plan.Weeks = 4
	for _, w := range must(must(rhythm.New(plan)).Path(rhythm.Weekly(2))) {
		fmt.Printf("week %d: missed %.1f %%, stock %.1f\n", w.Number, 100*float64(w.Missed), w.Stock)
	}
	// Output:
	// week 1: missed 9.0 %, stock 0.7
	// week 2: missed 2.1 %, stock 1.7
	// week 3: missed 0.6 %, stock 2.5
	// week 4: missed 0.2 %, stock 3.1
}

// One of two people is away for six weeks.
func ExampleModel_Away() {
	plan := pressOffice()
	plan.Team.Members = []rhythm.Member{{Name: "Anna", Hours: 6}, {Name: "Ben", Hours: 6}}
	away := must(must(rhythm.New(plan)).Away(rhythm.Weekly(1), "Anna", 6))
	for _, r := range away.Reasons {
		fmt.Println(r.In(reason.English))
	}
	// Output:
	// With Anna away for 6 weeks, 1 video a week stays unbroken with a chance of 37%.
	// To be safe with 90% certainty, 1 video must be finished at the start.
}

func ExampleOutlook_Odds() {
	plan := pressOffice()
	plan.Stock = rhythm.Stock{Start: 2, Most: 4}
	o := must(must(rhythm.New(plan)).Outlook(rhythm.Weekly(2)))
	fmt.Printf("without stock %.0f %%, with stock %.0f %%\n", 100*o.Direct.Unbroken.P50(), 100*o.Odds().Unbroken.P50())
	// Output:
	// without stock 9 %, with stock 100 %
}

func ExampleWeekly() {
	fmt.Println(rhythm.Weekly(2), rhythm.Rhythm{Videos: 1, Weeks: 2}.PerWeek())
	// Output:
	// 2 a week 0.5
}

func ExampleRhythm_Figure() {
	sentence := reason.New("plan.rhythm", "Wir schaffen {rhythm}.", "We can keep {rhythm}.", nil, rhythm.Rhythm{Videos: 9, Weeks: 4}.Figure("rhythm"))
	fmt.Println(sentence.In(reason.German))
	// Output: Wir schaffen 9 Videos in 4 Wochen.
}

func ExampleTriangular() {
	w := must(rhythm.Triangular(4, 8, 15, measure.Assumed))
	fmt.Printf("%.0f hours, spread %.2f\n", w.Mean.P50(), w.Spread)
	// Output:
	// 9 hours, spread 0.25
}

func ExampleFromLog() {
	w := must(rhythm.FromLog([]float64{3, 5.5, 4, 7, 2.5, 4}))
	fmt.Printf("%.1f to %.1f hours on average, spread %.2f\n", w.Mean.P10(), w.Mean.P90(), w.Spread)
	// Output:
	// 3.3 to 5.3 hours on average, spread 0.38
}

func ExampleTypical() {
	fmt.Println(rhythm.Typical(platform.TikTok).Mean)
	fmt.Println(rhythm.Typical(platform.Instagram).Mean)
	// Output:
	// 4 to 15, middle 8 (assumed)
	// 2 to 11, middle 5 (assumed)
}

func ExampleTypicalAbsence() {
	fmt.Printf("%+v\n", rhythm.TypicalAbsence())
	// Output:
	// {LeaveWeeks:6 SickWeeks:3 SpellWeeks:2}
}

func ExampleTeam_Cover() {
	team := rhythm.Team{Members: []rhythm.Member{
		{Name: "Anna", Hours: 10, Does: []string{"Kamera", "Schnitt"}},
		{Name: "Ben", Hours: 4, Does: []string{"Schnitt"}},
	}}
	for _, c := range team.Cover() {
		fmt.Printf("%s: %d people, absence factor %d\n", c.Task, c.People, c.Factor)
	}
	// Output:
	// Kamera: 1 people, absence factor 1
	// Schnitt: 2 people, absence factor 1
}

// The worked example of CHAOSS: two of eight people hold half of all contributions.
func ExampleAbsenceFactor() {
	fmt.Println(rhythm.AbsenceFactor([]float64{1000, 202, 90, 33, 332, 343, 42, 433}, 0.5))
	// Output:
	// 2 <nil>
}
