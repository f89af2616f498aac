package agency

import (
	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Verdict is how firm the answer is. Its words are defined by [Thresholds].
type Verdict uint8

// The verdicts.
const (
	Clear    Verdict = iota + 1 // one model wins for nearly all weights (and inputs, when they were drawn)
	Lean                        // one model wins for most
	Open                        // no model wins for most: discuss the weights first
	NoneFits                    // every model breaks a hard check or the budget
)

var verdictWords = check.Words[Verdict]{Clear: "clear", Lean: "lean", Open: "open", NoneFits: "none fits"}

// String returns "clear", "lean", "open" or "none fits".
func (v Verdict) String() string { return verdictWords.String(v) }

// MarshalText writes the words of [Verdict.String]; an invalid value is an error.
func (v Verdict) MarshalText() ([]byte, error) { return verdictWords.Marshal(v) }

// UnmarshalText reads the words of [Verdict.String].
func (v *Verdict) UnmarshalText(text []byte) (err error) {
	*v, err = verdictWords.Parse(string(text))
	return err
}

// In returns the verdict as a word in a language, such as "klar" or "clear".
func (v Verdict) In(l reason.Lang) string {
	if !verdictWords.Valid(v) {
		return v.String()
	}
	return l.Pick([...]string{Clear: "klar", Lean: "Tendenz", Open: "offen", NoneFits: "keines passt"}[v],
		[...]string{Clear: "clear", Lean: "leaning", Open: "open", NoneFits: "none fits"}[v])
}

// Standing says whether a model can be chosen.
type Standing uint8

// The standings.
const (
	Fits        Standing = iota + 1 // no check is broken; unknown ones may remain
	NotFundable                     // only the budget is broken: a missing budget is no ground for leaving a model out (BMF guide to § 7 BHO)
	DoesNotFit                      // another check is broken
)

var standingWords = check.Words[Standing]{Fits: "fits", NotFundable: "not fundable", DoesNotFit: "does not fit"}

// String returns "fits", "not fundable" or "does not fit".
func (s Standing) String() string { return standingWords.String(s) }

// MarshalText writes the words of [Standing.String]; an invalid value is an error.
func (s Standing) MarshalText() ([]byte, error) { return standingWords.Marshal(s) }

// UnmarshalText reads the words of [Standing.String].
func (s *Standing) UnmarshalText(text []byte) (err error) {
	*s, err = standingWords.Parse(string(text))
	return err
}

// In returns the standing in a language, such as "passt" or "fits".
func (s Standing) In(l reason.Lang) string {
	if !standingWords.Valid(s) {
		return s.String()
	}
	return l.Pick([...]string{Fits: "passt", NotFundable: "nicht bezahlbar", DoesNotFit: "passt nicht"}[s], s.String())
}

// Check is the answer to one [Requirement] for one model.
type Check struct {
	Requirement Requirement   `json:"requirement"`
	Status      Status        `json:"status"`
	Reason      reason.Reason `json:"reason"`
	Remedy      reason.Reason `json:"remedy,omitzero"` // what would settle it; nothing when met
}

// Score is the value of a model on one criterion and how it came about.
type Score struct {
	Criterion    Criterion     `json:"criterion"`
	Measurement  float64       `json:"measurement"`  // in the unit of the criterion
	Value        float64       `json:"value"`        // on the fixed scale, 0 to 1
	Weight       float64       `json:"weight"`       // mean weight of the criterion
	Contribution float64       `json:"contribution"` // Value x Weight; the contributions of a model add up to its score
	Reason       reason.Reason `json:"reason"`
}

// Option is everything the decision says about one model.
type Option struct {
	Model     Model            `json:"model"`
	Assumed   bool             `json:"assumed"` // no offer was given for the model
	Standing  Standing         `json:"standing"`
	Rank      int              `json:"rank"`  // by score among all four, 1 is best, ties share a rank
	Score     float64          `json:"score"` // 0 to 1, at the mean weights
	Scores    []Score          `json:"scores"`
	Checks    []Check          `json:"checks"`
	Cost      CostPlan         `json:"cost"`
	OwnHours  measure.Hours    `json:"ownHours"`       // own hours a week
	Agency    measure.Hours    `json:"agency"`         // hours of the agency a week
	Possible  float64          `json:"possible"`       // videos a week that the own hours allow under this model, at most 50
	Award     procurement.Note `json:"award,omitzero"` // likely procedure; nothing for WithoutAgency
	Broken    []Requirement    `json:"broken"`         // of Checks
	Unsettled []Requirement    `json:"unsettled"`      // checks that are unknown
}

// Pair is the probability that a model scores more than another when nothing
// but the stated priorities is known about the weights.
type Pair struct {
	Better      Model         `json:"better"`
	Than        Model         `json:"than"`
	Probability measure.Share `json:"probability"`
}

// Assumption is an input that the caller did not give.
type Assumption struct {
	Input  string         `json:"input"`          // JSON Pointer of the place where the caller could give it
	Value  *mcda.Quantity `json:"value,omitzero"` // what was used instead, where it is a number
	Reason reason.Reason  `json:"reason"`
}

// Decision is the answer to a [Case].
type Decision struct {
	Verdict     Verdict         `json:"verdict"`
	Recommended Model           `json:"recommended,omitzero"` // nothing when NoneFits
	Probability measure.Share   `json:"probability"`          // that Recommended is the best of those that fit
	Exact       bool            `json:"exact"`                // Probability is in closed form, not sampled
	Margin      float64         `json:"margin"`               // lead over the strongest other model that fits, in the mean score at the middle of the inputs: below 0 when a simulation recommends another than the middle; the whole score when no other fits
	Thresholds  Thresholds      `json:"thresholds"`
	Options     []Option        `json:"options"`              // in the order of Models
	Ranking     []Model         `json:"ranking"`              // by score, best first
	Pairs       []Pair          `json:"pairs"`                // empty when the space of weights has no closed form
	Flips       []Flip          `json:"flips"`                // what would make another model win, by rival in order of the ranking, the smallest change first
	Gaps        []Gap           `json:"gaps"`                 // of a body that does it alone, by task
	Path        *Path           `json:"path,omitempty"`       // out of the contract; for recommended models with one
	CrossCheck  *CrossCheck     `json:"crossCheck,omitempty"` // nothing when fewer than two models fit
	Robustness  *Robustness     `json:"robustness,omitempty"` // with WithSimulation
	AskFirst    []Inquiry       `json:"askFirst,omitempty"`   // what to find out first, with WithSimulation
	Scales      []NamedScale    `json:"scales"`
	Assumptions []Assumption    `json:"assumptions"`
	Reasons     []reason.Reason `json:"reasons"` // the explanation, sentence by sentence
}

// NamedScale is the scale of a criterion as used.
type NamedScale struct {
	Criterion Criterion `json:"criterion"`
	Scale
}

// Option returns what the decision says about a model; the zero Option for an
// invalid one.
func (d Decision) Option(m Model) Option {
	if !modelWords.Valid(m) || len(d.Options) != modelCount {
		return Option{}
	}
	return d.Options[m.index()]
}

// Explain returns the explanation in a language, a sentence each. Every number
// in it is a figure of a reason in the decision.
func (d Decision) Explain(l reason.Lang) []string {
	out := make([]string, len(d.Reasons))
	for i, r := range d.Reasons {
		out[i] = r.In(l)
	}
	return out
}
