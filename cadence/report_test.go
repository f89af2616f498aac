package cadence

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

func report(t require.TestingT, h History) Report {
	r, err := Model{}.Report(h, ReportOptions{})
	require.NoError(t, err)
	return r
}

func codes(r Report) (codes []string) {
	for _, reason := range r.Reasons {
		codes = append(codes, reason.Code())
	}
	return codes
}

func TestReportOfAGoodChannel(t *testing.T) {
	r := report(t, weeks(t, "111111111111111111011101"))
	require.Equal(t, int64(10), r.Kept)
	require.Equal(t, int64(12), r.Of)
	require.Equal(t, "10 der letzten 12 Wochen gehalten.", r.Reasons[0].In(reason.German))
	require.Equal(t, "10 of the last 12 weeks kept.", r.Reasons[0].In(reason.English))
	require.Equal(t, []string{"cadence.kept", "cadence.steady", "cadence.score", "cadence.forecast", "cadence.parts", "cadence.next", "cadence.opinion"}, codes(r))
	near(t, r.Score.Points, r.Score.Parts.Score(), 1e-9, "parts")
	require.True(t, r.Calibrated)
	require.Nil(t, r.Active)
}

// The foundation that announced its pause at the end of 2022: no score now, the score
// of the active phase beside it, and dormant after the limit.
func TestReportOfAnOpenPause(t *testing.T) {
	active := "1101101111011011"
	h := weeks(t, active+strings.Repeat("0", 13), Pause{From: day(16, 0), Announced: day(15, 4)})
	r := report(t, h)
	require.Equal(t, StatusPausedOpen, r.Standing.Status)
	require.Nil(t, r.Score)
	require.Nil(t, r.Opinion)
	require.True(t, r.Dormant)
	require.Equal(t, int64(13), r.PauseAge)
	near(t, Model{}.Score(weeks(t, active)), r.Active.Points, 1e-9, "score of the active phase")
	require.Equal(t, day(16, 0), r.Active.On)
	require.Equal(t, []string{"cadence.kept", "cadence.pausedOpen", "cadence.dormant", "cadence.active"}, codes(r))

	patient, err := Model{}.Report(h, ReportOptions{DormantAfter: 26})
	require.NoError(t, err)
	require.False(t, patient.Dormant)
	atLimit := report(t, weeks(t, active+strings.Repeat("0", 12), Pause{From: day(16, 0)}))
	require.False(t, atLimit.Dormant)
}

func TestReportWithoutScore(t *testing.T) {
	for _, h := range []History{weeks(t, ""), weeks(t, "111"), weeksUntil(t, "1111111", HistoryOptions{Closed: day(7, 0)})} {
		r := report(t, h)
		require.Nil(t, r.Score)
		require.Nil(t, r.Active)
		text, err := json.Marshal(r)
		require.NoError(t, err)
		require.Contains(t, string(text), `"score":null`)
	}
}

func TestReportUncalibrated(t *testing.T) {
	h := weeksUntil(t, "11111111", HistoryOptions{Slot: TwoWeeks})
	r := report(t, h)
	require.False(t, r.Calibrated)
	require.Equal(t, "cadence.uncalibrated", r.Reasons[len(r.Reasons)-1].Code())
	p := DefaultPrior()
	p.Slot = TwoWeeks
	m, err := NewModel(p)
	require.NoError(t, err)
	fitted, err := m.Report(h, ReportOptions{})
	require.NoError(t, err)
	require.True(t, fitted.Calibrated)
}

// What stands beside the score: often, and different content.
func TestReportBesideTheScore(t *testing.T) {
	h := weeks(t, "2121212121212")
	posts := h.Posts()
	for i := range posts {
		posts[i].Topic = []string{"Ausbildung", "Wohnen", "Ausbildung"}[i%3]
		if i%2 == 0 {
			posts[i].Format = "Stelle der Woche"
		}
	}
	h, err := NewHistory(posts, h.opt)
	require.NoError(t, err)
	r := report(t, h)
	require.Equal(t, &Variety{Labelled: 18, Different: 2, Most: 2.0 / 3}, r.Topics)
	require.Equal(t, &Variety{Labelled: 9, Different: 1, Most: 1}, r.Formats)
	near(t, 1.5, r.PerKept.P50(), 1e-12, "videos per kept slot")
	require.False(t, report(t, weeks(t, "")).PerKept.Known())
	require.Nil(t, report(t, weeks(t, "11")).Topics, "unknown is not 0")
}

func TestReportRefuses(t *testing.T) {
	_, err := Model{}.Report(History{}, ReportOptions{})
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = Model{}.Report(weeks(t, "1"), ReportOptions{DormantAfter: -1})
	require.ErrorIs(t, err, check.ErrRange)
	_, err = Model{}.Report(weeks(t, "1"), ReportOptions{PerSlot: math.NaN()})
	require.ErrorIs(t, err, check.ErrFinite)
}

// Every report can be written as JSON, its sentences have their figures in both
// languages, and the parts that are shown add up as shown.
func TestReportProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := patterns(1, 40).Draw(t, "weeks") + strings.Repeat("0", rapid.IntRange(0, 30).Draw(t, "silent"))
		opt := HistoryOptions{Slot: rapid.SampledFrom(slotNames.All()).Draw(t, "slot")}
		if rapid.Bool().Draw(t, "pause") {
			p := Pause{From: day(rapid.IntRange(0, 60).Draw(t, "from"), 0)}
			if rapid.Bool().Draw(t, "end") {
				p.Until = p.From.AddDays(rapid.IntRange(0, 100).Draw(t, "days"))
			}
			opt.Pauses = []Pause{p}
		}
		r, err := Model{}.Report(weeksUntil(t, pattern, opt), ReportOptions{PerSlot: rapid.Float64Range(0, 3).Draw(t, "per")})
		require.NoError(t, err)
		text, err := json.Marshal(r)
		require.NoError(t, err)
		require.NotRegexp(t, `:-0[,}]`, string(text))
		for _, why := range r.Reasons {
			require.NoError(t, why.Verify())
			for _, l := range reason.Langs() {
				require.NotContains(t, why.In(l), "{")
			}
		}
		if r.Score == nil {
			return
		}
		figure := map[string]float64{}
		for _, f := range partsReason(r.Score.Parts).Figures() {
			figure[f.Name()], _ = f.Value()
		}
		near(t, figure["score"], figure["habit"]+figure["phase"]+figure["persistence"], 1e-9, "parts as shown")
	})
}

func BenchmarkReport(b *testing.B) {
	h := weeks(b, strings.Repeat("1101210111", 15))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Model{}).Report(h, ReportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Where no slot is over yet, "0 weeks observed, 0 of them kept" says nothing.
func TestReportBeforeTheFirstSlotIsOver(t *testing.T) {
	h, err := NewHistory(nil, HistoryOptions{Until: time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)})
	require.NoError(t, err)
	r := report(t, h)
	assert.Equal(t, "Noch kein Video.", r.Reasons[0].In(reason.German))
}
