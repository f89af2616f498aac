package agency

import (
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
)

// anyCase draws a valid case.
func anyCase(t *rapid.T) Case {
	maybe := func(name string, lo, hi float64) mcda.Quantity {
		a := rapid.Float64Range(lo, hi).Draw(t, name)
		b := rapid.Float64Range(a, hi).Draw(t, name+"High")
		switch rapid.IntRange(0, 3).Draw(t, name+"Kind") {
		case 0:
			return mcda.Quantity{}
		case 1:
			return mcda.Between(a, b)
		case 2:
			return mcda.Triangular(a, (a+b)/2, b)
		default:
			return mcda.Exactly(a)
		}
	}
	c := Case{
		Organisation: Organisation{
			HoursPerWeek: maybe("hours", 0, 60), Publishers: maybe("publishers", 0, 6), ApprovalDays: maybe("approval", 0, 20),
			ReplyHours: maybe("reply", 0, 72), Budget: maybe("budget", 0, 250_000), InputTax: rapid.Bool().Draw(t, "inputTax"),
			Grade: Grade(rapid.IntRange(0, 3).Draw(t, "grade")), Skills: map[Task]Skill{}, TaskHours: map[Task]float64{},
		},
		Need: Need{
			VideosPerWeek: rapid.Float64Range(0.1, 7).Draw(t, "videos"), HoursPerVideo: maybe("perVideo", 1, 20),
			ReplyHours: rapid.SampledFrom([]float64{0, 4, 24}).Draw(t, "replyNeed"), DaysToPost: rapid.SampledFrom([]float64{0, 3, 10}).Draw(t, "daysToPost"),
			Publishers: rapid.IntRange(0, 3).Draw(t, "need"), HorizonMonths: rapid.IntRange(1, 60).Draw(t, "months"),
			AsOf: measure.MustDate("2026-11-21"),
		},
	}
	if rapid.Bool().Draw(t, "buyer") {
		c.Organisation.Buyer = procurement.Buyer{
			Region: procurement.Region(rapid.IntRange(1, 17).Draw(t, "region")), Level: procurement.Level(rapid.IntRange(1, 4).Draw(t, "level")),
		}
	}
	if rapid.Bool().Draw(t, "dated") {
		c.Need.Start = c.Need.AsOf.AddDays(rapid.IntRange(0, 400).Draw(t, "start"))
	}
	for _, task := range Tasks() {
		if s := rapid.IntRange(0, 5).Draw(t, "skill"); s > 0 {
			c.Organisation.Skills[task] = Skill(s)
		}
	}
	for _, m := range []Model{DoItYourself, DoItWithYou, DoItForYou} {
		if !rapid.Bool().Draw(t, "offered") {
			continue
		}
		o := Offer{
			Model: m, OneOff: maybe("oneOff", 0, 20_000), SetupWeeks: maybe("setup", 0, 20), OwnFaces: maybe("faces", 0, 1),
			Payee: Payee(rapid.IntRange(0, 2).Draw(t, "payee")), HandOver: measure.Euro(rapid.Int64Range(0, 500_000).Draw(t, "handOver")),
		}
		if m.bought() {
			o.HoursPerMonth, o.Rate = maybe("agencyHours", 0, 200), maybe("rate", 0, 250)
			o.AccountsStay, o.DataContract = measure.Answer(rapid.IntRange(0, 2).Draw(t, "accounts")), measure.Answer(rapid.IntRange(0, 2).Draw(t, "data"))
			if rapid.Bool().Draw(t, "split") {
				own := measure.Share(rapid.IntRange(0, 4).Draw(t, "own")) / 4
				o.Split = Split{Script: {own, 1 - own}, Film: {1 - own, own}}
			}
		}
		c.Offers = append(c.Offers, o)
	}
	if rapid.Bool().Draw(t, "ordered") {
		c.Priorities.Order = rapid.Permutation(Criteria()).Draw(t, "order")
	}
	return c
}
