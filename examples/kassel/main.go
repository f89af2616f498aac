// Kassel assesses the city of Kassel at its start on TikTok in June 2024.
//
// Usage:
//
//	go run ./examples/kassel [-lang de|en] [-json] [-as-of DAY] [-brief FILE] [-history FILE [-channel NAME]]
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

func main() { os.Exit(kassel().Main(os.Args[1:], os.Stdout, os.Stderr)) }

func kassel() onepage.Case {
	return onepage.Case{
		Program: "kassel",
		Brief:   brief,
		AsOf:    measure.MustDate("2024-06-03"),
		Titles:  onepage.Text{De: "Stadt Kassel: Start auf TikTok", En: "City of Kassel: starting on TikTok"},
		More:    city,
	}
}
