package onepage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadHistory(t *testing.T) {
	posts, err := ReadHistory(strings.NewReader("\ufefftitle,published_at,views\n\"Wege, zum Job\",2024-06-03,1200\nzwei,2024-06-04T15:04:05+02:00,\n"), "")
	require.NoError(t, err)
	require.Len(t, posts, 2)
	assert.Equal(t, time.Date(2024, time.June, 3, 0, 0, 0, 0, time.UTC), posts[0].PublishedAt)
	assert.EqualValues(t, 1200, *posts[0].Views)
	assert.True(t, time.Date(2024, time.June, 4, 13, 4, 5, 0, time.UTC).Equal(posts[1].PublishedAt))
	assert.Nil(t, posts[1].Views, "an empty count is not known, not 0")

	posts, err = ReadHistory(strings.NewReader("channel,published_at\na,2024-06-03\nb,2024-06-04\na,2024-06-05\n"), "a")
	require.NoError(t, err)
	assert.Len(t, posts, 2, "of one channel")
}

// TestReadHistoryNamesTheLine: everything that is wrong, each with its line.
func TestReadHistoryNamesTheLine(t *testing.T) {
	for name, tt := range map[string]struct {
		text, channel string
		want          []string
	}{
		"empty":               {"", "", []string{"line 1"}},
		"no column":           {"date,views\n2024-06-03,5\n", "", []string{"line 1", "published_at"}},
		"header only":         {"published_at\n", "", []string{"no posts"}},
		"bad day":             {"published_at\n2024-06-03\n2024-13-01\n", "", []string{`line 3: published_at "2024-13-01"`}},
		"bad views":           {"published_at,views\n2024-06-03,-1\n2024-06-04,1.5\n", "", []string{`line 2: views "-1"`, `line 3: views "1.5"`}},
		"too few fields":      {"published_at,views\n2024-06-03\n2024-06-04,5\n2024-06-0x,5\n", "", []string{"line 2", "line 4"}},
		"broken quotes":       {"published_at\n2024-06-03\n\"2024-06-04\n", "", []string{"line 3"}},
		"quoted line breaks":  {"title,published_at\n\"a\nb\",2024-06-03\nc,x\n", "", []string{`line 4: published_at "x"`}},
		"several channels":    {"channel,published_at\na,2024-06-03\nb,2024-06-03\n", "", []string{"2 channels", "-channel"}},
		"channel not in file": {"channel,published_at\na,2024-06-03\n", "c", []string{`"c"`, "not in the file"}},
	} {
		posts, err := ReadHistory(strings.NewReader(tt.text), tt.channel)
		require.Error(t, err, name)
		assert.Nil(t, posts, name)
		for _, want := range tt.want {
			assert.Contains(t, err.Error(), want, name)
		}
	}
}

func TestReadHistoryCapsItsProblems(t *testing.T) {
	var b strings.Builder
	b.WriteString("published_at\n")
	for range 50 {
		b.WriteString("x\n")
	}
	_, err := ReadHistory(strings.NewReader(b.String()), "")
	require.Error(t, err)
	assert.Len(t, strings.Split(err.Error(), "\n"), maxProblems+1)
	assert.Contains(t, err.Error(), "and 30 more problems")
}

// FuzzReadHistory: any file gives posts or an error, never both, never neither;
// what is read is in the file and can be read again.
func FuzzReadHistory(f *testing.F) {
	for _, seed := range []string{"", "published_at\n2024-06-03\n", "published_at,views,channel\n2024-06-03T15:04:05Z,5,a\n", "\"", "published_at\n\"\n", "channel,published_at\n,\n"} {
		f.Add(seed, "")
		f.Add(seed, "a")
	}
	f.Fuzz(func(t *testing.T, text, channel string) {
		posts, err := ReadHistory(strings.NewReader(text), channel)
		if (err == nil) == (len(posts) == 0) {
			t.Fatalf("%d posts and error %v", len(posts), err)
		}
		var again strings.Builder
		again.WriteString("published_at,views\n")
		for _, p := range posts {
			views := ""
			if p.Views != nil {
				if *p.Views < 0 {
					t.Fatalf("%d views", *p.Views)
				}
				views = fmt.Sprint(*p.Views)
			}
			fmt.Fprintf(&again, "%s,%s\n", p.PublishedAt.Format(time.RFC3339), views)
		}
		if posts == nil {
			return
		}
		same, err := ReadHistory(strings.NewReader(again.String()), "")
		if err != nil || len(same) != len(posts) {
			t.Fatalf("%d posts, read again %d: %v", len(posts), len(same), err)
		}
	})
}
