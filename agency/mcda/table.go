package mcda

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Table holds the value of every alternative on every criterion, on fixed
// scales where more is better (usually 0 to 1, see [ValueFunction]). It is
// built by [NewTable]; the zero Table has no alternatives and every method
// refuses it.
type Table struct {
	rows  [][]float64
	scale float64 // largest absolute value
}

// NewTable returns the table with one row for each alternative and one column
// for each criterion: 1 to 256 rows of equal length from 1 to 64. A constant
// column and a single alternative are fine; NaN, infinities and values beyond
// ±1e100 are not.
func NewTable(rows [][]float64) (Table, error) {
	var l check.List
	if count(&l, "", len(rows), maxAlternatives, "alternatives") {
		for a, row := range rows {
			at := check.Pointer(a)
			if !count(&l, at, len(row), maxCriteria, "criteria") {
				continue
			}
			if len(row) != len(rows[0]) {
				l.Add(at, check.ErrConflict, len(row), plural(len(rows[0]), "value as in the first row", "values as in the first row"))
			}
			for c, v := range row {
				magnitude(&l, at+check.Pointer(c), v)
			}
		}
	}
	if err := l.Err(); err != nil {
		return Table{}, err
	}
	t := Table{rows: make([][]float64, len(rows))}
	for a, row := range rows {
		t.rows[a] = slices.Clone(row)
		t.scale = max(t.scale, largest(row))
	}
	return t, nil
}

// Alternatives returns the number of alternatives.
func (t Table) Alternatives() int { return len(t.rows) }

// Criteria returns the number of criteria.
func (t Table) Criteria() int {
	if len(t.rows) == 0 {
		return 0
	}
	return len(t.rows[0])
}

// tie is the difference of scores up to which two alternatives tie.
func (t Table) tie() float64 { return tieShare * t.scale }

// check notes an empty table, else what is wrong with the weights for it, and
// reports whether both are right.
func (t Table) check(l *check.List, w Weights) bool {
	return count(l, "/alternatives", len(t.rows), maxAlternatives, "alternatives") &&
		w.check(l, "/weights", t.Criteria())
}

// Ranking ranks the alternatives by the sum of weight times value. Scores tie
// when they differ by at most 1e-12 of the largest absolute value in the table.
func (t Table) Ranking(w Weights) (Ranking, error) {
	var l check.List
	if !t.check(&l, w) {
		return Ranking{}, l.Err()
	}
	return rank(t.scores(w), t.tie()), nil
}

func (t Table) scores(w Weights) []float64 {
	s := make([]float64, len(t.rows))
	for a, row := range t.rows {
		s[a] = w.score(row)
	}
	return s
}

// difference returns row a minus row b, with differences too small to tell from
// rounding set to 0.
func (t Table) difference(a, b int) []float64 {
	d := make([]float64, t.Criteria())
	for c := range d {
		d[c] = snap(t.rows[a][c]-t.rows[b][c], t.tie())
	}
	return d
}

// snap returns 0 for what cannot be told from it.
func snap(d, tie float64) float64 {
	if d >= -tie && d <= tie {
		return 0
	}
	return d
}
