package mcda

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// critical-01: Triantaphyllou and Sanchez 1997. Their delta of every pair and
// criterion; what is not in the map is not feasible alone.
func TestCriticalTriantaphyllou(t *testing.T) {
	tab := table(t,
		[]float64{0.3088, 0.2897, 0.3867, 0.1922},
		[]float64{0.2163, 0.3458, 0.1755, 0.6288},
		[]float64{0.4509, 0.2473, 0.1194, 0.1575},
		[]float64{0.0240, 0.1172, 0.3184, 0.0215},
	)
	// As printed the weights add up to 1.0001, so they enter as points.
	printed := []float64{0.3277, 0.3058, 0.2876, 0.0790}
	w := must(Swing(printed...))
	sum := 0.3277 + 0.3058 + 0.2876 + 0.0790
	want := map[string]float64{
		"k1 1 3": -0.3238, "k1 2 3": -0.0282, "k1 3 4": 0.312,
		"k2 1 2": -0.7024, "k2 2 3": 0.0671,
		"k3 1 2": 0.1866, "k3 1 3": 0.1722, "k3 2 3": 0.1178, "k3 2 4": -0.9783, "k3 3 4": -0.6693,
		"k4 1 2": -0.0903, "k4 2 3": 0.014,
	}
	r, err := tab.Ranking(w)
	require.NoError(t, err)
	for a, want := range []float64{0.3162, 0.2768, 0.2702, 0.137} {
		near(t, want, r.Scores[a]*sum, 6e-5)
	}
	got := map[string]float64{}
	for a := range 4 {
		for b := a + 1; b < 4; b++ {
			cs, err := tab.Critical(w, a, b)
			require.NoError(t, err)
			for _, c := range cs {
				delta := (c.Current - c.Weight) / (1 - c.Weight) * sum
				got[fmt.Sprintf("k%d %d %d", c.Criterion+1, a+1, b+1)] = delta
			}
		}
	}
	require.Len(t, got, len(want))
	for k, v := range want {
		near(t, v, got[k], 6e-5, k)
	}
}

// stability-01: exact rational derivation, intervals 1/2..1, 0..11/35, 0..1/3.
func TestStability(t *testing.T) {
	tab := table(t, []float64{0.8, 0.3, 0.5}, []float64{0.4, 0.9, 0.6}, []float64{0.6, 0.5, 0.7})
	w := weights(t, 0.6, 0.2, 0.2)
	r, err := tab.Ranking(w)
	require.NoError(t, err)
	nearAll(t, []float64{0.64, 0.54, 0.6}, r.Scores, 1e-12)
	is, err := tab.Stability(w, 0)
	require.NoError(t, err)
	require.Len(t, is, 3)
	for c, want := range [][2]float64{{0.5, 1}, {0, 11.0 / 35}, {0, 1.0 / 3}} {
		assert.Equal(t, c, is[c].Criterion)
		near(t, w[c], is[c].Current, 0)
		near(t, want[0], is[c].From, 1e-12)
		near(t, want[1], is[c].To, 1e-12)
	}
	// A rival that no single weight helps has no interval there.
	is, err = table(t, []float64{1, 1, 0.9}, []float64{0, 0, 1}).Stability(weights(t, .4, .3, .3), 1)
	require.NoError(t, err)
	require.Len(t, is, 1)
	assert.Equal(t, 2, is[0].Criterion)
	is, err = table(t, []float64{1}, []float64{0}).Stability(weights(t, 1), 0)
	require.NoError(t, err)
	assert.Equal(t, []StabilityInterval{{0, 1, 1, 1}}, is)
	is, err = table(t, []float64{1}, []float64{0}).Stability(weights(t, 1), 1)
	require.NoError(t, err)
	assert.Empty(t, is)
}

func TestSensitivityProblems(t *testing.T) {
	tab := table(t, []float64{1, 0}, []float64{0, 1})
	_, err := tab.Critical(weights(t, .5, .5), 2, -1)
	problem(t, err, "/a", check.ErrRange)
	problem(t, err, "/b", check.ErrRange)
	_, err = tab.Critical(Weights{.5, .6}, 0, 1)
	problem(t, err, "/weights", check.ErrRange)
	_, err = tab.Stability(weights(t, .5, .5), 2)
	problem(t, err, "/alternative", check.ErrRange)
	_, err = Table{}.Stability(nil, 0)
	problem(t, err, "/alternatives", check.ErrRequired)
	_, err = tab.Dominance(Space{})
	problem(t, err, "/space", check.ErrRequired)
	_, err = Table{}.Dominance(space(t, 2))
	problem(t, err, "/alternatives", check.ErrRequired)
	cs, err := table(t, []float64{1}, []float64{0}).Critical(weights(t, 1), 0, 1)
	require.NoError(t, err)
	assert.Empty(t, cs)
	cs, err = table(t, []float64{1, 2}, []float64{1, 2}).Critical(weights(t, .5, .5), 0, 1)
	require.NoError(t, err)
	assert.Equal(t, []CriticalWeight{{0, .5, .5}, {1, .5, .5}}, cs, "they tie as things are")
}

// Every critical weight put back gives a tie; the ends of a stability interval
// are where the winner changes, and just inside nothing does.
func TestCriticalAndStabilityPutBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 2)
		w := genWeights(t, tab.Criteria())
		cs, err := tab.Critical(w, 0, 1)
		require.NoError(t, err)
		for _, c := range cs {
			moved, err := w.Shift(c.Criterion, c.Weight)
			require.NoError(t, err)
			require.InDelta(t, moved.score(rows[0]), moved.score(rows[1]), 1e-9)
		}
		r, err := tab.Ranking(w)
		require.NoError(t, err)
		for a := range rows {
			is, err := tab.Stability(w, a)
			require.NoError(t, err)
			if r.Ranks[a] == 1 {
				require.Len(t, is, len(w), "the winner is first at the current weights")
			}
			has := make([]*StabilityInterval, len(w))
			for _, i := range is {
				has[i.Criterion] = &i
				if r.Ranks[a] == 1 {
					require.LessOrEqual(t, i.From, i.Current+1e-9)
					require.GreaterOrEqual(t, i.To, i.Current-1e-9)
				}
			}
			if len(w) == 1 {
				continue
			}
			// Against a slow walk along the line.
			for c := range w {
				for step := range 41 {
					at := float64(step) / 40
					moved, err := w.Shift(c, at)
					require.NoError(t, err)
					now, err := tab.Ranking(moved)
					require.NoError(t, err)
					i := has[c]
					switch {
					case i == nil:
						require.NotEqual(t, 1, now.Ranks[a], "criterion %d at %v", c, at)
					case at > i.From+1e-9 && at < i.To-1e-9:
						require.Equal(t, 1, now.Ranks[a], "criterion %d at %v in %v", c, at, *i)
					case at < i.From-1e-9 || at > i.To+1e-9:
						require.NotEqual(t, 1, now.Ranks[a], "criterion %d at %v outside %v", c, at, *i)
					}
				}
			}
		}
	})
}

func TestDominance(t *testing.T) {
	// dominance-01: caught the sign error of JMcDM's promethee.jl, which
	// recommends the dominated alternative.
	tab := table(t, []float64{48, 32, 43, 40}, []float64{89, 72, 92, 85})
	d, err := tab.Dominance(space(t, 4))
	require.NoError(t, err)
	assert.Equal(t, [][]bool{{false, false}, {true, false}}, d)
	// With w0 >= w1 the first dominates although it is worse on criterion 1.
	tab = table(t, []float64{1, 0}, []float64{0, 1})
	d, err = tab.Dominance(space(t, 2))
	require.NoError(t, err)
	assert.Equal(t, [][]bool{{false, false}, {false, false}}, d)
	d, err = tab.Dominance(space(t, 2, Order(0, 1)))
	require.NoError(t, err)
	assert.Equal(t, [][]bool{{false, true}, {false, false}}, d)
}

// A dominated alternative is never above its dominator, whatever the method.
func TestDominatedNeverWins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 2)
		d, err := tab.Dominance(must(NewSpace(tab.Criteria())))
		require.NoError(t, err)
		w := genWeights(t, tab.Criteria())
		r, err := tab.Ranking(w)
		require.NoError(t, err)
		p, exact, err := tab.Pairwise(must(NewSpace(tab.Criteria())))
		require.NoError(t, err)
		require.True(t, exact)
		closeness, err := TOPSIS(rows, w, make([]bool, len(w)))
		require.NoError(t, err)
		for a := range rows {
			for b := range rows {
				// The obvious definition.
				atLeast, more := true, false
				for c := range rows[a] {
					atLeast, more = atLeast && rows[a][c] >= rows[b][c], more || rows[a][c] > rows[b][c]
				}
				require.Equal(t, atLeast && more, d[a][b])
				if d[a][b] {
					require.LessOrEqual(t, r.Ranks[a], r.Ranks[b])
					require.Equal(t, 1.0, p[a][b])
					require.GreaterOrEqual(t, closeness[a], closeness[b]-1e-12)
					cs, err := tab.Stability(w, b)
					require.NoError(t, err)
					for _, i := range cs { // at most a tie at some weights
						moved, err := w.Shift(i.Criterion, i.From)
						require.NoError(t, err)
						require.InDelta(t, moved.score(rows[a]), moved.score(rows[b]), 1e-9)
					}
				}
			}
		}
	})
}

func BenchmarkStability(b *testing.B) {
	tab, w := benchTable(b), must(Equal(8))
	b.ReportAllocs()
	for b.Loop() {
		for a := range 3 {
			if _, err := tab.Stability(w, a); err != nil {
				b.Fatal(err)
			}
		}
	}
}
