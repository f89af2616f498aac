package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/measure"
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
	shape     split // of ln(shape) of one channel's exposures among a platform's users
	net       split // of ln(shape) of the activity shared over platforms
}

type engineChannel struct {
	videos  float64
	views   skewT   // of ln(views)
	local   split   // of logit(share of views from the place)
	nearby  float64 // share of the remaining views that come from the place anyway
	replays split   // of ln(views per person and video)
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
}

func (e *engine) outcome() outcome {
	b, c := e.bands, len(e.channels)
	all := make([]float64, 4*b+b*c)
	return outcome{all[:b], all[b : 2*b], all[2*b : 3*b], all[4*b:], all[3*b : 4*b]}
}

// run fills o with the outcome at p.
//
// In band b of channel c, with U users among N residents, the people see
//
//	m = views x local x s_b / (replays x U)
//
// videos on average and 1-(1+m/k)^-k of the users see at least one (Gamma-Poisson).
// The channels' reaches r of the residents join under shared activity:
// 1 - (sum (1-r)^(-1/K) - (n-1))^-K. The same law over the shares of users says
// who is on none of the platforms.
func (e *engine) run(p *point, o *outcome) {
	k := math.Exp(e.shape.at(p[dimShape]))
	net := math.Exp(e.net.at(p[dimNet]))
	perK, perNet := 1/k, 1/net
	alone := len(e.channels) == 1
	clear(o.on)
	clear(o.reached)
	clear(o.exposures)
	for b := range e.bands {
		o.residents[b] = max(e.residents[b].at(p[dimUsers]), fewest)
	}
	for i := range e.channels {
		c := &e.channels[i]
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
		single := o.single[i*e.bands:]
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
			r := u * (1 - math.Exp(-k*math.Log(1+m*perK)))
			single[b] = r
			o.exposures[b] += m * u
			if alone {
				o.reached[b] = r
				if o.on != nil {
					o.on[b] = u
				}
				continue
			}
			perN := 1 / n
			o.reached[b] += inverse(r*perN, perNet)
			if o.on != nil {
				o.on[b] += inverse(u*perN, perNet)
			}
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

// inverse is (1-r)^(-1/k) - 1: the mean exposures, over k, at which the law of
// shape k reaches r.
func inverse(r, perK float64) float64 {
	left := 1 - r
	if left < 1e-12 {
		left = 1e-12
	}
	return math.Exp(-math.Log(left)*perK) - 1
}

// shiftOdds is the factor by which a share grows when its log odds rise by d.
func shiftOdds(share, d float64) float64 {
	if d == 0 || share <= 0 || share >= 1 {
		return 1
	}
	return 1 / (share + (1-share)*math.Exp(-d))
}
