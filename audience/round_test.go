package audience_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
)

func TestRoundParts(t *testing.T) {
	for _, c := range []struct {
		parts []float64
		base  int64
		want  []int64
		total int64
	}{
		{[]float64{33.4, 33.3, 33.3}, 1, []int64{34, 33, 33}, 100},          // each alone rounds to 33, 99 in all
		{[]float64{1249, 1249, 1249}, 100, []int64{1300, 1200, 1200}, 3700}, // 3,747; equal remainders: the first
		{[]float64{0, 0.5, 0.5}, 1, []int64{0, 1, 0}, 1},                    // nobody stays nobody
		{[]float64{0.1 + 0.2, 0.3, 0.4}, 1, []int64{0, 0, 1}, 1},            // not the last bit of 0.1+0.2
		{[]float64{200, 300}, 100, []int64{200, 300}, 500},                  // multiples stay
		{[]float64{0.1 + 0.2, 0.3}, 1, []int64{1, 0}, 1},                    // 0.6; equal but for the last bit
		{[]float64{0.3, 0.1 + 0.2}, 1, []int64{1, 0}, 1},                    // whichever has it
		{[]float64{0.29 * 100, 0.71 * 100}, 1, []int64{29, 71}, 100},        // 28.999999999999996 is 29
		{nil, 10, []int64{}, 0},
	} {
		got, total, err := audience.RoundParts(c.parts, c.base)
		require.NoError(t, err)
		assert.Equal(t, c.want, got, "%v", c.parts)
		assert.Equal(t, c.total, total, "%v", c.parts)
	}
}

func TestRoundPartsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Float64Range(0, 1e6), 0, 30).Draw(t, "parts")
		base := rapid.SampledFrom([]int64{1, 10, 50, 1000}).Draw(t, "base")
		got, total, err := audience.RoundParts(parts, base)
		require.NoError(t, err)
		sum, whole := int64(0), 0.0
		for i, n := range got {
			sum, whole = sum+n, whole+parts[i]
			assert.Zero(t, n%base)
			assert.Less(t, math.Abs(float64(n)-parts[i]), float64(base)*(1+1e-6), "%v of %v", n, parts[i])
		}
		assert.Equal(t, total, sum)
		assert.LessOrEqual(t, math.Abs(float64(total)-whole), float64(base)/2*(1+1e-6))
	})
}

func TestRoundPartsRefuses(t *testing.T) {
	_, _, err := audience.RoundParts([]float64{1, math.NaN(), -1, math.Inf(1), 1e11}, 0)
	require.ErrorIs(t, err, check.ErrRange)
	for _, place := range []string{"/base: 0", "/parts/1: NaN", "/parts/2: -1", "/parts/3", "/parts/4"} {
		assert.ErrorContains(t, err, place)
	}
	_, _, err = audience.RoundParts(make([]float64, 100_001), 1)
	require.ErrorIs(t, err, check.ErrLimit)
}
