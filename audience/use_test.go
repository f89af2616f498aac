package audience_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// useTable has the printed TikTok figures of ARD/ZDF 2021, 2023 and 2025 and of
// JIM 2025 that the tests need.
func useTable(t require.TestingT) audience.UseTable {
	table, err := audience.NewUseTable(
		penetration(t, tiktok("14-29", audience.Weekly, audience.Percent(44), 2022)),
		penetration(t, tiktok("14-29", audience.Weekly, audience.Percent(41), 2024)),
		penetration(t, tiktok("14+", audience.Weekly, audience.Percent(20), 2025)),
		penetration(t, tiktok("30-49", audience.Daily, audience.Percent(2), 2021)),
		penetration(t, tiktok("12-19", audience.Regularly, audience.Percent(53), 2025)),
	)
	require.NoError(t, err)
	return table
}

func TestLookupAnswersWithTheNearestYear(t *testing.T) {
	table := useTable(t)
	for asked, want := range map[int]int{2019: 2022, 2022: 2022, 2023: 2024, 2024: 2024, 2030: 2024} { // 2023: the later of two
		p, why, ok := table.Lookup(audience.UseQuery{
			Platform: platform.TikTok, Band: audience.MustBand("14-29"), Frequency: audience.Weekly, Year: asked,
		})
		require.True(t, ok)
		assert.Equal(t, want, p.Statement().Source.Year, asked)
		require.NoError(t, why.Verify())
	}
	_, why, _ := table.Lookup(audience.UseQuery{
		Platform: platform.TikTok, Band: audience.MustBand("14-29"), Frequency: audience.Weekly, Year: 2026,
	})
	assert.Equal(t, "41 % der Altersgruppe 14-29 nutzen TikTok mindestens wöchentlich. Für 2026 gibt es keine Zahl, die nächste ist von 2024.", why.In(reason.German))
}

func TestMissingCellsStayMissing(t *testing.T) {
	table := useTable(t)
	for _, q := range []audience.UseQuery{
		{Platform: platform.TikTok, Band: audience.MustBand("14-19"), Frequency: audience.Weekly, Year: 2025},
		{Platform: platform.TikTok, Band: audience.MustBand("14-29"), Frequency: audience.Daily, Year: 2025},
		{Platform: platform.Snapchat, Band: audience.MustBand("14-29"), Frequency: audience.Weekly, Year: 2025},
		{Platform: platform.TikTok, Band: audience.MustBand("14-29"), Frequency: audience.Weekly, Base: audience.InternetUsers, Year: 2025},
		{},
	} {
		p, why, ok := table.Lookup(q)
		assert.False(t, ok, "%+v", q)
		assert.Equal(t, audience.Penetration{}, p)
		assert.True(t, why.IsZero())
	}
}

func TestUseTableRefusesDuplicatesAndInvalid(t *testing.T) {
	p := penetration(t, tiktok("14-29", audience.Weekly, audience.Percent(44), 2022))
	q := penetration(t, tiktok("14-29", audience.Weekly, audience.Percent(45), 2022))
	_, err := audience.NewUseTable(p, q)
	require.ErrorIs(t, err, check.ErrDuplicate)
	_, err = audience.NewUseTable(audience.Penetration{})
	require.ErrorIs(t, err, check.ErrRequired)
	table, err := audience.UseTable{}.With(p)
	require.NoError(t, err)
	assert.Len(t, table.All(), 1)
	_, err = table.With(q)
	require.ErrorIs(t, err, check.ErrDuplicate)
}
