package reach

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// NBDdirichlet print.dirichlet.Rd:60-66: 56 % bought, 2.6 times each, gives M = 1.456
// and K = 0.778816.
func TestFitShapeOfOnePoint(t *testing.T) {
	fit, err := FitShape(1, Point{Views: 1.456, Reach: 0.56})
	require.NoError(t, err)
	near(t, 0.7788158827707692, fit.Curve.Law().Shape(), 1e-9)
	_, known := fit.StdErr()
	assert.False(t, known, "one point says nothing about its own error")
}

// Points on a curve give the curve back, under every law, and with no error left.
func TestFitsMeetTheirCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := math.Exp(rapid.Float64Range(3, 16).Draw(t, "size"))
		shape := math.Exp(rapid.Float64Range(-3, 3).Draw(t, "shape"))
		c, err := NewCurve(size, mustNBD(t, shape))
		require.NoError(t, err)
		var points []Point
		for range rapid.IntRange(1, 5).Draw(t, "points") {
			views := size * rapid.Float64Range(0.1, 5).Draw(t, "mean")
			points = append(points, Point{views, c.Reach(views)})
		}
		bySize, err := FitSize(c.Law(), points...)
		require.NoError(t, err)
		near(t, 1, bySize.Curve.Size()/size, 1e-5)
		byShape, err := FitShape(size, points...)
		require.NoError(t, err)
		near(t, 1, byShape.Curve.Law().Shape()/shape, 1e-4)
		stdErr, known := byShape.StdErr()
		assert.Equal(t, len(points) > 1, known)
		assert.Less(t, stdErr, 1e-4)
	})
}

// Goerg under misses of reach: 1,000 channels with eight weeks each and errors of 5 %.
// About 68 % of the true values lie within one standard error (56 to 80 % here: a
// Student t of few points is wider, and a thousand trials vary by 3 %).
func TestStandardErrorsOfFits(t *testing.T) {
	const channels = 1000
	rng := rand.New(rand.NewPCG(7, 0))
	c, err := NewCurve(5000, mustNBD(t, 1))
	require.NoError(t, err)
	inSize, inShape := 0, 0
	for range channels {
		var points []Point
		for week := range 8 {
			views := 1000 * float64(week+2)
			points = append(points, Point{views, c.Reach(views) * math.Exp(0.05*rng.NormFloat64())})
		}
		fit, err := FitSize(c.Law(), points...)
		require.NoError(t, err)
		if stdErr, known := fit.StdErr(); known && math.Abs(math.Log(fit.Curve.Size()/5000)) <= stdErr {
			inSize++
		}
		fit, err = FitShape(5000, points...)
		require.NoError(t, err)
		if stdErr, known := fit.StdErr(); known && math.Abs(math.Log(fit.Curve.Law().Shape())) <= stdErr {
			inShape++
		}
	}
	near(t, 0.66, float64(inSize)/channels, 0.05)
	near(t, 0.66, float64(inShape)/channels, 0.05)
}

// exposures draws a histogram of people from the Gamma-Poisson law itself.
func exposures(rng *rand.Rand, people, classes int, mean, shape float64) []int64 {
	counts := make([]int64, classes)
	for range people {
		activity := distuv.Gamma{Alpha: shape, Beta: shape, Src: rng}.Rand()
		n := int(distuv.Poisson{Lambda: mean * activity, Src: rng}.Rand())
		counts[min(n, classes-1)]++
	}
	return counts
}

func TestFitHistogram(t *testing.T) {
	// Expected counts of a large population give the law back.
	for _, c := range []struct{ mean, shape float64 }{{0.5, 0.3}, {2, 1.12}, {4, 8}} {
		classes := make([]float64, 6)
		mustNBD(t, c.shape).Frequencies(c.mean, classes)
		counts := make([]int64, len(classes))
		for j, p := range classes {
			counts[j] = int64(math.Round(1e9 * p))
		}
		mean, fit, err := FitHistogram(counts...)
		require.NoError(t, err)
		near(t, 1, mean/c.mean, 1e-4)
		near(t, 1, fit.Curve.Law().Shape()/c.shape, 1e-4)
		near(t, 1e9, fit.Curve.Size(), 5)
	}
	// Drawn ones lie within their standard errors as often as they should.
	const trials = 150
	rng := rand.New(rand.NewPCG(11, 0))
	inside := 0
	for range trials {
		_, fit, err := FitHistogram(exposures(rng, 2000, 5, 1.5, 0.8)...)
		require.NoError(t, err)
		if stdErr, known := fit.StdErr(); known && math.Abs(math.Log(fit.Curve.Law().Shape()/0.8)) <= stdErr {
			inside++
		}
	}
	near(t, 0.68, float64(inside)/trials, 0.12)
}

// People more alike than chance allows have no shape: the fit is Poisson and says so.
func TestFitHistogramOfEqualPeople(t *testing.T) {
	mean, fit, err := FitHistogram(10, 80, 10)
	require.NoError(t, err)
	assert.Equal(t, Poisson(), fit.Curve.Law())
	assert.Greater(t, mean, 0.5)
	_, known := fit.StdErr()
	assert.False(t, known)
}

func TestFitShapeAtItsEnds(t *testing.T) {
	fit, err := FitShape(1000, Point{1000, 900}) // equal people would be 632
	require.NoError(t, err)
	assert.Equal(t, Poisson(), fit.Curve.Law())
	fit, err = FitShape(1000, Point{1e9, 1e-2}, Point{2e9, 1e-2})
	require.NoError(t, err)
	near(t, minShape, fit.Curve.Law().Shape(), 1e-6)
	_, known := fit.StdErr()
	assert.False(t, known)
}

func TestFitsRefuse(t *testing.T) {
	for _, c := range []struct {
		point Point
		path  string
	}{
		{Point{0, 1}, "/points/0/views"},
		{Point{math.NaN(), 1}, "/points/0/views"},
		{Point{10, -1}, "/points/0/reach"},
		{Point{10, math.Inf(1)}, "/points/0/reach"},
		{Point{10, 10}, "/points/0/reach: 10 is out of range: want fewer people than views"},
		{Point{10, 11}, "/points/0/reach"},
	} {
		_, err := FitSize(Poisson(), c.point)
		require.ErrorContains(t, err, c.path, "FitSize(%v)", c.point)
		_, err = FitShape(100, c.point)
		require.ErrorContains(t, err, c.path, "FitShape(%v)", c.point)
	}
	_, err := FitShape(40, Point{100, 41})
	require.ErrorContains(t, err, "fewer people than the population of 40")
	_, err = FitShape(0, Point{100, 41})
	require.ErrorContains(t, err, "/size")
	_, err = FitSize(NBD{}, Point{100, 41})
	require.ErrorContains(t, err, "/law")
	_, err = FitSize(Poisson())
	require.ErrorIs(t, err, check.ErrRequired)
	for _, counts := range [][]int64{nil, {5, 5}, {5, -1, 3}, {5, 0, 0}, {0, 0, 5}, {0, 0, 0}} {
		_, _, err := FitHistogram(counts...)
		require.ErrorContains(t, err, "/counts", "%v", counts)
	}
}

func FuzzFit(f *testing.F) {
	f.Add(200.0, 100.0, 300.0, 120.0, 1.0)
	f.Add(1e15, 1e-6, 1.0000001, 1.0, 1e-4)
	f.Fuzz(func(t *testing.T, v1, r1, v2, r2, shape float64) {
		law, err := NewNBD(shape)
		if err != nil {
			return
		}
		for _, fit := range []func() (Fit, error){
			func() (Fit, error) { return FitSize(law, Point{v1, r1}, Point{v2, r2}) },
			func() (Fit, error) { return FitShape(r1+r2, Point{v1, r1}, Point{v2, r2}) },
		} {
			got, err := fit()
			if err != nil {
				continue
			}
			stdErr, known := got.StdErr()
			require.True(t, !known || stdErr >= 0 && !math.IsInf(stdErr, 0), "%v", stdErr)
			size, shape := got.Curve.Size(), got.Curve.Law().Shape()
			require.True(t, size > 0 && !math.IsInf(size, 0) && shape > 0, "size %v, shape %v", size, shape)
		}
	})
}
