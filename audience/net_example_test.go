package audience_test

import (
	"fmt"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Three platforms reach 20,000 people each in a city of 200,000. Why are they not
// 60,000 people?
func ExampleNet() {
	net, err := audience.Net(audience.NetQuestion{
		Population: 200_000,
		Parts: []audience.NetPart{
			{Name: "TikTok", People: 20_000}, {Name: "Instagram", People: 20_000}, {Name: "YouTube", People: 20_000},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range net.Reasons {
		fmt.Println(r.In(reason.German))
	}
	fmt.Printf("ohne TikTok fehlten %.0f Menschen\n", net.Increments[0].Unique)
	// Output:
	// 3 Plattformen zählen zusammen 60.000, aber das sind nicht 60.000 Menschen: Wer auf mehreren ist, wird mehrfach gezählt.
	// Sicher ist: Es sind mindestens 20.000 verschiedene Menschen, denn TikTok allein zählt 20.000, und höchstens 60.000, wenn niemand auf zweien ist.
	// Angenommen: Wer auf einer Plattform aktiv ist, ist es auch auf den anderen. Dann sind es etwa 50.000 Menschen, in vier von fünf Fällen 48.000 bis 52.000.
	// Wie verschieden aktiv Menschen sind, ist an einer einzigen veröffentlichten Zahl geeicht (drei Plattformen in Deutschland) und nicht geprüft; die Spanne dafür ist angenommen.
	// Die Zahlen je Plattform sind gemessen; wie viele Menschen auf mehreren sind, ist angenommen.
	// ohne TikTok fehlten 13871 Menschen
}

// A city's 50,000 followers on Facebook and 32,000 on Instagram, "over 80,000" in
// all: nobody knows from how many people they come, so there is a range and no point.
func ExampleNet_followers() {
	net, err := audience.Net(audience.NetQuestion{
		Counts: audience.NetFollowers,
		Parts:  []audience.NetPart{{Name: "Facebook", People: 50_000}, {Name: "Instagram", People: 32_000}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range net.Reasons {
		fmt.Println(r.In(reason.English))
	}
	fmt.Println("net:", net.Net)
	// Output:
	// What is counted is accounts that follow; each is taken as a person here. A follower may live elsewhere, have several accounts and not see the videos.
	// 2 platforms count 82,000 in all, but those are not 82,000 people: whoever is on several is counted several times.
	// What is certain: these are at least 50,000 different people, because Facebook alone counts 50,000, and at most 82,000, if nobody is on two.
	// A number in between would be a guess: it is not known from how many people those counted come.
	// net: unknown
}

// Pairs that cannot all be right are named with their platforms.
func ExampleNet_contradiction() {
	_, err := audience.Net(audience.NetQuestion{
		Parts: []audience.NetPart{{Name: "Facebook", People: 400}, {Name: "Instagram", People: 400}, {Name: "TikTok", People: 400}},
		Pairs: []audience.NetPair{
			{A: "Facebook", B: "Instagram", Both: 350}, {A: "Facebook", B: "TikTok", Both: 350}, {A: "Instagram", B: "TikTok", Both: 50},
		},
	})
	fmt.Println(err)
	// Output:
	// /pairs: "Facebook, Instagram and TikTok" contradicts another: want pairs that agree: these need at least 300 people on all three and allow at most 50
}

func ExampleNetShape() {
	fmt.Println(audience.NetShape())
	// Output:
	// 0.6 to 2.2, middle 1.12 (assumed)
}
