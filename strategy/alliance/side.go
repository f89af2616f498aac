package alliance

import (
	"math"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Side is one way to go: a channel and the team behind it.
type Side struct {
	Carriers []string         `json:"carriers"` // who runs it
	Hours    measure.Hours    `json:"hours"`    // a week, of all of them, coordination included
	Overhead measure.Hours    `json:"overhead"` // of these for coordination
	Rhythm   rhythm.Rhythm    `json:"rhythm"`   // the largest that nine of ten periods keep; zero: none
	Weekly   rhythm.Odds      `json:"weekly"`   // of one video a week: the share of weeks kept, and the chance of no gap over the horizon
	Videos   float64          `json:"videos"`   // a week on average, that the hours make
	Reach    measure.Estimate `json:"reach"`    // people of the target group over the horizon
	Cost     measure.Euro     `json:"cost"`     // of the hours, a year
}

// Score is the continuity to expect: 100 times the share of weeks with a new
// video, at the middle, if one a week is promised. It means the same as the score of the
// package cadence, which measures it on a channel that exists.
func (s Side) Score() float64 { return 100 * s.Weekly.Kept.P50() }

const weeksPerYear = 52

// weigher holds a question with what its sides share.
type weigher struct {
	q     Question
	plan  audience.Plan
	cache map[int]measure.Estimate // reach by number of videos
}

func newWeigher(q Question) (*weigher, error) {
	views, err := audience.NewViewModel(q.Prior, nil, audience.ViewOptions{})
	if err != nil {
		var l check.List
		l.Merge("/prior", err)
		return nil, l.Err()
	}
	w := &weigher{q: q, cache: map[int]measure.Estimate{}}
	w.plan = audience.Plan{Weeks: q.Weeks, Channels: []audience.PlannedChannel{{Platform: q.Platform, Views: views, VideosPerWeek: 1}}}
	return w, nil
}

// side returns one channel run by the carriers of the given indices.
func (w *weigher) side(members []int) (Side, error) {
	var s Side
	team := rhythm.Team{Absence: w.q.Absence}
	for _, i := range members {
		c := w.q.Carriers[i]
		s.Carriers = append(s.Carriers, c.Name)
		s.Hours += c.Hours
	}
	s.Overhead = min(w.q.Overhead.Hours(len(members)), s.Hours)
	// Everybody stands in for everybody in one editorial team.
	team.Members = []rhythm.Member{{Name: "Redaktion", People: len(members), Hours: float64(s.Hours) / float64(len(members))}}
	team.FixedHours = float64(s.Overhead + w.q.Care)
	model, err := rhythm.New(rhythm.Plan{Team: team, Video: w.q.Video, Weeks: w.q.Weeks})
	if err != nil {
		return Side{}, err
	}
	best, err := model.Best()
	if err != nil {
		return Side{}, err
	}
	s.Rhythm = best.Weekly.Rhythm
	weekly, err := model.Outlook(rhythm.Weekly(1))
	if err != nil {
		return Side{}, err
	}
	s.Weekly = weekly.Direct
	s.Videos = w.videos(s.Hours - s.Overhead)
	if s.Reach, err = w.reach(s.Videos); err != nil {
		return Side{}, err
	}
	s.Cost, err = measure.Euros(float64(s.Hours) * weeksPerYear * w.q.Staff.PerHour().Float())
	return s, err
}

// videos is what a channel with so many hours a week makes on average: what
// leave and sickness leave of them, less its care.
func (w *weigher) videos(hours measure.Hours) float64 {
	return max(float64(hours)*w.present()-float64(w.q.Care), 0) / w.q.Video.Mean.P50()
}

// present is the share of the year in which somebody is there.
func (w *weigher) present() float64 {
	return 1 - (w.q.Absence.LeaveWeeks+w.q.Absence.SickWeeks)/weeksPerYear
}

// reach is whom so many videos a week on the topic reach over the horizon,
// whether one channel shows them or several: whoever is interested in the topic meets the
// videos of all, so their exposures add up under the same law. Less than
// half a video over the whole horizon reaches nobody.
func (w *weigher) reach(videos float64) (measure.Estimate, error) {
	total := int(math.Round(videos * float64(w.q.Weeks)))
	if known, ok := w.cache[total]; ok {
		return known, nil
	}
	people, err := measure.Exactly(0, measure.Assumed)
	if total > 0 {
		w.plan.Channels[0].VideosPerWeek = float64(total) / float64(w.q.Weeks)
		var f audience.Forecast
		if f, err = w.q.Target.Forecast(w.plan); err == nil {
			people = f.Reached
		}
	}
	w.cache[total] = people
	return people, err
}
