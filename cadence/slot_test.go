package cadence

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/measure"
)

// Against the standard library's ISO weeks: neighbours in our numbering are neighbours
// in the calendar, also over the week 53 of 2020 and 2026.
func TestWeeksAreISOWeeks(t *testing.T) {
	for d := measure.MustDate("2019-12-01"); d.Before(measure.MustDate("2028-02-01")); d = d.AddDays(1) {
		year, week := d.In(time.UTC).ISOWeek()
		n := Week.of(dayOfDate(d))
		start := dateOf(Week.start(n))
		require.Equal(t, time.Monday, start.Weekday(), d)
		y, w := start.In(time.UTC).ISOWeek()
		require.Equal(t, [2]int{year, week}, [2]int{y, w}, d)
	}
	week := func(s string) int { return Week.of(dayOfDate(measure.MustDate(s))) }
	require.Equal(t, 1, week("2021-01-04")-week("2021-01-03"), "week 53 of 2020, then week 1")
}

// A slot holds the days from its start to the day before the next one starts.
func TestSlotStartInvertsOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.IntRange(0, 2_932_896).Draw(t, "day") // to 9999-12-31
		s := rapid.SampledFrom(slotNames.All()).Draw(t, "slot")
		n := s.of(day)
		require.LessOrEqual(t, s.start(n), day)
		require.Greater(t, s.start(n+1), day)
		require.Equal(t, n, s.of(s.start(n)))
	})
}

func TestMonthStart(t *testing.T) {
	require.Equal(t, "2024-02-01", dateOf(Month.start(Month.of(dayOfDate(measure.MustDate("2024-02-29"))))).String())
	require.Equal(t, "1970-01-01", dateOf(Month.start(Month.of(0))).String())
}

// Civil days of Berlin over the clock changes of 2024, and of a zone that skipped a
// day.
func TestDayOf(t *testing.T) {
	loc := berlin(t)
	for _, c := range []struct{ utc, want string }{
		{"2024-03-30T22:59:59Z", "2024-03-30"}, // winter, UTC+1
		{"2024-03-30T23:00:00Z", "2024-03-31"},
		{"2024-03-31T21:59:59Z", "2024-03-31"}, // summer, UTC+2
		{"2024-03-31T22:00:00Z", "2024-04-01"},
		{"2024-10-27T22:59:59Z", "2024-10-27"}, // winter again
		{"2024-10-27T23:00:00Z", "2024-10-28"},
	} {
		at, err := time.Parse(time.RFC3339, c.utc)
		require.NoError(t, err)
		require.Equal(t, c.want, dateOf(dayOf(at, loc)).String(), c.utc)
		require.Equal(t, at.In(loc).Format(time.DateOnly), c.want)
	}
	apia, err := time.LoadLocation("Pacific/Apia")
	require.NoError(t, err)
	at := time.Date(2011, 12, 30, 9, 59, 59, 0, time.UTC)
	require.Equal(t, "2011-12-29", dateOf(dayOf(at, apia)).String())
	require.Equal(t, "2011-12-31", dateOf(dayOf(at.Add(time.Second), apia)).String())
}

// A clock that remembers gives the day that the standard library gives, for instants in any order.
func TestClock(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC", "Asia/Kathmandu"} {
		loc, err := time.LoadLocation(name)
		require.NoError(t, err)
		rapid.Check(t, func(t *rapid.T) {
			c := clock{loc: loc}
			for _, unix := range rapid.SliceOfN(rapid.Int64Range(0, 253402300799-86400), 1, 20).Draw(t, "instants") {
				at := time.Unix(unix, 0)
				y, m, d := at.In(loc).Date()
				want := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay
				if y == 1969 {
					want = -1
				}
				require.Equal(t, int(want), c.day(at), "%s %d", name, unix)
			}
		})
	}
}

// Words go both ways; anything else is refused.
func TestWordsRoundTrip(t *testing.T) {
	type text interface {
		fmt.Stringer
		MarshalText() ([]byte, error)
	}
	check := func(v text, back func([]byte) (text, error)) {
		t.Helper()
		b, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, v.String(), string(b))
		got, err := back(b)
		require.NoError(t, err)
		require.Equal(t, v, got)
		_, err = back([]byte("x"))
		require.Error(t, err)
	}
	for _, v := range slotNames.All() {
		check(v, func(b []byte) (text, error) { var s Slot; err := s.UnmarshalText(b); return s, err })
	}
	for _, v := range phaseNames.All() {
		require.True(t, v.IsValid())
		check(v, func(b []byte) (text, error) { var s Phase; err := s.UnmarshalText(b); return s, err })
	}
	for _, v := range stateNames.All() {
		check(v, func(b []byte) (text, error) { var s State; err := s.UnmarshalText(b); return s, err })
	}
	for _, v := range statusNames.All() {
		check(v, func(b []byte) (text, error) { var s Status; err := s.UnmarshalText(b); return s, err })
	}
	for _, v := range sideNames.All() {
		check(v, func(b []byte) (text, error) { var s Side; err := s.UnmarshalText(b); return s, err })
	}
	_, err := Slot(9).MarshalText()
	require.Error(t, err)
	require.Equal(t, "Slot(9)", Slot(9).String())
	require.False(t, Slot(0).IsValid())
}
