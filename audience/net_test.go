package audience_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

func netParts(people ...measure.People) []audience.NetPart {
	names := []string{"TikTok", "Instagram", "YouTube", "Facebook", "X", "Threads"}
	var parts []audience.NetPart
	for i, p := range people {
		parts = append(parts, audience.NetPart{Name: names[i], People: p})
	}
	return parts
}

func netCodes(n audience.NetReach) string {
	var codes []string
	for _, r := range n.Reasons {
		codes = append(codes, strings.TrimPrefix(r.Code(), "audience.net."))
	}
	return strings.Join(codes, " ")
}

// The one published union: Video Trends 2025. It was used to calibrate, so giving it
// back is no prediction; independence would say 47.8 million.
func TestNetGermany2025(t *testing.T) {
	q := audience.NetQuestion{Population: 70_100_000, Parts: netParts(17_500_000, 27_700_000, 21_000_000)}
	n, err := audience.Net(q)
	require.NoError(t, err)
	closeTo(t, 41.6e6, n.Net.P50(), 0.05e6)
	assert.Equal(t, measure.Assumed, n.Net.Evidence())
	assert.Equal(t, reach.SharedActivity, n.Assumption)
	assert.Equal(t, measure.People(66_200_000), n.Gross)
	assert.Equal(t, "video-trends-2025", n.Net.Sources()[0].Key)

	q.Assumption = reach.Independence
	n, err = audience.Net(q)
	require.NoError(t, err)
	closeTo(t, 47.8e6, n.Net.P50(), 0.05e6)
	assert.Equal(t, n.Net.P10(), n.Net.P90())
	assert.Equal(t, "gross bounds independence evidence", netCodes(n))
}

// What the doc of NetShape says about its range. ARD/ZDF weekly use from 14: 2024
// Instagram 37, Facebook 33, TikTok 19, Snapchat 13, any social network 60 %; 2025
// Instagram 40, Facebook 31, TikTok 20 (Snapchat as in 2024), any 63 %. Any network
// holds more than the four, so these are upper limits of the shape.
func TestNetShapeAndWhatItStandsOn(t *testing.T) {
	shape := audience.NetShape()
	require.True(t, shape.Known())
	const people = 70.1
	for _, c := range []struct {
		reaches     []float64
		union, want float64
	}{
		{[]float64{27.7 / people, 21.0 / people, 17.5 / people}, 41.6 / people, 1.12},
		{[]float64{27.7 / people, 21.0 / people, 17.5 / people}, 41.6/people - 0.02, 0.84},
		{[]float64{27.7 / people, 21.0 / people, 17.5 / people}, 41.6/people + 0.02, 1.56},
		{[]float64{0.37, 0.33, 0.19, 0.13}, 0.60, 1.08},
		{[]float64{0.40, 0.31, 0.20, 0.13}, 0.63, 1.47},
	} {
		law, err := reach.FitUnion(c.reaches, c.union)
		require.NoError(t, err)
		closeTo(t, c.want, law.Shape(), 0.006)
		assert.True(t, shape.P10() < law.Shape() && law.Shape() < shape.P90(), "%v in %v", law.Shape(), shape)
	}
}

func TestNet(t *testing.T) {
	pairs := []audience.NetPair{{A: "TikTok", B: "Instagram", Both: 12_000}, {A: "YouTube", B: "TikTok", Both: 6_000}, {A: "Instagram", B: "YouTube", Both: 8_000}}
	own, err := measure.NewEstimate(1, 2, 3, measure.Measured)
	require.NoError(t, err)
	for _, c := range []struct {
		name   string
		q      audience.NetQuestion
		lo, hi float64
		known  bool // a point is given
		codes  string
	}{
		{"three of a city", audience.NetQuestion{Population: 200_000, Parts: netParts(20_000, 20_000, 20_000)}, 20_000, 60_000, true, "gross bounds activity calibration evidence"},
		{"own shape", audience.NetQuestion{Population: 200_000, Parts: netParts(20_000, 20_000, 20_000), Shape: own}, 20_000, 60_000, true, "gross bounds activity evidence"},
		{"followers", audience.NetQuestion{Counts: audience.NetFollowers, Parts: netParts(50_000, 32_000)}, 50_000, 82_000, false, "followers gross bounds unknown"},
		{"more than there are", audience.NetQuestion{Population: 25_000, Parts: netParts(20_000, 20_000)}, 20_000, 25_000, true, "gross capped activity calibration evidence"},
		{"one pair settles two", audience.NetQuestion{Parts: netParts(20_000, 20_000), Pairs: []audience.NetPair{{A: "Instagram", B: "TikTok", Both: 5_000}}}, 35_000, 35_000, true, "gross exact"},
		{"one platform", audience.NetQuestion{Parts: netParts(20_000)}, 20_000, 20_000, true, ""},
		{"nobody", audience.NetQuestion{Counts: audience.NetFollowers, Parts: netParts(0, 0)}, 0, 0, true, "followers gross exact"},
		// Oracle bounds-02 in people: 30, 40, 20 of 100 with pairs 12, 6, 8.
		{"three pairs", audience.NetQuestion{Population: 100_000, Parts: netParts(30_000, 40_000, 20_000), Pairs: pairs}, 64_000, 70_000, true, "gross pairs activity calibration held evidence"},
		{"four platforms", audience.NetQuestion{Population: 100_000, Parts: netParts(30_000, 40_000, 20_000, 10_000), Pairs: pairs}, 64_000, 80_000, true, "gross pairs valid activity calibration held evidence"},
		{"a town of 40", audience.NetQuestion{Population: 40, Parts: netParts(3, 2)}, 3, 5, true, "gross bounds activity calibration evidence"},
	} {
		n, err := audience.Net(c.q)
		require.NoError(t, err, c.name)
		lo, _ := n.Bounds.Lo()
		hi, _ := n.Bounds.Hi()
		assert.Equal(t, c.lo, lo, c.name)
		assert.Equal(t, c.hi, hi, c.name)
		assert.Equal(t, c.known, n.Net.Known(), c.name)
		assert.Equal(t, c.codes, netCodes(n), c.name)
		if c.known {
			assert.True(t, lo <= n.Net.P10() && n.Net.P90() <= hi, "%s: %v in %v..%v", c.name, n.Net, lo, hi)
		}
		for _, r := range n.Reasons {
			require.NoError(t, r.Verify(), c.name)
			for _, l := range reason.Langs() {
				assert.NotContains(t, r.In(l), "{", c.name)
			}
		}
		text, err := json.Marshal(n)
		require.NoError(t, err, c.name)
		assert.Equal(t, !c.known, strings.Contains(string(text), `"net":null`), c.name)
	}
}

// A forecast's figures stay a forecast's, also where they leave no choice.
func TestNetIsNoBetterThanItsParts(t *testing.T) {
	for _, e := range []measure.Evidence{measure.Estimated, measure.Assumed} {
		n, err := audience.Net(audience.NetQuestion{Parts: netParts(20_000), Evidence: e})
		require.NoError(t, err)
		assert.Equal(t, e, n.Net.Evidence())
		n, err = audience.Net(audience.NetQuestion{Population: 50_000, Parts: netParts(20_000, 9_000), Evidence: e})
		require.NoError(t, err)
		assert.Contains(t, n.Reasons[len(n.Reasons)-1].In(reason.English), "are "+e.String()+";")
	}
}

// What the caller knows wins over the assumption, which only chooses inside it.
func TestNetHoldsThePointInsideTheBounds(t *testing.T) {
	q := audience.NetQuestion{
		Population: 100_000, Parts: netParts(30_000, 40_000, 20_000), Assumption: reach.SharedActivity,
		Pairs: []audience.NetPair{{A: "TikTok", B: "Instagram", Both: 0}, {A: "TikTok", B: "YouTube", Both: 0}, {A: "Instagram", B: "YouTube", Both: 0}},
	}
	n, err := audience.Net(q)
	require.NoError(t, err)
	assert.Equal(t, 90_000.0, n.Net.P50())
	assert.Equal(t, "gross exact", netCodes(n))
	q.Pairs = q.Pairs[:2] // now 30,000 apart from a union of 40,000 to 60,000
	n, err = audience.Net(q)
	require.NoError(t, err)
	assert.Equal(t, 70_000.0, n.Net.P50(), "the assumption alone says 58,000")
	assert.Contains(t, netCodes(n), "held")
	assert.Empty(t, n.Increments)
}

func TestNetRefuses(t *testing.T) {
	shape, err := measure.NewEstimate(0, 1, 2, measure.Assumed)
	require.NoError(t, err)
	for _, c := range []struct {
		q    audience.NetQuestion
		kind error
		text string
	}{
		{audience.NetQuestion{}, check.ErrRequired, "/parts"},
		{audience.NetQuestion{Parts: make([]audience.NetPart, 65)}, check.ErrLimit, "/parts"},
		{audience.NetQuestion{Parts: []audience.NetPart{{Name: " ", People: 1}}}, check.ErrRequired, "/parts/0/name"},
		{audience.NetQuestion{Parts: append(netParts(1, 2), netParts(3)...)}, check.ErrDuplicate, `/parts/2/name: "TikTok"`},
		{audience.NetQuestion{Parts: netParts(5, -1)}, check.ErrRange, "/parts/1/people: -1"},
		{audience.NetQuestion{Parts: netParts(5, math.MaxInt64)}, check.ErrRange, "/parts/1/people"},
		{audience.NetQuestion{Population: 40, Parts: netParts(5, 41)}, check.ErrRange, "/parts/1/people: 41 is out of range: want a number of people from 0 to the population of 40"},
		{audience.NetQuestion{Population: -1, Parts: netParts(5)}, check.ErrRange, "/population"},
		{audience.NetQuestion{Parts: netParts(5), Counts: 9}, check.ErrUnknown, "/counts"},
		{audience.NetQuestion{Parts: netParts(5), Evidence: 9}, check.ErrUnknown, "/evidence"},
		{audience.NetQuestion{Parts: netParts(5), Assumption: 9}, check.ErrUnknown, "/assumption"},
		{audience.NetQuestion{Parts: netParts(5), Shape: shape}, check.ErrRange, "/shape"},
		{audience.NetQuestion{Parts: netParts(5, 5), Pairs: []audience.NetPair{{A: "TikTok", B: "MySpace", Both: 1}}}, check.ErrUnknown, `/pairs/0/b: "MySpace"`},
		{audience.NetQuestion{Parts: netParts(5, 5), Pairs: []audience.NetPair{{A: "TikTok", B: "TikTok", Both: 1}}}, check.ErrDuplicate, "/pairs/0/b"},
		{audience.NetQuestion{Parts: netParts(5, 5), Pairs: []audience.NetPair{{A: "TikTok", B: "Instagram", Both: 1}, {A: "Instagram", B: "TikTok", Both: 1}}}, check.ErrDuplicate, "/pairs/1"},
		{audience.NetQuestion{Population: 8, Parts: netParts(5, 5), Pairs: []audience.NetPair{{A: "TikTok", B: "Instagram", Both: 1}}}, check.ErrRange, "/pairs/0/both: 1 is out of range: want from 2 to 5 people"},
		{audience.NetQuestion{Parts: netParts(400, 400, 400), Pairs: []audience.NetPair{{A: "TikTok", B: "Instagram", Both: 350}, {A: "TikTok", B: "YouTube", Both: 350}, {A: "Instagram", B: "YouTube", Both: 50}}}, check.ErrConflict, `"TikTok, Instagram and YouTube"`},
	} {
		_, err := audience.Net(c.q)
		require.ErrorIs(t, err, c.kind, "%+v", c.q)
		assert.ErrorContains(t, err, c.text)
	}
}

// The invariants of a union, whatever is asked.
func TestNetProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := audience.NetQuestion{Population: measure.People(rapid.Int64Range(1, 1_000_000).Draw(t, "population"))}
		people := rapid.SliceOfN(rapid.Int64Range(0, int64(q.Population)), 1, 6).Draw(t, "people")
		largest := 0.0
		for _, p := range people {
			q.Parts = append(q.Parts, netParts(measure.People(p))[0])
			q.Parts[len(q.Parts)-1].Name += strings.Repeat("+", len(q.Parts))
			largest = max(largest, float64(p))
		}
		n, err := audience.Net(q)
		require.NoError(t, err)
		lo, _ := n.Bounds.Lo()
		hi, _ := n.Bounds.Hi()
		assert.Equal(t, largest, lo)
		assert.Equal(t, float64(min(n.Gross, q.Population)), hi)
		assert.True(t, lo <= n.Net.P10() && n.Net.P90() <= hi, "%v in %v", n.Net, n.Bounds)
		sum := 0.0
		for i, p := range n.Increments {
			assert.True(t, 0 <= p.Unique && p.Unique <= p.Shapley+1e-6 && p.Shapley <= float64(people[i])+1e-6, "%+v", p)
			sum += p.Shapley
		}
		if len(n.Increments) > 0 {
			assert.InDelta(t, n.Net.P50(), sum, 1e-6*(1+n.Net.P50()), "the shares add up")
		}
		_, err = json.Marshal(n)
		require.NoError(t, err)
	})
}

// The 25 channels of a state chancellery are no problem; only the increments, which
// look at every subset, are left out.
func TestNetOfManyChannels(t *testing.T) {
	q := audience.NetQuestion{Population: 4_000_000}
	for i := range 25 {
		q.Parts = append(q.Parts, audience.NetPart{Name: strings.Repeat("+", i+1), People: 10_000})
	}
	n, err := audience.Net(q)
	require.NoError(t, err)
	assert.True(t, 10_000 < n.Net.P10() && n.Net.P90() < 250_000, "%v", n.Net)
	assert.Empty(t, n.Increments)
}

func TestNetCountText(t *testing.T) {
	var c audience.NetCount
	require.NoError(t, c.UnmarshalText([]byte("followers")))
	assert.Equal(t, audience.NetFollowers, c)
	_, err := audience.NetCount(0).MarshalText()
	require.ErrorIs(t, err, check.ErrUnknown)
}

func FuzzNet(f *testing.F) {
	f.Add([]byte(`{"parts":[{"name":"Facebook","people":50000},{"name":"Instagram","people":32000}],"counts":"followers"}`))
	f.Add([]byte(`{"population":40,"parts":[{"name":"a","people":3},{"name":"b","people":2}],"pairs":[{"a":"a","b":"b","both":1}],"shape":{"p10":1,"p50":1,"p90":1,"evidence":"assumed","sources":[]}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		q, err := check.Decode[audience.NetQuestion](strings.NewReader(string(text)))
		if err != nil {
			return
		}
		n, err := audience.Net(q)
		if err != nil {
			return
		}
		_, err = json.Marshal(n)
		require.NoError(t, err)
	})
}

func BenchmarkNet(b *testing.B) {
	q := audience.NetQuestion{Population: 200_000, Parts: netParts(20_000, 20_000, 20_000)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := audience.Net(q); err != nil {
			b.Fatal(err)
		}
	}
}
