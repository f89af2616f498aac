package reason

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hochkant/hochkant/strategy/measure"
)

func TestSaid(t *testing.T) {
	list := Said("K1", "K9", "S8", "C14", "F20", "A5")
	for _, s := range list {
		assert.NotEmpty(t, s.Title, s.Key)
		assert.NotEmpty(t, s.Publisher, s.Key)
		assert.Equal(t, measure.Claim, s.Certainty)
	}
	assert.Equal(t, "A5", list[5].Key)
	for _, s := range Said("", "K", "K0", "K10", "C15", "X1", "Fä") {
		assert.Empty(t, s.Title, s.Key)
	}
}
