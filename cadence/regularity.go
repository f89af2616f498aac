package cadence

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Burstiness returns the measure of Kim and Jo (Phys. Rev. E 94, 032311, 2016) that
// reaches -1, 0 and 1 for every number n of gaps:
//
//	(sqrt(n+1) r - sqrt(n-1)) / ((sqrt(n+1) - 2) r + sqrt(n-1)),  r = population sd / mean
//
// Gaps must be finite and not negative, their sum above 0, at least two of them, else
// [ErrTooFew].
func Burstiness(gaps []float64) (float64, error) {
	if err := checkGaps(gaps, 2); err != nil {
		return 0, err
	}
	n := float64(len(gaps))
	mean, sd := meanSD(gaps)
	r := sd / mean
	return (math.Sqrt(n+1)*r-math.Sqrt(n-1))/((math.Sqrt(n+1)-2)*r+math.Sqrt(n-1)) + 0, nil
}

// Memory returns the correlation of each gap with the next (Goh, Barabási, EPL 81,
// 48002, 2008). At least three gaps, and not all equal, else [ErrTooFew]; below about
// ten it is noise.
func Memory(gaps []float64) (float64, error) {
	if err := checkGaps(gaps, 3); err != nil {
		return 0, err
	}
	a, b := gaps[:len(gaps)-1], gaps[1:]
	meanA, sdA := meanSD(a)
	meanB, sdB := meanSD(b)
	if sdA <= 1e-12*meanA || sdB <= 1e-12*meanB {
		return 0, tooFew(1, 2, "different gaps in either row")
	}
	sum := 0.0
	for i := range a {
		sum += (a[i] - meanA) * (b[i] - meanB)
	}
	return min(max(sum/float64(len(a))/sdA/sdB, -1), 1) + 0, nil
}

// LocalVariation returns Lv of Shinomoto, Shima and Tanji (Neural Computation 15,
// 2003), the mean of 3 ((a-b)/(a+b))^2 over neighbours: blind to slow trends, unlike
// Burstiness. At least two gaps, else [ErrTooFew]; two neighbours of 0 count as equal.
func LocalVariation(gaps []float64) (float64, error) {
	if err := checkGaps(gaps, 2); err != nil {
		return 0, err
	}
	sum := 0.0
	for i := 1; i < len(gaps); i++ {
		if a, b := gaps[i-1], gaps[i]; a+b > 0 {
			sum += 3 * (a - b) * (a - b) / ((a + b) * (a + b))
		}
	}
	return sum / float64(len(gaps)-1), nil
}

func checkGaps(gaps []float64, need int) error {
	if len(gaps) < need {
		return tooFew(len(gaps), need, "gaps")
	}
	var l check.List
	sum := 0.0
	for i, g := range gaps {
		l.Between(check.Pointer(i), g, 0, 1e9, "a gap from 0 to 1e9")
		sum += g
	}
	if err := l.Err(); err != nil {
		return err
	}
	if sum <= 0 {
		return tooFew(0, 1, "gaps above 0")
	}
	return nil
}

// meanSD returns mean and population standard deviation.
func meanSD(values []float64) (mean, sd float64) {
	n := float64(len(values))
	for _, v := range values {
		mean += v / n
	}
	for _, v := range values {
		sd += (v - mean) * (v - mean) / n
	}
	return mean, math.Sqrt(sd)
}
