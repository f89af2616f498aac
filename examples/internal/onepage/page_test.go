package onepage

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func sentence(n int64) reason.Reason {
	return reason.New("test.sentence", "Es {n:ist|sind}.", "It is {n:one|many}.", nil, reason.Count("n", n))
}

func TestNoSentenceStandsTwiceAndNoHeadingStandsAlone(t *testing.T) {
	var b strings.Builder
	p := &Page{w: &b, Lang: reason.English}
	p.Heading("Erstens", "First")
	p.Reasons(sentence(1), sentence(2), sentence(1))
	p.Heading("Zweitens", "Second")
	p.Reasons(sentence(1))
	p.Heading("Drittens", "Third")
	p.Most(1, sentence(2), sentence(3), sentence(4))
	assert.Equal(t, "\nFIRST\n- It is 1 one.\n- It is 2 many.\n\nTHIRD\n- It is 3 many.\n", b.String())
}

func TestWrap(t *testing.T) {
	var b strings.Builder
	p := &Page{w: &b, Lang: reason.German}
	p.Item(strings.Repeat("Behörde ", 40))
	for i, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), width)
		if i > 0 {
			assert.True(t, strings.HasPrefix(line, "  Behörde"), line)
		}
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	p := &Page{w: &b, Lang: reason.German}
	p.Table([]string{"Kanal", "sagt"}, []string{"Züri", "ja"}, []string{"X", ""})
	assert.Equal(t, "Kanal  sagt\n-----------\nZüri   ja\nX\n", b.String())
}

// TestInputs: notes in the language of the page, every source once, with the parts of the brief it stands for.
func TestInputs(t *testing.T) {
	marks := strategy.Inputs{
		Given: []strategy.Mark{{At: "/name", Evidence: measure.Measured, Source: "K3"}, {At: "/goal/kinds", Evidence: measure.Measured, Source: "K3"}},
		Assumed: []strategy.Mark{
			{At: "/team/hoursPerWeek", Evidence: measure.Assumed, Source: "acht Stunden | eight hours"}, {At: "/other", Evidence: measure.Assumed},
		},
	}
	all := []Result{{Assessment: strategy.Assessment{Inputs: marks}}, {Brief: strategy.Brief{Name: "B"}, Assessment: strategy.Assessment{Inputs: strategy.Inputs{Unmarked: true}}}}
	for lang, want := range map[reason.Lang][]string{
		reason.German:  {"K3 (Name, Ziel)", "acht Stunden (Team) · /other", "B: Der Steckbrief sagt es von keiner Angabe."},
		reason.English: {"K3 (name, goal)", "eight hours (team) · /other", "B: the brief says it of none of them."},
	} {
		var b strings.Builder
		(&Page{w: &b, Lang: lang}).inputs(all)
		for _, w := range want {
			assert.Contains(t, b.String(), w)
		}
	}
}
