package reach

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func mustBetaBinomial(t require.TestingT, one, two float64) BetaBinomial {
	b, err := NewBetaBinomial(one, two)
	require.NoError(t, err)
	return b
}

// mediaPlanR (commit e49aa57): README.md:374-417 in people of a million, README.md:
// 466-521 (Metheringham, twelve insertions in ten million) and the inputs of
// R/calc_canex.R:42-45 and R/calc_hofmans.R:59-62, recomputed.
func TestBetaBinomialAgainstMediaPlanR(t *testing.T) {
	b := mustBetaBinomial(t, 0.5, 0.55)
	near(t, 603_365, 1e6*b.Reach(5), 1)
	classes := make([]float64, 6)
	b.Frequencies(5, classes)
	for k, want := range []float64{60_096, 43_269, 43_269, 60_096, 396_635} {
		near(t, want, 1e6*classes[k+1], 1, k+1)
	}

	b = mustBetaBinomial(t, 0.12, 0.2232424242424)
	near(t, 5.255012853470384, b.Alpha(), 1e-6)
	near(t, 38.53676092544948, b.Beta(), 1e-5)
	near(t, 7434177.412201315, 1e7*b.Reach(12), 0.1)
	classes = make([]float64, 13)
	b.Frequencies(12, classes)
	for k, want := range []float64{
		3266284.7776175933, 2315123.4410059336, 1177772.7380437022, 470073.3359984897, 152862.33551348775,
		41064.341308537114, 9099.299326213522, 1638.465585034771, 232.38191804319402, 24.515579091620417, 1.7198515342497176, 0.060453551630377175,
	} {
		near(t, want, 1e7*classes[k+1], 0.1, k+1)
	}

	b = mustBetaBinomial(t, 0.4902, 0.5805)
	near(t, 0.2773431185542013, b.Alpha(), 1e-12)
	near(t, 0.2884323170928842, b.Beta(), 1e-12)

	b = mustBetaBinomial(t, 0.06, 0.103)
	for n, want := range []float64{0.06, 0.103, 0.1361555873925483, 0.16294307037965794, 0.18529924924529106} {
		near(t, want, b.Reach(n+1), 1e-12, n+1)
	}
}

// The anchor fails at both natural limits; they are the same people and the binomial law.
func TestBetaBinomialAtItsLimits(t *testing.T) {
	same := mustBetaBinomial(t, 0.3, 0.3)
	for _, n := range []int{1, 2, 50, maxVideos} {
		near(t, 0.3, same.Reach(n), 1e-12)
		near(t, 0.3, same.KPlus(n, n), 1e-12)
	}
	assert.Zero(t, same.Alpha())
	_, err := same.Videos(0.4)
	require.ErrorIs(t, err, check.ErrRange)

	fresh := mustBetaBinomial(t, 0.3, 0.51)
	near(t, 1-math.Pow(0.7, 5), fresh.Reach(5), 1e-12)
	near(t, math.Pow(0.3, 5), fresh.KPlus(5, 5), 1e-12)
	near(t, 10*0.09*0.343+10*0.027*0.49+5*0.0081*0.7+0.00243, fresh.KPlus(5, 2), 1e-12)
	near(t, 0.5, mustBetaBinomial(t, 0.5, 0.75).KPlus(999, 500), 1e-9) // symmetric, far below what a float can hold

	for _, b := range []BetaBinomial{{}, mustBetaBinomial(t, 0, 0), mustBetaBinomial(t, 1, 1)} {
		near(t, b.chance, b.Reach(3), 0)
		near(t, b.chance, b.KPlus(3, 3), 0)
		assert.Zero(t, b.Reach(0))
		assert.Zero(t, b.KPlus(3, 4))
	}
}

// slowBetaBinomial averages the binomial law over the Beta distribution.
func slowBetaBinomial(b BetaBinomial, videos, times int) float64 {
	const steps = 200_000
	mass, sum := 0.0, 0.0
	for i := range steps {
		p := (float64(i) + 0.5) / steps
		weight := math.Pow(p, b.Alpha()-1) * math.Pow(1-p, b.Beta()-1)
		tail, choose := 0.0, 1.0
		for k := range videos + 1 {
			if k >= times {
				tail += choose * math.Pow(p, float64(k)) * math.Pow(1-p, float64(videos-k))
			}
			choose *= float64(videos-k) / float64(k+1)
		}
		mass, sum = mass+weight, sum+weight*tail
	}
	return sum / mass
}

func TestBetaBinomialAgainstAveragedChance(t *testing.T) {
	for _, b := range []BetaBinomial{mustBetaBinomial(t, 0.4, 0.6), mustBetaBinomial(t, 0.7, 0.85)} { // alpha and beta above 1
		for _, times := range []int{1, 2, 4, 6} {
			near(t, slowBetaBinomial(b, 6, times), b.KPlus(6, times), 2e-4, b, times)
		}
	}
}

func TestBetaBinomialProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Float64Range(0, 1).Draw(t, "one")
		two := one + (one-one*one)*rapid.Float64Range(0, 1).Draw(t, "new")
		b := mustBetaBinomial(t, one, two)
		near(t, one, b.Reach(1), 1e-9)
		near(t, two, b.Reach(2), 1e-8)
		n := rapid.IntRange(1, 200).Draw(t, "videos")
		k := rapid.IntRange(1, n).Draw(t, "times")
		assert.LessOrEqual(t, b.KPlus(n, k+1), b.KPlus(n, k)+1e-9, "k+ falls with k")
		assert.LessOrEqual(t, b.KPlus(n, k), b.KPlus(n+1, k)+1e-9, "and rises with the videos")
		sum := 0.0
		for k := 1; k <= n; k++ {
			sum += b.KPlus(n, k)
		}
		near(t, float64(n)*one, sum, 1e-6*float64(n), "every view is accounted for")
		if videos, err := b.Videos(b.Reach(n)); assert.NoError(t, err) {
			assert.LessOrEqual(t, videos, n)
			near(t, b.Reach(n), b.Reach(videos), 1e-9)
		}
	})
}

func TestBetaBinomialRefuses(t *testing.T) {
	for _, c := range []struct {
		one, two float64
		path     string
	}{
		{-0.1, 0, "/one"},
		{1.1, 1.2, "/one"},
		{math.NaN(), 0.5, "/one"},
		{0.3, 0.2, "/two"},
		{0.3, 0.6, "/two: 0.6 is out of range: want from 0.3 (the same people twice) to 0.51"},
		{0.3, math.NaN(), "/two"},
	} {
		_, err := NewBetaBinomial(c.one, c.two)
		require.ErrorContains(t, err, c.path, "%v", c)
	}
	b := mustBetaBinomial(t, 0.3, 0.4)
	assert.True(t, math.IsNaN(b.Reach(-1)) && math.IsNaN(b.Reach(maxVideos+1)) && math.IsNaN(b.KPlus(-1, 1)))
	for _, r := range []float64{-0.1, 1.1, math.NaN()} {
		_, err := b.Videos(r)
		require.ErrorIs(t, err, check.ErrRange, "%v", r)
	}
}

func FuzzBetaBinomial(f *testing.F) {
	f.Add(0.5, 0.55, 5, 2)
	f.Add(1e-300, 2e-300, 1000, 999)
	f.Fuzz(func(t *testing.T, one, two float64, videos, times int) {
		b, err := NewBetaBinomial(one, two)
		if err != nil {
			return
		}
		k := b.KPlus(videos, times)
		require.True(t, (k >= 0 && k <= 1) == (videos >= 0 && videos <= maxVideos), "KPlus(%d, %d) = %v", videos, times, k)
	})
}

func BenchmarkBetaBinomialReachOfTwelve(b *testing.B) {
	law := mustBetaBinomial(b, 0.12, 0.22)
	b.ReportAllocs()
	for b.Loop() {
		sink = law.Reach(12)
	}
}
