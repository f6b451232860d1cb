# What the page’s own panels say on the first screen. See ../page.ftl.

## Words that stand in several places.

quoted = “{ $text }”
# "2 of 3" servers are reached, steps are made, votes are counted.
some-of = { $count } of { $all }
percent = { $percent } %
# On buttons.
deliver = Deliver
drop = Drop
duplicate = Duplicate
# The ends of a message: a name is in quotation marks where it is only heard.
route = { $from } to { $to }
route-the-client = the client

## What a server is.

role-leader = leader
role-follower = follower
role-and-up = { $role }, up

## The cards of the servers.

server-log = Log of { $name }
server-store = Store of { $name }
server-kill = Kill
server-kill-name = Kill { $name }
server-nominate = Nominate
server-nominate-name = Nominate { $name }
server-nominate-title = Tell { $name }: you’re the leader
server-trouble = Trouble for { $name }
server-trouble-title = Trouble for { $name }: links and disk
server-grip = Drag { $name } away to part it from the others; along its neighbours, to take them with it
# What the rows of the cards are; $break is the end of a line. There is little room.
server-client = client
server-client-is-you = that’s you
server-disk = Disk
server-disk-holds = the log:{ $break }survives a kill
server-memory = Memory
server-memory-is-lost = lost when killed

## A server's store: its pairs of key and value.

store-empty = empty

## The cells of a log.

cell-missing = missing
# The log of which server cells are compared with, and why: it leads, its log is the longest, or a lesson names it.
compared-with = { $why ->
    [leader] compared with { $server }, the leader
    [longest] compared with { $server }, the longest log
    [longest-up] compared with { $server }, the longest log that is up
   *[named] compared with { $server }
 }
logs-are-compared-with = { $why ->
    [leader] Logs are compared with { $server }, the leader.
    [longest] Logs are compared with { $server }, the longest log.
    [longest-up] Logs are compared with { $server }, the longest log that is up.
   *[named] Logs are compared with { $server }.
 }

## The lamps: promises, which are kept or broken, and goals, which are reached or not yet.

# $state is one of the next messages.
lamp = { $title }: { $state }
lamp-kept = kept
lamp-not-yet = not yet

## The client's console.

console-client = Client
console-server = Server
console-command = Command
console-send = Send
console-ready-made = Ready-made commands
# The leader's name follows for listeners.
console-kill-leader = Kill the leader
console-nominate = Nominate { $name }
# Follows for listeners.
console-as-client = as the client

## Beside the conversation: what is in flight, what a leader believes, promises, another server.

# $of is the next message, in small letters.
side-promises = Promises { $of }
side-promises-of-protocol = of this protocol
side-goals = Goals
side-in-flight = In flight
side-nothing-in-flight = Nothing is in flight.
# $route is "“tom” to “dick”".
flight-message = Message { $id }, { $route }
flight-deliver = Deliver { $id }, { $route }
flight-drop = Drop { $id }, { $route }
flight-duplicate = Duplicate { $id }, { $route }
newcomer = Another server
newcomer-name = Name of the newcomer
newcomer-name-title = Small letters, digits, - and _; a letter first; at most 16
newcomer-start = Start server

## "Let it run": steps are chosen by a seed.

weather = Let it run
weather-what = What happens
weather-calm = Calm
weather-calm-title = Messages arrive, and whoever lacks something is told
weather-calm-hint = A good day: what was sent arrives, and when nothing is in flight, somebody sees to what is missing. The same seed from the same step makes the same run.
weather-storm = Storm
weather-storm-title = Messages are also lost and repeated, servers are killed, links are cut
weather-storm-hint = Anything may happen. It stops where a promise breaks. The same seed from the same step makes the same run.
weather-seed = Seed
weather-steps = Steps
weather-stop = Stop
weather-steps-made = Steps made

## The bar at the foot.

playback-controls = Controls
# Buttons.
playback-start = To the start
playback-back = Back
playback-step = Step
playback-play = Play
playback-pause = Pause
playback-settle = Settle
playback-reset = Reset
# Why a button can't be pressed.
playback-blocked = { $button }: { $why }
playback-at-start = This is the start.
playback-position = Step { $step } of { $count }
playback-moment = Moment
# $status is a sentence of the simulation.
playback-moment-now = Moment { $moment } of { $count }: { $status }
playback-speed = Speed
playback-slow = Slow
playback-normal = Normal
playback-fast = Fast
playback-marks = Marks of this run

## Marks over the slider. Each is a button, "Go to moment 3: dick killed, moment 5: power cut".

mark-go = Go to { $marks }
mark-at = moment { $moment }: { $mark }
mark-nominated = { $name } nominated
mark-question = a question

## The conversation.

ladder-conversation = Conversation
ladder-keys = Up and down arrow keys move between messages; Enter shows one whole.
ladder-nothing-said = Nothing has been said yet. Step lets the first thing happen.
ladder-now = now
ladder-go-to-now = Go to now
# What became of a message, in brackets after it.
state-in-flight = in flight
state-delivered = delivered
# Buttons of a message in flight.
ladder-deliver = Deliver message { $id }
ladder-drop = Drop message { $id }
ladder-duplicate = Duplicate message { $id }
ladder-more = More for message { $id }
# What follows a message for listeners, and short notes at its arrow.
ladder-message = message { $id }
