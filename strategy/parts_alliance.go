package strategy

import (
	"strings"

	"github.com/hochkant/hochkant/strategy/alliance"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// alliance weighs one channel of the body and its partners against one for
// each, when the hours of two of them are known, on the first platform where the body
// makes short videos.
func (c *caseOf) alliance(a *Assessment) error {
	hours := c.brief.Team.HoursPerWeek
	if len(c.brief.Partners) == 0 || hours == nil || *hours <= 0 || len(c.cells) == 0 {
		return nil
	}
	q := alliance.Question{
		Carriers: []alliance.Carrier{{Name: c.brief.Name, Hours: min(*hours, mostCarrier), Willing: measure.Yes}},
		Target:   c.target, Prior: c.prior(), Video: c.work(),
	}
	for _, ch := range c.brief.Channels {
		if c.posts(ch) && c.video(ch) && len(c.target.Unknown(ch.Platform)) == 0 {
			q.Platform = ch.Platform
			break
		}
	}
	places := []string{"/team/hoursPerWeek"} // of the carriers in the brief
	for i, p := range c.brief.Partners {
		if p.HoursPerWeek != nil && *p.HoursPerWeek > 0 {
			q.Carriers = append(q.Carriers, alliance.Carrier{Name: p.Name, Hours: min(*p.HoursPerWeek, mostCarrier), Willing: p.Willing, Format: p.Format})
			places = append(places, check.Pointer("partners", i))
		}
	}
	if q.Platform == "" || len(q.Carriers) < 2 || len(q.Carriers) > alliance.MaxCarriers {
		return nil
	}
	answer, err := alliance.Weigh(q)
	if err != nil {
		var l check.List
		mergeMoved(&l, "", err, func(path string) string {
			for i, place := range places {
				if rest, ok := strings.CutPrefix(path, check.Pointer("carriers", i)+"/"); ok {
					return place + "/" + rest
				}
			}
			return "/partners"
		})
		return l.Err()
	}
	a.Alliance = &answer
	return nil
}

// mostCarrier is the most hours a week that one carrier's person gives.
const mostCarrier measure.Hours = 60
