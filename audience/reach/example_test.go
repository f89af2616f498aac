package reach_test

import (
	"fmt"
	"math"

	"github.com/hochkant/hochkant/audience/reach"
)

// A city's videos were seen 24,000 times by an age band of 12,000 people, some of
// whom watch everything and many nothing.
func ExampleNBD() {
	law, err := reach.NewNBD(0.8)
	if err != nil {
		fmt.Println(err)
		return
	}
	const band = 12_000
	mean := 24_000.0 / band
	fmt.Printf("reached at least once: %.0f people, %.1f times each\n", band*law.Reach(mean), law.MeanFrequency(mean))
	fmt.Printf("three times or more: %.0f people\n", band*law.KPlus(mean, 3))

	classes := make([]float64, 4)
	law.Frequencies(mean, classes)
	fmt.Printf("never %.2f, once %.2f, twice %.2f, more often %.2f\n", classes[0], classes[1], classes[2], classes[3])

	wanted, err := law.Mean(0.75)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("views for three quarters of the band: %.0f\n", band*wanted)
	// Output:
	// reached at least once: 7595 people, 3.2 times each
	// three times or more: 3460 people
	// never 0.37, once 0.21, twice 0.13, more often 0.29
	// views for three quarters of the band: 44706
}

func ExampleNewNBD() {
	_, err := reach.NewNBD(0)
	fmt.Println(err)
	// Output: /shape: 0 is out of range: want a shape from 0.0001 to 1 million, or positive infinity
}

// When all people are alike, a view per person reaches 63 % of them.
func ExamplePoisson() {
	fmt.Printf("%.2f %v\n", reach.Poisson().Reach(1), reach.Poisson().Assumption())
	// Output: 0.63 independence
}

// Reels, Shorts and TikTok reached 27.7, 21.0 and 17.5 of 70.1 million people from
// 14 in Germany in 2025. Together they were 41.6 million, not 66.2.
func ExampleNBD_Union() {
	const people = 70.1
	reaches := []float64{27.7 / people, 21.0 / people, 17.5 / people}
	bounds, err := reach.UnionBounds(reaches)
	if err != nil {
		fmt.Println(err)
		return
	}
	law, err := reach.NewNBD(1.12)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("certain: %.1f to %.1f million\n", people*bounds.Lo, people*bounds.Hi)
	fmt.Printf("%v: %.1f million\n", law.Assumption(), people*law.Union(reaches))
	// Output:
	// certain: 27.7 to 66.2 million
	// sharedActivity: 41.6 million
}

func ExampleFitUnion() {
	const people = 70.1
	law, err := reach.FitUnion([]float64{27.7 / people, 21.0 / people, 17.5 / people}, 41.6/people)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("shape %.2f\n", law.Shape())
	// Output: shape 1.12
}

// What is certain narrows when a survey tells how many people use two platforms.
func ExampleUnionBounds() {
	reaches := []float64{0.30, 0.40, 0.20}
	for _, pairs := range [][]reach.Pair{
		nil,
		{{A: 0, B: 1, Both: 0.12}},
		{{A: 0, B: 1, Both: 0.12}, {A: 0, B: 2, Both: 0.06}, {A: 1, B: 2, Both: 0.08}},
	} {
		b, err := reach.UnionBounds(reaches, pairs...)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%d pairs known: %.2f to %.2f, sharp %v\n", len(pairs), b.Lo, b.Hi, b.Sharp)
	}
	// Output:
	// 0 pairs known: 0.40 to 0.90, sharp true
	// 1 pairs known: 0.58 to 0.78, sharp true
	// 3 pairs known: 0.64 to 0.70, sharp true
}

func ExampleContradictions() {
	reaches := []float64{0.4, 0.4, 0.4}
	for _, t := range reach.Contradictions(reaches, []reach.Pair{{A: 0, B: 1, Both: 0.35}, {A: 0, B: 2, Both: 0.35}, {A: 1, B: 2, Both: 0.05}}) {
		fmt.Printf("platforms %d, %d and %d: at least %.2f on all three, at most %.2f\n", t.A, t.B, t.C, t.Least, t.Most)
	}
	// Output: platforms 0, 1 and 2: at least 0.30 on all three, at most 0.05
}

// What would be lost without a platform, what it adds to those before it, and its
// fair share.
func ExampleNBD_Increments() {
	increments, err := reach.Poisson().Increments([]float64{0.3, 0.4, 0.2})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range increments {
		fmt.Printf("unique %.3f, stacked %.3f, Shapley %.3f\n", i.Unique, i.Stacked, i.Shapley)
	}
	// Output:
	// unique 0.144, stacked 0.300, Shapley 0.218
	// unique 0.224, stacked 0.280, Shapley 0.308
	// unique 0.084, stacked 0.084, Shapley 0.138
}

// How many people see it on exactly none, one, two or three platforms, if the
// platforms were independent.
func ExampleSainsbury() {
	exactly, err := reach.Sainsbury([]float64{0.3, 0.4, 0.2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", exactly)
	// Output: [0.336 0.452 0.188 0.024]
}

// Half of a platform's stock of exposures is used: 1 + 4 for the average person.
func ExampleInventory() {
	v, err := reach.NewInventory(2, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	used, err := v.Used(0.9)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("reach %.3f, three times or more %.3f; 90 %% need %.0f %% of the stock\n", v.Reach(0.5), v.KPlus(0.5, 3), 100*used)
	// Output: reach 0.875, three times or more 0.406; 90 % need 55 % of the stock
}

func ExampleNewInventory() {
	_, err := reach.NewInventory(1, -2)
	fmt.Println(err)
	// Output: /scale: -2 is out of range: want a scale from 0 to 1e9
}

// One video of a channel reaches 6 % of a town, two together 10.3 %. What do five
// reach, and how many does a quarter of the town take?
func ExampleBetaBinomial() {
	b, err := reach.NewBetaBinomial(0.06, 0.103)
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := b.Videos(0.25)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("five reach %.1f %%, %.1f %% see two or more; a quarter takes %d videos\n", 100*b.Reach(5), 100*b.KPlus(5, 2), n)
	// Output: five reach 18.5 %, 7.4 % see two or more; a quarter takes 10 videos
}

func ExampleNewBetaBinomial() {
	_, err := reach.NewBetaBinomial(0.3, 0.7)
	fmt.Println(err)
	// Output: /two: 0.7 is out of range: want from 0.3 (the same people twice) to 0.51 (a new draw each time)
}

// A month's 30,000 views reached 12,000 people. Goerg's curve says what 60,000 views
// would reach, and what 15,000 people take.
func ExampleFitSize() {
	law, err := reach.NewNBD(1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := reach.FitSize(law, reach.Point{Views: 30_000, Reach: 12_000})
	if err != nil {
		fmt.Println(err)
		return
	}
	views, err := fit.Curve.Views(15_000)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("audience %.0f, reach of 60,000 views %.0f, views for 15,000 people %.0f\n", fit.Curve.Size(), fit.Curve.Reach(60_000), views)
	// Output: audience 20000, reach of 60,000 views 15000, views for 15,000 people 60000
}

// Four months of a town of 25,000: how differently active are its people?
func ExampleFitShape() {
	fit, err := reach.FitShape(25_000,
		reach.Point{Views: 20_000, Reach: 8_100}, reach.Point{Views: 41_000, Reach: 10_900},
		reach.Point{Views: 12_000, Reach: 6_000}, reach.Point{Views: 33_000, Reach: 10_300})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("shape %.2f\n", fit.Curve.Law().Shape())
	// Output: shape 0.31
}

// 1,000 people asked: 520 never saw the city's videos, 190 once, 110 twice, 180 more often.
func ExampleFitHistogram() {
	mean, fit, err := reach.FitHistogram(520, 190, 110, 180)
	if err != nil {
		fmt.Println(err)
		return
	}
	stdErr, _ := fit.StdErr()
	fmt.Printf("seen %.1f times on average, shape %.2f, give or take %.0f %%\n", mean, fit.Curve.Law().Shape(), 100*stdErr)
	// Output: seen 1.3 times on average, shape 0.52, give or take 11 %
}

func ExampleCurve() {
	law, err := reach.NewNBD(0.8)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := reach.NewCurve(12_000, law)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("24,000 views reach %.0f people, %.0f of them three times; 100 more views bring %.0f\n",
		c.Reach(24_000), c.KPlus(24_000, 3), 100*c.Slope(24_000))
	// Output: 24,000 views reach 7595 people, 3460 of them three times; 100 more views bring 10
}

func ExampleNewCurve() {
	_, err := reach.NewCurve(0, reach.Poisson())
	fmt.Println(err)
	// Output: /size: 0 is out of range: want an audience of more than 0 people
}

// The middle 80 % of a fitted figure: the standard error is that of its logarithm.
func ExampleFit() {
	law, err := reach.NewNBD(1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := reach.FitSize(law, reach.Point{Views: 20_000, Reach: 9_100}, reach.Point{Views: 41_000, Reach: 12_900}, reach.Point{Views: 12_000, Reach: 7_200})
	if err != nil {
		fmt.Println(err)
		return
	}
	if stdErr, known := fit.StdErr(); known {
		size := fit.Curve.Size()
		fmt.Printf("an audience of %.0f, from %.0f to %.0f\n", size, size*math.Exp(-1.28*stdErr), size*math.Exp(1.28*stdErr))
	}
	// Output: an audience of 18005, from 17164 to 18887
}
