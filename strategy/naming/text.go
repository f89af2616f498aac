package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hochkant/hochkant/strategy/check"
)

// maxRunes is the longest text that is looked at. Captions have 2,200
// characters, names and titles at most 100 on any platform; 512 leaves room.
const maxRunes = 512

type tokenKind uint8

const (
	word tokenKind = iota + 1
	number
	sign  // punctuation and symbols, one rune each
	emoji // pictures, one rune each; joiners and variation selectors belong to the one before
)

// token is a piece of a text with its byte span. fold is the text in lower
// case: everything that changes the score looks at fold alone, so that case
// never matters.
type token struct {
	start, end int
	kind       tokenKind
	fold       string
}

// normalize returns the text in Unicode normal form C without outer white
// space, which is what spans point into.
func normalize(text string, l *check.List, path string) string {
	if !utf8.ValidString(text) {
		l.Add(path, check.ErrSyntax, text, "valid UTF-8")
		return ""
	}
	// Counted before normalising, so that a huge text costs nothing.
	if len(text) > 4*maxRunes || utf8.RuneCountInString(text) > maxRunes {
		l.Add(path, check.ErrLimit, check.None, "at most 512 characters")
		return ""
	}
	text = strings.TrimSpace(norm.NFC.String(text))
	if text == "" {
		l.Add(path, check.ErrRequired, check.None, "a name")
		return ""
	}
	var latin, other, picture bool
	for _, r := range text {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			l.Add(path, check.ErrSyntax, text, "a single line without control characters")
			return ""
		case unicode.Is(unicode.Latin, r), unicode.IsDigit(r):
			latin = true
		case unicode.IsLetter(r):
			other = true
		case isEmoji(r):
			picture = true
		}
	}
	switch {
	case latin:
	case other:
		l.Add(path, check.ErrSyntax, text, "German, in Latin letters")
		return ""
	case !picture:
		l.Add(path, check.ErrRequired, text, "at least one letter")
		return ""
	}
	return text
}

// tokenize cuts a normalised text into words, numbers, signs and emoji. A
// hyphen, an apostrophe or a gender sign between letters stays inside its word.
func tokenize(text string) []token {
	tokens := make([]token, 0, 16)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		i += n
		switch {
		case unicode.IsSpace(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			letters := unicode.IsLetter(r)
			for i < len(text) {
				r, n := utf8.DecodeRuneInString(text[i:])
				if unicode.IsLetter(r) || unicode.IsMark(r) {
					letters = true
				} else if !unicode.IsDigit(r) && !joins(text[:i], r, text[i+n:]) {
					break
				}
				i += n
			}
			kind := number
			if letters {
				kind = word
			}
			tokens = append(tokens, token{start, i, kind, strings.ToLower(text[start:i])})
		case isEmojiPart(r) && len(tokens) > 0 && tokens[len(tokens)-1].kind == emoji && tokens[len(tokens)-1].end == start:
			tokens[len(tokens)-1].end = i
		case isEmoji(r):
			tokens = append(tokens, token{start, i, emoji, text[start:i]})
		default:
			tokens = append(tokens, token{start, i, sign, text[start:i]})
		}
	}
	return tokens
}

// joins reports whether r holds a word together: a hyphen or apostrophe before
// a letter or digit ("Kita-Platz", "geht's", "14.000"), or a gender sign.
func joins(before string, r rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case '-', '‐', '‑':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	case '\'', '’':
		return unicode.IsLetter(next)
	case '.', ',':
		last, _ := utf8.DecodeLastRuneInString(before)
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case ':', '*', '_', '·', '/':
		return isFeminine(after)
	}
	return false
}

// isFeminine reports whether a text begins with the ending -in or -innen, as
// behind a gender sign: "Mieter:innen", but not "Lärm/Insekten" or "wege_in_ulm".
func isFeminine(s string) bool {
	for _, ending := range [...]string{"innen", "in"} {
		if len(s) >= len(ending) && strings.EqualFold(s[:len(ending)], ending) {
			next, _ := utf8.DecodeRuneInString(s[len(ending):])
			return len(s) == len(ending) || next != '_' && !unicode.IsLetter(next) && !unicode.IsDigit(next)
		}
	}
	return false
}

// isEmoji reports whether r is a picture. The ranges are those of the Unicode
// blocks of pictographs; So covers the older ones such as ☎.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2190 && unicode.Is(unicode.So, r)
}

func isEmojiPart(r rune) bool {
	return r == 0x200D || r == 0xFE0F || r == 0x20E3 || r >= 0x1F3FB && r <= 0x1F3FF || isEmoji(r)
}

// fold returns the text as the lexicon looks it up: normal form C, lower case,
// single spaces.
func fold(s string) string {
	if norm.NFC.IsNormalString(s) && !strings.Contains(s, "  ") && strings.TrimSpace(s) == s && !strings.ContainsAny(s, "\t\u00a0") {
		return strings.ToLower(s)
	}
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(s)), " "))
}

// pieces cuts a folded word at its hyphens: "kita-platz" is kita and platz.
func pieces(w string) []string {
	return strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' })
}
