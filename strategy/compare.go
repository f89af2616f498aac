package strategy

import (
	"slices"
	"strconv"
	"time"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Variant is a brief under a name, to be compared with others.
type Variant struct {
	Name  string `json:"name"`
	Brief Brief  `json:"brief"`
}

// MaxVariants is the largest number of variants compared at once.
const MaxVariants = 12

// Comparison is what several variants come to.
type Comparison struct {
	Assessments []Assessment `json:"assessments"` // in the order of the variants
	// Differences say, for every variant but the first, what it changes against the first.
	Differences []Difference `json:"differences"`
}

// Difference is what one variant changes against the first.
type Difference struct {
	Variant string          `json:"variant"`
	Settled []string        `json:"settled"` // codes of findings that the first has and it has not
	New     []string        `json:"new"`     // codes of findings that it has and the first has not
	Reasons []reason.Reason `json:"reasons"`
}

// Compare assesses variants of a brief as of one time and explains what they
// change against the first: reach, rhythm, agency model, what to do with each
// channel, and findings. At least two variants are wanted, each with a name of
// its own. The problems of a variant are placed below its index.
func Compare(variants []Variant, asOf time.Time, options ...Option) (Comparison, error) {
	var l check.List
	if len(variants) < 2 || len(variants) > MaxVariants {
		l.Add("", check.ErrLimit, len(variants), "2 to "+strconv.Itoa(MaxVariants)+" variants")
		return Comparison{}, l.Err()
	}
	var c Comparison
	for i, v := range variants {
		at := check.Pointer(i)
		if l.NotEmpty(at+"/name", v.Name, "a name for the variant") && slices.IndexFunc(variants, func(w Variant) bool { return w.Name == v.Name }) < i {
			l.Add(at+"/name", check.ErrDuplicate, v.Name, "every name once")
		}
		a, err := Assess(v.Brief, asOf, options...)
		l.Merge(at+"/brief", err)
		c.Assessments = append(c.Assessments, a)
	}
	if err := l.Err(); err != nil {
		return Comparison{}, err
	}
	for i, v := range variants[1:] {
		c.Differences = append(c.Differences, differ(variants[0].Name, v.Name, c.Assessments[0], c.Assessments[i+1]))
	}
	return c, nil
}

func differ(first, name string, a, b Assessment) Difference {
	d := Difference{Variant: name, Settled: only(a, b), New: only(b, a)}
	say := func(code, de, en string, figures ...reason.Figure) {
		d.Reasons = append(d.Reasons, reason.New("strategy.compare."+code, de, en, nil,
			append([]reason.Figure{reason.Text("variant", name), reason.Text("first", first)}, figures...)...))
	}
	if a.Forecast != nil && b.Forecast != nil {
		say("reach", "„{variant}“ erreicht {b} Menschen der Zielgruppe, „{first}“ {a}.", "“{variant}” reaches {b} people of the target group, “{first}” {a}.",
			reason.Range("a", a.Forecast.Reached, -2), reason.Range("b", b.Forecast.Reached, -2))
	}
	if a.Rhythm != nil && b.Rhythm != nil && a.Rhythm.Weekly.Rhythm != b.Rhythm.Weekly.Rhythm {
		say("rhythm", "„{variant}“ hält höchstens {b}, „{first}“ {a}.", "“{variant}” keeps at most {b}, “{first}” {a}.",
			a.Rhythm.Weekly.Rhythm.Figure("a"), b.Rhythm.Weekly.Rhythm.Figure("b"))
	}
	if a.Agency != nil && b.Agency != nil && a.Agency.Recommended != b.Agency.Recommended {
		say("agency", "Empfohlen: bei „{variant}“ {b}, bei „{first}“ {a}.", "Recommended: {b} in “{variant}”, {a} in “{first}”.",
			modelWord("a", a.Agency.Recommended), modelWord("b", b.Agency.Recommended))
	}
	if a.Portfolio != nil && b.Portfolio != nil {
		for _, x := range a.Portfolio.Decisions {
			for _, y := range b.Portfolio.Decisions {
				if x.Name == y.Name && x.Verdict != y.Verdict {
					say("channel", "{channel}: bei „{variant}“ {b}, bei „{first}“ {a}.", "{channel}: {b} in “{variant}”, {a} in “{first}”.",
						reason.Text("channel", x.Name), reason.Word("a", x.Verdict.In(reason.German), x.Verdict.In(reason.English)),
						reason.Word("b", y.Verdict.In(reason.German), y.Verdict.In(reason.English)))
				}
			}
		}
	}
	if len(d.Settled)+len(d.New) > 0 {
		say("findings", "„{variant}“ erledigt {settled:Befund|Befunde} und bringt {new:neuen|neue}, gemessen an „{first}“.",
			"“{variant}” settles {settled:finding|findings} and brings {new:new one|new ones}, compared with “{first}”.",
			reason.Count("settled", int64(len(d.Settled))), reason.Count("new", int64(len(d.New))))
	}
	if len(d.Reasons) == 0 {
		say("same", "„{variant}“ ändert am Ergebnis von „{first}“ nichts.", "“{variant}” changes nothing in the result of “{first}”.")
	}
	return d
}

// modelWord is a model's name in both languages.
func modelWord(name string, m agency.Model) reason.Figure {
	if m == 0 { // none fits
		return reason.Word(name, "kein Modell", "none")
	}
	return reason.Word(name, m.In(reason.German), m.In(reason.English))
}

// only returns the places and codes of the findings that a has and b has not.
func only(a, b Assessment) []string {
	keys := func(x Assessment) map[string]bool {
		m := map[string]bool{}
		for _, f := range x.Findings {
			m[f.Code+" "+f.Path] = true
		}
		return m
	}
	have := keys(b)
	list := []string{}
	for _, f := range a.Findings {
		if k := f.Code + " " + f.Path; !have[k] {
			list = append(list, k)
		}
	}
	return list
}
