package naming

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestTokenize(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Wege zum Job", []string{"Wege", "zum", "Job"}},
		{"Kita-Platz finden: So geht's!", []string{"Kita-Platz", "finden", ":", "So", "geht's", "!"}},
		{"Auskunfts- und Übermittlungssperren", []string{"Auskunfts", "-", "und", "Übermittlungssperren"}},
		{"Gewerbe – Ummeldung", []string{"Gewerbe", "–", "Ummeldung"}},
		{"Beschicker*innen, Nutzer:innen, Bürger_innen", []string{"Beschicker*innen", ",", "Nutzer:innen", ",", "Bürger_innen"}},
		{"Titel:Unter", []string{"Titel", ":", "Unter"}},
		{"Lärm/Insekten, wege_in_ulm, Tipps:Info", []string{"Lärm", "/", "Insekten", ",", "wege", "_", "in", "_", "ulm", ",", "Tipps", ":", "Info"}},
		{"§ 16 SGB II", []string{"§", "16", "SGB", "II"}},
		{"1.000 Euro in 2,5 Tagen.", []string{"1.000", "Euro", "in", "2,5", "Tagen", "."}},
		{"Hilfe 👨‍👩‍👧 & Rat ☎️", []string{"Hilfe", "👨‍👩‍👧", "&", "Rat", "☎️"}},
		{"e. V.", []string{"e", ".", "V", "."}},
		{"", nil},
	} {
		var got []string
		for _, token := range tokenize(tt.text) {
			got = append(got, tt.text[token.start:token.end])
		}
		assert.Equal(t, tt.want, got, tt.text)
	}
}

func TestCheckRefusesWhatNoNameCanBe(t *testing.T) {
	c := checker(t, Options{})
	for _, tt := range []struct {
		label, text string
		kind        error
		message     string
	}{
		{"empty", "", check.ErrRequired, "/text: is required: want a name"},
		{"blanks", " \t ", check.ErrRequired, "/text: is required: want a name"},
		{"signs", "?! – …", check.ErrRequired, `/text: "?! – …" is required: want at least one letter`},
		{"long", strings.Repeat("ä", 513), check.ErrLimit, "/text: exceeds a limit: want at most 512 characters"},
		{"very long", strings.Repeat("Wege ", 2000), check.ErrLimit, "/text: exceeds a limit: want at most 512 characters"},
		{"invalid UTF-8", "Wege \xff zum", check.ErrSyntax, `/text: "Wege \xff zum" cannot be read: want valid UTF-8`},
		{"two lines", "Wege\nzum Job", check.ErrSyntax, `/text: "Wege\nzum Job" cannot be read: want a single line without control characters`},
		{"right to left", "طريق العمل", check.ErrSyntax, `/text: "طريق العمل" cannot be read: want German, in Latin letters`},
		{"bidi control", "Wege \u202ezum Job", check.ErrSyntax, `/text: "Wege \u202ezum Job" cannot be read: want a single line without control characters`},
	} {
		_, err := c.Check(Name{Text: tt.text, Kind: Channel})
		require.Error(t, err, tt.label)
		assert.ErrorIs(t, err, tt.kind, tt.label)
		assert.Equal(t, tt.message, err.Error(), tt.label)
		_, err = c.Suggest(Name{Text: tt.text, Kind: Channel}, 3)
		assert.ErrorIs(t, err, tt.kind, tt.label)
	}
}

func TestCheckReportsAllProblemsOfAName(t *testing.T) {
	c := checker(t, Options{})
	_, err := c.Check(Name{Topic: "Bauen", Need: Need{Object: "Job/x", Verb: "Haus/n bauen", Situation: "Job weg?"}})
	for _, path := range []string{"/kind", "/text", "/topic", "/need/object", "/need/verb", "/need/situation"} {
		assert.ErrorContains(t, err, path+":")
	}
}

func TestNewRefusesOtherLanguages(t *testing.T) {
	for language, kind := range map[string]error{"": check.ErrRequired, "en": check.ErrUnknown, "nds": check.ErrUnknown} {
		_, err := New(Options{Language: language})
		assert.ErrorIs(t, err, kind, language)
		assert.ErrorContains(t, err, "/language", language)
	}
	for _, language := range []string{"de", "de-AT", "DE-ch"} {
		_, err := New(Options{Language: language})
		assert.NoError(t, err, language)
	}
	_, err := New(Options{Language: "de", Address: 9, Gender: 9, Organisations: []Organisation{{Name: "Stadt", Aliases: []string{""}}}})
	assert.ErrorContains(t, err, "/address")
	assert.ErrorContains(t, err, "/gender")
	assert.ErrorContains(t, err, "/organisations/0/aliases/0")
}

func TestTheZeroCheckerSaysSo(t *testing.T) {
	var c Checker
	_, err := c.Check(Name{Text: "Wege zum Job", Kind: Channel})
	assert.ErrorIs(t, err, check.ErrRequired)
	_, err = c.Suggest(Name{Text: "Wege zum Job", Kind: Channel}, 1)
	assert.ErrorIs(t, err, check.ErrRequired)
	_, err = c.Channels([]string{"Wohngeld"})
	assert.ErrorIs(t, err, check.ErrRequired)
	bare, err := New(Options{Language: "de", Lexicon: &Lexicon{}})
	require.NoError(t, err)
	r, err := bare.Check(Name{Text: "Wege zum Job", Kind: Channel})
	require.NoError(t, err)
	assert.Equal(t, []string{"Wege", "zum", "Job"}, r.Unknown, "an empty lexicon knows nothing")
}

func TestSpansPointIntoTheNormalText(t *testing.T) {
	c := checker(t, Options{})
	nfd := norm.NFD.String("Förderung für Kindertagesstätten")
	r := report(t, c, Channel, "  "+nfd)
	assert.Equal(t, "Förderung für Kindertagesstätten", r.Text)
	require.True(t, r.Has(Jargon))
	for _, f := range r.Findings {
		if f.End > 0 {
			assert.Equal(t, f.Match, r.Text[f.Start:f.End])
		}
	}
}

// FuzzCheck holds that any text gives an error or a report that is whole.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{
		"Wege zum Job", "Erteilung der Erlaubnis", "Bürger*innen", "👍", "§§ 1, 2", norm.NFD.String("Führerschein"), "a-", "-a", "İstanbul Hilfe",
		"Kraftfahrzeug Stilllegung", "Antrag auf", "e. V.", "Stadt Kassel", "steht dir zu", "in 5 Minuten", "des der des", "K\u200dita", "ẞ ß SS",
	} {
		f.Add(s, uint8(1))
	}
	c := checker(f, Options{Organisations: []Organisation{{Name: "Stadt Kassel"}}})
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		r, err := c.Check(Name{Text: text, Kind: Kind(kind)})
		if err != nil {
			return
		}
		if !utf8.ValidString(r.Text) {
			t.Fatalf("invalid text %q", r.Text)
		}
		sum := 0
		for _, x := range r.Contributions {
			sum += x.Points
		}
		if sum != r.Score || r.Score < 0 || r.Score > 100 {
			t.Fatalf("%q: score %d, sum %d", text, r.Score, sum)
		}
		for _, x := range r.Findings {
			if x.Start < 0 || x.End > len(r.Text) || x.End > 0 && r.Text[x.Start:x.End] != x.Match {
				t.Fatalf("%q: finding %+v", text, x)
			}
		}
		better, err := c.Suggest(Name{Text: text, Kind: Kind(kind)}, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range better {
			if s.Report.Score <= r.Score {
				t.Fatalf("%q: suggestion %q scores %d, not above %d", text, s.Text, s.Report.Score, r.Score)
			}
		}
	})
}
