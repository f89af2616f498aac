package strategy

import "github.com/hochkant/hochkant/strategy/measure"

// The rules of law and of offices that the guard rails cite. None of it is
// legal advice.

func imprintLaw() measure.Source {
	return measure.Source{
		Key: "ddg-5-mstv-18", Title: "§ 5 DDG, § 18 MStV: Impressum leicht erkennbar, unmittelbar erreichbar, ständig verfügbar", Publisher: "Medienanstalt Mecklenburg-Vorpommern",
		Year: 2024, Certainty: measure.Publisher, Note: "at most two clicks; holds for profiles on platforms",
	}
}

func accessibilityLaw() measure.Source {
	return measure.Source{
		Key: "bgg-12a-8", Title: "§ 12a Absatz 8 BGG", Publisher: "Bundesfachstelle Barrierefreiheit", Year: 2025, Certainty: measure.Publisher,
		Note: "federal bodies; state laws differ; subtitles for videos are called a must",
	}
}

func politicalAds() measure.Source {
	return measure.Source{
		Key: "eu-2024-900", Title: "Verordnung (EU) 2024/900 über politische Werbung, voll anwendbar ab 10. Oktober 2025", Publisher: "EU-Kommission",
		Year: 2025, Certainty: measure.Publisher, Note: "the exemption for official information was not read in full; Meta and Google stopped political ads in the EU",
	}
}

func officialDevices() measure.Source {
	return measure.Source{
		Key: "bfdi-2023", Title: "Empfehlung des BfDI: keine TikTok-App auf dienstlichen Geräten", Publisher: "heise", Year: 2023, Certainty: measure.Publisher,
		Note: "a recommendation to federal bodies; the ministry of health ran its channel on devices without a way to its servers",
	}
}

func minorsTerms() measure.Source {
	return measure.Source{
		Key: "tiktok-minors-2025", Title: "TikTok unter 16: privates Konto, keine Direktnachrichten, keine Duette", Publisher: "Landesanstalt für Medien NRW",
		Year: 2025, Certainty: measure.Publisher,
	}
}

// restraint is the ruling that binds German bodies before elections.
func restraint() measure.Source {
	return measure.Source{
		Key: "bverfge-44-125", Title: "BVerfGE 44, 125: Öffentlichkeitsarbeit der Regierung, Zurückhaltung vor Wahlen", Publisher: "Bundesverfassungsgericht",
		Year: 1977, Certainty: measure.FromMemory, Note: "state law and the own rules of the body say from when",
	}
}

// ours marks a rule that the documents do not name.
func ours() measure.Source {
	return measure.Source{Key: "hochkant-rules", Title: "rules of this library", Publisher: "hochkant", Year: 2026, Certainty: measure.Rule}
}
