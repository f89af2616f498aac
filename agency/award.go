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

func newAward(b procurement.Buyer, on measure.Date) award {
	// An invalid value is the only problem Likely has, and these are valid.
	first, _ := procurement.Likely(b, on, 0)
	starts := []measure.Euro{0}
	if first.Rule != nil && !first.Rule.Own {
		starts = append(starts, first.Rule.DirectUpTo+1, max(first.Rule.DirectUpTo, first.Rule.UnclearTo)+1)
	}
	if first.Threshold > 0 {
		starts = append(starts, first.Threshold)
	}
	slices.Sort(starts)
	a := award{steps: make([]awardStep, 0, len(starts))}
	for _, v := range slices.Compact(starts) {
		n, _ := procurement.Likely(b, on, v)
		a.steps = append(a.steps, awardStep{v.Float(), n.Procedure.LeadWeeks().P50(), float64(n.Procedure.OwnHours())})
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
