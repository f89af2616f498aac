package germany

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Platforms and groups of platforms that surveys ask about and that are not in
// the platform package.
const (
	Pinterest        platform.Name = "pinterest"
	Twitch           platform.Name = "twitch"
	Xing             platform.Name = "xing"
	WhatsAppChannels platform.Name = "whatsapp-channels"
	LocalCommunities platform.Name = "local-communities"
	SocialMedia      platform.Name = "social-media" // any social network
	OnlineVideo      platform.Name = "online-video" // any online video, "YouTube and the like"
	OnlineMedia      platform.Name = "online-media" // any online video, audio or text: an upper bound for any platform
)

// survey is one publication with the figures it prints.
type survey struct {
	source measure.Source
	base   audience.Base
	asked  int64  // people asked; 0 when the report does not say
	of     string // the band they were asked from
	rows   []row
}

type row struct {
	platform  platform.Name
	frequency audience.Frequency
	cells     []cell
}

// cell is a printed share: a whole percentage, or what share says where the
// print is not one number.
type cell struct {
	band    string
	percent int
	share   measure.Interval
}

func figures(in audience.Place, surveys ...survey) []audience.Penetration {
	var all []audience.Penetration
	known := map[string]float64{}
	people := func(band string) float64 {
		n, ok := known[band]
		if !ok {
			n = must(in.People(audience.MustBand(band))).P50()
			known[band] = n
		}
		return n
	}
	for _, s := range surveys {
		for _, r := range s.rows {
			for _, c := range r.cells {
				band := audience.MustBand(c.band)
				share := c.share
				if share == (measure.Interval{}) {
					share = audience.Percent(c.percent)
				}
				// A survey asks each age as often as there are people of it.
				sample := int64(float64(s.asked) * min(people(c.band)/people(s.of), 1))
				all = append(all, must(audience.NewPenetration(audience.Statement{
					Platform: r.platform, Band: band, Frequency: r.frequency, Base: s.base, Share: share, Sample: sample, Source: s.source,
				})))
			}
		}
	}
	return all
}

func shares(lo, hi float64) measure.Interval { return must(measure.NewInterval(lo, hi)) }
