package cadence

import (
	"math"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/measure"
)

// near fails unless got is finite and within tol of want.
func near(t require.TestingT, want, got, tol float64, what string) {
	if h, ok := t.(interface{ Helper() }); ok {
		h.Helper()
	}
	require.False(t, math.IsNaN(got) || math.IsInf(got, 0), "%s is %v", what, got)
	require.LessOrEqual(t, math.Abs(want-got), tol, "%s: want %v, got %v", what, want, got)
}

func berlin(t require.TestingT) *time.Location {
	loc, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	return loc
}

// monday is the first day of the histories that weeks makes, in ISO week 1 of 2024.
var monday = measure.MustDate("2024-01-01")

// weeks returns a weekly history in Berlin time: each digit is a week with that many
// posts, from Wednesday noon, an hour apart. It is observed at noon on the Monday
// after the last one.
func weeks(t require.TestingT, pattern string, pauses ...Pause) History {
	return weeksUntil(t, pattern, HistoryOptions{Pauses: pauses})
}

// weeksUntil is weeks with options; Until is filled in.
func weeksUntil(t require.TestingT, pattern string, opt HistoryOptions) History {
	loc := berlin(t)
	var posts []Post
	for i, c := range pattern {
		for n := range int(c - '0') {
			posts = append(posts, Post{At: monday.AddDays(7*i + 2).In(loc).Add(time.Duration(12+n) * time.Hour)})
		}
	}
	opt.Zone = loc
	if opt.Until.IsZero() {
		opt.Until = monday.AddDays(7 * len(pattern)).In(loc).Add(12 * time.Hour)
	}
	h, err := NewHistory(posts, opt)
	require.NoError(t, err)
	return h
}

// day returns the Monday of a week of the pattern, plus days.
func day(week, days int) measure.Date { return monday.AddDays(7*week + days) }

// patterns draws rows of weeks that begin with a post, with up to three posts a week.
func patterns(least, most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		busy := rapid.IntRange(1, 9).Draw(t, "busy")
		s := []byte{'1'}
		for range rapid.IntRange(least, most).Draw(t, "weeks") - 1 {
			c := byte('0')
			if rapid.IntRange(1, 10).Draw(t, "u") <= busy {
				c = byte('0' + rapid.IntRange(1, 3).Draw(t, "posts"))
			}
			s = append(s, c)
		}
		return string(s)
	})
}
