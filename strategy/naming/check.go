package naming

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Name is a name to be looked at.
type Name struct {
	Text  string `json:"text"`           // required, at most 512 characters
	Kind  Kind   `json:"kind"`           // required
	Need  Need   `json:"need,omitzero"`  // the need behind it, for suggestions
	Topic string `json:"topic,omitzero"` // the life situation it is meant for, an official name of [Situations]
}

// Organisation is a sender that the caller knows of.
type Organisation struct {
	Name    string   `json:"name"`             // "Caritasverband Köln"
	Aliases []string `json:"aliases,omitzero"` // "Caritas"
}

// Options set a [Checker] up.
type Options struct {
	Language      string             // required: BCP 47 tag of the language of the names. Only German is known: de, de-AT, de-CH
	Lexicon       *Lexicon           // nil: [German]
	Organisations []Organisation     // the senders whose names must not come first
	Address       Address            // how suggestions speak; zero: Informal
	Gender        GenderPolicy       // what is said of gender signs; zero: WarnMarkers
	Platforms     []platform.Profile // limits that names must keep; none: no hard limit
}

// Checker looks at names and makes better ones. It never changes once made and
// may be used by several goroutines at once. Make one with [New].
type Checker struct {
	lx        *Lexicon
	orgs      map[string][]row // first folded word -> the rest
	orgNames  []string         // by row.entry
	address   Address
	gender    GenderPolicy
	platforms []platform.Profile
}

// New returns a checker for names of a language.
func New(o Options) (*Checker, error) {
	var l check.List
	primary, _, _ := strings.Cut(strings.ToLower(o.Language), "-")
	switch primary {
	case "de":
	case "":
		l.Add("/language", check.ErrRequired, check.None, `the language of the names, "de"`)
	default:
		l.Add("/language", check.ErrUnknown, o.Language, `"de": only German names are understood`)
	}
	c := &Checker{lx: o.Lexicon, address: cmp.Or(o.Address, Informal), gender: cmp.Or(o.Gender, WarnMarkers), orgs: map[string][]row{}}
	if !addressWords.Valid(c.address) {
		l.Add("/address", check.ErrUnknown, c.address.String(), "du or sie")
	}
	if !genderPolicyWords.Valid(c.gender) {
		l.Add("/gender", check.ErrUnknown, c.gender.String(), "warn, allow or forbid")
	}
	for i, org := range o.Organisations {
		for j, name := range append([]string{org.Name}, org.Aliases...) {
			path := check.Pointer("organisations", i, "name")
			if j > 0 {
				path = check.Pointer("organisations", i, "aliases", j-1)
			}
			text := normalize(name, &l, path)
			if text == "" {
				continue
			}
			var r row
			tokens := tokenize(text)
			for _, t := range tokens[1:] {
				r.rest = append(r.rest, t.fold)
			}
			r.entry = int32(len(c.orgNames))
			c.orgNames = append(c.orgNames, text)
			c.orgs[tokens[0].fold] = append(c.orgs[tokens[0].fold], r)
		}
	}
	for _, rows := range c.orgs {
		slices.SortStableFunc(rows, func(a, b row) int { return len(b.rest) - len(a.rest) })
	}
	c.platforms = slices.Clone(o.Platforms)
	if err := l.Err(); err != nil {
		return nil, err
	}
	if c.lx == nil {
		lx, err := German()
		if err != nil {
			return nil, err
		}
		c.lx = lx
	}
	return c, nil
}

// Check says what is good and what is not about a name.
//
// Text that no name can be is an error with its place: empty, over 512
// characters, invalid UTF-8, control characters, only signs, or another script.
// Case, outer blanks and the normal form of umlauts never change the score.
func (c *Checker) Check(n Name) (Report, error) {
	text, err := c.validate(n)
	if err != nil {
		return Report{}, err
	}
	return c.check(text, n), nil
}

func (c *Checker) validate(n Name) (string, error) {
	var l check.List
	if c == nil || c.lx == nil {
		l.Add("", check.ErrRequired, check.None, "a Checker made by New")
		return "", l.Err()
	}
	if !kindWords.Valid(n.Kind) {
		l.Add("/kind", check.ErrRequired, check.None, "channel, series, video or handle")
	}
	if n.Topic != "" && situationIndex(n.Topic) < 0 {
		l.Add("/topic", check.ErrUnknown, n.Topic, "the official name of a life situation, as in Situations")
	}
	if n.Need != (Need{}) {
		n.Need.parse(c.lx.verbs, &l, func() string { return "/need" })
	}
	text := n.Text
	if n.Kind == Handle {
		text = strings.TrimPrefix(strings.TrimSpace(text), "@")
	}
	text = normalize(text, &l, "/text")
	return text, l.Err()
}

func (c *Checker) check(text string, n Name) Report {
	a := analysis{c: c, lx: c.lx, kind: n.Kind, text: text, runes: utf8.RuneCountInString(text), topic: -1, findings: []Finding{}, unknown: []string{}}
	a.read()
	a.wordRules()
	a.nameRules(n)
	a.formRules()
	a.benefits()
	list, score := contributions(n.Kind, a.has, a.runes, a.findings)
	slices.SortStableFunc(a.findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Rule, y.Rule))
	})
	r := Report{
		Text: text, Kind: n.Kind, Score: score, Band: bandOf(score), Contributions: list, Findings: a.findings,
		Unknown: a.unknown, Confidence: 1,
	}
	if a.meaning > 0 {
		r.Confidence = measure.Share(float64(a.meaning-len(a.unknown)) / float64(a.meaning))
	}
	if a.topic >= 0 {
		r.Topic = situations[a.topic].Name
	}
	return r
}
