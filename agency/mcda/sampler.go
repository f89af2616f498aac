package mcda

import (
	"math"
	"math/rand/v2"
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
	if s.Exact() {
		return &shares{rng: rng, at: make([]float64, len(s.corners))}
	}
	return newWalk(s, rng)
}

// coordinates returns, for values on the criteria, the values in the
// coordinates of the sampler.
func (s Space) coordinates(values []float64) []float64 {
	if !s.Exact() {
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
	if !s.Exact() {
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

// walk is hit-and-run (Smith 1984) on a set that is not a simplex: choose a
// direction, then a uniform point of the chord through the set. Directions are
// differences of two corners: they span the set whatever its dimension and
// follow its long sides, so that thin sets mix as fast as round ones. The
// state is the slack to every plane, of which the first are the weights, and a
// direction in slacks is again a difference of corners: a step needs no
// product of matrices.
type walk struct {
	rng     *rand.Rand
	corners [][]float64 // slack of every corner to every plane
	at      []float64   // slack of the current point
	n       int
	steps   int
}

// stepsPerDimension are taken between two draws for each dimension of the set,
// and burnIn times as many before the first one. Measured in
// TestWalkForgets.
const (
	stepsPerDimension = 6
	burnIn            = 20
)

func newWalk(s Space, rng *rand.Rand) *walk {
	w := &walk{rng: rng, n: s.criteria, steps: stepsPerDimension * s.dimension}
	slack := func(point []float64) []float64 {
		out := make([]float64, 0, len(point)+len(s.planes))
		out = append(out, point...)
		for _, h := range s.planes {
			out = append(out, max(0, snap(h.limit-Weights(h.normal).score(point), flat)))
		}
		return out
	}
	for _, c := range s.corners {
		w.corners = append(w.corners, slack(c))
	}
	w.at = slack(s.Centre())
	for range burnIn {
		w.next()
	}
	return w
}

func (w *walk) next() []float64 {
	for range w.steps {
		w.step()
	}
	return w.at[:w.n]
}

func (w *walk) step() {
	i := w.rng.IntN(len(w.corners))
	j := w.rng.IntN(len(w.corners) - 1)
	u := w.rng.Float64()
	if j >= i {
		j++
	}
	a, b := w.corners[i], w.corners[j]
	lo, hi := math.Inf(-1), math.Inf(1)
	for k, s := range w.at {
		d := a[k] - b[k]
		switch {
		case d > flat:
			lo = max(lo, -s/d)
		case d < -flat:
			hi = min(hi, -s/d)
		}
	}
	if !(hi > lo) || math.IsInf(hi-lo, 1) { // a corner of the set, or corners that rounding cannot tell apart
		return
	}
	t := lo + float64(u*(hi-lo))
	for k := range w.at {
		w.at[k] = max(0, w.at[k]+float64(t*(a[k]-b[k])))
	}
}
