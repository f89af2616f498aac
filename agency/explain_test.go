package agency

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/reason"
)

var digits = regexp.MustCompile(`\d[\d.,]*`)

// allReasons are all sentences of a decision.
func allReasons(d Decision) []reason.Reason {
	all := append([]reason.Reason{}, d.Reasons...)
	for _, o := range d.Options {
		for _, s := range o.Scores {
			all = append(all, s.Reason)
		}
		for _, c := range o.Checks {
			all = append(all, c.Reason, c.Remedy)
		}
		all = append(all, o.Award.Reason)
	}
	for _, f := range d.Flips {
		all = append(all, f.Reason)
	}
	for _, g := range d.Gaps {
		all = append(all, g.Reason)
	}
	for _, q := range d.AskFirst {
		all = append(all, q.Reason)
	}
	for _, a := range d.Assumptions {
		all = append(all, a.Reason)
	}
	if p := d.Path; p != nil {
		all = append(append(append(all, p.Reason), p.Exit...), p.Clauses...)
	}
	return all
}

// Every number in a sentence is one of the figures the sentence was made from.
// Numbers in names of laws are no figures.
func TestEveryNumberIsAFigure(t *testing.T) {
	law := strings.NewReplacer("Art. 28", "", "Nr. 3", "", "no. 3", "")
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		var options []DecideOption
		if rapid.IntRange(0, 9).Draw(t, "simulate") == 0 {
			options = append(options, WithSimulation(200, rand.NewPCG(1, 2)))
		}
		d, err := Decide(c, options...)
		require.NoError(t, err)
		for _, r := range allReasons(d) {
			for _, l := range reason.Langs() {
				var figures strings.Builder
				for _, f := range r.Figures() {
					figures.WriteString(" " + f.In(l))
				}
				text := law.Replace(r.In(l))
				require.NotContains(t, text, "{")
				for _, n := range digits.FindAllString(text, -1) {
					require.Contains(t, figures.String(), strings.TrimRight(n, ".,"), "%s: %s", r.Code(), text)
				}
			}
		}
	})
}

// The figures of the explanation stand in the decision too.
func TestFiguresOfTheExplanationStandInTheDecision(t *testing.T) {
	d := decide(t, town(), WithSimulation(1000, rand.NewPCG(1, 2)))
	best := d.Option(d.Recommended)
	want := map[string]float64{
		"total": best.Cost.Total.Float(), "own": best.Cost.Own.Float(), "perVideo": best.Cost.PerVideo.Float(), "hours": float64(best.OwnHours), "agency": float64(best.Agency),
		"probability": float64(d.Probability), "draws": float64(d.Robustness.Draws), "clear": float64(d.Thresholds.Clear), "lean": float64(d.Thresholds.Lean),
	}
	seen := 0
	for _, r := range d.Reasons[:2] {
		for _, f := range r.Figures() {
			if w, ok := want[f.Name()]; ok {
				v, _ := f.Value()
				tol := 1e-9
				if f.Name() == "total" || f.Name() == "own" || f.Name() == "perVideo" {
					tol = 0.5 // sentences are in whole euros
				}
				near(t, w, v, tol, f.Name())
				seen++
			}
		}
	}
	assert.Equal(t, len(want), seen)
}

func TestExplanationOfTheTown(t *testing.T) {
	d := decide(t, town())
	assert.Equal(t, []string{
		"Empfehlung (klar): „gemeinsam mit der Agentur“. Nur dieses Modell passt und ist bezahlbar, wenn alle Eingaben in der Mitte liegen.",
		"Das kostet 66.650 € in 12 Monaten, davon 26.393 € für eigene Stunden, und 1.282 € je Video; das Team braucht 6,3 Stunden je Woche, die Agentur 5,5.",
		"Stärke: Nähe (100 von 100 Punkten). Schwäche: Schnelligkeit (25 von 100).",
		"„selbst machen“ scheitert an: eigene Stunden.",
		"Das Modell braucht 10,3 eigene Stunden je Woche, vorhanden sind 8.",
	}, d.Explain(reason.German)[:5])
	assert.Equal(t, "Recommended (clear): “do it with the agency”. Only this model fits and can be paid for when all inputs take their middle values.", d.Explain(reason.English)[0])
}
