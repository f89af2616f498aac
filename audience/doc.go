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
// # Views
//
// A [ViewModel] learns from a channel's videos, from reports and from a prior
// what the next video and the next ten together will get ([ViewModel.Total]):
// a level that drifts, and a spread with hits. On 30 public channels (890
// forecasts) its 80 % ranges held 83 % of the next videos and 80 % of the totals of
// ten; videos taken as independent hold half to two thirds of those totals.
// [CompareViews] answers whether a channel got better or was lucky.
//
// # Forecast
//
// A [Target] is a target group on its platforms, a [Plan] what is to be posted.
// [Target.Forecast] says how many different people the plan reaches, by band, by
// channel and net, who is left out and why, and which doubtful input to find
// out first. [Net] does it for reaches and follower counts that are known.
//
// What nobody publishes is assumed with a wide range and listed as assumed: which
// share of views comes from the place, how unequally people see a channel, how
// old its viewers are. Whether a person who is reached watches on, agrees or
// acts is no question this package can answer.
//
// The figures for Germany are in audience/germany, the readers for exports of
// platforms in audience/insights, the mathematics of reach in audience/reach.
package audience
