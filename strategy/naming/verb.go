package naming

import "strings"

// verb is a verb of which all needed forms are known.
type verb struct {
	prefix string // separable prefix: "an" of anmelden
	first  string // ich melde
	second string // du meldest
	base   string // melden
}

// weakVerbs are conjugated by rule. The list is closed: a verb that is not in
// it, or in strongVerbs, is used as an infinitive only, never guessed.
const weakVerbs = `lehnen bestimmen fällen adoptieren akkreditieren aktivieren angeln arbeiten archivieren atmen backen baden bauen beantragen beenden befreien befristen
	beglaubigen begleichen begleiten belasten belegen bemerken benutzen beobachten berechnen beruhigen beschweren beschäftigen beseitigen
	bestatten bestellen bestätigen besuchen beteiligen betreuen beurkunden beurteilen bewachen bewerten bewirtschaften bewältigen bezahlen
	bilden buchen campen chippen decken digitalisieren dokumentieren dolmetschen drosseln drucken dämmen einbürgern einigen engagieren
	entdecken entfernen entfristen entlasten entsorgen entsperren entwickeln erben erfassen erfordern erforschen erfüllen erhöhen erkunden
	erlauben erledigen erlernen ermitteln erneuern ernähren erreichen ersetzen erweitern erzählen eröffnen exportieren faxen feiern
	finanzieren fischen fordern forschen fragen freuen fördern fühlen führen füllen füttern genehmigen gestalten gewöhnen glauben gründen
	heiraten heizen hinterlegen hoffen holen hängen hören impfen importieren informieren integrieren jagen kaufen kennzeichnen klagen
	klappen kleben klären knüpfen kochen kompostieren kontrollieren korrigieren kosten kümmern kündigen kürzen lachen lagern leben
	legalisieren legen leisten leiten lernen lieben liefern löschen lösen lüften machen mailen malen markieren melden merken mieten mindern
	modernisieren nutzen nähern ordnen organisieren parken passen patentieren pausieren pflanzen pflegen planen posten prüfen putzen
	qualifizieren rechnen reden regeln registrieren reinigen reisen renovieren reparieren reservieren retten richten räumen sagen sammeln
	sanieren schauen schenken schicken schlichten schulen schützen senden senken setzen sichern siegeln sorgen sortieren sparen speichern
	spenden sperren spielen sponsern starten stellen stempeln steuern stillen stimmen stoppen streiten studieren stunden stärken stören
	suchen tanken tanzen tauschen teilen testen trainieren transportieren trauen trauern trennen unterstützen verabreden veranstalten
	verbessern verbrauchen verdienen vereinbaren vererben verfolgen vergrößern verhandeln verhindern verhüten verifizieren verkaufen
	verkleinern verkürzen verlängern vermarkten vermieten vermitteln verreisen versenden versichern versorgen verstauen versteuern
	verständigen verstärken versuchen vertrauen verwalten verwenden verzichten verzollen wandern warten wechseln wehren wickeln widmen
	wohnen wählen wünschen zahlen zeichnen zeigen zelten zertifizieren zählen züchten ändern öffnen üben überholen übermitteln überprüfen
	übersetzen übersiedeln überwachen überwinden`

// strongVerbs gives infinitive, ich- and du-form of verbs that change their
// stem, or whose du-form the rule would get wrong.
const strongVerbs = `bekommen bekomme bekommst;kommen komme kommst;finden finde findest;behalten behalte behältst;halten halte hältst;
	nehmen nehme nimmst;lassen lasse lässt;werden werde wirst;lesen lese liest;sprechen spreche sprichst;helfen helfe hilfst;
	fahren fahre fährst;laufen laufe läufst;geben gebe gibst;sehen sehe siehst;tragen trage trägst;laden lade lädst;raten rate rätst;
	beraten berate berätst;treffen treffe triffst;werfen werfe wirfst;essen esse isst;vergessen vergesse vergisst;sein bin bist;
	haben habe hast;wissen weiß weißt;können kann kannst;müssen muss musst;dürfen darf darfst;gehen gehe gehst;stehen stehe stehst;
	verstehen verstehe verstehst;bestehen bestehe bestehst;ziehen ziehe ziehst;beziehen beziehe beziehst;schreiben schreibe schreibst;
	unterschreiben unterschreibe unterschreibst;beschreiben beschreibe beschreibst;bleiben bleibe bleibst;schließen schließe schließt;
	gewinnen gewinne gewinnst;beginnen beginne beginnst;verlieren verliere verlierst;vermeiden vermeide vermeidest;
	leihen leihe leihst;verleihen verleihe verleihst;schieben schiebe schiebst;verschieben verschiebe verschiebst;bringen bringe bringst;
	denken denke denkst;kennen kenne kennst;erkennen erkenne erkennst;nennen nenne nennst;fangen fange fängst;schlafen schlafe schläfst;
	entscheiden entscheide entscheidest;scheiden scheide scheidest;unterscheiden unterscheide unterscheidest;bieten biete bietest;
	verbieten verbiete verbietest;gießen gieße gießt;genießen genieße genießt;messen messe misst;treten trete trittst;
	vertreten vertrete vertrittst;betreten betrete betrittst;erhalten erhalte erhältst;enthalten enthalte enthältst;
	weisen weise weist;beweisen beweise beweist;überweisen überweise überweist;übertragen übertrage überträgst;übernehmen übernehme übernimmst;
	widersprechen widerspreche widersprichst;besprechen bespreche besprichst;
	bewerben bewerbe bewirbst;werben werbe wirbst;erwerben erwerbe erwirbst;sterben sterbe stirbst;greifen greife greifst;
	steigen steige steigst;reiten reite reitest;schneiden schneide schneidest;wachsen wachse wächst;waschen wasche wäschst;
	schaffen schaffe schaffst;sitzen sitze sitzt;besitzen besitze besitzt;liegen liege liegst;
	tun tue tust;rufen rufe rufst;brauchen brauche brauchst;mögen mag magst;wollen will willst;sollen soll sollst;gelten gelte giltst;vergleichen vergleiche vergleichst;
	reißen reiße reißt;übergeben übergebe übergibst`

// separable are the verb prefixes that split off in a main clause. Longer ones
// come first so that "zurück" wins over "zu".
var separable = [...]string{
	"zurück", "zusammen", "heraus", "weiter", "herunter", "hinzu", "dazu", "nieder", "fertig", "frei", "fest", "fort", "durch", "hoch", "nach", "heim", "teil", "still", "bereit", "klar",
	"auf", "aus", "bei", "ein", "her", "hin", "los", "mit", "um", "vor", "weg", "ab", "an", "zu",
}

type verbs map[string]verb

// newVerbs builds the table of verb bases.
func newVerbs() verbs {
	vs := make(verbs, 400)
	for w := range strings.FieldsSeq(weakVerbs) {
		vs[w] = weak(w)
	}
	for row := range strings.SplitSeq(strongVerbs, ";") {
		f := strings.Fields(row)
		vs[f[0]] = verb{base: f[0], first: f[1], second: f[2]}
	}
	return vs
}

// find looks a folded infinitive up, with and without a separable prefix.
func (vs verbs) find(w string) (verb, bool) {
	if v, ok := vs[w]; ok {
		return v, true
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok {
			if v, ok := vs[rest]; ok {
				v.prefix = p
				return v, true
			}
		}
	}
	return verb{}, false
}

// weak conjugates a regular verb (Duden, Die Grammatik, "Konjugation der
// schwachen Verben").
func weak(base string) verb {
	stem, soft := strings.CutSuffix(base, "en")
	if !soft {
		stem = strings.TrimSuffix(base, "n") // -eln, -ern
	}
	v := verb{base: base, first: stem + "e", second: stem + "st"}
	switch {
	case !soft && strings.HasSuffix(stem, "el"):
		v.first = stem[:len(stem)-2] + "le" // ich wechsle
	case strings.HasSuffix(stem, "d"), strings.HasSuffix(stem, "t"), soft && nasal(stem):
		v.second = stem + "est"
	case strings.HasSuffix(stem, "s"), strings.HasSuffix(stem, "z"), strings.HasSuffix(stem, "ß"), strings.HasSuffix(stem, "x"):
		v.second = stem + "t"
	}
	return v
}

// nasal reports whether a stem ends in m or n after a consonant other than l,
// r, h, m or n, as in öffnen and rechnen, and so needs an e before -st.
func nasal(stem string) bool {
	n := len(stem)
	if n < 2 || stem[n-1] != 'm' && stem[n-1] != 'n' {
		return false
	}
	if n >= 3 && stem[n-2] == 'h' && stem[n-3] == 'c' {
		return true
	}
	return strings.IndexByte("bcdfgkpstvz", stem[n-2]) >= 0
}
