package insights

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// table is a file of separated values with its line numbers.
type table struct {
	title  string // of a file that begins with the name of its metric
	header []string
	rows   []record
}

type record struct {
	line  int
	cells []string
}

// parseTable reads the rows of a file. It refuses what Excel leaves behind
// when it opens and saves an export.
func parseTable(text string, l *check.List) (table, bool) {
	skipped := 0
	comma, rest := ',', text
	if head, tail, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(head, "sep=") {
		switch sep := strings.TrimSuffix(strings.TrimPrefix(head, "sep="), "\r"); sep {
		case ",", ";", "\t":
			comma, rest, skipped = rune(sep[0]), tail, 1
		default:
			l.Add("/lines/1", check.ErrSyntax, head, "sep= with a comma, a semicolon or a tab")
			return table{}, false
		}
	} else {
		comma = separator(text)
	}
	r := csv.NewReader(strings.NewReader(rest))
	r.Comma = comma
	r.FieldsPerRecord = -1
	var rows []record
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if pe, ok := errors.AsType[*csv.ParseError](err); ok {
			l.Add(check.Pointer("lines", pe.Line+skipped), check.ErrSyntax, pe.Err, "cells in double quotes where they hold quotes, separators or line breaks")
			return table{}, false
		}
		if err != nil {
			l.Merge("", err)
			return table{}, false
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, record{line + skipped, cells})
	}
	return shape(rows, l)
}

// shape finds the header and checks that every row has as many cells.
func shape(rows []record, l *check.List) (table, bool) {
	if len(rows) == 0 {
		l.Add("", check.ErrRequired, check.None, "an export with at least a header")
		return table{}, false
	}
	var t table
	if first := rows[0].cells; len(rows) > 1 && isTitle(first) && !isTitle(rows[1].cells) {
		t.title, rows = strings.TrimSpace(first[0]), rows[1:]
	}
	if first := rows[0].cells; len(first) == 1 && strings.Count(first[0], ",") >= 2 {
		l.Add(check.Pointer("lines", rows[0].line), check.ErrSyntax, first[0],
			"a header of several cells; each row is one quoted cell, as Excel saves an opened export: use the file as it was exported")
		return table{}, false
	}
	t.header, t.rows = rows[0].cells, rows[1:]
	for i := range t.header {
		t.header[i] = strings.TrimSpace(t.header[i])
	}
	ok := true
	for _, row := range t.rows {
		if len(row.cells) != len(t.header) {
			l.Add(check.Pointer("lines", row.line), check.ErrSyntax, len(row.cells), "as many cells as the header has")
			ok = false
		}
	}
	for i, name := range t.header {
		if slices.Contains(t.header[:i], name) {
			l.Add(check.Pointer("lines", rows[0].line), check.ErrDuplicate, name, "every column once")
			ok = false
		}
	}
	return t, ok
}

// isTitle reports whether a row has text in its first cell only.
func isTitle(cells []string) bool {
	for _, c := range cells[1:] {
		if c != "" {
			return false
		}
	}
	return cells[0] != "" && !strings.Contains(cells[0], ",")
}

// separator is the sign that stands most often outside quotes in the first lines.
func separator(text string) rune {
	counts := map[rune]int{}
	quoted, lines := false, 0
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			lines++
		case c == ',' || c == ';' || c == '\t':
			counts[c]++
		}
		if lines == 3 {
			break
		}
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}
