package liveness

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// BGBB is the beta-geometric/beta-Bernoulli model. The probability of an event at an
// opportunity is beta(Alpha, Beta), that of death before one beta(Gamma, Delta). All
// four must be above 0, see [BGBB.Validate].
type BGBB struct {
	Alpha float64 `json:"alpha"`
	Beta  float64 `json:"beta"`
	Gamma float64 `json:"gamma"`
	Delta float64 `json:"delta"`
}

// limit bounds the parameters: beyond it the beta distributions are points and
// differences of log-gamma lose their digits.
const limit = 1e6

// Validate returns a problem for every parameter outside (0, 1e6].
func (m BGBB) Validate() error {
	var l check.List
	for _, p := range []struct {
		at string
		v  float64
	}{{"/alpha", m.Alpha}, {"/beta", m.Beta}, {"/gamma", m.Gamma}, {"/delta", m.Delta}} {
		if l.Positive(p.at, p.v, "a number above 0") && p.v > limit {
			l.Add(p.at, check.ErrRange, p.v, "at most 1e6")
		}
	}
	return l.Err()
}

// Record is what the model needs of a channel: that is all, by the model's assumptions.
type Record struct {
	Events        int // x: opportunities with an event, the first event not counted
	Last          int // t_x: the opportunity of the last event, 0 when there was none
	Opportunities int // n: opportunities after the first event
}

// Validate returns a problem unless 0 <= Events <= Last <= Opportunities, and Last is
// 0 exactly when Events is.
func (r Record) Validate() error {
	var l check.List
	if r.Events < 0 {
		l.Add("/events", check.ErrRange, r.Events, "0 or more")
	}
	if r.Events > r.Last || (r.Events == 0) != (r.Last == 0) {
		l.Add("/last", check.ErrConflict, r.Last, "the opportunity of the last event, at least as high as the number of events, 0 when there were none")
	}
	if r.Last > r.Opportunities {
		l.Add("/opportunities", check.ErrOrder, r.Opportunities, "at least the opportunity of the last event")
	}
	return l.Err()
}

// LogLikelihood returns the natural logarithm of the probability of one channel's
// events in their order. Model and record must be valid.
func (m BGBB) LogLikelihood(r Record) float64 { return m.terms(r).total() }

// PAlive returns the probability that the channel lives at the opportunity that lies
// ahead by the given number: 0 is the last one observed, 1 the next one (the paper's
// P(alive)). It is 1 for 0 ahead right after an event. Below 0 counts as 0.
func (m BGBB) PAlive(r Record, ahead int) float64 {
	t := m.terms(r)
	return math.Exp(t.alive - t.total() + m.survive(r.Opportunities, max(ahead, 0)))
}

// Expected returns the expected number of events in the coming opportunities, summed
// term by term so that Gamma = 1 is no special case. Model and record must be valid, as
// for PAlive and LogLikelihood; 0 or fewer coming opportunities have none.
func (m BGBB) Expected(r Record, coming int) float64 {
	n, x := float64(r.Opportunities), float64(r.Events)
	t := m.terms(r)
	rate := (m.Alpha + x) / (m.Alpha + m.Beta + n) // mean probability of an event, given life
	now := rate * math.Exp(t.alive-t.total())
	sum := 0.0
	for ahead := range coming {
		i := n + float64(ahead)
		now *= (m.Delta + i) / (m.Gamma + m.Delta + i)
		sum += now
	}
	return sum
}

// PMF returns the probability of k events in the first n opportunities of a channel of
// which nothing is known; 0 for k below 0 or above n. The model must be valid.
func (m BGBB) PMF(k, n int) float64 {
	if k < 0 || k > n {
		return 0
	}
	p := math.Exp(logChoose(n, k) + m.events(k, n) + m.survive(0, n))
	for i := k; i < n; i++ {
		p += math.Exp(logChoose(i, k) + m.events(k, i) + m.dieAfter(i))
	}
	return min(p, 1)
}

// terms are the two ways to see a record: alive at the end, or dead since some
// opportunity after the last event. Both are logarithms of probabilities.
type terms struct{ alive, dead float64 }

func (t terms) total() float64 {
	hi, lo := max(t.alive, t.dead), min(t.alive, t.dead)
	return hi + math.Log1p(math.Exp(lo-hi))
}

func (m BGBB) terms(r Record) terms {
	t := terms{alive: m.events(r.Events, r.Opportunities) + m.survive(0, r.Opportunities), dead: math.Inf(-1)}
	if r.Last == r.Opportunities {
		return t
	}
	// dead after opportunity i: the ratio of neighbours is a product of two fractions
	last, x := float64(r.Last), float64(r.Events)
	sum, term := 0.0, 1.0
	for i := last; i < float64(r.Opportunities); i++ {
		sum += term
		term *= (m.Beta + i - x) / (m.Alpha + m.Beta + i) * (m.Delta + i) / (m.Gamma + 1 + m.Delta + i)
	}
	t.dead = m.events(r.Events, r.Last) + m.dieAfter(r.Last) + math.Log(sum)
	return t
}

// events is ln B(alpha+k, beta+n-k)/B(alpha, beta): k given events in n opportunities
// of life.
func (m BGBB) events(k, n int) float64 {
	return logBeta(m.Alpha+float64(k), m.Beta+float64(n-k)) - logBeta(m.Alpha, m.Beta)
}

// survive is ln B(gamma, delta+n+k)/B(gamma, delta+n): to live k opportunities more
// after n.
func (m BGBB) survive(n, k int) float64 {
	return logBeta(m.Gamma, m.Delta+float64(n+k)) - logBeta(m.Gamma, m.Delta+float64(n))
}

// dieAfter is ln B(gamma+1, delta+n)/B(gamma, delta): to live n opportunities and no
// more.
func (m BGBB) dieAfter(n int) float64 {
	return logBeta(m.Gamma+1, m.Delta+float64(n)) - logBeta(m.Gamma, m.Delta)
}

func logBeta(a, b float64) float64 { return logGamma(a) + logGamma(b) - logGamma(a+b) }

func logChoose(n, k int) float64 {
	return logGamma(float64(n+1)) - logGamma(float64(k+1)) - logGamma(float64(n-k+1))
}

// logGamma is for positive arguments, where the sign is 1.
func logGamma(x float64) float64 { v, _ := math.Lgamma(x); return v }
