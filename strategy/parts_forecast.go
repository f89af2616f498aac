package strategy

import (
	"math"
	"strings"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
)

// prior is what videos of such a body get before there are own ones.
func (c *caseOf) prior() audience.ViewPrior {
	switch c.brief.Body {
	case CityBody:
		return germany.Prior(germany.City)
	case StateBody:
		return germany.Prior(germany.Ministry)
	case FoundationBody:
		return germany.Prior(germany.Foundation)
	case AssociationBody:
		return germany.Prior(germany.Welfare)
	default:
		return germany.Prior(germany.OtherBody)
	}
}

// views is the view model of a channel: its own videos and reports, shrunk to
// the prior.
func (c *caseOf) views(i int) (audience.ViewModel, error) {
	ch := c.brief.Channels[i]
	videos := make([]audience.Video, 0, len(ch.Posts))
	for _, p := range ch.Posts {
		v := audience.Video{Platform: ch.Platform, PublishedAt: p.PublishedAt}
		if p.Views != nil {
			exact, err := measure.NewInterval(float64(*p.Views), float64(*p.Views))
			if err != nil {
				return audience.ViewModel{}, err
			}
			v.Views = exact
		}
		videos = append(videos, v)
	}
	m, err := audience.NewViewModel(c.prior(), videos, audience.ViewOptions{Reports: ch.Reports, AsOf: c.asOf})
	if err != nil {
		var l check.List
		mergeMoved(&l, check.Pointer("channels", i), err, func(path string) string { return strings.Replace(path, "/videos/", "/posts/", 1) })
		return m, l.Err()
	}
	return m, nil
}

// forecast says whom the planned short videos reach, all channels together and
// each for itself.
func (c *caseOf) forecast(a *Assessment) error {
	plan := audience.Plan{Weeks: c.horizonWeeks()}
	var channels []int
	for i, ch := range c.brief.Channels {
		if !c.posts(ch) || len(channels) == mostForecast {
			continue
		}
		planned, ok, err := c.planned(i)
		if err != nil {
			return err
		}
		if ok {
			plan.Channels, channels = append(plan.Channels, planned), append(channels, i)
		}
	}
	if len(channels) == 0 {
		return nil
	}
	f, err := c.target.Forecast(plan)
	if err != nil {
		var l check.List
		mergeMoved(&l, "", err, func(path string) string {
			for n, i := range channels { // the plan numbers only the channels in it
				if rest, ok := strings.CutPrefix(path, check.Pointer("channels", n)+"/"); ok {
					return check.Pointer("channels", i) + "/" + rest
				}
			}
			return "/channels"
		})
		return l.Err()
	}
	a.Forecast = &f
	c.alone = map[int]audience.ChannelForecast{}
	var views measure.Estimate
	for n, i := range channels {
		c.alone[i] = f.Channels[n]
		if v := f.Channels[n].Views; !views.Known() || v.P50() > views.P50() {
			views = v
		}
	}
	// Of several channels the largest stands for the comments of a week: their
	// ranges do not add up.
	if week, err := views.Scale(1 / float64(plan.Weeks)); err == nil && week.P10() > 0 {
		if load, err := ExpectComments(week); err == nil {
			a.Comments, c.load = &load, &load
		}
	}
	return nil
}

// mostForecast is the most channels that one forecast takes.
const mostForecast = 12

// planned is a channel as the forecast sees it; ok is false for channels that
// make no short video by interest, have no rhythm, or whose platform has no
// figures for the target group.
func (c *caseOf) planned(i int) (p audience.PlannedChannel, ok bool, err error) {
	ch := c.brief.Channels[i]
	if !c.video(ch) || ch.VideosPerWeek == nil || *ch.VideosPerWeek <= 0 || len(c.target.Unknown(ch.Platform)) > 0 {
		return p, false, nil
	}
	views, err := c.views(i)
	if err != nil {
		return p, false, err
	}
	return audience.PlannedChannel{
		Platform: ch.Platform, Views: views, VideosPerWeek: *ch.VideosPerWeek, LocationTag: ch.LocationTag == measure.Yes,
	}, true, nil
}

// portfolio weighs the channels against each other, when there are two and
// the hours are known.
func (c *caseOf) portfolio(a *Assessment) error {
	hours := c.brief.Team.HoursPerWeek
	if hours == nil || len(c.cells) == 0 || len(c.brief.Channels) < 2 || len(c.brief.Channels) > portfolio.MaxCandidates {
		return nil
	}
	q := portfolio.Question{Target: c.cells, Hours: *hours}
	if h := c.brief.Team.ExperimentHours; h != nil {
		q.Experiments = *h
	}
	for i, ch := range c.brief.Channels {
		candidate, ok, err := c.candidate(a, i)
		if err != nil {
			return err
		}
		if !ok {
			return nil // without the hours of every channel there is nothing to weigh
		}
		candidate.Name = c.label(ch)
		q.Candidates = append(q.Candidates, candidate)
	}
	p, err := portfolio.Decide(q)
	if err != nil {
		var l check.List
		mergeMoved(&l, "", err, func(path string) string {
			if path == "/hours" {
				return "/team/hoursPerWeek"
			}
			return strings.Replace(path, "/candidates/", "/channels/", 1)
		})
		return l.Err()
	}
	a.Portfolio = &p
	return nil
}

// candidate turns a channel into one of the portfolio: its hours as said, else
// its videos at the hours of one; its reach by the forecast, else by its followers.
func (c *caseOf) candidate(a *Assessment, i int) (p portfolio.Candidate, ok bool, err error) {
	ch := c.brief.Channels[i]
	p = portfolio.Candidate{Platform: ch.Platform, Role: ch.Role, State: ch.State, Ratings: ch.Ratings, Reach: make([]measure.Estimate, len(c.cells))}
	switch {
	case ch.HoursPerWeek != nil:
		p.Hours = *ch.HoursPerWeek
	case ch.VideosPerWeek != nil:
		p.Hours = measure.Hours(*ch.VideosPerWeek) * c.hoursPerVideo()
	case c.posts(ch) || ch.State == portfolio.Watched:
		return p, false, nil
	}
	if f, known := c.alone[i]; known {
		p.Reach = f.Bands
		return p, true, nil
	}
	if planned, able, err := c.planned(i); err != nil {
		return p, false, err
	} else if able { // a channel that is only watched: what it would reach
		f, err := c.target.Forecast(audience.Plan{Weeks: c.horizonWeeks(), Channels: []audience.PlannedChannel{planned}})
		if err != nil {
			return p, false, err
		}
		p.Reach = f.Channels[0].Bands
		return p, true, nil
	}
	if ch.Followers != nil {
		p.Followers, err = measure.Exactly(float64(*ch.Followers), measure.Measured)
		if err == nil {
			p.Reach, err = c.byFollowers(a, ch)
		}
	}
	return p, true, err
}

// followersSeen is the share of followers who live in the place and see
// something of the channel within the horizon. No source gives it for civic
// channels; assumed, with a wide range.
func followersSeen() (measure.Estimate, error) {
	return measure.NewEstimate(0.15, 0.4, 0.7, measure.Assumed, ours())
}

// byFollowers is whom a channel that delivers to its followers reaches, by band: its
// followers, the share of them who see it, and the bands in proportion to
// the platform's users in the place, never more than those.
func (c *caseOf) byFollowers(a *Assessment, ch Channel) ([]measure.Estimate, error) {
	reach := make([]measure.Estimate, len(c.cells))
	if *ch.Followers == 0 {
		return reach, nil
	}
	var users audience.Reachable
	for _, r := range a.Reachable {
		if r.Platform == ch.Platform {
			users = r
		}
	}
	all, err := c.usersOf(ch.Platform)
	if err != nil || all <= 0 {
		return reach, nil // no figures on the platform: unknown
	}
	seen, err := followersSeen()
	if err != nil {
		return nil, err
	}
	for b := range reach {
		if b >= len(users.Bands) || !users.Bands[b].People.Known() {
			continue
		}
		band := users.Bands[b].People
		followers := float64(*ch.Followers) * band.P50() / all
		most := math.Min(band.P50(), float64(c.cells[b].People))
		if reach[b], err = seen.Map(func(share float64) float64 { return math.Min(share*followers, most) }); err != nil {
			return nil, err
		}
	}
	return reach, nil
}

// usersOf is how many people of the place from 14 use a platform, by the middle
// of the figures.
func (c *caseOf) usersOf(n platform.Name) (float64, error) {
	place, known, err := c.place()
	if err != nil || !known {
		return 0, err
	}
	r, err := c.use.Reachable(audience.ReachableQuery{
		Place: place, Platform: n, Bands: []audience.Band{audience.MustBand("14+")}, Frequency: frequency, Year: c.today.Year(),
	})
	if err != nil || !r.People.Known() {
		return 0, err
	}
	return r.People.P50(), nil
}
