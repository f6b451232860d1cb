# Welche Lektionen es gibt. Siehe ../lessons.ftl.

## Wovon Lektionen handeln.

group-replication = Replikation
group-raft = Raft

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
