package agency

import (
	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Payee is the legal form of whoever is paid; the artists' social levy
// (Künstlersozialabgabe) hangs on it. The zero value means not given and counts
// as a company.
type Payee uint8

// The forms.
const (
	Company       Payee = iota + 1 // GmbH, KG, OHG and the like: no levy
	NaturalPerson                  // a freelancer, also a partnership of them (GbR): levy on the fee
)

var payeeWords = check.Words[Payee]{Company: "company", NaturalPerson: "natural person"}

// String returns "company" or "natural person".
func (p Payee) String() string { return payeeWords.String(p) }

// MarshalText writes the word of [Payee.String]; an invalid value is an error.
func (p Payee) MarshalText() ([]byte, error) { return payeeWords.Marshal(p) }

// UnmarshalText reads one of the words.
func (p *Payee) UnmarshalText(text []byte) (err error) {
	*p, err = payeeWords.Parse(string(text))
	return err
}

// Offer is what an agency offers for one model, all prices net of VAT. Whatever
// is left out is taken from [DefaultOffer] and listed as assumed.
type Offer struct {
	Model         Model          `json:"model"`
	Name          string         `json:"name,omitzero"`
	HoursPerMonth mcda.Quantity  `json:"hoursPerMonth,omitzero"` // hours of the agency; left out: what its tasks take, plus 10 %
	Rate          mcda.Quantity  `json:"rate,omitzero"`          // euros an hour
	OneOff        mcda.Quantity  `json:"oneOff,omitzero"`        // euros once: workshop, concept, set-up
	HandOver      measure.Euro   `json:"handOver,omitzero"`      // euros once at the end
	MeetingHours  mcda.Quantity  `json:"meetingHours,omitzero"`  // own hours a month for meetings and briefings
	ResponseDays  mcda.Quantity  `json:"responseDays,omitzero"`  // working days for each change of hands
	ReplyHours    mcda.Quantity  `json:"replyHours,omitzero"`    // hours until the agency answers a comment
	SetupWeeks    mcda.Quantity  `json:"setupWeeks,omitzero"`    // weeks from the contract to the first video
	Split         Split          `json:"split,omitempty"`
	OwnFaces      mcda.Quantity  `json:"ownFaces,omitzero"`     // share of videos with own people in front of the camera
	Stays         mcda.Quantity  `json:"stays,omitzero"`        // share of the agency's know-how and material that stays in the body
	Publishers    mcda.Quantity  `json:"publishers,omitzero"`   // people of the agency able to publish
	Skill         Skill          `json:"skill,omitzero"`        // level of the agency; expert when left out
	Payee         Payee          `json:"payee,omitzero"`        // legal form; company when left out
	Escalation    measure.Share  `json:"escalation,omitzero"`   // rise of the rate each year
	Options       []int          `json:"options,omitempty"`     // months of each option to prolong, for the contract value
	AccountsStay  measure.Answer `json:"accountsStay,omitzero"` // the accounts belong to the body
	DataContract  measure.Answer `json:"dataContract,omitzero"` // contract on data processing (Art. 28 GDPR) offered
}

func (o Offer) validate(l *check.List, at string) {
	if !modelWords.Valid(o.Model) {
		l.Add(at+"/model", check.ErrUnknown, o.Model, "one of do it yourself, do it with you, do it for you")
	}
	if o.Model == WithoutAgency {
		l.Add(at+"/model", check.ErrConflict, o.Model, "no offer without an agency: it is the baseline and always compared")
	}
	bounded(l, at+"/hoursPerMonth", o.HoursPerMonth, 0, 10_000, "0 to 10,000 hours a month")
	bounded(l, at+"/rate", o.Rate, 0, 10_000, "0 to 10,000 euros an hour")
	bounded(l, at+"/oneOff", o.OneOff, 0, 1e8, "0 to 100 million euros")
	l.Between(at+"/handOver", o.HandOver.Float(), 0, 1e8, "0 to 100 million euros")
	bounded(l, at+"/meetingHours", o.MeetingHours, 0, 700, "0 to 700 hours a month")
	bounded(l, at+"/responseDays", o.ResponseDays, 0, 365, "0 to 365 working days")
	bounded(l, at+"/replyHours", o.ReplyHours, 0, 8760, "0 to 8,760 hours")
	bounded(l, at+"/setupWeeks", o.SetupWeeks, 0, 260, "0 to 260 weeks")
	bounded(l, at+"/ownFaces", o.OwnFaces, 0, 1, "a share from 0 to 1")
	bounded(l, at+"/stays", o.Stays, 0, 1, "a share from 0 to 1")
	bounded(l, at+"/publishers", o.Publishers, 0, 1000, "0 to 1,000 people")
	l.Between(at+"/escalation", float64(o.Escalation), 0, 1, "a share from 0 to 1")
	if o.Skill != 0 && !skillWords.Valid(o.Skill) {
		l.Add(at+"/skill", check.ErrUnknown, o.Skill, "none, basic, working, able or expert")
	}
	if o.Payee != 0 && !payeeWords.Valid(o.Payee) {
		l.Add(at+"/payee", check.ErrUnknown, o.Payee, "company or natural person")
	}
	for path, a := range map[string]measure.Answer{"/accountsStay": o.AccountsStay, "/dataContract": o.DataContract} {
		if a != 0 && !a.Given() {
			l.Add(at+path, check.ErrUnknown, a, "yes or no, or left out")
		}
	}
	if len(o.Options) > 20 {
		l.Add(at+"/options", check.ErrLimit, len(o.Options), "at most 20 options")
	}
	for i, months := range o.Options {
		l.Between(at+check.Pointer("options", i), float64(months), 0, 120, "0 to 120 months")
	}
	if o.Model == DoItYourself && o.HoursPerMonth != (mcda.Quantity{}) {
		l.Add(at+"/hoursPerMonth", check.ErrConflict, o.HoursPerMonth, "no running hours: this model buys advice once")
	}
	o.Split.validate(l, at+"/split", o.Model)
}

// DefaultOffer returns the offer that stands in for one that was not made. All
// of it is assumed; what has an anchor:
//
//   - rate: 105 euros an hour, 80 to 150 (a web agency's offer to Schiltach
//     105; 103.52 from the ceiling of the federal ministry of economics for a
//     producer of TikTok videos, 2024; freelancermap average 102; 150 and more are rare);
//   - advice: a workshop day 1,500 to 3,500 euros, twice that for a full concept;
//   - hours: what the agency's tasks take at the given rhythm, plus 10 % for
//     meetings and corrections. At two videos a week that is about 40 hours a
//     month with you and 75 for you, inside the ranges of offers and job advertisements found in 2026 (25
//     to 55 and 60 to 160).
//
// HoursPerMonth is left out, because it hangs on the need. [WithoutAgency] and
// invalid models have an Offer without prices.
func DefaultOffer(m Model) Offer {
	o := defaultPrices(m)
	o.Split = DefaultSplit(m)
	return o
}

// defaultPrices is DefaultOffer without the split, which readers of prices do
// not need.
func defaultPrices(m Model) Offer {
	o := Offer{
		Model: m, Rate: mcda.Exactly(0), OneOff: mcda.Exactly(0), MeetingHours: mcda.Exactly(0), ResponseDays: mcda.Exactly(0),
		SetupWeeks: mcda.Between(1, 3), OwnFaces: mcda.Exactly(1), Stays: mcda.Exactly(1), Publishers: mcda.Exactly(0),
		Skill: Expert, Payee: Company, AccountsStay: measure.Yes, DataContract: measure.Yes,
	}
	if m == DoItYourself {
		o.OneOff, o.SetupWeeks = mcda.Between(1500, 3500), mcda.Between(1, 5)
	}
	if !m.bought() {
		return o
	}
	o.Rate = mcda.Triangular(80, 105, 150)
	o.ResponseDays = mcda.Triangular(0.5, 1, 3)
	o.MeetingHours = mcda.Between(2, 6)
	o.SetupWeeks = mcda.Between(2, 6)
	o.Publishers = mcda.Exactly(3)
	o.AccountsStay, o.DataContract = 0, 0 // nobody asked the agency yet
	if m == DoItWithYou {
		o.OneOff, o.OwnFaces, o.Stays = mcda.Between(1500, 3500), mcda.Between(0.8, 1), mcda.Between(0.3, 0.7)
	} else {
		o.OneOff, o.OwnFaces, o.Stays = mcda.Between(3000, 7000), mcda.Between(0.3, 0.9), mcda.Between(0.1, 0.4)
	}
	return o
}

// prices are the sources of the default prices.
var prices = measure.Source{
	Key: "agency-prices", Title: "Stundensätze: Angebot Schiltach 105, Obergrenze BMWK TikTok-Produktion 103,52 (2024), freelancermap 102", Publisher: "hochkant",
	Year: 2026, Certainty: measure.Secondary, Note: "no public price list for short video was found; triangulated",
}

// ours marks what is our own assumption.
var ours = measure.Source{Key: "hochkant-agency-defaults", Title: "defaults of this library", Publisher: "hochkant", Year: 2026, Certainty: measure.Rule, Note: "assumed; replace by your own figure"}
