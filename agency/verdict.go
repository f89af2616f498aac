package agency

import (
	"math/rand/v2"
	"slices"

	"github.com/hochkant/hochkant/agency/mcda"
	"github.com/hochkant/hochkant/strategy/measure"
)

// judge finds the recommended model and how firmly it stands.
func (r *run) judge(d *Decision) error {
	d.Pairs = []Pair{}
	best := r.best(&r.out)
	if best < 0 {
		d.Verdict = NoneFits
		return nil
	}
	d.Recommended = Model(best + 1)
	d.Margin = r.margin(best)
	rows, models := [][]float64{}, []int{}
	for i := range r.out {
		if r.out[i].standing() == Fits {
			rows, models = append(rows, r.out[i].values[:]), append(models, i)
		}
	}
	table, err := mcda.NewTable(rows)
	if err != nil {
		return err
	}
	pairs, exact, err := table.Pairwise(r.space)
	if err != nil {
		return err
	}
	if !exact {
		if pairs, err = r.sampledPairs(table); err != nil {
			return err
		}
	}
	d.Exact, d.Probability = exact, 1
	at := slices.Index(models, best)
	for a, ma := range models {
		for b, mb := range models {
			if a == b {
				continue
			}
			d.Pairs = append(d.Pairs, Pair{Model(ma + 1), Model(mb + 1), measure.Share(pairs[a][b])})
			if a == at {
				d.Probability = min(d.Probability, measure.Share(pairs[a][b]))
			}
		}
	}
	d.Verdict = r.verdict(d, float64(d.Probability))
	return nil
}

// margin is the lead in the mean score over the strongest other model that
// fits, and the whole score when there is none.
func (r *run) margin(best int) float64 {
	lead := r.scores[best]
	for i := range r.out {
		if i != best && r.out[i].standing() == Fits {
			lead = min(lead, r.scores[best]-r.scores[i])
		}
	}
	return lead
}

// pairDraws is the number of weights drawn where the space has no closed form,
// from a fixed stream, so that equal cases give equal decisions.
const pairDraws = 4000

func (r *run) sampledPairs(t mcda.Table) ([][]float64, error) {
	sampled, err := t.Acceptability(r.space, pairDraws, rand.NewPCG(2026, 8))
	if err != nil {
		return nil, err
	}
	p := make([][]float64, len(sampled.Pairwise))
	for a, row := range sampled.Pairwise {
		for _, b := range row {
			p[a] = append(p[a], b.Value)
		}
	}
	return p, nil
}

// verdict turns a probability into words. It is never clear while a check on
// the recommended model is unknown, unless the contract can settle it.
func (r *run) verdict(d *Decision, p float64) Verdict {
	th := d.Thresholds
	settled := true
	for _, q := range d.Options[d.Recommended.index()].Unsettled {
		settled = settled && (q == AccountOwner || q == DataContract)
	}
	switch {
	case within(float64(th.Clear), p) && within(th.Margin, d.Margin) && settled:
		return Clear
	case within(float64(th.Lean), p):
		return Lean
	default:
		return Open
	}
}
