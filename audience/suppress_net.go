package audience

// A table with totals is a flow: what flows into a row, its total, flows out
// through its cells into the columns; what flows into a column flows out as its
// total; the total of all closes the circle. Whoever tries to find hidden counts
// may move people around hidden arcs only, and no arc below 0. So a count can be
// raised by what the rest of the circle can carry back, and lowered likewise: a
// maximum flow, exact in whole people (Cox 1980, Kelly, Golden and Assad 1992).

// suppressNet is that network: rows first, then columns, then the two ends of the total.
type suppressNet struct {
	rows, columns int
	arcs          []suppressArc
	links         [][]suppressStep // the arcs at each node
}

type suppressArc struct {
	from, to    int
	people      int64
	cost        int64
	hidden      bool
	unpublished bool // a total that repeats its only cell
}

// Costs of hiding: no inner path is so long that a total would be cheaper.
const (
	hideCell  = 1
	hideLine  = 1_000
	hideTotal = 1_000_000
)

func newSuppressNet(counts [][]int64) *suppressNet {
	n := &suppressNet{rows: len(counts), columns: len(counts[0])}
	columnEnd, rowEnd := n.rows+n.columns, n.rows+n.columns+1
	byRow, byColumn, total := make([]int64, n.rows), make([]int64, n.columns), int64(0)
	for i, row := range counts {
		for j, people := range row {
			n.arcs = append(n.arcs, suppressArc{from: i, to: n.rows + j, people: people, cost: hideCell})
			byRow[i], byColumn[j], total = byRow[i]+people, byColumn[j]+people, total+people
		}
	}
	for i, people := range byRow {
		one := n.columns == 1
		n.arcs = append(n.arcs, suppressArc{from: rowEnd, to: i, people: people, cost: hideLine, hidden: one, unpublished: one})
	}
	for j, people := range byColumn {
		one := n.rows == 1
		n.arcs = append(n.arcs, suppressArc{from: n.rows + j, to: columnEnd, people: people, cost: hideLine, hidden: one, unpublished: one})
	}
	n.arcs = append(n.arcs, suppressArc{from: columnEnd, to: rowEnd, people: total, cost: hideTotal})
	n.links = make([][]suppressStep, n.rows+n.columns+2)
	for i, a := range n.arcs {
		n.links[a.from] = append(n.links[a.from], suppressStep{i, 1})
		n.links[a.to] = append(n.links[a.to], suppressStep{i, -1})
	}
	return n
}

// protect hides arcs until the count of one arc could be anything from 0 to the threshold.
func (n *suppressNet) protect(arc int, threshold int64) {
	a := n.arcs[arc]
	n.free(arc, a.to, a.from, threshold-a.people) // raising it flows back from its end to its start
	n.free(arc, a.from, a.to, a.people)
}

// free makes room for so many people to flow from one node to another without the
// arc itself, hiding what is cheapest to hide. There is always a way: through the totals.
func (n *suppressNet) free(arc, from, to int, people int64) {
	flow := make([]int64, len(n.arcs))
	for people > 0 {
		path, amount := n.cheapest(arc, from, to, flow)
		if amount == 0 {
			return // not reached: the circle of totals carries any amount up, and down all people of the arc
		}
		amount = min(amount, people)
		people -= amount
		for _, step := range path {
			n.arcs[step.arc].hidden = true
			flow[step.arc] += step.sign * amount
		}
	}
}

// suppressStep is one arc of a path, walked forward (+1) or backward (-1).
type suppressStep struct {
	arc  int
	sign int64
}

// cheapest returns the path with the least cost of hiding (Dijkstra; ties go to the
// earlier arc) and how many people it carries: any number forward, and backward as
// many as are on the arc.
func (n *suppressNet) cheapest(without, from, to int, flow []int64) (path []suppressStep, amount int64) {
	const unreached = int64(1) << 60
	nodes := n.rows + n.columns + 2
	cost, done := make([]int64, nodes), make([]bool, nodes)
	into := make([]suppressStep, nodes)
	for i := range cost {
		cost[i] = unreached
	}
	cost[from] = 0
	for {
		at := -1
		for i, c := range cost {
			if !done[i] && c < unreached && (at < 0 || c < cost[at]) {
				at = i
			}
		}
		if at < 0 || at == to {
			break
		}
		done[at] = true
		for _, step := range n.links[at] {
			a := n.arcs[step.arc]
			if step.arc == without || step.sign < 0 && a.people+flow[step.arc] == 0 {
				continue
			}
			price := a.cost
			if a.hidden {
				price = 0
			}
			next := a.from + a.to - at
			if cost[at]+price < cost[next] {
				cost[next], into[next] = cost[at]+price, step
			}
		}
	}
	if cost[to] == unreached {
		return nil, 0
	}
	amount = unreached
	for at := to; at != from; {
		step := into[at]
		a := n.arcs[step.arc]
		if step.sign < 0 {
			amount = min(amount, a.people+flow[step.arc])
		}
		path = append(path, step)
		at = a.from + a.to - at
	}
	return path, amount
}

// table returns the counts as they may be published.
func (n *suppressNet) table() SuppressedTable {
	count := func(arc int) SuppressedCount {
		if n.arcs[arc].hidden {
			return SuppressedCount{}
		}
		return SuppressedCount{n.arcs[arc].people, true}
	}
	var t SuppressedTable
	next := 0
	line := func(length int) []SuppressedCount {
		counts := make([]SuppressedCount, length)
		for i := range counts {
			counts[i] = count(next)
			next++
		}
		return counts
	}
	for range n.rows {
		t.Cells = append(t.Cells, line(n.columns))
	}
	t.RowTotals, t.ColumnTotals = line(n.rows), line(n.columns)
	t.Total = count(next)
	if n.columns == 1 || n.rows == 1 {
		t.RowTotals, t.ColumnTotals = nil, nil
	}
	return t
}
