package cadence

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/measure"
)

// on returns a history with a post at noon on each day, observed on a last day.
func on(t *testing.T, until string, days ...string) History {
	loc := berlin(t)
	var posts []Post
	for _, d := range days {
		posts = append(posts, Post{At: measure.MustDate(d).In(loc).Add(12 * time.Hour)})
	}
	h, err := NewHistory(posts, HistoryOptions{Until: measure.MustDate(until).In(loc).Add(18 * time.Hour), Zone: loc})
	require.NoError(t, err)
	return h
}

// Case "streak-week-not-gap" of the research, computed with Python's isocalendar.
func TestGapsAndStreaks(t *testing.T) {
	h := on(t, "2026-02-20", "2026-01-05", "2026-01-11", "2026-01-12", "2026-01-28", "2026-02-04", "2026-02-09")
	require.Equal(t, Streaks{Current: 3, Longest: 3}, h.Streaks())
	var days []int64
	for _, g := range h.Gaps() {
		days = append(days, g.Days)
	}
	require.Equal(t, []int64{6, 1, 16, 7, 5}, days)
	open, ok := h.OpenGap()
	require.True(t, ok)
	require.Equal(t, int64(11), open.Days)
	summary, longest, err := h.GapSummary()
	require.NoError(t, err)
	require.Equal(t, 6.0, summary.P50())
	require.Equal(t, Gap{measure.MustDate("2026-01-12"), measure.MustDate("2026-01-28"), 16, 0}, longest)
}

// Case "iso-week-53": 2026 has a week 53, and the running week counts once it has a
// post.
func TestStreakOverWeek53(t *testing.T) {
	h := on(t, "2027-01-14", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11")
	require.Equal(t, Streaks{Current: 5, Longest: 5}, h.Streaks())
}

func TestStreaks(t *testing.T) {
	require.Equal(t, Streaks{}, History{}.Streaks())
	require.Equal(t, Streaks{Current: 0, Longest: 3}, weeks(t, "111011000").Streaks())
	paused := weeks(t, "1110011", Pause{From: day(3, 0), Until: day(4, 6)})
	require.Equal(t, Streaks{Current: 5, Longest: 5}, paused.Streaks(), "a pause does not break a row")
}

func TestGapsLeaveOutPauses(t *testing.T) {
	h := weeks(t, "10001", Pause{From: day(1, 0), Until: day(2, 6)})
	require.Equal(t, []Gap{{day(0, 2), day(4, 2), 14, 14}}, h.Gaps())
	open := weeks(t, "1000", Pause{From: day(1, 0)})
	g, ok := open.OpenGap()
	require.True(t, ok)
	require.Equal(t, Gap{day(0, 2), day(4, 0), 4, 22}, g) // Thursday to Sunday; paused from Monday 8 to Monday 29 January
}

// Several posts of one day are one posting day.
func TestGapsCountDays(t *testing.T) {
	require.Equal(t, []Gap{{day(0, 2), day(1, 2), 7, 0}}, weeks(t, "33").Gaps())
	_, ok := History{}.OpenGap()
	require.False(t, ok)
	_, _, err := weeks(t, "3").GapSummary()
	require.ErrorIs(t, err, ErrTooFew)
}
