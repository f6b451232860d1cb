# The dialog with the run as text.

script-title = Script
script-says = The whole run: a start, then one action a line. Change it as you like.
script-field = The run’s text
script-copy = Copy
script-copied = Copied
script-run = Run it
script-close = Close

## What can be written, with an example of each line. The commands in them are not translated.

lines-title = What can be written
lines-says = A start, and then what happens, a line each. Every lesson is such a text: open one, and this dialog shows how it is made.
line-head = The start
line-story = Lines before all others are the story. *word* is explained, if the help knows it.
line-title = The title.
line-protocol = ask_length, walk_back, walk_back_with_hints or raft. No text does without this line.
line-without = A rule of the protocol that is off. Switch it off under Rules, and its line stands here.
line-servers = Who is there, and up.
line-voters = Who votes at the start, under raft; all, without this line.
line-disk = An entry that lies on a disk from the start: its term, then its command. One line for each, in order.
line-term = A server’s current term, if it is higher than that of its entries.
line-actions = What happens
line-step = The oldest message in flight arrives; or one after the other, until nothing is in flight.
line-client = The client asks a server. It may also say delete b, show, show_log and youre_the_leader, and under raft add_server bob and remove_server bob.
line-prompt = What the server’s protocol offers: under raft a timeout and, to a leader, a heartbeat; where leaders walk back, resend.
line-deliver = The message with this number arrives, is lost, or is there twice.
line-kill = A server loses its memory, and comes back from its disk; or all do, in a power cut.
line-cut = No message passes between the two any more; then again.
line-full = The disk has no room for more; then again.
line-by-hand = What somebody does to the disk of a server that is down: empty it, keep 2 entries, damage one, add one, set the term.
line-start = A new server comes up.
line-calm = It goes on by itself for 100 moments, on a calm day or in a storm. 7 is the seed: the same one brings the same run.
line-lesson = A lesson
line-tell = A paragraph that comes at this moment.
line-question = A question about the action that comes next. The page finds the answer, and others to choose from.
line-goal = A goal for the reader, from here on; at best the last line. The page sees when it is reached.
line-hint = A hint for the question or the goal before it.
line-opens = The lesson opens at this moment, and not at the start.
example-story = All is quiet. What if a *leader* dies?
example-title = A quiet night
example-tell = tom sleeps.
example-hint = Look at harry’s disk.
