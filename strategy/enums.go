package strategy

import "github.com/hochkant/hochkant/strategy/check"

// Body is the kind of body a brief is about. The zero value is not said.
type Body uint8

// The kinds of body.
const (
	CityBody        Body = iota + 1 // a municipality
	AuthorityBody                   // another public authority
	StateBody                       // a state with several authorities
	FoundationBody                  // a public or political foundation
	AssociationBody                 // a welfare association or another carrier of civil society
)

var bodyWords = check.Words[Body]{
	CityBody: "city", AuthorityBody: "authority", StateBody: "state", FoundationBody: "foundation", AssociationBody: "association",
}

// String returns the word, such as "city".
func (b Body) String() string { return bodyWords.String(b) }

// MarshalText writes the word; an invalid value is an error.
func (b Body) MarshalText() ([]byte, error) { return bodyWords.Marshal(b) }

// UnmarshalText reads the word.
func (b *Body) UnmarshalText(text []byte) (err error) {
	*b, err = bodyWords.Parse(string(text))
	return err
}

// public reports whether the rules for public authorities hold.
func (b Body) public() bool { return b == CityBody || b == AuthorityBody || b == StateBody }

// GoalKind is what a channel is for.
type GoalKind uint8

// The kinds of goal.
const (
	Inform                  GoalKind = iota + 1 // an additional source of information
	CounterMisinformation                       // set facts against false information
	DemocraticCounterweight                     // do not leave the field to anti-democratic actors
	Recruit                                     // win staff or trainees
	Serve                                       // answer and help
	ReachNewPeople                              // reach people that no other channel reaches
)

var goalWords = check.Words[GoalKind]{
	Inform: "inform", CounterMisinformation: "counter misinformation", DemocraticCounterweight: "democratic counterweight",
	Recruit: "recruit", Serve: "serve", ReachNewPeople: "reach new people",
}

// String returns the words, such as "counter misinformation".
func (g GoalKind) String() string { return goalWords.String(g) }

// MarshalText writes the words; an invalid value is an error.
func (g GoalKind) MarshalText() ([]byte, error) { return goalWords.Marshal(g) }

// UnmarshalText reads the words.
func (g *GoalKind) UnmarshalText(text []byte) (err error) {
	*g, err = goalWords.Parse(string(text))
	return err
}

// Metric is a figure a team looks at.
type Metric uint8

// The metrics.
const (
	CountViews Metric = iota + 1
	CountLikes
	CountComments
	CountShares
	CountWatchTime
	CountFollowers
)

var metricWords = check.Words[Metric]{
	CountViews: "views", CountLikes: "likes", CountComments: "comments", CountShares: "shares", CountWatchTime: "watch time", CountFollowers: "followers",
}

// String returns the word, such as "views".
func (m Metric) String() string { return metricWords.String(m) }

// MarshalText writes the word; an invalid value is an error.
func (m Metric) MarshalText() ([]byte, error) { return metricWords.Marshal(m) }

// UnmarshalText reads the word.
func (m *Metric) UnmarshalText(text []byte) (err error) {
	*m, err = metricWords.Parse(string(text))
	return err
}

// Topicality is the choice between few lasting topics and topics of the day. Two sources
// disagree on it, so it is a choice; the zero value is not made yet.
type Topicality uint8

// The choices.
const (
	LeaveOut Topicality = iota + 1 // not one more outlet for topics of the day
	TakeUp                         // trends and current developments are taken up
)

var topicalityWords = check.Words[Topicality]{LeaveOut: "leave out", TakeUp: "take up"}

// String returns "leave out" or "take up".
func (t Topicality) String() string { return topicalityWords.String(t) }

// MarshalText writes the words; an invalid value is an error.
func (t Topicality) MarshalText() ([]byte, error) { return topicalityWords.Marshal(t) }

// UnmarshalText reads the words.
func (t *Topicality) UnmarshalText(text []byte) (err error) {
	*t, err = topicalityWords.Parse(string(text))
	return err
}

// ExitFigure is a figure of the assessment that an exit criterion looks at.
type ExitFigure uint8

// The figures.
const (
	ExitContinuity  ExitFigure = iota + 1 // continuity score of the channel, 0 to 100
	ExitMedianViews                       // median views of a video
	ExitReach                             // people of the target group reached, the middle of the forecast
)

var exitWords = check.Words[ExitFigure]{ExitContinuity: "continuity", ExitMedianViews: "median views", ExitReach: "reach"}

// String returns "continuity", "median views" or "reach".
func (e ExitFigure) String() string { return exitWords.String(e) }

// MarshalText writes the words; an invalid value is an error.
func (e ExitFigure) MarshalText() ([]byte, error) { return exitWords.Marshal(e) }

// UnmarshalText reads the words.
func (e *ExitFigure) UnmarshalText(text []byte) (err error) {
	*e, err = exitWords.Parse(string(text))
	return err
}
