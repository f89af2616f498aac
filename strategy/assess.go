package strategy

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/hochkant/hochkant/cadence"
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/naming"
	"github.com/hochkant/hochkant/strategy/platform"
)

// Option asks [Assess] for more, or tells it what it cannot know.
type Option func(*settings)

type settings struct {
	platforms platform.Set
	checker   *naming.Checker
	src       rand.Source
	draws     int
}

// WithPlatforms replaces the platforms of platform.Known, for platforms of
// the caller's own or profiles of another date.
func WithPlatforms(s platform.Set) Option { return func(o *settings) { o.platforms = s } }

// WithNames replaces the checker of names, for lexicon packs, house rules or
// organisations of the caller's own.
func WithNames(c *naming.Checker) Option { return func(o *settings) { o.checker = c } }

// WithSampling also asks for what needs sampling: the agency decision under
// uncertain weights and inputs together, with so many draws. The source is
// used by the call alone.
func WithSampling(src rand.Source, draws int) Option {
	return func(o *settings) { o.src, o.draws = src, draws }
}

// Assess judges a brief as of a time. The zone of asOf is the zone of the team.
//
// It returns all problems of [Brief.Validate] at once, and further: a channel on a
// platform without a profile, a post after asOf, a pause that ends before it begins,
// ages that the population table cuts, an offer or quantity that the agency refuses. On
// any problem the zero Assessment is returned. What is only missing is no problem: the
// assessment has less to say and asks for it.
func Assess(b Brief, asOf time.Time, options ...Option) (Assessment, error) {
	o := settings{platforms: platform.Known()}
	for _, option := range options {
		option(&o)
	}
	if err := b.Validate(); err != nil {
		return Assessment{}, err
	}
	c := &caseOf{
		brief: b, asOf: asOf, today: measure.DateOf(asOf), platforms: o.platforms,
		named: map[string]int{}, reports: map[int]cadence.Report{},
	}
	var l check.List
	if c.today.IsZero() || c.today.Year() < 1970 {
		l.Add("/asOf", check.ErrRange, asOf.UTC().Format(time.RFC3339), "a time from 1970 to 9999")
	}
	for i, ch := range b.Channels {
		c.named[ch.Name]++
		if _, ok := o.platforms.Lookup(ch.Platform); !ok {
			l.Add(check.Pointer("channels", i, "platform"), check.ErrUnknown, string(ch.Platform), "one of "+joinNames(o.platforms.Names())+", or one added with WithPlatforms")
		}
		for j, p := range ch.Posts {
			if p.PublishedAt.After(asOf) {
				l.Add(check.Pointer("channels", i, "posts", j, "publishedAt"), check.ErrRange, p.PublishedAt.Format(time.RFC3339), "a time not after the assessment, "+asOf.Format(time.RFC3339))
			}
		}
	}
	if err := l.Err(); err != nil {
		return Assessment{}, err
	}
	a := Assessment{Version: Version, Name: b.Name, AsOf: c.today}
	l.Merge("", c.continuity(&a))
	l.Merge("", c.names(&a, o.checker))
	l.Merge("", c.audience(&a))
	l.Merge("", c.rhythm(&a))
	l.Merge("", c.agency(&a, o))
	l.Merge("", c.portfolio(&a))
	l.Merge("", c.alliance(&a))
	if err := l.Err(); err != nil {
		return Assessment{}, err
	}
	a.Findings = findings(c)
	slices.SortStableFunc(a.Findings, func(x, y Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	a.Exits = c.exits(&a)
	a.Roadmap = c.roadmap(&a)
	a.Inputs = inputs(b)
	a.Summary = c.summary(&a)
	return a, nil
}

func joinNames(names []platform.Name) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = string(n)
	}
	return strings.Join(words, ", ")
}
