package main

import (
	"fmt"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// body is what is compared of one body.
type body struct {
	Name     string          `json:"name"`
	Channels []channel       `json:"channels"`
	Flips    []reason.Reason `json:"flips"` // single changes of the inputs that change a verdict
}

// channel is one row of the table.
type channel struct {
	Name    string            `json:"name"`
	Decided portfolio.Verdict `json:"decided"` // by the body, read from the state of the channel
	Library portfolio.Verdict `json:"library"`
	Why     []reason.Reason   `json:"why"` // of the library
}

// same reports whether body and library agree. What is to start is launched or tried.
func (c channel) same() bool {
	return c.Decided == c.Library || c.Decided == portfolio.Pilot && c.Library == portfolio.Launch
}

// decided is what the body did, as the verdict it comes to.
func decided(s portfolio.State) portfolio.Verdict {
	switch s {
	case portfolio.Watched:
		return portfolio.Watch
	case portfolio.Resting:
		return portfolio.KeepInReserve
	case portfolio.Left:
		return portfolio.Leave
	case portfolio.Active:
		return portfolio.Keep
	default:
		return portfolio.Pilot
	}
}

const (
	mostRows  = 6 // of a table on the page
	mostFlips = 3
)

// compare writes, body by body, what was decided, what the library says, why it differs and
// what would flip it.
func compare(p *onepage.Page, all []onepage.Result) (any, error) {
	var bodies []body
	doubted := doubts(all)
	names, err := naming.New(naming.Options{Language: "de"}) // once: the verdicts do not hang on it
	if err != nil {
		return nil, err
	}
	for _, r := range all {
		b := body{Name: r.Brief.Name}
		p.Heading(b.Name, b.Name)
		plan := r.Assessment.Portfolio
		if plan == nil {
			p.Say("Für einen Vergleich der Kanäle fehlen Stunden, Ort oder Zielgruppe.", "Hours, place or target group are missing for a comparison of the channels.")
			bodies = append(bodies, b)
			continue
		}
		for i, d := range plan.Decisions {
			b.Channels = append(b.Channels, channel{d.Name, decided(r.Brief.Channels[i].State), d.Verdict, d.Reasons})
		}
		p.Table(table(p.Lang, r.Brief, b.Channels)...)
		rest(p, b.Channels)
		p.Most(1, plan.Reasons...)
		for _, c := range b.Channels {
			if !c.same() {
				p.Item(differs(c).In(p.Lang))
			}
		}
		p.Finding(r.Assessment, "presence.influencers")
		if b.Flips, err = flips(r, b.Channels, doubted, names); err != nil {
			return nil, err
		}
		for _, f := range b.Flips[:min(len(b.Flips), mostFlips)] { // the same words hold for several bodies
			p.Item(f.In(p.Lang))
		}
		if reviews := r.Brief.GuardRails.ReviewDates; len(reviews) > 0 {
			p.Reasons(reason.New("sachsen.review", "Ob jeder Kanal noch passt, wird regelmäßig geprüft, das nächste Mal am {day}.", "Whether each channel still suits is reviewed regularly, next on {day}.", nil, reason.Day("day", reviews[0])))
		}
		bodies = append(bodies, b)
	}
	return bodies, nil
}

func table(l reason.Lang, b strategy.Brief, channels []channel) [][]string {
	rows := [][]string{{l.Pick("Kanal", "channel"), l.Pick("Rolle", "role"), l.Pick("Follower", "followers"), l.Pick("entschieden", "decided"), l.Pick("Bibliothek", "library"), ""}}
	for i, c := range channels[:min(len(channels), mostRows)] {
		mark := l.Pick("gleich", "same")
		if !c.same() {
			mark = l.Pick("anders", "differs")
		}
		followers := "?"
		if n := b.Channels[i].Followers; n != nil {
			followers = reason.Count("", *n).In(l)
		}
		rows = append(rows, []string{c.Name, role(b.Channels[i].Role, l), followers, c.Decided.In(l), c.Library.In(l), mark})
	}
	return rows
}

func role(r portfolio.Role, l reason.Lang) string {
	switch r {
	case portfolio.Everyday:
		return l.Pick("Alltag", "everyday")
	case portfolio.Crisis:
		return l.Pick("Krise", "crisis")
	case portfolio.Recruiting:
		return l.Pick("Personal", "recruiting")
	case portfolio.Reserve:
		return l.Pick("Reserve", "reserve")
	default:
		return "-"
	}
}

// rest counts the channels below those in the table.
func rest(p *onepage.Page, channels []channel) {
	if len(channels) <= mostRows {
		return
	}
	same, more := 0, channels[mostRows:]
	for _, c := range more {
		if c.same() {
			same++
		}
	}
	p.Say(fmt.Sprintf("... und %d weitere Kanäle, davon %d gleich (-json).", len(more), same), fmt.Sprintf("... and %d more channels, %d of them the same (-json).", len(more), same))
}

// differs says why the library differs.
func differs(c channel) reason.Reason {
	why := reason.Text("why", "")
	if len(c.Why) > 0 {
		why = reason.Word("why", c.Why[0].In(reason.German), c.Why[0].In(reason.English))
	}
	return reason.New("sachsen.differs", "{channel}: entschieden ist „{decided}“, die Bibliothek sagt „{library}“. {why}", "{channel}: “{decided}” was decided, the library says “{library}”. {why}", nil,
		reason.Text("channel", c.Name), verdict("decided", c.Decided), verdict("library", c.Library), why)
}

func verdict(name string, v portfolio.Verdict) reason.Figure {
	return reason.Word(name, v.In(reason.German), v.In(reason.English))
}
