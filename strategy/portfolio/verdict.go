package portfolio

import (
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// small is the share of the target group whose loss is not worth an account: half a per cent,
// well inside the doubt of any reach. A rule of ours.
const small = 0.005

// decide gives one candidate its verdict with the reasons.
func (d *decider) decide(i int) (Decision, error) {
	c := d.q.Candidates[i]
	decision := Decision{Name: c.Name}
	var err error
	if c.knownReach() {
		if decision.Alone, err = d.estimate(1 << i); err != nil {
			return Decision{}, err
		}
		if decision.Unique, err = d.added(d.found.set, i); err != nil {
			return Decision{}, err
		}
	}
	decision.Verdict, decision.Reasons = d.verdict(i, decision)
	return decision, nil
}

func (d *decider) verdict(i int, decision Decision) (Verdict, []reason.Reason) {
	c := d.q.Candidates[i]
	name := reason.Text("name", c.Name)
	running := c.State == Active
	switch {
	case c.RuledOut != "":
		why := reason.New("portfolio.ruled-out", "{name} ist ausgeschlossen: {why}.", "{name} is ruled out: {why}.", nil, name, reason.Text("why", c.RuledOut))
		return d.unused(c), []reason.Reason{why}
	case c.Role == Reserve || c.State == Resting && !d.in(i):
		return KeepInReserve, []reason.Reason{reason.New("portfolio.reserve",
			"{name} bleibt als Reserve für den Ernstfall und kostet keine Stunden.",
			"{name} stays in reserve for an emergency and costs no hours.", reason.Said("A3"), name)}
	case !d.fit(c):
		return d.unused(c), []reason.Reason{d.unfit(c)}
	case !c.knownReach():
		why := reason.New("portfolio.unknown-reach", "Wie viele Menschen {name} in der Zielgruppe erreicht, ist nicht bekannt.",
			"How many people in the target group {name} reaches is not known.", nil, name)
		switch {
		case running:
			return Keep, []reason.Reason{why}
		case c.State == Left: // nothing speaks for coming back
			return Leave, []reason.Reason{why}
		default:
			return Watch, []reason.Reason{why}
		}
	case d.in(i):
		return d.run(c, decision)
	case running && c.Role == Crisis:
		return Leave, []reason.Reason{reason.New("portfolio.replaced", "{other} übernimmt im Ernstfall die Rolle von {name}.",
			"{other} takes over the role of {name} in an emergency.", nil, name, reason.Text("other", c.ReplacedBy))}
	case running:
		return d.giveUp(c, decision)
	case c.State == Left:
		return Leave, []reason.Reason{d.lacksHours(c, decision, "portfolio.stays-left",
			"{name} wird nicht wieder aufgenommen: {hours:Stunde|Stunden} in der Woche {hours?bringt|bringen} anderswo mehr. Der Kanal würde {people} Menschen zusätzlich erreichen.",
			"{name} is not taken up again: {hours:hour a week does|hours a week do} more elsewhere. It would reach {people} more people.")}
	default:
		return Watch, []reason.Reason{d.lacksHours(c, decision, "portfolio.lacks-hours",
			"Für {name} fehlen die Stunden: {hours} in der Woche. Der Kanal würde {people} Menschen zusätzlich erreichen.",
			"There are no hours for {name}: it takes {hours} a week. It would reach {people} more people.")}
	}
}

func (d *decider) in(i int) bool { return d.found.set>>i&1 == 1 }

// unused is the verdict on a candidate that ratings or guard rails forbid.
func (d *decider) unused(c Candidate) Verdict {
	switch {
	case c.Role == Crisis || c.State == Resting:
		return KeepInReserve
	case c.State == Active || c.State == Left:
		return Leave
	default:
		return Watch
	}
}

func (d *decider) unfit(c Candidate) reason.Reason {
	mean, _ := c.Ratings.mean()
	return reason.New("portfolio.unfit",
		"Bots, Gesprächskultur und Richtigstellungen auf {name} sind im Mittel mit {mean} von 5 bewertet, verlangt sind {least}.",
		"Bots, discussion and corrections on {name} are rated {mean} of 5 on average; {least} is asked for.",
		reason.Said("A3"), reason.Text("name", c.Name), reason.Number("mean", mean, 1), reason.Number("least", d.q.MinRating, 1))
}

func (d *decider) run(c Candidate, decision Decision) (Verdict, []reason.Reason) {
	name := reason.Text("name", c.Name)
	adds := reason.New("portfolio.adds",
		"{name} erreicht {people} Menschen der Zielgruppe, die sonst kein Kanal des Plans erreicht, für {hours:Stunde|Stunden} in der Woche.",
		"{name} reaches {people} people of the target group whom no other channel of the plan reaches, for {hours:hour|hours} a week.",
		nil, name, reason.Range("people", decision.Unique, -2), reason.Hours("hours", c.Hours))
	switch {
	case c.State == Active:
		reasons := []reason.Reason{adds}
		if c.Role == Crisis {
			reasons = append(reasons, reason.New("portfolio.crisis", "{name} ist im Ernstfall unentbehrlich und wird nicht ohne Ersatz aufgegeben.",
				"{name} is indispensable in an emergency and is not given up without a replacement.", reason.Said("A2", "A4"), name))
		}
		return Keep, reasons
	case measured(c):
		return Launch, []reason.Reason{adds}
	default:
		return Pilot, []reason.Reason{adds, reason.New("portfolio.pilot",
			"Die Reichweite von {name} ist noch nicht gemessen, darum ein Versuch auf Zeit mit einem Tag, an dem Sie Bilanz ziehen.",
			"The reach of {name} has not been measured yet, so this is a trial for a limited time with a day on which you take stock.", reason.Said("K3", "C2"), name)}
	}
}

func measured(c Candidate) bool {
	for _, e := range c.Reach {
		if e.Known() && e.Evidence() != measure.Measured {
			return false
		}
	}
	return true
}

// giveUp: a channel that runs although its hours do more elsewhere.
func (d *decider) giveUp(c Candidate, decision Decision) (Verdict, []reason.Reason) {
	lost := d.lacksHours(c, decision, "portfolio.more-elsewhere",
		"{hours:Stunde|Stunden} in der Woche für {name} {hours?bringt|bringen} anderswo mehr. Ohne den Kanal gehen {people} Menschen verloren, die sonst niemand erreicht.",
		"{hours:hour|hours} a week for {name} {hours?does|do} more elsewhere. Without the channel {people} people are lost whom nobody else reaches.")
	total := 0.0
	for _, n := range d.problem.people {
		total += n
	}
	if decision.Unique.P50() < small*total {
		return Leave, []reason.Reason{lost}
	}
	return KeepInReserve, []reason.Reason{lost}
}

func (d *decider) lacksHours(c Candidate, decision Decision, code, de, en string) reason.Reason {
	return reason.New(code, de, en, nil, reason.Text("name", c.Name), reason.Hours("hours", c.Hours), reason.Range("people", decision.Unique, -2))
}

// trigger says what would move a watched candidate.
func (d *decider) trigger(i int, hours measure.Estimate) []reason.Reason {
	c := d.q.Candidates[i]
	name := reason.Text("name", c.Name)
	switch {
	case !d.searched[i] && !c.knownReach():
		return []reason.Reason{reason.New("portfolio.find-reach", "Finden Sie heraus, wie viele Menschen der Zielgruppe {name} nutzen.",
			"Find out how many people of the target group use {name}.", nil, name)}
	case !d.searched[i]:
		return []reason.Reason{reason.New("portfolio.review-obstacle", "Prüfen Sie beim nächsten Termin, ob noch gilt, was gegen {name} spricht.",
			"Check at the next review whether what speaks against {name} still holds.", nil, name)}
	case hours.Known():
		return []reason.Reason{reason.New("portfolio.from-hours", "Mit {hours:Stunde|Stunden} mehr in der Woche gehört {name} zum besten Plan.",
			"With {hours} more {hours?hour|hours} a week {name} is part of the best plan.", nil, name, reason.Number("hours", hours.P50(), 0))}
	default:
		return []reason.Reason{reason.New("portfolio.not-by-hours", "Auch mit {most} Stunden mehr in der Woche erreichen andere Kanäle mehr als {name}.",
			"Even with {most} more hours a week other channels reach more than {name}.", nil, name, reason.Count("most", furthest))}
	}
}

// explain says the plan as a whole, and what others do.
func (d *decider) explain(p Plan) []reason.Reason {
	running, unknown := int64(0), int64(0)
	for i, decision := range p.Decisions {
		if decision.Verdict.runs() {
			running++
			if !d.q.Candidates[i].knownReach() {
				unknown++
			}
		}
	}
	figures := []reason.Figure{
		reason.Count("channels", running), reason.Count("unknown", unknown), reason.Hours("hours", p.Hours),
		reason.Hours("have", d.q.Hours-d.q.Experiments), reason.Range("people", p.People, -2),
	}
	code, de, en := "portfolio.plan",
		"{channels:Kanal|Kanäle} in {hours} von {have} Stunden in der Woche {channels?erreicht|erreichen} {people} Menschen der Zielgruppe, jeden einmal gezählt.",
		"{channels:channel|channels} in {hours} of {have} hours a week {channels?reaches|reach} {people} people of the target group, each counted once."
	switch {
	case running == 0:
		code, de, en = "portfolio.plan.nothing",
			"In {have} Stunden in der Woche läuft kein Kanal.",
			"No channel runs in {have} hours a week."
	case unknown == 0:
	case unknown == running:
		code, de, en = "portfolio.plan.unknown",
			"{channels:Kanal läuft|Kanäle laufen} in {hours} von {have} Stunden in der Woche. Wie viele Menschen der Zielgruppe das erreicht, ist nicht bekannt.",
			"{channels:channel runs|channels run} in {hours} of {have} hours a week. How many people of the target group that reaches is not known."
	default:
		code = "portfolio.plan.partly"
		de += " Die Reichweite von {unknown:Kanal|Kanälen} ist nicht bekannt und nicht mitgezählt."
		en += " The reach of {unknown:channel|channels} is not known and not counted."
	}
	reasons := []reason.Reason{reason.New(code, de, en, nil, figures...)}
	if have := d.q.Hours - d.q.Experiments; p.Hours > have*(1+1e-9) {
		reasons = append(reasons, reason.New("portfolio.over-hours",
			"Das {over?ist|sind} {over:Stunde|Stunden} in der Woche mehr, als da sind.", "That is {over:hour|hours} a week more than there are.",
			nil, reason.Hours("over", p.Hours-have)))
	}
	if len(p.NextHours.Run) > 0 {
		reasons = append(reasons, reason.New("portfolio.next-hours",
			"{hours:Stunde|Stunden} mehr in der Woche {hours?würde|würden} rund {people} Menschen mehr erreichen, mit {name}.",
			"{hours} more {hours?hour|hours} a week would reach about {people} more people, with {name}.",
			nil, reason.Hours("hours", p.NextHours.Hours), reason.Number("people", p.NextHours.People, -2), reason.Text("name", p.NextHours.Run[0])))
	}
	return append(reasons, d.context()...)
}

// context says what German authorities and municipalities run.
func (d *decider) context() []reason.Reason {
	var reasons []reason.Reason
	seen := map[platform.Name]bool{}
	for _, c := range d.q.Candidates {
		running, ok := germany.RunningOn(c.Platform, germany.AllBodies)
		if !ok || seen[c.Platform] {
			continue
		}
		seen[c.Platform] = true
		reasons = append(reasons, running.Reason())
	}
	return reasons
}
