package strategy

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// CommentLoad is how many comments to expect, and what answering them takes.
type CommentLoad struct {
	Comments measure.Estimate `json:"comments"` // in the time in which the views come
	Hours    measure.Estimate `json:"hours"`    // to read all and answer those that want an answer
	Reasons  []reason.Reason  `json:"reasons"`
}

// commentsPerThousand is how many comments a thousand views bring. Four civic
// channels report 0.8 to 1.6; of 2,971 videos of eleven TikTok newsrooms of
// Québec (2019 to 2023, 200 views and more) the middle 80 % had 0 to 3.6, median 0.7.
func commentsPerThousand() measure.Estimate {
	e, err := measure.NewEstimate(0.2, 1, 3.6, measure.Estimated, measure.Source{
		Key: "comments-per-view-2026", Title: "Kommentare je Aufruf: vier kommunale Kanäle und elf Redaktionen in Québec", Publisher: "hochkant",
		Year: 2026, Certainty: measure.Computed, Note: "newsrooms provoke more comments than most offices",
	})
	if err != nil {
		return measure.Estimate{} // not reached: the three are in order
	}
	return e
}

// minutesPerComment is the working time of one comment: reading it, answering
// every second one, now and then asking a colleague. No source gives a figure; assumed.
func minutesPerComment() measure.Estimate {
	e, err := measure.NewEstimate(0.5, 2, 5, measure.Assumed, ours())
	if err != nil {
		return measure.Estimate{} // not reached: the three are in order
	}
	return e
}

// ExpectComments returns the comments that views bring and the hours they take.
// Views, comments per view and minutes per comment are taken as independent,
// each on the logarithmic scale with its own spread below and above the middle;
// their spreads add up as squares, which is exact for log-normal figures and close
// for others. Views must be known and above 0.
func ExpectComments(views measure.Estimate) (CommentLoad, error) {
	if !views.Known() || views.P10() <= 0 {
		return CommentLoad{}, check.Problem{Path: "/views", Value: views.String(), Kind: check.ErrRange, Want: "views above 0"}
	}
	var load CommentLoad
	perView, err := commentsPerThousand().Scale(1e-3)
	if err != nil {
		return load, err
	}
	if load.Comments, err = product(views, perView); err != nil {
		return load, err
	}
	perComment, err := minutesPerComment().Scale(1. / 60)
	if err != nil {
		return load, err
	}
	if load.Hours, err = product(load.Comments, perComment); err != nil {
		return load, err
	}
	load.Reasons = []reason.Reason{reason.New("community.load",
		"Auf {views.p50} Aufrufe kommen im Median {comments.p50:Kommentar|Kommentare} und {hours.p50} Stunden Arbeit; in acht von zehn Fällen sind es {comments} Kommentare und {hours} Stunden.",
		"{views.p50} views bring {comments.p50:comment|comments} and {hours.p50} hours of work as a median; in eight cases out of ten it is {comments} comments and {hours} hours.",
		load.Hours.Sources(), reason.Range("views", views, -2), reason.Range("comments", load.Comments, 0), reason.Range("hours", load.Hours, 1))}
	return load, nil
}

// product multiplies two positive estimates on the logarithmic scale.
func product(a, b measure.Estimate) (measure.Estimate, error) {
	spread := func(x, y float64) float64 { return math.Hypot(math.Log(x), math.Log(y)) }
	middle := a.P50() * b.P50()
	return measure.NewEstimate(
		middle*math.Exp(-spread(a.P50()/a.P10(), b.P50()/b.P10())),
		middle,
		middle*math.Exp(spread(a.P90()/a.P50(), b.P90()/b.P50())),
		measure.Weakest(a.Evidence(), b.Evidence()), measure.MergeSources(a.Sources(), b.Sources())...)
}
