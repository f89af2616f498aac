package insights_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// options are those of an account in central Europe that exported on 28 February 2026.
func options() insights.Options {
	return insights.Options{Location: time.FixedZone("MEZ", 3600), ExportedOn: measure.MustDate("2026-02-28")}
}

func open(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return data
}

func read(t testing.TB, name string) insights.Export {
	t.Helper()
	e, err := insights.Read(strings.NewReader(string(open(t, name))), options())
	require.NoError(t, err, name)
	for _, w := range e.Warnings {
		require.NoError(t, w.Verify(), name)
	}
	return e
}

func exactly(v float64) measure.Interval {
	i, err := measure.NewInterval(v, v)
	if err != nil {
		panic(err)
	}
	return i
}

func codes(e insights.Export) []string {
	var all []string
	for _, w := range e.Warnings {
		all = append(all, w.Code())
	}
	return all
}

// values returns the counts of a series, -1 where nothing is known.
func values(s insights.Series) []float64 {
	var all []float64
	for _, p := range s.Points {
		v, ok := p.Value.Hi()
		if !ok {
			v = -1
		}
		all = append(all, v)
	}
	return all
}

func days(s insights.Series) []string {
	var all []string
	for _, p := range s.Points {
		all = append(all, p.Date.String())
	}
	return all
}

func TestEverySampleIsRecognised(t *testing.T) {
	for name, want := range map[string]insights.Format{
		"meta_business_suite_Reach_utf16.csv":      insights.MetaMetric,
		"meta_business_suite_Views_semicolon.csv":  insights.MetaMetric,
		"meta_business_suite_instagram_posts.csv":  insights.MetaPosts,
		"tiktok_business_audience.csv":             insights.TikTokBusinessAudience,
		"tiktok_business_daily.csv":                insights.TikTokBusinessDays,
		"tiktok_business_video.csv":                insights.TikTokBusinessVideos,
		"tiktok_display_api_video_list.json":       insights.TikTokDisplayAPI,
		"tiktok_research_api_video_query.json":     insights.TikTokResearchAPI,
		"tiktok_studio_Content.csv":                insights.TikTokStudioContent,
		"tiktok_studio_FollowerActivity.csv":       insights.TikTokStudioActivity,
		"tiktok_studio_FollowerGender.csv":         insights.TikTokStudioGender,
		"tiktok_studio_FollowerHistory.csv":        insights.TikTokStudioFollowers,
		"tiktok_studio_FollowerTopTerritories.csv": insights.TikTokStudioTerritories,
		"tiktok_studio_Overview.csv":               insights.TikTokStudioOverview,
		"tiktok_studio_Viewers.csv":                insights.TikTokStudioViewers,
		"tiktok_user_data_2022.json":               insights.TikTokUserData,
		"tiktok_user_data_2026.json":               insights.TikTokUserData,
		"youtube_studio_Gesamtwerte.csv":           insights.YouTubeStudioDays,
		"youtube_studio_Tabellendaten.csv":         insights.YouTubeStudioVideos,
		"youtube_studio_Table data.csv":            insights.YouTubeStudioVideos,
		"ytdlp_tiktok.jsonl":                       insights.YtDlp,
	} {
		e := read(t, name)
		assert.Equal(t, want, e.Format, name)
		assert.Empty(t, e.Unknown, name)
		data, err := json.Marshal(e)
		require.NoError(t, err, name)
		assert.NotContains(t, string(data), "NaN", name)
		text, err := e.Format.MarshalText()
		require.NoError(t, err)
		var back insights.Format
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, want, back)
	}
}

func TestUnknownFilesNameTheirColumns(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "at least a header",
		"\n\n":                        "at least a header",
		"channel,published_at\na,b\n": "channel, published_at",
		"Views\n":                     "Views",
		`{"hello":1}`:                 "yt-dlp",
		`[1,2]`:                       "yt-dlp",
		`{"data":`:                    "cut off",
		"\xff\xfea":                   "even number of bytes",
		"K\xf6ln,1\n":                 "CSV UTF-8",
		"sep=#\na#b\n":                "sep=",
		"Date,\"Video Views\n":        "cells in double quotes",
		`"Date","Followers","Difference in followers from previous day"`: "at least one row",
	} {
		_, err := insights.Read(strings.NewReader(in), options())
		require.ErrorContains(t, err, want, "%q", in)
	}
	_, err := insights.Read(strings.NewReader("x"), insights.Options{Numbers: 9})
	require.ErrorContains(t, err, "/numbers")
}

func TestExcelMangledFileIsRefused(t *testing.T) {
	_, err := insights.Read(strings.NewReader(string(open(t, "meta_business_suite_instagram_posts_excel_mangled.csv"))), options())
	require.ErrorIs(t, err, check.ErrSyntax)
	require.ErrorContains(t, err, "use the file as it was exported")
}

func TestUnknownColumnsAreNamed(t *testing.T) {
	e, err := insights.Read(strings.NewReader("Datum,Aufrufe,Neue Kennzahl\n2025-10-29,3415,7\n"), options())
	require.NoError(t, err)
	assert.Equal(t, []string{"Neue Kennzahl"}, e.Unknown)
	assert.Equal(t, "Nicht gelesen, weil unbekannt: Neue Kennzahl.", e.Warnings[0].In(reason.German))
}

func TestRowsOfAnotherLengthAndColumnsTwice(t *testing.T) {
	_, err := insights.Read(strings.NewReader("Date,Views\n2025-10-29,3415\n2025-10-30\n2025-10-31,1,2\n"), options())
	require.ErrorContains(t, err, "/lines/3: 1 cannot be read")
	require.ErrorContains(t, err, "/lines/4: 3 cannot be read")
	_, err = insights.Read(strings.NewReader("Date,Views,Views\n2025-10-29,1,2\n"), options())
	require.ErrorIs(t, err, check.ErrDuplicate)
}

func TestSemicolonTabAndUTF16AreTheSameFile(t *testing.T) {
	var utf16 strings.Builder
	utf16.WriteString("\xfe\xff")
	for _, c := range "Date\tViews\n2025-10-29\t3415\n" {
		utf16.WriteString("\x00" + string(c))
	}
	want, err := insights.Read(strings.NewReader("Date,Views\n2025-10-29,3415\n"), options())
	require.NoError(t, err)
	for _, in := range []string{
		"\ufeffDate;Views\r\n2025-10-29;3415\r\n", "sep=;\r\nDate;Views\r\n29.10.2025;3415\r\n", "Date\tViews\n2025/10/29\t3415\n", utf16.String(),
		"\"Date\",\"Views\"\n\"2025-10-29T01:00:00\",\"3415.0\"",
	} {
		got, err := insights.Read(strings.NewReader(in), options())
		require.NoError(t, err, "%q", in)
		assert.Equal(t, want, got, "%q", in)
	}
}

func TestDaysAreInOrderAndNotAfterTheExport(t *testing.T) {
	_, err := insights.Read(strings.NewReader("Date,Views\n2025-10-29,1\n2025-10-29,2\n2026-03-01,3\n"), options())
	require.ErrorContains(t, err, "/lines/3/Date")
	require.ErrorContains(t, err, "/lines/4/Date")
	_, err = insights.Read(strings.NewReader("Date,Views\n2025-02-30,1\n"), options())
	require.ErrorIs(t, err, check.ErrSyntax)
}

func TestAllProblemsOfAFileAtOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("Date,Views\n")
	for range 1000 {
		b.WriteString("yesterday,many\n")
	}
	_, err := insights.Read(strings.NewReader(b.String()), options())
	ps := &check.Problems{}
	require.ErrorAs(t, err, &ps)
	assert.Len(t, ps.All(), check.Shown)
	assert.Equal(t, 2000-check.Shown, ps.More())
}

func video(t *testing.T, e insights.Export, i int) audience.Video {
	t.Helper()
	require.Greater(t, len(e.Videos), i)
	return e.Videos[i]
}

var midnight = time.Date(2026, 3, 1, 0, 0, 0, 0, time.FixedZone("MEZ", 3600))

func TestTikTokStudioContent(t *testing.T) {
	e := read(t, "tiktok_studio_Content.csv")
	assert.Equal(t, "stadt.musterhausen", e.Account)
	assert.Equal(t, []string{"insights.best"}, codes(e))
	require.Len(t, e.Videos, 3)
	v := video(t, e, 0)
	assert.Equal(t, "7567452112981069079", v.ID)
	// 7567452112981069079 >> 32 = 1761934746 = 31 October 2025, 18:19:06 UTC.
	assert.True(t, v.PublishedAt.Equal(time.Date(2025, 10, 31, 18, 19, 6, 0, time.UTC)))
	assert.False(t, v.DayOnly)
	assert.True(t, v.CountedAt.Equal(midnight), "the end of the day of the export")
	assert.Equal(t, []measure.Interval{exactly(19126), exactly(533), exactly(32), exactly(16), {}},
		[]measure.Interval{v.Views, v.Likes, v.Comments, v.Shares, v.Saves})
	assert.Equal(t, "tiktok-start", v.ViewDefinition)
	assert.Equal(t, audience.Short, v.Kind)
	assert.Empty(t, video(t, e, 1).Title, "a title may be empty")
	assert.Contains(t, video(t, e, 2).Title, `"Freibad" heißt`)
}

func TestTikTokStudioContentDays(t *testing.T) {
	row := func(exported, link, posted string) string {
		return `"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"` + "\n" +
			`"` + exported + `","x","https://www.tiktok.com/@a/` + link + `","` + posted + `","1","1","1","1"`
	}
	// Uploaded on 31 October 2025 and published three days later: only the day is known.
	e, err := insights.Read(strings.NewReader(row("February 28", "photo/7567452112981069079", "November 3")), options())
	require.NoError(t, err)
	assert.True(t, e.Videos[0].DayOnly)
	assert.Equal(t, audience.Photo, e.Videos[0].Kind)
	assert.Equal(t, "2025-11-03", measure.DateOf(e.Videos[0].PublishedAt).String())
	for _, c := range []struct{ in, at string }{
		{row("February 27", "video/7567452112981069079", "October 31"), "/lines/2/Time"},
		{row("February 28", "video/7567452112981069079", "July 31"), "/lines/2/Post time"}, // no post before its upload
		{row("February 28", "video/7567452112981069079", "31/10"), "/lines/2/Post time"},
		{row("February 28", "video/7.56745E+18", "October 31"), "/lines/2/Video link"},
		{row("February 28", "video/12", "October 31"), "/lines/2/Video link"},
	} {
		_, err := insights.Read(strings.NewReader(c.in), options())
		require.ErrorContains(t, err, c.at)
	}
	_, err = insights.Read(strings.NewReader(row("February 28", "video/7567452112981069079", "October 31")), insights.Options{})
	require.ErrorContains(t, err, "/location: is required")
}

func TestTikTokStudioDaysRollTheYear(t *testing.T) {
	o := options()
	o.ExportedOn = measure.MustDate("2026-01-02")
	e, err := insights.Read(strings.NewReader(string(open(t, "tiktok_studio_Overview.csv"))), o)
	require.NoError(t, err)
	require.Len(t, e.Series, 5)
	assert.Equal(t, insights.Views, e.Series[0].Metric)
	assert.Equal(t, []string{"2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"}, days(e.Series[0]))
	assert.Equal(t, []float64{0, 1441, 2110, 8806}, values(e.Series[0]), "a day without views is 0")
	_, err = insights.Read(strings.NewReader(string(open(t, "tiktok_studio_Overview.csv"))), insights.Options{})
	require.ErrorContains(t, err, "/exportedOn: is required")

	leap := "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\"28. Februar\",\"5\",\"0\"\n\"29. Februar\",\"5\",\"0\"\n"
	o.ExportedOn = measure.MustDate("2024-03-01")
	e, err = insights.Read(strings.NewReader(leap), o)
	require.NoError(t, err)
	assert.Equal(t, []string{"2024-02-28", "2024-02-29"}, days(e.Series[0]))
	o.ExportedOn = measure.MustDate("2026-03-01")
	_, err = insights.Read(strings.NewReader(leap), o)
	require.ErrorContains(t, err, "/lines/3/Date", "the last 29 February is two years before the export")
}

func TestTikTokStudioBeforeTrackingIsUnknown(t *testing.T) {
	o := options()
	o.ExportedOn = measure.MustDate("2026-01-01")
	e, err := insights.Read(strings.NewReader(string(open(t, "tiktok_studio_FollowerHistory.csv"))), o)
	require.NoError(t, err)
	assert.Equal(t, []float64{-1, 10405, 10399}, values(e.Series[0]))
	assert.Equal(t, []float64{-1, 35, -6}, values(e.Series[1]), "TikTok writes 0 for the difference of an unknown day")
	e, err = insights.Read(strings.NewReader(string(open(t, "tiktok_studio_Viewers.csv"))), o)
	require.NoError(t, err)
	assert.Equal(t, []float64{-1, 1180, 1702}, values(e.Series[0]))
	assert.Equal(t, []float64{-1, 900, 1300}, values(e.Series[1]))
}

func TestTikTokStudioHoursAndParts(t *testing.T) {
	e := read(t, "tiktok_studio_FollowerActivity.csv")
	var hours []int
	for _, p := range e.Series[0].Points {
		hours = append(hours, p.Hour)
	}
	assert.Equal(t, []int{0, 1, 23}, hours)
	assert.Equal(t, []string{"2025-12-31", "2025-12-31", "2025-12-31"}, days(e.Series[0]))

	e = read(t, "tiktok_studio_FollowerTopTerritories.csv")
	assert.Equal(t, []insights.Part{{Name: "DE", Share: 0.862}, {Name: "AT", Share: 0.019}, {Name: "Others", Share: 0.119}}, e.Parts)
	e, err := insights.Read(strings.NewReader("Gender,Distribution\nFemale,0.3\n"), options())
	require.NoError(t, err)
	assert.Equal(t, []string{"insights.parts"}, codes(e))
	_, err = insights.Read(strings.NewReader("Gender,Distribution\nFemale,59\n"), options())
	require.ErrorIs(t, err, check.ErrRange)
}

func TestTikTokBusiness(t *testing.T) {
	e := read(t, "tiktok_business_video.csv")
	require.Len(t, e.Videos, 2)
	v := video(t, e, 0)
	assert.True(t, v.PublishedAt.Equal(time.Date(2025, 10, 31, 18, 19, 10, 0, time.UTC)), "UTC: four seconds after the time in the number of the post")
	assert.Equal(t, []measure.Interval{exactly(17235), exactly(18)}, []measure.Interval{v.Views, v.Saves})
	e = read(t, "tiktok_business_daily.csv")
	assert.Equal(t, insights.Reach, e.Series[1].Metric)
	assert.Equal(t, []float64{-1, 7513}, values(e.Series[1]), "NAN is unknown")
	e = read(t, "tiktok_business_audience.csv")
	assert.Equal(t, []float64{-1, -1}, values(e.Series[1]), "-- is unknown")
}

func TestTikTokUserData(t *testing.T) {
	e := read(t, "tiktok_user_data_2026.json")
	require.Len(t, e.Videos, 2)
	v := video(t, e, 0)
	assert.True(t, v.PublishedAt.Equal(time.Date(2026, 2, 28, 14, 50, 3, 0, time.UTC)))
	assert.Equal(t, measure.Interval{}, v.Views)
	assert.Equal(t, exactly(12), v.Likes)
	assert.Equal(t, []string{"Sperrmüll", ""}, []string{v.Title, video(t, e, 1).Title}, "N/A is no title")
	assert.Equal(t, []string{"insights.noviews"}, codes(e))
	e = read(t, "tiktok_user_data_2022.json")
	assert.Equal(t, audience.Photo, video(t, e, 1).Kind, "several addresses are a photo post")
	e, err := insights.Read(strings.NewReader(`{"Post":{"Posts":{"VideoList":[{"Date":"2026-02-28 14:50:03","WhoCanView":"Only you"}]}}}`), options())
	require.NoError(t, err)
	assert.Empty(t, e.Videos)
	assert.Equal(t, "1 post not read, because not visible to everyone.", e.Warnings[1].In(reason.English))
}

func TestTikTokAPIs(t *testing.T) {
	for _, name := range []string{"tiktok_display_api_video_list.json", "tiktok_research_api_video_query.json"} {
		e := read(t, name)
		require.Len(t, e.Videos, 1, name)
		v := video(t, e, 0)
		assert.Equal(t, "7567452112981069079", v.ID, "all 64 bits of the number")
		assert.True(t, v.PublishedAt.Equal(time.Date(2025, 10, 31, 18, 19, 10, 0, time.UTC)))
		assert.Equal(t, []measure.Interval{exactly(17235), exactly(177), exactly(42), exactly(41)},
			[]measure.Interval{v.Views, v.Likes, v.Comments, v.Shares}, name)
		assert.InDelta(t, 31, v.Duration, 0)
		assert.Empty(t, e.Warnings)
	}
	old := `{"data":{"videos":[{"video_id":702874395068494965,"create_time":1633823999,"view_count":1050}],"has_more":true}}`
	e, err := insights.Read(strings.NewReader(old), options())
	require.NoError(t, err)
	assert.Equal(t, insights.TikTokResearchAPI, e.Format)
	assert.Equal(t, "702874395068494965", e.Videos[0].ID)
	assert.Equal(t, []string{"insights.more"}, codes(e))
	for in, at := range map[string]string{
		`{"data":{"videos":[{"id":7.5e18,"create_time":1633823999}]}}`:             "/data/videos/0/id",
		`{"data":{"videos":[{"id":1,"create_time":"soon"}]}}`:                      "/data/videos/0/create_time",
		`{"data":{"videos":[{"id":1,"create_time":1633823999,"view_count":-4}]}}`:  "/data/videos/0/views",
		`{"data":{"videos":[{"id":1,"create_time":1633823999,"view_count":1.5}]}}`: "/data/videos/0/view_count",
		`{"data":{"videos":[{"id":1}]}}`:                                           "/data/videos/0/publishedAt",
		`{"data":{"videos":[7]}}`:                                                  "/data/videos/0",
		`{"data":{}}`:                                                              "/data/videos",
		`{"data":[]}`:                                                              "/data",
		`{"data":{"videos":[]},"error":{"code":"access_token_invalid"}}`:           "/error/code",
	} {
		_, err := insights.Read(strings.NewReader(in), options())
		require.ErrorContains(t, err, at, in)
	}
}

func TestYtDlpCountsAreRanges(t *testing.T) {
	e := read(t, "ytdlp_tiktok.jsonl")
	require.Len(t, e.Videos, 1)
	lo, _ := e.Videos[0].Views.Lo()
	hi, _ := e.Videos[0].Views.Hi()
	assert.Equal(t, []float64{17150, 17299}, []float64{lo, hi}, "17,200 on the page is the 17,235 of the account")
	assert.Equal(t, exactly(177), e.Videos[0].Likes, "below 10,000 nothing is rounded")
	assert.Equal(t, exactly(41), e.Videos[0].Shares)
	assert.Equal(t, []string{"insights.flat", "insights.rounded"}, codes(e))
	_, err := insights.Read(strings.NewReader(`{"id":"a","extractor":"youtube","timestamp":1}`), options())
	require.ErrorContains(t, err, "/values/0/extractor")
}

func TestYouTubeStudio(t *testing.T) {
	e := read(t, "youtube_studio_Table data.csv")
	require.Len(t, e.Videos, 2, "the row Total is none")
	v := video(t, e, 0)
	assert.Equal(t, "abcDEF12345", v.ID)
	assert.Equal(t, "2024-09-09", measure.DateOf(v.PublishedAt).String())
	assert.True(t, v.DayOnly)
	assert.Equal(t, []measure.Interval{exactly(8000), exactly(26), exactly(55.3 * 3600)}, []measure.Interval{v.Views, v.AverageWatch, v.WatchTime})
	assert.Equal(t, "youtube-engaged", v.ViewDefinition, "published before Shorts counted starts")
	assert.Zero(t, v.Kind, "31 seconds may be a Short or not")
	assert.Equal(t, audience.LongVideo, video(t, e, 1).Kind, "95 seconds in September 2024 are no Short")
	german := read(t, "youtube_studio_Tabellendaten.csv")
	require.Len(t, german.Videos, 1)
	assert.Equal(t, exactly(8000), german.Videos[0].Views)
	assert.Equal(t, measure.Interval{}, german.Videos[0].AverageWatch, "the German file lacks the column")
	assert.Equal(t, []float64{3415, 3310}, values(read(t, "youtube_studio_Gesamtwerte.csv").Series[0]))
	for in, at := range map[string]string{
		"Content,Video title,Video publish time,Views\n1.82E+11,x,\"Sep 9, 2024\",1\n":                          "/lines/2/Content",
		"Content,Video title,Video publish time,Views\nabcDEF12345,x,09/09/2024,1\n":                            "/lines/2/Video publish time",
		"Content,Video title,Video publish time,Views,Average view duration\nabcDEF12345,x,2024-09-09,1,1:99\n": "/lines/2/Average view duration",
		"Content,Video title,Video publish time,Views\nabcDEF12345,x,2026-09-09,1\n":                            "/lines/2/countedAt",
	} {
		_, err := insights.Read(strings.NewReader(in), options())
		require.ErrorContains(t, err, at, in)
	}
}

func TestMeta(t *testing.T) {
	e := read(t, "meta_business_suite_instagram_posts.csv")
	require.Len(t, e.Videos, 2)
	v := video(t, e, 0)
	assert.Equal(t, "18160563013405972", v.ID)
	assert.True(t, v.PublishedAt.Equal(time.Date(2025, 12, 31, 7, 24, 0, 0, time.UTC)), "08:24 in the zone given")
	assert.Equal(t, []measure.Interval{exactly(1085), exactly(762), exactly(47)}, []measure.Interval{v.Views, v.Reach, v.Likes})
	assert.Equal(t, "instagram-views-2025", v.ViewDefinition)
	assert.Equal(t, platform.Instagram, v.Platform)
	assert.Equal(t, []audience.VideoKind{audience.Short, audience.Photo}, []audience.VideoKind{v.Kind, e.Videos[1].Kind})
	assert.Contains(t, v.Title, "\n", "a caption may hold a line break")

	e = read(t, "meta_business_suite_Reach_utf16.csv")
	assert.Equal(t, insights.Reach, e.Series[0].Metric)
	assert.Equal(t, []string{"2025-10-31", "2025-11-01", "2025-11-03"}, days(e.Series[0]), "the hour is cut off")
	assert.Equal(t, []float64{1245, 1923, 2332}, values(e.Series[0]))
	e = read(t, "meta_business_suite_Views_semicolon.csv")
	assert.Equal(t, insights.Views, e.Series[0].Metric)
	_, err := insights.Read(strings.NewReader("\"Moods\"\n\"Date\",\"Primary\"\n\"2025-10-31T00:00:00\",\"1\"\n"), options())
	require.ErrorContains(t, err, "/lines/1")
}

func TestMetaRefusals(t *testing.T) {
	head := "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
	row := func(id, posted, date, views, reach string) string {
		return head + id + ",1,a,A,x,55," + posted + ",https://x,IG reel,," + date + "," + views + "," + reach + ",47,1,0,1,1\n"
	}
	for in, at := range map[string]string{
		row("1.81606E+16", "12/31/2025 08:24", "Lifetime", "1085", "762"):       "/lines/2/Post ID",
		row("18160563013405972", "31/12/2025 08:24", "Lifetime", "1085", "762"): "/lines/2/Publish time",
		row("18160563013405972", "12/31/2025 08:24", "2025-12", "1085", "762"):  "/lines/2/Date",
		row("18160563013405972", "12/31/2025 08:24", "Lifetime", "3.Apr", "1"):  "Excel has turned it into a date",
		row("18160563013405972", "12/31/2025 08:24", "Lifetime", "100", "762"):  "/lines/2/reach",
	} {
		_, err := insights.Read(strings.NewReader(in), options())
		require.ErrorContains(t, err, at, in)
	}
}
