// Package alliance weighs one shared topic channel, run by one editorial team
// for several carriers (Träger), against a channel for each of them.
//
// A [Question] names the carriers with the hours each can give, what a video
// takes, what coordination costs and whom all of them want to reach. [Weigh]
// answers on both sides with the same measures: the share of weeks with a new
// video, the chance of half a year without a gap, the people reached, each
// counted once, people per hour, and the cost of each carrier; which
// coalition of those willing reaches most; and how much coordination the
// shared channel can bear before going alone is better. [Rotate] shares the
// carriers' own formats out fairly, and [Question.Without] says who has to do what when one leaves.
//
// What is measured is the same for both sides, so errors of the view model and
// of the population meet both. That a shared channel is liked as much as an
// own one is assumed, and said.
package alliance
