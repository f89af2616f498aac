package calendar

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func texts(days []measure.Date) string {
	var s []string
	for _, d := range days {
		s = append(s, d.String())
	}
	return strings.Join(s, " ")
}

// TestRuleExamplesOfRFC5545: section 3.8.5.3 (dates only) and 3.3.5.
func TestRuleExamplesOfRFC5545(t *testing.T) {
	for _, c := range []struct{ rule, start, from, to, want string }{
		{"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-01-01", "1998-12-31", "1997-08-05 1997-08-10 1997-08-19 1997-08-24"},
		{"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-01-01", "1998-12-31", "1997-08-05 1997-08-17 1997-08-19 1997-08-31"},
		{
			"FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", "1997-01-01", "1999-12-31",
			"1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05",
		},
		{"FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "1997-01-01", "1999-12-31", "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16"},
		{"FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007-01-01", "2008-12-31", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30"},
		{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1997-09-03", "2000-12-31", "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13"},
		{"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12", "1997-01-01", "2000-12-31", "1997-05-12 1998-05-11 1999-05-17"},
		{"FREQ=WEEKLY;COUNT=2", "2026-01-05", "2026-01-01", "2026-12-31", "2026-01-05 2026-01-12"},
		// Last weekday of the month; 2026-05-31 is a Sunday, 2026-02-28 a Saturday.
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", "2026-01-01", "2026-06-30", "2026-01-30 2026-02-27 2026-03-31 2026-04-30 2026-05-29 2026-06-30"},
		{"FREQ=DAILY;INTERVAL=10;UNTIL=20260131", "2026-01-01", "2026-01-05", "2026-12-31", "2026-01-11 2026-01-21 2026-01-31"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2025-01-01", "2025-01-01", "2032-12-31", "2028-02-29 2032-02-29"},
		// Years that begin on a Thursday have a week 53: 2026 and 2032, no year between.
		{"FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-01-01", "2026-01-01", "2032-12-31", "2026-12-28 2032-12-27"},
	} {
		r, err := ParseRule(c.rule)
		require.NoError(t, err, c.rule)
		got, err := r.Dates(measure.MustDate(c.start), measure.MustDate(c.from), measure.MustDate(c.to))
		require.NoError(t, err, c.rule)
		assert.Equal(t, c.want, texts(got), c.rule)
	}
}

func TestParseRuleRefuses(t *testing.T) {
	for text, kind := range map[string]error{
		"":                                    check.ErrUnknown,
		"weekly":                              check.ErrUnknown,
		"FREQ=weekly":                         check.ErrSyntax,
		"FREQ=FORTNIGHTLY":                    check.ErrSyntax,
		"INTERVAL=2":                          check.ErrSyntax,
		"FREQ=WEEKLY;":                        check.ErrUnknown,
		"FREQ=WEEKLY;BYHOUR=9":                check.ErrUnknown,
		"FREQ=HOURLY":                         check.ErrRange,
		"FREQ=WEEKLY;FREQ=DAILY":              check.ErrDuplicate,
		"FREQ=WEEKLY;INTERVAL=0":              check.ErrSyntax,
		"FREQ=WEEKLY;INTERVAL=-1":             check.ErrSyntax,
		"FREQ=DAILY;INTERVAL=99999":           check.ErrRange,
		"FREQ=WEEKLY;COUNT=0":                 check.ErrSyntax,
		"FREQ=WEEKLY;COUNT=99999":             check.ErrRange,
		"FREQ=WEEKLY;COUNT=99999999999":       check.ErrSyntax,
		"FREQ=WEEKLY;COUNT=3;UNTIL=20260101":  check.ErrConflict,
		"FREQ=WEEKLY;UNTIL=20260101T000000Z":  check.ErrSyntax,
		"FREQ=WEEKLY;UNTIL=20260230":          check.ErrSyntax,
		"FREQ=WEEKLY;BYDAY=1MO":               check.ErrConflict,
		"FREQ=MONTHLY;BYDAY=6MO":              check.ErrRange,
		"FREQ=MONTHLY;BYDAY=MI":               check.ErrSyntax,
		"FREQ=YEARLY;BYMONTH=2;BYDAY=53MO":    check.ErrRange,
		"FREQ=YEARLY;BYMONTH=13":              check.ErrRange,
		"FREQ=YEARLY;BYMONTH=0":               check.ErrRange,
		"FREQ=MONTHLY;BYMONTHDAY=32":          check.ErrRange,
		"FREQ=MONTHLY;BYWEEKNO=20":            check.ErrConflict,
		"FREQ=WEEKLY;BYMONTHDAY=3":            check.ErrConflict,
		"FREQ=MONTHLY;BYSETPOS=1":             check.ErrConflict,
		"FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO":   check.ErrConflict,
		"FREQ=WEEKLY;WKST=1MO":                check.ErrSyntax,
		"FREQ=WEEKLY\nFREQ=DAILY":             check.ErrSyntax,
		"RRULE:FREQ=WEEKLY":                   check.ErrUnknown,
		strings.Repeat("FREQ=WEEKLY;", 100):   check.ErrLimit,
		"FREQ=WEEKLY;DTSTART=20260101T000000": check.ErrUnknown,
	} {
		_, err := ParseRule(text)
		require.ErrorIs(t, err, kind, "%q: %v", text, err)
	}
}

func TestRuleThatNeverFires(t *testing.T) {
	day := measure.MustDate
	for _, text := range []string{
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
		"FREQ=WEEKLY;UNTIL=20200101",
		"FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", // from 2026: 2030, 2034, ... have no 29 February
		"FREQ=YEARLY;INTERVAL=10;BYMONTH=1;BYMONTHDAY=1", // first day in 2036, beyond nine years
		"FREQ=YEARLY;INTERVAL=10;BYMONTH=1;BYMONTHDAY=1;UNTIL=20990101",
	} {
		_, err := MustRule(text).Dates(day("2026-03-01"), day("2026-03-01"), day("2090-01-01"))
		require.ErrorIs(t, err, check.ErrConflict, text)
	}
	// COUNT used up before the span is no such rule: it had its days.
	got, err := MustRule("FREQ=WEEKLY;COUNT=2").Dates(day("2026-03-01"), day("2027-01-01"), day("2027-12-31"))
	require.NoError(t, err)
	assert.Empty(t, got)
}

func TestRuleDatesRefuse(t *testing.T) {
	_, err := Rule{}.Dates(measure.Date{}, measure.MustDate("1969-12-31"), measure.MustDate("9999-12-31"))
	require.ErrorIs(t, err, check.ErrRequired)
	require.ErrorIs(t, err, check.ErrRange)
	problems := err.(*check.Problems).All()
	require.Len(t, problems, 4)
	assert.Equal(t, "/from", problems[0].Path)
	assert.Panics(t, func() { MustRule("never") })
	_, err = Rule{}.MarshalText()
	require.Error(t, err)
	assert.Equal(t, "no rule", Rule{}.String())
}

// slowWeekly walks over all days, the obvious way to read a weekly rule.
func slowWeekly(start, from, to measure.Date, interval int, on map[time.Weekday]bool, count int) (days []measure.Date) {
	monday := start.AddDays(-(int(start.Weekday()) + 6) % 7)
	n := 0
	for d := start; !d.After(to); d = d.AddDays(1) {
		if d.Sub(monday)/7%interval == 0 && on[d.Weekday()] {
			if n++; count > 0 && n > count {
				break
			}
			if !d.Before(from) {
				days = append(days, d)
			}
		}
	}
	return days
}

func TestWeeklyRulesAgreeWithWalkingOverAllDays(t *testing.T) {
	codes := []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
	rapid.Check(t, func(t *rapid.T) {
		start := measure.MustDate("2020-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "start"))
		from := start.AddDays(rapid.IntRange(-100, 1000).Draw(t, "from"))
		to := from.AddDays(rapid.IntRange(0, 400).Draw(t, "to"))
		interval := rapid.IntRange(1, 6).Draw(t, "interval")
		count := rapid.IntRange(0, 40).Draw(t, "count")
		on, list := map[time.Weekday]bool{}, []string{}
		for _, w := range rapid.SliceOfNDistinct(rapid.IntRange(0, 6), 1, 7, rapid.ID).Draw(t, "days") {
			on[time.Weekday(w)] = true
			list = append(list, codes[w])
		}
		text := "FREQ=WEEKLY;INTERVAL=" + string(rune('0'+interval)) + ";BYDAY=" + strings.Join(list, ",")
		if count > 0 {
			text += ";COUNT=" + strings.TrimLeft(string([]rune{rune('0' + count/10), rune('0' + count%10)}), "0")
		}
		got, err := MustRule(text).Dates(start, from, to)
		require.NoError(t, err)
		assert.Equal(t, texts(slowWeekly(start, from, to, interval, on, count)), texts(got), text)
	})
}

func FuzzRule(f *testing.F) {
	for _, s := range []string{
		"FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=YEARLY;BYWEEKNO=53,-53,1;BYDAY=MO,SU;WKST=SU", "FREQ=YEARLY;BYDAY=53MO,-53SU",
		"FREQ=MONTHLY;BYDAY=-5FR,5FR;BYSETPOS=366,-366", "FREQ=DAILY;INTERVAL=366;COUNT=10000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-31;UNTIL=21001231",
	} {
		f.Add(s, 0, 0)
	}
	f.Fuzz(func(t *testing.T, text string, start, from int) {
		r, err := ParseRule(text)
		if err != nil {
			if _, ok := err.(check.Problem); !ok {
				t.Fatalf("not a problem: %T", err)
			}
			return
		}
		if back, err := ParseRule(r.String()); err != nil || back.text != r.text {
			t.Fatalf("%q does not come back: %v", text, err)
		}
		s := measure.MustDate("1970-01-01").AddDays(((start % 40000) + 40000) % 40000)
		a := measure.MustDate("1970-01-01").AddDays(((from % 47000) + 47000) % 47000)
		days, err := r.Dates(s, a, a.AddDays(400))
		if err != nil {
			return
		}
		last := measure.Date{}
		for _, d := range days {
			if !last.Before(d) || d.Before(s) || d.Before(a) || d.After(a.AddDays(400)) {
				t.Fatalf("%q: %v after %v outside %v", text, d, last, a)
			}
			last = d
		}
	})
}
