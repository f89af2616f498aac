package agency

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Model is a way of working with an agency, or without one. The zero value is
// not set and invalid.
type Model uint8

// The three models in the sense of the source (an agency expert's talk, see
// the package comment), and going without an agency as the baseline beside them.
const (
	WithoutAgency Model = iota + 1 // everything by the own team, no outside help
	DoItYourself                   // one-off outside advice (a workshop), then everything by the own team
	DoItWithYou                    // the body brings content and scripts; the agency helps with the concept, improves and produces, continuously
	DoItForYou                     // the agency does it all, from concept to community management, with regular meetings
)

const modelCount = int(DoItForYou)

var modelWords = check.Words[Model]{
	WithoutAgency: "without agency", DoItYourself: "do it yourself", DoItWithYou: "do it with you", DoItForYou: "do it for you",
}

// Models returns the four models, the baseline first.
func Models() []Model { return modelWords.All() }

// String returns "without agency", "do it yourself", "do it with you" or "do it for you".
func (m Model) String() string { return modelWords.String(m) }

// MarshalText writes the words of [Model.String]; an invalid value is an error.
func (m Model) MarshalText() ([]byte, error) { return modelWords.Marshal(m) }

// UnmarshalText reads the words of [Model.String].
func (m *Model) UnmarshalText(text []byte) (err error) {
	*m, err = modelWords.Parse(string(text))
	return err
}

// In returns the name of the model in a language, as it stands in a sentence:
// "gemeinsam mit der Agentur", "do it with the agency".
func (m Model) In(l reason.Lang) string {
	if !modelWords.Valid(m) {
		return m.String()
	}
	return l.Pick(modelDE[m], modelEN[m])
}

// bought reports whether an agency works continuously in the model.
func (m Model) bought() bool { return m == DoItWithYou || m == DoItForYou }

// index is the place of a valid model in arrays by model.
func (m Model) index() int { return int(m) - 1 }

// names of the models in a sentence.
var (
	modelDE = [...]string{WithoutAgency: "ohne Agentur", DoItYourself: "selbst machen", DoItWithYou: "gemeinsam mit der Agentur", DoItForYou: "alles durch die Agentur"}
	modelEN = [...]string{WithoutAgency: "without an agency", DoItYourself: "do it yourself", DoItWithYou: "do it with the agency", DoItForYou: "leave it to the agency"}
)
