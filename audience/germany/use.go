package germany

import (
	"slices"
	"sync"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Use returns the printed figures of platform use in Germany from 2021 to 2025
// by age band and frequency. Of residents (ARD and ZDF from 14, JIM from 12 to
// 19) only the daily use of 2021 is complete by age; of later years the bands
// are published in part, and TikTok, Snapchat, WhatsApp and YouTube above 29
// not at all. Online panels run far above the random samples: they are in the
// table under their own base and useful for the shape over age only.
func Use() audience.UseTable { return use() }

// The tables never change, so they are built at the first call and kept.
var (
	use = sync.OnceValue(func() audience.UseTable {
		return must(audience.NewUseTable(printed(Population())...))
	})
	useWithBounds = sync.OnceValue(func() audience.UseTable {
		in := Population()
		return must(use().With(bounds(in, printed(in))...))
	})
)

func printed(in audience.Place) []audience.Penetration {
	return figures(in, slices.Concat(ardZDF(), youth(), panels())...)
}

// UseWithBounds returns [Use] and, for each platform, frequency and year of
// ARD and ZDF with a printed total and at least one printed band, bounds for
// the bands that were not printed. They are marked as computed. For TikTok,
// Instagram, Snapchat and social networks as a whole, use is assumed not to
// rise with age where the missing bands are the oldest: so it was in the
// complete table of 2021, and the note of the figure says it. Facebook is used
// most from 30 to 49, so its bounds assume nothing.
func UseWithBounds() audience.UseTable { return useWithBounds() }

// ardBands are the four bands in which ARD and ZDF print.
var ardBands = [...]string{"14-29", "30-49", "50-69", "70+"}

func bounds(in audience.Place, all []audience.Penetration) []audience.Penetration {
	var derived []audience.Penetration
	for _, total := range all {
		s := total.Statement()
		if s.Base != audience.Residents || s.Band != audience.MustBand("14+") {
			continue
		}
		g := audience.Gap{Total: total}
		for _, text := range ardBands {
			band := audience.MustBand(text)
			i := slices.IndexFunc(all, func(p audience.Penetration) bool {
				q := p.Statement()
				return q.Band == band && q.Platform == s.Platform && q.Frequency == s.Frequency && q.Base == s.Base && q.Source.Year == s.Source.Year
			})
			if i < 0 {
				g.Missing = append(g.Missing, band)
			} else {
				g.Known = append(g.Known, all[i])
			}
		}
		if len(g.Known) == 0 || len(g.Missing) == 0 {
			continue
		}
		oldestMissing := g.Missing[0].From() > g.Known[len(g.Known)-1].Statement().Band.To()
		g.Declining = oldestMissing && declines(s.Platform)
		derived = append(derived, must(g.Fill(in))...)
	}
	return derived
}

func declines(n platform.Name) bool {
	return slices.Contains([]platform.Name{platform.TikTok, platform.Instagram, platform.Snapchat, SocialMedia}, n)
}
