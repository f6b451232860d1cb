# What the simulation says: clients and servers, events, rejected actions.

## Pieces that sentences are built from.

entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }
# $count is how many they are: from $first to $last.
entry-range = { $count ->
    [0] nothing
    [1] entry { $first }
    [2] entries { $first } and { $last }
   *[other] entries { $first } to { $last }
 }
# A list is built word by word: "tom, dick" from "tom" and "dick", then "tom, dick and harry".
list-more = { $listed }, { $word }
list-last = { $listed } and { $word }
list-nobody = nobody
# Only the beginning of a long text.
quoted-beginning = “{ $text }…”

## What is no name, operation, entry or term of the text language: what was expected.

expected-name = a name of 1 to 16 characters: a small letter, then small letters, digits, _ or -
expected-name-not-client = a name other than client, which is you
expected-short-command = a command of at most 200 characters
expected-command-on-one-line = a command on one line
expected-command-without-kept = a command without the characters U+FDD0 to U+FDEF, which Unicode keeps for programs’ own use
expected-set = set KEY VALUE, with a value of at least one character
expected-delete = delete KEY, with one key
expected-command = set KEY VALUE or delete KEY
expected-no-op = no_op, alone
expected-operation = set KEY VALUE, delete KEY, no_op or configuration NAMES
expected-configuration = configuration and the names of registered servers, each once, in order of registration
expected-term = a term, a whole number from 0 to 1000000000

## What a client sends that no server can read: what was expected. "I expected get KEY, with one key."

expected-get = get KEY, with one key
expected-show = show, alone
expected-show-log = show_log, alone
expected-add-server = add_server NAME, with the name of one server
expected-remove-server = remove_server NAME, with the name of one server
expected-nomination = youre_the_leader, alone
expected-request = a request of at most 200 characters

## What a client says to a server, in a balloon on the ladder.

client-says-lead = You’re the leader.
client-says-lead-in-term = You’re the leader, in term { $term }.
client-says-write = { $command }, please.
client-says-get = What is { $key }?
client-says-add = Let { $name } vote, please.
client-says-remove = Let { $name } vote no more, please.
client-says-show = Show me your store, please.
client-says-show-log = Show me your log, please.

## What a server answers a client.

reply-leading = Thank you, I’ll see to it.
reply-wrote = Done: { $operation } is my entry { $index }.
reply-open = I don’t lead any more; whether entry { $index } stays is open.
reply-no-value = (empty: I have no { $key })
reply-value = { $key } is { $value }.
reply-empty-store = My store is empty.
reply-store = My store, { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 }: { $pairs }.
reply-large-store = My store, all { $count } pairs of it.
reply-empty-log = My log is empty.
reply-log = My log, { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } long.
reply-standing = Thank you. I stand for election.
reply-leads-already = I lead already.
# Beside a reply that is a no.
reply-note-declined = declined

## The same told by somebody else: what the server did.

told-wrote = { $name } put { $operation } on its disk as entry { $index }, applied it, and says so.
told-no-value = { $name } has no { $key } in its store, so its answer is empty.
told-value = { $name } has { $key } in its store and answers: { $value }.
told-store = { $name } answers with what is in its store: { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 }.
told-log = { $name } answers with what is in its log: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }.
told-open = { $name } leads no more, and doesn’t know whether entry { $index } stays.
told-leading = { $name } takes the nomination.
told-standing = { $name } stands for election.
told-leads-already = { $name } leads already, so nothing changes.
told-declined = { $name } politely declines: { $reason }

## Why the voters can’t be changed: in "Sorry, there is no server tom.", and in "tom politely declines: there is no server tom."

unchanged-not-registered = there is no server { $name }
unchanged-votes-already = { $name } votes already
unchanged-votes-not-anyway = { $name } does not vote anyway
unchanged-is-the-last = nobody would vote without { $name }
unchanged-last-change-is-open = the last change, entry { $index }, is not committed yet
unchanged-nothing-of-its-term = no entry of this term is committed yet

## A server politely says no.

declined-unknown = Sorry, I don’t know { $text }. I know { $known }.
declined-malformed = Sorry, I can’t read { $text }. I expected { $expected }.
declined-disk-full = Sorry, my disk is full.
declined-log-full = Sorry, my log holds no more than { $limit } entries.
declined-no-leader = Sorry, I’m not the leader, and I have heard of none.
declined-not-leader = Sorry, I’m not the leader. Please ask { $leader }.
declined-old-term = Sorry, term { $term } is over: I am in term { $own }.
declined-no-later-term = Sorry, terms end at { $limit }, and somebody is in that one already.
declined-not-a-voter = Sorry, I don’t vote, so nobody can vote for me.
declined-leads-no-more = Sorry, I don’t lead any more, so I can’t tell what is true now.
declined-unchanged = Sorry, { $why }.

## The same told by somebody else, after "tom politely declines:".

why-unknown = it doesn’t know { $text }. It knows { $known }.
why-malformed = it can’t read { $text }. It expected { $expected }.
why-disk-full = its disk is full.
why-log-full = its log has { $limit } entries and holds no more.
why-no-leader = it is not the leader, and has heard of none.
why-not-leader = it is not the leader, and last heard from { $leader } as one.
why-old-term = the nomination is for term { $term }, and it is in term { $own } already.
why-no-later-term = terms end at { $limit }, and somebody is in that one already.
why-not-a-voter = it does not vote, so nobody can vote for it.
why-leads-no-more = it leads no more, so it can’t tell what is true now.
why-unchanged = { $why }.
known-requests-of-votes = set, get, delete, show, show_log, youre_the_leader, add_server NAME and remove_server NAME
known-requests = set, get, delete, show, show_log and youre_the_leader

## What happened. $name is the server that it happened to, $range is entry-range: "entries 3 and 4".

# $from and $to, here and below, are names of servers, or client, which no server is called.
event-server-writes = { $from } writes to { $to ->
    [client] the client
   *[other] { $to }
 }: { $says }
event-nominated = { $name } is a leader, as far as { $name } knows.
event-client-writes = The client writes to { $to }: { $says }
# $from and $to, here and below, are names of servers, or client, which no server is called.
event-dropped = Message { $id } from { $from ->
    [client] the client
   *[other] { $from }
 } to { $to ->
    [client] the client
   *[other] { $to }
 } was lost on the way. Nobody noticed.
event-lost-in-power-cut = Message { $id } from { $from ->
    [client] the client
   *[other] { $from }
 } to { $to ->
    [client] the client
   *[other] { $to }
 } was lost in the power cut.
event-duplicated = Message { $original } is on its way to { $to ->
    [client] the client
   *[other] { $to }
 } a second time, as message { $id }.
event-found-nobody = { $to } is not up, so message { $id } from { $from ->
    [client] the client
   *[other] { $from }
 } found nobody home. { $from ->
    [client] The client
   *[other] { $from }
 } learns nothing of it.
event-did-not-pass = The link between { $from } and { $to } is cut, so message { $id } did not pass. { $from } learns nothing of it.
event-read = The client reads { $from }’s answer: { $says }
event-read-nothing = The client reads { $from }’s answer: it is empty, since { $from } has no { $key }.
# $reason is one of why-….
event-declined = { $name } declined: { $reason }
event-waits-for-entry = { $name } will answer { $text } when entry { $index } is committed and carried out.
event-waits-for-majority = { $name } will answer { $text } when a majority has confirmed that { $name } still leads.
event-appended = { $name } has { $range } on its disk.
event-truncated = { $name } removed { $range } from its log, { $keep ->
    [0] which is empty now
    [one] and has { $keep } entry left
   *[other] and has { $keep } entries left
 }.
event-emptied = { $name } removed { $range } and rebuilt its store, which is empty now. Somebody may have read what is gone now: that is why Raft commits.
event-rebuilt = { $name } removed { $range } and rebuilt its store from the { $keep ->
    [one] { $keep } entry
   *[other] { $keep } entries
 } before. Somebody may have read what is gone now: that is why Raft commits.
# $count, here and below, is how many entries $range is.
event-undone = For { $name }, { $range } { $count ->
    [1] was committed. What { $name } had carried out of it
   *[other] were committed. What { $name } had carried out of them
 } is undone.
event-committed = As far as { $name } knows, { $range } { $count ->
    [1] is
   *[other] are
 } committed.
event-applied = { $name } carried out { $range } on its store.
# $voters is a list of servers, $count is how many they are.
event-configured = By { $name }’s log, { $voters } { $count ->
    [1] votes
   *[other] vote
 } from now on.
event-timed-out = { $name } stands for election in term { $term }, votes for itself, and its disk says so.
event-voted = { $name } votes for { $candidate } in term { $term }, and its disk says so.
event-elected = { $name } is elected leader of term { $term }.
event-nominated-in-term = { $name } is the leader of term { $term }.
event-term-taken = { $name } is in term { $term } now, and its disk says so.
event-stepped-down = { $name } gives up leading, since there is a term { $term }.
event-removed = { $name } gives up leading, since it votes no more, and that is committed.
event-agree = { $one } and { $other } agree at index { $index }.
event-differ = { $one } and { $other } differ at index { $index }.
event-killed = { $name } was killed. What it had in memory is gone; { $count ->
    [0] there was nothing on its disk
    [one] its disk is unbothered, with { $count } entry
   *[other] its disk is unbothered, with { $count } entries
 }.
event-restarted = { $name } is up again, and slept well. It read { $count ->
    [one] { $count } entry from its disk and replayed it
   *[other] { $count } entries from its disk and replayed them
 } into its store.
event-restarted-empty = { $name } is up again. Its disk is empty, and so is its store.
event-restarted-unsure = { $name } is up again, and slept well. It read { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } from its disk. How far that is committed it does not know yet, so its store is empty.
event-stayed-down = { $name } stays down: entry { $index } on its disk is damaged.
event-registered = { $name } registered as server { $number } and is up, with an empty disk.
event-cut = The link between { $one } and { $other } is cut: no message passes, either way.
event-healed = The link between { $one } and { $other } is healed.
event-filled = { $name }’s disk is full: it refuses every write, whole.
event-freed = { $name }’s disk takes writes again.
event-wiped = Somebody wiped { $name }’s disk: { $count ->
    [0] it was empty before
    [one] { $count } entry is gone
   *[other] { $count } entries are gone
 }.
event-written = Somebody wrote entry { $index } on { $name }’s disk by hand.
event-kept = Somebody cut { $name }’s log from { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } to { $keep }.
event-damaged = Entry { $index } on { $name }’s disk can no longer be read.
event-term-written = Somebody wrote term { $term } on { $name }’s disk by hand.
event-vote-written = Somebody wrote on { $name }’s disk by hand that it is in term { $term }, and voted for { $candidate }.
event-reloaded = Power cut: every server lost its memory and started again from its disk.
event-reloaded-in-flight = Power cut: every server lost its memory and started again from its disk; { $count ->
    [one] { $count } message in flight was lost
   *[other] { $count } messages in flight were lost
 }.

## An action that can’t be done: what was found, what was expected, and what to do.

rejected-no-servers = There is no server { $name }, nor any other. Start one first.
rejected-not-registered = There is no server { $name }; there are { $known }.
rejected-already-registered = { $name } is registered already. Choose another name, or restart { $name }.
rejected-too-many-servers = There are { $limit } servers already, and no more can register.
# $in_flight is one of the next four.
rejected-no-longer-in-flight = Message { $id } is no longer in flight; { $in_flight }.
rejected-not-sent-yet = Message { $id } has not been sent yet; { $in_flight }.
in-flight-nothing = nothing is in flight
in-flight-one = only message { $id } is in flight
in-flight-few = messages { $ids } are in flight
in-flight-many = { $count } others are in flight, the oldest is { $oldest }
rejected-nothing-in-flight = Nothing is in flight, so there is no message to deliver. Let the client say something.
rejected-is-up = { $name } is up already.
rejected-is-down = { $name } is down. Restart { $name } first.
rejected-disk-in-use = { $name } is up, and a disk is changed by hand only while its server is down. Kill { $name } first.
rejected-disk-damaged = { $name } cannot start, since entry { $index } on its disk is damaged. Keep the { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } before it, or wipe the disk.
rejected-link-to-itself = A link joins two servers, and { $name } is one. Name another server.
rejected-already-cut = The link between { $one } and { $other } is cut already.
rejected-not-cut = The link between { $one } and { $other } is not cut, so there is nothing to heal.
rejected-already-full = { $name }’s disk is full already.
rejected-not-full = { $name }’s disk is not full.
rejected-no-such-entry = { $name } has { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } on its disk, so there is no entry { $index }.
rejected-already-damaged = Entry { $index } on { $name }’s disk is damaged already.
rejected-log-full = { $name }’s log has { $limit } entries and holds no more.
rejected-not-an-entry = { $text } is no entry here, where { $expected } was expected.
rejected-no-terms = This protocol keeps no terms, so there is none to write on a disk.
rejected-no-votes = This protocol has no votes, so nobody can have been voted for. Write the term alone.
rejected-offers-nothing = { $name } does not offer { $prompt } now; it offers nothing.
rejected-not-offered = { $name } does not offer { $prompt } now; it offers { $offered }.
rejected-too-many-actions = A run holds at most { $limit } actions, and this one is full. Go back, or begin a new one.
