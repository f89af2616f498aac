package cadence

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// The order of stories that everybody agrees on.
func TestScoreOrdersStories(t *testing.T) {
	stories := []string{
		strings.Repeat("0", 52),       // never again after the first week
		strings.Repeat("1000", 13),    // every fourth week
		strings.Repeat("10", 26),      // every second week
		strings.Repeat("1110", 13),    // three of four
		strings.Repeat("1", 52) + "0", // every week, the last one missed
		strings.Repeat("1", 52) + "1", // every week
	}
	last := -1.0
	for _, s := range stories {
		score := Model{}.Score(weeks(t, "1"+s))
		require.Greater(t, score, last, s)
		last = score
	}
	require.Greater(t, last, 85.0)
}

// The tenth video of a week adds nothing.
func TestMorePostsInAKeptSlotChangeNothing(t *testing.T) {
	require.Equal(t, Model{}.Score(weeks(t, "110101")), Model{}.Score(weeks(t, "190902")))
}

func TestScoreProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := patterns(1, 60).Draw(t, "weeks")
		h := weeks(t, pattern)
		score := Model{}.Score(h)
		require.True(t, score >= 0 && score <= 100, "%v", score)

		p := Model{}.Parts(h)
		near(t, score, p.Score(), 1e-9, "sum of the parts")
		require.GreaterOrEqual(t, p.IfKept, p.IfMissed)
		near(t, Model{}.Score(weeks(t, pattern+"1")), p.IfKept, 1e-9, "after a kept slot")
		near(t, Model{}.Score(weeks(t, pattern+"0")), p.IfMissed, 1e-9, "after a missed slot")

		// shifted by whole weeks of wall-clock time, over clock changes too
		shift := rapid.IntRange(-100, 100).Draw(t, "shift")
		posts := h.Posts()
		for i := range posts {
			posts[i].At = posts[i].At.AddDate(0, 0, 7*shift)
		}
		opt := h.opt
		opt.Until = opt.Until.In(opt.Zone).AddDate(0, 0, 7*shift)
		moved, err := NewHistory(posts, opt)
		require.NoError(t, err)
		require.Equal(t, score, Model{}.Score(moved))

		// one more post anywhere never lowers it
		at := rapid.IntRange(0, len(pattern)-1).Draw(t, "at")
		better := []byte(pattern)
		better[at] = '1'
		require.GreaterOrEqual(t, Model{}.Score(weeks(t, string(better)))+1e-12, score)
	})
}

// The score is the mean of the forecasts of the single slots, made one at a time.
func TestScoreOver(t *testing.T) {
	h := weeks(t, "110111011101")
	v, sum := [phases]float64(Model{}.Now(h)), 0.0
	for range 30 {
		for i, p := range v {
			sum += p * defaultPrior.Keep[i]
		}
		v = [phases]float64(defaultTables.predict(v))
	}
	got, err := Model{}.ScoreOver(h, 30)
	require.NoError(t, err)
	near(t, 100*(habitWeight*h.seen.habit()+(1-habitWeight)*sum/30), got, 1e-9, "30 slots")
	got, err = Model{}.ScoreOver(h, Horizon)
	require.NoError(t, err)
	near(t, Model{}.Score(h), got, 1e-12, "the default")
	for _, n := range []int{-1, 0, 10_001} {
		_, err = Model{}.ScoreOver(h, n)
		require.ErrorIs(t, err, check.ErrRange)
	}
}

// All weight on the habit: the phases add exactly nothing, and no negative zero.
func TestPartsOfHabitAlone(t *testing.T) {
	p := DefaultPrior()
	p.Habit = 1
	m, err := NewModel(p)
	require.NoError(t, err)
	parts := m.Parts(weeks(t, "1111111"))
	require.Zero(t, parts.Phase)
	require.False(t, math.Signbit(parts.Persistence))
	near(t, m.Score(weeks(t, "1111111")), parts.Habit, 1e-9, "habit")
}

func TestScores(t *testing.T) {
	a, b := weeks(t, "1111"), weeks(t, "1000")
	got := slices.Collect(Model{}.Scores(slices.Values([]History{a, b})))
	require.Equal(t, []float64{Model{}.Score(a), Model{}.Score(b)}, got)
	for range (Model{}).Scores(slices.Values([]History{a, b})) {
		break // a caller may stop early
	}
}

// Without any slot all that is known is the prior, and the habit is one half.
func TestEmptyHistory(t *testing.T) {
	near(t, 100*(0.25+0.5*Phases(defaultPrior.Start).dot(defaultTables.worth)), Model{}.Score(History{}), 1e-9, "score")
	require.Equal(t, Phases(defaultPrior.Start).scaled(), Model{}.Now(History{}))
}

func TestPhases(t *testing.T) {
	p := Phases{0.1, 0.4, 0.4, 0.1}
	require.Equal(t, Occasional, p.Likeliest(), "of equals the quieter")
	require.Equal(t, 0.4, p.Of(Regular))
	require.Zero(t, p.Of(0))
	require.Equal(t, Steady, Model{}.Now(weeks(t, strings.Repeat("1", 40))).Likeliest())
	require.Equal(t, Silent, Model{}.Now(weeks(t, "1"+strings.Repeat("0", 40))).Likeliest())
}
