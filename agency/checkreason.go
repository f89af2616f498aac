package agency

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// answer puts one check into words: what was compared, and what would settle it.
func (s *setting) answer(r Requirement, c *Case, f *figures, m *modelSetting, out *outcome) Check {
	ch := Check{Requirement: r, Status: [...]Status{ok: Met, broken: Broken, open: NotKnown}[out.checks[r.index()]]}
	ch.Reason = s.checkReason(r, ch.Status, c, f, m, out)
	if ch.Status != Met {
		ch.Remedy = s.remedy(r, ch.Status, f, out)
	}
	return ch
}

func hours(name string, v float64) reason.Figure { return reason.Hours(name, measure.Hours(v)) }

func euros(name string, v float64) reason.Figure {
	e, _ := measure.Euros(v) // bounded by validation
	return money(name, e)
}

// money is an amount in a sentence, in whole euros: cents there would claim
// more than is known. The cost plan has them.
func money(name string, e measure.Euro) reason.Figure {
	return reason.Euro(name, (e+50)/100*100)
}

func (s *setting) checkReason(r Requirement, st Status, c *Case, f *figures, m *modelSetting, out *outcome) reason.Reason {
	say := func(topic, de, en string, figures ...reason.Figure) reason.Reason {
		return reason.New("agency."+topic, de, en, nil, figures...)
	}
	switch r {
	case TwoPublishers:
		if st == NotKnown {
			return say("publishersUnknown", "Wie viele eigene Leute veröffentlichen können, ist nicht bekannt; nötig {need?ist|sind} {need}.", "How many people in-house can publish is not known; {need} {need?is|are} needed.", reason.Count("need", int64(s.publishers)))
		}
		return reason.New("agency.publishers", "{have:Person kann|Personen können} veröffentlichen, nötig {need?ist|sind} {need}: Urlaub und Krankheit kommen immer.",
			"{have:person|people} can publish, {need} {need?is|are} needed: leave and sickness always come.", coverOnly,
			reason.Count("have", int64(out.publishers)), reason.Count("need", int64(s.publishers)))
	case OwnHours:
		if st == NotKnown {
			return say("hoursUnknown", "Das Modell braucht {need} eigene {need?Stunde|Stunden} je Woche; wie viele es gibt, ist nicht bekannt.", "The model needs {need:hour|hours} of in-house work a week; how many there are is not known.", hours("need", out.ownHours))
		}
		have := f[slot(LeverOwnHours, 0)]
		if t, need, has, short := s.shortTask(f, m); short && within(out.ownHours, have) {
			return say("taskHours", "Die Aufgabe „{task}“ braucht {need} eigene {need?Stunde|Stunden} je Woche, vorgesehen {have?ist|sind} {have}.", "The task “{task}” needs {need:hour|hours} of in-house work a week, {have} {have?is|are} set aside for it.",
				reason.Word("task", taskDE[t], t.String()), hours("need", need), hours("have", has))
		}
		return say("hours", "Das Modell braucht {need} eigene {need?Stunde|Stunden} je Woche, vorhanden {have?ist|sind} {have}.", "The model needs {need:hour|hours} of in-house work a week, there {have?is|are} {have}.", hours("need", out.ownHours), hours("have", have))
	case AgencyHours:
		if !m.model.bought() {
			return say("agencyHoursOwn", "Es gibt keinen laufenden Vertrag mit einer Agentur.", "There is no ongoing contract with an agency.")
		}
		return say("agencyHours", "Die Aufgaben der Agentur brauchen {need:Stunde|Stunden} je Woche, angeboten {have?ist|sind} {have}.", "The agency's tasks take {need:hour|hours} a week, {have} {have?is|are} offered.", hours("need", out.agencyNeed), hours("have", out.agencyHours))
	case Skills:
		return s.skillReason(st, c, m)
	case ReplyTime:
		switch {
		case c.Need.ReplyHours == 0:
			return say("replyFree", "Für Antworten ist keine Frist verlangt.", "No time limit for replies is asked for.")
		case st == NotKnown:
			return say("replyUnknown", "Antworten sollen in {need:Stunde|Stunden} kommen; wie schnell geantwortet wird, ist nicht bekannt.", "Replies are wanted within {need:hour|hours}; how fast they come is not known.", hours("need", c.Need.ReplyHours))
		case st == Broken:
			return say("replyLate", "Antworten sollen in {need:Stunde|Stunden} kommen und dauern länger.", "Replies are wanted within {need:hour|hours} and take longer.", hours("need", c.Need.ReplyHours))
		}
		return say("reply", "Antworten kommen wie verlangt in {need:Stunde|Stunden}.", "Replies come within {need:hour|hours}, as asked for.", hours("need", c.Need.ReplyHours))
	case ApprovalPath:
		if m.agency[Approval.index()] > tolerance {
			return say("approvalAway", "Die Agentur soll {share} der Freigaben erteilen; im Namen des Hauses kann nur das Haus sprechen.", "The agency is to give {share} of the approvals; only the organisation can speak in its own name.", reason.Share("share", measure.Share(m.agency[Approval.index()])))
		}
		if s.need.DaysToPost == 0 {
			return say("approval", "Die Freigabe bleibt im Haus.", "Approval stays in-house.")
		}
		if st == NotKnown {
			return say("approvalUnknown", "Eine Idee soll in {need:Arbeitstag|Arbeitstagen} draußen sein; wie lange die Freigabe dauert, ist nicht bekannt.", "An idea is to be out within {need:working day|working days}; how long approval takes is not known.", reason.Number("need", s.need.DaysToPost, 1))
		}
		return say("approvalDays", "Von der Idee bis zum Video {days?vergeht|vergehen} {days:Arbeitstag|Arbeitstage}, erlaubt {need?ist|sind} {need}.", "From the idea to the video it takes {days:working day|working days}, {need} {need?is|are} allowed.", reason.Number("days", out.days, 1), reason.Number("need", s.need.DaysToPost, 1))
	case Budget:
		if out.dearestYear == 0 {
			return say("budgetFree", "Das Modell kostet kein Geld außer Haus.", "The model costs no money outside the organisation.")
		}
		if st == NotKnown {
			return say("budgetUnknown", "Das teuerste Jahr kostet {need} außer Haus; das Budget ist nicht bekannt.", "The most expensive year costs {need} outside the organisation; the budget is not known.", euros("need", out.dearestYear))
		}
		return say("budget", "Das teuerste Jahr kostet {need} außer Haus, das Budget ist {have}.", "The most expensive year costs {need} outside the organisation, the budget is {have}.", euros("need", out.dearestYear), euros("have", f[slot(LeverBudget, 0)]))
	case StartDate:
		if !s.dated {
			return say("startFree", "Ein Starttermin ist nicht verlangt.", "No start date is asked for.")
		}
		return say("startDate", "Bis zum ersten Video {need?vergeht|vergehen} {need:Woche|Wochen}, es {have?bleibt|bleiben} {have:Woche|Wochen}.", "The first video takes {need:week|weeks}, the time left is {have:week|weeks}.", reason.Number("need", out.measurements[Start.index()], 1), reason.Number("have", s.weeks, 1))
	case AccountOwner:
		return s.contractReason(st, m, "accounts", "dass die Konten dem Haus gehören", "that the accounts belong to the organisation")
	default:
		return s.contractReason(st, m, "data", "ein Vertrag zur Auftragsverarbeitung (Art. 28 DSGVO)", "a contract on data processing (Art. 28 GDPR)")
	}
}

// contractReason words the checks that a contract settles.
func (s *setting) contractReason(st Status, m *modelSetting, topic, de, en string) reason.Reason {
	what := reason.Word("what", de, en)
	switch {
	case !m.model.bought():
		return reason.New("agency."+topic+"Own", "Es gibt keinen laufenden Vertrag mit einer Agentur.", "There is no ongoing contract with an agency.", nil)
	case st == Met:
		return reason.New("agency."+topic, "Vereinbart ist: {what}.", "Agreed: {what}.", nil, what)
	case st == Broken:
		return reason.New("agency."+topic+"Refused", "Nicht angeboten ist: {what}.", "Not offered: {what}.", nil, what)
	default:
		return reason.New("agency."+topic+"Unknown", "Noch nicht geklärt ist: {what}.", "Not settled yet: {what}.", nil, what)
	}
}

// shortTask returns the first task for which fewer hours are kept than needed.
func (s *setting) shortTask(f *figures, m *modelSetting) (t Task, need, have float64, short bool) {
	work := f[slot(LeverVideos, 0)] * f[slot(LeverHoursPerVideo, 0)]
	for _, l := range s.limits {
		if need := loads[l.task.index()].hours(work) * (1 - m.agency[l.task.index()]); !within(need, l.hours) {
			return l.task, need, l.hours, true
		}
	}
	return 0, 0, 0, false
}

func (s *setting) skillReason(st Status, c *Case, m *modelSetting) reason.Reason {
	for _, t := range vital {
		own := c.Organisation.Skills[t]
		if m.agency[t.index()] > 0.5+tolerance {
			continue
		}
		task := reason.Word("task", taskDE[t], t.String())
		switch {
		case st == Broken && own != 0 && m.ownLevel(own, Expert) < Working && !m.model.bought():
			return reason.New("agency.skillLacking", "Für die Aufgabe „{task}“ fehlt im Haus das Können.", "The organisation lacks the skill for the task “{task}”.", expertOnly, task)
		case st == Broken && own != 0 && m.ownLevel(own, Expert) < Working:
			return reason.New("agency.skillMissing", "Für die Aufgabe „{task}“ fehlt im Haus das Können, und die Agentur übernimmt sie nicht.", "The organisation lacks the skill for the task “{task}”, and the agency does not take it over.", expertOnly, task)
		case st == NotKnown && own == 0:
			return reason.New("agency.skillUnknown", "Ob das Haus die Aufgabe „{task}“ beherrscht, ist nicht bekannt.", "Whether the organisation has the skill for the task “{task}” is not known.", expertOnly, task)
		}
	}
	if st == Broken {
		return reason.New("agency.skillAgency", "Der Agentur fehlt das Können für Aufgaben, die sie übernimmt.", "The agency lacks the skill for tasks that it takes over.", expertOnly)
	}
	return reason.New("agency.skills", "Wer eine der unverzichtbaren Aufgaben übernimmt, kann sie.", "Whoever takes one of the vital tasks is able to do it.", expertOnly)
}

// remedy says what would settle a check that is broken or unknown.
func (s *setting) remedy(r Requirement, st Status, f *figures, out *outcome) reason.Reason {
	say := func(topic, de, en string, figures ...reason.Figure) reason.Reason {
		return reason.New("agency.remedy."+topic, de, en, nil, figures...)
	}
	if st == NotKnown {
		switch r {
		case AccountOwner, DataContract:
			return say("agree", "Mit der Agentur vereinbaren, bevor der Vertrag geschlossen wird.", "Agree on it with the agency before the contract is signed.")
		default:
			return say("ask", "Klären, bevor entschieden wird.", "Find out before deciding.")
		}
	}
	switch r {
	case TwoPublishers:
		return say("publishers", "Mehr Leute einarbeiten: {missing} {missing?fehlt|fehlen}.", "Train more people: {missing} missing.", reason.Number("missing", float64(s.publishers)-out.publishers, 0))
	case OwnHours:
		return say("hours", "Mehr Stunden freihalten, weniger Videos planen oder der Agentur mehr Aufgaben geben.", "Keep more hours free, plan fewer videos, or give the agency more tasks.")
	case AgencyHours:
		return say("agencyHours", "{missing:Stunde|Stunden} je Woche mehr vereinbaren oder Aufgaben zurücknehmen.", "Agree on {missing} more {missing?hour|hours} a week or take tasks back.", hours("missing", out.agencyNeed-out.agencyHours))
	case Skills:
		return say("skills", "Schulen, jemanden mit dem Können gewinnen oder die Aufgabe abgeben.", "Train, find somebody with the skill, or hand the task over.")
	case ReplyTime:
		return say("reply", "Vertretung regeln oder die Community der Seite überlassen, die schneller antwortet.", "Arrange cover, or give the community to the side that answers faster.")
	case ApprovalPath:
		return say("approval", "Freigabe im Haus halten und verkürzen, etwa durch vereinbarte Themen ohne Einzelfreigabe.", "Keep approval in-house and shorten it, for instance by agreed topics that need no approval of each video.")
	case Budget:
		return say("budget", "Es fehlen {missing} im teuersten Jahr: Mittel anmelden oder weniger Stunden kaufen.", "{missing} short in the most expensive year: apply for funds or buy fewer hours.", euros("missing", out.dearestYear-f[slot(LeverBudget, 0)]))
	case StartDate:
		return say("start", "Später beginnen: Es {missing?fehlt|fehlen} {missing:Woche|Wochen}.", "Start later: {missing:week is|weeks are} missing.", reason.Number("missing", out.measurements[Start.index()]-s.weeks, 1))
	case AccountOwner:
		return say("accounts", "Konten im Namen des Hauses anlegen und der Agentur nur Zugriff geben.", "Open the accounts in the organisation's name and give the agency access only.")
	default:
		return say("data", "Ohne diesen Vertrag darf die Agentur keine Daten aus dem Kanal verarbeiten.", "Without this contract the agency may not process data from the channel.")
	}
}
