package alliance

import (
	"math"
	"strconv"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Rotation shares the slots of a channel out between the topic and the
// carriers' own formats.
type Rotation struct {
	// Slots names, video by video, the carrier whose format it is, "" for the topic.
	Slots []string `json:"slots"`
	// Waits is, by carrier with a format, the largest number of videos between two of its own.
	Waits map[string]int `json:"waits"`
}

// maxSlots is ten years of a video a day.
const maxSlots = 4000

// Rotate plans the next videos of a shared channel, slots of them, 0 to 4,000. Own
// formats of carriers stand in at most maxShare of the slots, 0 to 1, spread evenly;
// among the carriers with a format each gets own slots in proportion to its hours and
// never waits long: with a weight w of the own slots, at most 2/w of them, rounded up,
// pass from one of its slots to the next.
//
// The order among carriers is by earliest deadline first, the scheduling that
// keeps every one within one slot of its exact share (Tijdeman 1980, the
// chairman assignment problem).
func Rotate(carriers []Carrier, maxShare measure.Share, slots int) (Rotation, error) {
	var l check.List
	if !maxShare.Valid() {
		l.Add("/cap", check.ErrRange, float64(maxShare), "a share from 0 to 1")
	}
	if slots < 0 || slots > maxSlots {
		l.Add("/slots", check.ErrLimit, slots, "0 to "+strconv.Itoa(maxSlots)+" videos")
	}
	if len(carriers) > MaxCarriers {
		l.Add("/carriers", check.ErrLimit, len(carriers), "at most "+strconv.Itoa(MaxCarriers)+" carriers")
	}
	type turn struct {
		carrier int
		weight  int64 // hundredths of an hour
		done    int64
	}
	var turns []turn
	var total int64
	for i, c := range carriers {
		if c.Format == "" {
			continue
		}
		if !(c.Hours >= 0.01 && c.Hours <= 168) {
			l.Add(check.Pointer("carriers", i, "hours"), check.ErrRange, float64(c.Hours), "hours a week from 0.01 to 168")
			continue
		}
		weight := int64(math.Round(float64(c.Hours) * 100))
		turns, total = append(turns, turn{carrier: i, weight: weight}), total+weight
	}
	if err := l.Err(); err != nil {
		return Rotation{}, err
	}
	r := Rotation{Slots: make([]string, slots), Waits: map[string]int{}}
	if len(turns) == 0 {
		return r, nil
	}
	last := map[string]int{}
	own := int64(0)
	for s := range slots {
		// The own slots so far never exceed the cap.
		if math.Floor(float64(maxShare)*float64(s+1)+1e-9) <= float64(own) {
			continue
		}
		// Turn k of weight w is due from own slot k*total/w on, before (k+1)*total/w.
		pick, due := -1, int64(math.MaxInt64)
		for i, t := range turns {
			release, deadline := t.done*total/t.weight, ((t.done+1)*total+t.weight-1)/t.weight
			if release <= own && deadline < due {
				pick, due = i, deadline
			}
		}
		own++
		turns[pick].done++
		name := carriers[turns[pick].carrier].Name
		r.Slots[s] = name
		if before, seen := last[name]; seen {
			r.Waits[name] = max(r.Waits[name], s-before)
		}
		last[name] = s
	}
	return r, nil
}
