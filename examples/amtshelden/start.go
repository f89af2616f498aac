package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// special is what the JSON has beside the assessment.
type special struct {
	Start  []reason.Reason `json:"start"`
	Thread strategy.Alarm  `json:"thread"` // of invented comments
}

// start goes through the agency's questions: what for, who appears, alone or
// with help, and what if the comments turn.
func start(p *onepage.Page, all []onepage.Result) (any, error) {
	r := all[0]
	s := special{Start: append(goal(r.Brief.Goal), presence(r.Brief)...)}
	p.Heading("Vor dem Start: Ziel, Nische, Versprechen, Gesicht", "Before the start: goal, niche, promise, face")
	p.Reasons(s.Start...)

	p.Heading("Selbst machen, gemeinsam oder machen lassen", "Do it yourself, together or have it done")
	if d := r.Assessment.Agency; d != nil {
		p.Table(models(p.Lang, *d)...)
		p.Most(2, d.Reasons...)
	}

	t, err := check.Decode[strategy.Thread](bytes.NewReader(thread))
	if err != nil {
		return nil, err
	}
	if s.Thread, err = t.Judge(); err != nil {
		return nil, err
	}
	p.Heading("Sprechstunde in den Kommentaren", "Consultation hours in the comments")
	p.Reasons(hours(r.Brief.Community)...)
	p.Heading("Wenn die Stimmung kippt (erfundene Kommentare)", "When the mood turns (invented comments)")
	p.Reasons(s.Thread.Reasons...)
	return s, nil
}

// goal repeats what the brief says, so that a reader can object to it.
func goal(g strategy.Goal) []reason.Reason {
	var list []reason.Reason
	say := func(code, de, en string, figures ...reason.Figure) {
		list = append(list, reason.New("amtshelden."+code, de, en, nil, figures...))
	}
	if g.Change != "" {
		say("change", "Ändern soll sich: „{change}“", "What shall change: “{change}”", reason.Text("change", g.Change))
	}
	if g.Measure != "" && g.From != nil && g.To != nil && !g.By.IsZero() {
		from, to := number("from", *g.From, *g.To), number("to", *g.To, *g.From)
		say("measure", "Zu sehen ist es an: {measure}, von {from} auf {to} bis {by}.", "It shows in: {measure}, from {from} to {to} by {by}.",
			reason.Text("measure", g.Measure), from, to, reason.Day("by", g.By))
	}
	if g.Niche != "" && g.Promise != "" {
		say("promise", "Die Nische: {niche}. Das Versprechen: „{promise}“", "The niche: {niche}. The promise: “{promise}”",
			reason.Text("niche", g.Niche), reason.Text("promise", g.Promise))
	}
	return list
}

// number writes two figures of a goal that lie from 0 to 1 as shares, all others as numbers.
func number(name string, v, other float64) reason.Figure {
	if share := measure.Share(v); share.Valid() && measure.Share(other).Valid() {
		return reason.Share(name, share)
	}
	return reason.Number(name, v, 0)
}

// presence says who appears.
func presence(b strategy.Brief) []reason.Reason {
	var faces, young []string
	for _, m := range b.Team.Members {
		if m.OnCamera == measure.Yes {
			faces = append(faces, m.Role)
		}
		if m.TargetGroup == measure.Yes {
			young = append(young, m.Role)
		}
	}
	var list []reason.Reason
	if len(faces) > 0 {
		list = append(list, reason.New("amtshelden.faces", "Vor der Kamera: {faces}. Aus der Zielgruppe im Team: {young}.", "On camera: {faces}. Of the target group in the team: {young}.", nil,
			names("faces", faces), names("young", young)))
	}
	return list
}

func names(name string, list []string) reason.Figure {
	if len(list) == 0 {
		return reason.Word(name, "niemand", "nobody")
	}
	return reason.Text(name, strings.Join(list, ", "))
}

// hours says when somebody answers.
func hours(c strategy.Community) []reason.Reason {
	if c.HoursPerWeek == nil || c.ReplyHours == nil {
		return nil
	}
	evening := reason.Word("evening", "Ob abends und am Wochenende jemand nachsieht, ist offen.", "Whether somebody looks in the evening and at the weekend is open.")
	switch c.OutOfHours {
	case measure.Yes:
		evening = reason.Word("evening", "Auch abends und am Wochenende sieht jemand nach.", "Somebody also looks in the evening and at the weekend.")
	case measure.No:
		evening = reason.Word("evening", "Abends und am Wochenende sieht niemand nach.", "Nobody looks in the evening and at the weekend.")
	}
	return []reason.Reason{reason.New("amtshelden.hours",
		"Für Kommentare {hours?ist|sind} {hours:Stunde|Stunden} in der Woche frei, eine Antwort kommt binnen {reply:Stunde|Stunden}. {evening}",
		"{hours:hour|hours} a week {hours?is|are} free for comments, an answer comes within {reply:hour|hours}. {evening}", nil,
		reason.Hours("hours", *c.HoursPerWeek), reason.Hours("reply", *c.ReplyHours), evening)}
}

// models compares the models in a table.
func models(l reason.Lang, d agency.Decision) [][]string {
	rows := [][]string{{
		l.Pick("Modell", "model"), l.Pick("Punkte", "points"), l.Pick("Stunden im Haus", "own hours"),
		l.Pick("der Agentur", "the agency's"), l.Pick("Kosten gesamt", "cost in all"), "",
	}}
	for _, o := range d.Options {
		name := o.Model.In(l)
		if o.Model == d.Recommended {
			name += " *"
		}
		rows = append(rows, []string{
			name, fmt.Sprintf("%.0f", 100*o.Score), reason.Number("", float64(o.OwnHours), 1).In(l), reason.Number("", float64(o.Agency), 1).In(l),
			reason.Euro("", (o.Cost.Total+50)/100*100).In(l), o.Standing.In(l),
		})
	}
	return rows
}
