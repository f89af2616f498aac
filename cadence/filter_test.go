package cadence

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// drawPrior draws any prior that NewModel accepts.
func drawPrior(t *rapid.T) Prior {
	share := rapid.Float64Range(0, 1)
	p := Prior{Slot: Week, Habit: share.Draw(t, "habit")}
	sum := 0.0
	for i := range phases {
		p.Start[i] = 0.01 + share.Draw(t, "start")
		sum += p.Start[i]
	}
	last := minKeep
	for i := range phases {
		p.Start[i] /= sum
		last = min(last+(1-minKeep-last)*share.Draw(t, "keep"), 1-minKeep)
		p.Keep[i] = last
		leave := (1 - minStay) * share.Draw(t, "leave")
		up := share.Draw(t, "up")
		switch i {
		case 0:
			up = 1
		case phases - 1:
			up = 0
		}
		if i > 0 {
			p.Next[i][i-1] = leave * (1 - up)
		}
		if i < phases-1 {
			p.Next[i][i+1] = leave * up
		}
		p.Next[i][i] = 1 - leave
	}
	return p
}

// slowFilter is the textbook recursion, one slot and one sum at a time.
func slowFilter(p Prior, b bits) Phases {
	v := p.Start
	for i := range b.n {
		var next [phases]float64
		total := 0.0
		for from := range phases {
			e := p.Keep[from]
			if b.at(i) == 0 {
				e = 1 - e
			}
			for to := range phases {
				next[to] += v[from] * e * p.Next[from][to]
			}
		}
		for _, x := range next {
			total += x
		}
		for to := range next {
			next[to] /= total
		}
		v = next
	}
	return Phases(v)
}

func drawBits(t *rapid.T, most int) bits {
	var b bits
	for _, kept := range rapid.SliceOfN(rapid.Bool(), 0, most).Draw(t, "slots") {
		b.add(kept)
	}
	return b
}

func TestFilterAgainstTextbook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrior(t)
		m, err := NewModel(p)
		require.NoError(t, err)
		b := drawBits(t, 150)
		got, want := m.tables().filter(b), slowFilter(p, b)
		for i := range want {
			near(t, want[i], got[i], 1e-9, "phase")
		}
	})
}

// Long rows of one kind must not underflow, also at the limits of Keep.
func TestFilterLongRows(t *testing.T) {
	p := DefaultPrior()
	p.Keep = [phases]float64{minKeep, minKeep, 1 - minKeep, 1 - minKeep}
	m, err := NewModel(p)
	require.NoError(t, err)
	for _, kept := range []bool{true, false} {
		var b bits
		for range 20_000 {
			b.add(kept)
		}
		v := m.tables().filter(b)
		near(t, 1, v[0]+v[1]+v[2]+v[3], 1e-12, "sum")
	}
}

// The property the model is built for: turning any missed slot into a kept one never
// lowers the probability to be in a phase or a higher one, nor the score.
func TestKeptNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := DefaultPrior()
		if rapid.Bool().Draw(t, "other") {
			p = drawPrior(t)
		}
		m, err := NewModel(p)
		require.NoError(t, err)
		b := drawBits(t, 60)
		if b.n == 0 {
			return
		}
		i := rapid.IntRange(0, b.n-1).Draw(t, "at")
		better := bits{append([]uint64(nil), b.words...), b.n}
		better.words[i/64] |= 1 << (i % 64)
		was, is := m.tables().filter(b), m.tables().filter(better)
		for j := range phases - 1 {
			sum := func(v Phases) (s float64) {
				for _, x := range v[j+1:] {
					s += x
				}
				return s
			}
			require.GreaterOrEqual(t, sum(is), sum(was)-1e-12)
		}
		require.GreaterOrEqual(t, m.Score(History{seen: better}), m.Score(History{seen: b})-1e-10)
	})
}

// Every 2x2 minor of the transitions is non-negative, which the property above rests
// on.
func TestTransitionsTotallyPositive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := drawPrior(t).Next
		for i := range phases {
			for k := i + 1; k < phases; k++ {
				for j := range phases {
					for l := j + 1; l < phases; l++ {
						require.GreaterOrEqual(t, next[i][j]*next[k][l]-next[i][l]*next[k][j], 0.0)
					}
				}
			}
		}
	})
}

func TestNewModelRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Prior)
		kind   error
		at     string
	}{
		"no slot":        {func(p *Prior) { p.Slot = 0 }, check.ErrRequired, "/slot"},
		"start":          {func(p *Prior) { p.Start[0] += 0.1 }, check.ErrRange, "/start"},
		"NaN":            {func(p *Prior) { p.Next[2][2] = math.NaN() }, check.ErrFinite, "/next/2/2"},
		"two steps":      {func(p *Prior) { p.Next[0] = [phases]float64{0.9, 0, 0.1, 0} }, check.ErrRange, "/next/0/2"},
		"restless":       {func(p *Prior) { p.Next[3] = [phases]float64{0, 0, 0.6, 0.4} }, check.ErrRange, "/next/3/3"},
		"certain":        {func(p *Prior) { p.Keep[3] = 1 }, check.ErrRange, "/keep/3"},
		"disorder":       {func(p *Prior) { p.Keep[2] = 0.1 }, check.ErrOrder, "/keep/2"},
		"habit":          {func(p *Prior) { p.Habit = 1.1 }, check.ErrRange, "/habit"},
		"negative":       {func(p *Prior) { p.Start = [phases]float64{-1, 2, 0, 0} }, check.ErrRange, "/start/0"},
		"row adds to 1+": {func(p *Prior) { p.Next[1][1] = 0.95 }, check.ErrRange, "/next/1"},
	} {
		p := DefaultPrior()
		c.change(&p)
		_, err := NewModel(p)
		require.ErrorIs(t, err, c.kind, name)
		require.True(t, strings.Contains(err.Error(), c.at+":"), "%s: %v", name, err)
	}
	_, err := NewModel(DefaultPrior())
	require.NoError(t, err)
	m, err := NewModel(ladder(Day))
	require.NoError(t, err)
	require.Equal(t, Day, m.Prior().Slot)
	require.Equal(t, DefaultPrior(), Model{}.Prior())
}

// row is a history of n complete slots of which two of three are kept, without posts.
func row(n int, slot Slot) History {
	h := History{slot: slot}
	for i := range n {
		h.seen.add(i%3 > 0)
	}
	return h
}

// Targets: 150 weeks in 2 us, three years of days in 3 us, at most 2 allocations.
func BenchmarkScore(b *testing.B) {
	for _, n := range []int{150, 1095} {
		h := row(n, Week)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = Model{}.Score(h)
			}
		})
	}
}

// Target: a million histories of 150 weeks in 3 s on two cores, that is 6 us each on
// one.
func BenchmarkScores(b *testing.B) {
	h := row(150, Week)
	const channels = 10_000
	b.ReportAllocs()
	for b.Loop() {
		sum := 0.0
		for s := range (Model{}).Scores(func(yield func(History) bool) {
			for range channels {
				if !yield(h) {
					return
				}
			}
		}) {
			sum += s
		}
		if math.IsNaN(sum) {
			b.Fatal(sum)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/channels, "ns/channel")
}

func TestScoreDoesNotAllocate(t *testing.T) {
	h := row(150, Week)
	require.Zero(t, testing.AllocsPerRun(100, func() { _ = Model{}.Score(h) }))
}
