package rhythm

import (
	"math"
	"slices"
)

// crew is who may be there in a week: the states, how likely each is, and how
// one week follows another. States count the people of each member who are at
// work, the first member slowest.
type crew struct {
	there [][]int     // people of each member
	hours []float64   // left for video, 0 when a task has nobody
	start []float64   // stationary probability
	next  [][]float64 // next[s][t]: probability of t in the week after s; nil: the state never changes
}

// newCrew builds the states of a checked team. People are away independently of
// each other, each by a two-state chain whose spells have the given mean length.
// away gives for each member how many of its people are out for the whole time.
func newCrew(t Team, out []int) crew {
	q, spell := t.Absence.away(), t.Absence.spell()
	c := crew{start: []float64{1}, there: [][]int{{}}}
	var chains [][][]float64
	for i, m := range t.Members {
		n := m.people() - out[i]
		first := 0
		if q == 0 {
			first = n // nobody is ever away
		}
		chain := make([][]float64, 0, n-first+1)
		var start []float64
		var grown [][]int
		for a := range n - first + 1 {
			start = append(start, binomial(n, first+a, 1-q))
			chain = append(chain, crewRow(n, first, first+a, q, spell))
		}
		chains = append(chains, chain)
		var p []float64
		for s, there := range c.there {
			for a, w := range start {
				p = append(p, c.start[s]*w)
				grown = append(grown, append(slices.Clone(there), first+a))
			}
		}
		c.start, c.there = p, grown
	}
	c.hours = t.hoursOf(c.there)
	if q > 0 {
		c.next = kronecker(chains)
	}
	return c
}

// hoursOf returns the hours for video in each state.
func (t Team) hoursOf(states [][]int) []float64 {
	hours, tasks := make([]float64, len(states)), t.tasks()
	for s, there := range states {
		hours[s] = t.hoursLeft(there, tasks)
	}
	return hours
}

// hoursLeft returns the hours for video when so many people of each member are there.
func (t Team) hoursLeft(there []int, tasks []string) float64 {
	sum := -t.FixedHours
	for i, m := range t.Members {
		sum += float64(there[i]) * m.Hours
	}
	for _, task := range tasks {
		done := false
		for i, m := range t.Members {
			done = done || there[i] > 0 && m.can(task)
		}
		if !done {
			return 0
		}
	}
	return max(0, sum)
}

// crewRow returns, for present people of n now, the probabilities of first..n present in the next week.
func crewRow(n, first, present int, q, spell float64) []float64 {
	row := make([]float64, n-first+1)
	if q == 0 {
		row[present-first] = 1
		return row
	}
	back := 1 / spell
	leave := back * q / (1 - q)
	for stay := range present + 1 {
		for come := range n - present + 1 {
			row[stay+come-first] += binomial(present, stay, 1-leave) * binomial(n-present, come, back)
		}
	}
	return row
}

// kronecker combines independent chains into one over all combinations.
func kronecker(chains [][][]float64) [][]float64 {
	all := [][]float64{{1}}
	for _, chain := range chains {
		grown := make([][]float64, 0, len(all)*len(chain))
		for _, a := range all {
			for _, b := range chain {
				row := make([]float64, 0, len(a)*len(b))
				for _, x := range a {
					for _, y := range b {
						row = append(row, x*y)
					}
				}
				grown = append(grown, row)
			}
		}
		all = grown
	}
	return all
}

// binomial returns the probability of k among n with probability p each.
func binomial(n, k int, p float64) float64 {
	switch {
	case p <= 0:
		return indicator(k == 0)
	case p >= 1:
		return indicator(k == n)
	}
	lg := func(x int) float64 { v, _ := math.Lgamma(float64(x) + 1); return v }
	return math.Exp(lg(n) - lg(k) - lg(n-k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// mean returns the hours of an average week.
func (c crew) mean() float64 {
	sum := 0.0
	for s, h := range c.hours {
		sum += c.start[s] * h
	}
	return sum
}

// step moves a distribution over blocks of the given width, one block a state,
// one week on.
func (c crew) step(from, to []float64, width int) {
	if c.next == nil {
		copy(to, from)
		return
	}
	clear(to)
	for s, row := range c.next {
		source := from[s*width : (s+1)*width]
		for t, p := range row {
			if p == 0 {
				continue
			}
			target := to[t*width : (t+1)*width]
			for i, v := range source {
				target[i] += p * v
			}
		}
	}
}
