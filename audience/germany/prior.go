package germany

import (
	"math"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Body is a kind of public body that runs a channel.
type Body uint8

// The kinds of the collection of civic benchmarks.
const (
	City       Body = iota + 1 // city or municipality
	District                   // Landkreis
	Mayor                      // a mayor's own channel
	YouthWork                  // youth centre
	Ministry                   // ministry, head of a government
	Police                     // police, fire brigade
	Welfare                    // welfare association and its institutions
	Foundation                 // public or political foundation
	OtherBody                  // any other
)

var bodyWords = check.Words[Body]{
	City: "city", District: "district", Mayor: "mayor", YouthWork: "youth work", Ministry: "ministry",
	Police: "police", Welfare: "welfare", Foundation: "foundation", OtherBody: "other",
}

// String returns the word for the kind, such as "city" or "youth work".
func (b Body) String() string { return bodyWords.String(b) }

// MarshalText writes the word of [Body.String]; an invalid value is an error.
func (b Body) MarshalText() ([]byte, error) { return bodyWords.Marshal(b) }

// UnmarshalText reads one of the words.
func (b *Body) UnmarshalText(text []byte) (err error) {
	*b, err = bodyWords.Parse(string(text))
	return err
}

const (
	// medianMunicipal is read from the collection after correcting for what the
	// press selects: an ordinary clip of a municipal channel has 2,000 to 6,000
	// views. Reported are 9,300 (geometric mean of the 10 figures that are not a
	// best video, from 3 bodies); the one channel with a full count, Wiener
	// Jugendzentren, gives 1,300 to 6,200.
	medianMunicipal = 3_500
	// medianMinistry weighs that level equally with what ministries report
	// (80,000, 4 bodies in Germany and Austria) lowered by the same correction,
	// a factor of 3.3: the spread between the 4 bodies makes both equally good.
	medianMinistry = 9_000
	// betweenMunicipal and withinChannel are measured on the TikTok accounts of
	// Québec newsrooms with at least ten videos (Roy, 2019 to 2023): standard
	// deviation of the accounts' means of ln(views) 1.55, and within an account
	// 1.52 in the middle, 1.0 to 1.9.
	betweenMunicipal = 1.55
	withinChannel    = 1.52
	// betweenAll is the spread of the mean ln(views) over the 16 bodies of all
	// kinds that report an ordinary video.
	betweenAll = 2.2
)

// Prior returns what is known about the views of a channel of a kind of body
// before it has a history. All of it is marked as assumed: civic bodies publish
// hits, quiet channels leave no page, and the correction for that is a
// judgement. For police, welfare, foundations and others the reports are too
// few and too much hits to set a level, so theirs is that of municipalities
// with the wider spread of all kinds.
func Prior(b Body) audience.ViewPrior {
	median, between := float64(medianMunicipal), betweenMunicipal
	figures, bodies, reported := int64(10), int64(3), int64(9_300)
	switch b {
	case City, District, Mayor, YouthWork:
	case Ministry:
		median, between = medianMinistry, betweenAll
		figures, bodies, reported = 5, 4, 80_000
	default:
		between = betweenAll
		figures, bodies, reported = 25, 16, 36_400
	}
	civic := measure.Source{
		Key: "civic-benchmarks-2026", Title: "Angaben öffentlicher Stellen über ihre Kurzvideo-Kanäle, 155 Angaben von 115 Stellen", Publisher: "eigene Sammlung",
		Year: 2026, Certainty: measure.Computed, Note: "severe selection by the press: hits are reported, ordinary videos are not",
	}
	quebec := measure.Source{
		Key: "roy-2023", Title: "TikTok-Konten von Redaktionen in Québec, 2019 bis 2023", Publisher: "J.-H. Roy (UQAM)",
		Year: 2023, Certainty: measure.Computed, Note: "spread between and within accounts",
	}
	p := must(audience.NewViewPrior(median, between, withinChannel, measure.Assumed, civic, quebec))
	p.Reason = reason.New("germany.prior",
		"Angenommen für einen Kanal ohne eigene Zahlen: {median} Aufrufe im Median, mit sehr weiter Spanne. Berichtet werden im Mittel {reported} ({figures} Angaben von {bodies} Stellen), aber Presseberichte zeigen Erfolge, deshalb liegt die Annahme darunter.",
		"Assumed for a channel without figures of its own: a median of {median} views, with a very wide range. Reports give {reported} on average ({figures} figures from {bodies} organisations), but the press shows successes, so the assumption lies below.",
		p.Sources, reason.Count("median", int64(math.Round(median))), reason.Count("reported", reported),
		reason.Count("figures", figures), reason.Count("bodies", bodies))
	return p
}
