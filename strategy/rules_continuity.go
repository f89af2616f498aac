package strategy

import (
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// endless is the number of videos a week from which the brief is asked whether
// they are made to deliver. The expert names no number; one a day is our rule of thumb.
const endless = 7

// weakScore is the continuity score below which a viewer cannot count on the
// channel: fewer than half of the coming weeks are expected to be kept.
const weakScore = 50

// continuityRules: continuity is key, regularly and often (F15), in a rhythm
// the team can keep (F13), but not endless videos only to deliver (F16).
func continuityRules() []Rule {
	return []Rule{
		{
			Code: "continuity.hours", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("F13", "C3"),
			ask: text{
				"Wie viele Stunden in der Woche das Team hat, ist nicht gesagt. Ohne sie lässt sich kein Rhythmus finden.",
				"How many hours a week the team has is not stated. Without them no rhythm can be found.",
			},
			remedy: text{"Rechnen Sie ehrlich: Stunden, die jede Woche wirklich frei sind.", "Count honestly: hours that are really free every week."},
			judge: func(c *caseOf) []verdict {
				if c.brief.Team.HoursPerWeek == nil {
					return []verdict{unknownAt("/team/hoursPerWeek")}
				}
				return nil
			},
		},
		{
			Code: "continuity.rhythm", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("F13"),
			broken: text{
				"Geplant {planned?ist|sind} {planned:Video|Videos} in der Woche, das {need?ist|sind} {need:Stunde|Stunden}, das Team hat {have}.",
				"{planned:video a week is|videos a week are} planned, which takes {need:hour|hours}; the team has {have}.",
			},
			remedy: text{
				"Wählen Sie einen Rhythmus, der auch in einer Krankheitswoche hält, und legen Sie einen Vorrat an.",
				"Choose a rhythm that also holds in a week of sickness, and build up a stock.",
			},
			judge: func(c *caseOf) []verdict {
				planned, known := c.plannedVideos()
				t := c.brief.Team
				if !known || t.HoursPerWeek == nil {
					return nil
				}
				need := planned * float64(c.hoursPerVideo())
				have := float64(c.freeHours())
				if need <= have*(1+1e-9) {
					return nil
				}
				return []verdict{brokenAt("/team/hoursPerWeek", reason.Number("planned", planned, 1),
					reason.Hours("need", measure.Hours(need)), reason.Hours("have", measure.Hours(have)))}
			},
		},
		{
			Code: "continuity.often", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("F15"),
			broken: text{
				"{channel} plant weniger als ein Video in der Woche. Vertrauen wächst, wenn regelmäßig und oft etwas kommt.",
				"{channel} plans less than one video a week. Trust grows when something comes regularly and often.",
			},
			ask: text{"Wie oft {channel} etwas zeigt, ist nicht gesagt.", "How often {channel} shows something is not stated."},
			remedy: text{
				"Planen Sie wenigstens ein Video in der Woche, sonst lieber einen gemeinsamen Kanal mit anderen.",
				"Plan at least one video a week, or rather a shared channel with others.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if !c.posts(ch) || !c.video(ch) {
						continue
					}
					at := check.Pointer("channels", i, "videosPerWeek")
					if ch.VideosPerWeek == nil {
						vs = append(vs, unknownAt(at, reason.Text("channel", c.label(ch))))
					} else if *ch.VideosPerWeek < 1-1e-9 {
						vs = append(vs, brokenAt(at, reason.Text("channel", c.label(ch))))
					}
				}
				return vs
			},
		},
		{
			Code: "continuity.endless", Family: ContinuityFamily, Severity: Warning, Sources: append(reason.Said("F16"), ours()),
			broken: text{
				"{channel} plant {planned:Video|Videos} in der Woche. Mehr als eines am Tag heißt liefern, um zu liefern.",
				"{channel} plans {planned:video|videos} a week. More than one a day is delivery for delivery's sake.",
			},
			remedy: text{"Weniger Videos, bessere Ideen.", "Fewer videos, better ideas."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if ch.VideosPerWeek != nil && *ch.VideosPerWeek > endless+1e-9 {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "videosPerWeek"), reason.Text("channel", c.label(ch)), reason.Number("planned", *ch.VideosPerWeek, 1)))
					}
				}
				return vs
			},
		},
		{
			Code: "continuity.variety", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("F15", "F5"),
			broken: text{
				"Es gibt nur ein Thema. Gewünscht sind verschiedene Inhalte, damit es spannend bleibt.",
				"There is only one topic. Different content is wanted, so that it stays interesting.",
			},
			remedy: text{"Erzählen Sie das eine Thema in mehreren wiederkehrenden Formaten.", "Tell the one topic in several recurring formats."},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.Topics) != 1 {
					return nil
				}
				return []verdict{brokenAt("/topics")}
			},
		},
		{
			Code: "continuity.silence", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("C6", "F15"),
			broken: text{
				"{channel} schweigt seit {days:Tag|Tagen} ohne Ankündigung.",
				"{channel} has been silent for {days:day|days} without an announcement.",
			},
			remedy: text{
				"Kündigen Sie die Pause an, mit einem Tag, an dem es weitergeht, oder schließen Sie den Kanal mit einem Abschied.",
				"Announce the pause with a day on which it goes on, or close the channel with a farewell.",
			},
			judge: eachHistory(func(c *caseOf, at string, ch Channel, r cadence.Report) []verdict {
				if s := r.Standing.Status; s != cadence.StatusSilent && s != cadence.StatusOverdue {
					return nil
				}
				return []verdict{brokenAt(at+"/posts", reason.Text("channel", c.label(ch)), reason.Count("days", int64(c.today.Sub(r.Standing.Since))))}
			}),
		},
		{
			Code: "continuity.open-pause", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("C6"),
			broken: text{
				"{channel} pausiert ohne genanntes Ende. Eine Ankündigung entschuldigt die Lücke, sie hält aber das Publikum nicht.",
				"{channel} is paused without a stated end. Announcing excuses the gap, but it does not keep the audience.",
			},
			remedy: text{"Nennen Sie einen Tag, an dem Sie entscheiden, ob es weitergeht.", "Name a day on which you decide whether it goes on."},
			judge: eachHistory(func(c *caseOf, at string, ch Channel, r cadence.Report) []verdict {
				if r.Standing.Status != cadence.StatusPausedOpen {
					return nil
				}
				return []verdict{brokenAt(at+"/pauses", reason.Text("channel", c.label(ch)))}
			}),
		},
		{
			Code: "continuity.weak", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("F15"),
			broken: text{
				"{channel} hat {score} von 100 Punkten für Kontinuität: So viel Prozent der nächsten Wochen bekommen voraussichtlich ein Video.",
				"{channel} scores {score} of 100 for continuity: that percentage of the coming weeks is expected to get a video.",
			},
			remedy: text{
				"Halten Sie zwölf Wochen lang den kleinsten Rhythmus ein, den Sie sicher schaffen.",
				"Keep the smallest rhythm you are sure of for twelve weeks.",
			},
			judge: eachHistory(func(c *caseOf, at string, ch Channel, r cadence.Report) []verdict {
				if r.Score == nil || r.Score.Points >= weakScore {
					return nil
				}
				return []verdict{brokenAt(at+"/posts", reason.Text("channel", c.label(ch)), reason.Number("score", r.Score.Points, 0))}
			}),
		},
		{
			Code: "continuity.alone", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("C8", "C9"),
			broken: text{
				"Allein hält das Team kein Video in der Woche durch, höchstens {rhythm}. Andere, die dasselbe Thema haben, sind nicht genannt.",
				"Alone the team cannot keep a video a week, at most {rhythm}. Others with the same topic are not named.",
			},
			remedy: text{
				"Suchen Sie Träger mit demselben Thema für einen gemeinsamen Kanal.",
				"Look for carriers with the same topic for a shared channel.",
			},
			judge: func(c *caseOf) []verdict {
				if c.kept == nil || c.kept.Weekly.Rhythm.PerWeek() >= 1-1e-9 || len(c.brief.Partners) > 0 {
					return nil
				}
				return []verdict{brokenAt("/partners", c.kept.Weekly.Rhythm.Figure("rhythm"))}
			},
		},
		{
			Code: "continuity.partner-hours", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("C11", "C12"),
			broken: text{
				"{partner} will mitmachen, bringt aber keine Stunde ein.",
				"{partner} wants to take part but puts in no hours.",
			},
			ask:    text{"Wie viele Stunden {partner} einbringt, ist nicht gesagt.", "How many hours {partner} puts in is not stated."},
			remedy: text{"Vereinbaren Sie Stunden, nicht nur guten Willen.", "Agree on hours, not just on goodwill."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, p := range c.brief.Partners {
					at, name := check.Pointer("partners", i, "hoursPerWeek"), reason.Text("partner", p.Name)
					switch {
					case p.Willing == measure.No:
					case p.HoursPerWeek == nil:
						vs = append(vs, unknownAt(at, name))
					case *p.HoursPerWeek == 0:
						vs = append(vs, brokenAt(at, name))
					}
				}
				return vs
			},
		},
		{
			Code: "continuity.absence", Family: ContinuityFamily, Severity: Warning, Sources: append(reason.Said("F13"), ours()),
			broken: text{"Bei Urlaub und Krankheit steht der Kanal still.", "During leave and sickness the channel stands still."},
			ask:    text{"Wer bei Urlaub und Krankheit übernimmt, ist nicht gesagt.", "Who takes over during leave and sickness is not stated."},
			remedy: text{
				"Geben Sie zwei Menschen Zugang und legen Sie fertige Videos auf Vorrat.",
				"Give access to two people and keep finished videos in stock.",
			},
			judge: wantYes("/team/absenceCover", func(b Brief) measure.Answer { return b.Team.AbsenceCover }),
		},
		{
			Code: "continuity.experiments", Family: ContinuityFamily, Severity: Warning, Sources: reason.Said("C2", "F16"),
			broken: text{"Für Versuche ist keine Stunde frei.", "No hours are free for experiments."},
			ask:    text{"Wie viele Stunden für Versuche frei bleiben, ist nicht gesagt.", "How many hours stay free for experiments is not stated."},
			remedy: text{"Halten Sie ein Zehntel der Zeit frei, um Neues zu versuchen.", "Keep a tenth of the time free to try new things."},
			judge: func(c *caseOf) []verdict {
				switch h := c.brief.Team.ExperimentHours; {
				case h == nil:
					return []verdict{unknownAt("/team/experimentHours")}
				case *h == 0:
					return []verdict{brokenAt("/team/experimentHours")}
				default:
					return nil
				}
			},
		},
	}
}

// eachHistory judges the channels whose posting history is known.
func eachHistory(judge func(c *caseOf, at string, ch Channel, r cadence.Report) []verdict) func(*caseOf) []verdict {
	return func(c *caseOf) []verdict {
		var vs []verdict
		for i, ch := range c.brief.Channels {
			if r, ok := c.reports[i]; ok && ch.State != portfolio.Left {
				vs = append(vs, judge(c, check.Pointer("channels", i), ch, r)...)
			}
		}
		return vs
	}
}
