package strategy

import (
	"cmp"
	"math"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
)

// caseOf is a brief being assessed: what the rules look at beside the brief
// itself.
type caseOf struct {
	brief     Brief
	asOf      time.Time
	today     measure.Date
	platforms platform.Set
	named     map[string]int // how many channels have a name

	use          audience.UseTable                // who uses the platforms in Germany
	target       audience.Target                  // nobody when place or bands are not known
	cells        []audience.Cell                  // the target group: residents by band, middle of the estimate
	alone        map[int]audience.ChannelForecast // by channel that is in the forecast
	reports      map[int]cadence.Report           // by channel with a history
	load         *CommentLoad                     // of a week; nil without a forecast
	kept         *rhythm.Answer                   // nil without hours
	channelNames map[int]naming.Report            // by channel
	topicNames   []naming.Report                  // by topic
	suggestions  [][]naming.Suggestion            // by topic
}

// profile returns what is known about the platform of a channel. Assess has
// refused channels on platforms without a profile.
func (c *caseOf) profile(ch Channel) platform.Profile {
	p, _ := c.platforms.Lookup(ch.Platform)
	return p
}

// video reports whether a channel's feed delivers short video by interest.
func (c *caseOf) video(ch Channel) bool { return c.profile(ch).Feed == platform.Interest }

// posts reports whether a channel posts today or is to start.
func (c *caseOf) posts(ch Channel) bool {
	return ch.State == portfolio.Active || ch.State == portfolio.Planned || ch.State == 0
}

// label names a channel so that it cannot be mixed up with another one of the
// same name.
func (c *caseOf) label(ch Channel) string {
	if c.named[ch.Name] > 1 {
		return ch.Name + " (" + c.profile(ch).Title + ")"
	}
	return ch.Name
}

// plannedVideos returns the videos a week of all channels together, and
// whether one of them has a plan.
func (c *caseOf) plannedVideos() (perWeek float64, known bool) {
	for _, ch := range c.brief.Channels {
		if c.posts(ch) && ch.VideosPerWeek != nil {
			perWeek, known = perWeek+*ch.VideosPerWeek, true
		}
	}
	return perWeek, known
}

// work returns the hours of a video: those of the brief, else what is typical
// of the platform that takes most.
func (c *caseOf) work() rhythm.Work {
	w := rhythm.Typical("")
	for _, ch := range c.brief.Channels {
		if typical := rhythm.Typical(ch.Platform); c.posts(ch) && typical.Mean.P50() > w.Mean.P50() {
			w = typical
		}
	}
	if h := c.brief.Team.HoursPerVideo; h != nil {
		if own, err := measure.Exactly(float64(*h), measure.Measured); err == nil {
			w.Mean = own
		}
	}
	return w
}

func (c *caseOf) hoursPerVideo() measure.Hours { return measure.Hours(c.work().Mean.P50()) }

// fixedHours are the hours of the team that go to other things than videos:
// comments and experiments.
func (c *caseOf) fixedHours() measure.Hours {
	var fixed measure.Hours
	for _, h := range []*measure.Hours{c.brief.Team.ExperimentHours, c.brief.Community.HoursPerWeek} {
		if h != nil {
			fixed += *h
		}
	}
	return fixed
}

// freeHours are the hours a week left for making videos; 0 when the others take all.
func (c *caseOf) freeHours() measure.Hours {
	if h := c.brief.Team.HoursPerWeek; h != nil {
		return max(*h-c.fixedHours(), 0)
	}
	return 0
}

// horizonMonths is how far decision and forecast look ahead.
func (c *caseOf) horizonMonths() int {
	return cmp.Or(c.brief.Agency.HorizonMonths, defaultHorizonMonths)
}

func (c *caseOf) horizonWeeks() int { return int(math.Round(float64(c.horizonMonths()) * 52 / 12)) }
