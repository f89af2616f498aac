package agency

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain puts the decision into sentences made from its figures.
func (r *run) explain(d *Decision) {
	add := func(rs ...reason.Reason) { d.Reasons = append(d.Reasons, rs...) }
	if d.Verdict == NoneFits {
		add(reason.New("agency.noneFits", "Kein Modell passt so, wie es geplant ist.", "No model fits as planned.", oursOnly))
	} else {
		add(r.verdictReason(d), r.costReason(d.Options[d.Recommended.index()]), r.strengthReason(d))
	}
	for _, i := range r.order {
		if o := d.Options[i]; o.Model != d.Recommended {
			add(r.rivalReasons(d, o)...)
		}
	}
	if d.Verdict != NoneFits {
		for _, q := range d.Options[d.Recommended.index()].Unsettled {
			add(d.Options[d.Recommended.index()].Checks[q.index()].Reason)
		}
	}
}

func (r *run) verdictReason(d *Decision) reason.Reason {
	model := modelName(d.Recommended)
	word := [...]reason.Figure{
		Clear: reason.Word("verdict", "klar", "clear"), Lean: reason.Word("verdict", "Tendenz", "leaning"), Open: reason.Word("verdict", "offen", "open"),
	}[d.Verdict]
	if fit := fitting(d); fit == 1 {
		return reason.New("agency.only", "{verdict}: {model}. Es ist das einzige Modell, das passt und bezahlbar ist.", "{verdict}: {model}. It is the only model that fits and can be paid.", oursOnly, word, model)
	}
	p := reason.Share("probability", floorShare(d.Probability))
	clearFrom, lean := reason.Share("clear", d.Thresholds.Clear), reason.Share("lean", d.Thresholds.Lean)
	return reason.New("agency.verdict", "{verdict}: {model}. In {probability} der Gewichtungen, die möglich sind, liegt das Modell vor dem stärksten anderen (klar ab {clear}, Tendenz ab {lean}).",
		"{verdict}: {model}. In {probability} of the weightings that are possible the model is ahead of the strongest other one (clear from {clear}, leaning from {lean}).", oursOnly,
		word, model, p, clearFrom, lean)
}

// floorShare rounds down to a whole percent, so that nothing short of certain
// reads as 100 %.
func floorShare(p measure.Share) measure.Share {
	if p > 0.99 && p < 1 {
		return 0.99
	}
	return p
}

func fitting(d *Decision) int {
	n := 0
	for _, o := range d.Options {
		if o.Standing == Fits {
			n++
		}
	}
	return n
}

func (r *run) costReason(o Option) reason.Reason {
	figures := []reason.Figure{
		reason.Euro("total", o.Cost.Total), reason.Count("months", int64(r.s.months)), reason.Euro("own", o.Cost.Own), reason.Euro("perVideo", o.Cost.PerVideo),
		reason.Hours("hours", o.OwnHours),
	}
	if o.Agency == 0 {
		return reason.New("agency.costOwn", "Das kostet {total} in {months:Monat|Monaten}, davon {own} für eigene Stunden, und {perVideo} je Video; das Team braucht {hours} Stunden je Woche.",
			"That costs {total} in {months:month|months}, of which {own} for own hours, and {perVideo} a video; the team needs {hours} hours a week.", staffOnly, figures...)
	}
	return reason.New("agency.costWith", "Das kostet {total} in {months:Monat|Monaten}, davon {own} für eigene Stunden, und {perVideo} je Video; das Team braucht {hours} Stunden je Woche, die Agentur {agency}.",
		"That costs {total} in {months:month|months}, of which {own} for own hours, and {perVideo} a video; the team needs {hours} hours a week, the agency {agency}.", staffOnly,
		append(figures, reason.Hours("agency", o.Agency))...)
}

// strengthReason names the criteria on which the recommended model does best
// and worst.
func (r *run) strengthReason(d *Decision) reason.Reason {
	scores := d.Options[d.Recommended.index()].Scores
	best, worst := scores[0], scores[0]
	for _, s := range scores {
		if s.Value > best.Value+tolerance {
			best = s
		}
		if s.Value < worst.Value-tolerance {
			worst = s
		}
	}
	name := func(key string, k Criterion) reason.Figure { return reason.Word(key, criterionDE[k], k.String()) }
	return reason.New("agency.strength", "Stärke: {strong} ({high} von {full} Punkten). Schwäche: {weak} ({low} von {full}).", "Strength: {strong} ({high} of {full} points). Weakness: {weak} ({low} of {full}).", oursOnly,
		name("strong", best.Criterion), reason.Number("high", best.Value*100, 0), reason.Count("full", 100), name("weak", worst.Criterion), reason.Number("low", worst.Value*100, 0))
}

// rivalReasons say why another model is not recommended: by its first broken
// check, else by its score.
func (r *run) rivalReasons(d *Decision, o Option) []reason.Reason {
	if len(o.Broken) > 0 {
		first := o.Broken[0]
		de, en := "Nicht {model} ({what}):", "Not {model} ({what}):"
		if o.Standing == NotFundable {
			de, en = "Nicht bezahlbar ist {model} ({what}):", "Not fundable is {model} ({what}):"
		}
		return []reason.Reason{
			reason.New("agency.rival", de, en, oursOnly, modelName(o.Model), reason.Word("what", requirementDE[first], first.String())),
			o.Checks[first.index()].Reason,
		}
	}
	lead := d.Options[d.Recommended.index()].Score - o.Score
	return []reason.Reason{reason.New("agency.behind", "Auch möglich ist {model}, im Mittel {points} von {full} Punkten schwächer.", "Also possible is {model}, {points} of {full} points weaker on average.", oursOnly,
		modelName(o.Model), reason.Number("points", lead*100, 1), reason.Count("full", 100))}
}
