package audience

import (
	"fmt"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

const (
	maxWeeks  = 520    // ten years; no view model reaches further
	maxVideos = 10_000 // of one channel in one plan
)

// Plan is what is to be posted where and for how long.
type Plan struct {
	Weeks    int              // required, 1 to 520
	Channels []PlannedChannel // required, 1 to 12

	// Shape of the exposures among the users of a platform (see reach.NBD), for
	// channels without a Seen; unknown: [ExposureShape].
	Shape measure.Estimate
	// NetShape of the activity that people share over platforms; unknown: [NetShape].
	NetShape measure.Estimate
}

// PlannedChannel is one channel of a [Plan].
type PlannedChannel struct {
	Platform      platform.Name // required, one of the target's
	Views         ViewModel     // required: of this channel, or of a prior
	VideosPerWeek float64       // required, above 0 to 100; the plan's total is rounded to whole videos, at least one

	// Viewers is how the account's viewers are distributed over age, as its
	// statistics show them. Empty: like the users of the platform in the place,
	// which is assumed with a wide range.
	Viewers []ViewerShare

	// Local is the share of views that come from people in the place, as the
	// account's city breakdown shows it. Unknown: an expert's claim, with a
	// very wide range that depends on the feed and on LocationTag.
	Local       measure.Estimate
	LocationTag bool // the videos carry a location tag

	// Replays is how many views one person gives one video; unknown:
	// [ViewModel.Replays] of the channel's records, else assumed.
	Replays measure.Estimate

	// Seen is what the account's statistics say of a period with many videos.
	// The shape of the exposures is fitted to it; zero: the plan's Shape.
	Seen AccountReach
}

// AccountReach is how many different people an account reached in a period, and
// with how many views, as its statistics show both ("reached audience", "Viewers").
// The reach of single videos belongs into the records, see [ViewModel.Replays].
type AccountReach struct {
	Views  float64 `json:"views"`
	People float64 `json:"people"`
}

// ViewerShare is the share of an account's viewers in an age band. It is a
// composition: the shares of all bands add up to at most 1.
type ViewerShare struct {
	Band  Band          `json:"band"`
	Share measure.Share `json:"share"`
}

// ExposureShape is the default shape of one channel's exposures among the users
// of a platform: .25 to 1.5 with the middle .6. Assumed: no published figure
// says how unequally one account's viewers see it. It is below the shape of
// activity as such ([NetShape]), because interest in one channel adds to it.
func ExposureShape() measure.Estimate { return assumed(.25, .6, 1.5) }

// assumedReplays is the range for views per person and video: the largest and
// smallest that anybody states (one creator with 1.11 to 1.43,
// certainty: hearsay), and no published ratio.
func assumedReplays() measure.Estimate { return assumed(1.05, 1.2, 1.6) }

// viewersDoubt is the standard deviation of the log odds of the target's share
// among viewers when the account does not show it: in four of five cases the
// odds are within a factor of 2 of those among users. Assumed.
const viewersDoubt = .54

// localClaim is the source of the local shares.
func localClaim() measure.Source {
	s := reason.Said("F8")[0]
	s.Note = "videos are delivered locally first, then regionally; a location tag supports it. No source gives a number: the ranges are ours"
	return s
}

// assumedLocal is the share of views from the place itself. The direction, not
// the figure, is the expert's claim.
func assumedLocal(f platform.Feed, tag bool) measure.Estimate {
	switch {
	case f == platform.Following || f == platform.Messaging:
		return assumed(.3, .6, .85, localClaim())
	case tag:
		return assumed(.08, .3, .65, localClaim())
	default:
		return assumed(.04, .2, .55, localClaim())
	}
}

// germans is the population among whom views that are not local are taken to
// be spread: Destatis, end of 2024, certainty publisher.
const germans = 83.6e6

func assumed(p10, p50, p90 float64, sources ...measure.Source) measure.Estimate {
	e, _ := measure.NewEstimate(p10, p50, p90, measure.Assumed, sources...) // in order by their literals
	return e
}

func (c PlannedChannel) videos(weeks int) int {
	return max(int(math.Round(c.VideosPerWeek*float64(weeks))), 1)
}

// check notes what is wrong with the plan for the target, below path.
func (p Plan) check(l *check.List, t *Target, path string) {
	l.Between(path+"/weeks", float64(p.Weeks), 1, maxWeeks, "1 to 520 weeks")
	if len(p.Channels) == 0 {
		l.Add(path+"/channels", check.ErrRequired, check.None, "at least one channel")
	}
	if len(p.Channels) > maxChannels {
		l.Add(path+"/channels", check.ErrLimit, len(p.Channels), fmt.Sprintf("at most %d channels", maxChannels))
		return
	}
	within(l, path+"/shape", p.Shape, .01, 1000, "a shape from 0.01 to 1,000")
	within(l, path+"/netShape", p.NetShape, .01, 1000, "a shape from 0.01 to 1,000")
	for i, c := range p.Channels {
		at := path + check.Pointer("channels", i)
		if c.Views.IsZero() {
			l.Add(at+"/views", check.ErrRequired, check.None, "a view model made by NewViewModel, from a prior if there is no history")
		}
		if l.Positive(at+"/videosPerWeek", c.VideosPerWeek, "a number of videos per week above 0") {
			l.Between(at+"/videosPerWeek", c.VideosPerWeek, 0, 100, "at most 100 videos per week")
		}
		within(l, at+"/local", c.Local, 0, 1, "a share from 0 to 1")
		within(l, at+"/replays", c.Replays, 1, 100, "1 to 100 views per person and video")
		c.checkViewers(l, at)
		c.Seen.check(l, at+"/seen")
		switch known := t.platform(c.Platform); {
		case known == nil:
			l.Add(at+"/platform", check.ErrUnknown, string(c.Platform), "one of the platforms of the target")
		default:
			for _, b := range t.Unknown(c.Platform) {
				l.Add(at+"/platform", check.ErrUnknown, string(c.Platform), "a platform with figures of use for "+b.String()+", or such a figure in the table of use")
			}
		}
	}
}

func (r AccountReach) check(l *check.List, at string) {
	if r == (AccountReach{}) {
		return
	}
	if l.Positive(at+"/people", r.People, "a number of people above 0") && l.Positive(at+"/views", r.Views, "a number of views above 0") {
		l.Between(at+"/people", r.People, 0, r.Views, "at most as many people as there are views")
		l.Between(at+"/views", r.Views, 0, maxCount, "views up to 10^12")
	}
}

// shape is that of the law under which the people of the place see the
// account as its statistics say, at the three quantiles of the local share; ok is
// false when even the least of them has more viewers in the place than users.
func (r AccountReach) shape(local, replays measure.Estimate, nearby, users float64) (e measure.Estimate, ok bool) {
	var k [3]float64
	for i, share := range []float64{local.P10(), local.P50(), local.P90()} {
		share += (1 - share) * nearby
		reached := share * r.People / users
		if i == 0 && reached >= 1 {
			return measure.Estimate{}, false
		}
		// Above, the local share itself is too high, and nearly all are reached.
		reached = min(reached, .99)
		mean := max(share*r.Views/replays.P50()/users, reached*1.0001)
		k[i], _ = lawOf(mean, reached)
		k[i] = min(max(k[i], .01), 1000)
		if i > 0 {
			k[i] = max(k[i], k[i-1]) // rises with the share but where it was cut off
		}
	}
	e, err := measure.NewEstimate(k[0], k[1], k[2], measure.Estimated)
	return e, err == nil
}

func (c PlannedChannel) checkViewers(l *check.List, at string) {
	if len(c.Viewers) == 0 {
		return
	}
	bands := make([]Band, len(c.Viewers))
	var sum float64
	for i, v := range c.Viewers {
		bands[i] = v.Band
		l.Between(at+check.Pointer("viewers", i, "share"), float64(v.Share), 0, 1, "a share from 0 to 1")
		sum += float64(v.Share)
	}
	CheckBands(l, at+"/viewers", bands)
	// Printed shares are rounded, each by up to half a percent.
	if !(sum > 0 && sum <= 1+.005*float64(len(bands))) {
		l.Add(at+"/viewers", check.ErrRange, sum, "shares that add up to more than 0 and at most 1")
	}
}

func within(l *check.List, path string, e measure.Estimate, lo, hi float64, want string) {
	if e.Known() && l.Between(path, e.P10(), lo, hi, want) {
		l.Between(path, e.P90(), lo, hi, want)
	}
}

// viewers distributes a channel's local viewers over the bands of the target.
// The rest is outside it.
func (c PlannedChannel) viewers(p *targetPlatform, bands []Band) []float64 {
	byAge := p.users
	var all float64
	for _, u := range byAge {
		all += u
	}
	out := make([]float64, len(bands))
	if all <= 0 {
		return out
	}
	if len(c.Viewers) > 0 {
		c.asShown(p, &byAge, all)
	}
	for i, b := range bands {
		for age := b.from; age < min(b.end, oldest); age++ {
			out[i] += byAge[age] / all
		}
	}
	return out
}

// shownWhole is the sum of shares from which the account's statistics are taken
// to speak of all viewers whose age they show at all.
const shownWhole = .97

// asShown weighs the users of each age by what the account's statistics show.
// Ages they do not list have the viewers that are left, or, when the listed
// shares already add up to all (platforms list from 18 on), watch as the
// others do.
func (c PlannedChannel) asShown(p *targetPlatform, byAge *[oldest]float64, all float64) {
	var shares, covered float64
	for _, v := range c.Viewers {
		shares += float64(v.Share)
		covered += p.usersIn(v.Band)
	}
	listed := shares
	switch {
	case covered >= all*(1-1e-9):
		listed = 1
	case shares >= shownWhole:
		listed = covered / all
	}
	for age := range byAge {
		factor := (1 - listed) * all / max(all-covered, all*1e-9)
		for _, v := range c.Viewers {
			if band := (Band{uint8(age), uint8(age) + 1}); v.Band.Contains(band) || age == oldest-1 && v.Band.from >= oldest {
				if users := p.usersIn(v.Band); users > 0 {
					factor = listed * all / users * float64(v.Share) / shares
				}
			}
		}
		byAge[age] *= factor
	}
}

// uncovered returns the target bands of which the account's statistics do not
// show every age.
func (c PlannedChannel) uncovered(bands []Band) []Band {
	if len(c.Viewers) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(bands), func(b Band) bool {
		shown := 0
		for _, v := range c.Viewers {
			shown += max(int(min(b.end, v.Band.end))-int(max(b.from, v.Band.from)), 0)
		}
		return shown == int(b.end)-int(b.from)
	})
}
