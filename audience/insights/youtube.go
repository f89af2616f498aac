package insights

import (
	"strings"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// youTubeLayouts are the tables of YouTube Studio: English verified, German as
// several importers report it. The first row is the total of the channel, the
// date of publication has no time and stands in the zone of the channel,
// written in English in the German file too.
func youTubeLayouts() []layout {
	one := func(key string, names ...string) column { return column{key, names} }
	return []layout{
		{
			format: YouTubeStudioVideos, read: (*reading).youTubeVideos,
			required: []column{
				one("id", "Content", "Videos"), one("title", "Video title", "Videotitel"),
				one("posted", "Video publish time", "Veröffentlichungszeitpunkt des Videos"), one("views", "Views", "Aufrufe"),
			},
			optional: []column{
				one("duration", "Duration", "Dauer"), one("watched", "Watch time (hours)", "Wiedergabezeit (Stunden)"),
				one("average", "Average view duration", "Durchschnittliche Wiedergabedauer"), one("likes", "Likes", `"Mag ich"-Bewertungen`),
				one("comments", "Comments added", "Kommentare hinzugefügt"), one("shares", "Shares", "Geteilte Inhalte"),
				// Known and of no use here.
				one("subscribers", "Subscribers", "Abonnenten"), one("revenue", "Estimated revenue (EUR)", "Estimated revenue (USD)", "Geschätzter Umsatz (EUR)"),
				one("impressions", "Impressions", "Impressionen", "Thumbnail-Impressionen"),
				one("ctr", "Impressions click-through rate (%)", "Klickrate der Impressionen (%)"),
			},
		},
		{
			format: YouTubeStudioDays, read: (*reading).youTubeDays,
			required: []column{one("date", "Date", "Datum"), one("views", "Views", "Aufrufe")},
			optional: []column{
				one("watched", "Watch time (hours)", "Wiedergabezeit (Stunden)"), one("subscribers", "Subscribers", "Abonnenten"),
				one("average", "Average view duration", "Durchschnittliche Wiedergabedauer"),
				one("revenue", "Estimated revenue (EUR)", "Estimated revenue (USD)", "Geschätzter Umsatz (EUR)"),
			},
		},
	}
}

func (r *reading) youTubeVideos() {
	loc, ok := r.zone()
	if !ok {
		return
	}
	views := definitionsOf(platform.YouTube)
	for _, row := range r.rows {
		id := r.cell(row, "id")
		if id == "Total" || id == "Gesamt" {
			continue
		}
		if len(id) != 11 || strings.ContainsAny(id, " .+") {
			r.l.Add(r.place(row, "id"), check.ErrSyntax, id, "the eleven signs of a YouTube video, or Total")
			continue
		}
		day := parsed(r, row, "posted", parseDay)
		if day.IsZero() {
			continue
		}
		published := day.In(loc)
		v := audience.Video{
			Platform: platform.YouTube, ID: id, Title: r.cell(row, "title"), URL: "https://www.youtube.com/watch?v=" + id,
			PublishedAt: published, DayOnly: true, CountedAt: r.o.counted(),
			Views: r.count(row, "views"), Likes: r.count(row, "likes"), Comments: r.count(row, "comments"), Shares: r.count(row, "shares"),
			AverageWatch: parsed(r, row, "average", parseClock),
		}
		v.Duration, _ = parsed(r, row, "duration", r.o.Numbers.decimal).Hi()
		if v.Duration > longestShort(day) {
			v.Kind = audience.LongVideo // a shorter one may be a Short or not: the file does not say
		}
		// The definitions before August 2026 are those of Shorts.
		if v.Kind != audience.LongVideo || !day.Before(measure.MustDate("2026-08-01")) {
			v.ViewDefinition = views.at(published)
		}
		v.WatchTime = inSeconds(parsed(r, row, "watched", r.o.Numbers.decimal))
		r.add(row, v)
	}
}

// longestShort is the length up to which an upright video is a Short: three
// minutes since 15 October 2024, before one minute.
func longestShort(d measure.Date) float64 {
	if d.Before(measure.MustDate("2024-10-15")) {
		return 60
	}
	return 180
}

// inSeconds turns hours into seconds.
func inSeconds(hours measure.Interval) measure.Interval {
	h, ok := hours.Hi()
	if !ok {
		return hours
	}
	s, _ := measure.NewInterval(h*3600, h*3600) // finite: the reader bounds it
	return s
}

func (r *reading) youTubeDays() {
	r.series(r.days("date"), dayColumn{"views", Views, nil}, dayColumn{"watched", WatchTimeHours, r.o.Numbers.decimal},
		dayColumn{"average", AverageViewSeconds, parseClock}, dayColumn{"subscribers", SubscribersGained, r.o.Numbers.difference})
}
