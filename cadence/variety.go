package cadence

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/measure"
)

// Variety says how different a channel's videos are by what the posts themselves say,
// their topic or format.
type Variety struct {
	Labelled  int64         `json:"labelled"`  // posts that say it
	Different int64         `json:"different"` // different labels among them
	Most      measure.Share `json:"most"`      // share of the most frequent label among those that say it
}

// variety counts the labels of posts; nil when there is none.
func variety(posts []Post, label func(Post) string) *Variety {
	var labels []string
	for _, p := range posts {
		if s := label(p); s != "" {
			labels = append(labels, s)
		}
	}
	if len(labels) == 0 {
		return nil
	}
	slices.Sort(labels)
	v := &Variety{Labelled: int64(len(labels))}
	most, run := 0, 0
	for i, s := range labels {
		if i == 0 || s != labels[i-1] {
			v.Different++
			run = 0
		}
		run++
		most = max(most, run)
	}
	v.Most = measure.Share(float64(most) / float64(len(labels)))
	return v
}

// recent returns the posts since the first of the last twelve slots before the running
// one.
func (h History) recent() []Post {
	if len(h.posts) == 0 {
		return nil
	}
	from := max(0, len(h.counts)-1-Horizon)
	i, _ := slices.BinarySearch(h.days, int32(h.slot.start(h.first+from)))
	return h.posts[i:]
}

// perKept returns P10, median and P90 of the videos per kept slot among the last
// twelve kept ones; unknown when there is none.
func (h History) perKept() measure.Estimate {
	var counts []float64
	for i := len(h.counts) - 2; i >= 0 && len(counts) < Horizon; i-- {
		if n := h.counts[i]; n > 0 {
			counts = append(counts, float64(n))
		}
	}
	e, err := measure.Summarize(counts)
	if err != nil {
		return measure.Estimate{}
	}
	return e
}
