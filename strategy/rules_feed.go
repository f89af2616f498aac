package strategy

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// feedRules: on an interest feed people see what interests them (F1), so views
// and likes count before followers (F3) and a location tag helps a local body (F8).
func feedRules() []Rule {
	return []Rule{
		{
			Code: "feed.counts", Family: FeedFamily, Severity: Warning, Sources: reason.Said("F1", "F3"),
			broken: text{
				"{channel} wird zuerst an Followern gemessen, {platform} verteilt aber nach Interesse.",
				"{channel} is judged by followers first, but {platform} delivers by interest.",
			},
			ask: text{
				"Woran {channel} gemessen wird, steht nicht fest.",
				"What {channel} is judged by is not settled.",
			},
			remedy: text{
				"Sehen Sie zuerst auf Aufrufe, Wiedergabezeit und Likes, dann auf Follower.",
				"Look at views, watch time and likes first, at followers after that.",
			},
			judge: eachInterestChannel(func(c *caseOf, at string, ch Channel, p platform.Profile) []verdict {
				figures := []reason.Figure{reason.Text("channel", c.label(ch)), reason.Text("platform", p.Title)}
				switch {
				case len(ch.Counts) == 0:
					return []verdict{unknownAt(at+"/counts", figures...)}
				case ch.Counts[0] == CountFollowers:
					return []verdict{brokenAt(at+"/counts", figures...)}
				default:
					return nil
				}
			}),
		},
		{
			Code: "feed.location", Family: FeedFamily, Severity: Warning, Sources: reason.Said("F8"),
			broken: text{
				"Die Videos von {channel} tragen keinen Ort. Nach Erfahrung einer Agentur verteilt die Plattform zuerst in der Nähe.",
				"The videos of {channel} carry no location. An agency's experience is that the platform delivers nearby first.",
			},
			ask: text{
				"Ob die Videos von {channel} einen Ort tragen, ist nicht gesagt.",
				"Whether the videos of {channel} carry a location is not stated.",
			},
			remedy: text{
				"Geben Sie jedem Video mit Ortsbezug den Ort mit. Belegt ist die Wirkung nicht, es kostet aber nichts.",
				"Tag every local video with its place. The effect is not proven, but it costs nothing.",
			},
			judge: eachInterestChannel(func(c *caseOf, at string, ch Channel, _ platform.Profile) []verdict {
				if c.brief.Body == FoundationBody { // national by nature
					return nil
				}
				return answer(at+"/locationTag", ch.LocationTag, reason.Text("channel", c.label(ch)))
			}),
		},
		{
			Code: "feed.trends", Family: FeedFamily, Severity: Warning, Sources: reason.Said("C5", "F13"),
			broken: text{
				"{channel} greift nicht auf, was auf der Plattform läuft, obwohl Aktuelles gewollt ist.",
				"{channel} does not take up what is going round on the platform, although topicality is wanted.",
			},
			ask: text{
				"Ob {channel} Trends aufgreift, ist nicht gesagt.",
				"Whether {channel} takes up trends is not stated.",
			},
			remedy: text{
				"Sehen Sie zweimal in der Woche nach Trends und halten Sie dafür einen Platz frei.",
				"Look for trends twice a week and keep a slot free for them.",
			},
			judge: eachInterestChannel(func(c *caseOf, at string, ch Channel, _ platform.Profile) []verdict {
				if c.brief.GuardRails.Topicality != TakeUp {
					return nil
				}
				return answer(at+"/trends", ch.Trends, reason.Text("channel", c.label(ch)))
			}),
		},
		{
			Code: "feed.min-age", Family: FeedFamily, Severity: Stop, Sources: []measure.Source{minorsTerms()},
			broken: text{
				"{channel} soll die Altersgruppe {band} erreichen, {platform} lässt aber erst ab {age:Jahr|Jahren} zu.",
				"{channel} is to reach the age group {band}, but {platform} admits people from {age:year|years} only.",
			},
			remedy: text{
				"Wählen Sie für die Jüngeren einen anderen Weg, etwa über Eltern und Schulen.",
				"Choose another way for the younger ones, such as through parents and schools.",
			},
			judge: func(c *caseOf) []verdict {
				var vs []verdict
				for i, ch := range c.brief.Channels {
					p := c.profile(ch)
					for _, b := range c.brief.Audience.Bands {
						if c.posts(ch) && p.MinAge.Known() && b.From() < p.MinAge.Value {
							vs = append(vs, brokenAt(check.Pointer("channels", i, "platform"), reason.Text("channel", c.label(ch)),
								reason.Text("platform", p.Title), reason.Text("band", b.String()), reason.Count("age", int64(p.MinAge.Value))))
						}
					}
				}
				return vs
			},
		},
		{
			Code: "feed.graph", Family: FeedFamily, Severity: Note, Sources: reason.Said("F1", "F3", "F4"),
			broken: text{
				"{platform} verteilt nach Interesse. Der Kanal {channel} kann Menschen erreichen, die ihm nicht folgen, und verfehlt manche, die ihm folgen.",
				"{platform} delivers by interest. {channel} can reach people who do not follow it, and misses some who do.",
			},
			remedy: text{
				"Planen Sie mit Spannen, nicht mit der Zahl der Follower.",
				"Plan with ranges, not with the number of followers.",
			},
			judge: eachInterestChannel(func(c *caseOf, at string, ch Channel, p platform.Profile) []verdict {
				return []verdict{brokenAt(at+"/platform", reason.Text("platform", p.Title), reason.Text("channel", c.label(ch)))}
			}),
		},
		{
			Code: "feed.watch-list", Family: FeedFamily, Severity: Note, Sources: reason.Said("C14", "C2"),
			ask: text{
				"Keine Plattform steht auf der Liste derer, die beobachtet werden. Die nächste kommt bestimmt.",
				"No platform is on the list of those watched. The next one will come.",
			},
			remedy: text{
				"Beobachten Sie eine neue Plattform und legen Sie fest, ab wann Sie sie versuchen.",
				"Watch one new platform and settle from when you would try it.",
			},
			judge: func(c *caseOf) []verdict {
				if len(c.brief.Channels) == 0 || slices.ContainsFunc(c.brief.Channels, func(ch Channel) bool { return !c.posts(ch) }) {
					return nil
				}
				return []verdict{unknownAt("/channels")}
			},
		},
	}
}

// eachInterestChannel judges the channels that post, or are planned, on an interest feed.
func eachInterestChannel(judge func(c *caseOf, at string, ch Channel, p platform.Profile) []verdict) func(*caseOf) []verdict {
	return func(c *caseOf) []verdict {
		var vs []verdict
		for i, ch := range c.brief.Channels {
			if c.video(ch) && c.posts(ch) {
				vs = append(vs, judge(c, check.Pointer("channels", i), ch, c.profile(ch))...)
			}
		}
		return vs
	}
}
