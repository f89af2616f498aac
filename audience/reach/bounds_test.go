package reach

import (
	"math"
	"math/bits"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Derived in oracles bounds-02 and bounds-03 from the exact linear program of three
// events; the last three by hand from the parts a, b, c, ab, ac, bc, abc.
func TestUnionBoundsOfThree(t *testing.T) {
	for _, c := range []struct {
		name    string
		reaches []float64
		pairs   []Pair
		lo, hi  float64
	}{
		{"all pairs", []float64{0.30, 0.40, 0.20}, []Pair{{0, 1, 0.12}, {0, 2, 0.06}, {1, 2, 0.08}}, 0.64, 0.70},
		{"halves", []float64{0.5, 0.5, 0.5}, []Pair{{0, 1, 0.25}, {0, 2, 0.25}, {1, 2, 0.25}}, 0.75, 1},
		{"one pair", []float64{0.30, 0.40, 0.20}, []Pair{{0, 1, 0.12}}, 0.58, 0.78},
		{"two pairs", []float64{0.30, 0.40, 0.20}, []Pair{{1, 0, 0.12}, {2, 1, 0.08}}, 0.58, 0.70},
		{"no pair", []float64{0.30, 0.40, 0.20}, nil, 0.40, 0.90},
		{"two platforms", []float64{0.30, 0.40}, []Pair{{0, 1, 0.12}}, 0.58, 0.58},
		{"one platform", []float64{0.30}, nil, 0.30, 0.30},
		{"none", nil, nil, 0, 0},
	} {
		got, err := UnionBounds(c.reaches, c.pairs...)
		require.NoError(t, err, c.name)
		near(t, c.lo, got.Lo, 1e-12, c.name)
		near(t, c.hi, got.Hi, 1e-12, c.name)
		assert.True(t, got.Sharp, c.name)
	}
}

// eachTown calls f with every way to spread so many people over the parts into
// which platforms divide a town: parts[set] people are on exactly that set.
func eachTown(people, platforms int, f func(parts []int)) {
	parts := make([]int, 1<<platforms)
	var place func(set, left int)
	place = func(set, left int) {
		if set == len(parts)-1 {
			parts[set] = left
			f(parts)
			return
		}
		for n := range left + 1 {
			parts[set] = n
			place(set+1, left-n)
		}
	}
	place(0, people)
}

// count adds the parts that lie on all the given platforms.
func count(parts []int, platforms int) int {
	n := 0
	for set, k := range parts {
		if set&platforms == platforms {
			n += k
		}
	}
	return n
}

// For every town of five people on three platforms and every choice of known pairs
// the bounds are exactly the extremes over all towns with the same figures.
func TestUnionBoundsOfThreeAreSharp(t *testing.T) {
	const people = 5
	masks := [3]int{0b011, 0b101, 0b110}
	all := [3]Pair{{0, 1, 0}, {0, 2, 0}, {1, 2, 0}}
	for known := range 8 {
		type figures struct{ reaches, pairs [3]int }
		least, most := map[figures]int{}, map[figures]int{}
		eachTown(people, 3, func(parts []int) {
			var f figures
			for i := range 3 {
				f.reaches[i] = count(parts, 1<<i)
				if known>>i&1 == 1 {
					f.pairs[i] = count(parts, masks[i])
				}
			}
			union := people - parts[0]
			if old, ok := least[f]; !ok || union < old {
				least[f] = union
			}
			most[f] = max(most[f], union)
		})
		for f, lo := range least {
			reaches := make([]float64, 3)
			var pairs []Pair
			for i := range 3 {
				reaches[i] = float64(f.reaches[i]) / people
				if known>>i&1 == 1 {
					pairs = append(pairs, Pair{all[i].A, all[i].B, float64(f.pairs[i]) / people})
				}
			}
			got, err := UnionBounds(reaches, pairs...)
			require.NoError(t, err, "%v %v", reaches, pairs)
			near(t, float64(lo)/people, got.Lo, 1e-9, reaches, pairs)
			near(t, float64(most[f])/people, got.Hi, 1e-9, reaches, pairs)
			assert.True(t, got.Sharp)
		}
	}
}

// figuresOf measures a town: the reach of each platform and what pairs have in common.
func figuresOf(parts []int, platforms int) (reaches []float64, pairs []Pair, union float64) {
	people := float64(count(parts, 0))
	for a := range platforms {
		reaches = append(reaches, float64(count(parts, 1<<a))/people)
		for b := range a {
			pairs = append(pairs, Pair{a, b, float64(count(parts, 1<<a|1<<b)) / people})
		}
	}
	return reaches, pairs, 1 - float64(parts[0])/people
}

// The figures of a town that exists never contradict each other, and its true union
// lies inside the bounds, whichever pairs are known.
func TestUnionBoundsHoldTheTruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		platforms := rapid.IntRange(1, 7).Draw(t, "platforms")
		parts := make([]int, 1<<platforms)
		for range rapid.IntRange(1, 12).Draw(t, "groups") {
			set := rapid.IntRange(0, len(parts)-1).Draw(t, "on")
			parts[set] += rapid.IntRange(1, 1000).Draw(t, "people")
		}
		reaches, pairs, union := figuresOf(parts, platforms)
		var known []Pair
		for _, p := range pairs {
			if rapid.Bool().Draw(t, "known") {
				known = append(known, p)
			}
		}
		assert.Empty(t, Contradictions(reaches, pairs))
		before := Bounds{0, 1, true}
		for _, pairs := range [][]Pair{nil, known, pairs} {
			got, err := UnionBounds(reaches, pairs...)
			require.NoError(t, err)
			assert.True(t, got.Lo-1e-9 <= union && union <= got.Hi+1e-9, "%v in %v", union, got)
			assert.True(t, got.Lo >= before.Lo-1e-9 && got.Hi <= before.Hi+1e-9, "knowing more never widens: %v, then %v", before, got)
			assert.Equal(t, len(pairs) == 0 || platforms <= 3, got.Sharp)
			before = got
		}
		// An empty platform changes nothing, nor does a turned order; one that reaches everybody settles all.
		full, err := UnionBounds(reaches, pairs...)
		require.NoError(t, err)
		wider, err := UnionBounds(append(slices.Clone(reaches), 0), pairs...)
		require.NoError(t, err)
		near(t, full.Lo, wider.Lo, 1e-12)
		near(t, full.Hi, wider.Hi, 1e-12)
		everybody, err := UnionBounds(append(slices.Clone(reaches), 1), pairs...)
		require.NoError(t, err)
		near(t, 1, everybody.Lo, 1e-12)
		var turned []Pair
		for _, p := range pairs {
			turned = append(turned, Pair{platforms - 1 - p.A, platforms - 1 - p.B, p.Both})
		}
		slices.Reverse(reaches)
		back, err := UnionBounds(reaches, turned...)
		require.NoError(t, err)
		near(t, full.Lo, back.Lo, 1e-12)
		near(t, full.Hi, back.Hi, 1e-12)
	})
}

// Four platforms with all pairs, by hand: each reaches one half, each pair one
// quarter. Dawson-Sankoff: S1 = 2, S2 = 1.5, k = 2, 2/3*2 - 1/3*1.5 = 5/6.
// Hunter-Worsley: 2 - 3/4 = 1.25, so 1.
func TestDawsonSankoffAndHunterWorsley(t *testing.T) {
	var pairs []Pair
	for a := range 4 {
		for b := range a {
			pairs = append(pairs, Pair{a, b, 0.25})
		}
	}
	got, err := UnionBounds([]float64{0.5, 0.5, 0.5, 0.5}, pairs...)
	require.NoError(t, err)
	near(t, 5.0/6, got.Lo, 1e-12)
	near(t, 1, got.Hi, 0)
	assert.False(t, got.Sharp)

	// A chain of pairs, 0.2 each of four times 0.3: the sum less the chain.
	got, err = UnionBounds([]float64{0.3, 0.3, 0.3, 0.3}, Pair{0, 1, 0.2}, Pair{1, 2, 0.2}, Pair{3, 2, 0.2})
	require.NoError(t, err)
	near(t, 0.6, got.Hi, 1e-12)
	near(t, 0.4, got.Lo, 1e-12)
}

// slowForest tries every set of pairs without a cycle.
func slowForest(o overlaps) float64 {
	type edge struct {
		a, b int
		w    float64
	}
	var edges []edge
	for a := range o.n {
		for b := range a {
			if o.known(a, b) {
				edges = append(edges, edge{a, b, o.at(a, b)})
			}
		}
	}
	best := 0.0
	for set := range 1 << len(edges) {
		group := make([]int, o.n)
		for i := range group {
			group[i] = i
		}
		total, tree := 0.0, true
		for i, e := range edges {
			if set>>i&1 == 0 {
				continue
			}
			from, to := group[e.a], group[e.b]
			tree = tree && from != to
			for j := range group {
				if group[j] == from {
					group[j] = to
				}
			}
			total += e.w
		}
		if tree {
			best = max(best, total)
		}
	}
	return best
}

func TestHeaviestForestAgainstAllForests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := newOverlaps(rapid.IntRange(1, 5).Draw(t, "n"))
		for a := range o.n {
			for b := range a {
				if rapid.Bool().Draw(t, "known") {
					o.set(a, b, rapid.Float64Range(0, 1).Draw(t, "both"))
				}
			}
		}
		near(t, slowForest(o), o.heaviestForest(), 1e-12)
	})
}

// Pairs that contradict each other: 0 shares nearly all of itself with 1 and with 2,
// so 1 and 2 cannot be strangers. The triple is named, the town's other pairs are not.
func TestContradictionsAreNamedByTriple(t *testing.T) {
	reaches := []float64{0.4, 0.4, 0.4, 0.1}
	pairs := []Pair{{0, 1, 0.35}, {0, 2, 0.35}, {1, 2, 0.05}, {0, 3, 0.05}}
	found := Contradictions(reaches, pairs)
	require.Len(t, found, 1)
	near(t, 0.3, found[0].Least, 1e-12) // 0.35 + 0.35 - 0.4
	near(t, 0.05, found[0].Most, 1e-12)
	assert.Equal(t, [3]int{0, 1, 2}, [3]int{found[0].A, found[0].B, found[0].C})

	_, err := UnionBounds(reaches, pairs...)
	require.ErrorIs(t, err, check.ErrConflict)
	assert.EqualError(t, err, `/pairs: "0, 1 and 2" contradicts another: want pairs that agree: these need at least 0.3 on all three and allow at most 0.05`)
}

// An impossible triple is found exactly when no town has these figures.
func TestContradictionsAgainstAllTowns(t *testing.T) {
	const people = 4
	type figures struct{ reaches, pairs [3]int }
	exists := map[figures]bool{}
	masks := [3]int{0b011, 0b101, 0b110}
	eachTown(people, 3, func(parts []int) {
		var f figures
		for i := range 3 {
			f.reaches[i], f.pairs[i] = count(parts, 1<<i), count(parts, masks[i])
		}
		exists[f] = true
	})
	for code := range 5 * 5 * 5 * 5 * 5 * 5 {
		var f figures
		for i := range 3 {
			f.reaches[i], code = code%5, code/5
			f.pairs[i], code = code%5, code/5
		}
		share := func(n int) float64 { return float64(n) / people }
		_, err := UnionBounds([]float64{share(f.reaches[0]), share(f.reaches[1]), share(f.reaches[2])},
			Pair{0, 1, share(f.pairs[0])}, Pair{0, 2, share(f.pairs[1])}, Pair{1, 2, share(f.pairs[2])})
		assert.Equal(t, exists[f], err == nil, "%v", f)
	}
}

func TestUnionBoundsRefusesNonsense(t *testing.T) {
	reaches := []float64{0.4, 0.8, 0.1}
	_, err := UnionBounds(reaches, Pair{0, 0, 0.1}, Pair{0, 3, 0.1}, Pair{-1, 2, 0.1},
		Pair{0, 1, 0.5}, Pair{1, 0, 0.1}, Pair{0, 2, math.NaN()}, Pair{1, 2, 0.1}, Pair{2, 1, 0.1})
	require.Error(t, err)
	for i, kind := range []error{check.ErrUnknown, check.ErrUnknown, check.ErrUnknown, check.ErrRange, check.ErrRange, check.ErrRange, nil, check.ErrDuplicate} {
		if kind == nil {
			assert.NotContains(t, err.Error(), check.Pointer("pairs", i)+":")
			continue
		}
		require.ErrorIs(t, err, kind)
		assert.ErrorContains(t, err, check.Pointer("pairs", i)+":")
	}
	assert.ErrorContains(t, err, "from 0.2 to 0.4, as the two reaches allow")

	_, err = UnionBounds([]float64{0.1, math.Inf(1), -0.5, math.NaN()}, Pair{0, 3, 0.1})
	require.ErrorIs(t, err, check.ErrFinite)
	require.ErrorIs(t, err, check.ErrRange)
	assert.NotContains(t, err.Error(), "/pairs", "a pair of what is no share is not judged")
	_, err = UnionBounds(make([]float64, maxPlatforms+1))
	require.ErrorIs(t, err, check.ErrLimit)
	assert.Empty(t, Contradictions(reaches, []Pair{{0, 1, 2}, {0, 2, 0.1}, {1, 2, 0.1}}))
}

// Four platforms may contradict each other although every three of them agree:
// whatever the answer, it is a problem or ordered bounds.
func TestUnionBoundsNeverCross(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reaches := rapid.SliceOfN(rapid.Float64Range(0, 1), 4, 6).Draw(t, "reaches")
		var pairs []Pair
		for a := range reaches {
			for b := range a {
				least, most := max(0, reaches[a]+reaches[b]-1), min(reaches[a], reaches[b])
				pairs = append(pairs, Pair{a, b, least + (most-least)*rapid.Float64Range(0, 1).Draw(t, "both")})
			}
		}
		got, err := UnionBounds(reaches, pairs...)
		if err != nil {
			require.ErrorIs(t, err, check.ErrConflict)
			return
		}
		assert.True(t, got.Lo <= got.Hi && got.Lo >= 0 && got.Hi <= 1, "%v", got)
	})
}

func BenchmarkUnionBoundsEightAllPairs(b *testing.B) {
	parts := make([]int, 1<<8)
	for i := range parts {
		parts[i] = 10 + int(bits.Reverse8(uint8(i))%7)
	}
	reaches, pairs, _ := figuresOf(parts, 8)
	b.ReportAllocs()
	for b.Loop() {
		bounds, err := UnionBounds(reaches, pairs...)
		if err != nil {
			b.Fatal(err)
		}
		sink = bounds.Lo
	}
}
