package audience

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// must is for literals of tests.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func planOf(m ViewModel, names ...platform.Name) Plan {
	p := Plan{Weeks: 26}
	for _, n := range names {
		p.Channels = append(p.Channels, PlannedChannel{Platform: n, Views: m, VideosPerWeek: 2})
	}
	return p
}

// slowRun is the law of engine.run, written with the functions of package reach.
func slowRun(e *engine, p point) (reached []float64) {
	net := must(reach.NewNBD(math.Exp(e.net.at(p[dimNet]))))
	for b := range e.bands {
		n := e.residents[b].mid
		var shares []float64
		for i, c := range e.channels {
			law := must(reach.NewNBD(math.Exp(c.shape.at(p[dimShape]))))
			u := math.Min(c.users[b].at(p[dimUsers]), n)
			local := 1 / (1 + math.Exp(-c.local.at(p[dimLocal])))
			local += (1 - local) * c.nearby
			// The inputs of the view model and of age, turned into factors.
			t := studentScore(p[firstChannelDim+i], c.views.df)
			v := math.Exp(c.views.mid + t*map[bool]float64{true: c.views.below, false: c.views.above}[t < 0])
			odds := c.target / (1 - c.target) * math.Exp(c.doubt*p[dimViewers])
			s := c.viewers[b] / c.target * odds / (1 + odds)
			m := v * local * s / math.Exp(c.replays.at(p[dimReplays])) / u
			shares = append(shares, u*law.Reach(math.Min(m, c.videos))/n)
		}
		reached = append(reached, n*net.Union(shares))
	}
	return reached
}

func TestEngineIsTheLaw(t *testing.T) {
	e, err := targetOf(t, 100_000, eightBands, three...).engine(planOf(model(t, nil, ViewOptions{}), three...))
	require.NoError(t, err)
	o, s := e.outcome(), scores()
	for j := range nodes {
		p := latticePoint(j, &s)
		e.run(&p, &o)
		for b, want := range slowRun(e, p) {
			closeTo(t, want, o.reached[b], 1e-6*want+1e-9, "point", j, "band", b)
		}
	}
}

func TestLatticeFillsEveryInput(t *testing.T) {
	s := scores()
	for d := range maxDims {
		seen := map[float64]bool{}
		for j := range nodes {
			seen[latticePoint(j, &s)[d]] = true
		}
		assert.Len(t, seen, nodes, "dimension %d", d)
	}
}

func TestOneDoubtfulInputGivesExactQuantiles(t *testing.T) {
	// Everything but the views is known, so reach follows the views by monotonicity.
	target := targetOf(t, 100_000, []string{"14-19"}, platform.TikTok)
	known := func(x float64) measure.Estimate { return must(measure.Exactly(x, measure.Measured)) }
	target.residents[0] = known(6000)
	target.platforms[0].reachable.Bands[0].People = known(3600)
	m := model(t, weekly(t, 900, 1500, 700, 12000, 1100, 800, 3000, 950), ViewOptions{})
	p := Plan{Weeks: 10, Shape: known(.7), NetShape: known(1), Channels: []PlannedChannel{{
		Platform: platform.TikTok, Views: m, VideosPerWeek: 1, Local: known(.3), Replays: known(1.2),
		Viewers: []ViewerShare{{MustBand("14-19"), .25}, {MustBand("20+"), .75}},
	}}}
	f, err := target.Forecast(p)
	require.NoError(t, err)
	law := must(reach.NewNBD(.7))
	for _, c := range []struct{ views, got float64 }{
		{m.Total(10).P10(), f.Reached.P10()}, {m.Total(10).P50(), f.Reached.P50()}, {m.Total(10).P90(), f.Reached.P90()},
	} {
		want := 3600 * law.Reach(c.views*.3*.25/1.2/3600)
		closeTo(t, want, c.got, .005*want, "views", c.views)
	}
	require.Len(t, f.Contributions, 6)
	assert.Equal(t, ViewsInput, f.Contributions[0].Input)
	closeTo(t, 1, float64(f.Contributions[0].Share), 1e-9, "all the doubt is in the views")
}

func TestForecastIsFeasible(t *testing.T) {
	target := targetOf(t, 100_000, eightBands, three...)
	rapid.Check(t, func(t *rapid.T) {
		prior := must(NewViewPrior(rapid.Float64Range(1, 1e6).Draw(t, "median"), 1, 1.5, measure.Assumed))
		m := must(NewViewModel(prior, nil, ViewOptions{}))
		p := planOf(m, three[:rapid.IntRange(1, 3).Draw(t, "channels")]...)
		p.Weeks = rapid.IntRange(1, 100).Draw(t, "weeks")
		e, err := target.engine(p)
		if err != nil {
			t.Fatal(err)
		}
		o, s := e.outcome(), scores()
		for j := range nodes {
			at := latticePoint(j, &s)
			e.run(&at, &o)
			for b := range e.bands {
				var largest, sum float64
				for c := range e.channels {
					x := o.single[c*e.bands+b]
					largest, sum = max(largest, x), sum+x
				}
				const slack = 1e-6
				if !(o.reached[b] >= largest-slack && o.reached[b] <= sum+slack && o.reached[b] <= o.on[b]+slack &&
					o.on[b] <= o.residents[b]+slack && o.exposures[b] >= o.reached[b]-slack) {
					t.Fatalf("point %d band %d: %+v", j, b, o)
				}
			}
		}
		f, err := target.Forecast(p)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(f.Frequency); i++ {
			a, b := f.Frequency[i-1].People, f.Frequency[i].People
			if b.P10() > a.P10() || b.P50() > a.P50() || b.P90() > a.P90() {
				t.Fatalf("more people at %d times than at %d", f.Frequency[i].Times, f.Frequency[i-1].Times)
			}
		}
		if f.Frequency[0].People.P50() > f.Reached.P50()+1e-6 {
			t.Fatalf("once %v, reached %v", f.Frequency[0].People, f.Reached)
		}
		var share float64
		for _, c := range f.Contributions {
			share += float64(c.Share)
		}
		if math.Abs(share-1) > 1e-9 {
			t.Fatalf("contributions add up to %v", share)
		}
		for _, r := range append(f.Reasons, f.Assumptions...) {
			if err := r.Verify(); err != nil {
				t.Fatal(err)
			}
			_, _ = r.In(reason.German), r.In(reason.English)
		}
		if _, err := json.Marshal(f); err != nil {
			t.Fatal(err)
		}
	})
}

// TestRangesHoldInSimulatedTowns: four of five truths lie inside the 80 %
// ranges. The views come from simulated channels of which only the past is
// shown, all other inputs from their stated ranges.
func TestRangesHoldInSimulatedTowns(t *testing.T) {
	for _, names := range [][]platform.Name{three[:1], three} {
		target := targetOf(t, 100_000, []string{"14-19", "20-24", "25-29"}, names...)
		r := rand.New(rand.NewPCG(5, uint64(len(names))))
		var inside, bandInside, n float64
		for range 500 {
			p := Plan{Weeks: 26}
			var actual []float64
			for _, name := range names {
				past, future := simulatedChannel(r, 12, 26)
				p.Channels = append(p.Channels, PlannedChannel{Platform: name, Views: model(t, weekly(t, past...), ViewOptions{}), VideosPerWeek: 1})
				actual = append(actual, future)
			}
			f, err := target.Forecast(p)
			require.NoError(t, err)
			e, err := target.engine(p)
			require.NoError(t, err)
			var at point
			for d := range firstChannelDim {
				at[d] = r.NormFloat64()
			}
			for i := range e.channels {
				e.channels[i].views = skewT{mid: math.Log(actual[i]), df: 10}
			}
			o := e.outcome()
			e.run(&at, &o)
			sum := o.reached[0] + o.reached[1] + o.reached[2]
			if f.Reached.P10() <= sum && sum <= f.Reached.P90() {
				inside++
			}
			if b := f.Bands[0].Reached; b.P10() <= o.reached[0] && o.reached[0] <= b.P90() {
				bandInside++
			}
			n++
		}
		assert.True(t, .75 < inside/n && inside/n < .86, "%d platforms: %v", len(names), inside/n)
		assert.True(t, .75 < bandInside/n && bandInside/n < .86, "%d platforms, one band: %v", len(names), bandInside/n)
	}
}

// simulatedChannel draws a channel's past videos and the total of its future ones.
func simulatedChannel(r *rand.Rand, past, future int) (counts []float64, total float64) {
	mean := math.Log(3000) + 1.2*r.NormFloat64()
	spread := .8 + .4*r.Float64()
	d, phi := spread*r.NormFloat64(), math.Exp(-1.0/50)
	for i := range past + future {
		d = phi*d + spread*math.Sqrt(1-phi*phi)*r.NormFloat64()
		e := r.NormFloat64()
		if e > 1 {
			e *= 1.3 // hits lie further out than failures
		}
		v := math.Round(math.Exp(mean + d + spread*e))
		if i < past {
			counts = append(counts, v)
		} else {
			total += v
		}
	}
	return counts, total
}

func BenchmarkForecast3Platforms8Bands(b *testing.B) {
	target := targetOf(b, 100_000, eightBands, three...)
	p := planOf(model(b, weekly(b, 900, 1500, 700, 12000, 1100, 800, 3000, 950), ViewOptions{}), three...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := target.Forecast(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkForecast1Platform1Band(b *testing.B) {
	target := targetOf(b, 100_000, eightBands[:1], three[:1]...)
	p := planOf(model(b, nil, ViewOptions{}), three[:1]...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := target.Forecast(p); err != nil {
			b.Fatal(err)
		}
	}
}
