package audience

import (
	"cmp"
	"math"
)

// How a printed figure becomes a range for another year and band. The sample
// is arithmetic, the choice of figures is assumed. driftPerYear and mismatchMost
// are set so that of 92 printed figures of Germany, each asked without the
// figures of its platform and year, about 80 % lie in their 80 % range (82 %;
// with .15 and 1.0 it was 77 %): calibrated on them, not validated on others.
// audience/germany repeats it as a test.
const (
	// z80 is the standard normal quantile of 0.9.
	z80 = 1.2815515655446004
	// designEffect is the usual loss of a quota or mixed-mode sample against
	// a simple random sample of the same size.
	designEffect = 1.5
	// sampleUnknown stands for the number of people asked in the band when the
	// source does not say: 1,200 to 2,500 in four bands are 300 to 600.
	sampleUnknown = 300
	// driftPerYear is the standard deviation of the log odds for each year
	// between figure and question.
	driftPerYear = 0.20
	// mismatchPerAge is the standard deviation of the log odds for each age
	// that the figure's band has and the asked one has not, at most
	// mismatchMost. Daily TikTok use 2021 fell from 19 % at 14-29 to 2 % at
	// 30-49: age matters more than anything else.
	mismatchPerAge = 0.03
	mismatchMost   = 1.5
	// agesPerYear is how many ages outside the target weigh as much, in the
	// choice of a figure, as one year between figure and question.
	agesPerYear = 4
	agesLacking = 16 // the same for ages of the target that the figure lacks
	// yearsPerShare is how many years a range from 0 to 100 % weighs: a printed
	// figure of three years ago says more than a bound of last year.
	yearsPerShare = 10
	// oldest ends an open band where ages are counted.
	oldest = 90
)

// ranked is a figure that says something about a target band, with how far it
// is from what was asked, in years.
type ranked struct {
	figure *Penetration
	cost   float64
	role   role
}

type role uint8

const (
	exact role = iota // of the frequency asked
	below             // of a narrower one: a lower bound
	above             // of a wider one: an upper bound
)

// rank returns the figures for a target band and the band cut at their ends.
func rank(candidates []Penetration, target Band, q ReachableQuery) ([]ranked, []Band) {
	var all []ranked
	var cut [MaxAge + 2]bool
	for i := range candidates {
		s := &candidates[i].s
		if !s.Band.Overlaps(target) {
			continue
		}
		r := ranked{figure: &candidates[i]}
		switch {
		case s.Frequency == q.Frequency:
			r.role = exact
		case s.Frequency.Within(q.Frequency):
			r.role = below
		case q.Frequency.Within(s.Frequency):
			r.role = above
		default:
			continue
		}
		lo, hi := ends(s.Share)
		r.cost = float64(apart(s.Source.Year, q.Year)) + float64(outside(s.Band, target))/agesPerYear +
			float64(outside(target, s.Band))/agesLacking + yearsPerShare*(hi-lo)
		cut[s.Band.from], cut[s.Band.end] = true, true
		all = append(all, r)
	}
	var segments []Band
	from := target.from
	for age := from + 1; age <= target.end; age++ {
		if cut[age] || age == target.end {
			segments = append(segments, Band{from, age})
			from = age
		}
	}
	return all, segments
}

// pick is what is known about the use at one age: a figure of the frequency
// asked, or figures that bound it from below and above.
type pick struct{ exact, below, above *Penetration }

// pickAt finds the nearest figures for an age. Of two of one cost the first in
// the order of the table stays. A bound counts only where it is nearer than
// the figure itself.
func pickAt(all []ranked, age uint8) pick {
	var best [3]*Penetration
	cost := [3]float64{math.Inf(1), math.Inf(1), math.Inf(1)}
	for _, r := range all {
		if b := r.figure.s.Band; b.from <= age && age < b.end && r.cost < cost[r.role] {
			best[r.role], cost[r.role] = r.figure, r.cost
		}
	}
	for _, bound := range []role{below, above} {
		if cost[exact] <= cost[bound] {
			best[bound] = nil
		}
	}
	return pick{best[exact], best[below], best[above]}
}

// ages counts the ages of a band, up to the oldest that are many.
func ages(b Band) int { return max(min(int(b.end), oldest)-int(b.from), 1) }

// outside counts the ages of a band that are not in the target.
func outside(b, target Band) int {
	end := min(int(b.end), oldest)
	common := min(end, int(target.end)) - int(max(b.from, target.from))
	return max(end-int(b.from), 0) - max(common, 0)
}

// quantiles returns P10, P50 and P90 of the share in the target band, and the
// figures they come from.
func (p pick) quantiles(target Band, year int) ([3]float64, []*Penetration) {
	of := func(f *Penetration) [3]float64 {
		lo, hi := ends(f.s.Share)
		return spread(lo, hi, f, f, target, year)
	}
	var used []*Penetration
	if p.exact == nil {
		lo, hi := 0.0, 1.0
		if p.below != nil {
			lo, _ = ends(p.below.s.Share)
			used = append(used, p.below)
		}
		if p.above != nil {
			_, hi = ends(p.above.s.Share)
			used = append(used, p.above)
		}
		return spread(lo, max(lo, hi), p.below, p.above, target, year), used
	}
	q := of(p.exact)
	used = append(used, p.exact)
	// A bound that is nearer than the figure and contradicts it moves it.
	if p.below != nil {
		if b := of(p.below); b[1] > q[1] {
			q = [3]float64{max(q[0], b[0]), b[1], max(q[2], b[2])}
			used = append(used, p.below)
		}
	}
	if p.above != nil {
		if a := of(p.above); a[1] < q[1] {
			q = [3]float64{min(q[0], a[0]), a[1], min(q[2], a[2])}
			used = append(used, p.above)
		}
	}
	return q, used
}

// spread takes a share between two ends as uniform between them and widens
// each end, on the scale of log odds, by what the figure there lacks.
func spread(lo, hi float64, atLo, atHi *Penetration, target Band, year int) [3]float64 {
	w := hi - lo
	return [3]float64{
		shift(lo+0.1*w, -z80*doubt(lo, atLo, target, year)),
		lo + 0.5*w,
		shift(lo+0.9*w, z80*doubt(hi, atHi, target, year)),
	}
}

// doubt is the standard deviation of the log odds of a figure when it is asked
// for another band and year.
func doubt(share float64, p *Penetration, target Band, year int) float64 {
	if p == nil {
		return 0 // the end is 0 or 1 by nature
	}
	n := float64(cmp.Or(p.s.Sample, sampleUnknown))
	inner := max(share*(1-share), 0.5/n) // a printed 0 of n people asked
	sampling := math.Sqrt(designEffect / (n * inner))
	drift := driftPerYear * float64(apart(p.s.Source.Year, year))
	mismatch := min(mismatchPerAge*float64(outside(p.s.Band, target)), mismatchMost)
	return math.Sqrt(sampling*sampling + drift*drift + mismatch*mismatch)
}

// shift moves a share on the scale of log odds. 0 and 1 stay where they are.
func shift(share, by float64) float64 {
	if share <= 0 || share >= 1 {
		return min(max(share, 0), 1)
	}
	return 1 / (1 + (1-share)/share*math.Exp(-by))
}
