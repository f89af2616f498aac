// Package calendar turns recurring formats into dated slots that a team in
// Germany can keep.
//
// A [Plan] holds the formats of a channel, such as a job video every Wednesday
// at 17:00, each with a recurrence rule ([Rule], RFC 5545) on civil dates.
// [Plan.Schedule] expands the rules, attaches wall time, looks at the public
// holidays of the state ([Holidays], all 16 with their law changes since 2015),
// bridge days ([BridgeDays]) and the school vacations the caller gives, and moves,
// drops or marks for pre-production what falls on them, each time with the reason in
// German and English. Single instances are skipped or moved by a [Change].
// [Schedule.NextFree] finds the next slot without a video, [Schedule.WriteICS]
// writes a file for any calendar program.
//
// Civil dates and wall time come first, instants last: a weekly video at 17:00
// stays at 17:00 when the clocks change, where programs that add 168 hours drift
// by one. The only zone data used are those of the *time.Location the caller
// passes.
//
// Not in here: whether a day is a good one for views, and tables of school
// holidays.
package calendar
