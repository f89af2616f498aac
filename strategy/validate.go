package strategy

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// The largest brief that is taken. A state weighs 25 channels and twelve
// welfare associations one; ten times that is a mistake.
const (
	MaxChannels = 200
	MaxPartners = 40
	MaxTopics   = 100
	MaxPosts    = 20_000 // of one channel
)

// maxInhabitants is above the population of the Earth.
const maxInhabitants = 1e10

// Validate returns all problems of a brief at once, each with its place as a
// JSON Pointer: what cannot be, not what is missing. See check.Problems.
func (b Brief) Validate() error {
	var l check.List
	l.NotEmpty("/name", b.Name, "the name of the body")
	if b.Body != 0 && !bodyWords.Valid(b.Body) {
		l.Add("/body", check.ErrUnknown, b.Body, "a kind of body such as city")
	}
	b.Place.validate(&l)
	b.Goal.validate(&l)
	if len(b.Audience.Bands) > 0 {
		audience.CheckBands(&l, "/audience/bands", b.Audience.Bands)
	}
	limit(&l, "/topics", len(b.Topics), MaxTopics)
	for i, t := range b.Topics[:min(len(b.Topics), MaxTopics)] {
		l.NotEmpty(check.Pointer("topics", i, "name"), t.Name, "what the topic is called")
	}
	b.validateChannels(&l)
	b.Team.validate(&l)
	limit(&l, "/partners", len(b.Partners), MaxPartners)
	for i, p := range b.Partners[:min(len(b.Partners), MaxPartners)] {
		l.NotEmpty(check.Pointer("partners", i, "name"), p.Name, "the name of the partner")
		hours(&l, check.Pointer("partners", i, "hoursPerWeek"), p.HoursPerWeek)
	}
	b.GuardRails.validate(&l)
	hours(&l, "/community/replyHours", b.Community.ReplyHours)
	hours(&l, "/community/hoursPerWeek", b.Community.HoursPerWeek)
	if m := b.Agency.HorizonMonths; m < 0 || m > 60 {
		l.Add("/agency/horizonMonths", check.ErrRange, m, "1 to 60 months")
	}
	if e := b.Agency.Budget; e != nil && *e < 0 {
		l.Add("/agency/budget", check.ErrRange, e.Float(), "an amount of 0 euros or more")
	}
	for i, m := range b.Marks {
		if m.At != "" && !strings.HasPrefix(m.At, "/") {
			l.Add(check.Pointer("marks", i, "at"), check.ErrSyntax, m.At, "a JSON Pointer such as /team/hoursPerWeek")
		}
		if measure.Weakest(m.Evidence) == 0 || m.Evidence > measure.Assumed {
			l.Add(check.Pointer("marks", i, "evidence"), check.ErrRequired, check.None, "measured, estimated or assumed")
		}
	}
	return l.Err()
}

func (p Place) validate(l *check.List) {
	if p.Name == "" && p.Inhabitants == nil && p.Bands == nil {
		return
	}
	l.NotEmpty("/place/name", p.Name, "the name of the place")
	if n := p.Inhabitants; n != nil && (*n < 1 || *n > maxInhabitants) {
		l.Add("/place/inhabitants", check.ErrRange, int64(*n), "1 to 10,000,000,000 people")
	}
	bands := make([]audience.Band, len(p.Bands))
	for i, c := range p.Bands {
		bands[i] = c.Band
		if !c.People.Valid() {
			l.Add(check.Pointer("place", "bands", i, "people"), check.ErrRange, int64(c.People), "0 or more people")
		}
	}
	if len(bands) > 0 {
		audience.CheckBands(l, "/place/bands", bands)
	}
}

func (g Goal) validate(l *check.List) {
	for i, k := range g.Kinds {
		at := check.Pointer("goal", "kinds", i)
		if !goalWords.Valid(k) {
			l.Add(at, check.ErrUnknown, k, "a kind of goal such as inform")
		} else if slices.Index(g.Kinds, k) < i {
			l.Add(at, check.ErrDuplicate, k, "every kind once")
		}
	}
	if g.From != nil {
		l.Finite("/goal/from", *g.From)
	}
	if g.To != nil {
		l.Finite("/goal/to", *g.To)
	}
}

func (b Brief) validateChannels(l *check.List) {
	limit(l, "/channels", len(b.Channels), MaxChannels)
	for i, c := range b.Channels[:min(len(b.Channels), MaxChannels)] {
		at := check.Pointer("channels", i)
		l.NotEmpty(at+"/name", c.Name, "what the channel is called")
		if !c.Platform.Valid() {
			l.Add(at+"/platform", check.ErrSyntax, string(c.Platform), "the name of a platform such as tiktok")
		}
		if c.Role != 0 && !c.Role.IsValid() {
			l.Add(at+"/role", check.ErrUnknown, c.Role, "everyday, crisis, recruiting or reserve")
		}
		if c.State != 0 && !c.State.IsValid() {
			l.Add(at+"/state", check.ErrUnknown, c.State, "active, planned, watched, resting or left")
		}
		if c.Followers != nil && *c.Followers < 0 {
			l.Add(at+"/followers", check.ErrRange, *c.Followers, "0 or more followers")
		}
		if c.VideosPerWeek != nil {
			l.Between(at+"/videosPerWeek", *c.VideosPerWeek, 0, 50, "0 to 50 videos a week")
		}
		hours(l, at+"/hoursPerWeek", c.HoursPerWeek)
		c.Ratings.Check(l, at+"/ratings")
		limit(l, at+"/posts", len(c.Posts), MaxPosts)
		for j, p := range c.Posts[:min(len(c.Posts), MaxPosts)] {
			if y := p.PublishedAt.UTC().Year(); y < 1970 || y > 9999 {
				l.Add(at+check.Pointer("posts", j, "publishedAt"), check.ErrRange, p.PublishedAt.UTC().Format(time.RFC3339), "a time from 1970 to 9999")
			}
			if p.Views != nil && *p.Views < 0 {
				l.Add(at+check.Pointer("posts", j, "views"), check.ErrRange, *p.Views, "0 or more views")
			}
		}
	}
}

func (t Team) validate(l *check.List) {
	hours(l, "/team/hoursPerWeek", t.HoursPerWeek)
	hours(l, "/team/experimentHours", t.ExperimentHours)
	if h := t.HoursPerVideo; h != nil {
		l.Between("/team/hoursPerVideo", float64(*h), 0.1, 1000, "0.1 to 1,000 hours")
	}
	if d := t.ApprovalDays; d != nil {
		l.Between("/team/approvalDays", *d, 0, 365, "0 to 365 working days")
	}
	if t.HoursPerWeek != nil && t.ExperimentHours != nil && *t.ExperimentHours > *t.HoursPerWeek {
		l.Add("/team/experimentHours", check.ErrConflict, float64(*t.ExperimentHours), "no more than hoursPerWeek")
	}
	for i, m := range t.Members {
		l.NotEmpty(check.Pointer("team", "members", i, "role"), m.Role, "what the person does in the team")
	}
}

func (g GuardRails) validate(l *check.List) {
	if g.Topicality != 0 && !topicalityWords.Valid(g.Topicality) {
		l.Add("/guardRails/topicality", check.ErrUnknown, g.Topicality, "leave out or take up")
	}
	for i, e := range g.ExitCriteria {
		at := check.Pointer("guardRails", "exitCriteria", i)
		if !exitWords.Valid(e.Figure) {
			l.Add(at+"/figure", check.ErrUnknown, e.Figure, "continuity, median views or reach")
		}
		l.Between(at+"/below", e.Below, 0, 1e12, "a line of 0 or more")
		if e.From.IsZero() {
			l.Add(at+"/from", check.ErrRequired, check.None, "the day from which it counts")
		}
	}
}

func hours(l *check.List, path string, h *measure.Hours) {
	if h != nil {
		l.Between(path, float64(*h), 0, float64(measure.HoursPerWeek), "0 to 168 hours")
	}
}

func limit(l *check.List, path string, n, most int) {
	if n > most {
		l.Add(path, check.ErrLimit, n, "at most "+strconv.Itoa(most))
	}
}
