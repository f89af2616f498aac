package cadence

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func sides(t *testing.T, h History, perSlot float64) []Side {
	t.Helper()
	warnings, err := OverPosting(h, perSlot)
	require.NoError(t, err)
	var s []Side
	for _, w := range warnings {
		require.NoError(t, w.Reason.Verify())
		s = append(s, w.Side)
	}
	return s
}

// withViews gives the posts of a history views, in order.
func withViews(t *testing.T, h History, views func(i int) int64) History {
	t.Helper()
	posts := h.Posts()
	for i := range posts {
		posts[i].Views, posts[i].HasViews = views(i), true
	}
	out, err := NewHistory(posts, h.opt)
	require.NoError(t, err)
	return out
}

func TestNoWarning(t *testing.T) {
	require.Empty(t, sides(t, weeks(t, "111111111111"), 0))
	require.Empty(t, sides(t, weeks(t, "111111111111"), 1), "as much as the team can keep up")
	require.Empty(t, sides(t, History{}, 1))
	require.Empty(t, sides(t, withViews(t, weeks(t, "11111111111111111111111"), func(i int) int64 { return 1000 + int64(i%7)*100 }), 0))
}

func TestOverCapacity(t *testing.T) {
	got, err := OverPosting(weeks(t, "111121112111"), 1)
	require.NoError(t, err)
	require.Equal(t, OverCapacity, got[0].Side)
	require.Equal(t, measure.Estimated, got[0].Evidence)
	require.Equal(t, "Zuletzt 1,2 Videos je Woche; auf Dauer schafft das Team 1.", got[0].Reason.In(reason.German))
}

// Every Wednesday two at once: by rule of thumb without views, measured with them, and
// silent where views speak against it.
func TestSameDay(t *testing.T) {
	h := weeks(t, "121212121212")
	got, err := OverPosting(h, 0)
	require.NoError(t, err)
	require.Len(t, got, 1)
	require.Equal(t, SameDay, got[0].Side)
	require.Equal(t, measure.Assumed, got[0].Evidence)
	require.NotEmpty(t, got[0].Reason.Sources())

	views := func(alone, together int64) func(int) int64 {
		return func(i int) int64 { // posts come in threes: one alone, two together
			if i%3 == 0 {
				return alone
			}
			return together
		}
	}
	got, err = OverPosting(withViews(t, h, views(900, 400)), 0)
	require.NoError(t, err)
	require.Equal(t, measure.Measured, got[0].Evidence)
	require.Equal(t, "On 6 of 12 days with videos there were several; their median was 400 views, that of single videos 900.",
		got[0].Reason.In(reason.English))
	require.Empty(t, sides(t, withViews(t, h, views(400, 900)), 0))
}

func TestFallingViews(t *testing.T) {
	h := weeks(t, "1111111111111111111111") // the last one is five days old and does not count
	falling := withViews(t, h, func(i int) int64 { return 2000 - int64(i)*80 })
	got, err := OverPosting(falling, 0)
	require.NoError(t, err)
	require.Len(t, got, 1)
	require.Equal(t, FallingViews, got[0].Side)
	require.Equal(t, "The last 10 videos had a median of 760 views, the 10 before 1,560, at the same pace or faster.",
		got[0].Reason.In(reason.English)) // i = 11..20 and 1..10: 2000 - 80 x 15.5 and 2000 - 80 x 5.5
	rare := withViews(t, weeks(t, "111111111110101010101010101011"), func(i int) int64 { return 2000 - int64(i)*80 })
	require.NotContains(t, sides(t, rare, 0), FallingViews, "fewer videos than before are not too many")
}

func TestDumpedAtOnce(t *testing.T) {
	got, err := OverPosting(weeks(t, "1111114000011"), 0)
	require.NoError(t, err)
	last := got[len(got)-1]
	require.Equal(t, DumpedAtOnce, last.Side)
	require.Equal(t, "4 videos on 14 February 2024, and 4 weeks without a video: released one by one they would have filled 3 of them.",
		last.Reason.In(reason.English))
}

// Only the last twelve slots are looked at.
func TestOldSinsAreForgotten(t *testing.T) {
	require.Empty(t, sides(t, weeks(t, "90000"+"111111111111"), 1))
}

func TestOverPostingRefuses(t *testing.T) {
	for _, v := range []float64{-1, math.NaN(), math.Inf(1)} {
		_, err := OverPosting(History{}, v)
		require.Error(t, err)
	}
	_, err := OverPosting(History{}, -1)
	require.ErrorIs(t, err, check.ErrRange)
}
