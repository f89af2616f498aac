package mcda

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// Kind is what is known about a [Quantity].
type Kind uint8

// The kinds; zero means that nothing was said.
const (
	KindExact      Kind = iota + 1 // one value
	KindBetween                    // two ends, nothing between them preferred
	KindTriangular                 // two ends and the most likely value
	KindNormal                     // mean and standard deviation
	KindLogNormal                  // mean and standard deviation of the natural logarithm
	KindUnknown                    // nobody asked yet: only the range of what occurs
)

var kindWords = check.Words[Kind]{
	KindExact: "exact", KindBetween: "between", KindTriangular: "triangular",
	KindNormal: "normal", KindLogNormal: "logNormal", KindUnknown: "unknown",
}

// kindParameters counts the parameters of each kind.
var kindParameters = [...]int{KindExact: 1, KindBetween: 2, KindTriangular: 3, KindNormal: 2, KindLogNormal: 2, KindUnknown: 2}

// String returns the word of the kind as used in JSON.
func (k Kind) String() string { return kindWords.String(k) }

// MarshalText returns the word of String; any other value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kindWords.Marshal(k) }

// UnmarshalText accepts the words of String.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*k, err = kindWords.Parse(string(text))
	return err
}

// Quantity is an input with its doubt: a price, hours, days. The constructors
// take any numbers, so that a whole brief can be written as literals;
// [Quantity.Validate] says what is wrong, and every function that takes a
// Quantity asks it first. The zero value is not set and invalid. Quantities
// are comparable.
//
// In JSON an exact quantity is a number, any other an object with one key:
//
//	8   {"between":[6,10]}   {"triangular":[4,8,15]}   {"unknown":[0,20]}
//	{"normal":[8,1.5]}       {"logNormal":[2.1,0.4]}
type Quantity struct {
	kind    Kind
	a, b, c float64
}

// Exactly is a quantity without doubt.
func Exactly(v float64) Quantity { return Quantity{kind: KindExact, a: v} }

// Between is uniform from lo to hi; equal ends are one value.
func Between(lo, hi float64) Quantity { return Quantity{kind: KindBetween, a: lo, b: hi} }

// Triangular rises from lo to its peak at mode and falls to hi.
func Triangular(lo, mode, hi float64) Quantity {
	return Quantity{kind: KindTriangular, a: lo, b: mode, c: hi}
}

// Normal has a mean and a standard deviation, 0 or more. It has no ends: what
// cannot be negative is not normal.
func Normal(mean, sd float64) Quantity { return Quantity{kind: KindNormal, a: mean, b: sd} }

// LogNormal is above 0; mu and sigma are mean and standard deviation of its
// natural logarithm, so exp(mu) is the median. mu lies within ±200, sigma
// between 0 and 20.
func LogNormal(mu, sigma float64) Quantity { return Quantity{kind: KindLogNormal, a: mu, b: sigma} }

// Unknown is what nobody found out yet. The range from lo to hi is what occurs
// elsewhere, and its source belongs into the documentation of the caller. It
// is sampled like [Between], and stays recognisable by its kind.
func Unknown(lo, hi float64) Quantity { return Quantity{kind: KindUnknown, a: lo, b: hi} }

// Kind returns what is known; zero for the zero Quantity.
func (q Quantity) Kind() Kind { return q.kind }

// Validate returns the problems of the quantity, with the places of its JSON
// form, or nil.
func (q Quantity) Validate() error {
	// Places are only written down when there is something wrong.
	if q.check(func(int) string { return "" }) == nil {
		return nil
	}
	return q.check(func(i int) string { return check.Pointer(q.kind, i) })
}

func (q Quantity) check(at func(int) string) error {
	var l check.List
	switch q.kind {
	case KindExact:
		magnitude(&l, "", q.a)
	case KindBetween, KindUnknown:
		if magnitude(&l, at(0), q.a) && magnitude(&l, at(1), q.b) && q.a > q.b {
			l.Add(at(1), check.ErrOrder, q.b, "the upper end, at or above the lower one")
		}
	case KindTriangular:
		lo, mode, hi := magnitude(&l, at(0), q.a), magnitude(&l, at(1), q.b), magnitude(&l, at(2), q.c)
		if lo && mode && q.a > q.b {
			l.Add(at(1), check.ErrOrder, q.b, "the most likely value, at or above the lower end")
		}
		if mode && hi && q.b > q.c {
			l.Add(at(2), check.ErrOrder, q.c, "the upper end, at or above the most likely value")
		}
	case KindNormal:
		magnitude(&l, at(0), q.a)
		l.Between(at(1), q.b, 0, maxValue, "a standard deviation from 0 to 1e100")
	case KindLogNormal:
		l.Between(at(0), q.a, -200, 200, "a mean of the logarithm from -200 to 200")
		l.Between(at(1), q.b, 0, 20, "a standard deviation of the logarithm from 0 to 20")
	default:
		l.Add("", check.ErrRequired, check.None, "a number or a range")
	}
	return l.Err()
}

// Quantile returns the value below which the quantity stays with probability p,
// above 0 and below 1. Probabilities below 2^-53 count as that: a normal
// quantity ends 8.2 standard deviations from its mean on both sides.
func (q Quantity) Quantile(p float64) (float64, error) {
	if err := q.Validate(); err != nil {
		return 0, err
	}
	if !(p > 0 && p < 1) {
		var l check.List
		if l.Finite("/p", p) {
			l.Add("/p", check.ErrRange, p, "a probability above 0 and below 1")
		}
		return 0, l.Err()
	}
	return q.at(max(p, 0x1p-53)), nil
}

// at is the quantile of a valid quantity: sampling by inversion takes exactly
// one uniform number whatever the kind, so that the same stream of random
// numbers gives comparable draws when one input becomes better known.
func (q Quantity) at(p float64) float64 {
	switch q.kind {
	case KindBetween, KindUnknown:
		return q.a + float64(p*(q.b-q.a))
	case KindTriangular:
		width := q.c - q.a
		if width == 0 {
			return q.a
		}
		rise := (q.b - q.a) / width // probability below the mode
		if p < rise {
			return q.a + float64(width*math.Sqrt(float64(p*rise)))
		}
		return q.c - float64(width*math.Sqrt(float64((1-p)*(1-rise))))
	case KindNormal:
		return q.a + float64(q.b*normalQuantile(p))
	case KindLogNormal:
		return math.Exp(q.a + float64(q.b*normalQuantile(p)))
	default:
		return q.a
	}
}

func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// String returns the JSON form, and "not set" for the zero value.
func (q Quantity) String() string {
	if !kindWords.Valid(q.kind) {
		return "not set"
	}
	ps := []float64{q.a, q.b, q.c}[:kindParameters[q.kind]]
	texts := make([]string, len(ps))
	for i, p := range ps {
		texts[i] = strconv.FormatFloat(p+0, 'g', -1, 64) // + 0: no -0
	}
	if q.kind == KindExact {
		return texts[0]
	}
	return fmt.Sprintf(`{"%v":[%s]}`, q.kind, strings.Join(texts, ","))
}
