package audience

import (
	"cmp"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Signal is a figure of a video that may go along with its views.
type Signal uint8

// The signals.
const (
	WatchSignal   Signal = iota + 1 // seconds watched per view
	CommentSignal                   // comments per view
)

var signalWords = check.Words[Signal]{WatchSignal: "watch time", CommentSignal: "comments"}

// IsValid reports whether s is one of the signals.
func (s Signal) IsValid() bool { return signalWords.Valid(s) }

// String returns "watch time" or "comments".
func (s Signal) String() string { return signalWords.String(s) }

// MarshalText writes the word of [Signal.String]; an invalid value is an error.
func (s Signal) MarshalText() ([]byte, error) { return signalWords.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Signal) UnmarshalText(text []byte) (err error) {
	*s, err = signalWords.Parse(string(text))
	return err
}

// Association says how views and a signal go together over a channel's videos.
// It is no cause: a good video is watched longer, commented more and shown to
// more people, and what drives what cannot be told from such records.
type Association struct {
	Signal Signal `json:"signal"`
	Videos int    `json:"videos"`
	// Spearman's rank correlation, -1 to 1, with the 80 % range of Fisher's z.
	Spearman measure.Estimate `json:"spearman"`
	Kendall  float64          `json:"kendall"` // Kendall's tau-b, -1 to 1
	Reason   reason.Reason    `json:"reason"`
}

// fewestAssociated is below what a rank correlation says nothing.
const fewestAssociated = 8

// Associations returns how the signals that the records carry go along with
// views, in the order of the signals. Comments are taken per view, because a
// video that more people see gets more of everything. A signal with fewer than
// eight videos, or the same in all of them, is left out.
func Associations(videos []Video) []Association {
	var out []Association
	for _, s := range []Signal{WatchSignal, CommentSignal} {
		var x, y []float64
		for i := range videos {
			v, okViews := middle(videos[i].Views)
			figure := videos[i].AverageWatch
			if s == CommentSignal {
				figure = videos[i].Comments
			}
			f, ok := middle(figure)
			if s == WatchSignal && !ok {
				if total, okTotal := middle(videos[i].WatchTime); okTotal && okViews && v > 0 {
					f, ok = total/v, true
				}
			}
			if !ok || !okViews || v <= 0 {
				continue
			}
			if s == CommentSignal {
				f /= v
			}
			x, y = append(x, v), append(y, f)
		}
		if a, ok := associate(s, x, y); ok {
			out = append(out, a)
		}
	}
	return out
}

// middle of an interval with two ends.
func middle(i measure.Interval) (float64, bool) {
	lo, okLo := i.Lo()
	hi, okHi := i.Hi()
	return (lo + hi) / 2, okLo && okHi
}

func associate(s Signal, x, y []float64) (Association, bool) {
	n := len(x)
	if n < fewestAssociated {
		return Association{}, false
	}
	rho, ok := pearson(ranks(x), ranks(y))
	tau, okTau := kendall(x, y)
	if !ok || !okTau {
		return Association{}, false
	}
	// Fisher's z with the variance 1.06/(n-3) for ranks (Fieller, Hartley and
	// Pearson, Biometrika 44, 1957).
	z := math.Atanh(min(max(rho, -1+1e-9), 1-1e-9))
	d := z80 * math.Sqrt(1.06/float64(n-3))
	spearman, err := measure.NewEstimate(math.Tanh(z-d), math.Tanh(z), math.Tanh(z+d), measure.Estimated)
	if err != nil {
		return Association{}, false
	}
	return Association{s, n, spearman, tau, s.reason(n, spearman)}, true
}

func (s Signal) reason(n int, rho measure.Estimate) reason.Reason {
	de, en := "länger angesehen werden", "are watched longer"
	if s == CommentSignal {
		de, en = "je Aufruf mehr Kommentare haben", "have more comments per view"
	}
	moreDe, moreEn := "auch mehr Aufrufe", "more views as well"
	switch {
	case rho.P10() <= 0 && rho.P90() >= 0:
		moreDe, moreEn = "weder klar mehr noch klar weniger Aufrufe", "neither clearly more nor clearly fewer views"
	case rho.P90() < 0:
		moreDe, moreEn = "eher weniger Aufrufe", "rather fewer views"
	}
	return reason.New("audience.association",
		"Videos, die {signal}, haben in diesem Kanal {views} (Rangkorrelation {rho}, {videos} Videos). Das ist ein Zusammenhang, keine Ursache.",
		"Videos that {signal} have {views} on this channel (rank correlation {rho}, {videos} videos). That is an association, not a cause.",
		nil, reason.Word("signal", de, en), reason.Word("views", moreDe, moreEn), reason.Range("rho", rho, 2), reason.Count("videos", int64(n)))
}

// ranks from 1, ties with their mean rank.
func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && x[order[j]] == x[order[i]] {
			j++
		}
		for k := i; k < j; k++ {
			out[order[k]] = float64(i+j+1) / 2
		}
		i = j
	}
	return out
}

func pearson(x, y []float64) (float64, bool) {
	mean := float64(len(x)+1) / 2 // of ranks
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-mean, y[i]-mean
		xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return xy / math.Sqrt(xx*yy), true
}

// kendall is tau-b, over all pairs.
func kendall(x, y []float64) (float64, bool) {
	var agree, tiesX, tiesY, pairs float64
	for i := range x {
		for j := range i {
			a, b := cmp.Compare(x[i], x[j]), cmp.Compare(y[i], y[j])
			agree += float64(a * b)
			pairs++
			if a == 0 {
				tiesX++
			}
			if b == 0 {
				tiesY++
			}
		}
	}
	d := (pairs - tiesX) * (pairs - tiesY)
	if d <= 0 {
		return 0, false
	}
	return agree / math.Sqrt(d), true
}
