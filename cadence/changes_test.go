package cadence

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Case "changepoint-poisson" of the research: the likelihood ratio of every split, 6
// decimals.
func TestSplitStatistic(t *testing.T) {
	counts := []float64{3, 3, 2, 3, 4, 3, 3, 2, 0, 0, 0, 0, 0, 1, 0, 0}
	want := []float64{
		1.261182, 2.768342, 2.875403, 4.874005, 9.883971, 13.95781, 20.087717, 24.957215,
		19.806258, 15.267976, 11.24835, 7.692114, 4.585514, 6.409507, 3.097849,
	}
	sums := []float64{0}
	for _, c := range counts {
		sums = append(sums, sums[len(sums)-1]+c)
	}
	for i, lr := range want {
		near(t, lr, splitStatistic(sums, 0, i+1, len(counts)), 1e-5, "split")
	}

	got, err := weeks(t, "3323433200000100").Changes()
	require.NoError(t, err)
	require.Len(t, got, 1)
	require.Equal(t, day(8, 0), got[0].Start)
	near(t, 23.0/8, got[0].Before, 1e-12, "before")
	near(t, 1.0/8, got[0].After, 1e-12, "after")
	near(t, 24.95721474291687, got[0].Statistic, 1e-9, "statistic")
}

func TestChanges(t *testing.T) {
	got, err := weeks(t, "1111111155555555550000000000").Changes()
	require.NoError(t, err)
	require.Len(t, got, 2)
	require.Equal(t, day(8, 0), got[0].Start)
	require.Equal(t, day(18, 0), got[1].Start)
	near(t, 5, got[0].After, 1e-12, "middle")
	near(t, 5, got[1].Before, 1e-12, "middle")

	paused, err := weeks(t, "3333333300000003333333", Pause{From: day(8, 0), Until: day(14, 6)}).Changes()
	require.NoError(t, err)
	require.Empty(t, paused, "an announced pause is no change")

	_, err = weeks(t, "1111111").Changes()
	require.ErrorIs(t, err, ErrTooFew)
	_, err = History{}.Changes()
	require.ErrorIs(t, err, ErrTooFew)
}

// Rows without a change: the penalty lets about one of a hundred pass.
func TestChangePenalty(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{26, 100, 200} {
		for _, mean := range []float64{0.5, 2, 5} {
			const runs = 1000
			found := 0
			for range runs {
				sums := make([]float64, 1, n+1)
				for i := range n {
					sums = append(sums, sums[i]+poisson(r, mean))
				}
				if len(splitPoisson(sums, 0, n)) > 0 {
					found++
				}
			}
			require.LessOrEqual(t, found, runs*25/1000, "%d slots of mean %v", n, mean)
		}
	}
}
