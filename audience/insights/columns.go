package insights

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// layout is how a format of separated values looks: the columns it must have,
// those it may have, and what reads its rows.
type layout struct {
	format   Format
	required []column
	optional []column
	titled   bool // the file begins with the name of its metric
	read     func(*reading)
}

// column is one column under the names it goes by.
type column struct {
	key   string
	names []string
}

// layouts are all formats of separated values. The one with the most required
// columns that a file has is its format.
func layouts() []layout {
	return slices.Concat(tikTokStudioLayouts(), tikTokBusinessLayouts(), youTubeLayouts(), metaLayouts())
}

// reading is a table on its way into an Export.
type reading struct {
	table
	o   Options
	l   *check.List
	out Export
	at  map[string]int // column index by key
}

func readTable(t table, o Options, l *check.List) Export {
	var r reading
	var best layout
	for _, f := range layouts() {
		try := reading{table: t, o: o, l: l, out: Export{Format: f.format}, at: map[string]int{}}
		if f.titled == (t.title != "") && len(f.required) > len(best.required) && try.fits(f) {
			r, best = try, f
		}
	}
	switch {
	case best.read == nil:
		l.Add("/lines/1", check.ErrUnknown, strings.Join(t.header, ", "), "the columns of an export of TikTok, YouTube Studio or Meta Business Suite")
	case len(t.rows) == 0:
		l.Add("", check.ErrRequired, check.None, "at least one row below the header of "+best.format.String())
	default:
		best.read(&r)
		r.warnUnknown()
	}
	return r.out
}

// fits finds the columns of a layout and names those it does not know.
func (r *reading) fits(f layout) bool {
	known := map[int]bool{}
	for i, c := range slices.Concat(f.required, f.optional) {
		for _, name := range c.names {
			if j := slices.Index(r.header, name); j >= 0 {
				r.at[c.key], known[j] = j, true
				break
			}
		}
		if _, ok := r.at[c.key]; !ok && i < len(f.required) {
			return false
		}
	}
	for j, name := range r.header {
		if !known[j] && name != "" {
			r.out.Unknown = append(r.out.Unknown, name)
		}
	}
	return true
}

func (r *reading) warn(code, de, en string, figures ...reason.Figure) {
	r.out.Warnings = append(r.out.Warnings, reason.New(code, de, en, nil, figures...))
}

func (r *reading) warnUnknown() {
	if len(r.out.Unknown) > 0 {
		r.warn("insights.columns",
			"Nicht gelesen, weil unbekannt: {columns}.", "Not read because unknown: {columns}.",
			reason.Text("columns", strings.Join(r.out.Unknown, ", ")))
	}
}

// has reports whether the file has a column.
func (r *reading) has(key string) bool { _, ok := r.at[key]; return ok }

// cell returns a cell of a row, "" where the file lacks the column.
func (r *reading) cell(row record, key string) string {
	if i, ok := r.at[key]; ok {
		return row.cells[i]
	}
	return ""
}

// place is the pointer to a cell: /lines/7/Video views.
func (r *reading) place(row record, key string) string {
	name := key
	if i, ok := r.at[key]; ok {
		name = r.header[i]
	}
	return check.Pointer("lines", row.line, name)
}

// parsed notes the problem of a cell and returns its value.
func parsed[T any](r *reading, row record, key string, parse func(string) (T, error)) T {
	v, err := parse(r.cell(row, key))
	if err != nil {
		r.l.Merge(r.place(row, key), err)
	}
	return v
}

func (r *reading) count(row record, key string) measure.Interval {
	return parsed(r, row, key, r.o.Numbers.count)
}

// zone returns the zone of the account and notes that it is missing.
func (r *reading) zone() (*time.Location, bool) {
	if r.o.Location == nil {
		r.l.Add("/location", check.ErrRequired, check.None, "the time zone of the account: the times of this file have none")
		return nil, false
	}
	return r.o.Location, true
}

// counted returns the end of the day of the export, zero when it is not known.
func (o Options) counted() time.Time {
	if o.ExportedOn.IsZero() {
		return time.Time{}
	}
	loc := o.Location
	if loc == nil {
		loc = time.UTC
	}
	return o.ExportedOn.AddDays(1).In(loc)
}

// add checks a record and takes it over.
func (r *reading) add(row record, v audience.Video) {
	v.Check(r.l, "/lines/"+strconv.Itoa(row.line))
	r.out.Videos = append(r.out.Videos, v)
}

// definitions are the versions of what a platform counts as a view.
type definitions struct{ profile platform.Profile }

func definitionsOf(n platform.Name) definitions {
	p, _ := platform.Known().Lookup(n) // the zero Profile has no versions
	return definitions{p}
}

// at returns the version that held on the day of publication. A video whose
// views were counted over a change mixes two; most views of a short video fall
// into its first days.
func (d definitions) at(published time.Time) string {
	v, _ := d.profile.ViewAt(measure.DateOf(published.UTC()))
	return v.ID
}

// series reads columns of days into series, in the order given.
func (r *reading) series(dates []measure.Date, columns ...dayColumn) {
	for _, c := range columns {
		if !r.has(c.key) {
			continue
		}
		s := Series{Metric: c.metric, Points: make([]Point, len(r.rows))}
		for i, row := range r.rows {
			parse := c.parse
			if parse == nil {
				parse = r.o.Numbers.count
			}
			s.Points[i] = Point{Date: dates[i], Value: parsed(r, row, c.key, parse)}
		}
		r.out.Series = append(r.out.Series, s)
	}
}

type dayColumn struct {
	key    string
	metric Metric
	parse  func(string) (measure.Interval, error) // nil: a count
}

// days reads the column of dates with their years and checks that they are in
// order and not after the export.
func (r *reading) days(key string) []measure.Date {
	dates := make([]measure.Date, len(r.rows))
	for i, row := range r.rows {
		dates[i] = parsed(r, row, key, parseDay)
		if i > 0 && !dates[i].IsZero() && !dates[i].After(dates[i-1]) {
			r.l.Add(r.place(row, key), check.ErrOrder, r.cell(row, key), "a day after that of the line before")
		}
		if o := r.o.ExportedOn; !o.IsZero() && dates[i].After(o) {
			r.l.Add(r.place(row, key), check.ErrRange, r.cell(row, key), fmt.Sprintf("a day not after the export of %s", o))
		}
	}
	return dates
}
