package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	"github.com/hochkant/hochkant/audience"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
)

const (
	firstForecast = 5  // videos a channel has before the first forecast
	everyForecast = 7  // videos between two forecasts
	ahead         = 10 // videos whose total is forecast
)

// viewsResult is the last line of output.
type viewsResult struct {
	Channels  int                   `json:"channels"`
	Forecasts int                   `json:"forecasts"`
	Models    map[string]viewsScore `json:"models"`
}

// viewsScore says how one model did: the share of next videos and of totals of
// the next ten inside their 80 % range, and the mean pinball loss of the
// natural logarithm at .1, .5 and .9.
type viewsScore struct {
	Next80       float64 `json:"next80"`
	Total80      float64 `json:"total80"`
	PinballNext  float64 `json:"pinball_next"`
	PinballTotal float64 `json:"pinball_total"`
}

// prediction holds P10, P50 and P90 of ln(views).
type prediction struct{ next, total [3]float64 }

// viewsModel predicts the video after the given ones and the total of the next ten.
type viewsModel struct {
	name    string
	predict func([]audience.Video) (prediction, error)
}

func viewsModels() ([]viewsModel, error) {
	// Nothing is known of the channels beforehand: the prior is as wide as views are.
	prior, err := audience.NewViewPrior(3000, 2, 1.7, measure.Assumed)
	if err != nil {
		return nil, err
	}
	return []viewsModel{
		{"hochkant", func(v []audience.Video) (prediction, error) {
			m, err := audience.NewViewModel(prior, v, audience.ViewOptions{})
			if err != nil {
				return prediction{}, err
			}
			return prediction{logs(m.Next()), logs(m.Total(ahead))}, nil
		}},
		{"own", func(v []audience.Video) (prediction, error) { return independent(v, math.Inf(1)), nil }},
		{"ewma8", func(v []audience.Video) (prediction, error) { return independent(v, 8), nil }},
	}, nil
}

func logs(e measure.Estimate) [3]float64 {
	return [3]float64{math.Log(e.P10()), math.Log(e.P50()), math.Log(e.P90())}
}

// independent is the baseline: the mean and spread of ln(views), weighted with
// a half-life in videos, and videos that do not depend on each other. The doubt
// about the mean is part of both ranges; the total is the log-normal of Fenton.
func independent(videos []audience.Video, halfLife float64) prediction {
	var sum, squares, weights, total float64
	for i, v := range videos {
		w := math.Exp2(-float64(len(videos)-1-i) / halfLife)
		n, _ := v.Views.Lo()
		y := math.Log(n)
		weights += w
		squares += w * w
		sum += w * y
		total += w * y * y
	}
	mean := sum / weights
	effective := weights * weights / squares
	variance := max(total/weights-mean*mean, 0) * effective / (effective - 1)
	ofTen := math.Log1p(math.Expm1(variance) / ahead)
	return prediction{
		next:  normal(mean, variance*(1+1/effective)),
		total: normal(mean+math.Log(ahead)+(variance-ofTen)/2, ofTen+variance/effective),
	}
}

func normal(mean, variance float64) [3]float64 {
	d := 1.2815515655446004 * math.Sqrt(variance)
	return [3]float64{mean - d, mean, mean + d}
}

func pinball(y float64, q [3]float64) float64 {
	var loss float64
	for i, p := range [3]float64{.1, .5, .9} {
		loss += max(p*(y-q[i]), (p-1)*(y-q[i])) / 3
	}
	return loss
}

func inside(y float64, q [3]float64) float64 {
	if q[0] <= y && y <= q[2] {
		return 1
	}
	return 0
}

func runViews(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("views", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "CSV `file` with the columns channel, published_at and views, and perhaps platform (required)")
	untilText := flags.String("until", "", "`time` after which videos do not count; default: the latest in the file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *in == "" || flags.NArg() > 0 {
		return errors.New("want -in FILE and nothing else")
	}
	var until time.Time
	if *untilText != "" {
		var err error
		if until, err = parseTime(*untilText); err != nil {
			return fmt.Errorf("-until: %w", err)
		}
	}
	file, err := os.Open(*in)
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := readVideos(file, false) // a missing count is passed over, not refused
	if err != nil {
		return err
	}
	result, uncounted, err := backtestViews(byChannel(rows, until))
	if err != nil {
		return err
	}
	line, err := json.Marshal(result)
	if err != nil {
		return err
	}
	if uncounted > 0 {
		fmt.Fprintf(stderr, "backtest views: %d videos without views, or with 0, are passed over: they have no logarithm\n", uncounted)
	}
	fmt.Fprintf(stdout, "%d forecasts after the 5th, 12th, 19th ... video of %d channels\n", result.Forecasts, result.Channels)
	_, err = fmt.Fprintf(stdout, "%s\n", line)
	return err
}

// backtestViews scores every model on the same forecasts: after the fifth
// video of a channel and then after every seventh, as long as ten more follow.
func backtestViews(channels []channelVideos) (viewsResult, int, error) {
	models, err := viewsModels()
	if err != nil {
		return viewsResult{}, 0, err
	}
	result := viewsResult{Models: map[string]viewsScore{}}
	uncounted := 0
	for _, c := range channels {
		var videos []audience.Video
		var counts []float64
		for _, v := range c.Videos {
			if v.Views <= 0 {
				uncounted++
				continue
			}
			n, err := measure.NewInterval(float64(v.Views), float64(v.Views))
			if err != nil {
				return viewsResult{}, 0, fmt.Errorf("line %d: %w", v.Line, err)
			}
			name := platform.Name(c.Platform)
			if name == "" {
				name = "unknown"
			}
			videos = append(videos, audience.Video{Platform: name, PublishedAt: v.At, Views: n})
			counts = append(counts, float64(v.Views))
		}
		if len(videos) >= firstForecast+ahead {
			result.Channels++
		}
		for n := firstForecast; n+ahead <= len(videos); n += everyForecast {
			result.Forecasts++
			next := math.Log(counts[n])
			var total float64
			for _, x := range counts[n : n+ahead] {
				total += x
			}
			total = math.Log(total)
			for _, m := range models {
				p, err := m.predict(videos[:n:n])
				if err != nil {
					return viewsResult{}, 0, fmt.Errorf("%s, after %d videos: %w", c.Channel, n, err)
				}
				s := result.Models[m.name]
				s.Next80 += inside(next, p.next)
				s.Total80 += inside(total, p.total)
				s.PinballNext += pinball(next, p.next)
				s.PinballTotal += pinball(total, p.total)
				result.Models[m.name] = s
			}
		}
	}
	if result.Forecasts == 0 {
		return viewsResult{}, 0, fmt.Errorf("no channel has %d videos with views: there is nothing to forecast", firstForecast+ahead)
	}
	k := float64(result.Forecasts)
	for name, s := range result.Models {
		result.Models[name] = viewsScore{s.Next80 / k, s.Total80 / k, s.PinballNext / k, s.PinballTotal / k}
	}
	return result, uncounted, nil
}
