# Die Ansicht nebeneinander: ein Start und ein Ärger unter mehreren Protokollen.

## Was gewählt wird.

compare-title = Nebeneinander
compare-what = Ein Start, ein Ärger, und was jedes Protokoll daraus macht.
compare-close = Schließen
compare-start = Start
compare-start-of-page = Der Start des Laufs auf der Seite
compare-start-own = Dein eigener
compare-behind = Rückstand
compare-behind-now = { $behind } von { $limit } Einträgen
compare-protocols = Protokolle
compare-two-stay = Zwei müssen bleiben.
compare-texts = Start und Ärger als Text
compare-start-text = Text des Starts
compare-start-hint = Ein Kopf: die Server, und was auf ihren Platten liegt.
compare-trouble = Ärger
compare-trouble-hint = Aktionen ohne Nummern von Nachrichten, denn die sind in jedem Protokoll andere.
compare-run = Diese Texte laufen lassen
compare-not-shown-yet = Die Spalten zeigen diese Texte noch nicht.

## Die Leiste, die alle Spalten bewegt.

compare-all-to-start = Alle zum Anfang
compare-all-back = Alle zurück
compare-all-step = Alle weiter
compare-all-to-end = Alle zum Ende
compare-steps = Schritte von allen
compare-moment = Moment von allen
compare-step = Schritt { $moment } von { $last }.
compare-step-last = Schritt { $moment } von { $last }. Alle sind am Ende.
compare-step-ended = Schritt { $moment } von { $last }. { $titles } { $count ->
    [one] ist
   *[other] sind
 } am Ende.

## Eine Spalte: was unter einem Protokoll geschieht.

compare-ended = Am Ende nach { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritten
 }
compare-nothing-happened = Das ist der Anfang: Noch ist nichts gesagt.
compare-messages = Nachrichten
compare-round-trips = Umläufe
compare-entries = Einträge
compare-bytes = Bytes
compare-costs = Was { $protocol } bisher kostet
compare-logs = Logs
compare-logs-show = von jedem Eintrag der Term, nach Index
compare-logs-under = Logs unter { $protocol }
compare-said = Nachrichten
compare-said-under = Nachrichten unter { $protocol }
compare-said-earlier = { $count } frühere, nicht gezeigt
compare-said-nothing = Noch nichts.
compare-end = Am Ende
compare-server = Server
compare-just-compared = gerade verglichen

## Was die Zeichen in den Logs heißen.

compare-marks = Zeichen in den Logs
compare-mark-differs = weicht vom Log des Leaders ab, ohne Leader vom längsten
compare-mark-surplus = überzählig: jenseits von dessen Ende
compare-mark-fresh = gerade angefügt

## Die Tabelle, was daraus wird.

compare-summary = Was es braucht, und was daraus wird
compare-protocol = Protokoll
compare-agree = Logs am Ende gleich
compare-agree-yes = Ja
compare-agree-more = Ja, aber jemand hat mehr
compare-agree-differ = Nein: Sie weichen voneinander ab
compare-agree-missing = Nein: Einträge fehlen
compare-agree-repeated = Nein: Einträge sind wiederholt
compare-least = minimal
compare-summary-hint = Nachrichten zwischen Servern, als Text, wie er gesendet wird. Wer schlecht endet, zählt für „minimal“ nicht mit.

## Das Diagramm: Nachrichten danach, wie weit ein Follower zurückliegt, und danach, wie viel abweicht.

compare-chart = Nachrichten, die ein Follower kostet
compare-chart-messages = Nachrichten
compare-chart-behind = Einträge, um die der Follower zurückliegt
compare-chart-conflicting = Einträge am Ende des Followers, die abweichen
compare-chart-behind-label = Diagramm: Nachrichten je nach den Einträgen, um die der Follower zurückliegt; die Zahlen stehen unten in einer Tabelle.
compare-chart-conflicting-label = Diagramm: Nachrichten je nach den Einträgen am Ende des Followers, die abweichen; die Zahlen stehen unten in einer Tabelle.
compare-chart-explained = Ein hohler Punkt: Am Ende sind die beiden Logs nicht gleich.
compare-chart-explained-wrong = Ein hohler Punkt: Am Ende sind die beiden Logs nicht gleich. { $titles } { $count ->
    [one] kostet gleich viel, wie viel auch abweicht, denn es sieht
   *[other] kosten gleich viel, wie viel auch abweicht, denn sie sehen
 } nie einen Eintrag an: billig, und falsch.
compare-chart-tables = Das Diagramm als Tabellen
compare-table-behind = Nachrichten danach, um wie viele Einträge der Follower zurückliegt
compare-table-conflicting = Nachrichten danach, wie viele Einträge abweichen
compare-table-behind-by = Rückstand
compare-table-conflicting-by = abweichend
compare-table-differ = Logs weichen ab

## Starts zur Auswahl.

start-behind = harry liegt um { $behind } zurück
start-same-length = Gleich lang, aber verschiedene Logs
start-ahead = Der Follower ist voraus
start-nominated-twice = Zweimal ernannt vor jeder Antwort
start-figure-7 = Abbildung 7 des Raft-Papers

## Was am Start oder am Ärger falsch ist.

found-action-in-start = gefunden eine Aktion im Start, erwartet im Ärger
found-message-number = gefunden { $line }, erwartet keine Nummern von Nachrichten, denn sie sind in jedem Protokoll andere
line-left-out = Zeile { $number }, { $line }, wurde ausgelassen: { $why }
