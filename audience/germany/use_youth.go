package germany

import (
	"strconv"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// youth are the JIM studies of the Medienpädagogischer Forschungsverbund
// Südwest: about 1,200 people from 12 to 19, "daily or several times a week".
func youth() []survey {
	jim := func(year int, certainty measure.Certainty, rows ...row) survey {
		y := strconv.Itoa(year)
		return survey{measure.Source{
			Key: "jim-" + y, Title: "JIM-Studie " + y, Publisher: "mpfs", Year: year, Certainty: certainty,
			Note: "youth from 12 to 19 in Germany; daily or several times a week",
		}, audience.Residents, 1200, "12-19", rows}
	}
	use := func(n platform.Name, percent int) row {
		return row{n, audience.Regularly, []cell{{band: "12-19", percent: percent}}}
	}
	return []survey{
		jim(2022, measure.Secondary, use(platform.WhatsApp, 93), use(platform.Instagram, 62), use(platform.Snapchat, 45)),
		jim(2023, measure.Secondary, use(platform.WhatsApp, 94), use(platform.Instagram, 62), use(platform.TikTok, 59), use(platform.Snapchat, 49)),
		jim(2023, measure.Publisher, use(OnlineVideo, 82)),
		jim(2024, measure.Secondary, use(platform.WhatsApp, 96), use(platform.Instagram, 62), use(platform.TikTok, 54)),
		jim(2025, measure.Secondary, use(platform.WhatsApp, 96), use(platform.Instagram, 63), use(platform.Snapchat, 56), use(platform.TikTok, 53)),
		{
			measure.Source{
				Key: "eurostat-2025", Title: "EU-Vergleich der Nutzung sozialer Medien (Meldung vom 02.03.2026)", Publisher: "Destatis via Deutschlandfunk Nova",
				Year: 2025, Certainty: measure.Secondary, Note: "residents from 16 to 74; \"almost 60 %\"",
			},
			audience.Residents, 0, "16+",
			[]row{{SocialMedia, audience.Unspecified, []cell{{band: "16-74", share: shares(0.575, 0.60)}}}},
		},
	}
}
