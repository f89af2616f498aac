package mcda_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/hochkant/hochkant/agency/mcda"
)

// Alone, together and full service on agility, cost and expertise.
func models() mcda.Table {
	table, err := mcda.NewTable([][]float64{{0.8, 0.5, 0.3}, {0.6, 0.4, 0.8}, {0.3, 0.2, 0.9}})
	if err != nil {
		fmt.Println(err)
	}
	return table
}

func ExampleTable_Critical() {
	weights := mcda.Weights{0.4, 0.3, 0.3}
	critical, _ := models().Critical(weights, 0, 1)
	for _, c := range critical {
		fmt.Printf("alone and together tie when criterion %d weighs %.3f, not %.1f\n", c.Criterion, c.Weight, c.Current)
	}
	// Output:
	// alone and together tie when criterion 0 weighs 0.500, not 0.4
	// alone and together tie when criterion 1 weighs 0.500, not 0.3
	// alone and together tie when criterion 2 weighs 0.239, not 0.3
}

func ExampleTable_Stability() {
	weights := mcda.Weights{0.4, 0.3, 0.3}
	stability, _ := models().Stability(weights, 1)
	for _, s := range stability {
		fmt.Printf("together is first while criterion %d weighs %.3f to %.3f\n", s.Criterion, s.From, s.To)
	}
	// Output:
	// together is first while criterion 0 weighs 0.000 to 0.500
	// together is first while criterion 1 weighs 0.000 to 0.500
	// together is first while criterion 2 weighs 0.239 to 0.720
}

func ExampleTable_Dominance() {
	everything, _ := mcda.NewSpace(3)
	ordered, _ := mcda.NewSpace(3, mcda.Order(0, 1, 2))
	d, _ := models().Dominance(everything)
	fmt.Println("alone before full service whatever counts:", d[0][2])
	d, _ = models().Dominance(ordered)
	fmt.Println("alone before full service with agility first, expertise last:", d[0][2])
	// Output:
	// alone before full service whatever counts: false
	// alone before full service with agility first, expertise last: true
}

func ExampleTable_Pairwise() {
	space, _ := mcda.NewSpace(3)
	p, exact, _ := models().Pairwise(space)
	fmt.Printf("together beats alone for %.2f %% of all weights, exact: %v\n", 100*p[1][0], exact)
	// Output:
	// together beats alone for 59.52 % of all weights, exact: true
}

func ExampleTable_Acceptability() {
	space, _ := mcda.NewSpace(3)
	result, _ := models().Acceptability(space, 10_000, rand.NewPCG(1, 2026))
	for a, name := range []string{"alone", "together", "full service"} {
		fmt.Printf("%-12s", name)
		for _, p := range result.Alternatives[a].Ranks {
			fmt.Printf(" %.2f", p.Value)
		}
		fmt.Printf("  prefers %.2f\n", result.Alternatives[a].CentralWeights)
	}
	// Output:
	// alone        0.41 0.23 0.37  prefers [0.47 0.42 0.11]
	// together     0.51 0.49 0.00  prefers [0.26 0.31 0.43]
	// full service 0.08 0.28 0.63  prefers [0.08 0.11 0.81]
}

func ExampleEVPI() {
	// The agency's price is not known: likely low, perhaps high. Payoff in points.
	together, alone := []float64{0.70, 0.40}, []float64{0.55, 0.55}
	v, _ := mcda.EVPI([][]float64{together, alone}, []float64{0.6, 0.4})
	fmt.Printf("asking for the price is worth %.2f points\n", v)
	// Output:
	// asking for the price is worth 0.06 points
}
