package mcda

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Any three numbers a row, any weights: a problem, or answers that can be
// written as JSON, which has no NaN and no infinity.
func FuzzTable(f *testing.F) {
	f.Add(.8, .3, .5, .4, .9, .6, .6, .5, .7, .6, .2, .2)
	f.Add(0., 0., 0., 0., 0., 0., 0., 0., 0., 1., 0., 0.)
	f.Add(1e100, -1e100, 1e-300, 5e-324, 1e100, 0., -0., 1e99, 1e-100, 1e-12, 1., 0.)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i, j, w0, w1, w2 float64) {
		rows := [][]float64{{a, b, c}, {d, e, g}, {h, i, j}}
		tab, err := NewTable(rows)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		var answers []any
		w, err := Swing(w0, w1, w2)
		if err != nil {
			w = must(Equal(3))
		}
		_, err = NewWeights(w...)
		require.NoError(t, err)
		answers = append(answers, w, must(tab.Ranking(w)), must(tab.Critical(w, 0, 1)), must(TOPSIS(rows, w, []bool{true, false, true})), must(EVPI(rows, w)))
		for a := range rows {
			answers = append(answers, must(tab.Stability(w, a)))
		}
		for _, s := range []Space{must(NewSpace(3)), must(NewSpace(3, Order(1, 0))), must(NewSpace(3, Bound(0, .1, .5), Bound(1, .1, .5))), must(FixedSpace(w))} {
			p, exact, err := tab.Pairwise(s)
			require.NoError(t, err)
			require.Equal(t, s.Exact(), exact)
			answers = append(answers, p, must(tab.Dominance(s)), must(tab.Acceptability(s, 50, rand.NewPCG(1, 1))))
			answers = append(answers, must(Simulation{Alternatives: 3, Space: s, Draws: 50, Source: rand.NewPCG(1, 1), Inputs: []Quantity{Between(0, 1)}, Model: func(in, values []float64) error {
				for k := range values {
					values[k] = rows[k/3][k%3] * in[0]
				}
				return nil
			}}.Run()))
		}
		_, err = json.Marshal(answers)
		require.NoError(t, err)
	})
}

func FuzzQuantile(f *testing.F) {
	f.Add(uint8(3), 4., 8., 15., .5)
	f.Add(uint8(5), 200., 20., 0., 1e-300)
	f.Add(uint8(4), 0., 1., 0., 1e-300) // was -Inf
	f.Add(uint8(4), 1e100, 1e100, 0., 0.999999999999)
	f.Fuzz(func(t *testing.T, kind uint8, a, b, c, p float64) {
		q := Quantity{kind: Kind(kind), a: a, b: b, c: c}
		v, err := q.Quantile(p)
		if err != nil {
			return
		}
		near(t, v, v, 0) // finite
		_, err = json.Marshal(q)
		require.NoError(t, err)
	})
}
