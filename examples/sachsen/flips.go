package main

import (
	"slices"

	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/portfolio"
	"github.com/hochkant/hochkant/strategy/reason"
)

// change is one input changed.
type change struct {
	hours   bool   // it takes nothing but hours
	de, en  string // "With … it would be …"
	figures []reason.Figure
	apply   func(*strategy.Brief)
}

// flips looks for every channel in the table for the first single change of an
// input that changes its verdict: hours of the team, roles, ratings. Those on
// which body and library differ come first, then those that take nothing but hours. A platform is only thought of as badly
// rated when one of the bodies doubts it.
func flips(r onepage.Result, channels []channel, doubted map[platform.Name]bool, names *naming.Checker) ([]reason.Reason, error) {
	var differing, hours, others []reason.Reason
	for i, c := range channels[:min(len(channels), mostRows)] {
		for _, ch := range changes(r, i, c, doubted) {
			found, ok, err := flip(r, i, c, ch, names)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			switch {
			case !c.same():
				differing = append(differing, found)
			case ch.hours:
				hours = append(hours, found)
			default:
				others = append(others, found)
			}
			break
		}
	}
	return slices.Concat(differing, hours, others), nil
}

// mostMore is how many hours a week more are tried.
const mostMore = 20

// changes to the inputs that bear on a channel, the one that is easiest to make first.
func changes(r onepage.Result, i int, c channel, doubted map[platform.Name]bool) []change {
	ch := r.Brief.Channels[i]
	var list []change
	if c.Library == portfolio.Watch || c.Library == portfolio.KeepInReserve && ch.Role != portfolio.Reserve {
		for more := measure.Hours(1); more <= mostMore; more++ {
			list = append(list, change{
				true, "Mit {hours:Stunde|Stunden} mehr in der Woche", "With {hours:hour|hours} more a week,",
				[]reason.Figure{reason.Hours("hours", more)},
				func(b *strategy.Brief) { b.Team.HoursPerWeek = new(*b.Team.HoursPerWeek + more) },
			})
		}
	}
	if ch.Role == portfolio.Crisis || ch.Role == portfolio.Reserve {
		list = append(list, change{
			false, "Ohne die Rolle „{role}“", "Without the role “{role}”,",
			[]reason.Figure{reason.Word("role", role(ch.Role, reason.German), role(ch.Role, reason.English))},
			func(b *strategy.Brief) {
				b.Channels[i].Role, b.Channels[i].State = portfolio.Everyday, portfolio.Active
			},
		})
	}
	if c.Decided == portfolio.Watch && c.Library == portfolio.Pilot {
		list = append(list, change{
			false, "Wären die laufenden Kanäle im Ernstfall unentbehrlich,", "If the running channels were indispensable in an emergency,", nil,
			func(b *strategy.Brief) {
				for j := range b.Channels {
					if b.Channels[j].State == portfolio.Active {
						b.Channels[j].Role = portfolio.Crisis
					}
				}
			},
		})
	}
	switch {
	case ch.Ratings != portfolio.Ratings{}:
		list = append(list, change{
			false, "Ohne die schlechten Noten für Bots, Gesprächskultur und Richtigstellungen", "Without the bad marks for bots, discussion and corrections,", nil,
			func(b *strategy.Brief) { b.Channels[i].Ratings = portfolio.Ratings{} },
		})
	case doubted[ch.Platform]:
		list = append(list, change{
			false, "Mit den schlechtesten Noten für Bots, Gesprächskultur und Richtigstellungen", "With the worst marks for bots, discussion and corrections,", nil,
			func(b *strategy.Brief) {
				b.Channels[i].Ratings = portfolio.Ratings{Bots: 1, Discussion: 1, Correctability: 1}
			},
		})
	}
	return list
}

// doubts are the platforms that one of the bodies left or keeps silent.
func doubts(all []onepage.Result) map[platform.Name]bool {
	doubted := map[platform.Name]bool{}
	for _, r := range all {
		for _, ch := range r.Brief.Channels {
			if ch.State == portfolio.Left || ch.State == portfolio.Resting {
				doubted[ch.Platform] = true
			}
		}
	}
	return doubted
}

// flip compares the brief with the changed one and says what that does to the
// verdict on a channel; ok is false when it does nothing.
func flip(r onepage.Result, i int, c channel, ch change, names *naming.Checker) (reason.Reason, bool, error) {
	changed := r.Brief
	changed.Channels = slices.Clone(r.Brief.Channels)
	ch.apply(&changed)
	both, err := strategy.Compare([]strategy.Variant{{Name: "today", Brief: r.Brief}, {Name: "changed", Brief: changed}}, r.Time, strategy.WithNames(names))
	if err != nil {
		return reason.Reason{}, false, err
	}
	plan := both.Assessments[1].Portfolio
	if plan == nil || plan.Decisions[i].Verdict == c.Library {
		return reason.Reason{}, false, nil
	}
	figures := append([]reason.Figure{reason.Text("channel", c.Name), verdict("now", c.Library), verdict("then", plan.Decisions[i].Verdict)}, ch.figures...)
	return reason.New("sachsen.flip", "{channel}: "+ch.de+" hieße es „{then}“ statt „{now}“.", "{channel}: "+ch.en+" it would be “{then}” instead of “{now}”.", nil, figures...), true, nil
}
