package calendar

import (
	"slices"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Rule is a recurrence rule of RFC 5545 (section 3.3.10) on civil dates: it
// knows days, neither hours nor zones. The zero Rule is not valid. As text it is
// the rule as it was given.
//
// Accepted parts are FREQ with DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL (1 to
// 366), COUNT (1 to 10000), UNTIL as a date, BYDAY, BYMONTHDAY, BYMONTH, BYWEEKNO,
// BYSETPOS and WKST, each with the values and in the combinations that RFC 5545
// allows. Times of day are refused: a [Format] carries the time.
type Rule struct {
	text   string
	option rrule.ROption
}

const wantRule = "a recurrence rule such as FREQ=WEEKLY;BYDAY=WE or FREQ=MONTHLY;BYDAY=1TU"

// ParseRule reads a rule such as "FREQ=WEEKLY;BYDAY=WE" (every Wednesday),
// "FREQ=MONTHLY;BYDAY=1TU" (first Tuesday of the month),
// "FREQ=WEEKLY;INTERVAL=2;COUNT=10" (ten times, every second week) or
// "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" (last weekday of the month).
// It refuses what it does not know; it repairs nothing.
func ParseRule(text string) (Rule, error) {
	bad := func(kind error, want string) (Rule, error) {
		return Rule{}, check.Problem{Value: quoted(text), Kind: kind, Want: want}
	}
	if len(text) > 200 {
		return bad(check.ErrLimit, "a rule of at most 200 characters")
	}
	var keys []string
	for part := range strings.SplitSeq(text, ";") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case !slices.Contains(ruleParts[:], key):
			return bad(check.ErrUnknown, "the parts "+strings.Join(ruleParts[:], ", "))
		case slices.Contains(keys, key):
			return bad(check.ErrDuplicate, "every part once")
		case key == "UNTIL" && len(value) != len(rrule.DateFormat):
			return bad(check.ErrSyntax, "UNTIL as a date such as UNTIL=20261231")
		case (key == "INTERVAL" || key == "COUNT") && !plainNumber(value):
			return bad(check.ErrSyntax, key+" as a whole number above 0")
		}
		keys = append(keys, key)
	}
	o, err := rrule.StrToROption(text)
	if err != nil {
		return bad(check.ErrSyntax, wantRule)
	}
	if want, kind := impossible(o, keys); kind != nil {
		return bad(kind, want)
	}
	return Rule{text, *o}, nil
}

// MustRule is [ParseRule] for literals; it panics on a text that ParseRule refuses.
func MustRule(text string) Rule {
	r, err := ParseRule(text)
	if err != nil {
		panic(err)
	}
	return r
}

var ruleParts = [...]string{"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYWEEKNO", "BYSETPOS", "WKST"}

func plainNumber(s string) bool {
	return s != "" && len(s) <= 5 && s[0] != '0' && strings.Trim(s, "0123456789") == ""
}

func quoted(s string) string {
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "") + "…"
	}
	return `"` + s + `"`
}

// impossible returns what RFC 5545 forbids and rrule-go would take, partly with
// an index out of range (a 53rd Monday of a month).
func impossible(o *rrule.ROption, keys []string) (want string, kind error) {
	has := func(key string) bool { return slices.Contains(keys, key) }
	numbered, furthest := false, 0
	for _, d := range o.Byweekday {
		numbered = numbered || d.N() != 0
		furthest = max(furthest, d.N(), -d.N())
	}
	positions := func(list []int, limit int, negative bool) bool {
		return !slices.ContainsFunc(list, func(n int) bool { return n == 0 || n > limit || n < -limit || n < 0 && !negative })
	}
	switch {
	case o.Freq > rrule.DAILY:
		return "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY", check.ErrRange
	case has("INTERVAL") && o.Interval > 366:
		return "an INTERVAL from 1 to 366", check.ErrRange
	case has("COUNT") && o.Count > 10000:
		return "a COUNT from 1 to 10000", check.ErrRange
	case has("COUNT") && has("UNTIL"):
		return "COUNT or UNTIL, not both", check.ErrConflict
	case !positions(o.Bymonthday, 31, true), !positions(o.Bymonth, 12, false), !positions(o.Byweekno, 53, true), !positions(o.Bysetpos, 366, true):
		return "days of the month to 31, months to 12, weeks to 53 and positions to 366", check.ErrRange
	case numbered && (o.Freq == rrule.DAILY || o.Freq == rrule.WEEKLY || has("BYWEEKNO")):
		return "numbered days such as 1TU with FREQ=MONTHLY or YEARLY only", check.ErrConflict
	case furthest > 53, furthest > 5 && (o.Freq == rrule.MONTHLY || has("BYMONTH")):
		return "at most the fifth such day of a month and the 53rd of a year", check.ErrRange
	case has("BYWEEKNO") && o.Freq != rrule.YEARLY:
		return "BYWEEKNO with FREQ=YEARLY only", check.ErrConflict
	case has("BYMONTHDAY") && o.Freq == rrule.WEEKLY:
		return "BYMONTHDAY not with FREQ=WEEKLY", check.ErrConflict
	case has("BYSETPOS") && !has("BYDAY") && !has("BYMONTHDAY") && !has("BYMONTH") && !has("BYWEEKNO"):
		return "BYSETPOS together with another BY part", check.ErrConflict
	case o.Wkst.N() != 0:
		return "WKST as a weekday such as MO", check.ErrSyntax
	}
	return "", nil
}

// String returns the rule as given, or "no rule".
func (r Rule) String() string {
	if r.text == "" {
		return "no rule"
	}
	return r.text
}

// MarshalText writes the rule as given; the zero Rule is an error.
func (r Rule) MarshalText() ([]byte, error) {
	if r.text == "" {
		return nil, check.Problem{Kind: check.ErrRequired, Want: wantRule}
	}
	return []byte(r.text), nil
}

// UnmarshalText reads what [ParseRule] reads.
func (r *Rule) UnmarshalText(text []byte) (err error) {
	*r, err = ParseRule(string(text))
	return err
}

// searchYears is how long a rule may keep silent after its start before it
// counts as one that never fires: the longest gap of a sensible rule is the
// eight years between two leap days around 2100.
const searchYears = 9

// Dates returns the days of the rule that begins on start, from the first to
// the last given day, both included, in order; none when to is before from. The start is a day of the rule
// only if it fits it. Days that do not exist, such as 30 February, are left out
// and not counted. All three days must lie in 1970 to 2100. A rule that never
// fires (30 February, or an end before the start) is a problem of kind
// check.ErrConflict: nobody means it.
func (r Rule) Dates(start, from, to measure.Date) ([]measure.Date, error) {
	var l check.List
	if r.text == "" {
		l.Add("/rule", check.ErrRequired, check.None, wantRule)
	}
	for path, d := range map[string]measure.Date{"/start": start, "/from": from, "/to": to} {
		if d.Year() < 1970 || d.Year() > LastYear {
			l.Add(path, check.ErrRange, d, "a day of the years 1970 to 2100")
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	days, fires := r.dates(start, from, to)
	if !fires {
		return nil, check.Problem{
			Path: "/rule", Value: quoted(r.text), Kind: check.ErrConflict,
			Want: "a rule that falls on a day in the nine years after its start",
		}
	}
	return days, nil
}

// dates returns the days and whether the rule fires at all.
func (r Rule) dates(start, from, to measure.Date) (days []measure.Date, fires bool) {
	silentUntil := start.AddDays(searchYears * 366)
	if to.After(silentUntil) && !r.walk(start, silentUntil, func(measure.Date) bool { return false }) {
		return nil, false
	}
	fires = r.walk(start, slices.MaxFunc([]measure.Date{to, silentUntil}, measure.Date.Compare), func(d measure.Date) bool {
		if d.After(to) {
			return false
		}
		if !d.Before(from) {
			days = append(days, d)
		}
		return true
	})
	return days, fires
}

// walk calls yield for the days of the rule until it returns false, and reports
// whether there was one. The expansion runs on midnights in UTC, where every
// day has 24 hours; Dtstart is always set, because rrule-go reads the clock
// without it.
func (r Rule) walk(start, last measure.Date, yield func(measure.Date) bool) (any bool) {
	o := r.option
	o.Dtstart = start.In(time.UTC)
	if end := last.In(time.UTC); o.Until.IsZero() || o.Until.After(end) {
		o.Until = end
	}
	rule, err := rrule.NewRRule(o)
	if err != nil { // ParseRule has refused all that NewRRule refuses
		return false
	}
	next := rule.Iterator()
	for t, ok := next(); ok; t, ok = next() {
		any = true
		if !yield(measure.DateOf(t)) {
			break
		}
	}
	return any
}
