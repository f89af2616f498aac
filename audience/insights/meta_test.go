package insights_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

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
