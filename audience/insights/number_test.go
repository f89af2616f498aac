package insights

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/measure"
)

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		n      Numbers
		in     string
		lo, hi float64
	}{
		{Plain, "17235", 17235, 17235},
		{Plain, "12100.0", 12100, 12100},
		{Plain, " 0 ", 0, 0},
		{German, "1.250", 1250, 1250},
		{German, "1.234.567", 1234567, 1234567},
		{German, "12,0", 12, 12},
		{German, "1,2 Tsd.", 1150, 1250},
		{German, "3 Mio.", 2_500_000, 3_500_000},
		{English, "18,400", 18400, 18400},
		{English, "1.2K", 1150, 1250},
		{English, "3M", 2_500_000, 3_500_000},
		{English, "12.0", 12, 12},
	} {
		got, err := c.n.count(c.in)
		require.NoError(t, err, "%d %q", c.n, c.in)
		lo, _ := got.Lo()
		hi, _ := got.Hi()
		assert.InDelta(t, c.lo, lo, 1e-6, c.in)
		assert.InDelta(t, c.hi, hi, 1e-6, c.in)
	}
	for _, in := range missing {
		got, err := Plain.count(in)
		require.NoError(t, err, in)
		assert.Equal(t, measure.Interval{}, got, in)
	}
	for _, c := range []struct {
		n  Numbers
		in string
	}{
		{Plain, "1.250"}, // 1250 or 1.25
		{Plain, "1.000"},
		{Plain, "1,250"},
		{Plain, "1.2K"},
		{Plain, "1.5"},
		{Plain, "-3"},
		{Plain, "1e5"},
		{Plain, "1.82E+16"},
		{Plain, "3. Apr"},
		{Plain, "17.юни"},
		{Plain, "many"},
		{Plain, "."},
		{Plain, "--1"},
		{Plain, "99999999999999999999999"},
		{Plain, "10000000000000"},
		{German, "1.25"},
		{German, "1234.567"},
		{German, ".567"},
		{German, "12.3456"},
		{German, "1,250.5"},
		{German, "12,5"},
		{English, "1,25"},
		{English, "1.250,5"},
		{English, "K"},
	} {
		_, err := c.n.count(c.in)
		require.Error(t, err, "%d %q", c.n, c.in)
	}
}

func TestDifferencesAndDecimals(t *testing.T) {
	got, err := German.difference("-1.250")
	require.NoError(t, err)
	lo, _ := got.Lo()
	assert.InDelta(t, -1250, lo, 0)
	got, err = German.decimal("1.250,75")
	require.NoError(t, err)
	lo, _ = got.Lo()
	assert.InDelta(t, 1250.75, lo, 0)
	_, err = Plain.decimal("-0.5")
	require.Error(t, err)
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"1.250", "1,2 Tsd.", "-", "1e9", "3. Apr", ".", "-.", "1.2.3", "K", "-1K", "0.0"} {
		f.Add(s, uint8(German))
	}
	f.Fuzz(func(t *testing.T, s string, n uint8) {
		for _, parse := range []func(string) (measure.Interval, error){Numbers(n % 3).count, Numbers(n % 3).difference, Numbers(n % 3).decimal, parseClock} {
			i, err := parse(s)
			if err != nil {
				assert.Equal(t, measure.Interval{}, i)
			}
		}
		if m, err := parseMonthDay(s); err != nil {
			assert.Equal(t, monthDay{}, m)
		}
		if d, err := parseDay(s); err != nil {
			assert.True(t, d.IsZero())
		}
	})
}

func TestClock(t *testing.T) {
	for in, want := range map[string]float64{"0:00:41": 41, "1:02:03": 3723, "2:05": 125, "0:59": 59, "100:00:00": 360_000} {
		got, err := parseClock(in)
		require.NoError(t, err, in)
		lo, _ := got.Lo()
		assert.InDelta(t, want, lo, 0, in)
	}
	for _, in := range []string{"41", "0:60", "0:5", "1:2:3:4", "1:-5", "0:00:", "12345:00", "a:00"} {
		_, err := parseClock(in)
		require.Error(t, err, in)
	}
}

func TestMonthDays(t *testing.T) {
	for in, want := range map[string]monthDay{
		"February 28": {2, 28}, "28. Februar": {2, 28}, "März 1": {3, 1}, "31. Dezember": {12, 31}, "Sep 9": {9, 9},
	} {
		got, err := parseMonthDay(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, got, in)
	}
	for _, in := range []string{"February 32", "February 0", "Februar", "28.2.", "Smarch 1", "May +1", "May 001"} {
		_, err := parseMonthDay(in)
		require.Error(t, err, in)
	}
	d := measure.MustDate("2026-02-28")
	for in, want := range map[monthDay][2]string{
		{2, 28}:  {"2026-02-28", "2026-02-28"},
		{3, 1}:   {"2025-03-01", "2026-03-01"},
		{2, 27}:  {"2026-02-27", "2027-02-27"},
		{2, 29}:  {"2024-02-29", "2028-02-29"},
		{2, 30}:  {"no date", "no date"},
		{12, 31}: {"2025-12-31", "2026-12-31"},
	} {
		before, _ := in.onOrBefore(d)
		after, _ := in.onOrAfter(d)
		assert.Equal(t, want, [2]string{before.String(), after.String()})
	}
}

// Whether a page rounds or cuts off, the true count is in the range.
func TestRoundedCountHoldsTheTruth(t *testing.T) {
	for _, truth := range []float64{0, 9_999, 10_000, 17_235, 99_951, 999_949, 1_000_000, 1_260_000, 2_349_999, 12_345_678} {
		step := 1.0
		if truth >= 10_000 {
			step = 100
		}
		if truth >= 1_000_000 {
			step = 100_000
		}
		for _, shown := range []float64{math.Round(truth/step) * step, math.Floor(truth/step) * step} {
			i, err := measure.NewInterval(shown, shown)
			require.NoError(t, err)
			assert.True(t, roundedCount(i).Contains(truth), "%v shown as %v", truth, shown)
		}
	}
	assert.Equal(t, measure.Interval{}, roundedCount(measure.Interval{}))
}
