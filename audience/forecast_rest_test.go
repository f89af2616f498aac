package audience_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Who uses none of the platforms is everybody else: the range is as wide as
// that of the users, also in a place whose residents are an estimate.
func TestWhoUsesNoneIsTheRest(t *testing.T) {
	target := must(audience.NewTarget(audience.TargetQuery{
		Place: must(germany.Town("Kassel", 204_000)), Bands: []audience.Band{audience.MustBand("14-19")}, Platforms: []platform.Name{platform.TikTok},
		Use: germany.UseWithBounds(), Frequency: audience.Weekly, Year: 2024,
	}))
	f := must(target.Forecast(audience.Plan{Weeks: 12, Channels: []audience.PlannedChannel{{Platform: platform.TikTok, Views: unproven(), VideosPerWeek: 1}}}))
	users, ok := target.Reachable(platform.TikTok)
	assert.True(t, ok)
	residents, none := f.Residents.P50(), f.NotOnPlatforms
	closeTo(t, residents-users.People.P50(), none.P50(), 1)
	closeTo(t, residents-users.People.P90(), none.P10(), 100)
	closeTo(t, residents-users.People.P10(), none.P90(), 100)
}
