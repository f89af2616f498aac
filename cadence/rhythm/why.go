package rhythm

import (
	"math"
	"strings"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func share(name string, e measure.Estimate) reason.Figure {
	return reason.Share(name, measure.Share(e.P50()))
}

// outlookReasons says how often the rhythm is kept, and how long without a miss.
func (m Model) outlookReasons(o Outlook) []reason.Reason {
	sources := m.plan.Video.Mean.Sources()
	period := reason.Word("of", "Wochen", "weeks")
	if o.Rhythm.Weeks > 1 {
		period = reason.Word("of", "Zeiträume", "periods")
	}
	out := []reason.Reason{reason.New("rhythm.kept",
		"{rhythm}: in {kept} der {of} zu schaffen.", "{rhythm}: kept in {kept} of {of}.",
		sources, o.Rhythm.Figure("rhythm"), share("kept", o.Direct.Kept), period)}
	out = append(out, reason.New("rhythm.unbroken",
		"Dass in {weeks:Woche|Wochen} kein einziger Termin ausfällt, ist zu {unbroken} wahrscheinlich.",
		"The chance that no slot is missed in {weeks:week|weeks} is {unbroken}.",
		sources, reason.Count("weeks", int64(m.plan.Weeks)), share("unbroken", o.Direct.Unbroken)))
	if o.Stocked.Kept.Known() {
		out = append(out, reason.New("rhythm.stocked",
			"Mit einem Vorrat von bis zu {most:Video|Videos} gelingt das in {kept} der {of}; ganz ohne Ausfall bleibt es zu {unbroken}.",
			"With a stock of up to {most:video|videos} it is kept in {kept} of {of}; the chance of no miss at all is {unbroken}.",
			sources, reason.Count("most", int64(m.plan.Stock.Most)), share("kept", o.Stocked.Kept), period, share("unbroken", o.Stocked.Unbroken)))
	}
	return out
}

// bestReasons says the answer, the wrong answer of plain division, and what binds.
func (m Model) bestReasons(a Answer) []reason.Reason {
	mean := m.plan.Video.Mean
	sources, hours := mean.Sources(), m.crew.mean()
	level := reason.Share("level", m.plan.Level)
	var out []reason.Reason
	if a.Weekly.Rhythm.IsZero() {
		out = append(out, reason.New("rhythm.none",
			"Nicht einmal ein Video in {slowest:Woche|Wochen} ist mit {level} Sicherheit zu schaffen.",
			"Not even one video in {slowest:week|weeks} can be kept with {level} certainty.",
			sources, reason.Count("slowest", int64(m.slowest())), level))
	} else {
		out = append(out, reason.New("rhythm.weekly",
			"Ohne Vorrat hält das Team höchstens {rhythm} durch, das gelingt in {kept} der Fälle (verlangt sind {level}).",
			"Without stock the team keeps {rhythm} at most, which succeeds in {kept} of cases ({level} is asked for).",
			sources, a.Weekly.Rhythm.Figure("rhythm"), share("kept", a.Weekly.Direct.Kept), level))
	}
	naive := int(min(maxVideos, math.Floor(hours/mean.P50()+1e-9)))
	if naive >= 1 && float64(naive) > a.Weekly.Rhythm.PerWeek() {
		out = append(out, reason.New("rhythm.division",
			"Rechnerisch ergeben {hours:Stunde|Stunden} je Woche und {mean:Stunde|Stunden} je Video {naive:Video|Videos}; das hält aber nur in {kept} der Wochen.",
			"By division, {hours:hour|hours} a week and {mean:hour|hours} a video make {naive:video|videos}; that holds in {kept} of weeks only.",
			sources, reason.Hours("hours", measure.Hours(hours)), reason.Hours("mean", measure.Hours(mean.P50())), reason.Count("naive", int64(naive)),
			reason.Share("kept", measure.Share(m.kept(Weekly(naive), mean.P50())))))
	}
	if b := a.Batch; !b.Rhythm.IsZero() && b.Rhythm.PerWeek() > a.Weekly.Rhythm.PerWeek() {
		out = append(out, reason.New("rhythm.batch",
			"Im Block gedreht hält mehr: {rhythm}, in {kept} der Fälle.", "Made in batches, more holds: {rhythm}, in {kept} of cases.",
			sources, b.Rhythm.Figure("rhythm"), share("kept", b.Direct.Kept)))
	}
	if s := a.Stocked; !s.Rhythm.IsZero() {
		out = append(out, reason.New("rhythm.with-stock",
			"Mit einem Vorrat von bis zu {most:Video|Videos} hält: {rhythm}, in {kept} der Fälle.",
			"With a stock of up to {most:video|videos} this holds: {rhythm}, in {kept} of cases.",
			sources, reason.Count("most", int64(m.plan.Stock.Most)), s.Rhythm.Figure("rhythm"), share("kept", s.Stocked.Kept)))
	}
	weeks := reason.Count("weeks", int64(m.plan.Weeks))
	if u := a.Unbroken; u.Rhythm.IsZero() {
		out = append(out, reason.New("rhythm.no-unbroken",
			"Kein Rhythmus bleibt über {weeks:Woche|Wochen} mit {level} Sicherheit ohne Ausfall.",
			"No rhythm stays unbroken over {weeks:week|weeks} with {level} certainty.", sources, weeks, level))
	} else {
		out = append(out, reason.New("rhythm.longest",
			"Über {weeks:Woche|Wochen} ganz ohne Ausfall bleibt: {rhythm}, zu {unbroken} wahrscheinlich.",
			"Over {weeks:week|weeks} this stays unbroken: {rhythm}, with a chance of {unbroken}.",
			sources, weeks, u.Rhythm.Figure("rhythm"), share("unbroken", u.Odds().Unbroken)))
	}
	if !a.Next.Rhythm.IsZero() {
		out = append(out, m.bindingReason(a))
	}
	for _, c := range a.Cover {
		if c.People == 1 {
			out = append(out, reason.New("rhythm.one-person",
				"An „{task}“ hängt alles an einer Person: Ist sie weg, entsteht kein Video.",
				"“{task}” hangs on one person: when they are away, no video is made.", nil, reason.Text("task", c.Task)))
		}
	}
	return out
}

func (m Model) bindingReason(a Answer) reason.Reason {
	next, without := a.Next.Rhythm.Figure("next"), reason.Share("without", a.Binding.Without)
	switch a.Binding.Constraint {
	case SinglePerson:
		return reason.New("rhythm.binding.single-person",
			"Es bindet, dass nur eine Person kann: {tasks}. Könnten es alle, ließe sich „{next}“ in {without} der Fälle halten.",
			"What binds is that only one person can do: {tasks}. If everyone could, “{next}” would hold in {without} of cases.",
			nil, reason.Text("tasks", strings.Join(a.Binding.Tasks, ", ")), next, without)
	case ApprovalWait:
		return reason.New("rhythm.binding.approval",
			"Es bindet die Freigabe ({days:Arbeitstag|Arbeitstage}): Ohne die Wartezeit ließe sich „{next}“ in {without} der Fälle halten. Wer eine Woche voraus dreht, spürt sie nicht.",
			"What binds is the approval ({days:working day|working days}): without the wait “{next}” would hold in {without} of cases. Working a week ahead avoids it.",
			nil, reason.Number("days", m.plan.ApprovalDays, 1), next, without)
	case FixedDuties:
		return reason.New("rhythm.binding.duties",
			"Es binden die festen Aufgaben ({hours} Stunden je Woche): Ohne sie ließe sich „{next}“ in {without} der Fälle halten.",
			"What binds are fixed duties ({hours} hours a week): without them “{next}” would hold in {without} of cases.",
			nil, reason.Hours("hours", measure.Hours(m.plan.Team.FixedHours)), next, without)
	case Absences:
		return reason.New("rhythm.binding.absences",
			"Es binden Urlaub und Krankheit: Wären immer alle da, ließe sich „{next}“ in {without} der Fälle halten.",
			"What binds are leave and sickness: if everyone were always there, “{next}” would hold in {without} of cases.",
			nil, next, without)
	case UnsteadyHours:
		return reason.New("rhythm.binding.unsteady",
			"Es binden die schwankenden Stunden: Wären sie fest, ließe sich „{next}“ in {without} der Fälle halten.",
			"What binds is that the hours vary: if they were fixed, “{next}” would hold in {without} of cases.",
			nil, next, without)
	}
	if !a.Binding.MoreHours.Known() {
		return reason.New("rhythm.binding.people",
			"Für {next} reichen auch mehr Stunden derselben Menschen nicht: Es fehlt, wer sie vertritt.",
			"For {next} more hours of the same people are not enough: someone to stand in for them is missing.", nil, next)
	}
	return reason.New("rhythm.binding.hours",
		"Es binden die Stunden: Für {next} fehlen je Woche {more} Stunden.",
		"What binds are the hours: {next} needs {more} more hours a week.",
		m.plan.Video.Mean.Sources(), next, reason.Range("more", a.Binding.MoreHours, 1))
}

func (m Model) awayReasons(a Away) []reason.Reason {
	weeks := reason.Count("weeks", int64(a.Weeks))
	out := []reason.Reason{reason.New("rhythm.away",
		"Ist {who} {weeks:Woche|Wochen} weg, bleibt {rhythm} zu {unbroken} ohne Ausfall.",
		"With {who} away for {weeks:week|weeks}, {rhythm} stays unbroken with a chance of {unbroken}.",
		m.plan.Video.Mean.Sources(), reason.Text("who", a.Member), weeks, a.Rhythm.Figure("rhythm"), share("unbroken", a.Unbroken))}
	if a.Needed > m.plan.Stock.Start {
		out = append(out, reason.New("rhythm.stock-needed",
			"Damit es mit {level} Sicherheit reicht, {needed?muss|müssen} zu Beginn {needed:Video|Videos} fertig sein.",
			"To be safe with {level} certainty, {needed:video|videos} must be finished at the start.",
			nil, reason.Share("level", m.plan.Level), reason.Count("needed", int64(a.Needed))))
	}
	return out
}

// assumptions lists what the caller did not say.
func (m Model) assumptions() []reason.Reason {
	var out []reason.Reason
	if m.plan.Video.Mean.Evidence() == measure.Assumed {
		out = append(out, reason.New("rhythm.assumed.hours",
			"Angenommen: {hours} Stunden je Video. Ein eigenes Stundenbuch von fünf Videos ersetzt das.",
			"Assumed: {hours} hours a video. A log of five of your own videos replaces this.",
			m.plan.Video.Mean.Sources(), reason.Range("hours", m.plan.Video.Mean, 1)))
	}
	if m.given.Weeks == 0 {
		out = append(out, reason.New("rhythm.assumed.weeks", "Angenommen: ein Zeitraum von {weeks} Wochen.", "Assumed: a horizon of {weeks} weeks.",
			nil, reason.Count("weeks", DefaultWeeks)))
	}
	if m.given.Level == 0 {
		out = append(out, reason.New("rhythm.assumed.level", "Angenommen: Ein Rhythmus soll in {level} der Fälle halten.",
			"Assumed: a rhythm has to hold in {level} of cases.", nil, reason.Share("level", DefaultLevel)))
	}
	if m.given.BatchWeeks == 0 {
		out = append(out, reason.New("rhythm.assumed.batch", "Angenommen: Ein Block dauert {weeks} Wochen.", "Assumed: a batch takes {weeks} weeks.",
			nil, reason.Count("weeks", DefaultBatchWeeks)))
	}
	switch absence := m.plan.Team.Absence; {
	case absence.away() == 0:
		out = append(out, reason.New("rhythm.assumed.present", "Angenommen: Niemand hat Urlaub oder ist krank.", "Assumed: nobody is on leave or ill.", nil))
	case absence.SpellWeeks == 0:
		out = append(out, reason.New("rhythm.assumed.spell", "Angenommen: Eine Abwesenheit dauert im Mittel {weeks} Wochen.",
			"Assumed: an absence lasts {weeks} weeks on average.", nil, reason.Count("weeks", defaultSpell)))
	}
	if absence := m.plan.Team.Absence; absence.LeaveWeeks == TypicalAbsence().LeaveWeeks && absence.SickWeeks == TypicalAbsence().SickWeeks {
		out = append(out, reason.New("rhythm.assumed.absence", "Angenommen: {leave} Wochen Urlaub und {sick} Wochen Krankheit im Jahr.",
			"Assumed: {leave} weeks of leave and {sick} weeks of sickness a year.", []measure.Source{sourceLeave, sourceSickness},
			reason.Number("leave", absence.LeaveWeeks, 1), reason.Number("sick", absence.SickWeeks, 1)))
	}
	return out
}
