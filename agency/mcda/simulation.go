package mcda

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Simulation draws weights and inputs together and asks a model for the values
// that follow. Every draw of the inputs meets all alternatives (common random
// numbers), so differences between them are sharp. All fields are required but
// Inputs.
type Simulation struct {
	Alternatives int        // 1 to 256
	Space        Space      // of the weights; it sets the number of criteria
	Inputs       []Quantity // at most 1024
	// Model writes the value of alternative a on criterion c to
	// values[a*criteria+c], for one draw of the inputs, in their order. It must
	// set all of them, keep neither slice, and depend on nothing but the
	// inputs. An error ends the simulation.
	Model func(inputs, values []float64) error
	Draws int // 1 to 10 million; Draws x ((Alternatives + 1) x criteria + len(Inputs)) at most 32 million
	// Source starts two streams, for weights and inputs. Every draw takes one
	// number for each input, whatever is known about it: the same source with one
	// input made exact leaves the draws of all others as they were.
	Source rand.Source
}

// maxStored bounds the memory for the values of all draws to about 256 MB.
const maxStored = 32_000_000

// Run returns the acceptability of the alternatives and the value of finding
// out. The same simulation with an equal source gives the same result.
func (s Simulation) Run() (Result, error) {
	if err := s.validate(); err != nil {
		return Result{}, err
	}
	criteria := s.Space.criteria
	size := s.Alternatives * criteria
	weightStream, uniform := streams(s.Source)
	sampler := s.Space.sampler(rand.New(weightStream))
	counts := newTally(s.Alternatives, s.Space)
	all, drawn := make([]float64, s.Draws*size), make([]float64, 0, s.Draws*len(counts.all))
	strata := newStrata(s.Draws, len(s.Inputs))
	inputs, w := make([]float64, len(s.Inputs)), make(Weights, criteria)
	best := 0.0
	for i := range s.Draws {
		for j, q := range s.Inputs {
			// Between 2^-53 and 1 - 2^-53: the ends have no normal quantile.
			u := (float64(uniform.Uint64()>>12) + 0.5) / (1 << 52)
			inputs[j] = q.at(u)
			strata.set(i, j, u)
		}
		values := all[i*size : (i+1)*size : (i+1)*size]
		if err := s.ask(inputs, values); err != nil {
			return Result{}, fmt.Errorf("draw %d: %w", i, err)
		}
		at := sampler.next()
		s.Space.weights(at, w)
		for a := range counts.scores {
			counts.scores[a] = w.score(values[a*criteria : (a+1)*criteria])
		}
		drawn = append(drawn, at...)
		best += counts.add(at, tieShare*largest(values))
	}
	r := counts.result()
	s.confidence(&r, all)
	r.Information = s.information(r, all, drawn, strata)
	r.Information.All = counts.gain(best)
	return r, nil
}

func (s Simulation) validate() error {
	var l check.List
	ok := count(&l, "/alternatives", s.Alternatives, maxAlternatives, "alternatives")
	ok = s.Space.check(&l, "/space", s.Space.criteria) && ok
	sampling(&l, s.Draws, s.Source)
	if s.Model == nil {
		l.Add("/model", check.ErrRequired, check.None, "a function that turns inputs into values")
	}
	if len(s.Inputs) > maxInputs {
		l.Add("/inputs", check.ErrLimit, len(s.Inputs), fmt.Sprintf("at most %d inputs", maxInputs))
	}
	for i, q := range s.Inputs[:min(len(s.Inputs), maxInputs)] {
		l.Merge(check.Pointer("inputs", i), q.Validate())
	}
	if each := (s.Alternatives+1)*s.Space.criteria + len(s.Inputs); ok && l.Err() == nil && s.Draws > maxStored/each {
		l.Add("/draws", check.ErrLimit, s.Draws, fmt.Sprintf("at most %d draws for so many values and inputs", maxStored/each))
	}
	return l.Err()
}

// ask lets the model fill the values of one draw. What it leaves out stays NaN
// and is found.
func (s Simulation) ask(inputs, values []float64) error {
	for i := range values {
		values[i] = math.NaN()
	}
	var l check.List
	if err := s.Model(inputs, values); err != nil {
		l.Merge("/model", err)
		return l.Err()
	}
	for i, v := range values {
		if !(v >= -maxValue && v <= maxValue) {
			magnitude(&l, check.Pointer("model", i/s.Space.criteria, i%s.Space.criteria), v)
		}
	}
	return l.Err()
}

// confidence asks for every alternative with central weights how often it is
// first with them, over the same draws of the inputs.
func (s Simulation) confidence(r *Result, all []float64) {
	criteria := s.Space.criteria
	for a := range r.Alternatives {
		w := r.Alternatives[a].CentralWeights
		if w == nil {
			continue
		}
		var first int64
		for values := range slices.Chunk(all, s.Alternatives*criteria) {
			own := w.score(values[a*criteria:(a+1)*criteria]) + tieShare*largest(values)
			won := int64(1)
			for b := range s.Alternatives {
				if w.score(values[b*criteria:(b+1)*criteria]) > own {
					won = 0
					break
				}
			}
			first += won
		}
		p := probability(first, r.Draws)
		r.Alternatives[a].Confidence = &p
	}
}
