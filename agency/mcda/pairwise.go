package mcda

import (
	"github.com/hochkant/hochkant/strategy/check"
)

// Pairwise returns p[a][b], the probability that alternative a scores strictly
// more than b when the weights are uniform on the space, in closed form. It
// works where [Space.Exact] holds; elsewhere exact is false and p is nil, and
// [Table.Acceptability] samples it. p[a][b] + p[b][a] is 1, or 0 for
// alternatives that tie for all weights; the diagonal is 0.
func (t Table) Pairwise(s Space) (p [][]float64, exact bool, err error) {
	var l check.List
	if count(&l, "/alternatives", len(t.rows), maxAlternatives, "alternatives") {
		s.check(&l, "/space", t.Criteria())
	}
	if err := l.Err(); err != nil {
		return nil, false, err
	}
	if !s.Exact() {
		return nil, false, nil
	}
	p = make([][]float64, len(t.rows))
	for a := range p {
		p[a] = make([]float64, len(t.rows))
	}
	for a := range t.rows {
		for b := range a {
			p[a][b], p[b][a] = s.positive(t.atCorners(s, a, b))
		}
	}
	return p, true, nil
}

// atCorners returns the lead of a over b at the corners of the space. A lead
// that cannot be told from rounding is 0.
func (t Table) atCorners(s Space, a, b int) []float64 {
	d := t.difference(a, b)
	out := make([]float64, len(s.corners))
	for i, c := range s.corners {
		out[i] = snap(Weights(c).score(d), t.tie())
	}
	return out
}

// positive returns the probabilities that a linear function of the weights is
// above and below 0, given its values at the corners.
func (s Space) positive(atCorners []float64) (above, below float64) {
	if s.simplex() {
		return positive(atCorners)
	}
	d := make([]float64, s.parts.size)
	for i := range s.parts.pieces() {
		for j, c := range s.parts.piece(i) {
			d[j] = atCorners[c]
		}
		a, b := positive(d)
		above += float64(s.parts.share(i) * a)
		below += float64(s.parts.share(i) * b)
	}
	return min(above, 1), min(below, 1)
}

// positive returns the probabilities that sum(w*d) is above and below 0 for w
// uniform on the simplex; both are 0 when every d is.
//
// Uniform weights are exponential numbers E over their sum, so the question is
// whether the gains x E of the positive d outrun the losses y E of the
// negative ones. Take one of each: the difference of two exponentials is again
// exponential on the side of the larger, and that is the gain with probability
// x/(x+y). With F(h,k) the probability that h gains do not exceed k losses:
//
//	F(h,k) = x_h/(x_h+y_k) F(h,k-1) + y_k/(x_h+y_k) F(h-1,k),  F(0,k) = 1, F(h,0) = 0
//
// This is the recursion of Varsi 1973 (Pacific J. Math. 46) and Ali 1973
// (Pacific J. Math. 48). Every step is a mean of two probabilities, so nothing
// cancels; the divided differences of x_+^(n-1) that say the same err near ties.
func positive(d []float64) (above, below float64) {
	scale := largest(d)
	if scale == 0 {
		return 0, 0
	}
	var buf [maxCriteria]float64
	losses := buf[:0]
	for _, v := range d {
		if v < 0 {
			losses = append(losses, -v/scale)
		}
	}
	// f[k] is F(h, k+1).
	var fbuf [maxCriteria]float64
	f := fbuf[:len(losses)]
	for k := range f {
		f[k] = 1
	}
	gains := false
	for _, v := range d {
		if v <= 0 {
			continue
		}
		gains = true
		x, before := v/scale, 0.0
		for k, y := range losses {
			before = (float64(x*before) + float64(y*f[k])) / (x + y)
			f[k] = before
		}
	}
	switch {
	case len(losses) == 0:
		return 1, 0
	case !gains:
		return 0, 1
	}
	below = min(f[len(f)-1], 1)
	return 1 - below, below
}
