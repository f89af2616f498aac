package rhythm

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// world is the same team, simulated hour by hour instead of computed: videos of
// drawn lengths are worked off one after another with drawn hours. It shares
// no code with the library but the input types.
type world struct {
	plan  Plan
	rng   *rand.Rand
	away  [][]bool // by member and person
	stock int      // finished videos
	begun float64  // hours already spent on the video in work
	video float64  // its length; 0: none begun
}

func newWorld(p Plan, replicate uint64) *world {
	w := &world{plan: p, rng: rand.New(rand.NewPCG(20261121, replicate)), stock: p.Stock.Start}
	for _, m := range p.Team.Members {
		people := make([]bool, m.people())
		for i := range people {
			people[i] = w.rng.Float64() < p.Team.Absence.away()
		}
		w.away = append(w.away, people)
	}
	return w
}

// gamma draws from a gamma distribution of the given mean and spread (Marsaglia and Tsang 2000).
func (w *world) gamma(mean, spread float64) float64 {
	if spread == 0 {
		return mean
	}
	shape, boost := 1/(spread*spread), 1.0
	if shape < 1 {
		boost = math.Pow(1-w.rng.Float64(), 1/shape)
		shape++
	}
	d := shape - 1.0/3
	for {
		x := w.rng.NormFloat64()
		v := 1 + x/math.Sqrt(9*d)
		if v <= 0 {
			continue
		}
		v *= v * v
		if u := 1 - w.rng.Float64(); math.Log(u) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v * boost * mean * spread * spread
		}
	}
}

// hours draws the hours of the week from who is there.
func (w *world) hours() float64 {
	sum := -w.plan.Team.FixedHours
	for _, task := range []string{"camera", "cut"} {
		named, able := false, false
		for i, m := range w.plan.Team.Members {
			for _, d := range m.Does {
				named = named || d == task
			}
			for _, away := range w.away[i] {
				able = able || !away && (len(m.Does) == 0 || m.Does[0] == task)
			}
		}
		if named && !able {
			return 0
		}
	}
	for i, m := range w.plan.Team.Members {
		for _, away := range w.away[i] {
			if !away {
				sum += m.Hours
			}
		}
	}
	if sum <= 0 {
		return 0
	}
	return w.gamma(sum, w.plan.Team.Unsteady)
}

// work spends the hours of a week on videos.
func (w *world) work(hours float64) {
	for {
		if w.video == 0 {
			w.video, w.begun = w.gamma(w.plan.Video.Mean.P50(), w.plan.Video.Spread), 0
		}
		if left := w.video - w.begun; hours < left {
			w.begun += hours
			return
		} else {
			hours -= left
		}
		w.stock++
		w.video = 0
	}
}

func (w *world) pass() {
	q, spell := w.plan.Team.Absence.away(), w.plan.Team.Absence.spell()
	for _, people := range w.away {
		for i, away := range people {
			switch u := w.rng.Float64(); {
			case away:
				people[i] = u >= 1/spell
			default:
				people[i] = u < q/(1-q)/spell
			}
		}
	}
}

// run returns the share of periods kept and whether all were, with a stock of at most most.
func (w *world) run(r Rhythm, most, weeks int, usable float64) (kept float64, unbroken bool) {
	periods, good := 0, 0
	for week := 1; week <= weeks; week++ {
		w.work(w.hours() * usable)
		if week%r.Weeks == 0 {
			periods++
			switch {
			case w.stock < r.Videos:
				w.stock, w.video = 0, 0
			case w.stock-r.Videos >= most:
				good++
				w.stock, w.video = most, 0
			default:
				good++
				w.stock -= r.Videos
			}
		}
		w.pass()
	}
	return float64(good) / float64(periods), good == periods
}

// TestTwin simulates five plans 20,000 times each; every probability must lie within
// four standard errors of the simulated one.
func TestTwin(t *testing.T) {
	if testing.Short() {
		t.Skip("statistical twin: seconds under the race detector")
	}
	anna := []Member{{Name: "Anna", Hours: 10, Does: []string{"camera"}}, {Name: "Ben", People: 2, Hours: 6, Does: []string{"cut"}}}
	for name, c := range map[string]struct {
		plan Plan
		r    Rhythm
	}{
		"worked case":        {Plan{Team: alone(12), Video: hours(4, 0.5), Weeks: 12}, Weekly(2)},
		"nine in four weeks": {Plan{Team: alone(12), Video: hours(4, 0.5), Weeks: 12}, Rhythm{9, 4}},
		"leave and stock":    {Plan{Team: Team{Members: []Member{{Name: "a", People: 3, Hours: 8}}, Absence: TypicalAbsence()}, Video: hours(8, 0.5), Stock: Stock{2, 4}, Weeks: 26}, Weekly(2)},
		"roles, unsteady":    {Plan{Team: Team{Members: anna, Absence: Absence{6, 3, 3}, Unsteady: 0.5, FixedHours: 3}, Video: hours(3, 1), Stock: Stock{1, 3}, Weeks: 16}, Weekly(2)},
		"approval":           {Plan{Team: Team{Members: anna, Absence: Absence{6, 3, 3}, Unsteady: 0.3}, Video: hours(5, 0.25), ApprovalDays: 2, Weeks: 12}, Rhythm{3, 2}},
	} {
		const n = 20000
		m := model(t, c.plan)
		o := outlook(t, m, c.r)
		simulate := func(start Stock, usable float64, want Odds) {
			var sum, squares, whole float64
			for i := range n {
				p := c.plan
				p.Stock = start
				kept, unbroken := newWorld(p, uint64(i)).run(c.r, start.Most, c.plan.Weeks, usable)
				sum += kept
				squares += kept * kept
				whole += indicator(unbroken)
			}
			mean, share := sum/n, whole/n
			near(t, mean, want.Kept.P50(), 4*math.Sqrt((squares/n-mean*mean)/n)+1e-12, name, "kept", start)
			near(t, share, want.Unbroken.P50(), 4*math.Sqrt(share*(1-share)/n)+1e-12, name, "unbroken", start)
		}
		simulate(Stock{}, m.usable(c.r.Weeks), o.Direct)
		if c.plan.Stock.Most > 0 {
			simulate(c.plan.Stock, 1, o.Stocked)
		}
	}
}

// TestTwinAway: one of three people is away for six weeks.
func TestTwinAway(t *testing.T) {
	p := Plan{Team: Team{Members: []Member{{Name: "a", People: 3, Hours: 8}}, Absence: TypicalAbsence()}, Video: hours(8, 0.5), Stock: Stock{2, 3}}
	away, err := model(t, p).Away(Weekly(2), "a", 6)
	require.NoError(t, err)
	p.Team.Members = []Member{{Name: "a", People: 2, Hours: 8}}
	const n = 40000
	whole := 0.0
	for i := range n {
		_, unbroken := newWorld(p, uint64(i)).run(Weekly(2), 3, 6, 1)
		whole += indicator(unbroken)
	}
	share := whole / n
	near(t, share, away.Unbroken.P50(), 4*math.Sqrt(share*(1-share)/n))
}

// TestSpreadsBetweenWholeSteps bounds the error of mixing two whole shapes in a stock.
func TestSpreadsBetweenWholeSteps(t *testing.T) {
	if testing.Short() {
		t.Skip("statistical twin: seconds under the race detector")
	}
	for _, spread := range []float64{0.3, 0.4, 0.62, 0.75, 0.8, 0.85, 0.9, 0.95} {
		p := Plan{Team: alone(12), Video: hours(4, spread), Stock: Stock{1, 3}, Weeks: 12}
		o := outlook(t, model(t, p), Weekly(2))
		const n = 20000
		whole := 0.0
		for i := range n {
			_, unbroken := newWorld(p, uint64(i)).run(Weekly(2), 3, 12, 1)
			whole += indicator(unbroken)
		}
		near(t, whole/n, o.Stocked.Unbroken.P50(), 0.01+4*0.5/math.Sqrt(n)*0.7, spread)
	}
}
