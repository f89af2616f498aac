package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/casetest"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/portfolio"
)

func TestCase(t *testing.T) { casetest.Case(t, sachsen(), 120) }

var asOf = time.Date(2025, time.April, 7, 12, 0, 0, 0, time.UTC)

func read(t *testing.T, data []byte) strategy.Brief {
	t.Helper()
	b, err := strategy.ReadBrief(bytes.NewReader(data))
	require.NoError(t, err)
	return b
}

func verdicts(t *testing.T, b strategy.Brief) map[string]portfolio.Verdict {
	t.Helper()
	a, err := strategy.Assess(b, asOf)
	require.NoError(t, err)
	require.NotNil(t, a.Portfolio)
	m := map[string]portfolio.Verdict{}
	for _, d := range a.Portfolio.Decisions {
		m[d.Name] = d.Verdict
	}
	return m
}

// TestDresdenLacksHoursForTikTok: statement A2. With more hours, and nothing
// else changed, TikTok goes from watched to piloted; the hours of the crisis channels
// are never given to it.
func TestDresdenLacksHoursForTikTok(t *testing.T) {
	b := read(t, dresden)
	today := verdicts(t, b)
	assert.Equal(t, portfolio.Watch, today["TikTok"])
	assert.Equal(t, portfolio.Keep, today["Instagram"], "indispensable in a crisis")
	assert.Equal(t, portfolio.Keep, today["Facebook"], "indispensable in a crisis")

	more := b
	more.Team.HoursPerWeek = new(measure.Hours(30))
	c, err := strategy.Compare([]strategy.Variant{{Name: "today", Brief: b}, {Name: "30 hours", Brief: more}}, asOf)
	require.NoError(t, err)
	then := verdicts(t, more)
	assert.Equal(t, portfolio.Pilot, then["TikTok"])
	delete(today, "TikTok")
	delete(then, "TikTok")
	assert.Equal(t, today, then, "nothing else changes")
	require.NotEmpty(t, c.Differences[0].Reasons)
	assert.Contains(t, c.Differences[0].Reasons[0].Code(), "strategy.compare.channel")
}

// TestTheOthers: statements A1, A3, A4 and A5, as far as the library agrees.
func TestTheOthers(t *testing.T) {
	b := read(t, chancellery)
	require.Len(t, b.Channels, 25, "A1")
	state := verdicts(t, b)
	assert.Len(t, state, 25, "A1: the unit is the channel")
	assert.Equal(t, portfolio.Keep, state["X"], "A1: no thought of leaving X")

	assert.Equal(t, portfolio.KeepInReserve, verdicts(t, read(t, chemnitz))["X"], "A3")

	a := verdicts(t, read(t, zwickau))
	assert.Equal(t, map[string]portfolio.Verdict{"X": portfolio.Keep, "Instagram": portfolio.Keep, "Facebook": portfolio.Keep}, a, "A4")

	m := read(t, ministry)
	assert.Equal(t, portfolio.Recruiting, m.Channels[0].Role, "A5")
	assert.NotEmpty(t, m.Channels[0].Influencers, "A5")
	assert.Equal(t, portfolio.Keep, verdicts(t, m)["Lehrkräfte gesucht"], "A5")
}

// TestAReaderOfTheDocumentRecognisesIt: what was decided stands on the page, and
// what would flip it.
func TestAReaderOfTheDocumentRecognisesIt(t *testing.T) {
	status, page, errs := casetest.Run(t, sachsen(), "-lang", "de")
	require.Zero(t, status, errs)
	page = strings.Join(strings.Fields(page), " ")
	for statement, want := range map[string]string{
		"A1":          "25 Kanäle laufen",
		"A1 review":   "wird regelmäßig geprüft",
		"A2 crisis":   "Facebook Krise 40.000 behalten behalten gleich",
		"A2 crisis 2": "Instagram Krise 16.000 behalten behalten gleich",
		"A2 left":     "X - ? verlassen",
		"A2 TikTok":   "TikTok Alltag ? beobachten beobachten gleich",
		"A2 flip":     "mehr in der Woche hieße es „ausprobieren“ statt „beobachten“",
		"A3 reserve":  "X Reserve ? in Reserve halten in Reserve halten gleich",
		"A3 trainees": "TikTok Personal",
		"A4":          "X Alltag ? behalten behalten gleich",
		"A5":          "Ein Kreis von Influencern",
	} {
		assert.Contains(t, page, want, statement)
	}
}

func TestAHistoryNeedsItsBrief(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history.csv")
	require.NoError(t, os.WriteFile(file, []byte("published_at\n2025-01-01\n"), 0o600))
	status, out, errs := casetest.Run(t, sachsen(), "-history", file)
	assert.Equal(t, 2, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, "-brief")
}
