package insights_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/measure"
)

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
	assert.Empty(t, video(t, e, 1).ViewDefinition, "what is on record is about Shorts")
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
