package naming

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
	"github.com/hochkant/hochkant/strategy/platform"
)

func known(t testing.TB, names ...platform.Name) []platform.Profile {
	t.Helper()
	var out []platform.Profile
	for _, n := range names {
		p, ok := platform.Known().Lookup(n)
		require.True(t, ok, n)
		out = append(out, p)
	}
	return out
}

// Umlauts folded, & as und, spaces dropped.
func TestHandles(t *testing.T) {
	c := checker(t, Options{})
	all := known(t, platform.TikTok, platform.Instagram, platform.Threads, platform.YouTube)
	for _, tt := range []struct {
		name, first string
	}{
		{"Wege zum Job", "wegezumjob"},
		{"Grüße für Flüchtlinge", "gruessefuerfluechtlinge"},
		{"Wege aus der Arbeitslosigkeit", "wegeausarbeitslosigkeit"}, // 26 letters, TikTok takes 24: the article goes
		{"Wohnen & Umzug", "wohnenundumzug"},
		{"Café Größe", "cafegroesse"},
		{"Nutzer:innen", "nutzerinnen"},
		{"@kassel_de", "kasselde"},
		{"Donaudampfschifffahrtsgesellschaft Wien Linz", ""}, // the first word alone has 34 letters: nothing fits without cutting
	} {
		h, err := c.Handles(Name{Text: tt.name, Kind: Handle}, HandleOptions{Platforms: all})
		require.NoError(t, err, tt.name)
		if tt.first == "" {
			assert.Empty(t, h.Common, tt.name)
			continue
		}
		require.NotEmpty(t, h.Common, tt.name)
		assert.Equal(t, tt.first, h.Common[0], tt.name)
		require.Len(t, h.Platforms, 4)
		for _, p := range h.Platforms {
			assert.NotEmpty(t, p.Handles, "%s on %s", tt.name, p.Platform)
		}
	}
	h, err := c.Handles(Name{Text: "Wege zum Job", Kind: Channel}, HandleOptions{Platforms: known(t, platform.TikTok, platform.WhatsApp), Place: "Köln"})
	require.NoError(t, err)
	assert.Equal(t, []string{"wegezumjob", "wege_zum_job", "wegezumjob_koeln"}, h.Common)
	assert.Equal(t, []platform.Name{platform.WhatsApp}, h.NoRule, "no rule on record is said, not guessed")
	h, err = c.Handles(Name{Text: "Wege aus der Arbeitslosigkeit", Kind: Channel}, HandleOptions{Platforms: known(t, platform.Instagram)})
	require.NoError(t, err)
	assert.Equal(t, "wegeausderarbeitslosigkeit", h.Common[0], "30 characters fit on Instagram")
}

func TestHandleNotes(t *testing.T) {
	c := checker(t, Options{})
	for _, tt := range []struct{ name, code, detail string }{
		{"Wege aus der Arbeitslosigkeit", "shortened", "der"},
		{"Hilfe 🏠", "dropped", "🏠"},
		{"Polizei Tipps", "impersonation", "polizei"},
		{"Jobs im Bundesamt", "impersonation", "bundes"},
		{"Klub 2b0b", "lookalike", "0"},
		{"Tipps für Nutzer:innen", "gender-marker", "Nutzer:innen"},
	} {
		h, err := c.Handles(Name{Text: tt.name, Kind: Channel}, HandleOptions{Platforms: known(t, platform.TikTok)})
		require.NoError(t, err, tt.name)
		found := false
		for _, n := range h.Notes {
			require.NoError(t, n.Reason().Verify(), n.Code)
			found = found || n.Code == tt.code && n.Detail == tt.detail
		}
		assert.True(t, found, "%s: %s %s in %v", tt.name, tt.code, tt.detail, h.Notes)
	}
	// "Inserat Hausmeister" joined reads "Rathaus" across the border.
	h, err := c.Handles(Name{Text: "Inserat Haus", Kind: Channel}, HandleOptions{Platforms: known(t, platform.TikTok)})
	require.NoError(t, err)
	var details []string
	for _, n := range h.Notes {
		if n.Code == "ambiguous" {
			details = append(details, n.Handle+" "+n.Detail)
		}
	}
	assert.Equal(t, []string{"inserathaus rathaus"}, details)
	data, err := json.Marshal(h)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"code":"ambiguous"`)
}

func TestHandlesRefuseBadInput(t *testing.T) {
	c := checker(t, Options{})
	_, err := c.Handles(Name{}, HandleOptions{})
	assert.ErrorIs(t, err, check.ErrRequired)
	for _, path := range []string{"/kind", "/text", "/platforms"} {
		assert.ErrorContains(t, err, path)
	}
	_, err = c.Handles(Name{Text: "👍", Kind: Channel}, HandleOptions{Platforms: known(t, platform.TikTok)})
	assert.ErrorIs(t, err, check.ErrSyntax)
	_, err = c.Handles(Name{Text: "Job", Kind: Channel}, HandleOptions{Platforms: known(t, platform.TikTok), Place: "\xff"})
	assert.ErrorContains(t, err, "/place")
}

func TestEveryHandleIsTakenByItsPlatform(t *testing.T) {
	c := checker(t, Options{})
	all := known(t, platform.TikTok, platform.Instagram, platform.YouTube, platform.X, platform.Threads)
	rapid.Check(t, func(t *rapid.T) {
		h, err := c.Handles(Name{Text: anyName().Draw(t, "text"), Kind: Channel}, HandleOptions{
			Platforms: all, Place: rapid.SampledFrom([]string{"", "Köln", "Bad Kissingen"}).Draw(t, "place"),
		})
		if err != nil {
			return
		}
		for i, p := range h.Platforms {
			for _, handle := range p.Handles {
				assert.NoError(t, all[i].Handle.Check(handle))
			}
			for _, handle := range h.Common {
				assert.NoError(t, all[i].Handle.Check(handle))
			}
		}
		for _, handle := range h.Common {
			plain, _ := asciiFold(handle)
			again, lost := asciiFold(plain)
			assert.Equal(t, plain, again)
			assert.Empty(t, lost)
		}
	})
}

func TestPortfolio(t *testing.T) {
	c := checker(t, Options{})
	names := func(texts ...string) (out []Name) {
		for _, s := range texts {
			out = append(out, Name{Text: s, Kind: Channel})
		}
		return out
	}
	for _, tt := range []struct {
		label string
		names []Name
		want  []Clash
	}{
		{"nothing", names("Wege zum Job", "Dein Weg zum Führerschein", "Hilfe bei der Pflege"), []Clash{}},
		{"same topic", names("Hilfe bei Schulden", "Raus aus den Schulden"), []Clash{{"same-topic", []int{0, 1}, "schuld"}}},
		{"near handles", names("Jobwege", "Jobweg"), []Clash{{"near-handle", []int{0, 1}, "@jobwege, @jobweg"}, {"no-topic", []int{0, 1}, ""}, {"same-topic", []int{0, 1}, "jobweg"}}},
		{"two words", names("Fahrerlaubnis machen", "Dein Führerschein"), []Clash{{"two-words", []int{0, 1}, "Fahrerlaubnis, Führerschein"}}},
		{"address", names("Dein Weg zum Job", "Ihre Rente"), []Clash{{"mixed-address", []int{0, 1}, ""}}},
		{"gender form", names("Tipps für Mieter:innen", "Geld für Azubis"), []Clash{{"mixed-gender", []int{0}, ""}}},
		{"no topic", names("Wege zum Job", "Quarks und Quatsch"), []Clash{{"no-topic", []int{1}, ""}}},
	} {
		p, err := c.Portfolio(tt.names)
		require.NoError(t, err, tt.label)
		assert.Equal(t, tt.want, p.Clashes, tt.label)
		for _, clash := range p.Clashes {
			require.NoError(t, clash.Reason().Verify(), clash.Code)
		}
		data, err := json.Marshal(p)
		require.NoError(t, err)
		assert.NotContains(t, string(data), "null", tt.label)
	}
	p, err := c.Portfolio(names("Wege zum Job", "Caritasverband Köln", "Hilfe bei Schulden", "Arbeitsmarktintegration"))
	require.NoError(t, err)
	assert.InDelta(t, 0.5, float64(p.UserFirst), 1e-12)
	assert.Equal(t, 1, p.SenderOut)
}

func TestPortfolioRefusesBadInput(t *testing.T) {
	c := checker(t, Options{})
	_, err := c.Portfolio(nil)
	assert.ErrorIs(t, err, check.ErrRequired)
	_, err = c.Portfolio(make([]Name, 501))
	assert.ErrorIs(t, err, check.ErrLimit)
	_, err = c.Portfolio([]Name{{Text: "Job", Kind: Channel}, {Kind: Channel}})
	assert.ErrorContains(t, err, "/names/1/text")
}

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"jobwege", "jobwege", true},
		{"jobwege", "jobweg", true},
		{"jobweg", "jobwege", true},
		{"jobwege", "jobwegx", true},
		{"xobwege", "jobwege", true},
		{"obwege", "jobwege", true},
		{"jobwege", "jobxyge", false},
		{"abc", "abd", false},
		{"", "", false},
	} {
		assert.Equal(t, tt.want, near(tt.a, tt.b), "%s %s", tt.a, tt.b)
	}
}

func TestChannels(t *testing.T) {
	c := checker(t, Options{})
	got, err := c.Channels([]string{"Wohngeld Bewilligung", "Arbeitsmarktintegration", "Wohnsitz Ummeldung", "Quarks", "Bürgergeld", "Wohnberechtigungsschein"})
	require.NoError(t, err)
	require.Len(t, got, 3)
	assert.Equal(t, "Wohnen & Umzug", got[0].Name)
	assert.Equal(t, []int{0, 2, 5}, got[0].Services)
	assert.Equal(t, "Wege zum Job", got[1].Name)
	assert.Equal(t, []int{1, 4}, got[1].Services)
	assert.Equal(t, TopicChannel{Services: []int{3}}, got[2])
	_, err = c.Channels(nil)
	assert.ErrorIs(t, err, check.ErrRequired)
	_, err = c.Channels([]string{"Wohngeld", ""})
	assert.ErrorContains(t, err, "/services/1/text")
}

// Every entry of the lexicon leads to its own situation, so that a name made of
// it is found there.
func TestNamesFindTheirSituation(t *testing.T) {
	c := checker(t, Options{})
	for _, e := range c.lx.Entries() {
		if e.Topic == "" {
			continue
		}
		assert.Equal(t, e.Topic, report(t, c, Channel, formOf(e)).Topic, e.Form)
	}
}
