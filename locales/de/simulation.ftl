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
quoted = „{ $text }“
quoted-beginning = „{ $text }…“

## Kein Name, keine Operation, kein Eintrag und kein Term der Textsprache: was erwartet wurde.

expected-name = ein Name von 1 bis 16 Zeichen: ein kleiner Buchstabe, dann kleine Buchstaben, Ziffern, _ oder -
expected-name-not-client = ein anderer Name als client, denn das bist du
expected-short-command = ein Befehl von höchstens 200 Zeichen
expected-command-on-one-line = ein Befehl in einer Zeile
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
reply-leading = Danke, ich kümmere mich darum.
reply-standing = Danke. Ich stelle mich zur Wahl.
reply-leads-already = Ich bin schon Leader.

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
declined-old-term = Tut mir leid, Term { $term } ist vorbei: ich bin in Term { $own }.
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

## Eine Aktion, die nicht geht.

not-an-entry = { $text } ist hier kein Eintrag; erwartet wurde { $expected }.
