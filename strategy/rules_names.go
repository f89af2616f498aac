package strategy

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/reason"
)

// nameRules: names of channels and topics put the person first (C10), and a
// topic channel never the organisation (C9).
func nameRules() []Rule {
	return []Rule{
		{
			Code: "names.organisation-first", Family: NameFamily, Severity: Warning, Sources: reason.Said("C9", "C10"),
			broken: text{
				"Der Kanalname {name} beginnt mit dem Absender statt mit dem Thema.",
				"The channel name {name} begins with the sender instead of the topic.",
			},
			remedy: text{"Das Thema gehört in den Namen, der Absender in die Kurzbeschreibung.", "The topic belongs in the name, the sender in the bio."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if n, ok := c.channelNames[i]; ok && c.video(ch) && n.Has(naming.OrganisationFirst) {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "name"), reason.Text("name", c.label(ch))))
					}
				}
				return vs
			},
		},
		{
			Code: "names.topic", Family: NameFamily, Severity: Warning, Sources: reason.Said("C10"),
			broken: text{
				"„{name}“ ist aus der Sicht des Amtes formuliert ({score} von 100 Punkten). Zum Beispiel besser: {better}.",
				"“{name}” is worded from the office's point of view ({score} of 100 points). Better, for example: {better}.",
			},
			remedy: text{"Benennen Sie Themen so, wie Menschen danach fragen.", "Name topics as people ask for them."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, t := range c.brief.Topics {
					n := c.topicNames[i]
					if n.Band != naming.OfficeView {
						continue
					}
					better := reason.Word("better", "der Nutzen für die Menschen statt der Aufgabe des Amtes", "what people get out of it instead of the office's task")
					if s := c.suggestions[i]; len(s) > 0 {
						better = reason.Text("better", s[0].Text)
					}
					vs = append(vs, brokenAt(check.Pointer("topics", i, "name"), reason.Text("name", t.Name), reason.Count("score", int64(n.Score)), better))
				}
				return vs
			},
		},
	}
}

// communityRules: listen and answer (F20), and be ready when critical comments
// drive the reach (F6).
func communityRules() []Rule {
	return []Rule{
		{
			Code: "community.reply", Family: CommunityFamily, Severity: Warning, Sources: reason.Said("F20", "F6"),
			ask:    text{"In wie vielen Stunden Kommentare beantwortet werden, ist nicht gesagt.", "Within how many hours comments are answered is not stated."},
			remedy: text{"Versprechen Sie eine Zeit, die Sie auch am Freitag halten.", "Promise a time that you can keep on a Friday too."},
			judge: func(c *caseOf) []verdict {
				if c.brief.Community.ReplyHours == nil {
					return []verdict{unknownAt("/community/replyHours")}
				}
				return nil
			},
		},
		{
			Code: "community.hours", Family: CommunityFamily, Severity: Warning, Sources: reason.Said("F20"),
			broken: text{"Für Kommentare ist keine Arbeitszeit vorgesehen.", "No working time is set aside for comments."},
			ask:    text{"Wie viele Stunden für Kommentare frei sind, ist nicht gesagt.", "How many hours are free for comments is not stated."},
			remedy: text{"Planen Sie nach jedem Video eine feste Zeit zum Antworten ein.", "Plan a fixed time to answer after every video."},
			judge: func(c *caseOf) []verdict {
				switch h := c.brief.Community.HoursPerWeek; {
				case h == nil:
					return []verdict{unknownAt("/community/hoursPerWeek")}
				case *h == 0:
					return []verdict{brokenAt("/community/hoursPerWeek")}
				default:
					return nil
				}
			},
		},
		{
			Code: "community.load", Family: CommunityFamily, Severity: Warning, Sources: append(reason.Said("F6", "F20"), ours()),
			broken: text{
				"Für Kommentare {have?ist|sind} {have:Stunde|Stunden} in der Woche vorgesehen, zu erwarten sind in der Mitte {need}.",
				"{have:hour is|hours are} set aside for comments a week; {need} are to be expected in the middle.",
			},
			remedy: text{"Planen Sie mehr Zeit ein oder versprechen Sie weniger Antworten.", "Set more time aside or promise fewer answers."},
			judge: func(c *caseOf) []verdict {
				have := c.brief.Community.HoursPerWeek
				if have == nil || *have == 0 || c.load == nil || float64(*have) >= c.load.Hours.P50()*(1-1e-9) {
					return nil
				}
				return []verdict{brokenAt("/community/hoursPerWeek", reason.Hours("have", *have), reason.Hours("need", measure.Hours(c.load.Hours.P50())))}
			},
		},
		{
			Code: "community.out-of-hours", Family: CommunityFamily, Severity: Warning, Sources: reason.Said("F20"),
			broken: text{"Abends und am Wochenende sieht niemand nach den Kommentaren.", "Nobody looks at the comments in the evening and at the weekend."},
			ask:    text{"Ob abends und am Wochenende jemand nach den Kommentaren sieht, ist nicht gesagt.", "Whether somebody looks at the comments in the evening and at the weekend is not stated."},
			remedy: text{"Posten Sie, wenn danach zwei Stunden lang jemand da ist, und filtern Sie Wörter über Nacht.", "Post when somebody is there for two hours afterwards, and filter words overnight."},
			judge:  wantYes("/community/outOfHours", func(b Brief) measure.Answer { return b.Community.OutOfHours }),
		},
		{
			Code: "community.spiral", Family: CommunityFamily, Severity: Warning, Sources: reason.Said("F6"),
			broken: text{
				"Nicht geregelt ist, was geschieht, wenn kritische Kommentare die Reichweite treiben.",
				"It is not settled what happens when critical comments drive the reach.",
			},
			ask: text{
				"Ob geregelt ist, was geschieht, wenn kritische Kommentare die Reichweite treiben, ist nicht gesagt.",
				"Whether it is settled what happens when critical comments drive the reach is not stated.",
			},
			remedy: text{
				"Legen Sie fest, wer antwortet, wann die Kommentare geschlossen werden und wer das entscheidet.",
				"Settle who answers, when comments on a video are closed, and who decides that.",
			},
			judge: wantYes("/community/spiralPlan", func(b Brief) measure.Answer { return b.Community.SpiralPlan }),
		},
	}
}
