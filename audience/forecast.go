package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Forecast says how many different people of a target group a plan reaches at
// least once, by band, by channel and in all, and who is left out. All numbers
// of people are ranges; none of them add up, because quantiles do not.
type Forecast struct {
	Place     string           `json:"place"`
	Weeks     int              `json:"weeks"`
	Residents measure.Estimate `json:"residents"` // people of the target group
	Reached   measure.Estimate `json:"reached"`   // net: each person counts once
	Share     measure.Estimate `json:"share"`     // reached of the residents

	NotOnPlatforms measure.Estimate `json:"notOnPlatforms"` // left out because they use none of the platforms
	NotReached     measure.Estimate `json:"notReached"`     // left out though they use one: no video came their way

	Bands    []BandForecast    `json:"bands"`
	Channels []ChannelForecast `json:"channels"`

	Gross  measure.Estimate `json:"gross"`  // the channels' reaches added up: counts people several times
	Bounds measure.Interval `json:"bounds"` // of the net reach, given the middle of each channel's reach, whatever the overlap

	Frequency     []FrequencyClass `json:"frequency"`     // how often people are reached
	MeanFrequency measure.Estimate `json:"meanFrequency"` // videos seen by a person who is reached

	Contributions []Contribution  `json:"contributions"` // the doubtful inputs, the most important first
	Reasons       []reason.Reason `json:"reasons"`
	Assumptions   []reason.Reason `json:"assumptions"`
}

// BandForecast is the part of a [Forecast] in one age band.
type BandForecast struct {
	Band        Band             `json:"band"`
	Residents   measure.Estimate `json:"residents"`
	OnPlatforms measure.Estimate `json:"onPlatforms"` // use at least one of the platforms
	Reached     measure.Estimate `json:"reached"`
	Share       measure.Estimate `json:"share"` // reached of the residents
}

// ChannelForecast is the part of a [Forecast] on one channel, for itself.
type ChannelForecast struct {
	Platform platform.Name      `json:"platform"`
	Videos   int                `json:"videos"`
	Views    measure.Estimate   `json:"views"` // of all videos, from everywhere
	Reached  measure.Estimate   `json:"reached"`
	Bands    []measure.Estimate `json:"bands"` // reached, by band in the order of the target
}

// Forecast returns what the plan reaches in the target group. The uncertainty
// of the views, the local share, replays, the age of viewers, the number of
// users, how unequally people see the videos and how the audiences overlap are
// all in the ranges. There is no random input: the same plan gives the same
// forecast.
//
// Problems point into {"weeks":…,"channels":[…],"shape":…,"netShape":…}.
func (t Target) Forecast(p Plan) (Forecast, error) {
	e, err := t.engine(p)
	if err != nil {
		return Forecast{}, err
	}
	f := Forecast{Place: t.place, Weeks: p.Weeks, Residents: e.total}
	r := e.runAll()
	if err := f.fill(&t, p, e, r); err != nil {
		return Forecast{}, err
	}
	f.Contributions = e.contributions(p)
	f.explain(&t, p)
	return f, nil
}

// engine makes a checked plan ready to run.
func (t Target) engine(p Plan) (*engine, error) {
	var l check.List
	if len(t.bands) == 0 {
		l.Add("", check.ErrRequired, check.None, "a target made by NewTarget")
	} else {
		p.check(&l, &t, "")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	e := &engine{bands: len(t.bands), evidence: measure.Estimated}
	plain := func(x float64) float64 { return x }
	var sum [3]float64
	for _, r := range t.residents {
		e.residents = append(e.residents, splitOf(r, plain))
		sum[0] += r.P10()
		sum[1] += r.P50()
		sum[2] += r.P90()
		e.sources = append(e.sources, r.Sources())
	}
	// The errors of a place's bands are taken to go the same way.
	e.total, _ = measure.NewEstimate(sum[0], sum[1], sum[2], t.residents[0].Evidence())
	if !p.Shape.Known() {
		p.Shape = ExposureShape()
	}
	net := p.NetShape
	if !net.Known() {
		net = NetShape()
	}
	e.net = splitOf(net, math.Log)
	if severalPlatforms(p) {
		e.evidence = max(e.evidence, net.Evidence())
		e.sources = append(e.sources, net.Sources())
	}
	for i, c := range p.Channels {
		made, ok := t.engineChannel(c, p, e)
		if !ok {
			l.Add(check.Pointer("channels", i, "seen", "people"), check.ErrConflict, c.Seen.People, "fewer people in the place than use the platform there")
		}
		e.channels = append(e.channels, made)
	}
	e.group(p)
	return e, l.Err()
}

// engineChannel fills in what the plan leaves open. It is false when the channel
// has been seen by more people of the place than use the platform there.
func (t Target) engineChannel(c PlannedChannel, p Plan, e *engine) (out engineChannel, ok bool) {
	known := t.platform(c.Platform)
	local, replays := c.Local, c.Replays
	if !local.Known() {
		local = assumedLocal(known.profile.Feed, c.LocationTag)
	}
	if !replays.Known() {
		replays = c.Views.Replays()
	}
	if !replays.Known() {
		replays = assumedReplays()
	}
	videos := c.videos(p.Weeks)
	out = engineChannel{
		videos:  float64(videos),
		views:   c.Views.total(videos),
		local:   splitOf(local, logit),
		replays: splitOf(replays, math.Log),
		viewers: c.viewers(known, t.bands),
	}
	if !c.Local.Known() {
		// An account's own breakdown already counts everybody in the place.
		out.nearby = min(t.inhabitants/germans, 1)
	}
	shape := p.Shape
	if ok = true; c.Seen != (AccountReach{}) {
		if shape, ok = c.Seen.shape(local, replays, out.nearby, known.usersIn(Band{0, MaxAge + 1})); !ok {
			return out, false
		}
	}
	out.shape = splitOf(shape, math.Log)
	for _, s := range out.viewers {
		out.target += s
	}
	if len(c.Viewers) == 0 {
		out.doubt = viewersDoubt
		e.evidence = measure.Assumed
	}
	for _, b := range known.reachable.Bands {
		out.users = append(out.users, splitOf(b.People, func(x float64) float64 { return x }))
		e.sources = append(e.sources, b.People.Sources())
	}
	e.evidence = max(e.evidence, local.Evidence(), replays.Evidence(), shape.Evidence(), c.Views.evidence)
	e.sources = append(e.sources, local.Sources(), c.Views.sources)
	return out, true
}

// runs holds what came out at all points, transposed: one row of nodes values
// for each quantity.
type runs struct {
	residents, on, reached [nodes]float64 // sums over bands
	exposures              [nodes]float64
	gross                  [nodes]float64
	bandReached, bandOn    [][nodes]float64
	bandShare              [][nodes]float64
	single                 [][nodes]float64 // by channel, sum over bands
	cells                  [][nodes]float64 // by channel and band
}

func (e *engine) runAll() *runs {
	b, c := e.bands, len(e.channels)
	all := make([][nodes]float64, 3*b+c+c*b)
	r := &runs{bandReached: all[:b], bandOn: all[b : 2*b], bandShare: all[2*b : 3*b], single: all[3*b : 3*b+c], cells: all[3*b+c:]}
	o, s := e.outcome(), scores()
	for j := range nodes {
		p := latticePoint(j, &s)
		e.run(&p, &o)
		for i := range b {
			r.residents[j] += o.residents[i]
			r.on[j] += o.on[i]
			r.reached[j] += o.reached[i]
			r.exposures[j] += o.exposures[i]
			r.bandReached[i][j] = o.reached[i]
			r.bandOn[i][j] = o.on[i]
			r.bandShare[i][j] = o.reached[i] / o.residents[i]
		}
		for i, x := range o.single {
			r.cells[i][j] = x
			r.single[i/b][j] += x
			r.gross[j] += x
		}
	}
	return r
}

func (f *Forecast) fill(t *Target, p Plan, e *engine, r *runs) error {
	var failed error
	estimate := func(x *[nodes]float64, sources ...measure.Source) measure.Estimate {
		lo, mid, hi := quantiles(x[:])
		est, err := measure.NewEstimate(lo, mid, hi, e.evidence, sources...)
		if err != nil && failed == nil {
			failed = err
		}
		return est
	}
	frequency := r.frequency()
	var share, left, missed, mean [nodes]float64
	for j := range nodes {
		share[j] = r.reached[j] / r.residents[j]
		left[j] = max(r.residents[j]-r.on[j], 0)
		missed[j] = max(r.on[j]-r.reached[j], 0)
		mean[j] = max(r.exposures[j]/r.reached[j], 1)
	}
	// The bounds speak of the middle of each channel's reach.
	middle := e.outcome()
	e.run(&point{}, &middle)
	var lo, hi float64
	for b := range e.bands {
		var largest, sum float64
		for c := range e.channels {
			x := middle.single[c*e.bands+b]
			largest = max(largest, x)
			sum += x
		}
		lo += largest
		hi += min(sum, t.residents[b].P50())
	}
	f.Bounds, failed = measure.NewInterval(min(lo, hi), hi)
	f.Share, f.NotOnPlatforms, f.NotReached, f.MeanFrequency = estimate(&share), estimate(&left), estimate(&missed), estimate(&mean)
	f.Gross = estimate(&r.gross)
	f.Reached = estimate(&r.reached, measure.MergeSources(e.sources...)...)
	for i, times := range frequencyClasses {
		f.Frequency = append(f.Frequency, FrequencyClass{times, estimate(&frequency[i])})
	}
	for i, b := range t.bands {
		f.Bands = append(f.Bands, BandForecast{
			Band: b, Residents: t.residents[i],
			OnPlatforms: estimate(&r.bandOn[i]), Reached: estimate(&r.bandReached[i]), Share: estimate(&r.bandShare[i]),
		})
	}
	for i, c := range p.Channels {
		cf := ChannelForecast{Platform: c.Platform, Videos: int(e.channels[i].videos), Reached: estimate(&r.single[i])}
		cf.Views = c.Views.Total(cf.Videos)
		for b := range e.bands {
			cf.Bands = append(cf.Bands, estimate(&r.cells[i*e.bands+b]))
		}
		f.Channels = append(f.Channels, cf)
	}
	return failed
}
