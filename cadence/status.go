package cadence

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Status is the state of a channel in one word. The zero Status is not valid.
type Status uint8

// The statuses. Where several fit, the first of this order holds: closed, paused,
// unproven, silent, overdue, resumed late, slowing, then the likeliest phase.
const (
	StatusUnproven    Status = iota + 1 // observed for fewer than six slots
	StatusSteady                        // in the phase Steady
	StatusRegular                       // in the phase Regular
	StatusOccasional                    // in the phase Occasional
	StatusSlowing                       // at least four slots fewer kept in the last twelve than in the twelve before
	StatusOverdue                       // longer without a video than usual for this channel, or not back after an announced pause
	StatusSilent                        // in the phase Silent
	StatusPausedUntil                   // in an announced pause with an end
	StatusPausedOpen                    // in an announced pause without an end
	StatusResumedLate                   // back at most four slots ago, later than announced
	StatusClosed                        // announced to have ended
)

var statusNames = check.Words[Status]{
	StatusUnproven: "unproven", StatusSteady: "steady", StatusRegular: "regular", StatusOccasional: "occasional",
	StatusSlowing: "slowing", StatusOverdue: "overdue", StatusSilent: "silent", StatusPausedUntil: "paused until",
	StatusPausedOpen: "paused open", StatusResumedLate: "resumed late", StatusClosed: "closed",
}

// String returns the word, such as "paused until".
func (s Status) String() string { return statusNames.String(s) }

// MarshalText writes the word of [Status.String]; an invalid status is an error.
func (s Status) MarshalText() ([]byte, error) { return statusNames.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Status) UnmarshalText(text []byte) (err error) {
	*s, err = statusNames.Parse(string(text))
	return err
}

// Standing is a status with what proves it.
type Standing struct {
	Status Status `json:"status"`
	// Since is the day that proves the status: of the last post for silent and
	// overdue, of the beginning for a pause, of the return for resumed late, of the
	// first slot compared for the phases and slowing. Zero when there is no post.
	Since  measure.Date  `json:"since,omitzero"`
	Reason reason.Reason `json:"reason"`
}

// Rules of thumb of ours, not fitted: when there is enough to judge, for how many slots
// a late return is worth a word, and which drop is: between two rows of twelve slots
// chance alone makes a standard deviation of at most 2.4.
const (
	leastSlots   = 6
	returnSlots  = 4
	slowingDrop  = 4
	usualGaps    = 26 // gaps that say what is usual
	leastUsual   = 3
	usualPercent = 90
)

// Status returns the state of the channel at the as-of time. Other than the score it
// also looks at the running slot: a channel that has posted in it is neither silent
// nor overdue.
func (m Model) Status(h History) Standing {
	if c := h.opt.Closed; !c.IsZero() && dayOfDate(c) <= h.today && h.lastDay() <= dayOfDate(c) {
		return Standing{StatusClosed, c, reason.New("cadence.closed", "Am {day} beendet.", "Closed on {day}.", nil, reason.Day("day", c))}
	}
	if len(h.posts) == 0 {
		return Standing{StatusUnproven, measure.Date{}, reason.New("cadence.empty", "Noch kein Video.", "No video yet.", nil)}
	}
	if p, ok := h.pauseNow(); ok {
		return h.paused(p)
	}
	de, en := h.slot.words()
	if h.seen.n < leastSlots {
		return Standing{StatusUnproven, h.startOf(0), reason.New("cadence.unproven",
			"Erst {seen:"+de+"} beobachtet; für ein Urteil braucht es {least}.",
			"Observed for {seen:"+en+"} only; a judgement needs {least}.", nil,
			reason.Count("seen", int64(h.seen.n)), reason.Count("least", leastSlots))}
	}
	phase := m.Now(h).Likeliest()
	if h.counts[len(h.counts)-1] <= 0 {
		if s, ok := h.missing(phase); ok {
			return s
		}
	}
	if s, ok := h.resumedLate(); ok {
		return s
	}
	if s, ok := h.slowing(); ok {
		return s
	}
	return h.inPhase(phase)
}

func (h History) lastDay() int {
	if len(h.days) == 0 {
		return -forever
	}
	return int(h.days[len(h.days)-1])
}

// pauseNow returns the pause that holds today, unless a post of the running slot has
// broken it.
func (h History) pauseNow() (span, bool) {
	for _, p := range h.pauses {
		if p.from <= h.today && h.today <= p.until {
			broken := h.lastDay() > p.from && h.slot.of(h.lastDay()) == h.slot.of(h.today)
			return p, !broken
		}
	}
	return span{}, false
}

// age is the number of slots since the one in which a pause began.
func (h History) age(p span) int { return h.slot.of(h.today) - h.slot.of(p.from) }

func (h History) paused(p span) Standing {
	from := dateOf(p.from)
	if !p.open() {
		return Standing{StatusPausedUntil, from, reason.New("cadence.paused",
			"Angekündigte Pause vom {from} bis {until}.", "Announced pause from {from} to {until}.", nil,
			reason.Day("from", from), reason.Day("until", dateOf(p.until)))}
	}
	de, en := h.slot.words()
	return Standing{StatusPausedOpen, from, reason.New("cadence.pausedOpen",
		"Angekündigte Pause seit dem {from} ohne genanntes Ende; sie dauert bisher {age:"+de+"}.",
		"Announced pause since {from} without a stated end; it has lasted {age:"+en+"} so far.", nil,
		reason.Day("from", from), reason.Count("age", int64(h.age(p))))}
}

// missing judges the slots without a video up to now.
func (h History) missing(phase Phase) (Standing, bool) {
	run := 0
	for run < h.seen.n && h.seen.at(h.seen.n-1-run) == 0 {
		run++
	}
	if run == 0 {
		return Standing{}, false
	}
	de, en := h.slot.words()
	last := dateOf(h.lastDay())
	figures := []reason.Figure{reason.Day("last", last), reason.Count("missed", int64(run))}
	if phase == Silent {
		return Standing{StatusSilent, last, reason.New("cadence.silent",
			"Kein Video seit dem {last}; {missed:"+de+"} ohne Video und ohne angekündigte Pause.",
			"No video since {last}; {missed:"+en+"} without a video and without an announced pause.", nil, figures...)}, true
	}
	if p, ok := h.lastPause(); ok && p.until > h.lastDay() {
		return Standing{StatusOverdue, last, reason.New("cadence.notBack",
			"Die angekündigte Pause endete am {until}; seither {missed:"+de+"} ohne Video.",
			"The announced pause ended on {until}; {missed:"+en+"} without a video since.", nil,
			reason.Day("until", dateOf(p.until)), reason.Count("missed", int64(run)))}, true
	}
	usual, ok := h.usualGap()
	if !ok || run < usual {
		return Standing{}, false
	}
	otherwiseDe, otherwiseEn := ", sonst fast nie.", ", otherwise hardly ever."
	if usual > 1 {
		otherwiseDe, otherwiseEn = ", sonst in neun von zehn Fällen höchstens {usual}.", ", otherwise at most {usual} in nine cases out of ten."
		figures = append(figures, reason.Count("usual", int64(usual-1)))
	}
	return Standing{StatusOverdue, last, reason.New("cadence.overdue",
		"Kein Video seit dem {last}: {missed:"+de+"} ausgelassen"+otherwiseDe,
		"No video since {last}: {missed:"+en+"} missed"+otherwiseEn, nil, figures...)}, true
}

// lastPause returns the last pause with an end that is over.
func (h History) lastPause() (span, bool) {
	for _, p := range slices.Backward(h.pauses) {
		if p.until < h.today && p.until >= int(h.days[0]) {
			return p, true
		}
	}
	return span{}, false
}

// usualGap returns the distance in slots from one kept slot to the next that nine of
// ten of the channel's latest distances do not exceed.
func (h History) usualGap() (slots int, ok bool) {
	var gaps []int
	for i, last := h.seen.n-1, -1; i >= 0 && len(gaps) < usualGaps; i-- {
		if h.seen.at(i) == 1 {
			if last >= 0 {
				gaps = append(gaps, last-i)
			}
			last = i
		}
	}
	if len(gaps) < leastUsual {
		return 0, false
	}
	slices.Sort(gaps)
	return gaps[(len(gaps)*usualPercent+99)/100-1], true
}

// resumedLate finds a return within the last slots that came after the announced day.
func (h History) resumedLate() (Standing, bool) {
	p, ok := h.lastPause()
	if !ok {
		return Standing{}, false
	}
	i, _ := slices.BinarySearch(h.days, int32(p.until+1))
	if i == len(h.days) {
		return Standing{}, false
	}
	back := int(h.days[i])
	due, came := h.slot.of(p.until+1), h.slot.of(back)
	if came == due || h.slot.of(h.today)-came > returnSlots {
		return Standing{}, false
	}
	de, en := h.slot.words()
	return Standing{StatusResumedLate, dateOf(back), reason.New("cadence.resumedLate",
		"Seit dem {back} zurück; angekündigt war das Ende der Pause für den {until}, {late:"+de+"} früher.",
		"Back since {back}; the pause was announced to end on {until}, {late:"+en+"} earlier.", nil,
		reason.Day("back", dateOf(back)), reason.Day("until", dateOf(p.until)), reason.Count("late", int64(came-due)))}, true
}

func (h History) slowing() (Standing, bool) {
	n := h.seen.n
	if n < 2*Horizon {
		return Standing{}, false
	}
	now, before := h.seen.count(n-Horizon, n), h.seen.count(n-2*Horizon, n-Horizon)
	if before-now < slowingDrop || now == 0 { // with none the running slot has a post: a return
		return Standing{}, false
	}
	de, en := h.slot.words()
	return Standing{StatusSlowing, h.seenStart(n - Horizon), reason.New("cadence.slowing",
		"{now} der letzten {of:"+de+"} gehalten, davor {before} von {of}.",
		"{now} of the last {of:"+en+"} kept, {before} of {of} before.", nil,
		reason.Count("now", int64(now)), reason.Count("of", Horizon), reason.Count("before", int64(before)))}, true
}

// inPhase is the status of a channel about which nothing else is to be said. A channel
// that has just broken its silence counts as occasional.
func (h History) inPhase(phase Phase) Standing {
	n := h.seen.n
	since := h.seenStart(max(0, n-Horizon))
	kept, of := h.Kept(Horizon)
	de, en := h.slot.words()
	say := func(s Status, code, wordDe, wordEn string) Standing {
		return Standing{s, since, reason.New(code,
			wordDe+": {kept} der {of:"+de+"} seit dem {since} gehalten.", wordEn+": {kept} of the {of:"+en+"} since {since} kept.", nil,
			reason.Count("kept", int64(kept)), reason.Count("of", int64(of)), reason.Day("since", since))}
	}
	switch phase {
	case Steady:
		return say(StatusSteady, "cadence.steady", "Stetig", "Steady")
	case Regular:
		return say(StatusRegular, "cadence.regular", "Regelmäßig", "Regular")
	default:
		return say(StatusOccasional, "cadence.occasional", "Gelegentlich", "Occasional")
	}
}

// seenStart returns the first day of the slot that is evidence number i.
func (h History) seenStart(i int) measure.Date {
	for at, n := range h.counts {
		if n < 0 {
			continue
		}
		if i == 0 {
			return h.startOf(at)
		}
		i--
	}
	return measure.Date{}
}
