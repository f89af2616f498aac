package audience

import (
	"math"
	"slices"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Change is the verdict of a [Comparison].
type Change uint8

// The verdicts.
const (
	Unclear Change = iota + 1 // the difference may well be chance
	Better
	Worse
)

var changeWords = check.Words[Change]{Unclear: "unclear", Better: "better", Worse: "worse"}

// IsValid reports whether c is one of the verdicts.
func (c Change) IsValid() bool { return changeWords.Valid(c) }

// String returns "unclear", "better" or "worse".
func (c Change) String() string { return changeWords.String(c) }

// MarshalText writes the word of [Change.String]; an invalid value is an error.
func (c Change) MarshalText() ([]byte, error) { return changeWords.Marshal(c) }

// UnmarshalText reads one of the words.
func (c *Change) UnmarshalText(text []byte) (err error) {
	*c, err = changeWords.Parse(string(text))
	return err
}

const (
	// clearChange is the greatest share of chance at which a change is called one.
	clearChange = .1
	// fewestCompared is how many videos with a count each period needs: below,
	// one hit decides.
	fewestCompared = 3
)

// Comparison answers for two periods of a channel: did it get better, or was
// it luck? It speaks of views and of nothing that may have caused them.
type Comparison struct {
	Before int `json:"before"` // videos with a count before the split
	After  int `json:"after"`

	// Factor is how many times the views of a typical video of the first period
	// a typical video of the second has.
	Factor measure.Estimate `json:"factor"`

	// Luck is how often a channel of this kind, whose level only drifts as it
	// always does, shows a change at least as large, up or down.
	Luck    measure.Share   `json:"luck"`
	Change  Change          `json:"change"`
	Reasons []reason.Reason `json:"reasons"`
}

// CompareViews compares the videos published before the split with those
// published at or after it. Each side needs three videos with an exact or
// rounded count; videos that still grow are projected as in [NewViewModel].
// Reports in the options are a problem: they belong to no period.
func CompareViews(videos []Video, split time.Time, o ViewOptions) (Comparison, error) {
	var l check.List
	checkVideos(&l, videos, o)
	if len(o.Reports) > 0 {
		l.Add("/reports", check.ErrConflict, len(o.Reports), "no reports in a comparison of periods")
	}
	if split.IsZero() {
		l.Add("/split", check.ErrRequired, check.None, "the time at which the second period begins")
	}
	if err := l.Err(); err != nil {
		return Comparison{}, err
	}
	s := newSeries(videos, split, o.AsOf)
	c := Comparison{Before: s.before, After: len(s.y) - s.before}
	for _, side := range []struct {
		n    int
		path string
	}{{c.Before, "/before"}, {c.After, "/after"}} {
		if side.n < fewestCompared {
			l.Add(side.path, check.ErrRange, side.n, "at least three videos with a count in each period")
		}
	}
	if err := l.Err(); err != nil {
		return Comparison{}, err
	}
	change, noise, drifted, df := s.compare()
	factor := skewT{mid: change, below: noise, above: noise, df: df, t90: studentQuantile(.9, df)}
	var err error
	if c.Factor, err = measure.NewEstimate(views(factor.quantile(.1)), views(change), views(factor.quantile(.9)), measure.Estimated); err != nil {
		return Comparison{}, err
	}
	c.Luck = measure.Share(2 * studentUpper(math.Abs(change)/drifted, df))
	switch {
	case c.Luck >= clearChange-1e-9:
		c.Change = Unclear
	case change > 0:
		c.Change = Better
	default:
		c.Change = Worse
	}
	c.explain()
	return c, nil
}

// series is the logarithms of views in order of time.
type series struct {
	y, extra []float64 // with the variance of the error of each
	at       []float64 // position in usual gaps, weighed as the view model weighs them
	before   int       // how many of them are before the split
}

func newSeries(videos []Video, split, asOf time.Time) series {
	ordered := make([]*Video, 0, len(videos))
	for i := range videos {
		if videos[i].Kind != Photo {
			ordered = append(ordered, &videos[i])
		}
	}
	slices.SortStableFunc(ordered, func(a, b *Video) int { return a.PublishedAt.Compare(b.PublishedAt) })
	usual := usualGap(ordered)
	var s series
	at := 0.0
	for i, v := range ordered {
		if i > 0 {
			at += gapWeight(days(ordered[i-1].PublishedAt, v.PublishedAt), usual)
		}
		o := observe(v, asOf)
		if o.kind != exactly {
			continue
		}
		s.y, s.extra, s.at = append(s.y, o.y), append(s.extra, o.extra), append(s.at, at)
		if v.PublishedAt.Before(split) {
			s.before++
		}
	}
	return s
}

// compare returns the difference of the mean logarithms of the two periods,
// its standard error from the spread of videos alone, its standard deviation
// in a channel that drifts as usual and whose true change is 0, and the degrees
// of freedom of both.
func (s series) compare() (change, noise, drifted, df float64) {
	nA, nB := float64(s.before), float64(len(s.y)-s.before)
	var a, b, squares, extra float64
	weight := func(i int) float64 {
		if i < s.before {
			return -1 / nA
		}
		return 1 / nB
	}
	for i, y := range s.y {
		extra += weight(i) * weight(i) * s.extra[i]
		if i < s.before {
			a += y / nA
		} else {
			b += y / nB
		}
	}
	for i, y := range s.y {
		mean := a
		if i >= s.before {
			mean = b
		}
		squares += (y - mean) * (y - mean)
	}
	// The spread of single videos, by the filter of the view model. Its prior is
	// the spread inside the periods; videos that are all alike still have one.
	pooled := max(squares/(nA+nB-2), 1e-4)
	l := newLevel((a*nA+b*nB)/(nA+nB), 9, pooled/(1+viewDrift.swing), priorDF, viewDrift)
	for i, y := range s.y {
		if i > 0 {
			l.advance(s.at[i]-s.at[i-1], viewDrift)
		}
		l.observe(y, s.extra[i], viewDrift)
	}
	// Variance of the weighted sum of the drift: weights and correlations
	// phi^distance, summed by recursion.
	var ahead, drift float64
	for i := range s.y {
		if i > 0 {
			ahead *= math.Exp(-(s.at[i] - s.at[i-1]) / viewDrift.reversion)
		}
		w := weight(i)
		drift += w * (2*ahead + w)
		ahead += w
	}
	free := 1/nA + 1/nB
	return b - a, math.Sqrt(l.scale*free + extra), math.Sqrt(l.scale*(free+viewDrift.swing*max(drift, 0)) + extra), l.df
}

func (c *Comparison) explain() {
	de := "Ein typisches Video der zweiten Zeit hat {factor}-mal so viele Aufrufe wie eines der ersten ({before} gegen {after} Videos)."
	en := "A typical video of the second period has {factor} times the views of one of the first ({before} against {after} videos)."
	figures := []reason.Figure{reason.Range("factor", c.Factor, 1), reason.Count("before", int64(c.Before)), reason.Count("after", int64(c.After))}
	c.Reasons = append(c.Reasons, reason.New("audience.compare.factor", de, en, nil, figures...))
	luck := reason.Share("luck", c.Luck)
	if c.Change == Unclear {
		c.Reasons = append(c.Reasons, reason.New("audience.compare.unclear",
			"Das kann Zufall sein: Ein Kanal, der nur wie immer schwankt, zeigt in {luck} der Fälle einen solchen Unterschied.",
			"That may be chance: a channel that only goes up and down as usual shows such a difference in {luck} of cases.", nil, luck))
		return
	}
	word := reason.Word("change", "besser", "better")
	if c.Change == Worse {
		word = reason.Word("change", "schlechter", "worse")
	}
	c.Reasons = append(c.Reasons, reason.New("audience.compare.clear",
		"Der Kanal läuft {change}: Aus den üblichen Schwankungen allein entsteht ein solcher Unterschied nur in {luck} der Fälle. Woran es liegt, sagen die Aufrufe nicht.",
		"The channel does {change}: the usual ups and downs alone give such a difference in only {luck} of cases. What caused it the views do not say.", nil, word, luck))
}
