// Zivilgesellschaft assesses twelve carriers of civil society that could share one topic
// channel, "Wege zum Job", with the stopped channel of a public foundation as
// a warning. The carriers are invented; the document bears no date, the day of
// the assessment is assumed.
//
// Usage:
//
//	go run ./examples/zivilgesellschaft [-lang de|en] [-json] [-as-of DAY] [-brief FILE] [-history FILE [-channel NAME]]
//
// -brief replaces the embedded briefs by a JSON file; with two partners or more
// whose hours are known the alliance is weighed for them. -history gives the
// short-video channel of that brief its posts: CSV with published_at and optionally channel
// and views. Input that is not accepted ends with exit status 2.
package main

import (
	_ "embed"
	"os"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/alliance"
	"github.com/hochkant/hochkant/strategy/measure"
)

var (
	//go:embed brief.json
	brief []byte
	//go:embed foundation.json
	foundation []byte
)

func main() { os.Exit(zivilgesellschaft().Main(os.Args[1:], os.Stdout, os.Stderr)) }

func zivilgesellschaft() onepage.Case {
	return onepage.Case{
		Program: "zivilgesellschaft",
		Brief:   brief,
		Others:  [][]byte{foundation},
		AsOf:    measure.MustDate("2024-03-04"),
		Titles:  onepage.Text{De: "Zwölf Träger, ein Kanal: Wege zum Job", En: "Twelve carriers, one channel: Wege zum Job"},
		More:    more,
	}
}

// special is what the JSON has beside the assessment.
type special struct {
	Alliance  *alliance.Answer    `json:"alliance,omitempty"`
	Departure *alliance.Departure `json:"departure,omitempty"` // of the carrier with most hours
	// Stopped is the continuity of the channels that stand as a warning.
	Stopped  []strategy.ChannelContinuity `json:"stopped,omitempty"`
	Warnings []warning                    `json:"warnings,omitempty"`
}

func more(p *onepage.Page, all []onepage.Result) (any, error) {
	var s special
	if err := s.together(p, all[0]); err != nil {
		return nil, err
	}
	p.Heading("Namen: erst der Mensch, dann das Amt", "Names: the person first, the office second")
	for _, n := range all[0].Assessment.Names {
		if len(n.Suggestions) > 0 {
			for _, f := range n.Report.Findings[:min(len(n.Report.Findings), 1)] {
				p.Reasons(f.Reason())
			}
			for _, better := range n.Suggestions {
				p.Reasons(better.Reason())
			}
		}
	}
	p.Heading("Zwei Angaben, die nicht zusammenpassen", "Two figures that do not go together")
	p.Reasons(all[0].Assessment.Conflicts...)
	for _, other := range all[1:] {
		if err := s.warn(p, other); err != nil {
			return nil, err
		}
	}
	return s, nil
}
