package audience

import (
	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain writes why the parts do not add up, between which bounds the truth
// lies, and what the point rests on.
func (n *NetReach) explain(q NetQuestion, raw measure.Estimate) {
	lo, _ := n.Bounds.Lo()
	hi, _ := n.Bounds.Hi()
	if q.Counts == NetFollowers {
		n.Reasons = append(n.Reasons, reason.New("audience.net.followers",
			"Gezählt sind Konten, die folgen; hier gilt jedes als ein Mensch. Wer folgt, kann auch anderswo wohnen, mehrere Konten haben und die Videos nicht sehen.",
			"What is counted is accounts that follow; each is taken as a person here. A follower may live elsewhere, have several accounts and not see the videos.", nil))
	}
	if len(q.Parts) > 1 {
		n.Reasons = append(n.Reasons, n.explainBounds(q, int64(lo), int64(hi))...)
	}
	switch {
	case lo == hi:
	case !n.Net.Known():
		n.Reasons = append(n.Reasons, reason.New("audience.net.unknown",
			"Eine Zahl dazwischen wäre geraten: Es ist nicht bekannt, aus wie vielen Menschen die Gezählten kommen.",
			"A number in between would be a guess: it is not known from how many people those counted come.", nil))
	default:
		n.Reasons = append(n.Reasons, n.explainPoint(q, raw)...)
		n.Reasons = append(n.Reasons, explainEvidence(q))
	}
}

// explainEvidence says what of the point is known and what is assumed.
func explainEvidence(q NetQuestion) reason.Reason {
	kind := reason.Word("kind", "gemessen", "measured")
	switch q.Evidence {
	case measure.Estimated:
		kind = reason.Word("kind", "geschätzt", "estimated")
	case measure.Assumed:
		kind = reason.Word("kind", "angenommen", "assumed")
	}
	return reason.New("audience.net.evidence",
		"Die Zahlen je Plattform sind {kind}; wie viele Menschen auf mehreren sind, ist angenommen.",
		"The figures of each platform are {kind}; how many people are on several is assumed.",
		q.Sources, kind)
}

func (n *NetReach) explainBounds(q NetQuestion, lo, hi int64) []reason.Reason {
	largest := q.Parts[0]
	for _, p := range q.Parts {
		if p.People > largest.People {
			largest = p
		}
	}
	gross := reason.People("gross", n.Gross)
	all := []reason.Reason{reason.New("audience.net.gross",
		"{parts:Plattform zählt|Plattformen zählen} zusammen {gross}, aber das sind nicht {gross} Menschen: Wer auf mehreren ist, wird mehrfach gezählt.",
		"{parts:platform counts|platforms count} {gross} in all, but those are not {gross} people: whoever is on several is counted several times.",
		q.Sources, reason.Count("parts", int64(len(q.Parts))), gross)}
	least, most := reason.Count("least", lo), reason.Count("most", hi)
	name, reached := reason.Text("largest", largest.Name), reason.People("reached", largest.People)
	switch {
	case lo == hi:
		all = append(all, reason.New("audience.net.exact",
			"Es sind genau {least} verschiedene Menschen; das folgt aus dem, was bekannt ist.",
			"These are exactly {least} different people; this follows from what is known.", q.Sources, least))
	case len(q.Pairs) > 0:
		all = append(all, reason.New("audience.net.pairs",
			"Sicher ist: Es sind mindestens {least} und höchstens {most} verschiedene Menschen. Das folgt aus den Zahlen je Plattform und aus dem, was über Paare von Plattformen bekannt ist.",
			"What is certain: these are at least {least} and at most {most} different people. This follows from the figures of each platform and from what is known of pairs of platforms.",
			q.Sources, least, most))
	case measure.People(hi) < n.Gross:
		all = append(all, reason.New("audience.net.capped",
			"Sicher ist: Es sind mindestens {least} verschiedene Menschen, denn {largest} allein zählt {reached}, und höchstens {most}, denn mehr Menschen gibt es nicht.",
			"What is certain: these are at least {least} different people, because {largest} alone counts {reached}, and at most {most}, because there are no more people.",
			q.Sources, least, name, reached, most))
	default:
		all = append(all, reason.New("audience.net.bounds",
			"Sicher ist: Es sind mindestens {least} verschiedene Menschen, denn {largest} allein zählt {reached}, und höchstens {most}, wenn niemand auf zweien ist.",
			"What is certain: these are at least {least} different people, because {largest} alone counts {reached}, and at most {most}, if nobody is on two.",
			q.Sources, least, name, reached, most))
	}
	if !n.Sharp {
		all = append(all, reason.New("audience.net.valid",
			"Diese Grenzen gelten, aber engere kann es geben: Für mehr als drei Plattformen ist die genaue Grenze nicht berechnet.",
			"These bounds hold, but narrower ones may exist: for more than three platforms the exact bound is not computed.", nil))
	}
	return all
}

func (n *NetReach) explainPoint(q NetQuestion, raw measure.Estimate) []reason.Reason {
	digits := roundingOf(n.Net.P50())
	middle := reason.Number("middle", n.Net.P50(), digits)
	if n.Assumption == reach.Independence {
		return []reason.Reason{reason.New("audience.net.independence",
			"Angenommen: Wer auf einer Plattform ist, ist deshalb nicht öfter auf einer anderen. Dann sind es {middle} Menschen. Das ist meist zu viel.",
			"Assumed: whoever is on one platform is not more often on another. Then these are {middle} people. That is usually too many.",
			q.Sources, middle)}
	}
	all := []reason.Reason{reason.New("audience.net.activity",
		"Angenommen: Wer auf einer Plattform aktiv ist, ist es auch auf den anderen. Dann sind es etwa {middle} Menschen, in vier von fünf Fällen {net}.",
		"Assumed: whoever is active on one platform is active on the others. Then these are about {middle} people, in four cases out of five {net}.",
		n.Net.Sources(), middle, reason.Range("net", n.Net, digits))}
	if q.Shape.Evidence() == measure.Assumed {
		all = append(all, reason.New("audience.net.calibration",
			"Wie verschieden aktiv Menschen sind, ist an einer einzigen veröffentlichten Zahl geeicht (drei Plattformen in Deutschland) und nicht geprüft; die Spanne dafür ist angenommen.",
			"How much people differ in activity is calibrated on one single published figure (three platforms in Germany) and not validated; its range is assumed.",
			q.Shape.Sources()))
	}
	if raw.P10() < n.Net.P10() || raw.P90() > n.Net.P90() {
		all = append(all, reason.New("audience.net.held",
			"Die Annahme allein ergäbe {raw} Menschen. Was sicher bekannt ist, lässt nicht alles davon zu; es gilt das Bekannte.",
			"The assumption alone would give {raw} people. What is known for certain does not allow all of it; what is known holds.",
			nil, reason.Range("raw", raw, roundingOf(raw.P50()))))
	}
	return all
}
