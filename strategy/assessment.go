package strategy

import (
	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/alliance"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Version is the version of the JSON of an [Assessment]. It rises when a field
// changes its meaning or goes.
const Version = 1

// Assessment is what there is to say about a brief. Parts for which the brief
// says too little are nil or empty; the findings of severity [Ask] say what to
// find out.
type Assessment struct {
	Version    int                  `json:"version"`
	Name       string               `json:"name"`
	AsOf       measure.Date         `json:"asOf"`
	Summary    []reason.Reason      `json:"summary"`              // the few sentences that matter most
	Findings   []Finding            `json:"findings"`             // gravest first, then in the order of the rules
	Followers  *audience.NetReach   `json:"followers,omitempty"`  // of all channels with a count, gross and net
	Reachable  []audience.Reachable `json:"reachable,omitempty"`  // who of the target uses the platforms of the channels
	Forecast   *audience.Forecast   `json:"forecast,omitempty"`   // whom the planned short videos reach over the horizon
	Comments   *CommentLoad         `json:"comments,omitempty"`   // of a week of them
	Portfolio  *portfolio.Plan      `json:"portfolio,omitempty"`  // what to run, pilot, watch, keep in reserve or leave
	Alliance   *alliance.Answer     `json:"alliance,omitempty"`   // the body and its partners in one channel, against one each
	Conflicts  []reason.Reason      `json:"conflicts,omitempty"`  // figures that circulate and cannot both be right
	Continuity []ChannelContinuity  `json:"continuity,omitempty"` // of channels with a history
	Rhythm     *rhythm.Answer       `json:"rhythm,omitempty"`     // what the team can keep
	Agency     *agency.Decision     `json:"agency,omitempty"`     // alone, with an agency, or by it
	Names      []NameReport         `json:"names,omitempty"`      // of channels and topics
	Exits      []ExitCheck          `json:"exits,omitempty"`      // of the brief's exit criteria
	Roadmap    []Step               `json:"roadmap"`              // twelve months, by day
	Inputs     Inputs               `json:"inputs"`
}

// ChannelContinuity is the continuity of one channel.
type ChannelContinuity struct {
	Channel string         `json:"channel"`
	Path    string         `json:"path"` // place in the brief
	Report  cadence.Report `json:"report"`
}

// NameReport is what there is to say about a name in the brief.
type NameReport struct {
	Path        string              `json:"path"` // place in the brief
	Report      naming.Report       `json:"report"`
	Suggestions []naming.Suggestion `json:"suggestions,omitempty"`
}

// Worst returns the gravest severity among the findings, 0 when there is none.
func (a Assessment) Worst() Severity {
	var worst Severity
	for _, f := range a.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}

// With returns the findings of one severity, in their order.
func (a Assessment) With(s Severity) []Finding {
	var found []Finding
	for _, f := range a.Findings {
		if f.Severity == s {
			found = append(found, f)
		}
	}
	return found
}

// Inputs says what of the brief comes from where, by its marks.
type Inputs struct {
	Given    []Mark `json:"given,omitempty"`   // measured or estimated, with a source
	Assumed  []Mark `json:"assumed,omitempty"` // assumed by whoever wrote the brief
	Unmarked bool   `json:"unmarked"`          // the brief says of none of its inputs where it comes from
}

func inputs(b Brief) Inputs {
	in := Inputs{Unmarked: len(b.Marks) == 0}
	for _, m := range b.Marks {
		if m.Evidence == measure.Assumed {
			in.Assumed = append(in.Assumed, m)
		} else {
			in.Given = append(in.Given, m)
		}
	}
	return in
}
