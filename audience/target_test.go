package audience

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// eight bands of an invented town of 100,000 in which use falls with age.
var eightBands = []string{"14-19", "20-24", "25-29", "30-39", "40-49", "50-59", "60-69", "70+"}

func town(t testing.TB, inhabitants measure.People) Place {
	t.Helper()
	shares := []float64{.06, .06, .06, .13, .12, .15, .13, .16}
	cells := []Cell{{MustBand("0-13"), measure.People(.13 * float64(inhabitants))}}
	for i, b := range eightBands {
		cells = append(cells, Cell{MustBand(b), measure.People(shares[i] * float64(inhabitants))})
	}
	p, err := NewPlace("Musterhausen", 0, cells)
	require.NoError(t, err)
	return p
}

func useOf(t testing.TB, names ...platform.Name) UseTable {
	t.Helper()
	var figures []Penetration
	for i, n := range names {
		for j, b := range eightBands {
			figures = append(figures, must(NewPenetration(Statement{
				Platform: n, Band: MustBand(b), Frequency: Weekly, Base: Residents, Share: Percent(max(60-8*j-5*i, 3)),
				Source: measure.Source{Key: "test", Year: 2024}, Sample: 400,
			})))
		}
	}
	return must(NewUseTable(figures...))
}

var three = []platform.Name{platform.TikTok, platform.Instagram, platform.Facebook}

func targetOf(t testing.TB, inhabitants measure.People, bands []string, names ...platform.Name) Target {
	t.Helper()
	q := TargetQuery{Place: town(t, inhabitants), Platforms: names, Use: useOf(t, names...), Frequency: Weekly, Year: 2024}
	for _, b := range bands {
		q.Bands = append(q.Bands, MustBand(b))
	}
	target, err := NewTarget(q)
	require.NoError(t, err)
	return target
}

func TestBadTargets(t *testing.T) {
	q := TargetQuery{
		Place: town(t, 100_000), Bands: []Band{MustBand("14-19")}, Platforms: three[:1], Use: useOf(t, three[:1]...), Frequency: Weekly, Year: 2024,
	}
	for name, change := range map[string]func(*TargetQuery){
		"empty target":   func(q *TargetQuery) { q.Bands = nil },
		"overlap":        func(q *TargetQuery) { q.Bands = []Band{MustBand("14-19"), MustBand("18-24")} },
		"no platform":    func(q *TargetQuery) { q.Platforms = nil },
		"platform twice": func(q *TargetQuery) { q.Platforms = []platform.Name{platform.TikTok, platform.TikTok} },
		"no frequency":   func(q *TargetQuery) { q.Frequency = 0 },
		"no place":       func(q *TargetQuery) { q.Place = Place{} },
		"empty band": func(q *TargetQuery) {
			q.Place = must(NewPlace("Leer", 0, []Cell{{MustBand("14-19"), 0}, {MustBand("20+"), 5}}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			bad := q
			change(&bad)
			_, err := NewTarget(bad)
			require.Error(t, err)
		})
	}
}

func BenchmarkNewTarget3Platforms8Bands(b *testing.B) {
	q := TargetQuery{Place: town(b, 100_000), Platforms: three, Use: useOf(b, three...), Frequency: Weekly, Year: 2024}
	for _, text := range eightBands {
		q.Bands = append(q.Bands, MustBand(text))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewTarget(q); err != nil {
			b.Fatal(err)
		}
	}
}
