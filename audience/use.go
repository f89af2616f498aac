package audience

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// UseTable holds figures of platform use by age band, frequency, base and
// year. Cells that no source gives stay missing: nothing is filled in. The
// zero UseTable is empty.
type UseTable struct{ figures []Penetration }

// NewUseTable returns a table of the figures. Two figures for the same
// platform, band, frequency, base and year are a problem of kind
// check.ErrDuplicate, because one of them would be passed over silently.
func NewUseTable(figures ...Penetration) (UseTable, error) {
	var l check.List
	order := make([]int, len(figures))
	for i := range figures {
		order[i] = i
		if !figures[i].s.Band.IsValid() {
			figures[i].s.Check(&l, check.Pointer(i)) // the zero Penetration; others are checked by their constructor
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return compareStatements(&figures[i].s, &figures[j].s) })
	t := UseTable{make([]Penetration, len(figures))}
	for k, i := range order {
		t.figures[k] = figures[i]
		if k > 0 && compareStatements(&figures[order[k-1]].s, &figures[i].s) == 0 {
			l.Add(check.Pointer(i), check.ErrDuplicate, figures[i].s.Band, "one figure per platform, band, frequency, base and year")
		}
	}
	if err := l.Err(); err != nil {
		return UseTable{}, err
	}
	return t, nil
}

// compareStatements is the order of a table; equal statements are of the same cell.
func compareStatements(a, b *Statement) int {
	if c := cmp.Compare(a.Platform, b.Platform); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.Frequency, b.Frequency), a.Band.Compare(b.Band), cmp.Compare(a.Source.Year, b.Source.Year))
}

// With returns the table with further figures, under the rules of [NewUseTable].
func (t UseTable) With(figures ...Penetration) (UseTable, error) {
	return NewUseTable(slices.Concat(t.figures, figures)...)
}

// All returns the figures in order of platform, base, frequency, band and year.
func (t UseTable) All() []Penetration { return slices.Clone(t.figures) }

// of returns the figures of a platform and base, which stand together.
func (t UseTable) of(n platform.Name, b Base) []Penetration {
	before := func(p Penetration, _ struct{}) int {
		return cmp.Or(cmp.Compare(p.s.Platform, n), cmp.Compare(p.s.Base, b), 1) // never equal: the first one
	}
	after := func(p Penetration, _ struct{}) int {
		return cmp.Or(cmp.Compare(p.s.Platform, n), cmp.Compare(p.s.Base, b), -1)
	}
	lo, _ := slices.BinarySearchFunc(t.figures, struct{}{}, before)
	hi, _ := slices.BinarySearchFunc(t.figures, struct{}{}, after)
	return t.figures[lo:hi]
}

// UseQuery asks a [UseTable] for one cell.
type UseQuery struct {
	Platform  platform.Name
	Band      Band
	Frequency Frequency
	Base      Base // zero: [Residents]
	Year      int
}

// Lookup returns the figure of exactly the band and frequency asked for, of
// the nearest year (of two equally near ones the later), with the sentence
// that says what it is and of when. Where no year has the cell, ok is false.
func (t UseTable) Lookup(q UseQuery) (p Penetration, why reason.Reason, ok bool) {
	for _, f := range t.of(q.Platform, cmp.Or(q.Base, Residents)) {
		s := f.s
		if s.Band != q.Band || s.Frequency != q.Frequency {
			continue
		}
		if !ok || apart(s.Source.Year, q.Year) <= apart(p.s.Source.Year, q.Year) {
			p, ok = f, true
		}
	}
	if !ok {
		return Penetration{}, reason.Reason{}, false
	}
	return p, useReason(p.s, q.Year), true
}

// apart returns the distance of two years.
func apart(a, b int) int { return max(a-b, b-a) }

func useReason(s Statement, asked int) reason.Reason {
	de, en := s.Frequency.in()
	figures := []reason.Figure{
		shareFigure("share", s.Share),
		reason.Text("band", s.Band.String()),
		reason.Text("platform", platformTitle(s.Platform)),
		reason.Word("often", de, en),
		reason.Year("year", s.Source.Year),
	}
	if s.Source.Year == asked {
		return reason.New("audience.use",
			"{share} der Altersgruppe {band} nutzen {platform} {often} ({year}).",
			"{share} of the age group {band} use {platform} {often} ({year}).",
			[]measure.Source{s.Source}, figures...)
	}
	return reason.New("audience.use.year",
		"{share} der Altersgruppe {band} nutzen {platform} {often}. Für {asked} gibt es keine Zahl, die nächste ist von {year}.",
		"{share} of the age group {band} use {platform} {often}. There is no figure for {asked}, the nearest is of {year}.",
		[]measure.Source{s.Source}, append(figures, reason.Year("asked", asked))...)
}

// platformTitle returns the platform's own spelling where the library knows it.
func platformTitle(n platform.Name) string {
	if p, ok := platform.Known().Lookup(n); ok {
		return p.Title
	}
	return string(n)
}
