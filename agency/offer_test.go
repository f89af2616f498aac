package agency

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// The default hours lie in the ranges found in 2026: at two videos a
// week 25 to 55 hours a month with you, 60 to 160 for you.
func TestDefaultHours(t *testing.T) {
	c := town()
	c.Need.VideosPerWeek = 2
	d := decide(t, c)
	month := func(m Model) float64 { return float64(d.Option(m).Agency) * 52 / 12 }
	assert.GreaterOrEqual(t, month(DoItWithYou), 25.0)
	assert.LessOrEqual(t, month(DoItWithYou), 55.0)
	assert.GreaterOrEqual(t, month(DoItForYou), 60.0)
	assert.LessOrEqual(t, month(DoItForYou), 160.0)
}

// An offer without a split takes the split of the model, and says so.
func TestEmptyAndPartialSplit(t *testing.T) {
	c := town()
	plain := decide(t, c)
	c.Offers = []Offer{{Model: DoItWithYou, Split: Split{}}}
	d := decide(t, c)
	near(t, float64(plain.Option(DoItWithYou).OwnHours), float64(d.Option(DoItWithYou).OwnHours), 1e-12, "the same split")
	assert.Contains(t, assumptionTexts(d), "Offer for “do it with the agency”: for 12 tasks it is not stated who takes them on.")
	c.Offers[0].Split = Split{Edit: {Own: 1}}
	d = decide(t, c)
	assert.Greater(t, d.Option(DoItWithYou).OwnHours, plain.Option(DoItWithYou).OwnHours)
	assert.Contains(t, assumptionTexts(d), "Offer for “do it with the agency”: for 11 tasks it is not stated who takes them on.")
	c.Offers[0].Split = DefaultSplit(DoItWithYou)
	assert.NotContains(t, assumptionTexts(decide(t, c)), "it is not said who takes them")
}

func assumptionTexts(d Decision) string {
	var s strings.Builder
	for _, a := range d.Assumptions {
		s.WriteString(a.Input + ": " + a.Reason.In(reason.English) + "\n")
	}
	return s.String()
}

// A rate of a year that is not in the table is the nearest one, and said so.
func TestLevyOfOtherYears(t *testing.T) {
	c := town()
	c.Offers = []Offer{{Model: DoItWithYou, Payee: NaturalPerson}}
	assert.Contains(t, assumptionTexts(decide(t, c)), "Artists' social levy for 2027 taken as 4.9%")
	c.Need.AsOf, c.Need.Start = measure.MustDate("1990-01-01"), measure.Date{}
	d := decide(t, c)
	assert.Contains(t, assumptionTexts(d), "Artists' social levy for 1990 taken as 5%")
	assert.Equal(t, "unknown", d.Option(DoItWithYou).Award.Procedure.String(), "outside every rule")
}

// The contract that settles ownership and data protection has three answers.
func TestContractAnswers(t *testing.T) {
	for answer, want := range map[measure.Answer]Status{0: NotKnown, measure.Yes: Met, measure.No: Broken} {
		c := town()
		c.Offers = []Offer{{Model: DoItWithYou, AccountsStay: answer, DataContract: answer}}
		checks := decide(t, c).Option(DoItWithYou).Checks
		assert.Equal(t, want, checks[AccountOwner.index()].Status)
		assert.Equal(t, want, checks[DataContract.index()].Status)
	}
}

// An agency that approves in the body's name does not fit.
func TestApprovalStaysInTheBody(t *testing.T) {
	c := town()
	c.Offers = []Offer{{Model: DoItForYou, Split: Split{Approval: {Agency: 1}}}}
	assert.Contains(t, decide(t, c).Option(DoItForYou).Broken, ApprovalPath)
}

// An agency that cannot do what it takes over does not fit.
func TestAgencyWithoutSkill(t *testing.T) {
	c := town()
	c.Offers = []Offer{{Model: DoItForYou, Skill: Basic}}
	o := decide(t, c).Option(DoItForYou)
	assert.Contains(t, o.Broken, Skills)
	assert.Equal(t, "The agency lacks the skill for tasks that it takes over.", o.Checks[Skills.index()].Reason.In(reason.English))
}

// Too few hours offered for the tasks taken over.
func TestOfferedHoursAreCompared(t *testing.T) {
	c := town()
	c.Offers = []Offer{{Model: DoItForYou, HoursPerMonth: mcda.Exactly(10)}}
	o := decide(t, c).Option(DoItForYou)
	assert.Contains(t, o.Broken, AgencyHours)
	assert.Contains(t, o.Checks[AgencyHours.index()].Remedy.In(reason.English), "6.4 more hours a week")
}

// The order of the offers plays no part.
func TestOrderOfOffersPlaysNoPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		d, err := Decide(c)
		require.NoError(t, err)
		slices.Reverse(c.Offers)
		e, err := Decide(c)
		require.NoError(t, err)
		require.Equal(t, d.Options, e.Options)
		require.Equal(t, d.Flips, e.Flips)
	})
}
