package audience_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// close compares floats; unlike assert.InDelta it fails on NaN.
func closeTo(t *testing.T, want, got, abs float64, msg ...any) {
	t.Helper()
	if math.IsNaN(got) || math.IsNaN(want) || math.IsInf(got, 0) || math.Abs(got-want) > abs {
		assert.Fail(t, "not near", "want %v, got %v (within %v) %v", want, got, abs, msg)
	}
}
