package rhythm

import (
	"fmt"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Rhythm is a promise: so many videos every so many weeks. The zero Rhythm
// promises nothing and stands for "none holds".
type Rhythm struct {
	Videos int `json:"videos"` // in each period, 1 to 200
	Weeks  int `json:"weeks"`  // length of a period, 1 to 8
}

// Weekly returns the rhythm of n videos a week.
func Weekly(n int) Rhythm { return Rhythm{n, 1} }

// PerWeek returns the videos a week, 0 for the zero Rhythm.
func (r Rhythm) PerWeek() float64 {
	if r.Weeks < 1 {
		return 0
	}
	return float64(r.Videos) / float64(r.Weeks)
}

// IsZero reports whether r is the zero Rhythm.
func (r Rhythm) IsZero() bool { return r == Rhythm{} }

// String returns "2 a week", "9 in 4 weeks", or "none".
func (r Rhythm) String() string {
	switch {
	case r.IsZero():
		return "none"
	case r.Weeks == 1:
		return fmt.Sprintf("%d a week", r.Videos)
	}
	return fmt.Sprintf("%d in %d weeks", r.Videos, r.Weeks)
}

const (
	maxVideos = 200 // in one period; a newsroom of 40 makes fewer
	maxWeeks  = 8   // of one period
)

func (r Rhythm) check(l *check.List, at string) {
	l.Between(at+"/videos", float64(r.Videos), 1, maxVideos, "1 to 200 videos in a period")
	l.Between(at+"/weeks", float64(r.Weeks), 1, maxWeeks, "a period of 1 to 8 weeks")
}

// Figure is the rhythm as a figure of a sentence: "2 Videos je Woche", "kein
// fester Rhythmus" for the zero Rhythm.
func (r Rhythm) Figure(name string) reason.Figure {
	switch {
	case r.IsZero():
		return reason.Word(name, "kein fester Rhythmus", "no fixed rhythm")
	case r.Weeks == 1 && r.Videos == 1:
		return reason.Word(name, "1 Video je Woche", "1 video a week")
	case r.Weeks == 1:
		return reason.Word(name, fmt.Sprintf("%d Videos je Woche", r.Videos), fmt.Sprintf("%d videos a week", r.Videos))
	case r.Videos == 1:
		return reason.Word(name, fmt.Sprintf("1 Video in %d Wochen", r.Weeks), fmt.Sprintf("1 video in %d weeks", r.Weeks))
	}
	return reason.Word(name, fmt.Sprintf("%d Videos in %d Wochen", r.Videos, r.Weeks), fmt.Sprintf("%d videos in %d weeks", r.Videos, r.Weeks))
}
