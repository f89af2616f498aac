package naming

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Rule names what a finding is about.
type Rule uint8

// The rules.
const (
	Jargon            Rule = iota + 1 // a term of law or administration
	OfficialAct                       // the administrative act (Verrichtung): "Erteilung"
	FormFirst                         // begins with the form: "Antrag auf"
	Nominalisation                    // a verb turned into a noun: "Betreuung"
	AbstractNoun                      // "Teilhabe", "Maßnahme"
	LongCompound                      // a word of 14 letters and more
	OrganisationFirst                 // the sender before the topic
	OrganisationLater                 // the sender after the topic
	UnknownAcronym                    // capitals, letters without a vowel, §
	Passive                           // "wird gefördert"
	Impersonal                        // "man"
	GenitiveChain                     // two genitives and more
	Negation                          // a name that forbids
	ModalMust                         // "muss angemeldet werden"
	PaperWord                         // "zwecks"
	GenderMarker                      // "Bürger*innen"
	AddressMix                        // du and Sie
	ForeignWord                       // a foreign word with a German one beside it
	MetaphorWord                      // an image
	TooLong                           // over a limit of the platform
	CutOff                            // longer than what is seen at a glance
	Shouting                          // capitals only
	EmojiOnly                         // no word at all
	PunctuationRun                    // "!!!"
	NumberHeavy                       // numbers, roman numerals, paragraphs
	NoUserBenefit                     // nothing in it for the person
	Overpromise                       // promises a legal outcome
	TopicMismatch                     // not about the topic that was declared
	ruleEnd
)

var ruleWords = check.Words[Rule]{
	Jargon: "jargon", OfficialAct: "process-noun", FormFirst: "form-noun-first", Nominalisation: "nominalisation",
	AbstractNoun: "abstract-noun", LongCompound: "long-compound", OrganisationFirst: "org-first", OrganisationLater: "org-anywhere",
	UnknownAcronym: "acronym", Passive: "passive", Impersonal: "impersonal", GenitiveChain: "genitive-chain", Negation: "negation",
	ModalMust: "modal-must", PaperWord: "paper-words", GenderMarker: "gender-marker", AddressMix: "address-mix",
	ForeignWord: "foreign-word", MetaphorWord: "metaphor", TooLong: "length-hard", CutOff: "length-visible", Shouting: "shouting",
	EmojiOnly: "emoji-only", PunctuationRun: "punctuation-run", NumberHeavy: "number-heavy", NoUserBenefit: "no-user-benefit",
	Overpromise: "overpromise", TopicMismatch: "topic-mismatch",
}

// String returns the word for the rule, such as "org-first".
func (r Rule) String() string { return ruleWords.String(r) }

// MarshalText writes the word of [Rule.String]; an invalid value is an error.
func (r Rule) MarshalText() ([]byte, error) { return ruleWords.Marshal(r) }

// UnmarshalText reads one of the words.
func (r *Rule) UnmarshalText(text []byte) (err error) {
	*r, err = ruleWords.Parse(string(text))
	return err
}

// ruleSpec is what is fixed about a rule: how grave it is in the name of a
// channel, a series, a video and in a handle (0: not reported there), what each
// finding costs and all of them together at most, and what it says.
type ruleSpec struct {
	severity         [4]Severity
	points, cap      int
	source           measure.Source
	titleDe, titleEn string // in a sum
	de, en           string // of a finding
}

// The sources of the rules.
var (
	govUK = measure.Source{
		Key: "govuk-naming", Title: "Naming your service", Publisher: "GOV.UK Service Manual", Year: 2017,
		Certainty: measure.Secondary, Note: "verbs not nouns, words users use, not brand-driven; read in quotations",
	}
	leika = measure.Source{
		Key: "leika", Title: "Leistungskatalog der öffentlichen Verwaltung (LeiKa), 2019-10", Publisher: "GK LeiKa", Year: 2019,
		Certainty: measure.Computed, Note: "204 acts counted; the 40 most frequent cover 77 % of the names built with one",
	}
	solothurn = measure.Source{
		Key: "solothurn-services", Title: "Bezeichnung von Services", Publisher: "Kanton Solothurn",
		Certainty: measure.Publisher, Note: "product and action from the customer's view; not Antrag für, Gesuch für, Bestellung von; 70 characters",
	}
	plainGerman = measure.Source{
		Key: "lt-simple-german", Title: "Rules for simple German (LANGES_WORT, ABKUERZUNG, PASSIV, GENITIV, VERNEINUNG)", Publisher: "LanguageTool",
		Certainty: measure.Publisher, Note: "thresholds only",
	}
	zurich = measure.Source{
		Key: "zurich-plain", Title: "Rules for Einfache and Leichte Sprache", Publisher: "Kanton Zürich, Statistisches Amt", Year: 2024,
		Certainty: measure.Publisher, Note: "no nominalisations, active, positive, no abbreviations, no metaphors",
	}
	scotland = measure.Source{
		Key: "scotland-naming", Title: "Naming your service", Publisher: "Digital Scotland",
		Certainty: measure.Publisher, Note: "no department or agency names; test the name with users",
	}
	caseSource = measure.Source{
		Key: "expert-user-first", Title: "Namen konsequent nutzerzentriert; Kanäle nach Themen", Publisher: "source of the project",
		Certainty: measure.Claim, Note: "not Arbeitsmarktintegration but Wege zum Job; topic channels instead of one for each organisation",
	}
	ownRule = measure.Source{
		Key: "hochkant-naming", Title: "hochkant, naming rules", Certainty: measure.Rule,
	}
)

const (
	no = Severity(0)
	in = Info
	wa = Warning
	er = Error
)

// rules holds the rules. The points were set by hand and tuned on 222 pairs of
// an official LeiKa name and a citizen's search word, 40 pairs with a city's
// name, and 2,855 official names, half of what there is; the other half was not
// looked at.
var rules = [ruleEnd]ruleSpec{
	Jargon: {
		[4]Severity{er, er, er, wa},
		12, 24, govUK, "Wort der Verwaltung", "word of the administration",
		"„{word}“ ist ein Wort der Verwaltung.", "“{word}” is a word of the administration.",
	},
	OfficialAct: {
		[4]Severity{er, er, er, wa},
		26, 34, leika, "Verwaltungshandeln statt Anliegen", "administrative act instead of the need",
		"„{word}“ sagt, was das Amt tut, nicht was die Person will.", "“{word}” says what the office does, not what the person wants.",
	},
	FormFirst: {
		[4]Severity{er, er, er, wa},
		14, 14, solothurn, "Formular zuerst", "form first",
		"„{word}“: Der Name beginnt mit dem Formular statt mit der Sache.", "“{word}”: the name begins with the form instead of the matter.",
	},
	Nominalisation: {
		[4]Severity{wa, wa, wa, in},
		9, 18, zurich, "Hauptwort statt Verb", "noun instead of verb",
		"„{word}“ ist ein Tun in Hauptwort-Form. Ein Verb ist leichter.", "“{word}” is an action dressed as a noun. A verb is easier.",
	},
	AbstractNoun: {
		[4]Severity{wa, wa, wa, in},
		10, 16, zurich, "abstraktes Hauptwort", "abstract noun",
		"„{word}“ kann man sich nicht vorstellen. Was hat die Person davon?", "Nobody can picture “{word}”. What does the person get?",
	},
	LongCompound: {
		[4]Severity{wa, wa, er, no},
		7, 14, plainGerman, "langes Wort", "long word",
		"„{word}“ hat {letters} Buchstaben. Ab 14 wird ein Wort schwer.", "“{word}” has {letters} letters. From 14 on a word is hard.",
	},
	OrganisationFirst: {
		[4]Severity{er, wa, wa, wa},
		30, 30, caseSource, "Absender zuerst", "sender first",
		"„{word}“ steht vorn: erst das Thema, der Absender gehört in die Bio.", "“{word}” comes first: the topic goes first, the sender into the bio.",
	},
	OrganisationLater: {
		[4]Severity{in, in, in, in},
		2, 4, scotland, "Absender im Namen", "sender in the name",
		"„{word}“ ist der Absender und gehört in die Bio.", "“{word}” is the sender and belongs into the bio.",
	},
	UnknownAcronym: {
		[4]Severity{er, wa, wa, in},
		7, 14, plainGerman, "Abkürzung", "abbreviation",
		"„{word}“ ist eine Abkürzung, die nicht alle kennen.", "“{word}” is an abbreviation not everyone knows.",
	},
	Passive: {
		[4]Severity{wa, wa, wa, no},
		6, 6, plainGerman, "Passiv", "passive",
		"„{word}“: Im Passiv fehlt, wer etwas tut.", "“{word}”: the passive hides who does something.",
	},
	Impersonal: {
		[4]Severity{no, wa, wa, no},
		4, 4, zurich, "„man“", "impersonal “man”",
		"„{word}“ spricht niemanden an.", "“{word}” speaks to nobody.",
	},
	GenitiveChain: {
		[4]Severity{wa, wa, wa, no},
		6, 6, plainGerman, "Genitivkette", "chain of genitives",
		"{count} Genitive hintereinander sind schwer zu lesen.", "{count} genitives in a row are hard to read.",
	},
	Negation: {
		[4]Severity{in, in, in, no},
		3, 3, plainGerman, "Verbot", "prohibition",
		"„{word}“: Der Name verbietet. Was geht stattdessen?", "“{word}”: the name forbids. What is possible instead?",
	},
	ModalMust: {
		[4]Severity{in, in, in, no},
		4, 4, zurich, "„muss“", "“must”",
		"„{word}“ droht mit Pflicht. Besser mit der Lage der Person beginnen.", "“{word}” threatens with duty. Better begin with the person's situation.",
	},
	PaperWord: {
		[4]Severity{wa, wa, wa, in},
		8, 12, zurich, "Papierwort", "paper word",
		"„{word}“ gibt es nur auf Papier.", "“{word}” exists on paper only.",
	},
	GenderMarker: {
		[4]Severity{wa, wa, wa, wa},
		2, 2, ownRule, "Genderzeichen", "gender sign",
		"„{word}“ enthält ein Genderzeichen. Neutral oder mit „du“ geht es ohne.", "“{word}” holds a gender sign. A neutral word or “du” does without.",
	},
	AddressMix: {
		[4]Severity{no, wa, wa, no},
		0, 0, ownRule, "du und Sie gemischt", "du and Sie mixed",
		"„{word}“: du und Sie stehen gemischt.", "“{word}”: du and Sie are mixed.",
	},
	ForeignWord: {
		[4]Severity{in, in, in, in},
		2, 4, plainGerman, "Fremdwort", "foreign word",
		"„{word}“ ist ein Fremdwort.", "“{word}” is a foreign word.",
	},
	MetaphorWord: {
		[4]Severity{in, in, in, in},
		2, 4, zurich, "Bild", "metaphor",
		"„{word}“ ist ein Bild, das nicht alle verstehen.", "“{word}” is an image not everyone understands.",
	},
	TooLong: {
		[4]Severity{er, er, er, er},
		10, 10, ownRule, "zu lang", "too long",
		"{count} Zeichen; {platform} nimmt höchstens {limit}.", "{count} characters; {platform} takes at most {limit}.",
	},
	CutOff: {
		[4]Severity{wa, wa, wa, wa},
		0, 0, solothurn, "wird abgeschnitten", "is cut off",
		"{count} Zeichen; auf einen Blick liest man etwa {limit}.", "{count} characters; at a glance one reads about {limit}.",
	},
	Shouting: {
		[4]Severity{wa, wa, wa, no},
		0, 0, ownRule, "Großbuchstaben", "capitals",
		"„{word}“: Nur Großbuchstaben wirken wie Schreien.", "“{word}”: capitals only read like shouting.",
	},
	EmojiOnly: {
		[4]Severity{er, er, wa, er},
		30, 30, ownRule, "nur Bilder", "pictures only",
		"Ohne ein Wort weiß niemand, worum es geht.", "Without a word nobody knows what it is about.",
	},
	PunctuationRun: {
		[4]Severity{wa, wa, wa, wa},
		3, 3, ownRule, "Zeichen in Serie", "run of signs",
		"„{word}“: Zeichen in Serie.", "“{word}”: a run of signs.",
	},
	NumberHeavy: {
		[4]Severity{wa, wa, wa, in},
		4, 8, ownRule, "Nummern", "numbers",
		"„{word}“: Nummern sagen nur Fachleuten etwas.", "“{word}”: numbers tell something to experts only.",
	},
	NoUserBenefit: {
		[4]Severity{wa, wa, wa, no},
		6, 6, govUK, "nichts für die Person", "nothing for the person",
		"Nichts im Namen sagt, was die Person davon hat: kein Verb, keine Frage, kein Ziel, kein Alltagswort.",
		"Nothing in the name says what is in it for the person: no verb, no question, no outcome, no everyday word.",
	},
	Overpromise: {
		[4]Severity{er, er, er, no},
		10, 10, ownRule, "verspricht zu viel", "promises too much",
		"„{word}“ verspricht ein Ergebnis, über das erst entschieden wird.", "“{word}” promises an outcome that is yet to be decided.",
	},
	TopicMismatch: {
		[4]Severity{in, in, in, no},
		0, 0, ownRule, "anderes Thema", "another topic",
		"Der Name führt zu „{found}“, gemeint ist „{wanted}“.", "The name leads to “{found}”, meant is “{wanted}”.",
	},
}

// visible is the length in characters that is taken in at a glance, by kind of
// name: Solothurn's 70 less what a phone cuts off a video title (about 55, third
// parties 2025), and the longest handle any platform takes.
var visible = [...]int{Channel: 60, Series: 60, Video: 60, Handle: 30}
