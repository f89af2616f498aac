package main

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// special is what the JSON has beside the assessment.
type special struct {
	Claim audience.Penetration `json:"claim"` // what the city says of the young on TikTok
	City  []reason.Reason      `json:"city"`
}

// city says what the press release says, with what the library makes of it: the
// young on TikTok, news, followers, elections, and the care before the start.
func city(p *onepage.Page, all []onepage.Result) (any, error) {
	r := all[0]
	s := special{Claim: germany.TikTokClaims().Teenagers}
	s.City = append(young(s.Claim, r.Assessment), care(r.Brief)...)
	p.Heading("Warum TikTok, und mit welcher Vorsicht", "Why TikTok, and with what care")
	p.Reasons(s.City...)
	p.Finding(r.Assessment, "law.election")
	return s, nil
}

// young holds the city's figure against the people of the target group.
func young(claim audience.Penetration, a strategy.Assessment) []reason.Reason {
	var list []reason.Reason
	lo, _ := claim.Statement().Share.Lo()
	for _, r := range a.Reachable {
		if r.Platform != platform.TikTok || a.Forecast == nil {
			continue
		}
		for _, band := range r.Bands {
			if band.Band != claim.Statement().Band || !band.Residents.Known() {
				continue
			}
			list = append(list, reason.New("kassel.claim",
				"Mehr als {share} der {from}- bis {to}-Jährigen nutzen TikTok regelmäßig: ein Anteil an der Altersgruppe. In {place} wären das mehr als {people} von rund {all} Menschen.",
				"More than {share} of those aged {from} to {to} use TikTok regularly: a share of the age group. In {place} that would be more than {people} of about {all} people.",
				[]measure.Source{claim.Statement().Source}, reason.Share("share", measure.Share(lo)), reason.Count("from", int64(band.Band.From())), reason.Count("to", int64(band.Band.To())),
				reason.Text("place", a.Forecast.Place), reason.Number("people", lo*band.Residents.P50(), -2), reason.Number("all", band.Residents.P50(), -2)))
		}
	}
	news := func(band string) (germany.Fact, bool) {
		f, _, ok := germany.LookupFact(germany.FactQuery{
			Topic: germany.NewsOnSocialMedia, Platform: germany.SocialMedia, Band: audience.MustBand(band), Year: a.AsOf.Year(),
		})
		return f, ok
	}
	adults, ok := news("18+")
	if youngest, found := news("18-24"); ok && found {
		list = append(list, reason.New("kassel.news",
			"Nachrichten aus sozialen Medien holen sich jede Woche {young} der 18- bis 24-Jährigen, von allen Erwachsenen {all} ({year}).",
			"News from social media reach {young} of those aged 18 to 24 every week, and {all} of all adults ({year}).",
			[]measure.Source{youngest.Source}, reason.Share("young", measure.Share(youngest.Value)), reason.Share("all", measure.Share(adults.Value)), reason.Year("year", youngest.Source.Year)))
	}
	return list
}

// care is what the city did before the start.
func care(b strategy.Brief) []reason.Reason {
	var list []reason.Reason
	if b.GuardRails.Preparation == measure.Yes && b.GuardRails.DataSeparated == measure.Yes {
		list = append(list, reason.New("kassel.care", "Vor dem Start hat sich das Team mit der Plattform und ihrer Kritik befasst; interne Daten sind vom Kanal aus nicht zu erreichen.",
			"Before the start the team studied the platform and its critics; internal data cannot be reached from the channel.", nil))
	}
	if b.Presence.HeadPolitical == measure.Yes {
		list = append(list, reason.New("kassel.head", "Zu politischen Themen spricht die Spitze der Stadt, zuerst mit dem Aufruf zur Wahl.",
			"On political topics the head of the city speaks, first with the call to vote.", nil))
	}
	return list
}
