package procurement

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/measure"
)

// Rule is one row of the table: up to which net value a buyer may order
// directly, on which days.
type Rule struct {
	Region     Region         `json:"region"`
	Levels     []Level        `json:"levels"`             // the buyers it binds
	From       measure.Date   `json:"from"`               // first day
	Until      measure.Date   `json:"until"`              // last day for which the row is known to hold
	DirectUpTo measure.Euro   `json:"directUpTo"`         // direct order (Direktauftrag) up to this value
	UnclearTo  measure.Euro   `json:"unclearTo,omitzero"` // between DirectUpTo and this value sources are open; 0 when clear
	Own        bool           `json:"own,omitzero"`       // no limit set by the state: the buyer's own bylaw decides
	Source     measure.Source `json:"source"`
}

// knownUntil ends rows without an end of their own. The table was collected on
// 21 November 2026; the EU thresholds change again on 1 January 2028.
var knownUntil = measure.MustDate("2027-12-31")

// eu are the EU thresholds for supplies and services, net of VAT: reached or
// exceeded, the award is EU-wide (GWB § 106).
var eu = []struct {
	from, until           measure.Date
	federal, everyoneElse measure.Euro // central federal authorities, and all others
	source                measure.Source
}{
	{
		measure.MustDate("2024-01-01"), measure.MustDate("2025-12-31"), 143_000_00, 221_000_00,
		source("eu-thresholds-2024", "EU-Schwellenwerte 2024 und 2025", "subreport.de", 2024, measure.Publisher),
	},
	{
		measure.MustDate("2026-01-01"), knownUntil, 140_000_00, 216_000_00,
		source("eu-thresholds-2026", "EU-Schwellenwerte 2026 und 2027, OJ L 2025/7079", "subreport.de, ingenieurkammer.de", 2026, measure.Publisher),
	},
}

func source(key, title, publisher string, year int, c measure.Certainty) measure.Source {
	return measure.Source{Key: key, Title: title, Publisher: publisher, Year: year, Certainty: c}
}

// Rules returns the table, ordered by region and first day. Where the research
// found no citable rule (Berlin, Bremen, Hamburg, Mecklenburg-Vorpommern,
// Rheinland-Pfalz, Saxony, the municipalities of Baden-Württemberg) there is no row.
func Rules() []Rule {
	all := slices.Clone(rules)
	for i := range all {
		all[i].Levels = slices.Clone(all[i].Levels)
	}
	return all
}

var rules = table()

func table() []Rule {
	both := []Level{Authority, Municipality}
	authority := []Level{Authority}
	row := func(r Region, levels []Level, from, until string, direct, unclear measure.Euro, s measure.Source) Rule {
		end := knownUntil
		if until != "" {
			end = measure.MustDate(until)
		}
		return Rule{Region: r, Levels: slices.Clone(levels), From: measure.MustDate(from), Until: end, DirectUpTo: direct, UnclearTo: unclear, Source: s}
	}
	anhalt := source("st-direct-order", "Sachsen-Anhalt: Direktauftrag bis 100.000 Euro", "vergabe24.de", 2025, measure.Publisher)
	hesse := source("he-direct-order", "Hessen: Reform des HVTG, Grenze 10.000 auf 100.000 Euro angekündigt", "vhw.de, ggsc.de", 2026, measure.Secondary)
	nrw := source("nw-direct-order", "NRW: Direktauftrag der Landesbehörden bis 50.000 Euro", "vergabeblog.de, dombert.de", 2026, measure.Publisher)
	bridge := source("federal-direct-order-2026", "Bund: Direktauftrag bis 15.000 Euro, BAnz AT 29.12.2025 B1", "vergabeblog.de, vhw.de", 2026, measure.Publisher)
	planned := source("federal-direct-order-planned", "Bund: 50.000 Euro geplant (Vergabebeschleunigungsgesetz, BT-Drs. 21/1934)", "sonntag-partner.de, vergabeblog.de", 2026, measure.Secondary)
	planned.Note = "earliest start 1 April 2026; whether it entered into force was not found"
	rules := []Rule{
		row(Federal, authority, "2024-01-01", "2024-12-31", 1_000_00, 0,
			source("uvgo-14", "UVgO § 14 Direktauftrag", "deutsches-ausschreibungsblatt.de", 2024, measure.Publisher)),
		row(Federal, authority, "2025-01-01", "2025-12-31", 15_000_00, 0,
			source("federal-direct-order-2025", "Bund: Direktauftrag bis 15.000 Euro", "vergabeblog.de", 2025, measure.Publisher)),
		row(Federal, authority, "2026-01-01", "2026-03-31", 15_000_00, 0, bridge),
		row(Federal, authority, "2026-04-01", "", 15_000_00, 50_000_00, planned),
		row(BadenWuerttemberg, authority, "2024-10-01", "", 100_000_00, 0,
			source("bw-vwv-beschaffung", "VwV Beschaffung vom 23. Juli 2024", "vergabe24.de", 2024, measure.Publisher)),
		row(Bavaria, both, "2025-01-01", "2029-12-31", 100_000_00, 0,
			source("by-baywivg-20", "BayWiVG Art. 20", "eylaw.de, vergabe24.de", 2025, measure.Publisher)),
		row(Brandenburg, both, "2025-06-18", "", 100_000_00, 0,
			source("bb-direct-order", "Brandenburg: Direktauftrag bis 100.000 Euro", "abz-bayern.de, blog.cosinex.de", 2025, measure.Publisher)),
		row(Hesse, both, "2025-01-01", "2026-01-13", 10_000_00, 0, hesse),
		row(Hesse, both, "2026-01-14", "", 10_000_00, 100_000_00, hesse),
		row(LowerSaxony, both, "2025-05-29", "", 20_000_00, 0,
			source("ni-direct-order", "Niedersachsen: Direktauftrag bis 20.000 Euro", "appelhagen.de, vergabe24.de", 2025, measure.Publisher)),
		row(NorthRhineWestphalia, authority, "2025-01-01", "2026-01-31", 15_000_00, 0, nrw),
		row(NorthRhineWestphalia, authority, "2026-02-01", "", 50_000_00, 0, nrw),
		row(NorthRhineWestphalia, []Level{Municipality}, "2026-01-01", "", 0, 0,
			source("nw-go-75a", "GO NRW § 75a: keine Wertgrenzen des Landes, eigene Satzung möglich", "ihk.de, grantthornton.de", 2026, measure.Publisher)),
		row(Saarland, both, "2026-01-01", "2026-12-31", 100_000_00, 0,
			source("sl-direct-order", "Saarland: Direktauftrag bis 100.000 Euro, verlängert", "pls.gmbh", 2026, measure.Secondary)),
		row(SaxonyAnhalt, both, "2025-01-01", "2025-10-31", 15_000_00, 0, anhalt),
		row(SaxonyAnhalt, both, "2025-11-01", "2025-11-30", 15_000_00, 100_000_00, anhalt), // the day in November was not found
		row(SaxonyAnhalt, both, "2025-12-01", "2028-12-31", 100_000_00, 0, anhalt),
		row(SchleswigHolstein, both, "2024-01-01", "", 5_000_00, 0,
			source("sh-direct-order", "Schleswig-Holstein: Direktauftrag bis 5.000 Euro (spätere Änderung nicht gefunden)", "vergabe24.de", 2024, measure.Secondary)),
		row(Thuringia, both, "2025-03-28", "", 30_000_00, 0,
			source("th-direct-order", "Thüringen: Direktauftrag bis 30.000 Euro", "ihk.de/erfurt, cosinex", 2025, measure.Publisher)),
	}
	for i := range rules {
		rules[i].Own = rules[i].Region == NorthRhineWestphalia && rules[i].DirectUpTo == 0
	}
	return rules
}
