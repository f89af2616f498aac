package rhythm

import (
	"math"

	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/measure"
)

// near fails unless got is within tol of want; NaN and infinities fail.
func near(t require.TestingT, want, got, tol float64, message ...any) {
	require.Falsef(t, math.IsNaN(got) || math.IsInf(got, 0), "got %v %v", got, message)
	require.Truef(t, math.Abs(got-want) <= tol, "want %.10g got %.10g within %g %v", want, got, tol, message)
}

// hours is a work of certain mean.
func hours(mean, spread float64) Work {
	m, err := measure.Exactly(mean, measure.Estimated)
	if err != nil {
		panic(err)
	}
	return Work{m, spread}
}

// alone is one person of the given hours who is never away.
func alone(h float64) Team { return Team{Members: []Member{{Name: "Redaktion", Hours: h}}} }

func model(t require.TestingT, p Plan) Model {
	m, err := New(p)
	require.NoError(t, err)
	return m
}

func outlook(t require.TestingT, m Model, r Rhythm) Outlook {
	o, err := m.Outlook(r)
	require.NoError(t, err)
	return o
}
