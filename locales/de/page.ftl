# Was die Seite selbst sagt.

## Die Seite als Ganzes.

page-description = Fünf höfliche Server, jeder mit einem Log. Ernenne einen Leader, geh das Gespräch Nachricht für Nachricht durch, schieß Server ab und starte sie neu, lass Nachrichten verloren gehen oder doppelt ankommen, und sieh, warum Raft tut, was es tut.

## Was als Nächstes zu tun ist.

next-at-start = Nichts bewegt sich, bevor du es sagst. Drücke Schritt, oder tu in jedem beliebigen Moment etwas Eigenes.
next-recorded = Schritt folgt dem aufgezeichneten Lauf. Stell etwas zu, verliere es oder schieß jemanden ab, und es wird dein eigener.
next-first-lesson = Lektion 1: { $title }
next-no-message = Nichts ist unterwegs, also gibt es keine Nachricht zuzustellen.
next-no-message-nobody-up = Nichts ist unterwegs, und kein Server läuft.
next-in-flight = { $count ->
    [one] Eine Nachricht ist unterwegs. Stell sie zu, verliere sie oder schick sie doppelt.
   *[other] { $count } Nachrichten sind unterwegs. Stell sie zu, in welcher Reihenfolge du willst.
 }
next-nobody-leads = Niemand ist Leader, und nichts ist unterwegs. Lass bei jemandem den Timeout kommen, und eine Wahl beginnt.
next-goal = Nichts ist unterwegs. Jetzt ist es an dir, das Ziel oben zu erreichen, oder weiterzugehen.
next-no-server = Noch gibt es keinen Server. Starte einen unter „Noch ein Server“.
next-nobody-up = Kein Server läuft, also kann nichts gesagt werden. Starte einen neu, dann lass den Client etwas sagen.
next-not-equal = Nichts ist unterwegs, und die Logs sind noch nicht gleich. Lass den Client etwas sagen, oder mach jemanden zum Leader.
next-equal = { $up ->
    [1] Ein Server läuft, und sein Log lässt sich mit keinem vergleichen
    [2] Beide Logs sind gleich
    [3] Alle drei Logs sind gleich
    [4] Alle vier Logs sind gleich
    [5] Alle fünf Logs sind gleich
    [6] Alle sechs Logs sind gleich
    [7] Alle sieben Logs sind gleich
    [8] Alle acht Logs sind gleich
   *[other] Alle neun Logs sind gleich
 }. Nichts ist unterwegs: Lass den Client etwas sagen, schieß jemanden ab, oder geh weiter.
next-equal-of-those-up = { $up ->
    [1] Ein Server läuft, und sein Log lässt sich mit keinem vergleichen
    [2] Von den Servern, die laufen, sind beide Logs gleich
    [3] Von den Servern, die laufen, sind alle drei Logs gleich
    [4] Von den Servern, die laufen, sind alle vier Logs gleich
    [5] Von den Servern, die laufen, sind alle fünf Logs gleich
    [6] Von den Servern, die laufen, sind alle sechs Logs gleich
    [7] Von den Servern, die laufen, sind alle sieben Logs gleich
   *[other] Von den Servern, die laufen, sind alle acht Logs gleich
 }. { $down ->
    [1] Einer läuft nicht
    [2] Zwei laufen nicht
    [3] Drei laufen nicht
    [4] Vier laufen nicht
    [5] Fünf laufen nicht
    [6] Sechs laufen nicht
    [7] Sieben laufen nicht
   *[other] Acht laufen nicht
 }.
next-again = Noch einmal von vorn
next-lesson = Nächste Lektion: { $title }
next-sandbox = Weiter zum Sandkasten
next-bring-up = { $name } wieder starten
next-let = { $name }: { $prompt }
prompt-to = { $prompt } { $name }
next-nominate = { $name } zum Leader machen
next-nominate-again = { $name } wieder zum Leader machen
ask-instead = Stattdessen { $name } fragen

## Der Lauf als Ganzes.

start-of-run = { $up ->
    [0] Das ist der Anfang. Noch gibt es keinen Server.
    [one] Das ist der Anfang: Ein Server läuft, und noch ist nichts gesagt.
   *[other] Das ist der Anfang: { $up } Server laufen, und noch ist nichts gesagt.
 }
run-without-title = Ein Lauf ohne Titel
run-opened = In diesem Raum wurde ein anderer Lauf geöffnet.
run-left-out = { $count } Aktionen wurden weggelassen; die erste: { $first }
run-reset = Zurück am Anfang dieses Raums.
run-reset-with-disks = Zurück am Anfang dieses Raums; seine Platten wurden neu geschrieben.
run-under = Dieselbe Geschichte unter „{ $title }“.
run-under-without-lesson = Derselbe Lauf unter „{ $title }“. Was der Text unterwegs sagt und fragt, handelt von „{ $before }“ und fehlt deshalb, bis du das wieder wählst.
run-without-rules = { $count ->
    [0] Derselbe Lauf, mit allen Regeln.
    [1] Derselbe Lauf ohne „{ $one }“.
    [2] Derselbe Lauf ohne „{ $one }“ und „{ $two }“.
    [3] Derselbe Lauf ohne „{ $one }“, „{ $two }“ und „{ $three }“.
   *[other] Derselbe Lauf, mit { $count } ausgeschalteten Regeln.
 }
run-without-rule-breaks = Ein Lauf ohne „{ $rule }“, dort, wo „{ $promise }“ bricht. Geh zurück, um zu sehen, wie es dazu kam; schalte die Regel ein, um denselben Lauf mit ihr zu sehen.
run-without-rule-misses = Ein Lauf ohne „{ $rule }“, an dessen Ende „{ $goal }“ nicht erreicht ist: { $says } Geh zurück, um zu sehen, wie es dazu kam; schalte die Regel ein, um denselben Lauf mit ihr zu sehen.
run-new-future = Hier beginnt eine neue Zukunft. { $count ->
    [one] Der Schritt, der noch kam, gehört
   *[other] Die { $count } Schritte, die noch kamen, gehören
 } nicht mehr zum Lauf.
run-bring-back = Zurückholen
run-link-copied = Der Link ist kopiert. Er enthält den ganzen Lauf und öffnet bei diesem Moment.
run-link-to-copy = Dein Browser lässt die Seite nicht kopieren. Kopiere den Link von hier: Er enthält den ganzen Lauf und öffnet bei diesem Moment.
play-goes-on = Der aufgezeichnete Lauf ist zu Ende. Abspielen geht weiter wie an einem ruhigen Tag, mit dem Startwert { $seed }.
weather-made = { $count ->
    [one] Ein Schritt wurde
   *[other] { $count } Schritte wurden
 } gemacht, mit dem Startwert { $seed }.
weather-made-and-over = { $count ->
    [one] Ein Schritt wurde
   *[other] { $count } Schritte wurden
 } gemacht, mit dem Startwert { $seed }. Mehr gibt es jetzt nicht zu tun.
weather-broke = Schritt { $moment } hat „{ $title }“ gebrochen, und hier ist er. Schritt führt weiter zu dem, was danach kam.
simulation-broke = Die Simulation ist abgestürzt: Das ist ein Fehler dieser Seite, du hast nichts falsch gemacht. Der Lauf hat kurz davor wieder angefangen. Sein Text steht unter Skript; bitte schick ihn mit, wenn du das meldest.

## Ein Raum und seine Platten.

room-in-other-tab = Ein anderer Tab hat diesen Raum offen, also arbeitet dieser im Arbeitsspeicher.
room-not-taken = Dieser Tab konnte den Raum nicht übernehmen, also macht er im Arbeitsspeicher weiter. Schließ den anderen Tab, und versuch es noch einmal.
room-take-over = Hierher übernehmen
room-start-again = Neu anfangen
room-unusable = Die Platten in diesem Browser lassen sich nicht verwenden: { $fault } Sie bleiben, wie sie sind, und die Seite arbeitet im Arbeitsspeicher.
room-write-anew = Neu schreiben
room-from-disks = Die Server haben von dem aus angefangen, was hier auf ihren Platten liegt.
room-disks-count = Was auf den Platten liegt, ist nicht, was der Lauf dort hinterlassen hat, also gelten die Platten: Die Server haben von ihnen aus angefangen.
room-other-went-on = Ein anderer Tab hat in diesem Raum weitergemacht, seit du ihn verlassen hast. Hier stand er.
room-disks-gone = Die Platten dieses Raums sind aus dem Speicher des Browsers verschwunden, also beginnt er von vorn.
room-as-left = Alles ist, wie du es verlassen hast. Für die Server war es ein Stromausfall.
room-go-on-from-disks = Von den Platten weitermachen
room-run-from-then = Den Lauf von damals öffnen
room-power-cut = Die Server haben von ihren Platten aus weitergemacht. Dein Lauf wurde beiseitegelegt.
room-lost = Ein anderer Tab hat diesen Raum übernommen, also arbeitet dieser von jetzt an im Arbeitsspeicher.
room-gained = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten.
room-gained-theirs = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten und macht weiter, wo jener stand.
room-gained-ours = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten. Auf ihnen ist, was du hier siehst; der Lauf des anderen Tabs wurde beiseitegelegt.

## Was auf der Platte eines Servers liegt und dort nicht hingehört.

disk-turned-out-full = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren.
disk-turned-out-full-and-left-out = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren. Was vom aufgezeichneten Lauf nicht mehr passt, wurde weggelassen.
disk-changed-by-hand = Jemand hat die Platte von { $name } von Hand geändert. Der Lauf hat es aufgezeichnet: { $count ->
    [one] { $first }
   *[other] { $count } Aktionen
 }.
disk-keeps-server-down = { $name } kann nicht starten: { $fault }. Wähle zuerst, was aus seiner Platte werden soll.
disk-entry-too-many = Eintrag { $index } ist einer zu viel: Ein Log fasst höchstens { $limit } Einträge
disk-strange-key = auf der Platte liegt { $name }, und das ist nicht die Nummer eines Eintrags
disk-term-unreadable = sein Term ist nicht lesbar
disk-entry-marked = Eintrag { $index } ist beschädigt: Er ist als unlesbar markiert
disk-entry-without-checksum = Eintrag { $index } ist beschädigt: { $text } hat keine Prüfsumme
disk-entry-mismatch = { $before ->
    [0] Eintrag { $index } ist beschädigt: Seine Prüfsumme ist { $found }, aber sein Inhalt ergibt { $fits }
   *[other] Eintrag { $index } ist beschädigt: Seine Prüfsumme ist { $found }, aber sein Inhalt ergibt nach Eintrag { $before } { $fits }
 }
disk-entry-expected = Eintrag { $index } ist { $text }; erwartet wurde { $expected }
disk-expected-whole-characters = ein Eintrag ohne halbe Zeichen
disk-expected-one-line = ein Eintrag in einer Zeile
disk-expected-entry = ein Term, ein Leerzeichen und ein Befehl
disk-foreign-format = die Platte wurde in Format { $found } geschrieben, und diese Seite liest Format { $own }
disk-entries-missing = { $count ->
    [one] Eintrag { $first } fehlt, aber Eintrag { $found } ist da
   *[other] die Einträge { $first } bis { $last } fehlen, aber Eintrag { $found } ist da
 }

## Was mit der Liste der Server eines Raums nicht stimmt.

disk-registry-lists-client = In der Liste der Server steht { $name }, und das bist du. Es wird weggelassen.
disk-registry-lists-no-name = In der Liste der Server steht { $name }, was kein Name eines Servers sein kann. Es wird weggelassen.
disk-registry-lists-twice = In der Liste der Server steht { $name } doppelt. Das zweite wird weggelassen.
disk-registry-lists-too-many = In der Liste der Server steht { $name }, einer mehr als die { $limit }, die es geben kann. Er wird weggelassen.
disk-voters-list-stranger = In der Liste der Wählenden steht { $name }, der nicht angemeldet ist. Er wird weggelassen.

## Die Karten der Server.

server-restart = Neu starten
server-restart-name = { $name } neu starten
server-prompt-from = { $prompt } von { $name }
server-term = Term { $term }
server-no-voter = wählt nicht
server-vote = Stimme: { $name }
server-no-vote = Stimme: keine
server-knows-nothing = weiß nichts
server-reaches = erreicht { $reached }
server-votes = { $counted } Ja
server-follows = folgt { $name }
server-follows-nobody = folgt niemandem
server-disk-holds-votes = Term, Stimme,{ $break }Log: überleben
server-memory-gone = { $memory } verloren
server-its-memory = Speicher
server-match = match
server-next = next
server-folded = 1 bis { $last }
server-entries-in-view = Einträge { $first } bis { $last } von { $count }
server-entries-first = Die ersten { $count }
server-entries-earlier = Frühere
server-entries-later = Spätere
server-entries-last = Die letzten
server-verdict = Bei { $index }: { $found }
server-entry-damaged = Eintrag { $index } ist beschädigt.
repair-keep = { $count ->
    [0] Nichts behalten
    [1] Eintrag 1 behalten
   *[other] 1 bis { $count } behalten
 }
repair-take = So nehmen, wie sie ist
repair-take-title = Den Rest lesen, als wäre nichts
repair-cannot-take = (sie ist nicht lesbar)
repair-cannot-take-title = Der Rest ist nicht lesbar
repair-wipe = Löschen

## Der Store eines Servers.

store-applied = { $index ->
    [0] nichts angewandt
   *[other] angewandt bis { $index }
 }
store-pairs = { $count ->
    [one] 1 Paar
   *[other] { $count } Paare
 }
store-pairs-of = { $count ->
    [one] 1 Paar von { $name }
   *[other] { $count } Paare von { $name }
 }
store-all = { $count ->
    [one] Das eine Paar
   *[other] Alle { $count } Paare
 }
store-more = { $count } weitere
store-more-of = { $count } weitere von { $name }
store-fewer = weniger
store-fewer-of = Weniger von { $name }

## Die Zellen eines Logs.

cell-damaged = beschädigt
cell-breaks-a-promise = bricht ein Versprechen
cell-asked = gefragt
cell-differs = weicht ab
cell-repeated = wiederholt
cell-surplus = überzählig
cell-on-its-way = unterwegs
cell-held = da
cell-committed = committet
cell-not-committed = nicht committet
cell-will-be-removed = wird entfernt
cell-goes-when-healed = geht beim Heilen
cell-of-term = { $entry } aus Term { $term }
cell-found = { $name } hat { $entry }
cell-found-none = { $name } hat keinen Eintrag { $index }
folded-damaged = Eintrag { $index } ist beschädigt
folded-breaks-a-promise = Eintrag { $index } bricht ein Versprechen
folded-differs = Eintrag { $index } weicht ab
folded-differ = { $count } von 1 bis { $last } weichen ab
folded-agree = { $last ->
    [1] 1 ist gleich
   *[other] 1 bis { $last } gleich
 }
folded-surplus = { $count } überzählig
folded-missing = { $count } fehlen
folded-agree-then-surplus = { $last ->
    [1] 1 ist gleich, { $count } überzählig
   *[other] 1 bis { $last } gleich, { $count } überzählig
 }
folded-agree-then-missing = { $last ->
    [1] 1 ist gleich, { $count } fehlen
   *[other] 1 bis { $last } gleich, { $count } fehlen
 }

## Was gesagt wird, während man die Karte eines Servers von den anderen wegzieht.

pull-nobody = Zieh { $name } weg, allein oder an seinen Nachbarn entlang. Lass hier los, und nichts passiert.
pull-everybody = Auf der anderen Seite bliebe niemand. Lass hier los, und nichts passiert.
pull-parts = Lass los, um { $group } von { $others } zu trennen.
pull-joins = Lass los, damit { $group } und { $others } sich wieder erreichen.

## Stimmen für einen Kandidaten.

vote-its-own = ja, die eigene
vote-counted = ja, gezählt
vote-yes-in-flight = ja, unterwegs
vote-no-in-flight = nein, unterwegs
vote-asked = gefragt, unterwegs
vote-not-answered = hat nicht geantwortet

## Warum eine Anfrage auf ihre Antwort wartet, und was helfen würde.

waiting-cannot-reach = { $advice ->
    [heal] { $reached } von { $voters } sind erreichbar, und { $needed } braucht es: Heile eine Verbindung.
    [restart] { $reached } von { $voters } sind erreichbar, und { $needed } braucht es: Starte einen neu.
    [heal-or-restart] { $reached } von { $voters } sind erreichbar, und { $needed } braucht es: Heile eine Verbindung, oder starte einen neu.
   *[none] { $reached } von { $voters } sind erreichbar, und { $needed } braucht es.
 }
waiting-at-stale-leader = Eine Mehrheit hat für einen späteren Term einen anderen Leader gewählt, also stimmt keine Mehrheit mehr { $name } zu.
waiting-for-messages = Eine Mehrheit muss antworten. Nachrichten sind unterwegs: Stell sie zu.
waiting-for-a-majority = Eine Mehrheit muss antworten, und nichts ist unterwegs. { $name } kann noch einmal senden.

## Marken über dem Schieber.

mark-go-and-more = Gehe zu { $marks }, und { $count } weitere
mark-dropped = Nachricht { $id } verloren
mark-timed-out = Timeout bei { $name }
mark-elected = { $name } gewählt
mark-killed = { $name } abgeschossen
mark-restarted = { $name } neu gestartet
mark-cut = Verbindung zwischen { $one } und { $other } getrennt
mark-healed = Verbindung zwischen { $one } und { $other } geheilt
mark-power-cut = Stromausfall
mark-broken = { $title } gebrochen

## Schilder auf der Leiter.

tag-timed-out = Timeout: Term { $term }
tag-elected = gewählt: Leader in Term { $term }
tag-killed = abgeschossen
tag-restarted = neu gestartet
tag-started = gestartet
tag-cut = Verbindung getrennt
tag-healed = Verbindung geheilt
tag-partition = Partition
tag-partition-healed = Partition geheilt
tag-disk-full = Platte voll
tag-disk-free = Platte frei
tag-disk-wiped = Platte gelöscht
tag-disk-written = Platte beschrieben
tag-disk-cut-short = Platte gekürzt
tag-disk-damaged = Platte beschädigt
tag-term-written = Term geschrieben
tag-power-cut = Stromausfall

## Das Gespräch.

state-dropped = verloren
state-refused = abgewiesen
ladder-copy-of = Kopie von { $id }
ladder-takes-term = übernimmt Term { $term }
ladder-committed = committet bis { $index }
ladder-nobody-home = niemand da
ladder-waits = { $count ->
    [one] { $numbers } wartet
   *[other] { $numbers } warten
 }
ladder-waits-at = { $count ->
    [one] { $numbers } wartet bei { $name }
   *[other] { $numbers } warten bei { $name }
 }
ladder-waiting-at = Wartet bei { $name }
detail-exact-text = Genauer Text
detail-exact-text-with-entries = Genauer Text; jeder Eintrag ist sein Index, sein Term und sein Befehl
detail-exact-text-of = Genauer Text von Nachricht { $id }

## Das Gespräch, wie es gezeichnet ist.

ladder-asked-answer = Antwort von { $name }: ?

## Warum sich der Speicher des Browsers nicht verwenden lässt.

storage-is-full = der Speicher des Browsers für diese Website ist voll
storage-is-blocked = der Browser sperrt den Speicher dieser Seite
storage-fails = der Speicher des Browsers für diese Website funktioniert nicht
storage-none = Nichts lässt sich aufbewahren: { $why }. Die Seite arbeitet im Arbeitsspeicher: Was du tust, ist verloren, wenn du gehst.
storage-lost = Die Platten lassen sich nicht länger aufbewahren, denn { $why }. Die Seite macht im Arbeitsspeicher weiter: Was du jetzt tust, ist verloren, wenn du gehst.

## Wörter, die an mehreren Stellen stehen.

heal = Heilen
heal-all = Alle heilen
message-again = noch mal { $id }

## Was ein Server ist.

role-stale-leader = veralteter Leader
role-candidate = Kandidat
role-down = aus

## Die Lampen: Versprechen und Ziele.

lamp-broken = { $step ->
    [0] von Anfang an gebrochen
   *[other] gebrochen seit Schritt { $step }
 }
lamp-reached = erreicht
lamp-happened = geschehen
lamp-go = { $step ->
    [0] Zum Anfang
   *[other] Zu Schritt { $step }
 }

## Neben dem Gespräch.

side-waiting = Wartet
side-waits-at = { $request } bei { $server }
side-more-in-flight = und { $count } weitere, alle im Gespräch
side-links-cut = { $count } Verbindungen sind getrennt.
side-which-links = Welche
side-link-cut = { $one } und { $other } erreichen sich nicht.
side-believes = Was { $name } glaubt
voting-votes-for = Stimmen für { $name }
voting-needed = Term { $term }: { $needed } von { $count } genügen
voting-leaders = Wer führt was
voting-term = Term
voting-reaches = erreicht

## Die Leiste am Fuß.

status-broken = { $title }: gebrochen. { $says }
status-answers = In der Geschichte stehen { $count } Antworten zur Wahl.
status-exact-text = Genauer Text von Nachricht { $id }: { $text }
