package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// video is one row of a file of videos.
type video struct {
	Channel, Platform string // Platform is "" where the file has no such column
	At                time.Time
	Views             int64 // -1 where the file does not say
	Line              int   // line in the file, the header is line 1
}

// channelVideos is one channel of one platform with its videos in order of time.
type channelVideos struct {
	Channel, Platform string
	Videos            []video
	Until             time.Time // to when the platform was observed
}

// table reads separated values with a header: columns are found by name, in any order,
// and columns that nobody asks for are skipped.
type table struct {
	r      *csv.Reader
	column map[string]int
	line   int
}

// newTable reads the header. Every name in required must be in it, once.
func newTable(in io.Reader, comma rune, required ...string) (*table, error) {
	buffered := bufio.NewReader(in)
	if head, _ := buffered.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = buffered.Discard(3) // the byte order mark that spreadsheets write
	}
	t := &table{r: csv.NewReader(buffered), column: map[string]int{}}
	t.r.Comma, t.r.ReuseRecord = comma, true
	header, err := t.r.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("line 1: the file is empty: want a header with the columns " + strings.Join(required, ", "))
	}
	if err != nil {
		return nil, readError(err)
	}
	for i, name := range header {
		name = strings.TrimSpace(name)
		if _, twice := t.column[name]; twice {
			return nil, fmt.Errorf("line 1: the column %q occurs twice", name)
		}
		t.column[name] = i
	}
	for _, name := range required {
		if !t.has(name) {
			return nil, fmt.Errorf("line 1: the column %q is missing: want the columns %s", name, strings.Join(required, ", "))
		}
	}
	return t, nil
}

func (t *table) has(name string) bool { _, ok := t.column[name]; return ok }

// next returns the next row, io.EOF at the end. The row is valid until the next call.
func (t *table) next() ([]string, error) {
	row, err := t.r.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, readError(err)
	}
	t.line, _ = t.r.FieldPos(0)
	return row, nil
}

// value returns a cell without surrounding space, "" where there is no such column.
func (t *table) value(row []string, name string) string {
	i, ok := t.column[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(row[i])
}

func readError(err error) error {
	if p, ok := errors.AsType[*csv.ParseError](err); ok {
		return fmt.Errorf("line %d: %w", p.Line, p.Err)
	}
	return err
}

// readVideos reads the columns channel and published_at, and where the file has them
// platform and views. With needViews the column views is required and no cell of it
// may be empty.
func readVideos(in io.Reader, needViews bool) ([]video, error) {
	required := []string{"channel", "published_at"}
	if needViews {
		required = append(required, "views")
	}
	t, err := newTable(in, ',', required...)
	if err != nil {
		return nil, err
	}
	var videos []video
	for {
		row, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		v := video{Channel: strings.Clone(t.value(row, "channel")), Platform: strings.Clone(t.value(row, "platform")), Views: -1, Line: t.line}
		if v.Channel == "" {
			return nil, fmt.Errorf("line %d: channel is empty: want the name of a channel", v.Line)
		}
		if v.At, err = parseTime(t.value(row, "published_at")); err != nil {
			return nil, fmt.Errorf("line %d: published_at: %w", v.Line, err)
		}
		if cell := t.value(row, "views"); cell != "" {
			if v.Views, err = strconv.ParseInt(cell, 10, 64); err != nil || v.Views < 0 {
				return nil, fmt.Errorf("line %d: views: %q is not a number of views: want a whole number, 0 or more", v.Line, cell)
			}
		} else if needViews {
			return nil, fmt.Errorf("line %d: views is empty: want a whole number, 0 or more", v.Line)
		}
		videos = append(videos, v)
	}
	if len(videos) == 0 {
		return nil, errors.New("line 2: no videos: want at least one row below the header")
	}
	return videos, nil
}

// parseTime reads 2024-06-03T12:00:00Z, or a day alone, which is its midnight UTC.
func parseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q cannot be read: want a time such as 2024-06-03T12:00:00Z or a day such as 2024-06-03", s)
}

// byChannel groups videos by platform and channel, in the order of those names. A
// platform is observed until its latest video, or until the given time; videos after
// it are left out.
func byChannel(videos []video, until time.Time) []channelVideos {
	latest := map[string]time.Time{}
	for _, v := range videos {
		if v.At.After(latest[v.Platform]) {
			latest[v.Platform] = v.At
		}
	}
	sorted := slices.Clone(videos)
	slices.SortStableFunc(sorted, func(a, b video) int {
		return cmp.Or(cmp.Compare(a.Platform, b.Platform), cmp.Compare(a.Channel, b.Channel), a.At.Compare(b.At))
	})
	var channels []channelVideos
	for _, v := range sorted {
		end := latest[v.Platform]
		if !until.IsZero() {
			end = until
		}
		if v.At.After(end) {
			continue
		}
		if n := len(channels) - 1; n < 0 || channels[n].Channel != v.Channel || channels[n].Platform != v.Platform {
			channels = append(channels, channelVideos{Channel: v.Channel, Platform: v.Platform, Until: end})
		}
		last := &channels[len(channels)-1]
		last.Videos = append(last.Videos, v)
	}
	return channels
}
