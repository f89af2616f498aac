package rhythm

import "testing"

// three is a team of three with leave, sickness and a stock: the usual case.
func three() Plan {
	return Plan{
		Team:  Team{Members: []Member{{Name: "Redaktion", People: 3, Hours: 8}}, Absence: TypicalAbsence()},
		Video: Typical("tiktok"), Stock: Stock{2, 4},
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(three()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOutlookDirect(b *testing.B) {
	p := three()
	p.Stock = Stock{}
	m := model(b, p)
	b.ReportAllocs()
	for b.Loop() {
		m.outlook(Weekly(2))
	}
}

func BenchmarkOutlookStocked(b *testing.B) {
	m := model(b, three())
	b.ReportAllocs()
	for b.Loop() {
		m.outlook(Weekly(2))
	}
}

func BenchmarkBest(b *testing.B) {
	m := model(b, three())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Best(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBestWithoutStock(b *testing.B) {
	p := three()
	p.Stock = Stock{}
	m := model(b, p)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Best(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAway(b *testing.B) {
	m := model(b, three())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Away(Weekly(1), "", 6); err != nil {
			b.Fatal(err)
		}
	}
}
