package check

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxBytes is the size of the largest JSON document [Decode] reads: 1 MiB.
const MaxBytes = 1 << 20

// Decode reads one JSON value of type T strictly and reports all problems at
// once, each with its place.
//
// A field of a struct is required unless its tag carries omitzero or
// omitempty, so what is written without is also read without. Null is
// accepted only by types that decode JSON themselves (an open end, an unknown
// estimate). Problems are: text that is not JSON, invalid UTF-8, more than
// [MaxBytes], data after the value, unknown keys and keys in another case (the
// right one is named), duplicate keys, null, missing required fields, values
// of another type or outside the range of the Go type, and whatever the
// UnmarshalText and UnmarshalJSON methods of the types refuse. On any problem
// the zero T is returned.
func Decode[T any](r io.Reader) (T, error) {
	var zero, v T
	var l List
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		l.Merge("", fmt.Errorf("reading the document: %w", err))
	case len(data) > MaxBytes:
		l.Add("", ErrLimit, None, "at most 1 MiB of JSON")
	case !utf8.Valid(data):
		l.Add("", ErrSyntax, None, "JSON in valid UTF-8")
	default:
		root, ok := parse(data, &l)
		if ok {
			assign(&l, "", root, reflect.ValueOf(&v).Elem())
		}
	}
	if err := l.Err(); err != nil {
		return zero, err
	}
	return v, nil
}

var (
	jsonType = reflect.TypeFor[json.Unmarshaler]()
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// assign puts a node into a Go value and notes what does not fit.
func assign(l *List, path string, n node, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if n.kind == 'n' {
			l.Add(path, ErrRequired, nil, "a value; leave the key out when it is not known")
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		assign(l, path, n, v.Elem())
		return
	}
	own := v.Addr().Type().Implements(jsonType)
	if n.kind == 'n' && !own {
		l.Add(path, ErrRequired, nil, "a value; leave the key out when it is not known")
		return
	}
	if own || v.Addr().Type().Implements(textType) {
		assignOwn(l, path, n, v, own)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		assignStruct(l, path, n, v)
	case reflect.Slice:
		if !expect(l, path, n, '[', "a list") {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.members), len(n.members)))
		for i, m := range n.members {
			assign(l, path+Pointer(i), m, v.Index(i))
		}
	case reflect.Map:
		assignMap(l, path, n, v)
	default:
		assignScalar(l, path, n, v)
	}
}

func assignOwn(l *List, path string, n node, v reflect.Value, own bool) {
	if !own && !expect(l, path, n, '"', "text") {
		return
	}
	err := json.Unmarshal(n.raw, v.Addr().Interface())
	if err == nil {
		return
	}
	if _, ok := errors.AsType[*Problems](err); ok {
		l.Merge(path, err)
		return
	}
	if p, ok := errors.AsType[Problem](err); ok {
		l.Merge(path, p)
		return
	}
	l.Add(path, ErrSyntax, shown(n), err.Error())
}

func assignStruct(l *List, path string, n node, v reflect.Value) {
	if !expect(l, path, n, '{', "an object") {
		return
	}
	fields := fieldsOf(v.Type())
	given := make(map[string]bool, len(n.keys))
	for i, key := range n.keys {
		given[key] = true
		at := slices.IndexFunc(fields, func(f field) bool { return f.name == key })
		if at < 0 {
			l.Add(path+Pointer(key), ErrUnknown, key, acceptedKeys(fields, key))
			continue
		}
		assign(l, path+Pointer(key), n.members[i], v.FieldByIndex(fields[at].index))
	}
	for _, f := range fields {
		if f.required && !given[f.name] {
			l.Add(path+Pointer(f.name), ErrRequired, None, "the key "+f.name)
		}
	}
}

func acceptedKeys(fields []field, key string) string {
	names := make([]string, 0, len(fields))
	for _, f := range fields {
		if strings.EqualFold(f.name, key) {
			return fmt.Sprintf("the key written %q", f.name)
		}
		names = append(names, f.name)
	}
	return "one of the keys " + strings.Join(names, ", ")
}

func assignMap(l *List, path string, n node, v reflect.Value) {
	if !expect(l, path, n, '{', "an object") {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i, name := range n.keys {
		at := path + Pointer(name)
		key := reflect.New(v.Type().Key()).Elem()
		quoted, _ := json.Marshal(name) // text always marshals
		assign(l, at, node{kind: '"', raw: quoted}, key)
		val := reflect.New(v.Type().Elem()).Elem()
		assign(l, at, n.members[i], val)
		v.SetMapIndex(key, val)
	}
}

func assignScalar(l *List, path string, n node, v reflect.Value) {
	var ok bool
	switch v.Kind() {
	case reflect.String:
		ok = expect(l, path, n, '"', "text")
	case reflect.Bool:
		ok = expect(l, path, n, 't', "true or false")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		ok = expect(l, path, n, '0', "a whole number")
	case reflect.Float32, reflect.Float64:
		ok = expect(l, path, n, '0', "a number")
	default:
		l.Add(path, ErrType, None, "a Go type that JSON can fill, not "+v.Type().String())
	}
	if !ok {
		return
	}
	if err := json.Unmarshal(n.raw, v.Addr().Interface()); err != nil {
		l.Add(path, ErrRange, shown(n), "a number of type "+v.Kind().String())
	}
}

func expect(l *List, path string, n node, kind byte, want string) bool {
	if n.kind == kind {
		return true
	}
	l.Add(path, ErrType, shown(n), want)
	return false
}

// shown is the value of a node for the error: text unquoted (it is quoted
// there), lists and objects by their kind only.
func shown(n node) any {
	switch n.kind {
	case '"':
		var s string
		_ = json.Unmarshal(n.raw, &s) // was marshalled by parseValue
		return s
	case '{':
		return "{...}"
	case '[':
		return "[...]"
	default:
		return json.Number(n.raw)
	}
}

type field struct {
	name     string
	index    []int
	required bool
}

// fieldsOf lists the JSON fields of a struct in order, those of embedded
// structs included.
func fieldsOf(t reflect.Type) []field {
	var fs []field
	for f := range t.Fields() {
		tag, tagged := f.Tag.Lookup("json")
		name, opts, _ := strings.Cut(tag, ",")
		switch {
		case f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct:
			for _, g := range fieldsOf(f.Type) {
				g.index = append(slices.Clone(f.Index), g.index...)
				fs = append(fs, g)
			}
			continue
		case !f.IsExported() || name == "-":
			continue
		case name == "":
			name = f.Name
		}
		fs = append(fs, field{name: name, index: f.Index, required: !strings.Contains(opts, "omit")})
	}
	return fs
}
