# Was versprochen und erhofft wird, was davon gefunden wurde, die Regeln, und wie ein Lauf anders gehen kann.

## Was Servern in einem Sturm zustößt.

trouble-kill = Ein Server wird abgeschossen
trouble-cut = Eine Verbindung wird getrennt
trouble-timeout = Ein Server stellt sich zur Wahl
trouble-change = Es ändert sich, wer mitwählt
trouble-write = Der Client schreibt
trouble-read = Der Client liest
trouble-lose = Eine Nachricht geht verloren
trouble-repeat = Eine Nachricht kommt doppelt

## Namen der Versprechen und Ziele.

property-logs-agree = Logs widersprechen sich nicht
property-log-matching = Logs passen zusammen
property-nothing-repeated = Nichts doppelt
property-everyone-has-everything = Alle haben alles
property-election-safety = Sichere Wahl
property-leader-append-only = Leader hängen nur an
property-leader-completeness = Leader haben alles
property-state-machine-safety = Alle wenden dasselbe an
property-writes-stay = Geschriebenes bleibt
property-reads-are-fresh = Gelesenes ist aktuell
property-somebody-was-elected = Ein Leader wurde gewählt
property-something-was-committed = Ein Eintrag wurde committet

## Solange alles gut ist.

kept-logs-agree = An keinem Index stehen auf laufenden Servern zwei verschiedene Einträge. Im Rückstand sein heißt nicht falsch sein.
kept-nothing-repeated = Jeder gesendete Eintrag steht an dem Index, den er beim Absender hatte.
kept-log-matching = Wo zwei Logs am selben Index einen Eintrag desselben Terms haben, sind sie bis dorthin gleich.
kept-election-safety = Kein Term hatte zwei Leader.
kept-leader-append-only = Kein Leader hat einen Eintrag aus seinem eigenen Log entfernt.
kept-leader-completeness = Wer Leader ist, hat alles, was in früheren Terms committet wurde.
kept-state-machine-safety = Niemand hat an einem Index eine andere Operation ausgeführt als die anderen.
kept-writes-stay = Alles, was einem Client als erledigt gemeldet wurde, ist noch da oder auf dem Weg dorthin.
kept-reads-are-fresh = Jede Leseanfrage wurde mit allem beantwortet, was vor ihr erledigt war.
kept-somebody-was-elected = Jemand wurde gewählt.
kept-something-was-committed = Etwas wurde committet.

## Was gefunden wurde.

finding-unequal = { $count ->
    [0] { $name } hat keine Einträge; { $gaps }.
    [one] { $name } hat { $count } Eintrag; { $gaps }.
   *[other] { $name } hat { $count } Einträge; { $gaps }.
 }
gap-lacks-all = { $count ->
    [one] { $names } hat keinen davon
   *[other] { $names } haben keinen davon
 }
finding-at-step = Bei Schritt { $moment }: { $says }
operation-of-term = { $operation } aus Term { $term }
finding-nobody-up = Kein Server läuft.
finding-nobody-registered = Es gibt noch keinen Server.
finding-nobody-elected-yet = Noch wurde niemand gewählt.
finding-nothing-committed-yet = Noch wurde nichts committet.
finding-disagree = Eintrag { $index } ist { $held }.
finding-disagree-later = Eintrag { $index } ist { $held }; { $later }.
held-on = { $entry } bei { $names }
finding-unmatched = { $one } und { $other } haben beide einen Eintrag aus Term { $term } am Index { $index }, aber es sind verschiedene Einträge.
finding-unmatched-before = { $one } und { $other } haben beide einen Eintrag aus Term { $term } am Index { $index }, aber ihre Logs unterscheiden sich davor, bei Eintrag { $differ_at }.
finding-repeated = Eintrag { $index } bei { $names }, { $operation }, war beim Absender Eintrag { $sender_index }.
finding-equal = { $count ->
    [1] Nur { $name } läuft, mit { $entries }.
    [2] Beide Logs sind gleich: { $entries }.
    [3] Alle drei Logs sind gleich: { $entries }.
    [4] Alle vier Logs sind gleich: { $entries }.
    [5] Alle fünf Logs sind gleich: { $entries }.
    [6] Alle sechs Logs sind gleich: { $entries }.
    [7] Alle sieben Logs sind gleich: { $entries }.
    [8] Alle acht Logs sind gleich: { $entries }.
    [9] Alle neun Logs sind gleich: { $entries }.
   *[other] Alle { $count } Logs sind gleich: { $entries }.
 }
finding-voters-equal = { $count ->
    [1] Von denen, die mitwählen, läuft nur { $name }; Länge des Logs: { $entries }.
    [2] Die Logs der beiden, die mitwählen, sind gleich: { $entries }.
    [3] Die Logs aller drei, die mitwählen, sind gleich: { $entries }.
    [4] Die Logs aller vier, die mitwählen, sind gleich: { $entries }.
    [5] Die Logs aller fünf, die mitwählen, sind gleich: { $entries }.
    [6] Die Logs aller sechs, die mitwählen, sind gleich: { $entries }.
    [7] Die Logs aller sieben, die mitwählen, sind gleich: { $entries }.
    [8] Die Logs aller acht, die mitwählen, sind gleich: { $entries }.
    [9] Die Logs aller neun, die mitwählen, sind gleich: { $entries }.
   *[other] Die Logs aller { $count }, die mitwählen, sind gleich: { $entries }.
 }
clauses-more = { $clauses }; { $clause }
gap-lacks = { $count ->
    [one] { $names } hat { $entries } nicht
   *[other] { $names } haben { $entries } nicht
 }
gap-differs = { $count ->
    [one] { $names } weicht ab Eintrag { $at } ab
   *[other] { $names } weichen ab Eintrag { $at } ab
 }
gap-longer = { $count ->
    [one] { $names } hat { $entries } mehr
   *[other] { $names } haben { $entries } mehr
 }
down-lacks-all = { $count ->
    [one] { $names } läuft nicht und hat keinen davon.
   *[other] { $names } laufen nicht und haben keinen davon.
 }
down-lacks = { $count ->
    [one] { $names } läuft nicht und hat { $entries } nicht.
   *[other] { $names } laufen nicht und haben { $entries } nicht.
 }
down-differs = { $count ->
    [one] { $names } läuft nicht und weicht ab Eintrag { $at } ab.
   *[other] { $names } laufen nicht und weichen ab Eintrag { $at } ab.
 }
down-longer = { $count ->
    [one] { $names } läuft nicht und hat { $entries } mehr.
   *[other] { $names } laufen nicht und haben { $entries } mehr.
 }

## Was gegen Versprechen spricht, die von Geschehenem handeln.

finding-incomplete = { $leader } ist Leader von Term { $term } und hat keinen solchen Eintrag, obwohl Eintrag { $index }, { $entry }, in Term { $then } committet wurde.
finding-incomplete-instead = { $leader } ist Leader von Term { $term } und hat dort { $instead }, obwohl Eintrag { $index }, { $entry }, in Term { $then } committet wurde.
finding-two-leaders = Term { $term } hatte zwei Leader: { $one } und { $other }.
finding-overwritten = { $name } war Leader und hat seinen eigenen Eintrag { $index }, { $entry }, entfernt.
finding-applied-otherwise = Am Index { $index } hat { $one } { $first } ausgeführt, { $other } aber { $second }.
finding-lost = { $name } hat Eintrag { $index }, { $entry }, entfernt, der einem Client als erledigt gemeldet war.
finding-replaced = Einem Client wurde gemeldet, Eintrag { $index } sei { $done }, aber committet wurde dort { $committed }.
finding-stale = { $name } hat „{ $text }“ ohne Eintrag { $index }, { $entry }, beantwortet, der vor der Anfrage erledigt war.

## Regeln, die sich ausschalten lassen: wie sie heißen und wozu sie gut sind.

rule-vote-on-disk = Stimmen stehen auf der Platte
rule-vote-on-disk-says = Eine Stimme wird aufgeschrieben, bevor sie abgegeben wird. So wählt ein Server, der abgeschossen wurde, im selben Term nicht noch einmal.
rule-vote-on-disk-without = bei einem Abschuss wird die Stimme vergessen
rule-one-vote-a-term = Eine Stimme je Term
rule-one-vote-a-term-says = Ein Server stimmt in einem Term für einen einzigen Kandidaten, damit nicht zwei eine Mehrheit bekommen.
rule-one-vote-a-term-without = jeder, dessen Log gut genug ist, bekommt ein Ja
rule-majority-of-votes = Die Mehrheit der Stimmen
rule-majority-of-votes-says = Ein Kandidat braucht mehr als die Hälfte der Stimmen, denn zwei Mehrheiten haben immer einen Server gemeinsam.
rule-majority-of-votes-without = ein Ja außer dem eigenen genügt; das zeigt sich erst bei vier oder mehr Servern
rule-up-to-date-check = Stimmen nur für aktuelle Logs
rule-up-to-date-check-says = Ein Server stimmt für niemanden, dessen Log hinter seinem zurückliegt. So hat der Leader alles, was committet ist.
rule-up-to-date-check-without = wer abstimmt, sieht sich die Logs nicht an
rule-previous-entry-check = Der Eintrag davor wird geprüft
rule-previous-entry-check-says = Ein Follower nimmt Einträge nur nach dem Eintrag an, der auch beim Leader vor ihnen steht. So sind Logs, die an einem Index übereinstimmen, bis dorthin gleich.
rule-previous-entry-check-without = Einträge kommen an den Index, den die Nachricht nennt, oder ans Ende des Logs, wenn das näher liegt
rule-cut-only-conflicts = Nur Widersprüche werden entfernt
rule-cut-only-conflicts-says = Ein Follower entfernt nur, was widerspricht, denn eine verspätete Nachricht darf nicht wegnehmen, was nach ihr kam.
rule-cut-only-conflicts-without = das Log endet mit dem letzten Eintrag jeder Nachricht; was danach kam, wird entfernt
rule-cut-only-conflicts-without-in-walk-back = das Log endet mit dem letzten Eintrag jeder Nachricht. So nimmt eine verspätete weg, was nach ihr kam, bis jemand noch einmal sendet
rule-old-terms-refused = Alte Terms werden abgewiesen
rule-old-terms-refused-says = Ein Follower nimmt keine Einträge von einem Leader an, dessen Term vorbei ist.
rule-old-terms-refused-without = Einträge eines früheren Terms werden angenommen, als wäre er nicht vorbei
rule-commit-only-when-accepted = Committen, was die Nachricht deckt
rule-commit-only-when-accepted-says = Ein Follower glaubt dem Commit-Index des Leaders nur so weit, wie er weiß, dass sein Log das des Leaders ist.
rule-commit-only-when-accepted-without = ein Follower committet, was er bis zum Commit-Index des Leaders hat, auch wenn die Einträge nicht passten
rule-commit-own-term-only = Nur eigene Terms committen
rule-commit-own-term-only-says = Ein Leader zählt die Server nur bei Einträgen seines eigenen Terms: Ein älterer Eintrag kann auch bei einer Mehrheit noch ersetzt werden.
rule-commit-own-term-only-without = das Zählen allein committet Einträge früherer Terms. Das zeigt sich nur ohne no_op_first: Mit jedem älteren Eintrag kommt sonst ein no_op mit, und wer es hat, liegt vor allen, die es nicht haben
rule-no-op-first = Zuerst ein no_op
rule-no-op-first-says = Ein neuer Leader schreibt einen Eintrag, der nichts ändert, damit mit ihm committet werden kann, was er in seinem Log vorfand.
rule-no-op-first-without = ein neuer Leader schreibt von sich aus nichts, und alte Einträge und Leseanfragen warten auf den nächsten Eintrag
rule-answer-after-commit = Erledigt heißt committet
rule-answer-after-commit-says = Ein Client hört „erledigt“, sobald sein Eintrag committet ist: Vorher kann der Eintrag verloren gehen.
rule-answer-after-commit-without = der Client hört „erledigt“, sobald der Leader den Eintrag hat
rule-reads-ask-a-majority = Lesen fragt eine Mehrheit
rule-reads-ask-a-majority-says = Ein Leader vergewissert sich, dass er noch Leader ist, bevor er eine Leseanfrage beantwortet: Inzwischen kann es ein anderer sein.
rule-reads-ask-a-majority-without = ein Leader beantwortet Leseanfragen aus seinem Store
rule-change-after-own-entry = Änderungen warten auf einen eigenen Eintrag
rule-change-after-own-entry-says = Ein Leader ändert erst, wer mitwählt, wenn ein Eintrag seines eigenen Terms committet ist. So kann keine andere Änderung mehr zurückkommen.
rule-change-after-own-entry-without = ein neuer Leader ändert sofort, wer mitwählt
rule-one-change-at-a-time = Eine Änderung nach der anderen
rule-one-change-at-a-time-says = Die nächste Änderung daran, wer mitwählt, wartet, bis die letzte committet ist: Nur benachbarte Konfigurationen haben in jeder Mehrheit einen Server gemeinsam.
rule-one-change-at-a-time-without = Änderungen überlappen sich
rule-step-down-for-later-terms = Spätere Terms beenden eine Amtszeit
rule-step-down-for-later-terms-says = Ein Leader, der in einer Antwort von einem späteren Term hört, ist nicht mehr Leader.
rule-step-down-for-later-terms-without = ein Leader überhört spätere Terms in Antworten: Er nimmt weiter Anfragen an, die ewig warten, und wer den späteren Term hat, wird nicht auf den neuesten Stand gebracht

## „Zeig es mir“: ein Lauf ohne eine Regel, in dem etwas bricht, wie er heißt und was er erzählt.

rule-vote-on-disk-run = Eine Stimme, die vergessen wurde
rule-vote-on-disk-run-story = every stimmt für dick, wird abgeschossen und stimmt im selben Term noch einmal.
rule-one-vote-a-term-run = Zwei Stimmen in einem Term
rule-one-vote-a-term-run-story = every stellt sich zur Wahl und stimmt trotzdem auch für tom: Beide bekommen zwei von drei Stimmen.
rule-majority-of-votes-run = Zwei von vieren
rule-majority-of-votes-run-story = dick und every finden je einen weiteren Server, der für sie stimmt: Zwei von vieren sind keine Mehrheit.
rule-up-to-date-check-run = Ein Leader, dem etwas fehlt
rule-up-to-date-check-run-story = tom hat Eintrag 1 mit dick committet. Das Log von every ist leer, und er bekommt trotzdem toms Stimme.
rule-previous-entry-check-run = Einträge am falschen Platz
rule-previous-entry-check-run-story = Ein Eintrag kommt ans Ende eines Logs, das zu früh endet, und wird für einen anderen gehalten.
rule-previous-entry-check-run-story-in-walk-back = tom hat keinen Eintrag 1, nimmt Eintrag 2 trotzdem an und hält ihn für seinen ersten.
rule-cut-only-conflicts-run = Eine verspätete Nachricht schneidet ab
rule-cut-only-conflicts-run-story = Eine Nachricht von vor dem Schreiben kommt verspätet an und nimmt weg, was nach ihr kam, obwohl es schon gezählt ist.
rule-commit-only-when-accepted-run = Committet, aber was?
rule-commit-only-when-accepted-run-story = Ein Follower hat an einem Index, den der Leader committet hat, einen anderen Eintrag als dieser, und wendet ihn an.
rule-commit-own-term-only-run = Abbildung 8
rule-commit-own-term-only-run-story = Ein Eintrag eines früheren Terms liegt bei einer Mehrheit, gilt als committet und wird von einem Leader ersetzt, der ihn nie hatte.
rule-answer-after-commit-run = Zu früh erledigt
rule-answer-after-commit-run-story = dick sagt „erledigt“ zu dem, was nur er hat. Danach wird every Leader, und der Eintrag verschwindet.
rule-reads-ask-a-majority-run = Eine veraltete Antwort
rule-reads-ask-a-majority-run-story = every hat etwas Geschriebenes committet. Danach ist dick Leader und hat den Eintrag, beantwortet aber eine Leseanfrage, bevor er weiß, dass der Eintrag committet ist.
rule-change-after-own-entry-run = Zwei Änderungen, die nichts voneinander wissen
rule-change-after-own-entry-run-story = Eine Änderung eines früheren Leaders steht noch in einem Log, wenn der nächste Leader von denen aus, die davor mitwählten, eine andere macht.
rule-one-change-at-a-time-run = Zwei Änderungen zugleich
rule-one-change-at-a-time-run-story = every lässt zwei nicht mehr mitwählen, bevor die erste Änderung committet ist, und ist allein eine Mehrheit; tom und dick sind noch immer auch eine.
rule-step-down-for-later-terms-run = Ein Leader, der nicht zuhört
rule-step-down-for-later-terms-run-story = dick stellte sich allein zur Wahl und hat einen späteren Term. every überhört ihn in dicks Antworten, sodass kein Heartbeat dick den Eintrag bringt.

## Woher eine Regel kommt.

section-5-1 = Raft-Paper, Abschnitt 5.1
section-5-2 = Raft-Paper, Abschnitt 5.2
section-5-3 = Raft-Paper, Abschnitt 5.3
section-5-6 = Raft-Paper, Abbildung 2 und Abschnitt 5.6
section-5-4-1 = Raft-Paper, Abschnitt 5.4.1
section-5-4-2 = Raft-Paper, Abschnitt 5.4.2 und Abbildung 8
section-figure-2 = Raft-Paper, Abbildung 2
section-8 = Raft-Paper, Abschnitt 8
section-dissertation-4-1 = Dissertation, 4.1
section-dissertation-6-4 = Raft-Paper, Abschnitt 8, und Dissertation, 6.4
section-correction = Korrektur auf raft-dev, 2015

## Ein Lauf unter einem anderen Protokoll oder mit anderen Regeln: was nicht ging.

left-out = { $action } wurde ausgelassen: { $why }
left-out-for-numbers = { $action } wurde ausgelassen, denn die Nummern der Nachrichten sind in jedem Protokoll andere.
unmatched-from-the-start = { $one } und { $other } haben beide einen Eintrag aus Term { $term } am Index { $index }, aber ihre Logs sind bis dorthin nicht gleich. Kein Leader schreibt solche Logs, deshalb verspricht dieses Protokoll nichts über sie.

## Nachdem viele Nachrichten zugestellt wurden, oder nach einigen Momenten eines ruhigen Tages oder eines Sturms.

settled = { $count ->
    [0] Nichts war unterwegs, also gab es nichts zuzustellen.
    [one] { $count } Nachricht wurde zugestellt. Jetzt ist nichts unterwegs.
   *[other] { $count } Nachrichten wurden zugestellt. Jetzt ist nichts unterwegs.
 }
settled-for-now = { $left ->
    [one] Nach { $count } Zustellungen angehalten; { $left } Nachricht ist noch unterwegs. Lass es noch einmal zur Ruhe kommen, um weiterzumachen.
   *[other] Nach { $count } Zustellungen angehalten; { $left } Nachrichten sind noch unterwegs. Lass es noch einmal zur Ruhe kommen, um weiterzumachen.
 }
let-run = { $count ->
    [one] { $count } Moment verging.
   *[other] { $count } Momente vergingen.
 }
let-run-over = { $count ->
    [one] { $count } Moment verging. Jetzt ist nichts mehr zu tun.
   *[other] { $count } Momente vergingen. Jetzt ist nichts mehr zu tun.
 }
let-run-over-already = Es ist nichts mehr zu tun: Nichts ist unterwegs, und niemand muss etwas sagen.

## Was der Arbeitsspeicher eines Servers enthält.

fact-follows = folgt
fact-commit-index = { $index ->
    [0] weiß von nichts, was committet ist
   *[other] committet bis { $index }
 }
fact-voters = wer mitwählt
fact-votes = { $count } von { $needed } Stimmen
