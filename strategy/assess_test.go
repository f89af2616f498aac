package strategy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestNothingButANameIsNoErrorWall(t *testing.T) {
	a := assess(t, Brief{Name: "Landkreis Beispiel"})
	assert.Equal(t, Ask, a.Worst(), "nothing is wrong with saying nothing")
	asks := a.With(Ask)
	require.NotEmpty(t, asks)
	assert.Equal(t, "goal.kind", asks[0].Code, "the goal comes first")
	assert.Nil(t, a.Forecast)
	assert.Nil(t, a.Agency)
	assert.Nil(t, a.Portfolio)
	assert.True(t, a.Inputs.Unmarked)
}

func TestAssessRefuses(t *testing.T) {
	day := measure.MustDate
	tests := []struct {
		name   string
		change func(*Brief)
		path   string
		kind   error
	}{
		{"no name", func(b *Brief) { b.Name = " " }, "/name", check.ErrRequired},
		{"negative people", func(b *Brief) { b.Place.Inhabitants = new(measure.People(-5)) }, "/place/inhabitants", check.ErrRange},
		{"negative people of a band", func(b *Brief) {
			b.Place.Bands = []audience.Cell{{Band: audience.MustBand("14-19"), People: -1}}
		}, "/place/bands/0/people", check.ErrRange},
		{"bands that do not add up", func(b *Brief) {
			b.Place.Bands = []audience.Cell{{Band: audience.MustBand("0+"), People: 1}}
		}, "/place/inhabitants", check.ErrConflict},
		{"overlapping bands", func(b *Brief) {
			b.Audience.Bands = []audience.Band{audience.MustBand("14-19"), audience.MustBand("18-25")}
		}, "/audience/bands/1", check.ErrConflict},
		{"an invalid band", func(b *Brief) { b.Audience.Bands = []audience.Band{{}} }, "/audience/bands/0", check.ErrRequired},
		{"unknown platform", func(b *Brief) { b.Channels[0].Platform = "mastodon" }, "/channels/0/platform", check.ErrUnknown},
		{"NaN hours", func(b *Brief) { b.Team.HoursPerWeek = new(measure.Hours(math.NaN())) }, "/team/hoursPerWeek", check.ErrFinite},
		{"infinite hours of a video", func(b *Brief) { b.Team.HoursPerVideo = new(measure.Hours(math.Inf(1))) }, "/team/hoursPerVideo", check.ErrFinite},
		{"NaN videos", func(b *Brief) { b.Channels[0].VideosPerWeek = new(math.NaN()) }, "/channels/0/videosPerWeek", check.ErrFinite},
		{"more hours than the week has", func(b *Brief) { b.Team.HoursPerWeek = new(measure.Hours(200)) }, "/team/hoursPerWeek", check.ErrRange},
		{"experiments beyond the hours", func(b *Brief) { b.Team.ExperimentHours = new(measure.Hours(50)) }, "/team/experimentHours", check.ErrConflict},
		{"a pause that ends before it begins", func(b *Brief) {
			b.Channels[0].Pauses = []cadence.Pause{{From: day("2026-05-02"), Until: day("2026-05-01")}}
		}, "/channels/0/pauses/0/until", check.ErrOrder},
		{"a post after the day of the assessment", func(b *Brief) { b.Channels[0].Posts[3].PublishedAt = asOf.Add(time.Hour) }, "/channels/0/posts/3/publishedAt", check.ErrRange},
		{"a post in the year 10000", func(b *Brief) { b.Channels[0].Posts[0].PublishedAt = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }, "/channels/0/posts/0/publishedAt", check.ErrRange},
		{"negative views", func(b *Brief) { b.Channels[0].Posts[0].Views = new(int64(-1)) }, "/channels/0/posts/0/views", check.ErrRange},
		{"a report without views", func(b *Brief) { b.Channels[0].Reports = []audience.ViewReport{{Kind: audience.BestVideo}} }, "/channels/0/reports/0/views", check.ErrRequired},
		{"negative followers", func(b *Brief) { b.Channels[0].Followers = new(int64(-1)) }, "/channels/0/followers", check.ErrRange},
		{"an invalid role", func(b *Brief) { b.Channels[0].Role = 99 }, "/channels/0/role", check.ErrUnknown},
		{"an invalid rating", func(b *Brief) { b.Channels[0].Ratings.Bots = 6 }, "/channels/0/ratings/bots", check.ErrRange},
		{"a kind of goal twice", func(b *Brief) { b.Goal.Kinds = []GoalKind{Inform, Inform} }, "/goal/kinds/1", check.ErrDuplicate},
		{"a goal that is no number", func(b *Brief) { b.Goal.To = new(math.Inf(1)) }, "/goal/to", check.ErrFinite},
		{"an exit criterion without a day", func(b *Brief) { b.GuardRails.ExitCriteria[0].From = measure.Date{} }, "/guardRails/exitCriteria/0/from", check.ErrRequired},
		{"a mark that is no pointer", func(b *Brief) { b.Marks = []Mark{{At: "team", Evidence: measure.Assumed}} }, "/marks/0/at", check.ErrSyntax},
		{"a name that nothing can be", func(b *Brief) { b.Topics[0].Name = "!!!" }, "/topics/0/name", nil},
		{"a partner without a name", func(b *Brief) { b.Partners = []Partner{{}} }, "/partners/0/name", check.ErrRequired},
		{"forty-one partners", func(b *Brief) { b.Partners = make([]Partner, MaxPartners+1) }, "/partners", check.ErrLimit},
		{"201 channels", func(b *Brief) { b.Channels = make([]Channel, MaxChannels+1) }, "/channels", check.ErrLimit},
		{"a start in the past", func(b *Brief) { b.Agency.Start = day("2020-01-01") }, "/agency/start", check.ErrOrder},
		{"a horizon of ten years", func(b *Brief) { b.Agency.HorizonMonths = 120 }, "/agency/horizonMonths", check.ErrRange},
		{"a negative budget", func(b *Brief) { b.Agency.Budget = new(measure.Euro(-1)) }, "/agency/budget", check.ErrRange},
	}
	for _, tt := range tests {
		b := wellDone()
		tt.change(&b)
		a, err := Assess(b, asOf)
		require.Error(t, err, tt.name)
		var ps *check.Problems
		require.ErrorAs(t, err, &ps, tt.name)
		hit := false
		for _, p := range ps.All() {
			if p.Path == tt.path {
				hit = true
				if tt.kind != nil {
					assert.ErrorIs(t, p, tt.kind, tt.name)
				}
			}
		}
		assert.True(t, hit, "%s: no problem at %s:\n%v", tt.name, tt.path, err)
		assert.Equal(t, Assessment{}, a, "%s: nothing half assessed", tt.name)
	}
	_, err := Assess(wellDone(), time.Time{})
	require.ErrorIs(t, err, check.ErrRange)
}

func TestTenThousandProblemsAtOnce(t *testing.T) {
	b := Brief{Name: "x"}
	for range MaxChannels {
		b.Channels = append(b.Channels, Channel{Posts: make([]Post, 50)})
	}
	_, err := Assess(b, asOf)
	var ps *check.Problems
	require.ErrorAs(t, err, &ps)
	assert.Len(t, ps.All(), check.Shown)
	assert.Equal(t, MaxChannels*52-check.Shown, ps.More(), "a name, a platform and fifty posts without a day each")
}

func TestSameInputSameBytes(t *testing.T) {
	b := wellDone()
	first, err := json.Marshal(assess(t, b))
	require.NoError(t, err)
	for range 5 {
		again, err := json.Marshal(assess(t, b))
		require.NoError(t, err)
		require.Equal(t, string(first), string(again))
	}
	sampled := func() string {
		a, err := Assess(b, asOf, WithSampling(rand.NewPCG(1, 2), 500))
		require.NoError(t, err)
		data, err := json.Marshal(a)
		require.NoError(t, err)
		return string(data)
	}
	assert.Equal(t, sampled(), sampled())
}

// TestNothingInfiniteLeaves: encoding/json refuses NaN and infinities, and no
// -0 is written.
func TestNothingInfiniteLeaves(t *testing.T) {
	briefs := []Brief{wellDone(), {Name: "x"}, {Name: "x", Channels: []Channel{{Name: "TikTok", Platform: platform.TikTok, VideosPerWeek: new(0.0), Followers: new(int64(0))}}}}
	tiny := wellDone()
	tiny.Place.Inhabitants = new(measure.People(40))
	tiny.Team.HoursPerWeek, tiny.Team.ExperimentHours = new(measure.Hours(0)), new(measure.Hours(0))
	for _, b := range append(briefs, tiny) {
		data, err := json.Marshal(assess(t, b))
		require.NoError(t, err)
		assert.NotContains(t, string(data), "-0,")
		assert.NotContains(t, string(data), "NaN")
		var back map[string]any
		require.NoError(t, json.Unmarshal(data, &back))
		assert.InDelta(t, Version, back["version"], 0)
	}
}

func TestBriefSurvivesJSON(t *testing.T) {
	b := wellDone()
	b.Marks = []Mark{{At: "/team", Evidence: measure.Assumed, Source: "S1"}}
	data, err := json.Marshal(b)
	require.NoError(t, err)
	back, err := ReadBrief(bytes.NewReader(data))
	require.NoError(t, err)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
}

func TestSummaryBeginsWithPeopleThenRhythmThenAgency(t *testing.T) {
	a := assess(t, wellDone())
	var codes []string
	for _, r := range a.Summary {
		require.NoError(t, r.Verify())
		codes = append(codes, strings.Split(r.Code(), ".")[0])
	}
	assert.Equal(t, []string{"audience", "cadence", "rhythm", "agency", "strategy"}, codes)
}

// TestFollowersAreGross: "over 80,000" followers of two channels are no 82,000
// people (S1).
func TestFollowersAreGross(t *testing.T) {
	b := Brief{Name: "Stadt Kassel", Channels: []Channel{
		{Name: "Facebook", Platform: platform.Facebook, State: portfolio.Active, Followers: new(int64(50_000))},
		{Name: "Instagram", Platform: platform.Instagram, State: portfolio.Active, Followers: new(int64(32_000))},
	}}
	f := assess(t, b).Followers
	require.NotNil(t, f)
	assert.Equal(t, measure.People(82_000), f.Gross)
	lo, _ := f.Bounds.Lo()
	hi, _ := f.Bounds.Hi()
	assert.InDelta(t, 50_000, lo, 0)
	assert.InDelta(t, 82_000, hi, 0)
	assert.False(t, f.Net.Known(), "without the people they come from there is no point")
}

// TestDresdenFlips: TikTok is watched for lack of hours; with more hours it is
// tried out (A2).
func TestDresdenFlips(t *testing.T) {
	b := wellDone()
	b.Team.ExperimentHours = nil
	b.Channels = []Channel{
		{Name: "Instagram", Platform: platform.Instagram, Role: portfolio.Crisis, State: portfolio.Active, Followers: new(int64(16_000)), VideosPerWeek: new(1.0), HoursPerWeek: new(measure.Hours(6))},
		{Name: "Facebook", Platform: platform.Facebook, Role: portfolio.Crisis, State: portfolio.Active, Followers: new(int64(40_000)), HoursPerWeek: new(measure.Hours(6))},
		{Name: "TikTok", Platform: platform.TikTok, State: portfolio.Watched, VideosPerWeek: new(1.0), HoursPerWeek: new(measure.Hours(8))},
	}
	verdicts := func(hours measure.Hours) map[string]portfolio.Verdict {
		b.Team.HoursPerWeek = &hours
		a := assess(t, b)
		require.NotNil(t, a.Portfolio)
		m := map[string]portfolio.Verdict{}
		for _, d := range a.Portfolio.Decisions {
			m[d.Name] = d.Verdict
		}
		return m
	}
	assert.Equal(t, map[string]portfolio.Verdict{"Instagram": portfolio.Keep, "Facebook": portfolio.Keep, "TikTok": portfolio.Watch}, verdicts(12))
	assert.Equal(t, map[string]portfolio.Verdict{"Instagram": portfolio.Keep, "Facebook": portfolio.Keep, "TikTok": portfolio.Pilot}, verdicts(20))
}

// TestBestVideoIsAMaximum: one of the strongest videos had over 34,000 views
// (C7). Of many videos the best says less about an ordinary one.
func TestBestVideoIsAMaximum(t *testing.T) {
	best, err := measure.AtLeast(34_000)
	require.NoError(t, err)
	middle := func(videos int) float64 {
		b := wellDone()
		b.Channels[0].Posts = nil
		b.Channels[0].Reports = []audience.ViewReport{{Kind: audience.BestVideo, Views: best, Videos: videos}}
		a := assess(t, b)
		require.NotNil(t, a.Forecast)
		return a.Forecast.Channels[0].Views.P50() / float64(a.Forecast.Channels[0].Videos)
	}
	assert.Greater(t, middle(5), middle(200))
	assert.Less(t, middle(200), 34_000.0)
}

func TestConflictOfFiguresIsReported(t *testing.T) {
	a := assess(t, wellDone())
	require.Len(t, a.Conflicts, 1, "26 % of the users from 10 to 29 is not mostly very young (K1, C1)")
	assert.Contains(t, a.Conflicts[0].In(reason.German), "26 %")
}

// FuzzAssess: whatever the brief, an error or an assessment that can be written.
func FuzzAssess(f *testing.F) {
	for _, file := range []string{"../examples/kassel/brief.json"} {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(data))
	}
	data, err := json.Marshal(wellDone())
	require.NoError(f, err)
	f.Add(string(data))
	f.Add(`{"name":"x"}`)
	f.Add(`{"name":"x","team":{"hoursPerWeek":1e-300},"channels":[{"name":"a","platform":"tiktok","videosPerWeek":1e-9}],"place":{"name":"p","inhabitants":1},"audience":{"bands":["14+"]}}`)
	f.Fuzz(func(t *testing.T, s string) {
		b, err := ReadBrief(strings.NewReader(s))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		a, err := Assess(b, asOf)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		_, err = json.Marshal(a)
		require.NoError(t, err)
	})
}

// largest is as large as a brief gets in practice and beyond: 200 channels,
// 40 partners, 100 topics.
func largest() Brief {
	b := wellDone()
	channel := b.Channels[0]
	names := platform.Known().Names()
	for i := len(b.Channels); i < MaxChannels; i++ {
		c := channel
		c.Name = fmt.Sprintf("Kanal %d", i)
		c.Platform = names[i%len(names)]
		b.Channels = append(b.Channels, c)
	}
	for i := len(b.Topics); i < MaxTopics; i++ {
		b.Topics = append(b.Topics, Topic{Name: fmt.Sprintf("Wohnen und Umzug %d", i)})
	}
	for i := range MaxPartners {
		b.Partners = append(b.Partners, Partner{Name: fmt.Sprintf("Verein %d", i)})
	}
	return b
}

func TestTheLargestBriefIsAssessed(t *testing.T) {
	a := assess(t, largest())
	assert.Len(t, a.Continuity, MaxChannels-2)
	assert.Nil(t, a.Portfolio, "more channels than the portfolio weighs")
}

func BenchmarkAssessLargest(b *testing.B) {
	brief := largest()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Assess(brief, asOf); err != nil {
			b.Fatal(err)
		}
	}
}

// TestALocationTagIsAClaim: the expert says that the tag supports local
// delivery (F8). It raises the forecast, and the assumption is called a claim.
func TestALocationTagIsAClaim(t *testing.T) {
	b := wellDone()
	with := assess(t, b).Forecast
	b.Channels[0].LocationTag = measure.No
	without := assess(t, b).Forecast
	assert.Greater(t, with.Reached.P50(), without.Reached.P50())
	claimed := false
	for _, r := range with.Assumptions {
		for _, s := range r.Sources() {
			claimed = claimed || s.Certainty == measure.Claim
		}
	}
	assert.True(t, claimed)
}
