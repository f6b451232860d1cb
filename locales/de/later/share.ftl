# Der Dialog, der einen Lauf mitnimmt, und was zu Dateien gesagt wird, die geöffnet werden.

share-title = Teilen
share-close = Schließen

## Ein Bild des Gesprächs.

share-picture = Ein Bild des Gesprächs
share-scope = Was
share-scope-now = Bis jetzt
share-scope-whole = Den ganzen Lauf
share-colours = Farben
share-colours-light = Hell
share-colours-dark = Dunkel
share-save-svg = SVG sichern
share-save-png = PNG sichern
share-copy-picture = Bild kopieren
share-svg-saved = Das SVG ist gesichert.
share-png-saved = Das PNG ist gesichert.
share-picture-copied = Das Bild ist kopiert.
share-cannot-copy = Dieser Browser lässt die Seite keine Bilder kopieren. Sichere stattdessen das PNG.
share-may-not-copy = Der Browser hat die Seite das Bild nicht kopieren lassen. Sichere stattdessen das PNG.
share-too-long-for-dots = Dieses Gespräch ist zu lang für ein Bild aus Punkten. Sichere das SVG, oder geh zu einem früheren Moment, und sichere es bis dorthin.
share-too-large-for-dots = Ein so großes Bild konnte der Browser nicht zeichnen. Sichere stattdessen das SVG.
picture-too-long = Dieses Gespräch hat { $count } Nachrichten und Ereignisse, und ein Bild fasst höchstens { $limit }. Geh zu einem früheren Moment, und sichere es bis dorthin.
picture-in-words = Ein Gespräch, bis Schritt { $step } von { $count }.

## Eine Textdatei.

share-file = Eine Textdatei
share-file-what = Sie enthält den ganzen Lauf mit seiner Geschichte und seinen Kommentaren. Um eine zu öffnen, kannst du sie auch auf die Seite ziehen.
share-save-text = Als Text sichern
share-open-file = Datei öffnen …
share-file-name = lauf

## Was mit einer Datei nicht stimmt, die geöffnet werden sollte.

opening-failed = { $why } Der Lauf auf dem Bildschirm ist, wie er war.
opening-fault = { $file } lässt sich nicht öffnen. { $fault }
opening-no-file = Darunter ist keine Datei. Wähle eine Textdatei, die einen Lauf enthält.
opening-many-files = Das sind { $count } Dateien, und offen ist immer nur ein Lauf. Wähle eine davon.
opening-large = { $file } hat { $count } kB, und der Text eines Laufs hat höchstens { $limit } kB. Wähle eine andere Datei.
opening-unreadable = { $file } lässt sich nicht lesen: Vielleicht ist es ein Ordner, oder die Datei ist nicht mehr da. Wähle eine Textdatei, die einen Lauf enthält.
opening-no-text = { $file } ist kein Text in UTF-8. Wähle eine Textdatei, wie „Als Text sichern“ sie macht, oder speichere deine als UTF-8.

## Ein Rahmen in einer eigenen Seite.

share-frame = Ein Rahmen in einer eigenen Seite
share-frame-what = Er zeigt das Gespräch und seine Bedienung in diesem Moment, und behält nichts. Er passt in jede Breite ab 320 Pixeln.
share-frame-html = HTML des Rahmens
share-copy-html = HTML kopieren
share-html-copied = HTML kopiert
share-frame-name = Catchup: { $title }
share-frame-local = Diese Seite wurde von einer Platte geöffnet, wo keine andere Seite sie zeigen kann. Leg sie auf einen Webserver, und kopiere das HTML dort.

## Die ganze Seite in einer Datei.

share-page = Die ganze Seite in einer Datei
share-page-what = Sie öffnet sich mit einem Doppelklick, ohne Server und ohne Netz: für einen Stick, oder einen Raum ohne Netz.
share-save-page = Seite sichern
