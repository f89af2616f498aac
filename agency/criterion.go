package agency

import "github.com/hochkant/hochkant/strategy/check"

// Criterion is one thing that a model is judged by. The zero value is not set
// and invalid.
type Criterion uint8

// The criteria. Budget, price and agility, the nearness and truth of an own
// team and the expertise of an agency are the source's; continuity,
// independence and start are ours.
const (
	Cost         Criterion = iota + 1 // euros a month, own hours included
	Agility                           // working days from the idea to the published video
	Authenticity                      // own faces and own words
	Closeness                         // answers by people of the body
	Expertise                         // level of skill, weighted by hours
	Continuity                        // probability that two people can publish in a week
	Independence                      // share of know-how and material that stays in the body
	Start                             // weeks until the first video
)

const criterionCount = int(Start)

var criterionWords = check.Words[Criterion]{
	Cost: "cost", Agility: "agility", Authenticity: "authenticity", Closeness: "closeness",
	Expertise: "expertise", Continuity: "continuity", Independence: "independence", Start: "start",
}

var criterionDE = [...]string{
	Cost: "Kosten", Agility: "Schnelligkeit", Authenticity: "Echtheit", Closeness: "Nähe",
	Expertise: "Fachwissen", Continuity: "Kontinuität", Independence: "Unabhängigkeit", Start: "Startzeit",
}

// Criteria returns all criteria in order.
func Criteria() []Criterion { return criterionWords.All() }

// String returns the English word of the criterion, such as "agility".
func (c Criterion) String() string { return criterionWords.String(c) }

// MarshalText writes the word of [Criterion.String]; an invalid value is an error.
func (c Criterion) MarshalText() ([]byte, error) { return criterionWords.Marshal(c) }

// UnmarshalText reads the word of [Criterion.String].
func (c *Criterion) UnmarshalText(text []byte) (err error) {
	*c, err = criterionWords.Parse(string(text))
	return err
}

func (c Criterion) index() int { return int(c) - 1 }

// Scale is the fixed scale of a criterion: the measurement that is worth
// nothing and the one that is worth 1, linear between and flat outside. It is set
// before the models are seen, so that adding or removing an offer never turns
// the order of two others round.
type Scale struct {
	Worst float64 `json:"worst"`
	Best  float64 `json:"best"`
}

// DefaultScale returns the scale of a criterion that applies unless a case sets
// its own. The ends are ours and assumed. Only the worst end of the cost has
// an anchor: 20,000 euros a month is about what the federal ministry of
// economics set as the ceiling for a producer of TikTok videos in 2024
// (16,667 euros net, 19,833 gross). An invalid criterion has the zero Scale.
func DefaultScale(c Criterion) Scale {
	if !criterionWords.Valid(c) {
		return Scale{}
	}
	return [...]Scale{
		Cost:         {20_000, 0},
		Agility:      {15, 1},
		Authenticity: {0, 1},
		Closeness:    {0, 1},
		Expertise:    {0, 4},
		Continuity:   {0, 1},
		Independence: {0, 1},
		Start:        {26, 0},
	}[c]
}
