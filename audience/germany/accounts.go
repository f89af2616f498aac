package germany

import (
	"cmp"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// AccountKind says by whom and for what accounts were counted.
type AccountKind uint8

// The kinds.
const (
	MonthlyRecipients AccountKind = iota + 1 // average monthly active recipients, reported by the platform
	AdvertisingReach                         // what the planner for advertisers shows; often adults only
)

var accountWords = check.Words[AccountKind]{MonthlyRecipients: "monthly recipients", AdvertisingReach: "advertising reach"}

// String returns "monthly recipients" or "advertising reach".
func (k AccountKind) String() string { return accountWords.String(k) }

// MarshalText writes the word of [AccountKind.String]; an invalid value is an error.
func (k AccountKind) MarshalText() ([]byte, error) { return accountWords.Marshal(k) }

// UnmarshalText reads one of the words.
func (k *AccountKind) UnmarshalText(text []byte) (err error) {
	*k, err = accountWords.Parse(string(text))
	return err
}

// Accounts is a number that a platform reports about itself. It counts
// accounts or devices and is never a number of people nor a reach: YouTube's
// exceeds the population. That is why it is no [audience.Penetration] and why
// nothing here turns it into one.
type Accounts struct {
	Platform platform.Name  `json:"platform"`
	Kind     AccountKind    `json:"kind"`
	Region   string         `json:"region"` // "DE" or "EU"
	Count    int64          `json:"count"`
	Month    string         `json:"month"` // as the source dates it: "2025-09", "2024-07..12", "2024"
	Source   measure.Source `json:"source"`
}

// Reason says in a sentence what the number is and that it is no reach.
func (a Accounts) Reason() reason.Reason {
	people, _ := Inhabitants(a.Source.Year)
	de, en := "Konten und Geräte, keine Menschen", "accounts and devices, not people"
	if a.Region == "DE" && a.Count > int64(people) {
		de, en = "mehr, als Deutschland Einwohner hat", "more than Germany has inhabitants"
	}
	region := reason.Word("region", "Deutschland", "Germany")
	if a.Region == "EU" {
		region = reason.Word("region", "die EU", "the EU")
	}
	kind := reason.Word("kind", "monatlich aktive Empfänger", "monthly active recipients")
	if a.Kind == AdvertisingReach {
		kind = reason.Word("kind", "erreichbare Konten im Werbeplaner", "accounts within reach of advertisers")
	}
	return reason.New("germany.accounts",
		"{platform} meldet für {region} {count} {kind} ({year}): {meaning}. Eine Reichweite ist das nicht.",
		"{platform} reports {count} {kind} for {region} ({year}): {meaning}. That is not a reach.",
		[]measure.Source{a.Source}, named(a.Platform), region, reason.Count("count", a.Count), kind,
		reason.Year("year", a.Source.Year), reason.Word("meaning", de, en))
}

// named writes a platform as people do.
func named(n platform.Name) reason.Figure {
	de, en := string(n), string(n)
	switch n {
	case SocialMedia:
		de, en = "soziale Netzwerke", "social networks"
	case OnlineVideo:
		de, en = "Online-Video", "online video"
	case OnlineMedia:
		de, en = "Online-Medien", "online media"
	case WhatsAppChannels:
		de, en = "WhatsApp-Kanäle", "WhatsApp channels"
	case Pinterest:
		de, en = "Pinterest", "Pinterest"
	default:
		if p, ok := platform.Known().Lookup(n); ok {
			de, en = p.Title, p.Title
		}
	}
	return reason.Word("platform", de, en)
}

// Reported returns what platforms report about themselves, by platform, kind,
// region and year, oldest first.
func Reported() []Accounts {
	dsa := func(key string, year int, c measure.Certainty, note string) measure.Source {
		return measure.Source{
			Key: "dsa-" + key, Title: "Transparenzbericht nach dem Digital Services Act oder Angabe des Unternehmens", Publisher: "Plattform, nach Presseberichten",
			Year: year, Certainty: c, Note: note,
		}
	}
	planner := func(n platform.Name, year, count int, note string) Accounts {
		y := map[int]string{2023: "2023-01", 2024: "2024-01"}[year]
		return Accounts{n, AdvertisingReach, "DE", int64(count), y, measure.Source{
			Key: "digital-report-" + y, Title: "Digital Report Germany", Publisher: "We Are Social", Year: year, Certainty: measure.Secondary, Note: note,
		}}
	}
	const adults, teens = "planner figure, not users; adults only", "planner figure, not users"
	b, c := measure.Secondary, measure.Disputed
	return []Accounts{
		{platform.Facebook, MonthlyRecipients, "DE", 32_900_000, "2024", dsa("facebook-2024", 2024, b, "falling in Germany in 2025")},
		{platform.Facebook, MonthlyRecipients, "EU", 263_600_000, "2025-01..06", dsa("facebook-eu-2025", 2025, b, "")},
		planner(platform.Facebook, 2023, 24_500_000, teens),
		{platform.Instagram, MonthlyRecipients, "DE", 45_000_000, "2024", dsa("instagram-2024", 2024, b, "")},
		{platform.Instagram, MonthlyRecipients, "DE", 47_200_000, "2025-01..06", dsa("instagram-2025", 2025, b, "accounts logged in within 30 days")},
		{platform.Instagram, MonthlyRecipients, "EU", 281_800_000, "2025-01..06", dsa("instagram-eu-2025", 2025, b, "")},
		planner(platform.Instagram, 2023, 27_450_000, teens),
		planner(platform.Instagram, 2024, 30_350_000, teens),
		planner(platform.LinkedIn, 2023, 15_000_000, adults),
		planner(Pinterest, 2023, 15_880_000, teens),
		{platform.Snapchat, MonthlyRecipients, "EU", 92_900_000, "2024-10", dsa("snapchat-eu-2024", 2024, b, "no figure for single countries")},
		planner(platform.Snapchat, 2023, 17_450_000, teens),
		{platform.TikTok, MonthlyRecipients, "DE", 4_100_000, "2018-11", dsa("tiktok-2018", 2018, b, "leaked presentation")},
		{platform.TikTok, MonthlyRecipients, "DE", 5_500_000, "2019-11", dsa("tiktok-2019", 2019, b, "leaked presentation")},
		{platform.TikTok, MonthlyRecipients, "DE", 20_900_000, "2023-09", dsa("tiktok-2023", 2023, b, "first report under the Digital Services Act")},
		{platform.TikTok, MonthlyRecipients, "DE", 22_800_000, "2024", dsa("tiktok-2024", 2024, b, "")},
		{platform.TikTok, MonthlyRecipients, "DE", 25_700_000, "2025-09", dsa("tiktok-2025", 2025, measure.Publisher, "newsroom of the company, 5 September 2025")},
		{platform.TikTok, MonthlyRecipients, "EU", 170_000_000, "2025-01..06", dsa("tiktok-eu-2025", 2025, b, "")},
		planner(platform.TikTok, 2023, 20_650_000, adults),
		planner(platform.TikTok, 2024, 23_560_000, adults),
		{platform.WhatsApp, MonthlyRecipients, "DE", 50_000_000, "2025", dsa("whatsapp-2025", 2025, c, "quoted estimate of active users")},
		{WhatsAppChannels, MonthlyRecipients, "EU", 46_800_000, "2024-07..12", dsa("whatsapp-channels-eu-2024", 2024, b, "")},
		{WhatsAppChannels, MonthlyRecipients, "EU", 51_700_000, "2025-01..06", dsa("whatsapp-channels-eu-2025", 2025, b, "very large platform since 26 January 2026")},
		{platform.X, MonthlyRecipients, "DE", 14_100_000, "2023", dsa("x-2023", 2023, c, "")},
		{platform.YouTube, MonthlyRecipients, "DE", 88_100_000, "2024", dsa("youtube-2024", 2024, b, "counts devices that are not logged in: never people")},
	}
}

// ReportedFor returns the number of a platform, kind and region of the nearest
// year (of two equally near ones the later); ok is false where there is none.
func ReportedFor(n platform.Name, kind AccountKind, region string, year int) (nearest Accounts, ok bool) {
	for _, a := range Reported() {
		if a.Platform != n || a.Kind != kind || a.Region != region {
			continue
		}
		if !ok || cmp.Compare(abs(a.Source.Year-year), abs(nearest.Source.Year-year)) <= 0 {
			nearest, ok = a, true
		}
	}
	return nearest, ok
}

func abs(n int) int { return max(n, -n) }
