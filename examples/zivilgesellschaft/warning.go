package main

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// warning is what a stopped channel teaches.
type warning struct {
	Channel string           `json:"channel"`
	Next    measure.Estimate `json:"next"` // views of an ordinary video, by what is reported
	Reasons []reason.Reason  `json:"reasons"`
}

// warn shows the channels of a brief as a warning: where they stand, and what
// the views of a best video do and do not say.
func (s *special) warn(p *onepage.Page, r onepage.Result) error {
	p.Heading("Zur Warnung: "+r.Brief.Name, "As a warning: "+r.Brief.Name)
	for _, c := range r.Assessment.Continuity {
		p.Reasons(c.Report.Reasons...)
		s.Stopped = append(s.Stopped, c)
	}
	for _, ch := range r.Brief.Channels {
		m, err := audience.NewViewModel(germany.Prior(germany.Foundation), nil, audience.ViewOptions{Reports: ch.Reports})
		if err != nil {
			return err
		}
		w := warning{Channel: ch.Name, Next: m.Next()}
		for _, report := range ch.Reports {
			if reason, ok := best(ch.Name, report, m.Next()); ok {
				w.Reasons = append(w.Reasons, reason)
			}
		}
		p.Reasons(w.Reasons...)
		s.Warnings = append(s.Warnings, w)
	}
	return nil
}

// best reads the views of a best video as what they are: a maximum.
func best(channel string, report audience.ViewReport, ordinary measure.Estimate) (reason.Reason, bool) {
	over, ok := report.Views.Lo()
	if !ok || report.Kind != audience.BestVideo {
		return reason.Reason{}, false
	}
	name, views := reason.Text("channel", channel), reason.Number("views", over, 0)
	if report.Videos == 0 {
		return reason.New("zivilgesellschaft.best.unknown",
			"{channel}: über {views} Aufrufe für ein starkes Video. Wie viele Videos es gab, ist nicht bekannt; darum sagt die Zahl nichts über ein gewöhnliches.",
			"{channel}: over {views} views for one strong video. How many videos there were is not known; so the number says nothing about an ordinary one.",
			nil, name, views), true
	}
	return reason.New("zivilgesellschaft.best",
		"{channel}: über {views} Aufrufe für eines der stärksten von {videos:Video|Videos}. Das ist ein Höchstwert, kein Mittelwert: Ein gewöhnliches Video hat danach {ordinary} Aufrufe, in der Mitte {ordinary.p50}.",
		"{channel}: over {views} views for one of the strongest of {videos:video|videos}. That is a maximum, not a mean: an ordinary video then has {ordinary} views, {ordinary.p50} in the middle.",
		nil, name, views, reason.Count("videos", int64(report.Videos)), reason.Range("ordinary", ordinary, -2)), true
}
