package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Places of the doubtful inputs in a [point], in order of their usual weight.
const (
	dimLocal = iota
	dimViewers
	dimShape
	dimUsers
	dimReplays
	dimNet
	firstChannelDim // views of channel 0, and so on
)

// fewest keeps a band that is empty at one end of its range from dividing by 0.
const fewest = 1e-6

// maxChannels is how many channels one plan may have.
const maxChannels = 12

// engine is a plan made ready to be run at many points.
type engine struct {
	total    measure.Estimate // residents of all bands
	evidence measure.Evidence // the weakest of all inputs
	sources  [][]measure.Source

	bands     int
	residents []split // of people, by band
	channels  []engineChannel
	groups    [][]int // the channels of each platform
	net       split   // of ln(shape) of the activity shared over platforms
}

type engineChannel struct {
	videos  float64
	views   skewT   // of ln(views)
	local   split   // of logit(share of views from the place)
	nearby  float64 // share of the remaining views that come from the place anyway
	replays split   // of ln(views per person and video)
	shape   split   // of ln(shape) of the exposures among the platform's users
	users   []split // of people, by band
	viewers []float64
	target  float64 // sum of viewers: share of the place's viewers who are in the target
	doubt   float64 // standard deviation of the log odds of target
}

// outcome is what comes out at one point, in people.
type outcome struct {
	residents []float64 // by band
	on        []float64 // by band: on at least one of the platforms; nil: not asked for
	reached   []float64 // by band: reached at least once by at least one channel
	single    []float64 // by channel and band: reached by the channel
	exposures []float64 // by band: times somebody sees a video, over all channels
	users     []float64 // by band: users of the platform that is worked on
	seen      []float64 // by band: videos that one of them sees on average, of all its channels
	together  []float64 // by band: reached by one of its channels
}

func (e *engine) outcome() outcome {
	b, c := e.bands, len(e.channels)
	all := make([]float64, 7*b+b*c)
	part := func(i int) []float64 { return all[i*b : (i+1)*b] }
	return outcome{part(0), part(1), part(2), all[7*b:], part(3), part(4), part(5), part(6)}
}

// run fills o with the outcome at p.
//
// In band b of channel c, with U users among N residents, the people see
//
//	m = views x local x s_b / (replays x U)
//
// videos on average and 1-(1+m/k)^-k of the users see at least one (Gamma-Poisson).
// Several channels of one platform add up their m. The platforms' reaches r of the
// residents join under shared activity: 1 - (sum (1-r)^(-1/K) - (n-1))^-K. The
// same law over the shares of users says who is on none of the platforms.
func (e *engine) run(p *point, o *outcome) {
	net := math.Exp(e.net.at(p[dimNet]))
	perNet := 1 / net
	alone := len(e.groups) == 1
	clear(o.on)
	clear(o.reached)
	clear(o.exposures)
	for b := range e.bands {
		// The doubt about the residents is in the range of the users already. Moved
		// together the two would cancel out in who uses none of the platforms.
		o.residents[b] = max(e.residents[b].mid, fewest)
	}
	for _, group := range e.groups {
		clear(o.seen)
		var people []float64
		for _, i := range group {
			people = e.channel(i, p, o)
		}
		if len(group) > 1 {
			people = e.together(group, p, o)
		}
		join(o.reached, people, o.residents, perNet, alone)
		if o.on != nil {
			join(o.on, o.users, o.residents, perNet, alone)
		}
	}
	if alone {
		return
	}
	for b, n := range o.residents {
		o.reached[b] = n * (1 - math.Exp(-net*math.Log(1+o.reached[b])))
		if o.on != nil {
			o.on[b] = n * (1 - math.Exp(-net*math.Log(1+o.on[b])))
		}
	}
}

// channel fills in what channel i alone reaches, by band, and returns it.
func (e *engine) channel(i int, p *point, o *outcome) []float64 {
	c := &e.channels[i]
	k := math.Exp(c.shape.at(p[dimShape]))
	perK := 1 / k
	local := logistic(c.local.at(p[dimLocal]))
	local += (1 - local) * c.nearby
	ln := c.views.mid
	if t := studentScore(p[firstChannelDim+i], c.views.df); t < 0 {
		ln += t * c.views.below
	} else {
		ln += t * c.views.above
	}
	seen := views(ln) * local / math.Exp(c.replays.at(p[dimReplays]))
	seen *= shiftOdds(c.target, c.doubt*p[dimViewers])
	// One step for all bands before the next: the steps of one band wait for
	// each other, those of different bands do not.
	single := o.single[i*e.bands:][:e.bands]
	for b, n := range o.residents {
		u := c.users[b].at(p[dimUsers])
		if u > n {
			u = n
		}
		if u < fewest {
			u = fewest
		}
		m := seen * c.viewers[b] / u
		if m > c.videos { // nobody sees more videos than there are
			m = c.videos
		}
		o.seen[b] += m
		o.exposures[b] += m * u
		o.users[b], single[b] = u, 1+m*perK
	}
	for b, x := range single {
		single[b] = math.Log(x)
	}
	for b, x := range single {
		single[b] = o.users[b] * (1 - math.Exp(-k*x))
	}
	return single
}

// together returns whom the channels of one platform reach, by band: their
// exposures add up under the law of the first. Should their shapes differ, it is
// never below what one of them reaches alone.
func (e *engine) together(group []int, p *point, o *outcome) []float64 {
	k := math.Exp(e.channels[group[0]].shape.at(p[dimShape]))
	for b, m := range o.seen {
		o.together[b] = o.users[b] * (1 - math.Exp(-k*math.Log(1+m/k)))
		for _, i := range group {
			o.together[b] = max(o.together[b], o.single[i*e.bands+b])
		}
	}
	return o.together
}

// group puts the channels of the same platform together, in order of the first.
func (e *engine) group(p Plan) {
	e.groups = nil
	at := map[platform.Name]int{}
	for i, c := range p.Channels {
		j, ok := at[c.Platform]
		if !ok {
			j = len(e.groups)
			at[c.Platform] = j
			e.groups = append(e.groups, nil)
		}
		e.groups[j] = append(e.groups[j], i)
	}
}

// join adds to all, by band, the mean exposures, over the shape, at which the
// law of activity reaches the given people: (1-r)^(-1/k) - 1. When there is
// nothing to join it takes the people as they are.
func join(all, people, residents []float64, perK float64, alone bool) {
	if alone {
		copy(all, people)
		return
	}
	for b, x := range people {
		left := 1 - x/residents[b]
		if left < 1e-12 {
			left = 1e-12
		}
		all[b] += math.Exp(-math.Log(left)*perK) - 1
	}
}

// shiftOdds is the factor by which a share grows when its log odds rise by d.
func shiftOdds(share, d float64) float64 {
	if d == 0 || share <= 0 || share >= 1 {
		return 1
	}
	return 1 / (share + (1-share)*math.Exp(-d))
}
