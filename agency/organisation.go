package agency

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/agency/procurement"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Organisation is what the body has. Quantities that are left out are unknown:
// a check that needs them is unknown too, and calculations use a documented
// default that the decision lists as assumed.
type Organisation struct {
	Name         string            `json:"name,omitzero"`
	Buyer        procurement.Buyer `json:"buyer,omitzero"`
	HoursPerWeek mcda.Quantity     `json:"hoursPerWeek,omitzero"` // working hours of the own team for the channel, 0 to 168
	TaskHours    map[Task]float64  `json:"taskHours,omitempty"`   // hours a week kept for a task where that is settled; 0 means nobody
	Skills       map[Task]Skill    `json:"skills,omitempty"`      // best level in the team; a task left out is not known
	Publishers   mcda.Quantity     `json:"publishers,omitzero"`   // own people able to publish
	ApprovalDays mcda.Quantity     `json:"approvalDays,omitzero"` // working days until a video is approved
	ReplyHours   mcda.Quantity     `json:"replyHours,omitzero"`   // hours until the own team answers a comment
	Budget       mcda.Quantity     `json:"budget,omitzero"`       // euros a year for outside help, taxes included
	InputTax     bool              `json:"inputTax,omitzero"`     // may deduct VAT (Vorsteuerabzug); most public bodies may not
	Grade        Grade             `json:"grade,omitzero"`        // pay grade of the team, when StaffCost is left out; E 10 when neither is given
	StaffCost    StaffCost         `json:"staffCost,omitzero"`
}

// Need is what the channel has to do.
type Need struct {
	VideosPerWeek float64          `json:"videosPerWeek"`          // 0.01 to 50
	HoursPerVideo mcda.Quantity    `json:"hoursPerVideo,omitzero"` // from the idea to the answered comments; 4 to 15, most likely 8, when left out
	ReplyHours    float64          `json:"replyHours,omitzero"`    // a comment is answered within this time; 0 sets no demand
	DaysToPost    float64          `json:"daysToPost,omitzero"`    // an idea is out within these working days; 0 sets no demand
	Publishers    int              `json:"publishers,omitzero"`    // people able to publish at least; 2 when left out
	AsOf          measure.Date     `json:"asOf,omitzero"`          // the day of the decision
	Start         measure.Date     `json:"start,omitzero"`         // the first video is wanted by this day; needs AsOf
	HorizonMonths int              `json:"horizonMonths"`          // 1 to 60
	Reach         measure.Estimate `json:"reach,omitzero"`         // people the channel reaches over the horizon, where a forecast is given
}

// defaultPublishers is the rule that one person alone is always too few: leave,
// sickness, weekends (amtzweinull.com).
const defaultPublishers = 2

// A rhythm lies between a video in two years and more than anybody posts on one channel.
const (
	minVideos = 0.01
	maxVideos = 50
)

func (o Organisation) validate(l *check.List) {
	const at = "/organisation"
	bounded(l, at+"/hoursPerWeek", o.HoursPerWeek, 0, float64(measure.HoursPerWeek), "0 to 168 hours a week")
	bounded(l, at+"/publishers", o.Publishers, 0, 1000, "0 to 1,000 people")
	bounded(l, at+"/approvalDays", o.ApprovalDays, 0, 365, "0 to 365 working days")
	bounded(l, at+"/replyHours", o.ReplyHours, 0, 8760, "0 to 8,760 hours")
	bounded(l, at+"/budget", o.Budget, 0, 1e9, "0 to 1 billion euros a year")
	sum := 0.0
	for _, t := range sortedTasks(o.TaskHours) {
		if !taskWords.Valid(t) {
			l.Add(at+check.Pointer("taskHours", t), check.ErrUnknown, t, "a task such as script or film")
			continue
		}
		if l.Between(at+"/taskHours/"+t.String(), o.TaskHours[t], 0, float64(measure.HoursPerWeek), "0 to 168 hours a week") {
			sum += o.TaskHours[t]
		}
	}
	if top, err := o.HoursPerWeek.Quantile(0.99); err == nil && sum > top*(1+tolerance) {
		l.Add(at+"/taskHours", check.ErrConflict, sum, "no more hours for single tasks than hoursPerWeek in all")
	}
	for _, t := range sortedTasks(o.Skills) {
		if !taskWords.Valid(t) {
			l.Add(at+check.Pointer("skills", t), check.ErrUnknown, t, "a task such as script or film")
		} else if !skillWords.Valid(o.Skills[t]) {
			l.Add(at+"/skills/"+t.String(), check.ErrUnknown, o.Skills[t], "none, basic, working, able or expert")
		}
	}
	if o.Grade != 0 && !gradeWords.Valid(o.Grade) {
		l.Add(at+"/grade", check.ErrUnknown, o.Grade, "E 9b, E 10 or E 11")
	}
	if o.StaffCost != (StaffCost{}) {
		o.StaffCost.validate(l, at+"/staffCost")
	}
	// A buyer is not given, or given by both of its parts.
	if _, err := o.Buyer.Region.MarshalText(); err != nil && o.Buyer != (procurement.Buyer{}) {
		l.Merge(at+"/buyer/region", err)
	}
	if _, err := o.Buyer.Level.MarshalText(); err != nil && o.Buyer != (procurement.Buyer{}) {
		l.Merge(at+"/buyer/level", err)
	}
}

func (n Need) validate(l *check.List) {
	const at = "/need"
	l.Between(at+"/videosPerWeek", n.VideosPerWeek, minVideos, maxVideos, "0.01 to 50 videos a week")
	bounded(l, at+"/hoursPerVideo", n.HoursPerVideo, 0.1, 1000, "0.1 to 1,000 hours")
	l.Between(at+"/replyHours", n.ReplyHours, 0, 8760, "0 to 8,760 hours")
	l.Between(at+"/daysToPost", n.DaysToPost, 0, 365, "0 to 365 working days")
	l.Between(at+"/publishers", float64(n.Publishers), 0, 1000, "0 to 1,000 people")
	l.Between(at+"/horizonMonths", float64(n.HorizonMonths), 1, 60, "1 to 60 months")
	switch {
	case n.Start.IsZero():
	case n.AsOf.IsZero():
		l.Add(at+"/asOf", check.ErrRequired, check.None, "the day of the decision, because a start is given")
	case n.Start.Before(n.AsOf):
		l.Add(at+"/start", check.ErrOrder, n.Start, "a day not before asOf")
	}
	if n.Reach.Known() && n.Reach.P10() < 0 {
		l.Add(at+"/reach", check.ErrRange, n.Reach.P10(), "people, not below 0")
	}
}

// bounded notes a quantity that is invalid, or whose middle 98 % do not lie from
// lo to hi. Draws beyond count as the nearer end. A quantity that is not set is fine.
func bounded(l *check.List, path string, q mcda.Quantity, lo, hi float64, want string) {
	if q == (mcda.Quantity{}) {
		return
	}
	if err := q.Validate(); err != nil {
		l.Merge(path, err)
		return
	}
	for _, p := range [...]float64{0.01, 0.99} {
		if v, err := q.Quantile(p); err != nil {
			l.Merge(path, err)
			return
		} else if !l.Between(path, v, lo, hi, want) {
			return
		}
	}
}

// sortedTasks returns the keys in order, so that no map order reaches a result.
func sortedTasks[V any](m map[Task]V) []Task {
	keys := make([]Task, 0, len(m))
	for t := range m {
		keys = append(keys, t)
	}
	slices.SortFunc(keys, cmp.Compare[Task])
	return keys
}

// tolerance keeps comparisons away from the last bits, which differ between platforms.
const tolerance = 1e-9
