// Package liveness holds BG/BB, the published model of "is it still alive" for events
// that happen or do not happen at each of a row of opportunities: here, whether a
// channel posted in a week.
//
// A channel posts with its own probability while it lives, and before each opportunity
// it dies for good with another; both differ between channels by beta distributions.
// The model knows no revival and no announced pause, which is why hochkant uses it as
// a second opinion and a baseline and not as its score.
//
// Source: Fader, Hardie, Shang: Customer-Base Analysis in a Discrete-Time
// Noncontractual Setting, Marketing Science 29 (6), 2010. Letters are theirs.
package liveness
