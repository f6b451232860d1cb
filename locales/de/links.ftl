# Was die Seite von Links sagt, die sich nicht bilden oder öffnen lassen.

## Links, die sich nicht machen oder öffnen lassen.

link-trouble = Der Link lässt sich nicht öffnen. { $why }
link-cut = Der Text dieses Links endet mitten in einer Zeile; vielleicht wurde er unterwegs abgeschnitten. Gezeigt wird, was da ist.
link-large = Dieser Lauf ist zu lang für einen Link: Sein Text hat mehr als 1 MB. Kopiere stattdessen den Text.
link-long = Dieser Lauf ist zu lang für einen Link in diesem Browser. Kopiere stattdessen den Text.
link-other-format = Dieser Link ist in Format { $theirs } geschrieben, und diese Seite liest Format { $ours }. Lade die Seite neu; wenn das nicht hilft, lass dir den Link noch einmal geben.
link-broken = { $what } Vielleicht wurde er unterwegs abgeschnitten: Lass ihn dir noch einmal geben, und kopiere ihn ganz.
link-has-many-characters = Dieser Link hat { $count } Zeichen, und höchstens { $limit } werden gelesen.
link-ends-early = Dieser Link endet, bevor sein Text beginnt.
link-other-form = Dieser Link enthält { $found }, wo „plain,“ oder „deflate,“ erwartet wurde.
link-other-moment = Dieser Link öffnet bei { $found }, und erwartet wurde ein Moment von 0 bis { $limit }.
link-percent = Dieser Link enthält ein Prozentzeichen, dem nicht die Bytes eines Zeichens folgen.
link-holds-large-text = Dieser Link enthält einen Text von mehr als 1 MB.
link-packed = Dieser Link enthält Daten, die sich nicht entpacken lassen.
link-unpacks-large = Dieser Link wird beim Entpacken zu einem Text von mehr als 1 MB.
link-no-text = Dieser Link enthält Bytes, die kein Text in UTF-8 sind.
link-half-byte = Dieser Link enthält Daten, die mitten in einem Byte enden.
link-strange = Dieser Link enthält { $found }, was in base64url nicht vorkommt.
