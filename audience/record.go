package audience

import (
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Video is what is known about one published video: the record that the
// readers in audience/insights produce and the view model consumes.
//
// Counts are intervals, because that is what exports give: an exact count is
// one point, a count that a web page rounded is a range, "over 34,000" is open
// above, and the zero Interval is not known, which is never 0.
type Video struct {
	Platform    platform.Name `json:"platform"`
	ID          string        `json:"id,omitzero"`    // as the platform gives it, a text: it exceeds the exact range of a float
	Title       string        `json:"title,omitzero"` // caption or title, possibly cut by the export
	URL         string        `json:"url,omitzero"`
	Kind        VideoKind     `json:"kind,omitzero"` // zero: the export does not say
	PublishedAt time.Time     `json:"publishedAt"`
	DayOnly     bool          `json:"dayOnly,omitzero"`  // the export gives the day of publication and no time; PublishedAt is its midnight
	Duration    float64       `json:"duration,omitzero"` // length in seconds; 0 when not given

	Views          measure.Interval `json:"views"`
	ViewDefinition string           `json:"viewDefinition,omitzero"` // ID of the platform.View that the count follows; empty when not known
	CountedAt      time.Time        `json:"countedAt,omitzero"`      // when the counts were read; a young video still grows. Zero: not given

	Reach    measure.Interval `json:"reach"` // people, each counted once, as the platform reports them
	Likes    measure.Interval `json:"likes"`
	Comments measure.Interval `json:"comments"`
	Shares   measure.Interval `json:"shares"`
	Saves    measure.Interval `json:"saves"`

	WatchTime    measure.Interval `json:"watchTime"`         // seconds watched in all
	AverageWatch measure.Interval `json:"averageWatch"`      // seconds watched per view
	Location     string           `json:"location,omitzero"` // location tag; empty: none or not given
}

// VideoKind tells short upright video from what stands beside it in exports.
type VideoKind uint8

// The kinds.
const (
	Short     VideoKind = iota + 1 // TikTok video, Reel, Short
	LongVideo                      // other video
	Photo                          // photo or carousel, which has views but is no video
)

var kindWords = check.Words[VideoKind]{Short: "short", LongVideo: "long video", Photo: "photo"}

// IsValid reports whether k is one of the kinds.
func (k VideoKind) IsValid() bool { return kindWords.Valid(k) }

// String returns "short", "long video" or "photo".
func (k VideoKind) String() string { return kindWords.String(k) }

// MarshalText writes the word of [VideoKind.String]; an invalid value is an error.
func (k VideoKind) MarshalText() ([]byte, error) { return kindWords.Marshal(k) }

// UnmarshalText reads one of the words.
func (k *VideoKind) UnmarshalText(text []byte) (err error) {
	*k, err = kindWords.Parse(string(text))
	return err
}

// maxCount is far above any count of a platform and keeps sums of many videos
// inside the integers that a float64 holds exactly.
const maxCount = 1e12

// Check notes in l what cannot be in a record, below path: no platform, no
// time, a negative or absurd count, more people reached than views.
func (v Video) Check(l *check.List, path string) {
	if !v.Platform.Valid() {
		l.Add(path+"/platform", check.ErrSyntax, string(v.Platform), "the name of a platform such as tiktok")
	}
	if v.PublishedAt.IsZero() {
		l.Add(path+"/publishedAt", check.ErrRequired, check.None, "the time of publication")
	}
	if v.Kind != 0 && !v.Kind.IsValid() {
		l.Add(path+"/kind", check.ErrUnknown, v.Kind, "short, long video or photo")
	}
	if !(v.Duration >= 0 && v.Duration <= 24*3600) { // paths are put together only for problems: there are thousands of videos
		l.Between(path+"/duration", v.Duration, 0, 24*3600, "seconds, at most a day")
	}
	checkCount(l, path, "views", v.Views)
	checkCount(l, path, "reach", v.Reach)
	checkCount(l, path, "likes", v.Likes)
	checkCount(l, path, "comments", v.Comments)
	checkCount(l, path, "shares", v.Shares)
	checkCount(l, path, "saves", v.Saves)
	checkCount(l, path, "watchTime", v.WatchTime)
	checkCount(l, path, "averageWatch", v.AverageWatch)
	reach, okReach := v.Reach.Lo()
	views, okViews := v.Views.Hi()
	if okReach && okViews && reach > views {
		l.Add(path+"/reach", check.ErrConflict, reach, "at most as many people as there are views")
	}
	if !v.CountedAt.IsZero() && v.CountedAt.Before(v.PublishedAt) {
		l.Add(path+"/countedAt", check.ErrOrder, v.CountedAt, "a time after the publication")
	}
}

func checkCount(l *check.List, path, name string, i measure.Interval) {
	lo, _ := i.Lo() // 0 where the end is open
	hi, _ := i.Hi()
	for _, v := range []float64{lo, hi} {
		if v < 0 || v > maxCount {
			l.Add(path+"/"+name, check.ErrRange, v, "a count from 0 to 10^12, or nothing where it is not known")
			return
		}
	}
}
