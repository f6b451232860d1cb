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
quoted = “{ $text }”
# Only the beginning of a long text.
quoted-beginning = “{ $text }…”

## What is no name, operation, entry or term of the text language: what was expected.

expected-name = a name of 1 to 16 characters: a small letter, then small letters, digits, _ or -
expected-name-not-client = a name other than client, which is you
expected-short-command = a command of at most 200 characters
expected-command-on-one-line = a command on one line
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
reply-leading = Thank you, I’ll see to it.
reply-standing = Thank you. I stand for election.
reply-leads-already = I lead already.

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

## An action that can’t be done.

not-an-entry = { $text } is no entry here, where { $expected } was expected.
