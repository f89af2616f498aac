package calendar

import (
	"testing"
	"time"
	_ "time/tzdata" // the tests need the zone on any machine

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	require.NoError(t, err)
	return loc
}

func TestWallTimeOverClockChanges(t *testing.T) {
	for _, c := range []struct{ zone, day, at, want string }{
		// RFC 5545, sections 3.3.10 and 3.3.5. rrule-go drifts after the gap and takes the second pass in autumn.
		{"Europe/Berlin", "2026-03-28", "02:30", "2026-03-28T02:30:00+01:00"},
		{"Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"},
		{"Europe/Berlin", "2026-03-30", "02:30", "2026-03-30T02:30:00+02:00"},
		{"Europe/Berlin", "2026-10-24", "02:30", "2026-10-24T02:30:00+02:00"},
		{"Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"},
		{"Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T03:00:00+01:00"},
		{"Europe/Berlin", "2026-10-26", "02:30", "2026-10-26T02:30:00+01:00"},
		// The evening before and after the change is the same on the wall.
		{"Europe/Berlin", "2026-10-24", "17:00", "2026-10-24T17:00:00+02:00"},
		{"Europe/Berlin", "2026-10-25", "17:00", "2026-10-25T17:00:00+01:00"},
		{"UTC", "2026-03-29", "02:30", "2026-03-29T02:30:00Z"},
		// Samoa had no 30 December 2011.
		{"Pacific/Apia", "2011-12-30", "12:00", "2011-12-31T12:00:00+14:00"},
	} {
		got := MustWallTime(c.at).On(measure.MustDate(c.day), zone(t, c.zone))
		assert.Equal(t, c.want, got.Format(time.RFC3339), c.day+" "+c.at)
	}
}

func TestWallTimeText(t *testing.T) {
	for _, s := range []string{"00:00", "09:05", "23:59"} {
		w, err := ParseWallTime(s)
		require.NoError(t, err)
		text, err := w.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, s, string(text))
		var back WallTime
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, w, back)
	}
	for _, s := range []string{"", "24:00", "9:05", "09:60", "09:05:00", "-1:00", "noon"} {
		_, err := ParseWallTime(s)
		require.ErrorIs(t, err, check.ErrSyntax, s)
	}
	assert.Panics(t, func() { MustWallTime("25:00") })
}
