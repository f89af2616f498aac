package germany

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Claims are what civic bodies say about the age of TikTok users, as they say
// it. The first two are shares of the users and cannot both be right; the
// third is a share of an age group.
type Claims struct {
	Young       audience.Composition `json:"young"`       // "about 26 % of the users are 10 to 29"
	MostlyYoung audience.Composition `json:"mostlyYoung"` // "about 21 million users, mostly very young"
	Teenagers   audience.Penetration `json:"teenagers"`   // "more than half of the 14- to 19-year-olds use it regularly"
}

// TikTokClaims returns the claims. "Mostly very young" is read as at least half
// from 13, the platform's minimum age, to 29.
func TikTokClaims() Claims {
	say := func(band string, f audience.Frequency, share measure.Interval, s measure.Source) audience.Statement {
		return audience.Statement{
			Platform: platform.TikTok, Band: audience.MustBand(band), Frequency: f, Base: audience.Residents, Share: share, Source: s,
		}
	}
	half := must(measure.AtLeast(0.5))
	return Claims{
		Young: must(audience.NewComposition(say("10-29", audience.Unspecified, audience.Percent(26),
			reason.Said("K1")[0]))),
		MostlyYoung: must(audience.NewComposition(say("13-29", audience.Unspecified, half,
			reason.Said("C1")[0]))),
		Teenagers: must(audience.NewPenetration(say("14-19", audience.Regularly, half,
			reason.Said("S2")[0]))),
	}
}
