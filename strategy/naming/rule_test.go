package naming

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/hochkant/hochkant/strategy/platform"
	"github.com/hochkant/hochkant/strategy/reason"
)

func TestRules(t *testing.T) {
	c := checker(t, Options{Organisations: []Organisation{{Name: "Stadtwerke Musterstadt", Aliases: []string{"SWM"}}}})
	for _, tt := range []struct {
		rule  Rule
		kind  Kind
		text  string
		match string // "-": no finding
	}{
		{Jargon, Channel, "Arbeitsmarktintegration", "Arbeitsmarktintegration"},
		{Jargon, Channel, "Hilfe bei Arbeitsmarktintegrationen", "Arbeitsmarktintegrationen"},
		{Jargon, Channel, "Unsere Jugend-Schuldnerberatung", "Schuldnerberatung"},
		{Jargon, Channel, "Bezirksschuldnerberatung", "schuldnerberatung"}, // the entry a compound ends in
		{Jargon, Channel, "Die Hilfe zum Lebensunterhalt", "Hilfe zum Lebensunterhalt"},
		{Jargon, Channel, "Wege zum Job", "-"},
		{OfficialAct, Channel, "Wohngeld Bewilligung", "Bewilligung"},
		{OfficialAct, Channel, "Verlängerung der Fahrerlaubnis", "Verlängerung"},
		{OfficialAct, Channel, "Gewerbe - Ummeldung", "Ummeldung"},
		{OfficialAct, Channel, "Tierheim Betrieb", "Betrieb"},
		{OfficialAct, Channel, "Abmeldung", "-"}, // a lone word is what people search for
		{OfficialAct, Channel, "Amtliche Beglaubigung", "-"},
		{OfficialAct, Channel, "Hilfe bei der Beratung", "-"},
		{OfficialAct, Channel, "Mein Betrieb", "-"},
		{FormFirst, Channel, "Antrag für eine Bewilligung", "Antrag für"},           // so.ch, "Bezeichnung von Services"
		{FormFirst, Channel, "Alkoholhandel: Bewilligung beantragen", "-"},          // so.ch
		{FormFirst, Channel, "Messmittel an Eichmeister melden", "-"},               // so.ch
		{FormFirst, Channel, "Fahrzeugprüfungstermin für Private verschieben", "-"}, // so.ch
		{FormFirst, Channel, "Justizvollzug: Halbgefangenschaft beantragen", "-"},   // so.ch
		{Nominalisation, Channel, "Begrünung von Parkplätzen", "Begrünung"},
		{Nominalisation, Channel, "Mietwohnung finden", "-"},
		{Nominalisation, Channel, "Zeitungen lesen", "-"},
		{AbstractNoun, Channel, "Teilhabe für alle", "Teilhabe"},
		{AbstractNoun, Channel, "Angebotsstruktur", "Angebotsstruktur"},
		{LongCompound, Video, "Die Donaudampfschifffahrt ist beliebt.", "Donaudampfschifffahrt"}, // LanguageTool, LANGES_WORT
		{LongCompound, Video, "Die Schifffahrt auf der Donau ist beliebt.", "-"},                 // LanguageTool, LANGES_WORT
		{LongCompound, Video, "Personalausweis verloren", "-"},                                   // everyday though long
		{LongCompound, Video, "Schwerbehinderten-Ausweis", "-"},                                  // the hyphen is the remedy
		{OrganisationFirst, Channel, "Stadtwerke Musterstadt: Strom sparen", "Stadtwerke Musterstadt"},
		{OrganisationFirst, Channel, "SWM Tipps", "SWM"},
		{OrganisationFirst, Channel, "Caritasverband Köln", "Caritasverband"},
		{OrganisationFirst, Channel, "Die Stadt Kassel hilft", "Stadt Kassel"},
		{OrganisationFirst, Channel, "Hoffnung e. V.", "Hoffnung e. V"},
		{OrganisationFirst, Channel, "Werkraum gGmbH", "Werkraum gGmbH"},
		{OrganisationFirst, Channel, "Bundesumweltministerium", "Bundesumweltministerium"},
		// Names of authorities with accounts, DBÖS v3 (Leibniz-HBI, 2026).
		{OrganisationFirst, Channel, "Hessische Staatskanzlei", "Hessische Staatskanzlei"},
		{OrganisationFirst, Channel, "Presse- und Informationsamt der Bundesregierung", "Presse- und Informationsamt"},
		{OrganisationFirst, Channel, "Deutscher Bundestag", "Deutscher Bundestag"},
		{OrganisationFirst, Channel, "Der Senator für Finanzen (Bremen)", "Senator"},
		{OrganisationFirst, Channel, "Polizei Hamburg", "Polizei Hamburg"},
		{OrganisationFirst, Channel, "Anzeige bei der Polizei", "-"},
		{OrganisationFirst, Channel, "Deine Stadt", "-"},
		{OrganisationFirst, Channel, "Ehrenamt finden", "-"},
		{OrganisationFirst, Channel, "Feuerwerk in der Stadt", "-"},
		{OrganisationFirst, Channel, "Beim Bürgeramt anmelden", "-"},
		{OrganisationFirst, Handle, "@stadtwerke.musterstadt", "stadtwerke.musterstadt"},
		{OrganisationLater, Handle, "strom_swm", "strom_swm"},
		{OrganisationFirst, Handle, "stromsparen", "-"},
		{OrganisationLater, Channel, "Strom sparen mit den Stadtwerken SWM", "SWM"},
		{UnknownAcronym, Channel, "WBS beantragen", "WBS"},
		{UnknownAcronym, Channel, "Beschwerde beim LGBK", "LGBK"},
		{UnknownAcronym, Channel, "Was ist das FöBi?", "FöBi"},
		{UnknownAcronym, Channel, "BAföG und WG", "-"},
		{Passive, Video, "Jeder Hund muss angemeldet werden.", "angemeldet werden"},
		{Passive, Video, "Was wird in deinem Viertel gebaut?", "-"},
		{Impersonal, Video, "Wie man Müll trennt", "man"},
		{GenitiveChain, Channel, "Die Anlage des Amtes der Stadt der Zukunft", "Anlage des Amtes der Stadt der Zukunft"},
		{GenitiveChain, Channel, "Kinder der Stadt", "-"},
		{Negation, Channel, "Nicht parken", "Nicht"},
		{Negation, Channel, "Kein Geld? Hier gibt es Hilfe", "-"},
		{ModalMust, Video, "Jeder Hund muss zum Arzt", "muss"},
		{ModalMust, Video, "Das musst du wissen", "-"},
		{ModalMust, Video, "Was muss ich tun?", "-"},
		{PaperWord, Channel, "Hilfe zwecks Umzug", "zwecks"},
		{PaperWord, Channel, "Niedrigschwellige Hilfe", "Niedrigschwellige"},
		{GenderMarker, Channel, "Hilfe für Bürger*innen", "Bürger*innen"},
		{GenderMarker, Channel, "Hilfe für Bürger:innen", "Bürger:innen"},
		{GenderMarker, Channel, "Hilfe für BürgerInnen", "BürgerInnen"},
		{GenderMarker, Channel, "Hilfe für Bürgerinnen", "-"},
		{AddressMix, Video, "Dein Ausweis: Was Sie wissen", "Sie"},
		{AddressMix, Video, "Sie ist weg? Das hilft dir", "-"},
		{ForeignWord, Channel, "Coaching für dich", "Coaching"},
		{MetaphorWord, Channel, "Lotse im Alltag", "Lotse"},
		{CutOff, Video, strings.Repeat("Wege zum Job ", 6), ""},
		{CutOff, Video, "Wege zum Job", "-"},
		{Shouting, Channel, "WEGE ZUM JOB", "WEGE ZUM JOB"},
		{Shouting, Channel, "Wege zum Job", "-"},
		{EmojiOnly, Channel, "👨‍👩‍👧🏠", "👨‍👩‍👧🏠"},
		{EmojiOnly, Channel, "Hilfe 🏠", "-"},
		{PunctuationRun, Channel, "Jetzt helfen!!", "!!"},
		{PunctuationRun, Channel, "Wirklich?", "-"},
		{NumberHeavy, Channel, "Hilfe nach § 16", "§ 16"},
		{NumberHeavy, Channel, "Zulassungsbescheinigung Teil II", "II"},
		{NumberHeavy, Channel, "Mit 17 ans Steuer", "-"},
		{NoUserBenefit, Channel, "Liegenschaftskataster", ""},
		{NoUserBenefit, Channel, "Foto für den Ausweis", "-"},
		{Overpromise, Video, "Geld, das dir zusteht? Es steht dir zu!", "steht dir zu"},
		{Overpromise, Video, "Ausweis in 5 Minuten", "5 Minuten"},
		{Overpromise, Video, "Kostenlos zum Pass", "Kostenlos"},
		{Overpromise, Video, "Rente reicht nicht? So bekommst du Hilfe", "-"},
		{Overpromise, Video, "Ist das kostenlos?", "-"},
		{LongCompound, Video, "Eisbahnparkplatz", "Eisbahnparkplatz"},
		{LongCompound, Video, "Ortsamtsart", "-"},
		{LongCompound, Video, "Parkbadbahn", "-"},
		{LongCompound, Video, "Seeuferbadweg", "Seeuferbadweg"}, // 13 letters, four parts
	} {
		r := report(t, c, tt.kind, tt.text)
		var found []string
		for _, f := range r.Findings {
			if f.Rule == tt.rule {
				found = append(found, f.Match)
			}
		}
		if tt.match == "-" {
			assert.Empty(t, found, "%s in %q", tt.rule, tt.text)
		} else {
			assert.Contains(t, found, tt.match, "%s in %q", tt.rule, tt.text)
		}
	}
}

func TestFindingWithoutARuleHasNoReason(t *testing.T) {
	assert.Equal(t, reason.Reason{}, Finding{}.Reason())
	assert.Equal(t, reason.Reason{}, Finding{Rule: 200}.Reason())
}

func TestEveryRuleSpeaksBothLanguages(t *testing.T) {
	for r := Rule(1); r < ruleEnd; r++ {
		f := Finding{Rule: r, Match: "Wort", count: 3, limit: 2, other: "anderes"}
		why := f.Reason()
		require.NoError(t, why.Verify(), r)
		assert.NotEqual(t, why.In(reason.German), why.In(reason.English), r)
		assert.NotEmpty(t, why.Sources(), r)
		s := rules[r]
		assert.NotEqual(t, [4]Severity{}, s.severity, r)
		assert.GreaterOrEqual(t, s.cap, s.points, r)
	}
	for m := range meritEnd {
		require.NoError(t, Contribution{merits[m].code, 3}.Reason().Verify())
	}
	for _, code := range ruleWords[1:] {
		require.NoError(t, Contribution{code, -3}.Reason().Verify())
	}
}

func TestFindingsSayWhatToUseInstead(t *testing.T) {
	c := checker(t, Options{})
	for text, want := range map[string]string{
		"Entdeckung der Natur": "entdecken", "Verkleinerung der Stadt": "verkleinern", "Sozialraumteilhabe": "dabei sein",
		"WBS": "Schein für die Sozialwohnung", "Jagdschein Erteilung": "beantragen",
	} {
		found := false
		for _, f := range report(t, c, Channel, text).Findings {
			found = found || len(f.Suggest) > 0 && f.Suggest[0] == want
		}
		assert.True(t, found, "%s: %+v", text, report(t, c, Channel, text).Findings)
	}
	r := report(t, c, Channel, "Jugendsportplatzkarte")
	require.True(t, r.Has(LongCompound))
	assert.Equal(t, []string{"Jugend-Sport-Platz-Karte"}, r.Findings[0].Suggest)
}

func TestSeverityDependsOnTheKind(t *testing.T) {
	c := checker(t, Options{})
	severity := func(kind Kind, text string, rule Rule) Severity {
		for _, f := range report(t, c, kind, text).Findings {
			if f.Rule == rule {
				return f.Severity
			}
		}
		return 0
	}
	assert.Equal(t, Error, severity(Channel, "Caritas: Hilfe bei Schulden", OrganisationFirst))
	assert.Equal(t, Warning, severity(Video, "Caritas: Hilfe bei Schulden", OrganisationFirst))
	assert.Equal(t, Warning, severity(Channel, "Donaudampfschifffahrt", LongCompound))
	assert.Equal(t, Error, severity(Video, "Donaudampfschifffahrt", LongCompound))
	assert.Zero(t, severity(Handle, "muss man wissen", Impersonal))
}

func TestGenderPolicy(t *testing.T) {
	for policy, want := range map[GenderPolicy]Severity{0: Warning, WarnMarkers: Warning, AllowMarkers: 0, ForbidMarkers: Error} {
		c := checker(t, Options{Gender: policy})
		assert.Equal(t, want, report(t, c, Channel, "Tipps für Nutzer:innen").Worst(), policy)
	}
	c := checker(t, Options{Gender: AllowMarkers})
	assert.True(t, report(t, c, Handle, "nutzer:innen").Has(GenderMarker), "the sign vanishes in a handle")
}

func TestPlatformLimits(t *testing.T) {
	tiktok, ok := platform.Known().Lookup(platform.TikTok)
	require.True(t, ok)
	c := checker(t, Options{Platforms: []platform.Profile{tiktok}})
	r := report(t, c, Handle, "wegeausderarbeitslosigkeit") // 26 characters, 24 fit
	require.True(t, r.Has(TooLong))
	assert.Equal(t, Error, r.Worst())
	assert.Equal(t, "26 Zeichen; TikTok nimmt höchstens 24.", r.Findings[0].Reason().In(reason.German))
	assert.False(t, report(t, c, Handle, "@wegezumjob").Has(TooLong))
}

func TestTopicMismatch(t *testing.T) {
	c := checker(t, Options{})
	r, err := c.Check(Name{Text: "Hilfe bei Schulden", Kind: Channel, Topic: "Wohnen & Umzug"})
	require.NoError(t, err)
	assert.True(t, r.Has(TopicMismatch))
	r, err = c.Check(Name{Text: "Umgezogen? Wohnung anmelden", Kind: Channel, Topic: "Wohnen & Umzug"})
	require.NoError(t, err)
	assert.False(t, r.Has(TopicMismatch))
	assert.Equal(t, "Wohnen & Umzug", r.Topic)
}

func TestUnknownWordsAreListedAndCostNothing(t *testing.T) {
	c := checker(t, Options{})
	r := report(t, c, Channel, "Wege zum Quarks")
	assert.Equal(t, []string{"Quarks"}, r.Unknown)
	assert.InDelta(t, 0.5, float64(r.Confidence), 1e-12) // Wege is known, Quarks is not
	assert.Equal(t, 1.0, float64(report(t, c, Channel, "Wege zum Job").Confidence))
}

func TestReportJSON(t *testing.T) {
	c := checker(t, Options{})
	for _, text := range []string{"Arbeitsmarktintegration", "👍", "Wohngeld Bewilligung § 3 des Gesetzes der Stadt der Dinge!!!"} {
		data, err := json.Marshal(report(t, c, Channel, text))
		require.NoError(t, err)
		assert.NotContains(t, string(data), "NaN")
		var back struct {
			Score         int
			Contributions []struct{ Points int }
			Findings      []struct {
				Rule   Rule
				Reason struct{ De, En string }
			}
		}
		require.NoError(t, json.Unmarshal(data, &back))
		sum := 0
		for _, x := range back.Contributions {
			sum += x.Points
		}
		assert.Equal(t, back.Score, sum)
		require.NotEmpty(t, back.Findings)
		for _, f := range back.Findings {
			assert.NotEmpty(t, f.Reason.De)
			assert.NotEmpty(t, f.Reason.En)
		}
	}
}
