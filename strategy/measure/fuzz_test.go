package measure

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzJSON: what the values take from JSON they write back to the same value.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{"null", "12.50", "-0", "1e300", `{"lo":1,"hi":null}`, `{"p10":1,"p50":2,"p90":3,"evidence":"measured"}`, `"2024-02-29"`, `"yes"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		roundTrip[Euro](t, s)
		roundTrip[Interval](t, s)
		roundTrip[Estimate](t, s)
		roundTrip[Date](t, s)
		roundTrip[Answer](t, s)
		roundTrip[Source](t, s)
	})
}

func roundTrip[T any](t *testing.T, s string) {
	var v, back T
	if json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	data, err := json.Marshal(v)
	if err != nil {
		var zero T
		assert.Equal(t, zero, v, "only what was never set has no text")
		return
	}
	if string(data) == `""` {
		return // the zero Date, which null leaves as it is
	}
	require.NoError(t, json.Unmarshal(data, &back), "%s", data)
	assert.Equal(t, v, back)
}
