package cadence

import (
	"math"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Report is everything there is to say about one channel's continuity at its as-of
// time. Its reasons begin with what was counted and end with what to keep in mind.
type Report struct {
	AsOf     measure.Date `json:"asOf"`
	Slot     Slot         `json:"slot"`
	Standing Standing     `json:"standing"`
	// Dormant says that a pause without an end has outlasted
	// ReportOptions.DormantAfter: the announcement excuses the silence, it does not
	// keep the audience.
	Dormant bool `json:"dormant"`
	// PauseAge is how many slots ago a pause without an end began; 0 outside one.
	PauseAge int64 `json:"pauseAge,omitzero"`
	// Kept of Of: the slots kept of the last twelve that are evidence.
	Kept int64 `json:"kept"`
	Of   int64 `json:"of"`
	// Score is nil while the channel is unproven, closed or in a pause without an end.
	Score *Rating `json:"score"`
	// Active is the score of the active phase beside a pause without an end, as of its
	// beginning; else nil.
	Active *Rating `json:"active,omitempty"`
	// Calibrated is false when the parameters were fitted on another slot unit than
	// the channel's: the score then orders channels but predicts no share.
	Calibrated bool     `json:"calibrated"`
	Now        Phases   `json:"now"` // probability of each phase, silent first
	Forecast   Forecast `json:"forecast"`
	Streaks    Streaks  `json:"streaks"`
	// PerKept is how many videos a kept slot has: regular is in the score, often is
	// here.
	PerKept  measure.Estimate `json:"perKept"`
	Topics   *Variety         `json:"topics"`  // of the videos since twelve slots; nil when none says its topic
	Formats  *Variety         `json:"formats"` // likewise
	Warnings []Warning        `json:"warnings,omitempty"`
	Opinion  *Opinion         `json:"opinion"` // nil where Score is nil
	Reasons  []reason.Reason  `json:"reasons"`
}

// Rating is a continuity score with its parts.
type Rating struct {
	Points float64      `json:"points"` // 0 to 100, see [Model.Score]
	On     measure.Date `json:"on"`     // the day it holds for
	Parts  Parts        `json:"parts"`
}

// ReportOptions are what a report may be told. The zero value is the default.
type ReportOptions struct {
	// DormantAfter is the number of slots after which a pause without an end is called
	// dormant; zero is 12.
	DormantAfter int
	// PerSlot is the number of videos per slot the team can keep up, 0 when not known.
	PerSlot float64
}

// Report judges a history. The zero History and options out of range are problems.
func (m Model) Report(h History, opt ReportOptions) (Report, error) {
	if h.slot == 0 {
		return Report{}, check.Problem{Path: "/history", Kind: check.ErrRequired, Want: "a history made by NewHistory"}
	}
	if opt.DormantAfter < 0 {
		return Report{}, check.Problem{Path: "/dormantAfter", Value: strconv.Itoa(opt.DormantAfter), Kind: check.ErrRange, Want: "a number of slots above 0, or 0 for 12"}
	}
	warnings, err := OverPosting(h, opt.PerSlot)
	if err != nil {
		return Report{}, err
	}
	r := Report{
		AsOf: dateOf(h.today), Slot: h.slot, Standing: m.Status(h), Calibrated: m.tables().prior.Slot == h.slot,
		Now: m.Now(h), Streaks: h.Streaks(), PerKept: h.perKept(), Warnings: warnings,
		Topics:  variety(h.recent(), func(p Post) string { return p.Topic }),
		Formats: variety(h.recent(), func(p Post) string { return p.Format }),
	}
	kept, of := h.Kept(Horizon)
	r.Kept, r.Of = int64(kept), int64(of)
	if r.Forecast, err = m.Forecast(h, Horizon); err != nil {
		return Report{}, err
	}
	switch r.Standing.Status {
	case StatusUnproven, StatusClosed:
	case StatusPausedOpen:
		r.Active = &Rating{m.Score(h), r.Standing.Since, m.Parts(h)}
		p, _ := h.pauseNow()
		limit := opt.DormantAfter
		if limit == 0 {
			limit = Horizon
		}
		r.PauseAge = int64(h.age(p))
		r.Dormant = h.age(p) > limit
	default:
		r.Score = &Rating{m.Score(h), r.AsOf, m.Parts(h)}
		o := SecondOpinion(h)
		r.Opinion = &o
	}
	r.Reasons = r.reasons()
	return r, nil
}

// reasons puts the report into sentences, what was counted first. A young channel has
// no habit of its own.
func (r *Report) reasons() []reason.Reason {
	de, en := r.Slot.words()
	var all []reason.Reason
	if r.Of > 0 {
		all = append(all, keptReason(r, de, en))
	}
	all = append(all, r.Standing.Reason)
	if r.Dormant {
		all = append(all, reason.New("cadence.dormant",
			"Der Kanal ruht: Die Ankündigung entschuldigt die Pause, hält aber das Publikum nicht.",
			"The channel is dormant: the announcement excuses the pause but does not keep the audience.", nil))
	}
	if r.Score != nil {
		all = append(all, scoreReason(r.Score, de, en), forecastReason(r.Forecast, de, en), partsReason(r.Score.Parts))
		if r.Standing.Status != StatusPausedUntil {
			all = append(all, nextReason(r.Score.Parts, r.Slot))
		}
	}
	if r.Active != nil {
		all = append(all, reason.New("cadence.active",
			"Vor der Pause, Stand {on}: Kontinuität {score} von 100.", "Before the pause, as of {on}: continuity {score} of 100.",
			[]measure.Source{phaseSource}, reason.Day("on", r.Active.On), reason.Number("score", r.Active.Points, 0)))
	}
	for _, w := range r.Warnings {
		all = append(all, w.Reason)
	}
	if r.Opinion != nil {
		all = append(all, r.Opinion.Reason)
	}
	if !r.Calibrated {
		all = append(all, reason.New("cadence.uncalibrated",
			"Das Modell ist an Wochen geeicht; bei dieser Zeiteinheit taugt die Zahl zum Vergleich von Kanälen, nicht als Vorhersage eines Anteils.",
			"The model is calibrated on weeks; for this unit of time the figure serves to compare channels, not to predict a share.", []measure.Source{phaseSource}))
	}
	return all
}

func keptReason(r *Report, de, en string) reason.Reason {
	figures := []reason.Figure{reason.Count("kept", r.Kept), reason.Count("of", r.Of)}
	if s := r.Standing.Status; r.Of == Horizon && (s == StatusPausedOpen || s == StatusPausedUntil) {
		return reason.New("cadence.kept", "{kept} der letzten {of:"+de+"} vor der Pause gehalten.", "{kept} of the last {of:"+en+"} before the pause kept.", nil, figures...)
	}
	if r.Of < Horizon {
		return reason.New("cadence.kept", "{of:"+de+"} beobachtet, {kept} davon gehalten.", "{of:"+en+"} observed, {kept} of them kept.", nil, figures...)
	}
	return reason.New("cadence.kept", "{kept} der letzten {of:"+de+"} gehalten.", "{kept} of the last {of:"+en+"} kept.", nil, figures...)
}

func scoreReason(s *Rating, de, en string) reason.Reason {
	return reason.New("cadence.score",
		"Kontinuität {score} von 100: So viel Prozent der nächsten {horizon:"+de+"} haben voraussichtlich ein neues Video.",
		"Continuity {score} of 100: the percentage of the next {horizon:"+en+"} expected to have a new video.",
		[]measure.Source{phaseSource}, reason.Number("score", s.Points, 0), reason.Count("horizon", Horizon))
}

func forecastReason(f Forecast, de, en string) reason.Reason {
	return reason.New("cadence.forecast",
		"In vier von fünf Fällen werden {kept} der nächsten {slots:"+de+"} gehalten, mit zusammen {posts} Videos.",
		"In four cases out of five {kept} of the next {slots:"+en+"} are kept, with {posts} videos in all.",
		[]measure.Source{phaseSource}, reason.Count("slots", f.Slots), reason.Range("kept", f.Kept, 0), reason.Range("posts", f.Posts, 0))
}

// partsReason shows the parts so that the rounded figures add up: the last one takes
// the rounding.
func partsReason(p Parts) reason.Reason {
	round := func(v float64) float64 { return math.Round(10*v) / 10 }
	score, habit, phase := round(p.Score()), round(p.Habit), round(p.Phase)
	return reason.New("cadence.parts",
		"Zusammensetzung: {habit} aus der eigenen Gewohnheit, {phase} aus der heutigen Phase, {persistence}, weil keine Phase ewig dauert; zusammen {score}.",
		"Made up of {habit} from its own habit, {phase} from today's phase, {persistence} because no phase lasts forever; {score} in all.",
		[]measure.Source{phaseSource}, reason.Number("habit", habit, 1), reason.Number("phase", phase, 1),
		reason.Number("persistence", round(score-habit-phase), 1), reason.Number("score", score, 1))
}

func nextReason(p Parts, s Slot) reason.Reason {
	return reason.New("cadence.next",
		"Mit einem neuen Video {when} liegt die Zahl danach bei {kept}, ohne bei {missed}.",
		"With a new video {when} the figure will then be {kept}, without one {missed}.", nil,
		s.running("when"), reason.Number("kept", p.IfKept, 0), reason.Number("missed", p.IfMissed, 0))
}
