package naming_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/platform"
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
	// 22 office view
	// - „Arbeitsmarktintegration“ ist ein Wort der Verwaltung.
	// - „Arbeitsmarktintegration“ ist ein Tun in Hauptwort-Form. Ein Verb ist leichter.
	// - „Arbeitsmarktintegration“ hat 23 Buchstaben. Ab 14 wird ein Wort schwer.
	// - Nichts im Namen sagt, was die Person davon hat: kein Verb, keine Frage, kein Ziel, kein Alltagswort.
	// 92 Wege zum Job
	// 84 Wege aus der Arbeitslosigkeit
	// 87 Hilfe bei der Jobsuche
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
	// -9 length
	// -12 jargon
	// -14 long-compound
	// -30 org-first
	// -6 no-user-benefit
	// +11 clamp
	// = 0
}

func ExampleNew() {
	_, err := naming.New(naming.Options{Language: "fr", Organisations: []naming.Organisation{{Name: ""}}})
	fmt.Println(err)
	// Output:
	// /language: "fr" is not known: want "de": only German names are understood
	// /organisations/0/name: is required: want a name
}

func ExampleChecker() {
	c := newChecker()
	for _, text := range []string{"Erteilung der Fahrerlaubnis", "Dein Weg zum Führerschein"} {
		report, err := c.Check(naming.Name{Text: text, Kind: naming.Video})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%3d %s: %s\n", report.Score, report.Band, text)
	}
	// Output:
	//  20 office view: Erteilung der Fahrerlaubnis
	//  85 strong: Dein Weg zum Führerschein
}

func ExampleChecker_Suggest() {
	c := newChecker()
	better, err := c.Suggest(naming.Name{
		Text: "Ferienpassausgabe", Kind: naming.Video,
		Need: naming.Need{Object: "Ferienpass/md", Verb: "abholen", Situation: "Ferien und kein Plan"},
	}, 3)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range better {
		fmt.Println(s.Text)
	}
	// Output:
	// Ferien und kein Plan? So holst du deinen Ferienpass ab
	// Ferienpass abholen: So geht's
	// So holst du deinen Ferienpass ab
}

func ExampleChecker_Handles() {
	c := newChecker()
	var profiles []platform.Profile
	for _, name := range []platform.Name{platform.TikTok, platform.Instagram} {
		p, _ := platform.Known().Lookup(name)
		profiles = append(profiles, p)
	}
	h, err := c.Handles(naming.Name{Text: "Wege aus der Arbeitslosigkeit", Kind: naming.Channel}, naming.HandleOptions{Platforms: profiles})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("everywhere:", h.Common[0])
	for _, p := range h.Platforms {
		fmt.Println(p.Platform, p.Handles[0])
	}
	fmt.Println(h.Notes[0].Reason().In(reason.English))
	// Output:
	// everywhere: wegeausarbeitslosigkeit
	// tiktok wegeausarbeitslosigkeit
	// instagram wegeausderarbeitslosigkeit
	// @wegeausarbeitslosigkeit leaves out “der” to fit.
}

func ExampleHandleNote() {
	c := newChecker()
	tiktok, _ := platform.Known().Lookup(platform.TikTok)
	h, err := c.Handles(naming.Name{Text: "Polizei & Jugend", Kind: naming.Channel}, naming.HandleOptions{Platforms: []platform.Profile{tiktok}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(h.Notes[0].Reason().In(reason.German))
	// Output:
	// @polizeiundjugend enthält „polizei“: Das kann für eine andere Stelle gehalten werden.
}

func ExampleChecker_Portfolio() {
	c := newChecker()
	var names []naming.Name
	for _, text := range []string{"Hilfe bei Schulden", "Raus aus den Schulden", "Caritas Wohnungslosenhilfe"} {
		names = append(names, naming.Name{Text: text, Kind: naming.Channel})
	}
	p, err := c.Portfolio(names)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.0f %% user-first, %d with the sender in front\n", 100*float64(p.UserFirst), p.SenderOut)
	for _, clash := range p.Clashes {
		fmt.Println(clash.Reason().In(reason.English))
	}
	// Output:
	// 67 % user-first, 1 with the sender in front
	// 2 names lead to the same topic: schuld.
}

func ExampleClash() {
	c := newChecker()
	p, err := c.Portfolio([]naming.Name{
		{Text: "Dein Weg zum Führerschein", Kind: naming.Series},
		{Text: "Fahrerlaubnis verlängern", Kind: naming.Series},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Clashes[0].Names, p.Clashes[0].Reason().In(reason.German))
	// Output:
	// [0 1] Eine Sache hat zwei Namen: Führerschein, Fahrerlaubnis.
}

func ExampleChecker_Channels() {
	c := newChecker()
	services := []string{"Wohngeld Bewilligung", "Arbeitsmarktintegration", "Wohnsitz Ummeldung"}
	channels, err := c.Channels(services)
	if err != nil {
		log.Fatal(err)
	}
	for _, channel := range channels {
		fmt.Println(channel.Name, channel.Services)
	}
	// Output:
	// Wohnen & Umzug [0 2]
	// Wege zum Job [1]
}

func ExampleFinding() {
	c := newChecker()
	report, err := c.Check(naming.Name{Text: "Wohngeld Bewilligung", Kind: naming.Video})
	if err != nil {
		log.Fatal(err)
	}
	f := report.Findings[0]
	fmt.Println(f.Rule, f.Severity, report.Text[f.Start:f.End], f.Suggest)
	fmt.Println(f.Reason().In(reason.English))
	// Output:
	// process-noun error Bewilligung [beantragen]
	// “Bewilligung” says what the office does, not what the person wants.
}

func ExampleContribution() {
	c := newChecker()
	report, err := c.Check(naming.Name{Text: "Wie finde ich einen Kita-Platz?", Kind: naming.Video})
	if err != nil {
		log.Fatal(err)
	}
	for _, contribution := range report.Contributions {
		fmt.Println(contribution.Reason().In(reason.English))
	}
	// Output:
	// starting value: 54
	// a question: 12
	// speaks to the person: 8
	// an everyday word: 8
	// length: -1
}

func ExampleReport() {
	c := newChecker()
	report, err := c.Check(naming.Name{Text: "Hilfe für Bürger*innen", Kind: naming.Channel})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Score, report.Band, report.Worst(), report.Has(naming.GenderMarker))
	// Output:
	// 85 strong warning true
}

func ExampleSuggestion() {
	c := newChecker()
	better, err := c.Suggest(naming.Name{Text: "Caritasverband Köln: Hilfe bei Schulden", Kind: naming.Channel}, 1)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(better[0].Text, "| bio:", better[0].Sender)
	fmt.Println(better[0].Reason().In(reason.German))
	// Output:
	// Hilfe bei Schulden | bio: Caritasverband Köln
	// „Hilfe bei Schulden“ stellt das Thema nach vorn; der Absender gehört in die Bio: 89 Punkte, 47 mehr.
}

func ExampleGerman() {
	lx, err := naming.German()
	if err != nil {
		log.Fatal(err)
	}
	official := 0
	for _, e := range lx.Entries() {
		if e.Kind != naming.Everyday {
			official++
		}
	}
	fmt.Println(official > 400)
	fmt.Println(lx.Parts("Arbeitsmarktintegration"))
	// Output:
	// true
	// [Arbeits markt integration]
}

func ExampleLexicon() {
	lx, err := naming.German()
	if err != nil {
		log.Fatal(err)
	}
	pack, err := naming.ReadPackTSV(strings.NewReader(
		"form\tkind\tphrases\thelp\tsource\n" +
			"Stadtteilmanagement\tofficial\tWas fehlt in deinem Viertel?\tStraßenfest/n\tour own wording, 2026\n"))
	if err != nil {
		log.Fatal(err)
	}
	if lx, err = lx.With(pack); err != nil {
		log.Fatal(err)
	}
	c, err := naming.New(naming.Options{Language: "de", Lexicon: lx})
	if err != nil {
		log.Fatal(err)
	}
	better, err := c.Suggest(naming.Name{Text: "Stadtteilmanagement", Kind: naming.Video}, 2)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range better {
		fmt.Println(s.Text)
	}
	// Output:
	// Was fehlt in deinem Viertel?
	// Wer hilft mir beim Straßenfest?
}

func ExampleReadPackTSV() {
	_, err := naming.ReadPackTSV(strings.NewReader("form\tkind\tsource\nSozialraum\tvague\town\nKlientel\tabstract\t\n"))
	fmt.Println(err)
	// Output:
	// /line/2/kind: "vague" is not known: want one of official, abstract, paper, foreign, metaphor, acronym, everyday
}

func ExampleReadPackJSON() {
	pack, err := naming.ReadPackJSON(strings.NewReader(`{"entries": [
		{"form": "Sozialraum", "kind": "abstract", "plain": ["dein Viertel"], "source": "our own wording, 2026"}
	]}`))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(pack.Entries[0].Form, pack.Entries[0].Kind, pack.Entries[0].Plain)
	// Output:
	// Sozialraum abstract [dein Viertel]
}

func ExampleSituations() {
	for _, s := range naming.Situations() {
		if s.Field == "Bauen & Wohnen" {
			fmt.Printf("%s: %s\n", s.Name, s.Channel)
		}
	}
	// Output:
	// Bauen & Immobilien: Was wird hier gebaut?
	// Hausbau & Immobilienerwerb: Dein Weg zum Haus
	// Wohnen & Umzug: Wohnen & Umzug
}
