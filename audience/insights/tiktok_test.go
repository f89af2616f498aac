package insights_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

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
	for _, cell := range []string{"59", "--", "-0.1"} {
		_, err = insights.Read(strings.NewReader("Gender,Distribution\nFemale,"+cell+"\n"), options())
		require.ErrorIs(t, err, check.ErrRange, cell)
	}
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
	e, err := insights.Read(strings.NewReader(`{"Video":{"Videos":{"VideoList":[{"Date":"2022-11-04 09:12:40","Link":"https://x/1.jpeg?a=1"}]}}}`), options())
	require.NoError(t, err)
	assert.Equal(t, audience.Photo, e.Videos[0].Kind, "one picture")
	_, err = insights.Read(strings.NewReader(`{"Video":{"Videos":{"VideoList":[{"Date":"yesterday"}]}}}`), options())
	require.ErrorContains(t, err, "/Video/Videos/VideoList/0/Date")
	e, err = insights.Read(strings.NewReader(`{"Post":{"Posts":{"VideoList":[{"Date":"2026-02-28 14:50:03","WhoCanView":"Only you"}]}}}`), options())
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

func BenchmarkRead(b *testing.B) {
	var file strings.Builder
	file.WriteString("Video title,Video link,Post time,Video views,Likes,Comments,Shares\n")
	for i := range 1000 {
		fmt.Fprintf(&file, "Naturbad,https://www.tiktok.com/@a/video/%d,2025/11/01 18:01:24,704,17,0,2\n", 7567818627731229974+int64(i))
	}
	b.ReportAllocs()
	for b.Loop() {
		e, err := insights.Read(strings.NewReader(file.String()), insights.Options{})
		if err != nil || len(e.Videos) != 1000 {
			b.Fatal(err)
		}
	}
}
