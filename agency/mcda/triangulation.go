package mcda

import (
	"encoding/binary"
	"math"
	"slices"
)

// maxPieces bounds time and memory. Eight criteria with bounds on all of them
// make up to about 16,000 pieces, an order with two ratios 42.
const maxPieces = 20_000

// triangulation cuts a polytope into simplices, so that what is known for a
// simplex in closed form is known for the whole.
type triangulation struct {
	size    int       // corners of each piece: dimension + 1
	corners []int32   // of all pieces, one after the other
	upTo    []float64 // share of the volume in this piece and those before it
}

func (t triangulation) pieces() int { return len(t.upTo) }

func (t triangulation) piece(i int) []int32 { return t.corners[i*t.size : (i+1)*t.size] }

// share is the part of the volume in piece i.
func (t triangulation) share(i int) float64 {
	if i == 0 {
		return t.upTo[0]
	}
	return t.upTo[i] - t.upTo[i-1]
}

// triangulate pulls the first corner of every face (De Loera, Rambau and Santos
// 2010, Triangulations, section 4.3.2): the pieces of a face are its first
// corner joined to the pieces of the facets that do not hold it. Faces know
// their corners by the planes these lie on. With more than most pieces it
// gives up and returns the zero triangulation.
func (p polytope) triangulate(dimension, most int) triangulation {
	whole := make([]int32, len(p.corners))
	for i := range whole {
		whole[i] = int32(i)
	}
	pull := puller{polytope: p, most: most, known: make(map[string][]int32)}
	corners, ok := pull.pieces(whole, faceKey(whole), dimension)
	if !ok || len(corners) > most*(dimension+1) {
		return triangulation{}
	}
	t := triangulation{size: dimension + 1, corners: corners, upTo: make([]float64, len(corners)/(dimension+1))}
	sum := 0.0
	for i := range t.upTo {
		sum += pull.volume(t.piece(i))
		t.upTo[i] = sum
	}
	for i := range t.upTo {
		t.upTo[i] /= sum
	}
	return t
}

type puller struct {
	polytope
	directions
	most  int
	known map[string][]int32 // pieces of the faces seen, by their corners
}

// pieces returns the corners of the pieces of a face, one piece after the other.
func (p *puller) pieces(face []int32, key string, dimension int) ([]int32, bool) {
	if len(face) == dimension+1 {
		return face, true
	}
	if pieces, ok := p.known[key]; ok {
		return pieces, true
	}
	var out []int32
	var seen []string // two planes can meet the face in the same facet
	for plane := range p.planes {
		if p.corners[face[0]].tight.has(plane) {
			continue
		}
		facet := make([]int32, 0, len(face))
		for _, i := range face {
			if p.corners[i].tight.has(plane) {
				facet = append(facet, i)
			}
		}
		if len(facet) < dimension {
			continue
		}
		facetKey := faceKey(facet)
		if slices.Contains(seen, facetKey) || len(p.spread(p.polytope, facet, dimension-1)) < dimension-1 {
			continue
		}
		seen = append(seen, facetKey)
		below, ok := p.pieces(facet, facetKey, dimension-1)
		if !ok {
			return nil, false
		}
		for i := 0; i < len(below); i += dimension {
			out = append(out, face[0])
			out = append(out, below[i:i+dimension]...)
		}
		if len(out) > p.most*(dimension+1) {
			return nil, false
		}
	}
	p.known[key] = out
	return out, true
}

func faceKey(face []int32) string {
	b := make([]byte, 0, 2*len(face))
	for _, i := range face {
		b = binary.LittleEndian.AppendUint16(b, uint16(i)) // below maxCorners
	}
	return string(b)
}

// volume is the volume of a simplex times the factorial of its dimension.
func (p *puller) volume(corners []int32) float64 {
	lengths := p.spread(p.polytope, corners, len(corners)-1)
	if len(lengths) < len(corners)-1 {
		return 0
	}
	v := 1.0
	for _, l := range lengths {
		v *= l
	}
	return v
}

// directions finds in how many directions corners spread, and how far. It
// keeps its memory from one call to the next.
type directions struct {
	basis   [][]float64
	lengths []float64
}

// apart is the distance below which corners do not count as different
// directions: far above the rounding of weights, far below any statement.
const apart = 1e-9

// spread returns the lengths of what the directions from the first corner to the
// others add to each other (Gram and Schmidt). It stops at most lengths;
// directions that add nothing are left out.
func (s *directions) spread(p polytope, corners []int32, most int) []float64 {
	s.lengths = s.lengths[:0]
	first := p.corners[corners[0]].w
	for _, i := range corners[1:] {
		n := len(s.lengths)
		if n == most {
			break
		}
		if n == len(s.basis) {
			s.basis = append(s.basis, make([]float64, len(first)))
		}
		d := s.basis[n]
		for k, v := range p.corners[i].w {
			d[k] = v - first[k]
		}
		for range 2 { // the second pass removes what rounding left
			for _, b := range s.basis[:n] {
				f := Weights(d).score(b)
				for k, v := range b {
					d[k] -= float64(f * v)
				}
			}
		}
		length := math.Sqrt(Weights(d).score(d))
		if length < apart {
			continue
		}
		for k := range d {
			d[k] /= length
		}
		s.lengths = append(s.lengths, length)
	}
	return s.lengths
}
