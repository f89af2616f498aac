package agency

import "math"

// searched are the levers that somebody can move, and how far the search goes.
// Videos a week are ours; the others are the levers a council asks about.
var searched = [...]struct {
	lever Lever
	top   float64
	whole bool // people come whole
}{
	{lever: LeverVideos, top: maxVideos},
	{lever: LeverOwnHours, top: 168},
	{lever: LeverPublishers, top: 20, whole: true},
	{lever: LeverApproval, top: 60},
	{lever: LeverBudget, top: 1e9},
	{lever: LeverRate, top: 1000},
}

// scanSteps is the number of places looked at on either side of the current
// value; between the last without and the first with the rival ahead, bisection
// finds the change. A rival that is ahead only between two of the places is missed.
const (
	scanSteps  = 16
	morePeople = 6    // people more or fewer that are tried
	flipWidth  = 1e-8 // bisection ends at this part of the value
)

// search looks for other winners along one lever, everything else at its middle.
type search struct {
	r     *run
	at    int
	only  Model // the one model the lever touches; 0 for all
	whole bool
	f     figures
	out   [modelCount]outcome
	from  float64
	best  [modelCount + 1]Flip // the nearest change for each model
	lever Lever
}

// winner is the index of the model recommended when the lever stands at v; -1 is none.
func (s *search) winner(v float64) int {
	s.f[s.at] = v
	for i := range s.out {
		if s.only == 0 || s.only.index() == i {
			s.r.s.evaluate(&s.f, &s.r.in, &s.r.s.model[i], &s.out[i])
		}
	}
	return s.r.best(&s.out)
}

// note keeps a place at which a rival wins, if it is nearer than the one known.
func (s *search) note(w int, to float64) {
	if w < 0 {
		return
	}
	known := &s.best[w+1]
	if size := math.Abs(to - s.from); known.Rival == 0 || size < math.Abs(known.To-s.from) {
		*known = Flip{Rival: Model(w + 1), Lever: s.lever, Model: s.only, From: s.from, To: to}
		if s.from > tolerance {
			known.Change = size / s.from
		}
	}
}

// scan looks along one lever, down and up from where it stands. An input that
// is not known counts as known here: the question is what it would change.
func (r *run) scan(found []Flip, d *Decision, l Lever, m Model, top float64, whole bool) []Flip {
	at := slot(l, m)
	if l == LeverBudget && !r.in[at].known {
		return found // without a budget there is nothing to change
	}
	known := r.in[at].known
	r.in[at].known = true
	defer func() { r.in[at].known = known }()
	s := search{r: r, at: at, only: m, whole: whole, lever: l, f: r.middle, out: r.out, from: r.middle[at]}
	start := s.winner(s.from)
	s.note(start, s.from) // what was not known breaks a check once it is
	if l == LeverBudget {
		s.budgets()
	} else {
		s.walk(start, 0)
		s.walk(start, top)
	}
	for _, f := range s.best {
		if f.Rival != 0 && f.Rival != d.Recommended {
			found = append(found, f)
		}
	}
	return found
}

// budgets tries the budgets at which a model becomes or ceases to be fundable:
// the dearest years of the models, and a cent less.
func (s *search) budgets() {
	for i := range s.out {
		needed := s.out[i].dearestYear
		s.note(s.winner(needed), needed)
		if less := needed*(1-1e-6) - 0.01; less >= 0 {
			s.note(s.winner(less), less)
		}
	}
}

// walk goes from the current value to an end and bisects where the winner changes.
func (s *search) walk(start int, end float64) {
	before, last := start, s.from
	for k := 1; k <= scanSteps; k++ {
		v, ok := s.place(end, k)
		if !ok {
			return
		}
		w := s.winner(v)
		if w != before {
			s.note(w, s.bisect(last, v, w))
		}
		before, last = w, v
	}
}

// place is the k-th place on the way to an end: whole people one by one, else
// in steps that grow, because small changes are looked for.
func (s *search) place(end float64, k int) (float64, bool) {
	if s.whole {
		v := math.Floor(s.from+tolerance) + float64(k)
		if end < s.from {
			v = math.Ceil(s.from-tolerance) - float64(k)
		}
		return v, v >= 0 && v <= max(s.from, end) && k <= morePeople
	}
	if end == s.from {
		return 0, false
	}
	share := float64(k) / scanSteps
	v := s.from + float64((end-s.from)*share*share*share)
	return v, v > 0 || s.lever != LeverVideos // no video at all is no channel
}

// bisect narrows a change of the winner down to w, from the side without to the
// side with it, and returns a value at which w wins.
func (s *search) bisect(without, with float64, w int) float64 {
	if s.whole {
		return with
	}
	for math.Abs(with-without) > flipWidth*max(1, math.Abs(with)) {
		middle := without + (with-without)/2
		if s.winner(middle) == w {
			with = middle
		} else {
			without = middle
		}
	}
	return with
}
