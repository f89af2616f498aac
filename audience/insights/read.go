package insights

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
)

// maxBytes is the largest file [Read] takes. The export of an account with
// ten thousand posts has about 5 MB.
const maxBytes = 32 << 20

// Read recognises an export by its header and reads it. All problems of the
// file are reported at once, each with its line: /lines/7/Video views. Nothing
// is returned beside an error. A file of no known format is a problem of kind
// check.ErrUnknown that names its columns.
func Read(r io.Reader, o Options) (Export, error) {
	var l check.List
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return Export{}, fmt.Errorf("reading the export: %w", err)
	case len(data) > maxBytes:
		l.Add("", check.ErrLimit, check.None, "at most 32 MiB")
	case o.Numbers > English:
		l.Add("/numbers", check.ErrUnknown, int(o.Numbers), "plain, German or English numbers")
	}
	var e Export
	if l.Err() == nil {
		if text, ok := decodeText(data, &l); ok {
			e = read(text, o, &l)
			once(e.Videos, &l)
		}
	}
	if err := l.Err(); err != nil {
		return Export{}, err
	}
	return e, nil
}

// once notes videos that a file holds twice, as two exports put together do:
// their views would count twice.
func once(videos []audience.Video, l *check.List) {
	seen := make(map[string]bool, len(videos))
	for i, v := range videos {
		if v.ID != "" && seen[v.ID] {
			l.Add(check.Pointer("videos", i, "id"), check.ErrDuplicate, v.ID, "every video once")
		}
		seen[v.ID] = true
	}
}

func read(text string, o Options, l *check.List) Export {
	switch trimmed := strings.TrimLeft(text, " \t\r\n"); {
	case trimmed == "":
		l.Add("", check.ErrRequired, check.None, "an export with at least a header")
		return Export{}
	case trimmed[0] == '{' || trimmed[0] == '[':
		return readJSON([]byte(text), o, l)
	}
	t, ok := parseTable(text, l)
	if !ok {
		return Export{}
	}
	return readTable(t, o, l)
}

// decodeText returns the text of a file in UTF-8 or UTF-16, without byte order mark.
func decodeText(data []byte, l *check.List) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeUTF16(data[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }, l)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeUTF16(data[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 }, l)
	}
	data = bytes.TrimPrefix(data, []byte{0xEF, 0xBB, 0xBF})
	if !utf8.Valid(data) {
		l.Add("", check.ErrSyntax, check.None, "UTF-8 or UTF-16 text; save a spreadsheet as \"CSV UTF-8\", or better use the file as it was exported")
		return "", false
	}
	return string(data), true
}

func decodeUTF16(data []byte, unit func([]byte) uint16, l *check.List) (string, bool) {
	if len(data)%2 != 0 {
		l.Add("", check.ErrSyntax, check.None, "UTF-16 text with an even number of bytes; the file is cut off")
		return "", false
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = unit(data[2*i:])
	}
	return string(utf16.Decode(units)), true
}
