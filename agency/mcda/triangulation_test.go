package mcda

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Numbering the criteria in another way cuts the space into other pieces, with
// the same mean and the same probabilities.
func TestPiecesDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "criteria")
		cs := genConstraints(t, n)
		perm := rapid.Permutation(indices(n)).Draw(t, "perm")
		moved := make([]Constraint, len(cs))
		for i, c := range cs {
			moved[len(cs)-1-i] = c
			moved[len(cs)-1-i].criteria = nil
			for _, k := range c.criteria {
				moved[len(cs)-1-i].criteria = append(moved[len(cs)-1-i].criteria, perm[k])
			}
		}
		row, turned := make([]float64, n), make([]float64, n)
		for c := range row {
			row[c] = float64(rapid.IntRange(-10, 10).Draw(t, "d"))
			turned[perm[c]] = row[c]
		}
		a, err := NewSpace(n, cs...)
		require.NoError(t, err)
		b, err := NewSpace(n, moved...)
		require.NoError(t, err)
		require.True(t, a.Exact() && b.Exact())
		x, y := a.Centre(), b.Centre()
		for c, k := range perm {
			require.InDelta(t, x[c], y[k], 1e-8)
		}
		zero := make([]float64, n)
		p, _, err := must(NewTable([][]float64{row, zero})).Pairwise(a)
		require.NoError(t, err)
		q, _, err := must(NewTable([][]float64{turned, zero})).Pairwise(b)
		require.NoError(t, err)
		require.InDelta(t, p[0][1], q[0][1], 1e-6)
		require.InDelta(t, p[1][0], q[1][0], 1e-6)
	})
}

// The seven ratios w0/w1, w1/w2 ... from 1 to 2 make a warped cube of seven
// dimensions: 2^7 corners, 7! pieces.
func TestPiecesOfACube(t *testing.T) {
	var ratios []Constraint
	for c := range 7 {
		ratios = append(ratios, Ratio(c, c+1, 1, 2))
	}
	s := space(t, 8, ratios...)
	assert.Len(t, s.corners, 128)
	assert.Equal(t, 5040, s.parts.pieces())
	near(t, 1, s.parts.upTo[5039], 1e-12)
	few, err := newSpace(8, ratios, 5039)
	require.NoError(t, err)
	assert.False(t, few.Exact(), "one piece more than allowed")
}
