package strategy

import (
	"io"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
)

// Brief is what a body says about itself and its short-video channels. Only
// the name is required. What is left out is unknown, never 0 or "no": the
// assessment says what to find out first. Fields of the type measure.Answer
// take "yes" and "no".
type Brief struct {
	Name       string     `json:"name"`               // of the body, "Stadt Kassel"
	Body       Body       `json:"body,omitzero"`      // what kind of body it is
	Place      Place      `json:"place,omitzero"`     // where the people live that it is there for
	Goal       Goal       `json:"goal,omitzero"`      // what is to change
	Audience   Audience   `json:"audience,omitzero"`  // whom it wants to reach
	Topics     []Topic    `json:"topics,omitempty"`   // what the videos are about
	Channels   []Channel  `json:"channels,omitempty"` // what it runs, plans or weighs
	Team       Team       `json:"team,omitzero"`      // who does the work, in which hours
	Agency     Agency     `json:"agency,omitzero"`    // help from outside
	Partners   []Partner  `json:"partners,omitempty"` // who could run a channel together with it
	Presence   Presence   `json:"presence,omitzero"`  // who appears, and how
	GuardRails GuardRails `json:"guardRails,omitzero"`
	Community  Community  `json:"community,omitzero"`
	// Marks say where the inputs come from, by their place in the brief. The
	// assessment lists what is only assumed.
	Marks []Mark `json:"marks,omitempty"`
}

// Place is where the people live. Without inhabitants no reach is calculated.
type Place struct {
	Name        string          `json:"name"`                 // "Kassel", "Sachsen", "Deutschland"
	Inhabitants *measure.People `json:"inhabitants,omitzero"` // of all ages
	Bands       []audience.Cell `json:"bands,omitempty"`      // population by age where it is known; else the age structure of Germany
}

// Goal is what the channel is for: not what it posts, but what changes.
type Goal struct {
	Kinds   []GoalKind   `json:"kinds,omitempty"`
	Change  string       `json:"change,omitzero"`  // what shall change in the real world, in one sentence
	Measure string       `json:"measure,omitzero"` // how one will see it
	From    *float64     `json:"from,omitzero"`    // the measure today
	To      *float64     `json:"to,omitzero"`      // the measure wanted
	By      measure.Date `json:"by,omitzero"`      // until when
	Niche   string       `json:"niche,omitzero"`   // the one exact topic
	Promise string       `json:"promise,omitzero"` // why somebody should watch
}

// Audience is whom the channel is for.
type Audience struct {
	Bands []audience.Band `json:"bands,omitempty"` // target age bands, without overlap
	Needs []string        `json:"needs,omitempty"` // what these people need, in their words
}

// Topic is one thing the videos are about.
type Topic struct {
	Name string `json:"name"`          // as it is or will be called in public
	Need string `json:"need,omitzero"` // which need of the audience it meets
}

// Team is who does the work.
type Team struct {
	HoursPerWeek  *measure.Hours `json:"hoursPerWeek,omitzero"`  // of all members together, for short video
	HoursPerVideo *measure.Hours `json:"hoursPerVideo,omitzero"` // from the idea to the answered comments
	ApprovalDays  *float64       `json:"approvalDays,omitzero"`  // working days until a video is approved
	// ExperimentHours of HoursPerWeek are kept free to try things.
	ExperimentHours *measure.Hours `json:"experimentHours,omitzero"`
	Members         []Member       `json:"members,omitempty"`
	AbsenceCover    measure.Answer `json:"absenceCover,omitzero"` // somebody takes over during leave and sickness
}

// Member is one person of the team, named by the role.
type Member struct {
	Role        string         `json:"role"`                 // "Redaktion", "Auszubildende"
	CanPublish  measure.Answer `json:"canPublish,omitzero"`  // has the access and the right to publish
	OnCamera    measure.Answer `json:"onCamera,omitzero"`    // appears in the videos
	TargetGroup measure.Answer `json:"targetGroup,omitzero"` // belongs to the target group
}

// Partner is another body that could share a channel.
type Partner struct {
	Name         string         `json:"name"`
	HoursPerWeek *measure.Hours `json:"hoursPerWeek,omitzero"` // what it can give
	Willing      measure.Answer `json:"willing,omitzero"`      // ready to stand behind a topic instead of in front
	Format       string         `json:"format,omitzero"`       // its own recurring format in a shared channel
}

// Mark says where an input comes from.
type Mark struct {
	At       string           `json:"at"`              // JSON Pointer into the brief; it covers what lies below
	Evidence measure.Evidence `json:"evidence"`        // assumed, or measured where the source gives it
	Source   string           `json:"source,omitzero"` // "S1", "press release of 3 June 2024"
}

// Channel is one channel on one platform; several on one platform are several channels.
type Channel struct {
	Name          string                `json:"name"`
	Platform      platform.Name         `json:"platform"`
	Role          portfolio.Role        `json:"role,omitzero"`
	State         portfolio.State       `json:"state,omitzero"`
	Followers     *int64                `json:"followers,omitzero"`
	VideosPerWeek *float64              `json:"videosPerWeek,omitzero"` // planned
	HoursPerWeek  *measure.Hours        `json:"hoursPerWeek,omitzero"`  // what it takes of the team
	Ratings       portfolio.Ratings     `json:"ratings,omitzero"`
	Counts        []Metric              `json:"counts,omitempty"`      // what the team looks at, the most important first
	LocationTag   measure.Answer        `json:"locationTag,omitzero"`  // videos carry a location
	Trends        measure.Answer        `json:"trends,omitzero"`       // takes up what is going round on the platform
	OwnContent    measure.Answer        `json:"ownContent,omitzero"`   // made for the platform, not other platforms' content as video
	Corporate     measure.Answer        `json:"corporate,omitzero"`    // follows the corporate identity
	Influencers   []string              `json:"influencers,omitempty"` // who lends a face or a channel
	Posts         []Post                `json:"posts,omitempty"`       // what was published
	Pauses        []cadence.Pause       `json:"pauses,omitempty"`      // announced breaks
	Reports       []audience.ViewReport `json:"reports,omitempty"`     // what a report says of views: a best video, a total
}

// Post is one published video of a channel.
type Post struct {
	PublishedAt time.Time `json:"publishedAt"`
	Views       *int64    `json:"views,omitzero"` // counted when the brief was written
}

// ReadBrief reads a brief from strict JSON and validates it: all problems at
// once, each with its place. See check.Decode for what strict means.
func ReadBrief(r io.Reader) (Brief, error) {
	b, err := check.Decode[Brief](r)
	if err != nil {
		return Brief{}, err
	}
	if err := b.Validate(); err != nil {
		return Brief{}, err
	}
	return b, nil
}
