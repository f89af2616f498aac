package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/hochkant/hochkant/strategy"
	"github.com/hochkant/hochkant/strategy/reason"
)

func main() {
	brief, err := strategy.ReadBrief(strings.NewReader(`{"name": "Stadt Musterhausen",
		"place": {"name": "Musterhausen", "inhabitants": 60000}, "audience": {"bands": ["14-29"]},
		"channels": [{"name": "Wege zum Job", "platform": "tiktok", "videosPerWeek": 1}],
		"team": {"hoursPerWeek": 8}}`))
	if err != nil {
		panic(err)
	}
	assessment, err := strategy.Assess(brief, time.Now())
	if err != nil {
		panic(err)
	}
	for _, r := range assessment.Summary {
		fmt.Println(r.In(reason.English))
	}
}
