package cadence

import (
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Post is one published video.
type Post struct {
	At       time.Time
	Views    int64 // counted so far; says something only with HasViews
	HasViews bool
	Topic    string // what it is about, "" when not said
	Format   string // the recurring form, such as a weekly job video; "" when not said
}

// HistoryOptions say how a channel was observed.
type HistoryOptions struct {
	// Until is when the channel was last looked at, its as-of time. Required: a
	// history ends when it was observed, not at its last post, or its silence would be
	// thrown away.
	Until time.Time
	// Zone is where the team works; its civil days make the slots. Nil is UTC.
	Zone *time.Location
	// Slot is the unit of the channel's promise; zero is [Week].
	Slot Slot
	// Pauses are the announced breaks, in any order; they may overlap.
	Pauses []Pause
	// Closed is the day the channel was announced to end for good; zero if it was not.
	Closed measure.Date
}

// History is what is known about one channel: its posts and announced pauses up to the
// time it was observed. It is immutable; make one with [NewHistory]. The zero History
// holds nothing.
//
// The first slot is that of the first post. The slot that is running at the as-of time
// is not yet evidence, whether it already has a post or not: a score changes when a
// slot is over.
type History struct {
	opt    HistoryOptions // Zone and Slot filled in; Pauses cloned
	posts  []Post         // by time
	days   []int32        // civil day of each post
	slot   Slot
	first  int     // number of the first slot
	counts []int32 // posts by slot, the running slot last; -1 is a paused slot without a post
	seen   bits    // the complete slots that are not paused
	pauses []span  // in force, merged
	today  int     // civil day of the as-of time
}

// NewHistory checks posts and options and computes the slots. Posts may come in any
// order; posts at the same instant, be it a million, are separate posts of one slot. A
// day that the zone skipped is a slot without a post. Posts before 1970 or after
// Until, and times after the year 9999, are problems.
func NewHistory(posts []Post, opt HistoryOptions) (History, error) {
	if opt.Zone == nil {
		opt.Zone = time.UTC
	}
	if opt.Slot == 0 {
		opt.Slot = Week
	}
	opt.Pauses = slices.Clone(opt.Pauses)
	if err := validate(posts, opt); err != nil {
		return History{}, err
	}
	h := History{opt: opt, slot: opt.Slot, posts: slices.Clone(posts), today: dayOf(opt.Until, opt.Zone)}
	h.days = make([]int32, len(h.posts))
	for i := range h.posts {
		if i > 0 && h.posts[i].At.Before(h.posts[i-1].At) {
			slices.SortStableFunc(h.posts, func(a, b Post) int { return a.At.Compare(b.At) })
			break
		}
	}
	zone := clock{loc: opt.Zone}
	for i := range h.posts {
		h.days[i] = int32(zone.day(h.posts[i].At))
		if i > 0 { // a clock turned back over midnight does not turn back the day
			h.days[i] = max(h.days[i], h.days[i-1])
		}
	}
	h.today = max(h.today, h.lastDay())
	h.pauses = spans(opt.Pauses, h.slot, h.today, h.days)
	h.fillSlots()
	return h, nil
}

func validate(posts []Post, opt HistoryOptions) error {
	var l check.List
	if !opt.Slot.IsValid() {
		l.Add("/slot", check.ErrUnknown, opt.Slot.String(), "one of day, week, two weeks, month")
	}
	year := opt.Until.In(opt.Zone).Year()
	switch {
	case opt.Until.IsZero():
		l.Add("/until", check.ErrRequired, check.None, "the time the channel was last looked at")
	case year < 1970 || year > 9999:
		l.Add("/until", check.ErrRange, opt.Until.UTC().Format(time.RFC3339), "a time from 1970 to 9999")
	default:
		for i := range posts {
			if at := posts[i].At; at.Unix() < 0 || at.After(opt.Until) {
				l.Add(check.Pointer("posts", i, "at"), check.ErrRange, at.UTC().Format(time.RFC3339),
					"a time from 1970 to the time of observation, "+opt.Until.UTC().Format(time.RFC3339))
			}
			if posts[i].HasViews && posts[i].Views < 0 {
				l.Add(check.Pointer("posts", i, "views"), check.ErrRange, posts[i].Views, "0 or more")
			}
		}
	}
	for i, p := range opt.Pauses {
		p.validate(&l, check.Pointer("pauses", i))
	}
	return l.Err()
}

// fillSlots counts the posts by slot and marks the paused ones.
func (h *History) fillSlots() {
	if len(h.posts) == 0 {
		return
	}
	h.first = h.slot.of(int(h.days[0]))
	h.counts = make([]int32, h.slot.of(h.today)-h.first+1)
	slot, end := h.first, h.slot.start(h.first+1)
	for _, day := range h.days {
		if int(day) >= end {
			slot = h.slot.of(int(day))
			end = h.slot.start(slot + 1)
		}
		h.counts[slot-h.first]++
	}
	for _, p := range h.pauses {
		from := max(h.slot.of(p.from)-h.first, 0)
		to := min(h.slot.of(min(p.until, h.today))-h.first, len(h.counts)-1)
		for i := from; i <= to; i++ {
			if h.counts[i] == 0 {
				h.counts[i] = -1
			}
		}
	}
	h.seen.words = make([]uint64, 0, len(h.counts)/64+1)
	for _, n := range h.counts[:len(h.counts)-1] {
		if n >= 0 {
			h.seen.add(n > 0)
		}
	}
}

// At returns the history as it was known at an earlier time: later posts, and pauses
// announced later, are left out. A time after [History.Until] is a problem.
func (h History) At(t time.Time) (History, error) {
	if t.After(h.opt.Until) {
		return History{}, check.Problem{
			Value: t.UTC().Format(time.RFC3339), Kind: check.ErrRange,
			Want: "a time up to that of observation, " + h.opt.Until.UTC().Format(time.RFC3339),
		}
	}
	opt := h.opt
	opt.Until = t
	if !opt.Closed.IsZero() && dayOfDate(opt.Closed) > dayOf(t, opt.Zone) {
		opt.Closed = measure.Date{}
	}
	n, _ := slices.BinarySearchFunc(h.posts, t, func(p Post, t time.Time) int {
		if p.At.After(t) {
			return 1
		}
		return -1
	})
	return NewHistory(h.posts[:n], opt)
}

// Until returns the as-of time.
func (h History) Until() time.Time { return h.opt.Until }

// Slot returns the unit; of the zero History it is not valid.
func (h History) Slot() Slot { return h.slot }

// Posts returns the posts in order of time.
func (h History) Posts() []Post { return slices.Clone(h.posts) }

// Kept returns how many of the last n slots that are evidence were kept, and how many
// there were: 10 of 12, fewer while the channel is young.
func (h History) Kept(n int) (kept, of int) {
	of = min(max(n, 0), h.seen.n)
	return h.seen.count(h.seen.n-of, h.seen.n), of
}

// State says what a slot is.
type State uint8

// The states of a slot.
const (
	Kept    State = iota + 1 // at least one post
	Missed                   // no post and no announced pause
	Paused                   // no post in an announced pause: no evidence and no debt
	Running                  // not over at the as-of time and not paused
)

var stateNames = check.Words[State]{Kept: "kept", Missed: "missed", Paused: "paused", Running: "running"}

// String returns "kept", "missed", "paused" or "running".
func (s State) String() string { return stateNames.String(s) }

// MarshalText writes the word of [State.String]; an invalid state is an error.
func (s State) MarshalText() ([]byte, error) { return stateNames.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *State) UnmarshalText(text []byte) (err error) {
	*s, err = stateNames.Parse(string(text))
	return err
}

// SlotRecord is one slot of a history.
type SlotRecord struct {
	Start measure.Date `json:"start"` // first day
	Posts int64        `json:"posts"`
	State State        `json:"state"`
}

// Slots returns all slots from that of the first post to the running one.
func (h History) Slots() []SlotRecord {
	records := make([]SlotRecord, len(h.counts))
	for i, n := range h.counts {
		r := SlotRecord{Start: h.startOf(i), Posts: int64(max(n, 0)), State: Missed}
		switch {
		case n < 0:
			r.State = Paused
		case i == len(h.counts)-1:
			r.State = Running
		case n > 0:
			r.State = Kept
		}
		records[i] = r
	}
	return records
}

// startOf returns the first day of the slot at an index of counts.
func (h History) startOf(i int) measure.Date { return dateOf(h.slot.start(h.first + i)) }
