package liveness_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/cadence/liveness"
	"github.com/hochkant/hochkant/strategy/check"
)

// near fails unless got is finite and within tol of want.
func near(t require.TestingT, want, got, tol float64, what string) {
	if h, ok := t.(interface{ Helper() }); ok {
		h.Helper()
	}
	require.False(t, math.IsNaN(got) || math.IsInf(got, 0), "%s is %v", what, got)
	require.LessOrEqual(t, math.Abs(want-got), tol, "%s: want %v, got %v", what, want, got)
}

// weekly is the parameter set of the cases "bgbb-weekly-channel" of the research: a
// mean rate of 0.8 and a mean dropout of 0.02 per week.
var weekly = liveness.BGBB{Alpha: 8, Beta: 2, Gamma: 1, Delta: 49}

// Computed for this project with mpmath at 40 digits; P(alive) at the next opportunity.
func TestPAliveNext(t *testing.T) {
	for _, c := range []struct {
		x, last, n int
		want       float64
	}{
		{26, 26, 26, 0.98684211},
		{24, 26, 26, 0.98684211},
		{24, 25, 26, 0.85244727},
		{24, 24, 26, 0.2523075},
		{22, 22, 26, 0.0059845426},
		{20, 20, 26, 0.00025566},
		{13, 26, 26, 0.98684211},
		{13, 22, 26, 0.45930351},
		{13, 20, 26, 0.075977511},
	} {
		near(t, c.want, weekly.PAlive(liveness.Record{Events: c.x, Last: c.last, Opportunities: c.n}, 1), 1e-7, fmt.Sprint(c))
	}
}

// donations is the table of Fader, Hardie, Shang (2010): 11,104 first-time donors of
// 1995 to a public radio station, 6 yearly opportunities: x, t_x, number of donors.
var donations = [...][3]int{
	{6, 6, 1203},
	{5, 6, 728},
	{4, 6, 512},
	{3, 6, 357},
	{2, 6, 234},
	{1, 6, 129},
	{5, 5, 335},
	{4, 5, 284},
	{3, 5, 225},
	{2, 5, 173},
	{1, 5, 119},
	{4, 4, 240},
	{3, 4, 181},
	{2, 4, 155},
	{1, 4, 78},
	{3, 3, 322},
	{2, 3, 255},
	{1, 3, 129},
	{2, 2, 613},
	{1, 2, 277},
	{1, 1, 1091},
	{0, 0, 3464},
}

func donors() (cohort []liveness.Weighted) {
	for _, d := range donations {
		cohort = append(cohort, liveness.Weighted{
			Record: liveness.Record{Events: d[0], Last: d[1], Opportunities: 6}, Weight: float64(d[2]),
		})
	}
	return cohort
}

// The printed fit: BTYD walkthrough, section on BG/BB, 1.203528, 0.749726, 0.6567808,
// 2.783796, LL -33225.58; the likelihood at those parameters with mpmath is
// -33225.581275475.
func TestDonations(t *testing.T) {
	printed := liveness.BGBB{Alpha: 1.203528, Beta: 0.749726, Gamma: 0.6567808, Delta: 2.783796}
	sum := 0.0
	for _, w := range donors() {
		sum += w.Weight * printed.LogLikelihood(w.Record)
	}
	near(t, -33225.581275475, sum, 1e-6, "log-likelihood")

	fit, err := liveness.Fit(donors())
	require.NoError(t, err)
	assert.True(t, fit.Converged)
	near(t, -33225.58, fit.LogLikelihood, 0.005, "log-likelihood")
	near(t, 1.2035, fit.Model.Alpha, 0.0005, "alpha")
	near(t, 0.7497, fit.Model.Beta, 0.0005, "beta")
	near(t, 0.6568, fit.Model.Gamma, 0.0005, "gamma")
	near(t, 2.7838, fit.Model.Delta, 0.0005, "delta")
}

// paths visits every row of n opportunities with its probability.
func paths(m liveness.BGBB, n int, visit func(r liveness.Record, p float64)) {
	for row := range 1 << n {
		var r liveness.Record
		r.Opportunities = n
		for i := range n {
			if row>>i&1 == 1 {
				r.Events++
				r.Last = i + 1
			}
		}
		visit(r, math.Exp(m.LogLikelihood(r)))
	}
}

func drawModel(t *rapid.T) liveness.BGBB {
	p := rapid.Float64Range(0.05, 60)
	return liveness.BGBB{Alpha: p.Draw(t, "alpha"), Beta: p.Draw(t, "beta"), Gamma: p.Draw(t, "gamma"), Delta: p.Draw(t, "delta")}
}

// Against enumeration: rows add up to 1, PMF and conditional expectation are what
// counting the rows gives.
func TestAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		n := rapid.IntRange(1, 7).Draw(t, "n")
		total, byCount := 0.0, make([]float64, n+1)
		paths(m, n, func(r liveness.Record, p float64) {
			total += p
			byCount[r.Events] += p
		})
		near(t, 1, total, 1e-9, "sum of all rows")
		for k, p := range byCount {
			near(t, p, m.PMF(k, n), 1e-9, "PMF")
		}

		// expected events at the next opportunity: rows of n+1 that begin with a row
		// of n
		k := rapid.IntRange(0, n).Draw(t, "prefix")
		short := liveness.Record{Opportunities: n, Events: k, Last: k}
		long := liveness.Record{Opportunities: n + 1, Events: k + 1, Last: n + 1}
		want := math.Exp(m.LogLikelihood(long) - m.LogLikelihood(short))
		near(t, want, m.Expected(short, 1), 1e-9, "expected at the next opportunity")
	})
}

func TestPAliveProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		n := rapid.IntRange(1, 400).Draw(t, "n")
		last := rapid.IntRange(1, n).Draw(t, "last")
		r := liveness.Record{Events: rapid.IntRange(1, last).Draw(t, "x"), Last: last, Opportunities: n}
		now, next := m.PAlive(r, 0), m.PAlive(r, 1)
		require.True(t, now >= 0 && now <= 1+1e-12, "%v", now)
		require.LessOrEqual(t, next, now+1e-12)
		silent := r
		silent.Opportunities++
		require.LessOrEqual(t, m.PAlive(silent, 0), now+1e-9, "silence never raises P(alive)")
		e := m.Expected(r, 12)
		require.True(t, e >= 0 && e <= 12*now+1e-9, "%v", e)
	})
}

func TestBadInput(t *testing.T) {
	require.ErrorIs(t, liveness.BGBB{}.Validate(), check.ErrRange)
	require.ErrorIs(t, liveness.BGBB{Alpha: math.NaN(), Beta: 1, Gamma: 1, Delta: 1}.Validate(), check.ErrFinite)
	require.ErrorIs(t, liveness.BGBB{Alpha: 1e9, Beta: 1, Gamma: 1, Delta: 1}.Validate(), check.ErrRange)
	require.NoError(t, weekly.Validate())
	for _, r := range []liveness.Record{{Events: -1}, {Events: 2, Last: 1, Opportunities: 3}, {Events: 1, Last: 4, Opportunities: 3}, {Last: 1, Opportunities: 3}} {
		require.Error(t, r.Validate(), "%+v", r)
		_, err := liveness.Fit([]liveness.Weighted{{Record: r, Weight: 1}})
		require.Error(t, err)
	}
	_, err := liveness.Fit(nil)
	require.ErrorIs(t, err, liveness.ErrNoRecords)
	_, err = liveness.Fit([]liveness.Weighted{{Weight: math.Inf(1)}})
	require.ErrorIs(t, err, check.ErrFinite)
}

// A channel that posted every week for ten years and then fell silent for ten: no
// underflow.
func TestLongSilence(t *testing.T) {
	r := liveness.Record{Events: 520, Last: 520, Opportunities: 1040}
	near(t, 0, weekly.PAlive(r, 0), 1e-100, "P(alive)")
	near(t, 0, weekly.Expected(r, 12), 1e-100, "expected")
	require.False(t, math.IsNaN(weekly.LogLikelihood(r)))
}

func BenchmarkPAlive(b *testing.B) {
	b.ReportAllocs()
	r := liveness.Record{Events: 90, Last: 130, Opportunities: 150}
	for b.Loop() {
		_ = weekly.PAlive(r, 0)
	}
}
