package naming

import (
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/check"
)

// EntryKind says what a word of the lexicon is to people outside the office.
type EntryKind uint8

// The kinds of entry.
const (
	Official EntryKind = iota + 1 // a term of law or administration
	Abstract                      // a noun that promises nothing one can picture ("Teilhabe")
	Paper                         // a word found on paper only ("zwecks")
	Foreign                       // a foreign word with a German one beside it
	Metaphor                      // an image that some readers take literally ("Lotse")
	Acronym                       // letters that insiders read as a word
	Everyday                      // a word people use themselves
)

var entryKindWords = check.Words[EntryKind]{
	Official: "official", Abstract: "abstract", Paper: "paper", Foreign: "foreign",
	Metaphor: "metaphor", Acronym: "acronym", Everyday: "everyday",
}

// String returns the word for the kind, such as "official".
func (k EntryKind) String() string { return entryKindWords.String(k) }

// MarshalText writes the word of [EntryKind.String]; an invalid value is an
// error.
func (k EntryKind) MarshalText() ([]byte, error) { return entryKindWords.Marshal(k) }

// UnmarshalText reads one of the words.
func (k *EntryKind) UnmarshalText(text []byte) (err error) {
	*k, err = entryKindWords.Parse(string(text))
	return err
}

// Need is what a person wants, in the person's words. Every field is optional;
// suggestions are made from those that are there.
//
// Nouns may carry a tag for what German needs to know of them: the gender m, f,
// n or p (plural), then 0 when no article is wanted ("Wohngeld/n0"), i for ein
// ("Kita-Platz/mi") or d for dein ("Wohnung/fd"). Without a tag the gender
// comes from the ending of the word; where that does not tell, sentences that
// need it are not built.
type Need struct {
	Object    string `json:"object,omitempty"`    // what it is about: "Wohnung/fd"
	Verb      string `json:"verb,omitempty"`      // what the person does, as infinitive: "anmelden", "anerkennen lassen"
	Outcome   string `json:"outcome,omitempty"`   // where the person wants to get: "Job/m" (Wege zum Job)
	Problem   string `json:"problem,omitempty"`   // what the person wants to leave: "Arbeitslosigkeit/f"
	Help      string `json:"help,omitempty"`      // what help is needed with: "Jobsuche/f" (Hilfe bei der Jobsuche)
	Money     string `json:"money,omitempty"`     // what money is for: "Miete/f" (Geld für die Miete)
	Situation string `json:"situation,omitempty"` // where the person stands, two or three words: "Miete zu hoch"
}

// Entry is one word of the lexicon.
type Entry struct {
	Form    string    `json:"form"`              // the word or words, singular; an everyday noun may carry a tag as in [Need]
	Kind    EntryKind `json:"kind"`              // what it is to people
	Topic   string    `json:"topic,omitempty"`   // a life situation by its official name, see [Situations]
	Plain   []string  `json:"plain,omitempty"`   // words to use instead, the best first
	Phrases []string  `json:"phrases,omitempty"` // complete names from the person's view
	Need    Need      `json:"need,omitzero"`     // the need behind the word
	Source  string    `json:"source"`            // provenance: who worded it, after what
}

// maxForm is the length of the longest entry in characters.
const maxForm = 100

// slots are the parsed parts of a need.
type slots struct {
	task                          task
	hasTask                       bool
	outcome, problem, help, money noun
	situation                     string
}

// parse reads the tags of a need and notes what is wrong with them below place,
// which is asked only when something is.
func (n Need) parse(vs verbs, l *check.List, place func() string) slots {
	var s slots
	const wantNoun = `a noun with an optional tag such as "Job/m", "Wohngeld/n0" or "Kita-Platz/mi"`
	read := func(name, text string, into *noun) {
		if text == "" {
			return
		}
		v, ok := parseNoun(text)
		if !ok || !plausible(text) {
			l.Add(place()+"/"+name, check.ErrSyntax, text, wantNoun)
			return
		}
		*into = v
	}
	var object noun
	read("object", n.Object, &object)
	read("outcome", n.Outcome, &s.outcome)
	read("problem", n.Problem, &s.problem)
	read("help", n.Help, &s.help)
	read("money", n.Money, &s.money)
	if n.Verb != "" {
		t, ok := parseTask(n.Verb, vs)
		if !ok || t.hasObject || !plausible(n.Verb) {
			l.Add(place()+"/verb", check.ErrSyntax, n.Verb, `an infinitive such as "anmelden" or "sich arbeitslos melden"`)
		} else {
			t.object, t.hasObject = object, n.Object != ""
			s.task, s.hasTask = t, true
		}
	}
	if n.Situation != "" {
		if !plausible(n.Situation) || strings.ContainsAny(n.Situation, "?!") {
			l.Add(place()+"/situation", check.ErrSyntax, n.Situation, `a few words without a question mark, such as "Miete zu hoch"`)
		} else {
			s.situation = strings.TrimSpace(n.Situation)
		}
	}
	return s
}

// plausible refuses what would break a name: invalid UTF-8, control characters
// and great length.
func plausible(s string) bool {
	if !utf8.ValidString(s) || utf8.RuneCountInString(s) > maxForm {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f })
}
