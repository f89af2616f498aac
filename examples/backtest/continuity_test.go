package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// weeksFile writes channels as rows of weeks from Monday 1 January 2024: a 1 is
// a video on Wednesday.
func weeksFile(t *testing.T, channels map[string]string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("channel,platform,published_at,views\n")
	start := time.Date(2024, 1, 3, 12, 0, 0, 0, time.UTC)
	for name, pattern := range channels { // the order of rows does not matter
		for i, c := range pattern {
			if c == '1' {
				fmt.Fprintf(&b, "%s,tiktok,%s,\n", name, start.AddDate(0, 0, 7*i).Format(time.RFC3339))
			}
		}
	}
	path := filepath.Join(t.TempDir(), "channels.csv")
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o600))
	return path
}

// judge runs the command and reads the last line.
func judge(t *testing.T, args ...string) (continuityResult, string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.NoError(t, runContinuity(args, &stdout, &stderr))
	require.Empty(t, stderr.String())
	lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
	var result continuityResult
	decoder := json.NewDecoder(strings.NewReader(lines[len(lines)-1]))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&result))
	return result, stdout.String()
}

// Worked by hand: one channel with 14 kept weeks and 16 silent ones, observed until a week later.
// Cuts after 13, 17 weeks (21 would need 33 complete weeks). True shares 1/12 and 0.
func TestContinuityByHand(t *testing.T) {
	path := weeksFile(t, map[string]string{
		"a":     strings.Repeat("1", 14) + strings.Repeat("0", 16),
		"short": strings.Repeat("0", 20) + "1",
	})
	got, text := judge(t, "-in", path, "-until", "2024-07-29T00:00:00+02:00") // Monday of week 30
	require.Equal(t, 1, got.Channels)
	require.Equal(t, 2, got.Forecasts)
	require.Contains(t, text, "1 channels, 1 left out with fewer than 26 weeks; 2 forecasts of 12 weeks")
	m := got.Models
	near(t, ((11.0/12)+(9.0/12))/2, m.Last12.MAE, "last12: 12/12 against 1/12, 9/12 against 0")
	near(t, ((121.0+81)/144)/2, m.Last12.MSE, "last12")
	near(t, ((11.0/12)+(9.0/12))/2, m.Last12.ECE, "both forecasts are too high, in two bins")
	near(t, ((1-1.0/12)+14.0/17)/2, m.Lifetime.MAE, "lifetime: 13/13 against 1/12, 14/17 against 0")
	d := math.Exp2(-1.0 / 8)
	sum, all := 0.0, 0.0
	for i := range 17 {
		all += math.Pow(d, float64(i))
		if i >= 3 {
			sum += math.Pow(d, float64(i))
		}
	}
	near(t, (11.0/12+sum/all)/2, m.EWMA8.MAE, "ewma8")
	require.Less(t, m.Hochkant.MSE, m.Last12.MSE)
	require.Greater(t, m.BGBB.MSE, 0.0)
}

func near(t *testing.T, want, got float64, what string) {
	t.Helper()
	require.False(t, math.IsNaN(got), what)
	require.LessOrEqual(t, math.Abs(want-got), 1e-9, "%s: want %v, got %v", what, want, got)
}

// The last line is exactly the agreed form, and the same on every run.
func TestContinuityLastLine(t *testing.T) {
	path := weeksFile(t, map[string]string{"a": strings.Repeat("1101", 12), "b": strings.Repeat("1", 48), "c": strings.Repeat("10", 24)})
	_, first := judge(t, "-in", path)
	_, again := judge(t, "-in", path)
	require.Equal(t, first, again)
	lines := strings.Split(strings.TrimSpace(first), "\n")
	require.Regexp(t, `^\{"channels":3,"forecasts":18,"models":\{"hochkant":\{"mae":[^}]*,"mse":[^}]*,"ece":[^}]*\},"last12":\{[^}]*\},"lifetime":\{[^}]*\},"ewma8":\{[^}]*\},"bgbb":\{[^}]*\}\}\}$`, lines[len(lines)-1])

	_, fitted := judge(t, "-in", path, "-fit", "-folds", "3")
	require.Contains(t, fitted, `"keep"`)
	require.NotEqual(t, first, fitted)
}

func TestContinuityRefuses(t *testing.T) {
	path := weeksFile(t, map[string]string{"a": strings.Repeat("1", 40)})
	bad := filepath.Join(t.TempDir(), "bad.csv")
	require.NoError(t, os.WriteFile(bad, []byte("channel,published_at\na,2024-06-03\na,yesterday\n"), 0o600))
	old := filepath.Join(t.TempDir(), "old.csv")
	require.NoError(t, os.WriteFile(old, []byte("channel,published_at\na,1969-06-03\na,2024-06-03\n"), 0o600))
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "want -in FILE"},
		{[]string{"-in", path, "more"}, "want -in FILE"},
		{[]string{"-in", path, "-until", "soon"}, `-until: "soon" cannot be read`},
		{[]string{"-in", path, "-zone", "Kassel"}, `-zone: "Kassel" is not known`},
		{[]string{"-in", path, "-folds", "2"}, "-folds: 2 is out of range"},
		{[]string{"-in", path, "-until", "2024-02-01"}, "none of 1 channels was observed for 26 weeks"},
		{[]string{"-in", bad}, `bad.csv: line 3: published_at: "yesterday"`},
		{[]string{"-in", old}, `channel "a": /posts/0/at`},
	} {
		var stdout, stderr bytes.Buffer
		require.ErrorContains(t, runContinuity(c.args, &stdout, &stderr), c.want)
		require.Empty(t, stdout.String())
	}
}
