package naming

import (
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// TopicChannel is a channel for a life situation instead of an organisation.
type TopicChannel struct {
	Situation Situation `json:"situation"` // the zero Situation holds what leads to none
	Name      string    `json:"name"`      // a name from the person's view, "" without a situation
	Services  []int     `json:"services"`  // the services it would carry, by index from 0
}

// Channels groups services, by their official or any other names, into topic
// channels: one for each life situation that any of them leads to, the one with
// most services first, then in the order of [Situations]. What leads to no
// situation comes last, without a name. Problems with single services are placed
// below "/services/<n>".
func (c *Checker) Channels(services []string) ([]TopicChannel, error) {
	var l check.List
	if len(services) == 0 {
		l.Add("/services", check.ErrRequired, check.None, "at least one service")
	}
	byTopic := make([][]int, len(situations)+1)
	for i, s := range services {
		r, err := c.Check(Name{Text: s, Kind: Channel})
		if err != nil {
			l.Merge(check.Pointer("services", i), err)
			continue
		}
		at := len(situations)
		if r.Topic != "" {
			at = situationIndex(r.Topic)
		}
		byTopic[at] = append(byTopic[at], i)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	var out []TopicChannel
	for i, list := range byTopic[:len(situations)] {
		if len(list) > 0 {
			out = append(out, TopicChannel{situations[i], situations[i].Channel, list})
		}
	}
	slices.SortStableFunc(out, func(a, b TopicChannel) int { return len(b.Services) - len(a.Services) })
	if rest := byTopic[len(situations)]; len(rest) > 0 {
		out = append(out, TopicChannel{Services: rest})
	}
	return out, nil
}
