# Was über Texte gesagt wird: über die Textsprache, und was an einer Zeile falsch ist.

## Ein Fehler: „Zeile 3: gefunden tim, erwartet ein Server: tom und dick.“

fault-at-line = Zeile { $line }: { $fault }.
found-nothing = gefunden nichts, erwartet { $expected }
found-other = gefunden { $found }, erwartet { $expected }
found-large-text = gefunden ein Text von { $kilobytes } kB, erwartet höchstens 1 MB
found-tenth-server = gefunden ein zehnter Server, { $name }, erwartet höchstens { $limit }
found-second = gefunden ein zweites { $verb }, erwartet eines
found-no-protocol = gefunden kein Protokoll, erwartet eine Zeile wie protocol ask_length vor der ersten Aktion
found-long-log = gefunden Eintrag { $index } von { $name }, erwartet höchstens { $limit }
found-in-the-run = gefunden { $verb } nach dem Anfang, erwartet vor der ersten Aktion

## Was in einer Zeile eines Textes erwartet wurde.

expected-each-server-once = jeder Server einmal
expected-each-voter-once = jeder, der mitwählt, einmal
expected-names-of-voters = die Namen derer, die mitwählen
expected-names-of-servers = die Namen von 1 bis 9 Servern
expected-title = ein Titel von höchstens 200 Zeichen
expected-one-line = eine Zeile
expected-line-without-kept = eine Zeile ohne die Zeichen U+FDD0 bis U+FDEF, die Unicode dem Inneren von Programmen vorbehält
expected-message-number = die Nummer einer Nachricht, ab 1
expected-clients-words = was der Client sagt, nach dem Namen des Servers
expected-keep = wie viele Einträge bleiben
expected-index = der Index eines Eintrags, ab 1
expected-prompt = was der Server anbietet, nach seinem Namen
expected-action = client, deliver, drop, duplicate, kill, restart, start, cut, heal, full, free, wipe, disk, keep, damage, term, prompt, reload, step, settle, calm oder storm
expected-head-or-action = title, protocol, without, servers, voters, disk oder term, oder eine Aktion wie client, prompt, kill, step oder settle
expected-seed = ein Startwert, von 0 bis 4294967295
expected-moments = eine Zahl von Momenten, von 1 bis 20000
expected-trouble = lose, repeat, kill, cut, timeout, write, read oder change
expected-percentage = ein Prozentsatz, von 0 bis 100
expected-term-alone = ein Term allein, denn unter diesem Protokoll wählt niemand
expected-no-voters = keine solche Zeile, denn unter diesem Protokoll wählt niemand
expected-high-term = mindestens { $term }, der höchste Term seiner Einträge
expected-protocol = ein Protokoll: { $known }
expected-rule = eine Regel: { $known }
expected-no-rules = keine solche Zeile, denn { $protocol } hat keine solchen Regeln
expected-rule-of-protocol = eine Regel von { $protocol }: { $known }
expected-server = ein Server: { $known }
expected-nothing-after = nichts nach { $verb }
expected-one-server = { $verb } und ein Server
expected-two-servers = { $verb } und zwei Server
expected-seed-and-moments = { $verb }, ein Startwert und eine Zahl von Momenten
found-twice = { $name } zweimal
