package mcda

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// smaa-08: the antidepressant model of tommite/jsmaa
// (SMAA2SimulationTest.testCorrectResultsWithBRModel). Wanted ranks are those of
// an independent run of 250,000 draws, central weights and confidence those of
// the reference.
func TestSimulationAntidepressants(t *testing.T) {
	lower := [][][2]float64{ // mean and standard deviation of Fluoxetine, Paroxetine, Sertraline, Venlafaxine; less is better
		{{11.7, 2.5}, {9.2, 1.86}, {15.4, 2.65}, {5.5, 2.32}},    // diarrhea
		{{7.2, 1.45}, {10.6, 1.58}, {7.5, 1.48}, {15.7, 4.44}},   // dizziness
		{{16.6, 3.27}, {21.2, 5.15}, {20.2, 3.78}, {12.8, 2.45}}, // headache
		{{13.7, 1.89}, {14.3, 2.93}, {15.0, 3.21}, {11.2, 3.98}}, // insomnia
		{{18.6, 1.79}, {18.3, 3.7}, {19.5, 2.6}, {31.0, 1.68}},   // nausea
	}
	functions := []ValueFunction{MustValueFunction(Extrapolate, Point{0.98, 0}, Point{1.23, 1})}
	inputs := []Quantity{Exactly(1), LogNormal(0.086, 0.056), LogNormal(0.095, 0.044), LogNormal(0.113, 0.048)}
	for _, criterion := range lower {
		lo, hi := math.Inf(1), math.Inf(-1) // union of the 95 % intervals
		for _, m := range criterion {
			lo, hi = min(lo, m[0]-1.96*m[1]), max(hi, m[0]+1.96*m[1])
			inputs = append(inputs, Normal(m[0], m[1]))
		}
		functions = append(functions, MustValueFunction(Extrapolate, Point{lo, 1}, Point{hi, 0}))
	}
	const draws = 50_000
	r, err := Simulation{
		Alternatives: 4, Space: space(t, 6), Inputs: inputs, Draws: draws, Source: rand.NewPCG(8, 8),
		Model: func(inputs, values []float64) error {
			for a := range 4 {
				for c, f := range functions {
					v, err := f.At(inputs[c*4+a])
					if err != nil {
						return err
					}
					values[a*6+c] = v
				}
			}
			return nil
		},
	}.Run()
	require.NoError(t, err)
	for a, row := range [][]float64{{0.195, 0.2817, 0.2997, 0.2237}, {0.2544, 0.2939, 0.2664, 0.1852}, {0.1689, 0.2423, 0.2866, 0.3023}, {0.3817, 0.1821, 0.1473, 0.2888}} {
		for rank, want := range row {
			near(t, want, r.Alternatives[a].Ranks[rank].Value, 0.01, a, rank)
		}
	}
	nearAll(t, []float64{.18, .21, .12, .21, .19, .09}, r.Alternatives[3].CentralWeights, 0.02)
	for a, want := range []float64{0.485, 0.442, 0.347, 0.732} {
		near(t, want, r.Alternatives[a].Confidence.Value, 0.03, a)
	}
}

// One criterion, the first alternative worth x, the second 0.5, x uniform on
// [0,1]: knowing x brings E max(x, 0.5) - 0.5 = 1/8. A second input that
// nothing depends on brings nothing.
func TestInformationOfOneInput(t *testing.T) {
	r, err := Simulation{
		Alternatives: 2, Space: space(t, 1), Inputs: []Quantity{Between(0, 1), Normal(3, 1), Exactly(2)}, Draws: 20_000, Source: rand.NewPCG(1, 9),
		Model: func(in, values []float64) error {
			values[0], values[1] = in[0], 0.5
			return nil
		},
	}.Run()
	require.NoError(t, err)
	info := r.Information
	near(t, 0.125, info.All, 0.01)
	near(t, 0.125, info.Inputs, 0.01)
	near(t, 0.125, info.Each[0].Value, 6*info.Each[0].StandardError+0.001)
	assert.InDelta(t, 0.0013, info.Each[0].StandardError, 0.0004)
	assert.Less(t, info.Each[1].Value, 0.005)
	assert.Equal(t, Gain{}, info.Each[2], "there is nothing to find out about what is known")
	assert.Zero(t, info.Weights)
}

// x + y - 1 against 0, both uniform on [0,1]: all inputs bring E max(0, S) =
// 1/6, one alone E max(0, x - 1/2) = 1/8.
func TestInformationOfTwoInputs(t *testing.T) {
	r, err := Simulation{
		Alternatives: 2, Space: space(t, 1), Inputs: []Quantity{Between(0, 1), Unknown(0, 1)}, Draws: 50_000, Source: rand.NewPCG(2, 9),
		Model: func(in, values []float64) error {
			values[0], values[1] = in[0]+in[1]-1, 0
			return nil
		},
	}.Run()
	require.NoError(t, err)
	near(t, 1.0/6, r.Information.Inputs, 0.006)
	for _, g := range r.Information.Each {
		near(t, 0.125, g.Value, 6*g.StandardError)
	}
}

// (1,0) against (0,1): settling the weights brings E max(w, 1-w) - 1/2 = 1/4.
func TestInformationOfWeights(t *testing.T) {
	r, err := table(t, []float64{1, 0}, []float64{0, 1}).Acceptability(space(t, 2), 50_000, rand.NewPCG(3, 9))
	require.NoError(t, err)
	near(t, 0.25, r.Information.Weights, 0.005)
	near(t, 0.25, r.Information.All, 0.005)
	assert.Zero(t, r.Information.Inputs)
}

// du-03: jbytecode/JMcDM test/testscdm.jl; EVPI is the least expected regret.
func TestEVPI(t *testing.T) {
	payoff := [][]float64{{26, 26, 18, 22}, {22, 34, 30, 18}, {28, 24, 34, 26}, {22, 30, 28, 20}}
	p := []float64{0.2, 0.5, 0.2, 0.1}
	v, err := EVPI(payoff, p)
	require.NoError(t, err)
	near(t, 2.8, v, 1e-9)
	least := math.Inf(1)
	for a := range payoff {
		regret := 0.0
		for s := range p {
			best := math.Inf(-1)
			for b := range payoff {
				best = max(best, payoff[b][s])
			}
			regret += p[s] * (best - payoff[a][s])
		}
		near(t, []float64{8, 2.8, 5, 5}[a], regret, 1e-9)
		least = min(least, regret)
	}
	near(t, least, v, 1e-12)
	v, err = EVPI([][]float64{{3, 1}}, []float64{.5, .5})
	require.NoError(t, err)
	assert.Zero(t, v, "a single alternative: nothing to choose")
	_, err = EVPI([][]float64{{1}, {1, math.NaN()}}, []float64{.5, .6})
	problem(t, err, "/payoff/0", check.ErrConflict)
	problem(t, err, "/payoff/1/1", check.ErrFinite)
	problem(t, err, "/probability", check.ErrRange)
	_, err = EVPI(nil, nil)
	problem(t, err, "/payoff", check.ErrRequired)
}

// An input that becomes better known leaves the draws of all others, and those
// of the weights, as they were: common random numbers.
func TestSimulationCommonRandomNumbers(t *testing.T) {
	run := func(s Space, first Quantity) (seen []float64, r Result) {
		r, err := Simulation{
			Alternatives: 2, Space: s, Inputs: []Quantity{first, Between(0, 1)}, Draws: 100, Source: rand.NewPCG(4, 4),
			Model: func(in, values []float64) error {
				seen = append(seen, in[1])
				for i := range values {
					values[i] = in[i%2]
				}
				return nil
			},
		}.Run()
		require.NoError(t, err)
		return seen, r
	}
	a, ra := run(space(t, 2), Normal(0, 1))
	b, rb := run(space(t, 2), Exactly(0.5))
	c, _ := run(space(t, 2, Bound(0, .2, .3), Order(1, 0)), Unknown(0, 1))
	assert.Equal(t, a, b)
	assert.Equal(t, a, c)
	assert.Equal(t, ra.MeanWeights, rb.MeanWeights)
}

func TestSimulationProblems(t *testing.T) {
	_, err := Simulation{Inputs: []Quantity{{}, Between(2, 1)}}.Run()
	for path, kind := range map[string]error{
		"/alternatives": check.ErrRequired, "/space": check.ErrRequired, "/draws": check.ErrRequired, "/source": check.ErrRequired,
		"/model": check.ErrRequired, "/inputs/0": check.ErrRequired, "/inputs/1/between/1": check.ErrOrder,
	} {
		problem(t, err, path, kind)
	}
	s := Simulation{Alternatives: 2, Space: space(t, 2), Draws: 10, Source: rand.NewPCG(1, 1), Model: func(_, values []float64) error {
		values[0], values[1], values[2] = 1, math.Inf(1), 1e200
		return nil
	}}
	_, err = s.Run()
	problem(t, err, "/model/0/1", check.ErrFinite)
	problem(t, err, "/model/1/0", check.ErrRange)
	problem(t, err, "/model/1/1", check.ErrFinite) // left unset
	assert.ErrorContains(t, err, "draw 0")
	broken := errors.New("no offer")
	s.Model = func(_, _ []float64) error { return broken }
	_, err = s.Run()
	require.ErrorIs(t, err, broken)
	s.Draws, s.Alternatives = maxDraws, maxAlternatives
	_, err = s.Run()
	problem(t, err, "/draws", check.ErrLimit)
	s.Inputs = make([]Quantity, maxInputs+1)
	_, err = s.Run()
	problem(t, err, "/inputs", check.ErrLimit)
}

func TestSimulationInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "criteria")
		alternatives := rapid.IntRange(1, 4).Draw(t, "alternatives")
		s, err := NewSpace(n, genConstraints(t, n)...)
		require.NoError(t, err)
		inputs := []Quantity{Between(0, 1), Triangular(0, .2, 1), Exactly(.3), Unknown(0, 2)}
		r, err := Simulation{
			Alternatives: alternatives, Space: s, Inputs: inputs, Draws: rapid.IntRange(1, 300).Draw(t, "draws"), Source: rand.NewPCG(1, 1),
			Model: func(in, values []float64) error {
				for i := range values {
					values[i] = in[i%4] * in[(i+1)%4]
				}
				return nil
			},
		}.Run()
		require.NoError(t, err)
		for _, a := range r.Alternatives {
			sum := 0.0
			for _, p := range a.Ranks {
				sum += p.Value
			}
			require.InDelta(t, 1, sum, 1e-12)
		}
		info := r.Information
		require.GreaterOrEqual(t, info.All, -1e-12)
		require.LessOrEqual(t, info.All, 2.0, "no gain beyond the range of the values")
		if alternatives == 1 {
			require.Zero(t, info.All)
			require.Zero(t, info.Inputs)
			require.Zero(t, info.Weights)
		}
		out, err := json.Marshal(r)
		require.NoError(t, err, "no NaN, no infinity")
		require.NotContains(t, string(out), "-0,")
	})
}

func TestResultJSON(t *testing.T) {
	r, err := table(t, []float64{1, 1}, []float64{0, 0}).Acceptability(space(t, 2), 4, rand.NewPCG(1, 1))
	require.NoError(t, err)
	out, err := json.Marshal(r)
	require.NoError(t, err)
	for _, want := range []string{
		`"draws":4`, `"ranks":[{"value":1,"standardError":0},{"value":0,"standardError":0}]`,
		`"centralWeights":null,"confidence":null`, `"tied":{"value":0,"standardError":0}`, `"meanWeights":[0.5,0.5]`, `"each":[]`,
	} {
		assert.Contains(t, string(out), want)
	}
}

// 3 alternatives, 8 criteria, 20 inputs in doubt, 10,000 joint draws: what a
// decision asks for.
func BenchmarkSimulation(b *testing.B) {
	inputs := make([]Quantity, 20)
	for i := range inputs {
		inputs[i] = Triangular(0, .3, 1)
	}
	s := Simulation{Alternatives: 3, Space: space(b, 8), Inputs: inputs, Draws: 10_000, Model: func(in, values []float64) error {
		for i := range values {
			values[i] = in[i%20]
		}
		return nil
	}}
	b.ReportAllocs()
	for b.Loop() {
		s.Source = rand.NewPCG(1, 1)
		if _, err := s.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
