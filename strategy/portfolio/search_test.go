package portfolio

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// slowBest looks at every set: the obvious reference.
func slowBest(p problem) found {
	total := 0.0
	for _, n := range p.people {
		total += n
	}
	var f found
	for set := range uint64(1) << len(p.items) {
		value, hours := p.of(set)
		if hours <= p.hours+hourTolerance && p.allowed(set) && f.better(value, hours, set, 1e-9*max(total, 1)) {
			f = found{set: set, value: value, hours: hours, any: true}
		}
	}
	f.proven = true
	return f
}

func drawProblem(t *rapid.T, most int) problem {
	bands := rapid.IntRange(1, 3).Draw(t, "bands")
	p := problem{shape: rapid.Float64Range(0.3, 3).Draw(t, "shape"), hours: float64(rapid.IntRange(0, 30).Draw(t, "hours"))}
	for range bands {
		p.people = append(p.people, float64(rapid.IntRange(1, 10_000).Draw(t, "people")))
	}
	n := rapid.IntRange(0, most).Draw(t, "items")
	for range n {
		it := item{hours: float64(rapid.IntRange(0, 12).Draw(t, "h")), instead: -1, must: rapid.IntRange(0, 5).Draw(t, "must") == 0}
		if n > 1 && rapid.Bool().Draw(t, "replaced") {
			it.instead = rapid.IntRange(0, n-1).Draw(t, "instead")
		}
		for range bands {
			r := float64(rapid.IntRange(0, 9).Draw(t, "reach")) / 10
			it.activity = append(it.activity, math.Expm1(-math.Log1p(-r)/p.shape))
		}
		p.items = append(p.items, it)
	}
	return p
}

func TestSearchFindsWhatTryingAllSetsFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t, 9)
		want, got := slowBest(p), p.best()
		require.Equal(t, want.any, got.any, "%+v", p)
		if want.any {
			assert.Equal(t, want.set, got.set, "%+v", p)
			assert.InDelta(t, want.value, got.value, 1e-6)
		}
		assert.True(t, got.proven)
	})
}

// TestTheBoundIsNeverTooLow: pruning by a bound that is too low loses the best set.
func TestTheBoundIsNeverTooLow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t, 8)
		s := search{problem: p, order: make([]int, len(p.items)), sums: [][]float64{make([]float64, len(p.people))}, gains: make([][]gain, 1), trial: make([]float64, len(p.people))}
		for i := range s.order {
			s.order[i] = i
			p.items[i].must = false
		}
		assert.GreaterOrEqual(t, s.bound(0, 0, 0), slowBest(p).value-1e-6)
	})
}

// stateProblem is as large as the largest question: candidates that reach and cost much alike.
func stateProblem(n int, seed uint64) problem {
	rng := rand.New(rand.NewPCG(seed, 1))
	p := problem{shape: 1.12, hours: 4 * float64(n) / 3}
	for range 8 {
		p.people = append(p.people, 20_000+80_000*rng.Float64())
	}
	for range n {
		it := item{hours: 1 + math.Round(10*rng.Float64()), instead: -1}
		for range p.people {
			it.activity = append(it.activity, math.Expm1(-math.Log1p(-0.3*rng.Float64())/p.shape))
		}
		p.items = append(p.items, it)
	}
	return p
}

func TestSearchSettlesAStateWithTwentyFiveChannels(t *testing.T) {
	for seed := range uint64(3) {
		f := stateProblem(25, seed).best()
		assert.True(t, f.proven, "seed %d", seed)
	}
}

func BenchmarkSearch14(b *testing.B) {
	p := stateProblem(14, 1)
	b.ReportAllocs()
	for b.Loop() {
		p.best()
	}
}

func BenchmarkSearch25(b *testing.B) {
	p := stateProblem(25, 1)
	b.ReportAllocs()
	for b.Loop() {
		p.best()
	}
}
