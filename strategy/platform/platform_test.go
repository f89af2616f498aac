package platform

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func TestKnownProfilesHoldTogether(t *testing.T) {
	set := Known()
	names := set.Names()
	assert.True(t, slices.IsSorted(names), "Lookup searches by name")
	assert.Len(t, names, 9)
	for _, n := range names {
		p, ok := set.Lookup(n)
		require.True(t, ok, n)
		assert.Equal(t, n, p.Name)
		require.NoError(t, p.Validate(), n)
		for _, l := range []Limit{p.MinAge, p.Caption, p.Seconds} {
			assert.Equal(t, l.Known(), l.Source.Key != "", "%s: a limit has a source", n)
		}
		assert.Equal(t, p.Feed != 0, p.FeedSource.Key != "", "%s: a feed kind has a source", n)
		assert.Equal(t, p.Handle.Known(), p.Handle.Source.Key != "", "%s: a handle rule has a source", n)
		for _, v := range p.Views {
			assert.NotEmpty(t, v.De)
			assert.NotEmpty(t, v.En)
			assert.NotEmpty(t, v.Source.Key)
		}
	}
	_, ok := set.Lookup("mastodon")
	assert.False(t, ok)
}

// Statement F1: short video goes by interest, the classic feeds by following.
func TestFeeds(t *testing.T) {
	for n, want := range map[Name]Feed{
		TikTok: Interest, Instagram: Interest, YouTube: Interest, Facebook: Following, WhatsApp: Messaging, Threads: 0,
	} {
		p, _ := Known().Lookup(n)
		assert.Equal(t, want, p.Feed, n)
	}
}

func TestViewAt(t *testing.T) {
	p, _ := Known().Lookup(YouTube)
	for day, want := range map[string]string{
		"2020-01-01": "youtube-engaged", "2025-03-30": "youtube-engaged",
		"2025-03-31": "youtube-starts-2025", "2026-07-31": "youtube-starts-2025", "2026-08-01": "youtube-starts-2026",
	} {
		v, ok := p.ViewAt(measure.MustDate(day))
		require.True(t, ok)
		assert.Equal(t, want, v.ID, day)
	}
	facebook, _ := Known().Lookup(Facebook)
	_, ok := facebook.ViewAt(measure.MustDate("2026-01-01"))
	assert.False(t, ok, "no definition on record is no definition")
}

func TestHandleRules(t *testing.T) {
	tests := []struct {
		platform Name
		handle   string
		ok       bool
	}{
		{TikTok, "stadt.kassel", true},
		{TikTok, strings.Repeat("a", 24), true},
		{TikTok, strings.Repeat("a", 25), false},
		{TikTok, "a", false},
		{TikTok, "stadt-kassel", false},
		{TikTok, "kassel.", false},
		{TikTok, "Kassel", false},
		{TikTok, "köln", false},
		{TikTok, "", false},
		{Instagram, ".kassel", false},
		{Instagram, "stadt..kassel", false},
		{Instagram, strings.Repeat("a", 30), true},
		{YouTube, "stadt-kassel", true},
		{YouTube, "ab", false},
		{X, "stadt.kassel", false},
		{WhatsApp, "kassel", false}, // no rule on record
	}
	for _, tt := range tests {
		p, _ := Known().Lookup(tt.platform)
		err := p.Handle.Check(tt.handle)
		assert.Equal(t, tt.ok, err == nil, "%s %q: %v", tt.platform, tt.handle, err)
	}
	assert.ErrorIs(t, HandleRule{}.Check("kassel"), check.ErrUnknown)
}

func TestWithRefuses(t *testing.T) {
	_, err := Known().With(Profile{Name: "Mastodon!", Handle: HandleRule{Min: 5, Max: 4, Marks: "@"}, Views: []View{
		{ID: "b", From: measure.MustDate("2025-01-01")}, {From: measure.MustDate("2025-01-01")},
	}})
	ps := new(check.Problems)
	require.ErrorAs(t, err, &ps)
	var paths []string
	for _, p := range ps.All() {
		paths = append(paths, p.Path)
	}
	assert.Equal(t, []string{"/handle/marks", "/handle/min", "/name", "/title", "/views/1/from", "/views/1/id"}, paths)
}

func TestWithLeavesTheOldSetAlone(t *testing.T) {
	old := Known()
	bigger, err := old.With(Profile{Name: "mastodon", Title: "Mastodon", Feed: Following})
	require.NoError(t, err)
	replaced, err := bigger.With(Profile{Name: "mastodon", Title: "Fediverse", Feed: Following})
	require.NoError(t, err)
	assert.Len(t, old.Names(), 9)
	assert.Len(t, bigger.Names(), 10)
	assert.Len(t, replaced.Names(), 10)
	p, ok := replaced.Lookup("mastodon")
	assert.True(t, ok)
	assert.Equal(t, "Fediverse", p.Title)
}

func TestName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		assert.True(t, Name(rapid.StringMatching(`[a-z0-9-]{1,40}`).Draw(t, "name")).Valid())
	})
	for _, n := range []Name{"", "TikTok", "you tube", "ä", Name(strings.Repeat("a", 41))} {
		assert.False(t, n.Valid(), "%q", n)
	}
}

func TestFeedText(t *testing.T) {
	for f := Interest; f <= Messaging; f++ {
		text, err := f.MarshalText()
		require.NoError(t, err)
		var back Feed
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, f, back)
	}
	_, err := Feed(0).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.Equal(t, "Feed(0)", Feed(0).String())
}
