package insights

import (
	"path"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// readTikTokAPI reads an answer of the Display API, whose ids are texts, or of
// the Research API, whose ids are numbers under "id" or, in old answers, "video_id".
func readTikTokAPI(o object, opt Options) Export {
	e := Export{Format: TikTokDisplayAPI}
	if code := o.child("error").values().text("code"); code != "" && code != "ok" {
		o.l.Add("/error/code", check.ErrConflict, code, "an answer without error")
	}
	data, views := o.child("data"), definitionsOf(platform.TikTok)
	for _, item := range data.list("videos") {
		v := item.values()
		key := "id"
		if v.missing(key) {
			key = "video_id"
		}
		if !strings.HasPrefix(string(v.m[key]), `"`) {
			e.Format = TikTokResearchAPI
		}
		published := v.unix("create_time")
		video := audience.Video{
			Platform: platform.TikTok, ID: v.id(key), Kind: audience.Short, PublishedAt: published, CountedAt: opt.counted(),
			Title: firstText(v.text("title"), v.text("video_description")), URL: v.text("share_url"),
			ViewDefinition: views.at(published),
			Views:          v.count("view_count"), Likes: v.count("like_count"), Comments: v.count("comment_count"), Shares: v.count("share_count"),
			Saves: v.count("favorites_count"), Duration: max(v.seconds("duration"), v.seconds("video_duration")),
		}
		e.Account = firstText(v.text("username"), e.Account)
		video.Check(o.l, item.path)
		e.Videos = append(e.Videos, video)
	}
	if more := data.fields()["has_more"]; string(more) == "true" {
		e.Warnings = append(e.Warnings, reason.New("insights.more",
			"Die Antwort ist eine von mehreren Seiten: Es gibt weitere Videos.", "The answer is one of several pages: there are more videos.", nil))
	}
	return e
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// readTikTokUserData reads the posts of "download your data", in the layout
// until about 2025 (Video.Videos) and since (Post.Posts). It has all posting
// times, in UTC by the platform's description, and likes; no views and no
// links. Other branches hold private messages and are not looked at. Posts that
// not everyone may see are left out and counted in a warning.
func readTikTokUserData(o object, opt Options) Export {
	e := Export{Format: TikTokUserData}
	branch := o.child("Video").child("Videos")
	if o.has("Post") {
		branch = o.child("Post").child("Posts")
	}
	hidden := int64(0)
	for _, item := range branch.list("VideoList") {
		v := item.values()
		if who := v.text("WhoCanView"); who != "" && who != "Everyone" {
			hidden++
			continue
		}
		published, err := parseTime(v.text("Date"), time.UTC, time.DateTime)
		o.l.Merge(item.path+"/Date", err)
		video := audience.Video{
			Platform: platform.TikTok, Title: v.text("Title"), Kind: kindOfLinks(v.text("Link")), PublishedAt: published,
			Likes: v.count("Likes"), Location: v.text("Location"), CountedAt: opt.counted(),
		}
		if err == nil {
			video.Check(o.l, item.path)
		}
		e.Videos = append(e.Videos, video)
	}
	e.Warnings = append(e.Warnings, reason.New("insights.noviews",
		"Die Datei enthält alle Veröffentlichungszeiten, aber keine Aufrufe: gut für den Rhythmus, nutzlos für die Reichweite.",
		"The file holds all posting times but no views: good for the rhythm, useless for the reach.", nil))
	if hidden > 0 {
		e.Warnings = append(e.Warnings, reason.New("insights.hidden",
			"{hidden:Beitrag|Beiträge} nicht gelesen, weil nicht für alle sichtbar.", "{hidden:post|posts} not read, because not visible to everyone.",
			nil, reason.Count("hidden", hidden)))
	}
	return e
}

// kindOfLinks tells a photo post, which has several storage addresses or ones of pictures.
func kindOfLinks(links string) audience.VideoKind {
	first, rest, _ := strings.Cut(strings.TrimSpace(links), "\n")
	if rest != "" {
		return audience.Photo
	}
	address, _, _ := strings.Cut(first, "?")
	switch path.Ext(address) {
	case ".jpeg", ".jpg", ".png", ".webp", ".heic":
		return audience.Photo
	default:
		return audience.Short
	}
}

// roundedCount turns a count that TikTok's page has rounded into the range it
// stands for: from 10,000 to hundreds, from a million to hundred thousands
// (verified on 1,793 of 1,793 values). Whether the page rounds or cuts off is
// not known, so the range holds both.
func roundedCount(i measure.Interval) measure.Interval {
	v, ok := i.Hi()
	step := 0.0
	switch {
	case !ok || v < 10_000:
		return i
	case v < 1_000_000:
		step = 100
	default:
		step = 100_000
	}
	r, err := measure.NewInterval(v-step/2, v+step-1)
	if err != nil {
		return i
	}
	return r
}
