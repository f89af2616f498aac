package agency

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestWords(t *testing.T) {
	roundTrip(t, Models(), (*Model).UnmarshalText)
	roundTrip(t, Tasks(), (*Task).UnmarshalText)
	roundTrip(t, Criteria(), (*Criterion).UnmarshalText)
	roundTrip(t, skillWords.All(), (*Skill).UnmarshalText)
	roundTrip(t, gradeWords.All(), (*Grade).UnmarshalText)
	roundTrip(t, payeeWords.All(), (*Payee).UnmarshalText)
	roundTrip(t, leverWords.All(), (*Lever).UnmarshalText)
	roundTrip(t, requirementWords.All(), (*Requirement).UnmarshalText)
	roundTrip(t, statusWords.All(), (*Status).UnmarshalText)
	roundTrip(t, verdictWords.All(), (*Verdict).UnmarshalText)
	roundTrip(t, standingWords.All(), (*Standing).UnmarshalText)
}

func roundTrip[E interface {
	comparable
	MarshalText() ([]byte, error)
	String() string
}](t *testing.T, all []E, read func(*E, []byte) error,
) {
	t.Helper()
	var bad E
	_, err := bad.MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
	for _, e := range all {
		text, err := e.MarshalText()
		require.NoError(t, err)
		var back E
		require.NoError(t, read(&back, text))
		assert.Equal(t, e, back)
		assert.Equal(t, e.String(), string(text))
	}
	require.Error(t, read(&bad, []byte("nonsense")))
}

func TestNamesInBothLanguages(t *testing.T) {
	for _, l := range reason.Langs() {
		for _, m := range Models() {
			assert.NotEmpty(t, m.In(l))
		}
		for _, v := range verdictWords.All() {
			assert.NotEmpty(t, v.In(l))
		}
		for _, s := range standingWords.All() {
			assert.NotEmpty(t, s.In(l))
		}
	}
	assert.Equal(t, "passt nicht", DoesNotFit.In(reason.German))
	assert.Equal(t, "Model(9)", Model(9).In(reason.German))
	assert.Equal(t, "Verdict(0)", Verdict(0).In(reason.English))
	assert.Equal(t, "Standing(0)", Standing(0).In(reason.English))
}

// The tables that are indexed by an enumeration have an entry for each value.
func TestTablesAreComplete(t *testing.T) {
	sum := 0.0
	for _, l := range loads {
		sum += l.perVideo
	}
	near(t, 1, sum, 1e-12, "shares of the hours of a video")
	for _, task := range Tasks() {
		assert.NotEmpty(t, taskDE[task])
	}
	for _, m := range Models() {
		assert.NotEmpty(t, modelDE[m])
		assert.NotEmpty(t, modelEN[m])
	}
	for _, k := range Criteria() {
		assert.NotEmpty(t, criterionDE[k])
	}
	for _, l := range leverWords.All() {
		assert.NotEmpty(t, leverDE[l])
	}
	for _, r := range requirementWords.All() {
		assert.NotEmpty(t, requirementDE[r])
	}
	for i := range slotCount {
		l, m := leverAt(i)
		assert.Equal(t, i, slot(l, m))
	}
	assert.Zero(t, DefaultScale(0))
	assert.Nil(t, DefaultSplit(0))
}

// A score is the value function of mcda through the ends of the scale, clipped.
func TestScoreIsAValueFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, err := Decide(anyCase(t))
		require.NoError(t, err)
		for _, o := range d.Options {
			for k, s := range o.Scores {
				a, b := mcda.Point{X: d.Scales[k].Worst}, mcda.Point{X: d.Scales[k].Best, Value: 1}
				if a.X > b.X {
					a, b = b, a
				}
				f, err := mcda.NewValueFunction(mcda.Clip, a, b)
				require.NoError(t, err)
				want, err := f.At(s.Measurement)
				require.NoError(t, err)
				require.InDelta(t, want, s.Value, 1e-12)
			}
		}
	})
}

// Two of n people at work, against counting all combinations of presence.
func TestTwoOfAgainstEnumeration(t *testing.T) {
	for n := range 9 {
		want := 0.0
		for mask := range 1 << n {
			p, here := 1.0, 0
			for i := range n {
				if mask>>i&1 == 1 {
					p *= available
					here++
				} else {
					p *= 1 - available
				}
			}
			if here >= 2 {
				want += p
			}
		}
		near(t, want, twoOf(float64(n)), 1e-12, "n=%d", n)
	}
}
