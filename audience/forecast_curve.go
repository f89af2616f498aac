package audience

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Curve returns the people the plan reaches when the channel at that position
// makes each of the given numbers of videos (1 to 10,000) and the other
// channels do as planned: reach against videos. It rises with the videos, and
// ever more slowly once most of those who can be reached have been.
func (t Target) Curve(p Plan, channel int, videos []int) ([]measure.Estimate, error) {
	e, err := t.engineFor(p, channel)
	var l check.List
	l.Merge("", err)
	for i, n := range videos {
		l.Between(check.Pointer("videos", i), float64(n), 1, maxVideos, "1 to 10,000 videos")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	var out []measure.Estimate
	for _, n := range videos {
		e.make(p, channel, n)
		reached := e.reachedAll()
		lo, mid, hi := quantiles(reached[:])
		estimate, err := measure.NewEstimate(lo, mid, hi, e.evidence)
		if err != nil {
			return nil, err
		}
		out = append(out, estimate)
	}
	return out, nil
}

// VideosFor is the inverse of [Target.Curve]: the least number of videos of
// the channel with which the plan reaches so many people with the given
// probability, from .02 to .98. When 10,000 videos are not enough the problem, of
// kind check.ErrLimit, says how many people they reach.
func (t Target) VideosFor(p Plan, channel int, people float64, probability measure.Share) (int, error) {
	e, err := t.engineFor(p, channel)
	var l check.List
	l.Merge("", err)
	l.Positive("/people", people, "a number of people above 0")
	l.Between("/probability", float64(probability), .02, .98, "a probability from 0.02 to 0.98")
	if err := l.Err(); err != nil {
		return 0, err
	}
	// With this probability at least so many people are reached.
	atLeast := func(n int) float64 {
		e.make(p, channel, n)
		reached := e.reachedAll()
		slices.Sort(reached[:])
		position := (1-float64(probability))*nodes - .5
		i := int(position)
		return reached[i] + (position-float64(i))*(reached[i+1]-reached[i])
	}
	if most := atLeast(maxVideos); most < people {
		return 0, check.Problem{
			Path: "/people", Value: fmt.Sprintf("%.0f", people), Kind: check.ErrLimit,
			Want: fmt.Sprintf("at most the %.0f people that %d videos reach with this probability", math.Floor(most), maxVideos),
		}
	}
	lo, hi := 0, maxVideos // lo is not enough, hi is
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; atLeast(mid) < people*(1-1e-9) { // no last bit decides
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi, nil
}

// Gain returns how many more people the plan more reaches than the plan less:
// one more platform, or one more video a week. The doubtful inputs are the same
// in both, so the range is that of the difference and not the difference of
// the ranges. Channels of both plans are matched by position. The gain may be
// negative.
func (t Target) Gain(less, more Plan) (measure.Estimate, error) {
	a, errA := t.engine(less)
	b, errB := t.engine(more)
	var l check.List
	l.Merge("/less", errA)
	l.Merge("/more", errB)
	if err := l.Err(); err != nil {
		return measure.Estimate{}, err
	}
	x, y := a.reachedAll(), b.reachedAll()
	for j := range y {
		y[j] -= x[j]
	}
	lo, mid, hi := quantiles(y[:])
	return measure.NewEstimate(lo, mid, hi, measure.Weakest(a.evidence, b.evidence))
}

// Increments returns what each channel adds to the people the plan reaches
// when every doubtful input is in the middle: alone (unique), after those
// before it (stacked), and on average over all orders (Shapley). The stacked
// increments and the Shapley shares add up to all people reached then.
func (t Target) Increments(p Plan) ([]NetIncrement, error) {
	e, err := t.engine(p)
	if err != nil {
		return nil, err
	}
	n := len(p.Channels)
	reached := e.subsets(p)
	whole := 1<<n - 1
	out := make([]NetIncrement, n)
	for c := range out {
		out[c].Name = string(p.Channels[c].Platform)
		out[c].Unique = reached[whole] - reached[whole&^(1<<c)]
		out[c].Stacked = reached[1<<(c+1)-1] - reached[1<<c-1]
		for set := range reached {
			if set>>c&1 == 0 {
				out[c].Shapley += orders(bits.OnesCount(uint(set)), n) * (reached[set|1<<c] - reached[set])
			}
		}
	}
	return out, nil
}

// subsets returns the people that each set of channels reaches, with every
// doubtful input in the middle.
func (e *engine) subsets(p Plan) []float64 {
	o := e.outcome()
	o.on = nil
	reached := make([]float64, 1<<len(p.Channels))
	for set := 1; set < len(reached); set++ {
		e.group(p)
		for g := range e.groups {
			e.groups[g] = slices.DeleteFunc(e.groups[g], func(c int) bool { return set>>c&1 == 0 })
		}
		e.groups = slices.DeleteFunc(e.groups, func(g []int) bool { return len(g) == 0 })
		e.run(&point{}, &o)
		for _, x := range o.reached {
			reached[set] += x
		}
	}
	return reached
}

// orders is the share of all orders of n channels in which a channel comes
// right after a certain set of so many others: before!(n-1-before)!/n!.
func orders(before, n int) float64 {
	share := 1 / float64(n)
	for i := 1; i <= before; i++ {
		share *= float64(i) / float64(n-i)
	}
	return share
}

func (t Target) engineFor(p Plan, channel int) (*engine, error) {
	e, err := t.engine(p)
	if err == nil && (channel < 0 || channel >= len(p.Channels)) {
		err = check.Problem{
			Path: "/channel", Value: fmt.Sprint(channel), Kind: check.ErrRange,
			Want: fmt.Sprintf("the position of a channel of the plan, 0 to %d", len(p.Channels)-1),
		}
	}
	return e, err
}

// make sets the number of videos of a channel.
func (e *engine) make(p Plan, channel, videos int) {
	e.channels[channel].videos = float64(videos)
	e.channels[channel].views = p.Channels[channel].Views.total(videos)
}

// reachedAll is the number of people reached, all bands together, at all points.
func (e *engine) reachedAll() (reached [nodes]float64) {
	o, s := e.outcome(), scores()
	o.on = nil
	for j := range nodes {
		p := latticePoint(j, &s)
		e.run(&p, &o)
		for _, x := range o.reached {
			reached[j] += x
		}
	}
	return reached
}
