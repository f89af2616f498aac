package agency

import (
	"cmp"
	"math"
	"slices"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Flip is a single change that makes another model the recommended one, with
// everything else at its middle.
type Flip struct {
	Rival      Model         `json:"rival"`
	Impossible bool          `json:"impossible,omitzero"` // no single change makes the rival win; the rest is empty
	AtMiddle   bool          `json:"atMiddle,omitzero"`   // the rival wins at the middle as it is, and a simulation recommends another; the rest is empty
	Lever      Lever         `json:"lever,omitzero"`
	Model      Model         `json:"model,omitzero"`     // of the offer, for levers of an offer
	Criterion  Criterion     `json:"criterion,omitzero"` // for weights; the others keep their proportions
	From       float64       `json:"from"`
	To         float64       `json:"to"`              // the rival wins here, and 1 % short of the way it does not
	Change     float64       `json:"change,omitzero"` // |To-From| by From; 0 when From is 0 or the rival wins at From already, once the input is known
	Reason     reason.Reason `json:"reason"`
}

// flips finds, for every model that is not recommended, the changes that make
// it so: first the smallest, then the others that also would.
func (r *run) flips(d *Decision) error {
	var found []Flip
	for i := range searched {
		s := &searched[i]
		if s.lever == LeverRate {
			found = r.scan(found, d, s.lever, DoItWithYou, s.top, false)
			found = r.scan(found, d, s.lever, DoItForYou, s.top, false)
			continue
		}
		found = r.scan(found, d, s.lever, 0, s.top, s.whole)
	}
	found, err := r.weightFlips(found, d)
	if err != nil {
		return err
	}
	ahead := r.best(&r.out)
	for _, m := range r.order {
		rival := Model(m + 1)
		if rival == d.Recommended {
			continue
		}
		from := len(d.Flips)
		for _, f := range found {
			if f.Rival == rival {
				d.Flips = append(d.Flips, f)
			}
		}
		own := d.Flips[from:]
		slices.SortStableFunc(own, func(a, b Flip) int {
			return cmp.Or(compareUnknownLast(a, b), cmp.Compare(a.Change, b.Change))
		})
		if ahead == m { // a simulation recommends another model than the middle
			d.Flips = append(d.Flips[:from], Flip{Rival: rival, AtMiddle: true})
		} else if len(own) == 0 {
			d.Flips = append(d.Flips, Flip{Rival: rival, Impossible: true})
		}
	}
	for i := range d.Flips {
		d.Flips[i].Reason = flipReason(&d.Flips[i])
	}
	return nil
}

// compareUnknownLast puts changes from 0, which have no relative size, last.
func compareUnknownLast(a, b Flip) int {
	size := func(f Flip) int {
		if f.Change == 0 && f.From != f.To {
			return 1
		}
		return 0
	}
	return cmp.Compare(size(a), size(b))
}

// weightFlips are exact: along one weight the lead of a model is linear. Only
// models that fit can win by weights.
func (r *run) weightFlips(found []Flip, d *Decision) ([]Flip, error) {
	rows, models := [][]float64{}, []Model{}
	for i := range r.out {
		if r.out[i].standing() == Fits {
			rows, models = append(rows, r.out[i].values[:]), append(models, Model(i+1))
		}
	}
	if len(models) < 2 {
		return found, nil
	}
	table, err := mcda.NewTable(rows)
	if err != nil {
		return nil, err
	}
	for a, rival := range models {
		if rival == d.Recommended {
			continue
		}
		intervals, err := table.Stability(r.weights, a)
		if err != nil {
			return nil, err
		}
		for _, iv := range intervals {
			to, ok, err := r.pastTie(iv, rival)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue // only a tie
			}
			f := Flip{Rival: rival, Lever: LeverWeight, Criterion: Criterion(iv.Criterion + 1), From: iv.Current, To: to}
			if iv.Current > tolerance {
				f.Change = math.Abs(to-iv.Current) / iv.Current
			}
			found = append(found, f)
		}
	}
	return found, nil
}

// pastTie takes a weight from the tie into the interval in which the rival is
// first, as little as is needed to be ahead by more than rounding.
func (r *run) pastTie(iv mcda.StabilityInterval, rival Model) (float64, bool, error) {
	tie, inward := iv.From, 1.0
	if tie < iv.Current {
		tie, inward = iv.To, -1
	}
	middle := r.weights
	defer func() { r.weights = middle }()
	for step := 1e-9; step < (iv.To-iv.From)/2; step *= 4 {
		to := tie + float64(inward*step)
		w, err := middle.Shift(iv.Criterion, to)
		if err != nil {
			return 0, false, err
		}
		r.weights = w
		if r.best(&r.out) == rival.index() {
			return to, true, nil
		}
	}
	return 0, false, nil
}

// outward rounds a change to the given decimals away from where it starts, so
// that the printed figure still makes the rival win.
func outward(from, to float64, decimals int) float64 {
	unit := math.Pow10(-decimals)
	if to < from {
		return math.Floor(to/unit+tolerance) * unit
	}
	return math.Ceil(to/unit-tolerance) * unit
}

func flipReason(f *Flip) reason.Reason {
	rival := modelName(f.Rival)
	if f.Impossible {
		return reason.New("agency.flip.impossible", "Damit „{model}“ vorn liegt, reicht keine einzelne Änderung.", "No single change puts “{model}” ahead.", nil, rival)
	}
	if f.AtMiddle {
		return reason.New("agency.flip.middle", "„{model}“ liegt schon vorn, wenn alle Eingaben in der Mitte liegen; über alle Zufallsrechnungen nicht.", "“{model}” is ahead already when all inputs take their middle values; over all random runs it is not.", nil, rival)
	}
	decimals := 1
	switch f.Lever {
	case LeverBudget, LeverPublishers:
		decimals = 0
	case LeverWeight, LeverVideos:
		decimals = 2
	}
	from, to := reason.Number("from", f.From, decimals), reason.Number("to", outward(f.From, f.To, decimals), decimals)
	if f.Lever == LeverWeight {
		return reason.New("agency.flip.weight", "„{model}“ liegt vorn, sobald das Gewicht von {criterion} {to} statt {from} beträgt.", "“{model}” is ahead when the weight of {criterion} is {to} instead of {from}.", nil,
			rival, reason.Word("criterion", criterionDE[f.Criterion], f.Criterion.String()), to, from)
	}
	what := reason.Word("lever", leverDE[f.Lever], f.Lever.String())
	switch {
	case f.To == f.From:
		return reason.New("agency.flip.confirmed", "„{model}“ liegt vorn, sobald feststeht: {lever} = {to}.", "“{model}” is ahead as soon as it is certain: {lever} = {to}.", nil, rival, what, to)
	case f.Model != 0:
		return reason.New("agency.flip.offer", "„{model}“ liegt vorn, sobald gilt: {lever} = {to} statt {from} („{offer}“).", "“{model}” is ahead once {lever} = {to} instead of {from} (“{offer}”).", nil,
			rival, what, to, from, reason.Word("offer", modelDE[f.Model], modelEN[f.Model]))
	default:
		return reason.New("agency.flip", "„{model}“ liegt vorn, sobald gilt: {lever} = {to} statt {from}.", "“{model}” is ahead once {lever} = {to} instead of {from}.", nil, rival, what, to, from)
	}
}
