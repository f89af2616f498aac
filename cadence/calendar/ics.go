package calendar

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

// ICS says what an iCalendar file needs beside the slots.
type ICS struct {
	Stamp time.Time   // required: when the file is made (DTSTAMP); the library has no clock
	Host  string      // required: a domain of the publisher, such as "kassel.de"; second half of every UID
	Name  string      // required: name of the calendar, at most 200 characters
	Lang  reason.Lang // of the descriptions; zero: German
}

// WriteICS writes the schedule as one iCalendar object (RFC 5545): one event
// for each slot, with the reason in its description. Slots that fall out are
// written as cancelled, so that a calendar that already holds them takes them
// out. A UID is the key of the slot and the host, and stays the same when the
// slot is moved or the file is written again.
//
// Times in Europe/Berlin are written as local time with the zone's definition
// in the file; times of any other zone are written in UTC. Lines end in CR LF
// and are folded at 75 octets, never inside a character. Events have no length:
// they are the moment of publication. Nothing is written when the input is
// refused: a missing stamp, host or name, two slots with the same key, a text with
// control characters, a time outside 2015 to 2100.
func (s Schedule) WriteICS(w io.Writer, o ICS) error {
	if o.Lang == 0 {
		o.Lang = reason.German
	}
	descriptions, err := s.checkICS(o)
	if err != nil {
		return err
	}
	var b icsWriter
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//hochkant//cadence calendar//"+strings.ToUpper(o.Lang.String()))
	b.line("CALSCALE", "GREGORIAN")
	b.text("X-WR-CALNAME", o.Name)
	b.WriteString(berlinZone)
	for i := range s {
		b.event(&s[i], &o, descriptions[i])
	}
	b.line("END", "VCALENDAR")
	_, err = w.Write(b.Bytes())
	return err
}

// checkICS returns the descriptions of the slots, one a slot, if all can be written.
func (s Schedule) checkICS(o ICS) ([]string, error) {
	var l check.List
	if y := o.Stamp.Year(); o.Stamp.IsZero() || y < 1970 || y > 9998 {
		l.Add("/stamp", check.ErrRange, o.Stamp, "the time at which the file is made, years 1970 to 9998")
	}
	if o.Host == "" || len(o.Host) > 100 || strings.Trim(strings.ToLower(o.Host), "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" {
		l.Add("/host", check.ErrSyntax, o.Host, "a domain such as kassel.de")
	}
	checkText(&l, "/name", o.Name)
	if !slices.Contains(reason.Langs(), o.Lang) {
		l.Add("/lang", check.ErrUnknown, o.Lang, "German or English")
	}
	if err := l.Err(); err != nil { // an invalid language renders nothing
		return nil, err
	}
	descriptions := make([]string, len(s))
	seen := make(map[string]bool, len(s))
	for i, slot := range s {
		at := check.Pointer("slots", i)
		if seen[slot.Key()] {
			l.Add(at, check.ErrDuplicate, slot.Key(), "every slot once")
		}
		seen[slot.Key()] = true
		if slot.Format == "" || slot.Planned.IsZero() || strings.ContainsFunc(slot.Format, func(r rune) bool { return r <= ' ' || r > '~' }) {
			l.Add(at+"/format", check.ErrSyntax, slot.Format, "a slot of a Plan")
		}
		if y := slot.At.Year(); y < FirstYear || y > LastYear {
			l.Add(at+"/at", check.ErrRange, slot.At, "a time in the years 2015 to 2100")
		}
		checkText(&l, at+"/title", slot.Title)
		for j, r := range slot.Reasons {
			sentence := r.In(o.Lang)
			if !utf8.ValidString(sentence) || strings.ContainsFunc(sentence, unicode.IsControl) {
				l.Add(at+check.Pointer("reasons", j), check.ErrSyntax, sentence, "a sentence without control characters")
			}
			if j > 0 {
				descriptions[i] += "\n"
			}
			descriptions[i] += sentence
		}
	}
	return descriptions, l.Err()
}

// icsWriter writes content lines.
type icsWriter struct{ bytes.Buffer }

func (b *icsWriter) event(s *Slot, o *ICS, description string) {
	b.line("BEGIN", "VEVENT")
	b.line("UID", s.Key()+"@"+o.Host)
	b.line("DTSTAMP", o.Stamp.UTC().Format(utcLayout))
	if inBerlin(s.At) {
		b.line("DTSTART;TZID=Europe/Berlin", s.At.Format(localLayout))
	} else {
		b.line("DTSTART", s.At.UTC().Format(utcLayout))
	}
	b.text("SUMMARY", s.Title)
	if description != "" {
		b.text("DESCRIPTION", description)
	}
	status := "CONFIRMED"
	if !s.Published() {
		status = "CANCELLED"
	}
	b.line("STATUS", status)
	b.line("TRANSP", "TRANSPARENT") // a publication blocks nobody's time
	b.line("END", "VEVENT")
}

const (
	localLayout = "20060102T150405"
	utcLayout   = localLayout + "Z"
)

// text writes a property of type TEXT, escaped by RFC 5545, section 3.3.11.
func (b *icsWriter) text(name, value string) { b.line(name, textEscaper.Replace(value)) }

var textEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// line writes one content line, folded by RFC 5545, section 3.1: no physical
// line is longer than 75 octets, and none begins inside a character.
func (b *icsWriter) line(name, value string) {
	const most = 75
	rest, room := name+":"+value, most
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		b.WriteString(rest[:cut])
		b.WriteString("\r\n ")
		rest, room = rest[cut:], most-1 // the space of the fold counts
	}
	b.WriteString(rest)
	b.WriteString("\r\n")
}

// berlinZone is the time of Germany since 1996, by directives 2000/84/EC and
// 94/21/EC: summer time from the last Sunday of March to the last of October,
// changed at 01:00 UTC.
const berlinZone = "BEGIN:VTIMEZONE\r\n" +
	"TZID:Europe/Berlin\r\n" +
	"BEGIN:DAYLIGHT\r\n" +
	"DTSTART:19960331T020000\r\n" +
	"TZOFFSETFROM:+0100\r\n" +
	"TZOFFSETTO:+0200\r\n" +
	"TZNAME:CEST\r\n" +
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n" +
	"END:DAYLIGHT\r\n" +
	"BEGIN:STANDARD\r\n" +
	"DTSTART:19961027T030000\r\n" +
	"TZOFFSETFROM:+0200\r\n" +
	"TZOFFSETTO:+0100\r\n" +
	"TZNAME:CET\r\n" +
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n" +
	"END:STANDARD\r\n" +
	"END:VTIMEZONE\r\n"

// inBerlin reports whether t carries the zone Europe/Berlin with the offset
// that berlinZone gives it, and can be written as local time: not in the second
// pass of the hour that comes twice, which local time cannot name.
func inBerlin(t time.Time) bool {
	if t.Location().String() != "Europe/Berlin" {
		return false
	}
	change := func(month time.Month) time.Time {
		d := time.Date(t.UTC().Year(), month, 31, 1, 0, 0, 0, time.UTC)
		return d.AddDate(0, 0, -int(d.Weekday()))
	}
	spring, autumn := change(time.March), change(time.October)
	_, offset := t.Zone()
	if summer := !t.Before(spring) && t.Before(autumn); summer != (offset == 7200) || !summer && offset != 3600 {
		return false
	}
	return t.Before(autumn) || !t.Before(autumn.Add(time.Hour))
}
