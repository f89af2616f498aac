package naming

import "strings"

// gender is the grammatical gender of a noun; plural nouns have none in
// German. The zero value is unknown, and a template that needs it is skipped.
type gender uint8

const (
	masculine gender = iota + 1
	feminine
	neuter
	plural
)

// article is how a noun stands in a sentence about the person.
type article uint8

const (
	definite   article = iota // der Job, zum Job
	bare                      // Wohngeld, Schulden: no article
	indefinite                // einen Kita-Platz
	possessive                // deine Wohnung
)

// noun is a noun, possibly with what follows it ("Platz im Heim"), with what is
// needed to put it into a sentence.
type noun struct {
	text    string
	gender  gender
	article article
}

// parseNoun reads "Job/m": the noun, then m, f, n or p (plural) and optionally
// 0 (no article), i (ein) or d (dein). Without a slash the gender comes from
// the suffix, or stays unknown.
func parseNoun(s string) (noun, bool) {
	text, tag, tagged := strings.Cut(s, "/")
	n := noun{text: strings.ReplaceAll(strings.TrimSpace(text), "_", " ")}
	if n.text == "" {
		return noun{}, false
	}
	if !tagged {
		n.gender = genderBySuffix(strings.ToLower(n.text))
		return n, true
	}
	if tag == "" || len(tag) > 2 {
		return noun{}, false
	}
	g := strings.IndexByte("mfnp", tag[0])
	if g < 0 {
		return noun{}, false
	}
	n.gender = gender(g + 1)
	if len(tag) == 2 {
		a := strings.IndexByte("0id", tag[1])
		if a < 0 {
			return noun{}, false
		}
		n.article = article(a + 1)
	}
	return n, true
}

// genderSuffixes are the German noun endings that decide the gender (Duden,
// Die Grammatik, "Genus und Wortbildung"). Endings with many exceptions, such
// as -er, -e and -nis, are left out: an unknown gender is better than a wrong
// one.
var genderSuffixes = [...]struct {
	suffix string
	gender gender
}{
	{"ung", feminine},
	{"heit", feminine},
	{"keit", feminine},
	{"schaft", feminine},
	{"tion", feminine},
	{"sion", feminine},
	{"tät", feminine},
	{"enz", feminine},
	{"anz", feminine},
	{"erei", feminine},
	{"ismus", masculine},
	{"ling", masculine},
	{"chen", neuter},
	{"lein", neuter},
}

func genderBySuffix(w string) gender {
	for _, s := range genderSuffixes {
		stem, ok := strings.CutSuffix(w, s.suffix)
		if !ok || !strings.ContainsAny(stem, "aeiouäöü") || strings.HasSuffix(w, "sprung") || strings.HasSuffix(w, "schwung") {
			continue
		}
		// Diminutives shift the vowel: Mädchen, but Kuchen and Kirchen.
		if s.gender == neuter && !shifted(stem) {
			continue
		}
		return s.gender
	}
	return 0
}

// shifted reports whether a stem has an umlaut and ends in a consonant after it.
func shifted(stem string) bool {
	runes := []rune(stem)
	return strings.ContainsAny(stem, "äöü") && !strings.ContainsRune("aeiouäöü", runes[len(runes)-1])
}

// withArticle returns the noun in the accusative with its article; owner is the
// stem of the possessive ("dein", "mein", "Ihr"). ok is false when the article
// needs a gender that is unknown.
func (n noun) withArticle(owner string) (s string, ok bool) {
	if n.article == bare {
		return n.text, true
	}
	if n.gender == 0 {
		return "", false
	}
	var a string
	switch n.article {
	case definite:
		a = [...]string{masculine: "den", feminine: "die", neuter: "das", plural: "die"}[n.gender]
	case indefinite:
		if n.gender == plural {
			return n.text, true
		}
		a = "ein" + [...]string{masculine: "en", feminine: "e", neuter: ""}[n.gender]
	case possessive:
		a = owner + [...]string{masculine: "en", feminine: "e", neuter: "", plural: "e"}[n.gender]
	}
	return a + " " + n.text, true
}

// after returns a preposition that takes the dative with the noun behind it,
// contracted where German does: zum, zur, beim, vom.
func (n noun) after(preposition string) (s string, ok bool) {
	if n.article == bare {
		return preposition + " " + n.dative(), true
	}
	if n.gender == 0 {
		return "", false
	}
	switch {
	case n.gender == feminine && preposition == "zu":
		return "zur " + n.text, true
	case n.gender == masculine || n.gender == neuter:
		switch preposition {
		case "zu":
			return "zum " + n.text, true
		case "bei":
			return "beim " + n.text, true
		case "von":
			return "vom " + n.text, true
		}
	}
	a := [...]string{masculine: "dem", feminine: "der", neuter: "dem", plural: "den"}[n.gender]
	return preposition + " " + a + " " + n.dative(), true
}

// dative returns the noun in the dative without an article: plural nouns end
// in -n unless they end in -n or -s already.
func (n noun) dative() string {
	if n.gender != plural || strings.HasSuffix(n.text, "n") || strings.HasSuffix(n.text, "s") || strings.Contains(n.text, " ") {
		return n.text
	}
	return n.text + "n"
}
