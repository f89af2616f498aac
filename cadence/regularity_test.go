package cadence

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Computed for this project with an independent script from the formulas, 12 digits;
// NaN is "not defined".
func TestRegularityOracles(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		gaps     []float64
		b, m, lv float64
	}{
		"weekly metronome":    {[]float64{7, 7, 7, 7, 7, 7, 7, 7, 7, 7}, -1.0, nan, 0.0},
		"semi regular weekly": {[]float64{7, 6, 8, 7, 9, 5, 7, 14, 7, 7, 6, 8}, -0.603841931755, -0.173354958474, 0.110278020972},
		"alternating 2 12":    {[]float64{2, 12, 2, 12, 2, 12, 2, 12, 2, 12, 2, 12}, -0.166066943459, -1.0, 1.5306122449},
	} {
		b, err := Burstiness(c.gaps)
		require.NoError(t, err, name)
		near(t, c.b, b, 1e-9, name+" burstiness")
		lv, err := LocalVariation(c.gaps)
		require.NoError(t, err, name)
		near(t, c.lv, lv, 1e-9, name+" local variation")
		m, err := Memory(c.gaps)
		if math.IsNaN(c.m) {
			require.ErrorIs(t, err, ErrTooFew, name)
			continue
		}
		require.NoError(t, err, name)
		near(t, c.m, m, 1e-9, name+" memory")
	}
}

// NeuralEnsemble/elephant, elephant/test/test_statistics.py, LVTestCase: 100 intervals.
func TestLocalVariationElephant(t *testing.T) {
	lv, err := LocalVariation([]float64{
		1, 28, 4, 47, 5, 16, 2, 5, 21, 12, 4, 12, 59, 2, 4, 18, 33, 25, 2, 34, 4, 1, 1, 14, 8,
		1, 10, 1, 8, 20, 5, 1, 6, 5, 12, 2, 8, 8, 2, 8, 2, 10, 2, 1, 1, 2, 15, 3, 20, 6,
		11, 6, 18, 2, 5, 17, 4, 3, 13, 6, 1, 18, 1, 16, 12, 2, 52, 2, 5, 7, 6, 25, 6, 5, 3,
		15, 4, 3, 16, 3, 6, 5, 24, 21, 3, 3, 4, 8, 4, 11, 5, 7, 5, 6, 8, 11, 33, 10, 7, 4,
	})
	require.NoError(t, err)
	near(t, 0.971826029994, lv, 1e-12, "Lv")
}

// Case "kimjo-table" of the research: n gaps of which half are 1-r and half 1+r have
// sd/mean r.
func TestBurstinessTable(t *testing.T) {
	for _, c := range []struct {
		n                 int
		chance, half, one float64
	}{
		{10, 0.904534033733, -0.366750419289, 0.0733500838578},
		{20, 0.951189731211, -0.365936768559, 0.0322232325354},
		{50, 0.98019605882, -0.358310331805, 0.0116484175956},
		{100, 0.990049503713, -0.352415223654, 0.00555570216798},
	} {
		for _, at := range []struct{ r, want float64 }{{c.chance, 0}, {0.5, c.half}, {1, c.one}} {
			gaps := make([]float64, c.n)
			for i := range gaps {
				gaps[i] = 1 + at.r*float64(2*(i%2)-1)
			}
			b, err := Burstiness(gaps)
			require.NoError(t, err)
			near(t, at.want, b, 1e-9, "burstiness")
		}
	}
}

// Kim and Jo: -1 for a metronome, 0 where r is that of chance, 1 for one gap that
// holds all time, at every n.
func TestBurstinessReachesItsLimits(t *testing.T) {
	for n := 2; n <= 60; n++ {
		equal, one := make([]float64, n), make([]float64, n)
		for i := range equal {
			equal[i] = 7
		}
		one[n-1] = 7
		b, err := Burstiness(equal)
		require.NoError(t, err)
		near(t, -1, b, 1e-12, "metronome")
		b, err = Burstiness(one)
		require.NoError(t, err)
		near(t, 1, b, 1e-9, "all in one gap")
	}
}

func TestRegularityProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gaps := rapid.SliceOfN(rapid.Float64Range(0.5, 100), 3, 40).Draw(t, "gaps")
		scale := rapid.Float64Range(0.1, 50).Draw(t, "scale")
		scaled := make([]float64, len(gaps))
		for i := range gaps {
			scaled[i] = scale * gaps[i]
		}
		for name, f := range map[string]func([]float64) (float64, error){"B": Burstiness, "M": Memory, "Lv": LocalVariation} {
			a, errA := f(gaps)
			b, errB := f(scaled)
			if errA != nil || errB != nil {
				require.ErrorIs(t, errA, ErrTooFew)
				continue
			}
			near(t, a, b, 1e-6, name+" does not depend on the unit")
			require.True(t, a >= -1-1e-9 && a <= 3, "%s %v", name, a)
		}
	})
}

func TestRegularityRefuses(t *testing.T) {
	for _, gaps := range [][]float64{nil, {7}, {0, 0, 0}} {
		_, err := Burstiness(gaps)
		require.ErrorIs(t, err, ErrTooFew)
		_, err = LocalVariation(gaps)
		require.ErrorIs(t, err, ErrTooFew)
		_, err = Memory(gaps)
		require.ErrorIs(t, err, ErrTooFew)
	}
	_, err := Memory([]float64{1, 2})
	require.ErrorIs(t, err, ErrTooFew)
	_, err = Burstiness([]float64{1, math.NaN()})
	require.ErrorIs(t, err, check.ErrFinite)
	_, err = Memory([]float64{1, -2, 3})
	require.ErrorIs(t, err, check.ErrRange)
}

// The stories of the doc comment: which figure catches which.
func TestStories(t *testing.T) {
	dying := []float64{7, 7, 7, 10, 14, 21, 35, 60}
	b, _ := Burstiness(dying)
	lv, _ := LocalVariation(dying)
	m, _ := Memory(dying)
	require.Less(t, math.Abs(b), 0.05, "looks like chance")
	require.Less(t, lv, 0.15, "looks regular")
	require.Greater(t, m, 0.95, "but long follows long")
	batch := []float64{1, 1, 1, 18, 1, 1, 1, 18, 1, 1, 1, 18}
	b, _ = Burstiness(batch)
	require.Greater(t, b, 0.2)
}

func TestGapDays(t *testing.T) {
	require.Equal(t, []float64{7, 14, 7, 7, 14, 7, 14}, weeks(t, "11011101101").GapDays())
	b, err := Burstiness(weeks(t, "1111").GapDays())
	require.NoError(t, err)
	near(t, -1, b, 1e-12, "a weekly metronome")
	require.Empty(t, weeks(t, "1").GapDays())
	throughout := weeks(t, "1111", Pause{From: day(0, 3), Until: day(1, 1)}).GapDays()
	require.Equal(t, []float64{1, 7, 7}, throughout)
}
