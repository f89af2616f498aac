package agency

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/reason"
)

// putBack returns the case with one change made.
func putBack(t require.TestingT, c Case, f Flip, v float64) Case {
	q := mcda.Exactly(v)
	switch f.Lever {
	case LeverVideos:
		c.Need.VideosPerWeek = v
	case LeverOwnHours:
		c.Organisation.HoursPerWeek = q
	case LeverPublishers:
		c.Organisation.Publishers = q
	case LeverApproval:
		c.Organisation.ApprovalDays = q
	case LeverBudget:
		c.Organisation.Budget = q
	case LeverRate:
		offers := []Offer{{Model: f.Model}}
		for _, o := range c.Offers {
			if o.Model == f.Model {
				offers[0] = o
			} else {
				offers = append(offers, o)
			}
		}
		offers[0].Rate = q
		c.Offers = offers
	case LeverWeight:
		space, err := c.Priorities.space()
		require.NoError(t, err)
		w, err := space.Centre().Shift(f.Criterion.index(), v)
		require.NoError(t, err)
		c.Priorities = Priorities{Points: map[Criterion]float64{}}
		for k, x := range w {
			c.Priorities.Points[Criterion(k+1)] = x
		}
	default:
		require.Fail(t, "a lever that is not searched", "%v", f.Lever)
	}
	return c
}

// Every flip put back makes the rival win, and 1 % less of the change does not.
func TestEveryFlipPutBackChangesTheWinner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		c.Organisation.TaskHours = nil // settled hours for a task may exceed fewer hours in all
		d, err := Decide(c)
		require.NoError(t, err)
		for _, f := range d.Flips {
			require.NoError(t, f.Reason.Verify())
			if f.Impossible {
				continue
			}
			require.False(t, f.AtMiddle, "nothing was drawn")
			there, err := Decide(putBack(t, c, f, f.To))
			require.NoError(t, err)
			require.Equal(t, f.Rival, there.Recommended, "%v from %v to %v", f.Lever, f.From, f.To)
			if f.To == f.From || f.Lever == LeverPublishers { // no change, or no person less than one
				continue
			}
			short, err := Decide(putBack(t, c, f, f.From+0.99*(f.To-f.From)))
			require.NoError(t, err)
			require.NotEqual(t, f.Rival, short.Recommended, "%v from %v to 1 %% short of %v", f.Lever, f.From, f.To)
		}
	})
}

// Every lever that is searched flips something somewhere.
func TestEveryLeverFlips(t *testing.T) {
	poor := nothing()
	poor.Organisation.Budget = mcda.Exactly(100)
	slow := nothing()
	slow.Need.DaysToPost = 10 // the mixed model takes longer by a bit of approval
	seen := map[Lever]bool{}
	for _, c := range []Case{town(), everything(), nothing(), poor, slow} {
		for _, f := range decide(t, c).Flips {
			seen[f.Lever] = true
		}
	}
	for _, s := range searched {
		assert.True(t, seen[s.lever], s.lever)
	}
	assert.True(t, seen[LeverWeight])
}

// The weight flips of a model are none exactly when the recommended one is at
// least as good on every criterion (dominance in values).
func TestNoWeightFlipMeansDominance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		c.Priorities = Priorities{}
		d, err := Decide(c)
		require.NoError(t, err)
		if d.Verdict == NoneFits {
			return
		}
		best := d.Option(d.Recommended).Scores
		dominant, flips := true, 0
		for _, o := range d.Options {
			if o.Standing != Fits {
				continue
			}
			for k := range o.Scores {
				dominant = dominant && o.Scores[k].Value <= best[k].Value+1e-6
			}
		}
		for _, f := range d.Flips {
			if f.Lever == LeverWeight {
				flips++
			}
		}
		if dominant {
			require.Zero(t, flips)
		} else {
			require.Positive(t, flips)
		}
	})
}

func TestFlipsOfTheTown(t *testing.T) {
	d := decide(t, town())
	byRival := map[Model]Flip{}
	for i := len(d.Flips) - 1; i >= 0; i-- {
		byRival[d.Flips[i].Rival] = d.Flips[i] // the first of each stays
	}
	assert.Equal(t, LeverVideos, byRival[DoItYourself].Lever)
	near(t, 0.739, byRival[DoItYourself].To, 0.001, "videos that 8 hours allow: 6.5 / 8.795")
	assert.True(t, byRival[WithoutAgency].Impossible, "hours and skill are both missing")
	assert.Equal(t, "No single change puts “without an agency” ahead.", byRival[WithoutAgency].Reason.In(reason.English))
}

// What is printed still makes the rival win.
func TestOutwardRounding(t *testing.T) {
	near(t, 10.3, outward(8, 10.29516, 1), 1e-12, "up")
	near(t, 0.73, outward(1, 0.73904, 2), 1e-12, "down")
	near(t, 7, outward(8, 7, 1), 1e-12, "already round")
}
