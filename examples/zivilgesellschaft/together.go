package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/audience/germany"
	"github.com/hochkant/hochkant/examples/internal/onepage"
	"github.com/hochkant/hochkant/strategy/alliance"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// jobVideo is the format in which each carrier appears (statement C11).
const jobVideo = "Stellen der Woche"

// together weighs one channel of all partners against one for each.
func (s *special) together(p *onepage.Page, r onepage.Result) error {
	q, ok, err := question(r)
	if err != nil || !ok {
		return err
	}
	a, err := alliance.Weigh(q)
	if err != nil {
		return fmt.Errorf("alliance: %w", err)
	}
	s.Alliance = &a
	p.Heading("Gemeinsam oder jeder für sich", "Together or each alone")
	p.Reasons(coded(a.Reasons, "alliance.weekly", "alliance.break-even", "alliance.coalition")...)

	p.Heading("Wer wann vorn steht", "Who stands in front when")
	p.Reasons(rotation(q, a)...)

	most := slices.MaxFunc(q.Carriers, func(a, b alliance.Carrier) int { return cmp.Compare(a.Hours, b.Hours) })
	d, err := q.Without(most.Name)
	if err != nil {
		return fmt.Errorf("alliance: %w", err)
	}
	s.Departure = &d
	p.Reasons(coded(d.Reasons, "alliance.leaves", "alliance.task", "alliance.task-open")...) // the format is everybody's and stays
	return nil
}

// coded returns the reasons with one of the codes.
func coded(reasons []reason.Reason, codes ...string) []reason.Reason {
	return slices.DeleteFunc(slices.Clone(reasons), func(r reason.Reason) bool { return !slices.Contains(codes, r.Code()) })
}

// question is the alliance of a brief's partners whose hours are known, on the first
// platform of its channels; ok is false when there are not two of them, or
// nobody to reach.
func question(r onepage.Result) (q alliance.Question, ok bool, err error) {
	b := r.Brief
	for _, partner := range b.Partners {
		if partner.HoursPerWeek != nil && *partner.HoursPerWeek > 0 {
			q.Carriers = append(q.Carriers, alliance.Carrier{Name: partner.Name, Hours: *partner.HoursPerWeek, Willing: partner.Willing, Format: jobVideo})
		}
	}
	if len(q.Carriers) < 3 || len(b.Channels) == 0 || b.Place.Inhabitants == nil || len(b.Audience.Bands) == 0 {
		return q, false, nil
	}
	place, err := germany.Town(b.Place.Name, *b.Place.Inhabitants)
	if err != nil {
		return q, false, err
	}
	q.Platform, q.Prior = b.Channels[0].Platform, germany.Prior(germany.Welfare)
	q.Target, err = audience.NewTarget(audience.TargetQuery{
		Place: place, Bands: b.Audience.Bands, Platforms: []platform.Name{q.Platform},
		Use: germany.UseWithBounds(), Frequency: audience.Weekly, Year: r.Assessment.AsOf.Year(),
	})
	return q, err == nil, err
}

// shown is how many turns of the rotation stand on the page.
const shown = 4

// rotation says how often the carriers appear with their own format, who comes
// first, and how long the longest wait is.
func rotation(q alliance.Question, a alliance.Answer) []reason.Reason {
	slots := a.Rotation.Slots
	own, first := 0, ""
	turns := 0
	for _, name := range slots {
		if name == "" {
			continue
		}
		own++
		if turns < shown {
			if turns > 0 {
				first += ", "
			}
			first += name
			turns++
		}
	}
	if own == 0 || a.Together.Videos <= 0 {
		return nil
	}
	longest := 0
	for _, wait := range a.Rotation.Waits {
		longest = max(longest, wait)
	}
	list := []reason.Reason{reason.New("zivilgesellschaft.rotation",
		"In {weeks} Wochen zeigt der Kanal {own} Mal „{format}“ eines Trägers, je nach dessen Stunden; die übrigen {rest} Videos gehören dem Thema. Zuerst an der Reihe: {first}.",
		"In {weeks} weeks the channel shows a carrier's “{format}” {own} times, shared out by hours; the other {rest} videos belong to the topic. The first in turn: {first}.", nil,
		reason.Count("weeks", int64(math.Round(float64(len(slots))/a.Together.Videos))), reason.Count("own", int64(own)), reason.Count("rest", int64(len(slots)-own)), reason.Text("format", jobVideo), reason.Text("first", first))}
	if longest > 0 {
		list = append(list, reason.New("zivilgesellschaft.wait",
			"Wer zweimal dran ist, wartet dazwischen höchstens {videos:Video|Videos}, rund {weeks:Woche|Wochen}.",
			"Whoever has two turns waits {videos:video|videos} at most in between, about {weeks:week|weeks}.", nil,
			reason.Count("videos", int64(longest)), reason.Number("weeks", math.Ceil(float64(longest)/a.Together.Videos), 0)))
	}
	return list
}
