package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxDepth is far above any brief and far below what would exhaust the stack.
const maxDepth = 64

// node is a JSON value with its keys in the order of the document.
type node struct {
	raw     json.RawMessage // scalars, and every value for types that decode themselves
	kind    byte            // one of { [ " 0 t n
	keys    []string        // of an object
	members []node          // of an object or array
}

// parse turns the document into nodes; syntax problems end it, duplicate keys
// are noted and it goes on.
func parse(data []byte, l *List) (node, bool) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	n, err := parseValue(dec, data, l, "", 0)
	if err == nil {
		_, err = dec.Token()
		if err == nil {
			l.Add("", ErrSyntax, None, fmt.Sprintf("nothing after the value, but there is more at byte %d", dec.InputOffset()))
			return node{}, false
		}
		if errors.Is(err, io.EOF) {
			return n, true
		}
	}
	if p, ok := errors.AsType[Problem](err); ok {
		l.Merge("", p)
		return node{}, false
	}
	if len(bytes.TrimSpace(data)) == 0 {
		l.Add("", ErrRequired, None, "a JSON document, got nothing")
		return node{}, false
	}
	l.Add("", ErrSyntax, None, fmt.Sprintf("JSON, broken near byte %d", dec.InputOffset()))
	return node{}, false
}

func parseValue(dec *json.Decoder, data []byte, l *List, path string, depth int) (node, error) {
	if depth > maxDepth {
		return node{}, Problem{Path: path, Kind: ErrLimit, Want: fmt.Sprintf("at most %d levels", maxDepth)}
	}
	tok, err := dec.Token()
	if err != nil {
		return node{}, err
	}
	end := dec.InputOffset()
	switch tok := tok.(type) {
	case json.Delim:
		n := node{kind: byte(tok)}
		start := end - 1
		seen := make(map[string]bool)
		for dec.More() {
			at := path
			if tok == '{' {
				key, err := dec.Token()
				if err != nil {
					return node{}, err
				}
				name := key.(string) // an object's key is always text
				at += Pointer(name)
				if seen[name] {
					l.Add(at, ErrDuplicate, None, "every key once")
				}
				seen[name] = true
				n.keys = append(n.keys, name)
			} else {
				at += Pointer(len(n.members))
			}
			m, err := parseValue(dec, data, l, at, depth+1)
			if err != nil {
				return node{}, err
			}
			n.members = append(n.members, m)
		}
		if _, err := dec.Token(); err != nil {
			return node{}, err
		}
		n.raw = data[start:dec.InputOffset()]
		return n, nil
	case string:
		raw, err := json.Marshal(tok)
		return node{kind: '"', raw: raw}, err
	case json.Number:
		return node{kind: '0', raw: json.RawMessage(tok)}, nil
	case bool:
		return node{kind: 't', raw: fmt.Append(nil, tok)}, nil
	default:
		return node{kind: 'n', raw: json.RawMessage("null")}, nil
	}
}
