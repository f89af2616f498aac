package measure

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Evidence says how a number came about. The zero value means that nobody said.
type Evidence uint8

// The kinds of evidence, from the strongest to the weakest.
const (
	Measured  Evidence = iota + 1 // counted or observed on the case itself, or official statistics
	Estimated                     // calculated by a model from measured figures
	Assumed                       // set by the caller or by a default, not from data on the case
)

var evidenceWords = check.Words[Evidence]{Measured: "measured", Estimated: "estimated", Assumed: "assumed"}

// Weakest returns the weakest of the given kinds: a result is no better than
// its weakest input. Kinds that nobody said are passed over.
func Weakest(kinds ...Evidence) Evidence { return slices.Max(append(kinds, 0)) }

// String returns "measured", "estimated" or "assumed".
func (e Evidence) String() string { return evidenceWords.String(e) }

// MarshalText writes the word of [Evidence.String]; an invalid value is an error.
func (e Evidence) MarshalText() ([]byte, error) { return evidenceWords.Marshal(e) }

// UnmarshalText reads one of the words.
func (e *Evidence) UnmarshalText(text []byte) (err error) {
	*e, err = evidenceWords.Parse(string(text))
	return err
}

// Certainty grades how well a source is known to say what is quoted from it.
type Certainty uint8

// The grades of a source.
const (
	Publisher  Certainty = iota + 1 // the publisher's own text or table was read
	Secondary                       // a named study, the figure read in a report on it
	Disputed                        // sources disagree, or the print is unclear
	FromMemory                      // not verified
	Computed                        // computed for this project from a public table
	Claim                           // an expert's claim, without data
	Rule                            // a rule of thumb
)

var certaintyWords = check.Words[Certainty]{
	Publisher: "publisher", Secondary: "secondary", Disputed: "disputed",
	FromMemory: "from memory", Computed: "computed", Claim: "claim", Rule: "rule of thumb",
}

// String returns the word for the grade, such as "publisher" or "rule of thumb".
func (c Certainty) String() string { return certaintyWords.String(c) }

// MarshalText writes the word of [Certainty.String]; an invalid value is an error.
func (c Certainty) MarshalText() ([]byte, error) { return certaintyWords.Marshal(c) }

// UnmarshalText reads one of the words.
func (c *Certainty) UnmarshalText(text []byte) (err error) {
	*c, err = certaintyWords.Parse(string(text))
	return err
}

// Source says where a figure, a rule or a claim comes from.
type Source struct {
	Key       string    `json:"key"`                // short and stable, such as "destatis-12411-2023"; orders sources
	Title     string    `json:"title"`              // the publication or table
	Publisher string    `json:"publisher"`          // who published it
	Year      int       `json:"year"`               // of publication or of the figure; 0 when the source carries none
	Certainty Certainty `json:"certainty,omitzero"` // how well it is known
	Note      string    `json:"note,omitzero"`      // population, base or reservation, in one sentence
}

// String returns publisher, title and year: "Destatis: Bevölkerung nach Altersjahren (2023)".
func (s Source) String() string {
	text := s.Title
	if s.Publisher != "" {
		text = s.Publisher + ": " + text
	}
	if s.Year != 0 {
		text = fmt.Sprintf("%s (%d)", text, s.Year)
	}
	return text
}

// MergeSources returns the sources of all lists once each, by their key, in
// the order of their keys. The first of two with the same key stays.
func MergeSources(lists ...[]Source) []Source {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b Source) int { return cmp.Compare(a.Key, b.Key) })
	return slices.CompactFunc(all, func(a, b Source) bool { return a.Key == b.Key })
}
