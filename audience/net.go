package audience

import (
	"math"

	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// NetCount says what the parts of a [NetQuestion] count.
type NetCount uint8

// What is counted.
const (
	NetPeople    NetCount = iota + 1 // different people on each platform, as reach is
	NetFollowers                     // followers, subscribers and other accounts
)

var netCountWords = check.Words[NetCount]{NetPeople: "people", NetFollowers: "followers"}

// String returns "people" or "followers".
func (c NetCount) String() string { return netCountWords.String(c) }

// MarshalText writes the word of [NetCount.String]; an invalid value is an error.
func (c NetCount) MarshalText() ([]byte, error) { return netCountWords.Marshal(c) }

// UnmarshalText reads one of the words.
func (c *NetCount) UnmarshalText(text []byte) (err error) {
	*c, err = netCountWords.Parse(string(text))
	return err
}

// NetPart is what one platform or channel counts for itself.
type NetPart struct {
	Name   string         `json:"name"` // as it is shown to readers: "Facebook"
	People measure.People `json:"people"`
}

// NetPair is how many people two parts, named as in the parts, have in common,
// from a survey for example.
type NetPair struct {
	A    string         `json:"a"`
	B    string         `json:"b"`
	Both measure.People `json:"both"`
}

// NetQuestion asks how many different people several platforms reach together.
// Required: Parts. What else is known makes the answer narrower.
type NetQuestion struct {
	Parts []NetPart `json:"parts"`
	// Counts defaults to NetPeople.
	Counts NetCount `json:"counts,omitzero"`
	// Population is how many people there are whom the parts could count at all:
	// the target group in the place, say. Without it, 0, there is no point, only
	// bounds. Followers may live anywhere; leave it out when nobody knows from
	// how many people they come.
	Population measure.People `json:"population,omitzero"`
	Pairs      []NetPair      `json:"pairs,omitempty"`
	// Assumption defaults to [reach.SharedActivity].
	Assumption reach.Assumption `json:"assumption,omitzero"`
	// Shape of the shared activity, unknown for [NetShape].
	Shape measure.Estimate `json:"shape,omitzero"`
	// Evidence of the parts and pairs; defaults to measured.
	Evidence measure.Evidence `json:"evidence,omitzero"`
	Sources  []measure.Source `json:"sources,omitempty"` // of the parts and pairs
}

// NetReach is how many different people several platforms reach together.
//
// It is written as JSON; an unknown Net is null.
type NetReach struct {
	// Gross is the sum of the parts. It counts people on several platforms several
	// times and is a number of people only if there are none.
	Gross measure.People `json:"gross"`
	// Bounds hold for certain, if the parts and pairs are right and, where followers
	// are counted, every account is one person.
	Bounds measure.Interval `json:"bounds"`
	// Sharp says that no narrower bounds follow from what is known. Bounds that
	// are not sharp are valid.
	Sharp bool `json:"sharp"`
	// Net is the number of people under Assumption, with the range that the doubt
	// about its shape leaves, and unknown without a population. When the bounds
	// meet it is exact and nothing was assumed.
	Net        measure.Estimate `json:"net"`
	Assumption reach.Assumption `json:"assumption,omitzero"` // 0 when nothing was assumed
	// Increments are what each part adds under the middle of the assumption, in the
	// order of the parts, empty without a population, for more than 16 parts, or when
	// pairs are known, which the assumption does not use.
	Increments []NetIncrement  `json:"increments,omitempty"`
	Reasons    []reason.Reason `json:"reasons"`
}

// NetIncrement is what one part adds to the net reach, in people.
type NetIncrement struct {
	Name    string  `json:"name"`
	Unique  float64 `json:"unique"`  // what would be lost without it
	Stacked float64 `json:"stacked"` // what it adds to the parts before it
	Shapley float64 `json:"shapley"` // its fair share: all shares add up to the net reach
}

// NetShape is the default shape of shared activity, 0.6 to 2.2 with the middle
// 1.12. The middle is calibrated on one published union, Germany 2025, and not
// validated. The range is assumed: a union two points of the population lower or
// higher would give 0.84 or 1.56, and weekly use in the studies of ARD and ZDF
// allows at most 1.1 (2024) and 1.5 (2025: Instagram, Facebook, TikTok and Snapchat
// inside any social network); one age band or one town may differ further, so both
// ends are wider.
func NetShape() measure.Estimate {
	shape, err := measure.NewEstimate(0.6, 1.12, 2.2, measure.Assumed, netCalibration())
	if err != nil {
		return measure.Estimate{} // not reached: the three are in order
	}
	return shape
}

func netCalibration() measure.Source {
	return measure.Source{
		Key: "video-trends-2025", Title: "Video Trends 2025", Publisher: "die medienanstalten", Year: 2025,
		Certainty: measure.Secondary,
		Note:      "Reels 27.7, Shorts 21.0, TikTok 17.5 million several times a week, together 41.6 million of 70.1 million people from 14",
	}
}

// Net answers a [NetQuestion]. Problems: no parts or more than 64, a name that is
// empty or given twice, people below 0 or above the population, pairs that name
// unknown parts, that their parts do not allow or that contradict each other (the
// three parts are named), a shape outside what [reach.NewNBD] accepts.
func Net(q NetQuestion) (NetReach, error) {
	if q.Counts == 0 {
		q.Counts = NetPeople
	}
	if q.Assumption == 0 {
		q.Assumption = reach.SharedActivity
	}
	if !q.Shape.Known() {
		q.Shape = NetShape()
	}
	if q.Evidence == 0 {
		q.Evidence = measure.Measured
	}
	laws, err := q.check()
	if err != nil {
		return NetReach{}, err
	}
	n := NetReach{}
	for _, p := range q.Parts {
		n.Gross += p.People
	}
	reaches, pairs, base := q.shares(n.Gross)
	bounds, err := reach.UnionBounds(reaches, pairs...)
	if err != nil {
		return NetReach{}, err
	}
	// Counts are whole; a share times its base misses them by the last bit.
	lo, hi := math.Ceil(base*bounds.Lo-1e-3), math.Floor(base*bounds.Hi+1e-3)
	if n.Bounds, err = measure.NewInterval(lo, max(lo, hi)); err != nil {
		return NetReach{}, err
	}
	n.Sharp = bounds.Sharp
	raw, err := n.assume(q, laws, reaches, lo, max(lo, hi))
	if err != nil {
		return NetReach{}, err
	}
	n.explain(q, raw)
	return n, nil
}

// shares returns the parts and pairs as shares of the population. Without one
// their sum serves: nobody can be reached beyond it, so it bounds nothing.
func (q NetQuestion) shares(gross measure.People) (reaches []float64, pairs []reach.Pair, base float64) {
	base = float64(max(q.Population, 1))
	if q.Population == 0 && gross > 0 {
		base = float64(gross)
	}
	index := make(map[string]int, len(q.Parts))
	for i, p := range q.Parts {
		index[p.Name] = i
		reaches = append(reaches, float64(p.People)/base)
	}
	for _, p := range q.Pairs {
		pairs = append(pairs, reach.Pair{A: index[p.A], B: index[p.B], Both: float64(p.Both) / base})
	}
	return reaches, pairs, base
}

// assume fills in the point under the assumption, held inside the bounds, and
// returns what the assumption alone would give (unknown when nothing is assumed).
func (n *NetReach) assume(q NetQuestion, laws [3]reach.NBD, reaches []float64, lo, hi float64) (raw measure.Estimate, err error) {
	if lo == hi {
		n.Net, err = measure.Exactly(lo, q.Evidence, q.Sources...)
		return raw, err
	}
	if q.Population == 0 {
		return raw, nil
	}
	base := float64(q.Population)
	sources := q.Sources
	if laws[1].Assumption() == reach.SharedActivity {
		sources = measure.MergeSources(q.Sources, q.Shape.Sources())
	}
	raw, err = measure.NewEstimate(base*laws[0].Union(reaches), base*laws[1].Union(reaches), base*laws[2].Union(reaches), measure.Assumed, sources...)
	if err != nil {
		return raw, err
	}
	n.Assumption = q.Assumption
	if n.Net, err = raw.Map(func(x float64) float64 { return min(max(x, lo), hi) }); err != nil || len(q.Pairs) > 0 || len(q.Parts) > reach.MaxShapley {
		return raw, err
	}
	increments, err := laws[1].Increments(reaches)
	if err != nil {
		return raw, err
	}
	for i, p := range q.Parts {
		n.Increments = append(n.Increments, NetIncrement{
			Name: p.Name, Unique: base * increments[i].Unique, Stacked: base * increments[i].Stacked, Shapley: base * increments[i].Shapley,
		})
	}
	return raw, nil
}
