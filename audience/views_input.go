package audience

import (
	"math"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// ViewOptions are what [NewViewModel] may be told beside the videos. All
// fields are optional.
type ViewOptions struct {
	Reports []ViewReport // figures about videos that are not among the records

	// AsOf is the time of the prediction. A long silence since the last video
	// makes the level less certain; a video without CountedAt is taken as counted then.
	// Zero: the prediction is made right after the last video, whose counts are final.
	AsOf time.Time

	// MixedDefinitions accepts videos counted by different definitions of a
	// view. They are then compared as if they were the same, and the reasons warn.
	MixedDefinitions bool
}

// ReportKind says what a reported figure is about.
type ReportKind uint8

// The kinds of report.
const (
	BestVideo  ReportKind = iota + 1 // the views of the strongest of several videos: their maximum, never their mean
	TotalViews                       // the views of several videos together
)

var reportWords = check.Words[ReportKind]{BestVideo: "best video", TotalViews: "total"}

// IsValid reports whether k is one of the kinds.
func (k ReportKind) IsValid() bool { return reportWords.Valid(k) }

// String returns "best video" or "total".
func (k ReportKind) String() string { return reportWords.String(k) }

// MarshalText writes the word of [ReportKind.String]; an invalid value is an error.
func (k ReportKind) MarshalText() ([]byte, error) { return reportWords.Marshal(k) }

// UnmarshalText reads one of the words.
func (k *ReportKind) UnmarshalText(text []byte) (err error) {
	*k, err = reportWords.Parse(string(text))
	return err
}

// ViewReport is a figure about several videos, such as a press report gives:
// "one of its strongest videos had over 34,000 views" is a BestVideo with
// Views of at least 34,000.
type ViewReport struct {
	Kind  ReportKind       `json:"kind"`
	Views measure.Interval `json:"views"` // open above for "over 34,000"

	// Videos is how many videos the figure is the best or the total of. 0 is
	// not known: a total is then a problem, and a best video is passed over,
	// because the best of an unknown number says nothing about an ordinary one.
	Videos int `json:"videos,omitzero"`
}

func checkReports(l *check.List, reports []ViewReport) {
	for i, r := range reports {
		at := check.Pointer("reports", i)
		if !r.Kind.IsValid() {
			l.Add(at+"/kind", check.ErrRequired, r.Kind, "best video or total")
		}
		if r.Videos < 0 || r.Videos > 1e6 {
			l.Add(at+"/videos", check.ErrRange, r.Videos, "a number of videos from 1 to 1,000,000, or 0 where it is not known")
		} else if r.Videos == 0 && r.Kind == TotalViews {
			l.Add(at+"/videos", check.ErrRequired, r.Videos, "how many videos the views are the total of")
		}
		lo, ok := r.Views.Lo()
		if !ok {
			l.Add(at+"/views", check.ErrRequired, check.None, "the reported views, at least their lower end")
			continue
		}
		l.Between(at+"/views", lo, 1, maxCount, "views from 1 to 10^12")
		if hi, ok := r.Views.Hi(); ok {
			l.Between(at+"/views", hi, 1, maxCount, "views from 1 to 10^12")
		}
	}
}

func checkVideos(l *check.List, videos []Video, o ViewOptions) {
	ids := make(map[string]int, len(videos))
	definition, at := "", 0
	for i, v := range videos {
		path := func(field string) string { return check.Pointer("videos", i) + field }
		var own check.List // pointers are made only where something is wrong
		if v.Check(&own, ""); own.Err() != nil {
			l.Merge(path(""), own.Err())
		}
		if v.Platform != videos[0].Platform {
			l.Add(path("/platform"), check.ErrConflict, string(v.Platform), "videos of one platform, such as the first on "+string(videos[0].Platform))
		}
		if v.ID != "" {
			if first, ok := ids[v.ID]; ok {
				l.Add(path("/id"), check.ErrDuplicate, v.ID, "each video once; it is also at "+check.Pointer("videos", first))
			}
			ids[v.ID] = i
		}
		if !o.AsOf.IsZero() && v.PublishedAt.After(o.AsOf) {
			l.Add(path("/publishedAt"), check.ErrOrder, v.PublishedAt.Format(time.RFC3339), "a time that is not after the time of the prediction")
		}
		switch d := v.ViewDefinition; {
		case d == "" || d == definition || o.MixedDefinitions || v.Kind == Photo || v.Views == measure.Interval{}:
		case definition == "":
			definition, at = d, i
		default:
			l.Add(path("/viewDefinition"), check.ErrConflict, d,
				"one definition of a view, such as "+definition+" at "+check.Pointer("videos", at)+"; counts of different definitions are not comparable")
		}
	}
}

// observation is what a video's count says about ln(views).
type observation struct {
	kind     observationKind
	y, extra float64 // ln(views), and the variance of its error
	growing  bool    // projected from a count before the video had grown up
}

type observationKind uint8

const (
	missing observationKind = iota // no count
	zero                           // a count below 1, which has no logarithm: hidden or scheduled videos read so
	tooYoung
	exactly
	atLeast
)

// observe turns a record into an observation: a range of counts, as rounding
// leaves it, is its middle with the variance of a rectangle.
func observe(v *Video, asOf time.Time) observation {
	lo, okLo := v.Views.Lo()
	hi, okHi := v.Views.Hi()
	if !okLo {
		lo = 1
	}
	switch {
	case !okHi && (!okLo || lo < 1): // "0 or more" says nothing either
		return observation{kind: missing}
	case okHi && hi < 1:
		return observation{kind: zero}
	}
	grown, extra, ok := grownBy(v, asOf)
	if !ok {
		return observation{kind: tooYoung}
	}
	a := math.Log(max(lo, 1))
	o := observation{kind: atLeast, y: a + grown, growing: grown > 0}
	if okHi {
		b := math.Log(hi)
		o.kind = exactly
		o.y = (a+b)/2 + grown
		o.extra = (b-a)*(b-a)/12 + extra
	}
	return o
}

// enter adds the report to what is known about the channel's mean.
func (r ViewReport) enter(l *level, n *noted) {
	if r.Videos == 0 {
		n.bestOfUnknown = r.Views
		n.unusable++
		return
	}
	k := float64(r.Videos)
	// The level over the reported videos: what they share, and what each has for itself.
	fresh := level{varDev: viewDrift.swing}
	p := fresh.ahead(r.Videos, viewDrift)
	v := l.scale * (1 + p.apart)
	var offset, variance float64 // of ln(figure) around the channel's mean
	if r.Kind == TotalViews {
		offset, variance = sumLogNormal(v, k)
		slope := sumSlope(v, k) * v
		variance += slope * slope * 2 / l.df
	} else {
		z, zv := normalMaximum(k)
		offset = z * math.Sqrt(v)
		variance = zv*v + offset*offset/(2*l.df) // the spread is known to a relative variance of 1/(2 df)
	}
	variance = variance/l.scale + p.common
	lo, _ := r.Views.Lo()
	y := math.Log(lo)
	if hi, ok := r.Views.Hi(); ok {
		b := math.Log(hi)
		l.observeMean((y+b)/2-offset, variance+(b-y)*(b-y)/12/l.scale)
	} else {
		l.observeMeanAtLeast(y-offset, variance)
	}
	n.reports++
}

// normalMaximum gives mean and variance of the largest of n standard normals:
// the mean by Blom's approximation (1958, within .03 of the exact values), the
// variance from the width of its exact 80 % range.
func normalMaximum(n float64) (mean, variance float64) {
	mean = normalQuantile((n - .375) / (n + .25))
	width := normalQuantile(math.Pow(.9, 1/n)) - normalQuantile(math.Pow(.1, 1/n))
	sd := width / (2 * normalQuantile(.9))
	return mean, sd * sd
}

func normalQuantile(p float64) float64 { return -math.Sqrt2 * math.Erfcinv(2*p) }
