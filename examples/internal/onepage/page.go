package onepage

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Page writes a page of text. Its width is that of a sheet. No sentence stands
// on it twice, and a heading with nothing below it is left out.
type Page struct {
	Lang reason.Lang

	w       io.Writer
	heading string // to be written before the next line
	said    map[string]bool
}

const width = 96

func (p *Page) title(t Text, day measure.Date) {
	heading, on := p.Lang.Pick(t.De, t.En), reason.Day("day", day).In(p.Lang)
	space := max(2, width-utf8.RuneCountInString(heading)-utf8.RuneCountInString(on))
	fmt.Fprintf(p.w, "%s%s%s\n%s\n", heading, strings.Repeat(" ", space), on, strings.Repeat("=", width))
}

// Heading begins a section.
func (p *Page) Heading(de, en string) { p.heading = strings.ToUpper(p.Lang.Pick(de, en)) }

func (p *Page) line(text string) {
	if p.heading != "" {
		fmt.Fprintf(p.w, "\n%s\n", p.heading)
		p.heading = ""
	}
	fmt.Fprintln(p.w, strings.TrimRight(text, " "))
}

// Say writes a text as a paragraph of its own.
func (p *Page) Say(de, en string) { p.wrap("", p.Lang.Pick(de, en)) }

// Item writes a sentence behind a dash.
func (p *Page) Item(text string) { p.wrap("- ", text) }

// Reasons writes those reasons as items that the page has not said yet.
func (p *Page) Reasons(reasons ...reason.Reason) { p.Most(len(reasons), reasons...) }

// Most writes at most n of the reasons that the page has not said yet.
func (p *Page) Most(n int, reasons ...reason.Reason) {
	for _, r := range reasons {
		if text := r.In(p.Lang); n > 0 && text != "" && p.first(text) {
			p.Item(text)
			n--
		}
	}
}

// first reports whether a sentence is new to the page, and notes it.
func (p *Page) first(text string) bool {
	if p.said == nil {
		p.said = map[string]bool{}
	}
	if p.said[text] {
		return false
	}
	p.said[text] = true
	return true
}

// Table writes rows in columns as wide as they need; the first row is the head.
func (p *Page) Table(rows ...[]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		p.line(line.String())
		if n == 0 {
			total := 2 * (len(widths) - 1)
			for _, w := range widths {
				total += w
			}
			p.line(strings.Repeat("-", total))
		}
	}
}

// wrap breaks a text into lines; those after the first stand under its text.
func (p *Page) wrap(first, text string) {
	line := first
	indent := strings.Repeat(" ", utf8.RuneCountInString(first))
	for i, word := range strings.Fields(text) {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			p.line(line)
			line = indent + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	p.line(line)
}

// pick takes the part of a note of the brief that is in the language of the
// page. Such a note reads "German | English"; one without a bar is the same in both.
func (p *Page) pick(note string) string {
	de, en, both := strings.Cut(note, " | ")
	if !both {
		return note
	}
	return p.Lang.Pick(de, en)
}

// parts of a brief, by the first name of a JSON Pointer, in the order of the brief.
var parts = []struct {
	name string
	text Text
}{
	{"name", Text{"Name", "name"}},
	{"body", Text{"Art des Hauses", "kind of body"}},
	{"place", Text{"Ort", "place"}},
	{"goal", Text{"Ziel", "goal"}},
	{"audience", Text{"Zielgruppe", "audience"}},
	{"topics", Text{"Themen", "topics"}},
	{"channels", Text{"Kanäle", "channels"}},
	{"team", Text{"Team", "team"}},
	{"agency", Text{"Agentur", "agency"}},
	{"partners", Text{"Träger", "carriers"}},
	{"presence", Text{"Auftritt", "presence"}},
	{"guardRails", Text{"Leitplanken", "guard rails"}},
	{"community", Text{"Community", "community"}},
}

func (p *Page) part(pointer string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	for _, known := range parts {
		if known.name == first {
			return p.Lang.Pick(known.text.De, known.text.En)
		}
	}
	return pointer
}

// inputs says what comes from the document of the case and what was assumed, of
// all its briefs together.
func (p *Page) inputs(all []Result) {
	p.Heading("Woher die Angaben kommen (jede einzeln: -json)", "Where the inputs come from (each of them: -json)")
	var given, assumed notes
	for _, r := range all {
		in := r.Assessment.Inputs
		if in.Unmarked {
			p.Item(r.Brief.Name + p.Lang.Pick(": Der Steckbrief sagt es von keiner Angabe.", ": the brief says it of none of them."))
		}
		for _, m := range in.Given {
			given.add(p.pick(m.Source), p.part(m.At))
		}
		for _, m := range in.Assumed {
			assumed.add(p.pick(m.Source), p.part(m.At))
		}
	}
	if given != nil {
		p.Item(p.Lang.Pick("aus dem Dokument: ", "from the document: ") + given.String())
	}
	if assumed != nil {
		p.Item(p.Lang.Pick("angenommen: ", "assumed: ") + assumed.String())
	}
}

// notes are sources with the parts of the brief that stand on them.
type notes []note

type note struct {
	source string
	parts  []string
}

func (n *notes) add(source, part string) {
	for i, have := range *n {
		if have.source == source {
			if !slices.Contains(have.parts, part) {
				(*n)[i].parts = append(have.parts, part)
			}
			return
		}
	}
	*n = append(*n, note{source, []string{part}})
}

func (n notes) String() string {
	items := make([]string, len(n))
	for i, have := range n {
		items[i] = strings.Join(have.parts, ", ")
		if have.source != "" {
			items[i] = have.source + " (" + items[i] + ")"
		}
	}
	return strings.Join(items, " · ") // notes hold semicolons
}
