package calendar

import (
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Action says what became of a slot.
type Action uint8

// The actions.
const (
	Kept        Action = iota + 1 // as the rule has it
	PreProduced                   // as the rule has it, the video finished beforehand
	Moved                         // to another day
	Dropped                       // fell out because of a free day
	Skipped                       // taken out by hand
)

var actionWords = check.Words[Action]{
	Kept: "kept", PreProduced: "pre-produced", Moved: "moved", Dropped: "dropped", Skipped: "skipped",
}

// String returns the word of the action, such as "moved".
func (a Action) String() string { return actionWords.String(a) }

// MarshalText writes the word of [Action.String]; an invalid value is an error.
func (a Action) MarshalText() ([]byte, error) { return actionWords.Marshal(a) }

// UnmarshalText reads one of the words.
func (a *Action) UnmarshalText(text []byte) (err error) {
	*a, err = actionWords.Parse(string(text))
	return err
}

// Slot is one instance of a format: the time at which its video is published,
// or would have been.
type Slot struct {
	Format   string          `json:"format"`   // ID of the format
	Title    string          `json:"title"`    // of the format
	Planned  measure.Date    `json:"planned"`  // the day by the rule; with Format the identity of the slot
	At       time.Time       `json:"at"`       // when it is published; of a slot that falls out, when it would have been
	FinishBy measure.Date    `json:"finishBy"` // last working day on which the video can be finished
	Action   Action          `json:"action"`
	Reasons  []reason.Reason `json:"reasons,omitempty"` // why it is not simply kept
}

// Published reports whether a video is to come out in the slot.
func (s Slot) Published() bool { return s.Action != Dropped && s.Action != Skipped }

// Key returns the identity of the slot, "jobs-2026-03-04" of the instance that
// the rule has on that day. It stays the same when the slot is moved.
func (s Slot) Key() string { return s.Format + "-" + s.Planned.String() }

// Schedule is a list of slots in the order of their times.
type Schedule []Slot

// NextFree returns the first slot at or after a time that publishes a video and
// whose key is not among those taken, that is, for which no video is there yet.
// It reports false when there is none.
func (s Schedule) NextFree(after time.Time, taken ...string) (Slot, bool) {
	for _, slot := range s {
		if slot.Published() && !slot.At.Before(after) && !slices.Contains(taken, slot.Key()) {
			return slot, true
		}
	}
	return Slot{}, false
}
