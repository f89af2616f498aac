package reach

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// BetaBinomial is the law of how many of n videos a person sees, when each person
// has a chance of their own to see any one of them, spread like a Beta
// distribution. It needs what a channel can read off its own statistics: the
// reach of one video and the reach of two (Metheringham 1964).
//
//	P(0) = prod (beta+j)/(alpha+beta+j), j = 0..n-1
//
// Both limits are part of it: the same people every time, and a new draw every
// time (binomial). The zero value reaches nobody.
type BetaBinomial struct {
	chance float64 // mean chance of a person to see one video
	alike  float64 // correlation of two videos: 1 the same people, 0 a new draw
}

// maxVideos is more than anybody publishes; sums over videos end there.
const maxVideos = 1_000

// NewBetaBinomial returns the law of a channel with the given reach of one video
// and of two videos together, as shares of one population. Two videos reach at
// least as many as one and at most as many as two independent ones.
func NewBetaBinomial(one, two float64) (BetaBinomial, error) {
	var problems check.List
	if problems.Between("/one", one, 0, 1, "a share of the population from 0 to 1") {
		most := one * (2 - one)
		if !(two >= one-tolerance && two <= most+tolerance) {
			problems.Add("/two", check.ErrRange, two, fmt.Sprintf("from %.6g (the same people twice) to %.6g (a new draw each time)", one, most))
		}
	}
	if err := problems.Err(); err != nil {
		return BetaBinomial{}, err
	}
	b := BetaBinomial{chance: one}
	if one > 0 && one < 1 {
		b.alike = min(max((one*(2-one)-two)/(one*(1-one)), 0), 1)
	}
	return b, nil
}

// Alpha returns the first parameter of the Beta distribution; like [BetaBinomial.Beta] it is 0 when
// it is the same people every time and infinite when it is a new draw every time.
func (b BetaBinomial) Alpha() float64 { return b.chance * (1 - b.alike) / b.alike }

// Beta returns the second parameter of the Beta distribution, see [BetaBinomial.Alpha].
func (b BetaBinomial) Beta() float64 { return (1 - b.chance) * (1 - b.alike) / b.alike }

// Reach returns the share of the population that sees at least one of so many
// videos, from 0 to 1,000; NaN for others.
func (b BetaBinomial) Reach(videos int) float64 { return 1 - b.none(videos) }

func (b BetaBinomial) none(videos int) float64 {
	if videos < 0 || videos > maxVideos {
		return math.NaN()
	}
	none := 1.0
	for j := range videos {
		none *= b.missed(j)
	}
	return none
}

// missed is the chance to miss the next video of somebody who missed all j so far.
func (b BetaBinomial) missed(j int) float64 {
	if j == 0 {
		return 1 - b.chance
	}
	spread, seen := 1-b.alike, float64(j)*b.alike
	return ((1-b.chance)*spread + seen) / (spread + seen)
}

// KPlus returns the share of the population that sees at least so many of the videos.
func (b BetaBinomial) KPlus(videos, times int) float64 {
	p := b.none(videos)
	switch {
	case math.IsNaN(p):
		return p
	case times <= 0:
		return 1
	case times > videos:
		return 0
	case b.alike == 1 || b.chance == 0 || b.chance == 1:
		return b.chance
	case b.chance > 0.5: // the same law of the videos missed, from the end that is not too small for a float
		return min(BetaBinomial{1 - b.chance, b.alike}.fewer(videos, videos-times+1), 1)
	}
	return max(1-b.fewer(videos, times), 0)
}

// fewer is the share that sees fewer than so many of the videos:
//
//	P(k+1)/P(k) = (n-k)/(k+1) (alpha+k)/(beta+n-k-1)
func (b BetaBinomial) fewer(videos, times int) float64 {
	p, sum, spread := b.none(videos), 0.0, 1-b.alike
	for k := range times {
		sum += p
		p *= float64(videos-k) / float64(k+1) * (b.chance*spread + float64(k)*b.alike) /
			((1-b.chance)*spread + float64(videos-k-1)*b.alike)
	}
	return sum
}

// Frequencies fills classes as [NBD.Frequencies] does: classes[j] sees exactly j of
// the videos, the last class that many or more.
func (b BetaBinomial) Frequencies(videos int, classes []float64) {
	fill(classes, func(times int) float64 { return b.KPlus(videos, times) })
}

// Videos returns the smallest number of videos that reaches the share reach of the
// population. A share that 1,000 videos do not reach is a problem.
func (b BetaBinomial) Videos(reach float64) (int, error) {
	none := 1.0
	for n := range maxVideos + 1 {
		if reach >= 0 && 1-none >= reach-1e-12 {
			return n, nil
		}
		none *= b.missed(n)
	}
	var problems check.List
	problems.Add("/reach", check.ErrRange, reach, fmt.Sprintf("a share from 0 to %.4g, which %d videos reach", b.Reach(maxVideos), maxVideos))
	return 0, problems.Err()
}
