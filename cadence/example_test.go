package cadence_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// town is the channel of a town: a video every Wednesday from 3 January 2024 on but
// in the given weeks, observed until the Monday after so many weeks.
func town(weeks int, without []int, pauses ...cadence.Pause) cadence.History {
	start := time.Date(2024, 1, 3, 17, 0, 0, 0, time.UTC)
	var posts []cadence.Post
	for week := range weeks {
		if !slices.Contains(without, week) {
			posts = append(posts, cadence.Post{At: start.AddDate(0, 0, 7*week), Format: "Rathaus erklärt"})
		}
	}
	h, err := cadence.NewHistory(posts, cadence.HistoryOptions{
		Until: time.Date(2024, 1, 1+7*weeks, 9, 0, 0, 0, time.UTC), Pauses: pauses,
	})
	if err != nil {
		panic(err)
	}
	return h
}

// A town posts every week and misses two of the last twelve.
func Example() {
	h := town(30, []int{21, 26})
	report, err := cadence.Model{}.Report(h, cadence.ReportOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range report.Reasons {
		fmt.Println(r.In(reason.English))
	}
	// Output:
	// 10 of the last 12 weeks kept.
	// Steady: 10 of the 12 weeks since 6 May 2024 kept.
	// Continuity 85 of 100: the percentage of the next 12 weeks expected to have a new video.
	// In four cases out of five 8 to 12 of the next 12 weeks are kept, with 8 to 14 videos in all.
	// Made up of 41.9 from its own habit, 44.4 from today's phase, -1.6 because no phase lasts forever; 84.7 in all.
	// With a new video this week the figure will then be 86, without one 70.
	// A second model (BG/BB) gives a probability of 100% that the channel is still active and expects 89% of the next 12 weeks to be kept; it weighs the whole time alike and knows no return, so it may differ.
}

func ExampleNewHistory() {
	_, err := cadence.NewHistory(
		[]cadence.Post{{At: time.Date(2024, 7, 1, 12, 0, 0, 0, time.UTC)}},
		cadence.HistoryOptions{
			Until:  time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC),
			Pauses: []cadence.Pause{{From: measure.MustDate("2024-05-20"), Until: measure.MustDate("2024-05-06")}},
		})
	fmt.Println(err)
	// Output:
	// /pauses/0/until: "2024-05-06" is out of order: want a day that is not before the start, 2024-05-20, or none for an open pause
	// /posts/0/at: "2024-07-01T12:00:00Z" is out of range: want a time from 1970 to the time of observation, 2024-06-03T12:00:00Z
}

func ExampleHistory() {
	h := town(6, []int{2})
	for _, s := range h.Slots() {
		fmt.Println(s.Start, s.Posts, s.State)
	}
	// Output:
	// 2024-01-01 1 kept
	// 2024-01-08 1 kept
	// 2024-01-15 0 missed
	// 2024-01-22 1 kept
	// 2024-01-29 1 kept
	// 2024-02-05 1 kept
	// 2024-02-12 0 running
}

// The pause of a foundation: announced at the end of 2022, without an end, and it lasts.
func ExamplePause() {
	var posts []cadence.Post
	for at := time.Date(2022, 3, 1, 16, 0, 0, 0, time.UTC); at.Year() == 2022; at = at.AddDate(0, 0, 9) {
		posts = append(posts, cadence.Post{At: at})
	}
	h, err := cadence.NewHistory(posts, cadence.HistoryOptions{
		Until:  time.Date(2024, 6, 3, 9, 0, 0, 0, time.UTC),
		Pauses: []cadence.Pause{{From: measure.MustDate("2023-01-01"), Announced: measure.MustDate("2022-12-20")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := cadence.Model{}.Report(h, cadence.ReportOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Standing.Status, "since", report.Standing.Since)
	for _, r := range report.Reasons {
		fmt.Println(r.In(reason.German))
	}
	// Output:
	// paused open since 2023-01-01
	// 10 der letzten 12 Wochen vor der Pause gehalten.
	// Angekündigte Pause seit dem 1. Januar 2023 ohne genanntes Ende; sie dauert bisher 75 Wochen.
	// Der Kanal ruht: Die Ankündigung entschuldigt die Pause, hält aber das Publikum nicht.
	// Vor der Pause, Stand 1. Januar 2023: Kontinuität 74 von 100.
}

func ExampleModel() {
	m := cadence.Model{}
	always, sometimes := town(30, nil), town(30, []int{3, 4, 6, 7, 8, 10, 13, 14, 15, 18, 19, 20, 22, 23, 25, 26, 28, 29})
	fmt.Printf("%.0f %s\n", m.Score(always), m.Now(always).Likeliest())
	fmt.Printf("%.0f %s\n", m.Score(sometimes), m.Now(sometimes).Likeliest())
	// Output:
	// 94 steady
	// 29 occasional
}

func ExampleNewModel() {
	p := cadence.DefaultPrior()
	p.Keep[2] = 0.1 // regular channels that post less than occasional ones
	_, err := cadence.NewModel(p)
	fmt.Println(err)
	// Output:
	// /keep/2: 0.1 is out of order: want at least 0.2947, the value of the phase before
}

func ExampleDefaultPrior() {
	for i, keep := range cadence.DefaultPrior().Keep {
		fmt.Printf("%s: a video in %.0f of 100 weeks\n", cadence.Phase(i+1), 100*keep)
	}
	// Output:
	// silent: a video in 2 of 100 weeks
	// occasional: a video in 29 of 100 weeks
	// regular: a video in 73 of 100 weeks
	// steady: a video in 95 of 100 weeks
}

// A district fits the phases on the channels of its towns.
func ExampleFit() {
	fit, err := cadence.Fit([]cadence.History{
		town(60, []int{7, 30, 31}), town(50, nil), town(40, []int{5, 6, 7, 8, 9, 10, 20, 22, 24, 26}),
	}, cadence.FitOptions{Towards: cadence.DefaultPrior(), Strength: 20})
	if err != nil {
		fmt.Println(err)
		return
	}
	model, err := cadence.NewModel(fit.Prior)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fit.Channels, "channels,", fit.Slots, "weeks, converged:", fit.Converged)
	fmt.Printf("%.0f\n", model.Score(town(30, nil)))
	// Output:
	// 3 channels, 150 weeks, converged: true
	// 96
}

func ExampleParts() {
	p := cadence.Model{}.Parts(town(30, []int{21, 26, 28, 29}))
	fmt.Printf("%.1f habit, %.1f phase, %.1f persistence: %.1f\n", p.Habit, p.Phase, p.Persistence, p.Score())
	fmt.Printf("with a video next week %.1f, without %.1f\n", p.IfKept, p.IfMissed)
	// Output:
	// 28.3 habit, 25.2 phase, -1.4 persistence: 52.1
	// with a video next week 60.4, without 42.2
}

func ExampleReport() {
	report, err := cadence.Model{}.Report(town(4, nil), cadence.ReportOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(map[string]any{"kept": report.Kept, "of": report.Of, "score": report.Score, "status": report.Standing.Status})
	fmt.Println(string(text), err)
	// Output:
	// {"kept":4,"of":4,"score":null,"status":"unproven"} <nil>
}

func ExamplePhases() {
	now := cadence.Model{}.Now(town(30, []int{27, 28, 29}))
	for i, p := range now {
		fmt.Printf("%s %.2f\n", cadence.Phase(i+1), p)
	}
	// Output:
	// silent 0.08
	// occasional 0.45
	// regular 0.42
	// steady 0.04
}

// OverPosting sees that four videos of one day would have filled empty weeks.
func ExampleOverPosting() {
	h := town(12, []int{9, 10})
	posts := h.Posts()
	last := posts[len(posts)-1].At
	for i := range 3 {
		posts = append(posts, cadence.Post{At: last.Add(time.Duration(i+1) * time.Hour)})
	}
	h, err := cadence.NewHistory(posts, cadence.HistoryOptions{Until: h.Until()})
	if err != nil {
		fmt.Println(err)
		return
	}
	warnings, err := cadence.OverPosting(h, 1)
	for _, w := range warnings {
		fmt.Printf("%s (%s): %s\n", w.Side, w.Evidence, w.Reason.In(reason.German))
	}
	fmt.Println(err)
	// Output:
	// over capacity (estimated): Zuletzt 1,1 Videos je Woche; auf Dauer schafft das Team 1.
	// dumped at once (measured): 4 Videos an einem Tag, dem 20. März 2024, und 2 Wochen ohne Video: Einzeln veröffentlicht hätten sie 2 davon gefüllt.
	// <nil>
}

func ExampleSecondOpinion() {
	h := town(40, []int{30, 31, 32, 33, 34, 35, 36, 37, 38, 39})
	o := cadence.SecondOpinion(h)
	fmt.Printf("still active %.2f, expected share %.2f, our score %.0f\n", o.Alive, o.Share, cadence.Model{}.Score(h))
	// Output:
	// still active 0.00, expected share 0.00, our score 16
}

func ExampleDefaultLiveness() {
	m := cadence.DefaultLiveness()
	fmt.Printf("mean share of weeks with a video while alive: %.2f\n", m.Alpha/(m.Alpha+m.Beta))
	// Output:
	// mean share of weeks with a video while alive: 0.50
}

func ExampleBurstiness() {
	batches := []float64{1, 1, 1, 25, 1, 1, 1, 25, 1, 1, 1} // four videos at once every four weeks
	b, err := cadence.Burstiness(batches)
	fmt.Printf("%.2f %v\n", b, err)
	_, err = cadence.Burstiness([]float64{7})
	fmt.Println(err)
	// Output:
	// 0.50 <nil>
	// too few values: 1 gaps, want at least 2
}

// A channel that dies slowly: long gaps follow long ones.
func ExampleMemory() {
	m, err := cadence.Memory([]float64{7, 7, 7, 10, 14, 21, 35, 60})
	fmt.Printf("%.2f %v\n", m, err)
	// Output:
	// 1.00 <nil>
}

// Two videos a fortnight, always together: neighbouring gaps differ.
func ExampleLocalVariation() {
	lv, err := cadence.LocalVariation([]float64{2, 12, 2, 12, 2, 12})
	fmt.Printf("%.2f %v\n", lv, err)
	// Output:
	// 1.53 <nil>
}
