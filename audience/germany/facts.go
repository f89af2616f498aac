package germany

import (
	"math"
	"strconv"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Topic is what a [Fact] is about, and its unit.
type Topic uint8

// The topics. Shares are from 0 to 1.
const (
	OpensPerDay       Topic = iota + 1 // times a user opens the app a day
	MinutesPerDay                      // minutes a user spends a day
	HoursPerMonth                      // hours a user spends a month
	MinutesPerSession                  // minutes from opening to closing
	HeavyUse                           // share of users who spend more than an hour a day
	LongerThanWanted                   // share of the band that uses it longer than wanted
	MeanAge                            // mean age of the users in years
	KnownBy                            // share of the band that knows it
	NewsOnline                         // share of adults online who get news online each week
	NewsOnSocialMedia                  // share of adults online who get news from social media each week
	NewsOnlySocial                     // share of adults online who meet news on social media only
)

var topicWords = check.Words[Topic]{
	OpensPerDay: "opens per day", MinutesPerDay: "minutes per day", HoursPerMonth: "hours per month",
	MinutesPerSession: "minutes per session", HeavyUse: "heavy use", LongerThanWanted: "longer than wanted",
	MeanAge: "mean age", KnownBy: "known by", NewsOnline: "news online", NewsOnSocialMedia: "news on social media",
	NewsOnlySocial: "news only on social media",
}

// String returns the word for the topic, such as "opens per day".
func (t Topic) String() string { return topicWords.String(t) }

// MarshalText writes the word of [Topic.String]; an invalid value is an error.
func (t Topic) MarshalText() ([]byte, error) { return topicWords.Marshal(t) }

// UnmarshalText reads one of the words.
func (t *Topic) UnmarshalText(text []byte) (err error) {
	*t, err = topicWords.Parse(string(text))
	return err
}

// IsShare reports whether values of the topic are shares from 0 to 1.
func (t Topic) IsShare() bool {
	switch t {
	case HeavyUse, LongerThanWanted, KnownBy, NewsOnline, NewsOnSocialMedia, NewsOnlySocial:
		return true
	default:
		return false
	}
}

func (t Topic) in() (de, en string) {
	switch t {
	case OpensPerDay:
		return "Öffnungen pro Nutzer und Tag", "opens per user and day"
	case MinutesPerDay:
		return "Minuten pro Person und Tag", "minutes per person and day"
	case HoursPerMonth:
		return "Stunden pro Nutzer und Monat", "hours per user and month"
	case MinutesPerSession:
		return "Minuten pro Sitzung", "minutes per session"
	case HeavyUse:
		return "Anteil der Nutzer mit mehr als einer Stunde am Tag", "share of users with more than an hour a day"
	case LongerThanWanted:
		return "Anteil, der länger nutzt als gewollt", "share that uses it longer than wanted"
	case MeanAge:
		return "mittleres Alter der Nutzer in Jahren", "mean age of the users in years"
	case KnownBy:
		return "Anteil, der es kennt", "share that knows it"
	case NewsOnline:
		return "Anteil, der wöchentlich Nachrichten online bezieht", "share that gets news online each week"
	case NewsOnSocialMedia:
		return "Anteil, der wöchentlich Nachrichten in sozialen Medien bezieht", "share that gets news from social media each week"
	default:
		return "Anteil, der Nachrichten nur in sozialen Medien begegnet", "share that meets news on social media only"
	}
}

// Fact is one figure on attention, age or news.
type Fact struct {
	Topic    Topic          `json:"topic"`
	Platform platform.Name  `json:"platform"` // SocialMedia where the figure is of none in particular
	Band     audience.Band  `json:"band"`     // 0+ where the source names no age
	Value    float64        `json:"value"`    // in the unit of the topic
	Source   measure.Source `json:"source"`
}

// Facts returns the figures on attention and news in order of topic, platform
// and year. That the users of TikTok open it eight to ten times a day goes back
// to two leaked presentations of 2018 and 2019.
func Facts() []Fact {
	deck := func(year int) measure.Source {
		y := strconv.Itoa(year)
		return measure.Source{Key: "tiktok-deck-" + y, Title: "leaked TikTok presentation of November " + y, Publisher: "Digiday", Year: year, Certainty: measure.Secondary, Note: "users in Germany"}
	}
	digital := measure.Source{Key: "digital-2024", Title: "Digital 2024 Germany", Publisher: "We Are Social / Meltwater", Year: 2024, Certainty: measure.Secondary, Note: "active users of the Android app only"}
	session := measure.Source{Key: "eyezy", Title: "blog quoting a global app study", Publisher: "Eyezy", Year: 2021, Certainty: measure.Disputed, Note: "global and old; a figure for Germany was not found"}
	short := measure.Source{Key: "fakten-impulse-2025", Title: "Umfrage zu Kurzvideos", Publisher: "Fakten+Impulse", Year: 2025, Certainty: measure.Secondary}
	atlas := measure.Source{Key: "social-media-atlas-2024", Title: "Social-Media-Atlas 2024", Publisher: "Faktenkontor / PER mit Toluna", Year: 2024, Certainty: measure.Secondary, Note: "internet users from 16"}
	channels := measure.Source{Key: "ardzdf-2024-channels", Title: "ARD/ZDF-Medienstudie 2024", Publisher: "ARD/ZDF", Year: 2024, Certainty: measure.Secondary, Note: "German-speaking population from 14"}
	minutes := func(year int) measure.Source {
		y := strconv.Itoa(year)
		return measure.Source{Key: "ardzdf-minutes-" + y, Title: "ARD/ZDF-Studie " + y, Publisher: "ARD/ZDF", Year: year, Certainty: measure.Secondary, Note: "over the whole population from 14, users or not"}
	}
	jim := measure.Source{Key: "jim-2023-minutes", Title: "JIM-Studie 2023", Publisher: "mpfs / LFK", Year: 2023, Certainty: measure.Publisher}
	news := measure.Source{Key: "dnr-2025", Title: "Reuters Institute Digital News Report 2025, Ergebnisse für Deutschland", Publisher: "Leibniz-HBI", Year: 2025, Certainty: measure.Publisher, Note: "adult internet users"}
	all, from14, from16, adults := audience.MustBand("0+"), audience.MustBand("14+"), audience.MustBand("16+"), audience.MustBand("18+")
	return []Fact{
		{OpensPerDay, platform.TikTok, all, 8, deck(2018)},
		{OpensPerDay, platform.TikTok, all, 10, deck(2019)},
		{MinutesPerDay, OnlineMedia, audience.MustBand("12-19"), 224, jim},
		{MinutesPerDay, SocialMedia, from14, 31, minutes(2023)},
		{MinutesPerDay, SocialMedia, audience.MustBand("14-29"), 69, minutes(2023)},
		{MinutesPerDay, SocialMedia, from14, 30, minutes(2025)},
		{MinutesPerDay, platform.TikTok, all, 39, deck(2018)},
		{MinutesPerDay, platform.TikTok, all, 50, deck(2019)},
		{HoursPerMonth, platform.Facebook, all, 11.4, digital},
		{HoursPerMonth, platform.Instagram, all, 10.75, digital},
		{HoursPerMonth, platform.TikTok, all, 38, digital},
		{HoursPerMonth, platform.WhatsApp, all, 8.12, digital},
		{MinutesPerSession, platform.TikTok, all, 10.85, session},
		{HeavyUse, platform.Instagram, all, 0.35, short},
		{HeavyUse, platform.TikTok, all, 0.64, short},
		{HeavyUse, platform.YouTube, all, 0.23, short},
		{LongerThanWanted, platform.Instagram, audience.MustBand("14-19"), 0.65, short},
		{LongerThanWanted, platform.TikTok, audience.MustBand("14-19"), 0.72, short},
		{MeanAge, platform.Facebook, from16, 44.7, atlas},
		{MeanAge, platform.YouTube, from16, 42.7, atlas},
		{KnownBy, WhatsAppChannels, from14, 0.56, channels},
		{NewsOnline, OnlineMedia, adults, 0.66, news},
		{NewsOnSocialMedia, SocialMedia, adults, 0.33, news},
		{NewsOnSocialMedia, SocialMedia, audience.MustBand("18-24"), 0.50, news},
		{NewsOnlySocial, SocialMedia, audience.MustBand("18-24"), 0.17, news},
	}
}

// FactQuery asks for one figure.
type FactQuery struct {
	Topic    Topic
	Platform platform.Name
	Band     audience.Band // zero: of whatever ages the source has, the widest first
	Year     int
}

// LookupFact returns the figure of the nearest year (of two equally near ones
// the later) with the sentence that says what it is and of when. Where there
// is none, ok is false.
func LookupFact(q FactQuery) (f Fact, why reason.Reason, ok bool) {
	for _, c := range Facts() {
		if c.Topic != q.Topic || c.Platform != q.Platform || q.Band.IsValid() && c.Band != q.Band {
			continue
		}
		nearer := abs(c.Source.Year-q.Year) - abs(f.Source.Year-q.Year)
		wider := c.Band != f.Band && c.Band.Contains(f.Band)
		if !ok || wider || nearer <= 0 && c.Band == f.Band {
			f, ok = c, true
		}
	}
	if !ok {
		return Fact{}, reason.Reason{}, false
	}
	return f, f.reason(q.Year), true
}

func (f Fact) reason(asked int) reason.Reason {
	de, en := f.Topic.in()
	value := reason.Number("value", f.Value, 1)
	if f.Topic.IsShare() {
		value = reason.Share("value", measure.Share(math.Min(f.Value, 1)))
	}
	figures := []reason.Figure{
		reason.Word("topic", de, en), value, named(f.Platform), reason.Year("year", f.Source.Year),
	}
	if f.Source.Year == asked {
		return reason.New("germany.fact", "{platform}, {topic}: {value} ({year}).", "{platform}, {topic}: {value} ({year}).",
			[]measure.Source{f.Source}, figures...)
	}
	return reason.New("germany.fact.year",
		"{platform}, {topic}: {value} ({year}). Für {asked} gibt es keine Zahl.",
		"{platform}, {topic}: {value} ({year}). There is no figure for {asked}.",
		[]measure.Source{f.Source}, append(figures, reason.Year("asked", asked))...)
}
