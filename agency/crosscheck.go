package agency

import "github.com/hochkant/hochkant/agency/mcda"

// CrossCheck answers whether another method would say otherwise: TOPSIS with
// vector norm on the measurements of the models that fit.
type CrossCheck struct {
	Method string `json:"method"`
	Best   Model  `json:"best"`
	Agrees bool   `json:"agrees"` // Best is the recommended model
}

// crossCheck is nil when fewer than two models fit.
func (r *run) crossCheck(recommended Model) (*CrossCheck, error) {
	rows, models := [][]float64{}, []Model{}
	for i := range r.out {
		if r.out[i].standing() == Fits {
			rows, models = append(rows, r.out[i].measurements[:]), append(models, Model(i+1))
		}
	}
	if len(models) < 2 {
		return nil, nil
	}
	less := make([]bool, criterionCount)
	for k, s := range r.s.scales {
		less[k] = s.Best < s.Worst
	}
	closeness, err := mcda.TOPSIS(rows, r.weights, less)
	if err != nil {
		return nil, err
	}
	ranking, err := mcda.NewRanking(closeness)
	if err != nil {
		return nil, err
	}
	best := models[ranking.Order[0]]
	return &CrossCheck{Method: "TOPSIS, vector norm", Best: best, Agrees: best == recommended}, nil
}
