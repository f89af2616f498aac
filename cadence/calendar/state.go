package calendar

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// State is one of the 16 states (Länder) of Germany, which make the law of
// public holidays. The zero State means that none was given. As text it is the
// code of ISO 3166-2:DE without the prefix, such as "SN".
type State uint8

// The states in the order of their German names.
const (
	BadenWuerttemberg State = iota + 1
	Bavaria
	Berlin
	Brandenburg
	Bremen
	Hamburg
	Hesse
	MecklenburgWesternPomerania
	LowerSaxony
	NorthRhineWestphalia
	RhinelandPalatinate
	Saarland
	Saxony
	SaxonyAnhalt
	SchleswigHolstein
	Thuringia
)

var stateWords = check.Words[State]{
	BadenWuerttemberg: "BW", Bavaria: "BY", Berlin: "BE", Brandenburg: "BB", Bremen: "HB", Hamburg: "HH",
	Hesse: "HE", MecklenburgWesternPomerania: "MV", LowerSaxony: "NI", NorthRhineWestphalia: "NW",
	RhinelandPalatinate: "RP", Saarland: "SL", Saxony: "SN", SaxonyAnhalt: "ST", SchleswigHolstein: "SH", Thuringia: "TH",
}

// stateActs are the German names and the state acts on Sundays and public
// holidays (Feiertagsgesetze) in their usual short form.
var stateActs = [...]struct{ name, act string }{
	BadenWuerttemberg:           {"Baden-Württemberg", "Gesetz über die Sonntage und Feiertage (FTG)"},
	Bavaria:                     {"Bayern", "Gesetz über den Schutz der Sonn- und Feiertage (BayFTG)"},
	Berlin:                      {"Berlin", "Gesetz über die Sonn- und Feiertage"},
	Brandenburg:                 {"Brandenburg", "Feiertagsgesetz (FTG)"},
	Bremen:                      {"Bremen", "Gesetz über die Sonn-, Gedenk- und Feiertage"},
	Hamburg:                     {"Hamburg", "Feiertagsgesetz"},
	Hesse:                       {"Hessen", "Hessisches Feiertagsgesetz (HFeiertagsG)"},
	MecklenburgWesternPomerania: {"Mecklenburg-Vorpommern", "Feiertagsgesetz Mecklenburg-Vorpommern (FTG M-V)"},
	LowerSaxony:                 {"Niedersachsen", "Niedersächsisches Feiertagsgesetz (NFeiertagsG)"},
	NorthRhineWestphalia:        {"Nordrhein-Westfalen", "Feiertagsgesetz NW"},
	RhinelandPalatinate:         {"Rheinland-Pfalz", "Feiertagsgesetz (LFtG)"},
	Saarland:                    {"Saarland", "Saarländisches Feiertagsgesetz (SFG)"},
	Saxony:                      {"Sachsen", "Gesetz über Sonn- und Feiertage (SächsSFG)"},
	SaxonyAnhalt:                {"Sachsen-Anhalt", "Gesetz über die Sonn- und Feiertage (FeiertG LSA)"},
	SchleswigHolstein:           {"Schleswig-Holstein", "Gesetz über Sonn- und Feiertage (SFTG)"},
	Thuringia:                   {"Thüringen", "Thüringer Feier- und Gedenktagsgesetz (ThürFGtG)"},
}

// States returns all 16 states in the order of their German names.
func States() []State { return stateWords.All() }

// ParseState returns the state of an ISO 3166-2:DE code without the prefix,
// "SN" for Saxony. Any other text is a problem that lists the codes.
func ParseState(code string) (State, error) { return stateWords.Parse(code) }

// Name returns the German name, such as "Mecklenburg-Vorpommern", and the text
// of [State.String] for an invalid state.
func (s State) Name() string {
	if !stateWords.Valid(s) {
		return s.String()
	}
	return stateActs[s].name
}

// Source returns the state's act on public holidays. The days were compared
// with the tables of a second project (vacanza/holidays), not read in the acts
// themselves, hence its certainty.
func (s State) Source() measure.Source {
	if !stateWords.Valid(s) {
		return measure.Source{}
	}
	return measure.Source{
		Key: "feiertagsgesetz-" + s.String(), Title: stateActs[s].act, Publisher: stateActs[s].name,
		Certainty: measure.Secondary,
	}
}

// String returns the code, such as "SN".
func (s State) String() string { return stateWords.String(s) }

// MarshalText writes the code; an invalid state is an error.
func (s State) MarshalText() ([]byte, error) { return stateWords.Marshal(s) }

// UnmarshalText reads what [ParseState] reads.
func (s *State) UnmarshalText(text []byte) (err error) {
	*s, err = stateWords.Parse(string(text))
	return err
}
