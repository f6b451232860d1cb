# Was „Kaputt machen“ sagt: die Suche nach dem kürzesten Lauf, der ein Versprechen bricht.

search-title = Kaputt machen
search-asks = Gibt es eine Reihenfolge von Ereignissen, die das kaputt macht?
search-close = Schließen
search-not-loaded = Was sucht, konnte nicht geladen werden. Besteht eine Verbindung? Dann versuch es bitte noch einmal.
search-too-new = Dieser Browser ist zu alt für die Suche: Sie braucht einen von 2023 oder später. Alles andere auf der Seite geht.
search-broke-off = Die Suche brach ab: { $why }

## Von wo aus gesucht wird: eine Tabelle von Namen und Werten.

search-from = Von diesem Moment an
search-from-protocol = Protokoll
search-from-rules-off = Regeln aus
search-from-no-rules-off = keine
search-from-servers = Server
search-from-start = Beginn
search-at-the-start = der Anfang
search-at-step = Schritt { $moment }

## In welchen Grenzen. „Weniger“ und „mehr“ wird von einer Grenze mit ihrem Titel gesagt.

# Darunter öffnet sich eine Liste der Grenzen, jede mit dem, worum es bei ihr geht.
search-bounds-help = Was diese Wörter bedeuten
search-at-most = Höchstens
search-in-one-run = in einem Lauf
search-fewer = Weniger { $bound }
search-more = Mehr { $bound }
# Anstelle einer Zahl: es gibt keine Grenze.
search-any = frei
bound-writes = Schreibanfragen
bound-writes-says = Anfragen des Clients, einen Wert zu setzen, jede an irgendeinen Server, mit einem Wert, den noch niemand geschrieben hat.
bound-reads = Leseanfragen
bound-reads-says = Anfragen des Clients nach diesem Wert, jede an irgendeinen Server.
bound-timeouts = Timeouts
bound-timeouts-says = Server, die zu lange auf einen Leader gewartet haben und sich zur Wahl stellen.
# Wo niemand wählt.
bound-nominations = Ernennungen
bound-nominations-says = Anfragen des Clients, die einem Server sagen: Du bist der Leader.
bound-heartbeats = Heartbeats
bound-heartbeats-says = Leader, die sich ohne Neuigkeiten melden oder noch einmal senden, was ohne Antwort blieb.
bound-resends = Wiederholungen
bound-resends-says = Leader, die noch einmal senden, was ohne Antwort blieb.
bound-kills = Abschüsse
bound-kills-says = Server, die ihren Speicher verlieren; jeder kann von seiner Platte neu starten, was eine weitere Aktion ist.
bound-drops = Verluste
bound-drops-says = Nachrichten, die verloren gehen. Ohne Grenze für Nachrichten unterwegs ist eine, die nie zugestellt wird, so gut wie verloren; dann kommt hierdurch nichts hinzu.
bound-duplicates = Verdopplungen
bound-duplicates-says = Nachrichten, die doppelt unterwegs sind.
bound-changes = Wechsel der Wähler
bound-changes-says = Anfragen des Clients, durch die ein Server mehr oder einer weniger mitwählt.
bound-cuts = Trennungen
bound-cuts-says = Verbindungen zwischen zwei Servern, die getrennt werden und heilen können. Auch sie bringen nichts hinzu ohne Grenze für Nachrichten unterwegs.
bound-in-flight = Nachrichten unterwegs
bound-in-flight-says = Zur gleichen Zeit. „Frei“ setzt keine Grenze, und so geht die Suche am schnellsten.

search-idle-bounds = Verluste und Trennungen bringen nichts, solange beliebig viele Nachrichten unterwegs sein dürfen: Was nie zugestellt wird, ist so gut wie verloren. Setz auch dort eine Zahl.
search-wide-bounds = Mit { $servers } Servern gibt es in diesen Grenzen wahrscheinlich mehr Reihenfolgen, als in den Speicher passen. Kurze Läufe kommen zuerst, also steht am Ende da, bis zu wie vielen Aktionen nichts bricht. Ans Ende aller Reihenfolgen kommt die Suche mit { $bounds }.
search-set-bounds = Diese Grenzen einstellen

search-start = Starten
search-start-again = Erneut
search-stop = Anhalten

## Wie weit sie ist. Namen und Werte einer Tabelle, und die Titel der Balken darunter.

search-how-far = Wie weit sie ist
search-states = Zustände
search-states-a-second = Zustände je Sekunde
search-actions = Aktionen
search-all-of = alles von 0 bis { $depth }
search-memory = Speicher
search-megabytes = { $megabytes } MB
search-megabytes-of = von { $megabytes }
search-bar = { $count ->
    [one] { $states } Zustand
   *[other] { $states } Zustände
 } nach { $depth ->
    [one] { $depth } Aktion
   *[other] { $depth } Aktionen
 }
search-bars = Neue Zustände nach der Zahl der Aktionen, in Zehnerpotenzen.
search-tries = Jede Reihenfolge von Ereignissen in diesen Grenzen wird probiert, die kurzen zuerst …
search-begins = Die Suche beginnt.
search-searching = Es wird gesucht
search-ended = Beendet
search-ended-found = Beendet: einer gefunden
search-ended-stopped = Beendet: angehalten
search-so-far = Bisher nichts kaputt
search-not-yet = Das heißt noch nicht „hält“: Das Wort kommt erst am Ende.
search-fills-up = So wie es aussieht, wird der Speicher bei den Läufen mit { $depth } Aktionen voll. Dann endet die Suche und spricht nur von kürzeren.
search-reached = { $depth ->
    [0] Wo es beginnt, ist nichts kaputt.
    [one] Mit einer Aktion geht nichts kaputt: Alle { $states } Zustände wurden angesehen.
   *[other] Mit bis zu { $depth } Aktionen geht nichts kaputt: Alle { $states } Zustände wurden angesehen.
 }
search-meanwhile = Inzwischen
search-meanwhile-means = Die Seite bleibt deine: Schließ diese Ansicht und mach Schritte. Die Suche geht weiter, und eine Zeile unter dem Gespräch sagt, wie sie endete.
# Öffnet die Ansicht wieder.
search-show = Zeigen
search-copy = Link kopieren
search-copy-title = Kopiert eine Adresse, die diese Ansicht öffnet: derselbe Lauf, derselbe Schritt, dieselben Grenzen
search-link-copied = Link kopiert.
search-link-to-copy = Kopier diese Adresse:
search-strange-bounds = Die Grenzen im Link sind nicht zu lesen: { $why } Eingestellt sind die üblichen.
search-idle-in-link = Der Link hat Grenzen, zu denen es in diesem Protokoll nichts gibt: { $bounds }. Sie sind weggelassen.
search-stopped = Angehalten.
search-progress = { $count ->
    [one] { $states } Zustand
   *[other] { $states } Zustände
 } bisher. Bis zu { $depth ->
    [one] { $depth } Aktion
   *[other] { $depth } Aktionen
 } geht nichts kaputt.
search-stopped-title = Angehalten
search-stopped-means = { search-progress } Von längeren Läufen ist nichts bekannt.

## Vor der ersten Suche.

search-intro = Lass die Seite suchen
search-intro-what = Sie nimmt den Lauf auf der Seite bei dem Schritt, bei dem er steht, und probiert alles, was als Nächstes geschehen kann: welche Nachricht zuerst ankommt, wer abgeschossen wird, wer sich zur Wahl stellt, was der Client fragt. Sie sieht die kürzesten Läufe zuerst an; was sie findet, ist also der kürzeste Weg, ein Versprechen zu brechen.
# Es folgt eine Liste von Versprechen.
search-intro-promises = Zu brechen versucht sie die Versprechen des Protokolls, die bei diesem Schritt gehalten sind:
search-promises = Versprechen
search-intro-how = Drück auf Starten. Oder stell vorher unter „Höchstens“ ein, wie viel wovon geschehen darf. Wo nichts gefunden wird, da ist nichts, solange nicht mehr geschieht, als die Grenzen erlauben.

## Wie sie endete.

search-broken-in = { $count ->
    [one] Kaputt mit { $count } Aktion
   *[other] Kaputt mit { $count } Aktionen
 }
search-holds = In diesen Grenzen geht nichts kaputt
search-holds-so-far = Mit so wenigen Aktionen geht nichts kaputt
search-out-of-memory = Angehalten: Der Speicher ist voll
search-nothing-to-check = Es ist nichts mehr da, was kaputt gehen könnte
search-holds-means = { $count ->
    [one] Der eine Zustand, der erreicht werden kann, wurde angesehen
   *[other] Alle { $states } Zustände, die erreicht werden können, wurden angesehen
 }, der fernste nach { $depth ->
    [one] { $depth } Aktion
   *[other] { $depth } Aktionen
 }. Was jenseits der Grenzen liegt, nicht.
search-holds-so-far-means = { $count ->
    [one] Der eine Zustand, der mit bis zu { $depth } Aktionen erreicht werden kann, wurde angesehen
   *[other] Alle { $states } Zustände, die mit bis zu { $depth } Aktionen erreicht werden können, wurden angesehen
 }. Längere Läufe nicht.
search-out-of-memory-means = Bis zu { $depth ->
    [one] { $depth } Aktion
   *[other] { $depth } Aktionen
 } geht nichts kaputt. Von längeren Läufen ist nichts bekannt. Setz eine Grenze herab, und versuch es noch einmal.
search-nothing-to-check-means = In diesem Moment ist jedes Versprechen des Protokolls schon gebrochen. Geh zu einem früheren Schritt, und versuch es noch einmal.
search-try-more = Heb eine Grenze an und starte noch einmal. Oder schließ diese Ansicht, schalte unter „Regeln“ eine Regel aus und such, wozu sie da ist.
search-try-less = Timeouts, Abschüsse und Schreibanfragen kosten am meisten; und mit drei Servern kommt eine Suche viel weiter als mit fünf.
search-happened = Was in den Grenzen geschah
search-did-happen = { $actions ->
    [0] { $what }: schon zu Beginn
    [one] { $what }: zuerst nach { $actions } Aktion
   *[other] { $what }: zuerst nach { $actions } Aktionen
 }
search-did-not-happen = { $what }: nirgends

## Der Lauf, der gefunden wurde, und der nächste, der hält.

search-open = Diesen Lauf öffnen
search-open-it = Öffnen
search-open-nearest = Öffnen: der Lauf, der nicht kaputt geht
search-actions-of-run = Die Aktionen des Laufs
search-actions-of-nearest = Die Aktionen des nächsten Laufs, der nicht kaputt geht
search-logs = Die Logs am Ende
search-logs-of-nearest = Die Logs am Ende des Laufs, der nicht kaputt geht
search-nearest = Der nächste, der hält
search-nearest-looking = Der nächste Lauf, der nicht kaputt geht, wird gesucht …
search-nearest-looked = Der nächste Lauf, der nicht kaputt geht, wird gesucht: { $count ->
    [one] { $states } Zustand
   *[other] { $states } Zustände
 } bisher …
search-nearest-stopped = Du hast aufgehört, ihn zu suchen: Was geholfen hätte, ist nicht bekannt.
search-nearest-never = Wo die Suche begann, half schon nichts mehr: Ein Versprechen bricht, in welcher Reihenfolge die Nachrichten, die unterwegs sind, auch ankommen.
search-nearest-out-of-memory = Die Nachrichten, die unterwegs sind, können in mehr Reihenfolgen ankommen, als in den Speicher passen; was geholfen hätte, ist also nicht bekannt.
search-nearest-without-last = Ohne Aktion { $action } ist nichts unterwegs, und jedes Versprechen ist gehalten.
search-nearest-without = Ohne Aktion { $action } ist nichts unterwegs, und jedes Versprechen ist gehalten. Nach ihr bricht ein Versprechen, in welcher Reihenfolge die Nachrichten, die unterwegs sind, auch ankommen.
search-nearest-before-last = Vor Aktion { $action } gibt es noch eine Reihenfolge, in der alle Nachrichten, die unterwegs sind, ankommen und jedes Versprechen gehalten wird.
search-nearest-before = Nach Aktion { $action } bricht ein Versprechen, in welcher Reihenfolge die Nachrichten, die unterwegs sind, auch ankommen. Vor ihr gibt es noch eine Reihenfolge, in der alle ankommen und jedes Versprechen gehalten wird.
# Where it is not known that it is the nearest.
search-near = Einer, der hält
search-near-without = Ohne Aktion { $action } ist nichts unterwegs, und jedes Versprechen ist gehalten. Die Nachrichten späterer Schritte können in mehr Reihenfolgen ankommen, als in den Speicher passen; ein näherer ist also nicht ausgeschlossen.
search-near-before = Vor Aktion { $action } gibt es eine Reihenfolge, in der alle Nachrichten, die unterwegs sind, ankommen und jedes Versprechen gehalten wird. Die späterer Schritte können in mehr Reihenfolgen ankommen, als in den Speicher passen; ein näherer ist also nicht ausgeschlossen.
search-same = { $count ->
    [one] Aktion 1 ist dieselbe.
    [2] Aktionen 1 und 2 sind dieselben.
   *[other] Aktionen 1 bis { $count } sind dieselben.
 }
search-nothing-follows = Es ist nichts mehr unterwegs.
# Zeichen an einer Aktion, neben ihr.
search-broken = kaputt
search-differs = anders ab hier
search-instead = stattdessen
search-log-empty = leer
search-log-missing = fehlt
search-log-broken = hier kaputt
# Wie es um einen Server steht, neben seinem Namen.
search-down = aus
search-down-in-term = aus, Term { $term }
search-leads = Leader
search-leads-in-term = Leader von Term { $term }
search-in-term = Term { $term }
search-to = an

## Eine Aktion, in den Worten der Knöpfe auf der Seite.

action-client = Client an { $server }: { $text }
action-nominate = { $what } ernennen
action-deliver = { $what } zustellen
action-drop = { $what } verlieren
action-duplicate = { $what } verdoppeln
action-kill = { $what } abschießen
action-restart = { $what } neu starten
action-cut = { $what } trennen
action-heal = { $what } heilen
action-timeout = Timeout bei { $what }
action-heartbeat = Heartbeat von { $what }
action-resend = Noch einmal senden: { $what }
# Was ein Server sonst anbietet.
action-prompt = { $prompt }: { $what }

## Mach es selbst kaputt: eine Leiste unter dem Gespräch. Jede Aktion zählt.

challenge-title = { $most ->
    [one] Mach es selbst kaputt, mit { $most } Aktion
   *[other] Mach es selbst kaputt, mit höchstens { $most } Aktionen
 }
challenge-title-open = Mach es selbst kaputt
challenge-before-end = Wie viele Aktionen mindestens nötig sind, steht fest, wenn die Suche zu Ende ist. Anfangen kannst du schon vorher.
challenge-fewest-later = Wie viele mindestens nötig sind, steht fest, wenn die Suche zu Ende ist.
challenge-fewest-unknown = Wie viele mindestens nötig sind, ist nicht bekannt: Die Suche kam nicht bis ans Ende.
challenge-none = In diesen Grenzen geht nichts kaputt, sagt die Suche: Dazu braucht es etwas, das sie nicht zulassen.
challenge-reached-open = { $used ->
    [one] Kaputt mit { $used } Aktion.
   *[other] Kaputt mit { $used } Aktionen.
 }
challenge-nothing-from-here = Von hier aus geht in diesen Grenzen nichts mehr kaputt. Geh zurück und versuch es anders.
challenge-what = Derselbe Anfang, dieselben Grenzen. Jede Aktion zählt, auch Zustellungen; ein Hinweis verrät nur die nächste Aktion.
challenge-try = Versuch es
challenge-first-hint = Erster Hinweis
challenge-first-hint-title = Beginnt damit, dass die erste Aktion verraten ist
challenge-used = { $used ->
    [one] { $used } Aktion bisher
   *[other] { $used } Aktionen bisher
 }. Jede Aktion zählt, auch Zustellungen.
challenge-too-many = { $used } Aktionen bisher: Das sind mehr als { $most }. Geh zurück, und versuch es anders.
challenge-before = Es beginnt bei Schritt { $moment }.
challenge-elsewhere = Auf der Seite ist jetzt ein anderer Lauf.
challenge-go-back = Zurück zum Anfang
challenge-hint = Hinweis
challenge-leave = Aufhören
challenge-reached = { $used ->
    [one] Kaputt mit { $used } Aktion
   *[other] Kaputt mit { $used } Aktionen
 }: Kein Lauf in diesen Grenzen braucht weniger.
challenge-reached-longer = { $used ->
    [one] Kaputt mit { $used } Aktion
   *[other] Kaputt mit { $used } Aktionen
 }. Der kürzeste Lauf hat { $most }.
challenge-reached-shorter = { $used ->
    [one] Kaputt mit { $used } Aktion
   *[other] Kaputt mit { $used } Aktionen
 }, weniger als { $most }: Du hast etwas getan, was die Grenzen der Suche auslassen.
challenge-looking = Die nächste Aktion wird gesucht …
challenge-next = Als Nächstes: { $action }.
challenge-next-message = Als Nächstes: { $action }, von { $from } an { $to }.
challenge-too-late = { $most ->
    [one] Von hier aus geht es in diesen Grenzen nicht mehr mit { $most } Aktion kaputt. Geh zurück, und versuch es anders.
   *[other] Von hier aus geht es in diesen Grenzen nicht mehr mit insgesamt { $most } Aktionen kaputt. Geh zurück, und versuch es anders.
 }
challenge-unknown = Von hier aus ist zu viel anzusehen: Ob es noch kaputt gehen kann, ist nicht bekannt.

## Vorausschau: wie weit es durch jede Aktion bis zu einem gebrochenen Versprechen ist.

ahead-title = Vorausschau
ahead-switch = Beim Schritt vorausschauen
ahead-what = Sagt auf jedem Knopf der Seite, wie weit es durch seine Aktion bis zum nächsten gebrochenen Versprechen ist, in diesen Grenzen.
ahead-off = Ausschalten
ahead-looking = Es wird gesucht; bis zu { $count ->
    [one] { $count } Aktion
   *[other] { $count } Aktionen
 } ist alles bekannt.
ahead-playing = Während es läuft, schaut niemand voraus.
ahead-nothing-to-check = Jedes Versprechen ist schon gebrochen.
ahead-out-of-memory = Es ist zu viel anzusehen: nur bis zu { $count ->
    [one] { $count } Aktion
   *[other] { $count } Aktionen
 } ist alles bekannt.
ahead-none = Was auch zuerst geschieht: mit bis zu { $within ->
    [one] { $within } Aktion
   *[other] { $within } Aktionen
 } bricht kein Versprechen.
ahead-nearest = { $count ->
    [one] Eine Aktion genügt, um ein Versprechen zu brechen.
   *[other] { $count } Aktionen genügen, um ein Versprechen zu brechen.
 }
ahead-key = Die Zahl auf einem Knopf: wie viele Aktionen es braucht, um ein Versprechen zu brechen, diese zuerst. { $far }: keines mit bis zu { $within }.
ahead-bounds = Nach der ersten Aktion gibt es höchstens: { $bounds }. Zustellungen und Neustarts darf es beliebig viele geben.
ahead-only-deliveries = Nach der ersten Aktion kommen nur noch Nachrichten an, und abgestürzte Server starten neu.
ahead-mark-none = keines bis zu { $within } Aktionen weit
ahead-soonest = Durch welche Aktion das nächste gebrochene Versprechen nah ist
ahead-at-once = bricht sofort eines
ahead-in = bricht eines mit { $count } Aktionen
ahead-others = { $count ->
    [one] Durch { $count } andere Aktion
   *[other] Durch { $count } andere Aktionen
 }: keines bis zu { $within } Aktionen weit.
ahead-message = { $action }, { $from } an { $to }

## Was mit einem Raum aufbewahrt wird, damit ein Neuladen nichts davon verliert.

kept-strange = { $found } steht da, wo ein Wort wie „writes“ und eine Zahl von 0 bis 9 erwartet wurden.
kept-no-moment = sie beginnt bei Schritt { $moment }, und ihr Lauf hat { $count }.
kept-unreadable = Hier war eine Herausforderung oder die Vorausschau offen, aber was davon aufbewahrt ist, ist nicht zu lesen: { $why }
kept-forget = Vergessen
