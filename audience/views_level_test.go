package audience

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

func closeTo(t testing.TB, want, got, tolerance float64, msg ...any) {
	t.Helper()
	assert.True(t, math.Abs(want-got) <= tolerance, "want %v, got %v, tolerance %v: %v", want, got, tolerance, msg)
}

// slowLevel is the model written down as one multivariate normal: the state
// after n videos by conditioning on all of them at once. memory must be 1.
func slowLevel(mean, varMean, s2, df float64, y, gaps []float64, p drift) level {
	n := len(y)
	at := make([]float64, n) // position in usual gaps
	for i := 1; i < n; i++ {
		at[i] = at[i-1] + gaps[i]
	}
	cov := mat.NewSymDense(n, nil)
	resid := mat.NewVecDense(n, nil)
	withMean, withDev := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			c := varMean/s2 + p.swing*math.Exp(-(at[j]-at[i])/p.reversion)
			if i == j {
				c++
			}
			cov.SetSym(i, j, c)
		}
		resid.SetVec(i, y[i]-mean)
		withMean.SetVec(i, varMean/s2)
		withDev.SetVec(i, p.swing*math.Exp(-(at[n-1]-at[i])/p.reversion))
	}
	var c mat.Cholesky
	if !c.Factorize(cov) {
		panic("not positive definite")
	}
	solve := func(v *mat.VecDense) *mat.VecDense {
		var x mat.VecDense
		if err := c.SolveVecTo(&x, v); err != nil {
			panic(err)
		}
		return &x
	}
	r, m, d := solve(resid), solve(withMean), solve(withDev)
	return level{
		mean: mean + mat.Dot(withMean, r), dev: mat.Dot(withDev, r),
		varMean: varMean/s2 - mat.Dot(withMean, m), cov: -mat.Dot(withMean, d), varDev: p.swing - mat.Dot(withDev, d),
		df: df + float64(n), scale: (df*s2 + mat.Dot(resid, r)) / (df + float64(n)),
	}
}

func TestLevelIsTheConditionalNormal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drift{swing: rapid.Float64Range(.1, 3).Draw(t, "swing"), reversion: rapid.Float64Range(2, 100).Draw(t, "reversion"), memory: 1}
		n := rapid.IntRange(1, 12).Draw(t, "n")
		y, gaps := make([]float64, n), make([]float64, n)
		for i := range n {
			y[i] = rapid.Float64Range(0, 14).Draw(t, "y")
			gaps[i] = rapid.Float64Range(.25, 4).Draw(t, "gap")
		}
		l := newLevel(8, 4, 1.3, 3, p)
		for i := range n {
			if i > 0 {
				l.advance(gaps[i], p)
			}
			l.observe(y[i], 0, p)
		}
		want := slowLevel(8, 4, 1.3, 3, y, gaps, p)
		for _, c := range [][2]float64{
			{want.mean, l.mean},
			{want.dev, l.dev},
			{want.varMean, l.varMean},
			{want.cov, l.cov},
			{want.varDev, l.varDev},
			{want.df, l.df},
			{want.scale, l.scale},
		} {
			if !(math.Abs(c[0]-c[1]) <= 1e-8*(1+math.Abs(c[0]))) {
				t.Fatalf("want %+v, got %+v", want, l)
			}
		}
	})
}

func TestAheadIsTheMeanOfTheCovariances(t *testing.T) {
	p := drift{swing: 1.3, reversion: 20}
	l := level{mean: 7, dev: .8, varMean: .3, cov: -.05, varDev: .4, scale: 1}
	for _, n := range []int{1, 2, 7, 40} {
		var common, each float64
		for i := 1; i <= n; i++ {
			for j := 1; j <= n; j++ {
				fi, fj := math.Exp(-float64(i)/20), math.Exp(-float64(j)/20)
				c := l.varMean + l.cov*(fi+fj) + l.varDev*fi*fj + 1.3*(math.Exp(-math.Abs(float64(i-j))/20)-fi*fj)
				common += c / float64(n*n)
				if i == j {
					each += c / float64(n)
				}
			}
		}
		got := l.ahead(n, p)
		var mid float64
		for i := 1; i <= n; i++ {
			mid += math.Exp(7+.8*math.Exp(-float64(i)/20)) / float64(n)
		}
		closeTo(t, math.Log(mid), got.mid, 1e-9, "mid", n)
		closeTo(t, common, got.common, 1e-9, "common", n)
		closeTo(t, each-common, got.apart, 1e-9, "apart", n)
	}
	closeTo(t, 7+.8*math.Exp(-1./20), l.ahead(1, p).mid, 1e-12)
	closeTo(t, 7, l.ahead(100000, p).mid, .01, "far ahead the level is the mean again")
}

func TestLevelStaysFiniteFarAhead(t *testing.T) {
	l := newLevel(8, 4, 1, 3, viewDrift)
	for range 50 {
		l.observe(9, 0, viewDrift)
	}
	near, far := l.ahead(10, viewDrift), l.ahead(1000000, viewDrift)
	assert.Less(t, far.common, near.common+viewDrift.swing)
	l.advance(1e9, viewDrift)
	closeTo(t, viewDrift.swing, l.varDev, 1e-9, "after an endless gap the drift is as wide as ever, and no wider")
}

func TestCutMatchesIntegration(t *testing.T) {
	for _, y := range []float64{-6, 0, 5, 8, 11, 40, 90} {
		l := level{mean: 6, dev: .5, varMean: .7, cov: -.1, varDev: .5, scale: 1.2}
		// Integrate over the video's value x >= y: the state given x is linear in x.
		a, b := l.varMean+l.cov, l.cov+l.varDev
		f := l.variance()
		mu, sd := l.mean+l.dev, math.Sqrt(f*l.scale)
		var m0, m1, m2 float64
		for i := range 400000 { // tail by exponential spacing keeps precision far out
			x := math.Max(y, mu-12*sd) + (float64(i)+.5)*24*sd/400000
			w := math.Exp(-(x-mu)*(x-mu)/2/sd/sd + math.Pow(math.Max(y-mu, 0)/sd, 2)/2)
			m0 += w
			m1 += w * (x - mu)
			m2 += w * (x - mu) * (x - mu)
		}
		m1 /= m0
		v := m2/m0 - m1*m1
		got := l
		got.observeAtLeast(y)
		closeTo(t, l.mean+a/f*m1, got.mean, 2e-3, "mean", y)
		closeTo(t, l.dev+b/f*m1, got.dev, 2e-3, "dev", y)
		closeTo(t, l.varMean-a*a/f*(1-v/(f*l.scale)), got.varMean, 2e-3, "varMean", y)
		closeTo(t, l.cov-a*b/f*(1-v/(f*l.scale)), got.cov, 2e-3, "cov", y)
	}
}

func TestSumLogNormal(t *testing.T) {
	// n = 1 is the log-normal itself.
	mean, v := sumLogNormal(1.7, 1)
	closeTo(t, 0, mean, 1e-12)
	closeTo(t, 1.7, v, 1e-12)
	// Against simulation where the documentation says it holds.
	r := rand.New(rand.NewPCG(4, 2))
	for _, c := range []struct{ sd, n float64 }{{.5, 2}, {.8, 10}, {1.1, 26}, {1.5, 10}, {1.5, 52}} {
		x := make([]float64, 20000)
		for i := range x {
			for range int(c.n) {
				x[i] += math.Exp(c.sd * r.NormFloat64())
			}
		}
		slices.Sort(x)
		mean, v := sumLogNormal(c.sd*c.sd, c.n)
		closeTo(t, math.Log(x[10000]), mean, .05, "median", c)
		closeTo(t, math.Log(x[18000]), mean+1.2816*math.Sqrt(v), .11, "P90", c)
		const h = 1e-5
		up, _ := sumLogNormal(c.sd*c.sd+h, c.n)
		down, _ := sumLogNormal(c.sd*c.sd-h, c.n)
		closeTo(t, (up-down)/2/h, sumSlope(c.sd*c.sd, c.n), 1e-6, "slope", c)
	}
	mean, v = sumLogNormal(800, 10)
	assert.False(t, math.IsInf(mean, 0) || math.IsInf(v, 0) || math.IsNaN(mean))
}

func TestStudent(t *testing.T) {
	// Tables of the t distribution, for example Abramowitz and Stegun, table 26.10.
	for _, c := range []struct{ p, df, want float64 }{
		{.9, 3, 1.637744}, {.9, 10, 1.372184}, {.9, 30, 1.310415}, {.975, 5, 2.570582}, {.995, 60, 2.660283}, {.75, 1, 1},
	} {
		closeTo(t, c.want, studentQuantile(c.p, c.df), 1e-5, c)
		closeTo(t, 1-c.p, studentUpper(c.want, c.df), 1e-6, c)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := skewT{mid: 3, below: .8, above: 1.4, df: rapid.Float64Range(2, 70).Draw(t, "df")}
		d.t90 = studentQuantile(.9, d.df)
		p := rapid.Float64Range(.001, .999).Draw(t, "p")
		if got := d.cdf(d.quantile(p)); !(math.Abs(got-p) < 1e-9) {
			t.Fatalf("cdf(quantile(%v)) = %v", p, got)
		}
	})
}

func TestNormalMaximum(t *testing.T) {
	// Means of the largest of n standard normals: Harter, Biometrika 48 (1961),
	// table 1; standard deviations: Tippett, Biometrika 17 (1925).
	for _, c := range []struct{ n, mean, sd float64 }{{1, 0, 1}, {2, .5642, .8256}, {5, 1.1630, .6690}, {10, 1.5388, .5868}, {20, 1.8675, .5251}, {100, 2.5076, .4294}} {
		mean, v := normalMaximum(c.n)
		closeTo(t, c.mean, mean, .03, "mean", c.n)
		closeTo(t, c.sd, math.Sqrt(v), .02, "sd", c.n)
	}
}

func BenchmarkFilter1000Videos(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	y, gaps := make([]float64, 1000), make([]float64, 1000)
	for i := range y {
		y[i], gaps[i] = 8+r.NormFloat64(), math.Exp(r.NormFloat64())
	}
	b.ReportAllocs()
	for b.Loop() {
		l := newLevel(8, 4, 1, 3, viewDrift)
		for i := range y {
			l.advance(gapWeight(gaps[i], 1), viewDrift)
			l.observe(y[i], 0, viewDrift)
		}
	}
}
