package alliance

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

func question(t testing.TB, hours ...measure.Hours) Question {
	t.Helper()
	place, err := germany.Town("Musterstadt", 250_000)
	require.NoError(t, err)
	target, err := audience.NewTarget(audience.TargetQuery{
		Place: place, Bands: []audience.Band{audience.MustBand("14-29")}, Platforms: []platform.Name{platform.TikTok},
		Use: germany.UseWithBounds(), Frequency: audience.Weekly, Year: 2026,
	})
	require.NoError(t, err)
	q := Question{Platform: platform.TikTok, Target: target, Prior: germany.Prior(germany.Welfare)}
	for i, h := range hours {
		q.Carriers = append(q.Carriers, Carrier{Name: fmt.Sprint(i), Hours: h})
	}
	return q
}

func TestTwelveCarriersTogetherLastLonger(t *testing.T) {
	a, err := Weigh(question(t, slices.Repeat([]measure.Hours{4}, 12)...))
	require.NoError(t, err)
	for _, alone := range a.Alone {
		assert.Less(t, alone.Score(), a.Together.Score())
		assert.Less(t, alone.Weekly.Unbroken.P50(), a.Together.Weekly.Unbroken.P50())
	}
	assert.Greater(t, a.Together.Reach.P50(), a.AloneReach.P50())
	assert.Greater(t, a.PerHour.Together, a.PerHour.Alone)
	assert.Greater(t, a.Same.Alone, a.Same.Together)
	assert.Len(t, a.Best.Carriers, 12)
	assert.Equal(t, 1<<12-12, a.Best.Searched, "every set of two and more, and nobody together: 4096 less twelve single ones")
	for _, r := range a.Reasons {
		require.NoError(t, r.Verify())
	}
	data, err := json.Marshal(a)
	require.NoError(t, err)
	assert.True(t, json.Valid(data))
}

// TestSidesByHand: 12 carriers of 4 hours, 9 of 52 weeks away, 2 hours of care,
// an hour and 12 half hours of coordination, 8 hours a video.
func TestSidesByHand(t *testing.T) {
	a, err := Weigh(question(t, slices.Repeat([]measure.Hours{4}, 12)...))
	require.NoError(t, err)
	present := 1 - 9./52
	assert.InDelta(t, (48-7)*present/8-2./8, a.Together.Videos, 1e-9)
	assert.InDelta(t, (4*present-2)/8, a.Alone[0].Videos, 1e-9)
	rate := agency.DefaultStaffCost(agency.E10).PerHour().Float()
	assert.InDelta(t, 48*52*rate, a.Together.Cost.Float(), 0.01)
	assert.InDelta(t, 41*52*rate, a.Same.Alone, 1)
	assert.InDelta(t, 4*52*rate, a.Same.Together, 1)
	// Alone they make 12 x (4 x present - 2) hours of video, and need 2 hours of care once.
	alone := 12 * (4*present - 2)
	assert.InDelta(t, (48-(alone+2)/present)/12, float64(a.BreakEven.PerCarrier), 1e-9)
}

func TestBreakEvenTurnsTheAnswer(t *testing.T) {
	q := question(t, 6, 5, 8, 4)
	a, err := Weigh(q)
	require.NoError(t, err)
	for _, c := range []struct {
		factor float64
		more   bool
	}{{0.99, true}, {1.01, false}} {
		q.Overhead = Overhead{PerCarrier: a.BreakEven.PerCarrier * measure.Hours(c.factor)}
		b, err := Weigh(q)
		require.NoError(t, err)
		single := 0.0
		for _, s := range b.Alone {
			single += s.Videos
		}
		assert.Equal(t, c.more, b.Together.Videos > single, "overhead at %v of the break-even", c.factor)
	}
}

func TestTheUnwillingAndTheCostlyStayOut(t *testing.T) {
	q := question(t, 6, 6, 6, 6)
	q.Carriers[2].Willing = measure.No
	a, err := Weigh(q)
	require.NoError(t, err)
	assert.Equal(t, []string{"0", "1", "3"}, a.Best.Carriers)
	q.Overhead = Overhead{Fixed: 1, PerCarrier: 5}
	a, err = Weigh(q)
	require.NoError(t, err)
	assert.Empty(t, a.Best.Carriers, "five hours of coordination each are dearer than the care of a channel")
}

// TestBestIsTheBestOfAll compares with the obvious loop over all sets.
func TestBestIsTheBestOfAll(t *testing.T) {
	base := question(t)
	rapid.Check(t, func(rt *rapid.T) {
		q := base
		q.Carriers = nil
		for i := range rapid.IntRange(2, 6).Draw(rt, "n") {
			q.Carriers = append(q.Carriers, Carrier{Name: fmt.Sprint(i), Hours: measure.Hours(rapid.IntRange(1, 12).Draw(rt, "hours"))})
		}
		q.Overhead = Overhead{Fixed: measure.Hours(rapid.IntRange(0, 3).Draw(rt, "fixed")), PerCarrier: measure.Hours(rapid.Float64Range(0.1, 3).Draw(rt, "per"))}
		w, err := newWeigher(q.withDefaults())
		require.NoError(t, err)
		best, err := w.best()
		require.NoError(t, err)
		top := 0.0
		for set := range 1 << len(q.Carriers) {
			var in measure.Hours
			n, total := 0, 0.0
			for i, c := range q.Carriers {
				if set>>i&1 == 1 {
					in, n = in+c.Hours, n+1
				} else {
					total += w.videos(c.Hours)
				}
			}
			if n > 0 {
				total += w.videos(in - q.Overhead.Hours(n))
			}
			top = max(top, total)
		}
		assert.InDelta(t, top, best.Videos, 1e-9)
	})
}

func TestRotationIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var carriers []Carrier
		total := 0.0
		n := rapid.IntRange(1, 12).Draw(t, "n")
		for i := range n {
			c := Carrier{Name: fmt.Sprint(i), Hours: measure.Hours(rapid.IntRange(1, 20).Draw(t, "hours")), Format: "Format"}
			if rapid.IntRange(0, 4).Draw(t, "none") == 0 {
				c.Format = ""
			} else {
				total += float64(c.Hours)
			}
			carriers = append(carriers, c)
		}
		share := measure.Share(rapid.Float64Range(0, 1).Draw(t, "cap"))
		slots := rapid.IntRange(0, 400).Draw(t, "slots")
		r, err := Rotate(carriers, share, slots)
		require.NoError(t, err)
		require.Len(t, r.Slots, slots)
		own := 0
		count := map[string]int{}
		waits := map[string]int{} // own slots since the last turn
		for s, name := range r.Slots {
			if name != "" {
				own++
				count[name]++
				for _, c := range carriers {
					w := float64(c.Hours) / total
					if c.Format == "" {
						assert.Zero(t, count[c.Name], "no format, no slot")
						continue
					}
					waits[c.Name]++
					assert.LessOrEqual(t, float64(waits[c.Name]), math.Ceil(2/w)+1e-9, "%s waits too long", c.Name)
					if c.Name == name {
						waits[c.Name] = 0
					}
					assert.Less(t, math.Abs(float64(count[c.Name])-w*float64(own)), 1+1e-9, "within one slot of the exact share")
				}
			}
			assert.LessOrEqual(t, float64(own), float64(share)*float64(s+1)+1e-6, "the cap holds at every moment")
		}
	})
}

func TestRotateRefuses(t *testing.T) {
	_, err := Rotate([]Carrier{{Name: "a", Format: "f", Hours: measure.Hours(math.NaN())}}, 2, -1)
	assert.EqualError(t, err, `/cap: 2 is out of range: want a share from 0 to 1
/carriers/0/hours: NaN is out of range: want hours a week from 0.01 to 168
/slots: -1 exceeds a limit: want 0 to 4000 videos`)
	_, err = Rotate(make([]Carrier, MaxCarriers+1), 0.5, 1)
	require.ErrorIs(t, err, check.ErrLimit)
}

func TestWithout(t *testing.T) {
	q := question(t, 10, 4, 6)
	q.Carriers[0].Does, q.Carriers[0].Format = []string{"Schnitt", "Dreh"}, "Stellen der Woche"
	q.Carriers[1].Does = []string{"Dreh"}
	q.Carriers[2].Does = []string{"Dreh", "Texte"}
	d, err := q.Without("0")
	require.NoError(t, err)
	assert.Equal(t, []Handover{{"Schnitt", ""}, {"Dreh", "2"}}, d.Tasks, "the one with most hours of those who can")
	assert.Less(t, d.After.Videos, d.Before.Videos)
	assert.Less(t, d.After.Score(), d.Before.Score())
	require.Len(t, d.Reasons, 4, "what is missing, two tasks, one format")
	for _, r := range d.Reasons {
		require.NoError(t, r.Verify())
	}
	_, err = q.Without("nobody")
	require.ErrorIs(t, err, check.ErrUnknown)
	_, err = question(t, 4, 4).Without("0")
	require.ErrorIs(t, err, check.ErrLimit)
}

func TestWeighRefuses(t *testing.T) {
	_, err := Weigh(question(t, slices.Repeat([]measure.Hours{4}, MaxCarriers+1)...))
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Weigh(Question{Carriers: []Carrier{{Name: "a", Hours: 0}, {Name: "a", Hours: 61, Does: []string{""}}}, Weeks: 1, Cap: 2, Care: -1, Overhead: Overhead{Fixed: -1}})
	assert.EqualError(t, err, `/cap: 2 is out of range: want a share from 0 to 1
/care: -1 is out of range: want hours a week from 0 to 168
/carriers/0/hours: 0 is out of range: want hours a week above 0 to 60
/carriers/1/does/0: "" is required: want the name of a task
/carriers/1/hours: 61 is out of range: want hours a week above 0 to 60
/carriers/1/name: "a" occurs twice: want every carrier once
/overhead/fixed: -1 is out of range: want hours a week from 0 to 168
/platform: "" cannot be read: want the name of a platform such as tiktok
/target: is required: want a target made by audience.NewTarget
/weeks: 1 is out of range: want 4 to 104 weeks`)
	q := question(t, 4, 4)
	q.Prior = audience.ViewPrior{}
	_, err = Weigh(q)
	require.Error(t, err)
	q = question(t, 4, 4)
	q.Absence = rhythm.Absence{LeaveWeeks: 30, SickWeeks: 30}
	_, err = Weigh(q)
	require.Error(t, err)
}

func BenchmarkWeigh12(b *testing.B) {
	q := question(b, 4, 3, 5, 2, 6, 4, 4, 3, 8, 2, 5, 4)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Weigh(q); err != nil {
			b.Fatal(err)
		}
	}
}
