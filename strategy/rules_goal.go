package strategy

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// goalRules: before the start, the goal as exact as possible (F10), a niche and
// a promise (F11), and a need behind every topic (F12).
func goalRules() []Rule {
	return []Rule{
		{
			Code: "goal.kind", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F10", "K3", "K9", "S3"),
			ask: text{
				"Wozu der Kanal da ist, steht noch nicht fest: informieren, Falschem widersprechen, Haltung zeigen, Personal gewinnen, helfen oder neue Menschen erreichen.",
				"What the channel is for is not settled: inform, counter false reports, stand for values, recruit, help or reach new people.",
			},
			remedy: text{"Einigen Sie sich auf ein oder zwei Ziele.", "Agree on one or two goals."},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.Goal.Kinds) == 0 {
					return []verdict{unknownAt("/goal/kinds")}
				}
				return nil
			},
		},
		{
			Code: "goal.change", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F10"),
			ask: text{
				"Es fehlt ein Satz dazu, was sich durch den Kanal draußen ändern soll.",
				"There is no sentence on what the channel is to change in the real world.",
			},
			remedy: text{
				"Beschreiben Sie die Veränderung ohne das Wort Kanal, zum Beispiel: Mehr Erstwählende gehen zur Wahl.",
				"Describe the change without the word channel, such as: more first-time voters go to the polls.",
			},
			judge: wantText("/goal/change", func(b Brief) string { return b.Goal.Change }),
		},
		{
			Code: "goal.measure", Family: GoalFamily, Severity: Warning, Sources: append(reason.Said("F10"), ours()),
			broken: text{
				"Das Ziel hat ein Maß, aber Ausgangswert, Zielwert oder Termin fehlen.",
				"The goal has a measure but lacks its value today, its target or its date.",
			},
			ask: text{
				"Woran man die Veränderung sieht, steht nicht fest.",
				"How the change will be seen is not settled.",
			},
			remedy: text{
				"Legen Sie ein Maß mit Wert heute, Zielwert und Termin fest. Es darf klein sein.",
				"Set a measure with its value today, a target and a date. It may be small.",
			},
			judge: func(c *caseOf) []verdict {
				g := c.brief.Goal
				switch {
				case g.Measure == "":
					return []verdict{unknownAt("/goal/measure")}
				case g.From == nil || g.To == nil || g.By.IsZero():
					return []verdict{brokenAt("/goal/measure")}
				default:
					return nil
				}
			},
		},
		{
			Code: "goal.past", Family: GoalFamily, Severity: Warning, Sources: []measure.Source{ours()},
			broken: text{
				"Der Termin des Ziels, {by}, ist schon vorbei.",
				"The date of the goal, {by}, has already passed.",
			},
			remedy: text{"Ziehen Sie Bilanz und setzen Sie ein neues Ziel.", "Take stock and set a new goal."},
			judge: func(c *caseOf) []verdict {
				by := c.brief.Goal.By
				if by.IsZero() || !by.Before(c.today) {
					return nil
				}
				return []verdict{brokenAt("/goal/by", reason.Day("by", by))}
			},
		},
		{
			Code: "goal.audience", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F12", "K3"),
			ask: text{
				"Wen der Kanal erreichen soll, steht nicht fest.",
				"Whom the channel is to reach is not settled.",
			},
			remedy: text{"Nennen Sie Altersgruppen, zum Beispiel 14-19.", "Name age bands, such as 14-19."},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.Audience.Bands) == 0 {
					return []verdict{unknownAt("/audience/bands")}
				}
				return nil
			},
		},
		{
			Code: "goal.needs", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F12"),
			ask: text{
				"Was die Menschen brauchen, die der Kanal erreichen soll, steht nicht fest.",
				"What the people whom the channel is to reach need is not settled.",
			},
			remedy: text{
				"Fragen Sie fünf von ihnen, wofür sie die Plattform nutzen und was ihnen fehlt.",
				"Ask five of them what they use the platform for and what they lack.",
			},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.Audience.Needs) == 0 {
					return []verdict{unknownAt("/audience/needs")}
				}
				return nil
			},
		},
		{
			Code: "goal.place", Family: GoalFamily, Severity: Warning, Sources: []measure.Source{ours()},
			ask: text{
				"Wie viele Menschen im Ort oder Gebiet leben, ist nicht gesagt. Ohne diese Zahl gibt es keine Reichweite.",
				"How many people live in the place or area is not stated. Without that number there is no reach.",
			},
			remedy: text{"Die Zahl steht beim Statistischen Landesamt.", "The state's statistical office has the number."},
			judge: func(c *caseOf) []verdict {
				if c.brief.Place.Inhabitants == nil {
					return []verdict{unknownAt("/place/inhabitants")}
				}
				return nil
			},
		},
		{
			Code: "goal.niche", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F11"),
			ask: text{
				"Eine Nische, ein genaues Thema, ist nicht genannt.",
				"A niche, one exact topic, is not named.",
			},
			remedy: text{"Sagen Sie in höchstens sechs Wörtern, worum es geht.", "Say in at most six words what it is about."},
			judge:  wantText("/goal/niche", func(b Brief) string { return b.Goal.Niche }),
		},
		{
			Code: "goal.promise", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F11"),
			ask: text{
				"Es fehlt die Antwort auf die Frage: Warum soll ich mir das ansehen?",
				"There is no answer to the question: why should I watch this?",
			},
			remedy: text{
				"Versprechen Sie den Zuschauenden etwas, das sie davon haben.",
				"Promise the viewers something they get out of it.",
			},
			judge: wantText("/goal/promise", func(b Brief) string { return b.Goal.Promise }),
		},
		{
			Code: "goal.own-content", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F11"),
			broken: text{
				"Der Kanal {channel} zeigt die Inhalte anderer Plattformen als Video.",
				"The channel {channel} shows other platforms' content as video.",
			},
			ask: text{
				"Ob {channel} eigene Inhalte für die Plattform bekommt, ist nicht gesagt.",
				"Whether {channel} gets content made for the platform is not stated.",
			},
			remedy: text{"Machen Sie Videos für die Plattform, nicht Meldungen als Video.", "Make videos for the platform, not notices as video."},
			judge: eachInterestChannel(func(c *caseOf, at string, ch Channel, _ platform.Profile) []verdict {
				return answer(at+"/ownContent", ch.OwnContent, reason.Text("channel", c.label(ch)))
			}),
		},
		{
			Code: "goal.topic-need", Family: GoalFamily, Severity: Warning, Sources: reason.Said("F12"),
			ask: text{
				"Welches Bedürfnis das Thema {topic} trifft, ist nicht gesagt.",
				"Which need the topic {topic} meets is not stated.",
			},
			remedy: text{
				"Fragen Sie zuerst, was die Menschen brauchen, dann nach dem Thema.",
				"Ask what people need first, and for the topic second.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, t := range c.brief.Topics {
					if t.Need == "" {
						vs = append(vs, unknownAt(check.Pointer("topics", i, "need"), reason.Text("topic", t.Name)))
					}
				}
				return vs
			},
		},
	}
}
