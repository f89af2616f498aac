package procurement

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// monthsWhenUnlimited is the number of monthly values that stand for a contract
// without an end (Vergabeverordnung, VgV § 3 (11)).
const monthsWhenUnlimited = 48

// maxMonths keeps the sums far inside int64; no agency contract runs 50 years.
const maxMonths = 600

// Contract is what is bought for one purpose, all amounts net of VAT.
type Contract struct {
	OneOff    measure.Euro   // advice, concept, set-up, hand-over
	PerMonth  measure.Euro   // the running fee
	Months    int            // firm months; ignored when Unlimited
	Options   []int          // months of each option to prolong; they count in full
	Unlimited bool           // no end agreed
	Lots      []measure.Euro // further orders for the same purpose: they may not be split off
}

// Value returns the estimated contract value (geschätzter Auftragswert): the
// whole planned duration with all options and lots, net of VAT (VgV § 3).
// Negative amounts and months, and more than 600 months, are problems; so is an
// unlimited contract with options, because its value is 48 months in any case.
func (c Contract) Value() (measure.Euro, error) {
	var l check.List
	amount := func(path string, e measure.Euro) {
		l.Between(path, e.Float(), 0, 1e9, "an amount from 0 to 1 billion euros")
	}
	amount("/oneOff", c.OneOff)
	amount("/perMonth", c.PerMonth)
	l.Between("/months", float64(c.Months), 0, maxMonths, "0 to 600 months")
	months := int64(c.Months)
	for i, o := range c.Options {
		l.Between(check.Pointer("options", i), float64(o), 0, maxMonths, "0 to 600 months")
		months += int64(o)
	}
	l.Between("/options", float64(months), 0, maxMonths, "at most 600 months in all")
	value := c.OneOff
	for i, lot := range c.Lots {
		amount(check.Pointer("lots", i), lot)
		value += lot
	}
	if c.Unlimited {
		if len(c.Options) > 0 {
			l.Add("/options", check.ErrConflict, check.None, "no options on a contract without an end")
		}
		months = monthsWhenUnlimited
	}
	if err := l.Err(); err != nil {
		return 0, err
	}
	return value + measure.Euro(months)*c.PerMonth, nil
}
