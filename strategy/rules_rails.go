package strategy

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

const (
	// fewTopics is how many topics count as few. K8 says "few" without a number; five is
	// our rule of thumb.
	fewTopics = 5
	// trendDays is how many working days an approval may take when trends are taken
	// up: about half of the views of a video come within the first week
	// (trendpop, certainty C), so a later video meets a trend that is over.
	trendDays = 3
)

// railRules: what the body rules out, demands and looks back on.
func railRules() []Rule {
	return []Rule{
		{
			Code: "rails.paid-ads", Family: RailFamily, Severity: Warning, Sources: reason.Said("K5", "F5"),
			ask:    text{"Ob bezahlte Werbung ausgeschlossen ist, steht nicht fest.", "Whether paid advertising is ruled out is not settled."},
			remedy: text{"Entscheiden Sie das vor dem Start und schreiben Sie es auf.", "Decide that before the start and write it down."},
			judge: func(c *caseOf) []verdict {
				if c.brief.GuardRails.PaidAds.Given() {
					return nil
				}
				return []verdict{unknownAt("/guardRails/paidAds")}
			},
		},
		{
			Code: "rails.own-device", Family: RailFamily, Severity: Warning, Sources: append(reason.Said("S8"), officialDevices()),
			broken: text{"Die App läuft auf einem Gerät, das auch für anderes dient.", "The app runs on a device that also serves other purposes."},
			ask:    text{"Ob die App auf einem eigenen Gerät läuft, ist nicht gesagt.", "Whether the app runs on a device of its own is not stated."},
			remedy: text{"Ein Telefon nur für den Kanal, ohne Dienstpost und Kontakte.", "A phone for the channel alone, without office mail and contacts."},
			judge:  wantYes("/guardRails/ownDevice", func(b Brief) measure.Answer { return b.GuardRails.OwnDevice }),
		},
		{
			Code: "rails.data-separated", Family: RailFamily, Severity: Stop, Sources: reason.Said("S8"),
			broken: text{"Vom Gerät des Kanals führt ein Weg zu internen Daten.", "There is a way from the channel's device to internal data."},
			ask:    text{"Ob interne Daten vom Gerät des Kanals aus unerreichbar sind, ist nicht gesagt.", "Whether internal data cannot be reached from the channel's device is not stated."},
			remedy: text{"Trennen Sie Gerät und Netz, bevor der Kanal startet.", "Separate device and network before the channel starts."},
			judge:  wantYes("/guardRails/dataSeparated", func(b Brief) measure.Answer { return b.GuardRails.DataSeparated }),
		},
		{
			Code: "rails.topics-agreed", Family: RailFamily, Severity: Warning, Sources: reason.Said("K8"),
			broken: text{"Die Themen sind im Haus nicht abgestimmt.", "The topics are not agreed in-house."},
			ask:    text{"Ob die Themen im Haus abgestimmt sind, ist nicht gesagt.", "Whether the topics are agreed in-house is not stated."},
			remedy: text{"Stimmen Sie wenige Themenfelder eng ab, dann braucht nicht jedes Video eine Freigabe.", "Agree closely on a few topic areas; then not every video needs approval."},
			judge:  wantYes("/guardRails/topicsAgreed", func(b Brief) measure.Answer { return b.GuardRails.TopicsAgreed }),
		},
		{
			Code: "rails.few-topics", Family: RailFamily, Severity: Warning, Sources: append(reason.Said("K8"), ours()),
			broken: text{
				"{topics:Thema|Themen} sind zu viele, um für etwas bekannt zu werden.",
				"{topics:topic is|topics are} too many to become known for something.",
			},
			remedy: text{"Beschränken Sie sich auf höchstens fünf.", "Keep to five at most."},
			judge: func(c *caseOf) []verdict {
				if n := len(c.brief.Topics); n > fewTopics {
					return []verdict{brokenAt("/topics", reason.Count("topics", int64(n)))}
				}
				return nil
			},
		},
		{
			Code: "rails.topicality", Family: RailFamily, Severity: Note, Sources: reason.Said("K8", "C5"),
			broken: text{
				"Gewählt ist: {choice}. Die Quellen sind sich nicht einig: Eine Stiftung will kein weiterer Ort für Tagesthemen sein, ein Fachbeitrag lobt gerade das Aufgreifen des Aktuellen.",
				"The choice is: {choice}. The sources disagree: one foundation does not want to be one more outlet for topics of the day, an article praises taking up what is current.",
			},
			ask: text{
				"Ob der Kanal Tagesthemen aufgreift, steht nicht fest. Die Quellen sind sich nicht einig, es ist Ihre Wahl.",
				"Whether the channel takes up topics of the day is not settled. The sources disagree; the choice is yours.",
			},
			remedy: text{"Wählen Sie bewusst und sagen Sie es dem Team.", "Choose deliberately and tell the team."},
			judge: func(c *caseOf) []verdict {
				switch c.brief.GuardRails.Topicality {
				case LeaveOut:
					return []verdict{brokenAt("/guardRails/topicality", reason.Word("choice", "Tagesthemen bleiben draußen", "topics of the day are left out"))}
				case TakeUp:
					return []verdict{brokenAt("/guardRails/topicality", reason.Word("choice", "Aktuelles wird aufgegriffen", "current topics are taken up"))}
				default:
					return []verdict{unknownAt("/guardRails/topicality")}
				}
			},
		},
		{
			Code: "rails.contradiction", Family: RailFamily, Severity: Warning, Sources: reason.Said("K8", "C5"),
			broken: text{
				"{channel} greift Trends auf, die Leitplanken schließen Tagesthemen aber aus.",
				"{channel} takes up trends, but the guard rails leave topics of the day out.",
			},
			remedy: text{"Ändern Sie das eine oder das andere. Ein Trend in der Form ist kein Tagesthema; sagen Sie, was gilt.", "Change one or the other. A trend in form is no topic of the day; say which holds."},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if c.brief.GuardRails.Topicality == LeaveOut && ch.Trends == measure.Yes && c.posts(ch) {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "trends"), reason.Text("channel", c.label(ch))))
					}
				}
				return vs
			},
		},
		{
			Code: "rails.approval", Family: RailFamily, Severity: Warning, Sources: append(reason.Said("F13"), ours()),
			broken: text{
				"Eine Freigabe dauert {days:Arbeitstag|Arbeitstage}. Bis dahin ist ein Trend vorbei, den das Video aufgreift.",
				"An approval takes {days:working day|working days}. By then the trend that the video takes up is over.",
			},
			ask:    text{"Wie lange eine Freigabe dauert, ist nicht gesagt.", "How long an approval takes is not stated."},
			remedy: text{"Geben Sie Themen frei, nicht einzelne Videos.", "Approve topics, not single videos."},
			judge: func(c *caseOf) []verdict {
				days := c.brief.Team.ApprovalDays
				switch {
				case days == nil:
					return []verdict{unknownAt("/team/approvalDays")}
				case c.brief.GuardRails.Topicality == TakeUp && *days > trendDays+1e-9:
					return []verdict{brokenAt("/team/approvalDays", reason.Number("days", *days, 1))}
				default:
					return nil
				}
			},
		},
		{
			Code: "rails.preparation", Family: RailFamily, Severity: Warning, Sources: reason.Said("S7"),
			broken: text{"Das Team hat sich mit der Plattform und ihrer Kritik nicht befasst.", "The team has not studied the platform and what its critics say."},
			ask:    text{"Ob sich das Team mit der Plattform und ihrer Kritik befasst hat, ist nicht gesagt.", "Whether the team has studied the platform and what its critics say is not stated."},
			remedy: text{"Sehen Sie vier Wochen zu, bevor Sie posten.", "Watch for four weeks before you post."},
			judge:  wantYes("/guardRails/preparation", func(b Brief) measure.Answer { return b.GuardRails.Preparation }),
		},
		{
			Code: "rails.peers", Family: RailFamily, Severity: Warning, Sources: reason.Said("K7"),
			broken: text{"Es gibt keinen Austausch mit anderen, die das schon machen.", "There is no exchange with others who already do it."},
			ask:    text{"Ob es Austausch mit anderen gibt, die das schon machen, ist nicht gesagt.", "Whether there is exchange with others who already do it is not stated."},
			remedy: text{"Fragen Sie drei ähnliche Häuser nach ihren Stunden und ihren Fehlern.", "Ask three similar organisations about their hours and their mistakes."},
			judge:  wantYes("/guardRails/peerExchange", func(b Brief) measure.Answer { return b.GuardRails.PeerExchange }),
		},
		{
			Code: "rails.review", Family: RailFamily, Severity: Warning, Sources: reason.Said("K6", "A1"),
			broken: text{"Der letzte Termin zum Bilanzziehen, {day}, ist vorbei.", "The last review date, {day}, has passed."},
			ask:    text{"Es gibt keinen Tag, an dem der Kanal überprüft wird.", "There is no day on which the channel is reviewed."},
			remedy: text{"Setzen Sie einen Termin nach drei und einen nach zwölf Monaten.", "Set a date after three and one after twelve months."},
			judge: func(c *caseOf) []verdict {
				var last measure.Date
				for _, d := range c.brief.GuardRails.ReviewDates {
					if !d.Before(c.today) {
						return nil
					}
					if d.After(last) {
						last = d
					}
				}
				if last.IsZero() {
					return []verdict{unknownAt("/guardRails/reviewDates")}
				}
				return []verdict{brokenAt("/guardRails/reviewDates", reason.Day("day", last))}
			},
		},
		{
			Code: "rails.exit", Family: RailFamily, Severity: Warning, Sources: reason.Said("K6", "K3"),
			ask:    text{"Es gibt kein Kriterium, nach dem der Kanal endet.", "There is no criterion by which the channel ends."},
			remedy: text{"Legen Sie fest, welcher Wert ab welchem Tag welche Grenze nicht unterschreiten darf.", "Settle which figure must not fall below which line, and from which day."},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.GuardRails.ExitCriteria) == 0 {
					return []verdict{unknownAt("/guardRails/exitCriteria")}
				}
				return nil
			},
		},
		{
			Code: "rails.crisis-plan", Family: RailFamily, Severity: Warning, Sources: append(reason.Said("F6", "A2"), ours()),
			broken: text{"Für den Krisenfall ist nichts geregelt.", "Nothing is settled for a crisis."},
			ask:    text{"Ob es einen Krisenplan gibt, ist nicht gesagt.", "Whether there is a crisis plan is not stated."},
			remedy: text{"Ein Blatt: wer entscheidet was, in wie vielen Stunden, auf welchem Kanal.", "One page: who decides what, within how many hours, on which channel."},
			judge:  wantYes("/guardRails/crisisPlan", func(b Brief) measure.Answer { return b.GuardRails.CrisisPlan }),
		},
	}
}
