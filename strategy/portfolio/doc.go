// Package portfolio weighs which platforms a body should run: which to launch,
// pilot, watch, keep, keep in reserve or leave, under the hours it has.
//
// A [Question] names the candidates: channels on platforms, several on one
// platform being several candidates, each with the people of the target group
// it reaches, the hours it takes, its role and state, and the caller's ratings
// of bots, discussion and correctability. [Decide] searches all sets of
// candidates exactly and takes the one that reaches most people, each counted
// once, within the hours. It values reach in the target group and nothing
// else; what cannot be counted enters as a role, a rating or a replacement.
//
// Net reach is calculated under shared activity, as in audience/reach: people
// who are active on one platform are active on the others, so a second
// platform adds less than its own reach. The search uses the middle of every
// estimate; the sets that are shown carry ranges.
package portfolio
