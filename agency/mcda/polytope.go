package mcda

import (
	"math"
	"math/bits"
)

// polytope is a bounded set of weights by its corners, found by the double
// description method (Motzkin, Raiffa, Thompson, Thrall 1953; Fukuda and Prodon
// 1996): start from the corners of the simplex and cut one half-space after
// the other. It copes with degenerate sets (a line, a point) without special
// cases, which linear programs and interior points do not.
type polytope struct {
	corners []corner
	planes  int // numbered 0..planes-1: the first n are "weight i is 0"
}

type corner struct {
	w     []float64
	tight planeSet // planes the corner lies on
}

// planeSet is a set of up to 256 planes.
type planeSet [4]uint64

const maxPlanes = 256

func (s *planeSet) add(i int) { s[i/64] |= 1 << (i % 64) }

func (s planeSet) and(t planeSet) planeSet {
	for i := range s {
		s[i] &= t[i]
	}
	return s
}

func (s planeSet) within(t planeSet) bool {
	for i := range s {
		if s[i]&^t[i] != 0 {
			return false
		}
	}
	return true
}

func (s planeSet) has(i int) bool { return s[i/64]>>(i%64)&1 == 1 }

func (s planeSet) size() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// maxCorners bounds time and memory: cutting looks at pairs of corners. Eight
// criteria with bounds on all of them have at most 280, ten 1260.
const maxCorners = 2048

// flat is the distance up to which a corner lies on a plane; coefficients and
// weights are at most 1, so rounding stays far below.
const flat = 1e-11

// simplexCorners returns all weights of n criteria.
func simplexCorners(n int) polytope {
	p := polytope{planes: n}
	for i := range n {
		c := corner{w: make([]float64, n)}
		c.w[i] = 1
		for j := range n {
			if j != i {
				c.tight.add(j)
			}
		}
		p.corners = append(p.corners, c)
	}
	return p
}

// cut returns the part of p in the half-space; no corners means that nothing is
// left. p itself stays as it is. The caller keeps planes below maxPlanes.
func (p polytope) cut(h halfspace) polytope {
	plane := p.planes
	next := polytope{planes: plane + 1}
	slack := make([]float64, len(p.corners))
	for i, c := range p.corners {
		s := h.limit
		for j, v := range h.normal {
			s -= float64(v * c.w[j])
		}
		slack[i] = snap(s, flat)
		if slack[i] >= 0 {
			if slack[i] == 0 {
				c.tight.add(plane)
			}
			next.corners = append(next.corners, c)
		}
	}
	for i, in := range p.corners {
		if slack[i] <= 0 {
			continue
		}
		for j, out := range p.corners {
			if slack[j] >= 0 || !p.adjacent(i, j) {
				continue
			}
			next.corners = append(next.corners, between(in, out, slack[i]/(slack[i]-slack[j]), plane))
			if len(next.corners) > maxCorners {
				return next
			}
		}
	}
	return next
}

// adjacent reports whether an edge joins two corners: no third corner lies on
// all planes that the two share.
func (p polytope) adjacent(i, j int) bool {
	shared := p.corners[i].tight.and(p.corners[j].tight)
	if shared.size() < len(p.corners[i].w)-2 { // an edge lies on n-2 planes at least
		return false
	}
	for k, c := range p.corners {
		if k != i && k != j && shared.within(c.tight) {
			return false
		}
	}
	return true
}

// edges returns the pairs of adjacent corners.
func (p polytope) edges() [][2]int {
	var es [][2]int
	for j := range p.corners {
		for i := range j {
			if p.adjacent(i, j) {
				es = append(es, [2]int{i, j})
			}
		}
	}
	return es
}

// between returns the corner where the edge from in to out meets the plane.
func between(in, out corner, share float64, plane int) corner {
	c := corner{w: make([]float64, len(in.w)), tight: in.tight.and(out.tight)}
	c.tight.add(plane)
	for k := range c.w {
		if c.tight.has(k) { // weight k is exactly 0 along the edge
			continue
		}
		c.w[k] = in.w[k] + float64(share*(out.w[k]-in.w[k]))
	}
	return c
}

// dimension is the number of directions in which the corners spread: 0 for a point.
func (p polytope) dimension() int {
	all := make([]int32, len(p.corners))
	for i := range all {
		all[i] = int32(i)
	}
	var d directions
	return len(d.spread(p, all, len(p.corners[0].w)-1))
}

// most returns the largest value of sum(normal * w) over the corners.
func (p polytope) most(normal ...term) float64 {
	best := math.Inf(-1)
	for _, c := range p.corners {
		s := 0.0
		for _, t := range normal {
			s += float64(t.factor * c.w[t.criterion])
		}
		best = max(best, s)
	}
	return best
}

type term struct {
	criterion int
	factor    float64
}

func (p polytope) points() [][]float64 {
	ws := make([][]float64, len(p.corners))
	for i, c := range p.corners {
		ws[i] = c.w
	}
	return ws
}
