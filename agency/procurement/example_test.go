package procurement_test

import (
	"fmt"

	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// A town in Thuringia asks for a year of support at 2,400 euros a month with
// an option of a second year. The option takes it above the direct order.
func Example() {
	c := procurement.Contract{OneOff: measure.MustEuros(2500), PerMonth: measure.MustEuros(2400), Months: 12, Options: []int{12}}
	value, err := c.Value()
	if err != nil {
		fmt.Println(err)
		return
	}
	note, err := procurement.Likely(procurement.Buyer{Region: procurement.Thuringia, Level: procurement.Municipality}, measure.MustDate("2026-11-21"), value)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(note.Procedure)
	fmt.Println(note.Reason.In(reason.English))
	// Output:
	// national procedure
	// The contract value €60,100 on 21 November 2026 is above €30,000: a procedure below the EU threshold is needed.
}

func ExampleContract_Value() {
	framework := procurement.Contract{PerMonth: measure.MustEuros(4600), Unlimited: true}
	value, err := framework.Value()
	fmt.Println(value, err)
	// Output: 220800.00 EUR <nil>
}

func ExampleLikely() {
	hamburg := procurement.Buyer{Region: procurement.Hamburg, Level: procurement.Authority}
	note, err := procurement.Likely(hamburg, measure.MustDate("2026-06-01"), measure.MustEuros(20_000))
	fmt.Println(note.Procedure, err)
	// Output: unknown <nil>
}

func ExampleRules() {
	for _, r := range procurement.Rules() {
		if r.Region == procurement.Bavaria {
			fmt.Println(r.From, r.DirectUpTo, r.Source)
		}
	}
	// Output: 2025-01-01 100000.00 EUR eylaw.de, vergabe24.de: BayWiVG Art. 20 (2025)
}

// Everything the library says about effort is assumed, and says so.
func ExampleProcedure() {
	fmt.Println(procurement.National.LeadWeeks())
	// Output: 6 to 16, middle 10 (assumed)
}
