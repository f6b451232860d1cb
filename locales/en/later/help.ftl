# The help: what the page is, in a minute, and its keys.

help-title = How this works
# $disk and $memory are the next two messages, in bold.
help-cards = Each card is a server: its { $disk } holds the log and survives a kill, its { $memory } holds the store and doesn’t. A message stays in flight until you deliver, drop or duplicate it; the order is yours. Going back undoes, one message at a time; doing something in the past starts a new future, and the old one can be brought back.
help-disk = disk
help-memory = memory
help-hands = Three dots on a card cut its links and fill or damage its disk. Drag a card by the grip on its upper edge, and it is parted from the others; drag it along its neighbours, and they come with it; drag them again, and the links are whole. Click a message to see its exact text. When you come back to the page, all is as you left it; for the servers it was a power cut, and they can go on from their disks.
help-phone = On a phone a cell shows its number: ↓ is on its way, ≠ differs, + is surplus; two lines under a number stand for repeated.

## The keys: what is on a key, as keyboards have it, and what it does.

help-keys = Keys
help-key-space = Space
help-key-home = Home
help-key-end = End
help-key-page-down = PgDn
help-key-page-up = PgUp
help-on = one message on
help-back = one message back
help-play = play or pause
help-start = to the start
help-end = to the end of the run
help-help = this help
help-clicker = A presenter’s clicker sends the page keys. Present, in the banner, shows the conversation alone in big type; Escape ends it.
help-use-keys = Use these keys

## At its end. The glossary has a catalogue of its own.

help-words = Words
help-not-in-here = What is not in here
help-not-in-here-says = Clocks: timeouts and heartbeats come when you say so. Snapshots: a log only grows. Clients that are known again: a request that arrives twice is done twice. And only Raft has elections and commit; with the other protocols the client says who leads, and an entry counts as soon as one server has written it.
help-close = Close
