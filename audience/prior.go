package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// ViewPrior is what is known about the views of a channel before it has any
// of its own: ln(views) of a video is drawn around the level of its channel
// with the standard deviation Within, and the level of the channel around
// MeanLn with the standard deviation Between. audience/germany offers one for
// each kind of body; a caller may bring another.
type ViewPrior struct {
	MeanLn   float64          `json:"meanLn"`   // mean of the channels' levels of ln(views); e^MeanLn is the median of the middle channel
	Between  float64          `json:"between"`  // standard deviation of the level between channels, above 0
	Within   float64          `json:"within"`   // standard deviation of ln(views) within a channel, above 0
	Evidence measure.Evidence `json:"evidence"` // how the figures came about
	Sources  []measure.Source `json:"sources,omitempty"`
	Reason   reason.Reason    `json:"reason,omitzero"` // the sentence that says where the prior comes from and how it is biased
}

// NewViewPrior returns a prior with the middle channel's median of views, from
// 1 to a billion, and the two standard deviations of ln(views), above 0 and at
// most 10.
func NewViewPrior(median, between, within float64, e measure.Evidence, sources ...measure.Source) (ViewPrior, error) {
	p := ViewPrior{MeanLn: math.Log(median), Between: between, Within: within, Evidence: e, Sources: sources}
	var l check.List
	if l.Between("/median", median, 1, 1e9, "views from 1 to 1,000,000,000") {
		p.Check(&l, "")
	}
	if err := l.Err(); err != nil {
		return ViewPrior{}, err
	}
	return p, nil
}

// Check notes in l what is wrong with the prior, below path.
func (p ViewPrior) Check(l *check.List, path string) {
	l.Between(path+"/meanLn", p.MeanLn, 0, math.Log(1e9), "the logarithm of 1 to 1,000,000,000 views")
	for _, sd := range []struct {
		name string
		v    float64
	}{{"between", p.Between}, {"within", p.Within}} {
		if l.Positive(path+"/"+sd.name, sd.v, "a standard deviation of ln(views) above 0") {
			l.Between(path+"/"+sd.name, sd.v, 0, 10, "a standard deviation of ln(views) of at most 10")
		}
	}
	if measure.Weakest(p.Evidence) == 0 || p.Evidence > measure.Assumed {
		l.Add(path+"/evidence", check.ErrRequired, check.None, "measured, estimated or assumed")
	}
}
