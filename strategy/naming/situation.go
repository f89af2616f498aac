package naming

// Situation is a life or business situation of the Online Access Act
// (Onlinezugangsgesetz, OZG): the official taxonomy that groups public services
// by what happens to people. Names and fields are those of the OZG catalogue
// (2019-10 edition: 14 topic fields, 55 situations); the channel names are our
// own wording.
type Situation struct {
	Name    string `json:"name"`    // official name: "Wohnen & Umzug"
	Field   string `json:"field"`   // one of the 14 topic fields: "Bauen & Wohnen"
	Channel string `json:"channel"` // a name for a topic channel, from the person's view
}

// Situations returns the 55 situations in the order of their official names
// within the topic fields.
func Situations() []Situation { return append([]Situation(nil), situations[:]...) }

// situationIndex returns the place of an official name, -1 when there is none.
func situationIndex(name string) int {
	for i := range situations {
		if situations[i].Name == name {
			return i
		}
	}
	return -1
}

var situations = [...]Situation{
	{"(Drohender) Arbeitsplatzverlust & -suche", "Arbeit & Ruhestand", "Wege zum Job"},
	{"Altersvorsorge", "Arbeit & Ruhestand", "Fürs Alter sparen"},
	{"Arbeitsplatzwechsel", "Arbeit & Ruhestand", "Den Job wechseln"},
	{"Finanzielle Existenzsicherung/Unterstützung bei finanziellen Problemen", "Arbeit & Ruhestand", "Hilfe bei Geldsorgen"},
	{"Rente & Soziale Entschädigung", "Arbeit & Ruhestand", "Rund um die Rente"},
	{"Bauen & Immobilien", "Bauen & Wohnen", "Was wird hier gebaut?"},
	{"Hausbau & Immobilienerwerb", "Bauen & Wohnen", "Dein Weg zum Haus"},
	{"Wohnen & Umzug", "Bauen & Wohnen", "Wohnen & Umzug"},
	{"Berufsausbildung", "Bildung", "Dein Weg zum Beruf"},
	{"Schule", "Bildung", "Rund um die Schule"},
	{"Studium", "Bildung", "Rund ums Studium"},
	{"Weiterbildung", "Bildung", "Im Beruf weiterkommen"},
	{"Auswanderung", "Ein- & Auswanderung", "Ins Ausland ziehen"},
	{"Einwanderung", "Ein- & Auswanderung", "Neu in Deutschland"},
	{"Bootsbesitz", "Engagement & Hobby", "Mit dem Boot unterwegs"},
	{"Engagement & Beteiligung", "Engagement & Hobby", "Mitreden & mitmachen"},
	{"Fischen & Jagen", "Engagement & Hobby", "Angeln & Jagen"},
	{"Tierhaltung", "Engagement & Hobby", "Leben mit Tieren"},
	{"Veranstaltung durchführen", "Engagement & Hobby", "Ein Fest feiern"},
	{"Adoption & Pflegekinder", "Familie & Kind", "Ein Kind aufnehmen"},
	{"Eheschließung", "Familie & Kind", "Wir heiraten"},
	{"Geburt", "Familie & Kind", "Ein Baby kommt"},
	{"Kinderbetreuung", "Familie & Kind", "Rund ums Kind"},
	{"Scheidung", "Familie & Kind", "Hilfe bei der Trennung"},
	{"Trennung mit Kind", "Familie & Kind", "Getrennt, aber Eltern"},
	{"Finanzierung & Förderung", "Forschung & Förderung", "Geld für deine Idee"},
	{"Forschung & Entwicklung", "Forschung & Förderung", "Neues erforschen"},
	{"Behinderung", "Gesundheit", "Leben mit Behinderung"},
	{"Gesundheitsvorsorge", "Gesundheit", "Gesund bleiben"},
	{"Krankheit", "Gesundheit", "Hilfe bei Krankheit"},
	{"Pflege", "Gesundheit", "Hilfe bei der Pflege"},
	{"Tod", "Gesundheit", "Hilfe im Todesfall"},
	{"Auslandsaufenthalt", "Mobilität & Reisen", "Ab ins Ausland"},
	{"Führerschein", "Mobilität & Reisen", "Dein Weg zum Führerschein"},
	{"Kfz-Besitz", "Mobilität & Reisen", "Rund ums Auto"},
	{"Logistik & Transport", "Mobilität & Reisen", "Waren auf die Straße bringen"},
	{"Querschnitt Bürger", "Querschnitt", "Pass, Ausweis & Co."},
	{"Querschnitt Unternehmen", "Querschnitt", "Papiere für deine Firma"},
	{"Gerichtliche und außergerichtliche Verfahren", "Recht & Ordnung", "Zu deinem Recht kommen"},
	{"Naturkatastrophen", "Recht & Ordnung", "Hilfe bei Hochwasser & Sturm"},
	{"Rechtsverstöße - Anzeigen und Hilfen für Opfer", "Recht & Ordnung", "Hilfe für Opfer"},
	{"Weitere Leistungen", "Recht & Ordnung", "Sicher in deiner Stadt"},
	{"Auslandsgeschäft", "Steuern & Zoll", "Mit dem Ausland handeln"},
	{"Steuererklärung", "Steuern & Zoll", "Hilfe bei der Steuererklärung"},
	{"Steuern & Abgaben", "Steuern & Zoll", "Steuern einfach erklärt"},
	{"Abfall & Umweltschutz", "Umwelt", "Müll, Klima & Umwelt"},
	{"Anlagen & Stoffe", "Umwelt", "Schutz vor Gift und Lärm"},
	{"Arbeitgeber sein", "Unternehmensführung & -entwicklung", "Leute einstellen"},
	{"Arbeitssicherheit", "Unternehmensführung & -entwicklung", "Sicher bei der Arbeit"},
	{"Aus-, Weiterbildung & Sachkunde", "Unternehmensführung & -entwicklung", "Azubis ausbilden"},
	{"Ausschreibungen & öffentliche Aufträge", "Unternehmensführung & -entwicklung", "Aufträge von der Stadt"},
	{"Geschäftsauflösung & Unternehmensübergang", "Unternehmensführung & -entwicklung", "Die Firma übergeben"},
	{"Statistik- & Berichtspflichten", "Unternehmensführung & -entwicklung", "Zahlen melden"},
	{"Unternehmensstart & Gewerbezulassung", "Unternehmensführung & -entwicklung", "Deine Idee, deine Firma"},
	{"Veranstaltungen", "Unternehmensführung & -entwicklung", "Ein Event veranstalten"},
}
