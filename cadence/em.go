package cadence

import "math"

// expectation is the state of the iteration: parameters, and the expected counts that
// the slots give under them.
type expectation struct {
	prior, towards Prior
	strength       float64
	start          [phases]float64
	next           [phases][phases]float64
	keep           [phases][2]float64
	forward        []Phases
	scale          []float64
}

// collect fills the expected counts and returns the log-likelihood.
func (e *expectation) collect(rows []bits) (logLik float64) {
	e.start, e.next, e.keep = [phases]float64{}, [phases][phases]float64{}, [phases][2]float64{}
	p := &e.prior
	var emit [2][phases]float64
	for i, k := range p.Keep {
		emit[0][i], emit[1][i] = 1-k, k
	}
	for _, row := range rows {
		e.pass(row, &emit)
		product := 1.0
		for _, s := range e.scale[:row.n] {
			if product *= s; product < 1e-200 {
				logLik += math.Log(product)
				product = 1
			}
		}
		logLik += math.Log(product)
	}
	// transitions so far are forward x emission x backward; Next is a common factor
	for i := range phases {
		for j := range phases {
			e.next[i][j] *= p.Next[i][j]
		}
	}
	return logLik
}

// pass runs the scaled forward and backward recursions over one channel and adds its
// expected counts. e.next collects them without the factor Next.
func (e *expectation) pass(row bits, emit *[2][phases]float64) {
	n := row.n
	for len(e.forward) < n {
		e.forward = append(e.forward, Phases{})
		e.scale = append(e.scale, 0)
	}
	p := &e.prior
	a := Phases(p.Start)
	for t := range n {
		if t > 0 {
			a = Phases{
				a[0]*p.Next[0][0] + a[1]*p.Next[1][0],
				a[0]*p.Next[0][1] + a[1]*p.Next[1][1] + a[2]*p.Next[2][1],
				a[1]*p.Next[1][2] + a[2]*p.Next[2][2] + a[3]*p.Next[3][2],
				a[2]*p.Next[2][3] + a[3]*p.Next[3][3],
			}
		}
		b := &emit[row.at(t)]
		a = Phases{a[0] * b[0], a[1] * b[1], a[2] * b[2], a[3] * b[3]}
		sum := a[0] + a[1] + a[2] + a[3]
		inv := 1 / sum
		a = Phases{a[0] * inv, a[1] * inv, a[2] * inv, a[3] * inv}
		e.forward[t], e.scale[t] = a, sum
	}
	back := [phases]float64{1, 1, 1, 1}
	for t := n - 1; t >= 0; t-- {
		y := row.at(t)
		f := &e.forward[t]
		for i := range phases {
			e.keep[i][y] += f[i] * back[i]
		}
		if t == 0 {
			for i := range phases {
				e.start[i] += f[i] * back[i]
			}
			return
		}
		b := &emit[y]
		inv := 1 / e.scale[t]
		g := [phases]float64{b[0] * back[0] * inv, b[1] * back[1] * inv, b[2] * back[2] * inv, b[3] * back[3] * inv}
		f = &e.forward[t-1]
		for i := range phases {
			lo, hi := max(0, i-1), min(phases-1, i+1)
			for j := lo; j <= hi; j++ {
				e.next[i][j] += f[i] * g[j]
			}
		}
		back = [phases]float64{
			p.Next[0][0]*g[0] + p.Next[0][1]*g[1],
			p.Next[1][0]*g[0] + p.Next[1][1]*g[1] + p.Next[1][2]*g[2],
			p.Next[2][1]*g[1] + p.Next[2][2]*g[2] + p.Next[2][3]*g[3],
			p.Next[3][2]*g[2] + p.Next[3][3]*g[3],
		}
	}
}

// maximise replaces the parameters by those that are best for the counts.
func (e *expectation) maximise() {
	w := e.strength
	total := 0.0
	for i := range phases {
		e.start[i] += w * e.towards.Start[i]
		total += e.start[i]
	}
	var kept, all [phases]float64
	for i := range phases {
		e.prior.Start[i] = e.start[i] / total
		row := &e.next[i]
		sum := 0.0
		for j := range phases {
			row[j] += w * e.towards.Next[i][j]
			sum += row[j]
		}
		stay := max(row[i]/sum, minStay)
		leave := sum - row[i]
		for j := range phases {
			switch {
			case j == i:
				e.prior.Next[i][j] = stay
			case leave > 0:
				e.prior.Next[i][j] = (1 - stay) * row[j] / leave
			}
		}
		kept[i] = e.keep[i][1] + w*e.towards.Keep[i]
		all[i] = kept[i] + e.keep[i][0] + w*(1-e.towards.Keep[i])
	}
	e.prior.Keep = ordered(kept, all)
}

// ordered returns kept/all made non-decreasing by pooling neighbours that are out of
// order (isotonic regression, exact for binomial counts: Ayer et al. 1955), inside the
// limits of Keep.
func ordered(kept, all [phases]float64) (keep [phases]float64) {
	type block struct {
		kept, all float64
		size      int
	}
	var stack []block
	for i := range phases {
		b := block{kept[i], all[i], 1}
		for len(stack) > 0 {
			last := stack[len(stack)-1]
			if last.kept*b.all <= b.kept*last.all {
				break
			}
			b = block{last.kept + b.kept, last.all + b.all, last.size + b.size}
			stack = stack[:len(stack)-1]
		}
		stack = append(stack, b)
	}
	i := 0
	for _, b := range stack {
		for range b.size {
			keep[i] = min(max(b.kept/b.all, minKeep), 1-minKeep)
			i++
		}
	}
	return keep
}

// logPrior is the part of the objective that the pseudo-slots add.
func (e *expectation) logPrior() (sum float64) {
	add := func(weight, p float64) {
		if weight > 0 {
			sum += e.strength * weight * math.Log(p)
		}
	}
	for i := range phases {
		add(e.towards.Start[i], e.prior.Start[i])
		add(e.towards.Keep[i], e.prior.Keep[i])
		add(1-e.towards.Keep[i], 1-e.prior.Keep[i])
		for j := range phases {
			add(e.towards.Next[i][j], e.prior.Next[i][j])
		}
	}
	return sum
}
