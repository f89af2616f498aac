package cadence

// SlotPhases is the probability of each phase in one slot.
type SlotPhases struct {
	SlotRecord
	Known   Phases `json:"known"`   // given the slots up to this one, as it could be said then
	Overall Phases `json:"overall"` // given all slots, as it looks today
}

// Path returns the probability of each phase for every slot of the history, for
// plotting: filtered and smoothed (forward and backward recursions). A paused slot has
// the phases of the slot before it, for the phase stands still. The running slot has
// those of [Model.Now].
func (m Model) Path(h History) []SlotPhases {
	t := m.tables()
	p := &t.prior
	n := h.seen.n
	known := make([]Phases, n)
	v := Phases(p.Start)
	for i := range n {
		for j := range v {
			v[j] *= t.emission(j, h.seen.at(i))
		}
		known[i] = v.scaled()
		v = t.predict(known[i])
	}
	overall := make([]Phases, n)
	back := [phases]float64{1, 1, 1, 1}
	for i := n - 1; i >= 0; i-- {
		for j := range back {
			overall[i][j] = known[i][j] * back[j]
		}
		overall[i] = overall[i].scaled()
		for j := range back {
			back[j] *= t.emission(j, h.seen.at(i))
		}
		back = [phases]float64(Phases(p.step(back)).scaled())
	}
	path := make([]SlotPhases, len(h.counts))
	seen := 0
	for i, record := range h.Slots() {
		path[i].SlotRecord = record
		switch {
		case record.State == Running, seen == 0 && record.State == Paused:
			path[i].Known, path[i].Overall = v, v
		case record.State == Paused:
			path[i].Known, path[i].Overall = known[seen-1], overall[seen-1]
		default:
			path[i].Known, path[i].Overall = known[seen], overall[seen]
			seen++
		}
	}
	return path
}

func (t *tables) emission(phase, kept int) float64 {
	if kept == 1 {
		return t.prior.Keep[phase]
	}
	return 1 - t.prior.Keep[phase]
}

// predict returns v Next.
func (t *tables) predict(v Phases) (next Phases) {
	for i := range phases {
		for j := range phases {
			next[j] += v[i] * t.prior.Next[i][j]
		}
	}
	return next
}
