package mcda

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/hochkant/hochkant/strategy/check"
)

func TestContradictionsNameThePair(t *testing.T) {
	for _, tt := range []struct {
		name  string
		n     int
		cs    []Constraint
		path  string
		wants []string
	}{
		{"two orders", 3, []Constraint{Order(0, 1), Bound(2, 0.1, 1), Order(1, 0)}, "/constraints/2", []string{"/constraints/0"}},
		{"order and ratio", 2, []Constraint{Ratio(1, 0, 2, 3), Order(0, 1)}, "/constraints/1", []string{"/constraints/0"}},
		{"two ratios that only 0 to 0 could meet", 3, []Constraint{Ratio(0, 1, 2, 3), Ratio(1, 0, 1, 2)}, "/constraints/1", []string{"/constraints/0"}},
		{"order and equality", 2, []Constraint{Ratio(0, 1, 1, 1), Order(0, 1)}, "/constraints/1", []string{"/constraints/0"}},
		{"order round a circle", 3, []Constraint{Order(0, 1), Order(1, 2), Order(2, 0)}, "/constraints/2", []string{"/constraints/0", "/constraints/1"}},
		{"bounds", 3, []Constraint{Bound(0, .5, 1), Bound(1, .4, 1), Bound(2, .3, 1)}, "/constraints/2", []string{"/constraints/0", "/constraints/1"}},
		{"bounds too low", 2, []Constraint{Bound(0, 0, .4), Bound(1, 0, .5)}, "/constraints/1", []string{"/constraints/0"}},
		{"impossible alone", 2, []Constraint{Linear(-1, 1, 1)}, "/constraints/0", []string{"sum 1"}},
		{"ratio with a criterion of weight 0", 3, []Constraint{Bound(1, 0, 0), Ratio(0, 1, 1, 2)}, "/constraints/1", []string{"/constraints/0"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewSpace(tt.n, tt.cs...)
			p := problem(t, err, tt.path, check.ErrConflict)
			for _, w := range tt.wants {
				assert.Contains(t, p.Want, w)
			}
		})
	}
}
