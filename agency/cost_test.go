package agency

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
)

func line(p CostPlan, item CostItem) measure.Euro {
	for _, l := range p.Lines {
		if l.Item == item {
			return l.Amount
		}
	}
	return 0
}

// Oracle money-01: 1,000 net are 1,190 from a company and 1,239 from a natural
// person (19 % VAT, 4.9 % artists' social levy of 2026). Here 10 hours at 100
// euros a month for 12 months.
func TestVATAndLevy(t *testing.T) {
	c := everything()
	c.Need.AsOf, c.Need.Start = measure.MustDate("2026-01-15"), measure.Date{}
	offer := Offer{Model: DoItWithYou, HoursPerMonth: mcda.Exactly(10), Rate: mcda.Exactly(100), OneOff: mcda.Exactly(0)}
	c.Offers = []Offer{offer}
	assert.Equal(t, measure.MustEuros(12*1190), decide(t, c).Option(DoItWithYou).Cost.External, "a company")
	c.Offers[0].Payee = NaturalPerson
	assert.Equal(t, measure.MustEuros(12*1239), decide(t, c).Option(DoItWithYou).Cost.External, "a natural person")
	c.Organisation.InputTax = true
	assert.Equal(t, measure.MustEuros(12*1049), decide(t, c).Option(DoItWithYou).Cost.External, "input tax deducted")
	c.Offers[0].HoursPerMonth = mcda.Exactly(0.8) // 960 euros a year: below the limit of 1,000
	assert.Equal(t, measure.MustEuros(960), decide(t, c).Option(DoItWithYou).Cost.External, "below the small-order limit")
	c.Need.AsOf, c.Offers[0].HoursPerMonth = measure.MustDate("2025-03-01"), mcda.Exactly(10)
	assert.Equal(t, measure.MustEuros(12*1050), decide(t, c).Option(DoItWithYou).Cost.External, "5.0 % in 2025")
}

// Two years and a half at 1,000 a month, 10 % dearer each year, hand-over in
// the last: 12,000 + 13,200 + 6 x 1,210 + 500.
func TestEscalationAndHandOver(t *testing.T) {
	c := everything()
	c.Organisation.InputTax = true
	c.Need.HorizonMonths = 30
	c.Offers = []Offer{{Model: DoItWithYou, HoursPerMonth: mcda.Exactly(10), Rate: mcda.Exactly(100), OneOff: mcda.Exactly(0), HandOver: measure.MustEuros(500), Escalation: 0.1}}
	p := decide(t, c).Option(DoItWithYou).Cost
	assert.Equal(t, measure.MustEuros(12_000+13_200+7_260), line(p, AgencyFee))
	assert.Equal(t, measure.MustEuros(500), line(p, HandOver))
	assert.Equal(t, measure.MustEuros(32_960), p.External)
	assert.Equal(t, measure.MustEuros(13_200), p.DearestYear)
}

// E 10: (80,300 x 1.2 + 9,700) / 1,580 = 67.13 euros an hour.
func TestStaffCostPerHour(t *testing.T) {
	assert.Equal(t, measure.MustEuros(67.13), DefaultStaffCost(E10).PerHour())
	assert.Equal(t, measure.MustEuros(59.61), DefaultStaffCost(E9b).PerHour())
	assert.Equal(t, measure.MustEuros(70.32), DefaultStaffCost(E11).PerHour())
	assert.Zero(t, DefaultStaffCost(0))
	assert.Zero(t, StaffCost{PerYear: 5}.PerHour())
	c := town()
	c.Organisation.StaffCost = StaffCost{PerYear: measure.MustEuros(79_000), ProductiveHours: 1580}
	p := decide(t, c).Option(WithoutAgency).Cost
	near(t, float64(p.Lines[0].Hours)*50, p.Own.Float(), 0.01, "50 euros an hour")
}

// The whole year of hours: 10.295... hours a week for one video a week at 8.795
// hours (the median of the default): 1.5 hours a week and the video.
func TestOwnHoursOfGoingAlone(t *testing.T) {
	q, err := defaultHoursPerVideo.q.Quantile(0.5)
	require.NoError(t, err)
	d := decide(t, town())
	near(t, 1.5+q, float64(d.Option(WithoutAgency).OwnHours), 1e-9, "own hours")
	near(t, (8-1.5)/q, d.Option(WithoutAgency).Possible, 1e-9, "videos that 8 hours allow")
}

func TestCostAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		d, err := Decide(c)
		require.NoError(t, err)
		for i, o := range d.Options {
			p, sum := o.Cost, measure.Euro(0)
			for _, l := range p.Lines {
				require.GreaterOrEqual(t, int64(l.Amount), int64(0))
				sum += l.Amount
			}
			require.Equal(t, p.Total, sum)
			require.Equal(t, p.Total, p.Own+p.External)
			// The score is worked out from unrounded figures: at most a cent a line apart.
			require.InDelta(t, p.Total.Float(), o.Scores[0].Measurement*float64(c.Need.HorizonMonths), 0.05, Model(i+1))
			require.GreaterOrEqual(t, p.External, p.DearestYear)
		}
	})
}

// Cost is monotone in hours, rate and months.
func TestCostIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := town()
		hours := rapid.Float64Range(0, 200).Draw(t, "hours")
		rate := rapid.Float64Range(0, 300).Draw(t, "rate")
		c.Offers = []Offer{{Model: DoItForYou, HoursPerMonth: mcda.Exactly(hours), Rate: mcda.Exactly(rate), Payee: NaturalPerson}}
		c.Need.HorizonMonths = rapid.IntRange(1, 59).Draw(t, "months")
		cost := func() measure.Euro {
			d, err := Decide(c)
			require.NoError(t, err)
			return d.Option(DoItForYou).Cost.Total
		}
		before := cost()
		more := rapid.Float64Range(0, 100).Draw(t, "more")
		c.Offers[0].HoursPerMonth = mcda.Exactly(hours + more)
		require.GreaterOrEqual(t, cost(), before)
		c.Offers[0].HoursPerMonth, c.Offers[0].Rate = mcda.Exactly(hours), mcda.Exactly(rate+more)
		require.GreaterOrEqual(t, cost(), before)
		c.Offers[0].Rate = mcda.Exactly(rate)
		c.Need.HorizonMonths++
		require.GreaterOrEqual(t, cost(), before)
	})
}

func TestPerPersonReached(t *testing.T) {
	c := town()
	assert.False(t, decide(t, c).Option(DoItWithYou).Cost.PerPerson.Known())
	c.Need.Reach, _ = measure.NewEstimate(1000, 4000, 10_000, measure.Estimated)
	p := decide(t, c).Option(DoItWithYou).Cost
	near(t, p.Total.Float()/10_000, p.PerPerson.P10(), 1e-9, "the largest reach gives the lowest cost")
	near(t, p.Total.Float()/4000, p.PerPerson.P50(), 1e-9, "middle")
	c.Need.Reach, _ = measure.NewEstimate(0, 4000, 10_000, measure.Estimated)
	assert.False(t, decide(t, c).Option(DoItWithYou).Cost.PerPerson.Known(), "nobody reached has no cost per person")
}
