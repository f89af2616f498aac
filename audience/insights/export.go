package insights

import (
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Format is a kind of export.
type Format uint8

// The formats that [Read] recognises.
const (
	TikTokStudioContent     Format = iota + 1 // Content.csv: the best posts of a period
	TikTokStudioOverview                      // Overview.csv: days
	TikTokStudioViewers                       // Viewers.csv: days
	TikTokStudioFollowers                     // FollowerHistory.csv: days
	TikTokStudioActivity                      // FollowerActivity.csv: hours
	TikTokStudioGender                        // FollowerGender.csv: shares
	TikTokStudioTerritories                   // FollowerTopTerritories.csv: shares
	TikTokBusinessVideos                      // business account: videos
	TikTokBusinessDays                        // business account: days
	TikTokBusinessAudience                    // business account: followers by day
	TikTokUserData                            // "download your data": times and likes of all posts
	TikTokDisplayAPI                          // answer of /v2/video/list/
	TikTokResearchAPI                         // answer of /v2/research/video/query/
	YtDlp                                     // yt-dlp --dump-json, one object per line
	YouTubeStudioVideos                       // Table data.csv, Tabellendaten.csv
	YouTubeStudioDays                         // Totals.csv, Gesamtwerte.csv
	MetaPosts                                 // Business Suite: posts of Instagram
	MetaMetric                                // Business Suite: one metric by day
)

var formatWords = check.Words[Format]{
	TikTokStudioContent: "tiktok studio content", TikTokStudioOverview: "tiktok studio overview", TikTokStudioViewers: "tiktok studio viewers",
	TikTokStudioFollowers: "tiktok studio follower history", TikTokStudioActivity: "tiktok studio follower activity",
	TikTokStudioGender: "tiktok studio follower gender", TikTokStudioTerritories: "tiktok studio follower territories",
	TikTokBusinessVideos: "tiktok business videos", TikTokBusinessDays: "tiktok business days", TikTokBusinessAudience: "tiktok business audience",
	TikTokUserData: "tiktok user data", TikTokDisplayAPI: "tiktok display api", TikTokResearchAPI: "tiktok research api", YtDlp: "yt-dlp",
	YouTubeStudioVideos: "youtube studio videos", YouTubeStudioDays: "youtube studio days", MetaPosts: "meta posts", MetaMetric: "meta metric",
}

// String returns the words for the format, such as "tiktok studio content".
func (f Format) String() string { return formatWords.String(f) }

// MarshalText writes the words of [Format.String]; an invalid value is an error.
func (f Format) MarshalText() ([]byte, error) { return formatWords.Marshal(f) }

// UnmarshalText reads one of the words.
func (f *Format) UnmarshalText(text []byte) (err error) {
	*f, err = formatWords.Parse(string(text))
	return err
}

// Numbers says how a file writes its numbers. Exports of platforms write
// digits with a decimal point; files that went through a spreadsheet or were
// written by hand follow a language.
type Numbers uint8

// The ways to write numbers.
const (
	Plain   Numbers = iota // 1250 and 12.5; "1.250" and "1,250" are refused, because they could be two numbers
	German                 // 1.250 and 12,5; 1,2 Tsd. and 3 Mio. are ranges
	English                // 1,250 and 12.5; 1.2K and 3M are ranges
)

// Options say what a file does not say itself.
type Options struct {
	// Location is the time zone of the account. Required for files whose times
	// have no zone: TikTok Studio, YouTube Studio, Meta (which commonly writes
	// Pacific time).
	Location *time.Location
	// ExportedOn is the day of the export. Required for the daily files of
	// TikTok Studio, whose dates have no year. Where given, it is the time
	// the counts are of, and no date may be after it.
	ExportedOn measure.Date
	// Numbers says how the file writes numbers. The zero value is [Plain].
	Numbers Numbers
}

// Export is what a file holds.
type Export struct {
	Format   Format           `json:"format"`
	Account  string           `json:"account,omitzero"`  // handle or name, where the file has one
	Videos   []audience.Video `json:"videos,omitempty"`  // in the order of the file
	Series   []Series         `json:"series,omitempty"`  // in the order of the columns
	Parts    []Part           `json:"parts,omitempty"`   // shares of followers, by gender or territory
	Unknown  []string         `json:"unknown,omitempty"` // columns that were not read because nobody knows them
	Warnings []reason.Reason  `json:"warnings,omitempty"`
}

// Metric names a series.
type Metric string

// The metrics.
const (
	Views              Metric = "views"
	Reach              Metric = "reach" // people of the day; days do not add up
	NewViewers         Metric = "new viewers"
	ReturningViewers   Metric = "returning viewers"
	EngagedAudience    Metric = "engaged audience"
	ProfileViews       Metric = "profile views"
	Likes              Metric = "likes"
	Comments           Metric = "comments"
	Shares             Metric = "shares"
	Interactions       Metric = "interactions"
	LinkClicks         Metric = "link clicks"
	PhoneClicks        Metric = "phone clicks"
	Leads              Metric = "leads"
	Followers          Metric = "followers"
	FollowersGained    Metric = "followers gained"
	FollowersLost      Metric = "followers lost"
	FollowersNet       Metric = "followers net"
	FollowersActive    Metric = "followers active" // by hour
	SubscribersGained  Metric = "subscribers gained"
	WatchTimeHours     Metric = "watch time in hours"
	AverageViewSeconds Metric = "average view in seconds"
)

// Series is one metric over days, or over hours where the file has them.
type Series struct {
	Metric Metric  `json:"metric"`
	Points []Point `json:"points"`
}

// Point is the value of one day or hour; not known is the zero Interval.
type Point struct {
	Date  measure.Date     `json:"date"`
	Hour  int              `json:"hour,omitzero"` // 0 to 23; 0 in daily series
	Value measure.Interval `json:"value"`
}

// Part is a share of the followers. The shares of a file add up to 1 but for rounding.
type Part struct {
	Name  string        `json:"name"` // "Female", "DE", "Others", as the file writes it
	Share measure.Share `json:"share"`
}
