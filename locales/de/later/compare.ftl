# Die Ansicht nebeneinander: ein Start und ein Ärger unter mehreren Protokollen.

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
