package platform

import (
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// AsOf is the day the profiles of [Known] were last looked at. Platforms
// change: a program that runs much later should bring its own.
func AsOf() measure.Date { return measure.MustDate("2026-11-21") }

// Known returns the nine platforms that German public bodies run or weigh.
// What was not found (2026-11) is unknown: how Threads and Snapchat deliver,
// the handles of WhatsApp, Facebook, Snapchat and LinkedIn, most limits.
func Known() Set {
	profiles := []Profile{
		facebook(), instagram(), linkedIn(), snapchat(), threads(), tikTok(), whatsApp(), x(), youTube(),
	}
	return Set{profiles} // in order of their names, which the test checks
}

// The expert: the feed follows interests, followers matter less than views and likes.
func interestGraph() measure.Source {
	s := reason.Said("F1")[0]
	s.Note = "an agency expert: content graph instead of follower graph"
	return s
}

// Guinaudeau, Munger and Votta compared 11,546 political accounts.
func lessFollowers() measure.Source {
	return measure.Source{
		Key: "guinaudeau-munger-votta-2022", Title: "Fifteen Seconds of Fame", Publisher: "Computational Communication Research 4(2)",
		Year: 2022, Certainty: measure.Secondary, Note: "TikTok views depend less on followers than those on YouTube; direction only",
	}
}

func fromMemory(key, title string) measure.Source {
	return measure.Source{Key: key, Title: title, Certainty: measure.FromMemory, Note: "not verified in 2026-11"}
}

func classicFeed() measure.Source {
	return fromMemory("feed-classic", "feeds of the accounts one follows")
}

func age(years int, platform string) Limit {
	return Limit{years, fromMemory("min-age-"+platform, "terms of use of "+platform)}
}

func secondary(key, title, publisher string, year int) measure.Source {
	return measure.Source{Key: key, Title: title, Publisher: publisher, Year: year, Certainty: measure.Secondary}
}

func tikTok() Profile {
	return Profile{
		Name: TikTok, Title: "TikTok", Feed: Interest, FeedSource: lessFollowers(),
		MinAge: Limit{13, measure.Source{
			Key: "tiktok-min-age-2025", Title: "TikTok-Altersfreigabe", Publisher: "heise; Landesanstalt für Medien NRW",
			Year: 2025, Certainty: measure.Publisher, Note: "guardians consent under 18 by the terms",
		}},
		Handle: HandleRule{Min: 2, Max: 24, Marks: "_.", EdgeDot: true, DoubleDot: true, Source: measure.Source{
			Key: "dboes-2026-tiktok-handle", Title: "DBÖS v3, longest of 73 TikTok handles of German authorities", Publisher: "Leibniz-HBI",
			Year: 2026, Certainty: measure.Computed, Note: "rule itself from third parties; no dot at the end, no hyphen",
		}},
		Caption: Limit{2200, secondary("tiktok-caption-2026", "Content Posting API", "Workato", 2026)},
		Seconds: Limit{600, secondary("tiktok-seconds-2026", "TikTok media requirements", "Late, Zernio, Yext", 2026)},
		Views: []View{{
			ID: "tiktok-start", De: "jeder Start, auch wiederholter", En: "every start, repeats included",
			Source: secondary("tiktok-view", "what TikTok counts as a view", "third-party guides", 2025),
		}},
	}
}

func instagram() Profile {
	return Profile{
		Name: Instagram, Title: "Instagram", Feed: Interest, FeedSource: interestGraph(), // Reels; posts follow accounts
		MinAge: age(13, "instagram"),
		Handle: HandleRule{Min: 1, Max: 30, Marks: "_.", Source: measure.Source{
			Key: "dboes-2026-instagram-handle", Title: "DBÖS v3, longest of 613 Instagram handles of German authorities", Publisher: "Leibniz-HBI",
			Year: 2026, Certainty: measure.Computed, Note: "no dot at the edge, no two dots: third parties, 2025",
		}},
		Caption: Limit{2200, secondary("instagram-caption-2026", "provider code", "Postiz", 2026)},
		Seconds: Limit{180, secondary("instagram-reel-2025", "recommended longest reel", "Metricool", 2025)},
		Views: []View{
			{ID: "instagram-plays", De: "Wiedergaben", En: "plays", Source: instagramViews()},
			{
				ID: "instagram-views-2025", From: measure.MustDate("2025-04-21"),
				De: "Aufrufe, anders gezählt als die Wiedergaben davor", En: "views, counted in another way than the plays before", Source: instagramViews(),
			},
		},
	}
}

func instagramViews() measure.Source {
	return measure.Source{
		Key: "instagram-views-2025", Title: "Instagram API: plays and impressions end on 21 April 2025", Publisher: "Meta for Developers",
		Year: 2025, Certainty: measure.Publisher,
	}
}

func youTube() Profile {
	change := measure.Source{
		Key: "youtube-shorts-views-2025", Title: "Shorts views count starts and replays; the old count lives on as engaged views", Publisher: "YouTube",
		Year: 2025, Certainty: measure.Secondary,
	}
	return Profile{
		Name: YouTube, Title: "YouTube", Feed: Interest, FeedSource: interestGraph(), // Shorts
		MinAge: age(16, "youtube"),
		Handle: HandleRule{Min: 3, Max: 30, Marks: "_.-", Source: measure.Source{
			Key: "dboes-2026-youtube-handle", Title: "DBÖS v3, longest of 494 YouTube handles of German authorities", Publisher: "Leibniz-HBI",
			Year: 2026, Certainty: measure.Computed, Note: "rule itself from memory",
		}},
		Caption: Limit{100, secondary("youtube-title-2026", "character limits", "Publer", 2026)}, // the title of a Short
		Seconds: Limit{180, secondary("youtube-short-2024", "three-minute Shorts since 15 October 2024", "1of10", 2024)},
		Views: []View{
			{ID: "youtube-engaged", De: "angesehene Shorts", En: "engaged views of Shorts", Source: change},
			{
				ID: "youtube-starts-2025", From: measure.MustDate("2025-03-31"),
				De: "Starts und Wiederholungen von Shorts", En: "starts and replays of Shorts", Source: change,
			},
			{
				ID: "youtube-starts-2026", From: measure.MustDate("2026-08-01"),
				De: "Starts und Wiederholungen aller Formate", En: "starts and replays of all formats",
				Source: secondary("youtube-views-2026", "views of all formats count starts since August 2026", "YouTube", 2026),
			},
		},
	}
}

func facebook() Profile {
	return Profile{
		Name: Facebook, Title: "Facebook", Feed: Following, FeedSource: classicFeed(), MinAge: age(13, "facebook"),
		Caption: Limit{63206, secondary("facebook-text-2026", "provider code", "Postiz", 2026)},
	}
}

func threads() Profile {
	return Profile{
		Name: Threads, Title: "Threads", MinAge: age(13, "threads"),
		Handle:  HandleRule{Min: 1, Max: 30, Marks: "_.", Source: fromMemory("threads-handle", "the handle of the Instagram account")},
		Caption: Limit{500, secondary("threads-text-2026", "provider code", "Postiz", 2026)},
		Seconds: Limit{300, secondary("threads-video-2026", "Threads media requirements", "Late", 2026)},
	}
}

func x() Profile {
	return Profile{
		Name: X, Title: "X", Feed: Following, FeedSource: classicFeed(), MinAge: age(13, "x"),
		Handle: HandleRule{Min: 4, Max: 15, Marks: "_", Source: fromMemory("x-handle", "names on X")},
	}
}

func linkedIn() Profile {
	return Profile{
		Name: LinkedIn, Title: "LinkedIn", Feed: Following, FeedSource: classicFeed(), MinAge: age(16, "linkedin"),
		Caption: Limit{3000, secondary("linkedin-text-2026", "provider code", "Postiz", 2026)},
	}
}

func whatsApp() Profile {
	return Profile{
		Name: WhatsApp, Title: "WhatsApp", Feed: Messaging,
		FeedSource: fromMemory("feed-whatsapp", "channels deliver to their subscribers"), MinAge: age(13, "whatsapp"),
	}
}

func snapchat() Profile {
	return Profile{Name: Snapchat, Title: "Snapchat", MinAge: age(13, "snapchat")}
}
