package onepage

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
)

// maxProblems is how many malformed lines are named before the rest is counted.
const maxProblems = 20

// ReadHistory reads the posts of one channel from CSV with a header line:
// published_at (2024-06-03 or 2024-06-03T15:04:05Z) and optionally channel and
// views, other columns are passed over. An empty views is not known. With
// several channels in the file one must be named. Malformed lines are errors
// that name the line; all of them are reported.
func ReadHistory(r io.Reader, channel string) ([]strategy.Post, error) {
	in := csv.NewReader(r)
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("line 1: %w: want a header line with published_at", err)
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	at, of, views := slices.Index(header, "published_at"), slices.Index(header, "channel"), slices.Index(header, "views")
	if at < 0 {
		return nil, fmt.Errorf("line 1: %q: want a header line with published_at", strings.Join(header, ","))
	}
	var posts []strategy.Post
	var problems []error
	channels := map[string]bool{}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			problems = append(problems, err)
			if row == nil {
				break // the quoting is broken: what follows is not lines any more
			}
			continue
		}
		line, _ := in.FieldPos(0)
		if of >= 0 {
			channels[row[of]] = true
			if channel != "" && row[of] != channel {
				continue
			}
		}
		post, err := readPost(row, at, views)
		if err != nil {
			problems = append(problems, fmt.Errorf("line %d: %w", line, err))
			continue
		}
		posts = append(posts, post)
	}
	if len(problems) > maxProblems {
		problems = append(problems[:maxProblems], fmt.Errorf("and %d more problems", len(problems)-maxProblems))
	}
	switch {
	case len(problems) > 0:
		return nil, errors.Join(problems...)
	case channel == "" && len(channels) > 1:
		return nil, fmt.Errorf("%d channels: name one with -channel", len(channels))
	case len(posts) == 0 && channel != "":
		return nil, fmt.Errorf("channel %q: not in the file", channel)
	case len(posts) == 0:
		return nil, errors.New("no posts below the header line")
	}
	return posts, nil
}

func readPost(row []string, at, views int) (strategy.Post, error) {
	var post strategy.Post
	t, err := time.Parse(time.RFC3339, row[at])
	if err != nil {
		if t, err = time.Parse(time.DateOnly, row[at]); err != nil {
			return post, fmt.Errorf("published_at %q: want 2024-06-03 or 2024-06-03T15:04:05Z", row[at])
		}
	}
	post.PublishedAt = t
	if views >= 0 && row[views] != "" {
		n, err := strconv.ParseInt(row[views], 10, 64)
		if err != nil || n < 0 {
			return post, fmt.Errorf("views %q: want a whole number from 0, or nothing where it is not known", row[views])
		}
		post.Views = &n
	}
	return post, nil
}

// addHistory gives the posts of a file to the first channel on an interest feed
// of the brief of the common page, and returns the day of the last one. Of
// several bodies alike it cannot know whose they are.
func addHistory(own bool, briefs []strategy.Brief, file, channel string) (measure.Date, error) {
	if !own && len(briefs) > 1 {
		return measure.Date{}, errors.New("the case has several briefs: give the one that the history belongs to with -brief")
	}
	f, err := os.Open(file)
	if err != nil {
		return measure.Date{}, err
	}
	defer f.Close()
	posts, err := ReadHistory(f, channel)
	if err != nil {
		return measure.Date{}, fmt.Errorf("%s: %w", file, err)
	}
	for i, ch := range briefs[0].Channels {
		if p, ok := platform.Known().Lookup(ch.Platform); !ok || p.Feed != platform.Interest || ch.State == portfolio.Left {
			continue
		}
		ch.Posts, ch.State = posts, portfolio.Active
		if channel != "" {
			ch.Name = strings.TrimPrefix(channel, "@")
		}
		briefs[0].Channels[i] = ch
		var last measure.Date
		for _, post := range posts {
			if d := measure.DateOf(post.PublishedAt); d.After(last) {
				last = d
			}
		}
		return last, nil
	}
	return measure.Date{}, errors.New("the brief has no short-video channel that the history could belong to")
}
