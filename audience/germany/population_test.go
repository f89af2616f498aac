package germany_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Sums of single years of table 12411-0005 for 31 December 2023, added up apart.
func TestPopulationSums(t *testing.T) {
	for band, want := range map[string]float64{
		"0+": 84_669_326, "0-13": 11_161_595, "14-19": 4_772_237, "20-29": 9_600_947, "30-39": 11_149_088, "40-49": 10_341_610,
		"50-59": 12_362_643, "60-69": 11_590_825, "70+": 13_690_381, "14+": 73_507_731, "14-29": 14_373_184, "30-49": 21_490_698,
		"50-69": 23_953_468, "12-19": 6_324_637, "13+": 74_292_518, "13-17": 3_926_555, "16+": 71_938_615, "16-19": 3_203_121,
		"18+": 70_365_963, "18-24": 6_150_843, "25-34": 10_583_768, "6-13": 6_441_180, "60+": 25_281_206,
		"85+": 2_887_733, "0": 689_849, "84": 642_069,
	} {
		got, err := germany.Population().People(audience.MustBand(band))
		require.NoError(t, err, band)
		assert.InDelta(t, want, got.P50(), 0, band)
		assert.Equal(t, measure.Measured, got.Evidence(), band)
	}
	_, err := germany.Population().People(audience.MustBand("85-89"))
	require.ErrorIs(t, err, check.ErrConflict)
}

func TestInhabitantsSaysTheBasis(t *testing.T) {
	people, why := germany.Inhabitants(2023)
	assert.Equal(t, measure.People(84_669_326), people)
	assert.Equal(t, "At the end of 2023, 84,669,326 people lived in Germany (updated from the census of 2011).", why.In(reason.English))
	for _, year := range []int{2010, 2023, 2024, 2030} {
		_, why := germany.Inhabitants(year)
		require.NoError(t, why.Verify(), year)
	}
	people, why = germany.Inhabitants(2030)
	assert.Equal(t, measure.People(83_600_000), people)
	assert.Contains(t, why.In(reason.German), "Für 2030 gibt es hier keine Zahl. Ende 2024")
}

func TestTownTableIsCutByTheStructureOfGermany(t *testing.T) {
	town, err := germany.TownTable("Musterhausen", 1_000, []audience.Cell{
		{Band: audience.MustBand("0-9"), People: 90}, {Band: audience.MustBand("10-19"), People: 110}, {Band: audience.MustBand("20+"), People: 800},
	})
	require.NoError(t, err)
	got, err := town.People(audience.MustBand("14-19"))
	require.NoError(t, err)
	// 10-19: 786093+785116+767613+784787 = 3,123,609 from 10 to 13, and 4,772,237.
	near(t, 110*4_772_237.0/(3_123_609+4_772_237), got.P50(), 1e-9)
	_, err = germany.TownTable("Musterhausen", 1_001, []audience.Cell{{Band: audience.MustBand("0+"), People: 1_000}})
	require.ErrorIs(t, err, check.ErrConflict)
	_, err = germany.Town("", 0)
	require.ErrorContains(t, err, "/inhabitants")
	require.ErrorContains(t, err, "/name")
}
