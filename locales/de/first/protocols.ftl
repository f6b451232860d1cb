# Wie die Protokolle heißen, und was Server auf dem ersten Bildschirm sagen. Siehe ../protocols.ftl.

## Wie die Protokolle heißen, und was jedes in einem Satz ist.

ask-length-title = Länge erfragen
ask-length-summary = Der Leader fragt, wie lang jedes Log ist, und sendet, was über diese Länge hinausgeht, ohne einen einzigen Eintrag zu vergleichen.
walk-back-title = Rückwärts gehen (Raft-Paper)
walk-back-summary = Der Leader bietet seinen letzten Eintrag an und nennt den davor; wem der fehlt, der sagt Nein, und der Leader geht einen Eintrag zurück. Er beginnt mit seinem letzten Eintrag, wie der Artikel es erzählt; das Paper beginnt danach (bei 11 in Abbildung 7).
walk-back-with-hints-title = Rückwärts mit Hinweisen
walk-back-with-hints-summary = Wie im Paper, aber wer Nein sagt, sagt auch, wo sein abweichender Term beginnt oder sein Log endet, und der Leader geht gleich dorthin. Er beginnt mit seinem letzten Eintrag, wie der Artikel es erzählt.
raft-title = Raft
raft-summary = Die Server wählen mit Mehrheit einen Leader, und „erledigt“ heißt, dass eine Mehrheit den Eintrag auf ihren Platten hat, sodass er keinem späteren Leader fehlt. Jede Regel lässt sich ausschalten, um zu sehen, wozu sie da ist.

## Länge erfragen: was Server zueinander sagen.

length-ask = Wie viel vom Log hast du?
length-tell-none-1 = 0 Einträge. Ich bin gerade erst gekommen.
length-tell-none-2 = 0 Einträge. Mir schreibt niemand.
length-tell-none-3 = 0 Einträge, fürchte ich.
length-tell-none-4 = 0 Einträge, aber ich bin ganz Ohr.
length-tell-none-5 = 0 Einträge. Ich habe gut geschlafen, danke.
length-send = Oh, dir fehlt noch etwas: { $range }! Bitte sehr.
length-thanks-1 = Danke, ich bin auf dem Stand.
length-thanks-2 = Danke! Endlich Gesellschaft.
length-thanks-3 = Danke, sehr freundlich.
length-thanks-4 = Danke, alle sind aufgeschrieben.
length-thanks-5 = Danke, jetzt bin ich auf dem Stand.

## Länge erfragen: was ein Server tat, und warum.

length-asked = { $own } hält sich jetzt für den Leader und fragt { $others ->
    [1] den einen anderen Server, wie viel vom Log er hat
   *[other] die { $others } anderen, wie viel vom Log sie haben
 }.
