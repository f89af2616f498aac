package check

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The kinds of problem, to be asked for with errors.Is.
var (
	ErrRequired  = errors.New("is required")         // a value is missing, empty or null
	ErrRange     = errors.New("is out of range")     // a value lies outside what is accepted
	ErrFinite    = errors.New("is not finite")       // NaN or an infinity
	ErrOrder     = errors.New("is out of order")     // two values stand in the wrong order
	ErrUnknown   = errors.New("is not known")        // a name, key or word that is not in the accepted set
	ErrDuplicate = errors.New("occurs twice")        // a key or name given more than once
	ErrSyntax    = errors.New("cannot be read")      // a text that does not parse
	ErrType      = errors.New("is of another type")  // a JSON value of the wrong type
	ErrConflict  = errors.New("contradicts another") // two values that cannot both be right
	ErrLimit     = errors.New("exceeds a limit")     // more than the library takes
)

// Problem is one thing that is wrong with an input.
type Problem struct {
	Path  string // place as an RFC 6901 JSON Pointer; "" is the whole input
	Value string // the value as given, already quoted where it is text; "" when there is none to show
	Want  string // what is accepted
	Kind  error  // one of the Err values of this package
}

// Error says the problem in one line: place, value, what is wrong, what is accepted.
func (p Problem) Error() string {
	var b strings.Builder
	if p.Path != "" {
		b.WriteString(p.Path)
		b.WriteString(": ")
	}
	if p.Value != "" {
		b.WriteString(p.Value)
		b.WriteByte(' ')
	}
	b.WriteString(p.Kind.Error())
	if p.Want != "" {
		b.WriteString(": want ")
		b.WriteString(p.Want)
	}
	return b.String()
}

// Unwrap returns the kind, so that errors.Is(err, [ErrRange]) works.
func (p Problem) Unwrap() error { return p.Kind }

// Shown is the largest number of problems that [Problems] carries. The rest is counted.
const Shown = 100

// Problems is the error returned by [List.Err]: at least one problem, ordered
// by place. Use errors.AsType[*Problems] or errors.As to reach the single ones.
type Problems struct {
	list []Problem
	more int
}

// All returns the problems in order of place, at most [Shown] of them.
func (p *Problems) All() []Problem { return slices.Clone(p.list) }

// More returns how many further problems were found and left out of [Problems.All].
func (p *Problems) More() int { return p.more }

// Error lists the problems, one a line, and says how many were left out.
func (p *Problems) Error() string {
	lines := make([]string, 0, len(p.list)+1)
	for _, q := range p.list {
		lines = append(lines, q.Error())
	}
	if p.more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more problems", p.more))
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems as errors, for errors.Is and errors.As.
func (p *Problems) Unwrap() []error {
	errs := make([]error, len(p.list))
	for i, q := range p.list {
		errs[i] = q
	}
	return errs
}

// Pointer joins the parts of a place to an RFC 6901 JSON Pointer and escapes
// "~" and "/" in them. Parts are texts and integers: Pointer("bands", 3, "from")
// is "/bands/3/from"; no part is the whole document, "".
func Pointer(parts ...any) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteByte('/')
		switch part := part.(type) {
		case int: // most parts are, and places are made in loops
			b.WriteString(strconv.Itoa(part))
		case string:
			b.WriteString(escaper.Replace(part))
		default:
			b.WriteString(escaper.Replace(fmt.Sprint(part)))
		}
	}
	return b.String()
}

var escaper = strings.NewReplacer("~", "~0", "/", "~1")

// quoteLimit keeps a hostile value from filling the error: longer texts are cut.
const quoteLimit = 60

// quote shows a value: text quoted and cut at 60 bytes, numbers as they are, nil as null.
func quote(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return quoteText(v)
	case json.Number:
		return v.String()
	case fmt.Stringer:
		return quoteText(v.String())
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case error:
		return quoteText(v.Error())
	default:
		s := fmt.Sprint(v)
		if len(s) > quoteLimit {
			return quoteText(s)
		}
		return s
	}
}

func quoteText(s string) string {
	if len(s) > quoteLimit {
		cut := quoteLimit
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		return strconv.Quote(s[:cut]) + "..."
	}
	return strconv.Quote(s)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
