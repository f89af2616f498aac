package naming

import "strings"

// benefits notes what a name does well, and reports a name with nothing in it
// for the person.
func (a *analysis) benefits() {
	known := 0 // everyday words
	for i, r := range a.words {
		switch {
		case r.class&questionWord != 0 && i == 0:
			a.has[question] = true
		case r.class&personWord != 0:
			a.has[person] = true
		case r.everyday && !r.act:
			known++
		case r.verb && !r.act && a.closes(r.at):
			a.has[taskVerb] = true
		}
		if a.lx.is(r.fold, situationWord) && (a.closes(r.at) || i == 0) {
			a.has[situation] = true
		}
		if a.leads(i) {
			a.has[outcome] = true
		}
		if r.class&smallWord == 0 {
			a.meaning++
			if a.isUnknown(r) {
				t := a.tokens[r.at]
				a.unknown = append(a.unknown, a.text[t.start:t.end])
			}
		}
	}
	if strings.Contains(a.text, "?") {
		a.has[question] = true
	}
	// One everyday word does not carry a long official name.
	a.has[everyday] = known > 0 && 3*known >= a.meaning
	if len(a.words) > 0 && !a.has[taskVerb] && !a.has[question] && !a.has[outcome] && !a.has[situation] && !a.has[person] && !a.has[everyday] {
		a.find(NoUserBenefit, 0, 0)
	}
}

// closes reports whether token i ends the name or a part of it: only then is an
// infinitive the verb of the person ("Wohnung anmelden: So geht's").
func (a *analysis) closes(i int) bool {
	next := a.next(i)
	if next.fold == "-" && next.start == a.tokens[i].end {
		return false // "Pflanzen- und Tierarten"
	}
	return next.kind != word && next.kind != number || next.fold == "und" || next.fold == "oder" || next.fold == "lassen"
}

// leads reports whether a phrase begins at word i that says where the name
// leads: to something, out of something, or to help.
func (a *analysis) leads(i int) bool {
	next := ""
	if i+1 < len(a.words) {
		next = a.words[i+1].fold
	}
	switch a.words[i].fold {
	case "wege", "weg":
		switch next {
		case "zu", "zum", "zur", "aus", "in", "ins", "von", "vom":
			return true
		}
	case "raus":
		return next == "aus"
	case "hilfe", "hilft", "hilfen", "unterstützung", "rat", "tipps", "schutz":
		// Not "zur": "Hilfe zur Pflege" is the language of the Social Code.
		switch next {
		case "bei", "beim", "für", "im", "in", "nach", "ohne", "vor", "gegen", "jetzt":
			return true
		}
	case "geld", "zuschuss":
		return next == "für" || next == "fürs" || next == "vom"
	case "so":
		return next != "" && i+2 < len(a.words) && a.words[i+2].class&personWord != 0 || next == "geht" || next == "geht's" || next == "gehts" || next == "läuft" || next == "hilft" || next == "geht’s"
	case "hier", "gibt":
		return next == "gibt" || next == "hilfe" || next == "bekommst" || next == "findest" || next == "bist"
	case "rund":
		return next == "um" || next == "ums"
	case "neu":
		return next == "in" || next == "hier"
	case "leben":
		return next == "mit" || next == "ohne" || next == "in"
	case "einfach":
		return next == "erklärt"
	}
	return false
}

// isUnknown reports whether nothing is known of a word.
func (a *analysis) isUnknown(r reading) bool {
	if r.entry >= 0 || r.everyday || r.verb || r.act {
		return false
	}
	if _, ok := a.lx.acts[r.fold]; ok || a.lx.topics[r.fold] > 0 {
		return false
	}
	known := true
	for _, p := range pieces(r.fold) {
		part := stems(p, func(s string) bool { _, ok := a.lx.parts[s]; return ok || a.lx.lists[s] != 0 })
		known = known && (part || len(a.lx.split(p)) > 1)
	}
	return !known
}
