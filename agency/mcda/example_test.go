package mcda_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hochkant/hochkant/agency/mcda"
)

// A town of 60,000 chooses how to make its short videos: alone, together with
// an agency, or by full service. Scales and measurements are fixed, the
// weights only as an order: expertise before agility before cost.
func Example() {
	days := mcda.MustValueFunction(mcda.Clip, mcda.Point{X: 1, Value: 1}, mcda.Point{X: 15, Value: 0})
	euro := mcda.MustValueFunction(mcda.Clip, mcda.Point{X: 0, Value: 1}, mcda.Point{X: 150_000, Value: 0})
	skill := mcda.MustValueFunction(mcda.Clip, mcda.Point{X: 0, Value: 0}, mcda.Point{X: 4, Value: 1})

	names := []string{"alone", "together", "full service"}
	var rows [][]float64
	for _, m := range [][3]float64{{3, 78_000, 1.5}, {6, 97_000, 3}, {10, 120_000, 3.5}} { // days, euro, skill
		var row []float64
		for i, f := range []mcda.ValueFunction{days, euro, skill} {
			v, err := f.At(m[i])
			if err != nil {
				fmt.Println(err)
				return
			}
			row = append(row, v)
		}
		rows = append(rows, row)
	}
	table, err := mcda.NewTable(rows)
	if err != nil {
		fmt.Println(err)
		return
	}
	space, err := mcda.NewSpace(3, mcda.Order(2, 0, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	ranking, _ := table.Ranking(space.Centre())
	pairwise, _, _ := table.Pairwise(space)
	result, _ := table.Acceptability(space, 10_000, rand.NewPCG(2026, 1))
	for _, a := range ranking.Order {
		fmt.Printf("%d. %s %.2f, first in %.0f %%\n", ranking.Ranks[a], names[a], ranking.Scores[a], 100*result.Alternatives[a].Ranks[0].Value)
	}
	fmt.Printf("together beats full service in exactly %.1f %% of all weights in this order\n", 100*pairwise[1][2])
	// Output:
	// 1. together 0.68, first in 68 %
	// 2. full service 0.66, first in 32 %
	// 3. alone 0.52, first in 0 %
	// together beats full service in exactly 66.9 % of all weights in this order
}

func ExampleNewValueFunction() {
	// Days from the idea to the video online: one is best, two weeks are too late.
	days, err := mcda.NewValueFunction(mcda.Clip, mcda.Point{X: 1, Value: 1}, mcda.Point{X: 5, Value: 0.5}, mcda.Point{X: 15, Value: 0})
	fmt.Println(err)
	for _, d := range []float64{1, 3, 30} {
		v, _ := days.At(d)
		fmt.Println(d, v)
	}
	_, err = mcda.NewValueFunction(mcda.Clip, mcda.Point{X: 5, Value: 1}, mcda.Point{X: 5, Value: 0})
	fmt.Println(err)
	// Output:
	// <nil>
	// 1 1
	// 3 0.75
	// 30 0
	// /points/1/x: 5 is out of order: want more than the x of the point before
}

func ExampleMustValueFunction() {
	skill := mcda.MustValueFunction(mcda.Refuse, mcda.Point{X: 0, Value: 0}, mcda.Point{X: 4, Value: 1})
	fmt.Println(skill.At(3))
	// Output:
	// 0.75 <nil>
}

func ExampleValueFunction() {
	// With Refuse nobody scores a measurement that the scale was not made for.
	share := mcda.MustValueFunction(mcda.Refuse, mcda.Point{X: 0, Value: 0}, mcda.Point{X: 1, Value: 1})
	_, err := share.At(1.4)
	fmt.Println(err)
	// Output:
	// 1.4 is out of range: want a measurement from 0 to 1, where the scale ends
}

func ExampleNewTable() {
	table, err := mcda.NewTable([][]float64{{0.9, 0.2}, {0.6, 0.7}, {0.3, 0.9}})
	fmt.Println(table.Alternatives(), table.Criteria(), err)
	// Output:
	// 3 2 <nil>
}

func ExampleTable() {
	table, _ := mcda.NewTable([][]float64{{0.9, 0.2}, {0.6, 0.7}, {0.3, 0.9}})
	ranking, _ := table.Ranking(mcda.Weights{0.5, 0.5})
	fmt.Println("order", ranking.Order, "ranks", ranking.Ranks)
	// Output:
	// order [1 2 0] ranks [3 1 2]
}

func ExampleNewRanking() {
	ranking, _ := mcda.NewRanking([]float64{0.48, 0.6, 0.6})
	fmt.Println("ranks", ranking.Ranks)
	// Output:
	// ranks [3 1 1]
}

func ExampleRanking() {
	ranking, _ := mcda.NewRanking([]float64{0.48, 0.6, 0.6})
	fmt.Println("tied for first:", ranking.Best())
	// Output:
	// tied for first: [1 2]
}

func ExampleTOPSIS() {
	// Price in euro (less is better) and hours a month: would another method say otherwise?
	offers := [][]float64{{4200, 40}, {6300, 55}, {9500, 90}}
	closeness, err := mcda.TOPSIS(offers, mcda.Weights{0.5, 0.5}, []bool{true, false})
	fmt.Printf("%.3f %v\n", closeness, err)
	// Output:
	// [0.496 0.454 0.504] <nil>
}
