// Package measure holds the values that all of hochkant calculates with:
// shares, people, hours, euros, dates, intervals and estimates, each with its
// unit, and the source and kind of evidence a figure comes from.
//
// All types are small values that nobody changes after they were made. What is
// not known is a value of its own and never 0: the zero [Estimate] is unknown,
// the zero [Interval] is open at both ends, the zero [Date] is not valid.
//
// An [Estimate] is a range of the middle 80 %: P10, P50 and P90. Quantiles do
// not add up, so there is no addition of estimates here; what is exact, a
// monotone function of one estimate, is [Estimate.Map].
package measure
