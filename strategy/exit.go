package strategy

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// ExitStatus says how a channel stands to an exit criterion.
type ExitStatus uint8

// The statuses.
const (
	ExitNotDue   ExitStatus = iota + 1 // its day has not come
	ExitUnknown                        // the figure is not known
	ExitMet                            // the figure is not below the line: go on
	ExitUndercut                       // the figure is below the line: end it, as agreed
)

var exitStatusWords = check.Words[ExitStatus]{ExitNotDue: "not due", ExitUnknown: "unknown", ExitMet: "met", ExitUndercut: "undercut"}

// String returns "not due", "unknown", "met" or "undercut".
func (s ExitStatus) String() string { return exitStatusWords.String(s) }

// MarshalText writes the words; an invalid value is an error.
func (s ExitStatus) MarshalText() ([]byte, error) { return exitStatusWords.Marshal(s) }

// UnmarshalText reads the words.
func (s *ExitStatus) UnmarshalText(text []byte) (err error) {
	*s, err = exitStatusWords.Parse(string(text))
	return err
}

// ExitCheck is an exit criterion held against an assessment.
type ExitCheck struct {
	Criterion ExitCriterion    `json:"criterion"`
	Channel   string           `json:"channel,omitempty"` // the criterion is checked for every channel with the figure; empty for the reach of all
	Value     measure.Estimate `json:"value"`             // the figure today
	Status    ExitStatus       `json:"status"`
	Reason    reason.Reason    `json:"reason"`
}

// exits checks every exit criterion of the brief: continuity and views for each
// channel with a history, reach for the whole plan. A criterion is undercut when the middle
// of its figure lies below the line.
func (c *caseOf) exits(a *Assessment) []ExitCheck {
	var checks []ExitCheck
	for _, e := range c.brief.GuardRails.ExitCriteria {
		n := len(checks)
		switch e.Figure {
		case ExitReach:
			if a.Forecast != nil {
				checks = append(checks, c.exit(e, "", a.Forecast.Reached))
			}
		case ExitContinuity, ExitMedianViews:
			for i, ch := range c.brief.Channels {
				if v := c.exitValue(e.Figure, i); v.Known() {
					checks = append(checks, c.exit(e, c.label(ch), v))
				}
			}
		}
		if len(checks) == n {
			checks = append(checks, c.exit(e, "", measure.Estimate{}))
		}
	}
	return checks
}

// exitValue is the figure of one channel; unknown when there is none.
func (c *caseOf) exitValue(f ExitFigure, i int) measure.Estimate {
	var v measure.Estimate
	switch f {
	case ExitContinuity:
		if r, ok := c.reports[i]; ok && r.Score != nil {
			v, _ = measure.Exactly(r.Score.Points, measure.Estimated)
		}
	case ExitMedianViews:
		var views []float64
		for _, p := range c.brief.Channels[i].Posts {
			if p.Views != nil {
				views = append(views, float64(*p.Views))
			}
		}
		v, _ = measure.Summarize(views) // no views: unknown
	case ExitReach: // of the whole plan
	}
	return v
}

func (c *caseOf) exit(e ExitCriterion, channel string, value measure.Estimate) ExitCheck {
	x := ExitCheck{Criterion: e, Channel: channel, Value: value}
	figure := map[ExitFigure]reason.Figure{
		ExitContinuity:  reason.Word("figure", "Kontinuität", "continuity"),
		ExitMedianViews: reason.Word("figure", "Aufrufe je Video im Median", "median views of a video"),
		ExitReach:       reason.Word("figure", "erreichte Menschen der Zielgruppe", "people reached in the target group"),
	}[e.Figure]
	figures := []reason.Figure{figure, reason.Number("below", e.Below, 0), reason.Day("from", e.From)}
	switch {
	case c.today.Before(e.From):
		x.Status = ExitNotDue
		x.Reason = reason.New("strategy.exit.not-due", "Ab dem {from} endet der Kanal, wenn dieser Wert unter {below} liegt: {figure}.",
			"From {from} the channel ends if this figure is below {below}: {figure}.", reason.Said("K6"), figures...)
	case !value.Known():
		x.Status = ExitUnknown
		x.Reason = reason.New("strategy.exit.unknown", "Seit dem {from} endet der Kanal, wenn dieser Wert unter {below} liegt: {figure}. Er ist nicht bekannt.",
			"Since {from} the channel ends if this figure is below {below}: {figure}. It is not known.", reason.Said("K6"), figures...)
	default:
		x.Status = ExitMet
		verdict := reason.Word("verdict", "es geht weiter", "go on")
		if value.P50() < e.Below-1e-9*max(e.Below, 1) {
			x.Status = ExitUndercut
			verdict = reason.Word("verdict", "das vereinbarte Ende ist erreicht", "the agreed end is reached")
		}
		where := reason.Word("where", "Der ganze Plan", "The whole plan")
		if channel != "" {
			where = reason.Text("where", channel)
		}
		x.Reason = reason.New("strategy.exit.judged", "{where}: {figure} {value}, verlangt seit dem {from} mindestens {below}: {verdict}.",
			"{where}: {figure} {value}, at least {below} required since {from}: {verdict}.", reason.Said("K6"),
			append(figures, where, verdict, reason.Number("value", value.P50(), decimalsBeside(value.P50(), e.Below)))...)
	}
	return x
}

// decimalsBeside rounds large figures to hundreds, unless that could put them
// on the wrong side of the line.
func decimalsBeside(value, line float64) int {
	if value >= 10_000 && math.Abs(value-line) > 100 {
		return -2
	}
	return 0
}
