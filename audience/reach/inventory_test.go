package reach

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func mustInventory(t require.TestingT, shape, scale float64) Inventory {
	v, err := NewInventory(shape, scale)
	require.NoError(t, err)
	return v
}

// gamma_poisson_model_test.py:86-116 (WFA planning-evaluation-framework ad18cdc): P(reached k)
// at used = 1/3 and 1/2, and the histogram of 16 people at 4 of 12 impressions.
func TestInventoryAgainstGammaPoisson(t *testing.T) {
	v := mustInventory(t, 1, 1)
	for _, c := range []struct {
		used float64
		want []float64
	}{
		{1.0 / 3, []float64{0.5, 0.375, 0.09375}},
		{0.5, []float64{1.0 / 3}},
		{4.0 / 12, []float64{8.0 / 16, 6.0 / 16, 1.5 / 16, 0.375 / 16}},
	} {
		classes := make([]float64, len(c.want)+1)
		v.Frequencies(c.used, classes)
		for k, want := range c.want {
			near(t, want, classes[k], 1e-12, c.used, k)
		}
	}
	// The means of kinflated_gamma_poisson_test.py:128-142 without inflation.
	for _, c := range [][3]float64{{1, 1, 2}, {2, 1, 3}, {1, 2, 3}} {
		near(t, c[2], mustInventory(t, c[0], c[1]).Mean(), 0)
	}
}

// kinflated_gamma_poisson_test.py:242-262: 10,000 people, shape 5, scale 2, inventory
// 110,000. The anchor truncates to whole people; exact values recomputed.
func TestInventoryKPlus(t *testing.T) {
	v := mustInventory(t, 5, 2)
	for k, want := range []float64{6056.7530225455375, 2629.161419065885, 925.8653873843683, 283.31535646552527, 78.42832468994247} {
		near(t, want, 10000*v.KPlus(10000.0/110000, k+1), 1e-7, k+1)
	}
	for k, want := range []float64{7413.847280894865, 4234.629464551331, 2015.8437670376572, 843.9499127170566, 321.62008050558944} {
		near(t, want, 10000*v.KPlus(15000.0/110000, k+1), 1e-7, k+1)
	}
	// TRAP: values the anchor asserts add up to 35,783 exposures for 10,000 impressions.
	sum := 0.0
	for k := 1; k <= 400; k++ {
		sum += 10000 * v.KPlus(10000.0/110000, k)
	}
	near(t, 10000, sum, 1e-6)
}

// Shape 1 is exponential-Poisson: kinflated_gamma_poisson_test.py:146-156, in which
// impressions, audience and scale give the reach.
func TestInventoryExponentialPoisson(t *testing.T) {
	for _, c := range []struct{ impressions, people, scale, reach, tolerance float64 }{
		{20000, 10000, 3, 8000, 1e-8},
		{19971, 12560, 26.19, 7888.784741796943, 1e-8},
		{30000, 10000, 2, 10000, 1e-8},
	} {
		v := mustInventory(t, 1, c.scale)
		near(t, c.reach, c.people*v.Reach(c.impressions/(c.people*v.Mean())), c.tolerance, c)
	}
}

// TRAP: the reference code stops its sum at 1,000 exposures and gives 0.542 and 0.720.
func TestInventoryIsNotTruncated(t *testing.T) {
	near(t, 0.91, mustInventory(t, 1, 1000).Reach(0.01), 1e-12)
	near(t, 0.802, mustInventory(t, 1, 400).Reach(0.01), 1e-12)
}

func TestInventoryProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := math.Exp(rapid.Float64Range(math.Log(0.01), math.Log(1e3)).Draw(t, "shape"))
		scale := rapid.OneOf(rapid.Just(0.0), rapid.Map(rapid.Float64Range(-7, 9), math.Exp)).Draw(t, "scale")
		v := mustInventory(t, shape, scale)
		used := rapid.Float64Range(0, 1).Draw(t, "used")
		r := v.Reach(used)
		assert.True(t, used-1e-12 <= r && r <= 1 && r <= used*v.Mean()*(1+1e-9)+1e-12, "%v of %v", r, used)
		near(t, r, v.KPlus(used, 1), 1e-12)
		n := rapid.IntRange(1, 60).Draw(t, "times")
		assert.LessOrEqual(t, v.KPlus(used, n+1), v.KPlus(used, n)+1e-12)
		back, err := v.Used(r)
		require.NoError(t, err)
		near(t, r, v.Reach(back), 1e-12, "the inverse at", back)
		near(t, 1, v.Reach(1), 1e-12)
		assert.Zero(t, v.Reach(0))
	})
}

func TestInventoryRefuses(t *testing.T) {
	for _, c := range [][2]float64{{0, 1}, {1, -1}, {1, math.NaN()}, {math.NaN(), 1}, {math.Inf(1), 1}, {1, 1e10}} {
		_, err := NewInventory(c[0], c[1])
		require.Error(t, err, "%v", c)
	}
	v := mustInventory(t, 1, 3)
	for _, used := range []float64{-0.1, 1.1, math.NaN()} {
		assert.True(t, math.IsNaN(v.Reach(used)))
		_, err := v.Used(used)
		require.ErrorIs(t, err, check.ErrRange)
	}
	assert.True(t, math.IsNaN(Inventory{}.Reach(0.5)))
	_, err := Inventory{}.Used(0.5)
	require.Error(t, err)
	all, err := v.Used(1)
	require.NoError(t, err)
	near(t, 1, all, 1e-12)
}

func FuzzInventory(f *testing.F) {
	f.Add(1.0, 1000.0, 0.01)
	f.Add(1e-4, 1e9, 0.999)
	f.Fuzz(func(t *testing.T, shape, scale, x float64) {
		v, err := NewInventory(shape, scale)
		if err != nil {
			return
		}
		used, err := v.Used(x)
		if err != nil {
			return
		}
		require.True(t, used >= 0 && used <= 1, "Used(%v) = %v", x, used)
		near(t, x, v.Reach(used), 1e-9)
	})
}

func BenchmarkInventoryReach(b *testing.B) {
	v := mustInventory(b, 5, 2)
	b.ReportAllocs()
	for b.Loop() {
		sink = v.Reach(0.1)
	}
}

func BenchmarkInventoryKPlus(b *testing.B) {
	v := mustInventory(b, 5, 2)
	b.ReportAllocs()
	for b.Loop() {
		sink = v.KPlus(0.1, 3)
	}
}

func BenchmarkInventoryUsed(b *testing.B) {
	v := mustInventory(b, 5, 2)
	b.ReportAllocs()
	for b.Loop() {
		sink, _ = v.Used(0.6)
	}
}
