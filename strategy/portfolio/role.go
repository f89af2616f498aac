package portfolio

import "github.com/hochkant/hochkant/strategy/check"

// Role is what a channel does for the body. The zero value is not said.
type Role uint8

// The roles.
const (
	Everyday   Role = iota + 1 // the ordinary channel
	Crisis                     // reaches people when it burns; never given up without a replacement
	Recruiting                 // wins staff or trainees
	Reserve                    // kept silent for an emergency
)

var roleWords = check.Words[Role]{Everyday: "everyday", Crisis: "crisis", Recruiting: "recruiting", Reserve: "reserve"}

// IsValid reports whether r is one of the roles.
func (r Role) IsValid() bool { return roleWords.Valid(r) }

// String returns "everyday", "crisis", "recruiting" or "reserve".
func (r Role) String() string { return roleWords.String(r) }

// MarshalText writes the word; an invalid value is an error.
func (r Role) MarshalText() ([]byte, error) { return roleWords.Marshal(r) }

// UnmarshalText reads the word.
func (r *Role) UnmarshalText(text []byte) (err error) {
	*r, err = roleWords.Parse(string(text))
	return err
}

// State is how a channel stands today. The zero value is not said.
type State uint8

// The states.
const (
	Active  State = iota + 1 // posts
	Planned                  // is to start
	Watched                  // is looked at, not run
	Resting                  // exists and is silent on purpose
	Left                     // was given up
)

var stateWords = check.Words[State]{Active: "active", Planned: "planned", Watched: "watched", Resting: "resting", Left: "left"}

// IsValid reports whether s is one of the states.
func (s State) IsValid() bool { return stateWords.Valid(s) }

// String returns "active", "planned", "watched", "resting" or "left".
func (s State) String() string { return stateWords.String(s) }

// MarshalText writes the word; an invalid value is an error.
func (s State) MarshalText() ([]byte, error) { return stateWords.Marshal(s) }

// UnmarshalText reads the word.
func (s *State) UnmarshalText(text []byte) (err error) {
	*s, err = stateWords.Parse(string(text))
	return err
}

// Ratings are what the caller thinks of a platform, from 1 (bad) to 5 (good). 0
// is not rated, which is not the same as bad.
type Ratings struct {
	Bots           int `json:"bots,omitzero"`           // 5: hardly any automated accounts
	Discussion     int `json:"discussion,omitzero"`     // culture of discussion
	Correctability int `json:"correctability,omitzero"` // false reports can be corrected
}

// Check notes in l every rating that is not from 0 to 5, below path.
func (r Ratings) Check(l *check.List, path string) {
	for _, rating := range []struct {
		name string
		v    int
	}{{"bots", r.Bots}, {"discussion", r.Discussion}, {"correctability", r.Correctability}} {
		if rating.v < 0 || rating.v > 5 {
			l.Add(path+"/"+rating.name, check.ErrRange, rating.v, "1 (bad) to 5 (good), or nothing")
		}
	}
}
