package measure

import (
	"encoding/json"
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Interval is a closed range of numbers whose ends may be open, [lo, hi]. The
// zero Interval is open at both ends: nothing is known. It carries no
// probability; a range with one is an [Estimate].
type Interval struct {
	lo, hi       float64
	hasLo, hasHi bool
}

// NewInterval returns [lo, hi]. Both must be finite and lo not above hi.
func NewInterval(lo, hi float64) (Interval, error) {
	var l check.List
	okLo, okHi := l.Finite("/lo", lo), l.Finite("/hi", hi)
	if okLo && okHi && lo > hi {
		l.Add("/hi", check.ErrOrder, hi, "an upper end that is not below the lower one")
	}
	if err := l.Err(); err != nil {
		return Interval{}, err
	}
	return Interval{lo + 0, hi + 0, true, true}, nil
}

// AtLeast returns the interval from lo up, open above. A lo that is not finite is refused.
func AtLeast(lo float64) (Interval, error) {
	i, err := NewInterval(lo, lo)
	i.hi, i.hasHi = 0, false
	return i, err
}

// AtMost returns the interval up to hi, open below. A hi that is not finite is refused.
func AtMost(hi float64) (Interval, error) {
	i, err := NewInterval(hi, hi)
	i.lo, i.hasLo = 0, false
	return i, err
}

// Lo returns the lower end and whether there is one.
func (i Interval) Lo() (lo float64, ok bool) { return i.lo, i.hasLo }

// Hi returns the upper end and whether there is one.
func (i Interval) Hi() (hi float64, ok bool) { return i.hi, i.hasHi }

// Contains reports whether x lies inside, ends included. NaN lies in none.
func (i Interval) Contains(x float64) bool {
	return !math.IsNaN(x) && (!i.hasLo || x >= i.lo) && (!i.hasHi || x <= i.hi)
}

type intervalJSON struct {
	Lo *float64 `json:"lo"`
	Hi *float64 `json:"hi"`
}

// MarshalJSON writes {"lo":1,"hi":2}; an open end is null.
func (i Interval) MarshalJSON() ([]byte, error) {
	var j intervalJSON
	if i.hasLo {
		j.Lo = &i.lo
	}
	if i.hasHi {
		j.Hi = &i.hi
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes; both keys may be left out or null.
func (i *Interval) UnmarshalJSON(data []byte) error {
	var j intervalJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return check.Problem{Kind: check.ErrType, Want: `an interval written as {"lo":1,"hi":2}`}
	}
	lo, hi := j.Lo, j.Hi
	*i = Interval{}
	var err error
	switch {
	case lo != nil && hi != nil:
		*i, err = NewInterval(*lo, *hi)
	case lo != nil:
		*i, err = AtLeast(*lo)
	case hi != nil:
		*i, err = AtMost(*hi)
	}
	return err
}
