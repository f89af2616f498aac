package mcda

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestSpaceCentreAndRange(t *testing.T) {
	for _, tt := range []struct {
		name      string
		s         Space
		exact     bool
		centre    []float64
		lo0, hi0  float64
		dimension int
	}{
		{"nothing known", space(t, 4), true, []float64{.25, .25, .25, .25}, 0, 1, 3},
		{"one criterion", space(t, 1), true, []float64{1}, 1, 1, 0},
		{"full order: rank order centroid", space(t, 3, Order(0, 1, 2)), true, []float64{11.0 / 18, 5.0 / 18, 1.0 / 9}, 1.0 / 3, 1, 2},
		{"the same order in steps", space(t, 3, Order(1, 2), Order(0, 1)), true, []float64{11.0 / 18, 5.0 / 18, 1.0 / 9}, 1.0 / 3, 1, 2},
		// w0 >= w1 cuts the simplex in half: corners (1,0,0), (1/2,1/2,0), (0,0,1).
		{"partial order", space(t, 3, Order(0, 1)), true, []float64{1.0 / 2, 1.0 / 6, 1.0 / 3}, 0, 1, 2},
		// Lower bounds leave a smaller copy of the simplex.
		{"lower bound", space(t, 2, Bound(0, 0.4, 1)), true, []float64{.7, .3}, .4, 1, 1},
		{"exact ratio", space(t, 3, Ratio(0, 1, 2, 2)), true, []float64{1.0 / 3, 1.0 / 6, 1.0 / 2}, 0, 2.0 / 3, 1},
		{"ratio with an open end", space(t, 2, Ratio(0, 1, 3, math.Inf(1))), true, []float64{.875, .125}, .75, 1, 1},
		{"bounds on all", space(t, 3, Bound(0, .2, .5), Bound(1, .2, .5), Bound(2, .2, .5)), true, []float64{1.0 / 3, 1.0 / 3, 1.0 / 3}, .2, .5, 2},
		// smaa-16, gertvv/hitandrun test-degenerate.R: spaces of a single point.
		{"smaa-16 all equal", space(t, 3, Ratio(0, 1, 1, 1), Ratio(1, 2, 1, 1)), true, []float64{1.0 / 3, 1.0 / 3, 1.0 / 3}, 1.0 / 3, 1.0 / 3, 0},
		{"smaa-16 half and half", space(t, 3, Linear(0, -1, 1, 1), Ratio(0, 2, 1, 1)), true, []float64{.5, 0, .5}, .5, .5, 0},
		{"settled", must(FixedSpace(Weights{.5, .2, .3})), true, []float64{.5, .2, .3}, .5, .5, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.exact, tt.s.Exact())
			assert.Equal(t, tt.dimension, tt.s.dimension)
			assert.Equal(t, tt.dimension == 0, tt.s.Settled())
			assert.Equal(t, len(tt.centre), tt.s.Criteria())
			nearAll(t, tt.centre, tt.s.Centre(), 1e-9)
			lo, hi := tt.s.Range(0)
			near(t, tt.lo0, lo, 1e-9)
			near(t, tt.hi0, hi, 1e-9)
			ws, err := tt.s.Sample(100, rand.NewPCG(1, 2))
			require.NoError(t, err)
			for _, w := range ws {
				inside(t, tt.s, w)
				if tt.dimension == 0 {
					nearAll(t, tt.centre, w, 1e-9)
				}
			}
		})
	}
	lo, hi := Space{}.Range(0)
	assert.Zero(t, lo+hi)
	assert.Nil(t, Space{}.Centre())
}

// inside fails unless the weights obey every constraint of the space.
func inside(t require.TestingT, s Space, w Weights) {
	sum := 0.0
	for _, v := range w {
		require.False(t, math.IsNaN(v))
		require.GreaterOrEqual(t, v, 0.0)
		sum += v
	}
	require.InDelta(t, 1, sum, 1e-9)
	for _, h := range s.planes {
		require.LessOrEqual(t, Weights(h.normal).score(w), h.limit+1e-9, "%v", s.planes)
	}
}

func TestNewSpaceProblems(t *testing.T) {
	nan := math.NaN()
	_, err := NewSpace(0)
	problem(t, err, "/criteria", check.ErrRequired)
	_, err = NewSpace(65)
	problem(t, err, "/criteria", check.ErrLimit)
	_, err = NewSpace(2, Constraint{}, Order(0), Order(0, 0), Order(0, 5), Ratio(1, 1, nan, 2), Ratio(0, 1, 3, 2), Ratio(0, 1, 0, 0),
		Bound(7, .5, .4), Bound(0, -1, 2), Linear(nan, 1), Linear(0, 1, math.Inf(1)), Order(0, 1, 0))
	for _, tt := range []struct {
		path string
		kind error
	}{
		{"/constraints/0", check.ErrRequired},
		{"/constraints/1/criteria", check.ErrRequired},
		{"/constraints/2/criteria/1", check.ErrDuplicate},
		{"/constraints/3/criteria/1", check.ErrRange},
		{"/constraints/4/criteria/1", check.ErrDuplicate},
		{"/constraints/4/lo", check.ErrFinite},
		{"/constraints/5/hi", check.ErrOrder},
		{"/constraints/6/hi", check.ErrRange},
		{"/constraints/7/criteria/0", check.ErrRange},
		{"/constraints/7/hi", check.ErrOrder},
		{"/constraints/8/lo", check.ErrRange},
		{"/constraints/8/hi", check.ErrRange},
		{"/constraints/9/coefficients", check.ErrConflict},
		{"/constraints/9/limit", check.ErrFinite},
		{"/constraints/10/coefficients/1", check.ErrFinite},
		{"/constraints/11/criteria", check.ErrLimit},
	} {
		problem(t, err, tt.path, tt.kind)
	}
	many := make([]Constraint, 200)
	for i := range many {
		many[i] = Order(0, 1)
	}
	_, err = NewSpace(2, many...)
	problem(t, err, "/constraints", check.ErrLimit)
	var bounds []Constraint
	for i := range 20 {
		bounds = append(bounds, Bound(i, 0.02, 0.08))
	}
	_, err = NewSpace(20, bounds...)
	problem(t, err, "/constraints", check.ErrLimit)
	_, err = FixedSpace(Weights{.5, .6})
	problem(t, err, "", check.ErrRange)
	_, err = space(t, 2).Sample(0, nil)
	problem(t, err, "/draws", check.ErrRequired)
	problem(t, err, "/source", check.ErrRequired)
	_, err = space(t, 64).Sample(maxDraws, rand.NewPCG(1, 1))
	problem(t, err, "/draws", check.ErrLimit)
	_, err = Space{}.Sample(1, rand.NewPCG(1, 1))
	problem(t, err, "/space", check.ErrRequired)
}

// genConstraints draws statements that all hold for one hidden weight vector,
// so that they never contradict each other.
func genConstraints(t *rapid.T, n int) []Constraint {
	points := make([]float64, n)
	for i := range points {
		points[i] = float64(rapid.IntRange(1, 20).Draw(t, "hidden"))
	}
	w := must(Swing(points...))
	var cs []Constraint
	for range rapid.IntRange(0, 5).Draw(t, "constraints") {
		a := rapid.IntRange(0, n-1).Draw(t, "a")
		b := rapid.IntRange(0, n-1).Draw(t, "b")
		lo := rapid.Float64Range(0.1, 1).Draw(t, "lo")
		hi := rapid.Float64Range(1, 3).Draw(t, "hi")
		switch kind := rapid.IntRange(0, 2).Draw(t, "kind"); {
		case kind == 0 && w[a] > w[b]:
			cs = append(cs, Order(a, b))
		case kind == 1 && a != b:
			cs = append(cs, Ratio(a, b, lo*w[a]/w[b], hi*w[a]/w[b]))
		default:
			cs = append(cs, Bound(a, lo*w[a], min(1, hi*w[a])))
		}
	}
	return cs
}

func TestSamplesObeyTheConstraints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "criteria")
		cs := genConstraints(t, n)
		s, err := newSpace(n, cs, rapid.SampledFrom([]int{maxPieces, 0}).Draw(t, "pieces"))
		require.NoError(t, err)
		ws, err := s.Sample(50, rand.NewPCG(7, 7))
		require.NoError(t, err)
		for _, w := range ws {
			inside(t, s, w)
		}
		again, err := s.Sample(50, rand.NewPCG(7, 7))
		require.NoError(t, err)
		require.Equal(t, ws, again, "the same source gives the same draws")
		inside(t, s, s.Centre())
		for _, c := range s.corners {
			inside(t, s, c)
		}
	})
}

func FuzzNewSpace(f *testing.F) {
	f.Add(3, uint8(1), 0, 1, 1.0, 2.0, uint8(2), 1, 2, 0.5, 3.0)
	f.Add(2, uint8(2), 0, 1, 2.0, 3.0, uint8(2), 1, 0, 1.0, 2.0)
	f.Add(4, uint8(3), 0, 0, 0.2, 0.5, uint8(4), 1, 0, -1.0, math.Inf(1))
	f.Add(-1, uint8(0), 9, -9, math.NaN(), 0.0, uint8(1), 1, 1, 1e300, 0.0)
	f.Fuzz(func(t *testing.T, n int, k1 uint8, a1, b1 int, lo1, hi1 float64, k2 uint8, a2, b2 int, lo2, hi2 float64) {
		if n > 12 {
			n %= 12
		}
		statement := func(k uint8, a, b int, lo, hi float64) Constraint {
			switch k % 5 {
			case 1:
				return Order(a, b)
			case 2:
				return Ratio(a, b, lo, hi)
			case 3:
				return Bound(a, lo, hi)
			case 4:
				cs := make([]float64, max(n, 0))
				if len(cs) > 0 {
					cs[0], cs[len(cs)-1] = lo, 1
				}
				return Linear(hi, cs...)
			}
			return Constraint{}
		}
		s, err := NewSpace(n, statement(k1, a1, b1, lo1, hi1), statement(k2, a2, b2, lo2, hi2))
		if err != nil {
			require.NotEmpty(t, err.Error())
			require.Equal(t, Space{}, s)
			return
		}
		ws, err := s.Sample(20, rand.NewPCG(1, 1))
		require.NoError(t, err)
		for _, w := range ws {
			inside(t, s, w)
		}
		inside(t, s, s.Centre())
	})
}

func BenchmarkNewSpace(b *testing.B) {
	var bounds, ratios []Constraint
	for c := range 8 {
		bounds = append(bounds, Bound(c, 0.5/8, 1.7/8))
		if c > 0 {
			ratios = append(ratios, Ratio(c-1, c, 1, 2))
		}
	}
	order := Order(0, 1, 2, 3, 4, 5, 6, 7)
	for name, cs := range map[string][]Constraint{
		"order": {order}, "order and two ratios": {order, Ratio(0, 1, 1, 2), Ratio(1, 2, 1, 3)}, "seven ratios": ratios, "eight bounds": bounds,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewSpace(8, cs...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
