package audience

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Statement is a share that a source prints about the use of a platform, with
// everything without which the figure means nothing. Whether it is a share of
// the people of an age or of the users of the platform is said by the type
// that is made from it, [Penetration] or [Composition].
type Statement struct {
	Platform  platform.Name    `json:"platform"`
	Band      Band             `json:"band"`
	Frequency Frequency        `json:"frequency"` // what the source means by "uses"
	Base      Base             `json:"base"`      // whom the source asked
	Share     measure.Interval `json:"share"`     // inside [0,1]; see [Percent]; open ends mean 0 and 1
	Sample    int64            `json:"sample,omitzero"`
	Source    measure.Source   `json:"source"` // its Year is the year the figure is of
}

// Percent returns the shares that round to a printed whole percentage: 26
// stands for 25.5 to 26.5 %. It clips to [0,1], and is empty of knowledge (the
// zero Interval) for a number outside 0 to 100.
func Percent(p int) measure.Interval {
	if p < 0 || p > 100 {
		return measure.Interval{}
	}
	lo, hi := (float64(p)-0.5)/100, (float64(p)+0.5)/100
	i, _ := measure.NewInterval(max(lo, 0), min(hi, 1)) // finite and in order by construction
	return i
}

// Check notes in l what is wrong with the statement, below path.
func (s Statement) Check(l *check.List, path string) {
	if !s.Platform.Valid() {
		l.Add(path+"/platform", check.ErrSyntax, string(s.Platform), "the name of a platform such as tiktok")
	}
	if !s.Band.IsValid() {
		l.Add(path+"/band", check.ErrRequired, s.Band, ageText)
	}
	if !s.Frequency.IsValid() {
		l.Add(path+"/frequency", check.ErrRequired, check.None, "what the source means by uses, such as weekly, or unspecified")
	}
	if !s.Base.IsValid() {
		l.Add(path+"/base", check.ErrRequired, check.None, "whom the source asked: residents or internet users")
	}
	lo, hi := ends(s.Share)
	l.Between(path+"/share/lo", lo, 0, 1, "a share from 0 to 1")
	l.Between(path+"/share/hi", hi, 0, 1, "a share from 0 to 1")
	if s.Sample < 0 {
		l.Add(path+"/sample", check.ErrRange, s.Sample, "a number of people asked, or 0 when it is not known")
	}
}

// ends returns the ends of a share, 0 and 1 where they are open.
func ends(i measure.Interval) (lo, hi float64) {
	lo, _ = i.Lo()
	hi, ok := i.Hi()
	if !ok {
		hi = 1
	}
	return lo, hi
}

// Penetration is P(uses the platform | age band): "more than half of the 14-
// to 19-year-olds use TikTok regularly". The zero Penetration is not valid.
type Penetration struct{ s Statement }

// NewPenetration returns the statement as a share of the people of the band.
func NewPenetration(s Statement) (Penetration, error) {
	var l check.List
	s.Check(&l, "")
	if err := l.Err(); err != nil {
		return Penetration{}, err
	}
	return Penetration{s}, nil
}

// Statement returns what the penetration was made from.
func (p Penetration) Statement() Statement { return p.s }

// MarshalJSON writes the statement and "of":"band".
func (p Penetration) MarshalJSON() ([]byte, error) { return marshalStatement("band", p.s) }

// Composition is P(age band | user of the platform): "26 % of TikTok users are
// 10 to 29". The zero Composition is not valid.
type Composition struct{ s Statement }

// NewComposition returns the statement as a share of the users of the platform.
func NewComposition(s Statement) (Composition, error) {
	var l check.List
	s.Check(&l, "")
	if err := l.Err(); err != nil {
		return Composition{}, err
	}
	return Composition{s}, nil
}

// Statement returns what the composition was made from.
func (c Composition) Statement() Statement { return c.s }

// MarshalJSON writes the statement and "of":"users".
func (c Composition) MarshalJSON() ([]byte, error) { return marshalStatement("users", c.s) }

func marshalStatement(of string, s Statement) ([]byte, error) {
	return json.Marshal(struct {
		Of string `json:"of"`
		Statement
	}{of, s})
}

// Penetration turns the share of users that are in the band into the share of
// the band that uses the platform, composition x users / people of the band,
// with the range that follows from the ranges of all three. The users are
// people, not accounts, at the frequency the composition speaks of; open ends
// are allowed. When even the lowest value exceeds the whole band the figures
// cannot all be right and the error is of kind check.ErrConflict.
func (c Composition) Penetration(users measure.Interval, in Place) (Penetration, error) {
	s, err := convert(c.s, in, users, func(lo, hi, uLo, uHi, nLo, nHi float64) (float64, float64) {
		return lo * uLo / nHi, hi * uHi / nLo
	})
	return Penetration{s}, err
}

// Composition turns the share of the band that uses the platform into the
// share of users that are in the band, penetration x people of the band /
// users. It is the inverse of [Composition.Penetration] and treats ranges and
// conflicts as that does.
func (p Penetration) Composition(users measure.Interval, in Place) (Composition, error) {
	s, err := convert(p.s, in, users, func(lo, hi, uLo, uHi, nLo, nHi float64) (float64, float64) {
		return lo * nLo / uHi, hi * nHi / uLo
	})
	return Composition{s}, err
}

func convert(s Statement, in Place, users measure.Interval, f func(lo, hi, uLo, uHi, nLo, nHi float64) (float64, float64)) (Statement, error) {
	var l check.List
	s.Check(&l, "")
	uLo, _ := users.Lo()
	uHi, ok := users.Hi()
	if !ok {
		uHi = math.Inf(1)
	} else {
		l.Positive("/users/hi", uHi, "a number of users above 0")
	}
	if uLo < 0 {
		l.Add("/users/lo", check.ErrRange, uLo, "a number of users that is not negative")
	}
	var people measure.Estimate
	if l.Err() == nil {
		var err error
		people, err = in.People(s.Band)
		l.Merge("/band", err)
		if err == nil && people.P10() <= 0 {
			l.Add("/band", check.ErrRange, s.Band, "a band in which somebody lives")
		}
	}
	if err := l.Err(); err != nil {
		return Statement{}, err
	}
	lo, hi := ends(s.Share)
	lo, hi = f(lo, hi, uLo, uHi, people.P10(), people.P90())
	// 0 x infinity and 0 / 0 come from open ends: nothing is known there.
	if math.IsNaN(lo) {
		lo = 0
	}
	if math.IsNaN(hi) || hi > 1 {
		hi = 1
	}
	if lo > 1+1e-9 {
		return Statement{}, check.Problem{
			Path: "/share", Value: strconv.FormatFloat(100*min(lo, 1e4), 'f', 1, 64) + " %", Kind: check.ErrConflict,
			Want: "users, people and share that give at most 100 %",
		}
	}
	share, err := measure.NewInterval(min(lo, hi), hi)
	if err != nil {
		return Statement{}, err
	}
	s.Share, s.Sample = share, 0
	s.Source.Certainty = measure.Computed
	s.Source.Note = "converted between share of users and share of people"
	return s, nil
}
