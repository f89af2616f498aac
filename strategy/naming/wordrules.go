package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordRules applies the rules that look at one word at a time.
func (a *analysis) wordRules() {
	for i := range a.words {
		r := &a.words[i]
		if r.class&smallWord != 0 && r.start >= 0 {
			continue
		}
		a.actRule(i)
		if r.entry >= 0 && !r.act {
			a.entryRule(*r)
		}
		if !r.act && !r.everyday && isNominalisation(a.lx, r.fold) {
			if f := a.findWord(Nominalisation, *r); f != nil {
				f.Suggest = verbBehind(a.lx, r.fold)
			}
		}
		a.lengthRule(*r)
		a.acronymRule(*r)
		if i := strings.IndexAny(a.tokens[r.at].fold, genderSigns); i > 0 {
			a.genderRule(*r)
		} else if innerCapital(a.text[a.tokens[r.at].start:a.tokens[r.at].end]) {
			a.free(a.genderRule(*r))
		}
	}
}

// free takes the cost off a finding that hangs on capitals, because the score
// does not change with case.
func (a *analysis) free(f *Finding) {
	if f != nil {
		f.Points = 0
	}
}

// entryRule reports a word of the lexicon that people do not use.
func (a *analysis) entryRule(r reading) {
	e := &a.lx.entries[r.entry]
	rule := [...]Rule{
		Official: Jargon, Abstract: AbstractNoun, Paper: PaperWord, Foreign: ForeignWord,
		Metaphor: MetaphorWord, Acronym: UnknownAcronym, Everyday: 0,
	}[e.Kind]
	if rule == 0 {
		return
	}
	start, end := a.span(r)
	if f := a.find(rule, start, end); f != nil {
		f.Suggest = e.Plain
	}
}

// actRule reports an administrative act: at the end ("Wohngeld Bewilligung"),
// before what it acts on ("Erteilung der Erlaubnis"), after a dash
// ("Gewerbe - Ummeldung"), and acts that are nothing else anywhere in a name
// of several words. A lone word is left to the nominalisation rule: people do
// search for "Abmeldung".
func (a *analysis) actRule(i int) {
	r := &a.words[i]
	act, ok := a.lx.acts[r.fold]
	if !ok || len(a.words) < 2 {
		return
	}
	prev, next := a.prev(r.at), a.next(r.at)
	last := r.at == len(a.tokens)-1
	if last && len(a.words) == 2 && adjective(prev.fold) {
		return // "Amtliche Beglaubigung" is no object and act
	}
	if i >= 2 && a.words[i-1].at == r.at-1 && a.words[i-2].at == r.at-2 && a.words[i-1].class&(functionWord|personWord) != 0 {
		switch a.words[i-2].fold {
		case "bei", "mit", "nach", "vor", "für", "ohne":
			return // "Hilfe bei der Anmeldung"
		}
	}
	// An everyday word is an act only right behind a noun: "Tierheim Betrieb".
	if r.everyday && !act.strong && (!last || prev.kind != word || inflected(prev.fold) || a.words[i-1].class&smallWord != 0) {
		return
	}
	if last && (a.lx.is(prev.fold, functionWord) || a.lx.is(prev.fold, personWord)) && !act.strong {
		return // "Hilfe bei der Beratung"
	}
	before := false
	switch next.fold {
	case "von", "vom", "der", "des", "einer", "eines", "zur", "zum", "für":
		before = i == 0 || act.strong
	}
	if act.strong || last || before || prev.fold == "-" || prev.fold == "–" {
		r.act = true
		f := a.findWord(OfficialAct, *r)
		if f == nil {
			return
		}
		if before {
			f.Points -= grammatical
		}
		if act.verb != "" {
			f.Suggest = []string{act.verb}
		}
	}
}

// grammatical is what an act costs less that stands in a German phrase
// ("Verlängerung der Fahrerlaubnis") than one that is merely put behind its
// object ("Fahrerlaubnis Verlängerung").
const grammatical = 10

// inflected reports whether a folded word ends like an adjective before a noun.
func inflected(w string) bool {
	return strings.HasSuffix(w, "e") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "es")
}

// adjective reports whether a folded word is an adjective by its suffix:
// amtliche, internationale, ausländischer.
func adjective(w string) bool {
	for _, ending := range [...]string{"e", "en", "er", "es"} {
		stem, ok := strings.CutSuffix(w, ending)
		for _, s := range [...]string{"lich", "isch", "ional", "ig", "iv", "är", "ell", "bar", "iert", "end"} {
			if ok && strings.HasSuffix(stem, s) {
				return true
			}
		}
	}
	return false
}

// nominalEndings mark verbs and adjectives turned into nouns.
var nominalEndings = [...]string{
	"ung", "ungen", "heit", "heiten", "keit", "keiten", "tion", "tionen", "sion", "sionen", "tät", "täten",
	"schaft", "schaften", "nahme", "nahmen", "ismus",
}

// isNominalisation reports whether a folded word ends like a nominalisation and
// is not, and does not end in, an everyday word that merely looks like one
// (Wohnung, Zeitung, Mannschaft).
func isNominalisation(lx *Lexicon, w string) bool {
	for _, e := range nominalEndings {
		stem, ok := strings.CutSuffix(w, e)
		if !ok || len(stem) < 3 {
			continue
		}
		single := w
		if plural, ok := strings.CutSuffix(w, "en"); ok && e != "ung" {
			single = plural
		}
		for start := 0; start+4 <= len(single); start++ {
			if utf8.RuneStart(single[start]) && lx.is(single[start:], allowedNominal) {
				return false
			}
		}
		return true
	}
	return false
}

// verbBehind returns the known verb that a noun in -ung was made of: betreuen
// for Betreuung, ändern for Änderung.
func verbBehind(lx *Lexicon, w string) []string {
	stem, ok := strings.CutSuffix(strings.TrimSuffix(w, "en"), "ung")
	if !ok {
		return nil
	}
	for _, verb := range [...]string{stem + "en", stem + "n"} {
		if _, ok := lx.verbs.find(verb); ok {
			return []string{verb}
		}
	}
	return nil
}

// longParts is how many parts make a compound hard whatever its length (Kanton
// Zürich: hyphens from four parts on).
const longParts = 4

// longLetters is where a word becomes hard (LanguageTool, rule LANGES_WORT).
const longLetters = 14

func (a *analysis) lengthRule(r reading) {
	if len(r.fold) < longLetters-2 || r.verb {
		return
	}
	longest, at := 0, 0
	pos := 0
	for _, p := range pieces(r.fold) {
		letters := 0
		for _, c := range p {
			if unicode.IsLetter(c) {
				letters++
			}
		}
		if letters > longest && !a.lx.is(p, allowedLong) && (letters >= longLetters || letters >= longLetters-2 && len(a.lx.split(p)) >= longParts) {
			if _, known := a.lx.everyday(p); !known {
				longest, at = letters, pos
			}
		}
		pos += len(p) + 1
	}
	if longest == 0 || a.lx.is(r.fold, allowedLong) {
		return
	}
	f := a.findWord(LongCompound, r)
	if f == nil {
		return
	}
	f.count = longest
	f.Points += min(max(longest-longLetters, 0)/3, 4)
	if at == 0 && longest == utf8.RuneCountInString(r.fold) {
		f.Suggest = a.hyphened(r)
	}
}

// hyphened returns a compound of two to four known parts with hyphens between
// them, the form that Kanton Zürich asks for.
func (a *analysis) hyphened(r reading) []string {
	starts := a.lx.split(r.fold)
	if len(starts) < 2 || len(starts) > 4 || len(r.fold) != len(a.text[a.tokens[r.at].start:a.tokens[r.at].end]) {
		return nil
	}
	w := a.text[a.tokens[r.at].start:a.tokens[r.at].end]
	var b strings.Builder
	for i, s := range starts {
		end := len(w)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(capital(w[s:end]))
	}
	return []string{b.String()}
}

// acronymRule reports letters that insiders read as a word. What shows by
// capitals alone costs nothing.
func (a *analysis) acronymRule(r reading) {
	if r.class&(knownAcronym|functionWord) != 0 || r.entry >= 0 || r.everyday || a.lx.is(pieces(r.fold)[0], knownAcronym) {
		return
	}
	letters, vowels := 0, false
	for _, c := range r.fold {
		if !unicode.IsLetter(c) {
			return // eID2, C1E: numbers
		}
		letters++
		vowels = vowels || strings.ContainsRune("aeiouyäöü", c)
	}
	switch {
	case romanNumeral(r.fold) && letters > 1:
		a.findWord(NumberHeavy, r)
	case letters >= 2 && letters <= 7 && !vowels:
		a.findWord(UnknownAcronym, r)
	case letters <= 7 && capitals(a.text[a.tokens[r.at].start:a.tokens[r.at].end]) >= 2 && !allCapitals(a.text):
		a.free(a.findWord(UnknownAcronym, r))
	}
}

func romanNumeral(w string) bool {
	switch w {
	case "ii", "iii", "iv", "vi", "vii", "viii", "ix":
		return true
	}
	return false
}

func capitals(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// allCapitals reports whether a text of more than one word has no small letter.
func allCapitals(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsLower) && capitals(s) > 1
}

// innerCapital reports the form "BürgerInnen".
func innerCapital(s string) bool {
	i := strings.Index(s, "In")
	return i > 1 && unicode.IsLower(rune(s[i-1])) && (s[i:] == "In" || s[i:] == "Innen")
}

func (a *analysis) genderRule(r reading) *Finding {
	if a.c.gender == AllowMarkers && a.kind != Handle {
		return nil
	}
	f := a.findWord(GenderMarker, r)
	if f != nil && a.c.gender == ForbidMarkers {
		f.Severity = Error
	}
	return f
}
