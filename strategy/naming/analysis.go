package naming

import "strings"

// analysis is the work on one name.
type analysis struct {
	c     *Checker
	lx    *Lexicon
	kind  Kind
	text  string
	runes int

	tokens []token
	words  []reading // one for each token that is a word
	first  int       // index in words of the first that is not a function word, -1: none

	findings []Finding
	has      [meritEnd]bool
	unknown  []string
	meaning  int // words with a meaning of their own
	topic    int // situation, -1: none
}

// genderSigns stand for people of every gender inside a word.
const genderSigns = ":*_·/"

// reading is what a word is.
type reading struct {
	at       int // index of its token
	fold     string
	class    wordClass
	entry    int  // entry of the lexicon, -1
	start    int  // where in the word the entry begins
	everyday bool // an everyday noun
	verb     bool // an infinitive
	act      bool // an administrative act in its place
}

// read cuts the name into words and looks each up.
func (a *analysis) read() {
	a.tokens = tokenize(a.text)
	a.words = make([]reading, 0, len(a.tokens))
	a.first = -1
	for i, t := range a.tokens {
		if t.kind != word {
			continue
		}
		r := reading{at: i, fold: t.fold, class: a.lx.lists[t.fold], entry: -1}
		if r.class&smallWord == 0 {
			a.look(&r)
			if a.first < 0 {
				a.first = len(a.words)
			}
		}
		a.words = append(a.words, r)
	}
	a.phrases()
}

// look finds what the lexicon has on a word: the word itself, then its hyphened
// pieces from the last, then the entry a compound ends in.
func (a *analysis) look(r *reading) {
	if i := strings.IndexAny(r.fold, genderSigns); i > 0 {
		r.fold = r.fold[:i] // "Mieter:innen" is a form of Mieter
	}
	if r.entry = a.lx.entry(r.fold); r.entry >= 0 {
		r.everyday = a.lx.entries[r.entry].Kind == Everyday
		return
	}
	if _, r.everyday = a.lx.everyday(r.fold); r.everyday {
		return
	}
	if _, r.verb = a.lx.verbs.find(r.fold); r.verb {
		return
	}
	if strings.Contains(r.fold, "-") {
		at := len(r.fold)
		for p := pieces(r.fold); len(p) > 0; p = p[:len(p)-1] {
			last := p[len(p)-1]
			at -= len(last)
			if e := a.lx.entry(last); e >= 0 {
				r.entry, r.start = e, at
				r.everyday = a.lx.entries[e].Kind == Everyday
				return
			}
			if _, ok := a.lx.everyday(last); ok {
				r.everyday = true
				return
			}
			at--
		}
	}
	r.entry, r.start = a.lx.head(r.fold)
}

// phrases gives the words of an entry of several words that entry, longest
// first.
func (a *analysis) phrases() {
	for i := range a.words {
		for _, row := range a.lx.series[a.words[i].fold] {
			at := a.words[i].at
			if end := a.matches(at, row.rest); end > 0 {
				for j := i; j < len(a.words) && a.words[j].at <= end; j++ {
					a.words[j].entry, a.words[j].start = -1, 0
				}
				a.words[i].entry = int(row.entry)
				a.words[i].start = -end // marks that the entry ends at that token
				break
			}
		}
	}
}

// matches reports at which token a run of words ends that follows token at; 0
// when the words are not there.
func (a *analysis) matches(at int, rest []string) int {
	if at+len(rest) >= len(a.tokens) || len(rest) == 0 {
		return 0
	}
	for i, w := range rest {
		if a.tokens[at+1+i].fold != w {
			return 0
		}
	}
	return at + len(rest)
}

// span returns the bytes an entry of a word covers.
func (a *analysis) span(r reading) (start, end int) {
	t := a.tokens[r.at]
	if r.start < 0 {
		return t.start, a.tokens[-r.start].end
	}
	// Folding keeps the length of German letters; where it does not, the whole
	// word is the place.
	if r.start > 0 && len(t.fold) == t.end-t.start {
		return t.start + r.start, t.end
	}
	return t.start, t.end
}

// find notes a finding unless the rule is silent for this kind of name.
func (a *analysis) find(rule Rule, start, end int) *Finding {
	s := &rules[rule]
	severity := s.severity[a.kind-1]
	if severity == 0 {
		return nil
	}
	a.findings = append(a.findings, Finding{
		Rule: rule, Severity: severity, Start: start, End: end, Match: a.text[start:end], Points: s.points,
	})
	return &a.findings[len(a.findings)-1]
}

func (a *analysis) findWord(rule Rule, r reading) *Finding {
	t := a.tokens[r.at]
	return a.find(rule, t.start, t.end)
}

// content counts the words that are not small words.
func (a *analysis) content() int {
	n := 0
	for _, r := range a.words {
		if r.class&smallWord == 0 {
			n++
		}
	}
	return n
}

// prev and next return the token beside token i, the zero token at the ends.
func (a *analysis) prev(i int) token {
	if i == 0 {
		return token{}
	}
	return a.tokens[i-1]
}

func (a *analysis) next(i int) token {
	if i+1 >= len(a.tokens) {
		return token{}
	}
	return a.tokens[i+1]
}
