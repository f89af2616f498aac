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

// Suggestion is another name, checked like the first and better than it.
type Suggestion struct {
	Text   string // the name
	Form   string // how it came about: the code of a template such as "ways-to", or "phrase", "plain", "replace", "topic", "topic-first"
	Word   string // the word of the name it answers, "" when it answers a need or the whole name
	Sender string // the organisation taken out of the name, for the bio
	Gain   int    // how much higher it scores than the name, at least 1
	Report Report // what is to be said of it
}

// Reason says why the suggestion is better.
func (s Suggestion) Reason() reason.Reason {
	de, en := templateText(s.Form)
	return reason.New("naming.suggest."+s.Form,
		"„{name}“ "+de+": {score:Punkt|Punkte}, {gain} mehr.", "“{name}” "+en+": {score:point|points}, {gain} more.",
		[]measure.Source{ownRule},
		reason.Text("name", s.Text), reason.Count("score", int64(s.Report.Score)), reason.Count("gain", int64(s.Gain)))
}

// MarshalJSON writes the suggestion with its reason.
func (s Suggestion) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Text   string        `json:"text"`
		Form   string        `json:"form"`
		Word   string        `json:"word,omitempty"`
		Sender string        `json:"sender,omitempty"`
		Gain   int           `json:"gain"`
		Report Report        `json:"report"`
		Reason reason.Reason `json:"reason"`
	}{s.Text, s.Form, s.Word, s.Sender, s.Gain, s.Report, s.Reason()})
}

// Suggest returns at most n better names, the best first: by how well the form
// fits the kind of name, then by score, then by length and text. Every one was
// checked, scores higher than the name and is not in band [OfficeView]. A name in band [Strong] without a
// warning gets none, nor does one that nothing beats.
// A handle is suggested as the name it stands for; see [Checker.Handles].
//
// Needs are, in this order: the one given with the name, those of the lexicon's
// entries found in it, the object of an administrative act ("Wohngeld
// Bewilligung": Wohngeld beantragen). For a channel with a warning the topic
// channel of its life situation comes last.
func (c *Checker) Suggest(name Name, n int) ([]Suggestion, error) {
	text, err := c.validate(name)
	if err != nil {
		return nil, err
	}
	s := suggester{c: c, name: name, seen: map[string]bool{}}
	s.a = analysis{c: c, lx: c.lx, kind: name.Kind, text: text, topic: -1}
	s.a.read()
	s.a.wordRules() // marks the acts
	s.input = c.check(text, name)
	if s.input.Band == Strong && s.input.Worst() < Warning {
		return nil, nil
	}
	s.seen[fold(text)] = true
	s.collect()
	slices.SortStableFunc(s.found, func(x, y candidate) int {
		return cmp.Or(
			cmp.Compare(x.order, y.order), cmp.Compare(y.Report.Score, x.Report.Score),
			cmp.Compare(len(x.Text), len(y.Text)), cmp.Compare(x.Text, y.Text),
		)
	})
	out := make([]Suggestion, 0, min(max(n, 0), len(s.found)))
	for _, f := range s.found[:cap(out)] {
		out = append(out, f.Suggestion)
	}
	return out, nil
}

type candidate struct {
	Suggestion
	order int // less is better
}

// suggester collects the candidates for one name.
type suggester struct {
	c     *Checker
	name  Name
	a     analysis
	input Report
	seen  map[string]bool
	found []candidate
}

// The groups of candidates, in order.
const (
	groupNeed  = 0
	groupEntry = 100
	groupFlip  = 200
	groupTopic = 300
)

func (s *suggester) collect() {
	if s.name.Need != (Need{}) {
		need := s.name.Need.parse(s.c.lx.verbs, &check.List{}, noPlace)
		s.fromNeed(&need, groupNeed, "")
	}
	for i := range s.a.words {
		if e := s.a.words[i].entry; e >= 0 && (s.c.lx.entries[e].Kind == Paper || s.answers(i, e)) {
			s.fromEntry(s.a.words[i], e)
		}
	}
	s.senderOut()
	s.flip()
	// The topic channel is for a name that needs one, not for every good name.
	if (s.name.Kind == Channel || s.name.Kind == Handle) && s.input.Worst() >= Warning {
		t, sure := s.a.vote()
		if s.name.Topic != "" {
			t, sure = situationIndex(s.name.Topic), true
		}
		// What "Querschnitt" collects has nothing in common but the counter.
		if sure && situations[t].Field != "Querschnitt" {
			s.add(situations[t].Channel, fromTopic, "", groupTopic)
		}
	}
}

// fromNeed runs the templates of the kind on a need.
func (s *suggester) fromNeed(need *slots, group int, word string) {
	for i := range templates {
		t := &templates[i]
		rank := t.rank[s.name.Kind-1]
		if rank == 0 {
			continue
		}
		if text, ok := t.build(need, s.c.address); ok {
			s.add(text, t.code, word, group+rank)
		}
	}
}

// fromEntry uses what the lexicon has on a word: its need, its complete names,
// and its plain words where they can take the word's place.
func (s *suggester) fromEntry(r reading, entry int) {
	e := &s.c.lx.entries[entry]
	start, end := s.a.span(r)
	word := s.a.text[start:end]
	s.fromNeed(&s.c.lx.parsed[entry], groupEntry, word)
	if s.c.address == Informal {
		for _, p := range e.Phrases {
			rank := [4]int{3, 3, 0, 3}[s.name.Kind-1]
			if s.name.Kind != Video && strings.ContainsAny(p, "?:") {
				rank = 8 // a sentence is a title, not a channel
			}
			s.add(p, fromPhrase, word, groupEntry+rank)
		}
	}
	if e.Kind == Everyday {
		return
	}
	for _, p := range e.Plain {
		// In a longer name only a word that stands alone, or that needs no
		// inflection, can be replaced without spoiling the grammar.
		switch {
		case start == 0 && end == len(s.a.text):
			s.add(capital(p), fromPlain, word, groupEntry+9)
		case r.start <= 0 && e.Kind == Paper && !strings.Contains(p, " ") && word == strings.ToLower(word):
			s.add(s.a.text[:start]+p+s.a.text[end:], fromReplace, word, groupEntry+9)
		}
	}
}

// answers reports whether what the lexicon has on the word at i answers the
// name: the word is near the front or the name is short, and no act or verb of
// the name asks for another task than the entry's ("Wohnsitz Abmeldung" is not
// about moving in).
func (s *suggester) answers(i, entry int) bool {
	content := 0
	for _, r := range s.a.words[:i] {
		if r.class&smallWord == 0 {
			content++
		}
	}
	if content > 1 && s.a.content() > 3 {
		return false
	}
	last := s.a.words[i].at // the last token of the entry
	if end := -s.a.words[i].start; end > 0 {
		last = end
	}
	task := s.c.lx.parsed[entry].task
	for j, r := range s.a.words {
		if r.at >= s.a.words[i].at && r.at <= last {
			continue
		}
		if r.act {
			if act := s.c.lx.acts[r.fold]; !act.open && (act.verb == "" || act.verb != task.infinitive()) {
				return false
			}
		}
		if r.verb && j == len(s.a.words)-1 && r.fold != task.last {
			return false
		}
	}
	return true
}

// senderOut takes the sender out of the front of a name and offers the rest.
func (s *suggester) senderOut() {
	for _, f := range s.input.Findings {
		if f.Rule != OrganisationFirst {
			continue
		}
		rest := strings.TrimLeft(s.input.Text[f.End:], " :|–-,")
		if rest != "" && len(tokenize(rest)) > 0 {
			s.addSender(capital(rest), fromRest, f.Match, groupEntry)
		}
	}
}

func (s *suggester) add(text, form, word string, order int) {
	s.try(candidate{Suggestion{Text: text, Form: form, Word: word}, order})
}

func (s *suggester) addSender(text, form, sender string, order int) {
	s.try(candidate{Suggestion{Text: text, Form: form, Sender: sender}, order})
}

// newError reports whether a candidate has an error that the name has not.
func (s *suggester) newError(r Report) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Error && !s.input.Has(f.Rule) })
}

// informal reports whether a text says du.
func informal(text string) bool {
	for _, t := range tokenize(text) {
		if saysDu(t.fold) {
			return true
		}
	}
	return false
}

// try checks a candidate and keeps it when it beats the name.
func (s *suggester) try(c candidate) {
	var l check.List
	if c.Text = normalize(c.Text, &l, ""); l.Err() != nil { // what is left of the name is none
		return
	}
	key := fold(c.Text)
	if s.seen[key] {
		for i := range s.found {
			if s.found[i].order > c.order && fold(s.found[i].Text) == key {
				s.found[i].order, s.found[i].Form = c.order, c.Form
			}
		}
		return
	}
	s.seen[key] = true
	if s.c.address == Formal && informal(c.Text) {
		return
	}
	c.Report = s.c.check(c.Text, Name{Kind: s.name.Kind})
	c.Gain = c.Report.Score - s.input.Score
	if c.Gain <= 0 || c.Report.Band == OfficeView || s.newError(c.Report) || c.Form == fromRest && c.Report.Has(NoUserBenefit) {
		return
	}
	s.found = append(s.found, c)
}
