package audience

import (
	"encoding"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
)

// word is what every enumeration of the package can do.
type word interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
	IsValid() bool
}

func roundTrip[E word, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, last E) {
	t.Helper()
	for e := E(1); e <= last; e++ {
		require.True(t, e.IsValid(), e)
		text, err := e.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, e.String(), string(text))
		var back E
		require.NoError(t, P(&back).UnmarshalText(text))
		assert.Equal(t, e, back)
	}
	for _, bad := range []E{0, last + 1} {
		assert.False(t, bad.IsValid(), bad)
		_, err := bad.MarshalText()
		require.Error(t, err)
	}
	var e E
	require.ErrorIs(t, P(&e).UnmarshalText([]byte("something else")), check.ErrUnknown)
}

func TestWordsOfViewsAndForecast(t *testing.T) {
	roundTrip(t, TotalViews)
	roundTrip(t, ViewsInput)
	roundTrip(t, Worse)
	roundTrip(t, CommentSignal)
}

func TestResultsAreJSON(t *testing.T) {
	videos := weekly(t, 900, 1500, 700, 12000, 1100, 800, 3000, 950)
	for i := range videos {
		videos[i].AverageWatch = precisely(t, float64(5+i%3))
	}
	c, err := CompareViews(videos, monday.AddDate(0, 0, 28), ViewOptions{})
	require.NoError(t, err)
	a := Associations(videos)
	require.Len(t, a, 1)
	for _, v := range []any{c, a, ViewReport{Kind: BestVideo, Views: over(t, 34000)}} {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		assert.NotRegexp(t, `:-0[,}\]]`, string(text))
	}
	var r ViewReport
	require.NoError(t, json.Unmarshal([]byte(`{"kind":"best video","views":{"lo":34000,"hi":null},"videos":40}`), &r))
	assert.Equal(t, ViewReport{Kind: BestVideo, Views: over(t, 34000), Videos: 40}, r)
}
