# What the protocols are called, and what servers say on the first screen. See ../protocols.ftl.

## What the protocols are called, and what each is in one sentence.

ask-length-title = Ask the length
ask-length-summary = The leader asks how long each log is and sends what is beyond that length, without comparing a single entry.
walk-back-title = Walk back (Raft paper)
walk-back-summary = The leader offers its last entry and names the one before; whoever lacks that one says no, and the leader goes one entry back. It starts with its last entry, as the article tells it; the paper starts after it (at 11 in figure 7).
walk-back-with-hints-title = Walk back with hints
walk-back-with-hints-summary = As in the paper, but whoever says no also says where its conflicting term begins or its log ends, and the leader goes there at once. It starts with its last entry, as the article tells it.
raft-title = Raft
raft-summary = Servers elect a leader by majority, and “done” means that a majority has the entry on its disks, so that no later leader lacks it. Each rule can be switched off, to see what it is for.

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

## Ask the length: what a server did, and why.

length-asked = { $own } thinks itself the leader now, and asks { $others ->
    [1] the one other server how much of the log it has
   *[other] the { $others } others how much of the log they have
 }.
