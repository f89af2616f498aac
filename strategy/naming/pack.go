package naming

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode"

	"github.com/hochkant/hochkant/strategy/check"
)

// Pack is a list of entries that extends a [Lexicon]: the words of one town,
// one field or one house.
type Pack struct {
	Entries []Entry `json:"entries"`
}

// columns are those a pack as TSV may have.
var columns = [...]string{
	"form", "kind", "topic", "plain", "phrases",
	"object", "verb", "outcome", "problem", "help", "money", "situation", "source",
}

// ReadPackTSV reads a pack from tab-separated values. The first line names the
// columns, in any order: form, kind and source are required; topic, plain,
// phrases and the fields of [Need] (object, verb, outcome, problem, help, money,
// situation) may be left out. Several plain words or phrases are separated by
// " | ". Empty lines and lines that begin with # are skipped.
//
// All problems are reported at once; their place is "/line/<n>/<column>" with
// lines counted from 1. At most 1 MiB is read.
func ReadPackTSV(r io.Reader) (Pack, error) { return readTSV(r, newVerbs()) }

func readTSV(r io.Reader, vs verbs) (Pack, error) {
	var l check.List
	data, err := io.ReadAll(io.LimitReader(r, check.MaxBytes+1))
	switch {
	case err != nil:
		l.Merge("", err)
		return Pack{}, l.Err()
	case len(data) > check.MaxBytes:
		l.Add("", check.ErrLimit, check.None, "at most 1 MiB")
		return Pack{}, l.Err()
	}
	var header []string
	var p Pack
	lines := make([]int, 0, bytes.Count(data, []byte{'\n'}))
	p.Entries = make([]Entry, 0, cap(lines))
	scanner := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	scanner.Buffer(nil, check.MaxBytes+1)
	for n := 1; scanner.Scan(); n++ {
		line := strings.TrimSuffix(scanner.Text(), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if header == nil {
			header = readHeader(fields, n, &l)
			continue
		}
		if len(fields) > len(header) {
			l.Add(check.Pointer("line", n), check.ErrSyntax, line, "no more fields than the header has columns")
			continue
		}
		var e Entry
		for i, f := range fields {
			if f = strings.TrimSpace(f); f == "" {
				continue
			}
			if err := e.set(header[i], f); err != nil {
				l.Merge(check.Pointer("line", n, header[i]), err)
			}
		}
		p.Entries = append(p.Entries, e)
		lines = append(lines, n)
	}
	if header == nil {
		l.Add("", check.ErrRequired, check.None, "a header line with the names of the columns")
	}
	if err := l.Err(); err != nil {
		return Pack{}, err
	}
	for i, e := range p.Entries {
		e.validate(vs, &l, func() string { return check.Pointer("line", lines[i]) })
	}
	if err := l.Err(); err != nil {
		return Pack{}, err
	}
	return p, nil
}

func readHeader(fields []string, line int, l *check.List) []string {
	seen := map[string]bool{}
	header := make([]string, len(fields))
	for i, f := range fields {
		f = strings.TrimSpace(f)
		header[i] = f
		known := false
		for _, c := range columns {
			known = known || c == f
		}
		switch {
		case !known:
			l.Add(check.Pointer("line", line), check.ErrUnknown, f, "columns out of "+strings.Join(columns[:], ", "))
		case seen[f]:
			l.Add(check.Pointer("line", line), check.ErrDuplicate, f, "every column once")
		}
		seen[f] = true
	}
	for _, c := range []string{"form", "kind", "source"} {
		if !seen[c] {
			l.Add(check.Pointer("line", line), check.ErrRequired, check.None, "a column "+c)
		}
	}
	return header
}

// set fills one column of an entry.
func (e *Entry) set(column, text string) error {
	switch column {
	case "form":
		e.Form = text
	case "kind":
		return e.Kind.UnmarshalText([]byte(text))
	case "topic":
		e.Topic = text
	case "plain":
		e.Plain = splitList(text)
	case "phrases":
		e.Phrases = splitList(text)
	case "object":
		e.Need.Object = text
	case "verb":
		e.Need.Verb = text
	case "outcome":
		e.Need.Outcome = text
	case "problem":
		e.Need.Problem = text
	case "help":
		e.Need.Help = text
	case "money":
		e.Need.Money = text
	case "situation":
		e.Need.Situation = text
	case "source":
		e.Source = text
	}
	return nil
}

func splitList(text string) []string {
	var list []string
	for s := range strings.SplitSeq(text, "|") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// ReadPackJSON reads a pack from JSON of the shape {"entries":[{"form":...,
// "kind":..., "source":...}]}, strictly: unknown keys and wrong types are
// problems, placed by JSON Pointer. At most 1 MiB is read.
func ReadPackJSON(r io.Reader) (Pack, error) {
	p, err := check.Decode[Pack](r)
	if err != nil {
		return Pack{}, err
	}
	if err := p.validate(); err != nil {
		return Pack{}, err
	}
	return p, nil
}

// validate notes everything that is wrong with the entries of a pack.
func (p Pack) validate() error {
	var l check.List
	vs := newVerbs()
	for i, e := range p.Entries {
		e.validate(vs, &l, func() string { return check.Pointer("entries", i) })
	}
	return l.Err()
}

// validate notes what is wrong with an entry; place gives the pointer to it,
// and is asked only when something is.
func (e Entry) validate(vs verbs, l *check.List, place func() string) {
	form, _, tagged := strings.Cut(e.Form, "/")
	switch {
	case strings.TrimSpace(form) == "":
		l.Add(place()+"/form", check.ErrRequired, check.None, "a word")
	case !plausible(e.Form):
		l.Add(place()+"/form", check.ErrLimit, e.Form, "one line of at most 100 characters")
	case !strings.ContainsFunc(form, unicode.IsLetter):
		l.Add(place()+"/form", check.ErrSyntax, e.Form, "a word with letters")
	case tagged:
		if _, ok := parseNoun(e.Form); !ok {
			l.Add(place()+"/form", check.ErrSyntax, e.Form, `a word, with a tag such as "/m" or "/n0" where it is a noun`)
		}
	}
	if !entryKindWords.Valid(e.Kind) {
		l.Add(place()+"/kind", check.ErrRequired, check.None, "one of official, abstract, paper, foreign, metaphor, acronym, everyday")
	}
	if strings.TrimSpace(e.Source) == "" {
		l.Add(place()+"/source", check.ErrRequired, check.None, "where the entry comes from")
	}
	for i, list := range [...][]string{e.Plain, e.Phrases} {
		for j, s := range list {
			if !plausible(s) || strings.TrimSpace(s) == "" {
				l.Add(place()+check.Pointer([...]string{"plain", "phrases"}[i], j), check.ErrSyntax, s, "one line of 1 to 100 characters")
			}
		}
	}
	if e.Topic != "" && situationIndex(e.Topic) < 0 {
		l.Add(place()+"/topic", check.ErrUnknown, e.Topic, "the official name of a life situation, as in Situations")
	}
	e.Need.parse(vs, l, place)
}
