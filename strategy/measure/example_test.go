package measure_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/hochkant/hochkant/strategy/measure"
)

// The next video of a young channel: a range, not a number.
func ExampleNewEstimate() {
	views, err := measure.NewEstimate(700, 4900, 34_000, measure.Estimated)
	fmt.Println(views, err)
	_, err = measure.NewEstimate(4900, 700, 34_000, measure.Estimated)
	fmt.Println(err)
	// Output:
	// 700 to 3.4e+04, middle 4900 (estimated) <nil>
	// /p50: 700 is out of order: want a median that is not below P10
}

// Views per viewer halve the people: a monotone function keeps the quantiles exact.
func ExampleEstimate() {
	views, _ := measure.NewEstimate(700, 4900, 34_000, measure.Estimated)
	people, _ := views.Scale(0.5)
	fmt.Println(people.P10(), people.P50(), people.P90())
	data, _ := json.Marshal(measure.Estimate{})
	fmt.Println(string(data))
	// Output:
	// 350 2450 17000
	// null
}

func ExampleExactly() {
	followers, _ := measure.Exactly(32_000, measure.Measured)
	fmt.Println(followers.P10() == followers.P90(), followers.Evidence())
	// Output: true measured
}

func ExampleSummarize() {
	hours, _ := measure.Summarize([]float64{3, 4, 4.5, 5, 9})
	fmt.Printf("%.1f to %.1f hours a video, middle %.1f\n", hours.P10(), hours.P90(), hours.P50())
	// Output: 3.4 to 7.4 hours a video, middle 4.5
}

func ExampleNewShare() {
	s, _ := measure.NewShare(0.26)
	fmt.Println(s)
	_, err := measure.NewShare(26)
	fmt.Println(err)
	// Output:
	// 26 %
	// 26 is out of range: want a share from 0 to 1
}

func ExampleEuros() {
	workshop, _ := measure.Euros(1800)
	license := measure.MustEuros(11.99)
	fmt.Println(workshop + 12*license)
	// Output: 1943.88 EUR
}

func ExampleMustEuros() {
	fmt.Println(measure.MustEuros(0.1) + measure.MustEuros(0.2))
	// Output: 0.30 EUR
}

func ExampleNewDate() {
	_, err := measure.NewDate(2024, time.June, 31)
	fmt.Println(err)
	// Output: 2024-06-31 is out of range: want a day of the calendar, years 0001 to 9999
}

func ExampleParseDate() {
	election, _ := measure.ParseDate("2024-06-09")
	fmt.Println(election.Weekday(), election.AddDays(-42))
	// Output: Sunday 2024-04-28
}

func ExampleMustDate() {
	start := measure.MustDate("2024-06-03")
	fmt.Println(measure.MustDate("2024-06-09").Sub(start), "days to the election")
	// Output: 6 days to the election
}

func ExampleDateOf() {
	fmt.Println(measure.DateOf(time.Date(2024, 6, 3, 23, 59, 0, 0, time.UTC)))
	// Output: 2024-06-03
}

func ExampleDate() {
	var none measure.Date
	fmt.Println(none, none.IsZero())
	// Output: no date true
}

// "Over 34,000 views" is a lower bound and nothing more.
func ExampleAtLeast() {
	views, _ := measure.AtLeast(34_000)
	data, _ := json.Marshal(views)
	fmt.Println(string(data), views.Contains(60_000))
	// Output: {"lo":34000,"hi":null} true
}

func ExampleAtMost() {
	days, _ := measure.AtMost(3)
	fmt.Println(days.Contains(2), days.Contains(4))
	// Output: true false
}

// The net followers of 50,000 and 32,000: at least the larger, at most the sum.
func ExampleNewInterval() {
	net, _ := measure.NewInterval(50_000, 82_000)
	lo, _ := net.Lo()
	hi, _ := net.Hi()
	fmt.Println(lo, hi)
	// Output: 50000 82000
}

func ExampleInterval() {
	var nothing measure.Interval
	data, _ := json.Marshal(nothing)
	fmt.Println(string(data))
	// Output: {"lo":null,"hi":null}
}

func ExampleSource() {
	fmt.Println(measure.Source{Key: "destatis-12411-2023", Title: "Bevölkerung nach Altersjahren", Publisher: "Destatis", Year: 2023})
	// Output: Destatis: Bevölkerung nach Altersjahren (2023)
}

func ExampleMergeSources() {
	destatis := measure.Source{Key: "destatis", Title: "Bevölkerung"}
	ardzdf := measure.Source{Key: "ard-zdf", Title: "Medienstudie"}
	fmt.Println(measure.MergeSources([]measure.Source{destatis}, []measure.Source{ardzdf, destatis}))
	// Output: [Medienstudie Bevölkerung]
}

func ExampleWeakest() {
	fmt.Println(measure.Weakest(measure.Measured, measure.Assumed, measure.Estimated))
	// Output: assumed
}

func ExampleAnswer() {
	var ads measure.Answer
	fmt.Println(ads.Given(), measure.No.Given(), measure.No)
	// Output: false true no
}
