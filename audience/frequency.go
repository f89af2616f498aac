package audience

import "github.com/hochkant/hochkant/strategy/check"

// Frequency says what a survey or a platform means by "uses". It is part of
// every figure of use: for TikTok in Germany in 2025 "several times a week"
// gives 17.5, "at least weekly" 14 and "monthly" 25.7 million, of different
// bases, and all three are called users.
type Frequency uint8

// The frequencies, from the narrowest to the widest. Whoever uses a platform
// daily also uses it regularly, weekly and so on; see [Frequency.Within].
const (
	Daily       Frequency = iota + 1 // every day or almost every day
	Regularly                        // daily or several times a week, as the JIM studies count
	Weekly                           // at least once a week, as ARD and ZDF count
	Monthly                          // at least once a month
	Yearly                           // in the last twelve months
	Ever                             // at least once
	Unspecified                      // "uses": the report does not say how often
)

var frequencyWords = check.Words[Frequency]{
	Daily: "daily", Regularly: "regularly", Weekly: "weekly", Monthly: "monthly",
	Yearly: "yearly", Ever: "ever", Unspecified: "unspecified",
}

// IsValid reports whether f is one of the frequencies.
func (f Frequency) IsValid() bool { return frequencyWords.Valid(f) }

// Within reports whether everybody who uses at frequency f is also counted at
// frequency g: daily users are weekly users. A source that does not say how
// often is taken to count at least whoever uses weekly: up to Weekly lies
// within Unspecified, and Unspecified lies within Ever.
func (f Frequency) Within(g Frequency) bool {
	switch {
	case !f.IsValid() || !g.IsValid():
		return false
	case f == Unspecified:
		return g == Unspecified || g == Ever
	case g == Unspecified:
		return f <= Weekly
	default:
		return f <= g
	}
}

// String returns the word for the frequency, such as "weekly".
func (f Frequency) String() string { return frequencyWords.String(f) }

// MarshalText writes the word of [Frequency.String]; an invalid value is an error.
func (f Frequency) MarshalText() ([]byte, error) { return frequencyWords.Marshal(f) }

// UnmarshalText reads one of the words.
func (f *Frequency) UnmarshalText(text []byte) (err error) {
	*f, err = frequencyWords.Parse(string(text))
	return err
}

// words of the frequency inside a sentence.
func (f Frequency) in() (de, en string) {
	switch f {
	case Daily:
		return "täglich", "daily"
	case Regularly:
		return "mehrmals pro Woche", "several times a week"
	case Weekly:
		return "mindestens wöchentlich", "at least weekly"
	case Monthly:
		return "mindestens monatlich", "at least monthly"
	case Yearly:
		return "in den letzten zwölf Monaten", "in the last twelve months"
	case Ever:
		return "schon einmal", "at least once"
	default:
		return "ohne Angabe, wie oft,", "without saying how often"
	}
}

// Base is the population a survey speaks about. Figures of different bases
// are not comparable: online panels run far above samples of all residents.
type Base uint8

// The bases.
const (
	Residents     Base = iota + 1 // a sample of the people who live there (ARD and ZDF: German-speaking; JIM: youth)
	InternetUsers                 // an online panel or a sample of internet users only
)

var baseWords = check.Words[Base]{Residents: "residents", InternetUsers: "internet users"}

// IsValid reports whether b is one of the bases.
func (b Base) IsValid() bool { return baseWords.Valid(b) }

// String returns "residents" or "internet users".
func (b Base) String() string { return baseWords.String(b) }

// MarshalText writes the word of [Base.String]; an invalid value is an error.
func (b Base) MarshalText() ([]byte, error) { return baseWords.Marshal(b) }

// UnmarshalText reads one of the words.
func (b *Base) UnmarshalText(text []byte) (err error) {
	*b, err = baseWords.Parse(string(text))
	return err
}
