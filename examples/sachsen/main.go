// Sachsen compares what the authorities of a state decided on their channels with
// what the library says: a state chancellery with 25 channels, three cities,
// and a ministry that recruits teachers. The decisions are compared, not
// forced; where the library differs it says why, and which input would flip it. The
// document bears no year; the day of the assessment is assumed.
//
// Usage:
//
//	go run ./examples/sachsen [-lang de|en] [-json] [-as-of DAY] [-brief FILE [-history FILE [-channel NAME]]]
//
// -brief replaces the embedded briefs by a JSON file, -history gives its
// short-video channel its posts: CSV with published_at and optionally channel
// and views. Input that is not accepted ends with exit status 2.
package main

import (
	_ "embed"
	"os"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy/measure"
)

var (
	//go:embed staatskanzlei.json
	chancellery []byte
	//go:embed dresden.json
	dresden []byte
	//go:embed chemnitz.json
	chemnitz []byte
	//go:embed zwickau.json
	zwickau []byte
	//go:embed kultus.json
	ministry []byte
)

func main() { os.Exit(sachsen().Main(os.Args[1:], os.Stdout, os.Stderr)) }

func sachsen() onepage.Case {
	return onepage.Case{
		Program: "sachsen",
		Others:  [][]byte{chancellery, dresden, chemnitz, zwickau, ministry},
		AsOf:    measure.MustDate("2025-04-07"),
		Titles:  onepage.Text{De: "Sachsen: was entschieden wurde und was die Bibliothek sagt", En: "Saxony: what was decided and what the library says"},
		More:    compare,
	}
}
