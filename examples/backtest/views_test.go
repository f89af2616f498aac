package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "videos.csv")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// judgeViews runs the command and reads its last line.
func judgeViews(t *testing.T, args ...string) (result viewsResult, stderr string) {
	t.Helper()
	var stdout, remarks bytes.Buffer
	require.NoError(t, runViews(args, &stdout, &remarks))
	lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
	decoder := json.NewDecoder(strings.NewReader(lines[len(lines)-1]))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&result))
	return result, remarks.String()
}

// simulatedChannels draws channels whose level drifts, most of whose videos are
// much alike, and a few not, as on real channels.
func simulatedChannels(channels, videos int) string {
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	b.WriteString("channel,published_at,views\n")
	phi := math.Exp(-1.0 / 40)
	for c := range channels {
		mean, spread := 8+1.2*r.NormFloat64(), .8+.5*r.Float64()
		d, at := spread*r.NormFloat64(), time.Date(2023, 1, 2, 12, 0, 0, 0, time.UTC)
		for range videos {
			d = phi*d + spread*math.Sqrt(1-phi*phi)*r.NormFloat64()
			e := .8 * r.NormFloat64()
			if r.IntN(10) == 0 { // one in ten is out of the ordinary, more often a hit
				e = .5 + 2*r.NormFloat64()
			}
			at = at.Add(time.Duration(24*7*r.ExpFloat64()) * time.Hour)
			fmt.Fprintf(&b, "c%d,%s,%.0f\n", c, at.Format(time.RFC3339), math.Exp(mean+d+spread*e)+1)
		}
	}
	return b.String()
}

func TestViewsOnSimulatedChannels(t *testing.T) {
	got, _ := judgeViews(t, "-in", write(t, simulatedChannels(30, 120)))
	assert.Equal(t, 30, got.Channels)
	assert.Equal(t, 30*16, got.Forecasts, "after 5, 12 ... 110 of 120 videos")
	require.Len(t, got.Models, 3)
	h := got.Models["hochkant"]
	// 480 forecasts of 30 channels: the shares have a standard error of about .03.
	assert.True(t, .72 <= h.Next80 && h.Next80 <= .88, h)
	assert.True(t, .72 <= h.Total80 && h.Total80 <= .88, h)
	for _, name := range []string{"own", "ewma8"} {
		assert.Less(t, h.PinballTotal, got.Models[name].PinballTotal, name)
		assert.Less(t, got.Models[name].Total80, h.Total80, "independent videos promise too narrow a total")
	}
}

// Two counts by turns: mean and spread of the baseline are known by hand.
func TestBaselineByHand(t *testing.T) {
	var b strings.Builder
	b.WriteString("published_at,views,channel\n")
	for i := range 15 {
		fmt.Fprintf(&b, "2024-01-%02d,%d,a\n", i+1, []int{100, 10000}[i%2])
	}
	got, _ := judgeViews(t, "-in", write(t, b.String()))
	assert.Equal(t, 1, got.Forecasts)
	// After five videos (three of 100, two of 10,000): mean ln = ln 100 + .4 ln 100,
	// sd = ln 100 * sqrt(.3); the sixth has 10,000, .6 ln 100 above the mean.
	unit := math.Log(100)
	sd := unit * math.Sqrt(.3*1.2)
	d := 1.2815515655446004 * sd
	want := pinball(.6*unit, [3]float64{-d, 0, d})
	assert.InEpsilon(t, want, got.Models["own"].PinballNext, 1e-9)
	assert.Equal(t, 1.0, got.Models["own"].Next80)
}

func TestPinball(t *testing.T) {
	assert.InEpsilon(t, (.1*3+.5*2+.9*1)/3, pinball(4, [3]float64{1, 2, 3}), 1e-12)
	assert.InEpsilon(t, (.9*1+.5*2+.1*3)/3, pinball(0, [3]float64{1, 2, 3}), 1e-12)
}

func TestViewsPassesOverWhatIsNotCounted(t *testing.T) {
	text := simulatedChannels(1, 20)
	want, _ := judgeViews(t, "-in", write(t, text))
	got, remark := judgeViews(t, "-in", write(t, text+"c0,2030-01-01,0\nc0,2030-01-02,\n"))
	assert.Equal(t, want, got)
	assert.Contains(t, remark, "2 videos")
	_, remark = judgeViews(t, "-in", write(t, text+"c0,2030-01-01,0\n"), "-until", "2029-01-01")
	assert.Empty(t, remark, "videos after -until do not count")
}

func TestViewsRefuses(t *testing.T) {
	for name, c := range map[string]struct{ args, text, want string }{
		"no file":    {"", "", "want -in FILE"},
		"too few":    {"-in", "channel,published_at,views\na,2024-01-01,5\n", "no channel has 15 videos with views"},
		"no column":  {"-in", "channel,published_at\na,2024-01-01\n", "no channel has 15 videos with views"},
		"bad count":  {"-in", "channel,published_at,views\na,2024-01-01,many\n", `line 2: views: "many"`},
		"bad time":   {"-in", "channel,published_at,views\na,yesterday,3\n", "line 2: published_at"},
		"absurd one": {"-in", "channel,published_at,views\n" + strings.Repeat("a,2024-01-01,9000000000000000000\n", 15), "10^12"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			var args []string
			if c.args != "" {
				args = []string{c.args, write(t, c.text)}
			}
			err := runViews(args, &stdout, &stderr)
			require.ErrorContains(t, err, c.want)
			assert.Empty(t, stdout.String(), "nothing half printed")
		})
	}
}
