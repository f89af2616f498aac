package strategy

import (
	"errors"
	"math"
	"strings"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Each part turns what the brief says into the question of one package, asks
// it, and puts the problems where the brief has their cause.

// continuity judges the channels whose history is known.
func (c *caseOf) continuity(a *Assessment) error {
	var l check.List
	var model cadence.Model // the default parameters
	for i, ch := range c.brief.Channels {
		if len(ch.Posts) == 0 && len(ch.Pauses) == 0 {
			continue
		}
		at := check.Pointer("channels", i)
		posts := make([]cadence.Post, len(ch.Posts))
		for j, p := range ch.Posts {
			posts[j] = cadence.Post{At: p.PublishedAt, HasViews: p.Views != nil}
			if p.Views != nil {
				posts[j].Views = *p.Views
			}
		}
		h, err := cadence.NewHistory(posts, cadence.HistoryOptions{Until: c.asOf, Zone: c.asOf.Location(), Pauses: ch.Pauses})
		if err != nil {
			mergeMoved(&l, at, err, func(path string) string {
				if rest, ok := strings.CutSuffix(path, "/at"); ok {
					return rest + "/publishedAt"
				}
				return path
			})
			continue
		}
		r, err := model.Report(h, cadence.ReportOptions{})
		if err != nil {
			l.Merge(at, err)
			continue
		}
		c.reports[i] = r
		a.Continuity = append(a.Continuity, ChannelContinuity{ch.Name, at, r})
	}
	return l.Err()
}

// suggestionsShown is how many better names stand beside one.
const suggestionsShown = 3

// names looks at the names of the channels that post and of the topics.
func (c *caseOf) names(a *Assessment, checker *naming.Checker) error {
	if len(c.brief.Channels) == 0 && len(c.brief.Topics) == 0 {
		return nil
	}
	var l check.List
	if checker == nil {
		organisations := []naming.Organisation{{Name: c.brief.Name}}
		for _, p := range c.brief.Partners {
			organisations = append(organisations, naming.Organisation{Name: p.Name})
		}
		var err error
		if checker, err = naming.New(naming.Options{Language: "de", Organisations: organisations}); err != nil {
			mergeMoved(&l, "", err, organisationPlace)
			return l.Err()
		}
	}
	look := func(path, text string) (naming.Report, []naming.Suggestion) {
		name := naming.Name{Text: text, Kind: naming.Channel}
		r, err := checker.Check(name)
		if err == nil {
			var s []naming.Suggestion
			if s, err = checker.Suggest(name, suggestionsShown); err == nil {
				a.Names = append(a.Names, NameReport{path, r, s})
				return r, s
			}
		}
		mergeMoved(&l, path, err, func(string) string { return "" })
		return naming.Report{}, nil
	}
	c.channelNames = map[int]naming.Report{}
	seen := map[string]naming.Report{}
	for i, ch := range c.brief.Channels {
		if !c.posts(ch) {
			continue
		}
		r, known := seen[ch.Name]
		if !known {
			r, _ = look(check.Pointer("channels", i, "name"), ch.Name)
			seen[ch.Name] = r
		}
		c.channelNames[i] = r
	}
	c.topicNames = make([]naming.Report, len(c.brief.Topics))
	c.suggestions = make([][]naming.Suggestion, len(c.brief.Topics))
	for i, t := range c.brief.Topics {
		c.topicNames[i], c.suggestions[i] = look(check.Pointer("topics", i, "name"), t.Name)
	}
	return l.Err()
}

// organisationPlace: the first organisation is the body, the others the partners.
func organisationPlace(path string) string {
	if strings.HasPrefix(path, "/organisations/0/") {
		return "/name"
	}
	rest, ok := strings.CutPrefix(path, "/organisations/")
	if !ok {
		return path
	}
	n := 0
	for _, digit := range strings.TrimSuffix(rest, "/name") {
		n = 10*n + int(digit-'0')
	}
	return check.Pointer("partners", n-1, "name")
}

// fullTime is the most hours a week that one person gives in the model of the rhythm.
const fullTime = 40

// rhythm finds what the team can keep.
func (c *caseOf) rhythm(a *Assessment) error {
	hours := c.brief.Team.HoursPerWeek
	if hours == nil || *hours <= 0 {
		return nil
	}
	plan := rhythm.Plan{Team: c.team(), Video: c.work()}
	if d := c.brief.Team.ApprovalDays; d != nil {
		plan.ApprovalDays = min(*d, 60)
	}
	var l check.List
	model, err := rhythm.New(plan)
	if err == nil {
		var answer rhythm.Answer
		if answer, err = model.Best(); err == nil {
			a.Rhythm, c.kept = &answer, &answer
			return nil
		}
	}
	mergeMoved(&l, "/team", err, func(path string) string { return strings.TrimPrefix(path, "/team") })
	return l.Err()
}

// team is the team as the rhythm sees it: its members with their hours, or so
// many equal people as the hours need at least.
func (c *caseOf) team() rhythm.Team {
	t := rhythm.Team{FixedHours: float64(c.fixedHours()), Absence: rhythm.TypicalAbsence()}
	members := c.brief.Team.Members
	total := float64(*c.brief.Team.HoursPerWeek)
	people := max(len(members), int(math.Ceil(total/fullTime)))
	t.Members = []rhythm.Member{{Name: "Team", People: min(people, 50), Hours: min(total/float64(people), 60)}}
	return t
}

// leastVideos is one video in two years: below it there is nothing to organise.
const leastVideos = 0.01

// agency asks whether to do it alone, with an agency or to let it do it.
func (c *caseOf) agency(a *Assessment, o settings) error {
	planned, known := c.plannedVideos()
	if !known || planned < leastVideos {
		return nil
	}
	b := c.brief
	q := agency.Case{
		Organisation: agency.Organisation{Name: b.Name, Buyer: b.Agency.Buyer, Skills: b.Agency.Skills},
		Need: agency.Need{
			VideosPerWeek: min(planned, 50), HorizonMonths: c.horizonMonths(), AsOf: c.today, Start: b.Agency.Start,
		},
		Offers:     b.Agency.Offers,
		Priorities: agency.Priorities{Order: b.Agency.Order},
	}
	if h := b.Team.HoursPerWeek; h != nil {
		q.Organisation.HoursPerWeek = mcda.Exactly(float64(*h))
	}
	if h := b.Team.HoursPerVideo; h != nil {
		q.Need.HoursPerVideo = mcda.Exactly(float64(*h))
	}
	if d := b.Team.ApprovalDays; d != nil {
		q.Organisation.ApprovalDays = mcda.Exactly(*d)
	}
	if n, ok := b.Team.publishers(); ok {
		q.Organisation.Publishers = mcda.Exactly(float64(n))
	}
	if e := b.Agency.Budget; e != nil {
		q.Organisation.Budget = mcda.Exactly(e.Float())
	}
	if h := b.Community.ReplyHours; h != nil {
		q.Need.ReplyHours = float64(*h)
	}
	if a.Forecast != nil {
		q.Need.Reach = a.Forecast.Reached
	}
	var options []agency.DecideOption
	if o.src != nil {
		options = append(options, agency.WithSimulation(o.draws, o.src))
	}
	d, err := agency.Decide(q, options...)
	if err != nil {
		var l check.List
		mergeMoved(&l, "", err, agencyPlace)
		return l.Err()
	}
	a.Agency = &d
	return nil
}

// publishers counts who may publish, when it is said of every member.
func (t Team) publishers() (n int, ok bool) {
	for _, m := range t.Members {
		switch m.CanPublish {
		case measure.Yes:
			n++
		case measure.No:
		default:
			return 0, false
		}
	}
	return n, len(t.Members) > 0
}

// agencyPlace turns a place in the agency's case into that in the brief.
func agencyPlace(path string) string {
	for _, move := range [][2]string{
		{"/organisation/skills", "/agency/skills"},
		{"/organisation/budget", "/agency/budget"},
		{"/organisation/buyer", "/agency/buyer"},
		{"/organisation/publishers", "/team/members"},
		{"/organisation", "/team"},
		{"/need/start", "/agency/start"},
		{"/need/horizonMonths", "/agency/horizonMonths"},
		{"/need/replyHours", "/community/replyHours"},
		{"/need/hoursPerVideo", "/team/hoursPerVideo"},
		{"/need/videosPerWeek", "/channels"},
		{"/need/asOf", "/asOf"},
		{"/offers", "/agency/offers"},
		{"/priorities", "/agency"},
	} {
		if rest, ok := strings.CutPrefix(path, move[0]); ok {
			return move[1] + rest
		}
	}
	return path
}

// mergeMoved takes over problems and puts them where the brief has their cause.
func mergeMoved(l *check.List, prefix string, err error, move func(string) string) {
	if ps, ok := errors.AsType[*check.Problems](err); ok {
		for _, p := range ps.All() {
			p.Path = move(p.Path)
			l.Merge(prefix, p)
		}
		return
	}
	if p, ok := errors.AsType[check.Problem](err); ok {
		p.Path = move(p.Path)
		l.Merge(prefix, p)
		return
	}
	l.Merge(prefix, err)
}

// platformsOf returns the platforms of all channels, each once.
func (c *caseOf) platformsOf() []platform.Name {
	var names []platform.Name
	seen := map[platform.Name]bool{}
	for _, ch := range c.brief.Channels {
		if !seen[ch.Platform] {
			seen[ch.Platform] = true
			names = append(names, ch.Platform)
		}
	}
	return names
}
