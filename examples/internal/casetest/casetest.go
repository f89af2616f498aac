// Package casetest holds what the tests of all the example cases share.
package casetest

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// Run runs a case and returns its exit status and what it wrote.
func Run(t *testing.T, c onepage.Case, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = c.Main(args, &out, &errs)
	return status, out.String(), errs.String()
}

// Case runs all the tests that hold for every case.
func Case(t *testing.T, c onepage.Case, mostLines int) {
	t.Run("golden", func(t *testing.T) { golden(t, c, mostLines) })
	t.Run("json", func(t *testing.T) { asJSON(t, c) })
	t.Run("marks", func(t *testing.T) { marks(t, c) })
	t.Run("bad input", func(t *testing.T) { badInput(t, c) })
}

// golden compares the page in both languages with the one that was read and
// found good; -update writes it anew.
func golden(t *testing.T, c onepage.Case, mostLines int) {
	for _, lang := range []string{"de", "en"} {
		status, page, errs := Run(t, c, "-lang", lang)
		require.Zero(t, status, errs)
		assert.Empty(t, errs)
		file := filepath.Join("testdata", lang+".golden")
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(file, []byte(page), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err, "go test -update writes it")
		assert.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), page, "go test -update writes %s anew; read what changed", file)

		lines := strings.Split(strings.TrimSpace(page), "\n")
		assert.LessOrEqual(t, len(lines), mostLines, "a page that is read")
		for _, line := range lines {
			assert.LessOrEqual(t, utf8.RuneCountInString(line), 120, line)
			assert.NotContains(t, line, "{", "a figure without a value")
			assert.NotContains(t, line, "NaN", "no number")
		}
		_, again, _ := Run(t, c, "-lang", lang)
		assert.Equal(t, page, again, "the same input, the same page")
	}
}

// asJSON: the JSON is well formed, names what was assessed and says where each input comes from.
func asJSON(t *testing.T, c onepage.Case) {
	status, out, errs := Run(t, c, "-json")
	require.Zero(t, status, errs)
	type assessment struct {
		Version int    `json:"version"`
		Name    string `json:"name"`
		Inputs  struct {
			Given   []strategy.Mark `json:"given"`
			Assumed []strategy.Mark `json:"assumed"`
		} `json:"inputs"`
	}
	var v struct {
		assessment
		Assessments []assessment `json:"assessments"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &v))
	all := v.Assessments
	if c.Brief != nil {
		all = []assessment{v.assessment}
	}
	require.NotEmpty(t, all)
	for _, a := range all {
		assert.Equal(t, strategy.Version, a.Version)
		assert.NotEmpty(t, a.Name)
		assert.NotEmpty(t, a.Inputs.Given, "inputs from the document")
		assert.NotEmpty(t, a.Inputs.Assumed, "inputs that were assumed")
	}
}

// marks: every leaf of every brief is covered by a mark, every mark covers
// something and says its source, and what is assumed names no statement as if
// it came from there alone.
func marks(t *testing.T, c onepage.Case) {
	briefs := c.Others
	if c.Brief != nil {
		briefs = append([][]byte{c.Brief}, briefs...)
	}
	require.NotEmpty(t, briefs)
	for _, data := range briefs {
		b, err := strategy.ReadBrief(bytes.NewReader(data))
		require.NoError(t, err)
		var tree map[string]any
		require.NoError(t, json.Unmarshal(data, &tree))
		delete(tree, "marks")
		all := leaves("", tree)
		used := map[string]bool{}
		for _, leaf := range all {
			covered := false
			for _, m := range b.Marks {
				if leaf == m.At || strings.HasPrefix(leaf, m.At+"/") {
					covered, used[m.At] = true, true
				}
			}
			assert.True(t, covered, "%s: no mark says where %s comes from", b.Name, leaf)
		}
		for _, m := range b.Marks {
			assert.True(t, used[m.At], "%s: the mark at %s covers nothing", b.Name, m.At)
			assert.NotEmpty(t, m.Source, "%s: %s", b.Name, m.At)
			if m.Evidence != measure.Assumed {
				assert.Regexp(t, `^[KSCFA][0-9]+\b`, m.Source, "%s: %s comes from the document", b.Name, m.At)
			}
		}
	}
}

// leaves returns the JSON Pointers of everything that holds no further value.
func leaves(at string, v any) []string {
	var list []string
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			list = append(list, leaves(at+check.Pointer(key), value)...)
		}
	case []any:
		for i, value := range v {
			list = append(list, leaves(at+check.Pointer(i), value)...)
		}
	default:
		list = append(list, at)
	}
	return list
}

// badInput: exit status 2, the place and what is accepted, nothing printed half.
func badInput(t *testing.T, c onepage.Case) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	good := write("good.json", `{"name":"Stadt Musterhausen","channels":[{"name":"Musterhausen","platform":"tiktok"}]}`)
	for _, bad := range []struct {
		args []string
		want string
	}{
		{[]string{"-brief", filepath.Join(dir, "none.json")}, "none.json"},
		{[]string{"-brief", write("empty.json", "")}, "JSON"},
		{[]string{"-brief", write("nameless.json", `{"name":""}`)}, "/name"},
		{[]string{"-brief", write("two.json", `{"name":"A","team":{"hoursPerWeek":-8},"channels":[{"name":"A","platform":"Tik Tok"}]}`)}, "/team/hoursPerWeek: -8 is out of range"},
		{[]string{"-brief", write("unknown.json", `{"name":"A","goals":{}}`)}, "/goals"},
		{[]string{"-brief", good, "-history", write("head.csv", "time\n2024-01-01\n")}, "line 1"},
		{[]string{"-brief", good, "-history", write("bad.csv", "published_at,views\n2024-01-01,5\n01.02.2024,5\n2024-01-03,many\n")}, `line 3: published_at "01.02.2024"`},
		{[]string{"-brief", good, "-history", write("bad2.csv", "published_at,views\n2024-01-01,5\n2024-01-03,many\n")}, `line 3: views "many"`},
		{[]string{"-brief", good, "-history", write("several.csv", "channel,published_at\na,2024-01-01\nb,2024-01-01\n"), "-channel", "c"}, "not in the file"},
		{[]string{"-lang", "fr"}, "fr"},
		{[]string{"-as-of", "31.12.2024"}, "31.12.2024"},
		{[]string{"more"}, `"more"`},
		{[]string{"-nonsense"}, "nonsense"},
	} {
		status, out, errs := Run(t, c, bad.args...)
		assert.Equal(t, 2, status, bad.args)
		assert.Empty(t, out, bad.args)
		assert.Contains(t, errs, bad.want, bad.args)
	}
	status, _, errs := Run(t, c, "-h")
	assert.Zero(t, status)
	assert.Contains(t, errs, "-brief")

	status, out, errs := Run(t, c, "-brief", good)
	require.Zero(t, status, errs)
	assert.Contains(t, out, "Musterhausen", "any brief is assessed")
	history := write("good.csv", "published_at,channel,views\n2030-01-01,Wege,100\n2030-01-09T12:00:00Z,Wege,\n")
	status, out, errs = Run(t, c, "-brief", good, "-history", history, "-channel", "Wege", "-lang", "en")
	require.Zero(t, status, errs)
	assert.Contains(t, out, "CONTINUITY: WEGE", "a history gives a score of continuity")
	assert.Contains(t, out, "9 January 2030", "a newer history moves the day of the page")
}
