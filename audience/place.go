package audience

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Cell is a number of people in one age band.
type Cell struct {
	Band   Band           `json:"band"`
	People measure.People `json:"people"`
}

// maxPeople is above the population of the Earth.
const maxPeople = 1e10

// structureSpread is how far the share of an age band in one town lies from
// the share in the country, as the ratio of P90 to P50. Assumed: single years
// by municipality are not among the library's figures. University towns exceed
// it from 20 to 29; give the town's own table where it matters.
const structureSpread = 1.15

// Place is where the people live that a channel wants to reach: a name and the
// population by age. It comes from a table ([NewPlace]) or from the number of
// inhabitants and the age structure of a larger place ([Place.Scaled]). The
// zero Place has no people and every question to it is an error.
type Place struct {
	name     string
	cells    []ageCell // ordered, without overlap
	sources  []measure.Source
	scaled   bool      // the cells are another place's, scaled
	pattern  []ageCell // finer cells that say how a cell is distributed over its ages
	patterns []measure.Source
}

type ageCell struct {
	band   Band
	people float64
}

// NewPlace returns a place with a table of its population. Bands must not
// overlap and nobody may be counted below 0. Inhabitants is the total printed
// with the table, or 0 when there is none: a table that covers all ages must
// add up to it exactly, any other must not exceed it.
func NewPlace(name string, inhabitants measure.People, cells []Cell, sources ...measure.Source) (Place, error) {
	var l check.List
	l.NotEmpty("/name", name, "the name of the place")
	bands := make([]Band, len(cells))
	p := Place{name: name, sources: slices.Clone(sources)}
	var sum measure.People
	for i, c := range cells {
		bands[i] = c.Band
		if c.People < 0 || c.People > maxPeople {
			l.Add(check.Pointer("bands", i, "people"), check.ErrRange, int64(c.People), "a number of people from 0 to 10,000,000,000")
			continue
		}
		sum += c.People
		p.cells = append(p.cells, ageCell{c.Band, float64(c.People)})
	}
	CheckBands(&l, "/bands", bands)
	if inhabitants < 0 || inhabitants > maxPeople {
		l.Add("/inhabitants", check.ErrRange, int64(inhabitants), "a number of people from 0 to 10,000,000,000")
	}
	if err := l.Err(); err != nil {
		return Place{}, err
	}
	slices.SortFunc(p.cells, func(a, b ageCell) int { return a.band.Compare(b.band) })
	_, err := p.sum(Band{0, MaxAge + 1})
	if whole := err == nil; inhabitants > 0 && (sum > inhabitants || whole && sum != inhabitants) {
		l.Add("/inhabitants", check.ErrConflict, int64(inhabitants), "the sum of the bands, "+strconv.FormatInt(int64(sum), 10))
	} else if sum == 0 {
		l.Add("/bands", check.ErrRange, 0, "at least one inhabitant")
	}
	if err := l.Err(); err != nil {
		return Place{}, err
	}
	return p, nil
}

// Scaled returns a place with the given number of inhabitants, at least 1, and
// the age structure of p, which must cover all ages. Its bands are estimates.
func (p Place) Scaled(name string, inhabitants measure.People) (Place, error) {
	var l check.List
	l.NotEmpty("/name", name, "the name of the place")
	l.Between("/inhabitants", float64(inhabitants), 1, maxPeople, "a number of people from 1 to 10,000,000,000")
	all, err := p.sum(Band{0, MaxAge + 1})
	l.Merge("/structure", err)
	if err := l.Err(); err != nil {
		return Place{}, err
	}
	q := Place{name: name, scaled: true, sources: slices.Clone(p.sources)}
	for _, c := range p.cells {
		q.cells = append(q.cells, ageCell{c.band, c.people * float64(inhabitants) / all.people})
	}
	return q, nil
}

// WithStructure returns p with bands that cut one of its own answered by the
// age structure of another place: a table with the band 10-19 then answers
// 14-19, as an estimate, and 10-19 as before.
func (p Place) WithStructure(of Place) Place {
	p.pattern, p.patterns = of.cells, of.sources
	return p
}

// Name returns the name of the place.
func (p Place) Name() string { return p.name }

// IsScaled reports whether the place was made by [Place.Scaled].
func (p Place) IsScaled() bool { return p.scaled }

// People returns the number of people of an age band. It is exact where the
// table has the band or its parts, an estimate where the place was scaled or a
// band was cut by [Place.WithStructure], and else an error: check.ErrConflict
// when the band cuts one of the table, check.ErrUnknown when the table does not
// have the ages.
func (p Place) People(b Band) (measure.Estimate, error) {
	s, err := p.sum(b)
	if err != nil {
		return measure.Estimate{}, err
	}
	evidence, sources := measure.Measured, p.sources
	doubt := s.cut
	if s.cut > 0 {
		sources = measure.MergeSources(p.sources, p.patterns)
	}
	if p.scaled && !(b.from == 0 && b.Open()) {
		doubt = s.people
	}
	if doubt > 0 || p.scaled {
		evidence = measure.Estimated
	}
	return measure.NewEstimate(
		s.people-doubt+doubt/structureSpread,
		s.people,
		max(s.people, min(s.people-doubt+doubt*structureSpread, s.most)),
		evidence, sources...)
}

// sum adds up the cells of a band.
type bandSum struct {
	people float64
	cut    float64 // of them from cells that the band cuts
	most   float64 // all people of the cells touched, or all of a scaled place
}

func (p Place) sum(b Band) (bandSum, error) {
	var s bandSum
	if !b.IsValid() {
		return s, check.Problem{Value: strconv.Quote(b.String()), Kind: check.ErrRequired, Want: ageText}
	}
	age := b.from
	for _, c := range p.cells {
		if p.scaled {
			s.most += c.people
		}
		if !c.band.Overlaps(b) {
			continue
		}
		if c.band.from > age {
			return s, p.lacks(b, Band{age, min(c.band.from, b.end)})
		}
		age = c.band.end
		if !p.scaled {
			s.most += c.people
		}
		if b.Contains(c.band) {
			s.people += c.people
			continue
		}
		part, err := p.part(c, b)
		if err != nil {
			return s, err
		}
		s.people += part
		s.cut += part
	}
	if age < b.end {
		return s, p.lacks(b, Band{age, b.end})
	}
	return s, nil
}

func (p Place) lacks(b, gap Band) error {
	return check.Problem{Value: strconv.Quote(b.String()), Kind: check.ErrUnknown, Want: "ages that the table has; it lacks " + gap.String()}
}

// part returns how many people of cell c are in b, by the pattern.
func (p Place) part(c ageCell, b Band) (float64, error) {
	refused := check.Problem{
		Value: strconv.Quote(b.String()), Kind: check.ErrConflict,
		Want: "a band that does not cut " + c.band.String() + ", of which no single years are known",
	}
	if p.pattern == nil {
		return 0, refused
	}
	pattern := Place{cells: p.pattern}
	inside := Band{max(b.from, c.band.from), min(b.end, c.band.end)}
	in, errIn := pattern.sum(inside)
	all, errAll := pattern.sum(c.band)
	if errIn != nil || errAll != nil || all.people <= 0 {
		return 0, refused
	}
	return c.people * in.people / all.people, nil
}

// MarshalJSON writes the name, whether the place was scaled, and the people of
// each band of its table; those of a scaled place are not whole numbers.
func (p Place) MarshalJSON() ([]byte, error) {
	type cell struct {
		Band   Band    `json:"band"`
		People float64 `json:"people"`
	}
	cells := make([]cell, len(p.cells))
	for i, c := range p.cells {
		cells[i] = cell{c.band, math.Round(c.people*1e6)/1e6 + 0}
	}
	return json.Marshal(struct {
		Name    string           `json:"name"`
		Scaled  bool             `json:"scaled"`
		Bands   []cell           `json:"bands"`
		Sources []measure.Source `json:"sources,omitempty"`
	}{p.name, p.scaled, cells, p.sources})
}
