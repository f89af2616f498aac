package reach

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Assumption names what is assumed of people on several platforms when a union is
// given as a point.
type Assumption uint8

// The assumptions. Their extremes need no name: the same people on all platforms
// and nobody on two of them are the bounds of [UnionBounds].
const (
	// SharedActivity: people differ in how active they are, and whoever is active
	// on one platform is active on the others. A finite shape of [NBD].
	SharedActivity Assumption = iota + 1
	// Independence: being reached on one platform says nothing about the others
	// (Sainsbury's formula). The law [Poisson].
	Independence
)

var assumptionWords = check.Words[Assumption]{SharedActivity: "sharedActivity", Independence: "independence"}

// String returns "sharedActivity" or "independence".
func (a Assumption) String() string { return assumptionWords.String(a) }

// MarshalText writes the word of [Assumption.String]; an invalid value is an error.
func (a Assumption) MarshalText() ([]byte, error) { return assumptionWords.Marshal(a) }

// UnmarshalText reads one of the words.
func (a *Assumption) UnmarshalText(text []byte) (err error) {
	*a, err = assumptionWords.Parse(string(text))
	return err
}

// Assumption names what the law assumes of several platforms: [Independence] for
// [Poisson], else [SharedActivity]. The zero value of a law assumes nothing: 0.
func (d NBD) Assumption() Assumption {
	switch {
	case math.IsInf(d.shape, 1):
		return Independence
	case d.shape > 0:
		return SharedActivity
	}
	return 0
}

// Union returns the share of one population that is reached by at least one of
// several platforms, given the share that each reaches, when all people are as
// active on one platform as on the others:
//
//	1 - (sum (1-r_i)^(-1/k) - (n-1))^(-k)
//
// It is the reach of all exposures together under the same law, is never below
// the largest reach nor above their sum, rises with the shape, and becomes
// independence, 1 - prod (1-r_i), for [Poisson]. No platform reaches nobody.
// A reach outside [0, 1] gives NaN. Union does not allocate.
func (d NBD) Union(reaches []float64) float64 {
	if !(d.shape > 0) {
		return math.NaN()
	}
	largest, sum := 0.0, 0.0
	for _, r := range reaches {
		if !(r >= 0 && r <= 1) {
			return math.NaN()
		}
		largest, sum = max(largest, r), sum+r
	}
	// Rounding may miss the bounds by the last bit; a union never does.
	return min(max(-math.Expm1(d.logNone(reaches, largest)), largest), min(sum, 1))
}

// logNone is the logarithm of the share that no platform reaches.
func (d NBD) logNone(reaches []float64, largest float64) float64 {
	if math.IsInf(d.shape, 1) {
		total := 0.0
		for _, r := range reaches {
			total += math.Log1p(-r)
		}
		return total
	}
	if largest == 1 {
		return math.Inf(-1)
	}
	top := -math.Log1p(-largest) / d.shape
	total := 0.0
	if top > 500 { // exp overflows: factor the largest term out
		for _, r := range reaches {
			total += math.Exp(-math.Log1p(-r)/d.shape - top)
		}
		return -d.shape * (top + math.Log(total))
	}
	for _, r := range reaches {
		total += math.Expm1(-math.Log1p(-r) / d.shape)
	}
	return -d.shape * math.Log1p(total)
}

// FitUnion returns the law of shared activity under which several platforms
// reach together what was observed: the calibration of the shape on one observed
// union. An observed union outside [UnionBounds], or one that only people who
// avoid each other's platforms could give (above independence), is a problem, and
// so is one so near the largest reach that the shape would fall below 0.0001.
func FitUnion(reaches []float64, observed float64) (NBD, error) {
	var problems check.List
	checkReaches(&problems, reaches)
	if err := problems.Err(); err != nil {
		return NBD{}, err
	}
	lowest, highest := NBD{minShape}.Union(reaches), Poisson().Union(reaches)
	if len(reaches) < 2 || !(lowest < highest) {
		problems.Add("/reaches", check.ErrRange, fmt.Sprint(reaches), "at least two platforms that reach somebody, none of them everybody")
	} else {
		problems.Between("/observed", observed, lowest, highest, fmt.Sprintf("a union from %.4g (nearly the same people) to %.4g (independent platforms)", lowest, highest))
	}
	if err := problems.Err(); err != nil {
		return NBD{}, err
	}
	shape := bisectLog(minShape, maxShape, func(shape float64) bool { return NBD{shape}.Union(reaches) < observed })
	if observed == highest || shape == maxShape {
		return Poisson(), nil
	}
	return NBD{shape}, nil
}

// bisectLog returns the point between lo and hi, both positive, where below
// turns from true to false.
func bisectLog(lo, hi float64, below func(float64) bool) float64 {
	for range 200 {
		mid := math.Sqrt(lo) * math.Sqrt(hi)
		if mid <= lo || mid >= hi {
			break
		}
		if below(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

func checkReaches(problems *check.List, reaches []float64) {
	for i, r := range reaches {
		if !(r >= 0 && r <= 1) { // the place is only written down when it is needed
			problems.Between(check.Pointer("reaches", i), r, 0, 1, "a share of the population from 0 to 1")
		}
	}
}

// Sainsbury returns the share of the population that exactly 0, 1, ... of several
// independent platforms reach. What the first class leaves is the union under
// [Independence].
func Sainsbury(reaches []float64) ([]float64, error) {
	var problems check.List
	checkReaches(&problems, reaches)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	classes := make([]float64, len(reaches)+1)
	classes[0] = 1
	for i, r := range reaches {
		for j := i + 1; j > 0; j-- {
			classes[j] += (classes[j-1] - classes[j]) * r
		}
		classes[0] *= 1 - r
	}
	return classes, nil
}
