package insights

import (
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
)

// metaLayouts are the files of Meta Business Suite (verified on exports of
// 2025): posts of Instagram, and one metric by day, whose file begins with the
// name of the metric.
func metaLayouts() []layout {
	one := func(key string, names ...string) column { return column{key, names} }
	return []layout{
		{
			format: MetaPosts, read: (*reading).metaPosts,
			required: []column{
				one("id", "Post ID"), one("account", "Account username"), one("title", "Description"), one("posted", "Publish time"),
				one("link", "Permalink"), one("type", "Post type"), one("date", "Date"), one("views", "Views"), one("reach", "Reach"),
				one("likes", "Likes"), one("shares", "Shares"), one("comments", "Comments"), one("saves", "Saves"),
			},
			optional: []column{
				one("duration", "Duration (sec)"),
				// Known and of no use here.
				one("account id", "Account ID"), one("account name", "Account name"), one("note", "Data comment"), one("follows", "Follows"),
			},
		},
		{
			format: MetaMetric, titled: true, read: (*reading).metaMetric,
			required: []column{one("date", "Date"), one("value", "Primary")},
		},
	}
}

func (r *reading) metaPosts() {
	loc, ok := r.zone()
	if !ok {
		return
	}
	// The column Views exists only since April 2025, when views replaced plays.
	definition := definitionsOf(platform.Instagram).at(time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC))
	kinds := map[string]audience.VideoKind{"IG reel": audience.Short, "IG image": audience.Photo, "IG carousel": audience.Photo, "IG video": audience.LongVideo}
	for _, row := range r.rows {
		id := r.cell(row, "id")
		if strings.Trim(id, "0123456789") != "" || len(id) < 15 {
			r.l.Add(r.place(row, "id"), check.ErrSyntax, id, "the 17 digits of a post; Excel destroys them: use the file as it was exported")
			continue
		}
		if d := r.cell(row, "date"); d != "Lifetime" {
			r.l.Add(r.place(row, "date"), check.ErrUnknown, d, "Lifetime: counts since publication, not of a period")
			continue
		}
		published := parsed(r, row, "posted", func(cell string) (time.Time, error) {
			return parseTime(cell, loc, "01/02/2006 15:04", "02.01.2006 15:04")
		})
		r.out.Account = r.cell(row, "account")
		v := audience.Video{
			Platform: platform.Instagram, ID: id, Title: r.cell(row, "title"), URL: r.cell(row, "link"), Kind: kinds[r.cell(row, "type")],
			PublishedAt: published, CountedAt: r.o.counted(),
			ViewDefinition: definition,
			Views:          r.count(row, "views"), Reach: r.count(row, "reach"), Likes: r.count(row, "likes"), Comments: r.count(row, "comments"),
			Shares: r.count(row, "shares"), Saves: r.count(row, "saves"),
		}
		v.Duration, _ = parsed(r, row, "duration", r.o.Numbers.decimal).Hi()
		r.add(row, v)
	}
}

// metaTitles are the metrics of the files with one metric, as Meta titles them.
func metaTitles() map[string]Metric {
	return map[string]Metric{
		"Views": Views, "Viewers": Reach, "Reach": Reach, "Content interactions": Interactions,
		"Instagram follows": FollowersGained, "Facebook follows": FollowersGained,
		"Instagram link clicks": LinkClicks, "Facebook link clicks": LinkClicks,
		"Instagram profile visits": ProfileViews, "Facebook visits": ProfileViews,
	}
}

func (r *reading) metaMetric() {
	metric, ok := metaTitles()[r.title]
	if !ok {
		r.l.Add("/lines/1", check.ErrUnknown, r.title, "a metric of Meta Business Suite such as Views, Viewers, Reach or Instagram follows")
		return
	}
	r.series(r.days("date"), dayColumn{"value", metric, nil})
}
