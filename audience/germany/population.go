package germany

import (
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// singleYears are the residents of Germany on 31 December 2023 by completed
// years of age, the last entry 85 and older. Destatis, GENESIS 12411-0005 as of
// 12 September 2024, licence dl-de/by-2-0; updated from the census of 2011.
var singleYears = [86]measure.People{
	689_849, 753_091, 823_742, 807_156, 815_901, 830_676, 837_665, 844_977, 821_316, 813_613, // 0-9
	786_093, 785_116, 767_613, 784_787, 774_302, 794_814, 791_835, 780_817, 799_739, 830_730, // 10-19
	840_200, 863_253, 894_983, 952_830, 969_108, 995_786, 1_035_875, 1_026_636, 1_007_291, 1_014_985, // 20-29
	1_038_883, 1_052_411, 1_083_164, 1_172_804, 1_155_933, 1_179_615, 1_152_609, 1_131_332, 1_095_799, 1_086_538, // 30-39
	1_085_641, 1_101_319, 1_088_990, 1_091_373, 1_037_227, 1_019_862, 1_006_785, 985_758, 957_883, 966_772, // 40-49
	969_981, 1_045_037, 1_141_528, 1_178_433, 1_258_272, 1_311_964, 1_339_259, 1_368_640, 1_365_225, 1_384_304, // 50-59
	1_365_823, 1_315_604, 1_287_008, 1_235_970, 1_191_006, 1_115_955, 1_078_576, 1_038_484, 996_079, 966_320, // 60-69
	924_361, 911_913, 880_884, 867_715, 825_075, 739_278, 680_805, 577_677, 494_694, 644_117, // 70-79
	634_894, 594_619, 693_251, 691_296, 642_069, // 80-84
	2_887_733, // 85+
}

func destatis2023() measure.Source {
	return measure.Source{
		Key: "destatis-12411-0005-2023", Title: "Bevölkerung nach Altersjahren, Tabelle 12411-0005, Stand 31.12.2023", Publisher: "Destatis",
		Year: 2023, Certainty: measure.Publisher, Note: "updating based on the census of 2011; licence dl-de/by-2-0",
	}
}

func destatis2024() measure.Source {
	return measure.Source{
		Key: "destatis-2024", Title: "Bevölkerung Ende 2024, Pressemitteilung vom 20.06.2025", Publisher: "Destatis",
		Year: 2024, Certainty: measure.Secondary, Note: "rounded; on the basis of the census of 2022, so not comparable with the table of 2023",
	}
}

// Population returns Germany at the end of 2023 by single year of age, 85 and
// older together: 84,669,326 people. It is the structure that [Town] scales.
func Population() audience.Place {
	cells := make([]audience.Cell, len(singleYears))
	for age, people := range singleYears {
		to := age
		if age == len(singleYears)-1 {
			to = audience.MaxAge
		}
		cells[age] = audience.Cell{Band: must(audience.NewBand(age, to)), People: people}
	}
	return must(audience.NewPlace("Deutschland", 84_669_326, cells, destatis2023()))
}

// Inhabitants returns the number of inhabitants of Germany nearest to the end
// of a year, with the sentence that says of when and on which basis it is. The
// step from 2023 (84.7 million) to 2024 (83.6 million) is the change from the
// census of 2011 to that of 2022, not a loss of people.
func Inhabitants(year int) (measure.People, reason.Reason) {
	people, source, census := measure.People(84_669_326), destatis2023(), 2011
	if year >= 2024 {
		people, source, census = 83_600_000, destatis2024(), 2022
	}
	figures := []reason.Figure{reason.People("people", people), reason.Year("year", source.Year), reason.Year("census", census)}
	if source.Year == year {
		return people, reason.New("germany.inhabitants",
			"Ende {year} lebten in Deutschland {people} Menschen (Fortschreibung des Zensus {census}).",
			"At the end of {year}, {people} people lived in Germany (updated from the census of {census}).",
			[]measure.Source{source}, figures...)
	}
	return people, reason.New("germany.inhabitants.year",
		"Für {asked} gibt es hier keine Zahl. Ende {year} lebten in Deutschland {people} Menschen (Fortschreibung des Zensus {census}).",
		"There is no figure for {asked} here. At the end of {year}, {people} people lived in Germany (updated from the census of {census}).",
		[]measure.Source{source}, append(figures, reason.Year("asked", year))...)
}

// Town returns a place with the given number of inhabitants and the age
// structure of Germany, which is an assumption: see [TownTable].
func Town(name string, inhabitants measure.People) (audience.Place, error) {
	return Population().Scaled(name, inhabitants)
}

// TownTable returns a place with its own table of people by age. Bands that
// cut one of the table are answered by the age structure of Germany, as
// estimates. Inhabitants is the printed total, or 0 when there is none.
func TownTable(name string, inhabitants measure.People, cells []audience.Cell, sources ...measure.Source) (audience.Place, error) {
	p, err := audience.NewPlace(name, inhabitants, cells, sources...)
	if err != nil {
		return audience.Place{}, err
	}
	return p.WithStructure(Population()), nil
}

// must is for the tables of this package, which its tests build.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
