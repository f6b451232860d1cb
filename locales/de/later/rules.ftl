# Die Tafel mit den Regeln eines Protokolls, jede mit einem Schalter.

rules-title = Regeln von { $protocol }
rules-on = { $on } von { $count } an
rules-all-on = Alle an
rules-close = Die Regeln schließen
rules-hint = Jede ist dazu da, dass nichts kaputtgeht. Schalte eine aus: Derselbe Lauf wird ohne sie noch einmal erzählt.
rules-none = „{ $protocol }“ hat keine Regeln, die sich ausschalten lassen. Diese haben welche: { $others }.
rules-none-other = „{ $title }“

## Ein Versprechen, das gebrochen wurde.

rules-broken-title = { $title }: { $broken }
rules-broken = gebrochen
rules-broken-now = Von diesem Schritt gebrochen.
rules-broken-from-start = Von Anfang an gebrochen. Jetzt ist Schritt { $now }.
rules-broken-since = Seit Schritt { $moment } gebrochen. Jetzt ist Schritt { $now }.
rules-go-to-start = Zum Anfang
rules-go-to-step = Zu Schritt { $moment }

## Eine Regel.

rules-switch-on = an
rules-switch-off = aus
rules-show = Zeig es mir{ $rest }
rules-show-rest = : was ohne sie bricht: { $title }
rules-show-title = Öffnet einen Lauf ohne diese Regel, in dem etwas bricht
rules-find = Den kürzesten Lauf finden{ $rest }
rules-find-rest = , in dem ohne sie etwas bricht: { $title }
rules-find-title = Versucht alle Reihenfolgen der Ereignisse vom Anfang des Laufs an, innerhalb von Grenzen, die du setzt
rules-without-nothing-breaks = Ohne sie: { $without }. Kein Versprechen bricht.
rules-without-breaks = Ohne sie: { $without }. Das kann brechen: { $title }.
rules-without-keeps-from = Ohne sie: { $without }. Das wird dann vielleicht nicht erreicht: { $title }.
