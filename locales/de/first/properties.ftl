# Was der erste Bildschirm von Versprechen und von Stürmen sagt. Siehe ../properties.ftl.

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

## Was Servern in einem Sturm zustößt.

trouble-kill = Ein Server wird abgeschossen
trouble-cut = Eine Verbindung wird getrennt
trouble-timeout = Ein Server stellt sich zur Wahl
trouble-change = Es ändert sich, wer mitwählt
trouble-write = Der Client schreibt
trouble-read = Der Client liest
trouble-lose = Eine Nachricht geht verloren
trouble-repeat = Eine Nachricht kommt doppelt
