package naming

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/check"
)

//go:embed lexicon
var files embed.FS

// Lexicon is what is known of German words: the terms of offices with what
// people say instead, everyday nouns with their gender, verbs with their forms,
// administrative acts and the parts of compounds. It never changes once made and
// may be used by several goroutines at once. The zero Lexicon is empty; start
// from [German].
type Lexicon struct {
	entries []Entry
	forms   []string         // folded, without tags, same index
	parsed  []slots          // of entries, same index
	words   map[string]int32 // folded single word -> index of its entry + 1
	series  map[string][]row // first word -> entries of several words, longest first
	nouns   map[string]noun  // folded everyday noun -> gender and article
	topics  map[string]int8  // folded word -> situation + 1
	parts   map[string]bool  // parts of compounds; true: may stand at the end
	verbs   verbs
	acts    map[string]act
	lists   map[string]wordClass
}

// row is an entry of several words: the words after the first, folded.
type row struct {
	rest  []string
	entry int32
}

// wordClass marks words with a fixed role in the rules.
type wordClass uint16

// The classes, in the order in which German reads their files.
const (
	functionWord     wordClass = 1 << iota // articles, prepositions, conjunctions
	personWord                             // ich, du, dein
	questionWord                           // wie, was, wo
	knownAcronym                           // letters everybody reads: EU, WG
	allowedLong                            // everyday though long
	allowedNominal                         // everyday though it ends like a nominalisation
	organisationHead                       // ministerium, jobcenter
	situationWord                          // verloren, umgezogen, schwanger
)

// smallWord are the words that carry no topic of their own.
const smallWord = functionWord | personWord | questionWord

// German returns the built-in lexicon: over 400 official terms from all 14
// topic fields of the OZG in our own wording, and the everyday words. It is
// read once, on the first call, and shared: a Lexicon never changes.
func German() (*Lexicon, error) { return german() }

// german remembers a value that is the same in every program. Reading it anew
// would cost an assessment of two milliseconds five more.
var german = sync.OnceValues(readGerman)

func readGerman() (*Lexicon, error) {
	lx := &Lexicon{lists: map[string]wordClass{}, parts: map[string]bool{}}
	for i, name := range [...]string{"function", "person", "question", "acronyms", "long", "nominal", "organisations", "situations"} {
		text, err := files.ReadFile("lexicon/words/" + name + ".txt")
		if err != nil {
			return nil, err
		}
		for w := range strings.FieldsSeq(string(text)) {
			lx.lists[w] |= 1 << i // in the order of the classes
		}
	}
	text, err := files.ReadFile("lexicon/words/parts.txt")
	if err != nil {
		return nil, err
	}
	for w := range strings.FieldsSeq(string(text)) {
		w, modifier := strings.CutSuffix(w, "-")
		lx.parts[w] = !modifier
	}
	names, err := fs.Glob(files, "lexicon/*.tsv")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	vs := newVerbs()
	var packs []Pack
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		p, err := readTSV(f, vs)
		f.Close()
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	return lx.with(packs, vs), nil
}

// With returns a lexicon that also holds the entries of the packs. Where a form
// is there already, the later entry takes its place. The packs are checked as
// by [ReadPackJSON]; problems are placed below "/packs/<n>".
func (lx *Lexicon) With(packs ...Pack) (*Lexicon, error) {
	var l check.List
	for i, p := range packs {
		l.Merge(check.Pointer("packs", i), p.validate())
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return lx.with(packs, newVerbs()), nil
}

// with is With for packs that were checked.
func (lx *Lexicon) with(packs []Pack, vs verbs) *Lexicon {
	n := len(lx.entries)
	for _, p := range packs {
		n += len(p.Entries)
	}
	next := &Lexicon{
		entries: append(make([]Entry, 0, n), lx.entries...), forms: append(make([]string, 0, n), lx.forms...),
		lists: lx.lists, parts: lx.parts, verbs: vs, acts: newActs(),
		words: make(map[string]int32, n), series: map[string][]row{}, nouns: make(map[string]noun, n), topics: make(map[string]int8, 2*n),
	}
	place := make(map[string]int, n)
	for i, form := range lx.forms {
		place[form] = i
	}
	for _, p := range packs {
		for _, e := range p.Entries {
			e.Plain, e.Phrases = slices.Clone(e.Plain), slices.Clone(e.Phrases)
			form := formOf(e)
			if at, ok := place[form]; ok {
				next.entries[at] = e
				continue
			}
			place[form] = len(next.entries)
			next.entries = append(next.entries, e)
			next.forms = append(next.forms, form)
		}
	}
	next.index()
	return next
}

// formOf is the folded form of an entry without its tag.
func formOf(e Entry) string {
	form, _, _ := strings.Cut(e.Form, "/")
	return fold(form)
}

// noPlace is the place of what was checked before.
func noPlace() string { return "" }

// index builds the tables from the entries.
func (lx *Lexicon) index() {
	var none check.List // entries were validated before
	lx.parsed = make([]slots, len(lx.entries))
	for i, e := range lx.entries {
		lx.parsed[i] = e.Need.parse(lx.verbs, &none, noPlace)
		form := lx.forms[i]
		if !strings.ContainsAny(form, " .,:/&()") {
			lx.words[form] = int32(i + 1)
		} else if tokens := tokenize(form); len(tokens) == 1 {
			lx.words[form] = int32(i + 1)
		} else if len(tokens) > 1 {
			r := row{entry: int32(i)}
			for _, t := range tokens[1:] {
				r.rest = append(r.rest, t.fold)
			}
			lx.series[tokens[0].fold] = append(lx.series[tokens[0].fold], r)
		}
		topic := int8(situationIndex(e.Topic) + 1)
		lx.setTopic(form, topic)
		if e.Kind == Everyday {
			n, _ := parseNoun(e.Form)
			lx.nouns[form] = n
		}
	}
	// Nouns of needs are everyday words too, unless an entry says otherwise.
	for i := range lx.parsed {
		s := &lx.parsed[i]
		topic := int8(situationIndex(lx.entries[i].Topic) + 1)
		for _, n := range [...]noun{s.task.object, s.outcome, s.problem, s.help, s.money} {
			w := fold(n.text)
			if w == "" || strings.Contains(w, " ") {
				continue
			}
			if _, ok := lx.words[w]; !ok {
				if _, ok := lx.nouns[w]; !ok {
					lx.nouns[w] = n
				}
				lx.setTopic(w, topic)
			}
		}
	}
	for _, rows := range lx.series {
		slices.SortStableFunc(rows, func(a, b row) int { return len(b.rest) - len(a.rest) })
	}
}

func (lx *Lexicon) setTopic(w string, topic int8) {
	if _, ok := lx.topics[w]; !ok && topic > 0 {
		lx.topics[w] = topic
	}
}

// Entries returns a copy of the entries, in the order they were added.
func (lx *Lexicon) Entries() []Entry { return slices.Clone(lx.entries) }

// endings are what German nouns and adjectives end in when they are inflected,
// longest first.
var endings = [...]string{"ern", "en", "er", "es", "em", "e", "n", "s"}

// stems calls f with the folded word and then with the word less each ending it
// may carry, until f returns true.
func stems(w string, f func(string) bool) bool {
	if f(w) {
		return true
	}
	for _, e := range endings {
		if len(w) >= len(e)+4 && strings.HasSuffix(w, e) && f(w[:len(w)-len(e)]) {
			return true
		}
	}
	return false
}

// entry returns the entry of a word in any of its forms, -1 when there is none.
func (lx *Lexicon) entry(w string) int {
	at := -1
	stems(w, func(s string) bool {
		if i, ok := lx.words[s]; ok {
			at = int(i) - 1
			return true
		}
		return false
	})
	return at
}

// head returns the longest entry that is not everyday and that the compound w
// ends in, and where it begins; -1 when there is none.
func (lx *Lexicon) head(w string) (entry, start int) {
	for start = 3; start+5 <= len(w); start++ {
		if !utf8.RuneStart(w[start]) {
			continue
		}
		if i := lx.entry(w[start:]); i >= 0 && (lx.entries[i].Kind == Official || lx.entries[i].Kind == Abstract) {
			return i, start
		}
	}
	return -1, 0
}

// everyday returns the everyday noun that w is a form of.
func (lx *Lexicon) everyday(w string) (n noun, ok bool) {
	stems(w, func(s string) bool {
		n, ok = lx.nouns[s]
		return ok
	})
	return n, ok
}

// noun returns what is known of a noun written as text: gender and article from
// the lexicon, else the gender by its suffix or by the everyday noun it ends in.
func (lx *Lexicon) noun(text string) noun {
	w := fold(text)
	if n, ok := lx.nouns[w]; ok {
		n.text = text
		return n
	}
	n := noun{text: text, gender: genderBySuffix(w)}
	if n.gender == 0 {
		for start := 3; start+4 <= len(w); start++ {
			if utf8.RuneStart(w[start]) {
				if head, ok := lx.nouns[w[start:]]; ok {
					n.gender, n.article = head.gender, head.article
					break
				}
			}
		}
	}
	return n
}

func (lx *Lexicon) is(w string, c wordClass) bool { return lx.lists[w]&c != 0 }
