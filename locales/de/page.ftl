# Was die Seite selbst von Anfang an sagt.

## Was als Nächstes zu tun ist.

next-no-message = Nichts ist unterwegs, also gibt es keine Nachricht zuzustellen.
next-no-message-nobody-up = Nichts ist unterwegs, und kein Server läuft.
next-at-start = Nichts bewegt sich, bevor du es sagst. Drücke Schritt, oder tu in jedem beliebigen Moment etwas Eigenes.
next-recorded = Schritt folgt dem aufgezeichneten Lauf. Stell etwas zu, verliere es oder schieß jemanden ab, und es wird dein eigener.
next-in-flight = { $count ->
    [one] Eine Nachricht ist unterwegs. Stell sie zu, verliere sie oder schick sie doppelt.
   *[other] { $count } Nachrichten sind unterwegs. Stell sie zu, in welcher Reihenfolge du willst.
 }
next-nobody-leads = Niemand ist Leader, und nichts ist unterwegs. Lass bei jemandem den Timeout kommen, und eine Wahl beginnt.
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
 }. Nichts ist unterwegs: lass den Client etwas sagen, schieß jemanden ab, oder geh weiter.
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
next-first-lesson = Lektion 1: { $title }
next-lesson = Nächste Lektion: { $title }
next-sandbox = Weiter zum Sandkasten
next-bring-up = { $name } wieder starten
next-let = { $name }: { $prompt }
prompt-to = { $prompt }: { $name }
next-nominate = { $name } zum Leader machen
next-nominate-again = { $name } wieder zum Leader machen
ask-instead = Stattdessen { $name } fragen

## Der Lauf als Ganzes.

start-of-run = { $up ->
    [0] Das ist der Anfang. Noch gibt es keinen Server.
    [one] Das ist der Anfang: ein Server läuft, und noch ist nichts gesagt.
   *[other] Das ist der Anfang: { $up } Server laufen, und noch ist nichts gesagt.
 }
run-without-title = Ein Lauf ohne Titel
run-opened = In diesem Raum wurde ein anderer Lauf geöffnet.
run-left-out = { $count } Aktionen wurden weggelassen; die erste: { $first }
run-reset = Zurück am Anfang dieses Raums.
run-reset-with-disks = Zurück am Anfang dieses Raums; seine Platten wurden neu geschrieben.
run-under = Dieselbe Geschichte unter „{ $title }“.
run-without-rules = { $count ->
    [0] Derselbe Lauf, mit allen Regeln.
    [1] Derselbe Lauf ohne „{ $one }“.
    [2] Derselbe Lauf ohne „{ $one }“ und „{ $two }“.
    [3] Derselbe Lauf ohne „{ $one }“, „{ $two }“ und „{ $three }“.
   *[other] Derselbe Lauf, mit { $count } ausgeschalteten Regeln.
 }
run-without-rule-breaks = Ein Lauf ohne „{ $rule }“, dort, wo „{ $promise }“ bricht. Geh zurück, um zu sehen, wie es dazu kam; schalte die Regel ein, um denselben Lauf mit ihr zu sehen.
run-without-rule-ends = Ein Lauf ohne „{ $rule }“, dort, wo er endet. Geh zurück, um zu sehen, wie es dazu kam; schalte die Regel ein, um denselben Lauf mit ihr zu sehen.
run-new-future = Hier beginnt eine neue Zukunft. { $count ->
    [one] Der Schritt, der noch kam, gehört
   *[other] Die { $count } Schritte, die noch kamen, gehören
 } nicht mehr zum Lauf.
run-bring-back = Zurückholen
run-link-copied = Der Link ist kopiert. Er enthält den ganzen Lauf und öffnet bei diesem Moment.
run-link-to-copy = Dein Browser lässt die Seite nicht kopieren. Kopiere den Link von hier: er enthält den ganzen Lauf und öffnet bei diesem Moment.
play-goes-on = Der aufgezeichnete Lauf ist zu Ende. Abspielen geht weiter wie an einem ruhigen Tag, mit dem Startwert { $seed }.
let-run-made = { $count ->
    [one] Ein Schritt wurde
   *[other] { $count } Schritte wurden
 } gemacht, mit dem Startwert { $seed }.
let-run-made-and-over = { $count ->
    [one] Ein Schritt wurde
   *[other] { $count } Schritte wurden
 } gemacht, mit dem Startwert { $seed }. Mehr gibt es jetzt nicht zu tun.
let-run-broke = Schritt { $moment } hat „{ $title }“ gebrochen, und hier ist er. Schritt führt weiter zu dem, was danach kam.
simulation-broke = Die Simulation ist abgestürzt: das ist ein Fehler dieser Seite, du hast nichts falsch gemacht. Der Lauf hat kurz davor wieder angefangen. Sein Text steht unter Skript; bitte schick ihn mit, wenn du das meldest.

## Ein Raum und seine Platten.

room-start-again = Neu anfangen
room-unusable = Die Platten in diesem Browser lassen sich nicht verwenden: { $fault } Sie bleiben, wie sie sind, und die Seite arbeitet im Arbeitsspeicher.
room-write-anew = Neu schreiben
room-from-disks = Die Server haben von dem aus angefangen, was hier auf ihren Platten liegt.
room-disks-count = Was auf den Platten liegt, ist nicht, was der Lauf dort hinterlassen hat, also gelten die Platten: die Server haben von ihnen aus angefangen.
room-disks-gone = Die Platten dieses Raums sind aus dem Speicher des Browsers verschwunden, also beginnt er von vorn.
room-as-left = Alles ist, wie du es verlassen hast. Für die Server war es ein Stromausfall.
room-go-on-from-disks = Von den Platten weitermachen
room-run-from-then = Den Lauf von damals öffnen
room-power-cut = Die Server haben von ihren Platten aus weitergemacht. Dein Lauf wurde beiseitegelegt.
room-in-other-tab = Ein anderer Tab hat diesen Raum offen, also arbeitet dieser im Arbeitsspeicher.
room-lost = Ein anderer Tab hat diesen Raum übernommen, also arbeitet dieser von jetzt an im Arbeitsspeicher.
room-not-taken = Dieser Tab konnte den Raum nicht übernehmen, also macht er im Arbeitsspeicher weiter. Schließ den anderen Tab, und versuch es noch einmal.
room-take-over = Hierher übernehmen
room-gained = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten.
room-gained-theirs = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten und macht weiter, wo jener stand.
room-gained-ours = Der andere Tab hat diesen Raum freigegeben, also behält dieser von jetzt an seine Platten. Auf ihnen ist, was du hier siehst; der Lauf des anderen Tabs wurde beiseitegelegt.

## Warum sich der Speicher des Browsers nicht verwenden lässt.

storage-is-full = der Speicher des Browsers für diese Website ist voll
storage-is-blocked = der Browser sperrt den Speicher dieser Seite
storage-fails = der Speicher des Browsers für diese Website funktioniert nicht
storage-none = Nichts lässt sich aufbewahren: { $why }. Die Seite arbeitet im Arbeitsspeicher: was du tust, ist verloren, wenn du gehst.
storage-lost = Die Platten lassen sich nicht länger aufbewahren, denn { $why }. Die Seite macht im Arbeitsspeicher weiter: was du jetzt tust, ist verloren, wenn du gehst.

## Was auf der Platte eines Servers liegt und dort nicht hingehört.

disk-turned-out-full = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren.
disk-turned-out-full-and-left-out = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren. Was vom aufgezeichneten Lauf nicht mehr passt, wurde weggelassen.
disk-changed-by-hand = Jemand hat die Platte von { $name } von Hand geändert. Der Lauf hat es aufgezeichnet: { $count ->
    [one] { $first }
   *[other] { $count } Aktionen
 }.
disk-keeps-server-down = { $name } kann nicht starten: { $fault }. Wähle zuerst, was aus seiner Platte werden soll.
disk-entry-too-many = Eintrag { $index } ist einer zu viel: ein Log fasst höchstens { $limit } Einträge
disk-strange-key = auf der Platte liegt { $name }, und das ist nicht die Nummer eines Eintrags
disk-term-unreadable = sein Term ist nicht lesbar
disk-entry-marked = Eintrag { $index } ist beschädigt: er ist als unlesbar markiert
disk-entry-without-checksum = Eintrag { $index } ist beschädigt: { $text } hat keine Prüfsumme
disk-entry-mismatch = { $before ->
    [0] Eintrag { $index } ist beschädigt: seine Prüfsumme ist { $found }, aber sein Inhalt ergibt { $fits }
   *[other] Eintrag { $index } ist beschädigt: seine Prüfsumme ist { $found }, aber sein Inhalt ergibt nach Eintrag { $before } { $fits }
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
