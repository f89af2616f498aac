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
	join   bool   // the person applies for object and act together: "Parkausweis-Ermäßigung beantragen"
	open   bool   // says nothing about which task is meant: the lexicon's task for the object fits
}

// actTable lists acts as word=verb of the person. A trailing "!" marks those
// that are hardly ever anything but an act, "+" those that the person applies
// for together with their object, "?" those under which the office files
// whatever the person wants. Without a verb there is no automatic flip: what is in
// it for the person must be asked.
const actTable = `erteilung!?=beantragen gewährung!?=beantragen ausstellung!?=beantragen bewilligung!?=beantragen festsetzung!?=
	zahlung?= auszahlung!?= zuteilung!?=beantragen antragstellung!?=beantragen beantragung!?=beantragen durchführung!?= beratung?=
	auskunft?= informationserteilung!?= angebot?= vermittlung?= unterstützung?= bereitstellung!?= erbringung!?= inanspruchnahme!?=
	vergabe!?= ausgabe?= erstellung!?= förderung?+=beantragen finanzierung?+=beantragen
	zulassung+=beantragen genehmigung!+=beantragen erlaubnis+=beantragen bescheinigung+=beantragen erstattung!+=beantragen
	kostenübernahme!+=beantragen entschädigung+=beantragen ermäßigung+=beantragen befreiung+=beantragen
	gestattung!= verleihung!= zustimmung!= freistellung!= stundung!= wiedererteilung!= neufeststellung!= zuschreibung!=
	beurlaubung!= verkürzung!= umwandlung!= wiedergestattung!= feststellung!= übertragung= stilllegung!=
	eintragung!= löschung!= anerkennung!=anerkennen_lassen bestätigung!=bestätigen_lassen
	beglaubigung!=beglaubigen_lassen beurkundung!=beurkunden_lassen berichtigung!=korrigieren_lassen
	sperrung!=sperren_lassen prüfung=prüfen_lassen überprüfung!=überprüfen_lassen zertifizierung!=zertifizieren_lassen
	umschreibung!=umschreiben_lassen registrierung!=registrieren_lassen umtausch!=umtauschen
	änderung!=ändern verlängerung!=verlängern anmeldung!=anmelden abmeldung!=abmelden ummeldung!=ummelden voranmeldung!=anmelden
	meldung!=melden anzeige=melden mitteilung!=melden entgegennahme!= herausgabe!=abholen abholung!=abholen
	rückgabe!=zurückgeben abgabe=abgeben entsorgung=entsorgen ersatz!=neu_beantragen reservierung!=reservieren einsicht=einsehen
	aufnahme= bestellung= anordnung!= abnahme!= übermittlung!= aufhebung!=
	widerruf!= veröffentlichung!= führung= überwachung!= entscheidung= bekanntmachung!= erhebung!= beschluss=
	statusabfrage!= verfolgung= rücknahme!= übernahme= einleitung!= ermittlung!= berechnung!= zusendung!= untersagung!=
	speicherung!= verwahrung!= zurücknahme!= beseitigung= einrichtung= anrechnung!= verpflichtung!= auszug= erlass=
	einziehung!= aufstellung!= abschluss= bestimmung= klärung= behebung= unterrichtung!= rückforderung!=
	belehrung!= benachrichtigung!= schätzung= bekanntgabe!= abschrift!= ausfertigung!= zustellung= abwicklung!=
	veränderungsanzeige!= bewertung= anlegung!= schließung= protokollierung!= begutachtung!= aussprache= beiordnung!=
	abzeichnung!= verzicht= versorgung= teilerlass!= unterbringung= niederschrift!= vorankündigung!= zurückforderung!= vereinbarung=
	veränderung= ermächtigung!= vollzug!= aktivierung!= deaktivierung!= verrechnung!= erneuerung= erweiterung=
	festlegung!= ergänzung= ausführung!= bildung= verschmelzung!= zerlegung!= wiederaushändigung!= versteigerung= ausdruck=
	herstellung= instandhaltung!= begleitung= vorbereitung= einberufung!=
	ausbuchung!= enteignung!= vermerk= erfassung!= eröffnung= zurückweisung!= vormerkung!= aufschub= erprobung!= sicherstellung!=
	kennzeichnung= verleih= erklärung= vereidigung!= betrieb= beförderung= behandlung= lagerung= sammlung= verarbeitung= ahndung!=
	aufbewahrung= vergütung= durchsetzung!= weiterleitung!= schulung= entziehung!= ausübung!= vermessung= nutzung= akkreditierung!=
	erstregistrierung!= erstbeurkundung!= nachbeurkundung!= erwerb= verlust=`

func newActs() map[string]act {
	acts := make(map[string]act, 256)
	for f := range strings.FieldsSeq(actTable) {
		name, verb, _ := strings.Cut(f, "=")
		word := strings.TrimRight(name, "!+?")
		marks := name[len(word):]
		acts[word] = act{
			verb: strings.ReplaceAll(verb, "_", " "), strong: strings.Contains(marks, "!"),
			join: strings.Contains(marks, "+"), open: strings.Contains(marks, "?"),
		}
	}
	return acts
}
