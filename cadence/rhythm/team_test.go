package rhythm

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// TestAbsenceFactor: the worked example of CHAOSS (chaoss/wg-risk,
// contributor-absence-factor.md): half of 2475 is 1237.5, the top two hold 1433.
func TestAbsenceFactor(t *testing.T) {
	chaoss := []float64{1000, 202, 90, 33, 332, 343, 42, 433}
	for share, want := range map[measure.Share]int{0.5: 2, 0.4: 1, 0.75: 4, 1: 8} {
		got, err := AbsenceFactor(chaoss, share)
		require.NoError(t, err)
		assert.Equal(t, want, got, share)
	}
	for _, half := range [][]float64{{5, 5}, {0.1, 0.2, 0.3}} { // exactly half is enough, whatever the last bit says
		got, err := AbsenceFactor(half, 0.5)
		require.NoError(t, err)
		assert.Equal(t, 1, got)
	}
	for _, work := range [][]float64{nil, {0, 0}, {-1, 2}, {math.NaN()}, {math.Inf(1)}} {
		_, err := AbsenceFactor(work, 0.5)
		require.Error(t, err, work)
	}
	_, err := AbsenceFactor(chaoss, 0)
	require.ErrorIs(t, err, check.ErrRange)
}

func TestCover(t *testing.T) {
	team := Team{Members: []Member{
		{Name: "Anna", Hours: 10, Does: []string{"camera", "cut"}},
		{Name: "Ben", Hours: 4, Does: []string{"camera"}},
		{Name: "Aushilfe", Hours: 2, People: 3},
	}}
	assert.Equal(t, []Cover{{"camera", 5, 1}, {"cut", 4, 1}}, team.Cover())
	assert.Empty(t, alone(10).Cover())
	assert.Equal(t, []Cover{{"camera", 1, 0}}, Team{Members: []Member{{Does: []string{"camera"}}}}.Cover())
}

// slowCrew enumerates every person on their own.
func slowCrew(team Team) (kept float64) {
	type person struct{ member int }
	var people []person
	for i, m := range team.Members {
		for range m.people() {
			people = append(people, person{i})
		}
	}
	q := team.Absence.away()
	for mask := range 1 << len(people) {
		p, there := 1.0, make([]int, len(team.Members))
		for i, who := range people {
			if mask>>i&1 == 1 {
				there[who.member]++
				p *= 1 - q
			} else {
				p *= q
			}
		}
		kept += p * team.hoursLeft(there, team.tasks())
	}
	return kept
}

func TestCrewIsEveryPersonOnTheirOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		team := drawPlan(t).Team
		c := newCrew(team, make([]int, len(team.Members)))
		near(t, slowCrew(team), c.mean(), 1e-9)
		sum := 0.0
		for _, p := range c.start {
			sum += p
		}
		near(t, 1, sum, 1e-12)
		// The start is stationary: a week later it is the same.
		next := make([]float64, len(c.start))
		c.step(c.start, next, 1)
		for s, p := range c.start {
			near(t, p, next[s], 1e-12)
		}
	})
}

func TestAbsenceSpells(t *testing.T) {
	// One person, away a fifth of the time in spells of four weeks: leaves with
	// 1/4 * 0.2/0.8 = 1/16 a week, comes back with 1/4.
	c := newCrew(Team{Members: []Member{{Name: "a", Hours: 1}}, Absence: Absence{LeaveWeeks: 10.4, SpellWeeks: 4}}, []int{0})
	near(t, 1.0/16, c.next[1][0], 1e-12)
	near(t, 0.25, c.next[0][1], 1e-12)
	near(t, 0.2, c.start[0], 1e-12)
}

func TestFromLog(t *testing.T) {
	log := []float64{3, 5, 4, 6, 2}
	w, err := FromLog(log)
	require.NoError(t, err)
	near(t, 4, w.Mean.P50(), 1e-12)
	near(t, math.Sqrt(2.5)/4, w.Spread, 1e-12) // sample variance 10/4
	// Student's t with 4 degrees of freedom, P90: 1.533206 (any table).
	near(t, 4+1.533206*math.Sqrt(2.5/5), w.Mean.P90(), 1e-5)
	near(t, 4-1.533206*math.Sqrt(2.5/5), w.Mean.P10(), 1e-5)
	assert.Equal(t, measure.Measured, w.Mean.Evidence())
	same, err := FromLog([]float64{4, 4, 4, 4, 4})
	require.NoError(t, err)
	near(t, minSpread, same.Spread, 0)
	for _, bad := range [][]float64{nil, {1, 2, 3, 4}, {1, 2, 3, 4, 0}, {1, 2, 3, 4, math.NaN()}, {1, 2, 3, 4, math.Inf(1)}, {1, 1, 1, 1, 90}, {0, 0, 0, 0, 0}} {
		_, err := FromLog(bad)
		require.Error(t, err, bad)
	}
}

func TestTriangularRefuses(t *testing.T) {
	for _, c := range [][3]float64{{0, 1, 2}, {2, 1, 3}, {1, 3, 2}, {2, 2, 2}, {math.NaN(), 1, 2}, {1, math.Inf(1), 2}, {1, 2, 501}} {
		_, err := Triangular(c[0], c[1], c[2], measure.Assumed)
		require.Error(t, err, c)
	}
	_, err := Triangular(1, 2, 3, 0)
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestTypical(t *testing.T) {
	tiktok := Typical(platform.TikTok)
	for _, p := range []platform.Name{platform.Instagram, platform.YouTube, "peertube"} {
		w := Typical(p)
		assert.Less(t, w.Mean.P50(), tiktok.Mean.P50(), "good TikTok takes more than other platforms")
		assert.Equal(t, measure.Assumed, w.Mean.Evidence())
		assert.NotEmpty(t, w.Mean.Sources())
	}
	near(t, 8, tiktok.Mean.P50(), 0)
}

func TestAway(t *testing.T) {
	// Two people, each indispensable: while one is away nothing is made, and six
	// weeks of one video a week need six videos.
	p := Plan{
		Team:  Team{Members: []Member{{Name: "Anna", Hours: 10, Does: []string{"camera"}}, {Name: "Ben", Hours: 10, Does: []string{"cut"}}}},
		Video: hours(4, 0.5),
	}
	m := model(t, p)
	a, err := m.Away(Weekly(1), "", 6)
	require.NoError(t, err)
	assert.Equal(t, "Anna", a.Member, "the first on a tie")
	assert.Equal(t, 6, a.Needed)
	near(t, 0, a.Unbroken.P50(), 0)
	a, err = m.Away(Rhythm{3, 2}, "Ben", 5)
	require.NoError(t, err)
	assert.Equal(t, 6, a.Needed, "two periods end in five weeks")
	// Someone can stand in: a smaller stock is enough.
	p.Team.Members[1].Does = nil
	a, err = model(t, p).Away(Weekly(2), "Anna", 6)
	require.NoError(t, err)
	assert.Less(t, a.Needed, 12)
	assert.Positive(t, a.Unbroken.P50())
	// The worst is not the first.
	uneven := Plan{Team: Team{Members: []Member{{Name: "Anna", Hours: 2}, {Name: "Ben", Hours: 12}}}, Video: hours(4, 0.5), Stock: Stock{1, 3}}
	a, err = model(t, uneven).Away(Weekly(1), "", 6)
	require.NoError(t, err)
	assert.Equal(t, "Ben", a.Member)
	// The stock may refill to what the plan holds, not only to what it starts with.
	small := uneven
	small.Stock.Most = 1
	b, err := model(t, small).Away(Weekly(1), "Anna", 12)
	require.NoError(t, err)
	a, err = model(t, uneven).Away(Weekly(1), "Anna", 12)
	require.NoError(t, err)
	assert.Greater(t, a.Unbroken.P50(), b.Unbroken.P50())
	_, err = m.Away(Weekly(1), "Carla", 6)
	require.ErrorIs(t, err, check.ErrUnknown)
	_, err = m.Away(Weekly(1), "", 0)
	require.ErrorIs(t, err, check.ErrRange)
	_, err = m.Away(Weekly(1), "", 53)
	require.ErrorIs(t, err, check.ErrRange)
}

func TestBinding(t *testing.T) {
	for want, p := range map[Constraint]Plan{
		Hours:         {Team: alone(12), Video: hours(4, 0.5)},
		ApprovalWait:  {Team: alone(12), Video: hours(4, 0.5), ApprovalDays: 4},
		FixedDuties:   {Team: Team{Members: []Member{{Name: "a", Hours: 20}}, FixedHours: 12}, Video: hours(4, 0.5)},
		UnsteadyHours: {Team: Team{Members: []Member{{Name: "a", Hours: 14}}, Unsteady: 0.8}, Video: hours(4, 0.3)},
		Absences:      {Team: Team{Members: []Member{{Name: "a", Hours: 20}}, Absence: TypicalAbsence()}, Video: hours(4, 0.5)},
		SinglePerson: {Team: Team{Members: []Member{
			{Name: "Anna", Hours: 10, Does: []string{"camera"}}, {Name: "Schnitt", People: 3, Hours: 10, Does: []string{"cut"}},
		}, Absence: TypicalAbsence()}, Video: hours(4, 0.5)},
	} {
		a, err := model(t, p).Best()
		require.NoError(t, err)
		assert.Equal(t, want, a.Binding.Constraint)
		if want == SinglePerson {
			assert.Equal(t, []string{"camera"}, a.Binding.Tasks)
		}
		if want == Hours {
			// With so many more hours the next rhythm holds, with one percent fewer it does not.
			more := a.Binding.MoreHours.P50()
			assert.GreaterOrEqual(t, outlook(t, model(t, Plan{Team: alone(12 + more), Video: p.Video}), a.Next.Rhythm).Direct.Kept.P50(), 0.9-1e-9)
			assert.Less(t, outlook(t, model(t, Plan{Team: alone(12 + 0.99*more - 0.02), Video: p.Video}), a.Next.Rhythm).Direct.Kept.P50(), 0.9)
		}
	}
	// One person who is away a sixth of the time: no number of hours makes every week.
	a, err := model(t, Plan{Team: Team{Members: []Member{{Name: "a", Hours: 20}}, Absence: TypicalAbsence()}, Video: hours(4, 0.5)}).Best()
	require.NoError(t, err)
	assert.False(t, a.Binding.MoreHours.Known())
}

func TestConstraintText(t *testing.T) {
	for _, c := range constraintWords.All() {
		text, err := c.MarshalText()
		require.NoError(t, err)
		var back Constraint
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, c, back)
	}
	_, err := Constraint(0).MarshalText()
	require.Error(t, err)
	assert.Equal(t, "hours", Hours.String())
}

func TestRhythmText(t *testing.T) {
	assert.Equal(t, "2 a week", Weekly(2).String())
	assert.Equal(t, "9 in 4 weeks", Rhythm{9, 4}.String())
	assert.Equal(t, "none", Rhythm{}.String())
	for r, want := range map[Rhythm][2]string{
		{}:     {"kein fester Rhythmus", "no fixed rhythm"},
		{1, 1}: {"1 Video je Woche", "1 video a week"},
		{2, 1}: {"2 Videos je Woche", "2 videos a week"},
		{1, 2}: {"1 Video in 2 Wochen", "1 video in 2 weeks"},
		{9, 4}: {"9 Videos in 4 Wochen", "9 videos in 4 weeks"},
	} {
		sentence := reason.New("rhythm.test", "{r}", "{r}", nil, r.Figure("r"))
		assert.Equal(t, want, [2]string{sentence.In(reason.German), sentence.In(reason.English)})
	}
	near(t, 2.25, Rhythm{9, 4}.PerWeek(), 0)
	near(t, 0, Rhythm{}.PerWeek(), 0)
}
