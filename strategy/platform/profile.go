package platform

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
)

// Name identifies a platform: lower-case letters, digits and hyphens, "tiktok".
type Name string

// The platforms that [Known] describes.
const (
	TikTok    Name = "tiktok"
	Instagram Name = "instagram"
	Facebook  Name = "facebook"
	YouTube   Name = "youtube"
	WhatsApp  Name = "whatsapp"
	X         Name = "x"
	Threads   Name = "threads"
	Snapchat  Name = "snapchat"
	LinkedIn  Name = "linkedin"
)

// Valid reports whether the name has 1 to 40 lower-case letters, digits and
// hyphens. It says nothing about whether the platform is known.
func (n Name) Valid() bool {
	for _, c := range n {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(n) >= 1 && len(n) <= 40
}

// Feed says by what a platform decides who sees a video. The zero Feed is unknown.
type Feed uint8

// The kinds of feed.
const (
	Interest  Feed = iota + 1 // by what the viewer watches: views do not follow from followers
	Following                 // by whom the viewer follows
	Messaging                 // only to subscribers, as messages
)

var feedWords = check.Words[Feed]{Interest: "interest", Following: "following", Messaging: "messaging"}

// String returns "interest", "following" or "messaging".
func (f Feed) String() string { return feedWords.String(f) }

// MarshalText writes the word; unknown is an error.
func (f Feed) MarshalText() ([]byte, error) { return feedWords.Marshal(f) }

// UnmarshalText reads the word.
func (f *Feed) UnmarshalText(text []byte) (err error) {
	*f, err = feedWords.Parse(string(text))
	return err
}

// Limit is a largest or smallest value with its source. The zero Limit is unknown.
type Limit struct {
	Value  int
	Source measure.Source
}

// Known reports whether there is a limit on record.
func (l Limit) Known() bool { return l.Value != 0 }

// View is a version of what a platform counts as a view. Views of two
// versions do not mix.
type View struct {
	ID     string         // stable, "youtube-starts-2025"
	From   measure.Date   // first day of the version; zero when it is the first one known
	De, En string         // what is counted, as a phrase
	Source measure.Source // where that is said
}

// Profile describes one platform at a date. Treat it as read-only.
type Profile struct {
	Name       Name
	Title      string         // as the platform writes itself, "TikTok"
	Feed       Feed           // of its short videos
	FeedSource measure.Source // who says so
	MinAge     Limit          // years, by the platform's terms
	Handle     HandleRule
	Caption    Limit  // characters of the text beside a video
	Seconds    Limit  // longest short video
	Views      []View // in order of their first day
}

// ViewAt returns the definition of a view that held on a day, and whether one is on record.
func (p Profile) ViewAt(d measure.Date) (View, bool) {
	for _, v := range slices.Backward(p.Views) {
		if !d.Before(v.From) {
			return v, true
		}
	}
	return View{}, false
}

// Validate returns what is wrong with a profile of the caller: an invalid
// name, a missing title, views that are not in order of their days.
func (p Profile) Validate() error {
	var l check.List
	if !p.Name.Valid() {
		l.Add("/name", check.ErrSyntax, string(p.Name), "1 to 40 of a-z, 0-9 and -")
	}
	l.NotEmpty("/title", p.Title, "the platform's name as people write it")
	for i, v := range p.Views {
		l.NotEmpty(check.Pointer("views", i, "id"), v.ID, "an identifier of the definition")
		if i > 0 && !p.Views[i-1].From.Before(v.From) {
			l.Add(check.Pointer("views", i, "from"), check.ErrOrder, v.From, "a day after that of the definition before")
		}
	}
	l.Merge("/handle", p.Handle.validate())
	return l.Err()
}

// Set is an immutable set of profiles. The zero Set is empty; most callers start from [Known].
type Set struct{ profiles []Profile }

// With returns a set that holds p as well, in place of a profile of the same name.
func (s Set) With(p Profile) (Set, error) {
	if err := p.Validate(); err != nil {
		return Set{}, err
	}
	profiles := slices.DeleteFunc(slices.Clone(s.profiles), func(q Profile) bool { return q.Name == p.Name })
	profiles = append(profiles, p)
	slices.SortFunc(profiles, func(a, b Profile) int { return cmp.Compare(a.Name, b.Name) })
	return Set{profiles}, nil
}

// Lookup returns the profile of a platform and whether the set has it.
func (s Set) Lookup(n Name) (Profile, bool) {
	i, ok := slices.BinarySearchFunc(s.profiles, n, func(p Profile, n Name) int { return cmp.Compare(p.Name, n) })
	if !ok {
		return Profile{}, false
	}
	return s.profiles[i], true
}

// Names returns the names in alphabetical order.
func (s Set) Names() []Name {
	names := make([]Name, len(s.profiles))
	for i, p := range s.profiles {
		names[i] = p.Name
	}
	return names
}
