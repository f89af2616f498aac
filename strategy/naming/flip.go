package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// flip turns object and act round: "Wohngeld Bewilligung" is "Wohngeld
// beantragen" for the person. The last act with a safe verb counts.
func (s *suggester) flip() {
	for i := len(s.a.words) - 1; i >= 0 && len(s.a.words) > 1; i-- {
		r := s.a.words[i]
		act := s.c.lx.acts[r.fold]
		if !r.act || act.verb == "" {
			continue
		}
		object, tail, ok := s.object(i)
		if !ok {
			continue
		}
		word := s.a.text[s.a.tokens[r.at].start:s.a.tokens[r.at].end]
		t, ok := parseTask(act.verb, s.c.lx.verbs)
		if !ok {
			continue
		}
		t.hasObject = true
		single := !strings.Contains(object, " ")
		if tail != "" && (!single || act.verb != "beantragen" || act.join) {
			continue // only a document keeps what it is for
		}
		switch {
		case act.join && single && joinable(object):
			t.object = noun{object + "-" + capital(strings.ToLower(word)), feminine, indefinite}
		case act.join:
			continue // "Einleiten von Abwasser Erlaubnis": the phrase is no name for the permission
		case single && tail == "":
			t.object = s.commonNoun(object, act.verb)
		default:
			// Nothing is known of a phrase but that it can stand before a verb.
			t.object = noun{text: join(object, tail)}
		}
		s.fromNeed(&slots{task: t, hasTask: true}, groupFlip, word)
		return
	}
}

// joinable reports whether a noun can stand before a hyphen as it is: plurals
// and nouns in -ung would need another form.
func joinable(noun string) bool {
	return !inflected(noun) && !strings.HasSuffix(noun, "n") && !strings.HasSuffix(noun, "ung")
}

// commonNoun returns the noun people use for an object, with its gender: of an
// official word the object of its task where the verb is about having the
// thing, else the word itself.
func (s *suggester) commonNoun(object, verb string) noun {
	switch verb {
	case "melden", "prüfen lassen", "überprüfen lassen":
		return s.c.lx.noun(object)
	}
	if e := s.c.lx.entry(fold(object)); e >= 0 && s.c.lx.entries[e].Kind != Everyday {
		if o := s.c.lx.parsed[e].task.object; o.text != "" {
			return o
		}
	}
	return s.c.lx.noun(object)
}

// preposition reports whether a folded word may begin what follows an object
// or an act and belongs to it.
func preposition(w string) bool {
	switch w {
	case "für", "als", "zur", "zum", "zu", "im", "in", "ins", "bei", "beim", "nach", "aus", "auf", "wegen", "mit", "vom", "von", "ohne", "am", "an", "über":
		return true
	}
	return false
}

// object returns what the act at word i is about, and what follows the act and
// belongs to the object: "Aufenthaltserlaubnis Erteilung für Forscher" is the
// Aufenthaltserlaubnis, "für Forscher". The object stands before the act, alone
// or followed by a preposition and more, or behind it after "der", "einer" or
// "eines". Anything else, adjectives above all, would need other endings.
func (s *suggester) object(i int) (object, tail string, ok bool) {
	tokens, at := s.a.tokens, s.a.words[i].at
	for _, t := range tokens {
		if t.kind == number || t.kind == sign && t.fold != "," && t.fold != "-" && t.fold != "–" {
			return "", "", false
		}
	}
	if at == 0 {
		return s.objectBehind(i)
	}
	before := at
	if k := tokens[at-1].kind; k == sign {
		if before--; before != 1 || at != len(tokens)-1 {
			return "", "", false // "A - B - Act", "A - Act - B"
		}
	}
	first := s.a.text[tokens[0].start:tokens[0].end]
	r, _ := utf8.DecodeRuneInString(first)
	if tokens[0].kind != word || !unicode.IsUpper(r) || s.a.words[0].class&smallWord != 0 {
		return "", "", false
	}
	if before > 1 && (!preposition(tokens[1].fold) || s.c.lx.is(tokens[before-1].fold, smallWord)) {
		return "", "", false
	}
	for _, w := range s.a.words[:i] {
		if w.act {
			return "", "", false
		}
	}
	if at+1 < len(tokens) {
		if !preposition(tokens[at+1].fold) {
			return "", "", false
		}
		tail = s.a.text[tokens[at+1].start:]
	}
	return s.a.text[tokens[0].start:tokens[before-1].end], tail, true
}

// objectBehind returns the single noun behind an act that begins the name.
func (s *suggester) objectBehind(i int) (object, tail string, ok bool) {
	tokens := s.a.tokens
	if len(tokens) != 3 || s.a.words[i].at != 0 || tokens[2].kind != word {
		return "", "", false
	}
	w := s.a.text[tokens[2].start:tokens[2].end]
	switch tokens[1].fold {
	case "der", "einer": // feminine singular, or a plural whose form is the same but for persons
		if n, known := s.c.lx.everyday(tokens[2].fold); known && n.gender != feminine {
			return "", "", false
		}
		return w, "", true
	case "des", "eines":
		for _, ending := range [...]string{"es", "s"} {
			if base, cut := strings.CutSuffix(w, ending); cut {
				if n, known := s.c.lx.nouns[fold(base)]; known && n.gender != feminine {
					return base, "", true
				}
				if s.c.lx.words[fold(base)] > 0 {
					return base, "", true
				}
			}
		}
	}
	return "", "", false
}
