# Der Dialog mit dem Lauf als Text.

script-title = Skript
script-says = Der ganze Lauf: ein Anfang, dann eine Aktion je Zeile. Ändere ihn, wie du willst.
script-field = Der Text des Laufs
script-copy = Kopieren
script-copied = Kopiert
script-run = Ausführen
script-close = Schließen
