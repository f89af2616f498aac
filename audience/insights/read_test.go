package insights_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
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

func TestAVideoTwiceIsAProblem(t *testing.T) {
	line := string(open(t, "ytdlp_tiktok.jsonl"))
	_, err := insights.Read(strings.NewReader(line+"\n"+line), options())
	require.ErrorIs(t, err, check.ErrDuplicate)
	require.ErrorContains(t, err, "/videos/1/id")
}

func TestLinesAreThoseOfTheFile(t *testing.T) {
	for in, at := range map[string]string{
		"sep=;\nDate;Views\n2025-10-29;1\n2025-10-30;many\n":                  "/lines/4/Views",
		"sep=;\nDate;Views\n2025-10-29;1\n2025-10-30;\"1\n":                   "/lines/4",
		"\"Reach\"\n\"Date\",\"Primary\"\n\"2025-10-31T00:00:00\",\"many\"\n": "/lines/3/Primary",
		"\n{\"id\":\"1\",\"_type\":\"url\"}\n{id}\n{}\n":                      "/lines/3",
		"{\"id\":\"1\",\"_type\":\"url\"}\n{\"id\":\n":                        "/lines/3",
	} {
		_, err := insights.Read(strings.NewReader(in), options())
		require.ErrorContains(t, err, at+": ", in)
	}
}

func TestLargeAndBrokenInput(t *testing.T) {
	_, err := insights.Read(io.MultiReader(strings.NewReader("Date,Views\n"), bytes.NewReader(make([]byte, 32<<20))), options())
	require.ErrorIs(t, err, check.ErrLimit)
	broken := errors.New("the disk is gone")
	_, err = insights.Read(iotest.ErrReader(broken), options())
	require.ErrorIs(t, err, broken)
}
