package reach

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func goerg(t require.TestingT, views, reach float64) Curve {
	fit, err := FitSize(mustNBD(t, 1), Point{views, reach})
	require.NoError(t, err)
	return fit.Curve
}

// goerg_model_test.py:24-50 (WFA planning-evaluation-framework ad18cdc). The anchor
// floors the inverse to whole impressions; the exact one is size q/(1-q).
func TestGoerg(t *testing.T) {
	c := goerg(t, 200, 100)
	near(t, 200, c.Size(), 1e-9)
	near(t, 150, goerg(t, 300, 100).Size(), 1e-9)
	near(t, 100, c.Reach(200), 1e-9)
	near(t, 66.66666666666667, c.Reach(100), 1e-9)
	for k, want := range []float64{100, 50, 25} {
		near(t, want, c.KPlus(200, k+1), 1e-9, k+1)
	}
	for _, q := range []struct{ share, views float64 }{{0.001, 0.2002002002002}, {1.0 / 3, 100}, {0.5, 200}} {
		views, err := c.Views(q.share * c.Size())
		require.NoError(t, err)
		near(t, q.views, views, 1e-9)
	}
	spend := goerg(t, 20000, 10000) // at 0.01 a view: 0.2002, 100 and 200
	for _, q := range []struct{ share, spend float64 }{{0.001, 0.2002002002002}, {1.0 / 3, 100}, {0.5, 200}} {
		views, err := spend.Views(q.share * spend.Size())
		require.NoError(t, err)
		near(t, q.spend, views*0.01, 1e-9)
	}
}

func TestCurveProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := math.Exp(rapid.Float64Range(0, 18).Draw(t, "size"))
		c, err := NewCurve(size, mustNBD(t, shapes().Draw(t, "shape")))
		require.NoError(t, err)
		views := size * rapid.Float64Range(0, 20).Draw(t, "mean")
		r := c.Reach(views)
		assert.True(t, 0 <= r && r <= size && r <= views*(1+1e-9)+1e-300, "%v", r)
		assert.LessOrEqual(t, c.KPlus(views, 3), r)
		h := 1e-4 * size
		assert.True(t, c.Reach(views+h)-r <= h*c.Slope(views)*(1+1e-6)+1e-9*size, "the slope is the most that further views bring")
		if r < size*(1-1e-6) {
			back, err := c.Views(r)
			require.NoError(t, err)
			near(t, r, c.Reach(back), 1e-9*size)
		}
	})
}

func TestCurveRefuses(t *testing.T) {
	for _, size := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		_, err := NewCurve(size, Poisson())
		require.ErrorContains(t, err, "/size", "%v", size)
	}
	_, err := NewCurve(10, NBD{})
	require.ErrorIs(t, err, check.ErrRequired)
	c, err := NewCurve(40, mustNBD(t, 1))
	require.NoError(t, err)
	for _, people := range []float64{-1, 40, 41, math.NaN()} {
		_, err := c.Views(people)
		require.ErrorIs(t, err, check.ErrRange, "%v", people)
	}
	assert.True(t, math.IsNaN(Curve{}.Reach(1)))
	assert.True(t, math.IsNaN(c.Reach(-1)))
	assert.Equal(t, mustNBD(t, 1), c.Law())
}

func BenchmarkCurveReach(b *testing.B) {
	c := goerg(b, 200, 100)
	b.ReportAllocs()
	for b.Loop() {
		sink = c.Reach(150)
	}
}

func BenchmarkCurveViews(b *testing.B) {
	c := goerg(b, 200, 100)
	b.ReportAllocs()
	for b.Loop() {
		sink, _ = c.Views(80)
	}
}
