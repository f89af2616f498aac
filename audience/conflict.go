package audience

import (
	"math"
	"strconv"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// conflictYears is how far apart the years of two figures may be for them to
// speak of the same state of a platform. Assumed; TikTok's daily use in
// Germany more than doubled within three years (2021: 5 %, 2024: 12 %).
const conflictYears = 2

// conflictSlack keeps shares that meet at a rounded end from being called a conflict.
const conflictSlack = 1e-9

// Conflict reports whether two shares of the users of one platform cannot both
// be right, and why: a part larger than the whole that holds it, parts that
// exceed all users together, or parts that leave users without an age. Shares
// of another platform, base or frequency, or more than two years apart, are
// never in conflict; a source that does not say how often is taken at its word
// against every other.
func (c Composition) Conflict(d Composition) (reason.Reason, bool) {
	a, b := c.s, d.s
	if !sameSubject(a, b, a.Frequency == b.Frequency || a.Frequency == Unspecified || b.Frequency == Unspecified) {
		return reason.Reason{}, false
	}
	aLo, aHi := ends(a.Share)
	bLo, bHi := ends(b.Share)
	whole := a.Band.Overlaps(b.Band) || a.Band.end == b.Band.from || b.Band.end == a.Band.from
	whole = whole && min(a.Band.from, b.Band.from) == 0 && max(a.Band.end, b.Band.end) == MaxAge+1
	conflict := false
	if b.Band.Contains(a.Band) {
		conflict = aLo > bHi+conflictSlack
	}
	if a.Band.Contains(b.Band) {
		conflict = conflict || bLo > aHi+conflictSlack
	}
	if !a.Band.Overlaps(b.Band) {
		conflict = aLo+bLo > 1+conflictSlack
	}
	if whole {
		conflict = conflict || aHi+bHi < 1-conflictSlack
	}
	if !conflict {
		return reason.Reason{}, false
	}
	return contradiction("audience.conflict.composition",
		"„{first}“ spricht von {shareA} der Nutzenden im Alter {bandA}, „{second}“ von {shareB} im Alter {bandB}. Beides zugleich kann nicht stimmen; beide Angaben sind Anteile an den Nutzenden, nicht an der Altersgruppe.",
		"“{first}” speaks of {shareA} of the users aged {bandA}, “{second}” of {shareB} aged {bandB}. Both cannot be right; both are shares of the users, not of the age group.",
		a, b), true
}

// Conflict reports whether two shares of people cannot both be right in a
// place, and why: fewer users in a band than in a part of it, more users than
// the rest of the band can hold, or more frequent than less frequent users.
// Shares of another platform or base, or more than two years apart, are never
// in conflict, nor are bands that the place cannot answer.
func (p Penetration) Conflict(q Penetration, in Place) (reason.Reason, bool) {
	a, b := p.s, q.s
	if !sameSubject(a, b, true) {
		return reason.Reason{}, false
	}
	if !penetrationsClash(a, b, in) && !penetrationsClash(b, a, in) {
		return reason.Reason{}, false
	}
	return contradiction("audience.conflict.penetration",
		"Nach „{first}“ nutzen {shareA} der Altersgruppe {bandA} die Plattform, nach „{second}“ {shareB} der Altersgruppe {bandB}. Beides zugleich kann nicht stimmen.",
		"According to “{first}” {shareA} of the age group {bandA} use the platform, according to “{second}” {shareB} of the age group {bandB}. Both cannot be right.",
		a, b), true
}

// penetrationsClash looks at a as the part and b as the whole: the users of the
// part are users of the whole, and the rest of the whole is at most everybody.
func penetrationsClash(a, b Statement, in Place) bool {
	if !b.Band.Contains(a.Band) {
		return false
	}
	part, errPart := in.sum(a.Band)
	all, errAll := in.sum(b.Band)
	if errPart != nil || errAll != nil || all.people <= 0 {
		return false
	}
	aLo, aHi := ends(a.Share)
	bLo, bHi := ends(b.Share)
	slack := conflictSlack * all.people
	if a.Frequency.Within(b.Frequency) && aLo*part.people > bHi*all.people+slack {
		return true
	}
	return b.Frequency.Within(a.Frequency) && bLo*all.people > aHi*part.people+(all.people-part.people)+slack
}

// sameSubject reports whether two statements speak of the same platform, base and time.
func sameSubject(a, b Statement, frequency bool) bool {
	years := a.Source.Year - b.Source.Year
	if a.Source.Year == 0 || b.Source.Year == 0 {
		years = 0
	}
	return frequency && a.Platform == b.Platform && a.Base == b.Base && a.Band.IsValid() && b.Band.IsValid() &&
		years <= conflictYears && years >= -conflictYears
}

func contradiction(code, de, en string, a, b Statement) reason.Reason {
	return reason.New(code, de, en, measure.MergeSources([]measure.Source{a.Source}, []measure.Source{b.Source}),
		reason.Text("first", a.Source.String()), shareFigure("shareA", a.Share), reason.Text("bandA", a.Band.String()),
		reason.Text("second", b.Source.String()), shareFigure("shareB", b.Share), reason.Text("bandB", b.Band.String()))
}

// shareFigure writes a range of shares as a source would: a printed whole
// percentage, "at least", "at most" or "from to".
func shareFigure(name string, i measure.Interval) reason.Figure {
	lo, okLo := i.Lo()
	hi, okHi := i.Hi()
	text := func(x float64) string { return strconv.FormatFloat(math.Round(x*100), 'f', 0, 64) }
	switch {
	case !okLo && !okHi:
		return reason.Word(name, "einem unbekannten Anteil", "an unknown share")
	case !okHi:
		return reason.Word(name, "mindestens "+text(lo)+" %", "at least "+text(lo)+"%")
	case !okLo:
		return reason.Word(name, "höchstens "+text(hi)+" %", "at most "+text(hi)+"%")
	case hi-lo <= 0.01+conflictSlack:
		return reason.Share(name, measure.Share((lo+hi)/2))
	default:
		return reason.Word(name, text(lo)+" bis "+text(hi)+" %", text(lo)+" to "+text(hi)+"%")
	}
}
