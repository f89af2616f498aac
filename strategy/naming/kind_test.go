package naming

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type enum interface {
	encoding.TextMarshaler
	String() string
}

// roundTrip checks the text methods of an enumeration of n values.
func roundTrip[E interface {
	~uint8
	enum
}](t *testing.T, n int, read func(*E, []byte) error) {
	t.Helper()
	for i := 1; i <= n; i++ {
		text, err := E(i).MarshalText()
		require.NoError(t, err, i)
		assert.Equal(t, E(i).String(), string(text))
		var back E
		require.NoError(t, read(&back, text))
		assert.Equal(t, E(i), back)
	}
	for _, invalid := range []E{0, E(n + 1)} {
		_, err := invalid.MarshalText()
		assert.Error(t, err)
	}
	var e E
	assert.Error(t, read(&e, []byte("no such word")))
}

func TestEnumerations(t *testing.T) {
	roundTrip(t, 4, (*Kind).UnmarshalText)
	roundTrip(t, 3, (*Severity).UnmarshalText)
	roundTrip(t, 4, (*Band).UnmarshalText)
	roundTrip(t, 2, (*Address).UnmarshalText)
	roundTrip(t, 3, (*GenderPolicy).UnmarshalText)
	roundTrip(t, 7, (*EntryKind).UnmarshalText)
	roundTrip(t, int(ruleEnd)-1, (*Rule).UnmarshalText)
}

func TestBands(t *testing.T) {
	for score, want := range map[int]Band{0: OfficeView, 39: OfficeView, 40: Mixed, 59: Mixed, 60: UserView, 79: UserView, 80: Strong, 100: Strong} {
		assert.Equal(t, want, bandOf(score), score)
	}
}
