package naming

import "github.com/hochkant/hochkant/strategy/check"

// Kind is the kind of thing that is named. What is a fault in the name of a
// channel may be only a note in the title of one video.
type Kind uint8

// The kinds of name.
const (
	Channel Kind = iota + 1 // the display name of a channel: a topic people come back to
	Series                  // a recurring format within a channel
	Video                   // the title of one video: a task, a question or an outcome
	Handle                  // the @name: letters, digits and few signs
)

var kindWords = check.Words[Kind]{Channel: "channel", Series: "series", Video: "video", Handle: "handle"}

// String returns the word for the kind, such as "channel".
func (k Kind) String() string { return kindWords.String(k) }

// MarshalText writes the word of [Kind.String]; an invalid value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kindWords.Marshal(k) }

// UnmarshalText reads one of the words.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*k, err = kindWords.Parse(string(text))
	return err
}

// Severity says how much a finding matters.
type Severity uint8

// The severities, the mildest first.
const (
	Info    Severity = iota + 1 // worth knowing, nothing need change
	Warning                     // should be changed
	Error                       // the name should not be used as it is
)

var severityWords = check.Words[Severity]{Info: "info", Warning: "warning", Error: "error"}

// String returns the word for the severity, such as "warning".
func (s Severity) String() string { return severityWords.String(s) }

// MarshalText writes the word of [Severity.String]; an invalid value is an
// error.
func (s Severity) MarshalText() ([]byte, error) { return severityWords.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Severity) UnmarshalText(text []byte) (err error) {
	*s, err = severityWords.Parse(string(text))
	return err
}

// Band puts a score into words.
type Band uint8

// The bands of the score.
const (
	OfficeView Band = iota + 1 // below 40: named from the office's view
	Mixed                      // 40 to 59
	UserView                   // 60 to 79: named from the person's view
	Strong                     // 80 and more
)

var bandWords = check.Words[Band]{OfficeView: "office view", Mixed: "mixed", UserView: "user view", Strong: "strong"}

// String returns the words for the band, such as "office view".
func (b Band) String() string { return bandWords.String(b) }

// MarshalText writes the words of [Band.String]; an invalid value is an error.
func (b Band) MarshalText() ([]byte, error) { return bandWords.Marshal(b) }

// UnmarshalText reads the words of one of the bands.
func (b *Band) UnmarshalText(text []byte) (err error) {
	*b, err = bandWords.Parse(string(text))
	return err
}

func bandOf(score int) Band {
	switch {
	case score < 40:
		return OfficeView
	case score < 60:
		return Mixed
	case score < 80:
		return UserView
	}
	return Strong
}

// Address is how the names speak to people.
type Address uint8

// The forms of address.
const (
	Informal Address = iota + 1 // du
	Formal                      // Sie
)

var addressWords = check.Words[Address]{Informal: "du", Formal: "sie"}

// String returns "du" or "sie".
func (a Address) String() string { return addressWords.String(a) }

// MarshalText writes the word of [Address.String]; an invalid value is an
// error.
func (a Address) MarshalText() ([]byte, error) { return addressWords.Marshal(a) }

// UnmarshalText reads "du" or "sie".
func (a *Address) UnmarshalText(text []byte) (err error) {
	*a, err = addressWords.Parse(string(text))
	return err
}

// GenderPolicy is what the house rules say about gender signs inside words
// ("Bürger*innen"). German states and authorities differ on it, so nothing is
// ever rewritten; the policy only decides what is reported.
type GenderPolicy uint8

// The policies. The zero value is WarnMarkers.
const (
	WarnMarkers   GenderPolicy = iota + 1 // report as a warning
	AllowMarkers                          // do not report, but in handles, where the sign vanishes
	ForbidMarkers                         // report as an error
)

var genderPolicyWords = check.Words[GenderPolicy]{WarnMarkers: "warn", AllowMarkers: "allow", ForbidMarkers: "forbid"}

// String returns "warn", "allow" or "forbid".
func (g GenderPolicy) String() string { return genderPolicyWords.String(g) }

// MarshalText writes the word of [GenderPolicy.String]; an invalid value is an
// error.
func (g GenderPolicy) MarshalText() ([]byte, error) { return genderPolicyWords.Marshal(g) }

// UnmarshalText reads "warn", "allow" or "forbid".
func (g *GenderPolicy) UnmarshalText(text []byte) (err error) {
	*g, err = genderPolicyWords.Parse(string(text))
	return err
}
