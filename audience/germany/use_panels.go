package germany

import (
	"strconv"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// panels are surveys of internet users, most of them online panels. In 2024
// one of them found 40 % "regular" TikTok users where ARD and ZDF found 19 %
// at least weekly: good for the shape over age, not for the level.
func panels() []survey {
	atlas := func(year int, rows ...row) survey {
		y := strconv.Itoa(year)
		return survey{measure.Source{
			Key: "social-media-atlas-" + y, Title: "Social-Media-Atlas " + y, Publisher: "Faktenkontor / PER mit Toluna",
			Year: year, Certainty: measure.Secondary, Note: "internet users from 16, online panel: runs far above random samples",
		}, audience.InternetUsers, 3500, "16+", rows}
	}
	const any = audience.Unspecified
	year := func(n platform.Name, percent int) row {
		return row{n, audience.Yearly, []cell{{band: "16+", percent: percent}}}
	}
	return []survey{
		atlas(2021,
			row{platform.TikTok, any, []cell{{band: "16+", percent: 26}, {band: "16-19", percent: 55}, {band: "20-29", percent: 57}, {band: "60+", percent: 4}}},
			row{platform.WhatsApp, any, []cell{{band: "16+", percent: 69}}},
			row{platform.Facebook, any, []cell{{band: "16+", percent: 60}}}),
		atlas(2022,
			row{platform.TikTok, any, []cell{{band: "16-19", percent: 73}, {band: "40-49", percent: 29}, {band: "50-59", percent: 13}}},
			row{platform.WhatsApp, any, []cell{{band: "16+", percent: 71}, {band: "60+", percent: 53}}},
			row{platform.YouTube, any, []cell{{band: "16+", percent: 71}}},
			row{platform.Facebook, any, []cell{{band: "16+", percent: 63}, {band: "16-19", percent: 39}}},
			row{platform.Instagram, any, []cell{{band: "16+", percent: 49}, {band: "60+", percent: 21}}}),
		atlas(2023,
			row{platform.TikTok, any, []cell{{band: "16-19", percent: 67}, {band: "40-49", percent: 48}}}),
		atlas(2024,
			row{platform.WhatsApp, any, []cell{{band: "16+", percent: 73}}},
			row{platform.YouTube, any, []cell{{band: "16+", percent: 72}}},
			row{platform.Facebook, any, []cell{{band: "16+", percent: 59}, {band: "40-49", percent: 68}, {band: "16-19", percent: 33}}},
			row{platform.LinkedIn, any, []cell{{band: "40-49", percent: 29}}},
			row{platform.WhatsApp, audience.Daily, []cell{{band: "16+", percent: 58}}},
			row{platform.Facebook, audience.Daily, []cell{{band: "16+", percent: 33}}},
			row{platform.Instagram, audience.Daily, []cell{{band: "16+", percent: 31}, {band: "20-29", percent: 64}, {band: "60+", percent: 8}}}),
		{
			measure.Source{
				Key: "bitkom-2023", Title: "Umfrage vom 07.02.2023", Publisher: "Bitkom", Year: 2023, Certainty: measure.Secondary,
				Note: "internet users from 16; used in the last twelve months",
			},
			audience.InternetUsers, 1032, "16+",
			[]row{
				year(platform.Facebook, 68), year(platform.Instagram, 54), year(Pinterest, 38), year(platform.TikTok, 30),
				year(platform.X, 27), year(platform.LinkedIn, 25), year(Xing, 24), year(LocalCommunities, 22),
			},
		},
		{
			measure.Source{
				Key: "statista-2024", Title: "Statista Consumer Insights", Publisher: "Statista", Year: 2024, Certainty: measure.Secondary,
				Note: "online panel from 18 to 64",
			},
			audience.InternetUsers, 0, "18-64",
			[]row{{platform.TikTok, audience.Regularly, []cell{{band: "18-64", percent: 40}}}},
		},
	}
}
