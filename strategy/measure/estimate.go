package measure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Estimate is a figure with its doubt: P10, P50 and P90, so that four of five
// true values lie between the outer two. Its unit is said where it is used.
// The zero Estimate is unknown, and is never shown as 0.
type Estimate struct {
	p10, p50, p90 float64
	evidence      Evidence
	sources       []Source
	known         bool
}

// NewEstimate returns an estimate of the given quantiles. They must be finite
// and in order, p10 <= p50 <= p90: disordered ones are refused, never sorted,
// because they show that something went wrong before. The evidence must be said.
func NewEstimate(p10, p50, p90 float64, e Evidence, sources ...Source) (Estimate, error) {
	var l check.List
	ok := l.Finite("/p10", p10)
	ok = l.Finite("/p50", p50) && ok
	ok = l.Finite("/p90", p90) && ok
	if ok && p10 > p50 {
		l.Add("/p50", check.ErrOrder, p50, "a median that is not below P10")
	}
	if ok && p50 > p90 {
		l.Add("/p90", check.ErrOrder, p90, "a P90 that is not below the median")
	}
	if !evidenceWords.Valid(e) {
		l.Add("/evidence", check.ErrRequired, check.None, "measured, estimated or assumed")
	}
	if err := l.Err(); err != nil {
		return Estimate{}, err
	}
	return Estimate{p10 + 0, p50 + 0, p90 + 0, e, slices.Clone(sources), true}, nil // + 0 turns -0 into 0
}

// Exactly returns an estimate without doubt, such as a count.
func Exactly(v float64, e Evidence, sources ...Source) (Estimate, error) {
	return NewEstimate(v, v, v, e, sources...)
}

// Known reports whether there is a figure at all.
func (e Estimate) Known() bool { return e.known }

// P10 is the value that one true value in ten falls below; 0 when unknown, ask [Estimate.Known] first.
func (e Estimate) P10() float64 { return e.p10 }

// P50 is the median: as many true values below as above.
func (e Estimate) P50() float64 { return e.p50 }

// P90 is the value that one true value in ten exceeds.
func (e Estimate) P90() float64 { return e.p90 }

// Evidence returns how the estimate came about.
func (e Estimate) Evidence() Evidence { return e.evidence }

// Sources returns the sources in the order given.
func (e Estimate) Sources() []Source { return slices.Clone(e.sources) }

// Map returns the estimate of f(x) for an f that never falls, or never rises:
// quantiles go through such a function exactly. When f is not monotone on the
// three points or not finite there, the result is a problem. Unknown stays unknown.
func (e Estimate) Map(f func(float64) float64) (Estimate, error) {
	if !e.known {
		return e, nil
	}
	a, b, c := f(e.p10), f(e.p50), f(e.p90)
	if a > c {
		a, c = c, a
	}
	return NewEstimate(a, b, c, e.evidence, e.sources...)
}

// Scale returns the estimate of c times the figure. Unknown stays unknown.
func (e Estimate) Scale(c float64) (Estimate, error) {
	return e.Map(func(x float64) float64 { return c * x })
}

// String returns "120 to 480, middle 250 (estimated)", or "unknown".
func (e Estimate) String() string {
	if !e.known {
		return "unknown"
	}
	return fmt.Sprintf("%.4g to %.4g, middle %.4g (%s)", e.p10, e.p90, e.p50, e.evidence)
}

type estimateJSON struct {
	P10      float64  `json:"p10"`
	P50      float64  `json:"p50"`
	P90      float64  `json:"p90"`
	Evidence Evidence `json:"evidence"`
	Sources  []Source `json:"sources,omitempty"`
}

// MarshalJSON writes {"p10":…,"p50":…,"p90":…,"evidence":…,"sources":[…]}, and null when unknown.
func (e Estimate) MarshalJSON() ([]byte, error) {
	if !e.known {
		return []byte("null"), nil
	}
	return json.Marshal(estimateJSON{e.p10, e.p50, e.p90, e.evidence, e.sources})
}

// UnmarshalJSON reads what MarshalJSON writes, as strictly as check.Decode.
func (e *Estimate) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*e = Estimate{}
		return nil
	}
	j, err := check.Decode[estimateJSON](bytes.NewReader(data))
	if err != nil {
		return err
	}
	got, err := NewEstimate(j.P10, j.P50, j.P90, j.Evidence, j.Sources...)
	if err != nil {
		return err
	}
	*e = got
	return nil
}
