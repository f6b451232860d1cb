# Was die eigenen Teile der Seite auf dem ersten Bildschirm sagen. Siehe ../page.ftl.

## Was als Nächstes zu tun ist.

next-at-start = Nichts bewegt sich, bevor du es sagst. Drücke Schritt, oder tu in jedem beliebigen Moment etwas Eigenes.
next-recorded = Schritt folgt dem aufgezeichneten Lauf. Stell etwas zu, verliere es oder schieß jemanden ab, und es wird dein eigener.
next-first-lesson = Lektion 1: { $title }

## Der Lauf als Ganzes.

start-of-run = { $up ->
    [0] Das ist der Anfang. Noch gibt es keinen Server.
    [one] Das ist der Anfang: Ein Server läuft, und noch ist nichts gesagt.
   *[other] Das ist der Anfang: { $up } Server laufen, und noch ist nichts gesagt.
 }

## Ein Raum und seine Platten.

room-in-other-tab = Ein anderer Tab hat diesen Raum offen, also arbeitet dieser im Arbeitsspeicher.
room-not-taken = Dieser Tab konnte den Raum nicht übernehmen, also macht er im Arbeitsspeicher weiter. Schließ den anderen Tab, und versuch es noch einmal.
room-take-over = Hierher übernehmen

## Warum sich der Speicher des Browsers nicht verwenden lässt.

storage-is-full = der Speicher des Browsers für diese Website ist voll
storage-is-blocked = der Browser sperrt den Speicher dieser Seite
storage-fails = der Speicher des Browsers für diese Website funktioniert nicht
storage-none = Nichts lässt sich aufbewahren: { $why }. Die Seite arbeitet im Arbeitsspeicher: Was du tust, ist verloren, wenn du gehst.
storage-lost = Die Platten lassen sich nicht länger aufbewahren, denn { $why }. Die Seite macht im Arbeitsspeicher weiter: Was du jetzt tust, ist verloren, wenn du gehst.

## Was auf der Platte eines Servers liegt und dort nicht hingehört.

disk-turned-out-full = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren.
disk-turned-out-full-and-left-out = Der Speicher des Browsers ist voll, also ist die Platte von { $name } von hier an voll. Nichts, was geschrieben wurde, ist verloren. Was vom aufgezeichneten Lauf nicht mehr passt, wurde weggelassen.

## Wörter, die an mehreren Stellen stehen.

some-of = { $count } von { $all }
percent = { $percent } %
deliver = Zustellen
drop = Verlieren
duplicate = Verdoppeln
heal = Heilen
heal-all = Alle heilen
route = { $from } an { $to }
route-the-client = der Client
message-again = noch mal { $id }

## Was ein Server ist.

role-leader = Leader
role-stale-leader = veralteter Leader
role-candidate = Kandidat
role-follower = Follower
role-down = aus
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
lamp-broken = { $step ->
    [0] von Anfang an gebrochen
   *[other] gebrochen seit Schritt { $step }
 }
lamp-reached = erreicht
lamp-happened = geschehen
lamp-not-yet = noch nicht
lamp-go = { $step ->
    [0] Zum Anfang
   *[other] Zu Schritt { $step }
 }

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
side-waiting = Wartet
side-in-flight = Unterwegs
side-waits-at = { $request } bei { $server }
side-nothing-in-flight = Nichts ist unterwegs.
side-more-in-flight = und { $count } weitere, alle im Gespräch
side-links-cut = { $count } Verbindungen sind getrennt.
side-which-links = Welche
side-link-cut = { $one } und { $other } erreichen sich nicht.
side-believes = Was { $name } glaubt
flight-message = Nachricht { $id }, { $route }
flight-deliver = { $id } zustellen, { $route }
flight-drop = { $id } verlieren, { $route }
flight-duplicate = { $id } verdoppeln, { $route }
newcomer = Noch ein Server
newcomer-name = Name des neuen Servers
newcomer-name-title = Kleine Buchstaben, Ziffern, - und _; zuerst ein Buchstabe; höchstens 16
newcomer-start = Server starten
voting-votes-for = Stimmen für { $name }
voting-needed = Term { $term }: { $needed } von { $count } genügen
voting-leaders = Wer führt was
voting-term = Term
voting-reaches = erreicht

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
status-broken = { $title }: gebrochen. { $says }

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
