package portfolio

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// item is a candidate as the search sees it.
type item struct {
	hours    float64
	activity []float64 // (1-r)^(-1/k) - 1 for each band
	must     bool      // part of every set, unless instead is
	instead  int       // index of the item that may stand for it, or -1
}

// problem is the search: the set of items with the most people within the hours.
type problem struct {
	people []float64 // by band
	shape  float64
	hours  float64
	items  []item
}

// hourTolerance keeps a budget from hanging on the last bit of a sum.
const hourTolerance = 1e-9

// maxNodes ends a search that cannot be finished: about a second.
const maxNodes = 2_000_000

// value returns the people whom a sum of activities reaches:
//
//	sum over bands of N (1 - (1 + A)^(-k))
//
// It is the union under shared activity, written so that platforms add up.
func (p problem) value(activity []float64) float64 {
	total := 0.0
	for b, n := range p.people {
		total += -n * math.Expm1(-p.shape*math.Log1p(activity[b]))
	}
	return total
}

// of returns value and hours of a set, a bit for each item.
func (p problem) of(set uint64) (value, hours float64) {
	sum := make([]float64, len(p.people))
	for rest := set; rest != 0; rest &= rest - 1 {
		it := p.items[bits.TrailingZeros64(rest)]
		hours += it.hours
		for b, a := range it.activity {
			sum[b] += a
		}
	}
	return p.value(sum), hours
}

// allowed reports whether a set leaves out no item that must be in.
func (p problem) allowed(set uint64) bool {
	for i, it := range p.items {
		if it.must && set>>i&1 == 0 && (it.instead < 0 || set>>it.instead&1 == 0) {
			return false
		}
	}
	return true
}

// found is the best set of a search.
type found struct {
	set    uint64
	value  float64
	hours  float64
	proven bool // false when the search ended before all sets were ruled out
	any    bool // whether a set is allowed within the hours at all
}

// better orders sets: more people; at the same number fewer hours; then the
// one whose items stand earlier in the list. Numbers within 1e-9 of each other are the same.
func (f found) better(value, hours float64, set uint64, tolerance float64) bool {
	switch {
	case !f.any:
		return true
	case math.Abs(value-f.value) > tolerance:
		return value > f.value
	case math.Abs(hours-f.hours) > hourTolerance:
		return hours < f.hours
	default:
		return bits.Reverse64(set) > bits.Reverse64(f.set)
	}
}

// best finds the best set by branch and bound. The value is a concave function
// of a sum, so what an item adds never grows with what is already in: the
// rest can add at most the best mix, with fractions, of what each item adds
// now. That bound is exact enough to settle forty channels, and never wrong.
func (p problem) best() found {
	order := make([]int, len(p.items))
	for i := range order {
		order[i] = i
	}
	density := make([]float64, len(p.items))
	for i, it := range p.items {
		density[i] = gain{p.value(it.activity), it.hours}.density()
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(density[b], density[a]) })
	total := 0.0
	for _, n := range p.people {
		total += n
	}
	s := search{problem: p, order: order, tolerance: 1e-9 * max(total, 1)}
	s.gains = make([][]gain, len(p.items)+1)
	s.sums = make([][]float64, len(p.items)+1)
	for i := range s.sums {
		s.gains[i] = make([]gain, 0, len(p.items))
		s.sums[i] = make([]float64, len(p.people))
	}
	s.trial = make([]float64, len(p.people))
	s.walk(0, 0, 0, 0)
	s.found.proven = s.nodes <= maxNodes
	return s.found
}

type search struct {
	problem
	order     []int
	tolerance float64
	nodes     int
	found     found
	sums      [][]float64 // activity by depth
	gains     [][]gain    // scratch by depth
	trial     []float64
}

type gain struct{ value, hours float64 }

// density is people an hour; what takes no time comes first.
func (g gain) density() float64 { return g.value / max(g.hours, hourTolerance) }

// walk decides on the item at the given depth; set, value and hours are of those taken before it.
func (s *search) walk(depth int, set uint64, value, hours float64) {
	if s.nodes++; s.nodes > maxNodes {
		return
	}
	if depth == len(s.order) {
		if s.allowed(set) && s.found.better(value, hours, set, s.tolerance) {
			s.found = found{set: set, value: value, hours: hours, any: true}
		}
		return
	}
	if s.found.any && value+s.bound(depth, value, hours) < s.found.value-s.tolerance {
		return
	}
	i := s.order[depth]
	it := s.items[i]
	if hours+it.hours <= s.hours+hourTolerance {
		for b, a := range it.activity {
			s.sums[depth+1][b] = s.sums[depth][b] + a
		}
		s.walk(depth+1, set|1<<i, s.value(s.sums[depth+1]), hours+it.hours)
	}
	copy(s.sums[depth+1], s.sums[depth])
	s.walk(depth+1, set, value, hours)
}

// bound is the most that the items from depth on can add within the hours left.
func (s *search) bound(depth int, value, hours float64) float64 {
	gains := s.gains[depth][:0]
	for _, i := range s.order[depth:] {
		for b, a := range s.items[i].activity {
			s.trial[b] = s.sums[depth][b] + a
		}
		gains = append(gains, gain{s.value(s.trial) - value, s.items[i].hours})
	}
	slices.SortFunc(gains, func(a, b gain) int { return cmp.Compare(b.density(), a.density()) })
	left, sum := s.hours+hourTolerance-hours, 0.0
	for _, g := range gains {
		if g.hours > left {
			return sum + g.value*max(left, 0)/g.hours
		}
		left -= g.hours
		sum += g.value
	}
	return sum
}
