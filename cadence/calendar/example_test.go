package calendar_test

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata"

	"github.com/hochkant/hochkant/cadence/calendar"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func berlin() *time.Location {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return loc
}

// jobs is the plan of a job centre in Kassel: a job video every Thursday at 17:00.
func jobs() calendar.Plan {
	return calendar.Plan{
		State: calendar.Hesse,
		Formats: []calendar.Format{{
			ID: "jobs", Title: "Jobs der Woche", Rule: calendar.MustRule("FREQ=WEEKLY;BYDAY=TH"),
			Start: measure.MustDate("2026-01-08"), At: calendar.MustWallTime("17:00"), OnHoliday: calendar.MoveEarlier,
		}},
	}
}

// A month of a weekly job video, with two holidays on Thursdays.
func Example() {
	slots, err := jobs().Schedule(measure.MustDate("2026-05-11"), measure.MustDate("2026-06-07"), berlin())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range slots {
		fmt.Println(s.At.Format("Mon 2006-01-02 15:04"), s.Action)
		for _, r := range s.Reasons {
			fmt.Println("   ", r.In(reason.German))
		}
	}
	// Output:
	// Wed 2026-05-13 17:00 moved
	//     Der 14. Mai 2026 ist „Christi Himmelfahrt“. Der Termin rückt auf den 13. Mai 2026.
	// Thu 2026-05-21 17:00 kept
	// Thu 2026-05-28 17:00 kept
	// Wed 2026-06-03 17:00 moved
	//     Der 4. Juni 2026 ist „Fronleichnam“. Der Termin rückt auf den 3. Juni 2026.
}

func ExampleHolidays() {
	for _, year := range []int{2022, 2023} {
		days, err := calendar.Holidays(calendar.MecklenburgWesternPomerania, year)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(year, len(days), days[1].Date, days[1].Name)
	}
	// Output:
	// 2022 10 2022-04-15 Karfreitag
	// 2023 11 2023-03-08 Frauentag
}

func ExampleMunicipal() {
	days, _ := calendar.Municipal(calendar.Bavaria, 2026)
	for _, d := range days {
		fmt.Println(d.Date, d.Name)
	}
	// Output:
	// 2026-08-08 Augsburger Hohes Friedensfest
	// 2026-08-15 Mariä Himmelfahrt
}

func ExampleBridgeDays() {
	days, _ := calendar.BridgeDays(calendar.Saxony, 2026)
	fmt.Println(days)
	// Output: [2026-01-02 2026-05-15]
}

func ExampleStates() {
	for _, s := range calendar.States()[:3] {
		fmt.Println(s, s.Name())
	}
	// Output:
	// BW Baden-Württemberg
	// BY Bayern
	// BE Berlin
}

func ExampleParseState() {
	s, err := calendar.ParseState("SN")
	fmt.Println(s.Name(), err)
	// Output: Sachsen <nil>
}

func ExampleState_Source() {
	fmt.Println(calendar.Saxony.Source())
	// Output: Sachsen: Gesetz über Sonn- und Feiertage (SächsSFG)
}

func ExampleParseRule() {
	rule, err := calendar.ParseRule("FREQ=MONTHLY;BYDAY=1TU;COUNT=3") // first Tuesday, three times
	if err != nil {
		fmt.Println(err)
		return
	}
	days, err := rule.Dates(measure.MustDate("2026-01-01"), measure.MustDate("2026-01-01"), measure.MustDate("2026-12-31"))
	fmt.Println(days, err)
	_, err = calendar.ParseRule("FREQ=WEEKLY;BYHOUR=17")
	fmt.Println(err)
	// Output:
	// [2026-01-06 2026-02-03 2026-03-03] <nil>
	// "FREQ=WEEKLY;BYHOUR=17" is not known: want the parts FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYWEEKNO, BYSETPOS, WKST
}

func ExampleMustRule() {
	fmt.Println(calendar.MustRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"))
	// Output: FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
}

// 17:00 stays 17:00 when summer time ends on 25 October 2026.
func ExampleWallTime_On() {
	at := calendar.MustWallTime("17:00")
	fmt.Println(at.On(measure.MustDate("2026-10-24"), berlin()))
	fmt.Println(at.On(measure.MustDate("2026-10-25"), berlin()))
	// Output:
	// 2026-10-24 17:00:00 +0200 CEST
	// 2026-10-25 17:00:00 +0100 CET
}

func ExampleParseWallTime() {
	_, err := calendar.ParseWallTime("5 pm")
	fmt.Println(err)
	// Output: "5 pm" cannot be read: want a time of day written as 17:30
}

func ExampleMustWallTime() {
	fmt.Println(calendar.MustWallTime("09:30"))
	// Output: 09:30
}

// One instance is skipped, one moved by hand.
func ExampleChange() {
	p := jobs()
	p.Formats[0].Changes = []calendar.Change{
		{On: measure.MustDate("2026-07-02"), Note: "Sommerfest"},
		{On: measure.MustDate("2026-07-09"), To: measure.MustDate("2026-07-10")},
	}
	slots, _ := p.Schedule(measure.MustDate("2026-07-01"), measure.MustDate("2026-07-12"), berlin())
	for _, s := range slots {
		fmt.Println(s.Action, s.Reasons[0].In(reason.English))
	}
	// Output:
	// skipped Taken out by hand on 2 July 2026: Sommerfest
	// moved Moved by hand from 9 July 2026 to 10 July 2026.
}

func ExamplePlan_Schedule() {
	p := jobs()
	p.School = []calendar.Vacation{{Name: "Sommerferien", From: measure.MustDate("2026-06-29"), To: measure.MustDate("2026-08-07")}}
	p.Formats[0].OnSchool = calendar.PreProduce
	slots, _ := p.Schedule(measure.MustDate("2026-07-01"), measure.MustDate("2026-07-08"), berlin())
	fmt.Println(slots[0].Key(), "finish by", slots[0].FinishBy)
	fmt.Println(slots[0].Reasons[0].In(reason.English))
	// Output:
	// jobs-2026-07-02 finish by 2026-06-26
	// 2 July 2026 is in the school holidays (“Sommerferien”). The video has to be finished and scheduled by 26 June 2026.
}

// The key stays the same when the slot is moved: here the UID of the event in the calendar file.
func ExampleSlot_Key() {
	slots, _ := jobs().Schedule(measure.MustDate("2026-05-14"), measure.MustDate("2026-05-14"), berlin())
	fmt.Println(slots[0].Key(), slots[0].At.Format(time.DateOnly), slots[0].Published())
	// Output: jobs-2026-05-14 2026-05-13 true
}

func ExampleSchedule_NextFree() {
	slots, _ := jobs().Schedule(measure.MustDate("2026-03-01"), measure.MustDate("2026-03-31"), berlin())
	now := time.Date(2026, time.March, 4, 9, 0, 0, 0, berlin())
	slot, ok := slots.NextFree(now, "jobs-2026-03-05") // that one has its video
	fmt.Println(slot.At.Format(time.RFC3339), ok)
	// Output: 2026-03-12T17:00:00+01:00 true
}

func ExampleSchedule_WriteICS() {
	slots, _ := jobs().Schedule(measure.MustDate("2026-05-14"), measure.MustDate("2026-05-14"), berlin())
	var file strings.Builder
	err := slots.WriteICS(&file, calendar.ICS{
		Stamp: time.Date(2026, time.January, 2, 8, 0, 0, 0, time.UTC), Host: "jobcenter-kassel.de", Name: "TikTok",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, event, _ := strings.Cut(file.String(), "END:VTIMEZONE\r\n")
	fmt.Print(strings.ReplaceAll(event, "\r\n", "\n"))
	// Output:
	// BEGIN:VEVENT
	// UID:jobs-2026-05-14@jobcenter-kassel.de
	// DTSTAMP:20260102T080000Z
	// DTSTART;TZID=Europe/Berlin:20260513T170000
	// SUMMARY:Jobs der Woche
	// DESCRIPTION:Der 14. Mai 2026 ist „Christi Himmelfahrt“. Der Termin rüc
	//  kt auf den 13. Mai 2026.
	// STATUS:CONFIRMED
	// TRANSP:TRANSPARENT
	// END:VEVENT
	// END:VCALENDAR
}
