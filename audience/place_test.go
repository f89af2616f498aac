package audience_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func TestPlaceAnswersUnionsOfItsBands(t *testing.T) {
	land := country(t)
	for _, c := range []struct {
		band string
		want float64
	}{{"14-19", 4772}, {"14-29", 14_373}, {"0+", 84_669}, {"50+", 37_643}} {
		e, err := land.People(audience.MustBand(c.band))
		require.NoError(t, err, c.band)
		assert.Equal(t, []float64{c.want, c.want, c.want}, []float64{e.P10(), e.P50(), e.P90()}, c.band)
		assert.Equal(t, measure.Measured, e.Evidence(), c.band)
	}
}

func TestPlaceRefusesWhatItCannotAnswer(t *testing.T) {
	land := country(t)
	_, err := land.People(audience.MustBand("16-19"))
	require.EqualError(t, err, `"16-19" contradicts another: want a band that does not cut 14-19, of which no single years are known`)
	_, err = land.People(audience.Band{})
	require.ErrorIs(t, err, check.ErrRequired)
	adults, err := audience.NewPlace("Stadt", 100, []audience.Cell{{audience.MustBand("18-29"), 20}, {audience.MustBand("40+"), 60}})
	require.NoError(t, err)
	for band, lacks := range map[string]string{"14-29": "14-17", "18+": "30-39", "20-35": "", "16": "16", "30-39": "30-39"} {
		_, err = adults.People(audience.MustBand(band))
		require.Error(t, err, band)
		if lacks != "" {
			require.ErrorContains(t, err, "it lacks "+lacks, band)
		}
	}
	_, err = audience.Place{}.People(audience.MustBand("0+"))
	require.ErrorIs(t, err, check.ErrUnknown)
}

func TestNewPlaceChecksItsSums(t *testing.T) {
	cells := []audience.Cell{{audience.MustBand("0-17"), 30}, {audience.MustBand("18+"), 70}}
	for _, c := range []struct {
		name        string
		inhabitants measure.People
		cells       []audience.Cell
		kind        error
	}{
		{"adds up", 100, cells, nil},
		{"no total given", 0, cells, nil},
		{"a table of all ages below its total", 101, cells, check.ErrConflict},
		{"above its total", 99, cells, check.ErrConflict},
		{"a table of some ages below the total", 100, cells[1:], nil},
		{"a table of some ages above the total", 69, cells[1:], check.ErrConflict},
		{"no bands", 100, nil, check.ErrRequired},
		{"nobody", 0, []audience.Cell{{audience.MustBand("0+"), 0}}, check.ErrRange},
		{"negative", 0, []audience.Cell{{audience.MustBand("0+"), -1}}, check.ErrRange},
		{"absurd", 0, []audience.Cell{{audience.MustBand("0+"), 1 << 62}}, check.ErrRange},
		{"overlap", 0, []audience.Cell{{audience.MustBand("0-17"), 1}, {audience.MustBand("14+"), 1}}, check.ErrConflict},
		{"negative total", -1, cells, check.ErrRange},
	} {
		_, err := audience.NewPlace("Ort", c.inhabitants, c.cells)
		if c.kind == nil {
			require.NoError(t, err, c.name)
		} else {
			require.ErrorIs(t, err, c.kind, c.name)
		}
	}
	_, err := audience.NewPlace(" ", 100, cells)
	require.ErrorIs(t, err, check.ErrRequired)
}

func TestScaledPlace(t *testing.T) {
	town, err := country(t).Scaled("Musterstadt", 40) // a place of 40 people has an answer too
	require.NoError(t, err)
	all, err := town.People(audience.MustBand("0+"))
	require.NoError(t, err)
	closeTo(t, 40, all.P10(), 1e-9)
	closeTo(t, 40, all.P90(), 1e-9)
	young, err := town.People(audience.MustBand("14-19"))
	require.NoError(t, err)
	closeTo(t, 40*4772.0/84_669, young.P50(), 1e-9)
	assert.Less(t, young.P10(), young.P50())
	assert.Greater(t, young.P90(), young.P50())
	assert.Equal(t, measure.Estimated, young.Evidence())
	most, err := town.People(audience.MustBand("10+"))
	require.NoError(t, err)
	assert.LessOrEqual(t, most.P90(), 40.0)

	_, err = country(t).Scaled("Musterstadt", 0)
	require.ErrorIs(t, err, check.ErrRange)
	adults, err := audience.NewPlace("Stadt", 0, []audience.Cell{{audience.MustBand("18+"), 70}})
	require.NoError(t, err)
	_, err = adults.Scaled("Teil", 10)
	require.ErrorIs(t, err, check.ErrUnknown)
}

func TestWithStructureKeepsTheTownsOwnTable(t *testing.T) {
	town, err := audience.NewPlace("Stadt", 0, []audience.Cell{
		{audience.MustBand("0-13"), 100}, {audience.MustBand("14-29"), 300}, {audience.MustBand("30+"), 600},
	})
	require.NoError(t, err)
	town = town.WithStructure(country(t))
	own, err := town.People(audience.MustBand("14-29"))
	require.NoError(t, err)
	assert.Equal(t, measure.Measured, own.Evidence())
	assert.InDelta(t, 300, own.P10(), 0)
	young, err := town.People(audience.MustBand("14-19"))
	require.NoError(t, err)
	closeTo(t, 300*4772.0/14_373, young.P50(), 1e-9)
	assert.Equal(t, measure.Estimated, young.Evidence())
	// 0-19 is measured up to 13 and estimated above: the doubt is of the second part only.
	both, err := town.People(audience.MustBand("0-19"))
	require.NoError(t, err)
	closeTo(t, 100+young.P10(), both.P10(), 1e-9)
	closeTo(t, 100+young.P90(), both.P90(), 1e-9)
	_, err = town.People(audience.MustBand("16-19")) // the pattern has no single years either
	require.ErrorIs(t, err, check.ErrConflict)
}

func TestScaledPartsAddUp(t *testing.T) {
	bands := []string{"0-9", "10-13", "14-19", "20-29", "30-49", "50-69", "70+"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 5_000_000).Draw(t, "inhabitants")
		town, err := country(t).Scaled("Ort", measure.People(n))
		require.NoError(t, err)
		sum := 0.0
		for _, b := range bands {
			e, err := town.People(audience.MustBand(b))
			require.NoError(t, err)
			require.LessOrEqual(t, e.P10(), e.P50())
			require.LessOrEqual(t, e.P50(), e.P90())
			require.LessOrEqual(t, e.P90(), float64(n)*(1+1e-9))
			sum += e.P50()
		}
		require.InEpsilon(t, float64(n), sum, 1e-9)
	})
}

func TestPlaceJSON(t *testing.T) {
	town, err := audience.NewPlace("Stadt", 100, []audience.Cell{{audience.MustBand("18+"), 70}})
	require.NoError(t, err)
	data, err := json.Marshal(town)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"Stadt","scaled":false,"bands":[{"band":"18+","people":70}]}`, string(data))
}

// FuzzPlace builds a place from any table and asks it for any band: an error
// or an estimate that is feasible, never a panic.
func FuzzPlace(f *testing.F) {
	f.Add([]byte(`[{"band":"0-17","people":30},{"band":"18+","people":70}]`), int64(100), uint8(14), uint8(29))
	f.Add([]byte(`[{"band":"14-19","people":-1},{"band":"16+","people":9223372036854775807}]`), int64(-1), uint8(0), uint8(255))
	f.Fuzz(func(t *testing.T, data []byte, inhabitants int64, from, to uint8) {
		cells, err := check.Decode[[]audience.Cell](bytes.NewReader(data))
		if err != nil {
			return
		}
		p, err := audience.NewPlace("Ort", measure.People(inhabitants), cells)
		if err != nil {
			return
		}
		b, err := audience.NewBand(int(from), int(to))
		if err != nil {
			return
		}
		for _, place := range []audience.Place{p, p.WithStructure(p)} {
			e, err := place.People(b)
			if err == nil {
				assert.GreaterOrEqual(t, e.P10(), 0.0)
				assert.LessOrEqual(t, e.P10(), e.P90())
			}
		}
		if town, err := p.Scaled("Teil", 40); err == nil {
			e, err := town.People(b)
			if err == nil {
				assert.LessOrEqual(t, e.P90(), 40*(1+1e-9))
			}
		}
	})
}
