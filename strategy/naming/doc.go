// Package naming looks at the names of channels, series, videos and handles of
// public bodies and asks whether the person comes first or the office: not
// "Arbeitsmarktintegration" but "Wege zum Job" or "Wege aus der
// Arbeitslosigkeit".
//
// A [Checker] gives a name a score from 0 to 100 that is a sum anyone can add
// up, findings with their place, and, by [Checker.Suggest], better names that
// were checked like the first. [Checker.Handles] turns a name into handles that
// the platforms take, [Checker.Portfolio] looks at all names of a body together,
// and [Checker.Channels] groups services into topic channels by the life
// situations of the Online Access Act.
//
// # Evidence
//
// Official German service names are an object and an administrative act; the
// closed table of acts, nominalisation, final verb and length carry most of the
// difference to the words that citizens use. Word frequency lists and
// readability formulas do not help on names of one to six words, so there are
// none here. The weights were tuned on one half of 592 official names with a
// citizen's search word (Munich) and of 4,813 official names (LeiKa 2019).
//
// # What it cannot know
//
// Only German is understood. A word the lexicon has nothing on costs nothing
// and is listed in [Report.Unknown]. Whether a handle is free is not looked up.
// And whether people understand a name is found out by asking some of them: the
// score is a writing aid, not a proof.
package naming
