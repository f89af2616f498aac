package audience

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// WeightedTotal returns the share of all people of several bands that use a
// platform, from the shares of the bands weighted with the people of a place.
// A table of bands is right only if this meets the total printed with it. The
// figures must be of one platform and frequency and their bands must not
// overlap.
func WeightedTotal(in Place, parts ...Penetration) (measure.Interval, error) {
	var l check.List
	bands := make([]Band, len(parts))
	for i, p := range parts {
		bands[i] = p.s.Band
		if p.s.Platform != parts[0].s.Platform || p.s.Frequency != parts[0].s.Frequency || p.s.Base != parts[0].s.Base {
			l.Add(check.Pointer(i), check.ErrConflict, p.s.Platform, "figures of one platform, frequency and base")
		}
	}
	CheckBands(&l, "", bands)
	var lo, hi, all float64
	if l.Err() == nil {
		for i, p := range parts {
			s, err := in.sum(p.s.Band)
			l.Merge(check.Pointer(i), err)
			a, b := ends(p.s.Share)
			lo, hi, all = lo+a*s.people, hi+b*s.people, all+s.people
		}
	}
	if l.Err() == nil && all <= 0 {
		l.Add("", check.ErrRange, all, "bands in which somebody lives")
	}
	if err := l.Err(); err != nil {
		return measure.Interval{}, err
	}
	return measure.NewInterval(lo/all, hi/all)
}

// Gap is a printed total with some of its bands: what it says about the bands
// that were not printed is [Gap.Fill].
type Gap struct {
	Total     Penetration   // required: the share of all people of a band
	Known     []Penetration // the printed bands inside it; may be none
	Missing   []Band        // required: the bands that together with the known ones make up the total's
	Declining bool          // assume that use does not rise with age; the missing bands must be the oldest ones
}

// Fill returns bounds for each missing band that follow from the total and the
// printed bands, weighted with the people of a place. Without further
// assumptions each bound is sharp for its band alone: the total leaves so much
// for all missing bands together, and the others may hold from none to all of
// their people. With Declining the older of two missing bands has at most the
// share of the younger, which narrows the bounds.
//
// The results are marked as computed. A total that its bands cannot give is a
// problem of kind check.ErrConflict.
func (g Gap) Fill(in Place) ([]Penetration, error) {
	total := g.Total.s
	var l check.List
	total.Check(&l, "/total")
	bands := slices.Clone(g.Missing)
	for i, p := range g.Known {
		p.s.Check(&l, check.Pointer("known", i))
		bands = append(bands, p.s.Band)
		if p.s.Platform != total.Platform || p.s.Frequency != total.Frequency || p.s.Base != total.Base {
			l.Add(check.Pointer("known", i), check.ErrConflict, p.s.Platform, "the platform, frequency and base of the total")
		}
		if g.Declining && slices.ContainsFunc(g.Missing, func(m Band) bool { return m.from < p.s.Band.end }) {
			l.Add(check.Pointer("known", i), check.ErrConflict, p.s.Band, "known bands younger than all missing ones where use declines with age")
		}
	}
	if len(g.Missing) == 0 {
		l.Add("/missing", check.ErrRequired, check.None, "at least one missing band")
	} else {
		CheckBands(&l, "/missing", bands)
	}
	var ages int
	for _, b := range bands {
		ages += int(b.end) - int(b.from)
		if !total.Band.Contains(b) {
			l.Add("/missing", check.ErrConflict, b, "bands inside "+total.Band.String())
		}
	}
	if l.Err() == nil && ages != int(total.Band.end)-int(total.Band.from) {
		l.Add("/missing", check.ErrConflict, total.Band, "known and missing bands that make up the band of the total")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return g.fill(in)
}

func (g Gap) fill(in Place) ([]Penetration, error) {
	all, err := in.sum(g.Total.s.Band)
	if err != nil {
		return nil, err
	}
	lo, hi := ends(g.Total.s.Share)
	restLo, restHi := lo*all.people, hi*all.people // users in the missing bands together
	most := 1.0                                    // share that no missing band exceeds
	for _, p := range g.Known {
		part, err := in.sum(p.s.Band)
		if err != nil {
			return nil, err
		}
		a, b := ends(p.s.Share)
		restLo, restHi = restLo-b*part.people, restHi-a*part.people
		if g.Declining {
			most = min(most, b)
		}
	}
	missing := slices.SortedFunc(slices.Values(g.Missing), Band.Compare)
	people := make([]float64, len(missing))
	var sum float64
	for i, b := range missing {
		part, err := in.sum(b)
		if err != nil {
			return nil, err
		}
		people[i] = part.people
		sum += part.people
	}
	if slack := conflictSlack * all.people; restHi < -slack || restLo > most*sum+slack {
		return nil, check.Problem{
			Path: "/total", Value: measure.Share((lo + hi) / 2).String(), Kind: check.ErrConflict,
			Want: "a total that the known bands can give",
		}
	}
	restLo, restHi = max(restLo, 0), max(restHi, 0)
	filled := make([]Penetration, len(missing))
	younger := 0.0
	for i, b := range missing {
		share, err := g.bound(restLo, restHi, people[i], younger, sum, most)
		if err != nil {
			return nil, err
		}
		younger += people[i]
		filled[i] = g.derived(b, share)
	}
	return filled, nil
}

// bound returns the share of a band of n people among missing bands of sum
// people, of which the younger ones have the given number.
func (g Gap) bound(restLo, restHi, n, younger, sum, most float64) (measure.Interval, error) {
	lo, hi := 0.0, most
	if g.Declining {
		if n > 0 {
			hi = min(hi, restHi/(younger+n))
			lo = (restLo - most*younger) / (sum - younger)
		}
	} else if n > 0 {
		hi = min(hi, restHi/n)
		lo = (restLo - (sum - n)) / n
	}
	lo = min(max(lo, 0), hi)
	return measure.NewInterval(lo, hi)
}

func (g Gap) derived(b Band, share measure.Interval) Penetration {
	s := g.Total.s
	s.Band, s.Share, s.Sample = b, share, 0
	s.Source.Key += ".derived"
	s.Source.Certainty = measure.Computed
	s.Source.Note = "derived: bounds from the printed total and bands"
	if g.Declining {
		s.Source.Note += "; assumes that use does not rise with age"
	}
	return Penetration{s}
}
