package procurement

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func TestContractValue(t *testing.T) {
	for _, c := range []struct {
		name string
		c    Contract
		want float64
	}{
		// procure-02: VgV § 3 (1), options count in full: 48 x 4,000
		{"24 months + 2 x 12", Contract{PerMonth: 4_000_00, Months: 24, Options: []int{12, 12}}, 192_000},
		// procure-04: VgV § 3 (2), no splitting: 9,000 + 8,000 + 12 x 2,000
		{"workshop, concept and retainer", Contract{OneOff: 9_000_00, PerMonth: 2_000_00, Months: 12, Lots: []measure.Euro{8_000_00}}, 41_000},
		// VgV § 3 (11): 48 x 4,600
		{"without an end", Contract{PerMonth: 4_600_00, Unlimited: true}, 220_800},
		{"nothing", Contract{}, 0},
	} {
		got, err := c.c.Value()
		require.NoError(t, err, c.name)
		assert.Equal(t, measure.MustEuros(c.want), got, c.name)
	}
}

func TestContractRefuses(t *testing.T) {
	for path, c := range map[string]Contract{
		"/oneOff":    {OneOff: -1},
		"/perMonth":  {PerMonth: -1},
		"/months":    {Months: -1},
		"/options/1": {Options: []int{0, -3}},
		"/lots/0":    {Lots: []measure.Euro{-1}},
		"/options":   {Months: 400, Options: []int{300}},
	} {
		_, err := c.Value()
		require.ErrorIs(t, err, check.ErrRange, path)
		assert.ErrorContains(t, err, path+": ")
	}
	_, err := Contract{Unlimited: true, Options: []int{12}}.Value()
	require.ErrorIs(t, err, check.ErrConflict)
}
