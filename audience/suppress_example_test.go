package audience_test

import (
	"encoding/json"
	"fmt"

	"github.com/hochkant/hochkant/audience"
)

// Viewers of a small town by age band and sex. Two girls of 14 to 19 could be named by
// their neighbours; three more counts go so that nobody can subtract.
func ExampleSuppress() {
	table, err := audience.Suppress([][]int64{
		{2, 14},   // 14-19
		{31, 25},  // 20-29
		{120, 96}, // 30 and older
	}, 5)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range table.Cells {
		fmt.Println(row, "in all", table.RowTotals[i])
	}
	fmt.Println(table.ColumnTotals, "in all", table.Total)
	// Output:
	// [suppressed suppressed] in all 16
	// [suppressed suppressed] in all 56
	// [120 96] in all 216
	// [153 135] in all 288
}

// Suppressed is null and never 0.
func ExampleSuppressedCount() {
	table, err := audience.Suppress([][]int64{{3}, {20}, {30}}, 5)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	// Output: {"cells":[[null],[null],[30]],"total":53}
}

// How often a small town saw the videos: three people saw four of them, which is
// told as "three or more".
func ExampleSuppressFrequencies() {
	classes, err := audience.SuppressFrequencies([]int64{210, 60, 12, 3}, 5)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("once %v, twice %v, three times or more %v\n", classes[0], classes[1], classes[2])
	// Output: once 210, twice 60, three times or more 15
}

func ExampleRoundParts() {
	people, total, err := audience.RoundParts([]float64{1249, 2449, 349}, 100)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(people, "in all", total)
	// Output: [1300 2400 300] in all 4000
}
