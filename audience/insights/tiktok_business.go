package insights

import (
	"strconv"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
)

// tikTokBusinessLayouts are the files of a TikTok business account (verified
// on exports of November and December 2025). Times are UTC: they equal the
// time in the number of the post within eight seconds.
func tikTokBusinessLayouts() []layout {
	one := func(key string, names ...string) column { return column{key, names} }
	return []layout{
		{
			format: TikTokBusinessVideos, read: (*reading).businessVideos,
			required: []column{
				one("title", "Video title"), one("link", "Video link"), one("posted", "Post time"), one("views", "Video views"),
				one("likes", "Likes"), one("comments", "Comments"), one("shares", "Shares"),
			},
			optional: []column{one("saves", "Add to Favorites")},
		},
		{
			format: TikTokBusinessDays, read: (*reading).businessDays,
			required: []column{one("date", "Date"), one("views", "Video views"), one("reach", "Reached audience"), one("likes", "Likes")},
			optional: []column{
				one("profile", "Profile views"), one("shares", "Shares"), one("comments", "Comments"), one("phone", "Phone number clicks"),
				one("leads", "Leads submission"), one("net", "Net growth"), one("new", "New followers"), one("lost", "Lost followers"),
			},
		},
		{
			format: TikTokBusinessAudience, read: (*reading).businessAudience,
			required: []column{one("date", "Date"), one("new", "New followers"), one("all", "Total followers"), one("reach", "Reached audience")},
			optional: []column{one("engaged", "Engaged audience")},
		},
	}
}

func (r *reading) businessVideos() {
	views := definitionsOf(platform.TikTok)
	for _, row := range r.rows {
		link := tikTokLink(r.cell(row, "link"))
		if link.id == 0 {
			r.l.Add(r.place(row, "link"), check.ErrSyntax, r.cell(row, "link"), "a link to a TikTok post, .../video/ or .../photo/ and its number")
			continue
		}
		r.out.Account = link.account
		published := parsed(r, row, "posted", func(cell string) (time.Time, error) {
			return parseTime(cell, time.UTC, "2006/01/02 15:04:05")
		})
		r.add(row, audience.Video{
			Platform: platform.TikTok, ID: strconv.FormatUint(link.id, 10), Title: r.cell(row, "title"), URL: r.cell(row, "link"), Kind: link.kind,
			PublishedAt: published, ViewDefinition: views.at(published), CountedAt: r.o.counted(),
			Views: r.count(row, "views"), Likes: r.count(row, "likes"), Comments: r.count(row, "comments"), Shares: r.count(row, "shares"),
			Saves: r.count(row, "saves"),
		})
	}
}

func (r *reading) businessDays() {
	r.series(r.days("date"), dayColumn{"views", Views, nil}, dayColumn{"reach", Reach, nil}, dayColumn{"profile", ProfileViews, nil},
		dayColumn{"likes", Likes, nil}, dayColumn{"shares", Shares, nil}, dayColumn{"comments", Comments, nil},
		dayColumn{"phone", PhoneClicks, nil}, dayColumn{"leads", Leads, nil}, dayColumn{"net", FollowersNet, r.o.Numbers.difference},
		dayColumn{"new", FollowersGained, nil}, dayColumn{"lost", FollowersLost, nil})
}

func (r *reading) businessAudience() {
	r.series(r.days("date"), dayColumn{"new", FollowersGained, nil}, dayColumn{"all", Followers, nil}, dayColumn{"reach", Reach, nil},
		dayColumn{"engaged", EngagedAudience, nil})
}
