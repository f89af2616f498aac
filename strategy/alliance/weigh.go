package alliance

import (
	"math"
	"math/bits"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Answer is the comparison.
type Answer struct {
	Alone    []Side `json:"alone"`    // every carrier with a channel of its own, in the order of the question
	Together Side   `json:"together"` // all of them in one
	// AloneReach is whom the single channels reach together, each person once.
	AloneReach measure.Estimate `json:"aloneReach"`
	// PerHour is people reached per hour of work over the horizon, at the middle.
	PerHour Pair `json:"perHour"`
	// Same is what the rhythm of the shared channel would cost each carrier in euros a
	// year, alone and together.
	Same Pair `json:"same"`
	// Best is the coalition of those willing that reaches most, the others
	// going alone; with too many willing it is all of them.
	Best      Coalition       `json:"best"`
	BreakEven BreakEven       `json:"breakEven"`
	Rotation  Rotation        `json:"rotation"`
	Reasons   []reason.Reason `json:"reasons"`
}

// Pair is a figure for going alone and for going together.
type Pair struct {
	Alone    float64 `json:"alone"`
	Together float64 `json:"together"`
}

// Coalition is some of the carriers in one channel.
type Coalition struct {
	Carriers []string         `json:"carriers"` // fewer than two: nobody gains by going together
	Videos   float64          `json:"videos"`   // a week, of the coalition and those who go alone
	People   measure.Estimate `json:"people"`   // whom they reach, each once
	Searched int              `json:"searched"` // coalitions looked at
}

// BreakEven says how much coordination the shared channel bears.
type BreakEven struct {
	// PerCarrier is the hours a week for each carrier up to which the shared
	// channel reaches at least as many people as the single ones.
	PerCarrier measure.Hours `json:"perCarrier"`
	// Assumed is what the question has.
	Assumed measure.Hours `json:"assumed"`
	Sizes   []Size        `json:"sizes"` // from two carriers up, of average hours
}

// Size is a shared channel of so many average carriers.
type Size struct {
	Carriers int           `json:"carriers"`
	Overhead measure.Hours `json:"overhead"` // hours a week
	Videos   Pair          `json:"videos"`   // a week, of as many single channels and of the shared one
	// BreakEven is the overhead in hours a week for each carrier at which alone is as good.
	BreakEven measure.Hours `json:"breakEven"`
}

// Weigh answers a question. Problems name their place in the question.
func Weigh(q Question) (Answer, error) {
	q = q.withDefaults()
	if err := q.validate(); err != nil {
		return Answer{}, err
	}
	w, err := newWeigher(q)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{}
	everyone := make([]int, len(q.Carriers))
	single := 0.0 // videos a week of the single channels
	for i := range q.Carriers {
		everyone[i] = i
		s, err := w.side([]int{i})
		if err != nil {
			return Answer{}, placed(err, i)
		}
		a.Alone = append(a.Alone, s)
		single += s.Videos
	}
	if a.Together, err = w.side(everyone); err != nil {
		return Answer{}, err
	}
	if a.AloneReach, err = w.reach(single); err != nil {
		return Answer{}, err
	}
	work := float64(a.Together.Hours) * float64(q.Weeks)
	a.PerHour = Pair{a.AloneReach.P50() / work, a.Together.Reach.P50() / work}
	a.Same = w.same(a.Together)
	if a.Best, err = w.best(); err != nil {
		return Answer{}, err
	}
	a.BreakEven = w.breakEven()
	if a.Rotation, err = Rotate(q.Carriers, q.Cap, min(int(math.Round(a.Together.Videos*float64(q.Weeks))), maxSlots)); err != nil {
		return Answer{}, err
	}
	a.Reasons = w.explain(a)
	return a, nil
}

func placed(err error, carrier int) error {
	var l check.List
	l.Merge(check.Pointer("carriers", carrier), err)
	return l.Err()
}

// same is what the shared channel's videos cost a carrier a year: alone it
// makes all of them, together its part of them and of the coordination.
func (w *weigher) same(together Side) Pair {
	rate := w.q.Staff.PerHour().Float() * weeksPerYear
	n := float64(len(w.q.Carriers))
	work := float64(together.Hours - together.Overhead) // the care of a channel included
	return Pair{math.Round(work * rate), math.Round((work + float64(together.Overhead)) / n * rate)}
}

// best looks at every coalition of those willing. More videos on the topic
// reach more people, so the coalition whose carriers make most together with
// those who go alone is the best. In a tie the smaller one wins, then the one
// whose carriers stand first.
func (w *weigher) best() (Coalition, error) {
	willing := w.q.willing()
	alone := make([]float64, len(w.q.Carriers))
	rest := 0.0
	for i, c := range w.q.Carriers {
		alone[i] = w.videos(c.Hours)
		rest += alone[i]
	}
	sets := []uint64{0}
	all := uint64(1)<<len(willing) - 1
	if len(willing) > maxCoalition {
		sets = append(sets, all)
	} else {
		for set := range all + 1 {
			if bits.OnesCount64(set) >= 2 {
				sets = append(sets, set)
			}
		}
	}
	best, videos := uint64(0), -1.0
	for _, set := range sets {
		hours, total, n := measure.Hours(0), rest, bits.OnesCount64(set)
		for k, i := range willing {
			if set>>k&1 == 1 {
				hours += w.q.Carriers[i].Hours
				total -= alone[i]
			}
		}
		if n > 0 {
			total += w.videos(hours - w.q.Overhead.Hours(n))
		}
		if total > videos+1e-9 || total > videos-1e-9 && n < bits.OnesCount64(best) {
			best, videos = set, total
		}
	}
	out := Coalition{Carriers: []string{}, Videos: videos, Searched: len(sets)}
	for k, i := range willing {
		if best>>k&1 == 1 {
			out.Carriers = append(out.Carriers, w.q.Carriers[i].Name)
		}
	}
	var err error
	out.People, err = w.reach(videos)
	return out, err
}

// breakEven finds the coordination at which alone makes as many videos, for
// the carriers as they are and for shared channels of 2, 3, ... average ones.
func (w *weigher) breakEven() BreakEven {
	n := len(w.q.Carriers)
	var total measure.Hours
	single := 0.0
	for _, c := range w.q.Carriers {
		total += c.Hours
		single += w.videos(c.Hours)
	}
	b := BreakEven{
		PerCarrier: w.bearable(total, single) / measure.Hours(n),
		Assumed:    w.q.Overhead.Hours(n) / measure.Hours(n),
	}
	mean := total / measure.Hours(n)
	for size := 2; size <= n; size++ {
		hours, overhead := mean*measure.Hours(size), w.q.Overhead.Hours(size)
		alone := w.videos(mean) * float64(size)
		b.Sizes = append(b.Sizes, Size{
			Carriers: size, Overhead: overhead, Videos: Pair{alone, w.videos(hours - overhead)},
			BreakEven: w.bearable(hours, alone) / measure.Hours(size),
		})
	}
	return b
}

// bearable returns how many of the hours a week may go to coordination before
// the channel makes fewer videos than asked for: the inverse of videos. It is 0
// when the hours do not even make those.
func (w *weigher) bearable(hours measure.Hours, videos float64) measure.Hours {
	needed := (videos*w.q.Video.Mean.P50() + float64(w.q.Care)) / w.present()
	return max(hours-measure.Hours(needed), 0)
}
