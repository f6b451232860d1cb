# Was die Simulation sagt: Client und Server, Ereignisse, Aktionen, die nicht gehen.

## Bausteine von Sätzen.

entries = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }
entry-range = { $count ->
    [0] nichts
    [1] Eintrag { $first }
    [2] Einträge { $first } und { $last }
   *[other] Einträge { $first } bis { $last }
 }
list-more = { $listed }, { $word }
list-last = { $listed } und { $word }
list-nobody = niemand
quoted-beginning = „{ $text }…“

## Kein Name, keine Operation, kein Eintrag und kein Term der Textsprache: was erwartet wurde.

expected-name = ein Name von 1 bis 16 Zeichen: ein kleiner Buchstabe, dann kleine Buchstaben, Ziffern, _ oder -
expected-name-not-client = ein anderer Name als client, denn das bist du
expected-short-command = ein Befehl von höchstens 200 Zeichen
expected-command-on-one-line = ein Befehl in einer Zeile
expected-command-without-kept = ein Befehl ohne die Zeichen U+FDD0 bis U+FDEF, die Unicode dem Inneren von Programmen vorbehält
expected-set = set KEY VALUE, mit einem Wert von mindestens einem Zeichen
expected-delete = delete KEY, mit einem Schlüssel
expected-command = set KEY VALUE oder delete KEY
expected-no-op = no_op, allein
expected-operation = set KEY VALUE, delete KEY, no_op oder configuration NAMES
expected-configuration = configuration und die Namen angemeldeter Server, jeder einmal, in der Reihenfolge ihrer Anmeldung
expected-term = ein Term, eine ganze Zahl von 0 bis 1000000000

## Was ein Client sendet und kein Server lesen kann: was erwartet wurde.

expected-get = get KEY, mit einem Schlüssel
expected-show = show, allein
expected-show-log = show_log, allein
expected-add-server = add_server NAME, mit dem Namen eines Servers
expected-remove-server = remove_server NAME, mit dem Namen eines Servers
expected-nomination = youre_the_leader, allein
expected-request = eine Anfrage von höchstens 200 Zeichen

## Was ein Client zu einem Server sagt, in einer Sprechblase auf der Leiter.

client-says-lead = Du bist der Leader.
client-says-lead-in-term = Du bist der Leader, in Term { $term }.
client-says-write = { $command }, bitte.
client-says-get = Was ist { $key }?
client-says-add = Lass { $name } mitwählen, bitte.
client-says-remove = Lass { $name } nicht mehr mitwählen, bitte.
client-says-show = Zeig mir deinen Store, bitte.
client-says-show-log = Zeig mir dein Log, bitte.

## Was ein Server dem Client antwortet.

reply-leading = Danke, ich kümmere mich darum.
reply-wrote = Erledigt: { $operation } ist mein Eintrag { $index }.
reply-open = Ich bin nicht mehr Leader; ob Eintrag { $index } bleibt, ist offen.
reply-no-value = (leer: { $key } habe ich nicht)
reply-value = { $key } ist { $value }.
reply-empty-store = Mein Store ist leer.
reply-store = Mein Store, { $count ->
    [one] { $count } Paar
   *[other] { $count } Paare
 }: { $pairs }.
reply-large-store = Mein Store, alle { $count } Paare.
reply-empty-log = Mein Log ist leer.
reply-log = Mein Log, { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } lang.
reply-standing = Danke. Ich stelle mich zur Wahl.
reply-leads-already = Ich bin schon Leader.
reply-note-declined = abgelehnt

## Dasselbe, von jemand anderem erzählt: was der Server tat.

told-wrote = { $name } hat { $operation } als Eintrag { $index } auf seine Platte geschrieben, angewandt, und sagt es.
told-no-value = { $name } hat { $key } nicht in seinem Store, also ist die Antwort leer.
told-value = { $name } hat { $key } in seinem Store und antwortet: { $value }.
told-store = { $name } antwortet mit dem, was in seinem Store ist: { $count ->
    [one] { $count } Paar
   *[other] { $count } Paare
 }.
told-log = { $name } antwortet mit dem, was in seinem Log steht: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }.
told-open = { $name } ist nicht mehr Leader und weiß nicht, ob Eintrag { $index } bleibt.
told-leading = { $name } nimmt die Ernennung an.
told-standing = { $name } stellt sich zur Wahl.
told-leads-already = { $name } ist schon Leader, also ändert sich nichts.
told-declined = { $name } lehnt höflich ab: { $reason }

## Warum sich nicht ändern lässt, wer wählt: in „Tut mir leid, es gibt keinen Server tom.“ und in „tom lehnt höflich ab: es gibt keinen Server tom.“

unchanged-not-registered = es gibt keinen Server { $name }
unchanged-votes-already = { $name } wählt schon mit
unchanged-votes-not-anyway = { $name } wählt ohnehin nicht mit
unchanged-is-the-last = ohne { $name } würde niemand wählen
unchanged-last-change-is-open = die letzte Änderung, Eintrag { $index }, ist noch nicht committet
unchanged-nothing-of-its-term = noch ist kein Eintrag dieses Terms committet

## Ein Server sagt höflich Nein.

declined-unknown = Tut mir leid, { $text } kenne ich nicht. Ich kenne { $known }.
declined-malformed = Tut mir leid, ich kann { $text } nicht lesen. Erwartet habe ich { $expected }.
declined-disk-full = Tut mir leid, meine Platte ist voll.
declined-log-full = Tut mir leid, mein Log fasst nicht mehr als { $limit } Einträge.
declined-no-leader = Tut mir leid, ich bin nicht der Leader und habe von keinem gehört.
declined-not-leader = Tut mir leid, ich bin nicht der Leader. Frag bitte { $leader }.
declined-old-term = Tut mir leid, Term { $term } ist vorbei: Ich bin in Term { $own }.
declined-no-later-term = Tut mir leid, die Terms enden bei { $limit }, und darin ist schon jemand.
declined-not-a-voter = Tut mir leid, ich wähle nicht mit, also kann mich auch niemand wählen.
declined-leads-no-more = Tut mir leid, ich bin nicht mehr Leader und kann nicht sagen, was jetzt gilt.
declined-unchanged = Tut mir leid, { $why }.

## Dasselbe, von jemand anderem erzählt, nach „tom lehnt höflich ab:“.

why-unknown = { $text } kennt er nicht. Er kennt { $known }.
why-malformed = { $text } kann er nicht lesen. Erwartet hat er { $expected }.
why-disk-full = seine Platte ist voll.
why-log-full = sein Log hat { $limit } Einträge und fasst nicht mehr.
why-no-leader = er ist nicht der Leader und hat von keinem gehört.
why-not-leader = er ist nicht der Leader; zuletzt hörte er von { $leader } als Leader.
why-old-term = die Ernennung gilt für Term { $term }, und er ist schon in Term { $own }.
why-no-later-term = die Terms enden bei { $limit }, und darin ist schon jemand.
why-not-a-voter = er wählt nicht mit, also kann ihn auch niemand wählen.
why-leads-no-more = er ist nicht mehr Leader und kann nicht sagen, was jetzt gilt.
why-unchanged = { $why }.
known-requests-of-votes = set, get, delete, show, show_log, youre_the_leader, add_server NAME und remove_server NAME
known-requests = set, get, delete, show, show_log und youre_the_leader

## Was geschah.

event-server-writes = { $from } schreibt an { $to ->
    [client] den Client
   *[other] { $to }
 }: { $says }
event-nominated = { $name } ist Leader, soweit { $name } weiß.
event-client-writes = Der Client schreibt an { $to }: { $says }
event-dropped = Nachricht { $id } von { $from ->
    [client] dem Client
   *[other] { $from }
 } an { $to ->
    [client] den Client
   *[other] { $to }
 } ging unterwegs verloren. Niemand hat es bemerkt.
event-lost-in-power-cut = Nachricht { $id } von { $from ->
    [client] dem Client
   *[other] { $from }
 } an { $to ->
    [client] den Client
   *[other] { $to }
 } ging beim Stromausfall verloren.
event-duplicated = Nachricht { $original } ist ein zweites Mal unterwegs, an { $to ->
    [client] den Client
   *[other] { $to }
 }, als Nachricht { $id }.
event-found-nobody = { $to } läuft nicht, also traf Nachricht { $id } von { $from ->
    [client] dem Client
   *[other] { $from }
 } niemanden an. { $from ->
    [client] Der Client
   *[other] { $from }
 } erfährt nichts davon.
event-did-not-pass = Die Verbindung zwischen { $from } und { $to } ist getrennt, also kam Nachricht { $id } nicht durch. { $from } erfährt nichts davon.
event-read = Der Client liest die Antwort von { $from }: { $says }
event-read-nothing = Der Client liest die Antwort von { $from }: Sie ist leer, denn { $from } hat { $key } nicht.
event-declined = { $name } hat abgelehnt: { $reason }
event-waits-for-entry = { $name } beantwortet { $text }, wenn Eintrag { $index } committet und angewandt ist.
event-waits-for-majority = { $name } beantwortet { $text }, wenn eine Mehrheit bestätigt hat, dass { $name } noch Leader ist.
event-appended = { $name } hat { $range } auf seiner Platte.
event-truncated = { $name } hat { $range } aus seinem Log entfernt, { $keep ->
    [0] das jetzt leer ist
    [one] und hat noch { $keep } Eintrag
   *[other] und hat noch { $keep } Einträge
 }.
event-emptied = { $name } hat { $range } entfernt und seinen Store neu aufgebaut, der jetzt leer ist. Jemand kann gelesen haben, was jetzt weg ist: Darum gibt es in Raft den Commit.
event-rebuilt = { $name } hat { $range } entfernt und seinen Store neu aufgebaut, aus { $keep ->
    [one] dem { $keep } Eintrag
   *[other] den { $keep } Einträgen
 } davor. Jemand kann gelesen haben, was jetzt weg ist: Darum gibt es in Raft den Commit.
event-undone = Für { $name } { $count ->
    [1] war
   *[other] waren
 } { $range } committet. Was { $name } davon angewandt hatte, ist rückgängig gemacht.
event-committed = Soweit { $name } weiß, { $count ->
    [1] ist
   *[other] sind
 } { $range } committet.
event-applied = { $name } hat { $range } auf seinen Store angewandt.
event-configured = Nach dem Log von { $name } { $count ->
    [1] wählt
   *[other] wählen
 } von jetzt an { $voters }.
event-timed-out = { $name } stellt sich in Term { $term } zur Wahl, stimmt für sich selbst, und seine Platte hält es fest.
event-voted = { $name } stimmt in Term { $term } für { $candidate }, und seine Platte hält es fest.
event-elected = { $name } ist zum Leader von Term { $term } gewählt.
event-nominated-in-term = { $name } ist der Leader von Term { $term }.
event-term-taken = { $name } ist jetzt in Term { $term }, und seine Platte hält es fest.
event-stepped-down = { $name } ist nicht mehr Leader, denn es gibt einen Term { $term }.
event-removed = { $name } ist nicht mehr Leader, denn er wählt nicht mehr mit, und das ist committet.
event-agree = { $one } und { $other } stimmen bei Index { $index } überein.
event-differ = { $one } und { $other } unterscheiden sich bei Index { $index }.
event-killed = { $name } wurde abgeschossen. Was im Arbeitsspeicher war, ist weg; { $count ->
    [0] auf seiner Platte war nichts
    [one] seine Platte kümmert das nicht, sie hat { $count } Eintrag
   *[other] seine Platte kümmert das nicht, sie hat { $count } Einträge
 }.
event-restarted = { $name } läuft wieder und hat gut geschlafen. Er hat { $count ->
    [one] { $count } Eintrag von seiner Platte gelesen und ihn
   *[other] { $count } Einträge von seiner Platte gelesen und sie
 } noch einmal auf seinen Store angewandt.
event-restarted-empty = { $name } läuft wieder. Seine Platte ist leer, und sein Store auch.
event-restarted-unsure = { $name } läuft wieder und hat gut geschlafen. Er hat { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } von seiner Platte gelesen. Wie weit das committet ist, weiß er noch nicht, also ist sein Store leer.
event-stayed-down = { $name } läuft nicht wieder: Eintrag { $index } auf seiner Platte ist beschädigt.
event-registered = { $name } hat sich als Server { $number } angemeldet und läuft, mit leerer Platte.
event-cut = Die Verbindung zwischen { $one } und { $other } ist getrennt: Keine Nachricht kommt durch, in keiner Richtung.
event-healed = Die Verbindung zwischen { $one } und { $other } ist geheilt.
event-filled = Die Platte von { $name } ist voll: Sie verweigert alles, was geschrieben werden soll, als Ganzes.
event-freed = Die Platte von { $name } lässt sich wieder beschreiben.
event-wiped = Jemand hat die Platte von { $name } gelöscht: { $count ->
    [0] sie war schon leer
    [one] { $count } Eintrag ist weg
   *[other] { $count } Einträge sind weg
 }.
event-written = Jemand hat Eintrag { $index } von Hand auf die Platte von { $name } geschrieben.
event-kept = Jemand hat das Log von { $name } von { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträgen
 } auf { $keep } gekürzt.
event-damaged = Eintrag { $index } auf der Platte von { $name } lässt sich nicht mehr lesen.
event-term-written = Jemand hat Term { $term } von Hand auf die Platte von { $name } geschrieben.
event-vote-written = Jemand hat von Hand auf die Platte von { $name } geschrieben, dass er in Term { $term } ist und für { $candidate } gestimmt hat.
event-reloaded = Stromausfall: Jeder Server hat seinen Arbeitsspeicher verloren und ist von seiner Platte neu gestartet.
event-reloaded-in-flight = Stromausfall: Jeder Server hat seinen Arbeitsspeicher verloren und ist von seiner Platte neu gestartet; { $count ->
    [one] { $count } Nachricht, die unterwegs war, ging verloren
   *[other] { $count } Nachrichten, die unterwegs waren, gingen verloren
 }.

## Eine Aktion, die nicht geht: was gefunden wurde, was erwartet wurde, und was zu tun ist.

rejected-no-servers = Es gibt keinen Server { $name }, und auch sonst keinen. Starte erst einen.
rejected-not-registered = Es gibt keinen Server { $name }; es gibt { $known }.
rejected-already-registered = { $name } ist schon angemeldet. Nimm einen anderen Namen, oder starte { $name } neu.
rejected-too-many-servers = Es gibt schon { $limit } Server, und mehr können sich nicht anmelden.
rejected-no-longer-in-flight = Nachricht { $id } ist nicht mehr unterwegs; { $in_flight }.
rejected-not-sent-yet = Nachricht { $id } ist noch nicht gesendet; { $in_flight }.
in-flight-nothing = nichts ist unterwegs
in-flight-one = nur Nachricht { $id } ist unterwegs
in-flight-few = die Nachrichten { $ids } sind unterwegs
in-flight-many = { $count } andere sind unterwegs, die älteste ist { $oldest }
rejected-nothing-in-flight = Nichts ist unterwegs, also gibt es keine Nachricht zuzustellen. Lass den Client etwas sagen.
rejected-is-up = { $name } läuft schon.
rejected-is-down = { $name } läuft nicht. Starte { $name } erst neu.
rejected-disk-in-use = { $name } läuft, und eine Platte lässt sich nur von Hand ändern, während ihr Server nicht läuft. Schieß { $name } erst ab.
rejected-disk-damaged = { $name } kann nicht starten, denn Eintrag { $index } auf seiner Platte ist beschädigt. Behalte { $count ->
    [one] den { $count } Eintrag
   *[other] die { $count } Einträge
 } davor, oder lösche die Platte.
rejected-link-to-itself = Eine Verbindung hat zwei Server, und { $name } ist nur einer. Nenne einen anderen Server dazu.
rejected-already-cut = Die Verbindung zwischen { $one } und { $other } ist schon getrennt.
rejected-not-cut = Die Verbindung zwischen { $one } und { $other } ist nicht getrennt, also gibt es nichts zu heilen.
rejected-already-full = Die Platte von { $name } ist schon voll.
rejected-not-full = Die Platte von { $name } ist nicht voll.
rejected-no-such-entry = { $name } hat { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } auf seiner Platte, also gibt es keinen Eintrag { $index }.
rejected-already-damaged = Eintrag { $index } auf der Platte von { $name } ist schon beschädigt.
rejected-log-full = Das Log von { $name } hat { $limit } Einträge und fasst nicht mehr.
rejected-not-an-entry = { $text } ist hier kein Eintrag; erwartet wurde { $expected }.
rejected-no-terms = Dieses Protokoll hat keine Terms, also lässt sich auch keiner auf eine Platte schreiben.
rejected-no-votes = In diesem Protokoll wird nicht gewählt, also kann auch niemand eine Stimme bekommen haben. Schreib den Term allein.
rejected-offers-nothing = { $name } bietet { $prompt } jetzt nicht an; er bietet nichts an.
rejected-not-offered = { $name } bietet { $prompt } jetzt nicht an; er bietet { $offered } an.
rejected-too-many-actions = Ein Lauf fasst höchstens { $limit } Aktionen, und dieser ist voll. Geh zurück, oder beginne einen neuen.
