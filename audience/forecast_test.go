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
	"github.com/hochkant/hochkant/strategy/check"
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

// eight bands of an invented town of 100,000 in which use falls with age.
var eightBands = []string{"14-19", "20-24", "25-29", "30-39", "40-49", "50-59", "60-69", "70+"}

func town(t testing.TB, inhabitants measure.People) Place {
	t.Helper()
	shares := []float64{.06, .06, .06, .13, .12, .15, .13, .16}
	cells := []Cell{{MustBand("0-13"), measure.People(.13 * float64(inhabitants))}}
	for i, b := range eightBands {
		cells = append(cells, Cell{MustBand(b), measure.People(shares[i] * float64(inhabitants))})
	}
	p, err := NewPlace("Musterhausen", 0, cells)
	require.NoError(t, err)
	return p
}

func useOf(t testing.TB, names ...platform.Name) UseTable {
	t.Helper()
	var figures []Penetration
	for i, n := range names {
		for j, b := range eightBands {
			figures = append(figures, must(NewPenetration(Statement{
				Platform: n, Band: MustBand(b), Frequency: Weekly, Base: Residents, Share: Percent(max(60-8*j-5*i, 3)),
				Source: measure.Source{Key: "test", Year: 2024}, Sample: 400,
			})))
		}
	}
	return must(NewUseTable(figures...))
}

var three = []platform.Name{platform.TikTok, platform.Instagram, platform.Facebook}

func targetOf(t testing.TB, inhabitants measure.People, bands []string, names ...platform.Name) Target {
	t.Helper()
	q := TargetQuery{Place: town(t, inhabitants), Platforms: names, Use: useOf(t, names...), Frequency: Weekly, Year: 2024}
	for _, b := range bands {
		q.Bands = append(q.Bands, MustBand(b))
	}
	target, err := NewTarget(q)
	require.NoError(t, err)
	return target
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
		n := e.residents[b].at(p[dimUsers])
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
	assert.Equal(t, point{}, latticePoint(0, &s), "the first point is the middle of everything")
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

func TestLawOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := math.Exp(rapid.Float64Range(math.Log(.02), math.Log(50)).Draw(t, "ln k"))
		mean := math.Exp(rapid.Float64Range(-8, 4).Draw(t, "ln mean"))
		law := must(reach.NewNBD(k))
		got, x := lawOf(mean, law.Reach(mean))
		if back := must(reach.NewNBD(got)).Reach(mean); math.Abs(back-law.Reach(mean)) > 1e-3*law.Reach(mean) || math.Abs(x*got-mean) > 1e-9*mean {
			t.Fatalf("k %v mean %v: got k %v, reach %v instead of %v", k, mean, got, back, law.Reach(mean))
		}
	})
	k, x := lawOf(0, 0)
	assert.False(t, math.IsNaN(k) || math.IsNaN(x))
}

func TestFrequencyIsTheLawsKPlus(t *testing.T) {
	r := runs{}
	for j := range nodes {
		r.residents[j], r.reached[j], r.exposures[j] = 1000, 400+float64(j), 2000
	}
	got := r.frequency()
	for j := range nodes {
		k, _ := lawOf(2, r.reached[j]/1000)
		law := must(reach.NewNBD(k))
		for i, times := range frequencyClasses {
			closeTo(t, 1000*law.KPlus(2, times), got[i][j], 1e-6, times)
		}
	}
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

func TestBadPlans(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19"}, platform.TikTok)
	m := model(t, nil, ViewOptions{})
	good := func() Plan { return planOf(m, platform.TikTok) }
	for name, c := range map[string]struct {
		change func(*Plan)
		text   string
		kind   error
	}{
		"no weeks":          {func(p *Plan) { p.Weeks = 0 }, "/weeks: 0", check.ErrRange},
		"no channels":       {func(p *Plan) { p.Channels = nil }, "/channels", check.ErrRequired},
		"too many channels": {func(p *Plan) { p.Channels = make([]PlannedChannel, 13) }, "/channels: 13", check.ErrLimit},
		"no model":          {func(p *Plan) { p.Channels[0].Views = ViewModel{} }, "/channels/0/views", check.ErrRequired},
		"no videos":         {func(p *Plan) { p.Channels[0].VideosPerWeek = 0 }, "/channels/0/videosPerWeek: 0", check.ErrRange},
		"NaN videos":        {func(p *Plan) { p.Channels[0].VideosPerWeek = math.NaN() }, "/channels/0/videosPerWeek: NaN", check.ErrFinite},
		"other platform":    {func(p *Plan) { p.Channels[0].Platform = "myspace" }, `/channels/0/platform: "myspace"`, check.ErrUnknown},
		"k = 0":             {func(p *Plan) { p.Shape = must(measure.Exactly(0, measure.Assumed)) }, "/shape: 0", check.ErrRange},
		"local above 1":     {func(p *Plan) { p.Channels[0].Local = must(measure.Exactly(1.2, measure.Assumed)) }, "/channels/0/local: 1.2", check.ErrRange},
		"replays below 1":   {func(p *Plan) { p.Channels[0].Replays = must(measure.Exactly(.9, measure.Assumed)) }, "/channels/0/replays: 0.9", check.ErrRange},
		"viewers overlap": {func(p *Plan) {
			p.Channels[0].Viewers = []ViewerShare{{MustBand("14-19"), .3}, {MustBand("18-24"), .3}}
		}, "/channels/0/viewers/1", check.ErrConflict},
		"viewers above 1": {func(p *Plan) {
			p.Channels[0].Viewers = []ViewerShare{{MustBand("14-19"), .8}, {MustBand("20-24"), .8}}
		}, "/channels/0/viewers: 1.6", check.ErrRange},
	} {
		t.Run(name, func(t *testing.T) {
			p := good()
			c.change(&p)
			_, err := target.Forecast(p)
			require.ErrorIs(t, err, c.kind)
			assert.Contains(t, err.Error(), c.text)
		})
	}
	_, err := Target{}.Forecast(good())
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestDefinitionsNeverMixSilently(t *testing.T) {
	const name = platform.YouTube
	q := TargetQuery{Place: town(t, 100_000), Bands: []Band{MustBand("14-19")}, Platforms: []platform.Name{name}, Use: useOf(t, name), Frequency: Weekly, Year: 2026}
	target, err := NewTarget(q)
	require.NoError(t, err)
	codes := func(videos []Video) (codes []string) {
		f, err := target.Forecast(planOf(model(t, videos, ViewOptions{}), name))
		require.NoError(t, err)
		for _, r := range f.Assumptions {
			require.NoError(t, r.Verify())
			codes = append(codes, r.Code())
		}
		return codes
	}
	// A hundred weeks from June 2024: Shorts changed their count at the end of March 2025.
	counts := make([]float64, 100)
	for i := range counts {
		counts[i] = 1000
	}
	videos := weekly(t, counts...)
	for i := range videos {
		videos[i].Platform = name
	}
	assert.Contains(t, codes(videos), "audience.forecast.definition.unknown")
	assert.NotContains(t, codes(videos[:10]), "audience.forecast.definition.unknown")
	for i := range videos {
		videos[i].ViewDefinition = "an-old-count"
	}
	assert.Contains(t, codes(videos), "audience.forecast.definition.changed")
}

func TestPlatformWithoutFigures(t *testing.T) {
	q := TargetQuery{
		Place: town(t, 100_000), Bands: []Band{MustBand("0-13"), MustBand("14-19")}, Platforms: []platform.Name{platform.TikTok},
		Use: useOf(t, platform.TikTok), Frequency: Weekly, Year: 2024,
	}
	target, err := NewTarget(q)
	require.NoError(t, err)
	assert.Equal(t, []Band{MustBand("0-13")}, target.Unknown(platform.TikTok))
	assert.Equal(t, q.Bands, target.Unknown(platform.YouTube))
	_, err = target.Forecast(planOf(model(t, nil, ViewOptions{}), platform.TikTok))
	require.ErrorIs(t, err, check.ErrUnknown, "unknown is not 0")
}

func TestBadTargets(t *testing.T) {
	q := TargetQuery{
		Place: town(t, 100_000), Bands: []Band{MustBand("14-19")}, Platforms: three[:1], Use: useOf(t, three[:1]...), Frequency: Weekly, Year: 2024,
	}
	for name, change := range map[string]func(*TargetQuery){
		"empty target":   func(q *TargetQuery) { q.Bands = nil },
		"overlap":        func(q *TargetQuery) { q.Bands = []Band{MustBand("14-19"), MustBand("18-24")} },
		"no platform":    func(q *TargetQuery) { q.Platforms = nil },
		"platform twice": func(q *TargetQuery) { q.Platforms = []platform.Name{platform.TikTok, platform.TikTok} },
		"no frequency":   func(q *TargetQuery) { q.Frequency = 0 },
		"no place":       func(q *TargetQuery) { q.Place = Place{} },
		"empty band": func(q *TargetQuery) {
			q.Place = must(NewPlace("Leer", 0, []Cell{{MustBand("14-19"), 0}, {MustBand("20+"), 5}}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			bad := q
			change(&bad)
			_, err := NewTarget(bad)
			require.Error(t, err)
		})
	}
}

func TestTownOfForty(t *testing.T) {
	f, err := targetOf(t, 40, []string{"14-19"}, platform.TikTok).Forecast(planOf(model(t, nil, ViewOptions{}), platform.TikTok))
	require.NoError(t, err)
	assert.LessOrEqual(t, f.Reached.P90(), 2.0, "two people of that age live there")
}

func TestViewersAsTheAccountShowsThem(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19", "20-24"}, platform.TikTok)
	c := PlannedChannel{Viewers: []ViewerShare{{MustBand("14-19"), .5}, {MustBand("20-24"), .2}, {MustBand("25+"), .3}}}
	got := c.viewers(&target.platforms[0], target.bands)
	closeTo(t, .5, got[0], 1e-9)
	closeTo(t, .2, got[1], 1e-9)
	// The account lists adults only and its shares add up to 1: the youngest watch as they use.
	c.Viewers = []ViewerShare{{MustBand("20-24"), .4}, {MustBand("25+"), .6}}
	users := target.platforms[0]
	all := users.usersIn(MustBand("0+"))
	got = c.viewers(&users, target.bands)
	closeTo(t, users.usersIn(MustBand("14-19"))/all, got[0], 1e-9)
	closeTo(t, .4*(1-got[0]), got[1], 1e-9)
	assert.Equal(t, []Band{MustBand("14-19")}, c.uncovered(target.bands))
	// It lists some ages only: the rest of the shares is for the others.
	c.Viewers = []ViewerShare{{MustBand("14-19"), .3}}
	closeTo(t, .3, c.viewers(&users, target.bands)[0], 1e-9)
}

func TestShapeIsFittedToTheAccount(t *testing.T) {
	// A law of shape .8 that reaches 10,000 users with 30,000 exposures, all local.
	users, k := 10_000.0, .8
	reached := users * must(reach.NewNBD(k)).Reach(3)
	known := must(measure.Exactly(1, measure.Measured))
	got, ok := AccountReach{Views: 30_000 * 1.2, People: reached}.shape(known, must(measure.Exactly(1.2, measure.Measured)), 0, users)
	require.True(t, ok)
	closeTo(t, k, got.P50(), 1e-6)
	_, ok = AccountReach{Views: 30_000, People: 12_000}.shape(known, known, 0, users)
	assert.False(t, ok, "more than there are")
	// With an assumed local share the shape is a range, in order.
	got, ok = AccountReach{Views: 60_000, People: 20_000}.shape(assumedLocal(platform.Interest, true), assumedReplays(), .002, users)
	require.True(t, ok)
	assert.True(t, got.P10() <= got.P50() && got.P50() <= got.P90())

	target := targetOf(t, 100_000, []string{"14-19"}, platform.TikTok)
	p := planOf(model(t, nil, ViewOptions{}), platform.TikTok)
	p.Channels[0].Seen = AccountReach{Views: 1000, People: 2000}
	_, err := target.Forecast(p)
	require.ErrorContains(t, err, "/channels/0/seen/people: 2000")
	p.Channels[0].Seen = AccountReach{Views: 9e9, People: 5e6}
	_, err = target.Forecast(p)
	require.ErrorIs(t, err, check.ErrConflict, "reach above the place")
	p.Channels[0].Seen = AccountReach{Views: 90_000, People: 60_000}
	f, err := target.Forecast(p)
	require.NoError(t, err)
	for _, r := range f.Assumptions {
		assert.NotEqual(t, "audience.forecast.assumed.shape", r.Code(), "it was fitted")
	}
}

func FuzzForecast(f *testing.F) {
	f.Add(26, 2.0, .2, 1.2, .6, 1000.0, 500.0)
	f.Add(0, math.NaN(), -1.0, 0.0, 0.0, math.Inf(1), -3.0)
	f.Add(520, 100.0, 1.0, 100.0, 1000.0, 1e12, 1.0)
	target := targetOf(f, 40, eightBands, three...)
	views := model(f, nil, ViewOptions{})
	f.Fuzz(func(t *testing.T, weeks int, perWeek, local, replays, shape, seenViews, seenPeople float64) {
		p := planOf(views, three...)
		p.Weeks = weeks
		c := &p.Channels[1]
		c.VideosPerWeek, c.Seen = perWeek, AccountReach{seenViews, seenPeople}
		c.Local, _ = measure.Exactly(local, measure.Assumed)
		c.Replays, _ = measure.Exactly(replays, measure.Assumed)
		p.Shape, _ = measure.Exactly(shape, measure.Assumed)
		c.Viewers = []ViewerShare{{MustBand("14-24"), measure.Share(local)}}
		forecast, err := target.Forecast(p)
		if err != nil {
			return
		}
		_, err = json.Marshal(forecast)
		require.NoError(t, err)
		require.True(t, forecast.Reached.Known())
		require.LessOrEqual(t, forecast.Reached.P90(), 45.0, "of forty people")
	})
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

func BenchmarkNewTarget3Platforms8Bands(b *testing.B) {
	q := TargetQuery{Place: town(b, 100_000), Platforms: three, Use: useOf(b, three...), Frequency: Weekly, Year: 2024}
	for _, text := range eightBands {
		q.Bands = append(q.Bands, MustBand(text))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewTarget(q); err != nil {
			b.Fatal(err)
		}
	}
}
