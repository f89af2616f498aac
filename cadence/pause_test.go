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
			"10000",
			[]Pause{{From: day(1, 6), Until: day(3, 0)}},
			[]State{k, p, p, p, m, r},
		},
		"a post is evidence": {
			"10100",
			[]Pause{{From: day(1, 0), Until: day(3, 6)}},
			[]State{k, p, k, p, m, r},
		},
		"counts from its announcement": {
			"10000",
			[]Pause{{From: day(1, 0), Until: day(4, 6), Announced: day(3, 0)}},
			[]State{k, m, m, p, p, r},
		},
		"announced after it was over": {
			"10000",
			[]Pause{{From: day(1, 0), Until: day(2, 6), Announced: day(4, 0)}},
			[]State{k, m, m, m, m, r},
		},
		"not announced yet": {
			"10000",
			[]Pause{{From: day(1, 0), Until: day(2, 6), Announced: day(9, 0)}},
			[]State{k, m, m, m, m, r},
		},
		"nested and overlapping": {
			"1000000",
			[]Pause{{From: day(2, 0), Until: day(2, 6)}, {From: day(1, 0), Until: day(3, 6)}, {From: day(3, 0), Until: day(4, 6)}},
			[]State{k, p, p, p, p, m, m, r},
		},
		"open": {
			"1000",
			[]Pause{{From: day(2, 0)}},
			[]State{k, m, p, p, p},
		},
		"open, ended by a post": {
			"1000100",
			[]Pause{{From: day(1, 0)}},
			[]State{k, p, p, p, k, m, m, r},
		},
		"open, farewell in the week it begins": {
			"1100",
			[]Pause{{From: day(1, 0)}},
			[]State{k, k, p, p, p},
		},
		"before the first post": {
			"1010",
			[]Pause{{From: measure.MustDate("2023-01-01"), Until: measure.MustDate("2023-12-31")}},
			[]State{k, m, k, m, r},
		},
		"in the future": {
			"1010",
			[]Pause{{From: day(20, 0), Until: day(22, 0), Announced: day(1, 0)}},
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

// slowStates decides every week of a pattern day by day, from the definitions alone.
func slowStates(pattern string, pauses []Pause, today measure.Date) (out []State) {
	covered := func(week int) bool {
		for d := range 7 {
			for _, p := range pauses {
				date := day(week, d)
				if p.Announced.After(today) || date.Before(p.From) || date.Before(p.Announced) {
					continue
				}
				if !p.Open() {
					if !date.After(p.Until) {
						return true
					}
					continue
				}
				begin := p.From
				if p.Announced.After(begin) {
					begin = p.Announced
				}
				ended := false // by a post in a later week than the one it began in, up to this day
				for w := range pattern {
					posted := day(w, 2)
					later := Week.of(dayOfDate(posted)) > Week.of(dayOfDate(begin))
					ended = ended || pattern[w] > '0' && later && !posted.After(date)
				}
				if !ended {
					return true
				}
			}
		}
		return false
	}
	for week := range len(pattern) + 1 {
		switch {
		case week < len(pattern) && pattern[week] > '0':
			out = append(out, Kept)
		case covered(week):
			out = append(out, Paused)
		case week == len(pattern):
			out = append(out, Running)
		default:
			out = append(out, Missed)
		}
	}
	return out
}

func TestPausesAgainstSlowReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := patterns(1, 25).Draw(t, "weeks")
		var pauses []Pause
		for range rapid.IntRange(0, 4).Draw(t, "pauses") {
			p := Pause{From: day(0, rapid.IntRange(-20, 200).Draw(t, "from"))}
			if rapid.Bool().Draw(t, "end") {
				p.Until = p.From.AddDays(rapid.IntRange(0, 60).Draw(t, "days"))
			}
			if rapid.Bool().Draw(t, "told") {
				p.Announced = p.From.AddDays(rapid.IntRange(-30, 60).Draw(t, "announced"))
			}
			pauses = append(pauses, p)
		}
		require.Equal(t, slowStates(pattern, pauses, day(len(pattern), 0)), states(weeks(t, pattern, pauses...)))
	})
}
