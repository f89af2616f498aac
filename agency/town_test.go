package agency

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
)

// town is a town of 60,000 in Thuringia with 8 hours a week, the case of the
// example program.
func town() Case {
	return Case{
		Organisation: Organisation{
			Name: "Musterstadt", Buyer: procurement.Buyer{Region: procurement.Thuringia, Level: procurement.Municipality},
			HoursPerWeek: mcda.Exactly(8), Publishers: mcda.Exactly(2), ApprovalDays: mcda.Exactly(2), ReplyHours: mcda.Exactly(20), Budget: mcda.Exactly(45000),
			Grade: E10,
			Skills: map[Task]Skill{
				Strategy: Basic, Ideas: Working, Script: Working, Film: Basic, Edit: Basic, Subtitles: Basic,
				Publish: Working, Community: Able, Crisis: Working, Analytics: Basic,
			},
		},
		Need: Need{VideosPerWeek: 1, ReplyHours: 24, AsOf: measure.MustDate("2026-11-21"), Start: measure.MustDate("2027-03-01"), HorizonMonths: 12},
	}
}

// everything is a body that has all it needs in the house.
func everything() Case {
	c := town()
	o := &c.Organisation
	o.HoursPerWeek, o.Publishers, o.ReplyHours = mcda.Exactly(40), mcda.Exactly(4), mcda.Exactly(4)
	for t := range o.Skills {
		o.Skills[t] = Able
	}
	return c
}

// nothing is a body that has neither hours nor skill, but money.
func nothing() Case {
	c := town()
	o := &c.Organisation
	o.HoursPerWeek, o.Publishers, o.Budget = mcda.Exactly(7), mcda.Exactly(1), mcda.Exactly(150_000)
	for t := range o.Skills {
		o.Skills[t] = NoSkill
	}
	o.Skills[Script], o.Skills[Community], o.Skills[Publish] = Basic, Basic, Basic
	c.Need.ReplyHours = 0
	return c
}

// near fails unless got is within tol of want; NaN never is.
func near(t *testing.T, want, got, tol float64, msg string, args ...any) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		assert.Failf(t, "not near", "want %v, got %v: "+msg, append([]any{want, got}, args...)...)
	}
}

func decide(t *testing.T, c Case, options ...DecideOption) Decision {
	t.Helper()
	d, err := Decide(c, options...)
	if err != nil {
		t.Fatalf("Decide: %v", err)
	}
	return d
}
