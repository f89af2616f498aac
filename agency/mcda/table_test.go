package mcda

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// saw-01: jbytecode/JMcDM test/mcdm/testsaw.jl, with its x/max and min/x made
// explicit as values: the table takes values, it does not normalise.
func TestRankingSimpleAdditiveWeighting(t *testing.T) {
	raw := [][]float64{{25, 65, 7, 20}, {21, 78, 6, 24}, {19, 53, 5, 33}, {22, 25, 2, 31}}
	rows := make([][]float64, len(raw))
	for a, r := range raw {
		rows[a] = []float64{r[0] / 25, r[1] / 78, 2 / r[2], r[3] / 33}
	}
	r, err := table(t, rows...).Ranking(weights(t, 0.25, 0.25, 0.25, 0.25))
	require.NoError(t, err)
	nearAll(t, []float64{0.681277, 0.725151, 0.709871, 0.784976}, r.Scores, 1e-4)
	assert.Equal(t, []int{3, 1, 2, 0}, r.Order)
	assert.Equal(t, []int{4, 2, 3, 1}, r.Ranks)
	assert.Equal(t, []int{3}, r.Best())
}

// Ranks are ranks, not the result of an argsort (Glitchfix/TOPSIS-Python issue 1,
// QSD-Group/DMsan issue 14), and tied alternatives share one.
func TestNewRankingTies(t *testing.T) {
	r, err := NewRanking([]float64{0.2, 0.9, 0.1 + 0.2, 0.9, 0.3})
	require.NoError(t, err)
	assert.Equal(t, []int{1, 3, 2, 4, 0}, r.Order)
	assert.Equal(t, []int{5, 1, 3, 1, 3}, r.Ranks, "0.1+0.2 and 0.3 tie in spite of rounding")
	assert.Equal(t, []int{1, 3}, r.Best())
	assert.Empty(t, Ranking{}.Best())
	_, err = NewRanking(nil)
	problem(t, err, "", check.ErrRequired)
	_, err = NewRanking([]float64{1, math.NaN()})
	problem(t, err, "/1", check.ErrFinite)
}

func TestNewTableProblems(t *testing.T) {
	_, err := NewTable(nil)
	problem(t, err, "", check.ErrRequired)
	_, err = NewTable([][]float64{{1, 2}, {1}, {}, {math.NaN(), math.Inf(1)}, {1, 1e300}})
	problem(t, err, "/1", check.ErrConflict)
	problem(t, err, "/2", check.ErrRequired)
	problem(t, err, "/3/0", check.ErrFinite)
	problem(t, err, "/3/1", check.ErrFinite)
	problem(t, err, "/4/1", check.ErrRange)
	_, err = NewTable(make([][]float64, maxAlternatives+1))
	problem(t, err, "", check.ErrLimit)
	_, err = Table{}.Ranking(Weights{1})
	problem(t, err, "/alternatives", check.ErrRequired)
	_, err = table(t, []float64{1, 2}).Ranking(Weights{1})
	problem(t, err, "/weights", check.ErrConflict)
}

func TestTableKeepsItsOwnRows(t *testing.T) {
	rows := [][]float64{{1, 0}, {0, 1}}
	tab := table(t, rows...)
	rows[0][0] = -5
	r, err := tab.Ranking(weights(t, 0.7, 0.3))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1}, r.Order)
}

func TestSingleAlternativeAndConstantCriterion(t *testing.T) {
	r, err := table(t, []float64{0.3, 0.3}).Ranking(weights(t, 0.5, 0.5))
	require.NoError(t, err)
	assert.Equal(t, []int{1}, r.Ranks)
	r, err = table(t, []float64{1, 0.4}, []float64{0, 0.4}).Ranking(weights(t, 0, 1))
	require.NoError(t, err)
	assert.Equal(t, []int{1, 1}, r.Ranks, "only the constant criterion counts: a tie")
}

// genTable draws values on a grid, so that ties and equal columns happen.
func genTable(t *rapid.T, minAlternatives int) (Table, [][]float64) {
	n := rapid.IntRange(minAlternatives, 5).Draw(t, "alternatives")
	m := rapid.IntRange(1, 6).Draw(t, "criteria")
	rows := make([][]float64, n)
	for a := range rows {
		rows[a] = make([]float64, m)
		for c := range rows[a] {
			rows[a][c] = float64(rapid.IntRange(0, 20).Draw(t, "v")) / 20
		}
	}
	tab, err := NewTable(rows)
	require.NoError(t, err)
	return tab, rows
}

func genWeights(t *rapid.T, n int) Weights {
	points := make([]float64, n)
	for i := range points {
		points[i] = float64(rapid.IntRange(0, 10).Draw(t, "points"))
	}
	if largest(points) == 0 {
		points[0] = 1
	}
	w, err := Swing(points...)
	require.NoError(t, err)
	return w
}

func TestRankingInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 2)
		w := genWeights(t, tab.Criteria())
		r, err := tab.Ranking(w)
		require.NoError(t, err)

		// Permuting alternatives permutes the ranks.
		perm := rapid.Permutation(indices(len(rows))).Draw(t, "perm")
		moved := make([][]float64, len(rows))
		for i, a := range perm {
			moved[i] = rows[a]
		}
		p, err := must(NewTable(moved)).Ranking(w)
		require.NoError(t, err)
		for i, a := range perm {
			require.Equal(t, r.Ranks[a], p.Ranks[i])
		}

		// Permuting criteria and their weights changes no rank.
		order := rapid.Permutation(indices(tab.Criteria())).Draw(t, "order")
		turned, pw := make([][]float64, len(rows)), make(Weights, len(order))
		for a := range rows {
			turned[a] = make([]float64, len(order))
			for i, c := range order {
				turned[a][i], pw[i] = rows[a][c], w[c]
			}
		}
		p, err = must(NewTable(turned)).Ranking(pw)
		require.NoError(t, err)
		require.Equal(t, r.Ranks, p.Ranks)

		// A zero-weight criterion is a removed one, a constant one changes no rank.
		wider := make([][]float64, len(rows))
		constant := make([][]float64, len(rows))
		for a := range rows {
			wider[a] = append(slices.Clone(rows[a]), rapid.Float64Range(0, 1).Draw(t, "extra"))
			constant[a] = append(slices.Clone(rows[a]), 0.35)
		}
		p, err = must(NewTable(wider)).Ranking(append(slices.Clone(w), 0))
		require.NoError(t, err)
		require.Equal(t, r.Ranks, p.Ranks)
		half := append(slices.Clone(w), 0.5)
		for c := range w {
			half[c] /= 2
		}
		p, err = must(NewTable(constant)).Ranking(half)
		require.NoError(t, err)
		require.Equal(t, r.Ranks, p.Ranks)

		// One alternative more turns no order of two others round.
		more := make([]float64, len(rows[0]))
		for c := range more {
			more[c] = rapid.Float64Range(0, 1).Draw(t, "more")
		}
		p, err = must(NewTable(append(slices.Clone(rows), more))).Ranking(w)
		require.NoError(t, err)
		for a := range rows {
			for b := range rows {
				require.Equal(t, r.Ranks[a] < r.Ranks[b], p.Ranks[a] < p.Ranks[b])
			}
		}
	})
}

// Two offers that differ by one euro differ by one euro on a fixed scale, and
// not by the whole of it as with min-max normalisation
// (EnergySystemsModellingLab/MUSE_OS issue 317): the better service wins.
func TestFixedScaleKeepsSmallDifferencesSmall(t *testing.T) {
	cost := MustValueFunction(Refuse, Point{0, 1}, Point{100_000, 0})
	a, err := cost.At(50_000)
	require.NoError(t, err)
	b, err := cost.At(50_001)
	require.NoError(t, err)
	r, err := table(t, []float64{a, 0.5}, []float64{b, 0.6}).Ranking(weights(t, 0.9, 0.1))
	require.NoError(t, err)
	assert.Equal(t, []int{1}, r.Best())
}

func indices(n int) []int {
	is := make([]int, n)
	for i := range is {
		is[i] = i
	}
	return is
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
