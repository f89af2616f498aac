package cadence

// Horizon is the number of coming slots a score speaks about unless another number is
// asked for.
const Horizon = 12

// Model is a [Prior] made ready to judge histories. It is immutable and small to copy.
// The zero Model uses [DefaultPrior].
type Model struct{ t *tables }

// NewModel checks the parameters and makes them ready.
func NewModel(p Prior) (Model, error) {
	if err := p.validate(); err != nil {
		return Model{}, err
	}
	return Model{compile(p)}, nil
}

// Prior returns the parameters of the model.
func (m Model) Prior() Prior { return m.tables().prior }

// defaultTables is computed once and never changed.
var defaultTables = compile(defaultPrior)

func (m Model) tables() *tables {
	if m.t == nil {
		return defaultTables
	}
	return m.t
}

// tables are what the filter needs of a prior.
//
// The forward recursion carries v, the distribution of the phase in the slot that
// comes next, given all slots before it:
//
//	v' ~ v diag(e(y)) Next,   e_i(1) = Keep_i, e_i(0) = 1 - Keep_i
//
// Four slots at a time are one product with a matrix made in advance.
type tables struct {
	prior Prior
	one   [2]matrix  // diag(e(y)) Next
	four  [16]matrix // products of four, the earliest slot in the lowest bit
	worth [phases]float64
}

func compile(p Prior) *tables {
	t := &tables{prior: p, worth: p.worth(Horizon)}
	for i := range phases {
		for j := range phases {
			t.one[0][i][j] = (1 - p.Keep[i]) * p.Next[i][j]
			t.one[1][i][j] = p.Keep[i] * p.Next[i][j]
		}
	}
	for bits := range t.four {
		a, b := t.one[bits&1].times(&t.one[bits>>1&1]), t.one[bits>>2&1].times(&t.one[bits>>3&1])
		t.four[bits] = a.times(&b)
	}
	return t
}
