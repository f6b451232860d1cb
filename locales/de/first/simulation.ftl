# Was die Simulation auf dem ersten Bildschirm sagt: das Beispiel des Artikels und die erste Lektion, wo sie öffnen. Siehe ../simulation.ftl.

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

## Was ein Client zu einem Server sagt, in einer Sprechblase auf der Leiter.

client-says-lead = Du bist der Leader.

## Was ein Server dem Client antwortet.

reply-leading = Danke, ich kümmere mich darum.

## Was geschah.

event-server-writes = { $from } schreibt an { $to ->
    [client] den Client
   *[other] { $to }
 }: { $says }
event-nominated = { $name } ist Leader, soweit { $name } weiß.
