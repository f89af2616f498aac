package cadence

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// enumerate visits every path of phases over the slots with its joint probability.
func enumerate(p Prior, b bits, visit func(path []int, weight float64)) {
	path := make([]int, b.n)
	var walk func(i int, weight float64)
	walk = func(i int, weight float64) {
		if i == b.n {
			visit(path, weight)
			return
		}
		for s := range phases {
			w := weight * p.Start[s]
			if i > 0 {
				w = weight * p.Next[path[i-1]][s]
			}
			if b.at(i) == 1 {
				w *= p.Keep[s]
			} else {
				w *= 1 - p.Keep[s]
			}
			path[i] = s
			walk(i+1, w)
		}
	}
	walk(0, 1)
}

// Smoothed and filtered phases against the sum over all paths.
func TestPathAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, err := NewModel(drawPrior(t))
		require.NoError(t, err)
		h := weeks(t, patterns(1, 5).Draw(t, "weeks"))
		got := m.Path(h)
		n := h.seen.n
		require.Len(t, got, n+1)
		for at := range n {
			var overall, known Phases
			enumerate(m.Prior(), h.seen, func(path []int, w float64) { overall[path[at]] += w })
			enumerate(m.Prior(), h.seen.upTo(at+1), func(path []int, w float64) { known[path[at]] += w })
			overall, known = overall.scaled(), known.scaled()
			for i := range phases {
				near(t, overall[i], got[at].Overall[i], 1e-9, "smoothed")
				near(t, known[i], got[at].Known[i], 1e-9, "filtered")
			}
		}
		for i, p := range m.Now(h) {
			near(t, p, got[n].Known[i], 1e-9, "running slot")
		}
	})
}

func TestPathOfAPause(t *testing.T) {
	h := weeks(t, "111000111", Pause{From: day(3, 0), Until: day(5, 6)})
	path := Model{}.Path(h)
	require.Equal(t, Paused, path[3].State)
	require.Equal(t, path[2].Overall, path[4].Overall)
	require.Equal(t, path[2].Known, path[5].Known)
	require.Empty(t, Model{}.Path(History{}))
}
