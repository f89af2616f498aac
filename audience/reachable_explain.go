package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// explain writes the sentence of the answer and lists what had to be assumed.
func (r *Reachable) explain(q ReachableQuery, sources []measure.Source) {
	de, en := q.Frequency.in()
	title := platformTitle(q.Platform)
	if r.People.Known() {
		digits := roundingOf(r.People.P50())
		r.Reason = reason.New("audience.reachable",
			"{people} Menschen der Zielgruppe in {place} nutzen {platform} {often}: mehr können dort nicht erreicht werden.",
			"{people} people of the target group in {place} use {platform} {often}: no more can be reached there.",
			sources, reason.Range("people", r.People, digits), reason.Text("place", q.Place.Name()),
			reason.Text("platform", title), reason.Word("often", de, en))
	} else {
		r.Reason = reason.New("audience.reachable.unknown",
			"Wie viele Menschen der Zielgruppe in {place} {platform} {often} nutzen, ist nicht bekannt: Für mindestens ein Alter gibt es keine Zahl.",
			"How many people of the target group in {place} use {platform} {often} is not known: for at least one age there is no figure.",
			nil, reason.Text("place", q.Place.Name()), reason.Text("platform", title), reason.Word("often", de, en))
	}
	r.Assumptions = []reason.Reason{reason.New("audience.reachable.national",
		"Angenommen: Die Anteile der Befragungen für Deutschland gelten auch in {place}.",
		"Assumed: the shares of surveys for Germany hold in {place} as well.",
		nil, reason.Text("place", q.Place.Name()))}
	if q.Place.IsScaled() {
		r.Assumptions = append(r.Assumptions, reason.New("audience.reachable.structure",
			"Angenommen: {place} hat die Altersstruktur Deutschlands. Eine eigene Tabelle macht die Zahl genauer, vor allem in Hochschulstädten.",
			"Assumed: {place} has the age structure of Germany. A table of its own makes the figure more exact, above all in university towns.",
			nil, reason.Text("place", q.Place.Name())))
	}
	for _, b := range r.Bands {
		for _, m := range b.Missing {
			r.Assumptions = append(r.Assumptions, reason.New("audience.reachable.missing",
				"Für {ages} gibt es keine Zahl zur Nutzung von {platform}; nichts wurde ergänzt.",
				"For {ages} there is no figure on the use of {platform}; nothing was filled in.",
				nil, reason.Text("ages", m.String()), reason.Text("platform", title)))
		}
		for _, f := range b.Figures {
			r.Assumptions = append(r.Assumptions, assumptionsOf(f.s, b.Band, q)...)
		}
	}
}

// assumptionsOf says where a figure is taken for what it is not.
func assumptionsOf(s Statement, target Band, q ReachableQuery) []reason.Reason {
	var all []reason.Reason
	sources := []measure.Source{s.Source}
	if s.Frequency != q.Frequency {
		de, en := s.Frequency.in()
		wantDe, wantEn := q.Frequency.in()
		all = append(all, reason.New("audience.reachable.bound",
			"Für {target} und „{wanted}“ gibt es keine Zahl. Der Anteil der Altersgruppe {band}, der {often} nutzt, begrenzt ihn nur.",
			"For {target} and “{wanted}” there is no figure. The share of the age group {band} that uses it {often} only bounds it.",
			sources, reason.Text("target", target.String()), reason.Word("wanted", wantDe, wantEn),
			reason.Text("band", s.Band.String()), reason.Word("often", de, en)))
	}
	if !target.Contains(s.Band) {
		all = append(all, reason.New("audience.reachable.band",
			"Angenommen: Die Zahl für {band} gilt auch für {target}.",
			"Assumed: the figure for {band} holds for {target} as well.",
			sources, reason.Text("band", s.Band.String()), reason.Text("target", target.String())))
	}
	if s.Source.Year != q.Year {
		all = append(all, reason.New("audience.reachable.year",
			"Für {target} ist die nächste Zahl von {year}, gefragt ist {asked}.",
			"For {target} the nearest figure is of {year}, asked is {asked}.",
			sources, reason.Text("target", target.String()), reason.Year("year", s.Source.Year), reason.Year("asked", q.Year)))
	}
	return all
}

// roundingOf keeps two significant digits of a number of people.
func roundingOf(x float64) int {
	if x < 10 {
		return 0
	}
	return 1 - int(math.Floor(math.Log10(x)))
}
