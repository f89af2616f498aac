package liveness_test

import (
	"fmt"

	"github.com/hochkant/hochkant/cadence/liveness"
)

// A town's channel had a video in 24 of 26 weeks, the last one two weeks ago.
func ExampleBGBB() {
	m := liveness.BGBB{Alpha: 8, Beta: 2, Gamma: 1, Delta: 49}
	r := liveness.Record{Events: 24, Last: 24, Opportunities: 26}
	fmt.Printf("still alive next week: %.0f %%\n", 100*m.PAlive(r, 1))
	fmt.Printf("expected weeks with a video in the next 12: %.1f\n", m.Expected(r, 12))
	// Output:
	// still alive next week: 25 %
	// expected weeks with a video in the next 12: 2.5
}

// Four channels of a district, one of them silent since its third week.
func ExampleFit() {
	fit, err := liveness.Fit([]liveness.Weighted{
		{Record: liveness.Record{Events: 30, Last: 40, Opportunities: 40}, Weight: 1},
		{Record: liveness.Record{Events: 18, Last: 39, Opportunities: 40}, Weight: 1},
		{Record: liveness.Record{Events: 10, Last: 22, Opportunities: 40}, Weight: 1},
		{Record: liveness.Record{Events: 2, Last: 3, Opportunities: 40}, Weight: 1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("converged:", fit.Converged)
	fmt.Printf("mean probability of a video per week: %.2f\n", fit.Model.Alpha/(fit.Model.Alpha+fit.Model.Beta))
	// Output:
	// converged: true
	// mean probability of a video per week: 0.55
}

// The number of weeks with a video alone is no record: when was the last one?
func ExampleRecord() {
	fmt.Println(liveness.Record{Events: 24, Opportunities: 26}.Validate())
	// Output:
	// /last: 0 contradicts another: want the opportunity of the last event, at least as high as the number of events, 0 when there were none
}
