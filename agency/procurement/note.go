package procurement

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Procedure is the likely way to award a contract.
type Procedure uint8

// The procedures. Unknown is an answer: nobody may guess a rule.
const (
	Unknown       Procedure = iota + 1 // no rule with a source for this buyer and day: ask the procurement office
	Unbound                            // no limit of the state binds the buyer: its own rules decide
	DirectOrder                        // Direktauftrag: order without a formal procedure
	National                           // a procedure below the EU threshold, such as a negotiated one
	EuropeanUnion                      // EU-wide award
)

var procedureWords = check.Words[Procedure]{
	Unknown: "unknown", Unbound: "own rules", DirectOrder: "direct order", National: "national procedure", EuropeanUnion: "EU-wide procedure",
}

// String returns "unknown", "own rules", "direct order", "national procedure"
// or "EU-wide procedure".
func (p Procedure) String() string { return procedureWords.String(p) }

// MarshalText writes the word of [Procedure.String]; an invalid value is an error.
func (p Procedure) MarshalText() ([]byte, error) { return procedureWords.Marshal(p) }

// UnmarshalText reads one of the words.
func (p *Procedure) UnmarshalText(text []byte) (err error) {
	*p, err = procedureWords.Parse(string(text))
	return err
}

// Assumed is the source of lead times and effort: our own assumption.
var assumed = measure.Source{
	Key: "hochkant-procurement-effort", Title: "lead time and effort by procedure", Publisher: "hochkant",
	Year: 2026, Certainty: measure.Rule, Note: "assumed; no survey found",
}

// effort is what a procedure takes: weeks from the decision to the signed
// contract and hours of the body's own staff. All assumed.
var effort = [...]struct{ p10, p50, p90, hours float64 }{
	Unknown:       {3, 10, 22, 40},
	Unbound:       {2, 4, 8, 12},
	DirectOrder:   {2, 3, 6, 6},
	National:      {6, 10, 16, 40},
	EuropeanUnion: {16, 22, 30, 100},
}

// LeadWeeks returns the weeks from the decision to the signed contract, assumed.
// It is unknown for an invalid procedure.
func (p Procedure) LeadWeeks() measure.Estimate {
	if !procedureWords.Valid(p) {
		return measure.Estimate{}
	}
	e := effort[p]
	est, _ := measure.NewEstimate(e.p10, e.p50, e.p90, measure.Assumed, assumed) // constants in order
	return est
}

// OwnHours returns the body's own hours that the award takes, assumed.
func (p Procedure) OwnHours() measure.Hours {
	if !procedureWords.Valid(p) {
		return 0
	}
	return measure.Hours(effort[p].hours)
}

// Note says which procedure is likely for a buyer, a day and a value, and why.
// It is a hint for planning and never legal advice.
type Note struct {
	Buyer     Buyer         `json:"buyer,omitzero"`
	Date      measure.Date  `json:"date,omitzero"`
	Value     measure.Euro  `json:"value"` // estimated contract value, net of VAT
	Procedure Procedure     `json:"procedure"`
	Threshold measure.Euro  `json:"euThreshold,omitzero"` // EU threshold on that day; 0 when not in the table
	Rule      *Rule         `json:"rule,omitempty"`       // the row of the table; nil when there is none
	Reason    reason.Reason `json:"reason"`
}

// Likely returns the likely procedure to award a contract of an estimated net
// value by a buyer on a day. A negative value is a problem. A buyer or day
// without a row in the table gives [Unknown]; a value that reaches the EU
// threshold is [EuropeanUnion] for authorities and municipalities everywhere.
func Likely(b Buyer, on measure.Date, value measure.Euro) (Note, error) {
	var l check.List
	l.Between("/value", value.Float(), 0, 1e10, "a net value of 0 euros or more")
	if err := l.Err(); err != nil {
		return Note{}, err
	}
	n := Note{Buyer: b, Date: on, Value: value, Procedure: Unknown}
	// Whole euros: the value is an estimate. Rounded up, so that no sentence says
	// that a limit exceeded its own value.
	amount, day := reason.Euro("value", (value+99)/100*100), reason.Day("day", on)
	switch {
	case b.Level == Private:
		n.Procedure = Unbound
		n.Reason = reason.New("procurement.private", "Auftragswert {value} am {day}: Wer privates Geld ausgibt, ist in der Regel nicht an Vergaberecht gebunden.",
			"Contract value {value} on {day}: a body that spends private money is as a rule not bound by procurement law.",
			[]measure.Source{{Key: "private-money", Title: "Vergaberecht bei privaten Mitteln", Publisher: "hochkant", Year: 2026, Certainty: measure.FromMemory}}, amount, day)
		return n, nil
	case b.Level == GrantRecipient:
		n.Reason = reason.New("procurement.grant", "Auftragswert {value} am {day}: Es gilt, was im Zuwendungsbescheid steht (ANBest-P oder ANBest-I, Nr. 3).",
			"Contract value {value} on {day}: the grant notice decides (ANBest-P or ANBest-I, no. 3).",
			[]measure.Source{source("anbest-3", "ANBest-P und ANBest-I, Nr. 3", "reguvis.de", 2026, measure.Publisher)}, amount, day)
		return n, nil
	}
	if i := slices.IndexFunc(rules, func(r Rule) bool { return r.binds(b, on) }); i >= 0 {
		r := rules[i]
		r.Levels = slices.Clone(r.Levels)
		n.Rule = &r
	}
	var sources []measure.Source
	for _, e := range eu {
		if !on.Before(e.from) && !on.After(e.until) && levelWords.Valid(b.Level) && regionWords.Valid(b.Region) {
			n.Threshold = e.everyoneElse
			if b.Region == Federal {
				n.Threshold = e.federal
			}
			sources = []measure.Source{e.source}
		}
	}
	if n.Threshold > 0 && value >= n.Threshold {
		n.Procedure = EuropeanUnion
		n.Reason = reason.New("procurement.eu", "Der Auftragswert {value} am {day} erreicht den EU-Schwellenwert von {limit}: EU-weite Vergabe.",
			"The contract value {value} on {day} reaches the EU threshold of {limit}: EU-wide award.", sources, amount, day, reason.Euro("limit", n.Threshold))
		return n, nil
	}
	if n.Rule == nil {
		n.Reason = reason.New("procurement.unknown", "Auftragswert {value} am {day}: Für diesen Auftraggeber und Tag ist keine Regel mit Quelle bekannt. Fragen Sie die Vergabestelle.",
			"Contract value {value} on {day}: no rule with a source is known for this buyer and day. Ask the procurement office.", nil, amount, day)
		return n, nil
	}
	n.byRule(*n.Rule, amount, day)
	return n, nil
}

func (r Rule) binds(b Buyer, on measure.Date) bool {
	return r.Region == b.Region && slices.Contains(r.Levels, b.Level) && !on.Before(r.From) && !on.After(r.Until)
}

// byRule fills in the answer that a row of the table gives below the EU threshold.
func (n *Note) byRule(r Rule, amount, day reason.Figure) {
	src, limit := []measure.Source{r.Source}, reason.Euro("limit", r.DirectUpTo)
	switch {
	case r.Own:
		n.Procedure = Unbound
		n.Reason = reason.New("procurement.own", "Auftragswert {value} am {day}: Das Land setzt keine Wertgrenzen; es gelten die Grundsätze der Gemeindeordnung und eine eigene Satzung.",
			"Contract value {value} on {day}: the state sets no limits; the principles of the municipal code and the body's own bylaw apply.", src, amount, day)
	case n.Value <= r.DirectUpTo:
		n.Procedure = DirectOrder
		n.Reason = reason.New("procurement.direct", "Auftragswert {value} am {day}: Ein Direktauftrag ist bis {limit} möglich.",
			"Contract value {value} on {day}: a direct order is possible up to {limit}.", src, amount, day, limit)
	case n.Value <= r.UnclearTo:
		n.Reason = reason.New("procurement.unclear", "Auftragswert {value} am {day}: Bis {limit} ist ein Direktauftrag sicher möglich; ob schon {planned} gelten, war nicht zu klären.",
			"Contract value {value} on {day}: a direct order is certain up to {limit}; whether {planned} already apply could not be established.", src, amount, day, limit, reason.Euro("planned", r.UnclearTo))
	default:
		n.Procedure = National
		n.Reason = reason.New("procurement.national", "Der Auftragswert {value} am {day} liegt über {limit}: Es braucht ein Vergabeverfahren unterhalb des EU-Schwellenwerts.",
			"The contract value {value} on {day} is above {limit}: a procedure below the EU threshold is needed.", src, amount, day, limit)
	}
}
