package audience

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/hochkant/hochkant/strategy/check"
)

// MaxAge is the oldest age a [Band] names. A band that reaches it is open at
// the top: 70 to MaxAge is 70+.
const MaxAge = 120

const ageText = "an age band such as 14-19, 70+ or 16, ages from 0 to 120"

// Band is a range of ages in completed years, both ends included, open at the
// top or not: 14-19, 70+. Bands are comparable and may be map keys. The zero
// Band holds no age and is not valid.
type Band struct {
	from, end uint8 // end is the first age above the band
}

// NewBand returns the band of the ages from..to, both included. A to of
// [MaxAge] means open at the top.
func NewBand(from, to int) (Band, error) {
	var l check.List
	if from < 0 || from > MaxAge {
		l.Add("/from", check.ErrRange, from, "an age from 0 to 120")
	}
	if to < 0 || to > MaxAge {
		l.Add("/to", check.ErrRange, to, "an age from 0 to 120")
	}
	if l.Err() == nil && from > to {
		l.Add("/to", check.ErrOrder, to, "an age that is not below the lower end of the band")
	}
	if err := l.Err(); err != nil {
		return Band{}, err
	}
	return Band{uint8(from), uint8(to + 1)}, nil
}

// ParseBand reads a band written as 14-19, as 70+ or as a single age, 16.
func ParseBand(s string) (Band, error) {
	from, to, isRange := strings.Cut(s, "-")
	open := false
	if !isRange {
		from, open = strings.CutSuffix(s, "+")
		to = from
	}
	a, okA := parseAge(from)
	b, okB := parseAge(to)
	if open {
		b = MaxAge
	}
	if !okA || !okB {
		return Band{}, check.Problem{Value: strconv.Quote(cut(s)), Kind: check.ErrSyntax, Want: ageText}
	}
	band, err := NewBand(a, b)
	if err != nil {
		return Band{}, check.Problem{Value: strconv.Quote(cut(s)), Kind: check.ErrRange, Want: ageText}
	}
	return band, nil
}

// MustBand is [ParseBand] for literals; it panics on a text that ParseBand refuses.
func MustBand(s string) Band {
	b, err := ParseBand(s)
	if err != nil {
		panic(err)
	}
	return b
}

// parseAge reads one to three digits: no sign, no space, which Atoi would take.
func parseAge(s string) (int, bool) {
	if len(s) == 0 || len(s) > 3 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// cut keeps a hostile text from filling an error.
func cut(s string) string { return s[:min(len(s), 40)] }

// IsValid reports whether b holds at least one age.
func (b Band) IsValid() bool { return b.from < b.end && b.end <= MaxAge+1 }

// From returns the lowest age of the band.
func (b Band) From() int { return int(b.from) }

// To returns the highest age of the band, [MaxAge] when it is open at the top.
func (b Band) To() int { return int(b.end) - 1 }

// Open reports whether the band is open at the top, as 70+ is.
func (b Band) Open() bool { return b.end == MaxAge+1 }

// Contains reports whether every age of c lies in b. An invalid band lies in none.
func (b Band) Contains(c Band) bool {
	return c.IsValid() && b.from <= c.from && c.end <= b.end
}

// Overlaps reports whether some age lies in both bands.
func (b Band) Overlaps(c Band) bool { return b.from < c.end && c.from < b.end }

// Compare orders bands by their lower, then by their upper end.
func (b Band) Compare(c Band) int {
	return cmp.Or(cmp.Compare(b.from, c.from), cmp.Compare(b.end, c.end))
}

// String returns "14-19", "70+", "16" for a single age, or "invalid band".
func (b Band) String() string {
	from := strconv.Itoa(int(b.from))
	switch {
	case !b.IsValid():
		return "invalid band"
	case b.Open():
		return from + "+"
	case b.end == b.from+1:
		return from
	default:
		return from + "-" + strconv.Itoa(b.To())
	}
}

// MarshalText writes the text of [Band.String]; an invalid band is an error.
func (b Band) MarshalText() ([]byte, error) {
	if !b.IsValid() {
		return nil, check.Problem{Value: strconv.Quote(b.String()), Kind: check.ErrRequired, Want: ageText}
	}
	return []byte(b.String()), nil
}

// UnmarshalText reads what [ParseBand] reads.
func (b *Band) UnmarshalText(text []byte) (err error) {
	*b, err = ParseBand(string(text))
	return err
}

// CheckBands notes in l every band of a list that is invalid or overlaps an
// earlier one, at path/0, path/1 and so on. An empty list is a problem too.
func CheckBands(l *check.List, path string, bands []Band) {
	if len(bands) == 0 {
		l.Add(path, check.ErrRequired, check.None, "at least one age band")
	}
	var owner [MaxAge + 1]int // 1 + index of the band that holds the age
	for i, b := range bands {
		at := path + check.Pointer(i)
		if !b.IsValid() {
			l.Add(at, check.ErrRequired, b, ageText)
			continue
		}
		clash := 0
		for age := b.from; age < b.end; age++ {
			if owner[age] == 0 {
				owner[age] = i + 1
			} else if clash == 0 {
				clash = owner[age]
			}
		}
		if clash != 0 {
			l.Add(at, check.ErrConflict, b, "a band that does not overlap "+bands[clash-1].String())
		}
	}
}
