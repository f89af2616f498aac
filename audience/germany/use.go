package germany

import (
	"slices"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Use returns the printed figures of platform use in Germany from 2021 to 2025
// by age band and frequency. Of residents (ARD and ZDF from 14, JIM from 12 to
// 19) only the daily use of 2021 is complete by age; of later years the bands
// are published in part, and TikTok, Snapchat, WhatsApp and YouTube above 29
// not at all. Online panels run far above the random samples: they are in the
// table under their own base and useful for the shape over age only.
//
// The table is built at each call: keep it where it is needed often.
func Use() audience.UseTable { return must(audience.NewUseTable(printed(Population())...)) }

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
func UseWithBounds() audience.UseTable {
	in := Population()
	all := printed(in)
	return must(audience.NewUseTable(append(all, bounds(in, all)...)...))
}

// ardBands are the four bands in which ARD and ZDF print.
var ardBands = [...]string{"14-29", "30-49", "50-69", "70+"}

func bounds(in audience.Place, all []audience.Penetration) []audience.Penetration {
	type cell struct {
		band      audience.Band
		frequency audience.Frequency
		year      int
		platform  platform.Name
	}
	at := make(map[cell]int, len(all)) // index of what residents were asked
	for i, p := range all {
		if s := p.Statement(); s.Base == audience.Residents {
			at[cell{s.Band, s.Frequency, s.Source.Year, s.Platform}] = i
		}
	}
	from14 := audience.MustBand("14+")
	var derived []audience.Penetration
	for _, total := range all {
		s := total.Statement()
		if s.Base != audience.Residents || s.Band != from14 {
			continue
		}
		g := audience.Gap{Total: total}
		for _, text := range ardBands {
			band := audience.MustBand(text)
			if i, ok := at[cell{band, s.Frequency, s.Source.Year, s.Platform}]; ok {
				g.Known = append(g.Known, all[i])
			} else {
				g.Missing = append(g.Missing, band)
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
