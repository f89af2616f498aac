package germany_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// near compares floats; unlike assert.InDelta it fails on NaN.
func near(t *testing.T, want, got, abs float64, msg ...any) {
	t.Helper()
	if math.IsNaN(got) || math.IsInf(got, 0) || math.Abs(got-want) > abs {
		assert.Fail(t, "not near", "want %v, got %v (within %v) %v", want, got, abs, msg)
	}
}
