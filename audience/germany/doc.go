// Package germany holds dated, sourced figures for Germany: the population by
// single year of age, the use of platforms by age and frequency, what
// platforms report about themselves, attention, news, which platforms public
// bodies run, and what is known about the views of civic channels.
//
// Every figure carries its source, its year and how well the source is known.
// A question for a year without a figure is answered with the nearest dated
// one, and the answer says so. What no source gives is missing: see
// [UseWithBounds] for what the printed totals say about it, marked as derived.
//
// Four measures of "users" differ by a factor of two to three and are four
// things here: the share of a random sample ([Use], base residents), the
// share of an online panel ([Use], base internet users), the monthly
// recipients that platforms report, and the reach that advertising planners
// show (both [Accounts], which are never people). A town comes from [Town] or
// [TownTable].
package germany
