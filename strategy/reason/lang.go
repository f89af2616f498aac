package reason

import (
	"golang.org/x/text/language"

	"github.com/hochkant/hochkant/strategy/check"
)

// Lang is a language that sentences are rendered in.
type Lang uint8

// The languages of the library. The zero Lang is not valid and renders German.
const (
	German Lang = iota + 1
	English
)

var langWords = check.Words[Lang]{German: "de", English: "en"}

// Langs returns all languages.
func Langs() []Lang { return langWords.All() }

// ParseLang reads "de" or "en".
func ParseLang(s string) (Lang, error) { return langWords.Parse(s) }

// String returns "de" or "en".
func (l Lang) String() string { return langWords.String(l) }

// MarshalText writes "de" or "en"; an invalid value is an error.
func (l Lang) MarshalText() ([]byte, error) { return langWords.Marshal(l) }

// UnmarshalText reads "de" or "en".
func (l *Lang) UnmarshalText(text []byte) (err error) {
	*l, err = langWords.Parse(string(text))
	return err
}

// Pick returns the German or the English one of two texts.
func (l Lang) Pick(de, en string) string {
	if l == English {
		return en
	}
	return de
}

// tag is exactly de or en: regional tags such as de-CH write numbers in another way.
func (l Lang) tag() language.Tag {
	if l == English {
		return language.English
	}
	return language.German
}
