package measure

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestShareRefusesWhatIsNoShare(t *testing.T) {
	for _, x := range []float64{0, 1, 0.26, math.SmallestNonzeroFloat64} {
		s, err := NewShare(x)
		require.NoError(t, err, "NewShare(%v)", x)
		assert.True(t, s.Valid())
	}
	for _, x := range []float64{-1e-9, math.Nextafter(1, 2), math.Inf(1)} {
		_, err := NewShare(x)
		require.Error(t, err, "NewShare(%v)", x)
		assert.False(t, Share(x).Valid())
	}
	_, err := NewShare(math.NaN())
	require.ErrorIs(t, err, check.ErrFinite)
	assert.False(t, Share(math.NaN()).Valid())
	assert.Equal(t, "26.5 %", Share(0.265).String())
	assert.Equal(t, "Share(1.2)", Share(1.2).String())
}

func TestEuroIsExact(t *testing.T) {
	tests := []struct {
		in   float64
		want Euro
		text string
	}{
		{0, 0, "0.00 EUR"},
		{12.5, 1250, "12.50 EUR"},
		{0.005, 1, "0.01 EUR"},   // half away from zero
		{-0.05, -5, "-0.05 EUR"}, // the sign stands although the euros are 0
		{1.15, 115, "1.15 EUR"},  // 1.15*100 is 114.99999999999999 in binary
		{1e10, 1e12, "10000000000.00 EUR"},
	}
	for _, tt := range tests {
		got, err := Euros(tt.in)
		require.NoError(t, err)
		assert.Equal(t, tt.want, got, "Euros(%v)", tt.in)
		assert.Equal(t, tt.text, got.String())
	}
	for _, x := range []float64{math.NaN(), math.Inf(-1), 1e10 + 1} {
		_, err := Euros(x)
		require.Error(t, err, "Euros(%v)", x)
	}
	assert.Equal(t, "-92233720368547758.08 EUR", Euro(math.MinInt64).String(), "the smallest int64 has no positive twin")
	assert.Panics(t, func() { MustEuros(math.NaN()) })
	var e Euro
	require.NoError(t, json.Unmarshal([]byte("1.50"), &e))
	assert.Equal(t, Euro(150), e)
	for _, s := range []string{"1.234", `"5"`, "1e300", "null", "[]"} {
		require.Error(t, json.Unmarshal([]byte(s), &e), s)
	}
	rapid.Check(t, func(t *rapid.T) {
		in := Euro(rapid.Int64Range(-1e12, 1e12).Draw(t, "cents"))
		data, err := json.Marshal(in)
		require.NoError(t, err)
		var out Euro
		require.NoError(t, json.Unmarshal(data, &out))
		assert.Equal(t, in, out)
	})
}

func TestDate(t *testing.T) {
	for _, bad := range []string{"", "2024-02-30", "2023-02-29", "2024-6-3", "0000-01-01", "10000-01-01", "2024-06-03T00:00:00Z"} {
		_, err := ParseDate(bad)
		require.ErrorIs(t, err, check.ErrSyntax, "ParseDate(%q)", bad)
	}
	_, err := NewDate(2024, time.February, 30)
	require.ErrorIs(t, err, check.ErrRange)
	d, err := NewDate(2024, time.February, 29)
	require.NoError(t, err)
	assert.Equal(t, "2024-02-29", d.String())
	assert.Equal(t, time.Thursday, d.Weekday())
	assert.Equal(t, MustDate("2024-03-01"), d.AddDays(1))
	assert.Equal(t, 366, MustDate("2025-01-01").Sub(MustDate("2024-01-01")), "2024 is a leap year")
	assert.Equal(t, -719162-365, MustDate("0001-01-01").Sub(MustDate("1971-01-01")), "719162 days to the epoch, and a year")
	assert.True(t, d.Before(MustDate("2024-03-01")) && MustDate("2025-01-01").After(d))
	assert.True(t, Date{}.IsZero() && !d.IsZero())
	assert.Equal(t, Date{}, MustDate("9999-12-31").AddDays(1), "the calendar ends")
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	assert.Equal(t, MustDate("2024-06-04"), DateOf(time.Date(2024, 6, 3, 22, 30, 0, 0, time.UTC).In(berlin)))
	assert.Panics(t, func() { MustDate("gestern") })
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := MustDate("1900-01-01").AddDays(rapid.IntRange(0, 100_000).Draw(t, "day"))
		n := rapid.IntRange(-50_000, 50_000).Draw(t, "n")
		e := d.AddDays(n)
		assert.Equal(t, n, e.Sub(d))
		assert.Equal(t, d, e.AddDays(-n))
		assert.Equal(t, n < 0, e.Before(d))
		text, err := d.MarshalText()
		require.NoError(t, err)
		var back Date
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, d, back)
	})
}

func TestInterval(t *testing.T) {
	_, err := NewInterval(2, 1)
	require.ErrorIs(t, err, check.ErrOrder)
	_, err = NewInterval(math.NaN(), math.Inf(1))
	require.ErrorIs(t, err, check.ErrFinite)
	_, err = AtLeast(math.Inf(-1))
	require.ErrorIs(t, err, check.ErrFinite)
	var open Interval
	assert.True(t, open.Contains(math.MaxFloat64))
	assert.False(t, open.Contains(math.NaN()))
	from, err := AtLeast(3)
	require.NoError(t, err)
	upTo, err := AtMost(3)
	require.NoError(t, err)
	both, err := NewInterval(1, 3)
	require.NoError(t, err)
	assert.True(t, from.Contains(3) && upTo.Contains(3) && both.Contains(1) && both.Contains(3))
	assert.False(t, from.Contains(2.9) || upTo.Contains(3.1) || both.Contains(0.9) || both.Contains(3.1))
	for want, i := range map[string]Interval{
		`{"lo":null,"hi":null}`: open, `{"lo":3,"hi":null}`: from, `{"lo":null,"hi":3}`: upTo, `{"lo":1,"hi":3}`: both,
	} {
		data, err := json.Marshal(i)
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
		var back Interval
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, i, back)
	}
	require.Error(t, json.Unmarshal([]byte(`{"lo":2,"hi":1}`), &open))
	require.Error(t, json.Unmarshal([]byte(`[1,2]`), &open))
}

func TestEstimateRefusesWhatIsNoRange(t *testing.T) {
	tests := []struct {
		p10, p50, p90 float64
		e             Evidence
		want          error
	}{
		{2, 1, 3, Measured, check.ErrOrder},
		{1, 3, 2, Measured, check.ErrOrder},
		{math.NaN(), 1, 2, Measured, check.ErrFinite},
		{0, 1, math.Inf(1), Measured, check.ErrFinite},
		{1, 2, 3, 0, check.ErrRequired},
		{1, 2, 3, 9, check.ErrRequired},
	}
	for _, tt := range tests {
		e, err := NewEstimate(tt.p10, tt.p50, tt.p90, tt.e)
		require.ErrorIs(t, err, tt.want, "%+v", tt)
		assert.False(t, e.Known())
	}
}

func TestEstimateUnknownIsNotZero(t *testing.T) {
	var unknown Estimate
	data, err := json.Marshal(unknown)
	require.NoError(t, err)
	assert.Equal(t, "null", string(data))
	assert.Equal(t, "unknown", unknown.String())
	scaled, err := unknown.Scale(7)
	require.NoError(t, err)
	assert.False(t, scaled.Known())
	zero, err := Exactly(math.Copysign(0, -1), Measured)
	require.NoError(t, err)
	assert.True(t, zero.Known())
	assert.False(t, math.Signbit(zero.P50()), "no -0 leaves the library")
}

func TestEstimateMap(t *testing.T) {
	e, err := NewEstimate(1, 2, 4, Estimated, Source{Key: "a"})
	require.NoError(t, err)
	inverse, err := e.Map(func(x float64) float64 { return 1 / x })
	require.NoError(t, err)
	assert.Equal(t, []float64{0.25, 0.5, 1}, []float64{inverse.P10(), inverse.P50(), inverse.P90()})
	assert.Equal(t, Estimated, inverse.Evidence())
	_, err = e.Map(func(x float64) float64 { return math.Abs(x - 2) })
	require.ErrorIs(t, err, check.ErrOrder, "a function that turns is refused")
	_, err = e.Map(func(x float64) float64 { return math.Log(x - 2) })
	require.ErrorIs(t, err, check.ErrFinite)
}

func TestEstimateJSON(t *testing.T) {
	e, err := NewEstimate(1, 2, 4, Estimated, Source{Key: "k", Title: "t", Publisher: "p", Year: 2024, Certainty: Claim})
	require.NoError(t, err)
	data, err := json.Marshal(e)
	require.NoError(t, err)
	var back Estimate
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, e, back)
	require.Error(t, json.Unmarshal([]byte(`{"p10":3,"p50":2,"p90":4,"evidence":"measured"}`), &back))
	require.Error(t, json.Unmarshal([]byte(`{"p10":1,"p50":2,"p90":4,"evidence":"guessed"}`), &back))
	assert.Equal(t, e, back, "a refused document leaves the value alone")
}

func TestSummarize(t *testing.T) {
	// 1..11: the quantile at q lies at position 1+10q.
	e, err := Summarize([]float64{11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1})
	require.NoError(t, err)
	assert.InDelta(t, 2, e.P10(), 1e-9)
	assert.InDelta(t, 6, e.P50(), 1e-9)
	assert.InDelta(t, 10, e.P90(), 1e-9)
	_, err = Summarize(nil)
	require.ErrorIs(t, err, check.ErrRequired)
	_, err = Summarize([]float64{1, math.NaN()})
	require.ErrorIs(t, err, check.ErrFinite)
}

func TestMergeSources(t *testing.T) {
	a, b := Source{Key: "a", Title: "first"}, Source{Key: "b"}
	assert.Equal(t, []Source{a, b}, MergeSources([]Source{b, a}, []Source{{Key: "a", Title: "second"}}, nil))
}

func TestEvidence(t *testing.T) {
	assert.Equal(t, Assumed, Weakest(Measured, Assumed, 0))
	assert.Equal(t, Evidence(0), Weakest())
	for _, e := range []Evidence{Measured, Estimated, Assumed} {
		text, err := e.MarshalText()
		require.NoError(t, err)
		var back Evidence
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, e, back)
	}
	for c := Publisher; c <= Rule; c++ {
		text, err := c.MarshalText()
		require.NoError(t, err)
		var back Certainty
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, c, back)
	}
	_, err := Evidence(0).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.Equal(t, "Evidence(0)", Evidence(0).String())
	assert.Equal(t, "Certainty(99)", Certainty(99).String())
}

func TestHoursAndPeople(t *testing.T) {
	assert.True(t, Hours(0).Valid() && Hours(168).Valid() && People(0).Valid())
	assert.False(t, Hours(-1).Valid() || Hours(math.NaN()).Valid() || Hours(math.Inf(1)).Valid() || People(-1).Valid())
}

func TestAnswer(t *testing.T) {
	for _, a := range []Answer{Yes, No} {
		text, err := a.MarshalText()
		require.NoError(t, err)
		var back Answer
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, a, back)
		assert.True(t, a.Given())
	}
	_, err := Answer(0).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.False(t, Answer(0).Given() || Answer(3).Given())
}
