// Package platform describes the platforms a body can post on: how the feed
// delivers, what a view counts and since when, the minimum age, what a handle
// may look like, and limits of length.
//
// Platforms are an open set. [Known] has the nine that German public bodies
// run or weigh, as of [AsOf]; [Set.With] adds the caller's own. What no source
// tells is unknown, a zero [Limit] or [Feed], and never 0.
package platform
