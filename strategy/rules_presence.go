package strategy

import (
	"slices"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// presenceRules: the body as a whole appears through its people (F9), like a
// creator, with a fairly fixed team (C4).
func presenceRules() []Rule {
	return []Rule{
		{
			Code: "presence.people-first", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("F9", "C4"),
			broken: text{
				"In den Videos steht das Logo vor den Menschen.",
				"In the videos the logo comes before the people.",
			},
			ask:    text{"Wer in den Videos zu sehen ist, steht nicht fest.", "Who is seen in the videos is not settled."},
			remedy: text{"Zeigen Sie in der ersten Sekunde einen Menschen, kein Logo.", "Show a person in the first second, not a logo."},
			judge:  wantYes("/presence/peopleFirst", func(b Brief) measure.Answer { return b.Presence.PeopleFirst }),
		},
		{
			Code: "presence.fixed-team", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("C4"),
			broken: text{
				"Es gibt keine festen Gesichter. Eine Stiftung gewann ihre Fans mit einem ziemlich festen Team.",
				"There are no fixed faces. One foundation won its fans with a fairly fixed team.",
			},
			ask:    text{"Ob dieselben Gesichter wiederkommen, ist nicht gesagt.", "Whether the same faces come back is not stated."},
			remedy: text{"Bauen Sie auf zwei bis vier Menschen, die wiederkommen.", "Build on two to four people who come back."},
			judge:  wantYes("/presence/fixedTeam", func(b Brief) measure.Answer { return b.Presence.FixedTeam }),
		},
		{
			Code: "presence.head", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("S6", "F9"),
			broken: text{
				"Politische Themen kommen ohne die Spitze des Hauses aus.",
				"Political topics do without the head of the house.",
			},
			ask: text{
				"Ob bei politischen Themen Bürgermeisterin, Bürgermeister oder Leitung spricht, ist nicht gesagt.",
				"Whether the mayor or head speaks on political topics is not stated.",
			},
			remedy: text{
				"Lassen Sie zu politischen Themen die Spitze sprechen, zu allen anderen die Fachleute.",
				"Let the head speak on political topics, the people who do the work on all others.",
			},
			judge: func(c *caseOf) []verdict {
				if !c.brief.Body.public() {
					return nil
				}
				return answer("/presence/headPolitical", c.brief.Presence.HeadPolitical)
			},
		},
		{
			Code: "presence.creator-style", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("F9", "F16"),
			broken: text{
				"Die Videos sind wie ein Werbefilm gedacht, nicht wie die von Creators.",
				"The videos are made like a commercial, not the way creators make them.",
			},
			ask: text{
				"Ob die Videos wie die von Creators gemacht werden, ist nicht gesagt.",
				"Whether the videos are made as creators make them is not stated.",
			},
			remedy: text{
				"Mensch nach vorn, echt, mit dem Telefon gedreht: Die Idee zählt, der Schnitt nicht.",
				"Person in front, authentic, filmed with a phone: the idea counts, not the editing.",
			},
			judge: func(c *caseOf) []verdict {
				if !slices.ContainsFunc(c.brief.Channels, func(ch Channel) bool { return c.video(ch) && c.posts(ch) }) {
					return nil
				}
				return answer("/presence/creatorStyle", c.brief.Presence.CreatorStyle)
			},
		},
		{
			Code: "presence.corporate", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("F14"),
			broken: text{
				"{channel} folgt auf {platform} der Corporate Identity. Dort spielt sie keine Rolle.",
				"{channel} follows the corporate identity on {platform}, where it plays no role.",
			},
			remedy: text{
				"Lassen Sie die Corporate Identity auf TikTok weg und behalten Sie sie auf den anderen Plattformen.",
				"Leave the corporate identity out on TikTok and keep it on the other platforms.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if ch.Platform == platform.TikTok && c.posts(ch) && ch.Corporate == measure.Yes {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "corporate"), reason.Text("channel", c.label(ch)), reason.Text("platform", c.profile(ch).Title)))
					}
				}
				return vs
			},
		},
		{
			Code: "presence.corporate-kept", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("F14"),
			broken: text{
				"{channel} verzichtet auf {platform} auf die Corporate Identity.",
				"{channel} does without the corporate identity on {platform}.",
			},
			remedy: text{
				"Nur auf TikTok spielt die Corporate Identity keine Rolle. Behalten Sie sie hier.",
				"Only on TikTok does the corporate identity play no role. Keep it here.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if ch.Platform != platform.TikTok && c.posts(ch) && ch.Corporate == measure.No {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "corporate"), reason.Text("channel", c.label(ch)), reason.Text("platform", c.profile(ch).Title)))
					}
				}
				return vs
			},
		},
		{
			Code: "presence.target-group", Family: PresenceFamily, Severity: Warning, Sources: reason.Said("F20"),
			broken: text{
				"Im Team ist niemand aus der Zielgruppe.",
				"Nobody in the team belongs to the target group.",
			},
			ask:    text{"Ob jemand aus der Zielgruppe mitmacht, ist nicht gesagt.", "Whether somebody of the target group takes part is not stated."},
			remedy: text{"Holen Sie Auszubildende oder Freiwillige ins Team.", "Bring trainees or volunteers into the team."},
			judge: func(c *caseOf) []verdict {
				members := c.brief.Team.Members
				if slices.ContainsFunc(members, func(m Member) bool { return m.TargetGroup == measure.Yes }) {
					return nil
				}
				if len(members) == 0 || slices.ContainsFunc(members, func(m Member) bool { return !m.TargetGroup.Given() }) {
					return []verdict{unknownAt("/team/members")}
				}
				return []verdict{brokenAt("/team/members")}
			},
		},
		{
			Code: "presence.influencers", Family: PresenceFamily, Severity: Note, Sources: append(reason.Said("A5"), ours()),
			broken: text{
				"{names} {count?leiht|leihen} {channel} ein Gesicht, das die Zielgruppe schon kennt.",
				"{names} {count?lends|lend} {channel} a face that the target group already knows.",
			},
			remedy: text{
				"Klären Sie Honorar, Kennzeichnung als Werbung und wem die Videos danach gehören. Stunden spart das nicht.",
				"Settle the fee, the label as advertising and who owns the videos afterwards. It saves no hours.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					if n := len(ch.Influencers); n > 0 {
						vs = append(vs, brokenAt(check.Pointer("channels", i, "influencers"), reason.Text("names", strings.Join(ch.Influencers, ", ")),
							reason.Count("count", int64(n)), reason.Text("channel", c.label(ch))))
					}
				}
				return vs
			},
		},
		{
			Code: "presence.consent", Family: PresenceFamily, Severity: Stop, Sources: []measure.Source{ours()},
			broken: text{"Menschen werden gezeigt, die nicht schriftlich zugestimmt haben.", "People are shown who have not agreed in writing."},
			ask:    text{"Ob die Gezeigten schriftlich zugestimmt haben, ist nicht gesagt.", "Whether the people shown have agreed in writing is not stated."},
			remedy: text{"Holen Sie die Zustimmung vor dem Dreh ein, bei Minderjährigen auch die der Eltern.", "Get consent before filming; for minors, from their parents too."},
			judge:  wantYes("/presence/consent", func(b Brief) measure.Answer { return b.Presence.Consent }),
		},
		{
			Code: "presence.departure", Family: PresenceFamily, Severity: Warning, Sources: []measure.Source{ours()},
			broken: text{"Was mit Videos geschieht, wenn jemand das Haus verlässt, ist nicht geregelt.", "What happens to videos when somebody leaves is not settled."},
			ask:    text{"Ob geregelt ist, was mit den Videos von Ausgeschiedenen geschieht, ist nicht gesagt.", "Whether it is settled what happens to the videos of people who left is not stated."},
			remedy: text{"Vereinbaren Sie das mit der Zustimmung: bleiben, ausblenden oder löschen.", "Agree on it together with the consent: keep, hide or delete."},
			judge:  wantYes("/presence/departure", func(b Brief) measure.Answer { return b.Presence.Departure }),
		},
	}
}
