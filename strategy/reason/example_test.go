package reason_test

import (
	"fmt"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func ExampleNew() {
	r := reason.New("cadence.kept",
		"{kept} der letzten {of:Woche|Wochen} gehalten.",
		"{kept} of the last {of:week|weeks} kept.",
		nil, reason.Count("kept", 10), reason.Count("of", 12))
	fmt.Println(r.In(reason.German))
	fmt.Println(r.In(reason.English))
	// Output:
	// 10 der letzten 12 Wochen gehalten.
	// 10 of the last 12 weeks kept.
}

func ExampleReason() {
	r := reason.New("agency.cost",
		"Die Betreuung kostet {cost} im Jahr, davon {own} eigene Arbeit.",
		"The support costs {cost} a year, {own} of it own work.",
		[]measure.Source{{Key: "offer", Title: "Angebot der Agentur", Year: 2026}},
		reason.Euro("cost", measure.MustEuros(24_480.50)), reason.Share("own", 0.31))
	for _, l := range reason.Langs() {
		fmt.Println(r.In(l))
	}
	fmt.Println(r.Code(), r.Sources()[0])
	// Output:
	// Die Betreuung kostet 24.480,50 € im Jahr, davon 31 % eigene Arbeit.
	// The support costs €24,480.50 a year, 31% of it own work.
	// agency.cost Angebot der Agentur (2026)
}

func ExampleFigure() {
	for _, f := range []reason.Figure{
		reason.Count("followers", 50_000),
		reason.People("people", 14_373_184),
		reason.Share("share", 0.26),
		reason.Number("opens", 8.5, 1),
		reason.Hours("hours", 4),
		reason.Euro("cost", measure.MustEuros(1800)),
		reason.Year("year", 2026),
		reason.Day("start", measure.MustDate("2024-06-03")),
		reason.Text("city", "Kassel"),
		reason.Word("day", "Dienstag", "Tuesday"),
	} {
		fmt.Println(f.Name(), "|", f.In(reason.German), "|", f.In(reason.English))
	}
	// Output:
	// followers | 50.000 | 50,000
	// people | 14.373.184 | 14,373,184
	// share | 26 % | 26%
	// opens | 8,5 | 8.5
	// hours | 4 | 4
	// cost | 1.800 € | €1,800
	// year | 2026 | 2026
	// start | 3. Juni 2024 | 3 June 2024
	// city | Kassel | Kassel
	// day | Dienstag | Tuesday
}

func ExampleRange() {
	views, _ := measure.NewEstimate(712, 4948, 33_950, measure.Estimated)
	f := reason.Range("views", views, -2)
	fmt.Println(f.In(reason.German))
	fmt.Println(reason.Range("views", measure.Estimate{}, 0).In(reason.German))
	// Output:
	// 700 bis 34.000
	// unbekannt
}

func ExampleParseLang() {
	l, err := reason.ParseLang("en")
	fmt.Println(l, err)
	_, err = reason.ParseLang("fr")
	fmt.Println(err)
	// Output:
	// en <nil>
	// "fr" is not known: want one of de, en
}

func ExampleLang() {
	fmt.Println(reason.English.Pick("Woche", "week"))
	// Output: week
}

func ExampleLangs() {
	fmt.Println(reason.Langs())
	// Output: [de en]
}

func ExampleSaid() {
	for _, s := range reason.Said("C10", "F15") {
		fmt.Println(s.Key, s, s.Certainty)
	}
	// Output:
	// C10 Fachbeitrag: Die Zivilgesellschaft sollte TikTok neu denken claim
	// F15 Amtshelden: Wie Behörden TikTok nutzen claim
}
