package portfolio

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func reaches(t testing.TB, e measure.Evidence, middle float64) []measure.Estimate {
	t.Helper()
	r, err := measure.NewEstimate(middle/2, middle, middle*2, e)
	require.NoError(t, err)
	return []measure.Estimate{r}
}

func question(hours measure.Hours, candidates ...Candidate) Question {
	return Question{Target: []audience.Cell{{Band: audience.MustBand("14-29"), People: 100_000}}, Hours: hours, Candidates: candidates}
}

func verdicts(t testing.TB, q Question) []Verdict {
	t.Helper()
	p, err := Decide(q)
	require.NoError(t, err)
	vs := make([]Verdict, len(p.Decisions))
	for i, d := range p.Decisions {
		vs[i] = d.Verdict
		for _, r := range d.Reasons {
			require.NoError(t, r.Verify())
		}
	}
	return vs
}

func TestVerdicts(t *testing.T) {
	good := reaches(t, measure.Assumed, 10_000)
	tests := []struct {
		name string
		c    Candidate
		want Verdict
	}{
		{"active and worth its hours", Candidate{State: Active, Hours: 4, Reach: good}, Keep},
		{"new, assumed reach", Candidate{State: Planned, Hours: 4, Reach: good}, Pilot},
		{"new, state not said", Candidate{Hours: 4, Reach: good}, Pilot},
		{"new, measured reach", Candidate{State: Watched, Hours: 4, Reach: reaches(t, measure.Measured, 10_000)}, Launch},
		{"no hours", Candidate{State: Watched, Hours: 50, Reach: good}, Watch},
		{"reach unknown, not run", Candidate{Hours: 4, Reach: make([]measure.Estimate, 1)}, Watch},
		{"reach unknown, left", Candidate{State: Left, Hours: 4, Reach: make([]measure.Estimate, 1)}, Leave},
		{"reach unknown, run", Candidate{State: Active, Hours: 4, Reach: make([]measure.Estimate, 1)}, Keep},
		{"active, hours do more elsewhere", Candidate{State: Active, Hours: 50, Reach: good}, KeepInReserve},
		{"active, nobody would miss it", Candidate{State: Active, Hours: 50, Reach: reaches(t, measure.Assumed, 100)}, Leave},
		{"active and unfit", Candidate{State: Active, Hours: 4, Reach: good, Ratings: Ratings{1, 2, 2}}, Leave},
		{"not run and unfit", Candidate{State: Watched, Hours: 4, Reach: good, Ratings: Ratings{Bots: 1}}, Watch},
		{"unfit, for emergencies", Candidate{State: Resting, Role: Crisis, Hours: 4, Reach: good, Ratings: Ratings{1, 1, 1}}, KeepInReserve},
		{"crisis channel, run, badly rated", Candidate{State: Active, Role: Crisis, Hours: 4, Reach: good, Ratings: Ratings{1, 1, 1}}, Keep},
		{"ratings at the line", Candidate{State: Active, Hours: 4, Reach: good, Ratings: Ratings{Bots: 2, Discussion: 3}}, Keep},
		{"reserve", Candidate{State: Resting, Role: Reserve, Hours: 4, Reach: good}, KeepInReserve},
		{"left and no hours", Candidate{State: Left, Hours: 50, Reach: good}, Leave},
		{"ruled out, run", Candidate{State: Active, Hours: 4, Reach: good, RuledOut: "Datenschutz"}, Leave},
		{"ruled out, not run", Candidate{State: Planned, Hours: 4, Reach: good, RuledOut: "Datenschutz"}, Watch},
	}
	for _, tt := range tests {
		tt.c.Name, tt.c.Platform = "a", platform.TikTok
		assert.Equal(t, []Verdict{tt.want}, verdicts(t, question(10, tt.c)), tt.name)
	}
}

func TestACrisisChannelIsNeverGivenUpWithoutAReplacement(t *testing.T) {
	old := Candidate{Name: "old", Platform: platform.Facebook, State: Active, Role: Crisis, Hours: 6, Reach: reaches(t, measure.Assumed, 10)}
	big := Candidate{Name: "big", Platform: platform.TikTok, Hours: 6, Reach: reaches(t, measure.Assumed, 20_000)}
	assert.Equal(t, []Verdict{Keep, Watch}, verdicts(t, question(6, old, big)))

	old.ReplacedBy = "big"
	assert.Equal(t, []Verdict{Leave, Pilot}, verdicts(t, question(6, old, big)))

	_, err := Decide(question(5, old))
	require.ErrorIs(t, err, check.ErrUnknown, "a replacement that is not a candidate")
}

func TestTooFewHoursForTheCrisisChannels(t *testing.T) {
	c := Candidate{Name: "a", Platform: platform.Facebook, State: Active, Role: Crisis, Hours: 6, Reach: reaches(t, measure.Assumed, 10)}
	_, err := Decide(question(5, c))
	require.ErrorIs(t, err, check.ErrConflict)
	assert.Contains(t, err.Error(), "/hours: 5")
}

func TestNextHoursAndTriggersAgreeWithDecidingAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := Question{Target: []audience.Cell{{Band: audience.MustBand("14-29"), People: 50_000}}, Hours: measure.Hours(rapid.IntRange(0, 12).Draw(t, "hours"))}
		for i := range rapid.IntRange(1, 6).Draw(t, "n") {
			mid := float64(rapid.IntRange(1, 20_000).Draw(t, "reach"))
			e, err := measure.NewEstimate(mid/2, mid, mid*2, measure.Assumed)
			require.NoError(t, err)
			q.Candidates = append(q.Candidates, Candidate{
				Name: fmt.Sprint(i), Platform: platform.TikTok, State: Watched, Hours: measure.Hours(rapid.IntRange(1, 10).Draw(t, "h")), Reach: []measure.Estimate{e},
			})
		}
		p, err := Decide(q)
		require.NoError(t, err)
		require.True(t, p.Proven)
		more := q
		more.Hours += nextHours
		later, err := Decide(more)
		require.NoError(t, err)
		assert.InDelta(t, later.People.P50()-p.People.P50(), p.NextHours.People, 1)
		for _, trigger := range p.Watch {
			if !trigger.Hours.Known() {
				continue
			}
			at := q
			at.Hours += measure.Hours(trigger.Hours.P50())
			then, err := Decide(at)
			require.NoError(t, err)
			for _, d := range then.Decisions {
				if d.Name == trigger.Name {
					assert.True(t, d.Verdict.runs(), "%s at %v hours", d.Name, at.Hours)
				}
			}
		}
		assert.LessOrEqual(t, float64(p.Hours), float64(q.Hours)+hourTolerance)
		assert.True(t, p.People.P90() <= 50_000 && p.People.P10() >= 0)
		for _, d := range p.Decisions {
			assert.LessOrEqual(t, d.Unique.P50(), d.Alone.P50()+1e-6, "whom nobody else reaches is part of whom it reaches")
		}
		data, err := json.Marshal(p)
		require.NoError(t, err)
		assert.True(t, json.Valid(data))
	})
}

func TestQuestionSaysWhatIsWrong(t *testing.T) {
	tooMany, err := measure.Exactly(200_000, measure.Assumed)
	require.NoError(t, err)
	q := question(-1,
		Candidate{Name: "a", Platform: "Tik Tok", Role: 9, State: 9, Hours: measure.Hours(math.NaN()), Reach: []measure.Estimate{tooMany}, Ratings: Ratings{Bots: 6}, ReplacedBy: "a"},
		Candidate{Name: "a", Platform: "x", Reach: nil, ReplacedBy: "b"},
	)
	q.Target = append(q.Target, audience.Cell{Band: audience.MustBand("20-25")})
	q.MinRating, q.Experiments = 7, math.MaxFloat64
	err = q.Validate()
	var ps *check.Problems
	require.ErrorAs(t, err, &ps)
	var paths []string
	for _, p := range ps.All() {
		paths = append(paths, p.Path)
	}
	assert.Equal(t, []string{
		"/candidates/0/hours", "/candidates/0/platform", "/candidates/0/ratings/bots", "/candidates/0/reach", "/candidates/0/replacedBy",
		"/candidates/0/role", "/candidates/0/state", "/candidates/1/name", "/candidates/1/reach", "/candidates/1/replacedBy",
		"/experiments", "/hours", "/minRating", "/target/1", "/target/1/people",
	}, paths)
	_, err = Decide(Question{Target: q.Target[:1], Candidates: make([]Candidate, MaxCandidates+1)})
	require.ErrorIs(t, err, check.ErrLimit)
	_, err = Decide(Question{})
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestNothingToDecideIsAPlan(t *testing.T) {
	p, err := Decide(question(0))
	require.NoError(t, err)
	assert.Empty(t, p.Decisions)
	assert.InDelta(t, 0, p.People.P90(), 0)
	assert.Equal(t, "portfolio.plan.nothing", p.Reasons[0].Code())
}

func TestEnumsKeepTheirWords(t *testing.T) {
	for v := Launch; v <= Leave; v++ {
		text, err := v.MarshalText()
		require.NoError(t, err)
		var back Verdict
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, v, back)
	}
	for r := Everyday; r <= Reserve; r++ {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back Role
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, r, back)
	}
	for s := Active; s <= Left; s++ {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back State
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, s, back)
	}
}

func BenchmarkDecide14(b *testing.B) {
	q := question(30)
	for i := range 14 {
		q.Candidates = append(q.Candidates, Candidate{
			Name: fmt.Sprint(i), Platform: platform.TikTok, State: Watched, Hours: measure.Hours(2 + i%7),
			Reach: reaches(b, measure.Assumed, float64(1000+1713*i%9001)),
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decide(q); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHoursOfChannelsWithUnknownReachAreTaken: a channel that goes on because nobody
// knows whom it reaches still takes its hours; only crisis channels come before it.
func TestHoursOfChannelsWithUnknownReachAreTaken(t *testing.T) {
	unknown := Candidate{Name: "WhatsApp", Platform: platform.WhatsApp, State: Active, Hours: 4, Reach: make([]measure.Estimate, 1)}
	tiktok := Candidate{Name: "TikTok", Platform: platform.TikTok, State: Watched, Hours: 8, Reach: reaches(t, measure.Assumed, 10_000)}
	p, err := Decide(question(10, unknown, tiktok))
	require.NoError(t, err)
	assert.Equal(t, Keep, p.Decisions[0].Verdict)
	assert.Equal(t, Watch, p.Decisions[1].Verdict, "6 of 10 hours are left, it takes 8")
	assert.InDelta(t, 4, float64(p.Hours), 1e-9)
	assert.InDelta(t, 2, p.Watch[0].Hours.P50(), 1e-9)
	assert.False(t, p.People.Known(), "unknown is not nobody")
	assert.Equal(t, "portfolio.plan.unknown", p.Reasons[0].Code())
	require.NoError(t, p.Reasons[0].Verify())

	crisis := Candidate{Name: "Facebook", Platform: platform.Facebook, Role: Crisis, State: Active, Hours: 8, Reach: reaches(t, measure.Assumed, 10_000)}
	p, err = Decide(question(10, unknown, crisis))
	require.NoError(t, err)
	assert.Equal(t, Keep, p.Decisions[1].Verdict)
	assert.InDelta(t, 12, float64(p.Hours), 1e-9, "more than there is, and said")
	assert.Equal(t, "2 channels in 12 of 10 hours a week reach 5,000 to 20,000 people of the target group, each counted once. The reach of 1 channel is not known and not counted.",
		p.Reasons[0].In(reason.English))
}

// A reach that is known exactly is the same under every shape; the last bit of the
// three must not make it a disordered estimate.
func TestExactReach(t *testing.T) {
	for i := range 200 {
		x := 0.05771727248661457 * float64(i*i+1)
		e, err := measure.NewEstimate(x, x, x, measure.Measured)
		require.NoError(t, err)
		q := Question{
			Target: []audience.Cell{{Band: audience.MustBand("14-29"), People: 3_000}}, Hours: 8,
			Candidates: []Candidate{{Name: "TikTok", Platform: platform.TikTok, Hours: 4, Reach: []measure.Estimate{e}}},
		}
		p, err := Decide(q)
		require.NoError(t, err, "%v people", x)
		assert.InDelta(t, x, p.Decisions[0].Alone.P50(), 1e-6)
	}
}

// A channel whose reach is unknown goes on; when it alone takes more hours than there
// are, the plan says so.
func TestPlanSaysThatHoursAreShort(t *testing.T) {
	q := Question{
		Target: []audience.Cell{{Band: audience.MustBand("14-29"), People: 3_000}}, Hours: 6, Experiments: 1,
		Candidates: []Candidate{{Name: "Snapchat", Platform: platform.Snapchat, State: Active, Hours: 7, Reach: make([]measure.Estimate, 1)}},
	}
	p, err := Decide(q)
	require.NoError(t, err)
	assert.Equal(t, "Das sind 2 Stunden in der Woche mehr, als da sind.", p.Reasons[1].In(reason.German))
	q.Hours = 8
	p, err = Decide(q)
	require.NoError(t, err)
	for _, r := range p.Reasons {
		assert.NotEqual(t, "portfolio.over-hours", r.Code())
	}
}
