package naming

import "unicode/utf8"

// linking are the elements that German puts between the parts of a compound
// (Fugenelemente), including none.
var linking = [...]string{"", "s", "n", "en", "es", "e", "er", "ns"}

const (
	minPart = 3
	maxPart = 16
)

// split cuts a folded compound into known parts, each with its linking element,
// and returns the byte offsets where parts begin. It prefers few parts. A word
// that the parts do not cover from end to end stays whole: []int{0}.
func (lx *Lexicon) split(w string) []int {
	n := len(w)
	if n > 128 || n < 2*minPart {
		return []int{0}
	}
	// best[i] is the least number of parts that cover w[:i], from[i] where the
	// last of them begins. Only offsets that were reached are looked at.
	var best, from [129]uint8
	best[0] = 1
	for i := 0; i < n; i++ {
		if best[i] == 0 {
			continue
		}
		for j := i + minPart; j <= n && j <= i+maxPart; j++ {
			if j < n && !utf8.RuneStart(w[j]) {
				continue
			}
			head, ok := lx.parts[w[i:j]]
			if !ok {
				continue
			}
			if j == n {
				if head && (best[n] == 0 || best[i]+1 < best[n]) {
					best[n], from[n] = best[i]+1, uint8(i)
				}
				continue
			}
			for _, e := range linking {
				k := j + len(e)
				if k > n || w[j:k] != e {
					continue
				}
				if k == n {
					// An ending of the last part, not a link: Kosten-s.
					if head && (best[n] == 0 || best[i]+1 < best[n]) {
						best[n], from[n] = best[i]+1, uint8(i)
					}
				} else if best[k] == 0 || best[i]+1 < best[k] {
					best[k], from[k] = best[i]+1, uint8(i)
				}
			}
		}
	}
	if best[n] == 0 {
		return []int{0}
	}
	parts := make([]int, best[n]-1)
	for i, at := len(parts)-1, n; i >= 0; i-- {
		at = int(from[at])
		parts[i] = at
	}
	return parts
}

// Parts cuts a compound into its parts as far as the lexicon knows all of them:
// Arbeitsmarktintegration is Arbeits, markt and integration. A word that is not
// covered from end to end is returned whole.
func (lx *Lexicon) Parts(compound string) []string {
	tokens := tokenize(compound)
	if len(tokens) != 1 || len(tokens[0].fold) != len(compound) {
		return []string{compound}
	}
	starts := lx.split(tokens[0].fold)
	parts := make([]string, len(starts))
	for i, s := range starts {
		end := len(compound)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		parts[i] = compound[s:end]
	}
	return parts
}
