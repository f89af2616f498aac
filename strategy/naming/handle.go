package naming

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// HandleOptions say for what handles are wanted.
type HandleOptions struct {
	Platforms []platform.Profile // required; profiles without a known rule for handles are named in [Handles.NoRule]
	Place     string             // a town or region for a form of its own: "Köln" gives wegezumjob_koeln
}

// Handles are the handles of one name. Whether a handle is free is not looked
// up.
type Handles struct {
	Common    []string          `json:"common"`    // valid on every platform with a known rule, the best first
	Platforms []PlatformHandles `json:"platforms"` // by platform, in the order given
	NoRule    []platform.Name   `json:"noRule"`    // platforms whose rule is not on record
	Notes     []HandleNote      `json:"notes"`     // what to mind about the handles
}

// PlatformHandles are the handles that one platform takes.
type PlatformHandles struct {
	Platform platform.Name `json:"platform"`
	Handles  []string      `json:"handles"` // the best first; empty when no whole words fit
}

// HandleNote is something to mind about a handle.
type HandleNote struct {
	Code   string // "shortened", "dropped", "ambiguous", "lookalike", "impersonation" or "gender-marker"
	Handle string
	Detail string // the word or sign it is about
}

// Reason says the note in German and English.
func (n HandleNote) Reason() reason.Reason {
	var de, en string
	switch n.Code {
	case "shortened":
		de, en = "@{handle} lässt „{detail}“ weg, damit es passt.", "@{handle} leaves out “{detail}” to fit."
	case "dropped":
		de, en = "In @{handle} fehlt „{detail}“: In Handles stehen nur einfache Zeichen.", "@{handle} lacks “{detail}”: handles hold plain characters only."
	case "ambiguous":
		de, en = "@{handle} liest sich auch als „{detail}“.", "@{handle} can also be read as “{detail}”."
	case "lookalike":
		de, en = "In @{handle} sieht „{detail}“ wie ein Buchstabe aus.", "In @{handle} “{detail}” looks like a letter."
	case "impersonation":
		de, en = "@{handle} enthält „{detail}“: Das kann für eine andere Stelle gehalten werden.", "@{handle} holds “{detail}”: it may be taken for another authority."
	case "gender-marker":
		de, en = "In @{handle} verschwindet das Genderzeichen von „{detail}“, übrig bleibt die weibliche Form.", "In @{handle} the gender sign of “{detail}” vanishes and the feminine form is left."
	}
	return reason.New("naming.handle."+n.Code, de, en, nil, reason.Text("handle", n.Handle), reason.Text("detail", n.Detail))
}

// MarshalJSON writes the note with its reason.
func (n HandleNote) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code   string        `json:"code"`
		Handle string        `json:"handle"`
		Detail string        `json:"detail"`
		Reason reason.Reason `json:"reason"`
	}{n.Code, n.Handle, n.Detail, n.Reason()})
}

// handleWord is a word of a name as it may stand in a handle.
type handleWord struct {
	text, original string
	filler         bool // an article or other small word
}

// Handles makes handles from a name: lower case, ä as ae, ß as ss, & as und,
// without spaces and signs. The forms are joined, with underscores, and with the
// place behind. What is too long is shortened by whole words, small ones first
// and then from the end, never by cutting.
func (c *Checker) Handles(n Name, o HandleOptions) (Handles, error) {
	n.Need = Need{}
	text, err := c.validate(n)
	var l check.List
	l.Merge("", err)
	if len(o.Platforms) == 0 {
		l.Add("/platforms", check.ErrRequired, check.None, "at least one platform")
	}
	place := ""
	if o.Place != "" {
		if p := normalize(o.Place, &l, "/place"); p != "" {
			words, _ := c.handleWords(p)
			place = joinHandle(words, "")
		}
	}
	if err := l.Err(); err != nil {
		return Handles{}, err
	}
	words, dropped := c.handleWords(text)
	if len(words) == 0 {
		l.Add("/text", check.ErrSyntax, text, "a name with letters or digits that a handle may hold")
		return Handles{}, l.Err()
	}
	h := Handles{Common: []string{}, Platforms: []PlatformHandles{}, NoRule: []platform.Name{}, Notes: []HandleNote{}}
	var rules []platform.HandleRule
	for _, p := range o.Platforms {
		if !p.Handle.Known() {
			h.NoRule = append(h.NoRule, p.Name)
			continue
		}
		rules = append(rules, p.Handle)
		h.Platforms = append(h.Platforms, PlatformHandles{p.Name, fitting(words, place, p.Handle)})
	}
	if len(rules) > 0 {
		h.Common = fitting(words, place, rules...)
	}
	seen := map[string]bool{}
	for _, list := range append([]PlatformHandles{{Handles: h.Common}}, h.Platforms...) {
		for _, handle := range list.Handles {
			if !seen[handle] {
				seen[handle] = true
				h.Notes = append(h.Notes, c.handleNotes(handle, words, place, dropped)...)
			}
		}
	}
	return h, nil
}

// fitting returns the forms of a handle that every rule takes.
func fitting(words []handleWord, place string, rules ...platform.HandleRule) []string {
	type form struct{ between, suffix string }
	forms := []form{{}}
	if len(words) > 1 {
		forms = append(forms, form{between: "_"})
	}
	if place != "" {
		forms = append(forms, form{suffix: "_" + place})
	}
	out := []string{}
	for _, f := range forms {
		for short := range shorter(words) {
			handle := joinHandle(short, f.between) + f.suffix
			if slices.ContainsFunc(rules, func(r platform.HandleRule) bool { return r.Check(handle) != nil }) {
				continue
			}
			if !slices.Contains(out, handle) {
				out = append(out, handle)
			}
			break
		}
	}
	return out
}

// shorter yields the words, then ever fewer: small words go first, the last
// before the first, then words from the end.
func shorter(words []handleWord) func(yield func([]handleWord) bool) {
	return func(yield func([]handleWord) bool) {
		left := slices.Clone(words)
		for len(left) > 0 {
			if !yield(left) {
				return
			}
			at := len(left) - 1
			for i := len(left) - 1; i >= 0; i-- {
				if left[i].filler {
					at = i
					break
				}
			}
			left = slices.Delete(slices.Clone(left), at, at+1)
		}
	}
}

func joinHandle(words []handleWord, between string) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
	}
	return strings.Join(parts, between)
}

// handleWords returns the words of a name folded to a-z and 0-9, and the signs
// and letters that have no place in a handle.
func (c *Checker) handleWords(text string) (words []handleWord, dropped []string) {
	for _, t := range tokenize(text) {
		original := text[t.start:t.end]
		switch {
		case t.fold == "&" || t.fold == "+":
			words = append(words, handleWord{text: "und", original: original, filler: true})
		case t.kind == word || t.kind == number:
			folded, lost := asciiFold(t.fold)
			dropped = append(dropped, lost...)
			if folded != "" {
				words = append(words, handleWord{folded, original, c.lx.is(t.fold, functionWord)})
			}
		case t.kind == emoji:
			dropped = append(dropped, original)
		}
	}
	return words, dropped
}

// asciiFold writes a folded word with a to z and 0 to 9 and returns the letters
// it had to leave out.
func asciiFold(w string) (folded string, lost []string) {
	var b strings.Builder
	for _, r := range w {
		switch r {
		case 'ä':
			b.WriteString("ae")
		case 'ö':
			b.WriteString("oe")
		case 'ü':
			b.WriteString("ue")
		case 'ß':
			b.WriteString("ss")
		case 'æ':
			b.WriteString("ae")
		case 'œ':
			b.WriteString("oe")
		case 'ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		default:
			kept := false
			for _, d := range norm.NFD.String(string(r)) {
				if d >= 'a' && d <= 'z' || d >= '0' && d <= '9' {
					b.WriteRune(d)
					kept = true
				}
			}
			if !kept && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				lost = append(lost, string(r))
			}
		}
	}
	return b.String(), lost
}

// authorityWords may make people take a handle for that of an authority.
var authorityWords = [...]string{"bund", "bundes", "polizei", "ministerium", "regierung", "zoll", "kanzler", "offiziell", "official", "amt"}

func (c *Checker) handleNotes(handle string, words []handleWord, place string, dropped []string) []HandleNote {
	var notes []HandleNote
	bare := strings.ReplaceAll(strings.TrimSuffix(handle, "_"+place), "_", "")
	rest := bare
	for _, w := range words {
		if cut, ok := strings.CutPrefix(rest, w.text); ok {
			rest = cut
			continue
		}
		notes = append(notes, HandleNote{"shortened", handle, w.original})
	}
	for _, d := range dropped {
		notes = append(notes, HandleNote{"dropped", handle, d})
	}
	for _, w := range words {
		if strings.ContainsAny(w.original, "*:·") && strings.Contains(handle, w.text) {
			notes = append(notes, HandleNote{"gender-marker", handle, w.original})
		}
		if i := strings.IndexAny(w.text, "01"); i >= 0 && strings.ContainsFunc(w.text, unicode.IsLetter) {
			notes = append(notes, HandleNote{"lookalike", handle, w.text[i : i+1]})
		}
		for _, a := range authorityWords {
			if w.text == a || len(a) > 4 && strings.HasPrefix(w.text, a) || strings.HasSuffix(w.text, a) && a != "bund" && w.text != "ehrenamt" {
				notes = append(notes, HandleNote{"impersonation", handle, a})
				break
			}
		}
	}
	if !strings.Contains(handle, "_") {
		if other := c.otherReading(words, bare); other != "" {
			notes = append(notes, HandleNote{"ambiguous", handle, other})
		}
	}
	return notes
}

// otherReading finds a known word of five letters and more that lies across the
// border of two words of a joined handle.
func (c *Checker) otherReading(words []handleWord, joined string) string {
	borders := map[int]bool{}
	at := 0
	for _, w := range words {
		if strings.HasPrefix(joined[at:], w.text) {
			at += len(w.text)
			borders[at] = true
		}
	}
	for i := range joined {
		if i == 0 || borders[i] || !utf8.RuneStart(joined[i]) {
			continue
		}
		for j := i + 5; j <= min(len(joined), i+maxPart); j++ {
			inside := false
			for b := range borders {
				inside = inside || b > i && b < j
			}
			if _, ok := c.lx.nouns[joined[i:j]]; ok && inside {
				return joined[i:j]
			}
		}
	}
	return ""
}
