package agency

import "github.com/hochkant/hochkant/strategy/check"

// Skill is how well somebody can do a task. The zero value means that nobody
// said, which is not the same as [NoSkill].
type Skill uint8

// The levels, 0 to 4 points.
const (
	NoSkill Skill = iota + 1 // cannot do it
	Basic                    // has tried it
	Working                  // does it with some help: enough for a civic channel
	Able                     // does it alone
	Expert                   // does it better than most for a living
)

var skillWords = check.Words[Skill]{NoSkill: "none", Basic: "basic", Working: "working", Able: "able", Expert: "expert"}

// String returns "none", "basic", "working", "able" or "expert".
func (s Skill) String() string { return skillWords.String(s) }

// MarshalText writes the word of [Skill.String]; an invalid value is an error.
func (s Skill) MarshalText() ([]byte, error) { return skillWords.Marshal(s) }

// UnmarshalText reads one of the words.
func (s *Skill) UnmarshalText(text []byte) (err error) {
	*s, err = skillWords.Parse(string(text))
	return err
}

// points is the level as a number, 0 to 4. What nobody said counts as Basic.
func (s Skill) points() float64 {
	if s == 0 {
		s = Basic
	}
	return float64(s - NoSkill)
}

// advised is the level after advice: one step up, at most [Able], and never
// down. One step per workshop is our assumption.
func (s Skill) advised() Skill {
	if s == 0 {
		return 0
	}
	return max(s, min(s+1, Able))
}
