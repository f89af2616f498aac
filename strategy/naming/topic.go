package naming

import "unicode/utf8"

// findTopic finds the life situation a name leads to: each word votes for the
// situation of its entry, whole words more than the parts of compounds, and the
// first word wins a tie.
func (a *analysis) findTopic(n Name) {
	a.topic, _ = a.vote()
	if n.Topic == "" || a.topic < 0 || situations[a.topic].Name == n.Topic {
		return
	}
	if want := situationIndex(n.Topic); want >= 0 {
		if f := a.find(TopicMismatch, 0, 0); f != nil {
			f.Match, f.other = situations[a.topic].Name, n.Topic
		}
	}
}

// vote returns the situation with most votes, -1 without any, and whether a
// whole word voted for it.
func (a *analysis) vote() (situation int, sure bool) {
	var votes [len(situations)]int
	best := -1
	add := func(topic int8, weight int) {
		if topic == 0 {
			return
		}
		i := int(topic) - 1
		votes[i] += weight
		if best < 0 || votes[i] > votes[best] {
			best = i
		}
	}
	for _, r := range a.words {
		if r.class&smallWord != 0 && r.start >= 0 {
			continue
		}
		if r.entry >= 0 {
			weight := 4
			if r.start > 0 {
				weight = 2
			}
			add(int8(situationIndex(a.lx.entries[r.entry].Topic)+1), weight)
			continue
		}
		if topic := a.lx.topicOf(r.fold); topic > 0 {
			add(topic, 4)
			continue
		}
		for _, p := range pieces(r.fold) {
			add(a.lx.topicOf(p), 2)
		}
		// The longest known words that a compound begins and ends in.
		for end := len(r.fold) - 3; end >= 4; end-- {
			if utf8.RuneStart(r.fold[end]) {
				if topic := a.lx.topicOf(r.fold[:end]); topic > 0 {
					add(topic, 2)
					break
				}
			}
		}
		for start := 3; start+4 <= len(r.fold); start++ {
			if utf8.RuneStart(r.fold[start]) {
				if topic := a.lx.topicOf(r.fold[start:]); topic > 0 {
					add(topic, 1)
					break
				}
			}
		}
	}
	return best, best >= 0 && votes[best] >= 4
}

// topicOf returns the situation + 1 of a word in any of its forms.
func (lx *Lexicon) topicOf(w string) (topic int8) {
	stems(w, func(s string) bool {
		topic = lx.topics[s]
		return topic > 0
	})
	return topic
}
