package calendar

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

var day = measure.MustDate

func format(id, rule string, more ...func(*Format)) Format {
	f := Format{ID: id, Title: id, Rule: MustRule(rule), Start: day("2026-01-01"), At: MustWallTime("17:00")}
	for _, m := range more {
		m(&f)
	}
	return f
}

// lines writes a schedule short: planned day, where it ended, action, finish day.
func lines(s Schedule) (out []string) {
	for _, slot := range s {
		out = append(out, slot.Planned.String()+" "+slot.At.Format("2006-01-02T15:04Z07")+" "+slot.Action.String()+" by "+slot.FinishBy.String())
	}
	return out
}

func TestPoliciesOnHolidays(t *testing.T) {
	// Fronleichnam, Thursday 4 June 2026, is a holiday in Hesse; 5 June a bridge day.
	for _, c := range []struct {
		policy Policy
		want   string
	}{
		{0, "2026-06-04 2026-06-04T17:00+02 pre-produced by 2026-06-03"},
		{PreProduce, "2026-06-04 2026-06-04T17:00+02 pre-produced by 2026-06-03"},
		{Keep, "2026-06-04 2026-06-04T17:00+02 kept by 2026-06-03"},
		{MoveEarlier, "2026-06-04 2026-06-03T17:00+02 moved by 2026-06-03"},
		{MoveLater, "2026-06-04 2026-06-08T17:00+02 moved by 2026-06-08"}, // over bridge day and weekend
		{Drop, "2026-06-04 2026-06-04T17:00+02 dropped by 2026-06-03"},
	} {
		p := Plan{State: Hesse, Formats: []Format{format("jobs", "FREQ=WEEKLY;BYDAY=TH", func(f *Format) { f.OnHoliday = c.policy })}}
		got, err := p.Schedule(day("2026-06-01"), day("2026-06-07"), zone(t, "Europe/Berlin"))
		require.NoError(t, err)
		assert.Equal(t, []string{c.want}, lines(got), c.policy)
		assert.Equal(t, c.policy != Keep, len(got[0].Reasons) == 1, "a reason for all that is not simply kept")
	}
}

func TestBridgeDayAndVacation(t *testing.T) {
	p := Plan{
		State:  Saxony,
		School: []Vacation{{"Sommerferien", day("2026-07-04"), day("2026-08-14")}},
		Formats: []Format{
			format("bridge", "FREQ=WEEKLY;BYDAY=FR", func(f *Format) { f.OnBridge = MoveEarlier; f.OnSchool = Drop }),
			format("monthly", "FREQ=MONTHLY;BYMONTHDAY=15", func(f *Format) { f.OnSchool = PreProduce }),
			format("late", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=13", func(f *Format) { f.OnSchool = MoveLater }),
			format("early", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=12", func(f *Format) { f.OnSchool = MoveEarlier }),
		},
	}
	got, err := p.Schedule(day("2026-05-11"), day("2026-05-15"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2026-05-15 2026-05-13T17:00+02 moved by 2026-05-13", // Christi Himmelfahrt is 14 May
		"2026-05-15 2026-05-15T17:00+02 kept by 2026-05-13",  // the monthly one stays; a bridge day is no working day
	}, lines(got))
	got, err = p.Schedule(day("2026-07-13"), day("2026-07-17"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2026-07-15 2026-07-15T17:00+02 pre-produced by 2026-07-03", // before the vacation begins
		"2026-07-17 2026-07-17T17:00+02 dropped by 2026-07-17",
	}, lines(got))
	got, err = p.Schedule(day("2026-08-12"), day("2026-08-13"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2026-08-12 2026-08-12T17:00+02 dropped by 2026-08-12", // no working day out of vacation in the six days before
		"2026-08-13 2026-08-17T17:00+02 moved by 2026-08-17",
	}, lines(got))
	assert.Equal(t, "calendar.no-room", got[0].Reasons[0].Code())
}

func TestMovedSlotsKeepOffOtherVideos(t *testing.T) {
	p := Plan{State: Hesse, Formats: []Format{
		format("a", "FREQ=WEEKLY;BYDAY=TH", func(f *Format) { f.OnHoliday = MoveLater }),
		format("b", "FREQ=WEEKLY;BYDAY=TH", func(f *Format) { f.OnHoliday = MoveLater }),
		format("c", "FREQ=WEEKLY;BYDAY=MO"),
	}}
	got, err := p.Schedule(day("2026-06-04"), day("2026-06-08"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2026-06-08 2026-06-08T17:00+02 kept by 2026-06-08",
		"2026-06-04 2026-06-09T17:00+02 moved by 2026-06-09", // Monday belongs to c
		"2026-06-04 2026-06-10T17:00+02 moved by 2026-06-10",
	}, lines(got))
	// A daily format leaves no free day: the slot falls out and says why.
	p.Formats = []Format{format("daily", "FREQ=DAILY", func(f *Format) { f.OnHoliday = MoveEarlier })}
	got, err = p.Schedule(day("2026-06-04"), day("2026-06-04"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, Dropped, got[0].Action)
	assert.Contains(t, got[0].Reasons[0].In(reason.German), "kein Arbeitstag ohne anderes Video")
}

func TestDroppedSlotsGiveTheirDayUp(t *testing.T) {
	// Buß- und Bettag, Wednesday 18 November 2026, in a vacation of a week.
	for _, c := range []struct {
		policy Policy
		other  string
		want   string
	}{{MoveEarlier, "TU", "2026-11-17"}, {MoveLater, "TH", "2026-11-19"}} {
		p := Plan{State: Saxony, School: []Vacation{{"Ferien", day("2026-11-16"), day("2026-11-20")}}, Formats: []Format{
			format("moves", "FREQ=WEEKLY;BYDAY=WE", func(f *Format) { f.OnHoliday = c.policy }),
			format("drops", "FREQ=WEEKLY;BYDAY="+c.other, func(f *Format) { f.OnSchool = Drop }),
		}}
		got, err := p.Schedule(day("2026-11-18"), day("2026-11-18"), zone(t, "Europe/Berlin"))
		require.NoError(t, err)
		assert.Equal(t, c.want, measure.DateOf(got[0].At).String())
	}
}

func TestReasonsCiteTheActOnlyForItsOwnDays(t *testing.T) {
	p := Plan{
		State: Saxony, Local: []Holiday{{Date: day("2026-11-25"), Name: "Betriebsausflug"}},
		Formats: []Format{format("jobs", "FREQ=WEEKLY;BYDAY=WE", func(f *Format) { f.Changes = []Change{{On: day("2026-12-02")}} })},
	}
	got, err := p.Schedule(day("2026-11-18"), day("2026-12-02"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []measure.Source{Saxony.Source()}, got[0].Reasons[0].Sources())
	assert.Empty(t, got[1].Reasons[0].Sources())
	assert.Equal(t, "25 November 2026 is “Betriebsausflug”. The video has to be finished and scheduled by 24 November 2026.", got[1].Reasons[0].In(reason.English))
	assert.Empty(t, got[2].Reasons[0].Sources())
}

func TestChangesByHand(t *testing.T) {
	p := Plan{State: Saxony, Formats: []Format{format("jobs", "FREQ=WEEKLY;BYDAY=WE", func(f *Format) {
		f.OnHoliday = Drop
		f.Changes = []Change{
			{On: day("2026-11-18"), To: day("2026-11-18"), Note: "Sondersendung zum Buß- und Bettag"}, // holiday, stays by hand
			{On: day("2026-11-25")},
			{On: day("2026-12-02"), To: day("2026-12-03")},
			{On: day("2026-12-09"), Note: "Umzug des Amtes"},
		}
	})}}
	got, err := p.Schedule(day("2026-11-16"), day("2026-12-20"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2026-11-18 2026-11-18T17:00+01 moved by 2026-11-17",
		"2026-11-25 2026-11-25T17:00+01 skipped by 2026-11-25",
		"2026-12-02 2026-12-03T17:00+01 moved by 2026-12-03",
		"2026-12-09 2026-12-09T17:00+01 skipped by 2026-12-09",
		"2026-12-16 2026-12-16T17:00+01 kept by 2026-12-16",
	}, lines(got))
	assert.Equal(t, "Am 9. Dezember 2026 von Hand gestrichen: Umzug des Amtes", got[3].Reasons[0].In(reason.German))
	assert.False(t, got[1].Published())
	p.Formats[0].Changes = []Change{{On: day("2026-11-19")}} // a Thursday
	_, err = p.Schedule(day("2026-11-16"), day("2026-12-20"), zone(t, "Europe/Berlin"))
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.EqualError(t, err, `/formats/0/changes/0/on: "2026-11-19" is not known: want a day of the rule FREQ=WEEKLY;BYDAY=WE`)
}

func TestReasonsVerify(t *testing.T) {
	s := scheduler{almanac: newAlmanac(Saxony, nil, nil, 2026, 2026), source: []measure.Source{Saxony.Source()}}
	for _, action := range []Action{Kept, PreProduced, Moved, Dropped, Skipped} {
		for kind := ordinary; kind <= inVacation; kind++ {
			for _, note := range []string{"", "Grund"} {
				for _, flags := range [][2]bool{{false, false}, {true, false}, {false, true}} {
					e := entry{
						action: action, byHand: flags[0], cramped: flags[1], note: note, planned: day("2026-01-01"), day: day("2026-01-02"), finish: day("2025-12-30"),
						why: cause{kind, "Neujahr", "New Year's Day", day("2026-01-01"), true},
					}
					if r, ok := s.reason(&e); ok {
						require.NoError(t, r.Verify(), r.Code())
						assert.NotContains(t, r.In(reason.German)+r.In(reason.English), "{")
					}
				}
			}
		}
	}
}

func TestScheduleRefuses(t *testing.T) {
	p := Plan{
		State: 17, Local: []Holiday{{Date: day("1999-01-01")}}, School: []Vacation{{"Ferien\x00", day("2026-02-01"), day("2026-01-01")}},
		Formats: []Format{
			{ID: "Jöbs", Title: " ", Start: day("1900-01-01"), OnHoliday: 9, Changes: []Change{{}, {On: day("2026-01-01"), To: day("2101-01-01")}, {On: day("2026-01-01")}}},
			{ID: "Jöbs", Title: strings.Repeat("x", 201), Rule: MustRule("FREQ=WEEKLY"), Start: day("2026-01-01"), At: WallTime{2000}},
		},
	}
	_, err := p.Schedule(day("2026-02-01"), day("2026-01-01"), nil)
	require.Error(t, err)
	var places []string
	for _, problem := range err.(*check.Problems).All() {
		places = append(places, problem.Path)
	}
	assert.Equal(t, strings.Fields(`/formats/0/changes/0/on /formats/0/changes/1/to /formats/0/changes/2/on /formats/0/id /formats/0/onHoliday
		/formats/0/rule /formats/0/start /formats/0/title /formats/1/at /formats/1/id /formats/1/id /formats/1/title
		/local/0/date /local/0/name /location /school/0/name /school/0/to /state /to`), places)

	ok := Plan{State: Saxony, Formats: []Format{format("jobs", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")}}
	_, err = ok.Schedule(day("2026-01-01"), day("2026-12-31"), time.UTC)
	require.ErrorIs(t, err, check.ErrConflict)
	ok.Formats = nil
	_, err = ok.Schedule(day("2026-01-01"), day("2026-01-01").AddDays(maxDays), time.UTC)
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = ok.Schedule(day("2026-01-01"), day("2026-01-01").AddDays(maxDays-1), time.UTC)
	require.NoError(t, err)
	_, err = ok.Schedule(measure.Date{}, day("9999-12-31"), time.UTC)
	require.ErrorIs(t, err, check.ErrRange)
	_, err = Plan{State: Saxony, Local: make([]Holiday, 2001)}.Schedule(day("2026-01-01"), day("2026-12-31"), time.UTC)
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Plan{State: Saxony, Formats: make([]Format, 101)}.Schedule(day("2026-01-01"), day("2026-12-31"), time.UTC)
	require.ErrorIs(t, err, check.ErrLimit)

	none, err := Plan{State: Saxony}.Schedule(day("2026-01-01"), day("2026-12-31"), time.UTC)
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestEveryDayOffEndsInADefinedAnswer(t *testing.T) {
	var local []Holiday
	for d := day("2025-01-01"); d.Year() < 2028; d = d.AddDays(1) {
		local = append(local, Holiday{Date: d, Name: "frei"})
	}
	p := Plan{State: Saxony, Local: local, Formats: []Format{format("jobs", "FREQ=WEEKLY")}}
	got, err := p.Schedule(day("2026-06-01"), day("2026-06-30"), time.UTC)
	require.NoError(t, err)
	assert.Equal(t, got[0].Planned.AddDays(-1), got[0].FinishBy)
}

func TestNextFree(t *testing.T) {
	p := Plan{State: Berlin, Formats: []Format{format("jobs", "FREQ=WEEKLY;BYDAY=WE", func(f *Format) { f.Changes = []Change{{On: day("2026-03-04")}} })}}
	s, err := p.Schedule(day("2026-03-01"), day("2026-03-31"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	now := time.Date(2026, 3, 4, 8, 0, 0, 0, time.UTC)
	slot, ok := s.NextFree(now, "jobs-2026-03-11")
	require.True(t, ok)
	assert.Equal(t, "jobs-2026-03-18", slot.Key()) // 4 March is skipped, 11 March has its video
	slot, ok = s.NextFree(slot.At)
	require.True(t, ok)
	assert.Equal(t, "jobs-2026-03-18", slot.Key(), "a slot at the very time counts")
	_, ok = s.NextFree(day("2026-04-01").In(time.UTC))
	assert.False(t, ok)
	_, ok = Schedule(nil).NextFree(now)
	assert.False(t, ok)
}

func drawPlan(t *rapid.T) Plan {
	rules := []string{
		"FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
		"FREQ=MONTHLY;BYMONTHDAY=1,15,31", "FREQ=DAILY;INTERVAL=5", "FREQ=WEEKLY;BYDAY=SU;COUNT=30",
	}
	p := Plan{State: rapid.SampledFrom(States()).Draw(t, "state")}
	for i := range rapid.IntRange(1, 4).Draw(t, "formats") {
		policy := func(label string) Policy { return Policy(rapid.IntRange(0, int(Drop)).Draw(t, label)) }
		p.Formats = append(p.Formats, Format{
			ID: string(rune('a' + i)), Title: "Format", Rule: MustRule(rapid.SampledFrom(rules).Draw(t, "rule")),
			Start: day("2024-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "start")), At: MustWallTime("17:00"),
			OnHoliday: policy("holiday"), OnBridge: policy("bridge"), OnSchool: policy("school"),
		})
	}
	if rapid.Bool().Draw(t, "school") {
		from := day("2025-06-01").AddDays(rapid.IntRange(0, 300).Draw(t, "from"))
		p.School = []Vacation{{"Ferien", from, from.AddDays(rapid.IntRange(0, 45).Draw(t, "days"))}}
	}
	return p
}

func TestScheduleInPartsIsTheSame(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		from := day("2025-01-01").AddDays(rapid.IntRange(0, 365).Draw(t, "first"))
		cut := from.AddDays(rapid.IntRange(0, 200).Draw(t, "cut"))
		to := cut.AddDays(rapid.IntRange(1, 200).Draw(t, "to"))
		whole, err := p.Schedule(from, to, loc)
		require.NoError(t, err)
		a, err := p.Schedule(from, cut, loc)
		require.NoError(t, err)
		b, err := p.Schedule(cut.AddDays(1), to, loc)
		require.NoError(t, err)
		parts := lines(append(a, b...))
		slices.Sort(parts)
		all := lines(whole)
		slices.Sort(all)
		assert.Equal(t, all, parts)
	})
}

func TestScheduleInvariants(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		s, err := p.Schedule(day("2025-01-01"), day("2026-12-31"), loc)
		require.NoError(t, err)
		a := newAlmanac(p.State, nil, p.School, 2024, 2027)
		keys := map[string]bool{}
		perDay := map[measure.Date]int{}
		for i, slot := range s {
			assert.False(t, keys[slot.Key()], "keys are unique")
			keys[slot.Key()] = true
			assert.Equal(t, "17:00", slot.At.Format("15:04"), "wall time holds over clock changes")
			assert.False(t, slot.FinishBy.After(measure.DateOf(slot.At)))
			assert.True(t, i == 0 || !slot.At.Before(s[i-1].At), "in the order of time")
			if slot.Published() {
				perDay[measure.DateOf(slot.At)]++
			}
			if slot.Action == Moved {
				d := measure.DateOf(slot.At)
				assert.True(t, a.working(d), "moved to a working day")
				away := d.Sub(slot.Planned)
				assert.True(t, away != 0 && away >= -6 && away <= 6)
			}
			assert.Equal(t, slot.Action != Kept, len(slot.Reasons) == 1)
		}
		for _, slot := range s {
			if slot.Action == Moved {
				assert.Equal(t, 1, perDay[measure.DateOf(slot.At)], "no other video on the day")
			}
		}
	})
}

func TestPlanJSON(t *testing.T) {
	const text = `{"state":"SN","formats":[{"id":"jobs","title":"Jobs der Woche","rule":"FREQ=WEEKLY;BYDAY=WE","start":"2026-01-07","at":"17:00","onHoliday":"move earlier"}]}`
	p, err := check.Decode[Plan](strings.NewReader(text))
	require.NoError(t, err)
	back, err := json.Marshal(p)
	require.NoError(t, err)
	assert.Equal(t, text, string(back))
	s, err := p.Schedule(day("2026-11-16"), day("2026-11-20"), zone(t, "Europe/Berlin"))
	require.NoError(t, err)
	out, err := json.Marshal(s)
	require.NoError(t, err)
	assert.Contains(t, string(out), `"planned":"2026-11-18","at":"2026-11-17T17:00:00+01:00","finishBy":"2026-11-17","action":"moved"`)
	_, err = check.Decode[Plan](strings.NewReader(strings.ReplaceAll(text, "WEEKLY", "WEAKLY")))
	require.Error(t, err)
}

func TestEnumsRoundTrip(t *testing.T) {
	for _, p := range policyWords.All() {
		text, err := p.MarshalText()
		require.NoError(t, err)
		var back Policy
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, p, back)
	}
	for _, a := range actionWords.All() {
		text, err := a.MarshalText()
		require.NoError(t, err)
		var back Action
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, a, back)
	}
	_, err := Policy(0).MarshalText()
	require.Error(t, err)
	_, err = Action(9).MarshalText()
	require.Error(t, err)
}

// yearPlan is what a small channel plans: a weekly, a fortnightly and a monthly format.
func yearPlan() Plan {
	return Plan{
		State:  Saxony,
		School: []Vacation{{"Sommerferien", day("2026-07-04"), day("2026-08-14")}},
		Formats: []Format{
			format("jobs", "FREQ=WEEKLY;BYDAY=WE"),
			format("faces", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", func(f *Format) { f.OnHoliday, f.OnSchool = MoveLater, Drop }),
			format("mayor", "FREQ=MONTHLY;BYDAY=1TU"),
		},
	}
}

func BenchmarkScheduleYear(b *testing.B) {
	p, loc := yearPlan(), zone(b, "Europe/Berlin")
	from, to := day("2026-01-01"), day("2026-12-31")
	b.ReportAllocs()
	for b.Loop() {
		if s, err := p.Schedule(from, to, loc); err != nil || len(s) < 80 {
			b.Fatal(err, len(s))
		}
	}
}

func BenchmarkHolidays(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Holidays(Saxony, 2026); err != nil {
			b.Fatal(err)
		}
	}
}
