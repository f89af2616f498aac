package audience_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

func TestVideoCheck(t *testing.T) {
	good := audience.Video{
		Platform: platform.TikTok, PublishedAt: time.Date(2025, 10, 31, 18, 19, 10, 0, time.UTC),
		Views: between(17_150, 17_250), Reach: between(9_000, 9_000),
	}
	for _, c := range []struct {
		name   string
		change func(*audience.Video)
		kind   error
	}{
		{"good", func(*audience.Video) {}, nil},
		{"no platform", func(v *audience.Video) { v.Platform = "" }, check.ErrSyntax},
		{"no time", func(v *audience.Video) { v.PublishedAt = time.Time{} }, check.ErrRequired},
		{"negative views", func(v *audience.Video) { v.Views = between(-1, 3) }, check.ErrRange},
		{"absurd views", func(v *audience.Video) { v.Views = atLeast(1e15) }, check.ErrRange},
		{"views below reach", func(v *audience.Video) { v.Reach = between(18_000, 19_000) }, check.ErrConflict},
		{"reach unknown", func(v *audience.Video) { v.Reach = measure.Interval{} }, nil},
		{"kind", func(v *audience.Video) { v.Kind = 9 }, check.ErrUnknown},
		{"length", func(v *audience.Video) { v.Duration = math.NaN() }, check.ErrFinite},
		{"counted before it was published", func(v *audience.Video) { v.CountedAt = v.PublishedAt.Add(-time.Hour) }, check.ErrOrder},
	} {
		v := good
		c.change(&v)
		var l check.List
		v.Check(&l, "/videos/3")
		if c.kind == nil {
			require.NoError(t, l.Err(), c.name)
			continue
		}
		require.ErrorIs(t, l.Err(), c.kind, c.name)
		require.ErrorContains(t, l.Err(), "/videos/3/", c.name)
	}
}

func TestVideoJSONKeepsUnknownApartFrom0(t *testing.T) {
	v := audience.Video{Platform: platform.TikTok, PublishedAt: time.Date(2025, 10, 31, 18, 19, 10, 0, time.UTC), Likes: between(0, 0)}
	data, err := json.Marshal(v)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"views":{"lo":null,"hi":null}`)
	assert.Contains(t, string(data), `"likes":{"lo":0,"hi":0}`)
	back, err := check.Decode[audience.Video](bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, v, back)
}

func TestNewViewPrior(t *testing.T) {
	p, err := audience.NewViewPrior(3_500, 1.5, 1.4, measure.Assumed)
	require.NoError(t, err)
	closeTo(t, math.Log(3500), p.MeanLn, 1e-12)
	for _, c := range []struct {
		median, between, within float64
		e                       measure.Evidence
		at                      string
	}{
		{0, 1, 1, measure.Assumed, "/median"},
		{math.NaN(), 1, 1, measure.Assumed, "/median"},
		{3500, 0, 1, measure.Assumed, "/between"},
		{3500, 1, math.Inf(1), measure.Assumed, "/within"},
		{3500, 1, 11, measure.Assumed, "/within"},
		{3500, 1, 1, 0, "/evidence"},
	} {
		_, err := audience.NewViewPrior(c.median, c.between, c.within, c.e)
		require.ErrorContains(t, err, c.at)
	}
}
