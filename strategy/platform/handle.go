package platform

import (
	"fmt"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// HandleRule says what the part after the @ may look like: lower-case letters a to z,
// digits and some marks. The zero rule is unknown and accepts nothing.
type HandleRule struct {
	Min, Max  int    // characters
	Marks     string // what is allowed beside letters and digits, a selection of "_.-"
	EdgeDot   bool   // a dot may stand first
	EndDot    bool   // a dot may stand last
	DoubleDot bool   // two dots may follow each other
	Source    measure.Source
}

// Known reports whether the rule of the platform is on record.
func (r HandleRule) Known() bool { return r.Max > 0 }

// Check returns nil when the platform takes the handle, else all problems. A
// rule that is not known gives a problem of kind check.ErrUnknown.
func (r HandleRule) Check(handle string) error {
	var l check.List
	if !r.Known() {
		l.Add("", check.ErrUnknown, handle, "a platform whose rule for handles is on record")
		return l.Err()
	}
	if n := len(handle); n < r.Min || n > r.Max {
		l.Add("", check.ErrRange, handle, fmt.Sprintf("%d to %d characters", r.Min, r.Max))
	}
	for _, c := range handle {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && !strings.ContainsRune(r.Marks, c) {
			l.Add("", check.ErrSyntax, handle, fmt.Sprintf("a-z, 0-9 and %q", r.Marks))
			break
		}
	}
	if strings.HasPrefix(handle, ".") && !r.EdgeDot || strings.HasSuffix(handle, ".") && !r.EndDot {
		l.Add("", check.ErrSyntax, handle, "no dot at the edge")
	}
	if strings.Contains(handle, "..") && !r.DoubleDot {
		l.Add("", check.ErrSyntax, handle, "no two dots in a row")
	}
	return l.Err()
}

func (r HandleRule) validate() error {
	var l check.List
	if !r.Known() {
		return nil
	}
	if r.Min < 1 || r.Min > r.Max {
		l.Add("/min", check.ErrOrder, r.Min, "from 1 to the largest length")
	}
	if strings.Trim(r.Marks, "_.-") != "" {
		l.Add("/marks", check.ErrRange, r.Marks, `a selection of "_.-"`)
	}
	return l.Err()
}
