package audience

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// Counting one age after the other is the slow and obvious way.
func TestOutsideCountsAges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Band {
			from := rapid.IntRange(0, MaxAge).Draw(t, name)
			return Band{uint8(from), uint8(rapid.IntRange(from, MaxAge).Draw(t, name+" to") + 1)}
		}
		b, target := draw("band"), draw("target")
		want := 0
		for age := b.from; age < b.end && age < oldest; age++ {
			if age < target.from || age >= target.end {
				want++
			}
		}
		assert.Equal(t, want, outside(b, target), "%v %v", b, target)
	})
}
