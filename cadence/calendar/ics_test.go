package calendar

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

var stamp = ICS{Stamp: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Host: "kassel.de", Name: "TikTok Kassel"}

func written(t require.TestingT, s Schedule, o ICS) string {
	var b bytes.Buffer
	require.NoError(t, s.WriteICS(&b, o))
	return b.String()
}

func TestICSReadBackByASecondLibrary(t *testing.T) {
	p := yearPlan()
	p.Formats[0].Title = `Jobs; Straße, "Übermut" \ Nähe: ` + strings.Repeat("ä", 60)
	p.Formats[1].Changes = []Change{{On: day("2026-03-09")}}
	s, err := p.Schedule(day("2026-01-01"), day("2026-12-31"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	cal, err := ical.ParseCalendar(strings.NewReader(written(t, s, stamp)))
	require.NoError(t, err)
	events := cal.Events()
	require.Len(t, events, len(s))
	for i, e := range events {
		assert.Equal(t, s[i].Key()+"@kassel.de", e.Id())
		at, err := e.GetStartAt()
		require.NoError(t, err)
		assert.True(t, at.Equal(s[i].At), "%s: got %s want %s", s[i].Key(), at, s[i].At)
		assert.Equal(t, s[i].Title, ical.FromText(e.GetProperty(ical.ComponentPropertySummary).Value))
		assert.Equal(t, "20260102T030405Z", e.GetProperty(ical.ComponentPropertyDtstamp).Value)
		assert.Equal(t, s[i].Published(), e.GetProperty(ical.ComponentPropertyStatus).Value == "CONFIRMED")
		if len(s[i].Reasons) > 0 {
			assert.Equal(t, s[i].Reasons[0].In(reason.German), ical.FromText(e.GetProperty(ical.ComponentPropertyDescription).Value))
		}
	}
	require.Len(t, cal.Timezones(), 1)
}

// checkContentLines asserts what RFC 5545, section 3.1, asks of every file.
func checkContentLines(t require.TestingT, file string) {
	require.True(t, utf8.ValidString(file))
	require.True(t, strings.HasSuffix(file, "\r\n"))
	require.Equal(t, strings.Count(file, "\n"), strings.Count(file, "\r\n"), "no bare LF")
	require.Equal(t, strings.Count(file, "\r"), strings.Count(file, "\r\n"), "no bare CR")
	for line := range strings.SplitSeq(file, "\r\n") {
		require.LessOrEqual(t, len(line), 75, line)
		require.True(t, utf8.ValidString(line), "a fold inside a character: %q", line)
	}
}

func TestFoldAndEscape(t *testing.T) {
	var b icsWriter
	b.text("SUMMARY", "Jobbörse; Straße, Übermut: ääääääääääääääääääääääääääääääääääääääääääääääääääääääääää\nzweite")
	// Computed with an independent script by sections 3.1 and 3.3.11: 74, 75 and 21 octets.
	assert.Equal(t, []string{
		`SUMMARY:Jobbörse\; Straße\, Übermut: äääääääääääääääää`,
		` äääääääääääääääääääääääääääääääääääää`,
		` ääää\nzweite`, "",
	}, strings.Split(b.String(), "\r\n"))
	var long icsWriter
	long.line("X", strings.Repeat("a", 73)+strings.Repeat("b", 74)+"c") // fills a line of 75, one of 1 + 74, and begins a third
	assert.Equal(t, "X:"+strings.Repeat("a", 73)+"\r\n "+strings.Repeat("b", 74)+"\r\n c\r\n", long.String())
	for text, want := range map[string]string{"a;b": `a\;b`, "a,b": `a\,b`, `a\b`: `a\\b`, "a\nb": `a\nb`, "a:b": "a:b", `"q"`: `"q"`} {
		var b icsWriter
		b.text("X", text)
		assert.Equal(t, "X:"+want+"\r\n", b.String())
	}
}

func TestFoldingIsReversible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.StringMatching(`[a-zäß€😀 ]{0,300}`).Draw(t, "value")
		var b icsWriter
		b.line("SUMMARY", value)
		checkContentLines(t, b.String())
		assert.Equal(t, "SUMMARY:"+value+"\r\n", strings.ReplaceAll(b.String(), "\r\n ", ""))
	})
}

func TestZones(t *testing.T) {
	p := Plan{State: Berlin, Formats: []Format{format("jobs", "FREQ=WEEKLY;BYDAY=SU")}}
	p.Formats[0].At = MustWallTime("02:30")
	s, err := p.Schedule(day("2026-03-22"), day("2026-03-29"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	file := written(t, s, stamp)
	assert.Contains(t, file, "DTSTART;TZID=Europe/Berlin:20260322T023000\r\n")
	assert.Contains(t, file, "DTSTART;TZID=Europe/Berlin:20260329T033000\r\n") // the clock skips 02:30
	for _, loc := range []*time.Location{time.UTC, zone(t, "America/New_York"), time.FixedZone("Europe/Berlin", 5*3600), time.FixedZone("CET", 3600)} {
		s, err := p.Schedule(day("2026-03-22"), day("2026-03-22"), loc)
		require.NoError(t, err)
		assert.Contains(t, written(t, s, stamp), "DTSTART:"+s[0].At.UTC().Format(utcLayout)+"\r\n", loc)
	}
	// Of the hour that comes twice, the second pass has no local name of its own.
	second := Slot{Format: "x", Title: "x", Planned: day("2026-10-25"), Action: Kept, At: time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC).In(zone(t, "Europe/Berlin"))}
	assert.Contains(t, written(t, Schedule{second}, stamp), "DTSTART:20261025T013000Z")
}

// TestBerlinZone compares the zone written into the file with the zone database.
func TestBerlinZone(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	second := 0
	for at := time.Date(FirstYear, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() <= 2037; at = at.Add(time.Hour) {
		local := at.In(loc)
		secondPass := local.Add(-time.Hour).Hour() == local.Hour()
		if secondPass {
			second++
		}
		if secondPass == inBerlin(local) {
			t.Fatalf("%s: %v", local, inBerlin(local))
		}
	}
	assert.Equal(t, 23, second, "one hour comes twice each year, 2015 to 2037")
}

func TestWriteICSRefuses(t *testing.T) {
	slot := Slot{Format: "x", Title: "x", Planned: day("2026-01-05"), At: day("2026-01-05").In(time.UTC), Action: Kept}
	for name, c := range map[string]struct {
		s    Schedule
		o    ICS
		kind error
	}{
		"no stamp":         {nil, ICS{Host: "kassel.de", Name: "x"}, check.ErrRange},
		"no host":          {nil, ICS{Stamp: stamp.Stamp, Name: "x"}, check.ErrSyntax},
		"host with breaks": {nil, ICS{Stamp: stamp.Stamp, Host: "a\r\nb", Name: "x"}, check.ErrSyntax},
		"no name":          {nil, ICS{Stamp: stamp.Stamp, Host: "kassel.de"}, check.ErrRequired},
		"language":         {nil, ICS{Stamp: stamp.Stamp, Host: "kassel.de", Name: "x", Lang: 9}, check.ErrUnknown},
		"twice":            {Schedule{slot, slot}, stamp, check.ErrDuplicate},
		"empty slot":       {Schedule{{}}, stamp, check.ErrRequired},
		"control":          {Schedule{{Format: "x", Title: "a\rb", Planned: slot.Planned, At: slot.At}}, stamp, check.ErrSyntax},
		"reason": {
			Schedule{{Format: "x", Title: "x", Planned: slot.Planned, At: slot.At, Reasons: []reason.Reason{reason.New("a.b", "\x80\x80", "\x00", nil)}}},
			stamp, check.ErrSyntax,
		},
	} {
		var b bytes.Buffer
		err := c.s.WriteICS(&b, c.o)
		require.ErrorIs(t, err, c.kind, name)
		assert.Zero(t, b.Len(), "nothing is half written")
	}
	require.Error(t, Schedule{slot}.WriteICS(full{}, stamp))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestICSIsTheSameEveryTime(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	s, err := yearPlan().Schedule(day("2026-01-01"), day("2026-12-31"), loc)
	require.NoError(t, err)
	first := written(t, s, stamp)
	checkContentLines(t, first)
	assert.Equal(t, first, written(t, s, stamp))
	english := stamp
	english.Lang = reason.English
	assert.Contains(t, strings.ReplaceAll(written(t, s, english), "\r\n ", ""), "The video has to be finished and scheduled by")
}

func FuzzSchedule(f *testing.F) {
	f.Add("jobs", "Jobs der Woche", "FREQ=WEEKLY;BYDAY=WE", uint8(13), uint16(0), uint16(365), uint8(2), "Sommerferien", "Notiz")
	f.Add("x", "Ü;,\\\n", "FREQ=DAILY", uint8(1), uint16(30000), uint16(1), uint8(4), "", "\xff")
	f.Fuzz(func(t *testing.T, id, title, rule string, state uint8, first, length uint16, policy uint8, holiday, note string) {
		r, err := ParseRule(rule)
		if err != nil {
			return
		}
		from := day("2015-01-01").AddDays(int(first))
		p := Plan{State: State(state), Local: []Holiday{{Date: from.AddDays(3), Name: holiday, English: note}}, Formats: []Format{{
			ID: id, Title: title, Rule: r, Start: from, OnHoliday: Policy(policy), OnBridge: Policy(policy), At: MustWallTime("02:30"),
			Changes: []Change{{On: from, To: from.AddDays(1), Note: note}},
		}}}
		s, err := p.Schedule(from, from.AddDays(int(length)%1000), time.UTC)
		if err != nil {
			return
		}
		file := written(t, s, stamp)
		checkContentLines(t, file)
		if _, err := ical.ParseCalendar(strings.NewReader(file)); err != nil {
			t.Fatalf("the second library does not read it: %v", err)
		}
	})
}
