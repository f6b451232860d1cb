# What the page itself says: what can be done, what is shown of the servers and their conversation, and how
# their disks are kept.

## The page as a whole.

# What bookmarks and search engines show of the page. English stands in index.html, too.
page-description = Five polite servers with a log each. Nominate a leader, step through the conversation message by message, kill and restart them, lose and repeat messages, and see why Raft does what it does.

## What to do next, beside the story and in buttons.

next-at-start = Nothing moves until you say so. Press Step, or do something of your own at any moment.
next-recorded = Step follows the recorded run. Deliver, drop or kill something, and it becomes your own.
next-first-lesson = Lesson 1: { $title }
# On the button that can't be pressed, and in the answer to why.
next-no-message = Nothing is in flight, so there is no message to deliver.
next-no-message-nobody-up = Nothing is in flight, and no server is up.
next-in-flight = { $count ->
    [one] One message is in flight. Deliver it, drop it, or send it twice.
   *[other] { $count } messages are in flight. Deliver them in any order you like.
 }
next-nobody-leads = Nobody leads, and nothing is in flight. Time somebody out, and an election begins.
next-goal = Nothing is in flight. Now it is for you to reach the goal above, or to go on.
next-no-server = There is no server yet. Start one under “Another server”.
next-nobody-up = No server is up, so nothing can be said. Restart one, then let the client say something.
next-not-equal = Nothing is in flight, and the logs are not equal yet. Let the client say something, or make somebody the leader.
# $up is how many servers are up, at most nine. All are.
next-equal = { $up ->
    [1] One server is up, and nobody to compare its log with
    [2] Both logs are equal
    [3] All three logs are equal
    [4] All four logs are equal
    [5] All five logs are equal
    [6] All six logs are equal
    [7] All seven logs are equal
    [8] All eight logs are equal
   *[other] All nine logs are equal
 }. Nothing is in flight: let the client say something, kill somebody, or go on.
# The same where $down servers are down.
next-equal-of-those-up = { $up ->
    [1] One server is up, and nobody to compare its log with
    [2] Both logs are equal of those that are up
    [3] All three logs are equal of those that are up
    [4] All four logs are equal of those that are up
    [5] All five logs are equal of those that are up
    [6] All six logs are equal of those that are up
    [7] All seven logs are equal of those that are up
   *[other] All eight logs are equal of those that are up
 }. { $down ->
    [1] One is down
    [2] Two are down
    [3] Three are down
    [4] Four are down
    [5] Five are down
    [6] Six are down
    [7] Seven are down
   *[other] Eight are down
 }.
# Buttons. Of a label with ": " only what is before that is shown where there is little room.
next-again = Once more from the start
next-lesson = Next lesson: { $title }
next-sandbox = On to the sandbox
next-bring-up = Bring { $name } back up
# $prompt is a word of the text language that a protocol offers, "resend".
next-let = Let { $name } { $prompt }
# $prompt is what a protocol offers, as it is said to a server: "Time out".
prompt-to = { $prompt } { $name }
next-nominate = Make { $name } the leader
next-nominate-again = Make { $name } the leader again
ask-instead = Ask { $name } instead

## The run as a whole: notices about it, and the sentence of its start.

start-of-run = { $up ->
    [0] This is the start. There is no server yet.
    [one] This is the start: one server is up, and nothing has been said.
   *[other] This is the start: { $up } servers are up, and nothing has been said.
 }
run-without-title = A run without a title
run-opened = Another run was opened in this room.
# Follows another sentence. $first is a sentence of the simulation.
run-left-out = { $count } actions were left out; the first: { $first }
run-reset = Back at this room’s own start.
run-reset-with-disks = Back at this room’s own start; its disks were written anew.
run-under = The same story, under “{ $title }”.
run-under-without-lesson = The same run, under “{ $title }”. What the text says and asks on the way is about “{ $before }”, so it is left out until you choose that again.
# $count is how many rules are off; the titles of up to three of them are $one, $two and $three.
run-without-rules = { $count ->
    [0] The same run, with all rules on.
    [1] The same run, without “{ $one }”.
    [2] The same run, without “{ $one }” and “{ $two }”.
    [3] The same run, without “{ $one }” and “{ $two }” and “{ $three }”.
   *[other] The same run, with { $count } rules off.
 }
run-without-rule-breaks = A run without “{ $rule }”, where “{ $promise }” breaks. Go back to see how it came to that; switch the rule on to see the same run with it.
# $goal is what is not reached without the rule, and $says the sentence that tells why: "every has 1 entry; dick lacks entry 1."
run-without-rule-misses = A run without “{ $rule }”, at whose end “{ $goal }” is not reached: { $says } Go back to see how it came to that; switch the rule on to see the same run with it.
run-new-future = A new future begins here. The { $count ->
    [one] step that lay ahead is
   *[other] { $count } steps that lay ahead are
 } no longer part of the run.
run-bring-back = Bring it back
run-link-copied = The link is copied. It holds the whole run, and opens at this moment.
run-link-to-copy = Your browser doesn’t let the page copy. Copy the link from here: it holds the whole run, and opens at this moment.
play-goes-on = The recorded run is over. Play goes on as on a calm day, with the seed { $seed }.
weather-made = { $count ->
    [one] One step was
   *[other] { $count } steps were
 } made, with the seed { $seed }.
weather-made-and-over = { $count ->
    [one] One step was
   *[other] { $count } steps were
 } made, with the seed { $seed }. Nothing is left to do now.
weather-broke = “{ $title }” was broken by step { $moment }, and here it is. Step goes on to what came after.
simulation-broke = The simulation broke: that is a bug in this page, and nothing that you did wrong. The run has started again from just before. Its text is under Script; please send it along when you report this.

## A room (the sandbox, a lesson, what a link holds) and its disks, as they are found when somebody comes back.

room-in-other-tab = Another tab has this room open, so this one works in memory.
room-not-taken = This tab could not take the room over, so it goes on in memory. Close the other tab, and try again.
room-take-over = Take over here
room-start-again = Start again
room-unusable = The disks in this browser can’t be used: { $fault } They are left as they are, and the page works in memory.
room-write-anew = Write them anew
room-from-disks = The servers have started from what lies on their disks here.
room-disks-count = What lies on the disks is not what the run left there, so the disks count: the servers have started from them.
room-other-went-on = Another tab went on in this room since you left it. This is where it stood.
room-disks-gone = The disks of this room are gone from the browser’s storage, so it begins anew.
room-as-left = Everything is as you left it. For the servers, this was a power cut.
room-go-on-from-disks = Go on from the disks
room-run-from-then = Open the run from then
room-power-cut = The servers went on from their disks. Your run was put aside.
room-lost = Another tab took this room over, so this one works in memory from now on.
room-gained = The other tab has let this room go, so this one keeps its disks from now on.
room-gained-theirs = The other tab has let this room go, so this one keeps its disks from now on, and goes on where that one stood.
room-gained-ours = The other tab has let this room go, so this one keeps its disks from now on. They hold what you see here; the run of the other tab was put aside.

## What lies on a server's disk that shouldn't.

disk-turned-out-full = The browser’s storage is full, so { $name }’s disk is full from here on. Nothing that was written is lost.
disk-turned-out-full-and-left-out = The browser’s storage is full, so { $name }’s disk is full from here on. Nothing that was written is lost. What no longer fits of the recorded run was left out.
# $first is the one action in the text language, where it is only one.
disk-changed-by-hand = Somebody changed { $name }’s disk by hand. The run has recorded it: { $count ->
    [one] { $first }
   *[other] { $count } actions
 }.
# $fault is one of those that follow.
disk-keeps-server-down = { $name } can’t start: { $fault }. First choose what is to become of its disk.
disk-entry-too-many = entry { $index } is one too many: a log holds at most { $limit } entries
# $name is in quotation marks.
disk-strange-key = { $name } lies on the disk, which is not the number of an entry
disk-term-unreadable = its term can’t be read
disk-entry-marked = entry { $index } is damaged: it is marked as unreadable
# $text is in quotation marks.
disk-entry-without-checksum = entry { $index } is damaged: { $text } has no checksum
disk-entry-mismatch = { $before ->
    [0] entry { $index } is damaged: its checksum is { $found }, but what it holds gives { $fits }
   *[other] entry { $index } is damaged: its checksum is { $found }, but what it holds gives { $fits } after entry { $before }
 }
# $text is in quotation marks; $expected is one of the next three, or what a catalogue of the simulation has.
disk-entry-expected = entry { $index } is { $text }, where { $expected } was expected
disk-expected-whole-characters = an entry without halves of characters
disk-expected-one-line = an entry on one line
disk-expected-entry = a term, a blank and a command
disk-foreign-format = the disk was written in format { $found }, and this page reads format { $own }
# $count is how many are missing: from $first to $last.
disk-entries-missing = { $count ->
    [one] entry { $first } is missing, but entry { $found } is there
   *[other] entries { $first } to { $last } are missing, but entry { $found } is there
 }

## What is wrong with the list of a room's servers, which lies beside their disks. $name is in quotation marks.

disk-registry-lists-client = The registry lists { $name }, which is you. It is left out.
disk-registry-lists-no-name = The registry lists { $name }, which can't be a server's name. It is left out.
disk-registry-lists-twice = The registry lists { $name }, which it lists already. It is left out.
disk-registry-lists-too-many = The registry lists { $name }, which is one more than the { $limit } that there can be. It is left out.
disk-voters-list-stranger = The voters list { $name }, who is not registered. It is left out.

## The cards of the servers.

server-restart = Restart
server-restart-name = Restart { $name }
# A button; $prompt, "resend", is what is seen of it.
server-prompt-from = { $prompt } from { $name }
server-term = term { $term }
server-no-voter = no voter
server-vote = vote: { $name }
server-no-vote = vote: none
# One fact about each: of who is down, of leaders ($reached is "2 of 3"), of candidates ($counted is "1 of 2"), of followers.
server-knows-nothing = knows nothing
server-reaches = reaches { $reached }
server-votes = { $counted } votes
server-follows = follows { $name }
server-follows-nobody = follows nobody yet
server-disk-holds-votes = term, vote, log:{ $break }survive a kill
# In place of what was in memory; $memory, the next message, is left out where there is little room.
server-memory-gone = { $memory } lost
server-its-memory = memory
# What a leader believes of a follower: up to here their logs match, and this is the next entry to send.
server-match = match
server-next = next
server-folded = 1 to { $last }
server-entries-in-view = Entries { $first } to { $last } of { $count }
server-entries-first = First { $count }
server-entries-earlier = Earlier
server-entries-later = Later
server-entries-last = The last
# $found is "tom has set b 2, dick has no entry 2".
server-verdict = At { $index }: { $found }
server-entry-damaged = Entry { $index } is damaged.
# Three buttons: what is to become of a disk that can't be read. $count is how many entries before the fault can be trusted.
repair-keep = { $count ->
    [0] Keep nothing
    [1] Keep entry 1
   *[other] Keep 1 to { $count }
 }
repair-take = Take it as it is
repair-take-title = Read the rest as if nothing were wrong
repair-cannot-take = (it can’t be read)
repair-cannot-take-title = The rest can’t be read
repair-wipe = Wipe it

## A server's store: its pairs of key and value.

store-applied = { $index ->
    [0] nothing applied
   *[other] applied up to { $index }
 }
store-pairs = { $count ->
    [one] 1 pair
   *[other] { $count } pairs
 }
store-pairs-of = { $count ->
    [one] 1 pair of { $name }
   *[other] { $count } pairs of { $name }
 }
store-all = { $count ->
    [one] All 1 pair
   *[other] All { $count } pairs
 }
store-more = { $count } more
store-more-of = { $count } more of { $name }
store-fewer = fewer
store-fewer-of = Fewer of { $name }

## The cells of a log.

# What a cell has to say for itself: under its index, or in brackets after its entry, "2 set b 9 (not committed, differs)".
cell-damaged = damaged
cell-breaks-a-promise = breaks a promise
cell-asked = asked about
cell-differs = differs
cell-repeated = repeated
cell-surplus = surplus
cell-on-its-way = on its way
cell-held = held
cell-committed = committed
cell-not-committed = not committed
cell-will-be-removed = will be removed
cell-goes-when-healed = goes when healed
# $entry is "2 set b 9" or "set b 9".
cell-of-term = { $entry } of term { $term }
# What the other side of a comparison has: "dick has set b 2".
cell-found = { $name } has { $entry }
cell-found-none = { $name } has no entry { $index }
# What the entries hold that are not in view, in few words: from 1 to $last they are as in the log they are compared with.
folded-damaged = entry { $index } is damaged
folded-breaks-a-promise = entry { $index } breaks a promise
folded-differs = entry { $index } differs
folded-differ = { $count } of 1 to { $last } differ
folded-agree = { $last ->
    [1] 1 agrees
   *[other] 1 to { $last } agree
 }
folded-surplus = { $count } surplus
folded-missing = { $count } missing
folded-agree-then-surplus = { $last ->
    [1] 1 agrees, { $count } surplus
   *[other] 1 to { $last } agree, { $count } surplus
 }
folded-agree-then-missing = { $last ->
    [1] 1 agrees, { $count } missing
   *[other] 1 to { $last } agree, { $count } missing
 }

## What is said while a server's card is dragged away from the others.

pull-nobody = Drag { $name } away, alone or along its neighbours. Let go here, and nothing happens.
pull-everybody = Nobody would be left on the other side. Let go here, and nothing happens.
pull-parts = Let go to part { $group } from { $others }.
pull-joins = Let go to let { $group } reach { $others } again.

## Votes for a candidate: what became of each.

vote-its-own = yes, its own
vote-counted = yes, counted
vote-yes-in-flight = yes, in flight
vote-no-in-flight = no, in flight
vote-asked = asked, in flight
vote-not-answered = has not answered

## Why a request waits for its answer, and what would help.

# $reached of $voters servers, where it takes $needed.
waiting-cannot-reach = { $advice ->
    [heal] { $reached } of { $voters } can be reached, and it takes { $needed }: heal.
    [restart] { $reached } of { $voters } can be reached, and it takes { $needed }: restart one.
    [heal-or-restart] { $reached } of { $voters } can be reached, and it takes { $needed }: heal, or restart one.
   *[none] { $reached } of { $voters } can be reached, and it takes { $needed }.
 }
waiting-at-stale-leader = A majority elected another leader for a later term, so no majority agrees with { $name } any more.
waiting-for-messages = A majority has to answer. Messages are in flight: deliver them.
waiting-for-a-majority = A majority has to answer, and nothing is in flight. { $name } can send again.

## Marks over the slider. Each is a button, "Go to moment 3: dick killed, moment 5: power cut".

mark-go-and-more = Go to { $marks }, and { $count } more
mark-dropped = message { $id } dropped
mark-timed-out = { $name } timed out
mark-elected = { $name } elected
mark-killed = { $name } killed
mark-restarted = { $name } restarted
mark-cut = link between { $one } and { $other } cut
mark-healed = link between { $one } and { $other } healed
mark-power-cut = power cut
mark-broken = { $title } broken

## Tags on the ladder. On a server's lane, and after its name or those of both ends for listeners: "dick killed".

tag-timed-out = timed out: term { $term }
tag-elected = elected: leads term { $term }
tag-killed = killed
tag-restarted = restarted
tag-started = started
tag-cut = link cut
tag-healed = link healed
tag-partition = partition
tag-partition-healed = partition healed
tag-disk-full = disk full
tag-disk-free = disk free
tag-disk-wiped = disk wiped
tag-disk-written = disk written
tag-disk-cut-short = disk cut short
tag-disk-damaged = disk damaged
tag-term-written = term written
tag-power-cut = power cut

## The conversation.

state-dropped = dropped
state-refused = refused
ladder-copy-of = copy of { $id }
ladder-takes-term = takes term { $term }
ladder-committed = committed up to { $index }
ladder-nobody-home = nobody home
# $numbers are those of messages whose requests wait.
ladder-waits = { $count ->
    [one] { $numbers } waits
   *[other] { $numbers } wait
 }
ladder-waits-at = { $count ->
    [one] { $numbers } waits at { $name }
   *[other] { $numbers } wait at { $name }
 }
ladder-waiting-at = Waiting at { $name }
# Of a message that is shown whole.
detail-exact-text = Exact text
detail-exact-text-with-entries = Exact text; each entry is its index, its term and its command
detail-exact-text-of = Exact text of message { $id }

## The conversation, as it is drawn.

# Below the conversation, on an arrow that nobody has sent yet, while a lesson asks what $name will answer.
ladder-asked-answer = { $name }’s answer: ?

## Why the browser's storage can't be used: after "Nothing can be kept:" and after "since".

storage-is-full = the browser’s storage for this site is full
storage-is-blocked = the browser blocks the storage of this page
storage-fails = the browser’s storage for this site doesn’t work
storage-none = Nothing can be kept: { $why }. The page works in memory: what you do is lost when you leave.
storage-lost = The disks can’t be kept any longer, since { $why }. The page goes on in memory: what you do now is lost when you leave.

## Words that stand in several places.

heal = Heal
heal-all = Heal all
# After the number of a message that arrives a second time: "5 again 3".
message-again = again { $id }

## What a server is.

role-stale-leader = stale leader
role-candidate = candidate
role-down = down

## The lamps: promises, which are kept or broken, and goals, which are reached or not yet.

lamp-broken = { $step ->
    [0] broken from the start
   *[other] broken since step { $step }
 }
lamp-reached = reached
lamp-happened = happened
lamp-go = { $step ->
    [0] Go to the start
   *[other] Go to step { $step }
 }

## Beside the conversation: what is in flight, what a leader believes, promises, another server.

# Headings; their number follows.
side-waiting = Waiting
side-waits-at = { $request } at { $server }
side-more-in-flight = and { $count } more, all in the conversation
side-links-cut = { $count } links are cut.
side-which-links = Which
side-link-cut = { $one } and { $other } can’t reach each other.
side-believes = What { $name } believes
voting-votes-for = Votes for { $name }
voting-needed = term { $term }: { $needed } of { $count } elect
voting-leaders = Who leads what
voting-term = term
voting-reaches = reaches

## The bar at the foot.

# For listeners, when a promise breaks; $says is a sentence of the simulation.
status-broken = { $title }: broken. { $says }
# For listeners, after the sentence of a step that ends in a lesson’s question.
status-answers = The story has { $count } answers to choose from.
# For listeners, when a message is shown whole; $text is what goes over the wire.
status-exact-text = Exact text of message { $id }: { $text }
