package naming

// template is a way to turn a need into a name.
type template struct {
	code   string
	rank   [4]int // order by kind of name (channel, series, video, handle), 0: not for that kind
	de, en string // what the form does for the person
	build  func(s *slots, a Address) (string, bool)
}

// templates are the forms of user-first names. Every one is skipped when the
// need lacks what it asks for or the gender of a noun is unknown.
var templates = [...]template{
	{"ways-to", [4]int{1, 1, 4, 1}, "nennt das Ziel", "names the outcome", func(s *slots, _ Address) (string, bool) {
		return prefixed("Wege", s.outcome, "zu")
	}},
	{"ways-out-of", [4]int{2, 2, 5, 2}, "nennt, was die Person hinter sich lassen will", "names what the person wants to leave behind", func(s *slots, _ Address) (string, bool) {
		return prefixed("Wege", s.problem, "aus")
	}},
	{"your-way-to", [4]int{4, 2, 3, 0}, "spricht an und nennt das Ziel", "speaks to the person and names the outcome", func(s *slots, a Address) (string, bool) {
		if a == Formal {
			return prefixed("Ihr Weg", s.outcome, "zu")
		}
		return prefixed("Dein Weg", s.outcome, "zu")
	}},
	{"help-with", [4]int{3, 3, 6, 3}, "bietet Hilfe an", "offers help", func(s *slots, _ Address) (string, bool) {
		return prefixed("Hilfe", s.help, "bei")
	}},
	{"money-for", [4]int{3, 3, 6, 3}, "sagt, wofür es Geld gibt", "says what the money is for", func(s *slots, a Address) (string, bool) {
		if s.money.text == "" {
			return "", false
		}
		if s.money.gender == neuter && s.money.article == definite {
			return "Geld fürs " + s.money.text, true
		}
		n, ok := s.money.withArticle(owner(a))
		return "Geld für " + n, ok
	}},
	{"out-of", [4]int{5, 4, 5, 4}, "nennt, was die Person hinter sich lassen will", "names what the person wants to leave behind", func(s *slots, _ Address) (string, bool) {
		return prefixed("Raus", s.problem, "aus")
	}},
	{"task", [4]int{5, 5, 5, 4}, "sagt, was die Person tut", "says what the person does", func(s *slots, _ Address) (string, bool) {
		return s.task.title(), s.hasTask
	}},
	{"how-to", [4]int{0, 6, 2, 0}, "zeigt den Weg", "shows the way", func(s *slots, a Address) (string, bool) {
		if !s.hasTask {
			return "", false
		}
		return s.task.how(a)
	}},
	{"task-how", [4]int{0, 7, 2, 0}, "sagt, was die Person tut, und zeigt den Weg", "says what the person does and shows the way", func(s *slots, _ Address) (string, bool) {
		return s.task.title() + ": So geht's", s.hasTask
	}},
	{"question", [4]int{0, 6, 2, 0}, "fragt mit den Worten der Person", "asks in the person's words", func(s *slots, _ Address) (string, bool) {
		if !s.hasTask {
			return "", false
		}
		return s.task.question()
	}},
	{"situation-how", [4]int{0, 8, 1, 0}, "beginnt mit der Lage der Person", "begins with the person's situation", func(s *slots, a Address) (string, bool) {
		if s.situation == "" || !s.hasTask {
			return "", false
		}
		how, ok := s.task.how(a)
		return s.situation + "? " + how, ok
	}},
	{"situation-help", [4]int{6, 6, 1, 0}, "beginnt mit der Lage der Person und bietet Hilfe an", "begins with the person's situation and offers help", func(s *slots, _ Address) (string, bool) {
		// With a task alone the situation calls for the task, not for help.
		calls := !s.hasTask || s.help.text != "" || s.money.text != "" || s.problem.text != ""
		return s.situation + "? Hier gibt es Hilfe", s.situation != "" && calls
	}},
	{"what-to-do", [4]int{0, 7, 4, 0}, "fragt mit den Worten der Person", "asks in the person's words", func(s *slots, _ Address) (string, bool) {
		if s.problem.text == "" {
			return "", false
		}
		return "Was tun bei " + s.problem.dative() + "?", true
	}},
	{"who-helps", [4]int{0, 7, 3, 0}, "fragt mit den Worten der Person", "asks in the person's words", func(s *slots, _ Address) (string, bool) {
		if s.help.text == "" {
			return "", false
		}
		with, ok := s.help.after("bei")
		return "Wer hilft mir " + with + "?", ok
	}},
}

// owner is the stem of the possessive that speaks to the person.
func owner(a Address) string {
	if a == Formal {
		return "Ihr"
	}
	return "dein"
}

// prefixed builds "Wege zum Job": an opening, a preposition with the dative and
// a noun.
func prefixed(opening string, n noun, preposition string) (string, bool) {
	if n.text == "" {
		return "", false
	}
	p, ok := n.after(preposition)
	return opening + " " + p, ok
}

// Codes of candidates that no template makes.
const (
	fromPhrase  = "phrase"      // a complete name from the lexicon
	fromPlain   = "plain"       // the plain word of the lexicon
	fromReplace = "replace"     // the name with one word replaced
	fromTopic   = "topic"       // the topic channel of the life situation
	fromRest    = "topic-first" // the name without its sender
)

func templateText(code string) (de, en string) {
	for i := range templates {
		if templates[i].code == code {
			return templates[i].de, templates[i].en
		}
	}
	switch code {
	case fromPhrase:
		return "sagt es mit den Worten der Person", "says it in the person's words"
	case fromPlain:
		return "nimmt das Wort, das alle kennen", "takes the word everyone knows"
	case fromReplace:
		return "ersetzt das schwere Wort", "replaces the hard word"
	case fromTopic:
		return "nennt das Thema statt der Stelle", "names the topic instead of the office"
	case fromRest:
		return "stellt das Thema nach vorn; der Absender gehört in die Bio", "puts the topic first; the sender belongs into the bio"
	}
	return code, code
}
