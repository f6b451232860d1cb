# What protocols are called, what servers say to each other under them, and what each delivery led to.
#
# In all of it $own is the server that acts, and $peer or $from the other one.

## What the protocols are called, and what each is in one sentence.

ask-length-title = Ask the length
ask-length-summary = The leader asks how long each log is and sends what is beyond that length, without comparing a single entry.
walk-back-title = Walk back (Raft paper)
walk-back-summary = The leader offers its last entry and names the one before; whoever lacks that one says no, and the leader goes one entry back. It starts with its last entry, as the article tells it; the paper starts after it (at 11 in figure 7).
walk-back-with-hints-title = Walk back with hints
walk-back-with-hints-summary = As in the paper, but whoever says no also says where its conflicting term begins or its log ends, and the leader goes there at once. It starts with its last entry, as the article tells it.
raft-title = Raft
raft-summary = Servers elect a leader by majority, and “done” means that a majority has the entry on its disks, so that no later leader lacks it. Each rule can be switched off, to see what it is for.

## What a server offers to do: on a button, before the server’s name. "Time out dick", "resend dick".

prompt-timeout = Time out
prompt-heartbeat = Heartbeat
prompt-resend = resend

## Ask the length: what servers say to each other. Each server has a voice of its own, hence five ways.

length-ask = How much of the log do you have?
length-tell-none-1 = 0 entries. I only just got here.
length-tell-none-2 = 0 entries. Nobody writes to me.
length-tell-none-3 = 0 entries, I’m afraid.
length-tell-none-4 = 0 entries, but I’m all ears.
length-tell-none-5 = 0 entries. I slept well, thank you.
# $range is entry-range: "entries 3 and 4".
length-send = Oh, you’re missing { $range }! Here.
length-thanks-1 = Thank you, I have caught up.
length-thanks-2 = Thank you! Company again.
length-thanks-3 = Thank you, most kind.
length-thanks-4 = Thank you, they are all written.
length-thanks-5 = Thank you, I have caught up now.
length-tell-1 = I have { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }.
length-tell-2 = I have { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }, all in order.
length-tell-3 = I have { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } on my disk.
length-tell-4 = I have { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }, and no more.
length-tell-5 = I have { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }, safe and sound.
length-level = Ah, you have at least as much as I do.
length-full = Sorry, my disk is full. I could not keep them.

## Ask the length: a few words beside a message.

length-no-full = no: its disk is full
length-note-longer = longer, and left so
length-note-counted = counted, not compared

## Ask the length: what a server did, and why.

length-asked = { $own } thinks itself the leader now, and asks { $others ->
    [1] the one other server how much of the log it has
   *[other] the { $others } others how much of the log they have
 }.
length-asked-nobody = { $own } thinks itself the leader now; there is nobody else to ask.
length-told = { $own } counts { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } on its disk and tells { $peer } so.
# $length is how many entries $own has.
length-found-behind = { $peer } has { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }, { $own } has { $length }, so { $own } sends { $range }.
length-found-level = { $peer } has { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }, { $own } has { $length }: at least as much, so { $own } takes { $peer } to be level. Nobody compared the entries.
length-caught-up = { $own } had { $before }, appends { $count ->
    [one] the one entry that { $from } sent, applies it
   *[other] the { $count } entries that { $from } sent, applies them
 }, and has { $total } now.
length-no-room = { $own } has no room for the { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } that { $from } sent, so it keeps none of them and says so.
length-was-level = { $own } hears that it has at least as much log as { $from }. Nothing more to say.
length-was-thanked = { $own } hears { $from }’s thanks. Nothing more to say.
length-was-turned-down = { $own } hears that { $from }’s disk is full. It won’t try again by itself.

## Entries of a leader, under both ways of walking back and under Raft: what servers say to each other.

append-says-empty = My log is empty. Do you follow me?
append-says-nothing-new = Nothing new to go after my entry { $index } of term { $term }.
# As entry-range, at the beginning of a sentence.
append-says-first = { $count ->
    [1] Entry { $first }
    [2] Entries { $first } and { $last }
   *[other] Entries { $first } to { $last }
 }, from the very start.
append-says-after = { $count ->
    [1] Entry { $first }
    [2] Entries { $first } and { $last }
   *[other] Entries { $first } to { $last }
 }, to go after my entry { $index } of term { $term }.
append-says-follow = I do. Thank you.
append-says-agree = Thank you. We agree up to entry { $index }.
append-says-leads-itself = Sorry, I lead term { $term } myself.
append-says-old-term = Sorry, that term is over. I am in term { $term }.
append-says-lacks-all = Sorry, my log is empty.
append-says-too-short = Sorry, I have only { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }.
append-says-other-term = Sorry, mine is of term { $term }, which starts at { $first } here.
append-says-not-after = Sorry, not after your entry { $index }.

## The same: a few words beside a message.

append-no-old-term = no: that term is over
append-no-too-short = no: has no entry { $index }
append-no-other-term = no: another entry { $index }
append-no-leads-itself = no: leads that term itself
append-note-ignored = ignored: from term { $term }
append-note-nothing-new = nothing new
append-note-disk-full = no answer: disk full
append-note-removes = removes { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }
append-note-unlike = same terms, other entries

## The same: what a server did, and why.

append-silent = { $own }’s disk is full, and what cannot be written must not be answered: { $own } keeps nothing of { $from }’s message and says nothing.
append-refused-old-term = { $own } is in term { $own_term } and says no to what { $from } sends in term { $term }, which is over.
# $count is how many entries $own has.
append-refused-too-short = { $own } says no: the entries go after { $from }’s entry { $index }, and { $own } has { $count ->
    [0] no entries at all
    [one] only { $count } entry
   *[other] only { $count } entries
 }. { $from } will have to go back.
append-refused-other = { $own } says no: { $from }’s entry { $index } is of term { $term }, its own is { $operation } of term { $own_term }. { $from } will have to go back.
append-follows = { $own } follows { $from }. There is nothing to add.
# $fits and $done are two of the messages below. "Entry 3 is of term 2 on both: tom appends 1 entry."
append-accepted = { $fits }: { $done }.
append-done-nothing = there is nothing to add
append-done-unlike = { $own } has entries of the same terms there, and takes them to be { $from }’s, though they are not
append-done-known = { $own } has what { $from } sent already
append-done-appended = { $own } appends { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }
append-matched-nothing-new = { $peer } says yes, which tells { $own } nothing new.
append-matched-all = For { $own }, { $peer } agrees up to entry { $index } now, the last.
append-matched = For { $own }, { $peer } agrees up to entry { $index } of { $last } now.
# $why is one of the messages below, $range is entry-range: "tom has no entries at all, so dick goes 1 entry back and sends entries 3 and 4."
append-went-back = { $why }, so { $own } goes { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } back and sends { $range }.
append-why-lacks-all = { $peer } has no entries at all
append-why-too-short = { $peer } has only { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 }
append-why-other-term = { $peer }’s entry { $index } is of term { $term }, which starts at { $first } there
append-late-no = { $peer }’s no answers a message that { $own } has gone beyond, so it changes nothing.
append-leads-no-more = { $own } does not lead any more, so { $peer }’s answer changes nothing.

## Walking back, with and without hints: a few words beside a message.

walk-note-leads-no-more = ignored: leads no more
walk-note-gives-up = leads no more: there is term { $term }

## The same: what a server did, and why.

walk-leads-alone = { $own } is the leader of term { $term }; there is nobody else to tell.
walk-leads-with-nothing = { $own } is the leader of term { $term }, and asks { $others ->
    [1] the other server whether it follows
   *[other] the { $others } others whether they follow
 }.
walk-leads = { $own } is the leader of term { $term }, and offers entry { $index }, its last, to { $others ->
    [1] the other server
   *[other] the { $others } others
 }.
walk-resent-nothing = { $own } believes that nobody is behind, and sends nothing.
# $behind is a list of servers, $count is how many they are.
walk-resent = { $own } sends again to { $behind }, from where { $count ->
    [1] it is believed to be
   *[other] each of them is believed to be
 }.
walk-silent-gives-up = { $own } hears from { $from } of term { $term }, a later one, and gives up leading. Its disk is full, so it can’t take that term, and says nothing.
# Before a colon: see append-accepted.
walk-fits-first = These entries are the first, and nothing before them can differ
walk-fits = Entry { $index } is of term { $term } on both
walk-done-replaced = { $own } removes { $removed ->
    [one] { $removed } entry
   *[other] { $removed } entries
 } of its own from where they conflict, and appends { $appended ->
    [one] { $appended } entry
   *[other] { $appended } entries
 }. Somebody may have read what is gone now: that is why Raft commits
walk-matched-beyond = { $own } believes that { $peer } agrees up to entry { $index }, though its own log ends at { $last } now: answers from before it was wiped say so.
# Two reasons to go back: see append-went-back.
walk-why-lacks = { $peer } does not have { $own }’s entry { $index }, { $operation }
walk-why-lacks-lost = { $peer } does not have entry { $index }, which { $own } has lost itself
walk-ignored-old-term = { $peer }’s answer is from term { $term }, and { $own } is in term { $own_term }: what was true then may be false now, so { $own } ignores it.
walk-took-term = { $peer } is in term { $term }, a later one: { $own } takes it, too.
walk-took-term-leading = { $peer } is in term { $term }, a later one: { $own } gives up leading.

## Raft: what servers say to each other.

raft-says-ask-with-nothing = Do you vote for me in term { $term }? My log is empty.
raft-says-ask = Do you vote for me in term { $term }? My log ends with entry { $index } of term { $last_term }.
raft-says-yes = Yes, in term { $term } I vote for you.
raft-says-voted-for-itself = Sorry, in term { $term } I voted for myself.
raft-says-voted-already = Sorry, in term { $term } I have voted already.
raft-says-has-newer-log = Sorry, my log is newer: it ends with entry { $index } of term { $term }.
raft-says-leads = I lead term { $term }.
raft-says-leads-up-to = I lead term { $term }. You should have my log up to entry { $index }.

## Raft: a few words beside a message.

raft-no-voted-for-itself = no: voted for itself
raft-no-voted-already = no: voted already
raft-no-has-newer-log = no: has a newer log
raft-note-gives-up = gives up: term { $term }
raft-note-votes = { $votes } of { $needed }
raft-note-counts-no-more = counts no more
raft-note-leads-no-more = leads no more
raft-note-non-voter = does not vote
raft-note-two-leaders = two leaders of term { $term }

## Raft: what a server did, and why.

# $did is another of the sentences here: what it did then.
raft-took-term = { $peer } is in term { $term }, a later one: { $own } takes it. { $did }
raft-took-term-leading = { $peer } is in term { $term }, a later one: { $own } takes it and gives up leading. { $did }
raft-took-term-standing = { $peer } is in term { $term }, a later one: { $own } takes it and stands no more. { $did }
raft-stood-alone = { $own } votes for itself in term { $term }. One vote is enough here: it leads.
raft-stood-without-vote = By its own log { $own } votes no more, but it does not know whether that is committed, and its log may be what the others lack. So it stands for election in term { $term }, and asks { $peers ->
    [one] { $peers } voter
   *[other] { $peers } voters
 }. Its own vote does not count.
raft-stood = { $own } stands for election in term { $term }, votes for itself, and asks { $peers ->
    [one] { $peers } other voter
   *[other] { $peers } other voters
 }.
# $reason is one of why-…: "its disk is full."
raft-could-not-stand = { $own } would stand for election, but { $reason }
raft-voted = { $own } votes for { $peer } in term { $term }: first it writes so on its disk, then it says so.
raft-voted-for-itself = { $own } says no to { $peer }: in term { $term } it votes for itself.
raft-voted-already = { $own } says no to { $peer }: in term { $term } it voted for { $other }.
# The last entries: of $peer that at $index, of $own that at $own_index.
raft-has-newer-log = { $own } says no to { $peer }, whose log ends with { $index ->
    [0] nothing
   *[other] entry { $index } of term { $term }
 }; its own ends with { $own_index ->
    [0] nothing
   *[other] entry { $own_index } of term { $own_term }
 }, so { $peer } might lack something that is committed.
raft-counted = { $own } has { $votes } of the { $needed } votes that it needs, now that { $peer } says yes.
raft-counted-no-room = { $own } has { $votes } of the { $needed } votes that it needs, now that { $peer } says yes, but there is no room on its disk for the entry with which it would begin, so it doesn’t lead.
raft-counted-leads = { $own } has { $votes } of the { $needed } votes that it needs, now that { $peer } says yes: it leads.
raft-counted-again = { $peer }’s yes is counted already, so { $own } has { $votes } of the { $needed } votes that it needs.
raft-counted-again-no-room = { $peer }’s yes is counted already, so { $own } has { $votes } of the { $needed } votes that it needs, but there is no room on its disk for the entry with which it would begin, so it doesn’t lead.
raft-counted-again-leads = { $peer }’s yes is counted already, so { $own } has { $votes } of the { $needed } votes that it needs: it leads.
raft-heard-no = { $peer } says no to { $own }, which changes nothing.
raft-heard-non-voter = By { $own }’s log { $peer } does not vote, so its answer counts for nothing.
raft-late-yes = { $own } does not stand for election any more, so { $peer }’s yes changes nothing.
raft-late-no = { $own } does not stand for election any more, so { $peer }’s no changes nothing.
raft-beat-nobody = { $own } leads, and there is nobody to tell.
raft-beat = { $own } tells { $peers ->
    [one] { $peers } other voter
   *[other] { $peers } other voters
 } that it leads, with what they lack as far as it knows.
raft-wrote-alone = { $own } writes entry { $index }. It is committed at once, since { $own } is a majority by itself.
raft-wrote = { $own } writes entry { $index } and sends it to { $peers ->
    [one] { $peers } other voter
   *[other] { $peers } other voters
 }.
raft-asks-a-majority = Somebody else may lead by now, so { $own } asks { $peers ->
    [one] { $peers } other voter
   *[other] { $peers } other voters
 } before it answers.
raft-silent-gives-up = { $own } hears from { $from } of term { $term }, a later one, and follows from now on. Its disk is full, so it can’t take that term, and says nothing.
raft-met-leader = { $own } leads term { $term }, and so does { $from }, which can’t be: { $own } says no and changes nothing.
# $did is the sentence about its entries.
raft-follows = { $from } was elected, so { $own } follows. { $did }
# Before a colon: see append-accepted.
raft-fits-first = Nothing before these entries can differ
raft-fits = { $own } takes { $from }’s entry { $index } to be its own
raft-done-removed = { $own } removes { $count ->
    [one] { $count } entry
   *[other] { $count } entries
 } from its end
raft-done-replaced = { $own } removes { $removed ->
    [one] { $removed } entry
   *[other] { $removed } entries
 } of its own from where they conflict, and appends { $appended ->
    [one] { $appended } entry
   *[other] { $appended } entries
 }
# A reason to go back: see append-went-back.
raft-why-not-after = { $peer } does not take entries after { $index }
raft-ignored-old-term = { $peer }’s answer is from term { $term }, which is over for { $own }: what was true then may be false now, so { $own } ignores it.
raft-ignored-later-term = { $peer } is in term { $term }, a later one, but { $own } leads and does not listen.
