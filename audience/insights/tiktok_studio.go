package insights

import (
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// tikTokStudioLayouts are the files of the web export of TikTok Studio
// (verified on an export of February 2026): UTF-8 with byte order mark, every
// cell quoted, dates without a year in the zone of the account.
func tikTokStudioLayouts() []layout {
	one := func(key string, names ...string) column { return column{key, names} }
	date := one("date", "Date")
	return []layout{
		{
			format: TikTokStudioContent,
			required: []column{
				one("time", "Time"), one("title", "Video title"), one("link", "Video link"), one("posted", "Post time"),
				one("likes", "Total likes"), one("comments", "Total comments"), one("shares", "Total shares"), one("views", "Total views"),
			},
			optional: []column{one("saves", "Add to favorites", "Total bookmarks"), one("average", "Average watch time"), one("watched", "Total play time")},
			read:     (*reading).studioContent,
		},
		{
			format: TikTokStudioOverview, read: (*reading).studioOverview,
			required: []column{date, one("views", "Video Views"), one("profile", "Profile Views"), one("likes", "Likes"), one("comments", "Comments"), one("shares", "Shares")},
		},
		{
			format: TikTokStudioViewers, read: (*reading).studioViewers,
			required: []column{date, one("all", "Total Viewers"), one("new", "New Viewers"), one("returning", "Returning Viewers")},
		},
		{
			format: TikTokStudioFollowers, read: (*reading).studioFollowers,
			required: []column{date, one("all", "Followers"), one("net", "Difference in followers from previous day")},
		},
		{
			format: TikTokStudioActivity, read: (*reading).studioActivity,
			required: []column{date, one("hour", "Hour"), one("active", "Active followers")},
		},
		{
			format: TikTokStudioGender, read: (*reading).studioParts,
			required: []column{one("name", "Gender"), one("share", "Distribution")},
		},
		{
			format: TikTokStudioTerritories, read: (*reading).studioParts,
			required: []column{one("name", "Top territories"), one("share", "Distribution")},
		},
	}
}

func (r *reading) studioContent() {
	loc, ok := r.zone()
	if !ok {
		return
	}
	r.warn("insights.best",
		"Die Datei nennt nur die besten Beiträge eines Zeitraums: Ein Verlauf oder ein Mittel lässt sich daraus nicht bilden.",
		"The file lists only the best posts of a period: no history and no mean can be made from it.")
	views := definitionsOf(platform.TikTok)
	for _, row := range r.rows {
		day := parsed(r, row, "time", parseMonthDay)
		if o := r.o.ExportedOn; !o.IsZero() && day != (monthDay{}) && (o.Month() != day.month || o.Day() != day.day) {
			r.l.Add(r.place(row, "time"), check.ErrConflict, r.cell(row, "time"), "the day of the export, "+o.String())
		}
		link := tikTokLink(r.cell(row, "link"))
		if link.id == 0 {
			r.l.Add(r.place(row, "link"), check.ErrSyntax, r.cell(row, "link"), "a link to a TikTok post, .../video/ or .../photo/ and its number")
			continue
		}
		r.out.Account = link.account
		v := audience.Video{
			Platform: platform.TikTok, ID: strconv.FormatUint(link.id, 10), Title: r.cell(row, "title"), URL: r.cell(row, "link"), Kind: link.kind,
			Views: r.count(row, "views"), Likes: r.count(row, "likes"), Comments: r.count(row, "comments"), Shares: r.count(row, "shares"),
			Saves: r.count(row, "saves"), CountedAt: r.o.counted(),
			AverageWatch: parsed(r, row, "average", r.o.Numbers.seconds), WatchTime: parsed(r, row, "watched", r.o.Numbers.seconds),
		}
		posted := parsed(r, row, "posted", parseMonthDay)
		if posted == (monthDay{}) {
			continue
		}
		v.PublishedAt, v.DayOnly = publishedTikTok(link.id, posted, loc)
		if v.PublishedAt.IsZero() {
			r.l.Add(r.place(row, "posted"), check.ErrConflict, r.cell(row, "posted"), "a day that the number of the post allows")
			continue
		}
		v.ViewDefinition = views.at(v.PublishedAt)
		r.add(row, v)
	}
}

// seconds reads a length as seconds or as m:ss.
func (n Numbers) seconds(cell string) (measure.Interval, error) {
	if strings.Contains(cell, ":") {
		return parseClock(cell)
	}
	return n.decimal(strings.TrimSuffix(strings.TrimSpace(cell), "s"))
}

// publishedTikTok returns the time of a post from its number, whose upper half
// is the time of the upload in Unix seconds, never later than the publication
// (verified on 4,933 posts: 4,829 within a minute, the others scheduled up to
// ten days ahead). Where the printed day is a later one, that day is all that is known.
func publishedTikTok(id uint64, posted monthDay, loc *time.Location) (t time.Time, dayOnly bool) {
	const longest = 60 // days from upload to publication
	upload := tikTokTime(id).In(loc)
	day := measure.DateOf(upload)
	if day.IsZero() {
		return time.Time{}, false
	}
	if day.Month() == posted.month && day.Day() == posted.day {
		return upload, false
	}
	if got, ok := posted.onOrAfter(day); ok && got.Sub(day) <= longest {
		return got.In(loc), true
	}
	return time.Time{}, false
}

func tikTokTime(id uint64) time.Time { return time.Unix(int64(id>>32), 0).UTC() }

type tikTokPost struct {
	account string
	id      uint64
	kind    audience.VideoKind
}

// tikTokLink takes https://www.tiktok.com/@account/video/7567452112981069079 apart.
func tikTokLink(link string) tikTokPost {
	parts := strings.Split(strings.TrimSpace(link), "/")
	if len(parts) < 4 {
		return tikTokPost{}
	}
	account, kind, number := parts[len(parts)-3], parts[len(parts)-2], parts[len(parts)-1]
	number, _, _ = strings.Cut(number, "?")
	id, err := strconv.ParseUint(number, 10, 64)
	kinds := map[string]audience.VideoKind{"video": audience.Short, "photo": audience.Photo}
	// Numbers of posts have 19 digits since 2019; the first posts of 2016 have 16.
	if err != nil || kinds[kind] == 0 || !strings.HasPrefix(account, "@") || id < 1e15 {
		return tikTokPost{}
	}
	return tikTokPost{strings.TrimPrefix(account, "@"), id, kinds[kind]}
}

// yearless reads dates without a year, oldest first, the last of them not
// after the day of the export: where the month goes back a year has ended.
func (r *reading) yearless() ([]measure.Date, bool) {
	if r.o.ExportedOn.IsZero() {
		r.l.Add("/exportedOn", check.ErrRequired, check.None, "the day of the export: the dates of this file have no year")
		return nil, false
	}
	dates := make([]measure.Date, len(r.rows))
	bound := r.o.ExportedOn
	for i := len(r.rows) - 1; i >= 0; i-- {
		m := parsed(r, r.rows[i], "date", parseMonthDay)
		if m == (monthDay{}) {
			return nil, false
		}
		d, ok := m.onOrBefore(bound)
		if !ok || bound.Sub(d) > 366 {
			r.l.Add(r.place(r.rows[i], "date"), check.ErrRange, r.cell(r.rows[i], "date"), "a day of the year before the next one")
			return nil, false
		}
		dates[i] = d
		bound = d
		if !r.has("hour") {
			bound = d.AddDays(-1)
		}
	}
	return dates, true
}

func (r *reading) studioOverview() {
	if dates, ok := r.yearless(); ok {
		r.series(dates, dayColumn{"views", Views, nil}, dayColumn{"profile", ProfileViews, nil}, dayColumn{"likes", Likes, nil},
			dayColumn{"comments", Comments, nil}, dayColumn{"shares", Shares, nil})
	}
}

func (r *reading) studioViewers() {
	if dates, ok := r.yearless(); ok {
		r.series(dates, dayColumn{"all", Reach, nil}, dayColumn{"new", NewViewers, nil}, dayColumn{"returning", ReturningViewers, nil})
		r.beforeTracking()
	}
}

func (r *reading) studioFollowers() {
	if dates, ok := r.yearless(); ok {
		r.series(dates, dayColumn{"all", Followers, nil}, dayColumn{"net", FollowersNet, r.o.Numbers.difference})
		r.beforeTracking()
	}
}

// beforeTracking makes unknown what TikTok writes as 0 on days on which the
// total is "undefined": nothing was counted then.
func (r *reading) beforeTracking() {
	total := r.out.Series[0].Points
	for _, s := range r.out.Series[1:] {
		for i := range s.Points {
			if total[i].Value == (measure.Interval{}) {
				s.Points[i].Value = measure.Interval{}
			}
		}
	}
}

func (r *reading) studioActivity() {
	dates, ok := r.yearless()
	if !ok {
		return
	}
	r.series(dates, dayColumn{"active", FollowersActive, nil})
	for i, row := range r.rows {
		hour, err := strconv.Atoi(r.cell(row, "hour"))
		if err != nil || hour < 0 || hour > 23 {
			r.l.Add(r.place(row, "hour"), check.ErrRange, r.cell(row, "hour"), "an hour from 0 to 23")
			continue
		}
		r.out.Series[0].Points[i].Hour = hour
	}
}

// roundingOfParts is how far shares with three decimals may miss 1 in the sum
// of some ten rows.
const roundingOfParts = 0.01

func (r *reading) studioParts() {
	sum := 0.0
	for _, row := range r.rows {
		share, known := parsed(r, row, "share", r.o.Numbers.decimal).Hi()
		if !known || share > 1 {
			r.l.Add(r.place(row, "share"), check.ErrRange, r.cell(row, "share"), "a share from 0 to 1")
		}
		sum += share
		r.out.Parts = append(r.out.Parts, Part{r.cell(row, "name"), measure.Share(share)})
	}
	if r.l.Err() == nil && (sum < 1-roundingOfParts || sum > 1+roundingOfParts) {
		r.warn("insights.parts",
			"Die Anteile ergeben zusammen {sum}: Die Datei ist unvollständig.", "The shares add up to {sum}: the file is incomplete.",
			reason.Number("sum", sum, 2))
	}
}
