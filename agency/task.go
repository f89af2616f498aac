package agency

import "github.com/hochkant/hochkant/strategy/check"

// Task is a piece of the work on a short-video channel. The zero value is not
// set and invalid.
type Task uint8

// The tasks, in the order in which a video passes through them.
const (
	Strategy Task = iota + 1
	Ideas
	Script
	Approval
	Film
	Edit
	Subtitles
	Publish
	Community
	Crisis
	Analytics
	Coordination
)

const taskCount = int(Coordination)

var taskWords = check.Words[Task]{
	Strategy: "strategy", Ideas: "ideas", Script: "script", Approval: "approval", Film: "film", Edit: "edit",
	Subtitles: "subtitles", Publish: "publish", Community: "community", Crisis: "crisis", Analytics: "analytics",
	Coordination: "coordination",
}

var taskDE = [...]string{
	Strategy: "Strategie", Ideas: "Ideen", Script: "Skript", Approval: "Freigabe", Film: "Dreh", Edit: "Schnitt",
	Subtitles: "Untertitel", Publish: "Veröffentlichen", Community: "Community", Crisis: "Krise", Analytics: "Auswertung",
	Coordination: "Abstimmung",
}

// Tasks returns all tasks in order.
func Tasks() []Task { return taskWords.All() }

// String returns the English word of the task, such as "subtitles".
func (t Task) String() string { return taskWords.String(t) }

// MarshalText writes the word of [Task.String]; an invalid value is an error.
func (t Task) MarshalText() ([]byte, error) { return taskWords.Marshal(t) }

// UnmarshalText reads the word of [Task.String].
func (t *Task) UnmarshalText(text []byte) (err error) {
	*t, err = taskWords.Parse(string(text))
	return err
}

func (t Task) index() int { return int(t) - 1 }

// load is what a task takes: a share of the hours of a video, or hours a week
// however many videos there are. No robust survey of hours per short video was
// found; the shares follow ranges from practice (idea 0.5 to 1.5 h,
// script and approval 0.5 to 2, filming 0.5 to 3, edit and subtitles 1 to 4,
// publishing 0.25 to 0.5, community 0.5 to 2), whose middles add up to 8 hours.
// The hours a week are our own assumption. All of it is shown as assumed.
type load struct {
	perVideo float64 // share of the hours of a video; the shares add up to 1
	perWeek  float64 // hours a week
}

var loads = [taskCount]load{
	{perWeek: 0.25},      // strategy: an hour a month
	{perVideo: 1.0 / 8},  // ideas
	{perVideo: 1.0 / 8},  // script
	{perVideo: 0.75 / 8}, // approval
	{perVideo: 1.5 / 8},  // film
	{perVideo: 2.0 / 8},  // edit
	{perVideo: 0.5 / 8},  // subtitles
	{perVideo: 0.25 / 8}, // publish
	{perVideo: 1.0 / 8},  // community
	{perWeek: 0.25},      // crisis
	{perWeek: 0.5},       // analytics
	{perWeek: 0.5},       // coordination inside the body
}

// hours returns the hours a week that the task takes at so many hours of video work.
func (l load) hours(work float64) float64 { return l.perWeek + float64(work*l.perVideo) }

// chain are the tasks a video passes through until it is published; each change
// of hands between two of them costs a reply.
var chain = [...]Task{Ideas, Script, Approval, Film, Edit, Subtitles, Publish}

// vital are the tasks without which no video comes out or no comment is
// answered: whoever does them must be able to.
var vital = [...]Task{Script, Film, Edit, Publish, Community}
