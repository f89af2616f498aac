// Package mcda compares alternatives on several criteria by an additive value
// model and says how much of the answer hangs on weights and inputs that
// nobody knows exactly.
//
// A [ValueFunction] turns a measurement into a value on a fixed scale, a
// [Table] holds the values of all alternatives, and [Weights] add them up to a
// [Ranking] with ties. Where the weights are not agreed, a [Space] holds all
// weights that obey what is known (nothing, an order, ratios, bounds), and
// where the inputs are not known either, each is a [Quantity] with a range.
//
// Exact answers: critical weights and stability intervals
// ([Table.Critical], [Table.Stability]), dominance ([Table.Dominance]), and
// the probability that one alternative beats another ([Table.Pairwise]; the
// space of weights is cut into simplices for it). Sampled answers: stochastic
// multicriteria acceptability analysis with standard errors
// ([Table.Acceptability], [Simulation.Run]) and the value of finding out an
// input ([Information]). [TOPSIS] is the one second opinion.
//
// Scales are fixed before the alternatives are seen, so that adding or
// removing an alternative never turns the order of two others round.
//
// Criteria and alternatives are numbered from 0. All functions are pure and
// safe for concurrent use; a [math/rand/v2.Source] is not and belongs to one
// call at a time. What is wrong with an input is returned as problems of
// package check, all at once, each with its place. Nothing is normalised,
// sorted or repaired on the way, and no result holds NaN or an infinity.
//
// Left out on purpose: pairwise comparison matrices, outranking, compromise
// programming and minimax regret. For three alternatives they add conventions,
// not knowledge.
package mcda
