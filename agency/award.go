package agency

import (
	"slices"

	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
)

// award is the table of procurement for one buyer and day, cut down to what a
// price changes: from which contract value on which lead time and effort.
type award struct {
	steps []awardStep // by rising value
}

type awardStep struct {
	from  float64 // net contract value in euros
	weeks float64
	hours float64
}

// efforts are the middle weeks and the own hours of every procedure.
var efforts = func() (all [procurement.EuropeanUnion + 1]awardStep) {
	for p := procurement.Unknown; p <= procurement.EuropeanUnion; p++ {
		all[p] = awardStep{weeks: p.LeadWeeks().P50(), hours: float64(p.OwnHours())}
	}
	return all
}()

// newAward reads the limits off the answer for a value of nothing, which names
// the rule and the EU threshold.
func newAward(b procurement.Buyer, on measure.Date) award {
	n, _ := procurement.Likely(b, on, 0) // only a value can be wrong
	a := award{steps: make([]awardStep, 0, 4)}
	add := func(from measure.Euro, p procurement.Procedure) {
		s := efforts[p]
		s.from = from.Float()
		a.steps = append(a.steps, s)
	}
	add(0, n.Procedure)
	if r := n.Rule; r != nil && !r.Own {
		if r.UnclearTo > 0 {
			add(r.DirectUpTo+1, procurement.Unknown)
		}
		add(max(r.DirectUpTo, r.UnclearTo)+1, procurement.National)
	}
	if n.Threshold > 0 {
		a.steps = slices.DeleteFunc(a.steps, func(s awardStep) bool { return s.from >= n.Threshold.Float() })
		add(n.Threshold, procurement.EuropeanUnion)
	}
	return a
}

// of returns the step for a contract value. Half a cent of room keeps rounding
// from deciding the procedure.
func (a award) of(value float64) awardStep {
	s := a.steps[0]
	for _, next := range a.steps[1:] {
		if value < next.from-0.005 {
			break
		}
		s = next
	}
	return s
}
