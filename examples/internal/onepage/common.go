package onepage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// How much of each part stands on the page; the JSON has all.
const (
	mostTwo      = 2
	mostFew      = 3
	mostSome     = 4
	mostSteps    = 8
	mostAsks     = 5
	mostWarnings = 8
	mostChannels = 12

	goodName = 80 // a name with so many points of 100 needs no word
)

func (p *Page) glance(a strategy.Assessment) {
	p.Heading("Auf einen Blick", "At a glance")
	p.Reasons(a.Summary...)
}

// assessment writes the common page in the order in which a press officer
// asks: what stops us, whom, how often, where, with whom, what else, what next.
func (p *Page) assessment(a strategy.Assessment) {
	p.findings(a, strategy.Stop, mostWarnings, Text{"Vor dem Start zu klären", "To settle before the start"})
	p.whom(a)
	for _, c := range a.Continuity {
		p.Heading("Kontinuität: "+c.Channel, "Continuity: "+c.Channel)
		p.Most(mostSome, c.Report.Reasons...)
	}
	p.Heading("Rhythmus", "Rhythm")
	if a.Rhythm != nil {
		p.Most(mostFew, slices.DeleteFunc(slices.Clone(a.Rhythm.Reasons), func(r reason.Reason) bool {
			return r.Code() == "rhythm.longest" || r.Code() == "rhythm.no-unbroken"
		})...)
	}
	p.Heading("Welche Kanäle", "Which channels")
	if a.Portfolio != nil {
		p.portfolio(*a.Portfolio)
	}
	p.Heading("Mit wem", "With whom")
	if a.Agency != nil {
		p.Most(mostFew, a.Agency.Reasons...)
	}
	p.names(a)
	p.findings(a, strategy.Warning, mostWarnings, Text{"Warnungen", "Warnings"})
	p.asks(a)
	p.Heading("Woran der Kanal gemessen wird", "What the channel is judged by")
	for _, e := range a.Exits {
		p.Reasons(e.Reason)
	}
	p.roadmap(a.Roadmap)
	p.findings(a, strategy.Note, mostFew, Text{"Gut zu wissen", "Worth knowing"})
}

// whom: the platforms of the forecast, else all, then the forecast itself.
func (p *Page) whom(a strategy.Assessment) {
	p.Heading("Wen es zu erreichen gibt", "Whom there is to reach")
	planned := 0
	for _, r := range a.Reachable {
		if a.Forecast == nil {
			p.Most(mostFew-planned, r.Reason)
			planned++
			continue
		}
		for _, ch := range a.Forecast.Channels {
			if ch.Platform == r.Platform {
				p.Reasons(r.Reason)
			}
		}
	}
	if a.Forecast != nil {
		p.Most(mostTwo, slices.DeleteFunc(slices.Clone(a.Forecast.Reasons), func(r reason.Reason) bool {
			return strings.HasPrefix(r.Code(), "audience.forecast.feed.") // a note says it below
		})...)
	}
	if a.Comments != nil {
		for _, r := range a.Comments.Reasons {
			p.Item(p.Lang.Pick("In einer Woche: ", "In a week: ") + r.In(p.Lang))
		}
	}
	if a.Followers != nil {
		for _, r := range a.Followers.Reasons {
			if r.Code() == "audience.net.gross" || r.Code() == "audience.net.bounds" {
				p.Reasons(r)
			}
		}
	}
}

func (p *Page) portfolio(plan portfolio.Plan) {
	for _, d := range plan.Decisions[:min(len(plan.Decisions), mostChannels)] {
		text := d.Name + "."
		if len(d.Reasons) > 0 { // they name the channel
			text = d.Reasons[0].In(p.Lang)
		}
		text = upper(d.Verdict.In(p.Lang)) + ": " + text
		p.Item(text)
	}
	p.more(len(plan.Decisions)-mostChannels, Text{"weitere Kanäle", "more channels"})
	var reasons []reason.Reason
	for _, t := range plan.Watch[:min(len(plan.Watch), 1)] {
		reasons = append(reasons, t.Reasons...)
	}
	p.Most(mostTwo, append(reasons, plan.Reasons...)...)
}

// upper writes the first letter of a word large.
func upper(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

func (p *Page) names(a strategy.Assessment) {
	p.Heading("Namen", "Names")
	for _, n := range a.Names[:min(len(a.Names), mostWarnings)] {
		warned := slices.ContainsFunc(a.Findings, func(f strategy.Finding) bool { return f.Family == strategy.NameFamily && f.Path == n.Path })
		if warned || n.Report.Score >= goodName && len(n.Suggestions) == 0 {
			continue
		}
		text := fmt.Sprintf(p.Lang.Pick("„%s“: %d von 100 Punkten", "“%s”: %d of 100 points"), n.Report.Text, n.Report.Score)
		if len(n.Suggestions) > 0 {
			text += fmt.Sprintf(p.Lang.Pick(", zum Beispiel besser: „%s“", ", better for example: “%s”"), n.Suggestions[0].Text)
		}
		if p.first(text) {
			p.Item(text)
		}
	}
}

func (p *Page) findings(a strategy.Assessment, s strategy.Severity, most int, title Text) {
	p.Heading(title.De, title.En)
	codes := map[string]bool{} // of a note, one example is enough
	for _, f := range a.With(s) {
		if most == 0 || s == strategy.Note && codes[f.Code] {
			continue
		}
		if text := f.Reason.In(p.Lang); p.first(text) {
			p.Item(text + " -> " + f.Remedy.In(p.Lang))
			codes[f.Code] = true
			most--
		}
	}
}

func (p *Page) asks(a strategy.Assessment) {
	found := a.With(strategy.Ask)
	// What would stop the start if the answer were no comes first.
	weight := map[string]strategy.Severity{}
	for _, r := range strategy.Rules() {
		weight[r.Code] = r.Severity
	}
	slices.SortStableFunc(found, func(x, y strategy.Finding) int { return cmp.Compare(weight[y.Code], weight[x.Code]) })
	p.Heading("Zuerst herausfinden", "Find out first")
	for _, f := range found[:min(len(found), mostAsks)] {
		p.Item(f.Reason.In(p.Lang))
	}
	p.more(len(found)-mostAsks, Text{"weitere Fragen", "more questions"})
}

func (p *Page) more(n int, what Text) {
	if n > 0 {
		p.Say(fmt.Sprintf("... und %d %s (-json).", n, what.De), fmt.Sprintf("... and %d %s (-json).", n, what.En))
	}
}

func (p *Page) roadmap(steps []strategy.Step) {
	p.Heading("Die nächsten zwölf Monate", "The next twelve months")
	for _, s := range steps[:min(len(steps), mostSteps)] {
		p.Item(reason.Day("on", s.On).In(p.Lang) + ": " + s.Reason.In(p.Lang))
	}
	p.more(len(steps)-mostSteps, Text{"weitere Schritte", "more steps"})
}

// Finding writes what a rule found, with its remedy, if it found something.
func (p *Page) Finding(a strategy.Assessment, code string) {
	for _, f := range a.Findings {
		if text := f.Reason.In(p.Lang); f.Code == code && p.first(text) {
			p.Item(text + " -> " + f.Remedy.In(p.Lang))
		}
	}
}
