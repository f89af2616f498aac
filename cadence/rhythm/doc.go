// Package rhythm answers how many videos a small team can promise and keep.
//
// The hours a week divided by the hours of a video is the wrong answer: videos
// take unequal time, people are on leave and fall ill, and an approval waits.
// Twelve hours a week and four hours a video make three videos a week, which is
// kept in 54 of 100 weeks; two are kept in 91; nine in four weeks in 97.
//
// A [Plan] holds the [Team], the [Work] one video takes, the wait for approval
// and the stock of finished videos. [New] turns it into a [Model], which answers
//
//   - [Model.Best]: the largest rhythm that holds week by week, in batches, and
//     with the stock, what binds it, and what the next larger one would need,
//   - [Model.Outlook]: how likely one [Rhythm] is kept, in any week and through
//     the whole horizon,
//   - [Model.Path]: the stock week by week as a Markov chain,
//   - [Model.Away]: one person away for some weeks, and the stock that survives it.
//
// The mathematics is closed: hours of n videos are gamma distributed, so a week
// holds with a regularised incomplete gamma (or, with unsteady hours, beta)
// function; leave and sickness are a Markov chain of who is there; stock is a
// Markov chain counted in steps of a video. Nothing is simulated. Doubt about the
// mean hours of a video goes through it exactly, because every answer is
// monotone in that mean: P10, P50 and P90.
//
// Not in here: whether more videos bring more views (they buy chances of an
// outlier, not a better typical video), and the quality of any of them.
package rhythm
