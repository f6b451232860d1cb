# Die Hilfe: was die Seite ist, in einer Minute, und ihre Tasten.

help-title = Wie das hier geht
help-cards = Jede Karte ist ein Server: Auf seiner { $disk } liegt das Log und überlebt einen Abschuss, in seinem { $memory } liegt der Store und überlebt ihn nicht. Eine Nachricht ist unterwegs, bis du sie zustellst, verlierst oder verdoppelst; die Reihenfolge bestimmst du. Zurück nimmt zurück, eine Nachricht nach der anderen; wer in der Vergangenheit etwas tut, beginnt eine neue Zukunft, und die alte lässt sich zurückholen.
help-disk = Platte
help-memory = Arbeitsspeicher
help-hands = Mit den drei Punkten auf einer Karte trennst du ihre Verbindungen und füllst oder beschädigst ihre Platte. Zieh eine Karte am Griff an ihrem oberen Rand, und sie wird von den anderen getrennt; zieh sie an ihren Nachbarn entlang, und die kommen mit; zieh noch einmal an ihnen, und die Verbindungen sind wieder ganz. Klick auf eine Nachricht, um ihren genauen Text zu sehen. Wenn du zu der Seite zurückkommst, ist alles, wie du es verlassen hast; für die Server war es ein Stromausfall, und sie können von ihren Platten aus weitermachen.
help-phone = Auf einem Telefon zeigt eine Zelle ihre Nummer: ↓ ist unterwegs, ≠ weicht ab, + ist überzählig; zwei Striche unter einer Nummer heißen wiederholt.

## Die Tasten.

help-keys = Tasten
help-key-space = Leer
help-key-home = Pos1
help-key-end = Ende
help-key-page-down = Bild ↓
help-key-page-up = Bild ↑
help-on = eine Nachricht weiter
help-back = eine Nachricht zurück
help-play = abspielen oder anhalten
help-start = zum Anfang
help-end = zum Ende des Laufs
help-help = diese Hilfe
help-clicker = Ein Presenter sendet die Bild-Tasten. „Vorführen“ im Banner zeigt nur das Gespräch, in großer Schrift; Escape beendet es.
help-use-keys = Diese Tasten benutzen

## Am Ende.

help-words = Wörter
help-not-in-here = Was hier fehlt
help-not-in-here-says = Uhren: Timeouts und Heartbeats kommen, wenn du es sagst. Snapshots: Ein Log wächst nur. Clients, die man wiedererkennt: Eine Anfrage, die zweimal ankommt, wird zweimal ausgeführt. Und nur in Raft gibt es Wahlen und Commits; bei den anderen Protokollen sagt der Client, wer Leader ist, und ein Eintrag zählt, sobald ein Server ihn geschrieben hat.
help-close = Schließen
