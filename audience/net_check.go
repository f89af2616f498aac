package audience

import (
	"fmt"

	"github.com/hochkant/hochkant/audience/reach"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// maxNetParts is what [reach.UnionBounds] takes; a state chancellery runs 25 channels.
const maxNetParts = 64

// check returns the laws at P10, P50 and P90 of the shape, or all problems.
func (q NetQuestion) check() (laws [3]reach.NBD, err error) {
	var l check.List
	parts := q.checkParts(&l)
	if l.Err() == nil {
		q.checkPairs(&l, parts)
	}
	if _, err := q.Evidence.MarshalText(); err != nil {
		l.Merge("/evidence", err)
	}
	switch q.Assumption {
	case reach.Independence:
		laws = [3]reach.NBD{reach.Poisson(), reach.Poisson(), reach.Poisson()}
	case reach.SharedActivity:
		for i, shape := range []float64{q.Shape.P10(), q.Shape.P50(), q.Shape.P90()} {
			law, err := reach.NewNBD(shape)
			if err != nil {
				l.Merge("", err)
			}
			laws[i] = law
		}
	default:
		l.Add("/assumption", check.ErrUnknown, q.Assumption.String(), "sharedActivity or independence")
	}
	return laws, l.Err()
}

func (q NetQuestion) checkParts(l *check.List) map[string]measure.People {
	if len(q.Parts) == 0 {
		l.Add("/parts", check.ErrRequired, check.None, "at least one part")
	}
	if len(q.Parts) > maxNetParts {
		l.Add("/parts", check.ErrLimit, len(q.Parts), fmt.Sprintf("at most %d parts", maxNetParts))
		return nil
	}
	if !netCountWords.Valid(q.Counts) {
		l.Add("/counts", check.ErrUnknown, q.Counts.String(), "people or followers")
	}
	l.Between("/population", float64(q.Population), 0, maxPeople, "a number of people from 0 (not known) to 10,000,000,000")
	most, want := measure.People(maxPeople), "a number of people from 0 to 10,000,000,000"
	if q.Population > 0 {
		most, want = q.Population, fmt.Sprintf("a number of people from 0 to the population of %d", q.Population)
	}
	parts := make(map[string]measure.People, len(q.Parts))
	for i, p := range q.Parts {
		if p.People < 0 || p.People > most {
			l.Add(check.Pointer("parts", i, "people"), check.ErrRange, int64(p.People), want)
		}
		if !l.NotEmpty(check.Pointer("parts", i, "name"), p.Name, "the name of a platform or channel") {
			continue
		}
		if _, again := parts[p.Name]; again {
			l.Add(check.Pointer("parts", i, "name"), check.ErrDuplicate, p.Name, "each part once")
		}
		parts[p.Name] = p.People
	}
	return parts
}

func (q NetQuestion) checkPairs(l *check.List, parts map[string]measure.People) {
	seen := make(map[[2]string]bool)
	for i, p := range q.Pairs {
		at := check.Pointer("pairs", i)
		a, okA := parts[p.A]
		b, okB := parts[p.B]
		if !okA {
			l.Add(at+"/a", check.ErrUnknown, p.A, "the name of one of the parts")
		}
		if !okB {
			l.Add(at+"/b", check.ErrUnknown, p.B, "the name of one of the parts")
		}
		if !okA || !okB {
			continue
		}
		if p.A == p.B {
			l.Add(at+"/b", check.ErrDuplicate, p.B, "two different parts")
			continue
		}
		if pair := [2]string{min(p.A, p.B), max(p.A, p.B)}; seen[pair] {
			l.Add(at, check.ErrDuplicate, p.A+" and "+p.B, "each pair once")
		} else {
			seen[pair] = true
		}
		least, most := measure.People(0), min(a, b)
		if q.Population > 0 {
			least = max(0, a+b-q.Population)
		}
		if p.Both < least || p.Both > most {
			l.Add(at+"/both", check.ErrRange, int64(p.Both), fmt.Sprintf("from %d to %d people, as the two parts allow", least, most))
		}
	}
	if l.Err() != nil {
		return
	}
	gross := measure.People(0)
	for _, p := range q.Parts {
		gross += p.People
	}
	reaches, pairs, base := q.shares(gross)
	for _, t := range reach.Contradictions(reaches, pairs) {
		l.Add("/pairs", check.ErrConflict, fmt.Sprintf("%s, %s and %s", q.Parts[t.A].Name, q.Parts[t.B].Name, q.Parts[t.C].Name),
			fmt.Sprintf("pairs that agree: these need at least %.0f people on all three and allow at most %.0f", base*t.Least, max(0, base*t.Most)))
	}
}
