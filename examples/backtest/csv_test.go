package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestReadVideos(t *testing.T) {
	got, err := readVideos(strings.NewReader("\xef\xbb\xbfviews,platform,channel,published_at,likes\n"+
		"12,tiktok,Kassel,2024-06-03T12:00:00+02:00,1\n,,\"Kassel, Stadt\",2024-06-04,\n"), false)
	require.NoError(t, err)
	require.Len(t, got, 2)
	require.Equal(t, video{"Kassel", "tiktok", got[0].At, 12, 2}, got[0])
	require.True(t, got[0].At.Equal(time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC)))
	require.Equal(t, video{"Kassel, Stadt", "", got[1].At, -1, 3}, got[1])
}

func TestReadVideosRefuses(t *testing.T) {
	const head = "channel,published_at,views\n"
	for in, want := range map[string]string{
		"":                                 "line 1: the file is empty",
		"channel,views\na,1\n":             `line 1: the column "published_at" is missing`,
		"channel,published_at,channel\n":   `line 1: the column "channel" occurs twice`,
		head:                               "line 2: no videos",
		head + "a,2024-06-03,1\n,x,1\n":    "line 3: channel is empty",
		head + "a,3.6.2024,1\n":            `line 2: published_at: "3.6.2024" cannot be read`,
		head + "a,2024-06-03,-1\n":         `line 2: views: "-1" is not a number of views`,
		head + "a,2024-06-03,1.5\n":        `line 2: views: "1.5" is not a number of views`,
		head + "a,2024-06-03,\n":           "line 2: views is empty",
		head + "a,2024-06-03\n":            "line 2: wrong number of fields",
		head + "a,2024-06-03,1\n\"a,b\n\n": "line 4: extraneous or missing \" in quoted-field",
	} {
		_, err := readVideos(strings.NewReader(in), true)
		require.ErrorContains(t, err, want, "%q", in)
	}
}

func TestByChannel(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2024, 6, day, 0, 0, 0, 0, time.UTC) }
	videos := []video{
		{Channel: "b", Platform: "x", At: at(3)},
		{Channel: "a", Platform: "y", At: at(9)},
		{Channel: "a", Platform: "x", At: at(5)},
		{Channel: "b", Platform: "x", At: at(1)},
	}
	got := byChannel(videos, time.Time{})
	require.Len(t, got, 3)
	require.Equal(t, "a", got[0].Channel)
	require.Equal(t, at(5), got[0].Until, "the latest of the platform")
	require.Equal(t, at(5), got[1].Until)
	require.Equal(t, at(1), got[1].Videos[0].At)
	require.Equal(t, at(9), got[2].Until)

	got = byChannel(videos, at(4))
	require.Len(t, got, 1, "later videos are left out")
	require.Equal(t, at(4), got[0].Until)
}

func FuzzReadVideos(f *testing.F) {
	f.Add("channel,published_at\na,2024-06-03\n")
	f.Add("channel,published_at,views,platform\n\"a\nb\",2024-06-03T12:00:00Z,5,x\n")
	f.Fuzz(func(t *testing.T, in string) {
		videos, err := readVideos(strings.NewReader(in), false)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.NotEmpty(t, videos)
		for _, v := range videos {
			require.NotEmpty(t, v.Channel)
			require.False(t, v.At.IsZero() && v.Line == 0)
		}
	})
}

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{nil, {"nonsense"}, {"continuity"}, {"continuity", "-in", "missing.csv"}, {"continuity", "-nonsense"}} {
		var stdout, stderr bytes.Buffer
		require.Equal(t, 2, run(args, &stdout, &stderr), args)
		require.Empty(t, stdout.String(), args)
		require.Contains(t, stderr.String(), "backtest", args)
	}
	var stdout, stderr bytes.Buffer
	require.Equal(t, 0, run([]string{"continuity", "-h"}, &stdout, &stderr))
	require.Contains(t, stderr.String(), "published_at")
}
