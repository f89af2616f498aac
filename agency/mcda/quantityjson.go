package mcda

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// MarshalJSON writes the form shown at [Quantity]; invalid ones are an error.
func (q Quantity) MarshalJSON() ([]byte, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	return []byte(q.String()), nil
}

// UnmarshalJSON reads the form shown at [Quantity]: a number, or an object with
// exactly one of the keys between, triangular, normal, logNormal and unknown
// and its numbers. Null, other keys and invalid numbers are problems.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	var l check.List
	got, ok := readQuantity(&l, data)
	if ok {
		l.Merge("", got.Validate())
	}
	if err := l.Err(); err != nil {
		return err
	}
	*q = got
	return nil
}

const quantityForms = `a number or an object such as {"between":[6,10]}, with between, triangular, normal, logNormal or unknown`

func readQuantity(l *check.List, data []byte) (Quantity, bool) {
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		var v *float64
		if err := json.Unmarshal(data, &v); err != nil || v == nil {
			l.Add("", check.ErrType, strings.TrimSpace(string(data)), quantityForms)
			return Quantity{}, false
		}
		return Exactly(*v + 0), true // no -0
	}
	obj, err := check.Decode[map[string][]float64](bytes.NewReader(data))
	if err != nil {
		l.Merge("", err)
		return Quantity{}, false
	}
	if len(obj) != 1 {
		l.Add("", check.ErrType, len(obj), "one key: "+quantityForms)
		return Quantity{}, false
	}
	for key, numbers := range obj { // exactly one
		kind, err := kindWords.Parse(key)
		if err != nil || kind == KindExact {
			l.Add(check.Pointer(key), check.ErrUnknown, key, quantityForms)
			return Quantity{}, false
		}
		if len(numbers) != kindParameters[kind] {
			l.Add(check.Pointer(key), check.ErrRange, len(numbers), plural(kindParameters[kind], "number", "numbers"))
			return Quantity{}, false
		}
		var ps [3]float64
		for i, v := range numbers {
			ps[i] = v + 0 // no -0
		}
		return Quantity{kind: kind, a: ps[0], b: ps[1], c: ps[2]}, true
	}
	return Quantity{}, false
}
