# Was eine Lektion fragt, vorgibt und von sich erzählt. Die Texte der Lektionen selbst stehen in lessons/.

## Die Titel der Lektionen.

lesson-title-two-servers = Zwei Server, ein Gespräch
lesson-title-every-tom-dick-and-harry = Every Tom Dick and Harry
lesson-title-harry-takes-a-nap = harry macht ein Nickerchen
lesson-title-the-same-length = Gleich lang ist nicht gleich
lesson-title-asked-twice = Zweimal gefragt
lesson-title-too-long-to-follow = Zu lang zum Folgen
lesson-title-walking-back = Bitte einen Schritt zurück
lesson-title-with-hints = Ein Hinweis spart den Weg
lesson-title-a-late-yes = Ein spätes Ja
lesson-title-figure-7 = Abbildung 7
lesson-title-nobody-is-nominated = Niemand wird ernannt
lesson-title-two-stand-at-once = Zwei stellen sich zugleich zur Wahl
lesson-title-done-means-committed = Erledigt heißt committet
lesson-title-two-leaders = Ein Netz in zwei Teilen
lesson-title-an-old-entry = Ein alter Eintrag
lesson-title-ask-the-leader = Frag den Leader
lesson-title-one-more-one-less = Einer mehr, einer weniger

## Wovon Lektionen handeln.

group-replication = Replikation
group-raft = Raft

## Eine Frage vor einem Schritt.

before-delivery = Nachricht { $id } kommt gleich an bei: { $to ->
    [client] den Client
   *[other] { $to }
 }.
before-action = Der nächste Schritt ist „{ $action }“.
asks-answer = Was wird { $server } antworten?
asks-changed-logs = Wessen Log ändert sich?
asks-leaders = Wer ist dann Leader?
asks-committed = Ist Eintrag { $index } dann committet?
asks-value = Was ist { $key } bei { $server } dann?

## Antworten zur Auswahl.

answer-nothing = Nichts
answer-nothing-yet = Noch nichts
answer-log-of = das von { $name }
answer-log-of-nobody = Keines
answer-nobody = Niemand
answer-not-yet = Noch nicht
answer-known-by = { $count ->
    [one] Ja, und { $names } weiß es
   *[other] Ja, und { $names } wissen es
 }
answer-down = Nichts: { $server } läuft nicht
answer-no-key = Nichts: { $key } gibt es dort nicht

## Ziele.

goal = { $aim }.
goal-in-at-most = { $count ->
    [one] { $aim }, mit höchstens { $count } Aktion.
   *[other] { $aim }, mit höchstens { $count } Aktionen.
 }
aim-disagree = Bring { $one } und { $other } dazu, sich bei Index { $index } zu widersprechen
aim-lead = { $count ->
    [one] Mach { $names } zum Leader
   *[other] Mach { $names } gleichzeitig zu Leadern
 }
aim-committed = { $count ->
    [0] Bring einen Eintrag dazu, committet zu werden
    [1] Bring einen Eintrag dazu, committet zu werden, während ein Server nicht läuft
   *[other] Bring einen Eintrag dazu, committet zu werden, während { $count } Server nicht laufen
 }
aim-have = { $count ->
    [one] Bring „{ $command }“ in das Log von { $count } Server
   *[other] Bring „{ $command }“ in die Logs von { $count } Servern
 }
aim-equal = Mach alle Logs gleich, wobei jeder Server läuft
aim-broken = Brich ein Versprechen
aim-broken-promise = Brich „{ $title }“

## Eine Zeile einer Lektion, die nicht zu lesen ist.

guide-fault = Vor Schritt { $step } steht die Zeile { $line }; erwartet wurde { $expected }. Ändere sie unter Skript; alles andere geht ohne sie weiter.
guide-fault-at-the-end = Am Ende steht die Zeile { $line }; erwartet wurde { $expected }. Ändere sie unter Skript; alles andere geht ohne sie weiter.
expected-opening = #@ opens here
expected-opening-once = diese Zeile nur einmal
expected-action-after-question = eine Aktion nach der Frage, von der sie handelt
expected-one-question = eine einzige Frage vor einer Aktion
expected-before-hint = eine Frage oder ein Ziel vor einem Hinweis
expected-number = eine Zahl
expected-question = what will NAME answer, whose log changes, who leads then, is entry N committed then oder what is KEY at NAME then
expected-goal = A and B disagree at index N, A leads, A and B lead, an entry is committed with N servers down, N servers have COMMAND, all logs are equal, a promise is broken oder PROMISE is broken
expected-goal-part = in at most N actions oder best known N, nach einem Komma
expected-one-of = eines von { $known }
