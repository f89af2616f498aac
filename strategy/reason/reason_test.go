package reason

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func mustEstimate(t *testing.T, p10, p50, p90 float64) measure.Estimate {
	t.Helper()
	e, err := measure.NewEstimate(p10, p50, p90, measure.Estimated)
	require.NoError(t, err)
	return e
}

func TestFigures(t *testing.T) {
	tests := []struct {
		f      Figure
		de, en string
	}{
		{Count("n", 12_345), "12.345", "12,345"},
		{Count("n", math.MaxInt64), "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"},
		{People("n", 41_600_000), "41.600.000", "41,600,000"},
		{Share("s", 0.264), "26 %", "26%"},
		{Share("s", 0.0264), "2,6 %", "2.6%"},
		{Share("s", 0.0996), "10 %", "10%"},
		{Share("s", 1), "100 %", "100%"},
		{Share("s", 0.9949), "99 %", "99%"},
		{Share("s", 0.996), "99,6 %", "99.6%"},
		{Share("s", 0.99999), "über 99,9 %", "over 99.9%"},
		{Share("s", 1e-9), "unter 0,1 %", "under 0.1%"},
		{Share("s", 0), "0 %", "0%"},
		{Number("x", 1234.5, 1), "1.234,5", "1,234.5"},
		{Number("x", 3, 1), "3", "3"},
		{Number("x", 48_321, -2), "48.300", "48,300"},
		{Number("x", -0.04, 1), "0", "0"},
		{Number("x", 3641, -4), "3.600", "3,600"},
		{Number("x", 9999, -4), "10.000", "10,000"},
		{Number("x", 0.4, -2), "0", "0"},
		{Number("x", 7.4, -2), "7", "7"},
		{Number("x", math.NaN(), 1), "unbekannt", "unknown"},
		{Hours("h", 8.25), "8,3", "8.3"},
		{Euro("e", 123_450), "1.234,50 €", "€1,234.50"},
		{Euro("e", -100_000), "-1.000 €", "-€1,000"},
		{Euro("e", 5), "0,05 €", "€0.05"},
		{Year("y", 2026), "2026", "2026"},
		{Day("d", measure.MustDate("2024-03-03")), "3. März 2024", "3 March 2024"},
		{Day("d", measure.Date{}), "ohne Datum", "no date"},
		{Text("t", "Kassel"), "Kassel", "Kassel"},
		{Word("w", "Woche", "week"), "Woche", "week"},
		{Range("r", mustEstimate(t, 120, 250, 4812), -1), "120 bis 4.810", "120 to 4,810"},
		{Range("r", mustEstimate(t, 5, 5, 5), 0), "5", "5"},
		{Range("r", measure.Estimate{}, 0), "unbekannt", "unknown"},
		{Figure{}, "?", "?"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.de, tt.f.In(German), "%+v", tt.f)
		assert.Equal(t, tt.en, tt.f.In(English), "%+v", tt.f)
		data, err := json.Marshal(tt.f)
		require.NoError(t, err, "%+v", tt.f)
		assert.True(t, json.Valid(data))
	}
}

func TestPlaceholders(t *testing.T) {
	r := New("cadence.kept", "{kept} der letzten {of:Woche|Wochen} gehalten, {of?eine|mehrere}, Mitte {views.p50} von {views}",
		"{kept} of the last {of:week|weeks} kept, {of?one|several}, middle {views.p50} of {views}", nil,
		Count("kept", 1), Count("of", 12), Range("views", mustEstimate(t, 100, 4900, 34_000), 0))
	assert.Equal(t, "1 der letzten 12 Wochen gehalten, mehrere, Mitte 4.900 von 100 bis 34.000", r.In(German))
	assert.Equal(t, "1 of the last 12 weeks kept, several, middle 4,900 of 100 to 34,000", r.In(English))
	require.NoError(t, r.Verify())

	one := New("x.y", "{n:Stunde|Stunden}", "{n:hour|hours}", nil, Hours("n", 0.96))
	assert.Equal(t, "1 Stunde", one.In(German), "the word follows the number as it is written")
	unknown := New("x.y", "{r.p50}", "{r.p50}", nil, Range("r", measure.Estimate{}, 0))
	assert.Equal(t, "unbekannt", unknown.In(German), "an unknown middle is not 0")
}

func TestVerifyFindsWhatDoesNotFit(t *testing.T) {
	r := New("x.y", "{a} {missing}", "{a} {b}", nil, Count("a", 1), Count("b", 2))
	err := r.Verify()
	require.ErrorIs(t, err, check.ErrUnknown)
	require.ErrorIs(t, err, check.ErrConflict)
	assert.Equal(t, "1 {missing}", r.In(German), "a hole stays visible")
	require.Error(t, New("", "a", "b", nil).Verify())
	assert.True(t, Reason{}.IsZero())
	assert.False(t, r.IsZero())
}

func TestJSON(t *testing.T) {
	r := New("x.y", "{a:Woche|Wochen}", "{a:week|weeks}", []measure.Source{{Key: "k", Title: "t", Publisher: "p", Year: 2024}},
		Count("a", 1), Day("d", measure.Date{}), Number("n", math.Inf(1), 0), Word("w", "ja", "yes"), Euro("e", 150))
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Equal(t, `{"code":"x.y","de":"1 Woche","en":"1 week","figures":[{"name":"a","kind":"count","value":1},`+
		`{"name":"d","kind":"day","value":null},{"name":"n","kind":"number","value":null},`+
		`{"name":"w","kind":"text","value":{"de":"ja","en":"yes"}},{"name":"e","kind":"euro","value":1.50}],`+
		`"sources":[{"key":"k","title":"t","publisher":"p","year":2024}]}`, string(data))
}

func TestFigureValue(t *testing.T) {
	v, ok := Share("s", 0.25).Value()
	assert.True(t, ok)
	assert.InDelta(t, 0.25, v, 0)
	v, ok = Euro("e", 150).Value()
	assert.True(t, ok)
	assert.InDelta(t, 1.5, v, 0)
	for _, f := range []Figure{Text("t", "x"), Day("d", measure.MustDate("2024-01-01")), Range("r", measure.Estimate{}, 0), Number("n", math.NaN(), 0), {}} {
		_, ok := f.Value()
		assert.False(t, ok, "%+v", f)
	}
	assert.Equal(t, "s", Share("s", 1).Name())
}

func TestAReasonIsImmutable(t *testing.T) {
	figures := []Figure{Count("a", 1)}
	r := New("x.y", "{a}", "{a}", nil, figures...)
	figures[0] = Count("a", 2)
	r.Figures()[0] = Count("a", 3)
	assert.Equal(t, "1", r.In(German))
}

func TestLang(t *testing.T) {
	for _, l := range Langs() {
		back, err := ParseLang(l.String())
		require.NoError(t, err)
		assert.Equal(t, l, back)
	}
	_, err := ParseLang("fr")
	require.ErrorIs(t, err, check.ErrUnknown)
	assert.Equal(t, "ja", Lang(0).Pick("ja", "yes"), "the zero Lang renders German")
}

// No template and no figure makes rendering panic, and text without braces stays as it is.
func TestRenderingIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab{}:?|.ä "))).Draw(t, "template")
		r := New("x.y", text, text, nil, Count("a", 1), Number("b", rapid.Float64().Draw(t, "b"), rapid.IntRange(-400, 400).Draw(t, "digits")))
		de := r.In(German)
		_ = r.In(English)
		_ = r.Verify()
		if !containsBrace(text) {
			assert.Equal(t, text, de)
		}
	})
}

func containsBrace(s string) bool {
	for _, c := range s {
		if c == '{' {
			return true
		}
	}
	return false
}

func BenchmarkReason_In(b *testing.B) {
	r := New("cadence.kept", "{kept} der letzten {of:Woche|Wochen} gehalten", "{kept} of the last {of:week|weeks} kept", nil, Count("kept", 10), Count("of", 12))
	b.ReportAllocs()
	for b.Loop() {
		_ = r.In(German)
	}
}
