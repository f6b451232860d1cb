# What the simulation says on the first screen: the article’s example and the first lesson where they open. See ../simulation.ftl.

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

## What a client says to a server, in a balloon on the ladder.

client-says-lead = You’re the leader.

## What a server answers a client.

reply-leading = Thank you, I’ll see to it.

## What happened. $name is the server that it happened to, $range is entry-range: "entries 3 and 4".

# $from and $to, here and below, are names of servers, or client, which no server is called.
event-server-writes = { $from } writes to { $to ->
    [client] the client
   *[other] { $to }
 }: { $says }
event-nominated = { $name } is a leader, as far as { $name } knows.
