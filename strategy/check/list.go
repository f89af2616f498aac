package check

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// List collects problems. The zero value is ready; a List is used by one
// goroutine. It keeps every problem until [List.Err] puts them in order.
type List struct {
	problems []Problem
	more     int
}

// None as the value of [List.Add] says that there is no value to show.
const None none = 0

type none uint8

// Add notes a problem of a kind at a place. The value is quoted in the error;
// pass [None] when there is none. want says what is accepted, without "want".
func (l *List) Add(path string, kind error, value any, want string) {
	p := Problem{Path: path, Want: want, Kind: kind}
	if value != any(None) {
		p.Value = quote(value)
	}
	l.problems = append(l.problems, p)
}

// Finite notes a problem when v is NaN or infinite, and reports whether v is finite.
func (l *List) Finite(path string, v float64) bool {
	if finite(v) {
		return true
	}
	l.Add(path, ErrFinite, v, "a finite number")
	return false
}

// Between notes a problem unless lo <= v <= hi, and reports whether v is
// accepted. NaN and infinities are not. want describes the range in words.
func (l *List) Between(path string, v, lo, hi float64, want string) bool {
	if !l.Finite(path, v) {
		return false
	}
	if v < lo || v > hi {
		l.Add(path, ErrRange, v, want)
		return false
	}
	return true
}

// Positive notes a problem unless v is finite and above 0, and reports whether it is.
func (l *List) Positive(path string, v float64, want string) bool {
	if !l.Finite(path, v) {
		return false
	}
	if v <= 0 {
		l.Add(path, ErrRange, v, want)
		return false
	}
	return true
}

// NotEmpty notes a problem when s is empty or only white space, and reports
// whether it holds text.
func (l *List) NotEmpty(path, s, want string) bool {
	if strings.TrimSpace(s) != "" {
		return true
	}
	l.Add(path, ErrRequired, s, want)
	return false
}

// Merge takes over the problems of a part and places them below prefix. An
// error of another kind becomes one problem at prefix that carries its text. A nil error is
// nothing.
func (l *List) Merge(prefix string, err error) {
	if err == nil {
		return
	}
	if ps, ok := errors.AsType[*Problems](err); ok {
		for _, p := range ps.list {
			p.Path = prefix + p.Path
			l.problems = append(l.problems, p)
		}
		l.more += ps.more
		return
	}
	if p, ok := errors.AsType[Problem](err); ok {
		p.Path = prefix + p.Path
		l.problems = append(l.problems, p)
		return
	}
	l.problems = append(l.problems, Problem{Path: prefix, Kind: err})
}

// Err returns nil when nothing was noted, else a *[Problems] with all of it,
// ordered by place (indices as numbers), then kind and value. Of more than [Shown] problems
// the first are carried and the rest is counted.
func (l *List) Err() error {
	if len(l.problems) == 0 {
		return nil
	}
	ps := slices.Clone(l.problems)
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(comparePointers(a.Path, b.Path), cmp.Compare(a.Kind.Error(), b.Kind.Error()), cmp.Compare(a.Value, b.Value))
	})
	more := l.more
	if len(ps) > Shown {
		more += len(ps) - Shown
		ps = ps[:Shown]
	}
	return &Problems{list: ps, more: more}
}

// comparePointers orders places part by part, numbers by value, so that
// /bands/9 stands before /bands/10.
func comparePointers(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = nextPart(a)
		y, b = nextPart(b)
		if x == y {
			continue
		}
		if isIndex(x) && isIndex(y) && len(x) != len(y) {
			return cmp.Compare(len(x), len(y))
		}
		return cmp.Compare(x, y)
	}
	return cmp.Compare(len(a), len(b))
}

func nextPart(p string) (part, rest string) {
	p = strings.TrimPrefix(p, "/")
	if i := strings.IndexByte(p, '/'); i >= 0 {
		return p[:i], p[i:]
	}
	return p, ""
}

func isIndex(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != "" && (s == "0" || s[0] != '0')
}
