package audience

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

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

func TestReplaysFromTheRecords(t *testing.T) {
	videos := weekly(t, 1200, 2600, 1300, 5000)
	assert.False(t, model(t, videos, ViewOptions{}).Replays().Known())
	for i, people := range []float64{1000, 2000, 1000} {
		videos[i].Reach = precisely(t, people)
	}
	m := model(t, videos, ViewOptions{})
	closeTo(t, 1.3, m.Replays().P50(), 1e-9)
	target := targetOf(t, 100_000, []string{"14-19"}, platform.TikTok)
	f, err := target.Forecast(planOf(m, platform.TikTok))
	require.NoError(t, err)
	for _, r := range f.Assumptions {
		assert.NotEqual(t, "audience.forecast.assumed.replays", r.Code(), "it was measured")
	}
}

func TestFeedIsUsedAndExplained(t *testing.T) {
	names := []platform.Name{platform.TikTok, platform.Facebook, platform.Threads}
	q := TargetQuery{Place: town(t, 100_000), Bands: []Band{MustBand("14-19")}, Platforms: names, Use: useOf(t, names...), Frequency: Weekly, Year: 2024}
	target, err := NewTarget(q)
	require.NoError(t, err)
	f, err := target.Forecast(planOf(model(t, nil, ViewOptions{}), names...))
	require.NoError(t, err)
	said := map[string]bool{}
	for _, r := range append(f.Reasons, f.Assumptions...) {
		said[r.Code()] = true
	}
	for _, code := range []string{"feed.interest", "feed.following", "feed.unknown", "assumed.local", "assumed.viewers", "assumed.replays", "assumed.shape", "assumed.net", "left-out", "net", "find-out-first"} {
		assert.True(t, said["audience.forecast."+code], code)
	}
	// Followers of a town's page live there more often than those whom an interest feed picks.
	assert.Greater(t, assumedLocal(platform.Following, false).P50(), assumedLocal(platform.Interest, true).P50())
	assert.Greater(t, assumedLocal(platform.Interest, true).P50(), assumedLocal(platform.Interest, false).P50())
	for _, r := range f.Assumptions {
		if r.Code() == "audience.forecast.assumed.local" {
			require.NotEmpty(t, r.Sources())
			assert.Equal(t, measure.Claim, r.Sources()[0].Certainty, "an expert's claim, and called one")
		}
	}
}

func TestEvidenceIsSaid(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19"}, three...)
	said := func(p Plan) string {
		f, err := target.Forecast(p)
		require.NoError(t, err)
		return f.Reasons[len(f.Reasons)-1].In(reason.German)
	}
	p := planOf(model(t, weekly(t, 900, 1500, 700), ViewOptions{}), platform.TikTok)
	assert.Equal(t, "Gemessen: Bevölkerung nach Alter. Geschätzt: Nutzung der Plattformen im Ort, Aufrufe der Videos. "+
		"Angenommen: Anteil der Aufrufe aus dem Ort, Alter der Zuschauenden, wie ungleich oft Menschen den Kanal sehen, Aufrufe je Person und Video.", said(p))
	c := &p.Channels[0]
	c.Local = must(measure.NewEstimate(.2, .25, .3, measure.Measured))
	c.Replays = must(measure.NewEstimate(1.1, 1.2, 1.3, measure.Measured))
	c.Viewers = []ViewerShare{{MustBand("14-19"), .3}}
	c.Seen = AccountReach{Views: 50_000, People: 20_000}
	assert.Contains(t, said(p), "Angenommen: nichts.")
	assert.Contains(t, said(planOf(c.Views, three...)), "Überschneidung der Plattformen")
}

func TestYoungerThanThePlatformAllows(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19"}, platform.TikTok)
	has := func() bool {
		f, err := target.Forecast(planOf(model(t, nil, ViewOptions{}), platform.TikTok))
		require.NoError(t, err)
		for _, r := range f.Assumptions {
			if r.Code() == "audience.forecast.assumed.min-age" {
				return true
			}
		}
		return false
	}
	assert.False(t, has())
	target.bands[0] = MustBand("12-19")
	assert.True(t, has())
}

// Two channels on one platform have the same users: nobody is counted twice.
func TestTwoChannelsOnOnePlatform(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19", "20-24"}, three...)
	m := model(t, nil, ViewOptions{})
	one, err := target.Forecast(planOf(m, platform.TikTok))
	require.NoError(t, err)
	p := planOf(m, platform.TikTok, platform.TikTok)
	two, err := target.Forecast(p)
	require.NoError(t, err)
	assert.Equal(t, one.NotOnPlatforms, two.NotOnPlatforms)
	assert.Greater(t, two.Reached.P50(), one.Reached.P50())
	for i, b := range two.Bands {
		assert.LessOrEqual(t, b.Reached.P90(), b.OnPlatforms.P90(), i)
		assert.Equal(t, one.Bands[i].OnPlatforms, b.OnPlatforms)
	}
	// Twice the exposures: as one channel with the views of both, at any point.
	e, err := target.engine(p)
	require.NoError(t, err)
	assert.Equal(t, [][]int{{0, 1}}, e.groups)
	o := e.outcome()
	e.run(&point{}, &o)
	k := math.Exp(e.channels[0].shape.mid)
	law := must(reach.NewNBD(k))
	users := target.platforms[0].reachable.Bands[0].People.P50()
	mean, err := law.Mean(o.single[0] / users)
	require.NoError(t, err)
	closeTo(t, users*law.Reach(2*mean), o.reached[0], 1e-6)

	increments, err := target.Increments(p)
	require.NoError(t, err)
	closeTo(t, o.reached[0]+o.reached[1], increments[0].Stacked+increments[1].Stacked, 1e-9)
	closeTo(t, increments[0].Shapley, increments[1].Shapley, 1e-9)

	mixed, err := target.Forecast(planOf(m, platform.TikTok, platform.Instagram, platform.TikTok))
	require.NoError(t, err)
	assert.Greater(t, mixed.Reached.P50(), two.Reached.P50())
	lo, _ := mixed.Bounds.Lo()
	hi, _ := mixed.Bounds.Hi()
	assert.Less(t, lo, hi)
}

// In a place as large as the country every view comes from the place.
func TestViewsOfAWholeCountryAreLocal(t *testing.T) {
	target := targetOf(t, 84_000_000, []string{"14-19"}, platform.TikTok)
	f, err := target.Forecast(planOf(model(t, nil, ViewOptions{}), platform.TikTok))
	require.NoError(t, err)
	for _, c := range f.Contributions {
		if c.Input == LocalInput {
			assert.Zero(t, c.Share)
		}
	}
}
