package insights

import (
	"encoding/json"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// readYtDlp reads the lines of yt-dlp --dump-json for TikTok (extractor of
// 2025). Entries of --flat-playlist, which lack time and counts, are left out
// and counted in a warning.
func readYtDlp(lines []json.RawMessage, opt Options, l *check.List) Export {
	e := Export{Format: YtDlp}
	flat, rounded := int64(0), false
	views := definitionsOf(platform.TikTok)
	for i, raw := range lines {
		o := object{raw, check.Pointer("values", i), l}
		v := o.values()
		if v.m == nil {
			l.Add(o.path, check.ErrType, check.None, "an object")
			continue
		}
		if v.missing("timestamp") {
			flat++
			continue
		}
		if extractor := v.text("extractor"); extractor != "" && extractor != "TikTok" {
			l.Add(o.path+"/extractor", check.ErrUnknown, extractor, "TikTok")
			continue
		}
		published := v.unix("timestamp")
		video := audience.Video{
			Platform: platform.TikTok, ID: v.id("id"), Title: firstText(v.text("title"), v.text("description")), URL: v.text("webpage_url"),
			Kind: audience.Short, PublishedAt: published, CountedAt: opt.counted(), Duration: v.seconds("duration"),
			ViewDefinition: views.at(published),
			Views:          roundedCount(v.count("view_count")), Likes: roundedCount(v.count("like_count")),
			Comments: roundedCount(v.count("comment_count")), Shares: roundedCount(v.count("repost_count")), Saves: roundedCount(v.count("save_count")),
		}
		lo, _ := video.Views.Lo()
		hi, _ := video.Views.Hi()
		rounded = rounded || hi > lo
		e.Account = firstText(v.text("uploader"), e.Account)
		video.Check(l, o.path)
		e.Videos = append(e.Videos, video)
	}
	if flat > 0 {
		e.Warnings = append(e.Warnings, reason.New("insights.flat",
			"{flat:Eintrag|Einträge} ohne Zeit und Zahlen nicht gelesen.", "{flat:entry|entries} without time and counts not read.",
			nil, reason.Count("flat", flat)))
	}
	if rounded {
		e.Warnings = append(e.Warnings, reason.New("insights.rounded",
			"Die Webseite rundet Zahlen ab 10.000: Sie sind als Spanne übernommen.", "The web page rounds counts from 10,000: they are taken as ranges.", nil))
	}
	return e
}
