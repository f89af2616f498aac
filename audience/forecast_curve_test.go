package audience

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

func TestCurveRisesAndSaturates(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19", "20-24"}, three...)
	p := planOf(model(t, weekly(t, 900, 1500, 700, 2000, 1100), ViewOptions{}), three...)
	videos := []int{1, 2, 4, 8, 16, 32, 64, 128}
	curve, err := target.Curve(p, 0, videos)
	require.NoError(t, err)
	steepest := 0.0
	for i := 1; i < len(curve); i++ {
		assert.GreaterOrEqual(t, curve[i].P10(), curve[i-1].P10(), videos[i])
		assert.Greater(t, curve[i].P50(), curve[i-1].P50(), videos[i])
		assert.GreaterOrEqual(t, curve[i].P90(), curve[i-1].P90(), videos[i])
		slope := (curve[i].P50() - curve[i-1].P50()) / float64(videos[i]-videos[i-1])
		steepest = max(steepest, slope)
		if i == len(curve)-1 {
			assert.Less(t, slope, steepest/2, "the last videos add less than others before")
		}
	}
	// The plan's own number of videos is on the curve.
	f, err := target.Forecast(p)
	require.NoError(t, err)
	at, err := target.Curve(p, 0, []int{52})
	require.NoError(t, err)
	closeTo(t, f.Reached.P50(), at[0].P50(), 1e-9)
}

func TestVideosForIsTheInverseOfTheCurve(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19"}, three[:1]...)
	p := planOf(model(t, nil, ViewOptions{}), three[:1]...)
	for _, people := range []float64{100, 800, 1500} {
		n, err := target.VideosFor(p, 0, people, .5)
		require.NoError(t, err)
		curve, err := target.Curve(p, 0, []int{max(n-1, 1), n})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, curve[1].P50(), people)
		if n > 1 {
			assert.Less(t, curve[0].P50(), people)
		}
		sure, err := target.VideosFor(p, 0, people, .8)
		require.NoError(t, err)
		assert.Greater(t, sure, n, "more certainty takes more videos")
	}
	_, err := target.VideosFor(p, 0, 6001, .5)
	require.ErrorIs(t, err, check.ErrLimit, "more than live there")
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		_, err := target.VideosFor(p, 0, bad, .5)
		require.Error(t, err)
	}
	_, err = target.VideosFor(p, 1, 100, .5)
	require.ErrorIs(t, err, check.ErrRange)
	_, err = target.VideosFor(p, 0, 100, measure.Share(math.NaN()))
	require.Error(t, err)
	_, err = target.Curve(p, -1, []int{0})
	require.ErrorContains(t, err, "/channel: -1")
}

func TestGain(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19", "20-24"}, three...)
	p := planOf(model(t, nil, ViewOptions{}), three...)
	two := p
	two.Channels = p.Channels[:2]
	gain, err := target.Gain(two, p)
	require.NoError(t, err)
	assert.GreaterOrEqual(t, gain.P10(), 0.0, "one more platform never reaches fewer")
	a, err := target.Forecast(two)
	require.NoError(t, err)
	b, err := target.Forecast(p)
	require.NoError(t, err)
	assert.Less(t, gain.P90(), b.Reached.P90()-a.Reached.P10(), "narrower than the difference of the ranges")
	same, err := target.Gain(p, p)
	require.NoError(t, err)
	assert.Zero(t, same.P10())
	assert.Zero(t, same.P90())
	_, err = target.Gain(Plan{}, p)
	require.ErrorContains(t, err, "/less/weeks")
}

func TestIncrementsAddUp(t *testing.T) {
	target := targetOf(t, 100_000, []string{"14-19", "20-24"}, three...)
	p := planOf(model(t, nil, ViewOptions{}), three...)
	increments, err := target.Increments(p)
	require.NoError(t, err)
	e, err := target.engine(p)
	require.NoError(t, err)
	o := e.outcome()
	e.run(&point{}, &o)
	want := o.reached[0] + o.reached[1]
	var stacked, shapley float64
	for _, i := range increments {
		stacked += i.Stacked
		shapley += i.Shapley
		assert.LessOrEqual(t, i.Unique, i.Shapley+1e-9)
	}
	closeTo(t, want, stacked, 1e-6)
	closeTo(t, want, shapley, 1e-6)
	// In each band the law of package reach gives the same.
	law := must(reach.NewNBD(math.Exp(e.net.mid)))
	var byLaw float64
	for b, n := range o.residents {
		shares := []float64{o.single[b] / n, o.single[2+b] / n, o.single[4+b] / n}
		byLaw += n * must(law.Increments(shares))[1].Shapley
	}
	closeTo(t, byLaw, increments[1].Shapley, 1e-6)
}
