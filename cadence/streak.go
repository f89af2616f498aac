package cadence

// Streaks are rows of kept slots without a missed one between them. Paused slots
// neither count nor break a row. The running slot counts as soon as it has a post, and
// does not break a row before it is over.
type Streaks struct {
	Current int64 `json:"current"` // up to the as-of time, 0 after a missed slot
	Longest int64 `json:"longest"`
}

// Streaks returns the current and the longest row of kept slots.
func (h History) Streaks() Streaks {
	var s Streaks
	for i, n := range h.counts {
		switch {
		case n > 0:
			s.Current++
			s.Longest = max(s.Longest, s.Current)
		case n == 0 && i < len(h.counts)-1:
			s.Current = 0
		}
	}
	return s
}
