package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/casetest"
)

func TestCase(t *testing.T) { casetest.Case(t, kas(), 120) }

// TestAReaderOfTheDocumentRecognisesIt: what the foundation says stands on the page.
func TestAReaderOfTheDocumentRecognisesIt(t *testing.T) {
	status, page, errs := casetest.Run(t, kas(), "-lang", "de")
	require.Zero(t, status, errs)
	for statement, want := range map[string]string{
		"K1":    "Rund 26 % der Nutzenden von TikTok sind 10 bis 29 Jahre alt",
		"K2":    "öffnet es 8 bis 10 Mal am Tag",
		"K3":    "Ein Versuch mit 3 Bilanzen",
		"K5":    "Keine bezahlte Werbung",
		"K6":    "2 Kriterien für das Ende",
		"K7":    "Mit befreundeten Häusern",
		"K8":    "Tagesthemen bleiben draußen",
		"K8,C5": "Die Quellen sind sich nicht einig",
		"K9":    "Gegengewicht",
		"C1":    "Beides zugleich kann nicht stimmen",
	} {
		assert.Contains(t, page, want, statement)
	}
}
