package audience

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestCompareViews(t *testing.T) {
	split := monday.AddDate(0, 0, 7*6)
	for name, c := range map[string]struct {
		counts []float64
		want   Change
	}{
		"one hit is luck":        {[]float64{900, 1500, 700, 1200, 1000, 1100, 800, 14000, 950, 1200, 700, 1300}, Unclear},
		"the same again":         {[]float64{900, 1500, 700, 1200, 1000, 1100, 900, 1500, 700, 1200, 1000, 1100}, Unclear},
		"ten times as many":      {[]float64{900, 1500, 700, 1200, 1000, 1100, 9000, 15000, 7000, 12000, 10000, 11000}, Better},
		"a tenth":                {[]float64{9000, 15000, 7000, 12000, 10000, 11000, 900, 1500, 700, 1200, 1000, 1100}, Worse},
		"twice, widely spread":   {[]float64{300, 9000, 700, 30000, 100, 2000, 600, 18000, 1400, 60000, 200, 4000}, Unclear},
		"all alike is no change": {[]float64{500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500}, Unclear},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := CompareViews(weekly(t, c.counts...), split, ViewOptions{})
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Change, "%+v", got)
			assert.Equal(t, [2]int{6, 6}, [2]int{got.Before, got.After})
			for _, r := range got.Reasons {
				require.NoError(t, r.Verify())
			}
		})
	}
}

func TestComparisonTurnsAround(t *testing.T) {
	up, err := CompareViews(weekly(t, 900, 1500, 700, 5000, 4000, 6100), monday.AddDate(0, 0, 21), ViewOptions{})
	require.NoError(t, err)
	down, err := CompareViews(weekly(t, 5000, 4000, 6100, 900, 1500, 700), monday.AddDate(0, 0, 21), ViewOptions{})
	require.NoError(t, err)
	closeTo(t, up.Factor.P50(), 1/down.Factor.P50(), 1e-9)
}

// TestLuckIsCalibrated: of channels that only drift as usual, a tenth shows a
// change with a luck below .1. The simulation has the hits of real channels,
// which the model has not, so the share may differ a little.
func TestLuckIsCalibrated(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	var changed float64
	const n = 600
	for range n {
		past, _ := simulatedChannel(r, 40, 0)
		c, err := CompareViews(weekly(t, past...), monday.AddDate(0, 0, 7*(10+r.IntN(20))), ViewOptions{})
		require.NoError(t, err)
		if c.Change != Unclear {
			changed++
		}
	}
	assert.True(t, .05 < changed/n && changed/n < .16, changed/n)
}

// The variance of the drift between the periods, by its definition.
func TestDriftBetweenPeriods(t *testing.T) {
	s := newSeries(weekly(t, 900, 1500, 700, 5000, 4000, 6100, 3000), monday.AddDate(0, 0, 21), time.Time{})
	_, noise, drifted, _ := s.compare()
	var want float64
	for i := range s.y {
		for j := range s.y {
			w := [2]float64{-1.0 / 3, -1.0 / 3}
			if i >= 3 {
				w[0] = 1.0 / 4
			}
			if j >= 3 {
				w[1] = 1.0 / 4
			}
			want += w[0] * w[1] * math.Exp(-math.Abs(s.at[i]-s.at[j])/viewDrift.reversion)
		}
	}
	free := 1.0/3 + 1.0/4
	closeTo(t, (free+viewDrift.swing*want)/free, drifted*drifted/noise/noise, 1e-9)
}

func TestBadComparisons(t *testing.T) {
	_, err := CompareViews(weekly(t, 1, 2, 3, 4, 5), monday.AddDate(0, 0, 21), ViewOptions{})
	require.ErrorContains(t, err, "/after: 2")
	_, err = CompareViews(weekly(t, 1, 2, 3), time.Time{}, ViewOptions{})
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = CompareViews(nil, monday, ViewOptions{})
	require.ErrorIs(t, err, check.ErrRange)
	_, err = CompareViews(weekly(t, 1, 2, 3), monday, ViewOptions{Reports: []ViewReport{{}}})
	require.ErrorIs(t, err, check.ErrConflict)
}

func TestRanks(t *testing.T) {
	assert.Equal(t, []float64{1, 4.5, 2.5, 4.5, 2.5}, ranks([]float64{1, 9, 4, 9, 4}))
}

func TestAssociations(t *testing.T) {
	videos := weekly(t, 100, 250, 400, 800, 1600, 3000, 7000, 9000, 12000, 20000)
	for i, s := range []float64{4, 5, 7, 6, 9, 8, 11, 10, 12, 13} { // three neighbours swapped
		videos[i].AverageWatch = precisely(t, s)
		if i < 7 {
			videos[i].Comments = precisely(t, 3)
		}
	}
	got := Associations(videos)
	require.Len(t, got, 1, "seven videos with comments are too few")
	a := got[0]
	assert.Equal(t, WatchSignal, a.Signal)
	assert.Equal(t, 10, a.Videos)
	// By hand: d = 1 for six videos, rho = 1 - 6*6/(10*99); three discordant of 45 pairs.
	closeTo(t, 1-36.0/990, a.Spearman.P50(), 1e-9)
	closeTo(t, (42-3)/45.0, a.Kendall, 1e-9)
	assert.True(t, a.Spearman.P10() < a.Spearman.P50() && a.Spearman.P50() < a.Spearman.P90() && a.Spearman.P90() < 1)
	for _, l := range reason.Langs() {
		assert.Contains(t, a.Reason.In(l), map[reason.Lang]string{reason.German: "keine Ursache", reason.English: "not a cause"}[l])
	}
	// Watch time in all is divided by the views.
	for i := range videos {
		views, _ := middle(videos[i].Views)
		seconds, _ := middle(videos[i].AverageWatch)
		videos[i].WatchTime, videos[i].AverageWatch = precisely(t, views*seconds), videos[i].Reach
	}
	closeTo(t, a.Spearman.P50(), Associations(videos)[0].Spearman.P50(), 1e-9)
	assert.Empty(t, Associations(weekly(t, 1, 2, 3)))
	same := weekly(t, 5, 5, 5, 5, 5, 5, 5, 5, 5)
	for i := range same {
		same[i].AverageWatch = precisely(t, float64(i))
	}
	assert.Empty(t, Associations(same), "views that do not differ go along with nothing")
}
