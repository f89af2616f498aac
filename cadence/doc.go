// Package cadence says how continuously a channel posts, and whether its silence is a
// pause or an end.
//
// A [History] holds the posts of one channel, its announced pauses and the time to
// which it was observed. It is cut into slots, by default ISO weeks: a slot is kept
// when it has at least one post, and the tenth video of a week adds nothing. Slots in
// an announced pause are no evidence and no debt.
//
// A [Model] sees the channel in one of four hidden phases, silent, occasional, regular
// and steady, that last for a while and change by one step at a time: a hidden Markov
// model with the parameters of a [Prior], fitted on public channels ([DefaultPrior]) or
// on the caller's own cohort ([Fit]). The continuity score ([Model.Score]) is 100 times
// the expected share of the next twelve slots that will be kept, half by the phases and
// half by the channel's own recent rate. It is a prediction and can be checked:
// "examples/backtest continuity" does.
//
// [Model.Report] puts it together: "10 of the last 12 weeks kept" first, then the
// [Status] with the dates that prove it, the score with its [Parts], what stands
// beside it (videos per kept slot, variety of topics and formats), warnings of
// [OverPosting], and the [SecondOpinion] of the published model in [liveness].
//
// Apart from the score stand a few diagnostics. No single one tells the story; what
// each of them catches, with B for [Burstiness], M for [Memory] and Lv for
// [LocalVariation]:
//
//	weekly on time                 B -1, Lv 0
//	by chance                      B and M about 0, Lv about 1
//	gaps of 2, 12, 2, 12 days      Lv above 1 and M -1, where B still says regular
//	gaps of 7, 7, 10, 21, 35, 60   M near 1: it dies slowly, where B says chance and Lv regular
//	four at once every month       B above 0
//	fewer per week than before     [History.Changes]
//	a standstill                   [History.OpenGap], [History.Streaks]
//
// What it cannot know: whether a video is good, why a team fell silent, and how German
// authorities post, for the parameters come from newsrooms and YouTube channels.
package cadence
