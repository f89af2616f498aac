package alliance

import (
	"fmt"
	"slices"

	"github.com/hochkant/hochkant/agency"
	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/cadence/rhythm"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Carrier is one body that could share the channel.
type Carrier struct {
	Name    string         `json:"name"`
	Hours   measure.Hours  `json:"hours"`            // a week for the channel, above 0 to 60
	Willing measure.Answer `json:"willing,omitzero"` // "no" keeps it out of every coalition
	Format  string         `json:"format,omitzero"`  // its own recurring format in the shared channel, such as a weekly job video
	Does    []string       `json:"does,omitempty"`   // tasks it can do, such as "Schnitt"; empty: every task
}

// Overhead is what working together costs: hours a week for one editorial team
// of n carriers, Fixed + PerCarrier x n. No source gives a figure.
type Overhead struct {
	Fixed      measure.Hours `json:"fixed"`
	PerCarrier measure.Hours `json:"perCarrier"`
}

// Hours returns the hours a week that a team of n carriers spends on coordination; one
// carrier alone none.
func (o Overhead) Hours(n int) measure.Hours {
	if n < 2 {
		return 0
	}
	return o.Fixed + o.PerCarrier*measure.Hours(n)
}

// DefaultOverhead is an hour a week for one meeting of the team and half an hour for
// each carrier. Assumed.
func DefaultOverhead() Overhead { return Overhead{Fixed: 1, PerCarrier: 0.5} }

// Question is what there is to weigh.
type Question struct {
	Carriers []Carrier     `json:"carriers"` // 2 to [MaxCarriers]
	Platform platform.Name `json:"platform"`
	// Target is whom all carriers want to reach, on the platform. Required.
	Target audience.Target `json:"-"`
	// Prior of the views of a video, the same for every channel. Required.
	Prior audience.ViewPrior `json:"-"`
	// Video is what one takes; rhythm.Typical of the platform when its mean is unknown.
	Video    rhythm.Work    `json:"video,omitzero"`
	Absence  rhythm.Absence `json:"absence,omitzero"`  // rhythm.TypicalAbsence when zero
	Overhead Overhead       `json:"overhead,omitzero"` // [DefaultOverhead] when zero
	// Care is the hours a week that any channel takes, whatever it posts: comments,
	// planning, statistics. 2 when zero.
	Care  measure.Hours    `json:"care,omitzero"`
	Weeks int              `json:"weeks,omitzero"` // horizon, 4 to 104; 26, half a year, when zero
	Staff agency.StaffCost `json:"staff,omitzero"` // of one post; agency.DefaultStaffCost of E 10 when zero
	// Cap is the largest share of videos that are carriers' own formats, the rest being
	// the topic's; 0.25 when zero.
	Cap measure.Share `json:"cap,omitzero"`
}

// MaxCarriers is the largest number of carriers. All coalitions are looked at up to 14
// of those willing; beyond, only all of them together.
const MaxCarriers = 40

const maxCoalition = 14

const (
	defaultWeeks = 26
	defaultCare  = 2    // hours; community, planning and statistics of one small channel, assumed as in the package agency
	defaultCap   = 0.25 // one video in four: "otherwise only in the background" (C11), without a number there
)

func (q Question) withDefaults() Question {
	if !q.Video.Mean.Known() {
		q.Video = rhythm.Typical(q.Platform)
	}
	if q.Absence == (rhythm.Absence{}) {
		q.Absence = rhythm.TypicalAbsence()
	}
	if q.Overhead == (Overhead{}) {
		q.Overhead = DefaultOverhead()
	}
	if q.Weeks == 0 {
		q.Weeks = defaultWeeks
	}
	if q.Staff == (agency.StaffCost{}) {
		q.Staff = agency.DefaultStaffCost(agency.E10)
	}
	if q.Cap == 0 {
		q.Cap = defaultCap
	}
	if q.Care == 0 {
		q.Care = defaultCare
	}
	return q
}

// validate looks at what the packages below would not see.
func (q Question) validate() error {
	var l check.List
	if n := len(q.Carriers); n < 2 || n > MaxCarriers {
		l.Add("/carriers", check.ErrLimit, n, fmt.Sprintf("2 to %d carriers", MaxCarriers))
	}
	for i, c := range q.Carriers[:min(len(q.Carriers), MaxCarriers)] {
		at := check.Pointer("carriers", i)
		l.NotEmpty(at+"/name", c.Name, "the name of the carrier")
		if slices.IndexFunc(q.Carriers, func(d Carrier) bool { return d.Name == c.Name }) < i {
			l.Add(at+"/name", check.ErrDuplicate, c.Name, "every carrier once")
		}
		if l.Positive(at+"/hours", float64(c.Hours), "hours a week above 0 to 60") {
			l.Between(at+"/hours", float64(c.Hours), 0, 60, "hours a week above 0 to 60")
		}
		for j, task := range c.Does {
			l.NotEmpty(at+check.Pointer("does", j), task, "the name of a task")
		}
	}
	if !q.Platform.Valid() {
		l.Add("/platform", check.ErrSyntax, string(q.Platform), "the name of a platform such as tiktok")
	}
	if len(q.Target.Bands()) == 0 {
		l.Add("/target", check.ErrRequired, check.None, "a target made by audience.NewTarget")
	}
	l.Between("/overhead/fixed", float64(q.Overhead.Fixed), 0, 168, "hours a week from 0 to 168")
	l.Between("/overhead/perCarrier", float64(q.Overhead.PerCarrier), 0, 168, "hours a week from 0 to 168")
	l.Between("/care", float64(q.Care), 0, 168, "hours a week from 0 to 168")
	l.Between("/weeks", float64(q.Weeks), 4, 104, "4 to 104 weeks")
	l.Between("/cap", float64(q.Cap), 0, 1, "a share from 0 to 1")
	return l.Err()
}

// willing returns the indices of the carriers that did not say no.
func (q Question) willing() []int {
	var list []int
	for i, c := range q.Carriers {
		if c.Willing != measure.No {
			list = append(list, i)
		}
	}
	return list
}
