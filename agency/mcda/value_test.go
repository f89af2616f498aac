package mcda

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// The wanted values are those of the reference implementations: gertvv/rsmaa
// smaa/tests/pvf.R and smaa/man/smaa.pvf.Rd (pvf-01 to 03), tommite/jsmaa
// UtilityFunctionTest.java (pvf-04).
func TestValueFunctionAt(t *testing.T) {
	rising := []Point{{-0.15, 0}, {0, 0.1}, {0.25, 0.9}, {0.35, 1}}
	falling := []Point{{50, 1}, {75, 0.8}, {90, 0.5}, {100, 0}}
	up, down := []Point{{1, 0}, {2, 1}}, []Point{{1, 1}, {2, 0}}
	tests := []struct {
		name    string
		outside Outside
		points  []Point
		x, want []float64
	}{
		{"pvf-01 rising", Refuse, rising, []float64{0.35, -0.15, 0, 0.25, 0.1}, []float64{1, 0, 0.1, 0.9, 0.42}},
		{"pvf-02 extrapolate", Extrapolate, falling, []float64{10, 40, 101, 120}, []float64{1.32, 1.08, -0.05, -1}},
		{"pvf-03 clip", Clip, falling, []float64{50, 90, 100, 10, 40, 101, 120}, []float64{1, 0.5, 0, 1, 1, 0, 0}},
		{"pvf-04 ascending", Extrapolate, up, []float64{1.6, 3, 0}, []float64{0.6, 2, -1}},
		{"pvf-04 descending", Extrapolate, down, []float64{1.6}, []float64{0.4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := NewValueFunction(tt.outside, tt.points...)
			require.NoError(t, err)
			for i, x := range tt.x {
				v, err := f.At(x)
				require.NoError(t, err, "At(%v)", x)
				near(t, tt.want[i], v, 1e-9)
			}
		})
	}
}

func TestValueFunctionRefuses(t *testing.T) {
	f := MustValueFunction(Refuse, Point{0, 1}, Point{100, 0})
	for _, x := range []float64{-1, 101} {
		_, err := f.At(x)
		require.ErrorIs(t, err, check.ErrRange)
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for _, outside := range outsideWords.All() {
			_, err := MustValueFunction(outside, Point{0, 1}, Point{100, 0}).At(x)
			require.ErrorIs(t, err, check.ErrFinite, "%v At(%v)", outside, x)
		}
	}
	_, err := ValueFunction{}.At(1)
	problem(t, err, "", check.ErrRequired)
	_, err = MustValueFunction(Extrapolate, Point{0, 0}, Point{1e-300, 1}).At(1)
	require.ErrorIs(t, err, check.ErrRange, "the line leaves every range")
}

func TestNewValueFunctionProblems(t *testing.T) {
	_, err := NewValueFunction(0, Point{1, 0})
	problem(t, err, "/outside", check.ErrUnknown)
	problem(t, err, "/points", check.ErrRequired)
	_, err = NewValueFunction(Clip, Point{1, 0}, Point{1, 1}, Point{0, math.NaN()})
	problem(t, err, "/points/1/x", check.ErrOrder)
	problem(t, err, "/points/2/x", check.ErrOrder)
	problem(t, err, "/points/2/value", check.ErrFinite)
	_, err = NewValueFunction(Clip, make([]Point, maxPoints+1)...)
	problem(t, err, "/points", check.ErrLimit)
	assert.Panics(t, func() { MustValueFunction(Clip) })
}

func TestOutsideText(t *testing.T) {
	for _, o := range outsideWords.All() {
		text, err := o.MarshalText()
		require.NoError(t, err)
		var back Outside
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, o, back)
		assert.Equal(t, string(text), o.String())
	}
	_, err := Outside(0).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
}

// A change of unit that moves the points with the measurement changes nothing.
func TestValueFunctionUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-3, 9).Draw(t, "x")
		factor := rapid.Float64Range(0.001, 1000).Draw(t, "factor")
		shift := rapid.Float64Range(-100, 100).Draw(t, "shift")
		outside := rapid.SampledFrom([]Outside{Extrapolate, Clip}).Draw(t, "outside")
		points := []Point{{0, 1}, {2, 0.7}, {6, 0}}
		moved := make([]Point, len(points))
		for i, p := range points {
			moved[i] = Point{p.X*factor + shift, p.Value}
		}
		a, err := MustValueFunction(outside, points...).At(x)
		require.NoError(t, err)
		b, err := MustValueFunction(outside, moved...).At(x*factor + shift)
		require.NoError(t, err)
		require.InDelta(t, a, b, 1e-6)
		require.False(t, math.IsNaN(a) || math.IsNaN(b))
	})
}
