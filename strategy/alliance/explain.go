package alliance

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain says the comparison in the order of the question: how often, whom,
// at what cost, with how much coordination.
func (w *weigher) explain(a Answer) []reason.Reason {
	n := reason.Count("n", int64(len(w.q.Carriers)))
	weeks := reason.Count("weeks", int64(w.q.Weeks))
	best := a.Alone[0]
	for _, s := range a.Alone[1:] {
		if s.Score() > best.Score() {
			best = s
		}
	}
	reasons := []reason.Reason{
		reason.New("alliance.weekly",
			"Ein Video in der Woche hält der gemeinsame Kanal in {together} der Wochen; allein schafft es der Beste der {n} in {alone}.",
			"The shared channel keeps a video a week in {together} of the weeks; alone, the best of the {n} manages it in {alone}.",
			reason.Said("C9"), n, reason.Share("together", measure.Share(a.Together.Weekly.Kept.P50())), reason.Share("alone", measure.Share(best.Weekly.Kept.P50()))),
		reason.New("alliance.unbroken",
			"{weeks} Wochen ohne Lücke gelingen gemeinsam mit {together} Wahrscheinlichkeit, dem Besten allein mit {alone}.",
			"The chance of {weeks} weeks without a gap is {together} together and {alone} for the best alone.",
			reason.Said("C9"), weeks, reason.Share("together", measure.Share(a.Together.Weekly.Unbroken.P50())), reason.Share("alone", measure.Share(best.Weekly.Unbroken.P50()))),
		reason.New("alliance.reach",
			"In {weeks} Wochen erreicht der gemeinsame Kanal {together} Menschen der Zielgruppe, die {n} einzelnen zusammen {alone}, jeden Menschen einmal gezählt.",
			"In {weeks} weeks the shared channel reaches {together} people of the target group, the {n} single ones together {alone}, each person counted once.",
			a.Together.Reach.Sources(), n, weeks, reason.Range("together", a.Together.Reach, -2), reason.Range("alone", a.AloneReach, -2)),
		reason.New("alliance.same",
			"Denselben Rhythmus allein zu halten kostete jeden Träger {alone} Euro Arbeitszeit im Jahr, gemeinsam sind es {together}.",
			"Keeping the same rhythm alone would cost each carrier {alone} euros of working time a year; together it costs {together}.",
			nil, reason.Number("alone", a.Same.Alone, -2), reason.Number("together", a.Same.Together, -2)),
	}
	reasons = append(reasons, reason.New("alliance.break-even",
		"Gemeinsam lohnt es sich bis zu {limit:Stunde|Stunden} Abstimmung je Träger und Woche; angenommen {assumed?ist|sind} {assumed}.",
		"Going together pays up to {limit:hour|hours} of coordination per carrier and week; {assumed} {assumed?is|are} assumed.",
		reason.Said("C12"), reason.Number("limit", float64(a.BreakEven.PerCarrier), 1), reason.Number("assumed", float64(a.BreakEven.Assumed), 1)))
	if k := len(a.Best.Carriers); k >= 2 && k < len(w.q.Carriers) {
		reasons = append(reasons, reason.New("alliance.coalition",
			"Am meisten erreichen {k} von {n} gemeinsam und die übrigen allein.", "The most people are reached by {k} of {n} together and the others alone.",
			reason.Said("C13"), reason.Count("k", int64(k)), n))
	}
	return append(reasons, reason.New("alliance.assumed",
		"Angenommen ist, dass ein Video im gemeinsamen Kanal so viele Aufrufe bekommt wie im eigenen, dass jeder Kanal {care:Stunde|Stunden} Pflege in der Woche braucht und dass im gemeinsamen Team jeder jeden vertritt.",
		"It is assumed that a video gets as many views in the shared channel as in a carrier's own, that every channel takes {care:hour|hours} of care a week, and that in the shared team everyone can stand in for everyone.",
		nil, reason.Hours("care", w.q.Care)))
}
