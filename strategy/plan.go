package strategy

import (
	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Presence is who appears, and how.
type Presence struct {
	PeopleFirst   measure.Answer `json:"peopleFirst,omitzero"`   // people are seen before a logo is
	FixedTeam     measure.Answer `json:"fixedTeam,omitzero"`     // the same few faces come back
	HeadPolitical measure.Answer `json:"headPolitical,omitzero"` // the mayor or district head speaks on political topics
	CreatorStyle  measure.Answer `json:"creatorStyle,omitzero"`  // like a creator: person in front, authentic; professional editing is secondary
	Consent       measure.Answer `json:"consent,omitzero"`       // the people shown agreed in writing
	Departure     measure.Answer `json:"departure,omitzero"`     // it is settled what happens to their videos when they leave
}

// GuardRails are what the body rules out or demands.
type GuardRails struct {
	PaidAds       measure.Answer  `json:"paidAds,omitzero"`       // paid advertising is allowed; "no" rules it out
	OwnDevice     measure.Answer  `json:"ownDevice,omitzero"`     // the app runs on a device of its own
	DataSeparated measure.Answer  `json:"dataSeparated,omitzero"` // no way from it to internal data
	TopicsAgreed  measure.Answer  `json:"topicsAgreed,omitzero"`  // few topics, agreed on in the house
	Topicality    Topicality      `json:"topicality,omitzero"`    // topics of the day: left out or taken up, by choice
	Neutral       measure.Answer  `json:"neutral,omitzero"`       // rules of neutrality and restraint before elections are written down
	Elections     []measure.Date  `json:"elections,omitempty"`    // election days in sight
	ReviewDates   []measure.Date  `json:"reviewDates,omitempty"`  // when the channel is judged
	ExitCriteria  []ExitCriterion `json:"exitCriteria,omitempty"` // what would end it
	Imprint       measure.Answer  `json:"imprint,omitzero"`       // Impressum at most two clicks away
	Subtitles     measure.Answer  `json:"subtitles,omitzero"`     // every video has them
	Minors        measure.Answer  `json:"minors,omitzero"`        // rules for showing and talking with minors
	CrisisPlan    measure.Answer  `json:"crisisPlan,omitzero"`    // who decides what within how long when it burns
	PeerExchange  measure.Answer  `json:"peerExchange,omitzero"`  // exchange with bodies that already do it
	Preparation   measure.Answer  `json:"preparation,omitzero"`   // the team studied the platform and its critics before the start
}

// ExitCriterion is a line below which the channel is given up: a figure that
// the assessment knows, the value, and the day from which it counts.
type ExitCriterion struct {
	Figure ExitFigure   `json:"figure"`
	Below  float64      `json:"below"`
	From   measure.Date `json:"from"`
}

// Community is how the body deals with comments.
type Community struct {
	ReplyHours   *measure.Hours `json:"replyHours,omitzero"`   // a comment is answered within this time
	HoursPerWeek *measure.Hours `json:"hoursPerWeek,omitzero"` // working time kept free for it
	OutOfHours   measure.Answer `json:"outOfHours,omitzero"`   // somebody looks in the evening and at the weekend
	SpiralPlan   measure.Answer `json:"spiralPlan,omitzero"`   // it is settled what to do when critical comments drive the reach
}

// Agency is what is known about help from outside. Without offers the
// documented defaults of the package agency stand in, and are listed as assumed.
type Agency struct {
	Budget        *measure.Euro                `json:"budget,omitzero"`        // a year for outside help, taxes included
	Buyer         procurement.Buyer            `json:"buyer,omitzero"`         // who awards the contract; without it the procedure is unknown
	HorizonMonths int                          `json:"horizonMonths,omitzero"` // 12 when left out
	Start         measure.Date                 `json:"start,omitzero"`         // when the first video is wanted
	Skills        map[agency.Task]agency.Skill `json:"skills,omitempty"`
	Offers        []agency.Offer               `json:"offers,omitempty"`
	Order         []agency.Criterion           `json:"order,omitempty"` // what matters most first; all alike when left out
}

// defaultHorizonMonths is the year a council usually decides on.
const defaultHorizonMonths = 12
