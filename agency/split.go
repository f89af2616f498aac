package agency

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Shares says who does a task. The two add up to 1.
type Shares struct {
	Own    measure.Share `json:"own"`
	Agency measure.Share `json:"agency"`
}

// Split says who does which task. A task that is not named is shared as
// [DefaultSplit] of the model says, and the decision lists that as assumed.
type Split map[Task]Shares

// withYou and forYou are the agency's shares that the source describes in
// words: with you, the body brings content and scripts and the agency supports,
// improves and produces; for you, the agency does everything from concept to
// community management. The figures are ours. Approval stays with the body,
// because nobody else can speak in its name; own people still stand in front of the camera.
var (
	withYou = [taskCount]measure.Share{0.5, 0.5, 0.2, 0, 0.6, 1, 1, 0.3, 0, 0, 0.5, 0}
	forYou  = [taskCount]measure.Share{1, 1, 1, 0, 0.9, 1, 1, 1, 1, 0.5, 1, 0}
)

// DefaultSplit returns the task split of a model as the source describes it,
// every task named. It is assumed. For an invalid model it is nil.
func DefaultSplit(m Model) Split {
	if !modelWords.Valid(m) {
		return nil
	}
	s := make(Split, taskCount)
	for i, a := range agencyShares(m) {
		s[Task(i+1)] = Shares{Own: 1 - a, Agency: a}
	}
	return s
}

func agencyShares(m Model) [taskCount]measure.Share {
	switch m {
	case DoItWithYou:
		return withYou
	case DoItForYou:
		return forYou
	default:
		return [taskCount]measure.Share{}
	}
}

// validate notes unknown tasks, shares outside 0 to 1 and pairs that do not add up.
func (s Split) validate(l *check.List, path string, m Model) {
	for _, t := range sortedTasks(s) {
		at, v := path+check.Pointer(t), s[t]
		if !taskWords.Valid(t) {
			l.Add(at, check.ErrUnknown, t, "a task such as script or film")
			continue
		}
		ok := l.Between(at+"/own", float64(v.Own), 0, 1, "a share from 0 to 1")
		ok = l.Between(at+"/agency", float64(v.Agency), 0, 1, "a share from 0 to 1") && ok
		if ok && math.Abs(float64(v.Own+v.Agency)-1) > 1e-9 {
			l.Add(at, check.ErrRange, float64(v.Own+v.Agency), "own and agency shares that add up to 1")
		}
		if ok && v.Agency > 0 && !m.bought() {
			l.Add(at+"/agency", check.ErrConflict, float64(v.Agency), "0, as the agency only gives advice in this model")
		}
	}
}

// shares returns the agency's share of every task and how many were not named.
func (s Split) shares(m Model) (agency [taskCount]float64, unnamed int) {
	for i, a := range agencyShares(m) {
		if v, ok := s[Task(i+1)]; ok {
			a = v.Agency
		} else {
			unnamed++
		}
		agency[i] = float64(a)
	}
	return agency, unnamed
}
