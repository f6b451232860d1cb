# Wie Protokolle heißen, was Server unter ihnen zueinander sagen, und wozu jede Zustellung führte.

## Wie die Protokolle heißen, und was jedes in einem Satz ist.

ask-length-title = Länge erfragen
ask-length-summary = Der Leader fragt, wie lang jedes Log ist, und sendet, was über diese Länge hinausgeht, ohne einen einzigen Eintrag zu vergleichen.
walk-back-title = Rückwärts gehen (Raft-Paper)
walk-back-summary = Der Leader bietet seinen letzten Eintrag an und nennt den davor; wem der fehlt, der sagt Nein, und der Leader geht einen Eintrag zurück. Er beginnt mit seinem letzten Eintrag, wie der Artikel es erzählt; das Paper beginnt danach (bei 11 in Abbildung 7).
walk-back-with-hints-title = Rückwärts mit Hinweisen
walk-back-with-hints-summary = Wie im Paper, aber wer Nein sagt, sagt auch, wo sein abweichender Term beginnt oder sein Log endet, und der Leader geht gleich dorthin. Er beginnt mit seinem letzten Eintrag, wie der Artikel es erzählt.
raft-title = Raft
raft-summary = Die Server wählen mit Mehrheit einen Leader, und „erledigt“ heißt, dass eine Mehrheit den Eintrag auf ihren Platten hat, sodass er keinem späteren Leader fehlt. Jede Regel lässt sich ausschalten, um zu sehen, wozu sie da ist.

## Was ein Server anbietet: auf einem Knopf, vor dem Namen des Servers. „Timeout dick“, „Erneut senden dick“.

prompt-timeout = Timeout
prompt-heartbeat = Heartbeat
prompt-resend = Erneut senden

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
length-tell-1 = Ich habe { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }.
length-tell-2 = Ich habe { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }, schön der Reihe nach.
length-tell-3 = Ich habe { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } auf meiner Platte.
length-tell-4 = Ich habe { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }, mehr nicht.
length-tell-5 = Ich habe { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }, wohlbehalten.
length-level = Ah, du hast mindestens so viel wie ich.
length-full = Tut mir leid, meine Platte ist voll. Ich konnte sie nicht behalten.

## Länge erfragen: ein paar Worte neben einer Nachricht.

length-no-full = nein: Platte ist voll
length-note-longer = länger, und bleibt so
length-note-counted = gezählt, nicht verglichen

## Länge erfragen: was ein Server tat, und warum.

length-asked = { $own } hält sich jetzt für den Leader und fragt { $others ->
    [1] den einen anderen Server, wie viel vom Log er hat
   *[other] die { $others } anderen, wie viel vom Log sie haben
 }.
length-asked-nobody = { $own } hält sich jetzt für den Leader; sonst ist niemand da, den er fragen könnte.
length-told = { $own } zählt { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } auf seiner Platte und sagt es { $peer }.
length-found-behind = { $peer } hat { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }, { $own } hat { $length }, also sendet { $own } { $range }.
length-found-level = { $peer } hat { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }, { $own } hat { $length }: mindestens so viel, also hält { $own } { $peer } für gleichauf. Niemand hat die Einträge verglichen.
length-caught-up = { $own } hatte { $before }, hängt { $count ->
    [one] den einen Eintrag an, den { $from } gesendet hat, wendet ihn an
   *[other] die { $count } Einträge an, die { $from } gesendet hat, wendet sie an
 } und hat jetzt { $total }.
length-no-room = { $own } hat keinen Platz für { $count ->
    [one] den { $count } Eintrag, den { $from } gesendet hat, also behält er ihn nicht
   *[other] die { $count } Einträge, die { $from } gesendet hat, also behält er keinen davon
 } und sagt es.
length-was-level = { $own } hört, dass er mindestens so viel Log hat wie { $from }. Mehr ist nicht zu sagen.
length-was-thanked = { $own } hört den Dank von { $from }. Mehr ist nicht zu sagen.
length-was-turned-down = { $own } hört, dass die Platte von { $from } voll ist. Von selbst versucht er es nicht noch einmal.

## Einträge eines Leaders, ob rückwärts gegangen wird oder unter Raft: was Server zueinander sagen.

append-says-empty = Mein Log ist leer. Folgst du mir?
append-says-nothing-new = Nichts Neues nach meinem Eintrag { $index } aus Term { $term }.
append-says-first = { $count ->
    [1] Eintrag { $first }
    [2] Einträge { $first } und { $last }
   *[other] Einträge { $first } bis { $last }
 }, ganz von Anfang an.
append-says-after = { $count ->
    [1] Eintrag { $first }
    [2] Einträge { $first } und { $last }
   *[other] Einträge { $first } bis { $last }
 }, nach meinem Eintrag { $index } aus Term { $term }.
append-says-follow = Ja. Danke.
append-says-agree = Danke. Bis Eintrag { $index } sind wir uns einig.
append-says-leads-itself = Tut mir leid, in Term { $term } bin ich selbst der Leader.
append-says-old-term = Tut mir leid, dieser Term ist vorbei. Ich bin in Term { $term }.
append-says-lacks-all = Tut mir leid, mein Log ist leer.
append-says-too-short = Tut mir leid, ich habe nur { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }.
append-says-other-term = Tut mir leid, meiner ist aus Term { $term }, und der beginnt hier bei { $first }.
append-says-not-after = Tut mir leid, nicht nach deinem Eintrag { $index }.

## Dasselbe: ein paar Worte neben einer Nachricht.

append-no-old-term = nein: der Term ist vorbei
append-no-too-short = nein: hat keinen Eintrag { $index }
append-no-other-term = nein: anderer Eintrag { $index }
append-no-leads-itself = nein: ist dort selbst Leader
append-note-ignored = übergangen: aus Term { $term }
append-note-nothing-new = nichts Neues
append-note-disk-full = keine Antwort: Platte voll
append-note-removes = entfernt { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }
append-note-unlike = gleiche Terms, andere Einträge

## Dasselbe: was ein Server tat, und warum.

append-silent = Die Platte von { $own } ist voll, und was sich nicht schreiben lässt, darf nicht beantwortet werden: { $own } behält nichts von der Nachricht, die { $from } gesendet hat, und sagt nichts.
append-refused-old-term = { $own } ist in Term { $own_term } und sagt Nein zu dem, was { $from } in Term { $term } sendet, denn der ist vorbei.
append-refused-too-short = { $own } sagt Nein: Die Einträge kommen nach Eintrag { $index } von { $from }, und { $own } hat { $count ->
    [0] gar keine Einträge
    [one] nur { $count } Eintrag
   *[other] nur { $count } Einträge
 }. { $from } wird zurückgehen müssen.
append-refused-other = { $own } sagt Nein: Eintrag { $index } von { $from } ist aus Term { $term }, der eigene ist { $operation } aus Term { $own_term }. { $from } wird zurückgehen müssen.
append-follows = { $own } folgt { $from }. Es ist nichts anzuhängen.
append-accepted = { $fits }: { $done }.
append-done-nothing = es ist nichts anzuhängen
append-done-unlike = { $own } hat dort Einträge aus denselben Terms und hält sie für die von { $from }, obwohl sie es nicht sind
append-done-known = { $own } hat schon, was { $from } gesendet hat
append-done-appended = { $own } hängt { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } an
append-matched-nothing-new = { $peer } sagt Ja; das ist für { $own } nichts Neues.
append-matched-all = Für { $own } stimmt { $peer } jetzt bis Eintrag { $index } überein, dem letzten.
append-matched = Für { $own } stimmt { $peer } jetzt bis Eintrag { $index } von { $last } überein.
append-went-back = { $why }, also geht { $own } um { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } zurück und sendet { $range }.
append-why-lacks-all = { $peer } hat gar keine Einträge
append-why-too-short = { $peer } hat nur { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }
append-why-other-term = Eintrag { $index } von { $peer } ist aus Term { $term }, der dort bei { $first } beginnt
append-late-no = Das Nein von { $peer } gilt einer Nachricht, über die { $own } hinaus ist, also ändert es nichts.
append-leads-no-more = { $own } ist nicht mehr Leader, also ändert die Antwort von { $peer } nichts.

## Rückwärts gehen, mit und ohne Hinweise: ein paar Worte neben einer Nachricht.

walk-note-leads-no-more = übergangen: nicht mehr Leader
walk-note-gives-up = nicht mehr Leader: es gibt Term { $term }

## Dasselbe: was ein Server tat, und warum.

walk-leads-alone = { $own } ist der Leader von Term { $term }; sonst ist niemand da, dem er es sagen könnte.
walk-leads-with-nothing = { $own } ist der Leader von Term { $term } und fragt { $others ->
    [1] den anderen Server, ob er folgt
   *[other] die { $others } anderen, ob sie folgen
 }.
walk-leads = { $own } ist der Leader von Term { $term } und bietet Eintrag { $index }, seinen letzten, { $others ->
    [1] dem anderen Server
   *[other] den { $others } anderen
 } an.
walk-resent-nothing = { $own } glaubt, dass niemand zurückliegt, und sendet nichts.
walk-resent = { $own } sendet noch einmal an { $behind }, von dort an, wo { $count ->
    [1] er ihn vermutet
   *[other] er jeden von ihnen vermutet
 }.
walk-silent-gives-up = { $own } hört von { $from } aus Term { $term }, einem späteren, und ist nicht mehr Leader. Seine Platte ist voll, also kann er diesen Term nicht übernehmen und sagt nichts.
walk-fits-first = Diese Einträge sind die ersten, und davor kann nichts anders sein
walk-fits = Eintrag { $index } ist bei beiden aus Term { $term }
walk-done-replaced = { $own } entfernt { $removed ->
    [one] { $removed } eigenen Eintrag
   *[other] { $removed } eigene Einträge
 }, von da an, wo sie sich widersprechen, und hängt { $appended ->
    [one] { $appended } Eintrag
   *[other] { $appended } Einträge
 } an. Jemand kann gelesen haben, was jetzt weg ist: Darum gibt es in Raft den Commit
walk-matched-beyond = { $own } glaubt, dass { $peer } bis Eintrag { $index } übereinstimmt, obwohl das eigene Log jetzt bei { $last } endet: Das sagen Antworten aus der Zeit, bevor es gelöscht wurde.
walk-why-lacks = { $peer } hat Eintrag { $index } von { $own } nicht, { $operation }
walk-why-lacks-lost = { $peer } hat Eintrag { $index } nicht, den { $own } selbst verloren hat
walk-ignored-old-term = Die Antwort von { $peer } ist aus Term { $term }, und { $own } ist in Term { $own_term }: Was damals stimmte, kann jetzt falsch sein, also übergeht { $own } sie.
walk-took-term = { $peer } ist in Term { $term }, einem späteren: { $own } übernimmt ihn auch.
walk-took-term-leading = { $peer } ist in Term { $term }, einem späteren: { $own } ist nicht mehr Leader.

## Raft: was Server zueinander sagen.

raft-says-ask-with-nothing = Stimmst du in Term { $term } für mich? Mein Log ist leer.
raft-says-ask = Stimmst du in Term { $term } für mich? Mein Log endet mit Eintrag { $index } aus Term { $last_term }.
raft-says-yes = Ja, in Term { $term } stimme ich für dich.
raft-says-voted-for-itself = Tut mir leid, in Term { $term } habe ich für mich selbst gestimmt.
raft-says-voted-already = Tut mir leid, in Term { $term } habe ich schon gestimmt.
raft-says-has-newer-log = Tut mir leid, mein Log ist neuer: Es endet mit Eintrag { $index } aus Term { $term }.
raft-says-leads = Ich bin der Leader von Term { $term }.
raft-says-leads-up-to = Ich bin der Leader von Term { $term }. Du müsstest mein Log bis Eintrag { $index } haben.

## Raft: ein paar Worte neben einer Nachricht.

raft-no-voted-for-itself = nein: stimmte für sich selbst
raft-no-voted-already = nein: hat schon gestimmt
raft-no-has-newer-log = nein: hat ein neueres Log
raft-note-gives-up = gibt auf: Term { $term }
raft-note-votes = { $votes } von { $needed }
raft-note-counts-no-more = zählt nicht mehr
raft-note-leads-no-more = ist nicht mehr Leader
raft-note-non-voter = wählt nicht mit
raft-note-two-leaders = zwei Leader in Term { $term }

## Raft: was ein Server tat, und warum.

raft-took-term = { $peer } ist in Term { $term }, einem späteren: { $own } übernimmt ihn. { $did }
raft-took-term-leading = { $peer } ist in Term { $term }, einem späteren: { $own } übernimmt ihn und ist nicht mehr Leader. { $did }
raft-took-term-standing = { $peer } ist in Term { $term }, einem späteren: { $own } übernimmt ihn und steht nicht mehr zur Wahl. { $did }
raft-stood-alone = { $own } stimmt in Term { $term } für sich selbst. Eine Stimme genügt hier: Er ist Leader.
raft-stood-without-vote = Nach dem eigenen Log wählt { $own } nicht mehr mit, aber er weiß nicht, ob das committet ist, und sein Log kann das sein, was den anderen fehlt. Also stellt er sich in Term { $term } zur Wahl und fragt { $peers ->
    [one] { $peers } Server, der mitwählt
   *[other] { $peers } Server, die mitwählen
 }. Seine eigene Stimme zählt nicht.
raft-stood = { $own } stellt sich in Term { $term } zur Wahl, stimmt für sich selbst und fragt { $peers ->
    [one] { $peers } anderen, der mitwählt
   *[other] { $peers } andere, die mitwählen
 }.
raft-could-not-stand = { $own } würde sich zur Wahl stellen, aber { $reason }
raft-voted = { $own } stimmt in Term { $term } für { $peer }: Erst schreibt er es auf seine Platte, dann sagt er es.
raft-voted-for-itself = { $own } sagt Nein zu { $peer }: In Term { $term } stimmt er für sich selbst.
raft-voted-already = { $own } sagt Nein zu { $peer }: In Term { $term } hat er für { $other } gestimmt.
raft-has-newer-log = { $own } sagt Nein zu { $peer }, dessen Log { $index ->
    [0] leer ist
   *[other] mit Eintrag { $index } aus Term { $term } endet
 }; das eigene { $own_index ->
    [0] ist leer
   *[other] endet mit Eintrag { $own_index } aus Term { $own_term }
 }, also könnte { $peer } etwas fehlen, was committet ist.
raft-counted = { $own } hat { $votes } der { $needed } Stimmen, die er braucht, denn { $peer } sagt jetzt Ja.
raft-counted-no-room = { $own } hat { $votes } der { $needed } Stimmen, die er braucht, denn { $peer } sagt jetzt Ja; aber auf seiner Platte ist kein Platz für den Eintrag, mit dem er anfangen würde, also wird er nicht Leader.
raft-counted-leads = { $own } hat { $votes } der { $needed } Stimmen, die er braucht, denn { $peer } sagt jetzt Ja: Er ist Leader.
raft-counted-again = Das Ja von { $peer } ist schon gezählt, also hat { $own } { $votes } der { $needed } Stimmen, die er braucht.
raft-counted-again-no-room = Das Ja von { $peer } ist schon gezählt, also hat { $own } { $votes } der { $needed } Stimmen, die er braucht; aber auf seiner Platte ist kein Platz für den Eintrag, mit dem er anfangen würde, also wird er nicht Leader.
raft-counted-again-leads = Das Ja von { $peer } ist schon gezählt, also hat { $own } { $votes } der { $needed } Stimmen, die er braucht: Er ist Leader.
raft-heard-no = { $peer } sagt Nein zu { $own }, was nichts ändert.
raft-heard-non-voter = Nach dem Log von { $own } wählt { $peer } nicht mit, also zählt seine Antwort nicht.
raft-late-yes = { $own } steht nicht mehr zur Wahl, also ändert das Ja von { $peer } nichts.
raft-late-no = { $own } steht nicht mehr zur Wahl, also ändert das Nein von { $peer } nichts.
raft-beat-nobody = { $own } ist Leader, und sonst ist niemand da, dem er es sagen könnte.
raft-beat = { $own } sagt { $peers ->
    [one] { $peers } anderen, der mitwählt, dass er Leader ist, mit dem, was diesem
   *[other] { $peers } anderen, die mitwählen, dass er Leader ist, mit dem, was ihnen
 } fehlt, soweit er weiß.
raft-wrote-alone = { $own } schreibt Eintrag { $index }. Er ist sofort committet, denn { $own } ist allein schon eine Mehrheit.
raft-wrote = { $own } schreibt Eintrag { $index } und sendet ihn an { $peers ->
    [one] { $peers } anderen, der mitwählt
   *[other] { $peers } andere, die mitwählen
 }.
raft-asks-a-majority = Inzwischen kann ein anderer Leader sein, also fragt { $own } { $peers ->
    [one] { $peers } anderen, der mitwählt
   *[other] { $peers } andere, die mitwählen
 }, bevor er antwortet.
raft-silent-gives-up = { $own } hört von { $from } aus Term { $term }, einem späteren, und folgt von jetzt an. Seine Platte ist voll, also kann er diesen Term nicht übernehmen und sagt nichts.
raft-met-leader = { $own } ist Leader von Term { $term }, und { $from } auch, was nicht sein kann: { $own } sagt Nein und ändert nichts.
raft-follows = { $from } wurde gewählt, also folgt { $own }. { $did }
raft-fits-first = Vor diesen Einträgen kann nichts anders sein
raft-fits = { $own } hält Eintrag { $index } von { $from } für den eigenen
raft-done-removed = { $own } entfernt { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } vom Ende seines Logs
raft-done-replaced = { $own } entfernt { $removed ->
    [one] { $removed } eigenen Eintrag
   *[other] { $removed } eigene Einträge
 }, von da an, wo sie sich widersprechen, und hängt { $appended ->
    [one] { $appended } Eintrag
   *[other] { $appended } Einträge
 } an
raft-why-not-after = { $peer } nimmt keine Einträge nach { $index } an
raft-ignored-old-term = Die Antwort von { $peer } ist aus Term { $term }, der für { $own } vorbei ist: Was damals stimmte, kann jetzt falsch sein, also übergeht { $own } sie.
raft-ignored-later-term = { $peer } ist in Term { $term }, einem späteren, aber { $own } ist Leader und hört nicht darauf.
