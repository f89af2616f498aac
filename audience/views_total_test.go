package audience

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// TestTotalIsThatOfTheModel draws the spread, the level, its drift and the
// videos from the fitted model, adds them up, and compares with the closed
// form before it is scaled to what was measured.
func TestTotalIsThatOfTheModel(t *testing.T) {
	for _, c := range []struct {
		counts     []float64
		low, width float64 // how far the log-normal of Fenton may be off
	}{
		{[]float64{900, 1500, 700, 2000, 1100, 800, 1300, 950}, .1, .1},
		{nil, .3, .15}, // the prior alone, and a channel of hits: the more the videos spread, the lower the median
		{[]float64{300, 9000, 700, 30000, 100, 2000, 600, 18000, 1400, 60000, 200, 4000}, .35, .15},
	} {
		m := model(t, weekly(t, c.counts...), ViewOptions{})
		l, r := m.now, rand.New(rand.NewPCG(2, 5))
		chi := distuv.ChiSquared{K: l.df, Src: r}
		phi := math.Exp(-1 / viewDrift.reversion)
		for _, n := range []int{2, 10, 50} {
			x := make([]float64, 20000)
			for i := range x {
				s := math.Sqrt(l.scale * l.df / chi.Rand())
				mean := math.Sqrt(l.varMean) * r.NormFloat64()
				d := l.cov/l.varMean*mean + math.Sqrt(max(l.varDev-l.cov*l.cov/l.varMean, 0))*r.NormFloat64()
				mean, d = l.mean+s*mean, l.dev+s*d
				for range n {
					d = phi*d + s*math.Sqrt(viewDrift.swing*(1-phi*phi))*r.NormFloat64()
					x[i] += math.Exp(mean + d + s*r.NormFloat64())
				}
				x[i] = math.Log(x[i])
			}
			slices.Sort(x)
			got := m.total(n)
			w := 1 / float64(n)
			sd := got.below / (w*tailBelow[0] + (1-w)*tailBelow[1])
			median := got.mid - (tailShift+tailGrow*math.Log(float64(n)))*sd
			closeTo(t, x[10000]-c.low/2+.05, median, c.low/2+.05, "median", len(c.counts), n)
			width := x[18000] - x[2000]
			closeTo(t, 1, 2*got.t90*sd/width, c.width, "width", len(c.counts), n)
		}
	}
}
