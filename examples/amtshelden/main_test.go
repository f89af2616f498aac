package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/casetest"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/check"
)

func TestCase(t *testing.T) { casetest.Case(t, amtshelden(), 120) }

// TestAReaderOfTheInterviewRecognisesIt: the expert's questions and answers stand on the page.
func TestAReaderOfTheInterviewRecognisesIt(t *testing.T) {
	status, page, errs := casetest.Run(t, amtshelden(), "-lang", "de")
	require.Zero(t, status, errs)
	page = strings.Join(strings.Fields(page), " ")
	for statement, want := range map[string]string{
		"F1":        "TikTok verteilt nach Interesse",
		"F6":        "Die kritischen Kommentare tragen das Video weiter",
		"F9":        "Vor der Kamera: Führerscheinstelle, Auszubildende",
		"F10":       "Ändern soll sich",
		"F11":       "Die Nische: Führerschein und erstes Auto",
		"F13":       "Ohne Vorrat hält das Team",
		"F17":       "gemeinsam mit der Agentur",
		"F19":       "ohne Agentur",
		"F20 hours": "Kommentare und",
		"F20 group": "Aus der Zielgruppe im Team: Auszubildende",
	} {
		assert.Contains(t, page, want, statement)
	}
}

// TestTheInventedThread: the alarm rings because both grow, critical comments and
// reach; with the views of quiet hours it does not.
func TestTheInventedThread(t *testing.T) {
	c, err := check.Decode[strategy.Thread](bytes.NewReader(thread))
	require.NoError(t, err)
	a, err := c.Judge()
	require.NoError(t, err)
	assert.Equal(t, strategy.Spiral, a.Level)
	for i := range c.Hours {
		c.Hours[i].Views = 250
	}
	a, err = c.Judge()
	require.NoError(t, err)
	assert.Equal(t, strategy.Look, a.Level)
}
