package naming

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNounAfterPreposition(t *testing.T) {
	for _, tt := range []struct{ noun, preposition, want string }{
		{"Job/m", "zu", "zum Job"},
		{"Wohnung/f", "zu", "zur Wohnung"},
		{"Studium/n", "zu", "zum Studium"},
		{"Schulden/p", "zu", "zu den Schulden"},
		{"Umzug/m", "bei", "beim Umzug"},
		{"Jobsuche/f", "bei", "bei der Jobsuche"},
		{"Schulden/p0", "bei", "bei Schulden"},
		{"Kinder/p", "bei", "bei den Kindern"},
		{"Kinder/p0", "bei", "bei Kindern"},
		{"Jobs/p0", "bei", "bei Jobs"},
		{"Arbeitslosigkeit", "aus", "aus der Arbeitslosigkeit"}, // gender by its suffix
		{"Ausland/n", "aus", "aus dem Ausland"},
		{"Zoll/m", "von", "vom Zoll"},
	} {
		n, ok := parseNoun(tt.noun)
		require.True(t, ok, tt.noun)
		got, ok := n.after(tt.preposition)
		assert.True(t, ok, tt.noun)
		assert.Equal(t, tt.want, got)
	}
}

func TestNounOfUnknownGenderIsNotGuessed(t *testing.T) {
	n, ok := parseNoun("Schein")
	require.True(t, ok)
	_, ok = n.after("zu")
	assert.False(t, ok)
	_, ok = n.withArticle("dein")
	assert.False(t, ok)
	for _, bad := range []string{"", "/m", "Job/", "Job/q", "Job/mq", "Job/m0i"} {
		_, ok := parseNoun(bad)
		assert.False(t, ok, bad)
	}
}

func TestGenderBySuffix(t *testing.T) {
	for w, want := range map[string]gender{
		"wohnung": feminine, "freiheit": feminine, "möglichkeit": feminine, "nachbarschaft": feminine, "station": feminine, "universität": feminine,
		"tourismus": masculine, "flüchtling": masculine, "mädchen": neuter, "brötchen": neuter,
		"zeugnis": 0, "vater": 0, "name": 0, "sprung": 0, "ursprung": 0, "schwung": 0, "kuchen": 0, "kirchen": 0, "küchen": 0,
	} {
		assert.Equal(t, want, genderBySuffix(w), w)
	}
}

func TestTask(t *testing.T) {
	vs := newVerbs()
	for _, tt := range []struct{ object, verb, title, how, formal, question string }{
		{"Wohnung/fd", "anmelden", "Wohnung anmelden", "So meldest du deine Wohnung an", "So melden Sie Ihre Wohnung an", "Wie melde ich meine Wohnung an?"},
		{"Wohngeld/n0", "beantragen", "Wohngeld beantragen", "So beantragst du Wohngeld", "So beantragen Sie Wohngeld", "Wie beantrage ich Wohngeld?"},
		{"Kita-Platz/mi", "finden", "Kita-Platz finden", "So findest du einen Kita-Platz", "So finden Sie einen Kita-Platz", "Wie finde ich einen Kita-Platz?"},
		{"Abschluss/md", "anerkennen lassen", "Abschluss anerkennen lassen", "So lässt du deinen Abschluss anerkennen", "So lassen Sie Ihren Abschluss anerkennen", "Wie lasse ich meinen Abschluss anerkennen?"},
		{"", "sich arbeitslos melden", "Arbeitslos melden", "So meldest du dich arbeitslos", "So melden Sie sich arbeitslos", "Wie melde ich mich arbeitslos?"},
		{"", "sich impfen lassen", "Sich impfen lassen", "So lässt du dich impfen", "So lassen Sie sich impfen", "Wie lasse ich mich impfen?"},
		{"Müll/m0", "richtig trennen", "Müll richtig trennen", "So trennst du Müll richtig", "So trennen Sie Müll richtig", "Wie trenne ich Müll richtig?"},
		{"Beruf/md", "wechseln", "Beruf wechseln", "So wechselst du deinen Beruf", "So wechseln Sie Ihren Beruf", "Wie wechsle ich meinen Beruf?"},
		{"Namen/md", "ändern", "Namen ändern", "So änderst du deinen Namen", "So ändern Sie Ihren Namen", "Wie ändere ich meinen Namen?"},
		{"Schulden/pd", "loswerden", "Schulden loswerden", "So wirst du deine Schulden los", "So werden Sie Ihre Schulden los", "Wie werde ich meine Schulden los?"},
		{"Steuern/pd", "berechnen", "Steuern berechnen", "So berechnest du deine Steuern", "So berechnen Sie Ihre Steuern", "Wie berechne ich meine Steuern?"},
		{"Haus/n", "abreißen", "Haus abreißen", "So reißt du das Haus ab", "So reißen Sie das Haus ab", "Wie reiße ich das Haus ab?"},
	} {
		task, ok := parseTask(tt.verb, vs)
		require.True(t, ok, tt.verb)
		if tt.object != "" {
			task.object, task.hasObject = must(parseNoun(tt.object)), true
		}
		assert.Equal(t, tt.title, task.title())
		how, ok := task.how(Informal)
		assert.True(t, ok)
		assert.Equal(t, tt.how, how)
		formal, _ := task.how(Formal)
		assert.Equal(t, tt.formal, formal)
		question, _ := task.question()
		assert.Equal(t, tt.question, question)
	}
}

func must[T any](v T, ok bool) T {
	if !ok {
		panic("not ok")
	}
	return v
}

func TestVerbsAreNeverGuessed(t *testing.T) {
	task, ok := parseTask("prokrastinieren", newVerbs())
	require.True(t, ok)
	assert.Equal(t, "Prokrastinieren", task.title())
	_, ok = task.how(Informal)
	assert.False(t, ok)
	_, ok = task.question()
	assert.False(t, ok)
}

func TestVerbForms(t *testing.T) {
	vs := newVerbs()
	for w, want := range map[string][3]string{ // prefix, ich, du
		"anmelden":       {"an", "melde", "meldest"},
		"zurückbekommen": {"zurück", "bekomme", "bekommst"},
		"beantragen":     {"", "beantrage", "beantragst"},
		"eintragen":      {"ein", "trage", "trägst"},
		"öffnen":         {"", "öffne", "öffnest"},
		"heizen":         {"", "heize", "heizt"},
		"sammeln":        {"", "sammle", "sammelst"},
		"verlängern":     {"", "verlängere", "verlängerst"},
		"anerkennen":     {"an", "erkenne", "erkennst"},
		"mitreden":       {"mit", "rede", "redest"},
		"unterschreiben": {"", "unterschreibe", "unterschreibst"},
		"lernen":         {"", "lerne", "lernst"},
		"filmen-x":       {},
	} {
		v, ok := vs.find(w)
		assert.Equal(t, want[1] != "", ok, w)
		assert.Equal(t, want, [3]string{v.prefix, v.first, v.second}, w)
	}
	for base, v := range vs {
		assert.NotEmpty(t, v.first, base)
		assert.NotEmpty(t, v.second, base)
		assert.Equal(t, base, v.base)
	}
}

// Hand-made splits: the README and tests of danielnaber/jwordsplitter
// (its exceptions), and words of offices.
func TestParts(t *testing.T) {
	lx, err := German()
	require.NoError(t, err)
	for word, want := range map[string][]string{
		"Donaudampfschifffahrtskapitän": {"Donau", "dampf", "schifffahrts", "kapitän"},
		"Notendurchschnitt":             {"Noten", "durchschnitt"},
		"Fahrzeugstaus":                 {"Fahrzeug", "staus"},
		"Sünderecke":                    {"Sünder", "ecke"},
		"Vereinsamen":                   {"Vereinsamen"},
		"Bruttorentenniveau":            {"Brutto", "renten", "niveau"},
		"Arbeitsmarktintegration":       {"Arbeits", "markt", "integration"},
		"Wohnberechtigungsschein":       {"Wohn", "berechtigungs", "schein"},
		"Kita-Platz":                    {"Kita-Platz"},
		"Xyzzy":                         {"Xyzzy"},
		"zwei Wörter":                   {"zwei Wörter"},
	} {
		assert.Equal(t, want, lx.Parts(word), word)
	}
}
