package cadence

type matrix [phases][phases]float64

func (m *matrix) times(n *matrix) (product matrix) {
	for i := range phases {
		for j := range phases {
			for k := range phases {
				product[i][j] += m[i][k] * n[k][j]
			}
		}
	}
	return product
}

// apply returns v m. It takes and gives single numbers because the compiler keeps
// those in registers, and arrays in memory: three times as fast.
func (m *matrix) apply(a, b, c, d float64) (float64, float64, float64, float64) {
	return (a*m[0][0] + b*m[1][0]) + (c*m[2][0] + d*m[3][0]),
		(a*m[0][1] + b*m[1][1]) + (c*m[2][1] + d*m[3][1]),
		(a*m[0][2] + b*m[1][2]) + (c*m[2][2] + d*m[3][2]),
		(a*m[0][3] + b*m[1][3]) + (c*m[2][3] + d*m[3][3])
}

// bits is a row of slots, kept (1) or missed (0), the earliest in the lowest bit of
// the first word. Paused slots are not in it: they are no evidence, and the phase
// stands still in them.
type bits struct {
	words []uint64
	n     int
}

func (b *bits) add(kept bool) {
	if b.n%64 == 0 {
		b.words = append(b.words, 0)
	}
	if kept {
		b.words[b.n/64] |= 1 << (b.n % 64)
	}
	b.n++
}

// with returns a copy with one slot more.
func (b bits) with(kept bool) bits {
	b.words = append(make([]uint64, 0, len(b.words)+1), b.words...)
	b.add(kept)
	return b
}

// at returns 1 for a kept slot, else 0.
func (b bits) at(i int) int { return int(b.words[i/64] >> (i % 64) & 1) }

// upTo returns the first n slots.
func (b bits) upTo(n int) bits { return bits{b.words, min(n, b.n)} }

// count returns how many of the slots from i up to but without j were kept.
func (b bits) count(i, j int) int {
	kept := 0
	for ; i < j; i++ {
		kept += b.at(i)
	}
	return kept
}

// filter returns the probability of each phase in the slot that follows the given
// ones. It scales every 16 slots: with Keep inside [0.001, 0.999] and phases that
// last, nothing underflows in between.
func (t *tables) filter(b bits) Phases {
	s := &t.prior.Start
	v0, v1, v2, v3 := s[0], s[1], s[2], s[3]
	i := 0
	for ; i+16 <= b.n; i += 16 {
		w := b.words[i/64] >> (i % 64)
		for range 4 {
			v0, v1, v2, v3 = t.four[w&15].apply(v0, v1, v2, v3)
			w >>= 4
		}
		scale := 1 / ((v0 + v1) + (v2 + v3))
		v0, v1, v2, v3 = v0*scale, v1*scale, v2*scale, v3*scale
	}
	for ; i < b.n; i++ {
		v0, v1, v2, v3 = t.one[b.at(i)].apply(v0, v1, v2, v3)
	}
	return Phases{v0, v1, v2, v3}.scaled()
}

// worth returns, by phase of the slot that comes next, the expected share of the next
// n slots that will be kept: the mean of Next^h Keep for h below n.
func (p Prior) worth(n int) (share [phases]float64) {
	now := p.Keep
	for range n {
		for i := range phases {
			share[i] += now[i] / float64(n)
		}
		now = p.step(now)
	}
	return share
}

// step returns Next v: what v is expected to be one slot later, by phase.
func (p Prior) step(v [phases]float64) (next [phases]float64) {
	for i := range phases {
		for j := range phases {
			next[i] += p.Next[i][j] * v[j]
		}
	}
	return next
}
