package reach

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Point is one observation of a curve: so many views reached so many people.
type Point struct{ Views, Reach float64 }

// Figures that fits accept, in people or in shares: beyond them ratios overflow.
const (
	leastFigure = 1e-6
	mostFigure  = 1e15
)

// Fit is a fitted curve.
type Fit struct {
	Curve Curve
	stdLn float64
	known bool
}

// StdErr returns the standard error of the natural logarithm of what was fitted, the
// size of the audience or the shape: about its relative error. The middle 80 % reach
// from the value times exp(-1.28 StdErr) to the value times exp(1.28 StdErr). It is
// unknown when the data leave nothing to judge it by: a single point, or a shape at the
// end of what is accepted.
func (f Fit) StdErr() (stdErr float64, known bool) { return f.stdLn, f.known }

// FitSize fits the size of the audience to observed points under a given law. A
// single point is met exactly; with shape 1 that is Goerg's one-point fit,
// size = views reach / (views - reach). Several points are fitted by least squares
// of ln reach, as errors of reach figures are relative.
//
// Problems: no points, figures outside 1e-6 to 1e15, more people than views. As many
// people as views are a problem too: nobody saw it twice, and no size follows.
func FitSize(law NBD, points ...Point) (Fit, error) {
	var problems check.List
	if !(law.shape > 0) {
		problems.Add("/law", check.ErrRequired, law.shape, "a law made by NewNBD or Poisson")
	}
	checkPoints(&problems, points, math.Inf(1))
	if err := problems.Err(); err != nil {
		return Fit{}, err
	}
	// Each point alone asks for a size; all together for one between them.
	lo, hi := math.Inf(1), 0.0
	for _, p := range points {
		often := p.Views / p.Reach
		// Views per person reached rise with the mean exposures and are never below them.
		mean := bisectLog(1e-12, often, func(mean float64) bool { return law.MeanFrequency(mean) < often })
		lo, hi = min(lo, p.Views/mean), max(hi, p.Views/mean)
	}
	size, stdErr, known := leastSquares(lo, hi, points, func(size, views float64) float64 {
		return math.Log(Curve{size, law}.Reach(views))
	})
	return Fit{Curve{size, law}, stdErr, known}, nil
}

// FitShape fits the shape of the law to observed points in a population of known
// size. A single point is met exactly, which is the classical fit of the NBD by
// mean and share of people reached; several by least squares of ln reach.
//
// Problems: no points, figures outside 1e-6 to 1e15, more people than views or than
// the population. A point above what equal people allow ([Poisson]) asks
// for a shape without end; when all do, the fit is Poisson.
func FitShape(size float64, points ...Point) (Fit, error) {
	var problems check.List
	problems.Between("/size", size, leastFigure, mostFigure, "a population from 1e-6 to 1e15")
	checkPoints(&problems, points, size)
	if err := problems.Err(); err != nil {
		return Fit{}, err
	}
	lo, hi := maxShape, minShape
	for _, p := range points {
		shape := bisectLog(minShape, maxShape, func(shape float64) bool {
			return NBD{shape}.Reach(p.Views/size) < p.Reach/size
		})
		lo, hi = min(lo, shape), max(hi, shape)
	}
	shape, stdErr, known := leastSquares(lo, hi, points, func(shape, views float64) float64 {
		return math.Log(Curve{size, NBD{shape}}.Reach(views))
	})
	return Fit{Curve{size, endOf(shape)}, stdErr, known && !atEnd(shape)}, nil
}

// A shape within a thousandth of an end of what is accepted has run there.
func atEnd(shape float64) bool { return shape < minShape*1.001 || shape > maxShape/1.001 }

// endOf returns the law of a fitted shape, Poisson at the upper end.
func endOf(shape float64) NBD {
	if shape > maxShape/1.001 {
		return Poisson()
	}
	return NBD{shape}
}

func checkPoints(problems *check.List, points []Point, size float64) {
	if len(points) == 0 {
		problems.Add("/points", check.ErrRequired, check.None, "at least one point")
	}
	for i, p := range points {
		at := check.Pointer("points", i)
		views := problems.Between(at+"/views", p.Views, leastFigure, mostFigure, "views from 1e-6 to 1e15")
		reach := problems.Between(at+"/reach", p.Reach, leastFigure, mostFigure, "people from 1e-6 to 1e15")
		switch {
		case !views || !reach:
		case p.Reach >= p.Views:
			problems.Add(at+"/reach", check.ErrRange, p.Reach, "fewer people than views: with as many nobody saw it twice, and no curve follows")
		case p.Reach >= size:
			problems.Add(at+"/reach", check.ErrRange, p.Reach, fmt.Sprintf("fewer people than the population of %.0f", size))
		}
	}
}

// leastSquares returns the parameter between lo and hi, both positive, that
// minimises the squared misses of ln reach, and the standard error of its logarithm.
func leastSquares(lo, hi float64, points []Point, logReach func(parameter, views float64) float64) (best, stdErr float64, known bool) {
	squares := func(ln float64) float64 {
		sum := 0.0
		for _, p := range points {
			miss := logReach(math.Exp(ln), p.Views) - math.Log(p.Reach)
			sum += miss * miss
		}
		return sum
	}
	ln := goldenSection(math.Log(lo), math.Log(hi), squares)
	best = math.Exp(ln)
	if len(points) < 2 {
		return best, 0, false
	}
	const h = 1e-4
	slopes := 0.0
	for _, p := range points {
		slope := (logReach(math.Exp(ln+h), p.Views) - logReach(math.Exp(ln-h), p.Views)) / (2 * h)
		slopes += slope * slope
	}
	stdErr = math.Sqrt(squares(ln) / float64(len(points)-1) / slopes)
	return best, stdErr, !math.IsNaN(stdErr) && !math.IsInf(stdErr, 0)
}

// goldenSection returns where f, which falls and then rises, is least in [lo, hi].
func goldenSection(lo, hi float64, f func(float64) float64) float64 {
	const ratio = 0.6180339887498949
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	fa, fb := f(a), f(b)
	for range 200 {
		if hi-lo <= 1e-12*max(1, math.Abs(lo)) {
			break
		}
		if fa <= fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			fb = f(b)
		}
	}
	return lo + (hi-lo)/2
}

// FitHistogram fits mean exposures and shape by maximum likelihood to a histogram:
// counts[j] people were exposed exactly j times, the last count that often or more.
// The standard error is that of the shape with the mean fitted too.
//
// Problems: fewer than three classes, negative counts, nobody exposed, everybody in
// the open last class.
func FitHistogram(counts ...int64) (mean float64, fit Fit, err error) {
	var problems check.List
	if len(counts) < 3 {
		problems.Add("/counts", check.ErrRequired, len(counts), "at least three classes: never, once, twice or more")
	}
	size, views := 0.0, 0.0
	for j, n := range counts {
		if n < 0 {
			problems.Add(check.Pointer("counts", j), check.ErrRange, n, "a number of people from 0")
		}
		size, views = size+float64(n), views+float64(j)*float64(n)
	}
	if problems.Err() == nil && (views == 0 || counts[len(counts)-1] == int64(size)) {
		problems.Add("/counts", check.ErrRange, fmt.Sprint(counts), "people in at least two classes, some of them exposed")
	}
	if err := problems.Err(); err != nil {
		return 0, Fit{}, err
	}
	lowest := views / size // the mean if nobody were exposed more often than the last class says
	classes := make([]float64, len(counts))
	miss := func(lnMean, lnShape float64) float64 {
		NBD{math.Exp(lnShape)}.Frequencies(math.Exp(lnMean), classes)
		sum := 0.0
		for j, n := range counts {
			if n > 0 {
				sum -= float64(n) * math.Log(max(classes[j], 1e-300))
			}
		}
		return sum
	}
	lnMean := 0.0
	profile := func(lnShape float64) float64 {
		lnMean = goldenSection(math.Log(lowest)-1, math.Log(lowest)+10, func(ln float64) float64 { return miss(ln, lnShape) })
		return miss(lnMean, lnShape)
	}
	lnShape := goldenSection(math.Log(minShape), math.Log(maxShape), profile)
	const h = 0.02
	curvature := (profile(lnShape+h) - 2*profile(lnShape) + profile(lnShape-h)) / (h * h)
	// When equal people explain the counts as well, the likelihood has no top.
	if profile(math.Log(maxShape)) < profile(lnShape)+1e-6 {
		lnShape = math.Log(maxShape)
	}
	profile(lnShape)
	shape := math.Exp(lnShape)
	fit = Fit{Curve: Curve{size, endOf(shape)}}
	if curvature > 0 && !atEnd(shape) {
		fit.stdLn, fit.known = 1/math.Sqrt(curvature), true
	}
	return math.Exp(lnMean), fit, nil
}
