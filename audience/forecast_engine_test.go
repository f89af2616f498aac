package audience

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func testEngine(bands, channels int) engine {
	e := engine{bands: bands, net: split{math.Log(1.12), .5, .5}}
	for range bands {
		e.residents = append(e.residents, split{12000, 1000, 1000})
	}
	for i := range channels {
		e.groups = append(e.groups, []int{i})
		c := engineChannel{videos: 26, views: skewT{11, 1, 1.2, 10, 1.37}, local: split{-1.4, .8, .8}, replays: split{.2, .1, .2}, shape: split{math.Log(.6), .8, .7}, doubt: .5, nearby: .002}
		for range bands {
			c.users = append(c.users, split{6000, 1000, 1000})
			c.viewers = append(c.viewers, .9/float64(bands))
			c.target += .9 / float64(bands)
		}
		e.channels = append(e.channels, c)
	}
	return e
}

func TestQuantilesAreThoseOfTheSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-5, 5), nodes, nodes).Draw(t, "x")
		sorted := slices.Sorted(slices.Values(x))
		at := func(p float64) float64 { // Hyndman and Fan, type 5
			i := int(p)
			return sorted[i] + (p-float64(i))*(sorted[i+1]-sorted[i])
		}
		lo, mid, hi := quantiles(x)
		for _, c := range [][2]float64{{at(.1*nodes - .5), lo}, {sorted[30], mid}, {at(.9*nodes - .5), hi}} {
			if math.Abs(c[0]-c[1]) > 1e-12 {
				t.Fatalf("want %v, got %v", c[0], c[1])
			}
		}
	})
}

func BenchmarkEnginePoint(b *testing.B) {
	e := testEngine(8, 3)
	o := e.outcome()
	s := scores()
	p := latticePoint(7, &s)
	b.ReportAllocs()
	for b.Loop() {
		e.run(&p, &o)
	}
}
