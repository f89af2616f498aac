package mcda

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// bruteCorners is the slow obvious reference: solve every choice of n-1 planes
// together with "the sum is 1", and keep the solutions inside.
func bruteCorners(n int, planes []halfspace) [][]float64 {
	all := slices.Clone(planes)
	for k := range n {
		h := halfspace{normal: make([]float64, n)}
		h.normal[k] = -1
		all = append(all, h)
	}
	var out [][]float64
	var choose func(from int, chosen []halfspace)
	choose = func(from int, chosen []halfspace) {
		if len(chosen) == n-1 {
			w, ok := solve(n, chosen)
			if !ok {
				return
			}
			for _, h := range all {
				if Weights(h.normal).score(w) > h.limit+1e-9 {
					return
				}
			}
			for _, o := range out {
				if distance(o, w) < 1e-7 {
					return
				}
			}
			out = append(out, w)
			return
		}
		for i := from; i < len(all); i++ {
			choose(i+1, append(slices.Clone(chosen), all[i]))
		}
	}
	choose(0, nil)
	return out
}

// solve finds the point on all planes with sum 1 by elimination.
func solve(n int, planes []halfspace) ([]float64, bool) {
	m := make([][]float64, 0, n)
	for _, h := range planes {
		m = append(m, append(slices.Clone(h.normal), h.limit))
	}
	ones := make([]float64, n+1)
	for i := range ones {
		ones[i] = 1
	}
	m = append(m, ones)
	for c := range n {
		p := c
		for r := c; r < n; r++ {
			if math.Abs(m[r][c]) > math.Abs(m[p][c]) {
				p = r
			}
		}
		if math.Abs(m[p][c]) < 1e-9 {
			return nil, false
		}
		m[c], m[p] = m[p], m[c]
		for r := range n {
			if r != c {
				f := m[r][c] / m[c][c]
				for k := range m[r] {
					m[r][k] -= f * m[c][k]
				}
			}
		}
	}
	w := make([]float64, n)
	for c := range n {
		w[c] = m[c][n] / m[c][c]
	}
	return w, true
}

func distance(a, b []float64) float64 {
	d := 0.0
	for i := range a {
		d = max(d, math.Abs(a[i]-b[i]))
	}
	return d
}

func TestCornersAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "criteria")
		s, err := NewSpace(n, genConstraints(t, n)...)
		require.NoError(t, err)
		want := bruteCorners(n, s.planes)
		require.Len(t, s.corners, len(want), "%v", s.planes)
		for _, c := range s.corners {
			require.True(t, slices.ContainsFunc(want, func(w []float64) bool { return distance(c, w) < 1e-7 }), "%v", c)
		}
	})
}

// Statements that say the same twice, also round a circle and with ratios that
// no float64 holds exactly, do not contradict each other.
func TestRepeatedStatementsFit(t *testing.T) {
	for name, cs := range map[string][]Constraint{
		"circle of ratios": {Ratio(0, 1, 3, 3), Ratio(1, 2, 7, 7), Ratio(0, 2, 21, 21), Ratio(2, 0, 1.0/21, 1.0/21), Ratio(1, 0, 1.0/3, 1.0/3)},
		"thirds":           {Ratio(0, 1, 1, 1), Ratio(1, 2, 1, 1), Bound(0, 1.0/3, 1), Bound(1, 0, 1.0/3), Bound(2, 1.0/3, 1.0/3)},
		"orders":           {Order(0, 1, 2), Order(0, 2), Order(1, 2), Order(0, 1)},
	} {
		s := space(t, 3, cs...)
		assert.True(t, s.Exact(), name)
		assert.Equal(t, name != "orders", s.Settled(), name)
	}
}

func TestDimension(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		require.Equal(t, n-1, simplexCorners(n).dimension())
	})
}
