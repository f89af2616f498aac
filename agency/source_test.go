package agency

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
)

// F19: all resources in the house -> without an agency or with one-off advice,
// for more than half of all weightings.
func TestSourceAllInTheHouse(t *testing.T) {
	d := decide(t, everything())
	assert.Contains(t, []Model{WithoutAgency, DoItYourself}, d.Recommended)
	for _, m := range []Model{DoItWithYou, DoItForYou} {
		for _, p := range d.Pairs {
			if p.Better == d.Recommended && p.Than == m {
				assert.Greater(t, float64(p.Probability), 0.5, m)
			}
		}
	}
}

// F19: all that missing -> mixed or full service.
func TestSourceAllMissing(t *testing.T) {
	d := decide(t, nothing())
	assert.Contains(t, []Model{DoItWithYou, DoItForYou}, d.Recommended)
	assert.Equal(t, DoesNotFit, d.Option(WithoutAgency).Standing)
	assert.Equal(t, DoesNotFit, d.Option(DoItYourself).Standing)
}

// Our own extension of F19, not the source's: nobody to write and no hours for
// the community leave the full service only.
func TestOwnExtensionNoWriterNoCommunityHours(t *testing.T) {
	c := nothing()
	c.Organisation.Skills[Script] = NoSkill
	c.Organisation.TaskHours = map[Task]float64{Community: 0}
	d := decide(t, c)
	assert.Equal(t, DoItForYou, d.Recommended)
	with := d.Option(DoItWithYou)
	assert.Contains(t, with.Broken, Skills)
	assert.Contains(t, with.Broken, OwnHours)
}

// F18: at equal approvals and capacity the own team is more agile, more real
// and closer, and the agency has the expertise.
func TestSourceOwnTeamAgainstAgency(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := everything()
		hours := rapid.Float64Range(10, 60).Draw(t, "hours")
		videos := rapid.Float64Range(0.2, 6).Draw(t, "videos")
		c.Organisation.HoursPerWeek = mcda.Exactly(hours)
		c.Organisation.ApprovalDays = mcda.Exactly(rapid.Float64Range(0, 3).Draw(t, "approval"))
		c.Need.VideosPerWeek = videos
		c.Need.HoursPerVideo = mcda.Exactly(rapid.Float64Range(2, 9).Draw(t, "perVideo"))
		for _, m := range []Model{DoItWithYou, DoItForYou} { // as many hours as the own team has
			c.Offers = append(c.Offers, Offer{Model: m, HoursPerMonth: mcda.Exactly(hours * weeksPerMonth)})
		}
		d, err := Decide(c)
		require.NoError(t, err)
		for _, own := range []Model{WithoutAgency, DoItYourself} {
			for _, with := range []Model{DoItWithYou, DoItForYou} {
				a, b := d.Option(own).Scores, d.Option(with).Scores
				require.Less(t, a[Agility.index()].Measurement, b[Agility.index()].Measurement, "days")
				require.Greater(t, a[Authenticity.index()].Value, b[Authenticity.index()].Value)
				require.GreaterOrEqual(t, a[Closeness.index()].Value, b[Closeness.index()].Value)
				require.Less(t, a[Expertise.index()].Value, b[Expertise.index()].Value)
			}
			require.Greater(t, d.Option(own).Scores[Closeness.index()].Value, d.Option(DoItForYou).Scores[Closeness.index()].Value)
		}
	})
}

// The same two rules for bodies of many kinds.
func TestSourceRulesForManyBodies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := everything()
		o := &c.Organisation
		c.Need.VideosPerWeek = rapid.Float64Range(0.3, 3).Draw(t, "videos")
		c.Need.HoursPerVideo = mcda.Exactly(rapid.Float64Range(3, 12).Draw(t, "perVideo"))
		alone := 1.5 + c.Need.VideosPerWeek*12
		o.HoursPerWeek = mcda.Exactly(alone * rapid.Float64Range(1, 3).Draw(t, "spare"))
		o.Publishers = mcda.Exactly(float64(rapid.IntRange(3, 6).Draw(t, "publishers")))
		o.ApprovalDays = mcda.Exactly(rapid.Float64Range(0, 4).Draw(t, "approval"))
		o.Budget = mcda.Exactly(rapid.Float64Range(0, 400_000).Draw(t, "budget"))
		c.Need.HorizonMonths = rapid.IntRange(6, 48).Draw(t, "months")
		for task := range o.Skills {
			o.Skills[task] = Able
		}
		d, err := Decide(c)
		require.NoError(t, err)
		require.Contains(t, []Model{WithoutAgency, DoItYourself}, d.Recommended, "all in the house")
		for task := range o.Skills {
			o.Skills[task] = NoSkill
		}
		o.HoursPerWeek, o.Publishers = mcda.Exactly(rapid.Float64Range(0, 3).Draw(t, "few")), mcda.Exactly(1)
		if d, err = Decide(c); d.Verdict != NoneFits {
			require.Contains(t, []Model{DoItWithYou, DoItForYou}, d.Recommended, "all missing")
		}
		require.NoError(t, err)
	})
}

// F17: doing it yourself always costs the one-off advice.
func TestSourceAdviceAlwaysCosts(t *testing.T) {
	d := decide(t, everything())
	assert.Positive(t, d.Option(DoItYourself).Cost.External)
	assert.Zero(t, d.Option(WithoutAgency).Cost.External)
}

// Own hours are in every model, in the full service too.
func TestOwnHoursInAllModels(t *testing.T) {
	d := decide(t, nothing())
	for _, o := range d.Options {
		assert.Positive(t, float64(o.OwnHours), o.Model)
		assert.Positive(t, o.Cost.Own, o.Model)
	}
}
