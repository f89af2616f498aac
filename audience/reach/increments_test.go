package reach

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Oracles incr-01 to incr-03: the inputs of mediaPlanR README.md:205-236 (commit
// e49aa57) under independence; unique and stacked as cross-media-measurement's
// result_group.proto:120-144 (commit 6ed2ed5) defines them.
func TestIncrementsUnderIndependence(t *testing.T) {
	got, err := Poisson().Increments([]float64{0.3, 0.4, 0.2})
	require.NoError(t, err)
	for i, want := range []Increment{
		{Unique: 0.144, Stacked: 0.3, Shapley: 0.218},
		{Unique: 0.224, Stacked: 0.28, Shapley: 0.308},
		{Unique: 0.084, Stacked: 0.084, Shapley: 0.138},
	} {
		near(t, want.Unique, got[i].Unique, 1e-12, "unique", i)
		near(t, want.Stacked, got[i].Stacked, 1e-12, "stacked", i)
		near(t, want.Shapley, got[i].Shapley, 1e-12, "shapley", i)
	}
}

// slowShapley averages what a platform adds over all orders in which they can start.
func slowShapley(d NBD, reaches []float64) []float64 {
	shares, orders := make([]float64, len(reaches)), 0.0
	var walk func(used int, before []float64)
	walk = func(used int, before []float64) {
		if len(before) == len(reaches) {
			orders++
			return
		}
		for i, r := range reaches {
			if used>>i&1 == 0 {
				after := append(before[:len(before):len(before)], r)
				rest := 1.0
				for n := len(reaches) - len(after); n > 1; n-- {
					rest *= float64(n)
				}
				shares[i] += rest * (d.Union(after) - d.Union(before))
				walk(used|1<<i, after)
			}
		}
	}
	walk(0, nil)
	for i := range shares {
		shares[i] /= orders
	}
	return shares
}

func TestIncrementProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := mustNBD(t, shapes().Draw(t, "shape"))
		reaches := reachesOf(1, 5).Draw(t, "reaches")
		got, err := d.Increments(reaches)
		require.NoError(t, err)
		want := slowShapley(d, reaches)
		stacked, shapley := 0.0, 0.0
		for i, g := range got {
			near(t, want[i], g.Shapley, 1e-9)
			assert.True(t, 0 <= g.Unique && g.Unique <= g.Stacked+1e-9 && g.Stacked <= reaches[i]+1e-9, "%v of %v", g, reaches[i])
			assert.True(t, g.Unique-1e-9 <= g.Shapley && g.Shapley <= reaches[i]+1e-9, "%v of %v", g, reaches[i])
			stacked, shapley = stacked+g.Stacked, shapley+g.Shapley
		}
		near(t, d.Union(reaches), stacked, 1e-9, "stacked add up")
		near(t, d.Union(reaches), shapley, 1e-9, "Shapley shares add up")
	})
}

func TestIncrementsRefuses(t *testing.T) {
	none, err := Poisson().Increments(nil)
	require.NoError(t, err)
	assert.Empty(t, none)
	_, err = Poisson().Increments(make([]float64, MaxShapley+1))
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Poisson().Increments([]float64{0.2, math.NaN()})
	assert.ErrorContains(t, err, "/reaches/1")
	_, err = NBD{}.Increments([]float64{0.2})
	require.ErrorIs(t, err, check.ErrRequired)
}

func BenchmarkIncrementsOfThree(b *testing.B) {
	d := mustNBD(b, 1.12)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Increments(germany2025); err != nil {
			b.Fatal(err)
		}
	}
}
