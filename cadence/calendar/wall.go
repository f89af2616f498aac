package calendar

import (
	"fmt"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// WallTime is a time of day as the clock on the wall shows it, without a zone.
// The zero WallTime is midnight.
type WallTime struct {
	minutes int16
}

// ParseWallTime reads a time written as 17:30, from 00:00 to 23:59.
func ParseWallTime(s string) (WallTime, error) {
	t, err := time.Parse("15:04", s)
	if err != nil || len(s) != len("15:04") {
		return WallTime{}, check.Problem{Value: quoted(s), Kind: check.ErrSyntax, Want: "a time of day written as 17:30"}
	}
	return WallTime{int16(t.Hour()*60 + t.Minute())}, nil
}

// MustWallTime is [ParseWallTime] for literals; it panics on a text that ParseWallTime refuses.
func MustWallTime(s string) WallTime {
	w, err := ParseWallTime(s)
	if err != nil {
		panic(err)
	}
	return w
}

// On returns the instant at which the clocks of a zone show w on day d. A time
// that the clock skips in spring is read with the offset before the change, so
// 02:30 becomes 03:30; of a time that comes twice in autumn it is the first: both as
// RFC 5545, section 3.3.5, has it, and as time.Date does not promise.
func (w WallTime) On(d measure.Date, loc *time.Location) time.Time {
	wall := time.Date(d.Year(), d.Month(), d.Day(), 0, int(w.minutes), 0, 0, time.UTC)
	_, before := wall.Add(-24 * time.Hour).In(loc).Zone()
	_, after := wall.Add(24 * time.Hour).In(loc).Zone()
	early := wall.Add(-time.Duration(before) * time.Second).In(loc)
	if before == after || shows(early, wall) {
		return early
	}
	if late := wall.Add(-time.Duration(after) * time.Second).In(loc); shows(late, wall) {
		return late
	}
	return early
}

// shows reports whether the clock at t shows the date and time of wall.
func shows(t, wall time.Time) bool {
	_, offset := t.Zone()
	return t.Unix()+int64(offset) == wall.Unix()
}

// String returns the time as 17:30.
func (w WallTime) String() string { return fmt.Sprintf("%02d:%02d", w.minutes/60, w.minutes%60) }

// MarshalText writes the time as 17:30.
func (w WallTime) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what [ParseWallTime] reads.
func (w *WallTime) UnmarshalText(text []byte) (err error) {
	*w, err = ParseWallTime(string(text))
	return err
}
