# What the page itself says, from the start: what can be done, what is shown of the servers and their conversation, and how
# their disks are kept.

## What to do next, beside the story and in buttons.

# On the button that can't be pressed, and in the answer to why.
next-no-message = Nothing is in flight, so there is no message to deliver.
next-no-message-nobody-up = Nothing is in flight, and no server is up.
next-at-start = Nothing moves until you say so. Press Step, or do something of your own at any moment.
next-recorded = Step follows the recorded run. Deliver, drop or kill something, and it becomes your own.
next-in-flight = { $count ->
    [one] One message is in flight. Deliver it, drop it, or send it twice.
   *[other] { $count } messages are in flight. Deliver them in any order you like.
 }
next-nobody-leads = Nobody leads, and nothing is in flight. Time somebody out, and an election begins.
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
next-first-lesson = Lesson 1: { $title }
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
# $count is how many rules are off; the titles of up to three of them are $one, $two and $three.
run-without-rules = { $count ->
    [0] The same run, with all rules on.
    [1] The same run, without “{ $one }”.
    [2] The same run, without “{ $one }” and “{ $two }”.
    [3] The same run, without “{ $one }” and “{ $two }” and “{ $three }”.
   *[other] The same run, with { $count } rules off.
 }
run-without-rule-breaks = A run without “{ $rule }”, where “{ $promise }” breaks. Go back to see how it came to that; switch the rule on to see the same run with it.
run-without-rule-ends = A run without “{ $rule }”, where it ends. Go back to see how it came to that; switch the rule on to see the same run with it.
run-new-future = A new future begins here. The { $count ->
    [one] step that lay ahead is
   *[other] { $count } steps that lay ahead are
 } no longer part of the run.
run-bring-back = Bring it back
run-link-copied = The link is copied. It holds the whole run, and opens at this moment.
run-link-to-copy = Your browser doesn’t let the page copy. Copy the link from here: it holds the whole run, and opens at this moment.
play-goes-on = The recorded run is over. Play goes on as on a calm day, with the seed { $seed }.
let-run-made = { $count ->
    [one] One step was
   *[other] { $count } steps were
 } made, with the seed { $seed }.
let-run-made-and-over = { $count ->
    [one] One step was
   *[other] { $count } steps were
 } made, with the seed { $seed }. Nothing is left to do now.
let-run-broke = “{ $title }” was broken by step { $moment }, and here it is. Step goes on to what came after.
simulation-broke = The simulation broke: that is a bug in this page, and nothing that you did wrong. The run has started again from just before. Its text is under Script; please send it along when you report this.

## A room (the sandbox, a lesson, what a link holds) and its disks, as they are found when somebody comes back.

room-start-again = Start again
room-unusable = The disks in this browser can’t be used: { $fault } They are left as they are, and the page works in memory.
room-write-anew = Write them anew
room-from-disks = The servers have started from what lies on their disks here.
room-disks-count = What lies on the disks is not what the run left there, so the disks count: the servers have started from them.
room-disks-gone = The disks of this room are gone from the browser’s storage, so it begins anew.
room-as-left = Everything is as you left it. For the servers, this was a power cut.
room-go-on-from-disks = Go on from the disks
room-run-from-then = Open the run from then
room-power-cut = The servers went on from their disks. Your run was put aside.
room-in-other-tab = Another tab has this room open, so this one works in memory.
room-lost = Another tab took this room over, so this one works in memory from now on.
room-not-taken = This tab could not take the room over, so it goes on in memory. Close the other tab, and try again.
room-take-over = Take over here
room-gained = The other tab has let this room go, so this one keeps its disks from now on.
room-gained-theirs = The other tab has let this room go, so this one keeps its disks from now on, and goes on where that one stood.
room-gained-ours = The other tab has let this room go, so this one keeps its disks from now on. They hold what you see here; the run of the other tab was put aside.

## Why the browser's storage can't be used: after "Nothing can be kept:" and after "since".

storage-is-full = the browser’s storage for this site is full
storage-is-blocked = the browser blocks the storage of this page
storage-fails = the browser’s storage for this site doesn’t work
storage-none = Nothing can be kept: { $why }. The page works in memory: what you do is lost when you leave.
storage-lost = The disks can’t be kept any longer, since { $why }. The page goes on in memory: what you do now is lost when you leave.

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
