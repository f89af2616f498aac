package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Policy says what happens to a slot on a day on which the team does not work.
// The zero Policy leaves it to the default of the field it stands in.
type Policy uint8

// The policies.
const (
	Keep        Policy = iota + 1 // the slot stays, and nothing is said about the day
	PreProduce                    // the slot stays; the video is finished on the last working day before
	MoveEarlier                   // to the nearest free working day before, at most six days
	MoveLater                     // to the nearest free working day after, at most six days
	Drop                          // the slot falls out
)

var policyWords = check.Words[Policy]{
	Keep: "keep", PreProduce: "pre-produce", MoveEarlier: "move earlier", MoveLater: "move later", Drop: "drop",
}

// String returns the word of the policy, such as "pre-produce".
func (p Policy) String() string { return policyWords.String(p) }

// MarshalText writes the word of [Policy.String]; an invalid value is an error.
func (p Policy) MarshalText() ([]byte, error) { return policyWords.Marshal(p) }

// UnmarshalText reads one of the words.
func (p *Policy) UnmarshalText(text []byte) (err error) {
	*p, err = policyWords.Parse(string(text))
	return err
}

// Format is a recurring format of a channel, such as a job video every
// Wednesday at 17:00.
type Format struct {
	ID        string       `json:"id"`                 // stable name of letters a to z, digits and hyphens, at most 60; part of every UID
	Title     string       `json:"title"`              // as it stands in the calendar, at most 200 characters
	Rule      Rule         `json:"rule"`               // the days
	Start     measure.Date `json:"start"`              // the rule begins here; fixes what "every second week" means
	At        WallTime     `json:"at"`                 // time of day, the same on both sides of a clock change
	OnHoliday Policy       `json:"onHoliday,omitzero"` // zero: PreProduce
	OnBridge  Policy       `json:"onBridge,omitzero"`  // zero: Keep
	OnSchool  Policy       `json:"onSchool,omitzero"`  // in school vacations; zero: Keep
	Changes   []Change     `json:"changes,omitzero"`   // single instances skipped or moved by hand
}

// Change skips or moves one instance of a format. What is moved by hand stays
// where it was put, holiday or not.
type Change struct {
	On   measure.Date `json:"on"`            // a day of the rule
	To   measure.Date `json:"to,omitzero"`   // the new day, within a year of the old; zero: the instance is skipped
	Note string       `json:"note,omitzero"` // why, for those who read the calendar
}

// Vacation is a span of days in which schools are closed, both ends included.
// The library holds no table of school holidays: they change every year, and
// the free tables are share-alike. The standing conference of the ministers of
// education (KMK) publishes them.
type Vacation struct {
	Name string       `json:"name"` // such as "Sommerferien"
	From measure.Date `json:"from"`
	To   measure.Date `json:"to"`
}

func (f Format) check(l *check.List, at string) {
	if f.ID == "" || len(f.ID) > 60 || strings.Trim(f.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		l.Add(at+"/id", check.ErrSyntax, f.ID, "1 to 60 letters a to z, digits and hyphens")
	}
	checkText(l, at+"/title", f.Title)
	if f.Rule.text == "" {
		l.Add(at+"/rule", check.ErrRequired, check.None, wantRule)
	}
	if f.Start.Year() < 1970 || f.Start.Year() > LastYear {
		l.Add(at+"/start", check.ErrRange, f.Start, "a day of the years 1970 to 2100")
	}
	if f.At.minutes < 0 || f.At.minutes >= 24*60 {
		l.Add(at+"/at", check.ErrRange, int(f.At.minutes), "a time of day")
	}
	policies := [...]Policy{f.OnHoliday, f.OnBridge, f.OnSchool}
	for i, name := range [...]string{"/onHoliday", "/onBridge", "/onSchool"} {
		if p := policies[i]; p != 0 && !policyWords.Valid(p) {
			l.Add(at+name, check.ErrUnknown, p, "keep, pre-produce, move earlier, move later or drop")
		}
	}
	seen := map[measure.Date]bool{}
	for i, c := range f.Changes {
		place := at + check.Pointer("changes", i)
		if seen[c.On] {
			l.Add(place+"/on", check.ErrDuplicate, c.On, "one change for an instance")
		}
		seen[c.On] = true
		if c.On.IsZero() {
			l.Add(place+"/on", check.ErrRequired, check.None, "the day of an instance")
		}
		if far := c.To.Sub(c.On); !c.To.IsZero() && !c.On.IsZero() && (far < -365 || far > 365) {
			l.Add(place+"/to", check.ErrRange, c.To, "a day within a year of "+c.On.String())
		}
		if c.Note != "" {
			checkText(l, place+"/note", c.Note)
		}
	}
}

// checkText refuses what cannot stand in one line of a calendar: RFC 5545
// allows no control characters in a text.
func checkText(l *check.List, path, s string) {
	if !l.NotEmpty(path, s, "a text") {
		return
	}
	switch {
	case !utf8.ValidString(s):
		l.Add(path, check.ErrSyntax, s, "text in UTF-8")
	case utf8.RuneCountInString(s) > 200:
		l.Add(path, check.ErrLimit, check.None, "at most 200 characters")
	case strings.ContainsFunc(s, unicode.IsControl):
		l.Add(path, check.ErrSyntax, s, "one line without control characters")
	}
}
