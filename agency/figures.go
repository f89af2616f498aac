package agency

import (
	"fmt"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
)

// Lever names an input that may be in doubt or may be changed. The zero value
// is not set.
type Lever uint8

// The levers. The first are facts of the body and the need, the others of an offer.
const (
	LeverVideos        Lever = iota + 1 // videos a week
	LeverHoursPerVideo                  // hours for a video
	LeverOwnHours                       // hours a week of the own team
	LeverPublishers                     // own people able to publish
	LeverApproval                       // working days until approval
	LeverBudget                         // euros a year
	LeverHourCost                       // euros for an own hour
	LeverLead                           // lead time of the award, as a multiple of its usual length
	LeverAgencyHours                    // hours a month of the agency
	LeverRate                           // euros an hour of the agency
	LeverOneOff                         // euros once
	LeverResponse                       // working days for a change of hands
	LeverMeetings                       // own hours a month for meetings
	LeverSetup                          // weeks from the contract to the first video
	LeverFaces                          // share of videos with own people
	LeverStays                          // share of know-how that stays
	LeverAgencyPublish                  // people of the agency able to publish
	LeverWeight                         // the weight of a criterion
)

var leverWords = check.Words[Lever]{
	LeverVideos: "videos per week", LeverHoursPerVideo: "hours per video", LeverOwnHours: "own hours per week",
	LeverPublishers: "own publishers", LeverApproval: "approval days", LeverBudget: "budget per year",
	LeverHourCost: "cost of an own hour", LeverLead: "lead time of the award", LeverAgencyHours: "agency hours per month",
	LeverRate: "agency rate", LeverOneOff: "one-off price", LeverResponse: "response days", LeverMeetings: "meeting hours per month",
	LeverSetup: "weeks to set up", LeverFaces: "own faces", LeverStays: "know-how that stays", LeverAgencyPublish: "agency publishers",
	LeverWeight: "weight",
}

var leverDE = [...]string{
	LeverVideos: "Videos je Woche", LeverHoursPerVideo: "Stunden je Video", LeverOwnHours: "eigene Stunden je Woche",
	LeverPublishers: "eigene Personen, die veröffentlichen können", LeverApproval: "Arbeitstage bis zur Freigabe", LeverBudget: "Budget je Jahr in Euro",
	LeverHourCost: "Kosten einer eigenen Stunde in Euro", LeverLead: "Dauer der Vergabe", LeverAgencyHours: "Agenturstunden je Monat",
	LeverRate: "Stundensatz der Agentur in Euro", LeverOneOff: "einmaliger Preis in Euro", LeverResponse: "Antwortzeit in Arbeitstagen",
	LeverMeetings: "eigene Stunden für Treffen je Monat", LeverSetup: "Wochen bis zum Start", LeverFaces: "Anteil eigener Gesichter",
	LeverStays: "Anteil des Wissens, der bleibt", LeverAgencyPublish: "Personen der Agentur, die veröffentlichen können", LeverWeight: "Gewicht",
}

// String returns the words of the lever, such as "own hours per week".
func (l Lever) String() string { return leverWords.String(l) }

// MarshalText writes the words of [Lever.String]; an invalid value is an error.
func (l Lever) MarshalText() ([]byte, error) { return leverWords.Marshal(l) }

// UnmarshalText reads the words of [Lever.String].
func (l *Lever) UnmarshalText(text []byte) (err error) {
	*l, err = leverWords.Parse(string(text))
	return err
}

// Figures are kept in one vector, so that a simulation, a flip and the exact
// calculation all evaluate the same function: first the levers of the body,
// then those of the offers, model by model.
const (
	commonLevers = int(LeverLead)
	offerLevers  = int(LeverAgencyPublish) - commonLevers
	slotCount    = commonLevers + modelCount*offerLevers
)

type figures [slotCount]float64

// slot is the place of a lever; the model counts only for levers of an offer.
func slot(l Lever, m Model) int {
	if int(l) <= commonLevers {
		return int(l) - 1
	}
	return commonLevers + m.index()*offerLevers + int(l) - commonLevers - 1
}

// leverAt is the inverse of slot; the model is 0 for levers of the body.
func leverAt(i int) (Lever, Model) {
	if i < commonLevers {
		return Lever(i + 1), 0
	}
	i -= commonLevers
	return Lever(commonLevers + i%offerLevers + 1), Model(i/offerLevers + 1)
}

// input is what is known about one figure.
type input struct {
	q       mcda.Quantity
	usual   float64 // median of a default, worked out once; for others see inputs.middle
	assumed bool    // taken from a default
	known   bool    // given as a value or a range, not as unknown
}

// inputs are the figures of a case with their doubt. The hours of an agency
// that were not offered are not an input: they follow from the need.
type inputs [slotCount]input

// Documented ranges of what the body did not say; what occurs elsewhere.
var (
	defaultHoursPerVideo = usual(mcda.Triangular(4, 8, 15))
	defaultOwnHours      = usual(mcda.Unknown(2, 20))
	defaultOwnPublishers = usual(mcda.Unknown(1, 3))
	defaultApproval      = usual(mcda.Unknown(1, 5))
	defaultLead          = usual(mcda.Between(0.6, 1.4))
)

// usual is a default with its median.
func usual(q mcda.Quantity) input {
	v, _ := q.Quantile(0.5) // constants in order
	return input{q: q, usual: v, assumed: true, known: q.Kind() != mcda.KindUnknown}
}

// defaultOffers are the prices of DefaultOffer by model and lever.
var defaultOffers = func() (all [modelCount][offerLevers]input) {
	for i := range all {
		o := defaultPrices(Model(i + 1))
		for k, q := range [offerLevers]mcda.Quantity{mcda.Exactly(0), o.Rate, o.OneOff, o.ResponseDays, o.MeetingHours, o.SetupWeeks, o.OwnFaces, o.Stays, o.Publishers} {
			all[i][k] = usual(q)
		}
	}
	return all
}()

// readInputs puts the quantities of a validated case into the vector.
func readInputs(c *Case, offers *[modelCount]Offer) inputs {
	var in inputs
	set := func(l Lever, m Model, given mcda.Quantity, otherwise input) {
		if given == (mcda.Quantity{}) {
			in[slot(l, m)] = otherwise
			return
		}
		in[slot(l, m)] = input{q: given, known: given.Kind() != mcda.KindUnknown}
	}
	set(LeverVideos, 0, mcda.Exactly(c.Need.VideosPerWeek), input{})
	set(LeverHoursPerVideo, 0, c.Need.HoursPerVideo, defaultHoursPerVideo)
	set(LeverOwnHours, 0, c.Organisation.HoursPerWeek, defaultOwnHours)
	set(LeverPublishers, 0, c.Organisation.Publishers, defaultOwnPublishers)
	set(LeverApproval, 0, c.Organisation.ApprovalDays, defaultApproval)
	set(LeverBudget, 0, c.Organisation.Budget, input{q: mcda.Unknown(0, 0), assumed: true})
	set(LeverHourCost, 0, mcda.Exactly(c.Organisation.staffCost().PerHour().Float()), input{})
	set(LeverLead, 0, mcda.Quantity{}, defaultLead)
	for i := range offers {
		o := &offers[i]
		d := &defaultOffers[i]
		set(LeverAgencyHours, o.Model, o.HoursPerMonth, input{q: mcda.Exactly(0), assumed: true, known: true})
		set(LeverRate, o.Model, o.Rate, d[LeverRate-LeverAgencyHours])
		set(LeverOneOff, o.Model, o.OneOff, d[LeverOneOff-LeverAgencyHours])
		set(LeverResponse, o.Model, o.ResponseDays, d[LeverResponse-LeverAgencyHours])
		set(LeverMeetings, o.Model, o.MeetingHours, d[LeverMeetings-LeverAgencyHours])
		set(LeverSetup, o.Model, o.SetupWeeks, d[LeverSetup-LeverAgencyHours])
		set(LeverFaces, o.Model, o.OwnFaces, d[LeverFaces-LeverAgencyHours])
		set(LeverStays, o.Model, o.Stays, d[LeverStays-LeverAgencyHours])
		set(LeverAgencyPublish, o.Model, o.Publishers, d[LeverAgencyPublish-LeverAgencyHours])
	}
	return in
}

// staffCost is the caller's, or the default of the grade, E 10 without one.
func (o *Organisation) staffCost() StaffCost {
	switch {
	case o.StaffCost != (StaffCost{}):
		return o.StaffCost
	case o.Grade != 0:
		return DefaultStaffCost(o.Grade)
	default:
		return DefaultStaffCost(E10)
	}
}

// middle is the vector of medians.
func (in *inputs) middle() (figures, error) {
	var f figures
	for i := range in {
		if in[i].assumed {
			f[i] = in[i].usual
			continue
		}
		v, err := in[i].q.Quantile(0.5)
		if err != nil {
			l, m := leverAt(i)
			return f, fmt.Errorf("%v of %v: %w", l, m, err)
		}
		f[i] = max(v, 0)
	}
	return f, nil
}
