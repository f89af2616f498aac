package audience

import "math"

// The mathematics of a channel's level, without any policy.
//
// Model, for the k-th video of a channel, y = ln(views):
//
//	y_k = mean + d_k + e_k          e_k ~ N(0, s2)
//	d_k = phi_k d_(k-1) + w_k       w_k ~ N(0, s2 swing (1 - phi_k^2))
//	phi_k = exp(-g_k / reversion)   g_k: gap before the video, in usual gaps
//
// mean is the channel's own mean, d the drift around it: near the present it
// behaves as a level that walks (the drift per video is about
// 2 swing/reversion = .05 of s2), far ahead it returns to the mean, so the
// range of a long plan stays finite. s2 is not known: all variances are kept in
// units of it and it has an inverse gamma distribution, which makes every
// prediction a Student t (West and Harrison, Bayesian Forecasting and Dynamic
// Models, section 4.5, with two states instead of one).
type level struct {
	mean, dev            float64 // expected channel mean and present deviation from it, ln(views)
	varMean, cov, varDev float64 // their covariance matrix, in units of scale
	scale                float64 // estimate of s2
	df                   float64 // degrees of freedom of that estimate
	priorDF, priorSum    float64 // what the spread was thought to be before the first video
}

// drift holds the parameters of the drift.
type drift struct {
	swing     float64 // variance of d far ahead, in units of s2
	reversion float64 // usual gaps after which d has fallen to 1/e
	memory    float64 // share of the evidence on s2 that is kept from video to video
}

func newLevel(mean, varMean, s2, df float64, p drift) level {
	return level{mean: mean, varMean: varMean / s2, varDev: p.swing, scale: s2, df: df, priorDF: df, priorSum: df * s2}
}

// advance moves the state over a gap of g usual gaps.
func (l *level) advance(g float64, p drift) {
	phi := math.Exp(-g / p.reversion)
	l.dev *= phi
	l.cov *= phi
	l.varDev = p.swing + (l.varDev-p.swing)*phi*phi
}

// variance of one more video from the present level, in units of scale.
func (l *level) variance() float64 { return 1 + l.varMean + 2*l.cov + l.varDev }

// observe takes in one video with ln(views) y, known but for an error of the
// variance extra (in ln(views) squared): rounding, or views still to come.
func (l *level) observe(y, extra float64, p drift) {
	a, b := l.varMean+l.cov, l.cov+l.varDev
	one := 1 + a + b // variance of a video whose count is exact
	f, w := one, 1.0
	if extra > 0 {
		// A count that is hardly known says hardly anything about the spread.
		f += extra / l.scale
		w = one / f
	}
	e := y - l.mean - l.dev
	inverse := 1 / f
	sum := (l.df*l.scale-l.priorSum)*p.memory + l.priorSum + w*e*e*inverse
	l.correct(a*inverse, b*inverse, a, b, e)
	l.df = (l.df-l.priorDF)*p.memory + l.priorDF + w
	l.scale = sum / l.df
}

func (l *level) correct(ka, kb, a, b, e float64) {
	l.mean += ka * e
	l.dev += kb * e
	l.varMean -= ka * a
	l.varDev -= kb * b
	l.cov -= ka * b
}

// observeMean takes in a figure z about the channel's mean, with an error of
// the variance v in units of scale, that comes from no single video.
func (l *level) observeMean(z, v float64) {
	f := l.varMean + v
	l.correct(l.varMean/f, l.cov/f, l.varMean, l.cov, z-l.mean)
}

// observeAtLeast takes in that one video has ln(views) of y or more: the
// distribution of the level, cut at y, by its first two moments.
func (l *level) observeAtLeast(y float64) {
	a, b := l.varMean+l.cov, l.cov+l.varDev
	l.cut(a, b, 1+a+b, l.mean+l.dev-y)
}

// observeMeanAtLeast takes in that the channel's mean, seen with an error of
// the variance v in units of scale, is z or more.
func (l *level) observeMeanAtLeast(z, v float64) {
	l.cut(l.varMean, l.cov, l.varMean+v, l.mean-z)
}

// cut conditions the state on x >= 0, where x is normal with the given mean and
// the variance f in units of scale, and a and b are its covariances with the state.
func (l *level) cut(a, b, f, mean float64) {
	sd := math.Sqrt(f * l.scale)
	z := mean / sd
	h := hazard(-z)     // x moves up by h standard deviations
	fall := h * (h + z) // and its variance falls by this share, 0 to 1
	l.mean += a / f * h * sd
	l.dev += b / f * h * sd
	l.varMean -= fall * a * a / f
	l.varDev -= fall * b * b / f
	l.cov -= fall * a * b / f
}

// hazard is the density of the standard normal over its upper tail at x.
func hazard(x float64) float64 {
	if x > 30 {
		return x + 1/x - 2/(x*x*x) // the tail series: erfc underflows soon after
	}
	return math.Sqrt(2/math.Pi) * math.Exp(-x*x/2) / math.Erfc(x/math.Sqrt2)
}

// path summarises the level over the next n videos at the usual gap.
type path struct {
	mid    float64 // ln of the mean of e^level along the level's expected course
	common float64 // variance that all n videos share, in units of scale
	apart  float64 // mean variance of one video's level around what they share
}

// pathNodes is how many videos stand for all on a longer path.
const pathNodes = 64

func (l *level) ahead(videos int, p drift) path {
	n := float64(videos)
	phi := math.Exp(-1 / p.reversion)
	pn := math.Exp(-n / p.reversion)
	s1 := phi * (1 - pn) / (1 - phi) / n                                      // mean of phi^k, k = 1..n
	s2 := phi * phi * (1 - pn*pn) / (1 - phi*phi) / n                         // mean of phi^2k
	pairs := phi * (n - 1 - n*phi + pn) / ((1 - phi) * (1 - phi)) * 2 / n / n // mean of phi^|i-j| off the diagonal
	common := l.varMean + 2*l.cov*s1 + l.varDev*s1*s1 + p.swing*(1/n+pairs-s1*s1)
	each := l.varMean + 2*l.cov*s1 + l.varDev*s2 + p.swing*(1-s2)
	nodes := min(videos, pathNodes)
	step := n / float64(nodes)
	factor, at := math.Exp(-step/p.reversion), l.dev*math.Exp(-(step+1)/2/p.reversion)
	highest := max(at, 0)
	var sum float64
	for range nodes {
		sum += math.Exp(at - highest)
		at *= factor
	}
	return path{
		mid:    l.mean + highest + math.Log(sum/float64(nodes)),
		common: common,
		apart:  max(0, each-common),
	}
}
