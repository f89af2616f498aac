package audience_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
)

func TestParseBand(t *testing.T) {
	for _, c := range []struct {
		in, text string
		from, to int
		open     bool
	}{
		{"14-19", "14-19", 14, 19, false},
		{"70+", "70+", 70, 120, true},
		{"16", "16", 16, 16, false},
		{"16-16", "16", 16, 16, false},
		{"0-120", "0+", 0, 120, true}, // nobody is older: open at the top
		{"60-120", "60+", 60, 120, true},
		{"014-019", "14-19", 14, 19, false},
	} {
		b, err := audience.ParseBand(c.in)
		require.NoError(t, err, c.in)
		assert.Equal(t, c.text, b.String(), c.in)
		assert.Equal(t, []int{c.from, c.to}, []int{b.From(), b.To()}, c.in)
		assert.Equal(t, c.open, b.Open(), c.in)
	}
	for _, c := range []struct {
		in   string
		kind error
	}{
		{"", check.ErrSyntax},
		{"-", check.ErrSyntax},
		{"14-", check.ErrSyntax},
		{"-19", check.ErrSyntax},
		{"14–19", check.ErrSyntax},
		{"14 - 19", check.ErrSyntax},
		{"+14", check.ErrSyntax},
		{"14+19", check.ErrSyntax},
		{"14-19-20", check.ErrSyntax},
		{"1000", check.ErrSyntax},
		{"19-14", check.ErrRange},
		{"14-121", check.ErrRange},
		{"999+", check.ErrRange},
	} {
		b, err := audience.ParseBand(c.in)
		require.ErrorIs(t, err, c.kind, c.in)
		assert.False(t, b.IsValid(), c.in)
	}
	assert.Panics(t, func() { audience.MustBand("young") })
}

func TestNewBandNamesBothEnds(t *testing.T) {
	_, err := audience.NewBand(-1, 130)
	require.EqualError(t, err, "/from: -1 is out of range: want an age from 0 to 120\n/to: 130 is out of range: want an age from 0 to 120")
	_, err = audience.NewBand(20, 10)
	require.ErrorIs(t, err, check.ErrOrder)
}

func TestZeroBandIsInvalid(t *testing.T) {
	var b audience.Band
	assert.False(t, b.IsValid())
	assert.Equal(t, "invalid band", b.String())
	_, err := b.MarshalText()
	require.ErrorIs(t, err, check.ErrRequired)
	assert.False(t, audience.MustBand("0+").Contains(b))
}

func anyBand() *rapid.Generator[audience.Band] {
	return rapid.Custom(func(t *rapid.T) audience.Band {
		from := rapid.IntRange(0, audience.MaxAge).Draw(t, "from")
		b, err := audience.NewBand(from, rapid.IntRange(from, audience.MaxAge).Draw(t, "to"))
		require.NoError(t, err)
		return b
	})
}

func TestBandRelationsAgainstAges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyBand().Draw(t, "a"), anyBand().Draw(t, "b")
		contains, overlaps := true, false
		for age := b.From(); age <= b.To(); age++ {
			in := age >= a.From() && age <= a.To()
			contains = contains && in
			overlaps = overlaps || in
		}
		assert.Equal(t, contains, a.Contains(b))
		assert.Equal(t, overlaps, a.Overlaps(b))
		assert.Equal(t, a == b, a.Compare(b) == 0)
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var back audience.Band
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, a, back)
	})
}

func TestCheckBands(t *testing.T) {
	var l check.List
	audience.CheckBands(&l, "/bands", []audience.Band{
		audience.MustBand("14-19"), {}, audience.MustBand("20-29"), audience.MustBand("18-24"),
	})
	require.EqualError(t, l.Err(), `/bands/1: "invalid band" is required: want an age band such as 14-19, 70+ or 16, ages from 0 to 120`+"\n"+
		`/bands/3: "18-24" contradicts another: want a band that does not overlap 14-19`)
	var empty check.List
	audience.CheckBands(&empty, "/bands", nil)
	require.ErrorIs(t, empty.Err(), check.ErrRequired)
}

func FuzzParseBand(f *testing.F) {
	for _, s := range []string{"14-19", "70+", "16", "", "-", "0-120", "99999999999999999999+", "1\x00-2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := audience.ParseBand(s)
		if err != nil {
			assert.False(t, b.IsValid())
			return
		}
		back, err := audience.ParseBand(b.String())
		require.NoError(t, err)
		assert.Equal(t, b, back)
	})
}
