package germany

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// ardZDF are the yearly studies of ARD and ZDF: a random sample of the
// German-speaking population from 14, which in 2025 was 70.1 million people
// (63 % are 44.15 million), not the 73.5 million residents of that age.
func ardZDF() []survey {
	study := func(key string, year int, title, publisher string, c measure.Certainty, note string) measure.Source {
		return measure.Source{Key: key, Title: title, Publisher: publisher, Year: year, Certainty: c, Note: note}
	}
	const base = "German-speaking population from 14"
	return []survey{
		{
			study("ardzdf-2021", 2021, "ARD/ZDF-Onlinestudie 2021, Tabelle der täglichen Nutzung", "ARD/ZDF-Forschungskommission", measure.Secondary,
				base+"; by telephone; reprint by J.-F. Schrape, row labels restored by their order"),
			audience.Residents, 2001, "14+",
			[]row{
				{platform.WhatsApp, audience.Daily, []cell{{band: "14+", percent: 70}, {band: "14-29", percent: 91}, {band: "30-49", percent: 83}, {band: "50-69", percent: 61}, {band: "70+", percent: 39}}},
				{platform.Facebook, audience.Daily, []cell{{band: "14+", percent: 15}, {band: "14-29", percent: 17}, {band: "30-49", percent: 24}, {band: "50-69", percent: 12}, {band: "70+", percent: 4}}},
				{platform.Instagram, audience.Daily, []cell{{band: "14+", percent: 18}, {band: "14-29", percent: 55}, {band: "30-49", percent: 16}, {band: "50-69", percent: 6}, {band: "70+", percent: 0}}},
				{platform.X, audience.Daily, []cell{{band: "14+", percent: 2}, {band: "14-29", percent: 2}, {band: "30-49", percent: 2}, {band: "50-69", percent: 1}, {band: "70+", percent: 1}}},
				{platform.TikTok, audience.Daily, []cell{{band: "14+", percent: 5}, {band: "14-29", percent: 19}, {band: "30-49", percent: 2}, {band: "50-69", percent: 1}}},
				{platform.Snapchat, audience.Daily, []cell{{band: "14+", percent: 6}, {band: "14-29", percent: 28}, {band: "30-49", percent: 0}}},
				{Twitch, audience.Daily, []cell{{band: "14+", percent: 2}, {band: "14-29", percent: 7}, {band: "30-49", percent: 1}}},
			},
		},
		{
			study("ardzdf-2022", 2022, "ARD/ZDF-Onlinestudie 2022", "ARD/ZDF-Forschungskommission", measure.Secondary,
				base+"; new mode of survey, break of the series to 2021"),
			audience.Residents, 1500, "14+",
			[]row{
				{platform.Facebook, audience.Weekly, []cell{{band: "14+", percent: 35}, {band: "14-29", percent: 42}, {band: "30-49", percent: 47}}},
				{platform.Instagram, audience.Weekly, []cell{{band: "14+", percent: 31}, {band: "14-29", percent: 74}}},
				{platform.TikTok, audience.Weekly, []cell{{band: "14+", percent: 14}, {band: "14-29", percent: 44}}},
				{platform.Snapchat, audience.Weekly, []cell{{band: "14+", percent: 13}, {band: "14-29", percent: 47}}},
				{platform.X, audience.Weekly, []cell{{band: "14+", percent: 10}}},
				{Pinterest, audience.Weekly, []cell{{band: "14+", percent: 10}}},
				{Twitch, audience.Weekly, []cell{{band: "14+", percent: 7}}},
				{platform.Instagram, audience.Daily, []cell{{band: "14+", percent: 21}, {band: "14-29", percent: 56}}},
			},
		},
		{
			study("ardzdf-2023", 2023, "ARD/ZDF-Onlinestudie 2023", "ARD/ZDF-Forschungskommission", measure.Secondary, base),
			audience.Residents, 0, "14+",
			[]row{
				{platform.Instagram, audience.Weekly, []cell{{band: "14+", percent: 35}, {band: "14-29", percent: 79}}},
				{platform.Facebook, audience.Weekly, []cell{{band: "14+", percent: 33}, {band: "14-29", percent: 34}}},
				{platform.TikTok, audience.Weekly, []cell{{band: "14+", percent: 15}, {band: "14-29", percent: 41}}},
				{platform.Snapchat, audience.Weekly, []cell{{band: "14+", percent: 13}, {band: "14-29", percent: 52}}},
				{Pinterest, audience.Weekly, []cell{{band: "14+", percent: 11}}},
				{platform.X, audience.Weekly, []cell{{band: "14+", percent: 8}}},
				{platform.LinkedIn, audience.Weekly, []cell{{band: "14+", percent: 7}}},
				{platform.Instagram, audience.Daily, []cell{{band: "14-29", percent: 63}}},
				{platform.Snapchat, audience.Daily, []cell{{band: "14-29", percent: 37}}},
				{platform.TikTok, audience.Daily, []cell{{band: "14-29", percent: 30}}},
				{SocialMedia, audience.Weekly, []cell{{band: "14+", percent: 52}, {band: "14-29", percent: 90}, {band: "70+", percent: 14}}},
			},
		},
		{
			study("ardzdf-2024", 2024, "ARD/ZDF-Medienstudie 2024", "ARD MEDIA / Media Perspektiven", measure.Publisher, base),
			audience.Residents, 0, "14+",
			[]row{
				{platform.Facebook, audience.Weekly, []cell{{band: "14+", percent: 33}, {band: "30-49", percent: 51}}},
				{platform.Snapchat, audience.Weekly, []cell{{band: "14+", percent: 13}}},
				{platform.Instagram, audience.Weekly, []cell{{band: "30-49", percent: 50}}},
				{platform.TikTok, audience.Daily, []cell{{band: "14+", percent: 12}, {band: "14-29", percent: 38}}},
				{SocialMedia, audience.Weekly, []cell{{band: "14+", percent: 60}}},
				{SocialMedia, audience.Daily, []cell{{band: "14+", percent: 31}}},
			},
		},
		{
			study("ardzdf-2024-channels", 2024, "ARD/ZDF-Medienstudie 2024", "ARD/ZDF", measure.Secondary, base),
			audience.Residents, 0, "14+",
			[]row{{WhatsAppChannels, audience.Ever, []cell{{band: "14+", percent: 14}}}},
		},
		{
			study("ardzdf-2024-disputed", 2024, "ARD/ZDF-Medienstudie 2024", "ARD MEDIA / Media Perspektiven", measure.Disputed,
				base+"; two reports differ or the print is not a number: the range holds both"),
			audience.Residents, 0, "14+",
			[]row{
				{platform.Instagram, audience.Weekly, []cell{
					{band: "14+", share: shares(0.365, 0.40)},  // 37 in the press, "almost 40" in Media Perspektiven
					{band: "14-29", share: shares(0.80, 0.90)}, // "over 80"; 90 would have been said
				}},
				{platform.TikTok, audience.Weekly, []cell{{band: "14+", share: shares(0.175, 0.195)}}},    // 18 and 19
				{platform.Facebook, audience.Weekly, []cell{{band: "50-69", share: shares(0.315, 0.35)}}}, // "one in three"
			},
		},
		{
			study("ardzdf-2025", 2025, "ARD/ZDF-Medienstudie 2025", "Media Perspektiven", measure.Secondary, base),
			audience.Residents, 2512, "14+",
			[]row{
				{platform.Instagram, audience.Weekly, []cell{{band: "14+", percent: 40}}},
				{platform.Facebook, audience.Weekly, []cell{{band: "14+", percent: 31}}},
				{platform.TikTok, audience.Weekly, []cell{{band: "14+", percent: 20}}},
				{SocialMedia, audience.Weekly, []cell{{band: "14+", percent: 63}, {band: "14-29", percent: 91}, {band: "50-69", percent: 53}, {band: "70+", percent: 29}}},
				{platform.Instagram, audience.Daily, []cell{{band: "14+", percent: 28}}},
				{platform.YouTube, audience.Unspecified, []cell{{band: "14+", percent: 72}}},
				{SocialMedia, audience.Daily, []cell{{band: "14+", percent: 35}, {band: "14-29", percent: 70}, {band: "30-49", percent: 51}}},
				{OnlineMedia, audience.Daily, []cell{{band: "14-29", percent: 96}, {band: "30-49", percent: 89}, {band: "50-69", percent: 63}, {band: "70+", percent: 33}}},
			},
		},
	}
}
