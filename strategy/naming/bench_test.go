package naming

import "testing"

// name60 has 60 characters, as in the target of 10 us.
const name60 = "Wohnberechtigungsschein Erteilung für Haushalte in der Stadt"

func BenchmarkCheck(b *testing.B) {
	c := checker(b, Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Check(Name{Text: name60, Kind: Channel}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheckLargeLexicon shows that a check does not grow with the lexicon:
// ten thousand entries more.
func BenchmarkCheckLargeLexicon(b *testing.B) {
	lx, err := German()
	if err != nil {
		b.Fatal(err)
	}
	var p Pack
	for i := range 10_000 {
		p.Entries = append(p.Entries, Entry{Form: "Fachwort" + letters(i), Kind: Official, Source: "benchmark"})
	}
	if lx, err = lx.With(p); err != nil {
		b.Fatal(err)
	}
	c := checker(b, Options{Lexicon: lx})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Check(Name{Text: name60, Kind: Channel}); err != nil {
			b.Fatal(err)
		}
	}
}

// letters writes a number with a to j.
func letters(i int) string {
	s := ""
	for ; i > 0; i /= 10 {
		s += string(rune('a' + i%10))
	}
	return s
}

func BenchmarkSuggest(b *testing.B) {
	c := checker(b, Options{})
	b.ReportAllocs()
	for b.Loop() {
		if s, err := c.Suggest(Name{Text: "Arbeitsmarktintegration", Kind: Video}, 10); err != nil || len(s) != 10 {
			b.Fatal(len(s), err)
		}
	}
}

func BenchmarkGerman(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := German(); err != nil {
			b.Fatal(err)
		}
	}
}
