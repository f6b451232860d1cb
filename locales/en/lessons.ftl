# What a lesson asks, sets and tells of itself. The texts of the lessons themselves stand in lessons/.

## Their titles, as their texts have them, each under its file’s name.

lesson-title-two-servers = Two servers, one conversation
lesson-title-every-tom-dick-and-harry = Every Tom Dick and Harry
lesson-title-harry-takes-a-nap = harry takes a nap
lesson-title-the-same-length = The same length is not the same log
lesson-title-asked-twice = Asked twice
lesson-title-too-long-to-follow = Too long to follow
lesson-title-walking-back = One step back, please
lesson-title-with-hints = A hint saves the walk
lesson-title-a-late-yes = A late yes
lesson-title-figure-7 = Figure 7
lesson-title-nobody-is-nominated = Nobody is nominated
lesson-title-two-stand-at-once = Two stand at once
lesson-title-done-means-committed = Done means committed
lesson-title-two-leaders = A network in two
lesson-title-an-old-entry = An old entry
lesson-title-ask-the-leader = Ask the leader
lesson-title-one-more-one-less = One more, one less

## What lessons are about: headings.

group-replication = Replication
group-raft = Raft

## A question before a step.

# $id is the message's number, $to a server’s name or the client.
before-delivery = Message { $id } is about to reach { $to ->
    [client] the client
   *[other] { $to }
 }.
# $action is a line of the text language.
before-action = The next step is “{ $action }”.
asks-answer = What will { $server } answer?
asks-changed-logs = Whose log changes?
asks-leaders = Who leads then?
asks-committed = Is entry { $index } committed then?
asks-value = What is { $key } at { $server } then?

## Answers to choose from.

# To "What will tom answer?".
answer-nothing = Nothing
answer-nothing-yet = Nothing yet
# To "Whose log changes?". Several stand in a list.
answer-log-of = { $name }’s
answer-log-of-nobody = Nobody’s
# To "Who leads then?".
answer-nobody = Nobody
# To "Is entry 3 committed then?".
answer-not-yet = Not yet
answer-known-by = { $count ->
    [one] Yes, and { $names } knows it
   *[other] Yes, and { $names } know it
 }
# To "What is x at tom then?".
answer-down = Nothing: { $server } is down
answer-no-key = Nothing: there is no { $key }

## Goals. $aim is one of the messages after these.

goal = { $aim }.
goal-in-at-most = { $count ->
    [one] { $aim }, in at most { $count } action.
   *[other] { $aim }, in at most { $count } actions.
 }
aim-disagree = Make { $one } and { $other } disagree at index { $index }
aim-lead = { $count ->
    [one] Make { $names } the leader
   *[other] Have { $names } lead at once
 }
# $count is how many servers are down.
aim-committed = { $count ->
    [0] Get an entry committed
    [1] Get an entry committed with a server down
   *[other] Get an entry committed with { $count } servers down
 }
aim-have = { $count ->
    [one] Get “{ $command }” into the logs of { $count } server
   *[other] Get “{ $command }” into the logs of { $count } servers
 }
aim-equal = Get all logs equal, with nobody down
aim-broken = Break a promise
# $title is a promise’s name.
aim-broken-promise = Break “{ $title }”

## A line of a lesson that can’t be read.

# $expected is one of the messages after these two.
guide-fault = Before step { $step }, found the line { $line }, expected { $expected }. Mend it under Script; all else goes on without it.
guide-fault-at-the-end = At the end, found the line { $line }, expected { $expected }. Mend it under Script; all else goes on without it.
expected-opening = #@ opens here
expected-opening-once = this line once only
expected-action-after-question = an action after the question, for it to be about
expected-one-question = one question before an action
expected-before-hint = a question or a goal before a hint
expected-number = a number
# The words are those of the text language, which is the same in every language.
expected-question = what will NAME answer, whose log changes, who leads then, is entry N committed then, or what is KEY at NAME then
expected-goal = A and B disagree at index N, A leads, A and B lead, an entry is committed with N servers down, N servers have COMMAND, all logs are equal, a promise is broken, or PROMISE is broken
expected-goal-part = in at most N actions, or best known N, after a comma
expected-one-of = one of { $known }
