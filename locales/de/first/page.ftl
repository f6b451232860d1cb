# Was die eigenen Teile der Seite auf dem ersten Bildschirm sagen. Siehe ../page.ftl.

## Wörter, die an mehreren Stellen stehen.

quoted = „{ $text }“
some-of = { $count } von { $all }
percent = { $percent } %
deliver = Zustellen
drop = Verlieren
duplicate = Verdoppeln
route = { $from } an { $to }
route-the-client = der Client

## Was ein Server ist.

role-leader = Leader
role-follower = Follower
role-and-up = { $role }, läuft

## Die Karten der Server.

server-log = Log von { $name }
server-store = Store von { $name }
server-kill = Abschießen
server-kill-name = { $name } abschießen
server-nominate = Ernennen
server-nominate-name = { $name } ernennen
server-nominate-title = Sag { $name }: Du bist der Leader
server-trouble = Ärger für { $name }
server-trouble-title = Ärger für { $name }: Verbindungen und Platte
server-grip = Zieh { $name } weg, um ihn von den anderen zu trennen; an seinen Nachbarn entlang, um sie mitzunehmen
server-client = Client
server-client-is-you = das bist du
server-disk = Platte
server-disk-holds = das Log:{ $break }überlebt
server-memory = Speicher
server-memory-is-lost = verloren beim Abschuss

## Der Store eines Servers.

store-empty = leer

## Die Zellen eines Logs.

cell-missing = fehlt
compared-with = { $why ->
    [leader] verglichen mit { $server }, dem Leader
    [longest] verglichen mit { $server }, dem längsten Log
    [longest-up] verglichen mit { $server }, dem längsten laufenden Log
   *[named] verglichen mit { $server }
 }
logs-are-compared-with = { $why ->
    [leader] Verglichen mit { $server }, dem Leader.
    [longest] Verglichen mit { $server }, dem längsten Log.
    [longest-up] Verglichen mit { $server }, dem längsten laufenden Log.
   *[named] Verglichen mit { $server }.
 }

## Die Lampen: Versprechen und Ziele.

lamp = { $title }: { $state }
lamp-kept = gehalten
lamp-not-yet = noch nicht

## Die Konsole des Clients.

console-client = Client
console-server = Server
console-command = Befehl
console-send = Senden
console-ready-made = Fertige Befehle
console-kill-leader = Leader abschießen
console-nominate = { $name } ernennen
console-as-client = als Client

## Neben dem Gespräch.

side-promises = Versprechen { $of }
side-promises-of-protocol = dieses Protokolls
side-goals = Ziele
side-in-flight = Unterwegs
side-nothing-in-flight = Nichts ist unterwegs.
flight-message = Nachricht { $id }, { $route }
flight-deliver = { $id } zustellen, { $route }
flight-drop = { $id } verlieren, { $route }
flight-duplicate = { $id } verdoppeln, { $route }
newcomer = Noch ein Server
newcomer-name = Name des neuen Servers
newcomer-name-title = Kleine Buchstaben, Ziffern, - und _; zuerst ein Buchstabe; höchstens 16
newcomer-start = Server starten

## „Laufen lassen“: ein Startwert wählt die Schritte.

weather = Laufen lassen
weather-what = Was geschieht
weather-calm = Ruhig
weather-calm-title = Nachrichten kommen an, und wem etwas fehlt, der erfährt es
weather-calm-hint = Ein guter Tag: Was gesendet wurde, kommt an, und wenn nichts unterwegs ist, kümmert sich jemand um das, was fehlt. Derselbe Startwert vom selben Schritt an ergibt denselben Lauf.
weather-storm = Sturm
weather-storm-title = Nachrichten gehen auch verloren oder kommen doppelt, Server werden abgeschossen, Verbindungen getrennt
weather-storm-hint = Alles kann geschehen. Wo ein Versprechen bricht, hält es an. Derselbe Startwert vom selben Schritt an ergibt denselben Lauf.
weather-seed = Startwert
weather-steps = Schritte
weather-stop = Anhalten
weather-steps-made = Gemachte Schritte

## Die Leiste am Fuß.

playback-controls = Bedienung
playback-start = Zum Anfang
playback-back = Zurück
playback-step = Schritt
playback-play = Abspielen
playback-pause = Pause
playback-settle = Zur Ruhe
playback-reset = Zurücksetzen
playback-blocked = { $button }: { $why }
playback-at-start = Das ist der Anfang.
playback-position = Schritt { $step } von { $count }
playback-moment = Moment
playback-moment-now = Moment { $moment } von { $count }: { $status }
playback-speed = Tempo
playback-slow = Langsam
playback-normal = Normal
playback-fast = Schnell
playback-marks = Marken dieses Laufs

## Marken über dem Schieber.

mark-go = Gehe zu { $marks }
mark-at = Moment { $moment }: { $mark }
mark-nominated = { $name } ernannt
mark-question = eine Frage

## Das Gespräch.

ladder-conversation = Gespräch
ladder-keys = Mit den Pfeiltasten nach oben und unten geht es von Nachricht zu Nachricht; Enter zeigt eine ganz.
ladder-nothing-said = Noch ist nichts gesagt. Schritt lässt das Erste geschehen.
ladder-now = jetzt
ladder-go-to-now = Zum Jetzt
state-in-flight = unterwegs
state-delivered = zugestellt
ladder-deliver = Nachricht { $id } zustellen
ladder-drop = Nachricht { $id } verlieren
ladder-duplicate = Nachricht { $id } verdoppeln
ladder-more = Mehr zu Nachricht { $id }
ladder-message = Nachricht { $id }
