package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func writeFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "names.tsv")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// lastLine runs a command that must succeed and returns its last line.
func lastLine(t *testing.T, do command, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.NoError(t, do(args, &stdout, &stderr))
	lines := strings.Split(strings.TrimSuffix(stdout.String(), "\n"), "\n")
	return lines[len(lines)-1]
}

func TestRunNaming(t *testing.T) {
	file := writeFile(t, "official\tplain\tsource\n"+
		"Arbeitsmarktintegration\tWege zum Job\tbrief\n"+ // shorter and better
		"Wohngeld Bewilligung\tSo beantragst du Wohngeld\tx\n"+ // longer and better, with an act
		"Hilfe\tHilfe\tequal text is left out\n"+
		"ganzheitlich\t-\tno plain name\n"+
		"Kraftfahrzeug\tMein Auto 123\tequal length\n")
	var got map[string]any
	require.NoError(t, json.Unmarshal([]byte(lastLine(t, runNaming, "-in", file)), &got))
	require.Equal(t, map[string]any{
		"pairs":  3.0,
		"models": map[string]any{"hochkant": 1.0, "shorter": 0.5, "amstad": 1.0},
		"verrichtung": map[string]any{
			"pairs": 1.0, "models": map[string]any{"hochkant": 1.0, "shorter": 0.0, "amstad": 1.0},
		},
		"equal_length": map[string]any{
			"pairs": 1.0, "models": map[string]any{"hochkant": 1.0, "shorter": 0.5, "amstad": 1.0},
		},
	}, roundShares(got))
}

// roundShares replaces 0.5000000001 and the like, and the thirds of three pairs.
func roundShares(m map[string]any) map[string]any {
	for k, v := range m {
		switch v := v.(type) {
		case float64:
			m[k] = math.Round(v*1e9) / 1e9
		case map[string]any:
			roundShares(v)
		}
	}
	return m
}

func TestRunNamingWithoutActs(t *testing.T) {
	file := writeFile(t, "official\tplain\nBürgerbeteiligung\tMitreden\n")
	line := lastLine(t, runNaming, "-in", file, "-kind", "video", "-wrong")
	require.Contains(t, line, `"verrichtung":{"pairs":0,"models":{"amstad":null,"hochkant":null,"shorter":null}}`)
}

func TestRunNames(t *testing.T) {
	plain := writeFile(t, "id\tname\n1\tWege zum Job\n2\tHilfe bei Schulden\n")
	official := writeFile(t, "name\nArbeitsmarktintegration\nErteilung der Erlaubnis\nWege zum Job\n")
	// Against the first two both win; of the third one ties and one loses: 4.5 of 6.
	require.JSONEq(t, `{"auc":0.75,"plain":2,"official":3}`, lastLine(t, runNames, "-plain", plain+":2", "-official", official+":1"))
}

func TestNamingRefuses(t *testing.T) {
	file := writeFile(t, "official\tplain\nA\tB\n\tC\n")
	empty := writeFile(t, "official\tplain\n")
	same := writeFile(t, "official\tplain\nHilfe\tHilfe\n")
	bad := writeFile(t, "official\tplain\nHilfe\t???\n")
	for _, tt := range []struct {
		do   command
		args []string
		want string
	}{
		{runNaming, nil, "want -in FILE"},
		{runNaming, []string{"-in", file}, "line 3: column 1 is missing or empty"},
		{runNaming, []string{"-in", empty}, "no names"},
		{runNaming, []string{"-in", same}, "no pairs of two different names"},
		{runNaming, []string{"-in", bad}, "line 2: /text"},
		{runNaming, []string{"-in", file, "-kind", "poem"}, "poem"},
		{runNaming, []string{"-in", filepath.Join(t.TempDir(), "none.tsv")}, "no such file"},
		{runNames, []string{"-plain", same + ":1"}, "want -plain FILE:COLUMN"},
		{runNames, []string{"-plain", same, "-official", same + ":1"}, "want FILE:COLUMN"},
		{runNames, []string{"-plain", same + ":0", "-official", same + ":1"}, "number of a column"},
		{runNames, []string{"-plain", same + ":1", "-official", same + ":7"}, "column 7 is missing"},
	} {
		var stdout, stderr bytes.Buffer
		err := tt.do(tt.args, &stdout, &stderr)
		require.ErrorContains(t, err, tt.want)
		require.Empty(t, stdout.String(), "nothing half printed")
	}
}

// Counts and values by textstat 0.7.11; the last by LanguageTool's
// GermanReadabilityRule.
func TestAmstadFormula(t *testing.T) {
	for _, tt := range []struct{ words, sentences, syllables, want float64 }{
		{14, 1, 22, 74.071},
		{16, 1, 37, 28.719},
		{1, 1, 8, -289},
		{3, 1, 4, 99},
		{4, 1, 9, 44.375},
		{10, 2, 14, 93.1},
		{5, 1, 10, 58},
		{10, 1, 16, 76.4},
		{9, 1, 11, 99.5},
		{11, 1, 25, 36.045},
	} {
		require.InDelta(t, tt.want, amstadFormula(tt.words/tt.sentences, tt.syllables/tt.words), 0.0006)
	}
	for text, want := range map[string]float64{
		"Arbeitsmarktintegration": -289, "Wege zum Job": 99, "Wege aus der Arbeitslosigkeit": 44.375, "Jeder Hund muss angemeldet werden.": 58,
		"Du brauchst Geld für die Miete? So beantragst du Wohngeld.": 93.1, "": 0, "123": 0,
	} {
		require.InDelta(t, want, amstad(text), 0.0006, text)
	}
}

// Syllables as spoken, checked by hand. The rule without a dictionary takes the
// i and the e of Daniel for one vowel, as LanguageTool does.
func TestSyllables(t *testing.T) {
	wrong := []string{}
	for _, tt := range []struct {
		word string
		want int
	}{
		{"Arbeitsmarktintegration", 8},
		{"Arbeitslosigkeit", 5},
		{"Job", 1},
		{"Wege", 2},
		{"Hilfe", 2},
		{"Geld", 1},
		{"Wohngeldantrag", 4},
		{"Führerschein", 3},
		{"Fahrerlaubnis", 4},
		{"Meldebescheinigung", 6},
		{"Wohnsitzanmeldung", 5},
		{"Heiraten", 3},
		{"Bereitstellung", 4},
		{"Niederlassungserlaubnis", 7},
		{"Kindertagesstätte", 6},
		{"Kita", 2},
		{"Bürgergeld", 3},
		{"Rechtsbehelfsbelehrung", 6},
		{"Daniel", 3},
		{"Beamtin", 3},
		{"beantragen", 4},
		{"anmelden", 3},
		{"finden", 2},
		{"Einbürgerung", 4},
		{"Jugendamt", 3},
		{"Caritasverband", 5},
		{"aktuell", 3},
		{"Aue", 2},
		{"Abend", 2},
		{"Europa", 3},
	} {
		if syllables(tt.word) != tt.want {
			wrong = append(wrong, tt.word)
		}
	}
	require.Equal(t, []string{"Daniel"}, wrong)
}
