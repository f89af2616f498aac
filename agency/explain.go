package agency

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain puts the decision into sentences made from its figures, in the order
// in which a reader asks: what, how firmly, at what cost, why not the others,
// what would change it, what to find out, what to settle.
func (r *run) explain(d *Decision) {
	d.Reasons = make([]reason.Reason, 0, 24)
	add := func(rs ...reason.Reason) { d.Reasons = append(d.Reasons, rs...) }
	if d.Verdict == NoneFits {
		add(reason.New("agency.noneFits", "Keines der Modelle passt so, wie es geplant ist.", "None of the models fits as planned.", nil))
	} else {
		add(r.verdictReason(d))
		if why, ok := r.heldBack(d); ok {
			add(why)
		}
		add(r.costReason(d.Options[d.Recommended.index()]), r.strengthReason(d))
	}
	if other, ok := moreRobust(d); ok {
		add(other)
	}
	for _, i := range r.order {
		if o := d.Options[i]; o.Model != d.Recommended {
			add(r.rivalReasons(d, o)...)
		}
	}
	add(nearestFlips(d)...)
	if len(d.AskFirst) > 0 {
		add(d.AskFirst[0].Reason)
	}
	if c := d.CrossCheck; c != nil && !c.Agrees {
		add(reason.New("agency.otherMethod", "Ein anderes Verfahren ({method}) sieht „{model}“ vorn.", "Another method ({method}) puts “{model}” ahead.", nil, reason.Word("method", "TOPSIS, Vektornorm", c.Method), modelName(c.Best)))
	}
	if g, ok := dearestGap(d.Gaps); ok {
		add(g.Reason)
	}
	if d.Verdict == NoneFits {
		return
	}
	best := d.Options[d.Recommended.index()]
	for _, q := range best.Unsettled {
		add(best.Checks[q.index()].Reason)
	}
	if !best.Award.Reason.IsZero() {
		add(best.Award.Reason)
	}
	if d.Path != nil {
		add(d.Path.Reason)
	}
}

func (r *run) verdictReason(d *Decision) reason.Reason {
	model := modelName(d.Recommended)
	word := reason.Word("verdict", d.Verdict.In(reason.German), d.Verdict.In(reason.English))
	p := reason.Share("probability", floorShare(d.Probability))
	clearFrom, lean := reason.Share("clear", d.Thresholds.Clear), reason.Share("lean", d.Thresholds.Lean)
	switch {
	case d.Robustness != nil:
		return reason.New("agency.verdict.drawn", "Empfehlung ({verdict}): „{model}“. In {probability} von {draws} Rechnungen mit zufälligen Gewichten und Eingaben passt das Modell und liegt vorn (klar ab {clear}, Tendenz ab {lean}).",
			"Recommended ({verdict}): “{model}”. In {probability} of {draws} runs with random weights and inputs the model fits and is ahead (clear from {clear}, leaning from {lean}).", nil,
			word, model, p, reason.Count("draws", d.Robustness.Draws), clearFrom, lean)
	case fitting(d) == 1:
		return reason.New("agency.verdict.only", "Empfehlung ({verdict}): „{model}“. Nur dieses Modell passt und ist bezahlbar, wenn alle Eingaben in der Mitte liegen.",
			"Recommended ({verdict}): “{model}”. Only this model fits and can be paid for when all inputs take their middle values.", nil, word, model)
	default:
		return reason.New("agency.verdict", "Empfehlung ({verdict}): „{model}“. Bei {probability} der möglichen Gewichtungen liegt das Modell vor seinem stärksten Gegner (klar ab {clear}, Tendenz ab {lean}).",
			"Recommended ({verdict}): “{model}”. For {probability} of the possible weightings the model is ahead of its strongest rival (clear from {clear}, leaning from {lean}).", nil,
			word, model, p, clearFrom, lean)
	}
}

// heldBack says why a verdict is not clear although the probability is.
func (r *run) heldBack(d *Decision) (reason.Reason, bool) {
	switch {
	case d.Verdict != Lean || !within(float64(d.Thresholds.Clear), float64(d.Probability)):
		return reason.Reason{}, false
	case !within(d.Thresholds.Margin, d.Margin):
		return reason.New("agency.narrow", "Klar wäre es ab {margin} von {full} Punkten Vorsprung; es {lead?ist|sind} {lead}.", "It would be clear from a lead of {margin} of {full} points; it is {lead}.", nil,
			points("margin", d.Thresholds.Margin, 1), points("lead", d.Margin, 1), fullPoints), true
	default:
		return reason.New("agency.unsettled", "Klar ist es nicht, solange Angaben fehlen.", "It is not clear while facts are missing.", nil), true
	}
}

// floorShare keeps what is short of certain from reading as 100 %.
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
		money("total", o.Cost.Total), reason.Count("months", int64(r.s.months)), money("own", o.Cost.Own), money("perVideo", o.Cost.PerVideo),
		reason.Hours("hours", o.OwnHours),
	}
	if o.Cost.Own == o.Cost.Total {
		return reason.New("agency.costAllOwn", "Das kostet {own} in {months:Monat|Monaten}, alles für eigene Stunden, und {perVideo} je Video; das Team braucht {hours:Stunde|Stunden} je Woche.",
			"That costs {own} in {months:month|months}, all of it in-house work, and {perVideo} a video; the team needs {hours:hour|hours} a week.", staffOnly, figures[1:]...)
	}
	if o.Agency == 0 {
		return reason.New("agency.costOwn", "Das kostet {total} in {months:Monat|Monaten}, davon {own} für eigene Stunden, und {perVideo} je Video; das Team braucht {hours:Stunde|Stunden} je Woche.",
			"That costs {total} in {months:month|months}, of which {own} is in-house work, and {perVideo} a video; the team needs {hours:hour|hours} a week.", staffOnly, figures...)
	}
	return reason.New("agency.costWith", "Das kostet {total} in {months:Monat|Monaten}, davon {own} für eigene Stunden, und {perVideo} je Video; das Team braucht {hours:Stunde|Stunden} je Woche, die Agentur {agency}.",
		"That costs {total} in {months:month|months}, of which {own} is in-house work, and {perVideo} a video; the team needs {hours:hour|hours} a week, the agency {agency}.", staffOnly,
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
	return reason.New("agency.strength", "Stärke: {strong} ({high} von {full} Punkten). Schwäche: {weak} ({low} von {full}).", "Strength: {strong} ({high} of {full} points). Weakness: {weak} ({low} of {full}).", nil,
		name("strong", best.Criterion), points("high", best.Value, 0), fullPoints, name("weak", worst.Criterion), points("low", worst.Value, 0))
}

// fullPoints is the top of the scale on which a score is told: 0 to 1 is printed
// as 0 to 100 points.
var fullPoints = reason.Count("full", 100)

func points(name string, value float64, decimals int) reason.Figure {
	return reason.Number(name, value*100, decimals)
}

// rivalReasons say why another model is not recommended: by its first broken
// check, else by its score.
func (r *run) rivalReasons(d *Decision, o Option) []reason.Reason {
	if len(o.Broken) > 0 {
		first := o.Broken[0]
		de, en := make([]string, len(o.Broken)), make([]string, len(o.Broken))
		for i, q := range o.Broken {
			de[i], en[i] = requirementDE[q], q.String()
		}
		what := reason.Word("what", strings.Join(de, ", "), strings.Join(en, ", "))
		head := reason.New("agency.rival", "„{model}“ scheitert an: {what}.", "“{model}” fails on: {what}.", nil, modelName(o.Model), what)
		if o.Standing == NotFundable {
			head = reason.New("agency.rivalUnfunded", "„{model}“ passt, ist aber nicht bezahlbar.", "“{model}” fits but cannot be paid for.", nil, modelName(o.Model))
			return []reason.Reason{head, o.Checks[first.index()].Reason, o.Checks[first.index()].Remedy}
		}
		return []reason.Reason{head, o.Checks[first.index()].Reason}
	}
	if d.Verdict == NoneFits {
		return nil
	}
	lead := d.Options[d.Recommended.index()].Score - o.Score
	if lead < 0 {
		return []reason.Reason{reason.New("agency.aheadAtMiddle", "„{model}“ ist auch möglich, im Mittel {points} von {full} Punkten stärker, aber seltener passend und vorn.", "“{model}” is possible too, {points} of {full} points stronger on average, but fits and leads less often.", nil,
			modelName(o.Model), points("points", -lead, 1), fullPoints)}
	}
	return []reason.Reason{reason.New("agency.behind", "„{model}“ ist auch möglich, im Mittel {points} von {full} Punkten schwächer.", "“{model}” is possible too, {points} of {full} points weaker on average.", nil,
		modelName(o.Model), points("points", lead, 1), fullPoints)}
}

// moreRobust says when another model fits and leads in more draws than the one
// that is best at the middle of the inputs.
func moreRobust(d *Decision) (reason.Reason, bool) {
	if d.Robustness == nil {
		return reason.Reason{}, false
	}
	top := slices.MaxFunc(d.Robustness.Chances, func(a, b Chance) int { return cmp.Compare(a.Best.Share, b.Best.Share) })
	if top.Model == d.Recommended || top.Best.Share <= d.Robustness.NoneFits.Share && d.Verdict == NoneFits {
		return reason.Reason{}, false
	}
	return reason.New("agency.moreRobust", "Über alle Zufallsrechnungen passt und führt „{model}“ am häufigsten: {share}.", "Over all random runs “{model}” fits and leads most often: {share}.", nil,
		modelName(top.Model), reason.Share("share", top.Best.Share)), true
}

// nearestFlips are the smallest change for each rival.
func nearestFlips(d *Decision) []reason.Reason {
	var out []reason.Reason
	for i, f := range d.Flips {
		if i == 0 || d.Flips[i-1].Rival != f.Rival {
			out = append(out, f.Reason)
		}
	}
	return out
}

// dearestGap is the gap that costs most to close.
func dearestGap(gaps []Gap) (Gap, bool) {
	var top Gap
	for _, g := range gaps {
		if g.PerMonth > top.PerMonth {
			top = g
		}
	}
	return top, top.Close != 0
}
