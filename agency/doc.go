// Package agency answers whether a public body should run its short-video
// channel alone, with an agency, or leave it to one, and what that answer hangs on.
//
// The models are those of an agency expert's talk: [DoItYourself] with one-off
// advice, [DoItWithYou], [DoItForYou]; going [WithoutAgency] is the baseline
// beside them. [Decide] takes a [Case]: what the body has ([Organisation]),
// what it needs ([Need]), what is offered ([Offer]; missing offers are assumed
// and said to be) and what is known about the weights ([Priorities]: nothing, an
// order, ratios, or settled points). The [Decision] holds, for every model:
//
//   - the cost over the horizon in cents, own hours included in all models;
//   - hard checks with three answers (met, broken, unknown), each with reason
//     and remedy; a missing budget makes a model not fundable and no worse;
//   - scores on fixed scales, each derived from facts.
//
// Above them stand a verdict with its printed thresholds, what would flip it,
// the gaps of the body by task, and the explanation in German and English.
//
// Evidence: the criteria budget, price, agility, and that an own team is always
// more agile, more real and closer while an agency has expertise, are the
// expert's claims. Tasks, hours, scales, and the rule that nobody to write and
// no hours for the community call for the full service are ours. Prices and
// hours are defaults to be replaced; see [DefaultOffer] and [DefaultStaffCost].
//
// The package cannot know whether an agency is good, what a council wants, or
// whether a procurement is lawful.
package agency
