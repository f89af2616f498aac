package rhythm

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Work is the hours one video takes from the idea to its publication, approval
// work and answering of first comments included, waiting not. The hours of a
// video are gamma distributed and independent from video to video.
type Work struct {
	Mean   measure.Estimate `json:"mean"`   // hours of a video on average, above 0 to 500; its range is the doubt about the average itself
	Spread float64          `json:"spread"` // from video to video: standard deviation over mean, 0.05 to 1; 0.5 is usual
}

const (
	minSpread = 0.05
	maxSpread = 1
	maxHours  = 500 // of one video: a film, not a short video
)

func (w Work) check(l *check.List, at string) {
	if !w.Mean.Known() {
		l.Add(at+"/mean", check.ErrRequired, check.None, "hours of a video, above 0 to 500")
	} else if !(w.Mean.P10() > 0 && w.Mean.P90() <= maxHours) {
		l.Add(at+"/mean", check.ErrRange, w.Mean.String(), "hours of a video, above 0 to 500")
	}
	l.Between(at+"/spread", w.Spread, minSpread, maxSpread, "a spread from 0.05 to 1: videos never take all the same time")
}

// Triangular returns the work of a three-point estimate: at least, most likely,
// at most. Mean and spread are those of the triangular distribution; the mean
// carries no doubt of its own. The hard ends are not believed: sums of a few videos
// follow the gamma distribution of the same mean and spread, which differs from
// the triangular sum by less than 0.03 in any probability (tested for 4, 8 and 15 hours).
// The three must be in order, positive, and not all equal.
func Triangular(least, likely, most float64, e measure.Evidence, sources ...measure.Source) (Work, error) {
	var l check.List
	ok := l.Positive("/least", least, "hours above 0")
	ok = l.Between("/likely", likely, 0, maxHours, "hours up to 500") && ok
	ok = l.Between("/most", most, 0, maxHours, "hours up to 500") && ok
	if ok && !(least <= likely && likely <= most && least < most) {
		l.Add("/most", check.ErrOrder, most, "three values in order, not all equal")
	}
	if err := l.Err(); err != nil {
		return Work{}, err
	}
	mean := (least + likely + most) / 3
	variance := (least*least + likely*likely + most*most - least*likely - least*most - likely*most) / 18
	m, err := measure.Exactly(mean, e, sources...)
	if err != nil {
		return Work{}, err
	}
	return Work{m, math.Max(minSpread, math.Sqrt(variance)/mean)}, nil
}

// minLog is the length of a log below which its spread says next to nothing.
const minLog = 5

// FromLog returns the work that a team's own log shows: the hours of at least
// five finished videos. The mean is that of the log with its 80 % range
// (Student's t), the spread that of the sample. A log of fewer videos, hours that are
// not positive, and a spread above 1 are problems; the last means that the log
// mixes videos of different kinds, and should be split by format.
func FromLog(hours []float64) (Work, error) {
	var l check.List
	if len(hours) < minLog {
		l.Add("", check.ErrLimit, len(hours), "the hours of at least five videos")
	}
	var sum float64
	for i, h := range hours {
		if l.Between(check.Pointer(i), h, 0, maxHours, "hours above 0 to 500") && h == 0 {
			l.Add(check.Pointer(i), check.ErrRange, h, "hours above 0 to 500")
		}
		sum += h
	}
	if err := l.Err(); err != nil {
		return Work{}, err
	}
	n := float64(len(hours))
	mean := sum / n
	var squares float64
	for _, h := range hours {
		squares += (h - mean) * (h - mean)
	}
	sd := math.Sqrt(squares / (n - 1))
	if sd > maxSpread*mean {
		return Work{}, check.Problem{Value: "", Kind: check.ErrRange, Want: "hours that spread less than their mean: split the log by format"}
	}
	x := mathext.InvRegIncBeta((n-1)/2, 0.5, 0.2) // Student's t, P90, from the beta function
	half := math.Sqrt((n-1)*(1-x)/x) * sd / math.Sqrt(n)
	m, err := measure.NewEstimate(mean-half, mean, mean+half, measure.Measured) // above 0: half is at most 0.69 of the mean
	if err != nil {
		return Work{}, err
	}
	return Work{m, math.Max(minSpread, sd/mean)}, nil
}

// Typical returns hours a video where the caller knows nothing yet, as an
// assumption. No robust survey exists. For TikTok: middle 8, range 4 to 15 hours;
// two civic statements lie at "under 3 hours" (Schorndorf) and "hardly a day"
// (Norwegian police). For any other platform 5, range 2 to 11: that good TikTok takes
// more than other platforms is claimed by practitioners; how much less the others take
// nobody has measured. A team's own log replaces it ([FromLog]).
func Typical(p platform.Name) Work {
	low, mid, high, sources := 2.0, 5.0, 11.0, []measure.Source{sourceHours, sourceMoreHours}
	if p == platform.TikTok {
		low, mid, high = 4, 8, 15
	}
	mean, err := measure.NewEstimate(low, mid, high, measure.Assumed, sources...)
	if err != nil { // the literals above are in order
		return Work{}
	}
	return Work{mean, 0.5}
}
