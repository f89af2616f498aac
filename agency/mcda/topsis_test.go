package mcda

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestTOPSIS(t *testing.T) {
	third := 1.0 / 3
	for _, tt := range []struct {
		name         string
		measurements [][]float64
		points       []float64
		less         []bool
		want         []float64
		tolerance    float64
	}{
		// quatrope/scikit-criteria tests/agg/test_topsis.py takes the matrix without
		// normalisation and equal weights: weights in proportion to the lengths of
		// the columns (1, 5, sqrt 45) undo the vector normalisation.
		{"topsis-01", [][]float64{{1, 0, 3}, {0, 5, 6}}, []float64{1, 5, math.Sqrt(45)}, []bool{false, false, false}, []float64{0.14639248, 0.85360752}, 1e-8},
		// The winner is the first here; with min-max normalisation it is the second.
		{"topsis-05", [][]float64{{1, 3000}, {2, 3750}, {5, 4500}}, []float64{1, 1}, []bool{true, false}, []float64{0.76214, 0.72218, 0.23786}, 5e-6},
		// cran/MCDA tests/testthat/test-TOPSIS.R; without the third car and the last
		// criterion the closeness is another: it depends on the set.
		{"topsis-06", [][]float64{{5490, 51.4, 8.5, 285}, {6500, 70.6, 7, 288}, {6489, 54.3, 7.5, 290}}, []float64{35, 25, 25, 15}, []bool{true, false, false, false}, []float64{0.4817, 0.5182, 0.178}, 5e-5},
		{"topsis-07", [][]float64{{5490, 51.4, 8.5}, {6500, 70.6, 7}}, []float64{35, 25, 25}, []bool{true, false, false}, []float64{0.4943, 0.5057}, 5e-5},
		// energyinpython/pyrepo-mcda issue 1, open-AIMS/ADRIA.jl issue 629: NaN.
		{"constant criterion", [][]float64{{1, 4, 0}, {3, 4, 0}}, []float64{1, 1, 1}, []bool{false, true, false}, []float64{0, 1}, 0},
		{"single alternative", [][]float64{{1, 2, 3}}, []float64{third, third, third}, []bool{false, false, false}, []float64{0.5}, 0},
		{"weight on a constant alone", [][]float64{{1, 4}, {3, 4}}, []float64{0, 1}, []bool{false, false}, []float64{0.5, 0.5}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := TOPSIS(tt.measurements, must(Swing(tt.points...)), tt.less)
			require.NoError(t, err)
			nearAll(t, tt.want, got, tt.tolerance)
		})
	}
	_, err := TOPSIS([][]float64{{1, math.NaN()}}, Weights{1}, nil)
	problem(t, err, "/measurements/0/1", check.ErrFinite)
	_, err = TOPSIS([][]float64{{1, 2}}, Weights{.5, .5}, nil)
	problem(t, err, "/less", check.ErrConflict)
	_, err = TOPSIS([][]float64{{1, 2}}, Weights{.5, .6}, []bool{true, true})
	problem(t, err, "/weights", check.ErrRange)
}

func TestTOPSISInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 1)
		w := genWeights(t, tab.Criteria())
		less := make([]bool, len(w))
		factor := rapid.Float64Range(0.001, 1000).Draw(t, "factor")
		scaled := make([][]float64, len(rows))
		for a := range rows {
			scaled[a] = make([]float64, len(w))
			for c, v := range rows[a] {
				scaled[a][c] = v * factor
			}
		}
		x, err := TOPSIS(rows, w, less)
		require.NoError(t, err)
		y, err := TOPSIS(scaled, w, less)
		require.NoError(t, err)
		for a := range x {
			require.False(t, math.IsNaN(x[a]))
			require.True(t, x[a] >= 0 && x[a] <= 1)
			require.InDelta(t, x[a], y[a], 1e-9, "another unit changes nothing")
		}
	})
	// A zero-weight criterion is a removed one.
	a, err := TOPSIS([][]float64{{1, 3, 9}, {2, 1, 4}}, Weights{.5, .5, 0}, []bool{false, false, true})
	require.NoError(t, err)
	b, err := TOPSIS([][]float64{{1, 3}, {2, 1}}, Weights{.5, .5}, []bool{false, false})
	require.NoError(t, err)
	assert.Equal(t, a, b)
}
