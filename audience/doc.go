// Package audience answers how many of the people a channel wants to reach a
// plan can reach, and who is left out, always as a range.
//
// # Who can be reached
//
// A [Place] has people by age [Band], from a table or scaled from its
// inhabitants. A [UseTable] has figures of platform use by band, [Frequency]
// and year; what no source gives stays missing. [UseTable.Reachable] puts both
// together.
//
// Two shares that are often mixed up are two types: [Penetration] is the share
// of an age band that uses a platform ("more than half of the 14- to
// 19-year-olds"), [Composition] the share of a platform's users in a band ("26 %
// of TikTok users are 10 to 29"). One becomes the other only with the number of
// users and of people, and figures that cannot both be right are reported.
//
// # Records
//
// A [Video] is what is known about one published video. Counts are intervals:
// what is not known is never 0, what was rounded is a range. A [ViewPrior]
// stands in for the history of a channel that has none.
//
// The figures for Germany are in audience/germany, the readers for exports of
// platforms in audience/insights, the mathematics of reach in audience/reach.
package audience
