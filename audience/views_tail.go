package audience

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// skewT is a Student t with two scales, one below and one above its median:
// the distribution of ln(views), whose hits lie further above than its
// failures below.
type skewT struct {
	mid, below, above float64
	df                float64
	t90               float64 // the 90th percentile of the plain t, which every estimate needs
}

// quantile returns the value below which the share p lies, 0 < p < 1.
func (d skewT) quantile(p float64) float64 {
	t := d.t90
	if q := max(p, 1-p); q != .9 {
		t = studentQuantile(q, d.df)
	}
	if p < .5 {
		return d.mid - d.below*t
	}
	return d.mid + d.above*t
}

// cdf returns the share below x.
func (d skewT) cdf(x float64) float64 {
	if x < d.mid {
		return studentUpper((d.mid-x)/d.below, d.df)
	}
	return 1 - studentUpper((x-d.mid)/d.above, d.df)
}

// studentUpper is the share of a Student t above t >= 0.
func studentUpper(t, df float64) float64 {
	return mathext.RegIncBeta(df/2, .5, df/(df+t*t)) / 2
}

// studentQuantile is the quantile of a Student t at p, .5 <= p < 1.
func studentQuantile(p, df float64) float64 {
	x := mathext.InvRegIncBeta(df/2, .5, 2*(1-p))
	return math.Sqrt(df * (1/x - 1))
}
