package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Words are the words of an enumeration of type E, at the index of their
// value. Values start at 1; index 0 is empty and means "not set", which is
// invalid. An enumeration's text methods are one line each on its Words:
//
//	var feedWords = check.Words[Feed]{Interest: "interest", Following: "following"}
//
//	func (f Feed) String() string                     { return feedWords.String(f) }
//	func (f Feed) MarshalText() ([]byte, error)       { return feedWords.Marshal(f) }
//	func (f *Feed) UnmarshalText(text []byte) (err error) { *f, err = feedWords.Parse(string(text)); return err }
type Words[E ~uint8] []string

// Valid reports whether e has a word.
func (w Words[E]) Valid(e E) bool { return e != 0 && int(e) < len(w) && w[e] != "" }

// String returns the word of e, or "Feed(9)" for a value without one.
func (w Words[E]) String(e E) string {
	if !w.Valid(e) {
		return fmt.Sprintf("%s(%d)", reflect.TypeFor[E]().Name(), uint8(e))
	}
	return w[e]
}

// Marshal returns the word of e; a value without one is a [Problem].
func (w Words[E]) Marshal(e E) ([]byte, error) {
	if !w.Valid(e) {
		return nil, Problem{Value: w.String(e), Kind: ErrUnknown, Want: w.want()}
	}
	return []byte(w[e]), nil
}

// Parse returns the value of a word, exactly as written; any other text is a
// [Problem] that lists the accepted words.
func (w Words[E]) Parse(text string) (E, error) {
	if i := slices.Index(w, text); i > 0 && text != "" {
		return E(i), nil
	}
	return 0, Problem{Value: quote(text), Kind: ErrUnknown, Want: w.want()}
}

// All returns the values that have a word, in order.
func (w Words[E]) All() []E {
	var all []E
	for i := range w {
		if e := E(i); w.Valid(e) {
			all = append(all, e)
		}
	}
	return all
}

func (w Words[E]) want() string {
	words := slices.DeleteFunc(slices.Clone(w), func(s string) bool { return s == "" })
	return "one of " + strings.Join(words, ", ")
}
