package rhythm

import (
	"cmp"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Plan is the question: who works, what a video takes, and what is asked of the
// rhythm.
type Plan struct {
	Team         Team          `json:"team"`
	Video        Work          `json:"video"`
	ApprovalDays float64       `json:"approvalDays,omitzero"` // working days a finished video waits for approval, 0 to 60
	Stock        Stock         `json:"stock,omitzero"`        // finished videos in reserve; zero: none
	Weeks        int           `json:"weeks,omitzero"`        // horizon, 1 to 104; zero: 26, half a year
	Level        measure.Share `json:"level,omitzero"`        // probability with which a rhythm has to hold, 0.5 to 0.99; zero: 0.9
	BatchWeeks   int           `json:"batchWeeks,omitzero"`   // period of a batch, 2 to 8 weeks; zero: 4
}

// Stock is a reserve of finished videos that do not age.
type Stock struct {
	Start int `json:"start"` // at the beginning, at most Most
	Most  int `json:"most"`  // carried from one period into the next, 0 to 100; begun work included
}

// The defaults of a Plan, assumptions of this library.
const (
	DefaultWeeks      = 26  // half a year
	DefaultLevel      = 0.9 // nine of ten weeks
	DefaultBatchWeeks = 4
)

func (p Plan) withDefaults() Plan {
	p.Weeks = cmp.Or(p.Weeks, DefaultWeeks)
	p.Level = cmp.Or(p.Level, DefaultLevel)
	p.BatchWeeks = cmp.Or(p.BatchWeeks, DefaultBatchWeeks)
	return p
}

func (p Plan) check() error {
	var l check.List
	p.Team.check(&l, "/team")
	p.Video.check(&l, "/video")
	l.Between("/approvalDays", p.ApprovalDays, 0, 60, "0 to 60 working days")
	l.Between("/stock/most", float64(p.Stock.Most), 0, 100, "0 to 100 videos")
	if l.Between("/stock/start", float64(p.Stock.Start), 0, 100, "0 to 100 videos") && p.Stock.Start > p.Stock.Most {
		l.Add("/stock/start", check.ErrConflict, p.Stock.Start, "at most what the stock holds (/stock/most)")
	}
	l.Between("/weeks", float64(p.Weeks), 1, 104, "1 to 104 weeks")
	l.Between("/level", float64(p.Level), 0.5, 0.99, "a probability from 0.5 to 0.99")
	l.Between("/batchWeeks", float64(p.BatchWeeks), 2, maxWeeks, "2 to 8 weeks")
	return l.Err()
}
