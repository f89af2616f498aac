package rhythm

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// TestWorkedCases: 12 hours a week, 4 hours a video, spread 0.5 (research on
// cadence, 4.4; computed with mpmath to 40 digits from P(n/c^2, H/(c^2 mu))).
func TestWorkedCases(t *testing.T) {
	m := model(t, Plan{Team: alone(12), Video: hours(4, 0.5)})
	for n, want := range map[int]float64{1: 0.99770821, 2: 0.9104955, 3: 0.53840267} {
		near(t, want, outlook(t, m, Weekly(n)).Direct.Kept.P50(), 1e-8, n)
	}
	for n, want := range map[int]float64{8: 0.99407459, 9: 0.96906112, 10: 0.89272353, 11: 0.73747185, 12: 0.51919624} {
		near(t, want, outlook(t, m, Rhythm{n, 4}).Direct.Kept.P50(), 1e-8, n)
	}
	a, err := m.Best()
	require.NoError(t, err)
	assert.Equal(t, Weekly(2), a.Weekly.Rhythm)
	assert.Equal(t, Weekly(3), a.Next.Rhythm)
	assert.Equal(t, Rhythm{9, 4}, a.Batch.Rhythm)
	near(t, 1, outlook(t, m, Weekly(3)).Load.P50(), 1e-12)
	near(t, math.Pow(0.99770821, 26), outlook(t, m, Weekly(1)).Direct.Unbroken.P50(), 1e-6)
	assert.Equal(t, Weekly(1), a.Unbroken.Rhythm, "0.9977 to the power of 26 is 0.942")
}

// TestLargestRhythm: largest n with P(S_n <= H) >= p (same source). Where not even
// one a week holds the answer is slower, not zero.
func TestLargestRhythm(t *testing.T) {
	for _, c := range []struct {
		h, mean, spread float64
		level           measure.Share
		want            Rhythm
	}{
		{12, 4, 0.5, 0.9, Weekly(2)},
		{12, 4, 0.3, 0.9, Weekly(2)},
		{12, 4, 0.5, 0.5, Weekly(3)},
		{20, 4.5, 0.4, 0.9, Weekly(3)},
		{10, 6, 0.5, 0.9, Rhythm{1, 2}},
		{40, 5, 0.5, 0.95, Weekly(5)},
		{1, 50, 0.5, 0.9, Rhythm{}},
	} {
		a, err := model(t, Plan{Team: alone(c.h), Video: hours(c.mean, c.spread), Level: c.level}).Best()
		require.NoError(t, err)
		assert.Equal(t, c.want, a.Weekly.Rhythm, "%+v", c)
	}
}

func TestLevelThatIsJustMet(t *testing.T) {
	p := Plan{Team: alone(12), Video: hours(4, 0.5)}
	p.Level = measure.Share(outlook(t, model(t, p), Weekly(2)).Direct.Kept.P50())
	a, err := model(t, p).Best()
	require.NoError(t, err)
	assert.Equal(t, Weekly(2), a.Weekly.Rhythm)
}

// TestBestIsTheLargest compares the search with trying one after another.
func TestBestIsTheLargest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPlan(t)
		p.Level = measure.Share(rapid.SampledFrom([]float64{0.5, 0.8, 0.9, 0.99}).Draw(t, "level"))
		p.BatchWeeks = rapid.IntRange(2, 8).Draw(t, "batch")
		p.Video = hours(rapid.Float64Range(6, 14).Draw(t, "long"), rapid.SampledFrom([]float64{0.35, 0.5, 1}).Draw(t, "spread"))
		m := model(t, p)
		a, err := m.Best()
		require.NoError(t, err)
		mean := p.Video.Mean.P50()
		largest := func(weeks int, probability func(Rhythm) float64) (n int) {
			for n < 200 && probability(Rhythm{n + 1, weeks}) >= float64(p.Level)-1e-9 {
				n++
			}
			return n
		}
		kept := func(r Rhythm) float64 { return m.kept(r, mean) }
		require.Equal(t, largest(p.BatchWeeks, kept), a.Batch.Rhythm.Videos)
		for _, c := range []struct {
			got         Rhythm
			probability func(Rhythm) float64
		}{
			{a.Weekly.Rhythm, kept},
			{a.Unbroken.Rhythm, func(r Rhythm) float64 {
				if p.Stock.Most == 0 {
					return m.unbroken(r, mean)
				}
				return m.unbrokenStocked(r, mean, p.Weeks, p.Stock)
			}},
		} {
			if n := largest(1, c.probability); n > 0 {
				require.Equal(t, Weekly(n), c.got)
			} else {
				require.True(t, c.got.IsZero() || c.got.Weeks > 1)
			}
		}
	})
}

func TestChainWithoutStockIsTheClosedForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(1, maxSteps).Draw(t, "steps")
		p := Plan{
			Team: Team{
				Members:  []Member{{Name: "a", People: rapid.IntRange(1, 3).Draw(t, "people"), Hours: rapid.Float64Range(1, 20).Draw(t, "hours")}},
				Unsteady: rapid.SampledFrom([]float64{0, 0.1, 0.6}).Draw(t, "unsteady"),
				Absence:  rapid.SampledFrom([]Absence{{}, {6, 3, 2}, {4, 0, 1}}).Draw(t, "absence"),
			},
			Video: hours(rapid.Float64Range(1, 12).Draw(t, "mean"), 1/math.Sqrt(float64(k))),
			Weeks: rapid.IntRange(1, 30).Draw(t, "weeks"),
		}
		m := model(t, p)
		n := rapid.IntRange(1, 6).Draw(t, "videos")
		mean := p.Video.Mean.P50()
		// A stock of 0 carries nothing over, so every week begins from nothing.
		near(t, m.unbroken(Weekly(n), mean), m.unbrokenStocked(Weekly(n), mean, p.Weeks, Stock{}), 1e-9)
		near(t, m.kept(Weekly(n), mean), m.keptStocked(Weekly(n), mean), 1e-9)
	})
}

// drawPlan draws a plan of a small team.
func drawPlan(t *rapid.T) Plan {
	p := Plan{
		Team: Team{
			FixedHours: rapid.Float64Range(0, 8).Draw(t, "fixed"),
			Unsteady:   rapid.SampledFrom([]float64{0, 0.2, 0.5}).Draw(t, "unsteady"),
			Absence:    rapid.SampledFrom([]Absence{{}, TypicalAbsence(), {3, 8, 5}}).Draw(t, "absence"),
		},
		ApprovalDays: rapid.SampledFrom([]float64{0, 1, 3, 7}).Draw(t, "approval"),
		Weeks:        rapid.IntRange(8, 30).Draw(t, "weeks"),
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "members") {
		p.Team.Members = append(p.Team.Members, Member{
			Name: string(rune('a' + i)), People: rapid.IntRange(1, 2).Draw(t, "people"), Hours: rapid.Float64Range(1, 20).Draw(t, "hours"),
			Does: rapid.SampledFrom([][]string{nil, {"camera"}, {"cut"}}).Draw(t, "does"),
		})
	}
	mean := rapid.Float64Range(1, 12).Draw(t, "mean")
	e, err := measure.NewEstimate(mean/1.3, mean, mean*1.4, measure.Assumed)
	require.NoError(t, err)
	p.Video = Work{e, rapid.Float64Range(0.2, 1).Draw(t, "spread")}
	if most := rapid.IntRange(0, 5).Draw(t, "most"); most > 0 {
		p.Stock = Stock{rapid.IntRange(0, most).Draw(t, "start"), most}
	}
	return p
}

func drawRhythm(t *rapid.T) Rhythm {
	return Rhythm{rapid.IntRange(1, 5).Draw(t, "videos"), rapid.IntRange(1, 4).Draw(t, "period")}
}

// odds lists the probabilities of an outlook.
func odds(o Outlook) []float64 {
	var list []float64
	for _, d := range []Odds{o.Direct, o.Stocked} {
		for _, e := range []measure.Estimate{d.Kept, d.Unbroken} {
			list = append(list, e.P10(), e.P50(), e.P90())
		}
	}
	return list
}

func TestMoreOfEverythingGoodNeverHurts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, r := drawPlan(t), drawRhythm(t)
		base := odds(outlook(t, model(t, p), r))
		for _, v := range base {
			require.True(t, v >= 0 && v <= 1)
		}
		better := func(name string, change func(*Plan)) {
			q := p
			q.Team.Members = append([]Member(nil), p.Team.Members...)
			change(&q)
			for i, v := range odds(outlook(t, model(t, q), r)) {
				require.GreaterOrEqual(t, v, base[i]-1e-9, "%s lowers figure %d", name, i)
			}
		}
		better("more hours", func(q *Plan) { q.Team.Members[0].Hours *= 1.3 })
		better("one more person", func(q *Plan) { q.Team.Members[0].People++ })
		better("no fixed duties", func(q *Plan) { q.Team.FixedHours = 0 })
		better("nobody away", func(q *Plan) { q.Team.Absence = Absence{} })
		better("no approval", func(q *Plan) { q.ApprovalDays = 0 })
		better("everyone can do all", func(q *Plan) {
			for i := range q.Team.Members {
				q.Team.Members[i].Does = nil
			}
		})
		better("shorter videos", func(q *Plan) { q.Video.Mean, _ = p.Video.Mean.Scale(0.8) })
		if p.Stock.Most > 0 {
			better("more room for stock", func(q *Plan) { q.Stock.Most++ })
			if p.Stock.Start < p.Stock.Most {
				better("more stock", func(q *Plan) { q.Stock.Start++ })
			}
		}
		less := odds(outlook(t, model(t, p), Rhythm{r.Videos + 1, r.Weeks}))
		for i, v := range less {
			require.LessOrEqual(t, v, base[i]+1e-9, "a larger promise is kept more often")
		}
	})
}

func TestOutlookIsOrderedAndConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, r := drawPlan(t), drawRhythm(t)
		m := model(t, p)
		o := outlook(t, m, r)
		for _, d := range []Odds{o.Direct, o.Stocked} {
			require.LessOrEqual(t, d.Unbroken.P50(), d.Kept.P50()+1e-9, "unbroken needs every period")
		}
		require.Equal(t, p.Stock.Most > 0, o.Stocked.Kept.Known())
		path, err := m.Path(r)
		require.NoError(t, err)
		require.Len(t, path, p.Weeks)
		missed, due := 0.0, 0
		for _, w := range path {
			require.True(t, w.Missed.Valid())
			require.True(t, w.Stock >= 0 && w.Stock <= float64(p.Stock.Most+r.Videos)+1e-9)
			if w.Due {
				due++
				missed += float64(w.Missed)
				require.LessOrEqual(t, w.Stock, float64(p.Stock.Most)+1e-9)
			}
		}
		if p.Stock.Most > 0 && due > 0 {
			near(t, o.Stocked.Kept.P50(), 1-missed/float64(due), 1e-9)
		}
	})
}

func TestNewRefuses(t *testing.T) {
	nan := math.NaN()
	p := Plan{
		Team: Team{
			Members:    []Member{{Hours: nan}, {Name: "a", Hours: 61, People: 51}, {Name: "a", Hours: -1, People: -2, Does: []string{""}}},
			FixedHours: math.Inf(1), Unsteady: 2, Absence: Absence{20, 20, 0.5},
		},
		Video: Work{Spread: nan}, ApprovalDays: -1, Stock: Stock{5, 3}, Weeks: 105, Level: 1, BatchWeeks: 1,
	}
	_, err := New(p)
	require.Error(t, err)
	var places []string
	for _, problem := range err.(*check.Problems).All() {
		places = append(places, problem.Path)
	}
	assert.Equal(t, strings.Fields(`/approvalDays /batchWeeks /level /stock/start /team/absence/sickWeeks /team/absence/spellWeeks
		/team/fixedHours /team/members/0/hours /team/members/0/name /team/members/1/hours /team/members/1/people /team/members/2/does/0
		/team/members/2/hours /team/members/2/name /team/members/2/people /team/unsteady /video/mean /video/spread /weeks`), places)
	_, err = New(Plan{Video: hours(4, 0.5)})
	require.ErrorIs(t, err, check.ErrRequired)
	crowd := Plan{Video: hours(4, 0.5)}
	for i := range 9 {
		crowd.Team.Members = append(crowd.Team.Members, Member{Name: string(rune('a' + i)), Hours: 1})
	}
	_, err = New(crowd)
	require.ErrorIs(t, err, check.ErrLimit)
	crowd.Team.Members = make([]Member, 101)
	_, err = New(crowd)
	require.ErrorIs(t, err, check.ErrLimit)

	m := model(t, Plan{Team: alone(12), Video: hours(4, 0.5), Weeks: 4})
	for _, r := range []Rhythm{{}, {0, 1}, {201, 1}, {1, 9}, {1, 5}, {-1, -1}} {
		_, err := m.Outlook(r)
		require.ErrorIs(t, err, check.ErrRange, r)
		_, err = m.Path(r)
		require.ErrorIs(t, err, check.ErrRange, r)
		_, err = m.Away(r, "", 6)
		require.ErrorIs(t, err, check.ErrRange, r)
	}
	_, err = Model{}.Outlook(Weekly(1))
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = Model{}.Best()
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestExtremesHaveAnAnswer(t *testing.T) {
	for _, p := range []Plan{
		{Team: alone(0.01), Video: hours(500, 0.05)},
		{Team: alone(60), Video: hours(0.001, 1)},
		{Team: Team{Members: []Member{{Name: "a", People: 9, Hours: 60}}, Absence: Absence{13, 13, 26}, Unsteady: 1}, Video: hours(0.5, 0.05), Stock: Stock{0, 100}},
		{Team: Team{Members: []Member{{Name: "a", Hours: 10}}, FixedHours: 5000}, Video: hours(4, 0.5), ApprovalDays: 60},
	} {
		m := model(t, p)
		a, err := m.Best()
		require.NoError(t, err)
		_, err = json.Marshal(a)
		require.NoError(t, err)
		for _, r := range []Rhythm{{200, 1}, {200, 8}, {1, 1}} {
			for _, v := range odds(outlook(t, m, r)) {
				require.True(t, v >= 0 && v <= 1, "%+v %v", p, v)
			}
		}
	}
}

func TestAnswerJSON(t *testing.T) {
	a, err := model(t, Plan{Team: alone(12), Video: Typical("tiktok")}).Best()
	require.NoError(t, err)
	text, err := json.Marshal(a)
	require.NoError(t, err)
	for _, word := range []string{"NaN", "Inf", "-0,"} {
		assert.NotContains(t, string(text), word)
	}
	assert.Contains(t, string(text), `"stocked":{"rhythm":{"videos":0,"weeks":0},"load":null`)
}

func TestEveryReasonIsComplete(t *testing.T) {
	codes := map[string]bool{}
	verify := func(list []reason.Reason) {
		for _, r := range list {
			require.NoError(t, r.Verify(), r.Code())
			codes[r.Code()] = true
			for _, l := range reason.Langs() {
				assert.NotContains(t, r.In(l), "{")
			}
		}
	}
	two := []Member{{Name: "Anna", Hours: 10, Does: []string{"camera"}}, {Name: "Ben", Hours: 10, Does: []string{"cut"}}}
	for _, p := range []Plan{
		{Team: alone(12), Video: hours(4, 0.5)},
		{Team: alone(12), Video: Typical("tiktok"), Weeks: 12, Level: 0.8, BatchWeeks: 2},
		{Team: alone(1), Video: hours(50, 0.5)},
		{Team: alone(1), Video: hours(50, 0.5), Weeks: 5},
		{Team: Team{Members: two, Absence: TypicalAbsence()}, Video: hours(4, 0.5), Stock: Stock{2, 4}},
		{Team: Team{Members: []Member{two[0], {Name: "Schnitt", People: 3, Hours: 10, Does: []string{"cut"}}}, Absence: TypicalAbsence()}, Video: hours(4, 0.5)},
		{Team: Team{Members: []Member{{Name: "a", People: 3, Hours: 6}}, Absence: Absence{6, 3, 0}}, Video: hours(4, 0.5)},
		{Team: alone(12), Video: hours(4, 0.5), ApprovalDays: 4},
		{Team: Team{Members: []Member{{Name: "a", Hours: 20}}, FixedHours: 12}, Video: hours(4, 0.5)},
		{Team: Team{Members: []Member{{Name: "a", Hours: 14}}, Unsteady: 0.8}, Video: hours(4, 0.3)},
		{Team: Team{Members: []Member{{Name: "a", Hours: 20}}, Absence: TypicalAbsence()}, Video: hours(4, 0.5), ApprovalDays: 4},
	} {
		m := model(t, p)
		a, err := m.Best()
		require.NoError(t, err)
		verify(a.Reasons)
		verify(a.Assumed)
		verify(a.Weekly.Reasons)
		verify(outlook(t, m, Rhythm{3, 2}).Reasons)
		away, err := m.Away(Weekly(1), "", 6)
		require.NoError(t, err)
		verify(away.Reasons)
	}
	for _, code := range []string{
		"none", "weekly", "division", "batch", "with-stock", "no-unbroken", "longest", "one-person", "binding.single-person", "binding.approval",
		"binding.duties", "binding.absences", "binding.unsteady", "binding.hours", "binding.people", "away", "stock-needed", "kept", "unbroken", "stocked",
		"assumed.hours", "assumed.weeks", "assumed.level", "assumed.batch", "assumed.present", "assumed.spell", "assumed.absence",
	} {
		assert.True(t, codes["rhythm."+code], code)
	}
}

func FuzzPlan(f *testing.F) {
	f.Add(12.0, 4.0, 0.5, 0.0, 0.0, 0.0, 6.0, 3.0, 2.0, 2, 3, 0.9, 2, 1)
	f.Add(math.NaN(), math.Inf(1), -1.0, 0.5, 1e300, -1e-9, 26.0, 26.0, 0.5, -1, 1<<30, 2.0, 0, 9)
	f.Fuzz(func(t *testing.T, hours, mean, spread, unsteady, fixed, approval, leave, sick, spell float64, people, most int, level float64, videos, weeks int) {
		e, err := measure.Exactly(mean, measure.Assumed)
		if err != nil {
			e = measure.Estimate{}
		}
		m, err := New(Plan{
			Team: Team{
				Members:    []Member{{Name: "a", People: people, Hours: hours, Does: []string{"x"}}, {Name: "b", Hours: 5}},
				FixedHours: fixed, Unsteady: unsteady, Absence: Absence{leave, sick, spell},
			},
			Video: Work{e, spread}, ApprovalDays: approval, Stock: Stock{most / 2, most}, Level: measure.Share(level), Weeks: 12,
		})
		if err != nil {
			return
		}
		o, err := m.Outlook(Rhythm{videos, weeks})
		if err != nil {
			return
		}
		for _, v := range odds(o) {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("probability %v", v)
			}
		}
		if _, err := json.Marshal(o); err != nil {
			t.Fatal(err)
		}
		if videos <= 5 {
			if _, err := m.Best(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
