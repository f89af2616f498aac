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
	_ "time/tzdata" // zones by name on machines without a zone database

	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/cadence/liveness"
)

// How the continuity score is judged: from the 13th week on, every fourth week the
// share of the next twelve weeks with a video is predicted from the weeks before.
const (
	firstCut   = 13
	cutEvery   = 4
	leastWeeks = 26
)

// runContinuity measures the continuity score against simple rules on a file of videos.
func runContinuity(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("continuity", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "CSV `file` with the columns channel and published_at, and perhaps platform (required)")
	untilText := flags.String("until", "", "`time` to which all channels were observed; default: the latest in the file, by platform")
	zone := flags.String("zone", "Europe/Berlin", "`zone` whose weeks count")
	fit := flags.Bool("fit", false, "also print the parameters fitted on the file")
	folds := flags.Int("folds", 0, "fit on the file itself: each of `n` groups of channels is judged by parameters fitted on the others; 0 uses the built-in parameters")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *in == "" || flags.NArg() > 0 {
		return errors.New("want -in FILE and no further arguments")
	}
	var until time.Time
	var err error
	if *untilText != "" {
		if until, err = parseTime(*untilText); err != nil {
			return fmt.Errorf("-until: %w", err)
		}
	}
	loc, err := time.LoadLocation(*zone)
	if err != nil {
		return fmt.Errorf("-zone: %q is not known: want a name such as Europe/Berlin", *zone)
	}
	file, err := os.Open(*in)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	videos, err := readVideos(file, false)
	if err != nil {
		return fmt.Errorf("%s: %w", *in, err)
	}
	channels, short, err := histories(videos, until, loc)
	if err != nil {
		return fmt.Errorf("%s: %w", *in, err)
	}
	if len(channels) == 0 {
		return fmt.Errorf("%s: none of %d channels was observed for %d weeks", *in, short, leastWeeks)
	}
	if *folds != 0 && (*folds < 2 || *folds > len(channels)) {
		return fmt.Errorf("-folds: %d is out of range: want 0, or 2 to the number of channels, %d", *folds, len(channels))
	}
	result, err := judgeContinuity(channels, loc, *folds)
	if err != nil {
		return err
	}
	if *fit {
		if err := printFit(stdout, channels); err != nil {
			return err
		}
	}
	fmt.Fprintf(stdout, "%d channels, %d left out with fewer than %d weeks; %d forecasts of %d weeks\n",
		result.Channels, short, leastWeeks, result.Forecasts, cadence.Horizon)
	for i, f := range result.each() {
		fmt.Fprintf(stdout, "%-9s mean squared error %.4f, mean error %.4f, calibration error %.4f\n", continuityModels[i], f.MSE, f.MAE, f.ECE)
	}
	return json.NewEncoder(stdout).Encode(result)
}

// histories makes one history of each channel and leaves out the short ones.
func histories(videos []video, until time.Time, loc *time.Location) (channels []cadence.History, short int, err error) {
	for _, c := range byChannel(videos, until) {
		posts := make([]cadence.Post, len(c.Videos))
		for i, v := range c.Videos {
			posts[i] = cadence.Post{At: v.At}
		}
		h, err := cadence.NewHistory(posts, cadence.HistoryOptions{Until: c.Until, Zone: loc})
		if err != nil {
			return nil, 0, fmt.Errorf("channel %q: %w", c.Channel, err)
		}
		if len(h.Slots())-1 < leastWeeks {
			short++
			continue
		}
		channels = append(channels, h)
	}
	return channels, short, nil
}

// continuityModels are the names in the result, ours first.
var continuityModels = [...]string{"hochkant", "last12", "lifetime", "ewma8", "bgbb"}

type continuityFigures struct {
	MAE float64 `json:"mae"`
	MSE float64 `json:"mse"`
	ECE float64 `json:"ece"`
}

type continuityResult struct {
	Channels  int `json:"channels"`
	Forecasts int `json:"forecasts"`
	Models    struct {
		Hochkant continuityFigures `json:"hochkant"`
		Last12   continuityFigures `json:"last12"`
		Lifetime continuityFigures `json:"lifetime"`
		EWMA8    continuityFigures `json:"ewma8"`
		BGBB     continuityFigures `json:"bgbb"`
	} `json:"models"`
}

// each returns the figures in the order of continuityModels.
func (r *continuityResult) each() [len(continuityModels)]*continuityFigures {
	m := &r.Models
	return [...]*continuityFigures{&m.Hochkant, &m.Last12, &m.Lifetime, &m.EWMA8, &m.BGBB}
}

// judgeContinuity predicts at every cut of every channel and compares.
func judgeContinuity(channels []cadence.History, loc *time.Location, folds int) (continuityResult, error) {
	var tallies [len(continuityModels)]tally
	out := continuityResult{Channels: len(channels)}
	for group := range max(folds, 1) {
		model, second := cadence.Model{}, cadence.DefaultLiveness()
		if folds > 0 {
			var err error
			if model, second, err = fitWithout(channels, folds, group); err != nil {
				return out, err
			}
		}
		for i := group; i < len(channels); i += max(folds, 1) {
			n, err := judgeChannel(channels[i], loc, model, second, &tallies)
			if err != nil {
				return out, err
			}
			out.Forecasts += n
		}
	}
	for i, figures := range out.each() {
		*figures = tallies[i].figures(float64(len(channels)))
	}
	return out, nil
}

func judgeChannel(h cadence.History, loc *time.Location, model cadence.Model, second liveness.BGBB, tallies *[len(continuityModels)]tally) (int, error) {
	slots := h.Slots()
	kept := make([]float64, len(slots)-1) // the running week is not over
	for i := range kept {
		if slots[i].State == cadence.Kept {
			kept[i] = 1
		}
	}
	cuts := 0
	for k := firstCut; k+cadence.Horizon <= len(kept); k += cutEvery {
		cuts++
	}
	for k := firstCut; k+cadence.Horizon <= len(kept); k += cutEvery {
		known, err := h.At(slots[k].Start.In(loc))
		if err != nil {
			return 0, err
		}
		past, truth := kept[:k], mean(kept[k:k+cadence.Horizon])
		for i, predicted := range [...]float64{
			model.Score(known) / 100,
			mean(past[max(0, k-12):]),
			mean(past),
			ewma(past, 8),
			second.Expected(known.Record(), cadence.Horizon) / cadence.Horizon,
		} {
			tallies[i].add(predicted, truth, 1/float64(cuts))
		}
	}
	return cuts, nil
}

// fitWithout fits both models on the channels outside a group.
func fitWithout(channels []cadence.History, folds, group int) (cadence.Model, liveness.BGBB, error) {
	var others []cadence.History
	for i, h := range channels {
		if i%folds != group {
			others = append(others, h)
		}
	}
	fitted, second, err := fitBoth(others)
	if err != nil {
		return cadence.Model{}, liveness.BGBB{}, err
	}
	model, err := cadence.NewModel(fitted.Prior)
	return model, second.Model, err
}

func fitBoth(channels []cadence.History) (cadence.Fitted, liveness.Fitted, error) {
	fitted, err := cadence.Fit(channels, cadence.FitOptions{})
	if err != nil {
		return fitted, liveness.Fitted{}, err
	}
	var records []liveness.Weighted
	for _, h := range channels {
		records = append(records, liveness.Weighted{Record: h.Record(), Weight: 1})
	}
	second, err := liveness.Fit(records)
	return fitted, second, err
}

func printFit(w io.Writer, channels []cadence.History) error {
	fitted, second, err := fitBoth(channels)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(map[string]any{"phases": fitted, "bgbb": second}, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", text)
	return err
}

// tally adds up forecasts: weight, and by fifth of the prediction what was predicted
// and what came.
type tally struct {
	absolute, squared float64
	predicted, came   [5]float64
}

func (t *tally) add(predicted, came, weight float64) {
	t.absolute += weight * math.Abs(predicted-came)
	t.squared += weight * (predicted - came) * (predicted - came)
	bin := min(int(5*predicted), 4)
	t.predicted[bin] += weight * predicted
	t.came[bin] += weight * came
}

func (t *tally) figures(weight float64) continuityFigures {
	f := continuityFigures{MAE: t.absolute / weight, MSE: t.squared / weight}
	for bin := range t.predicted {
		f.ECE += math.Abs(t.predicted[bin]-t.came[bin]) / weight
	}
	return f
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// ewma is the mean with weights that halve every so many weeks into the past.
func ewma(values []float64, halfLife float64) float64 {
	sum, weights, w, decay := 0.0, 0.0, 1.0, math.Exp2(-1/halfLife)
	for i := len(values) - 1; i >= 0; i-- {
		sum += w * values[i]
		weights += w
		w *= decay
	}
	return sum / weights
}
