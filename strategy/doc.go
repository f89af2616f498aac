// Package strategy puts the answers of hochkant together: a [Brief] goes in,
// what a body says about itself, its goal, people, channels, team, presence and
// guard rails; an [Assessment] comes out.
//
// [Assess] asks audience whom the plan reaches, cadence how continuous the
// channels are and which rhythm the team can keep, agency with whom to do it,
// naming whether the names put the person first, and portfolio which channels
// to run under the hours there are. It judges the rules of the field, keeps
// exit criteria and a roadmap, and says of every input whether it comes from a
// source or was assumed. What the brief does not say is never taken for "no"
// or 0: it becomes a question. Assess without options is exact and fast; what
// needs sampling is asked for with [WithSampling].
//
// # Rules
//
// [Rules] lists them. Each is data, a code, a severity, sources, a remedy, and
// a pure function. The families, in the order in which a plan is thought through:
//
//   - goal: kind, change in the real world, measure with from, to and by when, audience
//     and its needs, place, niche, promise, content made for the platform, a need behind every topic
//   - feed: views and likes before followers on interest feeds, a location tag, trends,
//     minimum age, a watch list
//   - presence: people first, a fixed team, the head for political topics, like a
//     creator, no corporate identity on TikTok and the old one elsewhere, someone of the target
//     group, influencers, consent, departure
//   - continuity: hours, a rhythm that holds, often but not endlessly, variety, silence,
//     open pauses, partners and their hours, absence cover, hours for experiments
//   - guard rails: paid ads, device and data, few agreed topics, topicality by choice (two
//     sources disagree and both are said), approval time, preparation, peers, review, exit, crisis
//     plan; imprint, subtitles, minors, neutrality, elections, political advertising
//   - names: no organisation first, no topic from the office's view
//   - community: reply time, hours against the comments to expect, evenings and weekends, the
//     spiral of critical comments
//
// A finding of severity [Ask] is something to find out; [Stop] holds the start up.
//
// # Beside the assessment
//
// [Compare] explains what variants of a brief change. [Thread.Judge] tells
// whether critical comments drive the reach of a video. The package alliance
// weighs a shared topic channel against one for each carrier.
//
// The package judges what can be counted and what the field's practitioners
// ask for. It does not know whether an idea is good.
package strategy
