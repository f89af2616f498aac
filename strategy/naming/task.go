package naming

import "strings"

// task is something a person wants done: an object, what stands between, and a
// verb. "Wohnung/fd anmelden" is the task of registering one's flat.
type task struct {
	object    noun
	hasObject bool
	reflexive bool   // "sich arbeitslos melden"
	between   string // "arbeitslos"
	verb      verb
	known     bool   // the forms of the verb are known
	tail      string // infinitive before "lassen": "anerkennen" of "anerkennen lassen"
	last      string // the infinitive as written
}

// parseTask reads the notation of the lexicon: an optional object with its tag,
// anything between, and the verb at the end.
func parseTask(s string, vs verbs) (task, bool) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return task{}, false
	}
	var t task
	t.last = words[len(words)-1]
	words = words[:len(words)-1]
	t.verb, t.known = vs.find(strings.ToLower(t.last))
	if t.last == "lassen" && len(words) > 0 {
		t.tail = words[len(words)-1]
		words = words[:len(words)-1]
	}
	if len(words) > 0 && words[0] == "sich" {
		t.reflexive = true
		words = words[1:]
	}
	if len(words) > 0 && strings.Contains(words[0], "/") {
		n, ok := parseNoun(words[0])
		if !ok {
			return task{}, false
		}
		t.object, t.hasObject = n, true
		words = words[1:]
	}
	t.between = strings.Join(words, " ")
	return t, true
}

// infinitive is the verb as it ends the title: "anmelden", "anerkennen lassen".
func (t task) infinitive() string { return join(t.tail, t.last) }

// title is the task as a heading: "Wohnung anmelden".
func (t task) title() string {
	first := ""
	switch {
	case t.hasObject:
		first = t.object.text
	case t.reflexive && t.between == "":
		first = "sich" // "Sich impfen lassen", but "Arbeitslos melden"
	}
	return capital(join(first, t.between, t.tail, t.last))
}

// how is the task as a promise of instruction: "So meldest du deine Wohnung
// an", "So melden Sie Ihre Wohnung an".
func (t task) how(a Address) (string, bool) {
	if a == Formal {
		return t.sentence("So", t.verb.base, "Sie", "sich", "Ihr", "")
	}
	return t.sentence("So", t.verb.second, "du", "dich", "dein", "")
}

// question asks for the task in the person's own words: "Wie melde ich meine
// Wohnung an?"
func (t task) question() (string, bool) {
	return t.sentence("Wie", t.verb.first, "ich", "mich", "mein", "?")
}

func (t task) sentence(opening, finite, subject, self, owner, end string) (string, bool) {
	if !t.known {
		return "", false
	}
	object := ""
	if t.hasObject {
		var ok bool
		if object, ok = t.object.withArticle(owner); !ok {
			return "", false
		}
	}
	reflexive := ""
	if t.reflexive {
		reflexive = self
	}
	return join(opening, finite, subject, reflexive, object, t.between, t.tail, t.verb.prefix) + end, true
}

// join puts single spaces between the parts that are not empty.
func join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
