package mcda

import (
	"fmt"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Outside says what a [ValueFunction] does with a measurement outside its
// points. There is no default: whoever sets a scale says what lies beyond it.
type Outside uint8

// The three ways of the reference implementation (function smaa.pvf of the R
// package smaa).
const (
	Extrapolate Outside = iota + 1 // the first or last line goes on
	Clip                           // the value of the nearest point
	Refuse                         // an error
)

var outsideWords = check.Words[Outside]{Extrapolate: "extrapolate", Clip: "clip", Refuse: "refuse"}

// String returns "extrapolate", "clip" or "refuse".
func (o Outside) String() string { return outsideWords.String(o) }

// MarshalText returns the word of String; any other value is an error.
func (o Outside) MarshalText() ([]byte, error) { return outsideWords.Marshal(o) }

// UnmarshalText accepts the words of String.
func (o *Outside) UnmarshalText(text []byte) (err error) {
	*o, err = outsideWords.Parse(string(text))
	return err
}

// Point is one corner of a [ValueFunction]: measurement X has value Value.
type Point struct {
	X     float64 `json:"x"`
	Value float64 `json:"value"`
}

// ValueFunction turns a measurement (euro, days, a share) into a value on a
// fixed scale, piecewise linearly through its points. It is built by
// [NewValueFunction]; the zero value has no points and refuses every
// measurement.
type ValueFunction struct {
	outside Outside
	points  []Point
}

// NewValueFunction returns the value function through at least two points with
// rising X. Values may rise, fall or bend; a scale usually runs from 0 (worst)
// to 1 (best). A fall from cheap to dear needs no "direction": {0, 1} and
// {100_000, 0}. Unordered or equal X are refused, not sorted.
func NewValueFunction(outside Outside, points ...Point) (ValueFunction, error) {
	var l check.List
	if !outsideWords.Valid(outside) {
		l.Add("/outside", check.ErrUnknown, outside, "extrapolate, clip or refuse")
	}
	if len(points) < 2 {
		l.Add("/points", check.ErrRequired, len(points), "two points or more")
	}
	if len(points) > maxPoints {
		l.Add("/points", check.ErrLimit, len(points), "at most 1000 points")
		points = points[:maxPoints]
	}
	for i, p := range points {
		ok := magnitude(&l, check.Pointer("points", i, "x"), p.X)
		magnitude(&l, check.Pointer("points", i, "value"), p.Value)
		if i > 0 && ok && p.X <= points[i-1].X {
			l.Add(check.Pointer("points", i, "x"), check.ErrOrder, p.X, "more than the x of the point before")
		}
	}
	if err := l.Err(); err != nil {
		return ValueFunction{}, err
	}
	return ValueFunction{outside: outside, points: slices.Clone(points)}, nil
}

// MustValueFunction is [NewValueFunction] for literals; it panics on an error.
func MustValueFunction(outside Outside, points ...Point) ValueFunction {
	f, err := NewValueFunction(outside, points...)
	if err != nil {
		panic(err)
	}
	return f
}

// At returns the value of measurement x. NaN and infinite x are errors, and so
// is an x outside the points under [Refuse]; extrapolation beyond ±1e100 is one
// too.
func (f ValueFunction) At(x float64) (float64, error) {
	n := len(f.points)
	if n == 0 {
		var l check.List
		l.Add("", check.ErrRequired, check.None, "a value function with points")
		return 0, l.Err()
	}
	first, last := f.points[0], f.points[n-1]
	if !(x >= first.X && x <= last.X) { // also NaN
		return f.beyond(x)
	}
	// The first point not below x; the line to it starts at the point before.
	i, exact := slices.BinarySearchFunc(f.points, x, func(p Point, x float64) int {
		switch {
		case p.X < x:
			return -1
		case p.X > x:
			return 1
		}
		return 0
	})
	if exact {
		return f.points[i].Value, nil
	}
	return line(f.points[i-1], f.points[i], x), nil
}

func (f ValueFunction) beyond(x float64) (float64, error) {
	n := len(f.points)
	first, last := f.points[0], f.points[n-1]
	var l check.List
	if !magnitude(&l, "", x) {
		return 0, l.Err()
	}
	low := x < first.X
	switch {
	case f.outside == Refuse:
		l.Between("", x, first.X, last.X, fmt.Sprintf("a measurement from %v to %v, where the scale ends", first.X, last.X))
		return 0, l.Err()
	case f.outside == Clip && low:
		return first.Value, nil
	case f.outside == Clip:
		return last.Value, nil
	}
	a, b := f.points[n-2], last
	if low {
		a, b = first, f.points[1]
	}
	v := line(a, b, x)
	if !magnitude(&l, "", v) {
		return 0, l.Err()
	}
	return v, nil
}

// line returns the value at x on the line through a and b. Both products are
// rounded on their own, so that platforms that fuse agree with those that do not.
func line(a, b Point, x float64) float64 {
	share := (x - a.X) / (b.X - a.X)
	return a.Value + float64(share*(b.Value-a.Value))
}
