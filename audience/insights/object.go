package insights

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// readJSON tells the JSON formats apart by their keys.
func readJSON(data []byte, o Options, l *check.List) Export {
	values, ok := jsonValues(data, l)
	if !ok {
		return Export{}
	}
	first := object{values[0], "", l}
	switch {
	case len(values) == 1 && first.has("data"):
		return readTikTokAPI(first, o)
	case len(values) == 1 && (first.has("Post") || first.has("Video")):
		return readTikTokUserData(first, o)
	case first.has("id") && (first.has("extractor") || first.has("webpage_url") || first.has("_type")):
		return readYtDlp(values, o, l)
	}
	l.Add("", check.ErrUnknown, check.None, "JSON of the TikTok Display or Research API, of TikTok's \"download your data\" or of yt-dlp")
	return Export{}
}

// jsonValues returns the values of a file, one or one per line.
func jsonValues(data []byte, l *check.List) ([]json.RawMessage, bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	var values []json.RawMessage
	for {
		var v json.RawMessage
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			end := int64(len(data)) // where a cut-off file ends
			if se, ok := errors.AsType[*json.SyntaxError](err); ok {
				end = min(se.Offset, end)
			}
			line := 1 + bytes.Count(data[:end], []byte("\n"))
			l.Add(check.Pointer("lines", line), check.ErrSyntax, check.None, "JSON; the file may be cut off")
			return nil, false
		}
		values = append(values, v)
	}
	return values, len(values) > 0
}

// object is a JSON object with its place. Keys are compared exactly; what is
// missing or null is unknown.
type object struct {
	raw  json.RawMessage
	path string
	l    *check.List
}

func (o object) fields() map[string]json.RawMessage {
	var m map[string]json.RawMessage
	if json.Unmarshal(o.raw, &m) != nil {
		return nil
	}
	return m
}

func (o object) has(key string) bool {
	_, ok := o.fields()[key]
	return ok
}

// child returns the object under a key; a value of another type is a problem.
func (o object) child(key string) object {
	c := object{o.fields()[key], o.path + check.Pointer(key), o.l}
	if c.raw != nil && c.fields() == nil {
		o.l.Add(c.path, check.ErrType, check.None, "an object")
	}
	return c
}

// list returns the objects of the list under a key.
func (o object) list(key string) []object {
	raw, ok := o.fields()[key]
	path := o.path + check.Pointer(key)
	var items []json.RawMessage
	if !ok || json.Unmarshal(raw, &items) != nil {
		o.l.Add(path, check.ErrRequired, check.None, "a list of videos")
		return nil
	}
	objects := make([]object, len(items))
	for i, item := range items {
		objects[i] = object{item, path + check.Pointer(i), o.l}
		if objects[i].fields() == nil {
			o.l.Add(objects[i].path, check.ErrType, check.None, "an object")
		}
	}
	return objects
}

// values reads many fields of one object: its map is made once.
type values struct {
	m    map[string]json.RawMessage
	path string
	l    *check.List
}

func (o object) values() values { return values{o.fields(), o.path, o.l} }

func (v values) wrong(key, want string) {
	v.l.Add(v.path+check.Pointer(key), check.ErrType, string(v.m[key]), want)
}

func (v values) missing(key string) bool {
	raw, ok := v.m[key]
	return !ok || string(raw) == "null"
}

// text returns a string, "" where it is missing or "N/A".
func (v values) text(key string) string {
	var s string
	if v.missing(key) {
		return ""
	}
	if json.Unmarshal(v.m[key], &s) != nil {
		v.wrong(key, "a text")
	}
	if isMissing(s) {
		return ""
	}
	return s
}

// id returns a number or a text of digits exactly: 64-bit numbers of posts do
// not fit into a float.
func (v values) id(key string) string {
	id := strings.Trim(string(v.m[key]), `"`)
	if id == "" || strings.Trim(id, "0123456789") != "" {
		v.wrong(key, "the number of a post, all its digits")
		return ""
	}
	return id
}

// whole returns a whole number, as a number or as a text, and whether there is one.
func (v values) whole(key string) (int64, bool) {
	if v.missing(key) {
		return 0, false
	}
	text := strings.Trim(string(v.m[key]), `"`)
	if isMissing(text) {
		return 0, false
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		v.wrong(key, "a whole number")
		return 0, false
	}
	return n, true
}

// count returns a count; the zero Interval where it is missing.
func (v values) count(key string) measure.Interval {
	n, ok := v.whole(key)
	if !ok {
		return measure.Interval{}
	}
	i, _ := measure.NewInterval(float64(n), float64(n)) // finite
	return i
}

// unix returns a time in Unix seconds, zero where it is missing.
func (v values) unix(key string) time.Time {
	n, ok := v.whole(key)
	if !ok {
		return time.Time{}
	}
	if n <= 0 || n > math.MaxUint32 {
		v.wrong(key, "a time in Unix seconds")
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// seconds returns a length in seconds, 0 where it is missing.
func (v values) seconds(key string) float64 {
	if v.missing(key) {
		return 0
	}
	var s float64
	if json.Unmarshal(v.m[key], &s) != nil {
		v.wrong(key, "a number of seconds")
	}
	return s
}
