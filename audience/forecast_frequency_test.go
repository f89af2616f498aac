package audience

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience/reach"
)

func TestLawOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := math.Exp(rapid.Float64Range(math.Log(.02), math.Log(50)).Draw(t, "ln k"))
		mean := math.Exp(rapid.Float64Range(-8, 4).Draw(t, "ln mean"))
		law := must(reach.NewNBD(k))
		got, x := lawOf(mean, law.Reach(mean))
		if back := must(reach.NewNBD(got)).Reach(mean); math.Abs(back-law.Reach(mean)) > 1e-3*law.Reach(mean) || math.Abs(x*got-mean) > 1e-9*mean {
			t.Fatalf("k %v mean %v: got k %v, reach %v instead of %v", k, mean, got, back, law.Reach(mean))
		}
	})
	k, x := lawOf(0, 0)
	assert.False(t, math.IsNaN(k) || math.IsNaN(x))
}

func TestFrequencyIsTheLawsKPlus(t *testing.T) {
	r := runs{}
	for j := range nodes {
		r.residents[j], r.reached[j], r.exposures[j] = 1000, 400+float64(j), 2000
	}
	got := r.frequency()
	for j := range nodes {
		k, _ := lawOf(2, r.reached[j]/1000)
		law := must(reach.NewNBD(k))
		for i, times := range frequencyClasses {
			closeTo(t, 1000*law.KPlus(2, times), got[i][j], 1e-6, times)
		}
	}
}
