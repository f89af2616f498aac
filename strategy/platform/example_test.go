package platform_test

import (
	"fmt"

	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

func ExampleKnown() {
	p, _ := platform.Known().Lookup(platform.TikTok)
	fmt.Println(p.Title, p.Feed, p.MinAge.Value)
	w, _ := platform.Known().Lookup(platform.WhatsApp)
	fmt.Println(w.Title, w.Caption.Known())
	// Output:
	// TikTok interest 13
	// WhatsApp false
}

// A city that is on Mastodon adds it.
func ExampleSet() {
	set, err := platform.Known().With(platform.Profile{Name: "mastodon", Title: "Mastodon", Feed: platform.Following})
	fmt.Println(set.Names(), err)
	// Output: [facebook instagram linkedin mastodon snapchat threads tiktok whatsapp x youtube] <nil>
}

// The views of a channel before and after the change do not mix.
func ExampleProfile() {
	p, _ := platform.Known().Lookup(platform.Instagram)
	before, _ := p.ViewAt(measure.MustDate("2025-04-20"))
	after, _ := p.ViewAt(measure.MustDate("2025-04-21"))
	fmt.Println(before.ID, after.ID)
	// Output: instagram-plays instagram-views-2025
}

func ExampleHandleRule() {
	p, _ := platform.Known().Lookup(platform.TikTok)
	fmt.Println(p.Handle.Check("wege_zum_job"))
	fmt.Println(p.Handle.Check("stadt-kassel"))
	// Output:
	// <nil>
	// "stadt-kassel" cannot be read: want a-z, 0-9 and "_."
}

func ExampleName() {
	fmt.Println(platform.Name("mastodon").Valid(), platform.Name("You Tube").Valid())
	// Output: true false
}

func ExampleAsOf() {
	fmt.Println(platform.AsOf())
	// Output: 2026-11-21
}

// What no source tells is unknown, not 0.
func ExampleLimit() {
	p, _ := platform.Known().Lookup(platform.Snapchat)
	fmt.Println(p.MinAge.Known(), p.MinAge.Value, p.MinAge.Source.Certainty, p.Seconds.Known())
	// Output: true 13 from memory false
}
