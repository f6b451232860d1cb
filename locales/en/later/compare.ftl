# The side by side view: one start and one trouble under several protocols.

## Starts to choose from.

start-behind = harry is behind by { $behind }
start-same-length = The same length, but different logs
start-ahead = The follower is ahead
start-nominated-twice = Nominated twice before any answer
start-figure-7 = Figure 7 of the Raft paper

## What is wrong with the start or the trouble.

found-action-in-start = found an action in the start, expected it in the trouble
# $line is a line of the text language.
found-message-number = found { $line }, expected no message numbers, since they differ from protocol to protocol
# $number is the line’s place, $line the line itself.
line-left-out = Line { $number }, { $line }, was left out: { $why }
