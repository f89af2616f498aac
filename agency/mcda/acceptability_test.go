package mcda

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// sampled fails unless a probability lies within 6 standard errors of the exact one.
func sampled(t testing.TB, want float64, got Probability, draws int) {
	t.Helper()
	n := float64(draws)
	near(t, want, got.Value, 6*math.Sqrt(want*(1-want)/n)+1/n)
	near(t, math.Sqrt(got.Value*(1-got.Value)/n), got.StandardError, 1e-12)
}

func TestAcceptabilityExactCases(t *testing.T) {
	const draws = 100_000
	for _, tt := range []struct {
		name    string
		rows    [][]float64
		s       Space
		ranks   [][]float64
		central [][]float64
		tol     float64 // of central weights: 6 standard errors at the fewest wins
	}{
		// P(w1 > 1/2) = (1/2)^2; the data of tommite/jsmaa testCorrectResults.
		{
			"smaa-09",
			[][]float64{{1, 0, 1}, {0, 1, 0}},
			space(t, 3),
			[][]float64{{.75, .25}, {.25, .75}},
			[][]float64{{7.0 / 18, 4.0 / 18, 7.0 / 18}, {1.0 / 6, 2.0 / 3, 1.0 / 6}},
			0.006,
		},
		// Central weights of a full order are the rank order centroid.
		{
			"smaa-11",
			[][]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
			space(t, 3, Order(0, 1, 2)),
			[][]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
			[][]float64{{11.0 / 18, 5.0 / 18, 1.0 / 9}, nil, nil},
			0.004,
		},
		// The compromise is rarely first and never last.
		{
			"smaa-12",
			[][]float64{{1, 0}, {0, 1}, {.6, .6}},
			space(t, 2),
			[][]float64{{.4, .1, .5}, {.4, .1, .5}, {.2, .8, 0}},
			[][]float64{{.8, .2}, {.2, .8}, {.5, .5}},
			0.006,
		},
		// A dominated alternative has no central weights, not zeros (gertvv/rsmaa nacw.R).
		{
			"smaa-04",
			[][]float64{{1, 1, 1}, {0, 0, 0}},
			space(t, 3),
			[][]float64{{1, 0}, {0, 1}},
			[][]float64{{1.0 / 3, 1.0 / 3, 1.0 / 3}, nil},
			0.005,
		},
		// Equal alternatives share rank 1 (tommite/jsmaa testEqualRanks).
		{
			"smaa-07",
			[][]float64{{0, 0, 0}, {0, 0, 0}},
			space(t, 3),
			[][]float64{{1, 0}, {1, 0}},
			[][]float64{{1.0 / 3, 1.0 / 3, 1.0 / 3}, {1.0 / 3, 1.0 / 3, 1.0 / 3}},
			0.005,
		},
		{"single alternative", [][]float64{{.3, .4}}, space(t, 2), [][]float64{{1}}, [][]float64{{.5, .5}}, 0.006},
		// smaa-16: a space of one point works, and its weights say nothing about preferences.
		{"settled", [][]float64{{1, 0, 0}, {0, 1, 0}}, space(t, 3, Linear(0, -1, 1, 1), Ratio(0, 2, 1, 1)), [][]float64{{1, 0}, {0, 1}}, [][]float64{nil, nil}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := table(t, tt.rows...).Acceptability(tt.s, draws, rand.NewPCG(11, 12))
			require.NoError(t, err)
			for a, row := range tt.ranks {
				for rank, want := range row {
					sampled(t, want, r.Alternatives[a].Ranks[rank], draws)
				}
				if tt.central[a] == nil {
					assert.Nil(t, r.Alternatives[a].CentralWeights)
					assert.Nil(t, r.Alternatives[a].Confidence)
					continue
				}
				nearAll(t, tt.central[a], r.Alternatives[a].CentralWeights, tt.tol)
				assert.Equal(t, 1.0, r.Alternatives[a].Confidence.Value, "known values: first at its own central weights")
			}
			assert.Equal(t, tt.name == "smaa-07", r.Tied.Value == 1)
		})
	}
}

// A single win in 10,000 draws gives central weights (smaa-05), and wins of nine
// in ten draws the pairwise table with a diagonal of 0 (smaa-06): gertvv/rsmaa
// smaa/tests/nacw.R and pwi.R.
func TestTallySingleWinAndPairwise(t *testing.T) {
	k := newTally(2, space(t, 3))
	third := []float64{1.0 / 3, 1.0 / 3, 1.0 / 3}
	for i := range 10_000 {
		k.scores[0], k.scores[1] = 1, 0
		if i == 4321 {
			k.scores[0], k.scores[1] = 0, 1
		}
		k.add(third, 0)
	}
	r := k.result()
	near(t, 0.9999, r.Alternatives[0].Ranks[0].Value, 1e-12)
	near(t, 0.0001, r.Alternatives[1].Ranks[0].Value, 1e-12)
	nearAll(t, third, r.Alternatives[1].CentralWeights, 1e-12)

	k = newTally(2, space(t, 2))
	for i := range 10 {
		k.scores[0], k.scores[1] = float64(i), 0.5
		k.add([]float64{.5, .5}, 0)
	}
	r = k.result()
	for a, row := range [][]float64{{0, 0.9}, {0.1, 0}} {
		for b, want := range row {
			near(t, want, r.Pairwise[a][b].Value, 1e-12)
		}
	}
}

func TestAcceptabilityInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 1)
		n := tab.Criteria()
		s, err := newSpace(n, genConstraints(t, n), rapid.SampledFrom([]int{maxPieces, 0}).Draw(t, "pieces"))
		require.NoError(t, err)
		const draws = 200
		r, err := tab.Acceptability(s, draws, rand.NewPCG(1, 2))
		require.NoError(t, err)
		firsts, weighted := 0.0, make([]float64, n)
		for a, alt := range r.Alternatives {
			sum := 0.0
			for _, p := range alt.Ranks {
				sum += p.Value
			}
			require.InDelta(t, 1, sum, 1e-12, "every alternative has one rank in every draw")
			firsts += alt.Ranks[0].Value
			for c, w := range alt.CentralWeights {
				weighted[c] += w * alt.Ranks[0].Value
			}
			for b := range rows {
				both := r.Pairwise[a][b].Value + r.Pairwise[b][a].Value
				if a != b && r.Tied.Value == 0 {
					require.InDelta(t, 1, both, 1e-12)
				}
				require.LessOrEqual(t, both, 1+1e-12)
			}
		}
		require.GreaterOrEqual(t, firsts, 1-1e-12)
		if r.Tied.Value == 0 {
			require.InDelta(t, 1, firsts, 1e-12)
			if !s.Settled() {
				tolerance := 1e-9 // the mean of the draws
				if s.Exact() {
					tolerance = 6 * 0.3 / math.Sqrt(draws) // the mean of the space; no weight spreads more than 0.3
				}
				for c, m := range weighted {
					require.InDelta(t, r.MeanWeights[c], m, tolerance, "central weights average to the mean of all")
				}
			}
		}
		again, err := tab.Acceptability(s, draws, rand.NewPCG(1, 2))
		require.NoError(t, err)
		a, err := json.Marshal(r)
		require.NoError(t, err)
		b, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(a), string(b), "same source, same bytes")
		for _, bad := range []string{"NaN", "Inf", "-0,", "-0]", "-0}"} {
			require.NotContains(t, string(a), bad)
		}
		require.GreaterOrEqual(t, r.Information.Weights, 0.0)
	})
}

// What is known exactly and what is simulated without doubt is the same thing.
func TestAcceptabilityIsSimulationWithoutDoubt(t *testing.T) {
	rows := [][]float64{{.8, .3, .5}, {.4, .9, .6}, {.6, .5, .7}}
	for _, s := range []Space{space(t, 3), space(t, 3, Order(2, 0, 1)), space(t, 3, Bound(0, .1, .5), Bound(1, .1, .3)), walked(t, 3, Bound(0, .1, .5), Bound(1, .1, .3))} {
		a, err := table(t, rows...).Acceptability(s, 5000, rand.NewPCG(3, 3))
		require.NoError(t, err)
		b, err := Simulation{Alternatives: 3, Space: s, Draws: 5000, Source: rand.NewPCG(3, 3), Model: func(_, values []float64) error {
			for i := range values {
				values[i] = rows[i/3][i%3]
			}
			return nil
		}}.Run()
		require.NoError(t, err)
		assert.Empty(t, b.Information.Each)
		near(t, a.Information.Weights, b.Information.Weights, 1e-3) // means of the space, of the draws
		a.Information, b.Information = Information{}, Information{}
		for i := range a.Alternatives {
			near(t, a.Alternatives[i].MeanScore, b.Alternatives[i].MeanScore, 1e-12)
			a.Alternatives[i].MeanScore, b.Alternatives[i].MeanScore = 0, 0
		}
		assert.Equal(t, a, b)
	}
}

// Permuting the alternatives permutes the answer; another unit of the value
// scale changes nothing: both meet the same weights.
func TestAcceptabilityPermutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab, rows := genTable(t, 2)
		s := must(NewSpace(tab.Criteria()))
		r := must(tab.Acceptability(s, 100, rand.NewPCG(5, 5)))
		perm := rapid.Permutation(indices(len(rows))).Draw(t, "perm")
		moved := make([][]float64, len(rows))
		for i, a := range perm {
			for _, v := range rows[a] {
				moved[i] = append(moved[i], 8*v) // a power of two: exact
			}
		}
		p := must(must(NewTable(moved)).Acceptability(s, 100, rand.NewPCG(5, 5)))
		for i, a := range perm {
			require.Equal(t, r.Alternatives[a].Ranks, p.Alternatives[i].Ranks)
			require.Equal(t, r.Alternatives[a].CentralWeights, p.Alternatives[i].CentralWeights)
			require.Equal(t, r.Alternatives[a].Confidence, p.Alternatives[i].Confidence)
		}
	})
}

// Do not change these numbers: callers rely on the same source giving the same
// result from one release to the next. Wins of 1,000 draws.
func TestAcceptabilityGolden(t *testing.T) {
	var bounds []Constraint
	for c := range 8 {
		bounds = append(bounds, Bound(c, 0.05, 0.25))
	}
	for name, tt := range map[string]struct {
		s    Space
		want []float64
	}{
		"simplex": {space(t, 8), []float64{625, 150, 225}},
		"order":   {space(t, 8, Order(5, 3, 0, 1, 2, 4, 6, 7)), []float64{52, 698, 250}},
		"pieces":  {space(t, 8, bounds...), []float64{741, 195, 64}},
		"walk":    {walked(t, 8, bounds...), []float64{736, 203, 61}},
	} {
		r, err := benchTable(t).Acceptability(tt.s, 1000, rand.NewPCG(1, 1))
		require.NoError(t, err)
		var wins []float64
		for _, a := range r.Alternatives {
			wins = append(wins, math.Round(1000*a.Ranks[0].Value))
		}
		assert.Equal(t, tt.want, wins, name)
	}
}

func TestAcceptabilityProblems(t *testing.T) {
	tab := table(t, []float64{1, 0}, []float64{0, 1})
	_, err := tab.Acceptability(space(t, 3), -1, nil)
	problem(t, err, "/space", check.ErrConflict)
	problem(t, err, "/draws", check.ErrRequired)
	problem(t, err, "/source", check.ErrRequired)
	_, err = tab.Acceptability(Space{}, maxDraws+1, rand.NewPCG(1, 1))
	problem(t, err, "/space", check.ErrRequired)
	problem(t, err, "/draws", check.ErrLimit)
	_, err = Table{}.Acceptability(space(t, 3), 1, rand.NewPCG(1, 1))
	problem(t, err, "/alternatives", check.ErrRequired)
	// A broken source of nothing but zeros still gives an answer.
	bounds := []Constraint{Bound(0, .1, .5), Bound(1, .1, .5), Bound(2, .1, .5)}
	for _, s := range []Space{space(t, 2), space(t, 3, bounds...), walked(t, 3, bounds...)} {
		tab = table(t, []float64{1, 0, 1}[:s.Criteria()], []float64{0, 1, 0}[:s.Criteria()])
		r, err := tab.Acceptability(s, 10, zeros{})
		require.NoError(t, err)
		_, err = json.Marshal(r)
		require.NoError(t, err)
	}
}

type zeros struct{}

func (zeros) Uint64() uint64 { return 0 }

func TestAcceptabilityLoopAllocatesNothing(t *testing.T) {
	tab, s := benchTable(t), space(t, 8)
	few := testing.AllocsPerRun(3, func() { _, _ = tab.Acceptability(s, 10, rand.NewPCG(1, 1)) })
	many := testing.AllocsPerRun(3, func() { _, _ = tab.Acceptability(s, 10_000, rand.NewPCG(1, 1)) })
	assert.LessOrEqual(t, many, few, "allocations do not grow with the draws")
}

func benchTable(t testing.TB) Table {
	return table(t,
		[]float64{.9, .8, .9, .2, .7, .5, .6, .4},
		[]float64{.6, .6, .7, .6, .5, .7, .5, .6},
		[]float64{.2, .3, .3, .9, .6, .8, .4, .8})
}

// The target: 3 alternatives, 8 criteria, 100,000 draws in at most 15 ms.
func BenchmarkAcceptability(b *testing.B) {
	tab, s := benchTable(b), space(b, 8)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tab.Acceptability(s, 100_000, rand.NewPCG(1, 1)); err != nil {
			b.Fatal(err)
		}
	}
}
