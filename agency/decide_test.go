package agency

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestTownIsHelpedByTheMixedModel(t *testing.T) {
	d := decide(t, town())
	assert.Equal(t, Clear, d.Verdict)
	assert.Equal(t, DoItWithYou, d.Recommended)
	assert.Equal(t, []Requirement{OwnHours, Skills}, d.Option(WithoutAgency).Broken)
	assert.Equal(t, []Requirement{OwnHours}, d.Option(DoItYourself).Broken)
	assert.Equal(t, NotFundable, d.Option(DoItForYou).Standing)
	assert.Equal(t, []Requirement{AccountOwner, DataContract}, d.Option(DoItWithYou).Unsettled)
	assert.Zero(t, d.Option(0))
	assert.Zero(t, Decision{}.Option(DoItForYou))
}

// A case that says next to nothing still gets an answer, and every assumption is listed.
func TestAlmostEmptyCase(t *testing.T) {
	d := decide(t, Case{Need: Need{VideosPerWeek: 1, HorizonMonths: 12}})
	assert.NotEqual(t, Clear, d.Verdict, "nothing about the body is known")
	for _, o := range d.Options {
		for _, c := range o.Checks {
			assert.NotEqual(t, Broken, c.Status, "%v %v: what is not known breaks nothing", o.Model, c.Requirement)
		}
	}
	places := map[string]bool{}
	for _, a := range d.Assumptions {
		places[a.Input] = true
	}
	for _, want := range []string{"/organisation/hoursPerWeek", "/organisation/budget", "/organisation/skills", "/organisation/staffCost", "/offers", "/need/hoursPerVideo"} {
		assert.True(t, places[want], want)
	}
}

func TestNoneFits(t *testing.T) {
	c := nothing()
	c.Organisation.Budget = mcda.Exactly(100)
	d := decide(t, c)
	assert.Equal(t, NoneFits, d.Verdict)
	assert.Zero(t, d.Recommended)
	assert.Equal(t, NotFundable, d.Option(DoItForYou).Standing, "stays in the comparison")
	assert.Positive(t, d.Option(DoItForYou).Rank)
	data, err := json.Marshal(d)
	require.NoError(t, err)
	assert.NotContains(t, string(data), `"recommended"`)
}

// Every result marshals without NaN, every reason has all its figures, and
// contributions add up to the score.
func TestDecisionOfAnyCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		d, err := Decide(c)
		require.NoError(t, err)
		checkDecision(t, d)
		again, err := Decide(c)
		require.NoError(t, err)
		a, err := json.Marshal(d)
		require.NoError(t, err)
		b, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(a), string(b), "same input, same bytes")
		require.NotContains(t, string(a), "-0,")
	})
}

type failer interface {
	Errorf(format string, args ...any)
	FailNow()
}

func checkDecision(t failer, d Decision) {
	require.True(t, verdictWords.Valid(d.Verdict))
	require.True(t, d.Probability.Valid())
	for _, o := range d.Options {
		sum := 0.0
		for _, s := range o.Scores {
			require.True(t, s.Value >= 0 && s.Value <= 1, "%v %v", o.Model, s.Criterion)
			require.False(t, math.IsNaN(s.Measurement) || math.IsInf(s.Measurement, 0))
			require.NoError(t, s.Reason.Verify())
			sum += s.Contribution
		}
		require.InDelta(t, o.Score, sum, 1e-12)
		require.False(t, math.IsNaN(o.Score))
		for _, c := range o.Checks {
			require.NoError(t, c.Reason.Verify())
			if c.Status == Met {
				require.True(t, c.Remedy.IsZero())
			} else {
				require.NoError(t, c.Remedy.Verify())
			}
		}
		switch {
		case len(o.Broken) == 0:
			require.Equal(t, Fits, o.Standing)
		case len(o.Broken) == 1 && o.Broken[0] == Budget:
			require.Equal(t, NotFundable, o.Standing)
		default:
			require.Equal(t, DoesNotFit, o.Standing)
		}
	}
	if d.Verdict != NoneFits {
		require.Equal(t, Fits, d.Option(d.Recommended).Standing)
	}
	for _, r := range d.Reasons {
		require.NoError(t, r.Verify())
	}
	for _, a := range d.Assumptions {
		require.NoError(t, a.Reason.Verify())
	}
	for _, l := range reason.Langs() {
		for _, s := range d.Explain(l) {
			require.NotContains(t, s, "{")
		}
	}
}

// Raising the budget never removes a model that fits, and tightening a demand
// never turns a model that does not fit into the recommended one.
func TestBudgetAndDemandsAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		budget := rapid.Float64Range(0, 200_000).Draw(t, "budgetNow")
		c.Organisation.Budget = mcda.Exactly(budget)
		before, err := Decide(c)
		require.NoError(t, err)
		c.Organisation.Budget = mcda.Exactly(budget + rapid.Float64Range(0, 100_000).Draw(t, "more"))
		richer, err := Decide(c)
		require.NoError(t, err)
		c.Organisation.Budget = mcda.Exactly(budget)
		c.Need.Publishers = before.publishersNeeded(c) + 1
		stricter, err := Decide(c)
		require.NoError(t, err)
		for i, o := range before.Options {
			if o.Standing == Fits {
				require.Equal(t, Fits, richer.Options[i].Standing, o.Model)
			} else if stricter.Verdict != NoneFits {
				require.NotEqual(t, o.Model, stricter.Recommended)
			}
		}
	})
}

func (Decision) publishersNeeded(c Case) int { return max(c.Need.Publishers, defaultPublishers) }

// A model that another one that fits beats on no criterion and loses to on one
// is never recommended.
func TestDominatedIsNeverRecommended(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, err := Decide(anyCase(t))
		require.NoError(t, err)
		if d.Verdict == NoneFits {
			return
		}
		best := d.Option(d.Recommended).Scores
		for _, o := range d.Options {
			if o.Standing != Fits {
				continue
			}
			atLeast, more := true, false
			for k, s := range o.Scores {
				atLeast = atLeast && s.Value >= best[k].Value
				more = more || s.Value > best[k].Value+1e-6
			}
			require.False(t, atLeast && more, "%v dominates %v", o.Model, d.Recommended)
		}
	})
}

// Priorities: an order gives rank order centroid weights; settled points their
// shares; ratios are sampled and say so.
func TestPriorities(t *testing.T) {
	c := everything()
	d := decide(t, c)
	near(t, 1.0/8, d.Options[0].Scores[0].Weight, 1e-12, "nothing known")
	assert.True(t, d.Exact)
	c.Priorities.Order = Criteria()
	d = decide(t, c)
	near(t, (1+1.0/2+1.0/3+1.0/4+1.0/5+1.0/6+1.0/7+1.0/8)/8, d.Options[0].Scores[0].Weight, 1e-9, "ROC weight of the first of 8")
	assert.True(t, d.Exact)
	c.Priorities = Priorities{Points: map[Criterion]float64{Cost: 100, Expertise: 300}}
	d = decide(t, c)
	near(t, 0.25, d.Options[0].Scores[Cost.index()].Weight, 1e-12, "points")
	near(t, 0, d.Options[0].Scores[Agility.index()].Weight, 0, "left out")
	c.Priorities = Priorities{Ratios: []Ratio{{Cost, Expertise, 2, 4}, {Agility, Closeness, 0.5, 1}}}
	d = decide(t, c)
	assert.True(t, d.Exact)
	c.Priorities = Priorities{} // too many statements for a closed form: every criterion against the next two
	for i := range criterionCount {
		for k := 1; k <= 2; k++ {
			c.Priorities.Ratios = append(c.Priorities.Ratios, Ratio{Criterion(i + 1), Criterion((i+k)%criterionCount + 1), 0.5, 2})
		}
	}
	d = decide(t, c)
	assert.False(t, d.Exact)
	assert.NotEmpty(t, d.Pairs)
}

func TestBadCases(t *testing.T) {
	nan := math.NaN()
	for name, bad := range map[string]struct {
		change func(*Case)
		path   string
		kind   error
	}{
		"videos":                {func(c *Case) { c.Need.VideosPerWeek = 0 }, "/need/videosPerWeek", check.ErrRange},
		"videos NaN":            {func(c *Case) { c.Need.VideosPerWeek = nan }, "/need/videosPerWeek", check.ErrFinite},
		"hours above a week":    {func(c *Case) { c.Organisation.HoursPerWeek = mcda.Exactly(169) }, "/organisation/hoursPerWeek", check.ErrRange},
		"task hours":            {func(c *Case) { c.Organisation.TaskHours = map[Task]float64{Film: 5, Edit: 4} }, "/organisation/taskHours", check.ErrConflict},
		"task":                  {func(c *Case) { c.Organisation.TaskHours = map[Task]float64{99: 1} }, "/organisation/taskHours/Task(99)", check.ErrUnknown},
		"skill":                 {func(c *Case) { c.Organisation.Skills[Film] = 9 }, "/organisation/skills/film", check.ErrUnknown},
		"half a buyer":          {func(c *Case) { c.Organisation.Buyer.Level = 0 }, "/organisation/buyer/level", check.ErrUnknown},
		"horizon":               {func(c *Case) { c.Need.HorizonMonths = 61 }, "/need/horizonMonths", check.ErrRange},
		"start before as-of":    {func(c *Case) { c.Need.Start = measure.MustDate("2026-11-20") }, "/need/start", check.ErrOrder},
		"start without as-of":   {func(c *Case) { c.Need.AsOf = measure.Date{} }, "/need/asOf", check.ErrRequired},
		"disordered":            {func(c *Case) { c.Need.HoursPerVideo = mcda.Triangular(9, 8, 15) }, "/need/hoursPerVideo/triangular/1", check.ErrOrder},
		"normal far below zero": {func(c *Case) { c.Organisation.ApprovalDays = mcda.Normal(1, 5) }, "/organisation/approvalDays", check.ErrRange},
		"split":                 {func(c *Case) { c.Offers = []Offer{{Model: DoItWithYou, Split: Split{Film: {0.5, 0.6}}}} }, "/offers/0/split/film", check.ErrRange},
		"split of advice":       {func(c *Case) { c.Offers = []Offer{{Model: DoItYourself, Split: Split{Film: {0.5, 0.5}}}} }, "/offers/0/split/film/agency", check.ErrConflict},
		"two offers":            {func(c *Case) { c.Offers = []Offer{{Model: DoItWithYou}, {Model: DoItWithYou}} }, "/offers/1/model", check.ErrDuplicate},
		"offer without agency":  {func(c *Case) { c.Offers = []Offer{{Model: WithoutAgency}} }, "/offers/0/model", check.ErrConflict},
		"no model":              {func(c *Case) { c.Offers = []Offer{{}} }, "/offers/0/model", check.ErrUnknown},
		"rate":                  {func(c *Case) { c.Offers = []Offer{{Model: DoItForYou, Rate: mcda.Exactly(-1)}} }, "/offers/0/rate", check.ErrRange},
		"more money than there is": {func(c *Case) {
			c.Offers = []Offer{{Model: DoItForYou, HoursPerMonth: mcda.Exactly(9999), Rate: mcda.Exactly(9999), Escalation: 1}}
			c.Need.HorizonMonths = 60
		}, "/offers/do it for you", check.ErrRange},
		"NaN budget":      {func(c *Case) { c.Organisation.Budget = mcda.Exactly(nan) }, "/organisation/budget", check.ErrFinite},
		"NaN rate":        {func(c *Case) { c.Offers = []Offer{{Model: DoItForYou, Rate: mcda.Between(nan, 5)}} }, "/offers/0/rate/between/0", check.ErrFinite},
		"NaN split":       {func(c *Case) { c.Offers = []Offer{{Model: DoItForYou, Split: Split{Film: {measure.Share(nan), 1}}}} }, "/offers/0/split/film/own", check.ErrFinite},
		"NaN scale":       {func(c *Case) { c.Scales = map[Criterion]Scale{Cost: {nan, 1}} }, "/scales/cost/worst", check.ErrFinite},
		"NaN ratio":       {func(c *Case) { c.Priorities.Ratios = []Ratio{{Cost, Agility, nan, 2}} }, "/priorities/ratios/0/atLeast", check.ErrFinite},
		"NaN staff":       {func(c *Case) { c.Organisation.StaffCost = StaffCost{ProductiveHours: measure.Hours(nan)} }, "/organisation/staffCost/productiveHours", check.ErrFinite},
		"NaN margin":      {func(c *Case) { c.Thresholds.Margin = nan }, "/thresholds/margin", check.ErrFinite},
		"scale":           {func(c *Case) { c.Scales = map[Criterion]Scale{Cost: {1, 1}} }, "/scales/cost/best", check.ErrConflict},
		"thresholds":      {func(c *Case) { c.Thresholds = Thresholds{Clear: 0.5, Lean: 0.7} }, "/thresholds/lean", check.ErrOrder},
		"criterion twice": {func(c *Case) { c.Priorities.Order = []Criterion{Cost, Agility, Cost} }, "/priorities/order/2", check.ErrDuplicate},
		"contradiction": {func(c *Case) {
			c.Priorities = Priorities{Order: []Criterion{Cost, Agility}, Ratios: []Ratio{{Agility, Cost, 2, 3}}}
		}, "/priorities/ratios/0", check.ErrConflict},
		"ratio": {func(c *Case) { c.Priorities.Ratios = []Ratio{{Cost, Agility, -1, 2}} }, "/priorities/ratios/0/atLeast", check.ErrRange},
		"points and order": {func(c *Case) {
			c.Priorities = Priorities{Order: []Criterion{Cost}, Points: map[Criterion]float64{Cost: 1}}
		}, "/priorities/points", check.ErrConflict},
		"no points":       {func(c *Case) { c.Priorities.Points = map[Criterion]float64{Cost: 0} }, "/priorities/points", check.ErrRange},
		"negative points": {func(c *Case) { c.Priorities.Points = map[Criterion]float64{Cost: -1} }, "/priorities/points/cost", check.ErrRange},
	} {
		t.Run(name, func(t *testing.T) {
			c := town()
			bad.change(&c)
			d, err := Decide(c)
			require.Error(t, err)
			assert.Zero(t, d)
			require.ErrorIs(t, err, bad.kind)
			assert.Contains(t, err.Error(), bad.path+": ")
		})
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := Decide(Case{})
	assert.ErrorContains(t, err, "/need/videosPerWeek")
	assert.ErrorContains(t, err, "/need/horizonMonths")
}

func TestStrictJSON(t *testing.T) {
	data, err := json.Marshal(town())
	require.NoError(t, err)
	back, err := check.Decode[Case](bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, town(), back)
	for _, bad := range []string{`{}`, `{"organisation":{},"need":{"videosPerWeek":1,"horizonMonths":12,"budget":1}}`, `{"organisation":{"skills":{"sing":"able"}},"need":{"videosPerWeek":1,"horizonMonths":12}}`} {
		_, err := check.Decode[Case](strings.NewReader(bad))
		require.Error(t, err, bad)
	}
}

func FuzzDecide(f *testing.F) {
	data, _ := json.Marshal(town())
	f.Add(data)
	f.Add([]byte(`{"organisation":{},"need":{"videosPerWeek":1,"horizonMonths":12}}`))
	f.Add([]byte(`{"organisation":{"budget":{"normal":[1e5,1]}},"need":{"videosPerWeek":0.01,"horizonMonths":60},"scales":{"cost":{"worst":1,"best":2}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := check.Decode[Case](bytes.NewReader(data))
		if err != nil {
			return
		}
		d, err := Decide(c)
		if err != nil {
			return
		}
		checkDecision(t, d)
		if _, err := json.Marshal(d); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkDecideExact(b *testing.B) {
	c := town()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decide(c); err != nil {
			b.Fatal(err)
		}
	}
}
