package germany

import (
	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/measure"
	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

// Bodies are a group of German public bodies.
type Bodies uint8

// The groups of the DBÖS, the database of public speakers of the Leibniz-HBI.
const (
	Authorities      Bodies = iota + 1 // federal and state authorities (Behörden), 382 in March 2026
	LocalGovernments                   // cities, districts and municipalities (Gebietskörperschaften), 417
	AllBodies                          // both, 799
)

var bodiesWords = check.Words[Bodies]{Authorities: "authorities", LocalGovernments: "local governments", AllBodies: "all bodies"}

// String returns "authorities", "local governments" or "all bodies".
func (b Bodies) String() string { return bodiesWords.String(b) }

// MarshalText writes the word of [Bodies.String]; an invalid value is an error.
func (b Bodies) MarshalText() ([]byte, error) { return bodiesWords.Marshal(b) }

// UnmarshalText reads one of the words.
func (b *Bodies) UnmarshalText(text []byte) (err error) {
	*b, err = bodiesWords.Parse(string(text))
	return err
}

func (b Bodies) in() (de, en string) {
	switch b {
	case Authorities:
		return "Behörden des Bundes und der Länder", "federal and state authorities"
	case LocalGovernments:
		return "Städten, Kreisen und Gemeinden", "cities, districts and municipalities"
	default:
		return "Behörden und Kommunen", "authorities and municipalities"
	}
}

// Running says how many of a group of public bodies have an account on a
// platform. An account that exists may have fallen silent: leaving X mostly
// means that.
type Running struct {
	Platform platform.Name  `json:"platform"`
	Bodies   Bodies         `json:"bodies"`
	With     int64          `json:"with"` // bodies with an account
	Of       int64          `json:"of"`   // bodies looked at
	Source   measure.Source `json:"source"`
}

// Share returns the share of the bodies that have an account.
func (r Running) Share() measure.Share {
	if r.Of <= 0 {
		return 0
	}
	return measure.Share(float64(r.With) / float64(r.Of))
}

// Reason says it in a sentence.
func (r Running) Reason() reason.Reason {
	de, en := r.Bodies.in()
	return reason.New("germany.running",
		"{with} von {of} {bodies} in Deutschland haben ein Konto bei {platform} ({share}, {year}).",
		"{with} of {of} {bodies} in Germany have an account on {platform} ({share}, {year}).",
		[]measure.Source{r.Source}, reason.Count("with", r.With), reason.Count("of", r.Of), reason.Word("bodies", de, en),
		named(r.Platform), reason.Share("share", r.Share()), reason.Year("year", r.Source.Year))
}

// RunningAccounts returns how many public bodies have an account, newest year
// first: X, Facebook, YouTube, Instagram and TikTok in March 2026, and what was
// counted in 2024 and 2023. Other platforms were not looked at, so they are
// unknown. Of 182 authorities with an X account in 2023, 12 have none in 2026. Computed
// from version 3 of the DBÖS (Schmidt, Merten and Münch, Leibniz-HBI, CC BY 4.0).
func RunningAccounts() []Running {
	dboes := func(key string, year int) measure.Source {
		return measure.Source{
			Key: "dboes-" + key, Title: "Datenbank öffentlicher Sprecher:innen (DBÖS)", Publisher: "Leibniz-HBI (Schmidt, Merten, Münch)",
			Year: year, Certainty: measure.Computed, Note: "CC BY 4.0; an account exists, which includes dormant ones",
		}
	}
	now, y2024, y2023 := dboes("2026-03", 2026), dboes("2024-12", 2024), dboes("2023-04", 2023)
	var all []Running
	for _, p := range []struct {
		name               platform.Name
		authorities, local int64
	}{
		{platform.X, 227, 176},
		{platform.Facebook, 192, 374},
		{platform.YouTube, 184, 319},
		{platform.Instagram, 241, 372},
		{platform.TikTok, 16, 57},
	} {
		all = append(all,
			Running{p.name, Authorities, p.authorities, 382, now},
			Running{p.name, LocalGovernments, p.local, 417, now},
			Running{p.name, AllBodies, p.authorities + p.local, 799, now})
	}
	return append(all,
		Running{platform.X, Authorities, 229, 378, y2024},
		Running{platform.TikTok, Authorities, 19, 378, y2024},
		Running{platform.X, Authorities, 222, 379, y2023},
		Running{platform.Instagram, Authorities, 136, 379, y2023})
}

// RunningOn returns the newest count for a platform and group; ok is false
// where the platform was not looked at.
func RunningOn(n platform.Name, b Bodies) (r Running, ok bool) {
	for _, r := range RunningAccounts() {
		if r.Platform == n && r.Bodies == b {
			return r, true
		}
	}
	return Running{}, false
}
