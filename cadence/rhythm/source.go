package rhythm

import "github.com/hochkant/hochkant/strategy/measure"

// The sources of the defaults.
var (
	sourceHours = measure.Source{
		Key: "hochkant-hours-per-video", Title: "Stunden je Kurzvideo einer Behörde, gesetzt", Publisher: "hochkant", Year: 2026, Certainty: measure.Rule,
		Note: "keine belastbare Erhebung; Schorndorf unter 3 Stunden, norwegische Polizei kaum ein Tag",
	}
	sourceMoreHours = measure.Source{
		Key: "civil-society-tiktok", Title: "Gutes TikTok braucht mehr Ressourcen als andere Plattformen", Publisher: "Praxisbericht der Zivilgesellschaft",
		Certainty: measure.Claim, Note: "ohne Zahl",
	}
	sourceLeave = measure.Source{
		Key: "tvoed-26", Title: "TVöD, § 26: 30 Tage Erholungsurlaub", Publisher: "Tarifvertragsparteien", Certainty: measure.FromMemory,
	}
	sourceSickness = measure.Source{
		Key: "destatis-krankenstand-2023", Title: "Krankenstand: 15,1 Arbeitstage je Beschäftigte im Jahr", Publisher: "Destatis", Year: 2023, Certainty: measure.FromMemory,
	}
)
