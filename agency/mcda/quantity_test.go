package mcda

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// Reference: the distributions of gonum.
func TestQuantileAgainstGonum(t *testing.T) {
	tests := []struct {
		q   Quantity
		ref func(p float64) float64
	}{
		{Between(6, 10), distuv.Uniform{Min: 6, Max: 10}.Quantile},
		{Unknown(-3, 20), distuv.Uniform{Min: -3, Max: 20}.Quantile},
		{Triangular(4, 8, 15), distuv.NewTriangle(4, 15, 8, nil).Quantile},
		{Triangular(4, 4, 15), distuv.NewTriangle(4, 15, 4, nil).Quantile},
		{Triangular(4, 15, 15), distuv.NewTriangle(4, 15, 15, nil).Quantile},
		{Normal(11.7, 2.5), distuv.Normal{Mu: 11.7, Sigma: 2.5}.Quantile},
		{LogNormal(0.086, 0.056), distuv.LogNormal{Mu: 0.086, Sigma: 0.056}.Quantile},
		{Exactly(7), func(float64) float64 { return 7 }},
		{Between(5, 5), func(float64) float64 { return 5 }},
		{Triangular(5, 5, 5), func(float64) float64 { return 5 }},
		{Normal(5, 0), func(float64) float64 { return 5 }},
	}
	for _, tt := range tests {
		for _, p := range []float64{0.001, 0.1, 0.25, 0.5, 0.77, 0.9, 0.999} {
			v, err := tt.q.Quantile(p)
			require.NoError(t, err)
			near(t, tt.ref(p), v, 1e-9, tt.q, p)
		}
	}
	for _, p := range []float64{0, 1, -1, 2, math.NaN(), math.Inf(1)} {
		_, err := Normal(0, 1).Quantile(p)
		require.Error(t, err, "Quantile(%v)", p)
	}
}

func TestQuantityProblems(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		q    Quantity
		path string
		kind error
	}{
		{Quantity{}, "", check.ErrRequired},
		{Exactly(nan), "", check.ErrFinite},
		{Between(2, 1), "/between/1", check.ErrOrder},
		{Unknown(nan, 1), "/unknown/0", check.ErrFinite},
		{Triangular(1, 0, 2), "/triangular/1", check.ErrOrder},
		{Triangular(1, 3, 2), "/triangular/2", check.ErrOrder},
		{Normal(0, -1), "/normal/1", check.ErrRange},
		{LogNormal(900, 1), "/logNormal/0", check.ErrRange},
		{LogNormal(1, math.Inf(1)), "/logNormal/1", check.ErrFinite},
	}
	for _, tt := range tests {
		problem(t, tt.q.Validate(), tt.path, tt.kind)
		_, err := json.Marshal(tt.q)
		require.Error(t, err, "%v", tt.q)
		_, err = tt.q.Quantile(0.5)
		require.Error(t, err, "%v", tt.q)
	}
	assert.Equal(t, "not set", Quantity{}.String())
}

func TestQuantityJSON(t *testing.T) {
	for text, q := range map[string]Quantity{
		`8`:                        Exactly(8),
		`0`:                        Exactly(math.Copysign(0, -1)),
		`{"between":[6,10]}`:       Between(6, 10),
		`{"triangular":[4,8,15]}`:  Triangular(4, 8, 15),
		`{"normal":[8,1.5]}`:       Normal(8, 1.5),
		`{"logNormal":[2.1,0.25]}`: LogNormal(2.1, 0.25),
		`{"unknown":[0,20]}`:       Unknown(0, 20),
	} {
		out, err := json.Marshal(q)
		require.NoError(t, err)
		assert.Equal(t, text, string(out))
		back, err := check.Decode[Quantity](strings.NewReader(text))
		require.NoError(t, err)
		assert.Equal(t, q, back)
	}
	for _, tt := range []struct {
		text, path string
		kind       error
	}{
		{`null`, "", check.ErrType},
		{`"8"`, "", check.ErrType},
		{`[6,10]`, "", check.ErrType},
		{`{}`, "", check.ErrType},
		{`{"between":[1,2],"normal":[1,2]}`, "", check.ErrType},
		{`{"Between":[1,2]}`, "/Between", check.ErrUnknown},
		{`{"exact":[1]}`, "/exact", check.ErrUnknown},
		{`{"between":[1]}`, "/between", check.ErrRange},
		{`{"between":[3,2]}`, "/between/1", check.ErrOrder},
		{`{"between":[1,1e999]}`, "/between/1", check.ErrRange},
		{`{"between":[1,null]}`, "/between/1", check.ErrRequired},
	} {
		_, err := check.Decode[Quantity](strings.NewReader(tt.text))
		problem(t, err, tt.path, tt.kind)
	}
}

func TestKindText(t *testing.T) {
	for _, k := range kindWords.All() {
		text, err := k.MarshalText()
		require.NoError(t, err)
		var back Kind
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, k, back)
	}
	assert.Equal(t, KindUnknown, Unknown(0, 1).Kind())
}

func TestQuantileRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(-10, 10).Draw(t, "lo")
		mode := lo + rapid.Float64Range(0, 5).Draw(t, "up")
		hi := mode + rapid.Float64Range(0, 5).Draw(t, "more")
		q := rapid.SampledFrom([]Quantity{Between(lo, hi), Triangular(lo, mode, hi), Normal(lo, mode-lo), LogNormal(lo, mode-lo)}).Draw(t, "q")
		p1 := rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "p1")
		p2 := rapid.Float64Range(p1, 1-1e-9).Draw(t, "p2")
		a, err := q.Quantile(p1)
		require.NoError(t, err)
		b, err := q.Quantile(p2)
		require.NoError(t, err)
		require.LessOrEqual(t, a, b+1e-9*(1+math.Abs(b)))
	})
}

func FuzzQuantityJSON(f *testing.F) {
	for _, s := range []string{`8`, `{"between":[6,10]}`, `{"triangular":[4,8,15]}`, `{"x":[1]}`, `null`, `{"normal":[0,-1]}`, `-0`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := check.Decode[Quantity](strings.NewReader(text))
		if err != nil {
			return
		}
		out, err := json.Marshal(q)
		require.NoError(t, err, "what was read can be written")
		back, err := check.Decode[Quantity](strings.NewReader(string(out)))
		require.NoError(t, err)
		require.Equal(t, q, back)
	})
}
