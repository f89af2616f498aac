package mcda_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"github.com/hochkant/hochkant/agency/mcda"
)

func median(q mcda.Quantity) string {
	v, err := q.Quantile(0.5)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%.2f", v)
}

func ExampleExactly() {
	fmt.Println("hours a week:", median(mcda.Exactly(8)))
	// Output:
	// hours a week: 8.00
}

func ExampleBetween() {
	fmt.Println("agency hours a month:", median(mcda.Between(25, 55)))
	// Output:
	// agency hours a month: 40.00
}

func ExampleTriangular() {
	fmt.Println("hours a video:", median(mcda.Triangular(4, 8, 15)))
	// Output:
	// hours a video: 8.80
}

func ExampleNormal() {
	fmt.Println("euro an hour:", median(mcda.Normal(105, 12)))
	// Output:
	// euro an hour: 105.00
}

func ExampleLogNormal() {
	fmt.Println("views:", median(mcda.LogNormal(7.2, 1.1)))
	// Output:
	// views: 1339.43
}

func ExampleUnknown() {
	fmt.Println("days to approve:", median(mcda.Unknown(1, 10)))
	// Output:
	// days to approve: 5.50
}

func ExampleQuantity() {
	out, _ := json.Marshal([]mcda.Quantity{mcda.Exactly(8), mcda.Triangular(4, 8, 15), mcda.Unknown(1, 10)})
	fmt.Println(string(out))
	fmt.Println(mcda.Between(10, 6).Validate())
	// Output:
	// [8,{"triangular":[4,8,15]},{"unknown":[1,10]}]
	// /between/1: 6 is out of order: want the upper end, at or above the lower one
}

func ExampleSimulation() {
	// Two models, one criterion (cost on a scale of 100,000 euro): alone needs
	// hours per video, together costs agency hours. Which of the two to ask first?
	space, _ := mcda.NewSpace(1)
	s := mcda.Simulation{
		Alternatives: 2,
		Space:        space,
		Inputs: []mcda.Quantity{
			mcda.Triangular(4, 8, 15), // own hours a video
			mcda.Unknown(70, 150),     // euro an agency hour
		},
		Model: func(in, values []float64) error {
			values[0] = 1 - 138*in[0]*51/100_000
			values[1] = 1 - (480*in[1]+138*2*51)/100_000
			return nil
		},
		Draws:  10_000,
		Source: rand.NewPCG(2026, 11),
	}
	r, err := s.Run()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("alone is cheaper in %.0f %% of the draws\n", 100*r.Pairwise[0][1].Value)
	for i, name := range []string{"hours a video", "price of an hour"} {
		fmt.Printf("knowing the %s saves %.0f euro\n", name, 100_000*r.Information.Each[i].Value)
	}
	// Output:
	// alone is cheaper in 58 % of the draws
	// knowing the hours a video saves 5100 euro
	// knowing the price of an hour saves 3078 euro
}
