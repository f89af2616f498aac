package agency

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Grade is a pay grade (Entgeltgruppe) of the collective agreement for
// municipal staff, TVöD-VKA. The zero value means not given.
type Grade uint8

// The grades in which social-media posts are usually advertised.
const (
	E9b Grade = iota + 1
	E10
	E11
)

var gradeWords = check.Words[Grade]{E9b: "E 9b", E10: "E 10", E11: "E 11"}

// String returns "E 9b", "E 10" or "E 11".
func (g Grade) String() string { return gradeWords.String(g) }

// MarshalText writes the word of [Grade.String]; an invalid value is an error.
func (g Grade) MarshalText() ([]byte, error) { return gradeWords.Marshal(g) }

// UnmarshalText reads one of the words.
func (g *Grade) UnmarshalText(text []byte) (err error) {
	*g, err = gradeWords.Parse(string(text))
	return err
}

// StaffCost is what a full post costs and how many hours it works.
type StaffCost struct {
	PerYear         measure.Euro  `json:"perYear"`         // gross pay and employer's share of one full post
	Overhead        measure.Share `json:"overhead"`        // on top of PerYear, for administration
	Workplace       measure.Euro  `json:"workplace"`       // room, computer and material for a year
	ProductiveHours measure.Hours `json:"productiveHours"` // hours worked in a year after leave and sickness
	Source          string        `json:"source,omitzero"` // where the caller has it from
}

// Sources of the default table.
var (
	tvoed = measure.Source{
		Key: "tvoed-vka-2026", Title: "TVöD-VKA, Tabelle ab 1. Mai 2026, Stufe 3, mit Jahressonderzahlung", Publisher: "oeffentlicher-dienst.info",
		Year: 2026, Certainty: measure.Computed, Note: "employer's share of 28 % assumed; a district's staff plan 2024 has 71,600 EUR for E 9b",
	}
	kgst = measure.Source{
		Key: "kgst-overhead", Title: "Kosten eines Arbeitsplatzes: 20 % Gemeinkosten, 9.700 EUR Sachkosten", Publisher: "KGSt",
		Year: 2026, Certainty: measure.FromMemory, Note: "the overhead rate was read (kgst.de, kdz.eu), the material cost is from a paid report and not confirmed",
	}
	workingHours = measure.Source{
		Key: "productive-hours", Title: "Jahresarbeitszeit 1.560 bis 1.644 Stunden in Bundestabellen", Publisher: "olev.de",
		Year: 2026, Certainty: measure.Secondary, Note: "1,580 hours used",
	}
)

// DefaultStaffCost returns what a post of a grade costs in 2026: E 9b 70,400,
// E 10 80,300, E 11 84,500 euros a year (step 3, agreement until 31 March 2027),
// with 20 % overhead, 9,700 euros for the workplace and 1,580 productive hours.
// These are assumptions for a body that gives no figure of its own. An invalid
// grade gives the zero StaffCost.
func DefaultStaffCost(g Grade) StaffCost {
	perYear := [...]measure.Euro{E9b: 70_400_00, E10: 80_300_00, E11: 84_500_00}
	if !gradeWords.Valid(g) {
		return StaffCost{}
	}
	return StaffCost{PerYear: perYear[g], Overhead: 0.20, Workplace: 9_700_00, ProductiveHours: 1580}
}

// PerHour returns the full cost of one working hour, rounded to the cent; 0 for
// a StaffCost without productive hours.
func (c StaffCost) PerHour() measure.Euro {
	if !(c.ProductiveHours > 0) {
		return 0
	}
	cents := (float64(c.PerYear)*(1+float64(c.Overhead)) + float64(c.Workplace)) / float64(c.ProductiveHours)
	e, err := measure.Euros(cents / 100)
	if err != nil {
		return 0
	}
	return e
}

func (c StaffCost) validate(l *check.List, path string) {
	l.Between(path+"/perYear", c.PerYear.Float(), 0, 1e7, "0 to 10 million euros a year")
	l.Between(path+"/overhead", float64(c.Overhead), 0, 1, "a share from 0 to 1")
	l.Between(path+"/workplace", c.Workplace.Float(), 0, 1e7, "0 to 10 million euros a year")
	l.Between(path+"/productiveHours", float64(c.ProductiveHours), 1, 8760, "1 to 8,760 hours a year")
}
