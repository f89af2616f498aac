package measure

import (
	"math"

	"golang.org/x/exp/stats"

	"github.com/hochkant/hochkant/strategy/check"
)

// Summarize returns P10, P50 and P90 of observed values by the method of
// Hyndman and Fan that golang.org/x/exp/stats uses, as a measured estimate.
// Values must be finite and at least one.
func Summarize(values []float64, sources ...Source) (Estimate, error) {
	var l check.List
	if len(values) == 0 {
		l.Add("", check.ErrRequired, check.None, "at least one value")
	}
	for i, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) { // a place is only written down when it is needed
			l.Finite(check.Pointer(i), v)
		}
	}
	if err := l.Err(); err != nil {
		return Estimate{}, err
	}
	q := stats.Quantiles(values, 0.1, 0.5, 0.9)
	return NewEstimate(q[0], q[1], q[2], Measured, sources...)
}
