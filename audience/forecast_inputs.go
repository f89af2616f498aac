package audience

import (
	"cmp"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Input is one of the doubtful inputs of a forecast.
type Input uint8

// The inputs.
const (
	LocalInput   Input = iota + 1 // share of views from the place
	ViewersInput                  // age of the viewers
	ShapeInput                    // how unequally the users see the videos
	UsersInput                    // how many residents use the platforms
	ReplaysInput                  // views per person and video
	OverlapInput                  // how the audiences of the channels overlap
	ViewsInput                    // views of a channel's videos
)

var inputWords = check.Words[Input]{
	LocalInput: "local share", ViewersInput: "age of viewers", ShapeInput: "exposure shape",
	UsersInput: "users", ReplaysInput: "replays", OverlapInput: "overlap", ViewsInput: "views",
}

// IsValid reports whether i is one of the inputs.
func (i Input) IsValid() bool { return inputWords.Valid(i) }

// String returns the words for the input, such as "local share".
func (i Input) String() string { return inputWords.String(i) }

// MarshalText writes the words of [Input.String]; an invalid value is an error.
func (i Input) MarshalText() ([]byte, error) { return inputWords.Marshal(i) }

// UnmarshalText reads the words.
func (i *Input) UnmarshalText(text []byte) (err error) {
	*i, err = inputWords.Parse(string(text))
	return err
}

// Contribution says what one doubtful input does to the range of the people
// reached: how many are reached when it alone goes from its P10 to its P90 and
// all others stay in the middle.
type Contribution struct {
	Input Input `json:"input"`
	// Platform of the channel, for ViewsInput.
	Platform platform.Name    `json:"platform,omitzero"`
	Reached  measure.Interval `json:"reached"`
	// Share of the width: the square of the width over the sum of squares.
	Share measure.Share `json:"share"`
}

// contributions returns the inputs with the widest first; ties keep the order of the inputs.
func (e *engine) contributions(p Plan) []Contribution {
	o := e.outcome()
	o.on = nil
	reached := func(dim int, z float64) float64 {
		var at point
		at[dim] = z
		e.run(&at, &o)
		var sum float64
		for _, x := range o.reached {
			sum += x
		}
		return sum
	}
	var out []Contribution
	var squares float64
	add := func(dim int, input Input, name platform.Name) {
		a, b := reached(dim, -z80), reached(dim, z80)
		i, err := measure.NewInterval(min(a, b), max(a, b))
		if err != nil {
			return
		}
		w := (b - a) * (b - a)
		squares += w
		out = append(out, Contribution{input, name, i, measure.Share(w)})
	}
	for dim := range firstChannelDim {
		if dim == dimNet && len(e.groups) < 2 {
			continue
		}
		add(dim, Input(dim+1), "")
	}
	for i := range e.channels {
		add(firstChannelDim+i, ViewsInput, p.Channels[i].Platform)
	}
	for i := range out {
		if squares > 0 {
			out[i].Share /= measure.Share(squares)
		} else {
			out[i].Share = 0
		}
	}
	// Rounded, so that the last bit decides nothing.
	slices.SortStableFunc(out, func(a, b Contribution) int {
		return cmp.Compare(math.Round(float64(b.Share)*1e9), math.Round(float64(a.Share)*1e9))
	})
	return out
}
