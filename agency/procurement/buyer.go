package procurement

import "github.com/hochkant/hochkant/strategy/check"

// Region is whose procurement rules a buyer follows: the federation's or those
// of one of the 16 states. Its texts are the codes of ISO 3166-2, "DE" for the
// federation. The zero value means not given.
type Region uint8

// The federation and the states.
const (
	Federal Region = iota + 1
	BadenWuerttemberg
	Bavaria
	Berlin
	Brandenburg
	Bremen
	Hamburg
	Hesse
	MecklenburgVorpommern
	LowerSaxony
	NorthRhineWestphalia
	RhinelandPalatinate
	Saarland
	Saxony
	SaxonyAnhalt
	SchleswigHolstein
	Thuringia
)

var regionWords = check.Words[Region]{
	Federal: "DE", BadenWuerttemberg: "DE-BW", Bavaria: "DE-BY", Berlin: "DE-BE", Brandenburg: "DE-BB",
	Bremen: "DE-HB", Hamburg: "DE-HH", Hesse: "DE-HE", MecklenburgVorpommern: "DE-MV", LowerSaxony: "DE-NI",
	NorthRhineWestphalia: "DE-NW", RhinelandPalatinate: "DE-RP", Saarland: "DE-SL", Saxony: "DE-SN",
	SaxonyAnhalt: "DE-ST", SchleswigHolstein: "DE-SH", Thuringia: "DE-TH",
}

// String returns the code, such as "DE-HE".
func (r Region) String() string { return regionWords.String(r) }

// MarshalText writes the code of [Region.String]; an invalid value is an error.
func (r Region) MarshalText() ([]byte, error) { return regionWords.Marshal(r) }

// UnmarshalText reads one of the codes.
func (r *Region) UnmarshalText(text []byte) (err error) {
	*r, err = regionWords.Parse(string(text))
	return err
}

// Level is what kind of buyer it is. The zero value means not given.
type Level uint8

// The kinds of buyer.
const (
	Authority      Level = iota + 1 // a federal or state authority
	Municipality                    // a city, district or municipal association
	GrantRecipient                  // an association or foundation bound by its grant notice
	Private                         // a body that spends private money
)

var levelWords = check.Words[Level]{
	Authority: "authority", Municipality: "municipality", GrantRecipient: "grant recipient", Private: "private",
}

// String returns "authority", "municipality", "grant recipient" or "private".
func (l Level) String() string { return levelWords.String(l) }

// MarshalText writes the word of [Level.String]; an invalid value is an error.
func (l Level) MarshalText() ([]byte, error) { return levelWords.Marshal(l) }

// UnmarshalText reads one of the words.
func (l *Level) UnmarshalText(text []byte) (err error) {
	*l, err = levelWords.Parse(string(text))
	return err
}

// Buyer says who orders. The zero Buyer is not known, and every answer for it is
// [Unknown].
type Buyer struct {
	Region Region `json:"region"`
	Level  Level  `json:"level"`
}
