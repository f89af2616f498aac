package naming_test

import (
	"fmt"
	"log"

	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/reason"
)

// newChecker returns a checker as a town would set it up.
func newChecker() *naming.Checker {
	c, err := naming.New(naming.Options{
		Language:      "de",
		Organisations: []naming.Organisation{{Name: "Caritasverband Köln", Aliases: []string{"Caritas"}}},
	})
	if err != nil {
		log.Fatal(err)
	}
	return c
}

func Example() {
	c := newChecker()
	name := naming.Name{Text: "Arbeitsmarktintegration", Kind: naming.Channel}
	report, err := c.Check(name)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Score, report.Band)
	for _, f := range report.Findings {
		fmt.Println("-", f.Reason().In(reason.German))
	}
	better, err := c.Suggest(name, 3)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range better {
		fmt.Println(s.Report.Score, s.Text)
	}
	// Output:
	// 24 office view
	// - „Arbeitsmarktintegration“ ist ein Wort der Verwaltung.
	// - „Arbeitsmarktintegration“ ist ein Tun in Hauptwort-Form. Ein Verb ist leichter.
	// - „Arbeitsmarktintegration“ hat 23 Buchstaben. Ab 14 wird ein Wort schwer.
	// - Nichts im Namen sagt, was die Person davon hat: kein Verb, keine Frage, kein Ziel, kein Alltagswort.
	// 93 Wege zum Job
	// 87 Wege aus der Arbeitslosigkeit
	// 90 Hilfe bei der Jobsuche
}

func ExampleChecker_Check() {
	c := newChecker()
	report, err := c.Check(naming.Name{Text: "Caritasverband Köln: Schuldnerberatung", Kind: naming.Channel})
	if err != nil {
		log.Fatal(err)
	}
	for _, contribution := range report.Contributions {
		fmt.Printf("%+d %s\n", contribution.Points, contribution.Code)
	}
	fmt.Println("=", report.Score)
	// Output:
	// +60 base
	// -4 length
	// -12 jargon
	// -14 long-compound
	// -30 org-first
	// -6 no-user-benefit
	// +6 clamp
	// = 0
}
