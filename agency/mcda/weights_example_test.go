package mcda_test

import (
	"fmt"

	"github.com/hochkant/hochkant/agency/mcda"
)

func ExampleNewWeights() {
	_, err := mcda.NewWeights(0.5, 0.4, 0.3)
	fmt.Println(err)
	// Output:
	// 1.2 is out of range: want weights that add up to 1; Swing turns points into weights
}

func ExampleWeights() {
	// What if agility, the first criterion, weighed 60 % and not 40 %?
	w, _ := mcda.NewWeights(0.4, 0.4, 0.2)
	shifted, _ := w.Shift(0, 0.6)
	fmt.Printf("%.3f\n", shifted)
	// Output:
	// [0.600 0.267 0.133]
}

func ExampleEqual() {
	w, _ := mcda.Equal(4)
	fmt.Println(w)
	// Output:
	// [0.25 0.25 0.25 0.25]
}

func ExampleRankOrderCentroid() {
	// The mayor orders: closeness (2) before cost (0) before expertise (1).
	w, _ := mcda.RankOrderCentroid(2, 0, 1)
	fmt.Printf("%.3f\n", w)
	// Output:
	// [0.278 0.111 0.611]
}

func ExampleSwing() {
	// The step from worst to best: agility 100 points, cost 60, expertise 40.
	w, _ := mcda.Swing(100, 60, 40)
	fmt.Println(w)
	// Output:
	// [0.5 0.3 0.2]
}

func ExampleOrder() {
	space, _ := mcda.NewSpace(3, mcda.Order(2, 0, 1))
	fmt.Printf("%.3f\n", space.Centre())
	_, err := mcda.NewSpace(3, mcda.Order(2, 0, 1), mcda.Order(1, 2))
	fmt.Println(err)
	// Output:
	// [0.278 0.111 0.611]
	// /constraints/1: "w1 >= w2" contradicts another: want a statement that fits with /constraints/0 (w2 >= w0 >= w1)
}

func ExampleRatio() {
	// Agility counts two to three times as much as cost.
	space, _ := mcda.NewSpace(2, mcda.Ratio(0, 1, 2, 3))
	lo, hi := space.Range(0)
	fmt.Printf("agility weighs %.2f to %.2f\n", lo, hi)
	// Output:
	// agility weighs 0.67 to 0.75
}

func ExampleBound() {
	// Budget rules: cost weighs at least 30 %.
	space, _ := mcda.NewSpace(3, mcda.Bound(0, 0.3, 1))
	fmt.Printf("%.3f\n", space.Centre())
	// Output:
	// [0.533 0.233 0.233]
}

func ExampleLinear() {
	// Closeness outweighs cost and expertise together.
	space, _ := mcda.NewSpace(3, mcda.Linear(0, -1, 1, 1))
	lo, _ := space.Range(0)
	fmt.Printf("closeness weighs at least %.2f\n", lo)
	// Output:
	// closeness weighs at least 0.50
}

func ExampleConstraint() {
	fmt.Println(mcda.Order(2, 0, 1))
	fmt.Println(mcda.Ratio(0, 1, 2, 3))
	fmt.Println(mcda.Bound(0, 0.3, 1))
	// Output:
	// w2 >= w0 >= w1
	// 2 <= w0/w1 <= 3
	// 0.3 <= w0 <= 1
}

func ExampleNewSpace() {
	_, err := mcda.NewSpace(3, mcda.Ratio(0, 1, 2, 3), mcda.Bound(2, 0.1, 0.4), mcda.Order(1, 0))
	fmt.Println(err)
	// Output:
	// /constraints/2: "w1 >= w0" contradicts another: want a statement that fits with /constraints/0 (2 <= w0/w1 <= 3)
}

func ExampleSpace() {
	space, _ := mcda.NewSpace(4, mcda.Order(3, 1))
	fmt.Println("closed form:", space.Exact())
	fmt.Printf("centre: %.3f\n", space.Centre())
	// Output:
	// closed form: true
	// centre: [0.250 0.125 0.250 0.375]
}

func ExampleFixedSpace() {
	space, _ := mcda.FixedSpace(mcda.Weights{0.5, 0.3, 0.2})
	fmt.Println("settled:", space.Settled())
	// Output:
	// settled: true
}
