package reason

import (
	"strconv"

	"github.com/hochkant/hochkant/strategy/measure"
)

// documents are the five documents whose statements the library models, by the
// letter of their statements. examples/README.md says each statement.
var documents = map[byte]struct {
	source     measure.Source
	statements int
}{
	'K': {measure.Source{Title: "Eine politische Stiftung startet auf TikTok", Publisher: "Konrad-Adenauer-Stiftung"}, 9},
	'S': {measure.Source{Title: "Die Stadt Kassel startet auf TikTok", Publisher: "Stadt Kassel", Year: 2024}, 8},
	'C': {measure.Source{Title: "Die Zivilgesellschaft sollte TikTok neu denken", Publisher: "Fachbeitrag"}, 14},
	'F': {measure.Source{Title: "Wie Behörden TikTok nutzen", Publisher: "Amtshelden"}, 20},
	'A': {measure.Source{Title: "Die Behörden eines Landes und ihre Kanäle", Publisher: "Presseumfrage in Sachsen"}, 5},
}

// Said returns the sources of statements by their number, such as K5 or F11:
// what a political foundation (K), a city (S), an article on civil society (C),
// an agency expert (F) and a survey of a state's authorities (A) say. What
// bodies and experts say of their own practice is a claim, not data. A number
// that no document has gives a source without a title.
func Said(numbers ...string) []measure.Source {
	list := make([]measure.Source, len(numbers))
	for i, number := range numbers {
		list[i] = said(number)
	}
	return list
}

func said(number string) measure.Source {
	s := measure.Source{}
	if number != "" {
		d := documents[number[0]]
		if n, err := strconv.Atoi(number[1:]); err == nil && n >= 1 && n <= d.statements {
			s = d.source
		}
	}
	s.Key, s.Certainty = number, measure.Claim
	return s
}
