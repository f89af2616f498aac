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

// easterDates are Easter Sundays as published (Physikalisch-Technische
// Bundesanstalt; python-dateutil gives the same), 2015 to 2035.
var easterDates = strings.Fields(`2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04
	2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13
	2032-03-28 2033-04-17 2034-04-09 2035-03-25`)

// repentanceDates: 2015 to 2022 asserted in rickar/cal (v2/de/de_holidays_test.go),
// the rest from the weekday before 23 November.
var repentanceDates = strings.Fields(`2015-11-18 2016-11-16 2017-11-22 2018-11-21 2019-11-20 2020-11-18 2021-11-17
	2022-11-16 2023-11-22 2024-11-20 2025-11-19 2026-11-18 2027-11-17 2028-11-22 2029-11-21 2030-11-20 2031-11-19
	2032-11-17 2033-11-16 2034-11-22 2035-11-21`)

// actsByState is the law once more, written the other way round: what each
// state has beyond the nine days that all have, with the first year where it
// is not the first of the table. Read in vacanza/holidays
// (holidays/countries/germany.py, MIT), which names the acts.
var actsByState = map[State]string{
	BadenWuerttemberg:           "kings corpus saints",
	Bavaria:                     "kings corpus saints",
	Berlin:                      "women>2019",
	Brandenburg:                 "easter whit reformation",
	Bremen:                      "reformation>2018",
	Hamburg:                     "reformation>2018",
	Hesse:                       "corpus",
	MecklenburgWesternPomerania: "women>2023 reformation",
	LowerSaxony:                 "reformation>2018",
	NorthRhineWestphalia:        "corpus saints",
	RhinelandPalatinate:         "corpus saints",
	Saarland:                    "corpus assumption saints",
	Saxony:                      "reformation repentance",
	SaxonyAnhalt:                "kings reformation",
	SchleswigHolstein:           "reformation>2018",
	Thuringia:                   "children>2019 reformation",
}

// slowHolidays lists the days of a state and year from the tables above.
func slowHolidays(s State, year int) map[string]bool {
	y := measure.MustDate(easterDates[year-2015])
	iso := y.String()[:5]
	days := map[string]bool{
		iso + "01-01": true, iso + "05-01": true, iso + "10-03": true, iso + "12-25": true, iso + "12-26": true,
		y.AddDays(-2).String(): true, y.AddDays(1).String(): true, y.AddDays(39).String(): true, y.AddDays(50).String(): true,
	}
	named := map[string]string{
		"kings": iso + "01-06", "women": iso + "03-08", "easter": y.String(), "whit": y.AddDays(49).String(),
		"corpus": y.AddDays(60).String(), "assumption": iso + "08-15", "children": iso + "09-20",
		"reformation": iso + "10-31", "saints": iso + "11-01", "repentance": repentanceDates[year-2015],
	}
	for word := range strings.FieldsSeq(actsByState[s]) {
		name, since, _ := strings.Cut(word, ">")
		if since <= iso[:4] {
			days[named[name]] = true
		}
	}
	for _, once := range []string{"2017-10-31 all", "2020-05-08 BE", "2025-05-08 BE", "2028-06-17 BE"} {
		if strings.HasPrefix(once, iso) && (once[11:] == "all" || once[11:] == s.String()) {
			days[once[:10]] = true
		}
	}
	return days
}

func TestHolidaysOfAllStates2015To2035(t *testing.T) {
	days := 0
	for _, s := range States() {
		for year := 2015; year <= 2035; year++ {
			got, err := Holidays(s, year)
			require.NoError(t, err)
			want := slowHolidays(s, year)
			last := measure.Date{}
			for _, h := range got {
				assert.Truef(t, want[h.Date.String()], "%s: %s on %s", s, h.Name, h.Date)
				assert.Truef(t, last.Before(h.Date), "%s %d is out of order", s, year)
				last = h.Date
			}
			assert.Lenf(t, got, len(want), "%s %d", s, year)
			days += len(got)
		}
	}
	assert.Greater(t, days, 16*21*9)
}

// TestHolidayCounts: computed from the state acts, equal for all states and 2015
// to 2030 to the public category of vacanza/holidays (snapshots/countries/DE_*.json).
func TestHolidayCounts(t *testing.T) {
	years := []int{2016, 2017, 2018, 2019, 2020, 2023, 2025, 2026, 2028}
	for code, want := range map[string][]int{
		"BB": {12, 12, 12, 12, 12, 12, 12, 12, 12}, "BE": {9, 10, 9, 10, 11, 10, 11, 10, 11},
		"BW": {12, 13, 12, 12, 12, 12, 12, 12, 12}, "BY": {12, 13, 12, 12, 12, 12, 12, 12, 12},
		"HB": {9, 10, 10, 10, 10, 10, 10, 10, 10}, "HE": {10, 11, 10, 10, 10, 10, 10, 10, 10},
		"HH": {9, 10, 10, 10, 10, 10, 10, 10, 10}, "MV": {10, 10, 10, 10, 10, 11, 11, 11, 11},
		"NI": {9, 10, 10, 10, 10, 10, 10, 10, 10}, "NW": {11, 12, 11, 11, 11, 11, 11, 11, 11},
		"RP": {11, 12, 11, 11, 11, 11, 11, 11, 11}, "SH": {9, 10, 10, 10, 10, 10, 10, 10, 10},
		"SL": {12, 13, 12, 12, 12, 12, 12, 12, 12}, "SN": {11, 11, 11, 11, 11, 11, 11, 11, 11},
		"ST": {11, 11, 11, 11, 11, 11, 11, 11, 11}, "TH": {10, 10, 10, 11, 11, 11, 11, 11, 11},
	} {
		s, err := ParseState(code)
		require.NoError(t, err)
		for i, year := range years {
			got, err := Holidays(s, year)
			require.NoError(t, err)
			assert.Lenf(t, got, want[i], "%s %d", code, year)
		}
	}
}

// TestLawChanges: where rickar/cal v2.1.13 is wrong, and both sides of every change.
func TestLawChanges(t *testing.T) {
	for _, c := range []struct {
		state, day string
		want       bool
	}{
		{"BE", "2018-03-08", false},
		{"BE", "2019-03-08", true},
		{"MV", "2022-03-08", false},
		{"MV", "2023-03-08", true},
		{"HH", "2016-10-31", false},
		{"HH", "2018-10-31", true},
		{"SL", "2017-10-31", true},
		{"SL", "2018-10-31", false},
		{"BE", "2020-05-08", true},
		{"BE", "2021-05-08", false},
		{"BE", "2025-05-08", true},
		{"BE", "2028-06-17", true},
		{"BE", "2029-06-17", false},
		{"TH", "2018-09-20", false},
		{"TH", "2019-09-20", true},
		{"BB", "2026-04-05", true},
		{"HE", "2026-04-05", false},
	} {
		s, err := ParseState(c.state)
		require.NoError(t, err)
		d := measure.MustDate(c.day)
		a := newAlmanac(s, nil, nil, d.Year(), d.Year())
		_, _, got := a.holiday(d)
		assert.Equalf(t, c.want, got, "%s %s", c.state, c.day)
	}
}

func TestNamesOfSaxony2026(t *testing.T) {
	got, err := Holidays(Saxony, 2026)
	require.NoError(t, err)
	var lines []string
	for _, h := range got {
		lines = append(lines, h.Date.String()+" "+h.Name)
	}
	// openpotato/openholidaysapi.data, src/de/holidays/holidays.public.csv
	assert.Equal(t, []string{
		"2026-01-01 Neujahr", "2026-04-03 Karfreitag", "2026-04-06 Ostermontag", "2026-05-01 Tag der Arbeit",
		"2026-05-14 Christi Himmelfahrt", "2026-05-25 Pfingstmontag", "2026-10-03 Tag der Deutschen Einheit",
		"2026-10-31 Reformationstag", "2026-11-18 Buß- und Bettag", "2026-12-25 1. Weihnachtstag", "2026-12-26 2. Weihnachtstag",
	}, lines)
}

func TestEasterSunday(t *testing.T) {
	for i, want := range easterDates {
		assert.Equal(t, want, easterSunday(2015+i).String())
	}
	// Years in which a common shortcut of the algorithm fails (wlbr/feiertage, feiertage_test.go) and the extremes.
	for year, want := range map[int]string{1954: "1954-04-18", 1981: "1981-04-19", 2038: "2038-04-25", 2076: "2076-04-19"} {
		assert.Equal(t, want, easterSunday(year).String())
	}
}

func TestMunicipal(t *testing.T) {
	got, err := Municipal(Bavaria, 2026)
	require.NoError(t, err)
	assert.Equal(t, []Holiday{
		{measure.MustDate("2026-08-08"), "Augsburger Hohes Friedensfest", "Augsburg Peace Festival"},
		{measure.MustDate("2026-08-15"), "Mariä Himmelfahrt", "Assumption Day"},
	}, got)
	got, err = Municipal(Berlin, 2026)
	require.NoError(t, err)
	assert.Empty(t, got)
}

func TestHolidaysRefuse(t *testing.T) {
	_, err := Holidays(0, 2014)
	require.ErrorIs(t, err, check.ErrUnknown)
	require.ErrorIs(t, err, check.ErrRange)
	assert.EqualError(t, err, "/state: \"State(0)\" is not known: want one of the 16 states\n/year: 2014 is out of range: want a year from 2015 to 2100")
	_, err = BridgeDays(State(17), 2101)
	require.ErrorIs(t, err, check.ErrRange)
	_, err = Municipal(Saxony, 2101)
	require.ErrorIs(t, err, check.ErrRange)
}

func TestBridgeDays(t *testing.T) {
	for _, c := range []struct {
		state State
		year  int
		want  string
	}{
		// 2026: 2 January is a Friday, Christi Himmelfahrt a Thursday. 6 January (Tuesday) holds in Bavaria.
		{Saxony, 2026, "2026-01-02 2026-05-15"},
		{Bavaria, 2026, "2026-01-02 2026-01-05 2026-05-15 2026-06-05"},
		// 31 December 2029 is a Monday before New Year's Day; 2 October 2029 a Tuesday, no bridge; 30 April 2029 a Monday before 1 May.
		{Berlin, 2029, "2029-03-09 2029-04-30 2029-05-11 2029-12-24 2029-12-31"},
	} {
		got, err := BridgeDays(c.state, c.year)
		require.NoError(t, err)
		var days []string
		for _, d := range got {
			days = append(days, d.String())
		}
		assert.Equalf(t, c.want, strings.Join(days, " "), "%s %d", c.state, c.year)
	}
}

func TestBridgeDaysAreWorkdaysBetweenFreeOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(States()).Draw(t, "state")
		year := rapid.IntRange(FirstYear, LastYear).Draw(t, "year")
		bridges, err := BridgeDays(s, year)
		require.NoError(t, err)
		is := map[measure.Date]bool{}
		for _, d := range bridges {
			is[d] = true
		}
		a := newAlmanac(s, nil, nil, year-1, year+1)
		for d := measure.DateOf(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)); d.Year() == year; d = d.AddDays(1) {
			free := func(e measure.Date) bool {
				w := e.Weekday()
				_, _, holiday := a.holiday(e)
				return holiday || w == time.Saturday || w == time.Sunday
			}
			assert.Equal(t, !free(d) && free(d.AddDays(-1)) && free(d.AddDays(1)), is[d], d)
		}
	})
}

func TestStateText(t *testing.T) {
	assert.Len(t, States(), 16)
	for _, s := range States() {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back State
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, s, back)
		assert.NotEmpty(t, s.Name())
		assert.Equal(t, s.Name(), s.Source().Publisher)
	}
	_, err := State(0).MarshalText()
	require.Error(t, err)
	_, err = ParseState("Sachsen")
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.Equal(t, "State(17)", State(17).Name())
	assert.Zero(t, State(17).Source())
}
