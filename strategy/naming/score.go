package naming

// merit is something a name does well, and the fixed summands of the score.
type merit uint8

const (
	base      merit = iota
	taskVerb        // a verb of the person: "Wohnung anmelden"
	question        // a question
	outcome         // where it leads: "Wege zu", "Hilfe bei", "So geht's"
	situation       // where the person stands: "Umgezogen?"
	person          // du, ich, mein
	everyday        // an everyday noun
	brevity         // few characters; negative when there are many
	clamp           // what brings the sum back into 0 to 100
	meritEnd
)

// merits are the merits with their points by kind of name: channel, series,
// video, handle. A channel is a topic, so a noun from everyday life weighs more
// there; a video answers something, so verb and question weigh more.
var merits = [meritEnd]struct {
	code   string
	points [4]int
	de, en string
}{
	base:      {"base", [4]int{60, 60, 54, 62}, "Ausgangswert", "starting value"},
	taskVerb:  {"task-verb", [4]int{12, 12, 16, 8}, "ein Verb: etwas, das die Person tut", "a verb: something the person does"},
	question:  {"question", [4]int{8, 8, 12, 0}, "eine Frage", "a question"},
	outcome:   {"outcome", [4]int{18, 18, 14, 14}, "ein Ziel oder eine Hilfe", "an outcome or help"},
	situation: {"situation", [4]int{10, 10, 12, 4}, "die Lage der Person", "the person's situation"},
	person:    {"person", [4]int{6, 6, 8, 2}, "spricht die Person an", "speaks to the person"},
	everyday:  {"everyday-word", [4]int{10, 10, 8, 10}, "ein Alltagswort", "an everyday word"},
	brevity:   {"length", [4]int{}, "Länge", "length"},
	clamp:     {"clamp", [4]int{}, "auf 0 bis 100 begrenzt", "limited to 0 to 100"},
}

// brevityPoints are the points for the number of characters: 6 up to 8
// characters, then one less for every two in the name of a channel or series and
// a handle, for every three in a video title, which may be a sentence; never
// below -20.
func brevityPoints(kind Kind, runes int) int {
	per := 2
	if kind == Video {
		per = 3
	}
	return max(6-max(runes-8, 0)/per, -20)
}

// contributions lists the summands of a score: the base, the merits, each rule
// with what its findings cost together, and what brings the sum into 0 to 100.
// Taking a finding away can only raise a rule's summand, hence the sum, hence
// the limited sum.
func contributions(kind Kind, has [meritEnd]bool, runes int, findings []Finding) ([]Contribution, int) {
	list := make([]Contribution, 0, 12)
	sum := 0
	add := func(code string, points int) {
		if points != 0 {
			list = append(list, Contribution{code, points})
			sum += points
		}
	}
	add(merits[base].code, merits[base].points[kind-1])
	for m := taskVerb; m < brevity; m++ {
		if has[m] {
			add(merits[m].code, merits[m].points[kind-1])
		}
	}
	add(merits[brevity].code, brevityPoints(kind, runes))
	var cost [ruleEnd]int
	for i := range findings {
		cost[findings[i].Rule] += findings[i].Points
	}
	for r := Rule(1); r < ruleEnd; r++ {
		add(ruleWords[r], -min(cost[r], rules[r].cap))
	}
	limited := min(max(sum, 0), 100)
	add(merits[clamp].code, limited-sum)
	return list, limited
}
