package naming

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestGermanLexicon(t *testing.T) {
	lx, err := German()
	require.NoError(t, err)
	forms, fields, official := map[string]bool{}, map[string]int{}, 0
	for _, e := range lx.Entries() {
		assert.NotEmpty(t, e.Source, e.Form)
		form := formOf(e)
		assert.False(t, forms[form], "%s is there twice", e.Form)
		forms[form] = true
		if e.Kind == Everyday {
			continue
		}
		official++
		if e.Topic != "" {
			fields[situations[situationIndex(e.Topic)].Field]++
		}
	}
	assert.GreaterOrEqual(t, official, 400)
	assert.Len(t, fields, 14)
	for field, n := range fields {
		assert.GreaterOrEqual(t, n, 20, field)
	}
}

// The complete names of the lexicon are the best it has: none may have a
// warning or score below the user's view.
func TestPhrasesOfTheLexiconAreGoodNames(t *testing.T) {
	c := checker(t, Options{})
	for _, e := range c.lx.Entries() {
		for _, p := range e.Phrases {
			r := report(t, c, Video, p)
			for _, f := range r.Findings {
				assert.Less(t, f.Severity, Warning, "%q: %s %q", p, f.Rule, f.Match)
			}
			assert.GreaterOrEqual(t, r.Score, 58, "%q: %v", p, r.Contributions)
		}
	}
}

func TestTasksOfTheLexiconUseKnownVerbs(t *testing.T) {
	lx, err := German()
	require.NoError(t, err)
	for i, s := range lx.parsed {
		if s.hasTask {
			assert.True(t, s.task.known, "%s: %s", lx.entries[i].Form, s.task.last)
			if s.task.hasObject && s.task.object.article != bare {
				assert.NotZero(t, s.task.object.gender, lx.entries[i].Form)
			}
		}
	}
}

func TestSituations(t *testing.T) {
	list := Situations()
	assert.Len(t, list, 55) // OZG catalogue 2019-10
	fields := map[string]bool{}
	c := checker(t, Options{})
	for _, s := range list {
		fields[s.Field] = true
		r := report(t, c, Channel, s.Channel)
		assert.Less(t, r.Worst(), Error, "%q %v", s.Channel, r.Findings)
		assert.GreaterOrEqual(t, r.Score, 60, "%q %v", s.Channel, r.Contributions)
		assert.False(t, report(t, c, Channel, s.Name).Has(OrganisationFirst), s.Name)
	}
	assert.Len(t, fields, 14)
	list[0].Name = "changed"
	assert.NotEqual(t, "changed", Situations()[0].Name)
}

func TestLaterPackWins(t *testing.T) {
	lx, err := German()
	require.NoError(t, err)
	before := len(lx.Entries())
	entry := Entry{Form: "arbeitsmarktintegration", Kind: Official, Plain: []string{"Job finden"}, Source: "town"}
	next, err := lx.With(Pack{[]Entry{entry}}, Pack{[]Entry{{Form: "Heinzelamt", Kind: Official, Source: "town"}}})
	require.NoError(t, err)
	assert.Len(t, next.Entries(), before+1)
	assert.Len(t, lx.Entries(), before, "the first lexicon is not changed")
	c := checker(t, Options{Lexicon: next})
	assert.Equal(t, []string{"Job finden"}, report(t, c, Channel, "Arbeitsmarktintegration").Findings[0].Suggest)
	assert.True(t, report(t, c, Channel, "Das Heinzelamt").Has(Jargon))
	_, err = lx.With(Pack{}, Pack{[]Entry{{Form: "x", Kind: 99, Source: "y"}}})
	assert.ErrorContains(t, err, "/packs/1/entries/0/kind")
}

const packTSV = "form\tkind\ttopic\tplain\tphrases\tobject\tverb\toutcome\tsource\n" +
	"# words of our town\n" +
	"Stadtteilmanagement\tofficial\tWohnen & Umzug\tHilfe im Viertel | Viertelbüro\tWas fehlt in deinem Viertel?\t\t\t\town wording\n" +
	"\n" +
	"Pfandkreislauf\tofficial\t\t\t\tFlasche/fi\tabgeben\tPfand/n\tour waste office, 2026\n"

func TestReadPackTSV(t *testing.T) {
	p, err := ReadPackTSV(strings.NewReader("\ufeff" + strings.ReplaceAll(packTSV, "\n", "\r\n")))
	require.NoError(t, err)
	assert.Equal(t, Pack{[]Entry{
		{Form: "Stadtteilmanagement", Kind: Official, Topic: "Wohnen & Umzug", Plain: []string{"Hilfe im Viertel", "Viertelbüro"}, Phrases: []string{"Was fehlt in deinem Viertel?"}, Source: "own wording"},
		{Form: "Pfandkreislauf", Kind: Official, Need: Need{Object: "Flasche/fi", Verb: "abgeben", Outcome: "Pfand/n"}, Source: "our waste office, 2026"},
	}}, p)
}

func TestReadPackTSVNamesTheLine(t *testing.T) {
	for _, tt := range []struct {
		tsv  string
		kind error
		want []string
	}{
		{"", check.ErrRequired, []string{"is required: want a header line"}},
		{"form\tkind\n", check.ErrRequired, []string{"/line/1: is required: want a column source"}},
		{"form\tkind\tsource\tcolour\tform\n", check.ErrUnknown, []string{`/line/1: "colour" is not known`, `/line/1: "form" occurs twice`}},
		{"form\tkind\tsource\nA\tofficial\tx\ty\n", check.ErrSyntax, []string{"/line/2: "}},
		{"form\tkind\tsource\nA\tfunny\tx\nB\tofficial\tx\nC\tFunny\tx\n", check.ErrUnknown, []string{`/line/2/kind: "funny"`, `/line/4/kind: "Funny"`}},
		{"form\tkind\tsource\n\tofficial\tx\n", check.ErrRequired, []string{"/line/2/form"}},
		{"form\tkind\tsource\nA\tofficial\n", check.ErrRequired, []string{"/line/2/source"}},
		{"form\tkind\tsource\tobject\tverb\ttopic\nA\tofficial\tx\tJob/q\tJob/m finden\tnowhere\n", check.ErrSyntax, []string{"/line/2/object", "/line/2/verb", "/line/2/topic"}},
		{"form\tkind\tsource\n" + strings.Repeat("x", 101) + "\tofficial\tx\n", check.ErrLimit, []string{"/line/2/form"}},
		{strings.Repeat("#\n", 1<<19+1), check.ErrLimit, []string{"at most 1 MiB"}},
	} {
		_, err := ReadPackTSV(strings.NewReader(tt.tsv))
		require.Error(t, err, tt.tsv[:min(len(tt.tsv), 60)])
		assert.ErrorIs(t, err, tt.kind)
		for _, want := range tt.want {
			assert.ErrorContains(t, err, want)
		}
	}
}

func TestReadPackJSON(t *testing.T) {
	p, err := ReadPackJSON(strings.NewReader(`{"entries":[{"form":"Kulturkiez","kind":"everyday","source":"own wording","need":{"outcome":"Kiez/m"}}]}`))
	require.NoError(t, err)
	assert.Equal(t, Pack{[]Entry{{Form: "Kulturkiez", Kind: Everyday, Need: Need{Outcome: "Kiez/m"}, Source: "own wording"}}}, p)
	for text, want := range map[string]string{
		`{"entries":[{"form":"A","kind":"official"}]}`:                                          "/entries/0/source",
		`{"entries":[{"form":"A","kind":"official","source":"x","colour":1}]}`:                  "/entries/0/colour",
		`{"entries":[{"form":"A","kind":"funny","source":"x"}]}`:                                "/entries/0/kind",
		`{"entries":[{"form":"A","kind":"official","source":"x","phrases":["ok",""]}]}`:         "/entries/0/phrases/1",
		`{"entries":[{"form":"A","kind":"official","source":"x","need":{"outcome":"Job/qq"}}]}`: "/entries/0/outcome",
		`[]`: "",
	} {
		_, err := ReadPackJSON(strings.NewReader(text))
		assert.ErrorContains(t, err, want, text)
	}
}

func FuzzReadPackTSV(f *testing.F) {
	f.Add(packTSV)
	f.Add("form\tkind\tsource\nJob/m\teveryday\tx\n")
	f.Add("form\tkind\tsource\tverb\nA\tofficial\tx\tsich lassen lassen\n")
	f.Add("kind\tform\tsource\nofficial\t-\tx\n")
	empty := &Lexicon{}
	f.Fuzz(func(t *testing.T, text string) {
		usePack(t, empty, text, func(s string) (Pack, error) { return ReadPackTSV(strings.NewReader(s)) })
	})
}

func FuzzReadPackJSON(f *testing.F) {
	f.Add(`{"entries":[{"form":"Kulturkiez","kind":"everyday","source":"own wording"}]}`)
	f.Add(`{"entries":[{"form":"A/m B","kind":"paper","source":"x","plain":["b"],"need":{"object":"C","verb":"lassen"}}]}`)
	empty := &Lexicon{}
	f.Fuzz(func(t *testing.T, text string) {
		usePack(t, empty, text, func(s string) (Pack, error) { return ReadPackJSON(strings.NewReader(s)) })
	})
}

// usePack holds that a pack that was read can be used: a name of its first form
// is checked and gets suggestions.
func usePack(t *testing.T, lx *Lexicon, text string, read func(string) (Pack, error)) {
	p, err := read(text)
	if err != nil {
		return
	}
	next, err := lx.With(p)
	if err != nil {
		t.Fatalf("a pack that was read is refused: %v", err)
	}
	c, err := New(Options{Language: "de", Lexicon: next})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range p.Entries[:min(len(p.Entries), 1)] {
		form, _, _ := strings.Cut(e.Form, "/")
		_, _ = c.Suggest(Name{Text: form, Kind: Video}, 5)
	}
}
