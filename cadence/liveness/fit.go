package liveness

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Weighted is a record that stands for a number of like channels.
type Weighted struct {
	Record
	Weight float64 // above 0; 1 for a single channel
}

// Fitted is the result of [Fit].
type Fitted struct {
	Model         BGBB    `json:"model"`
	LogLikelihood float64 `json:"logLikelihood"` // of the cohort, weights counted
	Evaluations   int     `json:"evaluations"`
	Converged     bool    `json:"converged"` // false when the evaluations ran out first
}

// ErrNoRecords says that a cohort is empty.
var ErrNoRecords = errors.New("the cohort has no record")

// Fit finds the parameters that make a cohort most likely, by a simplex search
// (Nelder, Mead 1965) on their logarithms inside [1e-3, 1e4]. It is deterministic.
func Fit(cohort []Weighted) (Fitted, error) {
	var l check.List
	for i, w := range cohort {
		l.Merge(check.Pointer(i), w.Validate())
		l.Positive(check.Pointer(i, "weight"), w.Weight, "a number above 0")
	}
	if err := l.Err(); err != nil {
		return Fitted{}, err
	}
	if len(cohort) == 0 {
		return Fitted{}, ErrNoRecords
	}
	out := Fitted{}
	loss := func(p [4]float64) float64 {
		out.Evaluations++
		m := model(p)
		sum := 0.0
		for _, w := range cohort {
			sum -= w.Weight * m.LogLikelihood(w.Record)
		}
		return sum
	}
	// a second start from the first end guards against a collapsed simplex
	best, _ := simplex(loss, [4]float64{}, 1)
	best, out.Converged = simplex(loss, best, 0.1)
	out.Model = model(best)
	out.LogLikelihood = -loss(best)
	return out, nil
}

// model turns logarithms into parameters, held inside the limits of the search.
func model(p [4]float64) BGBB {
	for i := range p {
		p[i] = math.Exp(min(max(p[i], math.Log(1e-3)), math.Log(1e4)))
	}
	return BGBB{p[0], p[1], p[2], p[3]}
}

type vertex struct {
	at   [4]float64
	loss float64
}

// simplex minimises f from a start with the standard coefficients (reflection 1,
// expansion 2, contraction and shrinkage one half).
func simplex(f func([4]float64) float64, start [4]float64, size float64) (best [4]float64, converged bool) {
	var s [5]vertex
	for i := range s {
		s[i].at = start
		if i > 0 {
			s[i].at[i-1] += size
		}
		s[i].loss = f(s[i].at)
	}
	for range 2000 {
		slices.SortStableFunc(s[:], func(a, b vertex) int { return cmp.Compare(a.loss, b.loss) })
		if s[4].loss-s[0].loss <= 1e-12*math.Abs(s[0].loss) {
			return s[0].at, true
		}
		var centre [4]float64
		for _, v := range s[:4] {
			for j := range centre {
				centre[j] += v.at[j] / 4
			}
		}
		try := func(factor float64) vertex {
			v := vertex{}
			for j := range centre {
				v.at[j] = centre[j] + factor*(s[4].at[j]-centre[j])
			}
			v.loss = f(v.at)
			return v
		}
		switch reflected := try(-1); {
		case reflected.loss < s[0].loss:
			if expanded := try(-2); expanded.loss < reflected.loss {
				s[4] = expanded
			} else {
				s[4] = reflected
			}
		case reflected.loss < s[3].loss:
			s[4] = reflected
		default:
			if contracted := try(0.5); contracted.loss < s[4].loss {
				s[4] = contracted
				continue
			}
			for i := 1; i < len(s); i++ {
				for j := range centre {
					s[i].at[j] = (s[i].at[j] + s[0].at[j]) / 2
				}
				s[i].loss = f(s[i].at)
			}
		}
	}
	return s[0].at, false
}
