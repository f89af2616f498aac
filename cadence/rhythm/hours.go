package rhythm

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// fits returns the probability that the hours of n videos fit into a week of the
// given mean hours. One video takes gamma distributed hours of the given mean and
// spread, n of them gamma distributed hours of shape n/spread^2:
//
//	P(S_n <= h) = P(n/spread^2, h/(mean spread^2))        hours of the week certain
//	            = I_x(n/spread^2, 1/unsteady^2)           hours gamma distributed too
//	x = b/(a+b), a = mean spread^2, b = h unsteady^2
//
// with P the regularised incomplete gamma and I the regularised incomplete beta
// function: a ratio of gamma variables is beta distributed.
func fits(n, hours, mean, spread, unsteady float64) float64 {
	switch {
	case n <= 0:
		return 1
	case hours <= 0:
		return 0
	}
	shape := n / (spread * spread)
	scale := mean * spread * spread
	if unsteady < 0.01 { // the beta function loses digits where the hours hardly vary
		return unit(mathext.GammaIncReg(shape, hours/scale))
	}
	other := hours * unsteady * unsteady
	return unit(mathext.RegIncBeta(shape, 1/(unsteady*unsteady), other/(scale+other)))
}

// unit holds a probability in [0,1] against the last bit.
func unit(p float64) float64 { return min(1, max(0, p)) }

// A chain of several weeks divides a video into at most maxSteps steps, and all
// the videos it has to tell apart into at most maxAll, so that large teams do not
// take long. Fewer steps mean more spread: it errs on the safe side.
const (
	maxSteps = 16
	maxAll   = 400
)

// steps divides a video into k steps of exponentially distributed length with
// weight 1-w, and into k+1 with weight w: a mixture of two gamma distributions of
// whole shape that has the mean and the spread of the video.
func steps(spread float64, videos int) (k int, w float64) {
	limit := max(1, min(maxSteps, maxAll/videos))
	shape := 1 / (spread * spread)
	k = max(1, int(shape+1e-9))
	if k >= limit {
		return limit, 0
	}
	w = (1/float64(k) - 1/shape) * float64(k) * float64(k+1)
	if w < 1e-6 {
		return k, 0
	}
	return k, w
}

// overSteps evaluates f for the steps of a video.
func overSteps(spread float64, videos int, f func(k int) float64) float64 {
	k, w := steps(spread, videos)
	if w == 0 {
		return f(k)
	}
	return (1-w)*f(k) + w*f(k+1)
}

// stepCount is the distribution of the steps done in one week: values from lo on.
type stepCount struct {
	lo int
	p  []float64
}

// stepsDone returns how many steps of a mean length are done in a week: Poisson
// when its hours are certain, negative binomial when they are gamma distributed.
// Tails below 1e-15 are cut.
func stepsDone(hours, mean float64, k int, unsteady float64) stepCount {
	rate := hours * float64(k) / mean
	if rate <= 0 {
		return stepCount{0, []float64{1}}
	}
	up := func(j int) float64 { return rate / float64(j+1) } // p(j+1)/p(j)
	log := func(j int) float64 { return float64(j)*math.Log(rate) - rate - lgamma(float64(j)+1) }
	if unsteady >= 0.01 {
		b := 1 / (unsteady * unsteady)
		odds := rate / (rate + b)
		up = func(j int) float64 { return (float64(j) + b) / float64(j+1) * odds }
		log = func(j int) float64 {
			return lgamma(float64(j)+b) - lgamma(b) - lgamma(float64(j)+1) + b*math.Log1p(-odds) + float64(j)*math.Log(odds)
		}
	}
	mode := int(rate)
	top := math.Exp(log(mode))
	lo := mode
	var down []float64
	for p := top; lo > 0; {
		p /= up(lo - 1)
		if p < 1e-15 {
			break
		}
		down = append(down, p)
		lo--
	}
	out := stepCount{lo, make([]float64, 0, 2*len(down)+16)}
	for i := len(down) - 1; i >= 0; i-- {
		out.p = append(out.p, down[i])
	}
	for j, p := mode, top; p >= 1e-15 || j == mode; j++ {
		out.p = append(out.p, p)
		p *= up(j)
	}
	return out
}

func lgamma(x float64) float64 { v, _ := math.Lgamma(x); return v }
