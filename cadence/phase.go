package cadence

import "github.com/hochkant/hochkant/strategy/check"

// Phase is how a channel posts at a time: one of four, ordered. It is never seen
// itself; what is seen are kept and missed slots. The zero Phase is not valid.
type Phase uint8

// The phases from the quietest to the most reliable. The shares are those of the
// default parameters, see [DefaultPrior].
const (
	Silent     Phase = iota + 1 // hardly ever a video
	Occasional                  // now and then: three weeks of ten
	Regular                     // most weeks: about three of four
	Steady                      // nearly every week: 95 of 100
)

// phases is the number of phases. Arrays by phase have [Silent] at index 0.
const phases = 4

var phaseNames = check.Words[Phase]{Silent: "silent", Occasional: "occasional", Regular: "regular", Steady: "steady"}

// IsValid reports whether p is one of the four phases.
func (p Phase) IsValid() bool { return phaseNames.Valid(p) }

// String returns the name, or Phase(9) for an invalid phase.
func (p Phase) String() string { return phaseNames.String(p) }

// MarshalText writes the name; an invalid phase is an error.
func (p Phase) MarshalText() ([]byte, error) { return phaseNames.Marshal(p) }

// UnmarshalText reads a name as [Phase.String] writes it.
func (p *Phase) UnmarshalText(text []byte) (err error) {
	*p, err = phaseNames.Parse(string(text))
	return err
}

// Phases is the probability of each phase at one time: [Silent] first, [Steady] last.
// The four add up to 1.
type Phases [phases]float64

// Of returns the probability of one phase, 0 for an invalid one.
func (p Phases) Of(phase Phase) float64 {
	if !phase.IsValid() {
		return 0
	}
	return p[phase-1]
}

// Likeliest returns the phase with the highest probability. Of phases that are equally
// likely within 1e-9 it is the quieter one.
func (p Phases) Likeliest() Phase {
	best := 0
	for i := range p {
		if p[i] > p[best]+1e-9 {
			best = i
		}
	}
	return Phase(best + 1)
}

// scaled returns p divided by its sum.
func (p Phases) scaled() Phases {
	s := 1 / (p[0] + p[1] + p[2] + p[3])
	return Phases{p[0] * s, p[1] * s, p[2] * s, p[3] * s}
}

func (p Phases) dot(v [phases]float64) float64 {
	return p[0]*v[0] + p[1]*v[1] + p[2]*v[2] + p[3]*v[3]
}
