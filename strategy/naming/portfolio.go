package naming

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Portfolio is what is to be said of all names of a body together.
type Portfolio struct {
	Reports   []Report      `json:"reports"`   // one for each name, in order
	UserFirst measure.Share `json:"userFirst"` // share of names that score 60 and more
	SenderOut int           `json:"senderOut"` // names that begin with their sender
	Clashes   []Clash       `json:"clashes"`   // by their first name, then code
}

// Clash is something about two names or more.
type Clash struct {
	Code  string // "same-topic", "near-handle", "two-words", "mixed-address", "mixed-gender" or "no-topic"
	Names []int  // the names concerned, by index from 0
	What  string // the common word, handle or the two words
}

// Reason says the clash in German and English.
func (c Clash) Reason() reason.Reason {
	var de, en string
	switch c.Code {
	case "same-topic":
		de, en = "{count} Namen führen zum selben Thema: {what}.", "{count} names lead to the same topic: {what}."
	case "near-handle":
		de, en = "{count} Namen ergeben fast dasselbe Handle: {what}.", "{count} names give nearly the same handle: {what}."
	case "two-words":
		de, en = "Eine Sache hat zwei Namen: {what}.", "One thing has two names: {what}."
	case "mixed-address":
		de, en = "Die Namen sprechen mal mit du, mal mit Sie an.", "The names say du here and Sie there."
	case "mixed-gender":
		de, en = "{count:Name hat|Namen haben} Genderzeichen, die anderen nicht.", "{count:name carries|names carry} gender signs, the others do not."
	case "no-topic":
		de, en = "{count:Name führt|Namen führen} zu keiner Lebenslage.", "{count:name leads|names lead} to no life situation."
	}
	return reason.New("naming.portfolio."+c.Code, de, en, []measure.Source{ownRule},
		reason.Count("count", int64(len(c.Names))), reason.Text("what", c.What))
}

// MarshalJSON writes the clash with its reason.
func (c Clash) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code   string        `json:"code"`
		Names  []int         `json:"names"`
		What   string        `json:"what,omitempty"`
		Reason reason.Reason `json:"reason"`
	}{c.Code, c.Names, c.What, c.Reason()})
}

// maxPortfolio is how many names are compared at most: each with each.
const maxPortfolio = 500

// Portfolio checks several names and what they are together: two on one
// topic, near handles, one thing under two names, mixed address and gender form,
// names that lead to no life situation. Problems with single names are placed
// below "/names/<n>".
func (c *Checker) Portfolio(names []Name) (Portfolio, error) {
	var l check.List
	switch {
	case len(names) == 0:
		l.Add("/names", check.ErrRequired, check.None, "at least one name")
	case len(names) > maxPortfolio:
		l.Add("/names", check.ErrLimit, len(names), "at most 500 names")
		names = nil
	}
	p := Portfolio{Reports: make([]Report, 0, len(names)), Clashes: []Clash{}}
	for i, n := range names {
		r, err := c.Check(n)
		l.Merge(check.Pointer("names", i), err)
		p.Reports = append(p.Reports, r)
	}
	if err := l.Err(); err != nil {
		return Portfolio{}, err
	}
	good := 0
	profiles := make([]profile, len(names))
	for i, r := range p.Reports {
		if r.Band >= UserView {
			good++
		}
		if r.Has(OrganisationFirst) {
			p.SenderOut++
		}
		profiles[i] = c.profile(r)
	}
	p.UserFirst = measure.Share(float64(good) / float64(len(names)))
	p.pairs(profiles)
	p.mixtures(profiles)
	slices.SortStableFunc(p.Clashes, func(a, b Clash) int {
		return cmp.Or(cmp.Compare(a.Names[0], b.Names[0]), cmp.Compare(a.Code, b.Code))
	})
	return p, nil
}

// profile is what a name is compared by.
type profile struct {
	stems   []string          // of the words with a meaning of their own, sorted
	handle  string            // folded and joined
	things  map[string]string // everyday noun of an official word -> the word as it stands in the name
	du, sie bool
	marker  bool
	topic   string
}

func (c *Checker) profile(r Report) profile {
	a := analysis{c: c, lx: c.lx, kind: r.Kind, text: r.Text, topic: -1}
	a.read()
	words, _ := c.handleWords(r.Text)
	p := profile{handle: joinHandle(words, ""), things: map[string]string{}, topic: r.Topic, marker: r.Has(GenderMarker)}
	for _, w := range a.words {
		t := a.tokens[w.at]
		as := a.text[t.start:t.end]
		switch {
		case w.class&personWord != 0:
			switch w.fold {
			case "sie", "ihr", "ihre", "ihren", "ihnen":
				p.sie = p.sie || as != w.fold
			}
			p.du = p.du || saysDu(w.fold)
		case w.class&(functionWord|questionWord) != 0 || w.verb:
		default:
			p.stems = append(p.stems, lightStem(w.fold))
			if w.entry >= 0 && c.lx.entries[w.entry].Kind != Everyday {
				if n := c.lx.parsed[w.entry].task.object.text; n != "" {
					p.things[lightStem(fold(n))] = as
				}
			} else {
				p.things[lightStem(w.fold)] = as
			}
		}
	}
	slices.Sort(p.stems)
	p.stems = slices.Compact(p.stems)
	return p
}

// lightStem takes the endings off a noun that do not change what it means.
func lightStem(w string) string {
	for _, e := range endings {
		if len(w) >= len(e)+4 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

// pairs compares each name with each.
func (p *Portfolio) pairs(profiles []profile) {
	for i := range profiles {
		for j := i + 1; j < len(profiles); j++ {
			a, b := &profiles[i], &profiles[j]
			if near(a.handle, b.handle) {
				p.Clashes = append(p.Clashes, Clash{"near-handle", []int{i, j}, "@" + a.handle + ", @" + b.handle})
			}
			if common := overlap(a.stems, b.stems); common != "" {
				p.Clashes = append(p.Clashes, Clash{"same-topic", []int{i, j}, common})
			}
			for _, thing := range sortedKeys(a.things) {
				x, y := a.things[thing], b.things[thing]
				if y != "" && lightStem(fold(x)) != lightStem(fold(y)) {
					p.Clashes = append(p.Clashes, Clash{"two-words", []int{i, j}, x + ", " + y})
					break
				}
			}
		}
	}
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// overlap returns a stem that both names have when they share half of the stems
// of the shorter one or more.
func overlap(a, b []string) string {
	common, first := 0, ""
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			if common++; first == "" {
				first = s
			}
		}
	}
	if common == 0 || 2*common < min(len(a), len(b)) {
		return ""
	}
	return first
}

// near reports whether two handles are the same or one letter apart.
func near(a, b string) bool {
	if a == b {
		return a != ""
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < 4 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// mixtures looks at what should be the same in all names.
func (p *Portfolio) mixtures(profiles []profile) {
	var du, sie, marked, none []int
	for i := range profiles {
		if profiles[i].du {
			du = append(du, i)
		}
		if profiles[i].sie {
			sie = append(sie, i)
		}
		if profiles[i].marker {
			marked = append(marked, i)
		}
		if profiles[i].topic == "" {
			none = append(none, i)
		}
	}
	if len(du) > 0 && len(sie) > 0 {
		both := slices.Concat(du, sie)
		slices.Sort(both)
		p.Clashes = append(p.Clashes, Clash{Code: "mixed-address", Names: slices.Compact(both)})
	}
	if len(marked) > 0 && len(marked) < len(profiles) {
		p.Clashes = append(p.Clashes, Clash{Code: "mixed-gender", Names: marked})
	}
	if len(none) > 0 {
		p.Clashes = append(p.Clashes, Clash{Code: "no-topic", Names: none})
	}
}
