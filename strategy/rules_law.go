package strategy

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// restraintDays is how long before an election the rules here ask for
// restraint. State rules differ; six weeks is a common figure (rule of thumb).
const restraintDays = 42

// lawRules: duties that law or office sets. They are dated, sourced advice and
// never legal advice.
func lawRules() []Rule {
	return []Rule{
		{
			Code: "law.imprint", Family: RailFamily, Severity: Stop, Sources: []measure.Source{imprintLaw()},
			broken: text{"Das Impressum ist vom Profil aus nicht mit zwei Klicks zu erreichen.", "The Impressum cannot be reached from the profile with two clicks."},
			ask:    text{"Ob das Impressum vom Profil aus mit zwei Klicks zu erreichen ist, ist nicht gesagt.", "Whether the Impressum can be reached from the profile with two clicks is not stated."},
			remedy: text{"Setzen Sie einen Link ins Profil, der Impressum heißt.", "Put a link into the profile that is called Impressum."},
			judge:  wantYes("/guardRails/imprint", func(b Brief) measure.Answer { return b.GuardRails.Imprint }),
		},
		{
			Code: "law.subtitles", Family: RailFamily, Severity: Warning, Sources: []measure.Source{accessibilityLaw()},
			broken: text{"Die Videos haben keine Untertitel.", "The videos have no subtitles."},
			ask:    text{"Ob alle Videos Untertitel haben, ist nicht gesagt.", "Whether all videos have subtitles is not stated."},
			remedy: text{"Untertiteln Sie jedes Video und lesen Sie die automatischen nach.", "Subtitle every video and proofread the automatic ones."},
			judge:  wantYes("/guardRails/subtitles", func(b Brief) measure.Answer { return b.GuardRails.Subtitles }),
		},
		{
			Code: "law.minors", Family: RailFamily, Severity: Warning, Sources: []measure.Source{minorsTerms()},
			broken: text{
				"Es gibt keine Regeln für Minderjährige, obwohl die Altersgruppe {band} zur Zielgruppe gehört.",
				"There are no rules for minors, although the age group {band} belongs to the target group.",
			},
			ask: text{
				"Ob es Regeln für Minderjährige gibt, ist nicht gesagt. Die Altersgruppe {band} gehört zur Zielgruppe.",
				"Whether there are rules for minors is not stated. The age group {band} belongs to the target group.",
			},
			remedy: text{
				"Regeln Sie, wer gezeigt wird und wie Sie antworten. Unter 16 gibt es auf TikTok keine Direktnachrichten.",
				"Settle who is shown and how you answer. Under 16 there are no direct messages on TikTok.",
			},
			judge: func(c *caseOf) []verdict {
				for _, b := range c.brief.Audience.Bands {
					if b.From() < 18 {
						return answer("/guardRails/minors", c.brief.GuardRails.Minors, reason.Text("band", b.String()))
					}
				}
				return nil
			},
		},
		{
			Code: "law.neutrality", Family: RailFamily, Severity: Stop, Sources: append(reason.Said("S6"), restraint()),
			broken: text{"Regeln für Neutralität und Zurückhaltung vor Wahlen fehlen.", "Rules of neutrality and restraint before elections are missing."},
			ask:    text{"Ob Neutralität und Zurückhaltung vor Wahlen geregelt sind, ist nicht gesagt.", "Whether neutrality and restraint before elections are settled is not stated."},
			remedy: text{
				"Ein Aufruf zur Wahl ist gut, ein Aufruf für jemanden nicht. Schreiben Sie auf, was ab wann unterbleibt.",
				"A call to vote is fine, a call for somebody is not. Write down what stops, and from when.",
			},
			judge: func(c *caseOf) []verdict {
				if !c.brief.Body.public() {
					return nil
				}
				return answer("/guardRails/neutral", c.brief.GuardRails.Neutral)
			},
		},
		{
			Code: "law.election", Family: RailFamily, Severity: Note, Sources: append(reason.Said("S3", "S6"), restraint()),
			broken: text{
				"In {days:Tag|Tagen}, am {day}, ist Wahl. Zur Wahl aufzurufen ist in Ordnung, Wertungen über Parteien und Kandidierende unterbleiben.",
				"In {days:day|days}, on {day}, there is an election. Calling on people to vote is fine; judgements on parties and candidates are not.",
			},
			remedy: text{"Lassen Sie jedes Video bis zur Wahl von einer zweiten Person auf Neutralität prüfen.", "Have a second person check every video for neutrality until the election."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for _, day := range c.brief.GuardRails.Elections {
					if days := day.Sub(c.today); days >= 0 && days <= restraintDays {
						vs = append(vs, brokenAt("/guardRails/elections", reason.Count("days", int64(days)), reason.Day("day", day)))
					}
				}
				return vs
			},
		},
		{
			Code: "law.political-ads", Family: RailFamily, Severity: Warning, Sources: []measure.Source{politicalAds()},
			broken: text{
				"Bezahlte Werbung ist erlaubt und eine Wahl steht an. Seit dem 10. Oktober 2025 gilt die EU-Verordnung über politische Werbung, und Meta und Google nehmen solche Werbung nicht mehr an.",
				"Paid advertising is allowed and an election is in sight. Since 10 October 2025 the EU regulation on political advertising applies, and Meta and Google no longer take such ads.",
			},
			remedy: text{"Bewerben Sie keine Videos mit gewählten Personen, und lassen Sie den Rest rechtlich prüfen.", "Do not advertise videos with elected officials, and have the rest checked by a lawyer."},
			judge: func(c *caseOf) []verdict {
				applies := measure.MustDate("2025-10-10")
				if c.brief.GuardRails.PaidAds != measure.Yes || c.today.Before(applies) {
					return nil
				}
				for _, day := range c.brief.GuardRails.Elections {
					if !day.Before(c.today) {
						return []verdict{brokenAt("/guardRails/paidAds")}
					}
				}
				return nil
			},
		},
	}
}
