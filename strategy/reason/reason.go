package reason

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Reason is one sentence with the figures and sources it stands on. It is
// cheap to make; the sentence is put together by [Reason.In]. The zero Reason
// says nothing.
type Reason struct {
	code    string
	de, en  string
	figures []Figure
	sources []measure.Source
}

// New returns a reason. The code is stable and lower case, "package.topic";
// de and en are templates as the package comment describes. [Reason.Verify]
// tells whether templates and figures fit.
func New(code, de, en string, sources []measure.Source, figures ...Figure) Reason {
	return Reason{code, de, en, slices.Clone(figures), slices.Clone(sources)}
}

// Code returns the code.
func (r Reason) Code() string { return r.code }

// IsZero reports whether r is the zero Reason.
func (r Reason) IsZero() bool { return r.code == "" && r.de == "" }

// Figures returns the figures in the order given.
func (r Reason) Figures() []Figure { return slices.Clone(r.figures) }

// Sources returns the sources in the order given.
func (r Reason) Sources() []measure.Source { return slices.Clone(r.sources) }

// In returns the sentence in a language. A name without a figure stays in its
// braces, so that it is seen.
func (r Reason) In(l Lang) string {
	p := message.NewPrinter(l.tag())
	var b strings.Builder
	each(l.Pick(r.de, r.en), func(text string) { b.WriteString(text) }, func(ph placeholder) {
		f, ok := r.figure(ph.name)
		if !ok {
			b.WriteString("{" + ph.name + "}")
			return
		}
		if ph.middle {
			f = f.middle()
		}
		if !ph.wordOnly {
			b.WriteString(f.in(p, l))
		}
		if ph.one == "" && ph.many == "" {
			return
		}
		if !ph.wordOnly {
			b.WriteByte(' ')
		}
		if f.one() {
			b.WriteString(ph.one)
		} else {
			b.WriteString(ph.many)
		}
	})
	return b.String()
}

// Verify returns a problem for every name in a template that has no figure and
// for every figure that stands in neither of the two templates or only in one. It is
// meant for the tests of those who write reasons.
func (r Reason) Verify() error {
	var list check.List
	list.NotEmpty("/code", r.code, "a code such as cadence.kept")
	used := map[Lang]map[string]bool{}
	for _, l := range Langs() {
		used[l] = map[string]bool{}
		each(l.Pick(r.de, r.en), func(string) {}, func(ph placeholder) {
			used[l][ph.name] = true
			if _, ok := r.figure(ph.name); !ok {
				list.Add(check.Pointer(l, ph.name), check.ErrUnknown, ph.name, "the name of a figure")
			}
		})
	}
	for _, f := range r.figures {
		if used[German][f.name] != used[English][f.name] {
			list.Add(check.Pointer("figures", f.name), check.ErrConflict, f.name, "a figure that both languages use, or neither")
		}
	}
	return list.Err()
}

// MarshalJSON writes the code, both sentences, the figures and the sources.
func (r Reason) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code    string           `json:"code"`
		De      string           `json:"de"`
		En      string           `json:"en"`
		Figures []Figure         `json:"figures,omitempty"`
		Sources []measure.Source `json:"sources,omitempty"`
	}{r.code, r.In(German), r.In(English), r.figures, r.sources})
}

func (r Reason) figure(name string) (Figure, bool) {
	i := slices.IndexFunc(r.figures, func(f Figure) bool { return f.name == name })
	if i < 0 {
		return Figure{}, false
	}
	return r.figures[i], true
}

// placeholder is what stands between braces.
type placeholder struct {
	name      string
	middle    bool // {name.p50}
	wordOnly  bool // {name?one|many}
	one, many string
}

// each walks a template: literal text to one function, placeholders to the
// other. A brace that is not closed is text.
func each(template string, text func(string), hole func(placeholder)) {
	for template != "" {
		open := strings.IndexByte(template, '{')
		end := -1
		if open >= 0 {
			end = strings.IndexByte(template[open:], '}')
		}
		if end < 0 {
			text(template)
			return
		}
		text(template[:open])
		hole(parseHole(template[open+1 : open+end]))
		template = template[open+end+1:]
	}
}

func parseHole(s string) placeholder {
	var ph placeholder
	ph.name = s
	if i := strings.IndexAny(s, ":?"); i >= 0 {
		ph.name, ph.wordOnly = s[:i], s[i] == '?'
		ph.one, ph.many, _ = strings.Cut(s[i+1:], "|")
	}
	ph.name, ph.middle = strings.CutSuffix(ph.name, ".p50")
	return ph
}
