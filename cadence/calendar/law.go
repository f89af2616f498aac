package calendar

import "time"

// holidayTable is the law of the 16 states from 2015 on. The acts are named by
// [State.Source]; the changes since 2015 are
//
//   - Reformationstag 2017 in every state, once (500 years of the Reformation),
//   - Reformationstag in Bremen, Hamburg, Lower Saxony and Schleswig-Holstein since 2018,
//   - Frauentag in Berlin since 2019, in Mecklenburg-Vorpommern since 2023,
//   - Weltkindertag in Thuringia since 2019,
//   - 8 May 2020 and 2025 in Berlin, once each, and 17 June 2028 in Berlin, once.
//
// They and all days to 2030 agree with the tables of vacanza/holidays (MIT),
// which names the acts. Uncertainty: none for the past; a later act may change
// any day to come.
var holidayTable = [...]holidayRule{
	{"Neujahr", "New Year's Day", time.January, 1, nil},
	{"Heilige Drei Könige", "Epiphany", time.January, 6, []span{{0, 0, of(BadenWuerttemberg, Bavaria, SaxonyAnhalt)}}},
	{"Frauentag", "International Women's Day", time.March, 8, []span{{2019, 0, of(Berlin)}, {2023, 0, of(MecklenburgWesternPomerania)}}},
	{"Karfreitag", "Good Friday", 0, -2, nil},
	{"Ostersonntag", "Easter Sunday", 0, 0, []span{{0, 0, of(Brandenburg)}}},
	{"Ostermontag", "Easter Monday", 0, 1, nil},
	{"Tag der Arbeit", "Labour Day", time.May, 1, nil},
	{"Tag der Befreiung", "Liberation Day", time.May, 8, []span{{2020, 2020, of(Berlin)}, {2025, 2025, of(Berlin)}}},
	{"Christi Himmelfahrt", "Ascension Day", 0, 39, nil},
	{"Pfingstsonntag", "Whit Sunday", 0, 49, []span{{0, 0, of(Brandenburg)}}},
	{"Pfingstmontag", "Whit Monday", 0, 50, nil},
	{"Fronleichnam", "Corpus Christi", 0, 60, []span{{0, 0, of(BadenWuerttemberg, Bavaria, Hesse, NorthRhineWestphalia, RhinelandPalatinate, Saarland)}}},
	{"75. Jahrestag des Aufstandes vom 17. Juni 1953", "75th anniversary of the uprising of 17 June 1953", time.June, 17, []span{{2028, 2028, of(Berlin)}}},
	{"Mariä Himmelfahrt", "Assumption Day", time.August, 15, []span{{0, 0, of(Saarland)}}},
	{"Weltkindertag", "World Children's Day", time.September, 20, []span{{2019, 0, of(Thuringia)}}},
	{"Tag der Deutschen Einheit", "Day of German Unity", time.October, 3, nil},
	{"Reformationstag", "Reformation Day", time.October, 31, []span{
		{0, 0, of(Brandenburg, MecklenburgWesternPomerania, Saxony, SaxonyAnhalt, Thuringia)},
		{2017, 2017, everyState},
		{2018, 0, of(Bremen, Hamburg, LowerSaxony, SchleswigHolstein)},
	}},
	{"Allerheiligen", "All Saints' Day", time.November, 1, []span{{0, 0, of(BadenWuerttemberg, Bavaria, NorthRhineWestphalia, RhinelandPalatinate, Saarland)}}},
	{repentance, "Day of Repentance and Prayer", time.November, 22, []span{{0, 0, of(Saxony)}}},
	{"1. Weihnachtstag", "Christmas Day", time.December, 25, nil},
	{"2. Weihnachtstag", "Second Day of Christmas", time.December, 26, nil},
}

// municipalTable are the days that hold in some municipalities only.
var municipalTable = [...]holidayRule{
	{"Fronleichnam", "Corpus Christi", 0, 60, []span{{0, 0, of(Saxony, Thuringia)}}},
	{"Augsburger Hohes Friedensfest", "Augsburg Peace Festival", time.August, 8, []span{{0, 0, of(Bavaria)}}},
	{"Mariä Himmelfahrt", "Assumption Day", time.August, 15, []span{{0, 0, of(Bavaria)}}},
}
