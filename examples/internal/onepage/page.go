package onepage

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Page writes a page of text. Its width is that of a sheet.
type Page struct {
	w    io.Writer
	Lang reason.Lang
}

const width = 96

// Heading writes a heading.
func (p *Page) Heading(de, en string) {
	fmt.Fprintf(p.w, "\n%s\n", strings.ToUpper(p.Lang.Pick(de, en)))
}

// Say writes a sentence as a paragraph of its own.
func (p *Page) Say(de, en string) { p.wrap("", p.Lang.Pick(de, en)) }

// Item writes a sentence behind a dash.
func (p *Page) Item(text string) { p.wrap("- ", text) }

// Reasons writes reasons as items.
func (p *Page) Reasons(reasons ...reason.Reason) {
	for _, r := range reasons {
		p.Item(r.In(p.Lang))
	}
}

// wrap breaks a text into lines; those after the first stand under its text.
func (p *Page) wrap(first, text string) {
	line := first
	indent := strings.Repeat(" ", len(first))
	for i, word := range strings.Fields(text) {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			fmt.Fprintln(p.w, line)
			line = indent + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	fmt.Fprintln(p.w, line)
}

// mostAsks is how many open questions stand on the page; the JSON has all.
const mostAsks = 8

func (p *Page) assessment(title Text, b strategy.Brief, a strategy.Assessment) {
	heading := p.Lang.Pick(title.De, title.En)
	day := reason.Day("day", a.AsOf).In(p.Lang)
	fmt.Fprintf(p.w, "%s\n%s\n", heading+strings.Repeat(" ", max(2, width-utf8.RuneCountInString(heading)-utf8.RuneCountInString(day)))+day, strings.Repeat("=", width))

	p.Heading("Auf einen Blick", "At a glance")
	p.Reasons(a.Summary...)

	if a.Followers != nil || len(a.Reachable) > 0 {
		p.Heading("Wen es zu erreichen gibt", "Whom there is to reach")
		for _, r := range a.Reachable {
			p.Reasons(r.Reason)
		}
		if a.Forecast != nil {
			p.Reasons(a.Forecast.Reasons...)
		}
		if a.Comments != nil {
			p.Reasons(a.Comments.Reasons...)
		}
		if a.Followers != nil {
			p.Reasons(a.Followers.Reasons...)
		}
		p.Reasons(a.Conflicts...)
	}
	for _, c := range a.Continuity {
		p.Heading("Kontinuität: "+c.Channel, "Continuity: "+c.Channel)
		p.Reasons(c.Report.Reasons...)
	}
	if a.Rhythm != nil {
		p.Heading("Rhythmus", "Rhythm")
		p.Reasons(a.Rhythm.Reasons...)
	}
	if a.Portfolio != nil {
		p.Heading("Welche Kanäle", "Which channels")
		for _, d := range a.Portfolio.Decisions {
			text := d.Name + ": " + d.Verdict.In(p.Lang) + "."
			for _, r := range d.Reasons {
				text += " " + r.In(p.Lang)
			}
			p.Item(text)
		}
		for _, t := range a.Portfolio.Watch {
			p.Reasons(t.Reasons...)
		}
		p.Reasons(a.Portfolio.Reasons...)
	}
	if a.Agency != nil {
		p.Heading("Mit wem", "With whom")
		p.Reasons(a.Agency.Reasons...)
	}
	p.names(a)
	p.findings(a, strategy.Stop, Text{"Vor dem Start zu klären", "To settle before the start"})
	p.findings(a, strategy.Warning, Text{"Warnungen", "Warnings"})
	p.asks(a)
	p.findings(a, strategy.Note, Text{"Gut zu wissen", "Worth knowing"})
}

func (p *Page) names(a strategy.Assessment) {
	if len(a.Names) == 0 {
		return
	}
	p.Heading("Namen", "Names")
	for _, n := range a.Names {
		text := fmt.Sprintf("%s: %d/100", n.Report.Text, n.Report.Score)
		if len(n.Suggestions) > 0 {
			text += p.Lang.Pick(", besser: ", ", better: ") + n.Suggestions[0].Text
		}
		p.Item(text)
	}
}

func (p *Page) findings(a strategy.Assessment, s strategy.Severity, title Text) {
	found := a.With(s)
	if len(found) == 0 {
		return
	}
	p.Heading(title.De, title.En)
	for _, f := range found {
		p.Item(f.Reason.In(p.Lang) + " -> " + f.Remedy.In(p.Lang))
	}
}

func (p *Page) asks(a strategy.Assessment) {
	found := a.With(strategy.Ask)
	if len(found) == 0 {
		return
	}
	p.Heading("Zuerst herausfinden", "Find out first")
	for _, f := range found[:min(len(found), mostAsks)] {
		p.Item(f.Reason.In(p.Lang))
	}
	if more := len(found) - mostAsks; more > 0 {
		p.Say(fmt.Sprintf("... und %d weitere Fragen (-json).", more), fmt.Sprintf("... and %d more questions (-json).", more))
	}
}

// inputs says what comes from the document of the case and what was assumed.
func (p *Page) inputs(a strategy.Assessment) {
	p.Heading("Woher die Angaben kommen", "Where the inputs come from")
	if a.Inputs.Unmarked {
		p.Say("Der Steckbrief sagt es von keiner Angabe.", "The brief says it of none of them.")
		return
	}
	for _, list := range []struct {
		title Text
		marks []strategy.Mark
	}{{Text{"aus dem Dokument", "from the document"}, a.Inputs.Given}, {Text{"angenommen", "assumed"}, a.Inputs.Assumed}} {
		var items []string
		for _, m := range list.marks {
			item := m.At
			if m.Source != "" {
				item += " (" + m.Source + ")"
			}
			items = append(items, item)
		}
		if items != nil {
			p.Item(p.Lang.Pick(list.title.De, list.title.En) + ": " + strings.Join(items, ", "))
		}
	}
}

// People writes an estimate of people.
func (p *Page) People(e measure.Estimate) string { return reason.Range("people", e, -1).In(p.Lang) }
