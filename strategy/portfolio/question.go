package portfolio

import (
	"fmt"
	"slices"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Question is what there is to decide.
type Question struct {
	// Target is the target group: people by age band, without overlap, each above 0. Required.
	Target []audience.Cell `json:"target"`
	// Hours a week that the team has for all channels, 0 to 168 for each of its members.
	Hours measure.Hours `json:"hours"`
	// Experiments are the hours of them that stay free to try things.
	Experiments measure.Hours `json:"experiments,omitzero"`
	// MinRating is the mean of a candidate's ratings below which it is unfit; 2.5 when left out.
	MinRating  float64     `json:"minRating,omitzero"`
	Candidates []Candidate `json:"candidates"`
	// Shape of the shared activity; audience.NetShape when unknown.
	Shape measure.Estimate `json:"shape,omitzero"`
}

// Candidate is a channel that is run or could be.
type Candidate struct {
	Name     string        `json:"name"`
	Platform platform.Name `json:"platform"`
	Role     Role          `json:"role,omitzero"`  // everyday when left out
	State    State         `json:"state,omitzero"` // planned when left out
	// Hours a week that the channel takes when it is run.
	Hours measure.Hours `json:"hours"`
	// Reach is how many people of each target band the channel reaches when it is
	// run, in the order of the target. Unknown is not 0: a candidate whose reach is
	// unknown in every band stays as it is: kept where it runs, left where it was
	// left, else watched.
	Reach []measure.Estimate `json:"reach"`
	// Followers of the account, for the record; nobody is reached by following alone.
	Followers measure.Estimate `json:"followers,omitzero"`
	Ratings   Ratings          `json:"ratings,omitzero"`
	// ReplacedBy names the candidate that takes over a crisis channel's role.
	ReplacedBy string `json:"replacedBy,omitzero"`
	// RuledOut says that a guard rail forbids the platform, and which one.
	RuledOut string `json:"ruledOut,omitzero"`
}

// MaxCandidates is the largest number of candidates. A state weighs 25 channels.
const MaxCandidates = 40

// defaultMinRating lies between "poor" and "middling" on the scale of 1 to 5.
const defaultMinRating = 2.5

// Validate returns everything that is wrong with the question, with its place.
func (q Question) Validate() error {
	var l check.List
	bands := make([]audience.Band, len(q.Target))
	for i, c := range q.Target {
		bands[i] = c.Band
		if c.People < 1 || c.People > 1e10 {
			l.Add(check.Pointer("target", i, "people"), check.ErrRange, int64(c.People), "1 to 10,000,000,000 people")
		}
	}
	audience.CheckBands(&l, "/target", bands)
	l.Between("/hours", float64(q.Hours), 0, 1e5, "hours a week, 0 or more")
	if l.Between("/experiments", float64(q.Experiments), 0, 1e5, "hours a week, 0 or more") && q.Experiments > q.Hours {
		l.Add("/experiments", check.ErrConflict, float64(q.Experiments), "no more than hours")
	}
	l.Between("/minRating", q.MinRating, 0, 5, "1 to 5, or nothing")
	if s := q.Shape; s.Known() {
		l.Between("/shape/p10", s.P10(), 1e-4, 1e6, "a shape from 0.0001 to 1,000,000")
		l.Between("/shape/p90", s.P90(), 1e-4, 1e6, "a shape from 0.0001 to 1,000,000")
	}
	if n := len(q.Candidates); n > MaxCandidates {
		l.Add("/candidates", check.ErrLimit, n, fmt.Sprintf("at most %d candidates", MaxCandidates))
		return l.Err()
	}
	for i, c := range q.Candidates {
		c.validate(&l, check.Pointer("candidates", i), q)
		if slices.IndexFunc(q.Candidates, func(d Candidate) bool { return d.Name == c.Name }) < i {
			l.Add(check.Pointer("candidates", i, "name"), check.ErrDuplicate, c.Name, "every candidate once")
		}
	}
	return l.Err()
}

func (c Candidate) validate(l *check.List, at string, q Question) {
	l.NotEmpty(at+"/name", c.Name, "what the channel is called")
	if !c.Platform.Valid() {
		l.Add(at+"/platform", check.ErrSyntax, string(c.Platform), "the name of a platform such as tiktok")
	}
	if c.Role != 0 && !c.Role.IsValid() {
		l.Add(at+"/role", check.ErrUnknown, c.Role, "everyday, crisis, recruiting or reserve")
	}
	if c.State != 0 && !c.State.IsValid() {
		l.Add(at+"/state", check.ErrUnknown, c.State, "active, planned, watched, resting or left")
	}
	l.Between(at+"/hours", float64(c.Hours), 0, 1e5, "hours a week, 0 or more")
	c.Ratings.Check(l, at+"/ratings")
	if c.ReplacedBy == c.Name && c.Name != "" {
		l.Add(at+"/replacedBy", check.ErrConflict, c.ReplacedBy, "another candidate")
	} else if c.ReplacedBy != "" && !slices.ContainsFunc(q.Candidates, func(d Candidate) bool { return d.Name == c.ReplacedBy }) {
		l.Add(at+"/replacedBy", check.ErrUnknown, c.ReplacedBy, "the name of a candidate")
	}
	if len(c.Reach) != len(q.Target) {
		l.Add(at+"/reach", check.ErrConflict, len(c.Reach), fmt.Sprintf("one estimate for each of the %d target bands", len(q.Target)))
		return
	}
	for j, r := range c.Reach {
		if r.Known() && (r.P10() < 0 || r.P90() > float64(q.Target[j].People)) {
			l.Add(at+check.Pointer("reach", j), check.ErrRange, r.String(), "people from 0 to those of the band")
		}
	}
}

// mean returns the mean of the ratings given, and whether there is one.
func (r Ratings) mean() (float64, bool) {
	sum, n := 0, 0
	for _, v := range [...]int{r.Bots, r.Discussion, r.Correctability} {
		if v > 0 {
			sum, n = sum+v, n+1
		}
	}
	if n == 0 {
		return 0, false
	}
	return float64(sum) / float64(n), true
}
