package mcda

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// P(w0 > 1/2) is 1/4 for uniform weights of three criteria; dividing uniform
// numbers by their sum, as ProMCDA does, gives 1/6 (smaa-14). And the mean is
// the centroid.
func TestSampleIsUniform(t *testing.T) {
	const n = 200_000
	ws, err := space(t, 3).Sample(n, rand.NewPCG(3, 4))
	require.NoError(t, err)
	over := 0
	for _, w := range ws {
		if w[0] > 0.5 {
			over++
		}
	}
	near(t, 0.25, float64(over)/n, 6*math.Sqrt(0.25*0.75/n))
}

// walked is a space that is not cut into pieces, as if it had too many.
func walked(t testing.TB, n int, cs ...Constraint) Space {
	t.Helper()
	s, err := newSpace(n, cs, 0)
	require.NoError(t, err)
	require.False(t, s.Exact())
	return s
}

// Pieces and hit-and-run against rejection from the whole simplex, the slow
// obvious way: mean and spread of every weight, the exact mean, and the exact
// probability that one weight exceeds another.
func TestSamplersAgainstRejection(t *testing.T) {
	for name, cs := range map[string][]Constraint{
		"bounds": {Bound(0, .1, .4), Bound(1, .1, .5), Bound(2, 0, .3)},
		"ratios": {Ratio(0, 1, 1, 3), Ratio(1, 2, 0.5, 2)},
		"orders": {Order(0, 2), Order(1, 2), Order(0, 3), Order(1, 3)},
	} {
		s, walk := space(t, 4, cs...), walked(t, 4, cs...)
		require.True(t, s.Exact(), name)
		require.False(t, s.simplex(), name)
		const n = 40_000
		ws, err := s.Sample(n, rand.NewPCG(5, 6))
		require.NoError(t, err)
		walks, err := walk.Sample(n, rand.NewPCG(5, 7))
		require.NoError(t, err)
		all, err := space(t, 4).Sample(20*n, rand.NewPCG(7, 8))
		require.NoError(t, err)
		var kept []Weights
		for _, w := range all {
			ok := true
			for _, h := range s.planes {
				ok = ok && Weights(h.normal).score(w) <= h.limit
			}
			if ok {
				kept = append(kept, w)
			}
		}
		require.Greater(t, len(kept), 8_000, name)
		for c := range 4 {
			m, sd := moments(kept, c)
			near(t, m, s.Centre()[c], 0.05*sd, name, c)
			for _, drawn := range [][]Weights{ws, walks} {
				got, gotSD := moments(drawn, c)
				near(t, m, got, 0.05*sd, name, c)
				near(t, sd, gotSD, 0.05*sd, name, c)
			}
		}
		more := 0.0
		for _, w := range kept {
			if w[3] > 0.9*w[2] {
				more += 1 / float64(len(kept))
			}
		}
		p, exact, err := table(t, []float64{0, 0, 0, 1}, []float64{0, 0, 0.9, 0}).Pairwise(s)
		require.NoError(t, err)
		require.True(t, exact)
		near(t, more, p[0][1], 0.02, name)
	}
}

func moments(ws []Weights, c int) (mean, sd float64) {
	for _, w := range ws {
		mean += w[c] / float64(len(ws))
	}
	for _, w := range ws {
		sd += (w[c] - mean) * (w[c] - mean) / float64(len(ws))
	}
	return mean, math.Sqrt(sd)
}

// Successive draws of the walk hardly remember each other, so that
// sqrt(p(1-p)/n) is near the true standard error. Measured over the spaces
// below: correlation of neighbours at most 0.1.
func TestWalkForgets(t *testing.T) {
	var bounds, ratios []Constraint
	for c := range 8 {
		bounds = append(bounds, Bound(c, 0.05, 0.25))
		if c > 0 {
			ratios = append(ratios, Ratio(c-1, c, 1, 2))
		}
	}
	for name, s := range map[string]Space{
		"eight bounds": walked(t, 8, bounds...),
		"seven ratios": walked(t, 8, ratios...),
		"thin":         walked(t, 3, Ratio(0, 1, 1, 1.01), Bound(2, 0.1, 0.9)),
	} {
		const n = 20_000
		ws, err := s.Sample(n, rand.NewPCG(9, 9))
		require.NoError(t, err)
		for c := range s.criteria {
			mean, sd := moments(ws, c)
			r := 0.0
			for i := 1; i < n; i++ {
				r += (ws[i][c] - mean) * (ws[i-1][c] - mean) / (sd * sd * (n - 1))
			}
			t.Logf("%s weight %d: correlation %.3f", name, c, r)
			assert.Less(t, r, 0.1, "%s weight %d", name, c)
		}
	}
}

func BenchmarkSampleWalk(b *testing.B) {
	var cs []Constraint
	for c := range 8 {
		cs = append(cs, Bound(c, 0.05, 0.25))
	}
	w := newWalk(walked(b, 8, cs...), rand.New(rand.NewPCG(1, 1)))
	b.ReportAllocs()
	for b.Loop() {
		w.next()
	}
}

func BenchmarkSamplePieces(b *testing.B) {
	var cs []Constraint
	for c := range 8 {
		cs = append(cs, Bound(c, 0.05, 0.25))
	}
	w := space(b, 8, cs...).sampler(rand.New(rand.NewPCG(1, 1)))
	b.ReportAllocs()
	for b.Loop() {
		w.next()
	}
}
