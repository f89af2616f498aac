package naming

import "strings"

// An official German service name is an object and an administrative act, the
// "Verrichtung" ("Personalausweis Ausstellung"): what the office does, not what
// the person wants. The acts are a closed vocabulary of the LeiKa, the
// catalogue of public services in Germany; the 204 acts of the 2019-10 catalogue
// were counted for this project and the 40 most frequent cover 77 % of the
// names built this way.

// act is one administrative act and the person's side of it.
type act struct {
	verb   string // what the person does with the object; "" when no flip is safe
	strong bool   // an act wherever it stands in a name of several words
}

// actTable lists acts as word=verb of the person; a trailing "!" marks those
// that are hardly ever anything but an act. Without a verb there is no
// automatic flip: what is in it for the person must be asked.
const actTable = `erteilung!=beantragen gewährung!=beantragen ausstellung!=beantragen zulassung=beantragen bewilligung!=beantragen
	genehmigung!=beantragen erlaubnis=beantragen gestattung!=beantragen festsetzung!=beantragen zahlung=beantragen auszahlung!=beantragen
	förderung=beantragen finanzierung=beantragen zuteilung!=beantragen vergabe!=beantragen verleihung!=beantragen ausgabe=beantragen
	bescheinigung=beantragen erstattung!=beantragen kostenübernahme!=beantragen zustimmung!=beantragen freistellung!=beantragen
	stundung!=beantragen befreiung=beantragen ermäßigung=beantragen wiedererteilung!=beantragen neufeststellung!=beantragen
	zuschreibung!=beantragen beurlaubung!=beantragen verkürzung!=beantragen umwandlung!=beantragen entschädigung=beantragen
	eintragung!=eintragen_lassen anerkennung!=anerkennen_lassen feststellung!=feststellen_lassen bestätigung!=bestätigen_lassen
	beglaubigung!=beglaubigen_lassen beurkundung!=beurkunden_lassen berichtigung!=korrigieren_lassen löschung!=löschen_lassen
	sperrung!=sperren_lassen prüfung=prüfen_lassen überprüfung!=überprüfen_lassen zertifizierung!=zertifizieren_lassen
	übertragung=übertragen_lassen umschreibung!=umschreiben_lassen registrierung!=registrieren_lassen umtausch!=umtauschen
	änderung!=ändern verlängerung!=verlängern anmeldung!=anmelden abmeldung!=abmelden ummeldung!=ummelden voranmeldung!=anmelden
	stilllegung!=abmelden meldung!=melden anzeige=melden mitteilung!=melden entgegennahme!= herausgabe!=abholen abholung!=abholen
	rückgabe!=zurückgeben abgabe=abgeben entsorgung=entsorgen ersatz!=ersetzen reservierung!=reservieren einsicht=einsehen
	auskunft= informationserteilung!= beratung= aufnahme= durchführung!= bestellung= anordnung!= abnahme!= übermittlung!= aufhebung!=
	widerruf!= veröffentlichung!= erbringung!= führung= überwachung!= entscheidung= bekanntmachung!= erhebung!= beschluss=
	statusabfrage!= erstellung!= verfolgung= rücknahme!= übernahme= einleitung!= ermittlung!= berechnung!= zusendung!= untersagung!=
	speicherung!= verwahrung!= zurücknahme!= beseitigung= einrichtung= anrechnung!= angebot= verpflichtung!= auszug= erlass=
	bereitstellung!= einziehung!= aufstellung!= abschluss= bestimmung= klärung= behebung= unterrichtung!= rückforderung!=
	belehrung!= vermittlung= benachrichtigung!= schätzung= bekanntgabe!= abschrift!= ausfertigung!= zustellung= abwicklung!=
	veränderungsanzeige!= bewertung= anlegung!= schließung= protokollierung!= begutachtung!= aussprache= beiordnung!=
	abzeichnung!= verzicht= versorgung= teilerlass!= unterbringung= niederschrift!= vorankündigung!= zurückforderung!= vereinbarung=
	veränderung= ermächtigung!= vollzug!= aktivierung= deaktivierung= verrechnung!= unterstützung= erneuerung= erweiterung=
	festlegung!= ergänzung= ausführung!= bildung= verschmelzung!= zerlegung!= wiederaushändigung!= versteigerung= ausdruck=
	herstellung= instandhaltung!= begleitung= vorbereitung= wiedergestattung!=beantragen inanspruchnahme!= einberufung!=
	ausbuchung!= enteignung!= vermerk= erfassung!= eröffnung= zurückweisung!= vormerkung!= aufschub= erprobung!= sicherstellung!=
	kennzeichnung= verleih= erklärung= vereidigung!= betrieb= beförderung= behandlung= lagerung= sammlung= verarbeitung= ahndung!=
	aufbewahrung= vergütung= durchsetzung!= weiterleitung!= schulung= entziehung!= ausübung!= vermessung= nutzung= akkreditierung!=
	antragstellung!=beantragen beantragung!=beantragen erstregistrierung!= erstbeurkundung!= nachbeurkundung!= erwerb= verlust=`

func newActs() map[string]act {
	acts := make(map[string]act, 256)
	for f := range strings.FieldsSeq(actTable) {
		name, v, _ := strings.Cut(f, "=")
		name, strong := strings.CutSuffix(name, "!")
		acts[name] = act{verb: strings.ReplaceAll(v, "_", " "), strong: strong}
	}
	return acts
}
