package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/examples/internal/casetest"
)

func TestCase(t *testing.T) { casetest.Case(t, zivilgesellschaft(), 125) }

// TestAReaderOfTheArticleRecognisesIt: what the article says stands on the page.
func TestAReaderOfTheArticleRecognisesIt(t *testing.T) {
	status, page, errs := casetest.Run(t, zivilgesellschaft(), "-lang", "de")
	require.Zero(t, status, errs)
	page = strings.Join(strings.Fields(page), " ")
	for statement, want := range map[string]string{
		"C1":       "Beides zugleich kann nicht stimmen",
		"C5":       "Aktuelles wird aufgegriffen",
		"C6":       "Angekündigte Pause seit dem 21. Dezember 2022",
		"C6 open":  "hält aber das Publikum nicht",
		"C7":       "über 34.000 Aufrufe für eines der stärksten von 46 Videos. Das ist ein Höchstwert, kein Mittelwert",
		"C7 other": "über 60.000 Aufrufe",
		"C2":       "in 16 von 30 Stunden",
		"C8":       "allein schafft es der Beste der 12",
		"C10":      "„Wege zum Job“ nennt das Ziel",
		"C10 too":  "„Wege aus der Arbeitslosigkeit“",
		"C11":      "Mal „Stellen der Woche“ eines Trägers",
		"C12":      "Stunden Abstimmung je Träger und Woche",
		"C13":      "Am meisten erreichen 11 von 12",
		"C14":      "Beobachten: Wie viele Menschen Snapchat",
	} {
		assert.Contains(t, page, want, statement)
	}
}

// TestTheStoppedChannel: paused without an end, dormant, no score today; its best video
// is no ordinary one, and the best of an unknown number changes nothing.
func TestTheStoppedChannel(t *testing.T) {
	status, out, errs := casetest.Run(t, zivilgesellschaft(), "-json")
	require.Zero(t, status, errs)
	var v struct {
		Case struct {
			Alliance struct {
				Best struct {
					Carriers []string `json:"carriers"`
				} `json:"best"`
				Rotation struct {
					Slots []string `json:"slots"`
				} `json:"rotation"`
			} `json:"alliance"`
			Warnings []struct {
				Next struct{ P10, P50, P90 float64 } `json:"next"`
			} `json:"warnings"`
			Stopped []struct {
				Report struct {
					Standing struct {
						Status string `json:"status"`
					} `json:"standing"`
					Dormant bool `json:"dormant"`
					Score   any  `json:"score"`
				} `json:"report"`
			} `json:"stopped"`
		} `json:"case"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &v))
	require.Len(t, v.Case.Stopped, 1)
	r := v.Case.Stopped[0].Report
	assert.Equal(t, "paused open", r.Standing.Status)
	assert.True(t, r.Dormant)
	assert.Nil(t, r.Score, "a pause without an end has no score")

	require.Len(t, v.Case.Warnings, 2)
	best, unknown := v.Case.Warnings[0].Next, v.Case.Warnings[1].Next
	assert.Less(t, best.P50, 34_000., "the best is not the ordinary")
	assert.Greater(t, best.P10, unknown.P10, "but it says that the channel is no small one")

	assert.Len(t, v.Case.Alliance.Best.Carriers, 11, "the one that is not willing stays out")
	assert.NotContains(t, v.Case.Alliance.Best.Carriers, "Wohnungslosenhilfe")
	own := 0
	for _, name := range v.Case.Alliance.Rotation.Slots {
		if name != "" {
			own++
		}
	}
	assert.LessOrEqual(t, 4*own, len(v.Case.Alliance.Rotation.Slots), "a quarter at most")
	assert.Positive(t, own)
}
