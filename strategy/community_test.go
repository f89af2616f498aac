package strategy

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// slowFisher sums the hypergeometric distribution in exact fractions.
func slowFisher(k1, n1, k2, n2 int64) float64 {
	k, total := k1+k2, new(big.Int)
	for x := k1; x <= min(n1, k); x++ {
		if k-x > n2 {
			continue
		}
		total.Add(total, new(big.Int).Mul(new(big.Int).Binomial(n1, x), new(big.Int).Binomial(n2, k-x)))
	}
	f, _ := new(big.Rat).SetFrac(total, new(big.Int).Binomial(n1+n2, k)).Float64()
	return f
}

func TestFisher(t *testing.T) {
	// Fisher's tea: 3 of 4 right, 1 of 4 wrong: (16+1)/70 (Fisher 1935).
	assert.InDelta(t, 17./70, fisher(3, 4, 1, 4), 1e-12)
	assert.InDelta(t, 1./70, fisher(4, 4, 0, 4), 1e-12)
	rapid.Check(t, func(t *rapid.T) {
		n1, n2 := rapid.Int64Range(0, 60).Draw(t, "n1"), rapid.Int64Range(0, 200).Draw(t, "n2")
		k1, k2 := rapid.Int64Range(0, n1).Draw(t, "k1"), rapid.Int64Range(0, n2).Draw(t, "k2")
		got := fisher(k1, n1, k2, n2)
		assert.False(t, math.IsNaN(got))
		if n2 > 0 {
			assert.InDelta(t, slowFisher(k1, n1, k2, n2), got, 1e-9)
		}
	})
}

// slowRankSum looks at every way to pick the last hours.
func slowRankSum(before, now []Hour) float64 {
	all := append(append([]Hour{}, before...), now...)
	rank := func(i int) (r int) {
		for _, o := range all {
			if o.Views < all[i].Views {
				r += 2
			} else if o.Views == all[i].Views {
				r++
			}
		}
		return r
	}
	observed := 0
	for i := range now {
		observed += rank(len(before) + i)
	}
	high, total := 0, 0
	for set := range 1 << len(all) {
		picked, s := 0, 0
		for i := range all {
			if set>>i&1 == 1 {
				picked, s = picked+1, s+rank(i)
			}
		}
		if picked == len(now) {
			total++
			if s >= observed {
				high++
			}
		}
	}
	return float64(high) / float64(total)
}

func TestRankSum(t *testing.T) {
	hours := func(views ...int64) (h []Hour) {
		for _, v := range views {
			h = append(h, Hour{Views: v})
		}
		return h
	}
	assert.InDelta(t, 1./10, rankSum(hours(1, 2, 3), hours(4, 5)), 1e-12, "the highest of ten ways")
	assert.InDelta(t, 1, rankSum(hours(5, 5), hours(5, 5)), 1e-12, "all alike")
	rapid.Check(t, func(t *rapid.T) {
		views := rapid.SliceOfN(rapid.Int64Range(0, 6), 4, 9).Draw(t, "views")
		now := rapid.IntRange(1, len(views)/2).Draw(t, "now")
		all := hours(views...)
		b, n := all[:len(all)-now], all[len(all)-now:]
		assert.InDelta(t, slowRankSum(b, n), rankSum(b, n), 1e-12)
	})
}

func TestClopperPearson(t *testing.T) {
	// One of ten: P(X >= 1 | lo) = 0.1 gives lo = 1 - 0.9^(1/10); P(X <= 1 | hi) = 0.1 gives hi = 0.3368 (published tables).
	e, err := share(1, 10)
	require.NoError(t, err)
	assert.InDelta(t, 1-math.Pow(0.9, 0.1), e.P10(), 1e-9)
	assert.InDelta(t, 0.3368, e.P90(), 5e-5)
	none, err := share(0, 10)
	require.NoError(t, err)
	assert.InDelta(t, 0, none.P10(), 0)
	all, err := share(10, 10)
	require.NoError(t, err)
	assert.InDelta(t, 1, all.P90(), 0)
}

func thread(quiet, loud Hour) Thread {
	t := Thread{}
	for i := range 24 {
		h := quiet
		h.Views += int64(i % 7)
		if i >= 21 {
			h = loud
		}
		t.Hours = append(t.Hours, h)
	}
	return t
}

func TestJudge(t *testing.T) {
	tests := []struct {
		name        string
		quiet, loud Hour
		want        AlarmLevel
	}{
		{"nothing happens", Hour{100, 10, 1}, Hour{100, 10, 1}, Calm},
		{"a hit without critics", Hour{100, 10, 1}, Hour{9000, 200, 20}, Calm},
		{"critics among few viewers", Hour{100, 10, 1}, Hour{90, 10, 8}, Look},
		{"critics carry the video", Hour{100, 10, 1}, Hour{900, 40, 30}, Spiral},
		{"no comments at all", Hour{100, 0, 0}, Hour{900, 0, 0}, Calm},
	}
	for _, tt := range tests {
		a, err := thread(tt.quiet, tt.loud).Judge()
		require.NoError(t, err)
		assert.Equal(t, tt.want, a.Level, tt.name)
		assert.Equal(t, tt.loud.Comments > 0, a.Critical.Known(), tt.name)
		for _, r := range a.Reasons {
			require.NoError(t, r.Verify())
		}
		data, err := json.Marshal(a)
		require.NoError(t, err)
		assert.True(t, json.Valid(data))
	}
}

func TestJudgeRefuses(t *testing.T) {
	_, err := Thread{Hours: []Hour{{-1, 2, 3}, {}, {}, {}}, Now: 3, Level: 0.5}.Judge()
	assert.EqualError(t, err, `/hours/0/critical: 3 contradicts another: want no more than comments
/hours/0/views: -1 is out of range: want 0 to 1,000,000,000 views
/level: 0.5 is out of range: want a share above 0 and at most 0.2
/now: 3 is out of range: want 1 to half of the hours, at most 24`)
	_, err = Thread{}.Judge()
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Thread{Hours: make([]Hour, mostHours+1)}.Judge()
	require.ErrorIs(t, err, check.ErrLimit)
}

// TestFalseAlarms measures how often quiet threads alarm: views and comments
// vary from hour to hour far more than chance alone would (gamma, variation 1),
// and the video ages, but the share of critical comments stays the same.
func TestFalseAlarms(t *testing.T) {
	const threads = 4000
	look, spiral := 0, 0
	for i := range threads {
		src := rand.NewPCG(20261121, uint64(i))
		busy := distuv.Gamma{Alpha: 1, Beta: 1, Src: src}
		th := Thread{}
		for hour := range 24 {
			level := busy.Rand() * math.Exp(-0.03*float64(hour))
			comments := int64(distuv.Poisson{Lambda: 12*level + 1e-9, Src: src}.Rand())
			h := Hour{Views: int64(distuv.Poisson{Lambda: 1500*level + 1e-9, Src: src}.Rand()), Comments: comments}
			if comments > 0 {
				h.Critical = int64(distuv.Binomial{N: float64(comments), P: 0.15, Src: src}.Rand())
			}
			th.Hours = append(th.Hours, h)
		}
		a, err := th.Judge()
		require.NoError(t, err)
		switch a.Level {
		case Spiral:
			spiral++
		case Look:
			look++
		case Calm:
		}
	}
	// Each test at 0.05: at most 0.05 plus four standard errors of 4,000 threads (0.0138).
	assert.Less(t, float64(look+spiral)/threads, 0.05+0.0138)
	// Both together: independent tests would give 0.0025 at most, plus four standard errors (0.0032).
	assert.Less(t, float64(spiral)/threads, 0.0025+0.0032)
	assert.Positive(t, look, "a test that never fires tests nothing")
}

func TestExpectComments(t *testing.T) {
	views, err := measure.NewEstimate(1000, 5000, 25_000, measure.Estimated)
	require.NoError(t, err)
	load, err := ExpectComments(views)
	require.NoError(t, err)
	assert.InDelta(t, 5, load.Comments.P50(), 1e-9, "5,000 views at one comment in a thousand")
	assert.InDelta(t, 10./60, load.Hours.P50(), 1e-9, "five comments of two minutes")
	// The spreads: ln 5 of the views below and above, ln 5 and ln 3.6 of the rate.
	assert.InDelta(t, 5*math.Exp(-math.Hypot(math.Log(5), math.Log(5))), load.Comments.P10(), 1e-9)
	assert.InDelta(t, 5*math.Exp(math.Hypot(math.Log(5), math.Log(3.6))), load.Comments.P90(), 1e-9)
	assert.Equal(t, measure.Assumed, load.Hours.Evidence(), "minutes per comment are assumed")
	require.NoError(t, load.Reasons[0].Verify())
	for _, bad := range []float64{0, -1} {
		zero, err := measure.Exactly(bad, measure.Measured)
		require.NoError(t, err)
		_, err = ExpectComments(zero)
		require.ErrorIs(t, err, check.ErrRange)
	}
	_, err = ExpectComments(measure.Estimate{})
	require.Error(t, err)
}

func BenchmarkThread_Judge(b *testing.B) {
	th := thread(Hour{100, 10, 1}, Hour{900, 40, 30})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := th.Judge(); err != nil {
			b.Fatal(err)
		}
	}
}
