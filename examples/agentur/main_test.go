package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func call(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestOnePageInBothLanguages(t *testing.T) {
	for lang, wants := range map[string][]string{
		"de": {"Musterstadt: Mit Agentur oder ohne?", "Empfehlung (klar): „gemeinsam mit der Agentur“", "Das Modell braucht 9,8 eigene Stunden je Woche, vorhanden sind 8."},
		"en": {"With an agency or without?", "Recommended (clear): “do it with the agency”", "The model needs 9.8 hours of in-house work a week, there are 8."},
	} {
		code, out, errs := call(t, "-lang", lang)
		require.Zero(t, code, errs)
		assert.Empty(t, errs)
		for _, want := range wants {
			assert.Contains(t, out, want)
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		assert.LessOrEqual(t, len(lines), 66, "one page")
		for _, l := range lines {
			assert.LessOrEqual(t, utf8.RuneCountInString(l), 120, l)
			assert.NotContains(t, l, "{")
		}
		_, again, _ := call(t, "-lang", lang)
		assert.Equal(t, out, again, "equal cases give equal pages")
	}
}

func TestJSON(t *testing.T) {
	code, out, errs := call(t, "-json")
	require.Zero(t, code, errs)
	var d map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Equal(t, "do it with you", d["recommended"])
	assert.Equal(t, "clear", d["verdict"])
}

func TestBrief(t *testing.T) {
	file := filepath.Join(t.TempDir(), "case.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"organisation":{},"need":{"videosPerWeek":1,"horizonMonths":12}}`), 0o600))
	code, out, errs := call(t, "-brief", file, "-draws", "0")
	require.Zero(t, code, errs)
	assert.Contains(t, out, "unbekannt")
}

// Bad input: exit status 2, the place and what is accepted, nothing half printed.
func TestBadInput(t *testing.T) {
	file := filepath.Join(t.TempDir(), "case.json")
	for name, c := range map[string]struct{ text, want string }{
		"empty":        {``, "JSON"},
		"unknown key":  {`{"organisation":{"hours":8},"need":{"videosPerWeek":1,"horizonMonths":12}}`, "/organisation/hours"},
		"out of range": {`{"organisation":{"hoursPerWeek":-1},"need":{"videosPerWeek":1,"horizonMonths":12}}`, "/organisation/hoursPerWeek: -1 is out of range"},
	} {
		require.NoError(t, os.WriteFile(file, []byte(c.text), 0o600))
		code, out, errs := call(t, "-brief", file)
		assert.Equal(t, 2, code, name)
		assert.Empty(t, out, name)
		assert.Contains(t, errs, c.want, name)
	}
	for _, args := range [][]string{{"-brief", file + "x"}, {"-lang", "fr"}, {"-draws", "5"}, {"more"}, {"-nonsense"}} {
		code, out, errs := call(t, args...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, out, args)
		assert.NotEmpty(t, errs, args)
	}
}
