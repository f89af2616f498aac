// Amtshelden assesses an authority that starts on TikTok, along the questions of the
// agency Amtshelden: goal, niche, promise, presence, alone or with an agency,
// rhythm, and comments. The authority and its comments are invented.
//
// Usage:
//
//	go run ./examples/amtshelden [-lang de|en] [-json] [-as-of DAY] [-brief FILE] [-history FILE [-channel NAME]]
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

var (
	//go:embed brief.json
	brief []byte
	//go:embed thread.json
	thread []byte // invented
)

func main() { os.Exit(amtshelden().Main(os.Args[1:], os.Stdout, os.Stderr)) }

func amtshelden() onepage.Case {
	return onepage.Case{
		Program: "amtshelden",
		Brief:   brief,
		AsOf:    measure.MustDate("2026-11-23"),
		Titles:  onepage.Text{De: "Ein Amt fängt an: Landratsamt Musterkreis", En: "An authority starts: Landratsamt Musterkreis"},
		More:    start,
	}
}
