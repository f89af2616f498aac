package naming

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/reason"
)

func texts(list []Suggestion) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}

func suggest(t testing.TB, c *Checker, kind Kind, text string, n int) []Suggestion {
	t.Helper()
	list, err := c.Suggest(Name{Text: text, Kind: kind}, n)
	require.NoError(t, err, text)
	return list
}

// C10 of the source document: not Arbeitsmarktintegration but Wege zum Job or
// Wege aus der Arbeitslosigkeit.
func TestSuggestTheNamesOfTheSource(t *testing.T) {
	c := checker(t, Options{})
	for _, kind := range []Kind{Channel, Series, Video, Handle} {
		got := texts(suggest(t, c, kind, "Arbeitsmarktintegration", 20))
		assert.Contains(t, got, "Wege zum Job", kind)
		assert.Contains(t, got, "Wege aus der Arbeitslosigkeit", kind)
	}
	assert.Equal(t, []string{"Wege zum Job", "Wege aus der Arbeitslosigkeit"}, texts(suggest(t, c, Channel, "Arbeitsmarktintegration", 2)))
}

func TestSuggestFlipsTheAct(t *testing.T) {
	c := checker(t, Options{})
	for name, want := range map[string]string{
		"Jagdschein Erteilung":         "So beantragst du einen Jagdschein",
		"Wohngeld Bewilligung":         "So beantragst du Wohngeld",
		"Zeugnis Anerkennung":          "So lässt du dein Zeugnis anerkennen",
		"Kraftfahrzeug Ummeldung":      "So meldest du dein Auto um",
		"Fahrerlaubnis - Verlängerung": "So verlängerst du deinen Führerschein",
		"Anmeldung der Hochzeit":       "So meldest du deine Hochzeit an",
	} {
		assert.Contains(t, texts(suggest(t, c, Video, name, 30)), want, name)
	}
	for name, want := range map[string]string{
		"Werkstattkarte Erteilung":             "Werkstattkarte beantragen",
		"Flugplatz Genehmigung":                "So beantragst du eine Flugplatz-Genehmigung",
		"Wertmarke Ausstellung für Rentner":    "Wertmarke für Rentner beantragen",
		"Teilnahme am Deutschkurs Bestätigung": "Teilnahme am Deutschkurs bestätigen lassen",
		"Ausstellung eines Führerscheins":      "So beantragst du deinen Führerschein",
	} {
		assert.Contains(t, texts(suggest(t, c, Video, name, 30)), want, name)
	}
	// No safe flip, and what the lexicon has on the object is about another task.
	for name, wrong := range map[string]string{
		"Kraftfahrzeug außer Betrieb setzen":           "Auto anmelden",
		"Fahrerlaubnis Entziehung":                     "Führerschein machen",
		"Erlaubnis zur Kindertagespflege":              "Tagesmutter finden",
		"Tiergehege Bestätigung für den Betrieb":       "Tiergehege für den Betrieb bestätigen lassen",
		"Handwerksrolle Eintragung":                    "Handwerksrolle eintragen lassen",
		"Einleiten von Abwasser Erlaubnis":             "Beantragen",
		"Register der Dolmetscher mit Wohnsitz in Ulm": "Wohnung anmelden",
	} {
		assert.NotContains(t, texts(suggest(t, c, Video, name, 30)), wrong, name)
	}
	// The gender of Quarks is unknown: the infinitive needs none, sentences do.
	got := texts(suggest(t, c, Video, "Quarks Erteilung", 30))
	assert.Contains(t, got, "Quarks beantragen")
	for _, s := range got {
		assert.NotContains(t, s, "du", s)
	}
}

func TestSuggestFromTheCallersNeed(t *testing.T) {
	c := checker(t, Options{})
	list, err := c.Suggest(Name{Text: "Fachbereich 51, Sachgebiet 3", Kind: Video, Need: Need{
		Object: "Ferienpass/md", Verb: "bestellen", Outcome: "Freibad/n", Problem: "Langeweile/f", Help: "Anmeldung/f", Money: "Ferien/p", Situation: "Ferien und kein Plan",
	}}, 30)
	require.NoError(t, err)
	for _, want := range []string{
		"So bestellst du deinen Ferienpass", "Wie bestelle ich meinen Ferienpass?", "Ferien und kein Plan? So bestellst du deinen Ferienpass",
		"Wege zum Freibad", "Wege aus der Langeweile", "Was tun bei Langeweile?", "Wer hilft mir bei der Anmeldung?", "Geld für die Ferien",
	} {
		assert.Contains(t, texts(list), want)
	}
}

func TestSuggestFormally(t *testing.T) {
	c := checker(t, Options{Address: Formal})
	got := texts(suggest(t, c, Video, "Wohnsitz Ummeldung", 30))
	assert.Contains(t, got, "So melden Sie Ihre Wohnung um")
	for _, s := range got {
		for w := range strings.FieldsSeq(s) {
			assert.NotContains(t, []string{"du", "dein", "deine", "dich"}, w, s)
		}
	}
}

func TestSenderGoesIntoTheBio(t *testing.T) {
	c := checker(t, Options{Organisations: []Organisation{{Name: "Caritasverband Köln"}}})
	list := suggest(t, c, Channel, "Caritasverband Köln: Hilfe bei Schulden", 10)
	require.NotEmpty(t, list)
	i := slices.IndexFunc(list, func(s Suggestion) bool { return s.Text == "Hilfe bei Schulden" })
	require.GreaterOrEqual(t, i, 0, texts(list))
	assert.Equal(t, "Caritasverband Köln", list[i].Sender)
	assert.Equal(t, fromRest, list[i].Form)
}

func TestGoodNamesGetNoSuggestion(t *testing.T) {
	c := checker(t, Options{})
	for _, name := range []string{"Wege zum Job", "Dein Weg zum Führerschein", "Hilfe bei Schulden"} {
		assert.Empty(t, suggest(t, c, Channel, name, 10), name)
	}
}

// Taken out, a sender may leave nothing that is a name.
func TestNothingIsLeftOfTheName(t *testing.T) {
	assert.Empty(t, suggest(t, checker(t, Options{}), Channel, "gGmbH §", 10))
}

func TestSuggestionsScoreHigherAndAreDistinct(t *testing.T) {
	c := checker(t, Options{Organisations: []Organisation{{Name: "Stadt Kassel"}}})
	rapid.Check(t, func(t *rapid.T) {
		name := Name{Text: anyName().Draw(t, "text"), Kind: anyKind().Draw(t, "kind")}
		r, err := c.Check(name)
		if err != nil {
			return
		}
		list, err := c.Suggest(name, 20)
		require.NoError(t, err)
		seen := map[string]bool{fold(r.Text): true}
		for _, s := range list {
			again, err := c.Check(Name{Text: s.Text, Kind: name.Kind})
			require.NoError(t, err, s.Text)
			assert.Equal(t, again.Score, s.Report.Score)
			assert.Greater(t, s.Report.Score, r.Score, s.Text)
			assert.Equal(t, s.Report.Score-r.Score, s.Gain)
			for _, f := range s.Report.Findings {
				assert.True(t, f.Severity < Error || r.Has(f.Rule), "%q brings a new error: %s", s.Text, f.Rule)
			}
			assert.NotEqual(t, OfficeView, s.Report.Band, s.Text)
			assert.False(t, seen[fold(s.Text)], s.Text)
			seen[fold(s.Text)] = true
		}
	})
	list := suggest(t, c, Channel, "Arbeitsmarktintegration", -1)
	assert.Empty(t, list)
}

// seed is the project's own list of official terms with a plain word and a
// user's phrase for each; "-" is none.
func seed(t testing.TB) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/jargon_seed.tsv")
	require.NoError(t, err)
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	require.Len(t, rows, 107)
	return rows
}

func TestFalseAlarmsOnUserPhrases(t *testing.T) {
	c := checker(t, Options{})
	for _, kind := range []Kind{Channel, Series, Video} {
		alarms, n := 0, 0
		for _, row := range seed(t) {
			if row[2] == "-" {
				continue
			}
			n++
			if r := report(t, c, kind, row[2]); len(r.Findings) > 0 {
				alarms++
				t.Logf("%s %q: %s %q", kind, row[2], r.Findings[0].Rule, r.Findings[0].Match)
			}
		}
		assert.LessOrEqual(t, float64(alarms), 0.05*float64(n), kind)
	}
}

// nouns are the words of a text that are capitalised and not at its beginning,
// or known everyday nouns, without endings.
func nouns(lx *Lexicon, s string) map[string]bool {
	set := map[string]bool{}
	for i, t := range tokenize(s) {
		if t.kind != word || lx.is(t.fold, smallWord) {
			continue
		}
		if _, known := lx.everyday(t.fold); known || i > 0 && unicode.IsUpper([]rune(s[t.start:t.end])[0]) {
			set[lightStem(t.fold)] = true
		}
	}
	return set
}

func TestSuggestionsUseTheRightEverydayNoun(t *testing.T) {
	c := checker(t, Options{})
	for _, kind := range []Kind{Channel, Video} {
		hits, n := 0, 0
		for _, row := range seed(t) {
			want := nouns(c.lx, row[1])
			for noun := range nouns(c.lx, row[2]) {
				want[noun] = true
			}
			n++
			hit := false
			for _, s := range suggest(t, c, kind, row[0], 10) {
				for noun := range nouns(c.lx, s.Text) {
					hit = hit || want[noun]
				}
				hit = hit || strings.EqualFold(s.Text, row[1]) || strings.EqualFold(s.Text, row[2])
			}
			if hit {
				hits++
			} else {
				t.Logf("%s %s: %v", kind, row[0], texts(suggest(t, c, kind, row[0], 10)))
			}
		}
		assert.GreaterOrEqual(t, float64(hits), 0.8*float64(n), "%s: %d of %d", kind, hits, n)
	}
}

var update = flag.Bool("update", false, "rewrite testdata/suggestions.golden, which must then be read by hand")

// goldenNames are official names as they stand in catalogues, and channel names
// as organisations give them.
var goldenNames = []string{
	"Arbeitsmarktintegration", "Wohngeld Bewilligung", "Wohnberechtigungsschein Erteilung", "Kindertagesbetreuung", "Schuldnerberatung",
	"Fahrerlaubnis Erteilung", "Personalausweis Ausstellung", "Kraftfahrzeug Stilllegung", "Eheschließung Anmeldung", "Pflegebedürftigkeit Feststellung",
	"Niederlassungserlaubnis Erteilung", "Suchtberatung", "Existenzgründungsberatung", "Bürgerbeteiligung", "Abfallwirtschaft",
	"Ausbildungsförderung", "Nachlassverfahren", "Einkommensteuererklärung", "Hundesteuer Anmeldung", "Bildungs- und Teilhabepaket",
	"Jagdschein Erteilung", "Anerkennung ausländischer Berufsqualifikationen", "Gewaltschutzmaßnahme", "Rechtsbehelfsbelehrung", "Katastrophenschutz",
	"Werkstattkarte Erteilung", "Wertmarke Ausstellung für Rentner", "Tierquälerei - Anzeige", "Flugplatz Genehmigung",
	"Kraftfahrzeug Ummeldung", "Zeugnis Anerkennung", "Caritasverband Köln: Schuldnerberatung", "Stadt Kassel: Müll trennen", "Personalausweis Ersatz",
}

// The golden list holds the first suggestions for 34 names, as channel and as
// video, in both forms of address. Every line was read: German a press officer
// would put out. When it changes, read it again before committing.
func TestGoldenSuggestions(t *testing.T) {
	var b strings.Builder
	lines := 0
	for _, address := range []Address{Informal, Formal} {
		c := checker(t, Options{Address: address})
		for _, kind := range []Kind{Channel, Video} {
			for _, name := range goldenNames {
				n := 5
				if address == Formal {
					n = 3
				}
				for _, s := range suggest(t, c, kind, name, n) {
					b.WriteString(strings.Join([]string{address.String(), kind.String(), name, s.Text}, "\t") + "\n")
					lines++
				}
			}
		}
	}
	assert.GreaterOrEqual(t, lines, 200)
	if *update {
		require.NoError(t, os.WriteFile("testdata/suggestions.golden", []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile("testdata/suggestions.golden")
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}

func TestSuggestionReasons(t *testing.T) {
	c := checker(t, Options{Organisations: []Organisation{{Name: "Stadt Kassel"}}})
	forms := map[string]bool{}
	for _, kind := range []Kind{Channel, Series, Video} {
		for _, name := range append(slices.Clone(goldenNames), "Stadt Kassel: Müll trennen", "Hilfe bei Umzug zwecks Arbeit der Stadt der Kinder", "Lichtbild") {
			for _, s := range suggest(t, c, kind, name, 30) {
				forms[s.Form] = true
				require.NoError(t, s.Reason().Verify(), s.Form)
				de, en := templateText(s.Form)
				assert.NotEqual(t, s.Form, de)
				assert.NotEqual(t, s.Form, en)
				assert.Contains(t, s.Reason().In(reason.German), s.Text)
				data, err := json.Marshal(s)
				require.NoError(t, err)
				assert.Contains(t, string(data), `"gain"`)
			}
		}
	}
	for _, code := range []string{fromPhrase, fromPlain, fromReplace, fromTopic, fromRest} {
		assert.True(t, forms[code], "%s never comes up", code)
	}
	for i := range templates {
		assert.True(t, forms[templates[i].code], "%s never comes up", templates[i].code)
	}
}
