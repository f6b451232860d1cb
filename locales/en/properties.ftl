# What is promised and hoped for, what was found of it, the rules, and other ways in which a run can go.

## What befalls servers in a storm: beside sliders that say in how many moments of 100.

trouble-kill = A server is killed
trouble-cut = A link is cut
trouble-timeout = A server stands for election
trouble-change = Who votes is changed
trouble-write = The client writes
trouble-read = The client reads
trouble-lose = A message is lost
trouble-repeat = A message is repeated

## Names of promises and goals, as headings.

property-logs-agree = Logs agree
property-log-matching = Log matching
property-nothing-repeated = Nothing repeated
property-everyone-has-everything = Everyone has everything
property-election-safety = Election safety
property-leader-append-only = Leaders only append
property-leader-completeness = Leader completeness
property-state-machine-safety = State machine safety
property-writes-stay = Writes stay
property-reads-are-fresh = Reads are fresh
property-somebody-was-elected = A leader was elected
property-something-was-committed = An entry was committed

## What is said of them as long as all is well.

kept-logs-agree = No index holds two different entries on servers that are up. To be behind is not to be wrong.
kept-nothing-repeated = Every entry that was sent lies at the index that it had at its sender.
kept-log-matching = Wherever two logs have an entry of the same term at the same index, they are the same up to it.
kept-election-safety = No term has had two leaders.
kept-leader-append-only = No leader has removed an entry of its own log.
kept-leader-completeness = Whoever leads has all that was committed in earlier terms.
kept-state-machine-safety = Nobody has carried out another operation at an index than anybody else.
kept-writes-stay = All that a client was told to be done is where it was, or on its way there.
kept-reads-are-fresh = Every read was answered with all that was done before it was asked.
kept-somebody-was-elected = Somebody was elected.
kept-something-was-committed = Something was committed.

## What was found. $names are one server or a list of them, and $count is how many.

# $count is how many entries $name has. $gaps are the clauses that follow.
finding-unequal = { $count ->
    [0] { $name } has no entries; { $gaps }.
    [one] { $name } has { $count } entry; { $gaps }.
   *[other] { $name } has { $count } entries; { $gaps }.
 }
# None of the entries that somebody else has.
gap-lacks-all = { $count ->
    [one] { $names } has none of them
   *[other] { $names } have none of them
 }
# What was found ($says, a sentence) at an earlier moment.
finding-at-step = At step { $moment }: { $says }
# An entry: "set x 1 of term 2".
operation-of-term = { $operation } of term { $term }
finding-nobody-up = No server is up.
finding-nobody-registered = There is no server yet.
finding-nobody-elected-yet = Nobody was elected yet.
finding-nothing-committed-yet = Nothing was committed yet.
# $held is a list of what some hold: "set x 1 on tom and set x 2 on dick and harry".
finding-disagree = Entry { $index } is { $held }.
# $later are clauses such as "harry differs from entry 4 on".
finding-disagree-later = Entry { $index } is { $held }; { $later }.
held-on = { $entry } on { $names }
finding-unmatched = { $one } and { $other } both have an entry of term { $term } at index { $index }, but these are different entries.
finding-unmatched-before = { $one } and { $other } both have an entry of term { $term } at index { $index }, but their logs differ at entry { $differ_at }, before it.
finding-repeated = Entry { $index } on { $names }, { $operation }, was entry { $sender_index } at its sender.
# $count is how many logs are equal; one of them is that of $name. $entries are "4 entries".
finding-equal = { $count ->
    [1] { $name } alone is up, with { $entries }.
    [2] Both logs are equal: { $entries }.
    [3] All three logs are equal: { $entries }.
    [4] All four logs are equal: { $entries }.
    [5] All five logs are equal: { $entries }.
    [6] All six logs are equal: { $entries }.
    [7] All seven logs are equal: { $entries }.
    [8] All eight logs are equal: { $entries }.
    [9] All nine logs are equal: { $entries }.
   *[other] All { $count } logs are equal: { $entries }.
 }
finding-voters-equal = { $count ->
    [1] { $name } alone is up and votes, with { $entries }.
    [2] The logs of both who vote are equal: { $entries }.
    [3] The logs of all three who vote are equal: { $entries }.
    [4] The logs of all four who vote are equal: { $entries }.
    [5] The logs of all five who vote are equal: { $entries }.
    [6] The logs of all six who vote are equal: { $entries }.
    [7] The logs of all seven who vote are equal: { $entries }.
    [8] The logs of all eight who vote are equal: { $entries }.
    [9] The logs of all nine who vote are equal: { $entries }.
   *[other] The logs of all { $count } who vote are equal: { $entries }.
 }
# Clauses that stand in a row: "every lacks entry 4; tom and harry have none of them".
clauses-more = { $clauses }; { $clause }
# $entries are such as "entry 3", "entries 3 and 4".
gap-lacks = { $count ->
    [one] { $names } lacks { $entries }
   *[other] { $names } lack { $entries }
 }
gap-differs = { $count ->
    [one] { $names } differs from entry { $at } on
   *[other] { $names } differ from entry { $at } on
 }
# $entries are "2 entries".
gap-longer = { $count ->
    [one] { $names } has { $entries } more
   *[other] { $names } have { $entries } more
 }
down-lacks-all = { $count ->
    [one] { $names } is down, and has none of them.
   *[other] { $names } are down, and have none of them.
 }
down-lacks = { $count ->
    [one] { $names } is down, and lacks { $entries }.
   *[other] { $names } are down, and lack { $entries }.
 }
down-differs = { $count ->
    [one] { $names } is down, and differs from entry { $at } on.
   *[other] { $names } are down, and differ from entry { $at } on.
 }
down-longer = { $count ->
    [one] { $names } is down, and has { $entries } more.
   *[other] { $names } are down, and have { $entries } more.
 }

## What was found against promises that speak of what happened. $entry, $instead, $first and so on are entries: "set x 1 of term 2".

finding-incomplete = { $leader } leads term { $term } and has no such entry, though entry { $index }, { $entry }, was committed in term { $then }.
finding-incomplete-instead = { $leader } leads term { $term } and has { $instead } there, though entry { $index }, { $entry }, was committed in term { $then }.
finding-two-leaders = Term { $term } has had two leaders: { $one } and { $other }.
finding-overwritten = { $name } led and removed its own entry { $index }, { $entry }.
finding-applied-otherwise = At index { $index } { $one } carried out { $first }, and { $other } { $second }.
finding-lost = { $name } removed entry { $index }, { $entry }, which a client was told to be done.
finding-replaced = A client was told that entry { $index } is { $done }, but { $committed } was committed there.
finding-stale = { $name } answered “{ $text }” without entry { $index }, { $entry }, which was done before it was asked.

## Rules that can be switched off: what each is called, what it is for, and a clause: what happens without it.

rule-vote-on-disk = Votes are on the disk
rule-vote-on-disk-says = A vote is written before it is given, so that a server that was killed does not vote again in the same term.
rule-vote-on-disk-without = the vote is forgotten at a kill
rule-one-vote-a-term = One vote in a term
rule-one-vote-a-term-says = A server votes for one candidate in a term, so that two can’t both get a majority.
rule-one-vote-a-term-without = everyone whose log is good enough gets a yes
rule-majority-of-votes = A majority of votes
rule-majority-of-votes-says = A candidate needs more than half of the voters, since any two majorities share a server.
rule-majority-of-votes-without = one yes besides its own is enough, which shows with four servers or more
rule-up-to-date-check = Votes for up-to-date logs only
rule-up-to-date-check-says = A server votes for nobody whose log is behind its own, so that whoever leads has all that is committed.
rule-up-to-date-check-without = who votes does not look at logs
rule-previous-entry-check = The entry before is checked
rule-previous-entry-check-says = A follower takes entries only after the entry that lies before them at the leader, so that logs that agree at an index agree up to it.
rule-previous-entry-check-without = entries go to the index that the message says, or to the log’s end if that is nearer
rule-cut-only-conflicts = Only conflicts are cut
rule-cut-only-conflicts-says = A follower removes only what conflicts, since a message that comes late must not take away what came after it.
rule-cut-only-conflicts-without = the log is cut after each message’s last entry
rule-cut-only-conflicts-without-in-walk-back = the log is cut after each message’s last entry, so that a late one takes away what came after it, until somebody sends again
rule-old-terms-refused = Old terms are refused
rule-old-terms-refused-says = A follower takes no entries from a leader whose term is over.
rule-old-terms-refused-without = entries of an earlier term are taken as if it were not over
rule-commit-only-when-accepted = Commit what the message covers
rule-commit-only-when-accepted-says = A follower believes the leader’s commit index only as far as it knows its log to be the leader’s.
rule-commit-only-when-accepted-without = a follower commits what it has up to the leader’s commit index, also when the entries did not fit
rule-commit-own-term-only = Commit own terms only
rule-commit-own-term-only-says = A leader counts servers only for entries of its own term: an older entry on a majority can still be replaced.
rule-commit-own-term-only-without = counting alone commits entries of earlier terms; it shows without no_op_first only, since a no_op goes along with every older entry, and who has it is ahead of everybody who has not
rule-no-op-first = A no_op comes first
rule-no-op-first-says = A new leader writes an entry that changes nothing, so that what it found in its log can be committed with it.
rule-no-op-first-without = a new leader writes nothing by itself, and old entries and reads wait for the next write
rule-answer-after-commit = Done means committed
rule-answer-after-commit-says = A client hears “done” once its entry is committed: before that it may be lost.
rule-answer-after-commit-without = the client hears “done” as soon as the leader has the entry
rule-reads-ask-a-majority = Reads ask a majority
rule-reads-ask-a-majority-says = A leader makes sure that it still leads before it answers a read: somebody else may lead by now.
rule-reads-ask-a-majority-without = a leader answers reads from its store
rule-change-after-own-entry = Changes wait for an own entry
rule-change-after-own-entry-says = A leader changes the voters only after an entry of its own term is committed, so that no other change can still come back.
rule-change-after-own-entry-without = a new leader changes the voters at once
rule-one-change-at-a-time = One change at a time
rule-one-change-at-a-time-says = The next change of voters waits until the last is committed: only neighbours among configurations share a majority.
rule-one-change-at-a-time-without = changes overlap
rule-step-down-for-later-terms = Later terms end a reign
rule-step-down-for-later-terms-says = A leader that hears of a later term in an answer leads no more.
rule-step-down-for-later-terms-without = a leader ignores later terms in answers: it goes on taking requests that wait for ever, and who has the later term is not brought up to date

## "Show me": a run without a rule in which something breaks, what it is called and what it tells.

rule-vote-on-disk-run = A vote that was forgotten
rule-vote-on-disk-run-story = every votes for dick, is killed, and votes in the same term once more.
rule-one-vote-a-term-run = Two votes in a term
rule-one-vote-a-term-run-story = every stands for election, and votes for tom all the same: both get two of three votes.
rule-majority-of-votes-run = Two of four
rule-majority-of-votes-run-story = dick and every each find one more server that votes for them: two of four are no majority.
rule-up-to-date-check-run = A leader that lacks something
rule-up-to-date-check-run-story = tom has committed entry 1 with dick. every’s log is empty, and it gets tom’s vote.
rule-previous-entry-check-run = Entries in the wrong place
rule-previous-entry-check-run-story = An entry goes to the end of a log that ends too early, and is taken for another.
rule-previous-entry-check-run-story-in-walk-back = tom has no entry 1, takes entry 2 all the same, and takes it for its first.
rule-cut-only-conflicts-run = A late message cuts
rule-cut-only-conflicts-run-story = A message from before the write comes late, and takes away what came after it, though it is counted already.
rule-commit-only-when-accepted-run = Committed, but what?
rule-commit-only-when-accepted-run-story = A follower has another entry than the leader at an index that the leader has committed, and carries it out.
rule-commit-own-term-only-run = Figure 8
rule-commit-own-term-only-run-story = An entry of an earlier term is on a majority, is taken to be committed, and is replaced by a leader that never had it.
rule-answer-after-commit-run = Done too early
rule-answer-after-commit-run-story = dick says “done” to what it alone has. every leads next, and the entry goes.
rule-reads-ask-a-majority-run = A stale read
rule-reads-ask-a-majority-run-story = every has committed a write. dick leads next and has the entry, but answers a read before it knows that the entry is committed.
rule-change-after-own-entry-run = Two changes that don’t know of each other
rule-change-after-own-entry-run-story = A change of an earlier leader is still in a log when the next leader makes another from the voters before it.
rule-one-change-at-a-time-run = Two changes at once
rule-one-change-at-a-time-run-story = every takes two voters away before the first change is committed, and is a majority by itself; tom and dick still are one, too.
rule-step-down-for-later-terms-run = A leader that does not listen
rule-step-down-for-later-terms-run-story = dick stood alone and has a later term. every ignores it in dick’s answers, so that heartbeats never bring dick the entry.

## Where a rule comes from.

section-5-1 = Raft paper, section 5.1
section-5-2 = Raft paper, section 5.2
section-5-3 = Raft paper, section 5.3
section-5-6 = Raft paper, figure 2 and section 5.6
section-5-4-1 = Raft paper, section 5.4.1
section-5-4-2 = Raft paper, section 5.4.2 and figure 8
section-figure-2 = Raft paper, figure 2
section-8 = Raft paper, section 8
section-dissertation-4-1 = Dissertation, 4.1
section-dissertation-6-4 = Raft paper, section 8, and dissertation, 6.4
section-correction = Correction on raft-dev, 2015

## A run is done again under another protocol or with other rules: what could not be done.

left-out = { $action } was left out: { $why }
left-out-for-numbers = { $action } was left out, since message numbers differ from protocol to protocol.
unmatched-from-the-start = { $one } and { $other } both have an entry of term { $term } at index { $index }, but their logs are not the same up to there. No leader writes such logs, so this protocol promises nothing about them.

## What is said after many messages were delivered, or after some moments of a calm day or a storm.

settled = { $count ->
    [0] Nothing was in flight, so there was nothing to deliver.
    [one] { $count } message was delivered. Nothing is in flight now.
   *[other] { $count } messages were delivered. Nothing is in flight now.
 }
# $left messages are in flight.
settled-for-now = { $left ->
    [one] Stopped after { $count } deliveries; { $left } is still in flight. Settle again to go on.
   *[other] Stopped after { $count } deliveries; { $left } are still in flight. Settle again to go on.
 }
let-run = { $count ->
    [one] { $count } moment went by.
   *[other] { $count } moments went by.
 }
let-run-over = { $count ->
    [one] { $count } moment went by. Nothing is left to do now.
   *[other] { $count } moments went by. Nothing is left to do now.
 }
let-run-over-already = Nothing is left to do: nothing is in flight, and nobody has to speak.

## What a server’s memory holds, in a few words.

fact-follows = follows
fact-commit-index = { $index ->
    [0] knows of nothing that is committed
   *[other] committed up to { $index }
 }
fact-voters = who votes
fact-votes = { $count } of { $needed } votes
