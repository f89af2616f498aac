package check

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type feed uint8

var feeds = Words[feed]{1: "interest", 3: "following"} // 2 has no word

func TestWords(t *testing.T) {
	for _, f := range feeds.All() {
		text, err := feeds.Marshal(f)
		require.NoError(t, err)
		got, err := feeds.Parse(string(text))
		require.NoError(t, err)
		assert.Equal(t, f, got)
	}
	assert.Equal(t, []feed{1, 3}, feeds.All())
	for _, f := range []feed{0, 2, 4, 255} {
		_, err := feeds.Marshal(f)
		require.ErrorIs(t, err, ErrUnknown, "Marshal(%d)", f)
	}
	assert.Equal(t, "feed(9)", feeds.String(9))
	for _, text := range []string{"", "Interest", "interest "} {
		_, err := feeds.Parse(text)
		require.ErrorIs(t, err, ErrUnknown, "Parse(%q)", text)
	}
	_, err := feeds.Parse("algo")
	assert.EqualError(t, err, `"algo" is not known: want one of interest, following`)
}
