package strategy

import (
	"strings"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// audience finds who can be reached, who will be, and what the followers come to.
func (c *caseOf) audience(a *Assessment) error {
	var l check.List
	l.Merge("", c.followers(a))
	if c.has(platform.TikTok) {
		claims := germany.TikTokClaims()
		if r, ok := claims.Young.Conflict(claims.MostlyYoung); ok {
			a.Conflicts = append(a.Conflicts, r)
		}
	}
	place, known, err := c.place()
	if err != nil {
		l.Merge("", err)
		return l.Err()
	}
	bands := c.brief.Audience.Bands
	if !known || len(bands) == 0 || len(c.brief.Channels) == 0 {
		return l.Err()
	}
	c.use = germany.UseWithBounds()
	c.target, err = audience.NewTarget(audience.TargetQuery{
		Place: place, Bands: bands, Platforms: c.platformsOf(), Use: c.use, Frequency: frequency, Year: c.today.Year(), Profiles: c.platforms,
	})
	if err != nil {
		mergeMoved(&l, "", err, audiencePlace)
		return l.Err()
	}
	for _, name := range c.platformsOf() {
		if r, ok := c.target.Reachable(name); ok {
			a.Reachable = append(a.Reachable, r)
		}
	}
	for i, band := range a.Reachable[0].Bands {
		c.cells = append(c.cells, audience.Cell{Band: bands[i], People: max(measure.People(band.Residents.P50()), 1)})
	}
	l.Merge("", c.forecast(a))
	return l.Err()
}

// frequency is how often somebody must use a platform to count: most figures
// that cover all ages and platforms are weekly.
const frequency = audience.Weekly

func audiencePlace(path string) string {
	if strings.HasPrefix(path, "/bands") {
		return "/audience" + path
	}
	return "/place" + path
}

// place is the population: the brief's own table, or the age structure of
// Germany scaled to the inhabitants.
func (c *caseOf) place() (p audience.Place, known bool, err error) {
	b := c.brief.Place
	if b.Inhabitants == nil {
		return audience.Place{}, false, nil
	}
	if len(b.Bands) > 0 {
		p, err = germany.TownTable(b.Name, *b.Inhabitants, b.Bands)
	} else {
		p, err = germany.Town(b.Name, *b.Inhabitants)
	}
	if err != nil {
		var l check.List
		l.Merge("/place", err)
		return audience.Place{}, false, l.Err()
	}
	return p, true, nil
}

// followers adds the counts of the channels up, and says what they are net.
func (c *caseOf) followers(a *Assessment) error {
	q := audience.NetQuestion{Counts: audience.NetFollowers}
	names := map[string]bool{}
	for _, ch := range c.brief.Channels {
		if ch.Followers == nil {
			continue
		}
		name := c.profile(ch).Title
		if names[name] { // a second channel on the platform goes by its own name
			name = ch.Name
		}
		names[name] = true
		q.Parts = append(q.Parts, audience.NetPart{Name: name, People: measure.People(*ch.Followers)})
	}
	if len(q.Parts) < 2 {
		return nil
	}
	n, err := audience.Net(q)
	if err != nil {
		var l check.List
		mergeMoved(&l, "", err, func(path string) string { return "/channels" })
		return l.Err()
	}
	a.Followers = &n
	return nil
}

func (c *caseOf) has(n platform.Name) bool {
	for _, ch := range c.brief.Channels {
		if ch.Platform == n {
			return true
		}
	}
	return false
}

// summary is the few sentences that matter most, in the order in which a
// press officer asks: whom, how often, with whom, what first.
func (c *caseOf) summary(a *Assessment) []reason.Reason {
	var s []reason.Reason
	if a.Forecast != nil && len(a.Forecast.Reasons) > 0 {
		s = append(s, a.Forecast.Reasons[0])
	}
	for _, r := range a.Continuity {
		s = append(s, r.Report.Reasons[0])
	}
	if a.Rhythm != nil && len(a.Rhythm.Reasons) > 0 {
		s = append(s, a.Rhythm.Reasons[0])
	}
	if a.Agency != nil && len(a.Agency.Reasons) > 0 {
		s = append(s, a.Agency.Reasons[0])
	}
	counts := map[Severity]int64{}
	for _, f := range a.Findings {
		counts[f.Severity]++
	}
	return append(s, reason.New("strategy.findings",
		"Vor dem Start: {stop:Hindernis|Hindernisse}, {warning:Warnung|Warnungen}, {ask:offene Frage|offene Fragen}.",
		"Before the start: {stop:obstacle|obstacles}, {warning:warning|warnings}, {ask:open question|open questions}.",
		nil, reason.Count("stop", counts[Stop]), reason.Count("warning", counts[Warning]), reason.Count("ask", counts[Ask])))
}
