package audience_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
)

var frequencies = []audience.Frequency{
	audience.Daily, audience.Regularly, audience.Weekly, audience.Monthly, audience.Yearly, audience.Ever, audience.Unspecified,
}

func TestFrequencyWithin(t *testing.T) {
	assert.True(t, audience.Daily.Within(audience.Weekly))
	assert.False(t, audience.Weekly.Within(audience.Daily))
	assert.True(t, audience.Unspecified.Within(audience.Ever))
	assert.False(t, audience.Unspecified.Within(audience.Yearly))
	assert.True(t, audience.Weekly.Within(audience.Unspecified))
	assert.False(t, audience.Monthly.Within(audience.Unspecified))
	assert.False(t, audience.Frequency(0).Within(audience.Ever))
	for _, f := range frequencies {
		assert.True(t, f.Within(f))
		for _, g := range frequencies {
			assert.Equal(t, f == g, f.Within(g) && g.Within(f), "%v %v", f, g)
			for _, h := range frequencies {
				if f.Within(g) && g.Within(h) {
					assert.True(t, f.Within(h), "%v %v %v", f, g, h)
				}
			}
		}
	}
}

func TestWordsRoundTrip(t *testing.T) {
	for _, f := range frequencies {
		text, err := f.MarshalText()
		require.NoError(t, err)
		var back audience.Frequency
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, f, back)
	}
	for _, b := range []audience.Base{audience.Residents, audience.InternetUsers} {
		text, err := b.MarshalText()
		require.NoError(t, err)
		var back audience.Base
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, b, back)
	}
	for _, k := range []audience.VideoKind{audience.Short, audience.LongVideo, audience.Photo} {
		text, err := k.MarshalText()
		require.NoError(t, err)
		var back audience.VideoKind
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, k, back)
	}
	_, err := audience.Frequency(99).MarshalText()
	require.Error(t, err)
	var f audience.Frequency
	require.EqualError(t, f.UnmarshalText([]byte("often")), `"often" is not known: want one of daily, regularly, weekly, monthly, yearly, ever, unspecified`)
}
