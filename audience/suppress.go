package audience

import (
	"encoding/json"
	"fmt"

	"github.com/hochkant/hochkant/strategy/check"
)

// SuppressedCount is a number of people that is either shown or suppressed. A
// suppressed one is not 0 and not known: its JSON is null.
type SuppressedCount struct {
	people int64
	shown  bool
}

// People returns the number of people and whether it is shown.
func (c SuppressedCount) People() (people int64, shown bool) { return c.people, c.shown }

// String returns the number, or "suppressed".
func (c SuppressedCount) String() string {
	if !c.shown {
		return "suppressed"
	}
	return fmt.Sprint(c.people)
}

// MarshalJSON writes the number, and null when it is suppressed.
func (c SuppressedCount) MarshalJSON() ([]byte, error) {
	if !c.shown {
		return []byte("null"), nil
	}
	return json.Marshal(c.people)
}

// SuppressedTable is a table of people that is safe to publish: rows are age bands,
// columns are groups such as sex or district, both with their totals.
type SuppressedTable struct {
	Cells        [][]SuppressedCount `json:"cells"`
	RowTotals    []SuppressedCount   `json:"rowTotals,omitempty"` // none of a single row or column
	ColumnTotals []SuppressedCount   `json:"columnTotals,omitempty"`
	Total        SuppressedCount     `json:"total"`
}

// Limits of what Suppress accepts: any band table, and no input that keeps it busy.
const (
	maxSuppressCells     = 500
	maxSuppressThreshold = 1_000
)

// Suppress hides every count below the threshold, zeros and totals too: that nobody of a
// band is there says something about everybody in it. Then it hides further counts
// until nobody can find a small one by subtracting, not even whoever uses all
// totals at once: whatever agrees with the published counts leaves every small
// count free to be anything from 0 to the threshold. Inner counts are hidden
// before totals, and as few as a search count by count finds. That is protection
// against subtracting; somebody who runs this function on all possible tables and
// compares what it hides can narrow a count further.
//
// Rows are age bands, columns are groups; one column is a plain table of bands with
// its total. Columns must exclude each other: people on several platforms are no
// columns, for they do not add up.
//
// Problems: no rows or columns, rows of different length, counts below 0 or above 10
// billion, more than 500 counts, a threshold below 2 or above 1,000.
func Suppress(counts [][]int64, threshold int64) (SuppressedTable, error) {
	var l check.List
	checkSuppress(&l, counts, threshold)
	if err := l.Err(); err != nil {
		return SuppressedTable{}, err
	}
	net := newSuppressNet(counts)
	for i := range net.arcs {
		if net.arcs[i].people < threshold {
			net.arcs[i].hidden = true
		}
	}
	for i, arc := range net.arcs {
		if arc.people < threshold && !arc.unpublished {
			net.protect(i, threshold)
		}
	}
	return net.table(), nil
}

func checkSuppress(l *check.List, counts [][]int64, threshold int64) {
	if threshold < 2 || threshold > maxSuppressThreshold {
		l.Add("/threshold", check.ErrRange, threshold, "a threshold from 2 to 1,000 people")
	}
	if len(counts) == 0 || len(counts[0]) == 0 {
		l.Add("/counts", check.ErrRequired, check.None, "at least one row with at least one column")
		return
	}
	if len(counts) > maxSuppressCells/len(counts[0]) {
		l.Add("/counts", check.ErrLimit, fmt.Sprintf("%d rows and %d columns", len(counts), len(counts[0])), fmt.Sprintf("at most %d counts", maxSuppressCells))
		return
	}
	for i, row := range counts {
		if len(row) != len(counts[0]) {
			l.Add(check.Pointer("counts", i), check.ErrConflict, len(row), fmt.Sprintf("%d columns as in the first row", len(counts[0])))
		}
		for j, n := range row {
			if n < 0 || n > maxPeople {
				l.Add(check.Pointer("counts", i, j), check.ErrRange, n, "a number of people from 0 to 10,000,000,000")
			}
		}
	}
}

// SuppressFrequencies makes a distribution of how often people were reached safe to publish:
// counts[j] people were reached j+1 times, the last count that often or more. The
// highest classes are joined until together they reach the threshold, so that the last
// count returned again means that often or more; a small class further down is
// suppressed with [Suppress].
func SuppressFrequencies(counts []int64, threshold int64) ([]SuppressedCount, error) {
	rows := make([][]int64, len(counts))
	for i := range counts {
		rows[i] = counts[i : i+1 : i+1]
	}
	var l check.List
	checkSuppress(&l, rows, threshold)
	if err := l.Err(); err != nil {
		return nil, err
	}
	last, joined := len(counts)-1, counts[len(counts)-1]
	for last > 0 && joined < threshold {
		last--
		joined += counts[last]
	}
	rows[last] = []int64{joined}
	table, err := Suppress(rows[:last+1], threshold)
	if err != nil {
		return nil, err
	}
	classes := make([]SuppressedCount, last+1)
	for i, row := range table.Cells {
		classes[i] = row[0]
	}
	return classes, nil
}
