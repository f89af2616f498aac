package mcda

import "math/rand/v2"

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
// state is the distance ("slack") to every face and the weights, and a
// direction is again a difference of corners in these numbers: a step needs no
// product of matrices.
type walk struct {
	rng     *rand.Rand
	corners [][]float64 // as at, for every corner
	at      []float64   // slack to the faces, then the weights
	out     []float64
	faces   int
	steps   int
}

// stepsPerDimension are taken between two draws for each dimension of the set,
// and burnIn times as many before the first one. With six, neighbouring draws
// hardly remember each other (TestWalkForgets).
const (
	stepsPerDimension = 6
	burnIn            = 20
)

func newWalk(s Space, rng *rand.Rand) *walk {
	w := &walk{rng: rng, steps: stepsPerDimension * s.dimension, corners: make([][]float64, len(s.corners))}
	w.out = make([]float64, s.criteria)
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
			w.corners[i] = append(w.corners[i], v)
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
		w.corners[i] = append(w.corners[i], c...)
		for k, v := range w.corners[i] { // start in the middle
			w.at[k] += v / float64(len(s.corners))
		}
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
	i := w.rng.IntN(len(w.corners))
	j := w.rng.IntN(len(w.corners) - 1)
	u := w.rng.Float64()
	if j >= i {
		j++
	}
	a, b := w.corners[i][:len(w.at)], w.corners[j][:len(w.at)]
	// Slack s + t d stays positive for t from -1/max(d/s) to -1/min(d/s): asking
	// for the extremes of d/s spares a branch on the sign of d for every face.
	const tiny = 1e-300
	most, least := 0.0, 0.0
	for k, s := range w.at[:w.faces] {
		r := (a[k] - b[k]) / (s + tiny)
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
	for k := range w.at {
		w.at[k] += float64(t * (a[k] - b[k]))
	}
	for k, s := range w.at[:w.faces] {
		if s < 0 { // by rounding
			w.at[k] = 0
		}
	}
}
