package cadence

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The recent rate written out: weights 2^(-age/4), a quarter of a slot kept and one
// missed beside them.
func TestHabit(t *testing.T) {
	near(t, 0.5, bits{}.habit(), 1e-12, "nothing known")
	rapid.Check(t, func(t *rapid.T) {
		b := drawBits(t, 90)
		kept, all := 0.25, 0.5
		for age := range min(b.n, 64) {
			w := math.Pow(2, -float64(age)/4)
			kept += w * float64(b.at(b.n-1-age))
			all += w
		}
		near(t, kept/all, b.habit(), 1e-9, "habit")
	})
}

func TestBinomial(t *testing.T) {
	want := []float64{0.343, 0.441, 0.189, 0.027} // (0.7 + 0.3)^3
	for k, p := range binomial(3, 0.3) {
		near(t, want[k], p, 1e-12, "binomial")
	}
}
