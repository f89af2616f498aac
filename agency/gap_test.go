package agency

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
)

// The town has 8 of 10.3 hours a week, spread over the tasks in proportion:
// 22 % are missing everywhere. Film and edit are known to be basic.
func TestGapsOfTheTown(t *testing.T) {
	d := decide(t, town())
	missing, need := 0.0, 0.0
	for _, g := range d.Gaps {
		missing += float64(g.Missing)
		need += float64(g.Need)
	}
	require.Len(t, d.Gaps, taskCount)
	near(t, need-8, missing, 1e-9, "need minus have")
	film := d.Gaps[Film.index()]
	assert.True(t, film.Unable)
	assert.Equal(t, []Model{DoItWithYou, DoItForYou}, film.ClosedBy)
	assert.Equal(t, TrainAndHire, film.Close)
	approval := d.Gaps[Approval.index()]
	assert.Equal(t, Hire, approval.Close, "approval cannot be bought")
}

// No gap where everything is in the house.
func TestNoGaps(t *testing.T) {
	for _, g := range decide(t, everything()).Gaps {
		assert.Zero(t, g.Close)
		assert.Zero(t, g.Missing)
		assert.True(t, g.Reason.IsZero())
	}
}

// Editing 8.795 x 2/8 hours a week: without any skill a step of training is not
// enough, so it is bought: 2.199 h x 52/12 x 110.31 euros x 1.19.
func TestWhatTrainingDoesNotReachIsBought(t *testing.T) {
	c := everything()
	c.Organisation.Skills[Edit] = NoSkill
	g := decide(t, c).Gaps[Edit.index()]
	assert.Equal(t, Buy, g.Close)
	rate, err := DefaultOffer(DoItWithYou).Rate.Quantile(0.5)
	require.NoError(t, err)
	near(t, float64(g.Need)*52/12*rate*1.19, g.PerMonth.Float(), 0.01, "a month")
	c.Organisation.Skills[Edit] = Basic
	g = decide(t, c).Gaps[Edit.index()]
	assert.Equal(t, Train, g.Close)
	near(t, 2500*1.19/12, g.PerMonth.Float(), 0.01, "a workshop over a year")
}

func TestSettledHoursForATask(t *testing.T) {
	c := town()
	c.Organisation.TaskHours = map[Task]float64{Community: 0}
	d := decide(t, c)
	g := d.Gaps[Community.index()]
	assert.True(t, g.Settled)
	assert.Equal(t, g.Need, g.Missing)
	assert.Equal(t, []Model{DoItForYou}, g.ClosedBy)
	assert.Contains(t, d.Option(DoItWithYou).Broken, OwnHours)
}

// Oracle money-03: 6,000 set-up, own video 9 h x 52 EUR, bought 900 net with
// 19 % VAT: 2000/201 = 9.95 videos.
func TestBreakEven(t *testing.T) {
	v, ok := breakEven(6000, 9*52, 900*1.19)
	require.True(t, ok)
	near(t, 2000.0/201, v, 1e-9, "money-03")
	_, ok = breakEven(6000, 2, 2)
	assert.False(t, ok)
	_, ok = breakEven(6000, 2, math.NaN())
	assert.False(t, ok)
}

func TestLearning(t *testing.T) {
	near(t, 1.5, learning(0), 1e-12, "the first video")
	near(t, 1.35, learning(2), 1e-12, "a tenth less for a doubling")
	near(t, 1, learning(1000), 0, "down to the usual hours")
}

func TestPathOfTheTown(t *testing.T) {
	d := decide(t, town())
	p := d.Path
	require.NotNil(t, p)
	assert.Equal(t, DoItWithYou, p.Model)
	assert.Less(t, p.Total, p.Stay)
	assert.Positive(t, p.BreakEvenMonth)
	assert.LessOrEqual(t, p.BreakEvenMonth, p.Months)
	near(t, 10.295-8, float64(p.Missing), 0.001, "hours missing to go alone")
	assert.Greater(t, p.HoursFirst, p.HoursAfter, "learning takes longer")
	// Month by month without the learning curve: the year with, then alone.
	with, alone := d.Option(DoItWithYou), d.Option(WithoutAgency)
	hour := DefaultStaffCost(E10).PerHour().Float()
	month := float64(with.OwnHours)*52/12*hour + float64(with.Agency)*52/12*110.31373*1.19
	near(t, 36*month, p.Stay.Float(), 1, "staying")
	least := 12*month + 24*float64(alone.OwnHours)*52/12*hour + 12*hour
	assert.Greater(t, p.Total.Float(), least)
	assert.Less(t, p.Total.Float(), least*1.02)
	for _, r := range append(append(p.Exit, p.Clauses...), p.Reason) {
		require.NoError(t, r.Verify())
	}
	assert.Nil(t, decide(t, everything()).Path, "alone already")
}

func TestGapsAndPathOfAnyCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, err := Decide(anyCase(t))
		require.NoError(t, err)
		for _, g := range d.Gaps {
			require.GreaterOrEqual(t, float64(g.Missing), 0.0)
			require.Equal(t, g.Missing > 0 || g.Unable, g.Close != 0)
			if g.Close != 0 {
				require.NoError(t, g.Reason.Verify())
			}
		}
		if p := d.Path; p != nil {
			require.NoError(t, p.Reason.Verify())
			require.Equal(t, p.BreakEvenMonth > 0, p.Total <= p.Stay)
		}
		if x := d.CrossCheck; x != nil {
			require.Equal(t, x.Best == d.Recommended, x.Agrees)
		}
	})
}

// TOPSIS depends on the set and the norm; it is only asked for its winner.
func TestCrossCheck(t *testing.T) {
	assert.Nil(t, decide(t, town()).CrossCheck, "only one model fits")
	c := everything()
	x := decide(t, c).CrossCheck
	require.NotNil(t, x)
	assert.True(t, x.Agrees)
	c.Organisation.Budget = mcda.Exactly(measure.MustEuros(200_000).Float())
	c.Priorities.Points = map[Criterion]float64{Expertise: 1}
	assert.Equal(t, DoItForYou, decide(t, c).CrossCheck.Best)
}
