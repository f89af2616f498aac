package mcda

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Barron 1992; Valdecy/pyDecision pyDecision/algorithm/roc.py (roc-2, roc-3).
func TestRankOrderCentroid(t *testing.T) {
	for _, tt := range []struct {
		order []int
		want  []float64
	}{
		{[]int{0}, []float64{1}},
		{[]int{0, 1}, []float64{3.0 / 4, 1.0 / 4}},
		{[]int{0, 1, 2}, []float64{11.0 / 18, 5.0 / 18, 1.0 / 9}},
		{[]int{2, 0, 1}, []float64{5.0 / 18, 1.0 / 9, 11.0 / 18}},
	} {
		w, err := RankOrderCentroid(tt.order...)
		require.NoError(t, err)
		nearAll(t, tt.want, w, 1e-12)
	}
	_, err := RankOrderCentroid(0, 0, 3)
	problem(t, err, "/1", check.ErrDuplicate)
	problem(t, err, "/2", check.ErrRange)
	_, err = RankOrderCentroid()
	problem(t, err, "", check.ErrRequired)
}

func TestEqualAndSwing(t *testing.T) {
	w, err := Equal(4)
	require.NoError(t, err)
	nearAll(t, []float64{0.25, 0.25, 0.25, 0.25}, w, 0)
	w, err = Swing(100, 60, 40, 0)
	require.NoError(t, err)
	nearAll(t, []float64{0.5, 0.3, 0.2, 0}, w, 1e-15)
	for _, n := range []int{-1, 0, 65, math.MaxInt} {
		_, err = Equal(n)
		require.Error(t, err, "Equal(%d)", n)
	}
	_, err = Swing(0, 0)
	problem(t, err, "", check.ErrRange)
	_, err = Swing(1, -1, math.NaN(), math.Inf(1))
	problem(t, err, "/1", check.ErrRange)
	problem(t, err, "/2", check.ErrFinite)
	problem(t, err, "/3", check.ErrFinite)
}

// wsm-03 (kotbaton/pymcdm, TestWSM) takes weights that add up to 2 and pyDecision
// issue 23 normalises them silently. Here they are refused.
func TestNewWeightsRefusesOtherSums(t *testing.T) {
	_, err := NewWeights(0.6153846153846154, 0.38461538461538464, 0.46153846153846156, 0.5384615384615384)
	p := problem(t, err, "", check.ErrRange)
	assert.Contains(t, p.Want, "add up to 1")
	_, err = NewWeights(0.5, -0.5, 1)
	problem(t, err, "/1", check.ErrRange)
	_, err = NewWeights(0, 0)
	problem(t, err, "", check.ErrRange)
	_, err = NewWeights()
	problem(t, err, "", check.ErrRequired)
	_, err = NewWeights(math.NaN(), 1)
	problem(t, err, "/0", check.ErrFinite)
}

func TestShift(t *testing.T) {
	// sens-01: drugis/mcda-elicitation-web R/sensitivityWeightPlot.R.
	w, err := weights(t, 0.5, 0.3, 0.2).Shift(0, 0.8)
	require.NoError(t, err)
	nearAll(t, []float64{0.8, 0.12, 0.08}, w, 1e-12)
	// No proportion to keep: the rest is shared equally.
	w, err = weights(t, 1, 0, 0).Shift(0, 0.5)
	require.NoError(t, err)
	nearAll(t, []float64{0.5, 0.25, 0.25}, w, 1e-15)
	w, err = weights(t, 1).Shift(0, 1)
	require.NoError(t, err)
	nearAll(t, []float64{1}, w, 0)
	_, err = weights(t, 1).Shift(0, 0.5)
	problem(t, err, "/value", check.ErrConflict)
	_, err = weights(t, 0.5, 0.5).Shift(2, 1.5)
	problem(t, err, "/criterion", check.ErrRange)
	problem(t, err, "/value", check.ErrRange)
}

func TestSwingProportions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Float64Range(0.01, 100), 1, 8).Draw(t, "points")
		factor := rapid.Float64Range(1e-6, 1e6).Draw(t, "factor")
		scaled := make([]float64, len(points))
		for i := range points {
			scaled[i] = points[i] * factor
		}
		a, err := Swing(points...)
		require.NoError(t, err)
		b, err := Swing(scaled...)
		require.NoError(t, err)
		for i := range a {
			require.InDelta(t, a[i], b[i], 1e-12, "scaling all points changes nothing")
			require.InDelta(t, points[i]*a[0], points[0]*a[i], 1e-9)
		}
		_, err = NewWeights(a...)
		require.NoError(t, err, "what Swing returns is accepted")
	})
}
