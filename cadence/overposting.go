package cadence

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Side is one of the four sides from which a channel can post too much.
type Side uint8

// The four sides.
const (
	OverCapacity Side = iota + 1 // more videos per slot than the team can keep up
	SameDay                      // several videos on one day compete with one another
	FallingViews                 // views per video fall while the channel posts no less
	DumpedAtOnce                 // many videos on one day, empty slots after it
)

var sideNames = check.Words[Side]{OverCapacity: "over capacity", SameDay: "same day", FallingViews: "falling views", DumpedAtOnce: "dumped at once"}

// String returns the name, such as "same day".
func (s Side) String() string { return sideNames.String(s) }

// MarshalText writes the name; an invalid side is an error.
func (s Side) MarshalText() ([]byte, error) { return sideNames.Marshal(s) }

// UnmarshalText reads a name as [Side.String] writes it.
func (s *Side) UnmarshalText(text []byte) (err error) {
	*s, err = sideNames.Parse(string(text))
	return err
}

// Warning says from one side that a channel posts too much.
type Warning struct {
	Side     Side             `json:"side"`
	Evidence measure.Evidence `json:"evidence"`
	Reason   reason.Reason    `json:"reason"`
}

// Rules of thumb of ours for the warnings.
const (
	matureDays   = 7   // a younger video has not had its views yet
	viewSample   = 10  // videos on either side of a comparison of views
	fallFactor   = 0.7 // views per video fall when their median is below this part of the earlier one
	rankLimit    = 1.645
	batchVideos  = 3 // videos of one day that are a batch
	sameDayShare = 0.25
)

// trackSource is the study behind the warning on several videos of one day.
var trackSource = measure.Source{
	Key: "track-social", Title: "Second post of a day gets 57 % of the likes (Facebook)", Publisher: "Track Social",
	Certainty: measure.Secondary, Note: "Another platform and old; shown because no study of short videos is known to us.",
}

// OverPosting looks at the last twelve slots from four sides and returns a warning for
// each that speaks, in the order of the sides. perSlot is the number of videos per
// slot that the team can keep up (see the rhythm package), 0 when it is not known.
// Falling views need views; without them that side is silent.
func OverPosting(h History, perSlot float64) ([]Warning, error) {
	var l check.List
	if l.Between("/perSlot", perSlot, 0, 1e6, "a number of videos per slot, 0 when not known"); l.Err() != nil {
		return nil, l.Err()
	}
	if len(h.posts) == 0 {
		return nil, nil
	}
	from := max(0, len(h.counts)-1-Horizon) // the last twelve complete slots and the running one
	recent := h.recent()
	var out []Warning
	for _, look := range []func(History, []Post, int, float64) (Warning, bool){capacityWarning, sameDayWarning, viewsWarning, batchWarning} {
		if w, ok := look(h, recent, from, perSlot); ok {
			out = append(out, w)
		}
	}
	return out, nil
}

func capacityWarning(h History, _ []Post, from int, perSlot float64) (Warning, bool) {
	posts, slots := 0, 0
	for _, n := range h.counts[from : len(h.counts)-1] {
		if n >= 0 {
			posts += int(n)
			slots++
		}
	}
	if perSlot == 0 || slots == 0 || float64(posts) <= perSlot*float64(slots)+1e-9 {
		return Warning{}, false
	}
	return Warning{OverCapacity, measure.Estimated, reason.New("cadence.overCapacity",
		"Zuletzt {rate} Videos je {unit}; auf Dauer schafft das Team {per}.",
		"{rate} videos a {unit} recently; the team can keep up {per}.", nil,
		reason.Number("rate", float64(posts)/float64(slots), 1), h.slot.unit("unit"), reason.Number("per", perSlot, 1))}, true
}

// byDay returns the index ranges of posts of the same civil day.
func (h History) byDay(posts []Post) [][]Post {
	offset := len(h.posts) - len(posts)
	var days [][]Post
	for i := range posts {
		if i == 0 || h.days[offset+i] != h.days[offset+i-1] {
			days = append(days, posts[i:i:len(posts)])
		}
		last := &days[len(days)-1]
		*last = (*last)[:len(*last)+1]
	}
	return days
}

// sameDayWarning warns of days with several videos, measured where their views are
// known to be lower than those of single videos, else by the rule of thumb.
func sameDayWarning(h History, recent []Post, _ int, _ float64) (Warning, bool) {
	days := h.byDay(recent)
	several := 0
	var alone, together []float64
	for _, posts := range days {
		if len(posts) > 1 {
			several++
		}
		for _, p := range posts {
			if !h.mature(p) {
				continue
			}
			if len(posts) > 1 {
				together = append(together, float64(p.Views))
			} else {
				alone = append(alone, float64(p.Views))
			}
		}
	}
	share := float64(several) / float64(len(days))
	if several == 0 || share < sameDayShare {
		return Warning{}, false
	}
	figures := []reason.Figure{reason.Count("several", int64(several)), reason.Count("days", int64(len(days)))}
	if min(len(alone), len(together)) < viewSample/2 {
		return Warning{SameDay, measure.Assumed, reason.New("cadence.sameDay",
			"An {several} von {days:Tag|Tagen} mit Videos erschienen mehrere; sie konkurrieren miteinander um dieselben Menschen.",
			"On {several} of {days:day|days} with videos there were several; they compete for the same people.",
			[]measure.Source{trackSource}, figures...)}, true
	}
	a, b := median(alone), median(together)
	if b >= a {
		return Warning{}, false
	}
	return Warning{SameDay, measure.Measured, reason.New("cadence.sameDayViews",
		"An {several} von {days:Tag|Tagen} mit Videos erschienen mehrere; sie hatten im Median {together} Aufrufe, einzelne Videos {alone}.",
		"On {several} of {days:day|days} with videos there were several; their median was {together} views, that of single videos {alone}.",
		nil, append(figures, reason.Number("together", b, 0), reason.Number("alone", a, 0))...)}, true
}

// mature reports whether a video has views that can be compared.
func (h History) mature(p Post) bool {
	return p.HasViews && h.opt.Until.Sub(p.At) >= matureDays*24*time.Hour
}

// viewsWarning compares the last ten mature videos with the ten before, when they came
// at least as fast: medians, and the rank test of Mann and Whitney (one-sided 5 %,
// normal approximation).
func viewsWarning(h History, _ []Post, _ int, _ float64) (Warning, bool) {
	var late, early []Post
	for _, p := range slices.Backward(h.posts) {
		switch {
		case !h.mature(p):
		case len(late) < viewSample:
			late = append(late, p)
		case len(early) < viewSample:
			early = append(early, p)
		}
	}
	if len(early) < viewSample {
		return Warning{}, false
	}
	span := func(posts []Post) time.Duration { return posts[0].At.Sub(posts[len(posts)-1].At) }
	if span(late) > span(early) {
		return Warning{}, false
	}
	a, b := median(views(early)), median(views(late))
	if b >= fallFactor*a || lowerRank(views(late), views(early)) < rankLimit {
		return Warning{}, false
	}
	return Warning{FallingViews, measure.Measured, reason.New("cadence.fallingViews",
		"Die letzten {n} Videos hatten im Median {late} Aufrufe, die {n} davor {early}, bei mindestens gleichem Tempo.",
		"The last {n} videos had a median of {late} views, the {n} before {early}, at the same pace or faster.", nil,
		reason.Count("n", viewSample), reason.Number("late", b, 0), reason.Number("early", a, 0))}, true
}

// lowerRank is the standard score of how much lower the ranks of a are than those of b.
func lowerRank(a, b []float64) float64 {
	u := 0.0
	for _, x := range a {
		for _, y := range b {
			switch cmp.Compare(x, y) {
			case -1:
				u++
			case 0:
				u += 0.5
			}
		}
	}
	m, n := float64(len(a)), float64(len(b))
	return (u - m*n/2) / math.Sqrt(m*n*(m+n+1)/12)
}

// batchWarning warns of days with a batch that missed slots could have used.
func batchWarning(h History, recent []Post, from int, _ float64) (Warning, bool) {
	var batch []Post
	for _, posts := range h.byDay(recent) {
		if len(posts) > len(batch) {
			batch = posts
		}
	}
	missed := 0
	for _, n := range h.counts[from : len(h.counts)-1] {
		if n == 0 {
			missed++
		}
	}
	if len(batch) < batchVideos || missed == 0 {
		return Warning{}, false
	}
	de, en := h.slot.words()
	day := dateOf(dayOf(batch[0].At, h.opt.Zone))
	return Warning{DumpedAtOnce, measure.Measured, reason.New("cadence.dumped",
		"{batch} Videos an einem Tag, dem {day}, und {missed:"+de+"} ohne Video: Einzeln veröffentlicht hätten sie {filled} davon gefüllt.",
		"{batch} videos on {day}, and {missed:"+en+"} without a video: released one by one they would have filled {filled} of them.", nil,
		reason.Count("batch", int64(len(batch))), reason.Day("day", day), reason.Count("missed", int64(missed)),
		reason.Count("filled", int64(min(len(batch)-1, missed))))}, true
}

func views(posts []Post) []float64 {
	v := make([]float64, len(posts))
	for i, p := range posts {
		v[i] = float64(p.Views)
	}
	return v
}

func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}
