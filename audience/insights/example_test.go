package insights_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/audience/insights"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func Example() {
	const file = `"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"
"February 28","Sperrmüll anmelden","https://www.tiktok.com/@stadt.musterhausen/video/7567452112981069079","October 31","533","32","16","19126"`
	e, err := insights.Read(strings.NewReader(file), insights.Options{
		Location: time.FixedZone("MEZ", 3600), ExportedOn: measure.MustDate("2026-02-28"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	views, _ := e.Videos[0].Views.Lo()
	fmt.Println(e.Format, e.Videos[0].PublishedAt.UTC().Format(time.RFC3339), views)
	fmt.Println(e.Warnings[0].In(reason.English))
	// Output:
	// tiktok studio content 2025-10-31T18:19:06Z 19126
	// The file lists only the best posts of a period: no history and no mean can be made from it.
}

// A number that could be two numbers is refused with its line.
func ExampleRead() {
	_, err := insights.Read(strings.NewReader("Datum;Aufrufe\n29.10.2025;1.250\n"), insights.Options{})
	fmt.Println(err)
	e, _ := insights.Read(strings.NewReader("Datum;Aufrufe\n29.10.2025;1.250\n"), insights.Options{Numbers: insights.German})
	views, _ := e.Series[0].Points[0].Value.Lo()
	fmt.Println(e.Format, e.Series[0].Points[0].Date, views)
	// Output:
	// /lines/2/Aufrufe: "1.250" cannot be read: want a whole number, or a declared language of the numbers: this could be two numbers
	// youtube studio days 2025-10-29 1250
}

// From the export of a young channel and what is known about city channels to
// the views of its next ten videos.
func ExampleExport() {
	const file = `Video title,Video link,Post time,Video views,Likes,Comments,Shares
Sperrmüll,https://www.tiktok.com/@stadt.musterhausen/video/7567452112981069079,2025/10/31 18:19:10,17235,177,42,41
Naturbad,https://www.tiktok.com/@stadt.musterhausen/video/7567818627731229974,2025/11/01 18:01:24,704,17,0,2
`
	e, err := insights.Read(strings.NewReader(file), insights.Options{ExportedOn: measure.MustDate("2026-02-28")})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := audience.NewViewModel(germany.Prior(germany.City), e.Videos, audience.ViewOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	ten := m.Total(10)
	fmt.Println(e.Account, m.Counted(), "videos;", "next ten known:", ten.Known(), ten.P90() > 5*ten.P10())
	// Output: stadt.musterhausen 2 videos; next ten known: true true
}
