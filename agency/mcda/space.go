package mcda

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Space is the set of all weights that obey what is known about them: the
// whole simplex when nothing is, a part of it for an order, ratios or bounds,
// one point when the weights are settled. It is built by [NewSpace] or
// [FixedSpace]; the zero Space holds nothing and every function refuses it.
type Space struct {
	criteria  int
	planes    []halfspace // of the constraints, beside "no weight is negative"
	corners   [][]float64
	dimension int
	parts     triangulation
	edges     [][2]int // pairs of corners, where there are too many parts
	centre    Weights
}

// NewSpace returns all weights of 1 to 64 criteria that obey the constraints:
// the uniform distribution on it stands for not knowing more. Constraints that
// leave no weights, that leave a stated order no room, or that force a
// criterion of a ratio to weigh 0 contradict each other: the problem names the
// first statement that does not fit and those before it that it does not fit
// with. A space with more than 2048 corners, or 192 inequalities, is refused.
// An order with two ratios takes 0.1 ms to build, bounds on eight criteria 15 ms.
func NewSpace(criteria int, constraints ...Constraint) (Space, error) {
	return newSpace(criteria, constraints, maxPieces)
}

func newSpace(criteria int, constraints []Constraint, pieces int) (Space, error) {
	var l check.List
	if count(&l, "/criteria", criteria, maxCriteria, "criteria") {
		for i, c := range constraints {
			c.check(&l, check.Pointer("constraints", i), criteria)
		}
	}
	if err := l.Err(); err != nil {
		return Space{}, err
	}
	s := Space{criteria: criteria}
	for _, c := range constraints {
		s.planes = append(s.planes, c.halfspaces(criteria)...)
	}
	if len(s.planes) > maxPlanes-maxCriteria {
		l.Add("/constraints", check.ErrLimit, len(s.planes), fmt.Sprintf("at most %d inequalities", maxPlanes-maxCriteria))
		return Space{}, l.Err()
	}
	p, fits := build(criteria, constraints)
	switch {
	case len(p.corners) > maxCorners:
		l.Add("/constraints", check.ErrLimit, check.None, fmt.Sprintf("fewer or simpler statements: a space of weights with at most %d corners", maxCorners))
	case !fits:
		conflict(&l, criteria, constraints)
	}
	if err := l.Err(); err != nil {
		return Space{}, err
	}
	s.corners, s.dimension = p.points(), p.dimension()
	s.parts = p.triangulate(s.dimension, pieces)
	if !s.Exact() {
		s.edges = p.edges()
	}
	s.centre = s.mean()
	return s, nil
}

// FixedSpace returns the space of these weights alone.
func FixedSpace(w Weights) (Space, error) {
	var l check.List
	if !w.check(&l, "", len(w)) {
		return Space{}, l.Err()
	}
	s := Space{criteria: len(w), corners: [][]float64{slices.Clone(w)}, centre: slices.Clone(w)}
	s.parts = triangulation{size: 1, corners: []int32{0}, upTo: []float64{1}}
	return s, nil
}

// build cuts the simplex and reports whether the statements fit together. It
// stops at too many corners.
func build(n int, constraints []Constraint) (polytope, bool) {
	p := simplexCorners(n)
	for _, c := range constraints {
		for _, h := range c.halfspaces(n) {
			p = p.cut(h)
			if len(p.corners) == 0 || len(p.corners) > maxCorners {
				return p, false
			}
		}
	}
	for _, c := range constraints {
		switch c.kind {
		case orderKind:
			for i := range len(c.criteria) - 1 {
				if p.most(term{c.criteria[i], 1}, term{c.criteria[i+1], -1}) <= flat {
					return p, false
				}
			}
		case ratioKind:
			if p.most(term{c.criteria[1], 1}) <= flat {
				return p, false
			}
		}
	}
	return p, true
}

// Criteria returns the number of criteria, 0 for the zero Space.
func (s Space) Criteria() int { return s.criteria }

// Exact reports whether probabilities over this space are known in closed form
// ([Table.Pairwise]) and draws from it are independent: it could be cut into
// at most 20,000 simplices. One is enough when nothing is known, for a full
// order, for lower bounds and for settled weights; bounds on each of eight
// criteria take up to 16,000, on each of ten too many.
func (s Space) Exact() bool { return s.parts.pieces() > 0 }

// simplex reports whether the space is a single simplex.
func (s Space) simplex() bool { return s.parts.pieces() == 1 }

// Settled reports whether the space is a single point.
func (s Space) Settled() bool { return len(s.corners) == 1 }

// Centre returns the mean of all weights in the space: equal weights when
// nothing is known, rank order centroid weights for a full order. Where
// [Space.Exact] does not hold it is the mean of the corners, a middle. The
// zero Space has none: nil.
func (s Space) Centre() Weights { return slices.Clone(s.centre) }

func (s Space) mean() Weights {
	w := make(Weights, s.criteria)
	add := func(corner []float64, share float64) {
		for k, v := range corner {
			w[k] += float64(share * v)
		}
	}
	for i := range s.parts.pieces() {
		for _, c := range s.parts.piece(i) {
			add(s.corners[c], s.parts.share(i)/float64(s.parts.size))
		}
	}
	if !s.Exact() {
		for _, c := range s.corners {
			add(c, 1/float64(len(s.corners)))
		}
	}
	return w
}

// Range returns the smallest and largest weight of a criterion in the space; 0
// and 0 for a criterion that it does not have.
func (s Space) Range(criterion int) (lo, hi float64) {
	if criterion < 0 || criterion >= s.criteria {
		return 0, 0
	}
	lo = 1
	for _, c := range s.corners {
		lo, hi = min(lo, c[criterion]), max(hi, c[criterion])
	}
	return lo, hi
}

// Sample draws weights uniformly from the space, 1 to 10 million times. Where
// [Space.Exact] holds, draws are independent; elsewhere they come from a
// hit-and-run walk, and neighbours correlate a little (below 0.1 where measured).
// At most 32 million weights in all.
func (s Space) Sample(draws int, src rand.Source) ([]Weights, error) {
	var l check.List
	ok := s.check(&l, "/space", s.criteria)
	sampling(&l, draws, src)
	if ok && draws > maxStored/s.criteria {
		l.Add("/draws", check.ErrLimit, draws, fmt.Sprintf("at most %d draws of so many weights", maxStored/s.criteria))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	all := make([]float64, draws*s.criteria)
	ws := make([]Weights, draws)
	sampler := s.sampler(rand.New(src))
	for i := range ws {
		ws[i] = all[i*s.criteria : (i+1)*s.criteria : (i+1)*s.criteria]
		s.weights(sampler.next(), ws[i])
	}
	return ws, nil
}

// check notes an empty space or one for another number of criteria.
func (s Space) check(l *check.List, path string, n int) bool {
	switch {
	case s.criteria == 0:
		l.Add(path, check.ErrRequired, check.None, "a space of weights made by NewSpace or FixedSpace")
	case s.criteria != n:
		l.Add(path, check.ErrConflict, s.criteria, plural(n, "criterion", "criteria"))
	default:
		return true
	}
	return false
}

func sampling(l *check.List, draws int, src rand.Source) {
	count(l, "/draws", draws, maxDraws, "draws")
	if src == nil {
		l.Add("/source", check.ErrRequired, check.None, "a source of random numbers")
	}
}
