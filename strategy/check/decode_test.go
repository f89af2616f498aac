package check

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type person struct {
	Name string   `json:"name"`
	Age  *int     `json:"age,omitzero"`
	Tags []string `json:"tags,omitempty"`
}

type place struct {
	embedded
	People []person           `json:"people"`
	Shares map[string]float64 `json:"shares,omitempty"`
	Count  int8               `json:"count,omitzero"`
	Open   bool               `json:"open,omitzero"`
	End    end                `json:"end,omitzero"`
}

type embedded struct {
	Title string `json:"title"`
}

// end decodes null itself, as an open end of an interval does.
type end struct{ open bool }

func (e *end) UnmarshalJSON(data []byte) error {
	if string(data) != "null" {
		return Problem{Path: "/at", Value: string(data), Kind: ErrRange, Want: "null"}
	}
	e.open = true
	return nil
}

func TestDecode(t *testing.T) {
	got, err := Decode[place](strings.NewReader(` {"title":"Kassel","people":[{"name":"A","age":3,"tags":[]},{"name":"ß"}],"shares":{"a":0.5},"count":-128,"end":null} `))
	require.NoError(t, err)
	three := 3
	assert.Equal(t, place{
		embedded: embedded{"Kassel"}, People: []person{{Name: "A", Age: &three, Tags: []string{}}, {Name: "ß"}},
		Shares: map[string]float64{"a": 0.5}, Count: -128, End: end{true},
	}, got)
}

func TestDecodeRefuses(t *testing.T) {
	ok := `"title":"t","people":[]`
	tests := []struct{ name, in, want string }{
		{"nothing", "  ", "is required: want a JSON document, got nothing"},
		{"not JSON", "{" + ok, "cannot be read: want JSON, broken near byte 24"},
		{"trailing data", "{" + ok + "} {}", "cannot be read: want nothing after the value, but there is more at byte 27"},
		{"invalid UTF-8", "{\"title\":\"\xff\"}", "cannot be read: want JSON in valid UTF-8"},
		{"another type", `[]`, `"[...]" is of another type: want an object`},
		{"unknown key", "{" + ok + `,"x":1}`, `/x: "x" is not known: want one of the keys title, people, shares, count, open, end`},
		{"wrong case", `{"Title":"t","people":[]}`, `/Title: "Title" is not known: want the key written "title"` + "\n" + `/title: is required: want the key title`},
		{"duplicate key", "{" + ok + `,"title":"u"}`, `/title: occurs twice: want every key once`},
		{"null", `{"title":null,"people":[null]}`, "/people/0: null is required: want a value; leave the key out when it is not known\n/title: null is required: want a value; leave the key out when it is not known"},
		{"null for a pointer", `{"title":"t","people":[{"name":"a","age":null}]}`, "/people/0/age: null is required: want a value; leave the key out when it is not known"},
		{"missing", `{"people":[{}]}`, "/people/0/name: is required: want the key name\n/title: is required: want the key title"},
		{"text for a number", `{"title":"t","people":[{"name":1,"age":"x"}]}`, `/people/0/age: "x" is of another type: want a whole number` + "\n" + `/people/0/name: 1 is of another type: want text`},
		{"overflow", "{" + ok + `,"count":128}`, "/count: 128 is out of range: want a number of type int8"},
		{"fraction", "{" + ok + `,"count":1.5}`, "/count: 1.5 is out of range: want a number of type int8"},
		{"too large a float", "{" + ok + `,"shares":{"a":1e999}}`, "/shares/a: 1e999 is out of range: want a number of type float64"},
		{"a type's own problem", "{" + ok + `,"end":7}`, "/end/at: 7 is out of range: want null"},
		{"depth", strings.Repeat("[", 100), strings.Repeat("/0", 65) + ": exceeds a limit: want at most 64 levels"},
		{"escaped key", "{" + ok + `,"a/b":1}`, `/a~1b: "a/b" is not known: want one of the keys title, people, shares, count, open, end`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Decode[place](strings.NewReader(tt.in))
			require.EqualError(t, err, tt.want)
			assert.Equal(t, place{}, got, "nothing half decoded")
		})
	}
}

func TestDecodeLimitsTheSize(t *testing.T) {
	_, err := Decode[string](strings.NewReader(`"` + strings.Repeat("a", MaxBytes) + `"`))
	require.ErrorIs(t, err, ErrLimit)
	got, err := Decode[string](strings.NewReader(`"` + strings.Repeat("a", MaxBytes-2) + `"`))
	require.NoError(t, err)
	assert.Len(t, got, MaxBytes-2)
}

// FuzzDecode: no panic; and what Decode takes, encoding/json takes to the same value.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"title":"t","people":[{"name":"a","age":1}]}`, `{"title":null}`, "[1", `{"shares":{"a":1e999}}`, `"\ud800"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Decode[place](strings.NewReader(s))
		if err != nil {
			assert.NotEmpty(t, err.Error())
			return
		}
		var want place
		require.NoError(t, json.Unmarshal([]byte(s), &want), "encoding/json refuses %q", s)
		assert.Equal(t, want, got)
		for _, v := range got.Shares {
			assert.False(t, math.IsNaN(v) || math.IsInf(v, 0))
		}
	})
}
