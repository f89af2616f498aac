package mcda

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
)

// near fails unless got is finite and within tolerance of want.
func near(t testing.TB, want, got, tolerance float64, msg ...any) {
	t.Helper()
	if math.IsNaN(got) || math.IsInf(got, 0) || !(math.Abs(got-want) <= tolerance) {
		assert.Fail(t, "not near", "want %v, got %v, tolerance %v %v", want, got, tolerance, msg)
	}
}

func nearAll(t testing.TB, want, got []float64, tolerance float64) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		near(t, want[i], got[i], tolerance, "at", i)
	}
}

// problem fails unless err carries a problem of this kind at this place.
func problem(t testing.TB, err error, path string, kind error) check.Problem {
	t.Helper()
	var ps *check.Problems
	require.ErrorAs(t, err, &ps)
	for _, p := range ps.All() {
		if p.Path == path && p.Kind == kind {
			return p
		}
	}
	require.Fail(t, "problem missing", "no %q at %q in:\n%v", kind, path, err)
	return check.Problem{}
}

func table(t testing.TB, rows ...[]float64) Table {
	t.Helper()
	tab, err := NewTable(rows)
	require.NoError(t, err)
	return tab
}

func weights(t testing.TB, w ...float64) Weights {
	t.Helper()
	ws, err := NewWeights(w...)
	require.NoError(t, err)
	return ws
}
