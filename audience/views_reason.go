package audience

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// noted counts what went into a view model and what did not.
type noted struct {
	photos, missing, zero, tooYoung int
	growing, bounds                 int
	reports, unusable               int
	bestOfUnknown                   measure.Interval
}

func (n *noted) count(o observation) {
	switch o.kind {
	case missing:
		n.missing++
	case zero:
		n.zero++
	case tooYoung:
		n.tooYoung++
	case atLeast:
		n.bounds++
	}
	if o.growing {
		n.growing++
	}
}

func accrualSource() measure.Source {
	return measure.Source{
		Key: "trendpop-lifecycle-2022", Title: "The new TikTok video lifecycle", Publisher: "trendpop", Year: 2022,
		Certainty: measure.Secondary, Note: "vendor study of TikTok; assumed for other platforms",
	}
}

// explain gives the sentences on which the model stands.
func (m ViewModel) explain(prior ViewPrior, n noted) []reason.Reason {
	var out []reason.Reason
	add := func(code, de, en string, sources []measure.Source, figures ...reason.Figure) {
		out = append(out, reason.New("audience.views."+code, de, en, sources, figures...))
	}
	next := reason.Range("next", m.Next(), 0)
	if m.counted == 0 {
		add("prior", "Ohne eigene Videos mit Aufrufzahlen gilt, was von vergleichbaren Kanälen bekannt ist: das nächste Video erreicht {next} Aufrufe.",
			"Without own videos that have a count of views, what is known of comparable channels holds: the next video gets {next} views.", prior.Sources, next)
	} else {
		add("history", "Aus {videos} eigenen {videos?Video|Videos}: das nächste Video erreicht {next} Aufrufe, in vier von fünf Fällen.",
			"From {videos} {videos?video|videos} of the channel: the next video gets {next} views, in four of five cases.", nil,
			reason.Count("videos", int64(m.counted)), next)
	}
	if m.counted < 5 && !prior.Reason.IsZero() {
		out = append(out, prior.Reason)
	}
	if k := n.missing + n.zero + n.tooYoung + n.photos; k > 0 {
		add("passed-over", "Nicht gezählt, und nicht als 0 Aufrufe gewertet: {missing} ohne Zahl, {zero} mit der Zahl 0, {young} jünger als ein Tag, {photos} ohne Video.",
			"Passed over, and not taken as 0 views: {missing} without a count, {zero} with a count of 0, {young} younger than a day, {photos} without a video.", nil,
			reason.Count("missing", int64(n.missing)), reason.Count("zero", int64(n.zero)), reason.Count("young", int64(n.tooYoung)), reason.Count("photos", int64(n.photos)))
	}
	if n.growing > 0 {
		add("growing", "{videos} {videos?Video wächst|Videos wachsen} noch: die Endzahl ist hochgerechnet, angenommen wird der Verlauf aus einer Anbieterstudie.",
			"{videos} {videos?video is|videos are} still growing: the final count is projected along a curve from a vendor's study, which is assumed.", []measure.Source{accrualSource()},
			reason.Count("videos", int64(n.growing)))
	}
	if n.reports > 0 {
		add("report", "{reports} {reports?Meldung ist|Meldungen sind} als das eingerechnet, was sie {reports?ist|sind}: das beste Video als Höchstwert, eine Summe als Summe, „über“ als Untergrenze.",
			"{reports} {reports?report enters|reports enter} as what {reports?it is|they are}: a best video as a maximum, a total as a total, \"over\" as a lower bound.", nil,
			reason.Count("reports", int64(n.reports)))
	}
	if n.unusable > 0 {
		lo, _ := n.bestOfUnknown.Lo()
		add("best-unusable", "Das beste Video mit {views} Aufrufen sagt über ein gewöhnliches nichts, solange nicht bekannt ist, von wie vielen es das beste war.",
			"The best video with {views} views says nothing about an ordinary one as long as it is not known of how many it was the best.", nil,
			reason.Count("views", int64(lo)))
	}
	if len(m.definitions) > 1 {
		add("mixed-definitions", "Achtung: Die Aufrufe sind nach verschiedenen Definitionen gezählt ({first}, {second}) und nur bedingt vergleichbar.",
			"Mind: the views are counted by different definitions ({first}, {second}) and hardly comparable.", nil,
			reason.Text("first", m.definitions[0]), reason.Text("second", m.definitions[1]))
	}
	return out
}
