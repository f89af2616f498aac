package measure

import "github.com/hochkant/hochkant/strategy/check"

// Answer is yes or no. The zero Answer means that nobody said yet, which is
// neither.
type Answer uint8

// The answers.
const (
	Yes Answer = iota + 1
	No
)

var answerWords = check.Words[Answer]{Yes: "yes", No: "no"}

// Given reports whether somebody answered with yes or no.
func (a Answer) Given() bool { return answerWords.Valid(a) }

// String returns "yes" or "no", and "Answer(0)" while there is none.
func (a Answer) String() string { return answerWords.String(a) }

// MarshalText writes "yes" or "no"; an invalid value is an error.
func (a Answer) MarshalText() ([]byte, error) { return answerWords.Marshal(a) }

// UnmarshalText reads "yes" or "no".
func (a *Answer) UnmarshalText(text []byte) (err error) {
	*a, err = answerWords.Parse(string(text))
	return err
}
