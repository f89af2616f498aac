// Kas assesses a political foundation that dares a start on TikTok: without paid
// ads, with few agreed topics, as a pilot with reviews and exit criteria. The
// document bears no date; the day of the assessment is assumed.
//
// Usage:
//
//	go run ./examples/kas [-lang de|en] [-json] [-as-of DAY] [-brief FILE] [-history FILE [-channel NAME]]
//
// -brief replaces the embedded brief by a JSON file, -history gives the
// short-video channel its posts: CSV with published_at and optionally channel
// and views. Input that is not accepted ends with exit status 2.
package main

import (
	_ "embed"
	"os"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy/measure"
)

//go:embed brief.json
var brief []byte

func main() { os.Exit(kas().Main(os.Args[1:], os.Stdout, os.Stderr)) }

func kas() onepage.Case {
	return onepage.Case{
		Program: "kas",
		Brief:   brief,
		AsOf:    measure.MustDate("2024-02-05"),
		Titles:  onepage.Text{De: "Konrad-Adenauer-Stiftung: das Wagnis TikTok", En: "Konrad Adenauer Foundation: daring TikTok"},
		More:    venture,
	}
}
