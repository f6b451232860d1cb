# Der Dialog mit dem Lauf als Text.

script-title = Skript
script-says = Der ganze Lauf: ein Anfang, dann eine Aktion je Zeile. Ändere ihn, wie du willst.
script-field = Der Text des Laufs
script-copy = Kopieren
script-copied = Kopiert
script-run = Ausführen
script-close = Schließen

## Was geschrieben werden kann, mit einem Beispiel für jede Zeile. Die Befehle darin werden nicht übersetzt.

lines-title = Was hier stehen kann
lines-says = Ein Anfang und dann, was geschieht, jeweils eine Zeile. Jede Lektion ist so ein Text: Öffne eine, und hier steht, wie sie gemacht ist.
line-head = Der Anfang
line-story = Zeilen vor allen anderen sind die Geschichte. *word* wird erklärt, wenn die Hilfe das Wort kennt.
line-title = Der Titel.
line-protocol = ask_length, walk_back, walk_back_with_hints oder raft. Ohne diese Zeile kommt kein Text aus.
line-without = Eine Regel des Protokolls, die ausgeschaltet ist. Schalte sie unter Regeln aus, und hier steht ihre Zeile.
line-servers = Wer da ist und läuft.
line-voters = Wer am Anfang mitwählt, unter raft; ohne diese Zeile alle.
line-disk = Ein Eintrag, der von Anfang an auf einer Platte liegt: sein Term, dann sein Befehl. Eine Zeile für jeden, der Reihe nach.
line-term = Der aktuelle Term eines Servers, wenn er höher ist als der seiner Einträge.
line-actions = Was geschieht
line-step = Die älteste Nachricht, die unterwegs ist, kommt an; oder eine nach der anderen, bis nichts mehr unterwegs ist.
line-client = Der Client bittet einen Server um etwas. Er kann auch delete b, show, show_log und youre_the_leader sagen, und unter raft add_server bob und remove_server bob.
line-prompt = Was das Protokoll des Servers anbietet: unter raft einen Timeout und, wenn er Leader ist, einen Heartbeat; wo Leader rückwärts gehen, resend.
line-deliver = Die Nachricht mit dieser Nummer kommt an, geht verloren oder ist zweimal da.
line-kill = Ein Server verliert seinen Arbeitsspeicher und kommt von seiner Platte zurück; oder alle, bei einem Stromausfall.
line-cut = Zwischen den beiden kommt keine Nachricht mehr durch; dann wieder.
line-full = Die Platte hat keinen Platz mehr; dann wieder.
line-by-hand = Was jemand mit der Platte eines Servers tut, der nicht läuft: sie leeren, 2 Einträge behalten, einen beschädigen, einen anfügen, den Term setzen.
line-start = Ein neuer Server startet.
line-calm = Es geht 100 Momente lang von selbst weiter, an einem ruhigen Tag oder im Sturm. 7 ist der Startwert: Derselbe bringt denselben Lauf.
line-lesson = Eine Lektion
line-tell = Ein Absatz, der in diesem Moment kommt.
line-question = Eine Frage nach der Aktion, die als Nächstes kommt. Die Seite findet die Antwort und andere zur Auswahl.
line-goal = Ein Ziel für den Leser, von hier an; am besten die letzte Zeile. Die Seite sieht, wann es erreicht ist.
line-hint = Ein Hinweis zur Frage oder zum Ziel davor.
line-opens = Die Lektion öffnet in diesem Moment und nicht am Anfang.
example-story = Alles ist still. Was, wenn ein *Leader* stirbt?
example-title = Eine stille Nacht
example-tell = tom schläft.
example-hint = Sieh auf harrys Platte.
