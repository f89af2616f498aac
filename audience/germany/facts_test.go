package germany_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestFactsAreOrderedAndComplete(t *testing.T) {
	facts := germany.Facts()
	seen := map[germany.Fact]bool{}
	for i, f := range facts {
		assert.True(t, f.Platform.Valid(), f.Platform)
		assert.True(t, f.Band.IsValid())
		assert.NotZero(t, f.Source.Year)
		assert.NotZero(t, f.Source.Certainty)
		if f.Topic.IsShare() {
			assert.LessOrEqual(t, f.Value, 1.0)
		}
		assert.False(t, seen[f])
		seen[f] = true
		if i > 0 {
			assert.LessOrEqual(t, facts[i-1].Topic, f.Topic)
		}
		for _, asked := range []int{f.Source.Year, 2026} {
			got, why, ok := germany.LookupFact(germany.FactQuery{Topic: f.Topic, Platform: f.Platform, Band: f.Band, Year: asked})
			require.True(t, ok)
			require.NoError(t, why.Verify())
			if asked == f.Source.Year {
				assert.Equal(t, f, got)
			}
		}
		data, err := json.Marshal(f)
		require.NoError(t, err)
		back := germany.Fact{}
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, f, back)
	}
}

// K2: "eight to ten times a day" are the figures of 2018 and 2019.
func TestOpensPerDay(t *testing.T) {
	for year, want := range map[int]float64{2010: 8, 2018: 8, 2019: 10, 2026: 10} {
		f, _, ok := germany.LookupFact(germany.FactQuery{Topic: germany.OpensPerDay, Platform: platform.TikTok, Year: year})
		require.True(t, ok)
		assert.InDelta(t, want, f.Value, 0, year)
	}
	_, _, ok := germany.LookupFact(germany.FactQuery{Topic: germany.OpensPerDay, Platform: platform.YouTube, Year: 2024})
	assert.False(t, ok)
}

// Without a band the widest is answered, whatever the year of narrower ones.
func TestLookupFactPrefersTheWidestBand(t *testing.T) {
	f, _, ok := germany.LookupFact(germany.FactQuery{Topic: germany.MinutesPerDay, Platform: germany.SocialMedia, Year: 2023})
	require.True(t, ok)
	assert.Equal(t, "14+", f.Band.String())
	assert.InDelta(t, 31, f.Value, 0)
	f, _, ok = germany.LookupFact(germany.FactQuery{
		Topic: germany.NewsOnSocialMedia, Platform: germany.SocialMedia, Band: audience.MustBand("18-24"), Year: 2025,
	})
	require.True(t, ok)
	assert.InDelta(t, 0.5, f.Value, 0)
}

func TestReportedAccounts(t *testing.T) {
	for i, a := range germany.Reported() {
		assert.Positive(t, a.Count)
		assert.True(t, a.Platform.Valid())
		require.NoError(t, a.Reason().Verify())
		if b := germany.Reported()[max(i-1, 0)]; i > 0 && b.Platform == a.Platform && b.Kind == a.Kind && b.Region == a.Region {
			assert.Less(t, b.Source.Year, a.Source.Year, "oldest first: %+v", a)
		}
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var back germany.Accounts
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, a, back)
	}
	for year, want := range map[int]int64{2018: 4_100_000, 2021: 20_900_000, 2023: 20_900_000, 2030: 25_700_000} {
		a, ok := germany.ReportedFor(platform.TikTok, germany.MonthlyRecipients, "DE", year)
		require.True(t, ok)
		assert.Equal(t, want, a.Count, year)
	}
	_, ok := germany.ReportedFor(platform.Threads, germany.MonthlyRecipients, "DE", 2025)
	assert.False(t, ok)
}

func TestYouTubeReportsMoreThanThereArePeople(t *testing.T) {
	a, ok := germany.ReportedFor(platform.YouTube, germany.MonthlyRecipients, "DE", 2024)
	require.True(t, ok)
	assert.Equal(t, "YouTube meldet für Deutschland 88.100.000 monatlich aktive Empfänger (2024): mehr, als Deutschland Einwohner hat. Eine Reichweite ist das nicht.",
		a.Reason().In(reason.German))
}

// Counted from the DBÖS of March 2026: 799 bodies, of which 403, 566, 503, 613
// and 73 have an address for X, Facebook, YouTube, Instagram and TikTok.
func TestRunningAccounts(t *testing.T) {
	for n, want := range map[platform.Name]int64{
		platform.X: 403, platform.Facebook: 566, platform.YouTube: 503, platform.Instagram: 613, platform.TikTok: 73,
	} {
		all, ok := germany.RunningOn(n, germany.AllBodies)
		require.True(t, ok)
		assert.Equal(t, want, all.With, n)
		assert.Equal(t, int64(799), all.Of)
		near(t, float64(want)/799, float64(all.Share()), 1e-12)
		a, _ := germany.RunningOn(n, germany.Authorities)
		l, _ := germany.RunningOn(n, germany.LocalGovernments)
		assert.Equal(t, all.With, a.With+l.With, n)
		assert.Equal(t, 2026, a.Source.Year, "the newest comes first")
	}
	for _, r := range germany.RunningAccounts() {
		assert.LessOrEqual(t, r.With, r.Of)
		require.NoError(t, r.Reason().Verify())
	}
	_, ok := germany.RunningOn(platform.WhatsApp, germany.AllBodies)
	assert.False(t, ok, "not looked at is unknown, not 0")
	assert.Zero(t, germany.Running{}.Share())
}

func TestPriors(t *testing.T) {
	for b := germany.City; b <= germany.OtherBody; b++ {
		p := germany.Prior(b)
		require.NoError(t, p.Reason.Verify(), b)
		assert.Contains(t, p.Reason.In(reason.English), "the press shows successes", b)
		text, err := b.MarshalText()
		require.NoError(t, err)
		var back germany.Body
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, b, back)
	}
	// Measured on Québec newsrooms: ln 3,442 = 8.14 is the mean of the accounts; the municipal assumption is beside it.
	near(t, 8.16, germany.Prior(germany.City).MeanLn, 0.01)
	assert.Greater(t, germany.Prior(germany.Police).Between, germany.Prior(germany.City).Between)
	assert.Equal(t, germany.Prior(germany.OtherBody).MeanLn, germany.Prior(0).MeanLn)
}

func TestEnumerations(t *testing.T) {
	for _, b := range []germany.Bodies{germany.Authorities, germany.LocalGovernments, germany.AllBodies} {
		text, err := b.MarshalText()
		require.NoError(t, err)
		var back germany.Bodies
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, b, back)
	}
	_, err := germany.Body(0).MarshalText()
	require.Error(t, err)
	var k germany.AccountKind
	require.Error(t, k.UnmarshalText([]byte("users")))
	assert.Equal(t, "Topic(99)", germany.Topic(99).String())
}
