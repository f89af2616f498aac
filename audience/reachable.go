package audience

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// ReachableQuery asks who uses a platform among the people of a place.
type ReachableQuery struct {
	Place     Place         // required
	Platform  platform.Name // required
	Bands     []Band        // required: the target bands, without overlap
	Frequency Frequency     // required: how often somebody must use it to count
	Year      int           // required: the year asked about
}

// Reachable says how many people of a place use a platform, by target band.
// They can be reached there at most; how many are is a question of the views.
type Reachable struct {
	Platform    platform.Name    `json:"platform"`
	Frequency   Frequency        `json:"frequency"`
	Year        int              `json:"year"`
	Bands       []ReachableBand  `json:"bands"`
	People      measure.Estimate `json:"people"` // of all target bands; unknown when one band is
	Reason      reason.Reason    `json:"reason"`
	Assumptions []reason.Reason  `json:"assumptions"`
}

// ReachableBand is the answer for one target band.
type ReachableBand struct {
	Band      Band             `json:"band"`
	Residents measure.Estimate `json:"residents"`           // people who live there
	Share     measure.Estimate `json:"share"`               // of them who use the platform; unknown without a figure
	People    measure.Estimate `json:"people"`              // residents x share; unknown without a figure
	Figures   []Penetration    `json:"figures,omitempty"`   // what the share was taken from
	Missing   []Band           `json:"missing,omitempty"`   // ages for which no figure is known
	BoundOnly bool             `json:"boundOnly,omitempty"` // the share follows from a narrower or wider frequency only
}

// Reachable estimates how many people of a place use a platform. For each age
// it takes the figure of the frequency asked whose band and year are nearest,
// of [Residents] only, never of an online panel: four ages outside the target,
// sixteen of the target that it lacks, or a range of ten points weigh as much
// as one year. A nearer figure of a narrower or wider frequency bounds it:
// whoever uses daily also uses weekly.
// Without a figure of the frequency there are only such bounds. Ages without
// any figure stay missing and the share is unknown.
//
// The range covers the sample of the survey, the distance in years and ages,
// and the age structure of a scaled place. The errors of several bands are
// taken to go the same way, which gives the widest range of the sum.
func (t UseTable) Reachable(q ReachableQuery) (Reachable, error) {
	var l check.List
	if !q.Platform.Valid() {
		l.Add("/platform", check.ErrSyntax, string(q.Platform), "the name of a platform such as tiktok")
	}
	CheckBands(&l, "/bands", q.Bands)
	if !q.Frequency.IsValid() || q.Frequency == Unspecified {
		l.Add("/frequency", check.ErrRequired, check.None, "how often somebody must use the platform, such as weekly")
	}
	l.Between("/year", float64(q.Year), 1990, 2100, "a year from 1990 to 2100")
	if err := l.Err(); err != nil {
		return Reachable{}, err
	}
	r := Reachable{Platform: q.Platform, Frequency: q.Frequency, Year: q.Year}
	candidates := t.of(q.Platform, Residents)
	sum := [3]float64{}
	evidence, known := measure.Estimated, true
	var sources []measure.Source
	for i, b := range q.Bands {
		residents, err := q.Place.People(b)
		if err != nil {
			l.Merge(check.Pointer("bands", i), err)
			continue
		}
		rb, err := reachableBand(candidates, q, b, residents)
		if err != nil {
			l.Merge(check.Pointer("bands", i), err)
			continue
		}
		r.Bands = append(r.Bands, rb)
		known = known && rb.People.Known()
		sum[0] += rb.People.P10()
		sum[1] += rb.People.P50()
		sum[2] += rb.People.P90()
		evidence = max(evidence, rb.People.Evidence())
		sources = measure.MergeSources(sources, rb.People.Sources())
	}
	if err := l.Err(); err != nil {
		return Reachable{}, err
	}
	if known {
		var err error
		if r.People, err = measure.NewEstimate(sum[0], sum[1], sum[2], evidence, sources...); err != nil {
			return Reachable{}, err
		}
	}
	r.explain(q, sources)
	return r, nil
}

// reachableBand answers one target band: the ages between two ends of figures
// have the same figures and are answered together.
func reachableBand(candidates []Penetration, q ReachableQuery, b Band, residents measure.Estimate) (ReachableBand, error) {
	rb := ReachableBand{Band: b, Residents: residents}
	var share [3]float64 // people-weighted
	total := 0.0
	var sources []measure.Source
	ranked, segments := rank(candidates, b, q)
	for i, part := range segments {
		picked := pickAt(ranked, part.from)
		for j := i + 1; j < len(segments) && pickAt(ranked, segments[j].from) == picked; j++ {
			part.end = segments[j].end
		}
		if i > 0 && pickAt(ranked, segments[i-1].from) == picked {
			continue // answered with the segment before
		}
		if picked == (pick{}) {
			rb.Missing = append(rb.Missing, part)
			continue
		}
		weight := residents.P50()
		if part != b {
			people, err := q.Place.sum(part)
			weight = people.people
			if err != nil {
				weight = residents.P50() * float64(ages(part)) / float64(ages(b)) // a table without single years
			}
		}
		quantiles, used := picked.quantiles(b, q.Year)
		for i, x := range quantiles {
			share[i] += x * weight
		}
		total += weight
		for _, p := range used {
			if !slices.Contains(rb.Figures, *p) {
				rb.Figures = append(rb.Figures, *p)
				sources = append(sources, p.s.Source)
			}
		}
		rb.BoundOnly = rb.BoundOnly || picked.exact == nil
	}
	if rb.Missing != nil || total <= 0 {
		return rb, nil
	}
	sources = measure.MergeSources(sources)
	evidence := measure.Estimated
	var err error
	if rb.Share, err = measure.NewEstimate(share[0]/total, share[1]/total, share[2]/total, evidence, sources...); err != nil {
		return rb, err
	}
	// Both errors taken to go the same way: quantiles of the product are the
	// products of the quantiles, and nobody is counted who does not live there.
	rb.People, err = measure.NewEstimate(
		residents.P10()*rb.Share.P10(), residents.P50()*rb.Share.P50(), residents.P90()*rb.Share.P90(),
		evidence, measure.MergeSources(sources, residents.Sources())...)
	return rb, err
}
