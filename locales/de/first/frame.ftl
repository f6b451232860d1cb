# Was auf dem ersten Bildschirm um das Gespräch steht, und wie die Seite beginnt.

## Links vor allem anderen.

skip-to-controls = Zu den Tasten
skip-to-conversation = Zum Gespräch

## Was in der Seite steht, bevor ihr Skript läuft.

welcome-label = Willkommen
welcome = { $what }, und lässt dich jede ihrer Nachrichten zustellen, verlieren oder verdoppeln. { $begin }
welcome-what = Diese Seite zeigt, wie Server ihre Logs gegenseitig auf den neuesten Stand bringen
welcome-begin = Drücke { $step }, um anzufangen. { $elections }
welcome-step = Schritt
welcome-elections = Oder geh gleich zu { $raft }.
welcome-raft = Rafts Wahlen
notices-label = Hinweise
story-label = Geschichte
key-label = Legende zur Zeichnung
side-label = Client und Netz
playback-label = Wiedergabe
waking = Die Server wachen auf …

# Wörter, die mit der Zahl dahinter in einer Zeile bleiben, etwa „Term 5“, klein geschrieben und mit Leerzeichen dazwischen.
tied-words = term terms eintrag eintrags einträge einträgen nachricht nachrichten schritt schritte schritten index moment aktion aktionen abschnitt abschnitte abschnitten abbildung lektion zeile

## Die Legende: was Zeichen auf der Leiter und in den Logs heißen.

key-delivered = zugestellt
key-in-flight = unterwegs
key-dropped = verloren
key-refused-nobody-home = niemand da
key-heard-later = später gehört
key-a-server-says-no = Server sagt Nein
key-entry-missing = Eintrag fehlt
key-entry-on-its-way = Eintrag unterwegs
key-entry-differs = Eintrag anders
key-entry-surplus = Eintrag überzählig
key-entry-repeated = Eintrag wiederholt
key-candidate = Kandidat
key-stale-leader = veralteter Leader
key-committed = committet
key-not-committed = nicht committet
key-partition = Partition
key-asked = gefragt
key-no = Nein: …

## Das Banner.

header-search = Kaputt machen
header-compare = Nebeneinander
header-script = Skript
header-copy-link = Link kopieren
header-search-title = Sucht den kürzesten Lauf, der ein Versprechen bricht
header-compare-title = Derselbe Ärger unter mehreren Protokollen, nebeneinander
header-script-title = Der Lauf als Text, zum Lesen und Ändern
header-copy-link-title = Einen Link zu diesem Moment kopieren
header-share-title = Teilen: diesen Lauf mitnehmen, als Bild, als Datei oder in eine eigene Seite
header-present-title = Vorführen: große Schrift, und nur, worauf es ankommt
header-help-title = Hilfe (?)
header-rules-title = Wozu die Regeln des Protokolls gut sind: Jede lässt sich ausschalten
header-share = Teilen
header-present = Vorführen
header-help = Hilfe
header-theme = Farben: { $theme ->
   *[auto] automatisch
    [light] hell
    [dark] dunkel
 }
header-presenting = Bild ab und Bild auf gehen weiter und zurück, Escape beendet.
header-end-presenting = Vorführen beenden
header-lesson = Lektion
header-lesson-short = Lektion { $place }
header-lesson-row = { $place } · { $title }
header-lesson-row-begun = { $place } · { $title } (angefangen)
header-lesson-row-done = { $place } · { $title } (fertig)
header-sandbox = Sandkasten
header-from-a-link = Aus einem Link
header-protocol = Protokoll
header-rules = Regeln
header-rules-off = { $count } aus

## Die Geschichte neben dem Lauf.

story-next = Als Nächstes
story-other-offers = Was du sonst tun kannst
story-disks = Über die Platten
story-disks-say = Jedes Log liegt im localStorage dieses Browsers, also ist es für die Server ein Stromausfall, wenn die Seite neu geladen wird, und ihre Platten überstehen ihn; aber ein privates Fenster, das Löschen der Browserdaten oder ein hart beendeter Browser (das kann die letzte Minute kosten) nimmt auch sie mit.
story-forget = Hier alles vergessen
story-sources = Nach { $article } von Chelsea Troy und dem { $paper }, Abschnitte 5, 6 und 8. Nicht dabei: Uhren und Snapshots.
story-article = „Raft 4: Bare Minimum Log Replication“
story-paper = Raft-Paper
story-licences = Freie Software, unter den Lizenzen MIT oder Apache-2.0, wie du willst; der Quelltext liegt in dem Repository, aus dem diese Seite gebaut wurde.
# The place of $source is a link, the address of the page's repository, where it is known.
story-licences-and-source = Freie Software, unter den Lizenzen MIT oder Apache-2.0, wie du willst. Der Quelltext, und ein Ort, um Fehler zu melden: { $source }.
story-lesson = Lektion { $place } von { $count }
forget-title = Hier alles vergessen?
forget-says = Alle Platten in allen Räumen, was du gesendet hast und wie du die Seite magst, werden aus diesem Browser entfernt. Was nicht von Catchup ist, bleibt. Das lässt sich nicht rückgängig machen.
forget-keep = Alles behalten
forget-yes = Ja, vergessen
prose-what = Was ist das?
prose-paper = Paper, { $section }
prose-read = Lesen
# Wörter des Glossars in den Formen, in denen Geschichten sie hervorheben, jede mit dem englischen Wort, unter dem sie erklärt ist.
glossary-forms = Client: client; Server: server; Servern: server; Protokoll: protocol; Log: log; Logs: log; Eintrag: entry; Einträge: entry; Einträgen: entry; Index: index; Befehl: command; Befehle: command; Befehlen: command; Store: store; Platte: disk; Platten: disk; Arbeitsspeicher: memory; Verbindung: link; Verbindungen: link; Nachricht: message; Nachrichten: message; unterwegs: in flight; Leader: leader; Follower: follower; ernennen: nominate; ernennt: nominate; ernannt: nominate; Ernennung: nominate; Term: term; Terms: term; gleichauf: level; Hinweis: hint; Hinweise: hint; überzählig: surplus; wiederholt: repeated; Versprechen: promise; Stromausfall: power cut; Wahl: election; Wahlen: election; wählen: election; gewählt: election; Timeout: timeout; Timeouts: timeout; Kandidat: candidate; Kandidaten: candidate; Stimme: vote; Stimmen: vote; mitwählen: voter; mitwählt: voter; wählen mit: voter; Mehrheit: majority; Patt: split vote; Heartbeat: heartbeat; Heartbeats: heartbeat; committen: commit; committet: commit; Partition: partition; veraltete Antwort: stale read; veralteten Antwort: stale read; Konfiguration: configuration; Regel: rule; Regeln: rule; Paper: paper; angewandt: applied

## Der Streifen mit Hinweisen unter dem Banner.

notice-dismiss = Diesen Hinweis schließen
notice-dismiss-title = Schließen
notice-link = Link zu diesem Moment

## Die Leiste am Fuß einer schmalen Seite.

sheet-story = Geschichte
sheet-client = Client{ $flights }
sheet-flights = {" · "}{ $count } unterwegs

## Von der Seite als ganzer.

page-not-loaded = Dieser Teil der Seite ließ sich nicht laden. Besteht eine Verbindung? Dann versuch es bitte noch einmal.
page-link-is-local = Der Link öffnet diese Datei nur auf diesem Rechner. Um den Lauf jemandem zu schicken, sichere ihn unter Teilen als Text.
page-too-long-to-open = Dieser Lauf ist zu lang für einen Link und lässt sich deshalb nicht ganz öffnen.
drop-here = Lass eine Textdatei hier los, um ihren Lauf zu öffnen
embed-open = Ganz öffnen
page-title = { $open } · Catchup

## Warum die Seite nicht anfangen kann, und was zu tun ist.

start-reload = Lade die Seite neu. Wenn das nicht hilft, sag dem Bescheid, der diese Website betreibt.
start-no-wasm = Dieser Browser hat kein WebAssembly, in dem die Server dieser Seite laufen.
start-no-wasm-advice = Er ist zu alt, oder WebAssembly ist darin ausgeschaltet. Schalte es bitte ein, oder versuch es mit einem neueren Browser.
start-no-simulation = Die Simulation lässt sich nicht starten: { $why }
start-check = Prüfe die Verbindung, und lade die Seite neu.
start-not-fetched = Ein Teil dieser Seite ließ sich nicht holen: { $file }
start-missing = Ein Teil dieser Seite fehlt, wo er sein sollte: { $file } (der Server sagt { $status }).
start-broke-off = Ein Teil dieser Seite brach beim Laden ab: { $file }
start-empty = Ein Teil dieser Seite kam leer an: { $file }
start-page-instead = Statt eines Teils dieser Seite, { $file }, schickte der Server eine HTML-Seite.
start-other-instead = Statt eines Teils dieser Seite, { $file }, schickte der Server etwas anderes.
start-old-wasm = Das WebAssembly dieses Browsers, in dem die Server dieser Seite laufen, ist zu alt.
start-old-wasm-advice = Versuch es bitte mit einem neueren Browser: Jeder ab dem Jahr 2024 genügt.
start-damaged = Ein Teil dieser Seite kam beschädigt oder abgeschnitten an: { $file } ({ $count } Bytes kamen).
start-forbidden = Die Content Security Policy dieser Website verbietet WebAssembly, in dem die Server dieser Seite laufen.
start-forbidden-advice = Dein Browser ist in Ordnung. Wer diese Website betreibt, muss 'wasm-unsafe-eval' zu „script-src“ in der Policy hinzufügen.
start-broke = Beim Starten der Seite ging etwas kaputt: { $why }
start-trouble = Catchup kann nicht anfangen. { $what } { $advice }
