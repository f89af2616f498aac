package naming

import (
	"encoding/json"
	"slices"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Finding is one thing a name could do better.
type Finding struct {
	Rule     Rule
	Severity Severity
	Start    int      // first byte of the place in [Report.Text]
	End      int      // byte after the place; Start == End == 0 is the whole name
	Match    string   // the place itself
	Suggest  []string // words to use there instead, the best first; do not change
	Points   int      // what it costs, 0 or more, before the cap of its rule

	count, limit int
	other        string
}

// Reason says the finding in German and English, with its source. A finding
// without a rule gives the zero reason.
func (f Finding) Reason() reason.Reason {
	if !ruleWords.Valid(f.Rule) {
		return reason.Reason{}
	}
	s := &rules[f.Rule]
	figures := []reason.Figure{}
	switch f.Rule {
	case LongCompound:
		figures = append(figures, reason.Text("word", f.Match), reason.Count("letters", int64(f.count)))
	case GenitiveChain:
		figures = append(figures, reason.Count("count", int64(f.count)))
	case CutOff:
		figures = append(figures, reason.Count("count", int64(f.count)), reason.Count("limit", int64(f.limit)))
	case TooLong:
		figures = append(figures, reason.Count("count", int64(f.count)), reason.Count("limit", int64(f.limit)), reason.Text("platform", f.other))
	case TopicMismatch:
		figures = append(figures, reason.Text("found", f.Match), reason.Text("wanted", f.other))
	case EmojiOnly, NoUserBenefit:
	default:
		figures = append(figures, reason.Text("word", f.Match))
	}
	return reason.New("naming."+f.Rule.String(), s.de, s.en, []measure.Source{s.source}, figures...)
}

// MarshalJSON writes the finding with its reason.
func (f Finding) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Rule     Rule          `json:"rule"`
		Severity Severity      `json:"severity"`
		Start    int           `json:"start"`
		End      int           `json:"end"`
		Match    string        `json:"match,omitempty"`
		Suggest  []string      `json:"suggest,omitempty"`
		Points   int           `json:"points"`
		Reason   reason.Reason `json:"reason"`
	}{f.Rule, f.Severity, f.Start, f.End, f.Match, f.Suggest, f.Points, f.Reason()})
}

// Contribution is one summand of a score.
type Contribution struct {
	Code   string // stable: "base", the word of a [Rule], a merit such as "question", or "clamp"
	Points int    // negative for what a rule costs
}

// Reason says the contribution in German and English.
func (c Contribution) Reason() reason.Reason {
	de, en := contributionText(c.Code)
	return reason.New("naming.score."+c.Code, de+": {points}", en+": {points}", nil, reason.Count("points", int64(c.Points)))
}

// MarshalJSON writes the contribution with its reason.
func (c Contribution) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code   string        `json:"code"`
		Points int           `json:"points"`
		Reason reason.Reason `json:"reason"`
	}{c.Code, c.Points, c.Reason()})
}

func contributionText(code string) (de, en string) {
	for m := range meritEnd {
		if merits[m].code == code {
			return merits[m].de, merits[m].en
		}
	}
	for r, w := range ruleWords {
		if w == code && r > 0 {
			return rules[r].titleDe, rules[r].titleEn
		}
	}
	return code, code
}

// Report is what is to be said of a name. The score is a writing aid, not a
// proof: whether people understand a name is found out by asking some of them
// (GOV.UK and Digital Scotland both ask for that test).
type Report struct {
	Text          string         `json:"text"`          // the name in normal form C, without outer blanks
	Kind          Kind           `json:"kind"`          // what is named
	Score         int            `json:"score"`         // 0 to 100: the sum of the contributions
	Band          Band           `json:"band"`          // the score in words
	Contributions []Contribution `json:"contributions"` // what the score is made of
	Findings      []Finding      `json:"findings"`      // by place, then rule
	Unknown       []string       `json:"unknown"`       // words the lexicon has nothing on; they cost nothing
	Confidence    measure.Share  `json:"confidence"`    // share of the words with a meaning of their own that are known
	Topic         string         `json:"topic"`         // the life situation the name leads to, "" when none is found
}

// Worst returns the gravest severity among the findings, 0 when there is none.
func (r Report) Worst() Severity {
	var worst Severity
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}

// Has reports whether a rule has a finding.
func (r Report) Has(rule Rule) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == rule })
}
