package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/casetest"
)

func TestCase(t *testing.T) { casetest.Case(t, kassel(), 120) }

// TestAReaderOfThePressReleaseRecognisesIt: what the city says stands on the page.
func TestAReaderOfThePressReleaseRecognisesIt(t *testing.T) {
	status, page, errs := casetest.Run(t, kassel(), "-lang", "de")
	require.Zero(t, status, errs)
	page = strings.Join(strings.Fields(page), " ")
	for statement, want := range map[string]string{
		"S1":          "zählen zusammen 82.000, aber das sind nicht 82.000 Menschen",
		"S2":          "Mehr als 50 % der 14- bis 19-Jährigen nutzen TikTok regelmäßig: ein Anteil an der Altersgruppe",
		"S3 election": "am 9. Juni 2024, ist Wahl",
		"S4":          "Nachrichten aus sozialen Medien holen sich jede Woche 50 %",
		"S5":          "Hinter den Kulissen im Rathaus",
		"S6":          "Aufruf zur Wahl",
		"S7":          "mit der Plattform und ihrer Kritik befasst",
		"S8":          "interne Daten",
	} {
		assert.Contains(t, page, want, statement)
	}
}
