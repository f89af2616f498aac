package strategy

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

var asOf = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

// wellDone is a brief that says everything and breaks no rule.
func wellDone() Brief {
	var posts []Post
	for week := range 30 {
		posts = append(posts, Post{PublishedAt: asOf.AddDate(0, 0, -7*week-2), Views: new(int64(4000))})
	}
	yes, no := measure.Yes, measure.No
	return Brief{
		Name: "Stadt Musterhausen", Body: CityBody,
		Place: Place{Name: "Musterhausen", Inhabitants: new(measure.People(60_000))},
		Goal: Goal{
			Kinds: []GoalKind{Inform}, Change: "Mehr Erstwählende gehen zur Wahl.", Measure: "Wahlbeteiligung der 18- bis 24-Jährigen",
			From: new(0.5), To: new(0.6), By: measure.MustDate("2027-09-30"), Niche: "Deine erste Wahl", Promise: "In einer Minute weißt du, wie es geht.",
		},
		Audience: Audience{Bands: []audience.Band{audience.MustBand("14-19"), audience.MustBand("20-29")}, Needs: []string{"mitreden"}},
		Topics:   []Topic{{Name: "Deine erste Wahl", Need: "mitreden"}, {Name: "Wege zum Job", Need: "Arbeit finden"}},
		Channels: []Channel{
			{
				Name: "Wege zum Job", Platform: platform.TikTok, Role: portfolio.Everyday, State: portfolio.Active, VideosPerWeek: new(1.0),
				Counts: []Metric{CountViews, CountFollowers}, LocationTag: yes, Trends: yes, OwnContent: yes, Corporate: no, Posts: posts,
			},
			{Name: "Facebook", Platform: platform.Facebook, State: portfolio.Active, Corporate: yes},
			{Name: "Snapchat", Platform: platform.Snapchat, State: portfolio.Watched},
		},
		Team: Team{
			HoursPerWeek: new(measure.Hours(40)), HoursPerVideo: new(measure.Hours(8)), ApprovalDays: new(1.0), ExperimentHours: new(measure.Hours(2)),
			Members:      []Member{{Role: "Redaktion", CanPublish: yes, TargetGroup: no}, {Role: "Auszubildende", CanPublish: yes, TargetGroup: yes}},
			AbsenceCover: yes,
		},
		Presence: Presence{PeopleFirst: yes, FixedTeam: yes, HeadPolitical: yes, CreatorStyle: yes, Consent: yes, Departure: yes},
		GuardRails: GuardRails{
			PaidAds: no, OwnDevice: yes, DataSeparated: yes, TopicsAgreed: yes, Topicality: TakeUp, Neutral: yes,
			ReviewDates: []measure.Date{measure.MustDate("2027-02-01")}, ExitCriteria: []ExitCriterion{{ExitContinuity, 30, measure.MustDate("2027-02-01")}},
			Imprint: yes, Subtitles: yes, Minors: yes, CrisisPlan: yes, PeerExchange: yes, Preparation: yes,
		},
		Community: Community{ReplyHours: new(measure.Hours(24)), HoursPerWeek: new(measure.Hours(2)), OutOfHours: yes, SpiralPlan: yes},
	}
}

func assess(t *testing.T, b Brief) Assessment {
	t.Helper()
	a, err := Assess(b, asOf)
	require.NoError(t, err)
	return a
}

func TestABriefThatIsWellDoneOnlyGetsNotes(t *testing.T) {
	for _, f := range assess(t, wellDone()).Findings {
		assert.Equal(t, Note, f.Severity, "%s at %s: %s", f.Code, f.Path, f.Reason.In(reason.English))
	}
}

// TestRules: the brief that is well done passes each rule that is not a note,
// and one change makes it fail, at the place named and with the severity of the rule or as a question.
func TestRules(t *testing.T) {
	tests := []struct {
		code     string
		change   func(*Brief)
		path     string
		severity Severity
	}{
		{"goal.kind", func(b *Brief) { b.Goal.Kinds = nil }, "/goal/kinds", Ask},
		{"goal.change", func(b *Brief) { b.Goal.Change = "" }, "/goal/change", Ask},
		{"goal.measure", func(b *Brief) { b.Goal.Measure = "" }, "/goal/measure", Ask},
		{"goal.measure", func(b *Brief) { b.Goal.To = nil }, "/goal/measure", Warning},
		{"goal.past", func(b *Brief) { b.Goal.By = measure.MustDate("2026-11-20") }, "/goal/by", Warning},
		{"goal.audience", func(b *Brief) { b.Audience.Bands = nil }, "/audience/bands", Ask},
		{"goal.needs", func(b *Brief) { b.Audience.Needs = nil }, "/audience/needs", Ask},
		{"goal.place", func(b *Brief) { b.Place = Place{} }, "/place/inhabitants", Ask},
		{"goal.niche", func(b *Brief) { b.Goal.Niche = "" }, "/goal/niche", Ask},
		{"goal.promise", func(b *Brief) { b.Goal.Promise = "" }, "/goal/promise", Ask},
		{"goal.own-content", func(b *Brief) { b.Channels[0].OwnContent = measure.No }, "/channels/0/ownContent", Warning},
		{"goal.own-content", func(b *Brief) { b.Channels[0].OwnContent = 0 }, "/channels/0/ownContent", Ask},
		{"goal.topic-need", func(b *Brief) { b.Topics[1].Need = "" }, "/topics/1/need", Ask},
		{"feed.counts", func(b *Brief) { b.Channels[0].Counts = []Metric{CountFollowers, CountViews} }, "/channels/0/counts", Warning},
		{"feed.counts", func(b *Brief) { b.Channels[0].Counts = nil }, "/channels/0/counts", Ask},
		{"feed.location", func(b *Brief) { b.Channels[0].LocationTag = measure.No }, "/channels/0/locationTag", Warning},
		{"feed.trends", func(b *Brief) { b.Channels[0].Trends = measure.No }, "/channels/0/trends", Warning},
		{"feed.min-age", func(b *Brief) { b.Audience.Bands[0] = audience.MustBand("10-13") }, "/channels/0/platform", Stop},
		{"feed.graph", func(*Brief) {}, "/channels/0/platform", Note},
		{"feed.watch-list", func(b *Brief) { b.Channels = b.Channels[:2] }, "/channels", Ask},
		{"presence.people-first", func(b *Brief) { b.Presence.PeopleFirst = measure.No }, "/presence/peopleFirst", Warning},
		{"presence.fixed-team", func(b *Brief) { b.Presence.FixedTeam = measure.No }, "/presence/fixedTeam", Warning},
		{"presence.head", func(b *Brief) { b.Presence.HeadPolitical = measure.No }, "/presence/headPolitical", Warning},
		{"presence.creator-style", func(b *Brief) { b.Presence.CreatorStyle = measure.No }, "/presence/creatorStyle", Warning},
		{"presence.corporate", func(b *Brief) { b.Channels[0].Corporate = measure.Yes }, "/channels/0/corporate", Warning},
		{"presence.corporate-kept", func(b *Brief) { b.Channels[1].Corporate = measure.No }, "/channels/1/corporate", Warning},
		{"presence.target-group", func(b *Brief) { b.Team.Members[1].TargetGroup = measure.No }, "/team/members", Warning},
		{"presence.target-group", func(b *Brief) { b.Team.Members = nil }, "/team/members", Ask},
		{"presence.influencers", func(b *Brief) { b.Channels[0].Influencers = []string{"eine Lehrerin mit 80.000 Followern"} }, "/channels/0/influencers", Note},
		{"presence.consent", func(b *Brief) { b.Presence.Consent = measure.No }, "/presence/consent", Stop},
		{"presence.departure", func(b *Brief) { b.Presence.Departure = 0 }, "/presence/departure", Ask},
		{"continuity.hours", func(b *Brief) { b.Team.HoursPerWeek = nil; b.Team.ExperimentHours = nil }, "/team/hoursPerWeek", Ask},
		{"continuity.rhythm", func(b *Brief) { b.Channels[0].VideosPerWeek = new(5.0) }, "/team/hoursPerWeek", Warning},
		{"continuity.often", func(b *Brief) { b.Channels[0].VideosPerWeek = new(0.5) }, "/channels/0/videosPerWeek", Warning},
		{"continuity.often", func(b *Brief) { b.Channels[0].VideosPerWeek = nil }, "/channels/0/videosPerWeek", Ask},
		{"continuity.endless", func(b *Brief) { b.Channels[0].VideosPerWeek = new(8.0) }, "/channels/0/videosPerWeek", Warning},
		{"continuity.variety", func(b *Brief) { b.Topics = b.Topics[:1] }, "/topics", Warning},
		{"continuity.silence", func(b *Brief) { b.Channels[0].Posts = b.Channels[0].Posts[20:] }, "/channels/0/posts", Warning},
		{"continuity.open-pause", func(b *Brief) {
			b.Channels[0].Pauses = []cadence.Pause{{From: measure.MustDate("2026-11-20")}}
		}, "/channels/0/pauses", Warning},
		{"continuity.weak", func(b *Brief) { b.Channels[0].Posts = b.Channels[0].Posts[18:] }, "/channels/0/posts", Warning},
		{"continuity.alone", func(b *Brief) { b.Team.HoursPerWeek = new(measure.Hours(5)) }, "/partners", Warning},
		{"continuity.partner-hours", func(b *Brief) { b.Partners = []Partner{{Name: "Diakonie"}} }, "/partners/0/hoursPerWeek", Ask},
		{"continuity.partner-hours", func(b *Brief) { b.Partners = []Partner{{Name: "Diakonie", HoursPerWeek: new(measure.Hours(0))}} }, "/partners/0/hoursPerWeek", Warning},
		{"continuity.absence", func(b *Brief) { b.Team.AbsenceCover = measure.No }, "/team/absenceCover", Warning},
		{"continuity.experiments", func(b *Brief) { b.Team.ExperimentHours = new(measure.Hours(0)) }, "/team/experimentHours", Warning},
		{"continuity.experiments", func(b *Brief) { b.Team.ExperimentHours = nil }, "/team/experimentHours", Ask},
		{"rails.paid-ads", func(b *Brief) { b.GuardRails.PaidAds = 0 }, "/guardRails/paidAds", Ask},
		{"rails.own-device", func(b *Brief) { b.GuardRails.OwnDevice = measure.No }, "/guardRails/ownDevice", Warning},
		{"rails.data-separated", func(b *Brief) { b.GuardRails.DataSeparated = measure.No }, "/guardRails/dataSeparated", Stop},
		{"rails.topics-agreed", func(b *Brief) { b.GuardRails.TopicsAgreed = measure.No }, "/guardRails/topicsAgreed", Warning},
		{"rails.few-topics", func(b *Brief) {
			for _, name := range []string{"Wohnen", "Umzug", "Bus und Bahn", "Ausbildung"} {
				b.Topics = append(b.Topics, Topic{Name: name, Need: "x"})
			}
		}, "/topics", Warning},
		{"rails.topicality", func(*Brief) {}, "/guardRails/topicality", Note},
		{"rails.topicality", func(b *Brief) { b.GuardRails.Topicality = 0 }, "/guardRails/topicality", Ask},
		{"rails.contradiction", func(b *Brief) { b.GuardRails.Topicality = LeaveOut }, "/channels/0/trends", Warning},
		{"rails.approval", func(b *Brief) { b.Team.ApprovalDays = new(4.0) }, "/team/approvalDays", Warning},
		{"rails.approval", func(b *Brief) { b.Team.ApprovalDays = nil }, "/team/approvalDays", Ask},
		{"rails.preparation", func(b *Brief) { b.GuardRails.Preparation = measure.No }, "/guardRails/preparation", Warning},
		{"rails.peers", func(b *Brief) { b.GuardRails.PeerExchange = measure.No }, "/guardRails/peerExchange", Warning},
		{"rails.review", func(b *Brief) { b.GuardRails.ReviewDates = nil }, "/guardRails/reviewDates", Ask},
		{"rails.review", func(b *Brief) { b.GuardRails.ReviewDates[0] = measure.MustDate("2026-01-01") }, "/guardRails/reviewDates", Warning},
		{"rails.exit", func(b *Brief) { b.GuardRails.ExitCriteria = nil }, "/guardRails/exitCriteria", Ask},
		{"rails.crisis-plan", func(b *Brief) { b.GuardRails.CrisisPlan = measure.No }, "/guardRails/crisisPlan", Warning},
		{"law.imprint", func(b *Brief) { b.GuardRails.Imprint = measure.No }, "/guardRails/imprint", Stop},
		{"law.subtitles", func(b *Brief) { b.GuardRails.Subtitles = measure.No }, "/guardRails/subtitles", Warning},
		{"law.minors", func(b *Brief) { b.GuardRails.Minors = measure.No }, "/guardRails/minors", Warning},
		{"law.neutrality", func(b *Brief) { b.GuardRails.Neutral = measure.No }, "/guardRails/neutral", Stop},
		{"law.election", func(b *Brief) { b.GuardRails.Elections = []measure.Date{measure.MustDate("2026-12-01")} }, "/guardRails/elections", Note},
		{"law.political-ads", func(b *Brief) {
			b.GuardRails.PaidAds, b.GuardRails.Elections = measure.Yes, []measure.Date{measure.MustDate("2027-03-01")}
		}, "/guardRails/paidAds", Warning},
		{"names.organisation-first", func(b *Brief) { b.Channels[0].Name = "Stadt Musterhausen" }, "/channels/0/name", Warning},
		{"names.topic", func(b *Brief) { b.Topics[1].Name = "Arbeitsmarktintegration" }, "/topics/1/name", Warning},
		{"community.reply", func(b *Brief) { b.Community.ReplyHours = nil }, "/community/replyHours", Ask},
		{"community.hours", func(b *Brief) { b.Community.HoursPerWeek = new(measure.Hours(0)) }, "/community/hoursPerWeek", Warning},
		{"community.load", func(b *Brief) {
			b.Community.HoursPerWeek = new(measure.Hours(0.5))
			for i := range b.Channels[0].Posts {
				b.Channels[0].Posts[i].Views = new(int64(200_000))
			}
		}, "/community/hoursPerWeek", Warning},
		{"community.out-of-hours", func(b *Brief) { b.Community.OutOfHours = measure.No }, "/community/outOfHours", Warning},
		{"community.spiral", func(b *Brief) { b.Community.SpiralPlan = measure.No }, "/community/spiralPlan", Warning},
	}
	passes := map[string]bool{}
	for _, f := range assess(t, wellDone()).Findings {
		passes[f.Code] = true // only notes, by the test above
	}
	shown := map[string]bool{}
	for _, tt := range tests {
		shown[tt.code] = true
		t.Run(tt.code, func(t *testing.T) {
			b := wellDone()
			tt.change(&b)
			hit := false
			for _, f := range assess(t, b).Findings {
				if f.Code == tt.code && f.Path == tt.path && f.Severity == tt.severity {
					hit = true
					require.NoError(t, f.Reason.Verify())
					require.NoError(t, f.Remedy.Verify())
				}
			}
			assert.True(t, hit, "no finding at %s of severity %s", tt.path, tt.severity)
		})
	}
	for _, r := range Rules() {
		assert.True(t, shown[r.Code], "%s has no failing example", r.Code)
		assert.NotEmpty(t, r.Sources, r.Code)
		assert.NotEqual(t, "", r.remedy.de, r.Code)
		if r.Severity != Note {
			assert.False(t, passes[r.Code], "%s has no passing example", r.Code)
		}
	}
}

func TestRuleCodesAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		assert.False(t, seen[r.Code], r.Code)
		seen[r.Code] = true
		assert.True(t, familyWords.Valid(r.Family) && severityWords.Valid(r.Severity), r.Code)
	}
}

// TestGoalKinds: what the documents want channels for (K3, K9, S3, F7, A5).
func TestGoalKinds(t *testing.T) {
	for _, kind := range []string{"inform", "counter misinformation", "democratic counterweight", "recruit", "serve", "reach new people"} {
		var k GoalKind
		require.NoError(t, k.UnmarshalText([]byte(kind)))
		b := wellDone()
		b.Goal.Kinds = []GoalKind{k}
		for _, f := range assess(t, b).Findings {
			assert.NotEqual(t, "goal.kind", f.Code)
		}
	}
	assert.Len(t, goalWords.All(), 6)
}
