package audience

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// TargetQuery describes whom a plan wants to reach, and where they could be.
type TargetQuery struct {
	Place     Place           // required
	Bands     []Band          // required: the target group, without overlap
	Platforms []platform.Name // required: the platforms in question, each once
	Use       UseTable        // required: figures of use, such as germany.UseWithBounds
	Frequency Frequency       // required: how often somebody must use a platform to count as a user of it
	Year      int             // required: the year of the plan
	Profiles  platform.Set    // how the platforms deliver; the zero Set is platform.Known
}

// Target is a target group on its platforms: the part of a forecast that does
// not depend on the plan. Make it once and ask it for many plans. The zero
// Target has no people and every question to it is an error.
type Target struct {
	place       string
	inhabitants float64
	year        int
	bands       []Band
	residents   []measure.Estimate
	platforms   []targetPlatform
}

type targetPlatform struct {
	profile   platform.Profile
	reachable Reachable
	users     [oldest]float64 // people who use it by single age, middle of the estimate, 0 where no figure is known
	unknown   []Band          // ages outside the target without a figure
}

// NewTarget returns the target group with the users of each platform. A
// platform without figures of use for one of the bands is accepted here, see
// [Target.Unknown], and a problem in a plan that uses it.
func NewTarget(q TargetQuery) (Target, error) {
	var l check.List
	if len(q.Profiles.Names()) == 0 {
		q.Profiles = platform.Known()
	}
	if len(q.Platforms) == 0 {
		l.Add("/platforms", check.ErrRequired, check.None, "at least one platform")
	}
	t := Target{place: q.Place.Name(), year: q.Year, bands: slices.Clone(q.Bands)}
	for _, c := range q.Place.cells {
		t.inhabitants += c.people
	}
	people := q.Place.byAge()
	for i, name := range q.Platforms {
		if slices.Index(q.Platforms, name) < i {
			l.Add(check.Pointer("platforms", i), check.ErrDuplicate, string(name), "each platform once")
			continue
		}
		r, err := q.Use.Reachable(ReachableQuery{Place: q.Place, Platform: name, Bands: q.Bands, Frequency: q.Frequency, Year: q.Year})
		if err != nil {
			l.Merge("", err) // the same for every platform but for its name
			break
		}
		p := targetPlatform{reachable: r}
		if profile, ok := q.Profiles.Lookup(name); ok {
			p.profile = profile
		} else {
			p.profile = platform.Profile{Name: name, Title: string(name)}
		}
		p.count(q, &people)
		t.platforms = append(t.platforms, p)
	}
	if err := l.Err(); err != nil {
		return Target{}, err
	}
	for i, b := range t.platforms[0].reachable.Bands {
		t.residents = append(t.residents, b.Residents)
		if b.Residents.P90() <= 0 {
			l.Add(check.Pointer("bands", i), check.ErrRange, b.Band, "a band in which somebody lives")
		}
	}
	if err := l.Err(); err != nil {
		return Target{}, err
	}
	return t, nil
}

// count fills in the users by single age. Inside a target band they add up to
// the middle of the band's estimate.
func (p *targetPlatform) count(q TargetQuery, people *[oldest]float64) {
	var candidates []Penetration
	for _, f := range q.Use.figures {
		if f.s.Platform == p.profile.Name && f.s.Base == Residents {
			candidates = append(candidates, f)
		}
	}
	at := ReachableQuery{Platform: p.profile.Name, Frequency: q.Frequency, Year: q.Year}
	for _, gap := range between(q.Bands) {
		figures, segments := rank(candidates, gap, at)
		for _, part := range segments {
			picked := pickAt(figures, part.from)
			if picked == (pick{}) {
				if n := len(p.unknown) - 1; n >= 0 && p.unknown[n].end == part.from {
					p.unknown[n].end = part.end
				} else {
					p.unknown = append(p.unknown, part)
				}
				continue
			}
			share, _ := picked.quantiles(gap, q.Year)
			for age := part.from; age < min(part.end, oldest); age++ {
				p.users[age] = people[age] * share[1]
			}
		}
	}
	for _, b := range p.reachable.Bands {
		var sum float64
		for age := b.Band.from; age < min(b.Band.end, oldest); age++ {
			sum += people[age]
		}
		for age := b.Band.from; age < min(b.Band.end, oldest) && sum > 0; age++ {
			p.users[age] = b.People.P50() * people[age] / sum
		}
	}
}

// between returns the ages outside the target, as bands.
func between(target []Band) (gaps []Band) {
	sorted := slices.SortedFunc(slices.Values(target), Band.Compare)
	from := uint8(0)
	for _, b := range append(sorted, Band{MaxAge + 1, MaxAge + 1}) {
		if b.from > from {
			gaps = append(gaps, Band{from, b.from})
		}
		from = b.end
	}
	return gaps
}

// byAge spreads the people of a place evenly over the ages of each cell. The
// last age stands for all above.
func (p Place) byAge() (people [oldest]float64) {
	for _, c := range p.cells {
		from, end := min(c.band.from, oldest-1), min(c.band.end, oldest)
		for age := from; age < end || age == from; age++ {
			people[age] += c.people / float64(max(end-from, 1))
		}
	}
	return people
}

// usersIn is the number of users in a band, middle of the estimate.
func (p *targetPlatform) usersIn(b Band) float64 {
	var sum float64
	for age := b.from; age < min(b.end, oldest); age++ {
		sum += p.users[age]
	}
	return sum
}

// Unknown returns the target bands for which no figure says how many use the
// platform, and all bands for a platform that is not in the target.
func (t Target) Unknown(name platform.Name) []Band {
	p := t.platform(name)
	if p == nil {
		return slices.Clone(t.bands)
	}
	var none []Band
	for _, b := range p.reachable.Bands {
		if !b.People.Known() {
			none = append(none, b.Band)
		}
	}
	return none
}

// Reachable returns who of the target group uses the platform, and whether the
// platform is in the target.
func (t Target) Reachable(name platform.Name) (Reachable, bool) {
	p := t.platform(name)
	if p == nil {
		return Reachable{}, false
	}
	return p.reachable, true
}

// Bands returns the bands of the target group in the order given.
func (t Target) Bands() []Band { return slices.Clone(t.bands) }

func (t Target) platform(name platform.Name) *targetPlatform {
	for i := range t.platforms {
		if t.platforms[i].profile.Name == name {
			return &t.platforms[i]
		}
	}
	return nil
}
