package mcda

import (
	"math/rand/v2"
	"slices"
)

// sampler draws points of a space, in coordinates of its own: for a simplex the
// shares of its corners, elsewhere the weights themselves. Scores are linear,
// so a table is turned into these coordinates once ([Space.coordinates]) instead
// of turning every draw into weights.
type sampler interface {
	// next returns the coordinates of the next draw, valid until the call after.
	next() []float64
}

func (s Space) sampler(rng *rand.Rand) sampler {
	switch {
	case s.simplex():
		return &shares{rng: rng, at: make([]float64, s.parts.size)}
	case s.Exact():
		return &pieces{shares: shares{rng: rng, at: make([]float64, s.parts.size)}, space: s, out: make([]float64, s.criteria)}
	}
	return newWalk(s, rng)
}

// coordinates returns, for values on the criteria, the values in the
// coordinates of the sampler.
func (s Space) coordinates(values []float64) []float64 {
	if !s.simplex() {
		return values
	}
	out := make([]float64, len(s.corners))
	for i, c := range s.corners {
		out[i] = Weights(c).score(values)
	}
	return out
}

// weights turns coordinates of the sampler into weights.
func (s Space) weights(at, out []float64) {
	if !s.simplex() {
		copy(out, at)
		return
	}
	clear(out)
	for i, c := range s.corners {
		for k, v := range c {
			out[k] += float64(at[i] * v)
		}
	}
}

// shares are uniform on a simplex: exponential numbers divided by their sum.
// (Uniform numbers divided by their sum, as ProMCDA does, are not.)
type shares struct {
	rng *rand.Rand
	at  []float64
}

func (s *shares) next() []float64 {
	sum := 0.0
	for i := range s.at {
		e := s.rng.ExpFloat64()
		s.at[i] = e
		sum += e
	}
	if !(sum > 0) { // a source that returns zeros only
		for i := range s.at {
			s.at[i] = 1
		}
		sum = float64(len(s.at))
	}
	scale := 1 / sum
	for i := range s.at {
		s.at[i] *= scale
	}
	return s.at
}

// pieces chooses a simplex of the space by its volume, then a point in it.
type pieces struct {
	shares
	space Space
	out   []float64
}

func (p *pieces) next() []float64 {
	t := p.space.parts
	i, _ := slices.BinarySearch(t.upTo, p.rng.Float64())
	at := p.shares.next()
	clear(p.out)
	for j, c := range t.piece(min(i, t.pieces()-1)) {
		for k, v := range p.space.corners[c] {
			p.out[k] += float64(at[j] * v)
		}
	}
	return p.out
}

// walk is hit-and-run (Smith 1984), for a set of too many pieces: choose a
// direction, then a uniform point of the chord through the set. Directions are
// the edges of the set: they span it whatever its dimension, follow its long
// sides, so that thin sets mix as fast as round ones, and run along most faces,
// whose distance does not change. The state is the distance ("slack") to
// every face and the weights; a direction is a difference of two corners in
// these numbers, so a step needs no product of matrices.
type walk struct {
	rng   *rand.Rand
	edges []edge
	at    []float64 // slack to the faces, then the weights
	out   []float64
	faces int
	steps int
}

// edge lists what changes along an edge.
type edge struct{ faces, weights []change }

type change struct {
	k int // index in walk.at
	d float64
}

// stepsPerDimension are taken between two draws for each dimension of the set,
// and burnIn times as many before the first one. With four, neighbouring draws
// correlate by less than 0.1 (TestWalkForgets).
const (
	stepsPerDimension = 4
	burnIn            = 20
)

func newWalk(s Space, rng *rand.Rand) *walk {
	w := &walk{rng: rng, steps: stepsPerDimension * s.dimension, out: make([]float64, s.criteria)}
	corners := make([][]float64, len(s.corners)) // as at
	// Planes that touch no corner bound nothing, those that hold all are no bound.
	face := func(slack func(corner []float64) float64) {
		column, touching := make([]float64, len(s.corners)), 0
		for i, c := range s.corners {
			column[i] = max(0, snap(slack(c), flat))
			if column[i] == 0 {
				touching++
			}
		}
		if touching == 0 || touching == len(s.corners) {
			return
		}
		w.faces++
		for i, v := range column {
			corners[i] = append(corners[i], v)
		}
	}
	for k := range s.criteria {
		face(func(c []float64) float64 { return c[k] })
	}
	for _, h := range s.planes {
		face(func(c []float64) float64 { return h.limit - Weights(h.normal).score(c) })
	}
	w.at = make([]float64, w.faces+s.criteria)
	for i, c := range s.corners {
		corners[i] = append(corners[i], c...)
		for k, v := range corners[i] { // start in the middle
			w.at[k] += v / float64(len(s.corners))
		}
	}
	for _, ends := range s.edges {
		var e edge
		for k, v := range corners[ends[0]] {
			switch d := v - corners[ends[1]][k]; {
			case d == 0:
			case k < w.faces:
				e.faces = append(e.faces, change{k, d})
			default:
				e.weights = append(e.weights, change{k, d})
			}
		}
		w.edges = append(w.edges, e)
	}
	for range burnIn {
		w.next()
	}
	return w
}

func (w *walk) next() []float64 {
	for range w.steps {
		w.step()
	}
	for k, v := range w.at[w.faces:] {
		w.out[k] = max(0, v)
	}
	return w.out
}

func (w *walk) step() {
	e := &w.edges[int(w.rng.Float64()*float64(len(w.edges)))]
	u := w.rng.Float64()
	// Slack s + t d stays positive for t from -1/max(d/s) to -1/min(d/s): asking
	// for the extremes of d/s spares a branch on the sign of d for every face.
	const tiny = 1e-300
	most, least := 0.0, 0.0
	for _, c := range e.faces {
		r := c.d / (w.at[c.k] + tiny)
		if r > most {
			most = r
		}
		if r < least {
			least = r
		}
	}
	if most == 0 || least == 0 { // corners that rounding cannot tell apart
		return
	}
	t := u*(1/most-1/least) - 1/most
	for _, c := range e.faces {
		s := w.at[c.k] + float64(t*c.d)
		if s < 0 { // by rounding
			s = 0
		}
		w.at[c.k] = s
	}
	for _, c := range e.weights {
		w.at[c.k] += float64(t * c.d)
	}
}
