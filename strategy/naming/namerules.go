package naming

import (
	"slices"
	"strings"
)

// nameRules applies the rules that look at several words.
func (a *analysis) nameRules(n Name) {
	a.formFirst()
	a.organisation()
	a.passive()
	a.genitives()
	a.prohibition()
	a.promise()
	a.address()
	a.paragraphs()
	a.findTopic(n)
}

// formFirst reports a name that begins with the form: "Antrag auf Wohngeld".
func (a *analysis) formFirst() {
	if len(a.words) < 3 {
		return
	}
	switch a.words[0].fold {
	case "antrag", "anträge", "gesuch", "bestellung", "anzeige", "erklärung", "formular", "merkblatt", "beantragung", "meldung", "antragstellung", "vordruck":
	default:
		return
	}
	switch a.words[1].fold {
	case "auf", "für", "von", "zur", "zum", "der", "des", "eines", "einer", "über", "nach", "gemäß", "oder":
		a.find(FormFirst, a.tokens[a.words[0].at].start, a.tokens[a.words[1].at].end)
	}
}

// organisation reports senders: those the caller named, anywhere; and at the
// beginning what is a sender by its form (a ministry, "Stadt X", an association).
func (a *analysis) organisation() {
	if a.kind == Handle {
		a.organisationInHandle()
		return
	}
	found := false
	for i := range a.words {
		for _, row := range a.c.orgs[a.words[i].fold] {
			at := a.words[i].at
			end := at
			if len(row.rest) > 0 {
				if end = a.matches(at, row.rest); end == 0 {
					continue
				}
			}
			a.sender(i, at, end)
			found = true
			break
		}
	}
	if found || a.first < 0 {
		return
	}
	r := a.words[a.first]
	if end := a.senderByForm(a.first); end >= 0 {
		a.sender(a.first, r.at, end)
		return
	}
	for i, r := range a.words[a.first:] {
		switch r.fold {
		case "ggmbh", "gmbh", "aör", "kdör":
			a.sender(a.first, a.words[a.first].at, r.at)
			return
		case "e":
			if i > 0 && a.next(r.at).fold == "." && r.at+2 < len(a.tokens) && a.tokens[r.at+2].fold == "v" {
				a.sender(a.first, a.words[a.first].at, r.at+2)
				return
			}
		}
	}
}

// organisationInHandle looks for the senders the caller named, written as they
// would be in a handle: without spaces and signs.
func (a *analysis) organisationInHandle() {
	words, _ := a.c.handleWords(a.text)
	handle := joinHandle(words, "")
	for _, name := range a.c.orgNames {
		words, _ := a.c.handleWords(name)
		sender := joinHandle(words, "")
		switch at := strings.Index(handle, sender); {
		case sender == "":
		case at == 0:
			a.find(OrganisationFirst, 0, len(a.text))
			return
		case at > 0:
			a.find(OrganisationLater, 0, len(a.text))
			return
		}
	}
}

func (a *analysis) sender(word, from, to int) {
	rule := OrganisationLater
	if word <= a.first || a.first < 0 {
		rule = OrganisationFirst
	}
	a.find(rule, a.tokens[from].start, a.tokens[to].end)
}

// senderEndings end the names of authorities and associations.
var senderEndings = [...]string{
	"behörde", "ministerium", "verwaltung", "verband", "amt", "kammer", "präsidium", "direktion", "hilfswerk", "agentur", "senat", "magistrat",
	"kanzlei", "gerichtshof", "gerichthof", "rechnungshof", "institut", "landesregierung", "staatsregierung", "zentralbank", "bundesbank",
}

// senderByForm returns the token where a sender ends that begins at word i, -1
// when there is none: a known head alone or with its place ("Jobcenter Köln"),
// or "Stadt", "Landkreis" and the like before a proper name.
func (a *analysis) senderByForm(i int) int {
	r := a.words[i]
	if i > 0 && a.words[i-1].class&personWord != 0 {
		return -1 // "Deine Stadt"
	}
	if i > 0 && a.words[i-1].class&functionWord != 0 {
		switch a.words[i-1].fold {
		case "der", "die", "das":
		default:
			return -1 // "Beim Bürgeramt", "Im Amt"
		}
	}
	if a.lx.is(r.fold, organisationHead) {
		return r.at
	}
	// "Hessische Staatskanzlei", "Presse- und Informationsamt"
	next := a.next(r.at)
	if i+1 < len(a.words) && !r.verb && (next.kind == word && inflected(r.fold) || next.fold == "-" && next.start == a.tokens[r.at].end) {
		j := i + 1
		if a.words[j].fold == "und" && next.fold == "-" && j+1 < len(a.words) {
			j++
		}
		if a.words[j].class&smallWord == 0 {
			if end := a.senderAt(j); end >= 0 {
				return end
			}
		}
	}
	return a.senderAt(i)
}

// senderAt is senderByForm for the head itself.
func (a *analysis) senderAt(i int) int {
	r := a.words[i]
	if a.lx.is(r.fold, organisationHead) {
		return r.at
	}
	switch r.fold {
	case "stadt", "landkreis", "kreis", "gemeinde", "bezirk", "landeshauptstadt", "hansestadt", "universitätsstadt", "region", "land", "freistaat",
		"polizei", "feuerwehr", "universität", "hochschule", "volkshochschule", "stadtbücherei", "stadtbibliothek":
		next := a.next(r.at)
		if i+1 < len(a.words) && next.kind == word && a.words[i+1].class&smallWord == 0 && a.words[i+1].entry < 0 && !a.words[i+1].everyday && !a.words[i+1].verb {
			return r.at + 1
		}
	}
	if r.everyday || r.verb {
		return -1
	}
	for _, e := range senderEndings {
		if strings.HasSuffix(r.fold, e) && !a.lx.is(r.fold, allowedNominal) {
			return r.at
		}
	}
	return -1
}

// passive reports "wird gefördert" and "muss angemeldet werden" outside
// questions, and "man".
func (a *analysis) passive() {
	asks := strings.Contains(a.text, "?")
	for i, r := range a.words {
		switch r.fold {
		case "man":
			a.findWord(Impersonal, r)
		case "wird", "werden", "wurde", "wurden":
			for j := max(0, i-1); j < len(a.words) && !asks; j++ {
				if j != i && !a.words[j].verb && participle(a.words[j].fold) {
					lo, hi := min(i, j), max(i, j)
					a.find(Passive, a.tokens[a.words[lo].at].start, a.tokens[a.words[hi].at].end)
					break
				}
			}
		case "muss", "müssen":
			if !asks && !a.speaksTo(i) {
				a.findWord(ModalMust, r)
			}
		}
	}
}

// speaksTo reports whether the word before or after is ich, du or wir: "Das
// musst du wissen" tells, "Jeder Hund muss" threatens.
func (a *analysis) speaksTo(i int) bool {
	return i > 0 && a.words[i-1].class&personWord != 0 || i+1 < len(a.words) && a.words[i+1].class&personWord != 0
}

// participle reports whether a folded word looks like a past participle.
func participle(w string) bool {
	if len(w) < 6 || !strings.HasSuffix(w, "t") && !strings.HasSuffix(w, "en") {
		return false
	}
	for _, p := range [...]string{"ge", "ver", "be", "ent", "er", "zer"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok && (strings.HasPrefix(rest, "ge") || strings.HasPrefix(rest, "zuge")) {
			return true
		}
	}
	return strings.HasSuffix(w, "iert")
}

// genitives counts genitive articles that follow a noun.
func (a *analysis) genitives() {
	count, start, end := 0, 0, 0
	for i, t := range a.tokens {
		switch t.fold {
		case "des", "der", "eines", "einer":
			if p := a.prev(i); p.kind == word && !a.lx.is(p.fold, smallWord) && a.next(i).kind == word {
				if count == 0 {
					start = p.start
				}
				count, end = count+1, a.next(i).end
			}
		}
	}
	if count >= 2 {
		if f := a.find(GenitiveChain, start, end); f != nil {
			f.count = count
		}
	}
}

// prohibition reports a name that forbids, unless it goes on with help or a
// question.
func (a *analysis) prohibition() {
	for i, r := range a.words {
		switch r.fold {
		case "verboten", "untersagt", "verbot", "unzulässig":
			a.findWord(Negation, r)
		case "kein", "keine", "keinen", "nicht", "nie":
			if i == 0 && !strings.ContainsAny(a.text, "?:") {
				a.findWord(Negation, r)
			}
		}
	}
}

// promises are word runs that promise what an office only decides later.
var promises = [...][]string{
	{"steht", "dir", "zu"},
	{"steht", "ihnen", "zu"},
	{"garantiert"},
	{"garantie"},
	{"kostenlos"},
	{"gratis"},
	{"das", "bekommst", "du"},
	{"du", "bekommst"},
	{"sie", "bekommen"},
	{"jeder", "bekommt"},
	{"alle", "bekommen"},
	{"sofort", "geld"},
	{"mit", "sicherheit"},
	{"ohne", "wartezeit"},
}

// promise reports a promised outcome. A question promises nothing.
func (a *analysis) promise() {
	for i, t := range a.tokens {
		for _, p := range promises {
			if t.fold != p[0] {
				continue
			}
			end := i
			if len(p) > 1 {
				if end = a.matches(i, p[1:]); end == 0 {
					continue
				}
			}
			if a.next(end).fold != "?" && a.tokens[len(a.tokens)-1].fold != "?" {
				a.find(Overpromise, t.start, a.tokens[end].end)
			}
			return
		}
		if t.kind == number && a.prev(i).fold == "in" {
			switch a.next(i).fold {
			case "minuten", "sekunden", "stunden", "minute", "tagen":
				a.find(Overpromise, t.start, a.next(i).end)
				return
			}
		}
	}
}

// address reports du and Sie in one name. It hangs on capitals, so it costs
// nothing.
func (a *analysis) address() {
	du := slices.ContainsFunc(a.words, func(r reading) bool { return saysDu(r.fold) })
	if !du || allCapitals(a.text) {
		return
	}
	for _, r := range a.words {
		t := a.tokens[r.at]
		switch a.text[t.start:t.end] {
		case "Sie", "Ihnen", "Ihr", "Ihre", "Ihren":
			if before := a.prev(r.at); before.kind == word {
				a.findWord(AddressMix, r)
				return
			}
		}
	}
}

// saysDu reports whether a folded word speaks to one person informally.
func saysDu(w string) bool {
	switch w {
	case "du", "dein", "deine", "deinen", "deiner", "deinem", "deines", "dir", "dich":
		return true
	}
	return false
}

// paragraphs reports § and several numbers.
func (a *analysis) paragraphs() {
	numbers := 0
	for i, t := range a.tokens {
		switch {
		case t.fold == "§":
			a.find(NumberHeavy, t.start, max(t.end, a.next(i).end))
		case t.kind == number && a.prev(i).fold != "§" && a.prev(i).fold != "in":
			numbers++
			if numbers == 2 {
				a.find(NumberHeavy, t.start, t.end)
			}
		}
	}
}
