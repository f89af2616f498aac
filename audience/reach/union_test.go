package reach

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Video Trends 2025: Reels 27.7, Shorts 21.0 and TikTok 17.5 million several times
// a week, together 41.6 million, of 70.1 million people from 14.
var germany2025 = []float64{27.7 / 70.1, 21.0 / 70.1, 17.5 / 70.1}

func TestUnionGivesBackGermany2025(t *testing.T) {
	near(t, 41.6, 70.1*mustNBD(t, 1.12).Union(germany2025), 0.05)
	near(t, 47.8, 70.1*Poisson().Union(germany2025), 0.05) // independence is 15 % too many

	fitted, err := FitUnion(germany2025, 41.6/70.1)
	require.NoError(t, err)
	near(t, 1.12, fitted.Shape(), 0.005)
	near(t, 41.6, 70.1*fitted.Union(germany2025), 1e-9)
}

// mediaPlanR README.md:188 and 205-236 (commit e49aa57), and 400 items of one in a
// thousand from latinbusinesstoday.com, exact 0.329814.
func TestIndependenceIsSainsbury(t *testing.T) {
	near(t, 0.524, Poisson().Union([]float64{0.3, 0.2, 0.15}), 1e-12)
	near(t, 0.3298140939932599, Poisson().Union(slices.Repeat([]float64{0.001}, 400)), 1e-12)

	for _, c := range []struct {
		reaches, want []float64
	}{
		{[]float64{0.3, 0.4, 0.2}, []float64{0.336, 0.452, 0.188, 0.024}},
		{[]float64{0.3, 0.3, 0.3}, []float64{0.343, 0.441, 0.189, 0.027}}, // README:275-302, equal ones: binomial
		{[]float64{1, 0}, []float64{0, 1, 0}},
		{nil, []float64{1}},
	} {
		got, err := Sainsbury(c.reaches)
		require.NoError(t, err)
		require.Len(t, got, len(c.want))
		for j, want := range c.want {
			near(t, want, got[j], 1e-12, "exactly", j, "of", c.reaches)
		}
		near(t, 1-got[0], Poisson().Union(c.reaches), 1e-12)
	}
	_, err := Sainsbury([]float64{0.1, 1.1})
	require.ErrorIs(t, err, check.ErrRange)
	assert.ErrorContains(t, err, "/reaches/1")
}

// WFA planning-evaluation-framework (commit ad18cdc): two publishers of 100,000 and
// 80,000 of 200,000, independent, give 140,000 (pairwise_union_reach_surface_test.py:
// 79-88). TRAP: for three publishers of one half each the anchor's row sums force a
// union of at least 1.125 of the universe; independence is 0.875.
func TestUnionStaysInsideThePopulation(t *testing.T) {
	near(t, 140000, 200000*Poisson().Union([]float64{0.5, 0.4}), 1e-9)
	near(t, 0.875, Poisson().Union([]float64{0.5, 0.5, 0.5}), 1e-12)
	bounds, err := UnionBounds([]float64{0.5, 0.5, 0.5})
	require.NoError(t, err)
	assert.Equal(t, Bounds{Lo: 0.5, Hi: 1, Sharp: true}, bounds)
}

func TestUnionAtItsLimits(t *testing.T) {
	for _, d := range []NBD{mustNBD(t, minShape), mustNBD(t, 1.12), Poisson()} {
		assert.Zero(t, d.Union(nil))
		assert.Zero(t, d.Union([]float64{0, 0}))
		near(t, 1, d.Union([]float64{0.2, 1}), 0)
		near(t, 0.2, d.Union([]float64{0.2, 0}), 1e-15)
		for _, bad := range []float64{math.NaN(), -0.1, 1.1, math.Inf(1)} {
			assert.True(t, math.IsNaN(d.Union([]float64{0.2, bad})), bad)
		}
	}
	assert.True(t, math.IsNaN(NBD{}.Union([]float64{0.2})))
	// The smallest shape is all but the same people on both platforms.
	near(t, 0.4, mustNBD(t, minShape).Union([]float64{0.4, 0.3}), 1e-3)
}

// slowUnion averages over the activity of people by brute force: given the activity,
// being reached on one platform is independent of the others.
func slowUnion(shape float64, reaches []float64) float64 {
	const steps = 400_000 // midpoints of u in (0,1), activity from -ln u only for shape 1
	sum := 0.0
	for i := range steps {
		activity := -math.Log((float64(i) + 0.5) / steps)
		none := 1.0
		for _, r := range reaches {
			m, _ := NBD{shape}.Mean(r)
			none *= math.Exp(-activity * m)
		}
		sum += 1 - none
	}
	return sum / steps
}

func TestUnionAgainstAveragedActivity(t *testing.T) {
	for _, reaches := range [][]float64{germany2025, {0.9, 0.01}, {0.3}} {
		near(t, slowUnion(1, reaches), mustNBD(t, 1).Union(reaches), 1e-5, reaches)
	}
}

func reachesOf(lo, hi int) *rapid.Generator[[]float64] {
	return rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{0, 1, 0.5})), lo, hi)
}

func TestUnionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := mustNBD(t, shapes().Draw(t, "shape"))
		reaches := reachesOf(1, 8).Draw(t, "reaches")
		union := d.Union(reaches)
		bounds, err := UnionBounds(reaches)
		require.NoError(t, err)
		assert.True(t, bounds.Lo <= union && union <= bounds.Hi, "%v in %v", union, bounds)
		assert.True(t, union <= Poisson().Union(reaches)+1e-12, "shared activity never exceeds independence")

		assert.Equal(t, union, d.Union(append([]float64{0}, reaches...)), "an empty platform changes nothing")
		turned := slices.Clone(reaches)
		slices.Reverse(turned)
		near(t, union, d.Union(turned), 1e-12, "the order changes nothing")

		more := slices.Clone(reaches)
		i := rapid.IntRange(0, len(more)-1).Draw(t, "which")
		more[i] += (1 - more[i]) * rapid.Float64Range(0, 1).Draw(t, "more")
		assert.GreaterOrEqual(t, d.Union(more), union-1e-12, "more people on one platform are never fewer in all")

		wider := mustNBD(t, min(d.Shape()*2, maxShape, d.Shape()+maxShape))
		assert.GreaterOrEqual(t, wider.Union(reaches), union-1e-9*max(1, d.Shape()/1e3), "the union rises with the shape")
	})
}

func TestFitUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.Float64Range(0.05, 50).Draw(t, "shape")
		reaches := rapid.SliceOfN(rapid.Float64Range(0.02, 0.9), 2, 5).Draw(t, "reaches")
		fitted, err := FitUnion(reaches, mustNBD(t, shape).Union(reaches))
		require.NoError(t, err)
		near(t, mustNBD(t, shape).Union(reaches), fitted.Union(reaches), 1e-9)
	})
	independent, err := FitUnion(germany2025, Poisson().Union(germany2025))
	require.NoError(t, err)
	assert.Equal(t, Poisson(), independent)

	for _, c := range []struct {
		reaches  []float64
		observed float64
		path     string
	}{
		{germany2025, 0.8, "/observed"},
		{germany2025, 0.3, "/observed"},
		{germany2025, math.NaN(), "/observed"},
		{[]float64{0.5}, 0.5, "/reaches"},
		{[]float64{0, 0.5}, 0.5, "/reaches"},
		{[]float64{1, 1}, 1, "/reaches"},
		{[]float64{math.NaN(), 0.2}, 0.5, "/reaches/0"},
	} {
		_, err := FitUnion(c.reaches, c.observed)
		require.Error(t, err, "FitUnion(%v, %v)", c.reaches, c.observed)
		assert.ErrorContains(t, err, c.path)
	}
}

func TestAssumptionText(t *testing.T) {
	for _, a := range []Assumption{SharedActivity, Independence} {
		text, err := json.Marshal(a)
		require.NoError(t, err)
		var back Assumption
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, a, back)
	}
	assert.Equal(t, "sharedActivity", SharedActivity.String())
	_, err := json.Marshal(Assumption(0))
	require.ErrorIs(t, err, check.ErrUnknown)
	var a Assumption
	require.ErrorIs(t, a.UnmarshalText([]byte("Independence")), check.ErrUnknown)

	assert.Equal(t, Independence, Poisson().Assumption())
	assert.Equal(t, SharedActivity, mustNBD(t, 1).Assumption())
	assert.Zero(t, NBD{}.Assumption())
}

func FuzzUnion(f *testing.F) {
	f.Add(1.12, 0.4, 0.3, 0.25, 0.2)
	f.Add(1e-4, 1.0, 0.999999, 0.5, 0.5)
	f.Add(math.Inf(1), 0.0, 0.0, 1e-300, 0.0)
	f.Fuzz(func(t *testing.T, shape, a, b, c, both float64) {
		reaches := []float64{a, b, c}
		bounds, err := UnionBounds(reaches, Pair{0, 1, both})
		if err != nil {
			return
		}
		require.True(t, 0 <= bounds.Lo && bounds.Lo <= bounds.Hi && bounds.Hi <= 1, "%v", bounds)
		d, err := NewNBD(shape)
		if err != nil {
			return
		}
		union := d.Union(reaches)
		require.True(t, max(a, b, c) <= union && union <= min(1, a+b+c), "Union(%v) = %v", reaches, union)
		parts, err := d.Increments(reaches)
		require.NoError(t, err)
		sum := 0.0
		for _, p := range parts {
			sum += p.Shapley
		}
		near(t, union, sum, 1e-9)
		if fitted, err := FitUnion(reaches, union); err == nil {
			near(t, union, fitted.Union(reaches), 1e-6)
		}
	})
}

func BenchmarkUnion(b *testing.B) {
	d := mustNBD(b, 1.12)
	b.ReportAllocs()
	for b.Loop() {
		sink = d.Union(germany2025)
	}
}
