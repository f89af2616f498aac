package mcda

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func space(t testing.TB, n int, cs ...Constraint) Space {
	t.Helper()
	s, err := NewSpace(n, cs...)
	require.NoError(t, err)
	return s
}

// Exact rational values from the Hermite-Genocchi formula, each also confirmed
// by 400,000 Monte Carlo draws (pwi-exact-1 to 5). The last two rows: a 0 takes
// no part, and a difference near 0 hardly any.
func TestPairwiseExact(t *testing.T) {
	for _, tt := range []struct {
		d    []float64
		want float64
	}{
		{[]float64{1, -1}, 1.0 / 2},
		{[]float64{1, -1, 1}, 3.0 / 4},
		{[]float64{2, -1, 1}, 5.0 / 6},
		{[]float64{3, -1, -1, -1}, 27.0 / 64},
		{[]float64{2.0 / 5, -3.0 / 10, 1.0 / 10, -1.0 / 5, 1.0 / 20}, 2333.0 / 4410},
		{[]float64{1, 0, -1}, 1.0 / 2},
		{[]float64{1, 1e-11, -1}, 1.0 / 2},
		{[]float64{1, 2, 0}, 1},
		{[]float64{-1, 0}, 0},
		{[]float64{1}, 1},
	} {
		zero := make([]float64, len(tt.d))
		p, exact, err := table(t, tt.d, zero).Pairwise(space(t, len(tt.d)))
		require.NoError(t, err)
		require.True(t, exact)
		near(t, tt.want, p[0][1], 1e-10, tt.d)
		near(t, 1-tt.want, p[1][0], 1e-10, tt.d)
		assert.Zero(t, p[0][0])
	}
	p, _, err := table(t, []float64{0.1 + 0.2, 1}, []float64{0.3, 1}).Pairwise(space(t, 2))
	require.NoError(t, err)
	assert.Equal(t, [][]float64{{0, 0}, {0, 0}}, p, "a tie for all weights: nobody wins, rounding does not decide")
}

// The slow obvious reference: the divided difference of x_+^(n-1) in rational
// numbers, for distinct differences.
func dividedDifference(ds []int64) float64 {
	n := len(ds)
	col := make([]*big.Rat, n)
	for i, d := range ds {
		col[i] = new(big.Rat)
		if d > 0 {
			col[i].SetInt(new(big.Int).Exp(big.NewInt(d), big.NewInt(int64(n-1)), nil))
		}
	}
	for order := 1; order < n; order++ {
		for i := range n - order {
			diff := new(big.Rat).Sub(col[i+1], col[i])
			col[i] = diff.Quo(diff, new(big.Rat).SetInt64(ds[i+order]-ds[i]))
		}
	}
	f, _ := col[0].Float64()
	return f
}

func TestPairwiseAgainstDividedDifferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Steps of 1 beside steps of 100,000: near ties included.
		gen := rapid.OneOf(rapid.Int64Range(-30, 30), rapid.Int64Range(-1_000_000, 1_000_000))
		ds := rapid.SliceOfNDistinct(gen, 2, 20, rapid.ID[int64]).Draw(t, "d")
		slices.Sort(ds)
		row, zero := make([]float64, len(ds)), make([]float64, len(ds))
		for i, d := range ds {
			row[i] = float64(d)
		}
		p, exact, err := must(NewTable([][]float64{row, zero})).Pairwise(must(NewSpace(len(ds))))
		require.NoError(t, err)
		require.True(t, exact)
		require.InDelta(t, dividedDifference(ds), p[0][1], 1e-12)
		require.InDelta(t, 1, p[0][1]+p[1][0], 1e-12)
		require.False(t, math.IsNaN(p[0][1]))
	})
}

// Ordered weights against the integral worked out by hand: w0 >= w1 has the
// corners (1,0) and (1/2,1/2). With d = (1,-2) the lead there is 1 and -1/2, so
// the probability is 1/(1+1/2) = 2/3.
func TestPairwiseOrdered(t *testing.T) {
	tab := table(t, []float64{1, 0}, []float64{0, 2})
	p, exact, err := tab.Pairwise(space(t, 2, Order(0, 1)))
	require.NoError(t, err)
	require.True(t, exact)
	near(t, 2.0/3, p[0][1], 1e-12)
	p, exact, err = tab.Pairwise(space(t, 2, Order(1, 0)))
	require.NoError(t, err)
	require.True(t, exact)
	near(t, 0, p[0][1], 0)
	p, exact, err = tab.Pairwise(must(FixedSpace(Weights{2.0 / 3, 1.0 / 3})))
	require.NoError(t, err)
	require.True(t, exact)
	assert.Equal(t, [][]float64{{0, 0}, {0, 0}}, p, "at the critical weight they tie")
	_, _, err = tab.Pairwise(Space{})
	problem(t, err, "/space", check.ErrRequired)
	_, _, err = tab.Pairwise(space(t, 3))
	problem(t, err, "/space", check.ErrConflict)
}

// A ratio with two ends and a bound on three criteria make a trapezium. For
// every w2 the share w0/(w0+w1) is uniform from 1/3 to 2/3, so w0 exceeds 1.5 w1
// (share above 3/5) with probability 1/5. w2 has a density in proportion to
// 1-w2 on [0.1, 0.5]: mean (0.12 - 0.124/3) / 0.28.
func TestPairwiseOfPieces(t *testing.T) {
	cs := []Constraint{Ratio(0, 1, 0.5, 2), Bound(2, 0.1, 0.5)}
	s := space(t, 3, cs...)
	tab := table(t, []float64{1, 0, 0}, []float64{0, 1.5, 0})
	p, exact, err := tab.Pairwise(s)
	require.NoError(t, err)
	require.True(t, exact)
	near(t, 0.2, p[0][1], 1e-12)
	near(t, 0.8, p[1][0], 1e-12)
	w2 := (0.12 - 0.124/3) / 0.28
	nearAll(t, []float64{(1 - w2) / 2, (1 - w2) / 2, w2}, s.Centre(), 1e-12)
	p, exact, err = tab.Pairwise(walked(t, 3, cs...))
	require.NoError(t, err)
	assert.False(t, exact)
	assert.Nil(t, p)
}

// Sampled against exact over 10,000 random cases with one seed: the difference
// stays within 6 sqrt(p(1-p)/n) + 1/n, p the exact probability.
func TestPairwiseSampledAgainstExact(t *testing.T) {
	cases := 10_000
	if testing.Short() {
		cases = 500
	}
	const draws = 1000
	rng := rand.New(rand.NewPCG(2026, 5))
	for i := range cases {
		n := 2 + rng.IntN(7)
		rows := make([][]float64, 3)
		for a := range rows {
			rows[a] = make([]float64, n)
			for c := range rows[a] {
				rows[a][c] = float64(rng.IntN(101)) / 100
			}
		}
		var cs []Constraint
		switch two := rng.Perm(n)[:2]; rng.IntN(4) {
		case 1:
			cs = append(cs, Order(rng.Perm(n)...))
		case 2:
			cs = append(cs, Order(two...))
		case 3: // equal weights always fit
			cs = append(cs, Ratio(two[0], two[1], rng.Float64(), 1+rng.Float64()), Bound(rng.IntN(n), 0.3/float64(n), 1.5/float64(n)))
		}
		tab, s := table(t, rows...), space(t, n, cs...)
		exact, ok, err := tab.Pairwise(s)
		require.NoError(t, err)
		require.True(t, ok)
		r, err := tab.Acceptability(s, draws, rand.NewPCG(2026, uint64(i)))
		require.NoError(t, err)
		for a := range rows {
			for b := range rows {
				p := exact[a][b]
				near(t, p, r.Pairwise[a][b].Value, 6*math.Sqrt(p*(1-p)/draws)+1.0/draws, rows, cs)
			}
		}
	}
}

func BenchmarkPairwise(b *testing.B) {
	tab, s := benchTable(b), space(b, 8)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := tab.Pairwise(s); err != nil {
			b.Fatal(err)
		}
	}
}
