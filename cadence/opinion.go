package cadence

import (
	"github.com/hochkant/hochkant/cadence/liveness"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// DefaultLiveness returns the BG/BB parameters behind [SecondOpinion], by maximum
// likelihood on the same channels and weeks as [DefaultPrior].
func DefaultLiveness() liveness.BGBB {
	return liveness.BGBB{Alpha: 0.971, Beta: 0.963, Gamma: 0.356, Delta: 163.4}
}

// Record returns what BG/BB needs of the history: the slots after the first, paused
// ones left out.
func (h History) Record() liveness.Record {
	r := liveness.Record{Opportunities: max(h.seen.n-1, 0)}
	for i := 1; i < h.seen.n; i++ {
		if h.seen.at(i) == 1 {
			r.Events++
			r.Last = i
		}
	}
	return r
}

// Opinion is what another model says of the same history.
type Opinion struct {
	Alive  measure.Share `json:"alive"` // probability that the channel has not ended for good
	Share  measure.Share `json:"share"` // expected share of the next twelve slots kept
	Reason reason.Reason `json:"reason"`
}

var opinionSource = measure.Source{
	Key: "fader-hardie-shang-2010", Title: "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Publisher: "Marketing Science 29 (6)",
	Year: 2010, Certainty: measure.Secondary, Note: "BG/BB; parameters fitted on the same 33 channels as the phases.",
}

// SecondOpinion asks the "is it still alive" model BG/BB, see [liveness]. In our
// measurements its error is nearly twice that of the phases; where the two differ it
// is mostly because BG/BB weighs the whole life alike and knows no return.
func SecondOpinion(h History) Opinion {
	m, r := DefaultLiveness(), h.Record()
	o := Opinion{
		Alive: measure.Share(min(m.PAlive(r, 0), 1)),
		Share: measure.Share(min(m.Expected(r, Horizon)/Horizon, 1)),
	}
	de, en := h.slot.words()
	o.Reason = reason.New("cadence.opinion",
		"Nach einem zweiten Modell (BG/BB) ist der Kanal mit {alive} Wahrscheinlichkeit noch aktiv, {share} der nächsten {of:"+de+"} werden gehalten; es wertet die ganze Zeit gleich und kennt keine Rückkehr, daher kann es abweichen.",
		"A second model (BG/BB) gives a probability of {alive} that the channel is still active and expects {share} of the next {of:"+en+"} to be kept; it weighs the whole time alike and knows no return, so it may differ.",
		[]measure.Source{opinionSource}, reason.Share("alive", o.Alive), reason.Share("share", o.Share), reason.Count("of", Horizon))
	return o
}
