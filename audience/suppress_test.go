package audience_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
)

// entry is one published or hidden count and the two equations it stands in: every
// row and column, and the two totals of totals, say that in and out are the same.
type entry struct {
	from, to int
	truth    int64
	shown    bool
}

// entries reads what an attacker sees off a published table, beside the truth.
func entries(counts [][]int64, t audience.SuppressedTable) (all []entry, equations int) {
	rows, columns := len(counts), len(counts[0])
	total, byRow, byColumn := int64(0), make([]int64, rows), make([]int64, columns)
	add := func(from, to int, truth int64, c audience.SuppressedCount) {
		_, shown := c.People()
		all = append(all, entry{from, to, truth, shown})
	}
	for i, row := range counts {
		for j, n := range row {
			add(i, rows+j, n, t.Cells[i][j])
			total, byRow[i], byColumn[j] = total+n, byRow[i]+n, byColumn[j]+n
		}
	}
	in, out := rows+columns, rows+columns+1
	if rows == 1 || columns == 1 { // one sum: every cell against the total
		all = all[:0]
		for i, row := range counts {
			for j, n := range row {
				add(0, 1, n, t.Cells[i][j])
			}
		}
		add(1, 0, total, t.Total)
		return all, 2
	}
	for i, n := range byRow {
		add(out, i, n, t.RowTotals[i])
	}
	for j, n := range byColumn {
		add(rows+j, in, n, t.ColumnTotals[j])
	}
	add(in, out, total, t.Total)
	return all, rows + columns + 2
}

// attack adds and subtracts the totals of a table in every possible way, 2^equations
// of them, and returns between which values each count is known to lie: in every
// sum of equations what flows in equals what flows out, hidden counts are at least 0,
// and where only one hidden count stands on a side it is bounded. By the theorem of
// maximum flow and minimum cut no other reasoning finds more.
func attack(all []entry, equations int) (lo, hi []float64) {
	lo, hi = make([]float64, len(all)), make([]float64, len(all))
	for i, e := range all {
		hi[i] = math.Inf(1)
		if e.shown {
			lo[i], hi[i] = float64(e.truth), float64(e.truth)
		}
	}
	for set := range 1 << equations {
		var known [2]float64 // in, out
		var hidden [2][]int
		for i, e := range all {
			side := -1
			switch into, from := set>>e.to&1 == 1, set>>e.from&1 == 1; {
			case into && !from:
				side = 0
			case from && !into:
				side = 1
			default:
				continue
			}
			if e.shown {
				known[side] += float64(e.truth)
			} else {
				hidden[side] = append(hidden[side], i)
			}
		}
		for side := range 2 {
			balance := known[1-side] - known[side] // hidden on this side less hidden on the other
			for _, i := range hidden[side] {
				if len(hidden[1-side]) == 0 {
					hi[i] = min(hi[i], balance)
				}
				if len(hidden[side]) == 1 {
					lo[i] = max(lo[i], balance)
				}
			}
		}
	}
	return lo, hi
}

// safe reports the first small count that the attack confines.
func safe(counts [][]int64, threshold int64) error {
	t, err := audience.Suppress(counts, threshold)
	if err != nil {
		return err
	}
	all, equations := entries(counts, t)
	lo, hi := attack(all, equations)
	for i, e := range all {
		if e.truth < threshold && (e.shown || lo[i] > 0 || hi[i] < float64(threshold)) {
			text, _ := json.Marshal(t)
			return fmt.Errorf("%v below %d: count %d is known to be from %v to %v in %s", counts, threshold, e.truth, lo[i], hi[i], text)
		}
	}
	return nil
}

// eachTable calls f with every table of the given size and counts from 0 to most.
func eachTable(rows, columns int, most int64, f func(counts [][]int64)) {
	counts := make([][]int64, rows)
	for i := range counts {
		counts[i] = make([]int64, columns)
	}
	var place func(cell int)
	place = func(cell int) {
		if cell == rows*columns {
			f(counts)
			return
		}
		for n := range most + 1 {
			counts[cell/columns][cell%columns] = n
			place(cell + 1)
		}
	}
	place(0)
}

// Every table of these sizes, attacked in every way: about 20,000 tables.
func TestSuppressStandsTheExhaustiveAttack(t *testing.T) {
	for _, c := range []struct {
		rows, columns   int
		most, threshold int64
	}{{1, 1, 9, 3}, {2, 1, 8, 3}, {3, 1, 7, 3}, {1, 4, 6, 3}, {2, 2, 6, 3}, {2, 3, 3, 2}, {3, 2, 3, 3}} {
		eachTable(c.rows, c.columns, c.most, func(counts [][]int64) {
			if err := safe(counts, c.threshold); err != nil && !t.Failed() {
				t.Error(err)
			}
		})
	}
}

// Larger ones, up to five bands by four groups, drawn with many small counts.
func TestSuppressStandsTheAttackOnLargerTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := make([][]int64, rapid.IntRange(1, 5).Draw(t, "rows"))
		columns := rapid.IntRange(1, 4).Draw(t, "columns")
		for i := range counts {
			counts[i] = rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(0, 6), rapid.Int64Range(0, 500)), columns, columns).Draw(t, "row")
		}
		require.NoError(t, safe(counts, rapid.Int64Range(2, 12).Draw(t, "threshold")))
	})
}

// The attack itself, against trying all tables: it finds exactly what can be found.
func TestAttackFindsAllThereIs(t *testing.T) {
	eachTable(2, 2, 2, func(counts [][]int64) {
		var truth [][]int64 // from 2 to 4, so that nothing is hidden but what the pattern says
		for _, row := range counts {
			truth = append(truth, []int64{row[0] + 2, row[1] + 2})
		}
		for pattern := range 1 << 4 {
			table, err := audience.Suppress(truth, 2)
			require.NoError(t, err)
			for k := range 4 {
				if pattern>>k&1 == 1 {
					table.Cells[k/2][k%2] = audience.SuppressedCount{}
				}
			}
			all, equations := entries(truth, table)
			lo, hi := attack(all, equations)
			least, highest := []float64{99, 99, 99, 99}, make([]float64, 4)
			eachTable(2, 2, 8, func(other [][]int64) {
				for i := range 2 {
					if other[i][0]+other[i][1] != truth[i][0]+truth[i][1] || other[0][i]+other[1][i] != truth[0][i]+truth[1][i] {
						return
					}
				}
				for k := range 4 {
					if pattern>>k&1 == 0 && other[k/2][k%2] != truth[k/2][k%2] {
						return
					}
				}
				for k := range 4 {
					n := float64(other[k/2][k%2])
					least[k], highest[k] = min(least[k], n), max(highest[k], n)
				}
			})
			if !t.Failed() {
				assert.Equal(t, least, lo[:4], "%v pattern %b", truth, pattern)
				assert.Equal(t, highest, hi[:4], "%v pattern %b", truth, pattern)
			}
		}
	})
}

func shown(counts ...audience.SuppressedCount) string { return fmt.Sprint(counts) }

func TestSuppress(t *testing.T) {
	for _, c := range []struct {
		name      string
		counts    [][]int64
		threshold int64
		want      string
	}{
		{"nothing small", [][]int64{{10, 20}, {30, 40}}, 5, `{"cells":[[10,20],[30,40]],"rowTotals":[30,70],"columnTotals":[40,60],"total":100}`},
		{"one small count takes three with it", [][]int64{{3, 20}, {30, 40}}, 5, `{"cells":[[null,null],[null,null]],"rowTotals":[23,70],"columnTotals":[33,60],"total":93}`},
		{"bands with their total", [][]int64{{3}, {20}, {30}}, 5, `{"cells":[[null],[null],[30]],"total":53}`},
		{"two small ones protect each other", [][]int64{{3}, {4}, {30}}, 5, `{"cells":[[null],[null],[30]],"total":37}`},
		{"but not when both are nobody", [][]int64{{0}, {1}, {30}}, 5, `{"cells":[[null],[null],[null]],"total":31}`},
		{"a town of 40", [][]int64{{1, 2}, {0, 1}}, 5, `{"cells":[[null,null],[null,null]],"rowTotals":[null,null],"columnTotals":[null,null],"total":null}`},
		{"a single count", [][]int64{{4}}, 5, `{"cells":[[null]],"total":null}`},
		{"a single shown count", [][]int64{{5}}, 5, `{"cells":[[5]],"total":5}`},
		{"a small total of a band", [][]int64{{1, 1}, {30, 40}, {20, 10}}, 5, `{"cells":[[null,null],[null,null],[20,10]],"rowTotals":[null,null,30],"columnTotals":[51,51],"total":102}`},
	} {
		table, err := audience.Suppress(c.counts, c.threshold)
		require.NoError(t, err, c.name)
		text, err := json.Marshal(table)
		require.NoError(t, err, c.name)
		assert.JSONEq(t, c.want, string(text), c.name)
	}
	table, err := audience.Suppress([][]int64{{3}, {20}}, 5)
	require.NoError(t, err)
	people, ok := table.Cells[0][0].People()
	assert.False(t, ok)
	assert.Zero(t, people)
	assert.Equal(t, "[suppressed]", shown(table.Cells[0]...))
}

func TestSuppressRefuses(t *testing.T) {
	for _, c := range []struct {
		counts    [][]int64
		threshold int64
		kind      error
		text      string
	}{
		{nil, 5, check.ErrRequired, "/counts"},
		{[][]int64{{}}, 5, check.ErrRequired, "/counts"},
		{[][]int64{{1, 2}, {1}}, 5, check.ErrConflict, "/counts/1"},
		{[][]int64{{1, -2}, {1, math.MaxInt64}}, 5, check.ErrRange, "/counts/0/1: -2"},
		{[][]int64{{1}}, 1, check.ErrRange, "/threshold"},
		{[][]int64{{1}}, math.MaxInt64, check.ErrRange, "/threshold"},
		{make([][]int64, 101), 5, check.ErrRequired, "/counts"},
		{[][]int64{make([]int64, 501)}, 5, check.ErrLimit, "/counts"},
	} {
		_, err := audience.Suppress(c.counts, c.threshold)
		require.ErrorIs(t, err, c.kind, "%v", c)
		assert.ErrorContains(t, err, c.text)
	}
	_, err := audience.SuppressFrequencies(nil, 5)
	require.ErrorIs(t, err, check.ErrRequired)
}

// cross-media-measurement ReachAndFrequencyComputationsTest.kt:234-420 (commit 6ed2ed5)
// folds failing top classes down the same way. TRAP: below the lowest class it shows 0
// for what it suppressed and lets the rest add up to 1; here it stays suppressed, and
// the next class with it, or the total would give it away. Its thresholds on
// impressions and sampling width have no counterpart (the last case is scaled).
func TestSuppressFrequencies(t *testing.T) {
	for _, c := range []struct {
		counts    []int64
		threshold int64
		want      string
	}{
		{[]int64{2758, 1925, 336, 311, 0}, 500, "[2758 1925 647]"},
		{[]int64{10, 30, 70}, 110, "[110]"},
		{[]int64{10, 30, 70}, 11, "[suppressed suppressed 70]"},
		{[]int64{3, 5, 2, 1, 1}, 50, "[suppressed]"},
		{[]int64{20, 60, 140}, 50, "[suppressed suppressed 140]"},
		{[]int64{60, 3, 70}, 5, "[suppressed suppressed 70]"},
	} {
		got, err := audience.SuppressFrequencies(c.counts, c.threshold)
		require.NoError(t, err)
		assert.Equal(t, c.want, shown(got...), "%v below %d", c.counts, c.threshold)
	}
}

func FuzzSuppress(f *testing.F) {
	f.Add([]byte{3, 20, 30, 40}, byte(2), byte(5))
	f.Add([]byte{0, 0, 0, 0, 1, 255}, byte(3), byte(10))
	f.Fuzz(func(t *testing.T, people []byte, columns, threshold byte) {
		if columns == 0 || columns > 4 || len(people) > 16 {
			return
		}
		var counts [][]int64
		for len(people) >= int(columns) {
			var row []int64
			for _, n := range people[:columns] {
				row = append(row, int64(n))
			}
			counts, people = append(counts, row), people[columns:]
		}
		if len(counts) == 0 || len(counts) > 5 || threshold < 2 {
			return
		}
		require.NoError(t, safe(counts, int64(threshold)))
	})
}

func BenchmarkSuppress(b *testing.B) {
	counts := make([][]int64, 10)
	for i := range counts {
		counts[i] = []int64{int64(3 * i), int64(40 + i), int64(100 - 7*i)}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := audience.Suppress(counts, 10); err != nil {
			b.Fatal(err)
		}
	}
}
