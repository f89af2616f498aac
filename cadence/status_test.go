package cadence

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestStatus(t *testing.T) {
	x := strings.Repeat
	for name, c := range map[string]struct {
		h     History
		want  Status
		since measure.Date
		says  string
	}{
		"no post":     {weeks(t, ""), StatusUnproven, measure.Date{}, "No video yet."},
		"five weeks":  {weeks(t, "11111"), StatusUnproven, day(0, 0), "Observed for 5 weeks only; a judgement needs 6."},
		"one week":    {weeks(t, "1"), StatusUnproven, day(0, 0), "Observed for 1 week only; a judgement needs 6."},
		"weekly":      {weeks(t, x("1", 30)), StatusSteady, day(18, 0), "Steady: 12 of the 12 weeks since 6 May 2024 kept."},
		"three of 4":  {weeks(t, x("1101", 8)), StatusRegular, day(20, 0), "Regular: 9 of the 12 weeks since 20 May 2024 kept."},
		"every third": {weeks(t, x("100", 12)), StatusOccasional, day(24, 0), "Occasional: 4 of the 12 weeks since 17 June 2024 kept."},
		"slowing": {
			weeks(t, x("1", 24)+"101011010111"), StatusSlowing, day(24, 0),
			"8 of the last 12 weeks kept, 12 of 12 before.",
		},
		"a week missed": {
			weeks(t, x("1", 30)+"0"), StatusOverdue, day(29, 2),
			"No video since 24 July 2024: 1 week missed, otherwise hardly ever.",
		},
		"longer than its usual gap": {
			weeks(t, x("100", 12)+"1000"), StatusOverdue, day(36, 2),
			"No video since 11 September 2024: 3 weeks missed, otherwise at most 2 in nine cases out of ten.",
		},
		"the usual gap of an occasional channel": {weeks(t, x("100", 12)+"100"), StatusOccasional, day(27, 0), "Occasional"},
		"fell silent": {
			weeks(t, x("1", 30)+x("0", 20)), StatusSilent, day(29, 2),
			"No video since 24 July 2024; 20 weeks without a video and without an announced pause.",
		},
		"one post long ago": {weeks(t, "1"+x("0", 60)), StatusSilent, day(0, 2), "No video since 3 January 2024; 60 weeks"},
		"pause with end": {
			weeks(t, x("1", 20)+"00", Pause{From: day(20, 0), Until: day(25, 6)}), StatusPausedUntil, day(20, 0),
			"Announced pause from 20 May 2024 to 30 June 2024.",
		},
		"pause without end": {
			weeks(t, x("1", 20)+x("0", 8), Pause{From: day(20, 3)}), StatusPausedOpen, day(20, 3),
			"Announced pause since 23 May 2024 without a stated end; it has lasted 8 weeks so far.",
		},
		"not back after the pause": {
			weeks(t, x("1", 20)+"00000", Pause{From: day(20, 0), Until: day(21, 6)}), StatusOverdue, day(19, 2),
			"The announced pause ended on 2 June 2024; 3 weeks without a video since.",
		},
		"back on time": {
			weeks(t, x("1", 20)+"0011", Pause{From: day(20, 0), Until: day(21, 6)}), StatusSteady, day(10, 0), "Steady",
		},
		"back late": {
			weeks(t, x("1", 20)+"000011", Pause{From: day(20, 0), Until: day(21, 6)}), StatusResumedLate, day(24, 2),
			"Back since 19 June 2024; the pause was announced to end on 2 June 2024, 2 weeks earlier.",
		},
		"back late, long ago": {
			weeks(t, x("1", 20)+"00001"+x("1", 12), Pause{From: day(20, 0), Until: day(21, 6)}), StatusSteady, day(25, 0), "Steady",
		},
		"closed":                {weeksUntil(t, x("1", 20)+"000", HistoryOptions{Closed: day(20, 4)}), StatusClosed, day(20, 4), "Closed on 24 May 2024."},
		"closed without a post": {weeksUntil(t, "", HistoryOptions{Closed: day(0, 0)}), StatusClosed, day(0, 0), "Closed on"},
		"closed, but posts again": {
			weeksUntil(t, x("1", 30), HistoryOptions{Closed: day(20, 4)}), StatusSteady, day(18, 0), "Steady",
		},
		"open pause of a channel with one post": {weeks(t, "100", Pause{From: day(1, 0)}), StatusPausedOpen, day(1, 0), "Announced pause"},
	} {
		got := Model{}.Status(c.h)
		require.Equal(t, c.want, got.Status, "%s: %s", name, got.Status)
		require.Equal(t, c.since, got.Since, "%s: since %s", name, got.Since)
		require.Contains(t, got.Reason.In(reason.English), c.says, name)
		require.NoError(t, got.Reason.Verify(), name)
	}
}

// A video in the running week ends silence and delay at once, though the score waits
// for the week to end.
func TestStatusLooksAtTheRunningSlot(t *testing.T) {
	loc := berlin(t)
	silent := weeks(t, strings.Repeat("1", 30)+strings.Repeat("0", 20))
	posts := append(silent.Posts(), Post{At: day(50, 0).In(loc).Add(time.Hour)})
	back, err := NewHistory(posts, silent.opt)
	require.NoError(t, err)
	require.Equal(t, StatusOccasional, Model{}.Status(back).Status)
	require.Equal(t, Model{}.Score(silent), Model{}.Score(back))

	late := weeks(t, strings.Repeat("1", 30)+"0")
	posts = append(late.Posts(), Post{At: day(31, 0).In(loc).Add(time.Hour)})
	back, err = NewHistory(posts, late.opt)
	require.NoError(t, err)
	require.Equal(t, StatusSteady, Model{}.Status(back).Status)
}

// In a dated pause a post of the running slot means that the channel is at work.
func TestPostInAPause(t *testing.T) {
	loc := berlin(t)
	h := weeks(t, strings.Repeat("1", 20), Pause{From: day(18, 0), Until: day(25, 0)})
	posts := append(h.Posts(), Post{At: day(20, 0).In(loc).Add(time.Hour)})
	at, err := NewHistory(posts, h.opt)
	require.NoError(t, err)
	require.Equal(t, StatusSteady, Model{}.Status(at).Status)
	require.Equal(t, StatusPausedUntil, Model{}.Status(h).Status)
}
