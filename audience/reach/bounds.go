package reach

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Pair is what two platforms, named by their positions, have in common: the share
// of the population that both reach.
type Pair struct {
	A, B int
	Both float64
}

// Bounds are the least and the greatest union that agree with what is known.
// Sharp says that nothing narrower can be said without an assumption; bounds that
// are not sharp are valid, but narrower ones may exist.
type Bounds struct {
	Lo, Hi float64
	Sharp  bool
}

// Triple names three platforms whose pairs contradict each other: the pairs need
// at least Least of the population on all three, and allow at most Most.
type Triple struct {
	A, B, C     int
	Least, Most float64
}

// Figures that agree within this share of the population are taken as equal: an
// exact overlap computed from rounded shares is no contradiction.
const tolerance = 1e-9

// maxPlatforms bounds what the functions on several platforms accept; more is not
// a plan, and the work grows with the cube.
const maxPlatforms = 64

// UnionBounds returns between which bounds the share of the population lies that
// at least one platform reaches, given what each reaches and what some pairs have
// in common. No assumption enters.
//
// From the reaches alone (Fréchet), and for up to three platforms with any of
// their pairs, the bounds are sharp. For more platforms with pairs they are valid:
// above Hunter-Worsley (sum of the reaches minus the heaviest forest of pairs),
// below the largest of the reaches, the unions of known pairs, the sharp bounds of
// known triples, and, when all pairs are known, Dawson-Sankoff.
//
// Problems name the place of a reach outside [0, 1], a platform that does not
// exist or is paired with itself, a pair given twice, a pair that its two reaches
// do not allow, and pairs that contradict each other by triple ([Contradictions]).
func UnionBounds(reaches []float64, pairs ...Pair) (Bounds, error) {
	var problems check.List
	if len(reaches) > maxPlatforms {
		problems.Add("/reaches", check.ErrLimit, len(reaches), fmt.Sprintf("at most %d platforms", maxPlatforms))
		return Bounds{}, problems.Err()
	}
	checkReaches(&problems, reaches)
	both := newOverlaps(len(reaches))
	for i, p := range pairs {
		both.add(&problems, reaches, i, p)
	}
	if err := problems.Err(); err != nil {
		return Bounds{}, err
	}
	both.settle(reaches)
	for _, t := range both.contradictions(reaches) {
		problems.Add("/pairs", check.ErrConflict, fmt.Sprintf("%d, %d and %d", t.A, t.B, t.C),
			fmt.Sprintf("pairs that agree: these need at least %.4g on all three and allow at most %.4g", t.Least, t.Most))
	}
	if err := problems.Err(); err != nil {
		return Bounds{}, err
	}
	found := Bounds{both.lower(reaches), both.upper(reaches), len(pairs) == 0 || len(reaches) <= 3}
	if found.Lo > found.Hi+tolerance {
		problems.Add("/pairs", check.ErrConflict, fmt.Sprintf("%d pairs", len(pairs)),
			fmt.Sprintf("pairs that agree: together they need a union of at least %.4g and allow at most %.4g", found.Lo, found.Hi))
		return Bounds{}, problems.Err()
	}
	found.Hi = max(found.Lo, found.Hi)
	return found, nil
}

// Contradictions returns the triples of platforms whose three pairs cannot all be
// right. Reaches and pairs that [UnionBounds] refuses singly are passed over.
func Contradictions(reaches []float64, pairs []Pair) []Triple {
	var ignored check.List
	both := newOverlaps(len(reaches))
	for i, p := range pairs {
		both.add(&ignored, reaches, i, p)
	}
	return both.contradictions(reaches)
}

// overlaps is the symmetric table of known pairs, NaN where nothing is known.
type overlaps struct {
	n    int
	both []float64
}

func newOverlaps(n int) overlaps {
	o := overlaps{n: n, both: make([]float64, n*n)}
	for i := range o.both {
		o.both[i] = math.NaN()
	}
	return o
}

func (o overlaps) at(a, b int) float64     { return o.both[a*o.n+b] }
func (o overlaps) known(a, b int) bool     { return !math.IsNaN(o.at(a, b)) }
func (o overlaps) set(a, b int, v float64) { o.both[a*o.n+b], o.both[b*o.n+a] = v, v }

func (o overlaps) add(problems *check.List, reaches []float64, i int, p Pair) {
	if p.A < 0 || p.A >= o.n || p.B < 0 || p.B >= o.n || p.A == p.B {
		problems.Add(check.Pointer("pairs", i), check.ErrUnknown, fmt.Sprintf("%d and %d", p.A, p.B), fmt.Sprintf("two different platforms of %d", o.n))
		return
	}
	if o.known(p.A, p.B) {
		problems.Add(check.Pointer("pairs", i), check.ErrDuplicate, fmt.Sprintf("%d and %d", p.A, p.B), "each pair once")
		return
	}
	ra, rb := reaches[p.A], reaches[p.B]
	least, most := max(0, ra+rb-1), min(ra, rb)
	if !(least <= most+tolerance) {
		return // one of the reaches is no share, which is reported by itself
	}
	if !(p.Both >= least-tolerance && p.Both <= most+tolerance) {
		problems.Add(check.Pointer("pairs", i), check.ErrRange, p.Both, fmt.Sprintf("from %.4g to %.4g, as the two reaches allow", least, most))
		return
	}
	o.set(p.A, p.B, min(max(p.Both, least), most))
}

// settle notes the pairs that nobody gave and that the reaches leave no choice: with
// a platform that reaches nobody, or everybody.
func (o overlaps) settle(reaches []float64) {
	for a, ra := range reaches {
		for b, rb := range reaches[:a] {
			if !o.known(a, b) && max(0, ra+rb-1) >= min(ra, rb) {
				o.set(a, b, min(ra, rb))
			}
		}
	}
}

func (o overlaps) contradictions(reaches []float64) (found []Triple) {
	o.eachTriple(func(a, b, c int) {
		if t := o.triple(reaches, a, b, c); t.Least > t.Most+tolerance {
			found = append(found, t)
		}
	})
	return found
}

// eachTriple calls f with every three platforms whose pairs are all known.
func (o overlaps) eachTriple(f func(a, b, c int)) {
	for a := range o.n {
		for b := a + 1; b < o.n; b++ {
			if !o.known(a, b) {
				continue
			}
			for c := b + 1; c < o.n; c++ {
				if o.known(a, c) && o.known(b, c) {
					f(a, b, c)
				}
			}
		}
	}
}

// triple returns what three platforms with known pairs may have in common, from
// the eight non-negative parts into which three sets divide a population.
func (o overlaps) triple(r []float64, a, b, c int) Triple {
	ab, ac, bc := o.at(a, b), o.at(a, c), o.at(b, c)
	return Triple{
		A: a, B: b, C: c,
		Least: max(0, ab+ac-r[a], ab+bc-r[b], ac+bc-r[c]),
		Most:  min(ab, ac, bc, 1-(r[a]+r[b]+r[c])+(ab+ac+bc)),
	}
}

func (o overlaps) lower(r []float64) float64 {
	lo, sum, pairs, known := 0.0, 0.0, 0.0, 0
	for a := range o.n {
		lo, sum = max(lo, r[a]), sum+r[a]
		for b := a + 1; b < o.n; b++ {
			if o.known(a, b) {
				lo, pairs, known = max(lo, r[a]+r[b]-o.at(a, b)), pairs+o.at(a, b), known+1
			}
		}
	}
	o.eachTriple(func(a, b, c int) {
		t := o.triple(r, a, b, c)
		lo = max(lo, r[a]+r[b]+r[c]-o.at(a, b)-o.at(a, c)-o.at(b, c)+t.Least)
	})
	if known == o.n*(o.n-1)/2 && sum > 0 {
		lo = max(lo, dawsonSankoff(sum, pairs))
	}
	return min(lo, 1)
}

// dawsonSankoff is the best lower bound of a union from the sum of the reaches and
// the sum of all pairs alone (Dawson and Sankoff 1967).
func dawsonSankoff(sum, pairs float64) float64 {
	k := 1 + math.Floor(2*pairs/sum)
	return 2/(k+1)*sum - 2/(k*(k+1))*pairs
}

// upper is Hunter-Worsley. For three platforms it is sharp: what they may all have
// in common is at most their smallest pair, which leaves the two heavier ones, or
// what fills the population.
func (o overlaps) upper(r []float64) float64 {
	sum := 0.0
	for _, x := range r {
		sum += x
	}
	return min(1, sum-o.heaviestForest())
}

// heaviestForest is the weight of the maximum spanning forest of the known pairs
// (Prim): the most that pairs can take off the sum without taking anybody off
// twice (Hunter 1976, Worsley 1982).
func (o overlaps) heaviestForest() float64 {
	total := 0.0
	done := make([]bool, o.n)
	link := make([]float64, o.n) // the heaviest known pair with a platform done; an unknown one weighs 0
	for range o.n {
		next := -1
		for i := range o.n {
			if !done[i] && (next < 0 || link[i] > link[next]) {
				next = i
			}
		}
		done[next], total = true, total+link[next]
		for i := range o.n {
			if !done[i] && o.known(next, i) {
				link[i] = max(link[i], o.at(next, i))
			}
		}
	}
	return total
}
