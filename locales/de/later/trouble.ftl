# Was einem Server zustoßen kann.

befall-menu = Was { $name } zustoßen kann
befall-links = Verbindungen von { $name }
befall-cut = { $name } trennen
befall-cut-title = Ganz; klick, um sie zu trennen
befall-heal = { $name } heilen
befall-heal-title = Getrennt; klick, um sie zu heilen
befall-partition = Partition
befall-isolate = { $name } abtrennen
befall-two-groups = Zwei Gruppen
befall-side-of = Zwei Gruppen. Auf der Seite von { $name }:
befall-part = Trennen
befall-disk = Platte von { $name }
befall-fill-disk = Platte füllen
befall-free-disk = Platte leeren
befall-wipe-disk = Platte löschen
befall-kill-first = Schieß ihn zuerst ab, dann lässt sich seine Platte von Hand ändern.
befall-entry = Eintrag { $field }
befall-damage = Beschädigen
befall-first-entries = Einträge 1 bis { $field }
befall-keep = Nur diese behalten
befall-term = Term { $field }
befall-next-entry = Eintrag { $index } { $field }
befall-add = Anfügen
