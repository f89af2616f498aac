package audience

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func wide(t testing.TB) ViewPrior {
	t.Helper()
	p, err := NewViewPrior(3000, 1.5, 1.7, measure.Assumed)
	require.NoError(t, err)
	return p
}

func precisely(t testing.TB, v float64) measure.Interval {
	t.Helper()
	i, err := measure.NewInterval(v, v)
	require.NoError(t, err)
	return i
}

func over(t testing.TB, v float64) measure.Interval {
	t.Helper()
	i, err := measure.AtLeast(v)
	require.NoError(t, err)
	return i
}

var monday = time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)

// weekly gives one video a week with the counts; below 0 is no count.
func weekly(t testing.TB, counts ...float64) []Video {
	t.Helper()
	videos := make([]Video, len(counts))
	for i, c := range counts {
		videos[i] = Video{Platform: platform.TikTok, PublishedAt: monday.AddDate(0, 0, 7*i)}
		if c >= 0 {
			videos[i].Views = precisely(t, c)
		}
	}
	return videos
}

func model(t testing.TB, videos []Video, o ViewOptions) ViewModel {
	t.Helper()
	m, err := NewViewModel(wide(t), videos, o)
	require.NoError(t, err)
	return m
}

func TestPriorAlone(t *testing.T) {
	m := model(t, nil, ViewOptions{})
	next := m.Next()
	assert.Equal(t, measure.Assumed, next.Evidence())
	// The median is the prior's but for the lean of a single video to the lower side.
	closeTo(t, math.Log(3000), math.Log(next.P50()), .2)
	assert.Less(t, next.P10(), 300.0)
	assert.Greater(t, next.P90(), 20000.0)
}

func TestOwnVideosOutweighThePrior(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	counts := make([]float64, 40)
	for i := range counts {
		counts[i] = math.Round(math.Exp(6 + .6*r.NormFloat64()))
	}
	m := model(t, weekly(t, counts...), ViewOptions{})
	next := m.Next()
	assert.Equal(t, measure.Estimated, next.Evidence())
	closeTo(t, 6, math.Log(next.P50()), .4)
	// An 80 % range of independent videos would be 2*1.28*.6 = 1.54 wide.
	width := math.Log(next.P90() / next.P10())
	assert.True(t, 1.2 < width && width < 2.2, width)
	assert.Equal(t, 40, m.Counted())
}

func TestTotalWidensWithTheLevel(t *testing.T) {
	m := model(t, weekly(t, 900, 1500, 700, 12000, 1100, 800, 3000, 950), ViewOptions{})
	next, ten := m.Next(), m.Total(10)
	assert.Greater(t, ten.P50(), 10*next.P50(), "hits make the total of ten more than ten medians")
	// Were the videos independent, the range of the total would shrink by about sqrt(10).
	assert.Greater(t, math.Log(ten.P90()/ten.P10()), math.Log(next.P90()/next.P10())/2)
	assert.False(t, m.Total(0).Known())
	assert.False(t, m.Total(-1).Known())
	assert.Equal(t, next, m.Total(1))
}

func TestZeroViewModelIsUnknown(t *testing.T) {
	var m ViewModel
	assert.True(t, m.IsZero())
	assert.False(t, m.Next().Known())
	_, err := m.Passes(100)
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestMissingIsNotZero(t *testing.T) {
	with := model(t, weekly(t, 900, -1, 1100, 0, 1000), ViewOptions{})
	// The same without the two: only the gaps differ.
	without := weekly(t, 900, -1, 1100, 0, 1000)
	m := model(t, []Video{without[0], without[2], without[4]}, ViewOptions{})
	assert.Equal(t, 3, with.Counted())
	closeTo(t, math.Log(m.Next().P50()), math.Log(with.Next().P50()), .1)
	var said string
	for _, r := range with.Reasons() {
		require.NoError(t, r.Verify())
		if r.Code() == "audience.views.passed-over" {
			said = r.In(reason.English)
		}
	}
	assert.Equal(t, "Passed over, and not taken as 0 views: 1 without a count, 1 with a count of 0, 0 younger than a day, 0 without a video.", said)
}

func TestRoundedCountsWeighALittleLess(t *testing.T) {
	videos := weekly(t, 1000, 1000, 1000, 40000)
	precise := model(t, videos, ViewOptions{})
	var err error
	videos[3].Views, err = measure.NewInterval(8000, 200000) // middle of the logarithms: 40,000
	require.NoError(t, err)
	rounded := model(t, videos, ViewOptions{})
	assert.Less(t, rounded.Next().P50(), precise.Next().P50())
	assert.Less(t, rounded.now.scale, precise.now.scale)
}

func TestLowerBoundOnlyRaises(t *testing.T) {
	videos := weekly(t, 1000, 1100, 900, 1050)
	before := model(t, videos[:3], ViewOptions{})
	videos[3].Views = over(t, 10)
	low := model(t, videos, ViewOptions{})
	closeTo(t, math.Log(before.Next().P50()), math.Log(low.Next().P50()), .01, "over 10 is no news")
	videos[3].Views = over(t, 20000)
	high := model(t, videos, ViewOptions{})
	assert.Greater(t, high.Next().P50(), before.Next().P50())
}

func TestBestVideoIsAMaximum(t *testing.T) {
	// C7: one of its strongest videos had over 34,000 views.
	best := func(views measure.Interval, n int) ViewModel {
		return model(t, nil, ViewOptions{Reports: []ViewReport{{Kind: BestVideo, Views: views, Videos: n}}})
	}
	prior := model(t, nil, ViewOptions{}).Next().P50()
	ofThirty := best(precisely(t, 34000), 30).Next().P50()
	assert.Less(t, ofThirty, 34000/3.0, "an ordinary video is far below the best of thirty")
	assert.Less(t, best(precisely(t, 34000), 300).Next().P50(), ofThirty, "the more videos it was the best of, the less it says")
	assert.Greater(t, best(precisely(t, 34000), 1).Next().P50(), ofThirty)
	assert.GreaterOrEqual(t, best(over(t, 34000), 30).Next().P50(), ofThirty, "over 34,000 is at least 34,000")
	closeTo(t, prior, best(over(t, 34000), 0).Next().P50(), 1e-9, "the best of an unknown number says nothing")
}

func TestTotalReport(t *testing.T) {
	// Wiener Jugendzentren: 22 videos, 415,000 views (their own report).
	m := model(t, nil, ViewOptions{Reports: []ViewReport{{Kind: TotalViews, Views: precisely(t, 415000), Videos: 22}}})
	next := m.Next().P50()
	assert.Less(t, next, 415000.0/22, "the median video is below the mean")
	assert.Greater(t, next, 1300.0)
	total := m.Total(22)
	assert.True(t, total.P10() < 415000 && 415000 < total.P90(), total.String())
}

func TestYoungVideosAreProjected(t *testing.T) {
	videos := weekly(t, 1000, 1000, 1000, 550)
	asOf := videos[3].PublishedAt.AddDate(0, 0, 7) // 55 % of the final views
	grown := model(t, videos, ViewOptions{AsOf: asOf})
	videos[3].CountedAt = videos[3].PublishedAt.AddDate(1, 0, 0)
	final := model(t, videos, ViewOptions{AsOf: asOf})
	assert.Greater(t, grown.Next().P50(), final.Next().P50())
	videos[3].CountedAt = videos[3].PublishedAt.Add(3 * time.Hour)
	assert.Equal(t, 3, model(t, videos, ViewOptions{AsOf: asOf}).Counted(), "three hours after publication nothing is known")
}

func TestAccrued(t *testing.T) {
	// Oracle views-06, trendpop 2022.
	for _, c := range []struct{ days, want float64 }{{1, .32}, {2, .38}, {7, .55}, {90, 1}, {4000, 1}} {
		got, ok := Accrued(c.days)
		assert.True(t, ok)
		closeTo(t, c.want, got, 1e-12, c.days)
	}
	for _, d := range []float64{.9, 0, -3, math.NaN()} {
		_, ok := Accrued(d)
		assert.False(t, ok, d)
	}
	last := 0.0
	for d := 1.0; d < 100; d += .25 {
		got, _ := Accrued(d)
		assert.GreaterOrEqual(t, got, last)
		last = got
	}
}

func TestSilenceMakesTheLevelLessCertain(t *testing.T) {
	videos := weekly(t, 100000, 90000, 120000, 110000, 95000, 130000, 3000, 2500, 2000, 2700, 2300, 2600, 2200, 2100)
	for i := range videos {
		videos[i].CountedAt = videos[13].PublishedAt.AddDate(2, 0, 0) // all have grown up
	}
	now := model(t, videos, ViewOptions{AsOf: videos[13].PublishedAt.AddDate(0, 0, 7)})
	later := model(t, videos, ViewOptions{AsOf: videos[13].PublishedAt.AddDate(2, 0, 0)})
	assert.Greater(t, later.Next().P50(), now.Next().P50(), "back towards the channel's mean")
	assert.Greater(t, math.Log(later.Next().P90()/later.Next().P10()), math.Log(now.Next().P90()/now.Next().P10()))
}

func TestPasses(t *testing.T) {
	m := model(t, weekly(t, 900, 1500, 700, 12000, 1100), ViewOptions{})
	for _, c := range []struct{ mark, want float64 }{{m.Next().P10(), .9}, {m.Next().P50(), .5}, {m.Next().P90(), .1}, {0, 1}} {
		got, err := m.Passes(c.mark)
		require.NoError(t, err)
		closeTo(t, c.want, float64(got), 1e-9)
	}
	for _, bad := range []float64{-1, math.NaN(), math.Inf(1)} {
		_, err := m.Passes(bad)
		require.Error(t, err)
	}
}

func TestBadViewInput(t *testing.T) {
	tiktok := func(counts ...float64) []Video { return weekly(t, counts...) }
	mixed := tiktok(100, 200)
	mixed[0].ViewDefinition, mixed[1].ViewDefinition = "youtube-views", "youtube-starts-2025"
	platforms := tiktok(100, 200)
	platforms[1].Platform = platform.Facebook
	twice := tiktok(100, 200)
	twice[0].ID, twice[1].ID = "7", "7"
	negative := tiktok(100)
	negative[0].Views = precisely(t, -5)
	for name, c := range map[string]struct {
		videos []Video
		o      ViewOptions
		text   string
		kind   error
	}{
		"mixed definitions": {mixed, ViewOptions{}, `/videos/1/viewDefinition: "youtube-starts-2025"`, check.ErrConflict},
		"two platforms":     {platforms, ViewOptions{}, `/videos/1/platform: "facebook"`, check.ErrConflict},
		"same video":        {twice, ViewOptions{}, `/videos/1/id: "7"`, check.ErrDuplicate},
		"negative":          {negative, ViewOptions{}, `/videos/0/views: -5`, check.ErrRange},
		"future":            {tiktok(1, 2), ViewOptions{AsOf: monday}, `/videos/1/publishedAt`, check.ErrOrder},
		"total of unknown":  {nil, ViewOptions{Reports: []ViewReport{{Kind: TotalViews, Views: precisely(t, 9)}}}, "/reports/0/videos: 0", check.ErrRequired},
		"report of nothing": {nil, ViewOptions{Reports: []ViewReport{{Kind: BestVideo, Videos: 3}}}, "/reports/0/views", check.ErrRequired},
		"no kind":           {nil, ViewOptions{Reports: []ViewReport{{Videos: 3, Views: precisely(t, 9)}}}, "/reports/0/kind", check.ErrRequired},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewViewModel(wide(t), c.videos, c.o)
			require.ErrorIs(t, err, c.kind)
			assert.Contains(t, err.Error(), c.text)
		})
	}
	_, err := NewViewModel(ViewPrior{MeanLn: math.NaN()}, nil, ViewOptions{})
	require.ErrorIs(t, err, check.ErrFinite)

	m, err := NewViewModel(wide(t), mixed, ViewOptions{MixedDefinitions: true})
	require.NoError(t, err)
	var codes []string
	for _, r := range m.Reasons() {
		codes = append(codes, r.Code())
	}
	assert.Contains(t, codes, "audience.views.mixed-definitions", "never silent")
}

func TestViewModelProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Float64Range(1, 1e7), 0, 30).Draw(t, "views")
		videos := make([]Video, len(counts))
		at := monday
		for i, c := range counts {
			n, _ := measure.NewInterval(math.Round(c), math.Round(c))
			at = at.Add(time.Duration(rapid.IntRange(0, 60*24).Draw(t, "hours")) * time.Hour)
			videos[i] = Video{Platform: platform.TikTok, PublishedAt: at, Views: n}
		}
		prior, err := NewViewPrior(rapid.Float64Range(1, 1e6).Draw(t, "median"), rapid.Float64Range(.1, 3).Draw(t, "between"), rapid.Float64Range(.2, 3).Draw(t, "within"), measure.Assumed)
		if err != nil {
			t.Fatal(err)
		}
		m, err := NewViewModel(prior, videos, ViewOptions{})
		if err != nil {
			t.Fatal(err)
		}
		last := measure.Estimate{}
		for n := 1; n <= 120; n++ {
			e := m.Total(n)
			if !e.Known() {
				t.Fatalf("total of %d is unknown", n)
			}
			if last.Known() && (e.P10() < last.P10() || e.P50() < last.P50() || e.P90() < last.P90()) {
				t.Fatalf("the total of %d is less than that of %d: %v, %v", n, n-1, e, last)
			}
			last = e
		}
		if _, err := json.Marshal(last); err != nil {
			t.Fatal(err)
		}
		for _, r := range m.Reasons() {
			if err := r.Verify(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	videos := weekly(t, 900, 1500, 700, 12000, 1100)
	want := model(t, videos, ViewOptions{}).Total(10)
	videos[0], videos[3] = videos[3], videos[0]
	assert.Equal(t, want, model(t, videos, ViewOptions{}).Total(10))
	assert.Equal(t, 12000.0, func() float64 { lo, _ := videos[0].Views.Lo(); return lo }(), "the argument is left as it was")
}

// TestRangesHoldOnSimulatedChannels draws channels from the model's own
// family, with hits, and counts how often the 80 % ranges hold.
func TestRangesHoldOnSimulatedChannels(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 3))
	var next, total, n float64
	for range 400 {
		past, future := simulatedChannel(r, 36, 9)
		m := model(t, weekly(t, past[:35]...), ViewOptions{})
		if e := m.Next(); past[35] >= e.P10() && past[35] <= e.P90() {
			next++
		}
		if e, sum := m.Total(10), past[35]+future; sum >= e.P10() && sum <= e.P90() {
			total++
		}
		n++
	}
	assert.True(t, .75 < next/n && next/n < .88, "next %v", next/n)
	assert.True(t, .73 < total/n && total/n < .9, "total %v", total/n)
}

func FuzzNewViewModel(f *testing.F) {
	f.Add(1000.0, 2.0, int64(86400), 3.0, 5, true)
	f.Add(-1.0, math.Inf(1), int64(0), 1e300, 0, false)
	f.Add(math.NaN(), 0.0, int64(-1), 0.1, -7, true)
	f.Fuzz(func(t *testing.T, a, b float64, gap int64, c float64, n int, report bool) {
		prior := ViewPrior{MeanLn: c, Between: math.Abs(b), Within: 1, Evidence: measure.Assumed}
		var videos []Video
		for i, v := range []float64{a, b, c} {
			views, err := measure.NewInterval(v, v)
			if err != nil {
				views, _ = measure.AtLeast(a)
			}
			videos = append(videos, Video{Platform: platform.TikTok, PublishedAt: monday.Add(time.Duration(int64(i)*gap%1e9) * time.Second), Views: views})
		}
		o := ViewOptions{AsOf: monday.AddDate(0, 0, n%1000)}
		if report {
			views, _ := measure.AtLeast(b)
			o.Reports = []ViewReport{{Kind: BestVideo, Views: views, Videos: n}}
		}
		m, err := NewViewModel(prior, videos, o)
		if err != nil {
			return
		}
		for _, e := range []measure.Estimate{m.Next(), m.Total(max(n, 1))} {
			require.True(t, e.Known())
			_, err := json.Marshal(e)
			require.NoError(t, err)
		}
	})
}

func BenchmarkNewViewModel300Videos(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	counts := make([]float64, 300)
	for i := range counts {
		counts[i] = math.Round(math.Exp(8 + r.NormFloat64()))
	}
	videos, prior := weekly(b, counts...), wide(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewViewModel(prior, videos, ViewOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
