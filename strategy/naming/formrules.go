package naming

import (
	"strings"
	"unicode/utf8"
)

// formRules applies the rules on length and signs.
func (a *analysis) formRules() {
	if limit := visible[a.kind]; a.runes > limit {
		if f := a.find(CutOff, 0, 0); f != nil {
			f.Match, f.count, f.limit = "", a.runes, limit
		}
	}
	for _, p := range a.c.platforms {
		limit, n := 0, a.runes
		switch a.kind {
		case Handle:
			limit = p.Handle.Max
		case Video:
			limit = p.Caption.Value
		}
		if limit > 0 && n > limit {
			if f := a.find(TooLong, 0, 0); f != nil {
				f.Match, f.count, f.limit, f.other = "", n, limit, p.Title
			}
		}
	}
	if len(a.words) == 0 {
		pictures := 0
		for _, t := range a.tokens {
			if t.kind == emoji {
				pictures++
			}
		}
		if pictures > 0 {
			a.find(EmojiOnly, 0, len(a.text))
			return
		}
	}
	if len(a.words) > 1 && utf8.RuneCountInString(a.text) > 8 && allCapitals(a.text) {
		a.find(Shouting, 0, len(a.text))
	}
	a.signs()
}

// signs reports three signs in a row, two exclamation marks, and brackets.
func (a *analysis) signs() {
	run := 0
	for i, t := range a.tokens {
		if t.kind != sign || t.fold == "\"" || t.fold == "§" || i > 0 && a.tokens[i-1].end != t.start {
			run = 0
			if t.kind != sign {
				continue
			}
		}
		run++
		if run == 3 || run == 2 && strings.ContainsAny(t.fold, "!?") && strings.ContainsAny(a.tokens[i-1].fold, "!?") {
			a.find(PunctuationRun, a.tokens[i-run+1].start, t.end)
			return
		}
	}
}
