// Package reach is the mathematics of how many people see something: curves of
// reach against exposures, how often people are reached, how many people several
// platforms reach together, and what each of them adds.
//
// It knows no platform, no policy and no language. All figures are shares of one
// population (0 to 1) or numbers of people; package audience gives them meaning.
//
// # The laws
//
//   - [NBD], the negative binomial or Gamma-Poisson law: people differ in how
//     active they are. It is the law of the forecast, and the same activity on
//     all platforms at once gives the union ([NBD.Union]). Its limit of equal
//     people is the Poisson law ([Poisson]).
//   - [Inventory], the shifted Gamma-Poisson law: everybody in the population
//     could be shown at least one of a limited number of exposures.
//   - [BetaBinomial]: a fixed number of videos, each seen or not by a person
//     with a chance of their own.
//   - [Curve]: an NBD law over an audience of so many people, from views to
//     people and back. With shape 1 it is Goerg's one-point curve ([FitSize]).
//
// # Several platforms
//
// [UnionBounds] says what must be true when only the reaches, or also what some
// pairs have in common, are known. A point needs an [Assumption] that is named.
//
// # Domain
//
// Constructors and fits refuse what cannot be, with the problems of package
// check. The methods of a law are plain functions in the sense of package math:
// they return NaN outside their domain (a negative mean, NaN, the zero value of a
// law) and never panic.
package reach
