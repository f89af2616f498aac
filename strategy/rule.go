package strategy

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Severity is how much a finding weighs.
type Severity uint8

// The severities, from the lightest.
const (
	Note    Severity = iota + 1 // worth knowing, nothing is wrong
	Ask                         // not said yet: find it out
	Warning                     // will cost reach or trust
	Stop                        // do not start, or stop, before it is mended
)

var severityWords = check.Words[Severity]{Note: "note", Ask: "ask", Warning: "warning", Stop: "stop"}

// String returns "note", "ask", "warning" or "stop".
func (s Severity) String() string { return severityWords.String(s) }

// MarshalText writes the word; an invalid value is an error.
func (s Severity) MarshalText() ([]byte, error) { return severityWords.Marshal(s) }

// UnmarshalText reads the word.
func (s *Severity) UnmarshalText(text []byte) (err error) {
	*s, err = severityWords.Parse(string(text))
	return err
}

// Family groups the rules.
type Family uint8

// The families, in the order in which a plan is thought through.
const (
	GoalFamily Family = iota + 1
	FeedFamily
	PresenceFamily
	ContinuityFamily
	RailFamily
	NameFamily
	CommunityFamily
)

var familyWords = check.Words[Family]{
	GoalFamily: "goal", FeedFamily: "feed", PresenceFamily: "presence", ContinuityFamily: "continuity",
	RailFamily: "guard rails", NameFamily: "names", CommunityFamily: "community",
}

// String returns the word, such as "guard rails".
func (f Family) String() string { return familyWords.String(f) }

// MarshalText writes the word; an invalid value is an error.
func (f Family) MarshalText() ([]byte, error) { return familyWords.Marshal(f) }

// UnmarshalText reads the word.
func (f *Family) UnmarshalText(text []byte) (err error) {
	*f, err = familyWords.Parse(string(text))
	return err
}

// Rule is one thing the field asks of a brief: data and a pure function. The
// function is judged by [Assess]; [Rules] lists them all.
type Rule struct {
	Code     string           // stable, "presence.people-first"
	Family   Family           // the file it stands in
	Severity Severity         // of a finding when the brief breaks the rule; what is not said is [Ask]
	Sources  []measure.Source // who asks it

	broken text // what is wrong, with figures
	ask    text // what to find out, when the brief does not say
	remedy text // what to do
	judge  func(*caseOf) []verdict
}

// text is a template in both languages; see the package reason.
type text struct{ de, en string }

// Remedy says what to do, without figures of a case.
func (r Rule) Remedy() reason.Reason {
	return reason.New(r.Code+".remedy", r.remedy.de, r.remedy.en, r.Sources)
}

// Finding is what a rule found in a brief.
type Finding struct {
	Code     string        `json:"code"`
	Family   Family        `json:"family"`
	Severity Severity      `json:"severity"`
	Path     string        `json:"path"` // place in the brief, a JSON Pointer
	Reason   reason.Reason `json:"reason"`
	Remedy   reason.Reason `json:"remedy"`
}

// verdict is what a rule says of one place: nothing when it holds or does not
// apply there.
type verdict struct {
	path    string
	unknown bool
	figures []reason.Figure
}

func brokenAt(path string, figures ...reason.Figure) verdict {
	return verdict{path: path, figures: figures}
}

func unknownAt(path string, figures ...reason.Figure) verdict {
	return verdict{path: path, unknown: true, figures: figures}
}

// wantYes judges an answer that ought to be yes.
func wantYes(path string, get func(Brief) measure.Answer) func(*caseOf) []verdict {
	return func(c *caseOf) []verdict { return answer(path, get(c.brief)) }
}

func answer(path string, a measure.Answer, figures ...reason.Figure) []verdict {
	switch a {
	case measure.Yes:
		return nil
	case measure.No:
		return []verdict{brokenAt(path, figures...)}
	default:
		return []verdict{unknownAt(path, figures...)}
	}
}

// wantText judges a text that ought to be there. Not said is not known: an
// empty text is never a breach.
func wantText(path string, get func(Brief) string) func(*caseOf) []verdict {
	return func(c *caseOf) []verdict {
		if get(c.brief) != "" {
			return nil
		}
		return []verdict{unknownAt(path)}
	}
}

// Rules lists all rules, by family and in the order in which they are judged.
func Rules() []Rule {
	var rules []Rule
	for _, family := range [][]Rule{
		goalRules(), feedRules(), presenceRules(), continuityRules(), railRules(), lawRules(), nameRules(), communityRules(),
	} {
		rules = append(rules, family...)
	}
	return rules
}

// findings judges all rules on a case.
func findings(c *caseOf) []Finding {
	var found []Finding
	for _, r := range Rules() {
		for _, v := range r.judge(c) {
			severity, says := r.Severity, r.broken
			if v.unknown {
				severity, says = Ask, r.ask
			}
			found = append(found, Finding{
				Code: r.Code, Family: r.Family, Severity: severity, Path: v.path,
				Reason: reason.New(r.Code, says.de, says.en, r.Sources, v.figures...), Remedy: r.Remedy(),
			})
		}
	}
	return found
}
