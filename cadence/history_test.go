package cadence

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func states(h History) []State {
	var s []State
	for _, r := range h.Slots() {
		s = append(s, r.State)
	}
	return s
}

func TestSlotsOfAHistory(t *testing.T) {
	h := weeks(t, "1020")
	require.Equal(t, []SlotRecord{
		{day(0, 0), 1, Kept}, {day(1, 0), 0, Missed}, {day(2, 0), 2, Kept}, {day(3, 0), 0, Missed}, {day(4, 0), 0, Running},
	}, h.Slots())
	kept, of := h.Kept(Horizon)
	require.Equal(t, [2]int{2, 4}, [2]int{kept, of})
	kept, of = h.Kept(2)
	require.Equal(t, [2]int{1, 2}, [2]int{kept, of})
	require.Equal(t, Week, h.Slot())
	require.Len(t, h.Posts(), 3)
}

// A post in the running week is no evidence before the week is over.
func TestRunningSlotIsNotEvidence(t *testing.T) {
	loc := berlin(t)
	posts := []Post{{At: day(0, 1).In(loc)}, {At: day(1, 0).In(loc)}}
	h, err := NewHistory(posts, HistoryOptions{Until: day(2, 0).In(loc).Add(-time.Second), Zone: loc})
	require.NoError(t, err)
	require.Equal(t, []State{Kept, Running}, states(h))
	require.Equal(t, 1, h.seen.n)
	h, err = NewHistory(posts, HistoryOptions{Until: day(2, 0).In(loc), Zone: loc})
	require.NoError(t, err)
	require.Equal(t, []State{Kept, Kept, Running}, states(h))
}

// A post on Sunday at 23:30 in Berlin belongs to that week, though it is 22:30 or
// 21:30 in UTC.
func TestZoneDecidesTheWeek(t *testing.T) {
	loc := berlin(t)
	post := []Post{{At: time.Date(2024, 1, 8, 0, 30, 0, 0, loc)}} // Monday in Berlin, Sunday in UTC
	until := time.Date(2024, 1, 16, 0, 0, 0, 0, loc)
	h, err := NewHistory(post, HistoryOptions{Until: until, Zone: loc})
	require.NoError(t, err)
	require.Equal(t, "2024-01-08", h.Slots()[0].Start.String())
	h, err = NewHistory(post, HistoryOptions{Until: until})
	require.NoError(t, err)
	require.Equal(t, "2024-01-01", h.Slots()[0].Start.String())
}

func TestOtherSlots(t *testing.T) {
	loc := berlin(t)
	posts := []Post{{At: time.Date(2024, 1, 31, 12, 0, 0, 0, loc)}, {At: time.Date(2024, 3, 1, 0, 0, 0, 0, loc)}}
	for _, c := range []struct {
		slot  Slot
		until string
		want  []State
	}{
		{Month, "2024-04-01", []State{Kept, Missed, Kept, Running}},
		{TwoWeeks, "2024-03-11", []State{Kept, Missed, Kept, Running}}, // from 29 January, 12 and 26 February, 11 March
		{Day, "2024-02-02", []State{Kept, Missed, Running}},
	} {
		until := measure.MustDate(c.until).In(loc)
		seen := slices.DeleteFunc(slices.Clone(posts), func(p Post) bool { return p.At.After(until) })
		h, err := NewHistory(seen, HistoryOptions{Until: until, Zone: loc, Slot: c.slot})
		require.NoError(t, err)
		require.Equal(t, c.want, states(h), c.slot)
	}
}

func TestNewHistoryRefuses(t *testing.T) {
	ok := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		posts []Post
		opt   HistoryOptions
		kind  error
		text  string
	}{
		"no time of observation": {nil, HistoryOptions{}, check.ErrRequired, "/until: is required"},
		"post after observation": {[]Post{{At: ok.Add(1)}}, HistoryOptions{Until: ok}, check.ErrRange, "/posts/0/at"},
		"before 1970":            {[]Post{{At: ok}, {At: time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC)}}, HistoryOptions{Until: ok}, check.ErrRange, "/posts/1/at"},
		"zero time":              {[]Post{{}}, HistoryOptions{Until: ok}, check.ErrRange, "/posts/0/at"},
		"year 10000 post":        {[]Post{{At: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}}, HistoryOptions{Until: ok}, check.ErrRange, "/posts/0/at"},
		"year 10000":             {nil, HistoryOptions{Until: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, check.ErrRange, "/until"},
		"negative views":         {[]Post{{At: ok, HasViews: true, Views: -1}}, HistoryOptions{Until: ok}, check.ErrRange, "/posts/0/views"},
		"slot":                   {nil, HistoryOptions{Until: ok, Slot: 9}, check.ErrUnknown, "/slot"},
		"pause without start":    {nil, HistoryOptions{Until: ok, Pauses: []Pause{{}}}, check.ErrRequired, "/pauses/0/from"},
		"pause ends before it begins": {nil, HistoryOptions{Until: ok, Pauses: []Pause{
			{From: measure.MustDate("2024-05-02"), Until: measure.MustDate("2024-05-01")},
		}}, check.ErrOrder, "/pauses/0/until"},
	} {
		_, err := NewHistory(c.posts, c.opt)
		require.ErrorIs(t, err, c.kind, name)
		require.Contains(t, err.Error(), c.text, name)
	}
	_, err := NewHistory(make([]Post, 10_000), HistoryOptions{Until: ok})
	require.ErrorContains(t, err, "and 9900 more problems")
}

func TestOddButDefined(t *testing.T) {
	until := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	h, err := NewHistory(nil, HistoryOptions{Until: until})
	require.NoError(t, err)
	require.Empty(t, h.Slots())

	crowd := make([]Post, 1_000_000) // a million posts in one second
	for i := range crowd {
		crowd[i].At = until.Add(-14 * 24 * time.Hour)
	}
	h, err = NewHistory(crowd, HistoryOptions{Until: until})
	require.NoError(t, err)
	require.Equal(t, int64(1_000_000), h.Slots()[0].Posts)
	_, err = Model{}.Report(h, ReportOptions{})
	require.NoError(t, err)

	far, err := NewHistory([]Post{{At: time.Unix(0, 0)}}, HistoryOptions{Until: time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC), Slot: Day})
	require.NoError(t, err)
	require.Len(t, far.Slots(), 2_932_897)
}

// St. John's turned its clocks back at 00:01 of 7 November 2010, to 23:01 of the day
// before: the later instants have the earlier day.
func TestClockTurnedBackOverMidnight(t *testing.T) {
	loc, err := time.LoadLocation("America/St_Johns")
	require.NoError(t, err)
	before := time.Date(2010, 11, 7, 2, 30, 30, 0, time.UTC) // 00:00:30 on the 7th
	after := before.Add(time.Minute)                         // 23:01:30 on the 6th
	require.Equal(t, []int{7, 6}, []int{before.In(loc).Day(), after.In(loc).Day()})
	h, err := NewHistory([]Post{{At: before}}, HistoryOptions{Until: after, Zone: loc, Slot: Day})
	require.NoError(t, err)
	require.Equal(t, []State{Running}, states(h))
	h, err = NewHistory([]Post{{At: before}, {At: after}}, HistoryOptions{Until: after.Add(48 * time.Hour), Zone: loc, Slot: Day})
	require.NoError(t, err)
	require.Equal(t, int64(2), h.Slots()[0].Posts)
	require.Empty(t, h.Gaps())
}

// Order of the posts does not matter, nor do arguments change.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := weeks(t, patterns(1, 30).Draw(t, "weeks"))
		shuffled := rapid.Permutation(h.Posts()).Draw(t, "order")
		given := slices.Clone(shuffled)
		again, err := NewHistory(shuffled, h.opt)
		require.NoError(t, err)
		require.Equal(t, h.Slots(), again.Slots())
		require.Equal(t, given, shuffled)
	})
}

// At an earlier time only what was known then counts: as if the history had been made
// then.
func TestAt(t *testing.T) {
	loc := berlin(t)
	told := day(5, 0)
	h := weeks(t, "1111100000", Pause{From: day(5, 0), Until: day(7, 6), Announced: told})
	early, err := h.At(day(3, 0).In(loc))
	require.NoError(t, err)
	require.Equal(t, []State{Kept, Kept, Kept, Running}, states(early))
	late, err := h.At(day(6, 0).In(loc))
	require.NoError(t, err)
	require.Equal(t, Paused, late.Slots()[5].State)
	same, err := h.At(h.Until())
	require.NoError(t, err)
	require.Equal(t, h.Slots(), same.Slots())
	_, err = h.At(h.Until().Add(1))
	require.ErrorIs(t, err, check.ErrRange)
}

// Target: 60 us for 1,000 daily posts.
func BenchmarkNewHistory(b *testing.B) {
	loc := berlin(b)
	var posts []Post
	for i := range 1000 {
		posts = append(posts, Post{At: day(0, i).In(loc).Add(12 * time.Hour)})
	}
	opt := HistoryOptions{Until: day(0, 1000).In(loc), Zone: loc}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewHistory(posts, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzNewHistory feeds any times and days: an error or a history all parts of which
// hold.
func FuzzNewHistory(f *testing.F) {
	f.Add(int64(1704110400), int64(1704110400), int64(1717405200), 19723, 19730, 19720, uint8(2))
	f.Add(int64(-1), int64(253402300800), int64(253402300799), 0, -1, 0, uint8(1))
	f.Add(int64(0), int64(0), int64(0), 2932896, 3000000, -719162, uint8(4))
	f.Fuzz(func(t *testing.T, a, b, until int64, from, to, told int, slot uint8) {
		const year9999 = 253402300799
		if until > 400*365*secondsPerDay && Slot(slot) == Day || until > year9999 {
			until %= 400 * 365 * secondsPerDay
		}
		opt := HistoryOptions{
			Until: time.Unix(until, 0), Slot: Slot(slot),
			Pauses: []Pause{{From: dateOf(from % 4_000_000), Until: dateOf(to % 4_000_000), Announced: dateOf(told % 4_000_000)}},
		}
		h, err := NewHistory([]Post{{At: time.Unix(a, 0)}, {At: time.Unix(b, 0)}}, opt)
		if err != nil {
			return
		}
		r, err := Model{}.Report(h, ReportOptions{})
		require.NoError(t, err)
		require.NoError(t, r.Standing.Reason.Verify())
		score := Model{}.Score(h)
		require.True(t, score >= 0 && score <= 100, "%v", score)
	})
}
