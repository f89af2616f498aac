package cadence

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/measure"
)

func TestPausedSlots(t *testing.T) {
	const k, m, p, r = Kept, Missed, Paused, Running
	for name, c := range map[string]struct {
		pattern string
		pauses  []Pause
		want    []State
	}{
		"touches": { // Sunday of week 1 to Monday of week 3
			"10000", []Pause{{From: day(1, 6), Until: day(3, 0)}},
			[]State{k, p, p, p, m, r},
		},
		"a post is evidence": {
			"10100", []Pause{{From: day(1, 0), Until: day(3, 6)}},
			[]State{k, p, k, p, m, r},
		},
		"counts from its announcement": {
			"10000", []Pause{{From: day(1, 0), Until: day(4, 6), Announced: day(3, 0)}},
			[]State{k, m, m, p, p, r},
		},
		"announced after it was over": {
			"10000", []Pause{{From: day(1, 0), Until: day(2, 6), Announced: day(4, 0)}},
			[]State{k, m, m, m, m, r},
		},
		"not announced yet": {
			"10000", []Pause{{From: day(1, 0), Until: day(2, 6), Announced: day(9, 0)}},
			[]State{k, m, m, m, m, r},
		},
		"nested and overlapping": {
			"1000000", []Pause{{From: day(2, 0), Until: day(2, 6)}, {From: day(1, 0), Until: day(3, 6)}, {From: day(3, 0), Until: day(4, 6)}},
			[]State{k, p, p, p, p, m, m, r},
		},
		"open": {
			"1000", []Pause{{From: day(2, 0)}},
			[]State{k, m, p, p, p},
		},
		"open, ended by a post": {
			"1000100", []Pause{{From: day(1, 0)}},
			[]State{k, p, p, p, k, m, m, r},
		},
		"open, farewell in the week it begins": {
			"1100", []Pause{{From: day(1, 0)}},
			[]State{k, k, p, p, p},
		},
		"before the first post": {
			"1010", []Pause{{From: measure.MustDate("2023-01-01"), Until: measure.MustDate("2023-12-31")}},
			[]State{k, m, k, m, r},
		},
		"in the future": {
			"1010", []Pause{{From: day(20, 0), Until: day(22, 0), Announced: day(1, 0)}},
			[]State{k, m, k, m, r},
		},
	} {
		require.Equal(t, c.want, states(weeks(t, c.pattern, c.pauses...)), name)
	}
}

func TestPausesMerge(t *testing.T) {
	in := []Pause{
		{From: day(4, 0), Until: day(4, 6), Reason: "Umzug"},
		{From: day(1, 0), Until: day(2, 6), Reason: "Sommer"},
		{From: day(3, 0), Until: day(3, 6), Reason: "Sommer"},
		{From: day(6, 0), Until: day(6, 1)},
	}
	got := spans(in, Week, dayOfDate(day(9, 0)), nil)
	require.Equal(t, []span{
		{dayOfDate(day(1, 0)), dayOfDate(day(4, 6)), "Sommer; Umzug"},
		{dayOfDate(day(6, 0)), dayOfDate(day(6, 1)), ""},
	}, got)
}

// However pauses are cut into parts and in whichever order they come, the slots are
// the same.
func TestPausesInParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := patterns(4, 30).Draw(t, "weeks")
		last := 7 * len(pattern)
		from := rapid.IntRange(0, last).Draw(t, "from")
		to := rapid.IntRange(from, last).Draw(t, "to")
		cut := rapid.IntRange(from, to).Draw(t, "cut")
		whole := weeks(t, pattern, Pause{From: day(0, from), Until: day(0, to)})
		parts := weeks(t, pattern, Pause{From: day(0, cut), Until: day(0, to)}, Pause{From: day(0, from), Until: day(0, cut)})
		require.Equal(t, whole.Slots(), parts.Slots())
	})
}

// A pause that is running now never lowers the score, against the same history without
// it.
func TestRunningPauseNeverLowersScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		silent := rapid.IntRange(0, 30).Draw(t, "silent")
		pattern := patterns(1, 80).Draw(t, "weeks") + strings.Repeat("0", silent)
		from := rapid.IntRange(0, len(pattern)).Draw(t, "from")
		pause := Pause{From: day(from, 0), Until: day(len(pattern)+rapid.IntRange(0, 5).Draw(t, "more"), 0)}
		with, without := Model{}.Score(weeks(t, pattern, pause)), Model{}.Score(weeks(t, pattern))
		require.GreaterOrEqual(t, with, without-1e-9)
	})
}

// The clock stands still: after a pause without posts the phases are those before it.
func TestPauseStopsTheClock(t *testing.T) {
	before := weeks(t, "1101101101")
	after := weeks(t, "110110110100000", Pause{From: day(10, 0), Until: day(14, 6)})
	require.Equal(t, Model{}.Now(before), Model{}.Now(after))
	require.True(t, Pause{}.Open())
	require.WithinDuration(t, before.Until().Add(5*7*24*time.Hour), after.Until(), 2*time.Hour)
}
