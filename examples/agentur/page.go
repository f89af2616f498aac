package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// page is one sheet of text.
type page struct {
	bytes.Buffer
	lang reason.Lang
}

const width = 100

func (p *page) write(c agency.Case, d agency.Decision) {
	title := p.lang.Pick("Mit Agentur oder ohne?", "With an agency or without?")
	if c.Organisation.Name != "" {
		title = c.Organisation.Name + ": " + title
	}
	fmt.Fprintf(p, "%s\n%s\n", title, strings.Repeat("=", utf8.RuneCountInString(title)))
	for _, r := range d.Reasons {
		if !strings.HasPrefix(r.Code(), "agency.flip") { // they have a part of their own below
			p.item(r.In(p.lang))
		}
	}
	p.heading("Die Modelle im Vergleich", "The models compared")
	p.table(d)
	p.heading("Was die Antwort ändern würde", "What would change the answer")
	for _, f := range nearest(d.Flips, 2) {
		p.item(f.Reason.In(p.lang))
	}
	if d.Path != nil {
		p.heading("Bevor das Haus allein weitermacht", "Before the body goes on alone")
		for _, r := range d.Path.Exit {
			p.item(r.In(p.lang))
		}
	}
	p.heading("Angenommen, weil nicht angegeben", "Assumed, because not given")
	for _, a := range d.Assumptions[:min(len(d.Assumptions), 6)] {
		p.item(a.Reason.In(p.lang))
	}
	if more := len(d.Assumptions) - 6; more > 0 {
		p.item(fmt.Sprintf(p.lang.Pick("%d weitere: mit -json", "%d more: with -json"), more))
	}
}

// nearest are the smallest changes for each rival.
func nearest(flips []agency.Flip, each int) []agency.Flip {
	var out []agency.Flip
	count := map[agency.Model]int{}
	for _, f := range flips {
		if count[f.Rival]++; count[f.Rival] <= each {
			out = append(out, f)
		}
	}
	return out
}

func (p *page) heading(de, en string) { fmt.Fprintf(p, "\n%s\n", p.lang.Pick(de, en)) }

// item writes a sentence behind a dash, broken at the width of the page.
func (p *page) item(text string) {
	line := "-"
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			fmt.Fprintln(p, line)
			line = " "
		}
		line += " " + word
	}
	fmt.Fprintln(p, line)
}

// table has a row for each figure and a column for each model.
func (p *page) table(d agency.Decision) {
	number := func(v float64, decimals int) string { return reason.Number("", v, decimals).In(p.lang) }
	between := func(e measure.Estimate, decimals int) string {
		if !e.Known() {
			return p.lang.Pick("unbekannt", "unknown")
		}
		return number(e.P10(), decimals) + "–" + number(e.P90(), decimals)
	}
	rows := []struct {
		de, en string
		cell   func(agency.Option) string
	}{
		{"", "", func(o agency.Option) string { return o.Model.In(p.lang) }},
		{"Kann gewählt werden", "Can be chosen", func(o agency.Option) string { return o.Standing.In(p.lang) }},
		{"Punkte von 100", "Points of 100", func(o agency.Option) string { return number(100*o.Score, 0) }},
		{"Eigene Stunden je Woche", "Own hours a week", func(o agency.Option) string { return number(float64(o.OwnHours), 1) }},
		{"Agenturstunden je Woche", "Agency hours a week", func(o agency.Option) string { return number(float64(o.Agency), 1) }},
		{"Videos, die möglich wären", "Videos that are possible", func(o agency.Option) string { return number(o.Possible, 1) }},
		{"Kosten je Monat in Euro", "Euros a month", func(o agency.Option) string { return number(o.Cost.PerMonth.Float(), 0) }},
		{"Im ganzen Zeitraum", "Over the whole time", func(o agency.Option) string { return number(o.Cost.Total.Float(), 0) }},
		{"  davon außer Haus", "  of that outside", func(o agency.Option) string { return number(o.Cost.External.Float(), 0) }},
		{"  Spanne", "  range", func(o agency.Option) string { return between(o.Cost.Doubt, -2) }},
		{"Je Video", "A video", func(o agency.Option) string { return number(o.Cost.PerVideo.Float(), 0) }},
		{"Je erreichte Person", "A person reached", func(o agency.Option) string { return between(o.Cost.PerPerson, 0) }},
		{"Tage von Idee bis Video", "Days from idea to video", func(o agency.Option) string {
			return number(o.Scores[agency.Agility-1].Measurement, 0)
		}},
	}
	if d.Robustness != nil {
		rows = append(rows, struct {
			de, en string
			cell   func(agency.Option) string
		}{"Passt und liegt vorn in", "Fits and is ahead in", func(o agency.Option) string {
			return reason.Share("", d.Robustness.Chances[o.Model-1].Best.Share).In(p.lang)
		}})
	}
	for _, r := range rows {
		fmt.Fprint(p, pad(p.lang.Pick(r.de, r.en), 26))
		for i, o := range d.Options {
			fmt.Fprint(p, pad(r.cell(o), []int{19, 17, 26, 22}[i]))
		}
		p.Truncate(len(bytes.TrimRight(p.Bytes(), " ")))
		fmt.Fprintln(p)
	}
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(1, n-utf8.RuneCountInString(s))) }
