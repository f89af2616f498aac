package strategy

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Hour is what one hour brought to a video or a channel.
type Hour struct {
	Views    int64 `json:"views"`
	Comments int64 `json:"comments"`
	Critical int64 `json:"critical"` // of the comments, by the team's own reading
}

// Thread is the comments of the last hours, oldest first.
type Thread struct {
	Hours []Hour `json:"hours"` // 4 to 168
	// Now is how many of the last hours are held against those before; 3 when left out.
	Now int `json:"now,omitzero"`
	// Level is how often each of the two tests may cry wolf in quiet times, above 0 to 0.2;
	// 0.05 when left out.
	Level measure.Share `json:"level,omitzero"`
}

// AlarmLevel says how a thread stands.
type AlarmLevel uint8

// The levels.
const (
	Calm   AlarmLevel = iota + 1 // nothing unusual
	Look                         // critical comments have become a larger share, the reach has not grown
	Spiral                       // critical comments have become a larger share and the reach grows: act
)

var alarmWords = check.Words[AlarmLevel]{Calm: "calm", Look: "look", Spiral: "spiral"}

// String returns "calm", "look" or "spiral".
func (a AlarmLevel) String() string { return alarmWords.String(a) }

// MarshalText writes the word; an invalid value is an error.
func (a AlarmLevel) MarshalText() ([]byte, error) { return alarmWords.Marshal(a) }

// UnmarshalText reads the word.
func (a *AlarmLevel) UnmarshalText(text []byte) (err error) {
	*a, err = alarmWords.Parse(string(text))
	return err
}

// Alarm is the judgement of a [Thread].
type Alarm struct {
	Level AlarmLevel `json:"level"`
	// Critical is the share of critical comments now, its middle 80 % by Clopper
	// and Pearson; unknown without comments.
	Critical measure.Estimate `json:"critical"`
	// CriticalP is the probability of so many critical comments now if their share
	// had not changed (Fisher's exact test, one-sided).
	CriticalP float64 `json:"criticalP"`
	// ViewsP is the probability that the last hours rank so high in views if hours
	// came in no particular order (exact rank-sum test, one-sided).
	ViewsP  float64         `json:"viewsP"`
	Reasons []reason.Reason `json:"reasons"` // what is seen, then what to do
}

const (
	defaultNow   = 3
	defaultLevel = 0.05
	leastHours   = 4
	mostHours    = 168
	mostNow      = 24
	mostCount    = 1_000_000_000
)

// Judge tells whether critical comments drive the reach (statement F6). Two exact
// tests must agree: the share of critical comments is larger than in the hours
// before, and so are the views. Both hold for any number of comments and views
// per hour; neither takes hours for equal. Views of an old video fall from
// hour to hour, which makes the second test careful. In quiet threads each test fires at most at
// its level, both together far less often (measured in the tests).
func (t Thread) Judge() (Alarm, error) {
	if t.Now == 0 {
		t.Now = defaultNow
	}
	if t.Level == 0 {
		t.Level = defaultLevel
	}
	if err := t.validate(); err != nil {
		return Alarm{}, err
	}
	before, now := t.Hours[:len(t.Hours)-t.Now], t.Hours[len(t.Hours)-t.Now:]
	b, n := sum(before), sum(now)
	a := Alarm{CriticalP: fisher(n.Critical, n.Comments, b.Critical, b.Comments), ViewsP: rankSum(before, now)}
	if n.Comments > 0 {
		var err error
		if a.Critical, err = share(n.Critical, n.Comments); err != nil {
			return Alarm{}, err
		}
	}
	const same = 1e-12 // the line itself counts as crossed on every platform
	limit := float64(t.Level) * (1 + same)
	switch {
	case a.CriticalP <= limit && a.ViewsP <= limit:
		a.Level = Spiral
	case a.CriticalP <= limit:
		a.Level = Look
	default:
		a.Level = Calm
	}
	a.Reasons = t.reasons(a, b, n)
	return a, nil
}

func (t Thread) validate() error {
	var l check.List
	if n := len(t.Hours); n < leastHours || n > mostHours {
		l.Add("/hours", check.ErrLimit, n, "4 to 168 hours")
	} else if t.Now < 1 || t.Now > min(n/2, mostNow) {
		l.Add("/now", check.ErrRange, t.Now, "1 to half of the hours, at most 24")
	}
	if !(t.Level > 0 && t.Level <= 0.2) {
		l.Add("/level", check.ErrRange, float64(t.Level), "a share above 0 and at most 0.2")
	}
	for i, h := range t.Hours[:min(len(t.Hours), mostHours)] {
		at := check.Pointer("hours", i)
		l.Between(at+"/views", float64(h.Views), 0, mostCount, "0 to 1,000,000,000 views")
		l.Between(at+"/comments", float64(h.Comments), 0, mostCount, "0 to 1,000,000,000 comments")
		if l.Between(at+"/critical", float64(h.Critical), 0, mostCount, "0 or more comments") && h.Critical > h.Comments {
			l.Add(at+"/critical", check.ErrConflict, h.Critical, "no more than comments")
		}
	}
	return l.Err()
}

func sum(hours []Hour) Hour {
	var s Hour
	for _, h := range hours {
		s.Views += h.Views
		s.Comments += h.Comments
		s.Critical += h.Critical
	}
	return s
}

// share returns the middle 80 % of a share by Clopper and Pearson (1934), its
// middle as observed.
func share(k, n int64) (measure.Estimate, error) {
	lo, hi := 0.0, 1.0
	if k > 0 {
		lo = distuv.Beta{Alpha: float64(k), Beta: float64(n - k + 1)}.Quantile(0.1)
	}
	if k < n {
		hi = distuv.Beta{Alpha: float64(k + 1), Beta: float64(n - k)}.Quantile(0.9)
	}
	middle := float64(k) / float64(n)
	return measure.NewEstimate(min(lo, middle), middle, max(hi, middle), measure.Estimated)
}

// fisher returns the probability of at least k1 critical among n1 comments now, when k2
// of n2 were critical before and all comments are alike: Fisher's exact test.
// The terms are summed from the observed one up until they no longer count.
func fisher(k1, n1, k2, n2 int64) float64 {
	k, n := k1+k2, n1+n2
	if k1 == 0 || n2 == 0 {
		return 1
	}
	term := math.Exp(logChoose(n1, k1) + logChoose(n2, k-k1) - logChoose(n, k))
	total := 0.0
	for x := k1; x <= min(n1, k); x++ {
		total += term
		term *= float64(n1-x) / float64(x+1) * float64(k-x) / float64(n2-k+x+1)
		if term < total*1e-17 {
			break
		}
	}
	return min(total, 1)
}

func logChoose(n, k int64) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// rankSum returns the probability that the views of the last hours rank at
// least so high when every order of the hours is equally likely: the exact
// Wilcoxon rank-sum test, ties sharing their mean rank. It counts, hour by
// hour, the ways to pick so many hours with each sum of ranks.
func rankSum(before, now []Hour) float64 {
	all := append(append([]Hour{}, before...), now...)
	ranks := make([]int, len(all)) // doubled, so that shared ranks are whole
	for i, h := range all {
		for _, other := range all {
			switch {
			case other.Views < h.Views:
				ranks[i] += 2
			case other.Views == h.Views:
				ranks[i]++ // half of the ties, itself included
			}
		}
	}
	observed, most := 0, 0
	for _, r := range ranks[len(before):] {
		observed += r
	}
	for _, r := range ranks {
		most += r
	}
	ways := make([][]float64, len(now)+1) // by number of hours picked and their sum
	for i := range ways {
		ways[i] = make([]float64, most+1)
	}
	ways[0][0] = 1
	for _, r := range ranks {
		for picked := len(now) - 1; picked >= 0; picked-- {
			for s := most - r; s >= 0; s-- {
				if w := ways[picked][s]; w > 0 {
					ways[picked+1][s+r] += w
				}
			}
		}
	}
	high, total := 0.0, 0.0
	for s, w := range ways[len(now)] {
		total += w
		if s >= observed {
			high += w
		}
	}
	return high / total
}

func (t Thread) reasons(a Alarm, before, now Hour) []reason.Reason {
	sources := reason.Said("F6")
	figures := []reason.Figure{
		reason.Count("hours", int64(t.Now)), reason.Count("critical", now.Critical), reason.Count("comments", now.Comments),
		reason.Count("criticalBefore", before.Critical), reason.Count("commentsBefore", before.Comments), reason.Count("hoursBefore", int64(len(t.Hours)-t.Now)),
	}
	seen := reason.New("community.thread",
		"Kritische Kommentare zuletzt: {critical} von {comments} in {hours:Stunde|Stunden}, davor {criticalBefore} von {commentsBefore} in {hoursBefore:Stunde|Stunden}.",
		"Critical comments recently: {critical} of {comments} in {hours:hour|hours}, before that {criticalBefore} of {commentsBefore} in {hoursBefore:hour|hours}.",
		sources, figures...)
	switch a.Level {
	case Spiral:
		return []reason.Reason{
			seen,
			reason.New("community.spiral", "Zugleich wächst die Reichweite: Die kritischen Kommentare tragen das Video weiter.",
				"At the same time the reach is growing: the critical comments carry the video further.", sources),
			reason.New("community.spiral.do",
				"Jetzt: eine sachliche Antwort der Leitung oben anheften, nichts Neues posten, nur rechtswidrige Kommentare löschen und im Haus entscheiden, ob die Kommentare geschlossen werden.",
				"Now: pin one factual answer from the head, post nothing new, delete only unlawful comments, and decide in-house whether to close the comments.", []measure.Source{ours()}),
		}
	case Look:
		return []reason.Reason{
			seen,
			reason.New("community.look.do", "Die Reichweite wächst nicht. Antworten Sie jetzt, solange wenige zusehen, und sehen Sie in einer Stunde wieder nach.",
				"The reach is not growing. Answer now while few are watching, and look again in an hour.", []measure.Source{ours()}),
		}
	default:
		return []reason.Reason{seen, reason.New("community.calm", "Das ist nicht ungewöhnlich.", "That is not unusual.", nil)}
	}
}
