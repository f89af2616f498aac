package check_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// A press office's form comes in with three mistakes; all of them are said at once.
func ExampleDecode() {
	type team struct {
		Name  string  `json:"name"`
		Hours float64 `json:"hours"`
		Lead  string  `json:"lead,omitzero"`
	}
	_, err := check.Decode[team](strings.NewReader(`{"Name":"Pressestelle","hours":"acht"}`))
	fmt.Println(err)
	// Output:
	// /Name: "Name" is not known: want the key written "name"
	// /hours: "acht" is of another type: want a number
	// /name: is required: want the key name
}

func ExampleList() {
	var l check.List
	l.Between("/team/hours", -3, 0, 168, "hours a week from 0 to 168")
	l.NotEmpty("/goal/measure", "", "how the change is measured")
	err := l.Err()
	fmt.Println(err)
	fmt.Println(errors.Is(err, check.ErrRequired))
	// Output:
	// /goal/measure: "" is required: want how the change is measured
	// /team/hours: -3 is out of range: want hours a week from 0 to 168
	// true
}

func ExamplePointer() {
	fmt.Println(check.Pointer("channels", 2, "A/B"))
	// Output: /channels/2/A~1B
}

func ExampleProblems() {
	var l check.List
	l.Add("/share", check.ErrRange, 1.2, "a share from 0 to 1")
	ps, _ := errors.AsType[*check.Problems](l.Err())
	for _, p := range ps.All() {
		fmt.Println(p.Path, "|", p.Value, "|", p.Want)
	}
	// Output: /share | 1.2 | a share from 0 to 1
}

func ExampleProblem() {
	fmt.Println(check.Problem{Path: "/pauses/0/until", Value: "2024-06-01", Kind: check.ErrOrder, Want: "a day not before 2024-06-10"})
	// Output: /pauses/0/until: 2024-06-01 is out of order: want a day not before 2024-06-10
}

func ExampleWords() {
	type level uint8
	levels := check.Words[level]{1: "low", 2: "high"}
	v, err := levels.Parse("high")
	fmt.Println(v, err)
	_, err = levels.Parse("hoch")
	fmt.Println(err)
	// Output:
	// 2 <nil>
	// "hoch" is not known: want one of low, high
}
