# What Break it says: the search for the shortest run that breaks a promise.

search-title = Break it
search-asks = Is there an order of events that breaks this?
search-close = Close
search-not-loaded = What searches could not be loaded. Is there a connection? Then please try again.
search-too-new = This browser is too old for the search, which needs one of 2023 or later. All else on the page works.
search-broke-off = The search broke off: { $why }

## From where it is searched: a table of names and values.

search-from = From this moment
search-from-protocol = protocol
search-from-rules-off = rules off
search-from-no-rules-off = none
search-from-servers = servers
search-from-start = start
search-at-the-start = the start
search-at-step = step { $moment }

## Within which bounds. “Fewer” and “more” are said of a bound by its title.

# A list of the bounds, each with what it is about, opens below it.
search-bounds-help = What these words mean
search-at-most = At most
search-in-one-run = in one run
search-fewer = Fewer { $bound }
search-more = More { $bound }
# In place of a number: there is no bound.
search-any = any
bound-writes = writes
bound-writes-says = Requests of the client to set a value, each to any server, with a value that nobody has written yet.
bound-reads = reads
bound-reads-says = Requests of the client to get that value, each from any server.
bound-timeouts = timeouts
bound-timeouts-says = Servers that have waited too long for a leader, and stand for election.
# Where nobody votes.
bound-nominations = nominations
bound-nominations-says = Requests of the client that tell a server: you’re the leader.
bound-heartbeats = heartbeats
bound-heartbeats-says = Leaders that speak up without news, or send once more what was not answered.
bound-resends = resends
bound-resends-says = Leaders that send once more what was not answered.
bound-kills = kills
bound-kills-says = Servers that lose their memory; each may be restarted from its disk, which is one more action.
bound-drops = drops
bound-drops-says = Messages that are lost. Without a bound on messages in flight, what is never delivered is as good as lost; then these add nothing.
bound-duplicates = duplicates
bound-duplicates-says = Messages that are sent on twice.
bound-changes = changes of voters
bound-changes-says = Requests of the client that let one server more, or one less, vote.
bound-cuts = cuts
bound-cuts-says = Links between two servers that are cut, and may heal. They, too, add nothing without a bound on messages in flight.
bound-in-flight = messages in flight
bound-in-flight-says = At the same time. “Any” sets no bound, and is the fastest to search.

search-idle-bounds = Drops and cuts add nothing as long as any number of messages may be in flight: what is never delivered is as good as lost. Set a number there, too.
search-wide-bounds = With { $servers } servers there are probably more orders within these bounds than fit into memory. Short runs are tried first, so in the end it says up to how many actions nothing breaks. It comes to the end of all orders with { $bounds }.
search-set-bounds = Set these bounds

search-start = Start
search-start-again = Start again
search-stop = Stop

## How far it is. The names and values of a table, and the titles of the bars below it.

search-how-far = How far it is
search-states = states
search-states-a-second = states a second
search-actions = actions
search-all-of = all of 0 to { $depth }
search-memory = memory
search-megabytes = { $megabytes } MB
search-megabytes-of = of { $megabytes }
search-bar = { $count ->
    [one] { $states } state
   *[other] { $states } states
 } after { $depth ->
    [one] { $depth } action
   *[other] { $depth } actions
 }
search-bars = New states by the number of actions, in powers of ten.
search-tries = Every order of events within these bounds is tried, the short ones first …
search-begins = The search begins.
search-searching = Searching
search-ended = Ended
search-ended-found = Ended: found one
search-ended-stopped = Ended: stopped
search-so-far = Nothing broken so far
search-not-yet = That is not yet “holds”: the word is for the end.
search-fills-up = By the look of it, the memory will be full among the runs of { $depth } actions. Then the search ends, and speaks of shorter runs only.
search-reached = { $depth ->
    [0] Nothing is broken where it begins.
    [one] Nothing breaks in one action: all { $states } states were looked at.
   *[other] Nothing breaks in { $depth } actions or fewer: all { $states } states were looked at.
 }
search-meanwhile = Meanwhile
search-meanwhile-means = The page stays yours: close this view and go on stepping. The search goes on, and a line below the conversation says how it ended.
# Opens the view again.
search-show = Show
search-copy = Copy link
search-copy-title = Copies an address that opens this view: the same run, the same step, the same bounds
search-link-copied = Link copied.
search-link-to-copy = Copy this address:
search-strange-bounds = The bounds in the link can’t be read: { $why } The usual ones are set.
search-idle-in-link = The link has bounds of which this protocol has nothing: { $bounds }. They are left out.
search-stopped = Stopped.
search-progress = { $count ->
    [one] { $states } state
   *[other] { $states } states
 } so far. Up to { $depth ->
    [one] { $depth } action
   *[other] { $depth } actions
 } nothing breaks.
search-stopped-title = Stopped
search-stopped-means = { search-progress } Of longer runs nothing is known.

## Before the first search.

search-intro = Let the page look for you
search-intro-what = It takes the run on the page at the step where it stands, and tries everything that can happen next: which message arrives first, who is killed, who stands for election, what the client asks. It looks at the shortest runs first, so what it finds is the shortest way to break a promise.
# A list of promises follows.
search-intro-promises = What it tries to break are the promises of the protocol, those that are kept at this step:
search-promises = Promises
search-intro-how = Press Start. Or set first, under “At most”, how much of what may happen. Where nothing is found, nothing is there, as long as no more happens than the bounds allow.

## How it ended.

search-broken-in = { $count ->
    [one] Broken in { $count } action
   *[other] Broken in { $count } actions
 }
search-holds = Nothing breaks within these bounds
search-holds-so-far = Nothing breaks in so few actions
search-out-of-memory = Stopped: the memory is full
search-nothing-to-check = Nothing is left to break
search-holds-means = { $count ->
    [one] The one state
   *[other] All { $states } states
 } that can be reached were looked at, the farthest { $depth ->
    [one] { $depth } action
   *[other] { $depth } actions
 } away. What lies beyond the bounds was not.
search-holds-so-far-means = { $count ->
    [one] The one state
   *[other] All { $states } states
 } that can be reached in { $depth ->
    [one] { $depth } action
   *[other] { $depth } actions
 } were looked at. Longer runs were not.
search-out-of-memory-means = Up to { $depth ->
    [one] { $depth } action
   *[other] { $depth } actions
 } nothing breaks. Of longer runs nothing is known. Lower a bound, and try again.
search-nothing-to-check-means = At this moment every promise of the protocol is broken already. Go to an earlier step, and try again.
search-try-more = Raise a bound and start again. Or close this view, switch a rule off under “Rules”, and search for what it is there for.
search-try-less = Timeouts, kills and writes cost the most; and with three servers a search gets much farther than with five.
search-happened = What happened within the bounds
search-did-happen = { $actions ->
    [0] { $what }: already at the start
    [one] { $what }: first after { $actions } action
   *[other] { $what }: first after { $actions } actions
 }
search-did-not-happen = { $what }: nowhere

## The run that was found, and the nearest that holds.

search-open = Open this run
search-open-it = Open it
search-open-nearest = Open it: the run that does not break
search-actions-of-run = The actions of the run
search-actions-of-nearest = The actions of the nearest run that does not break
search-logs = The logs in the end
search-logs-of-nearest = The logs in the end of the run that does not break
search-nearest = The nearest that holds
search-nearest-looking = Looking for the nearest run that does not break …
search-nearest-looked = Looking for the nearest run that does not break: { $count ->
    [one] { $states } state
   *[other] { $states } states
 } so far …
search-nearest-stopped = You stopped looking for it: what would have helped is not known.
search-nearest-never = Where the search began, nothing helped any more: in whatever order the messages in flight arrive, a promise breaks.
search-nearest-out-of-memory = There are more orders in which the messages in flight can arrive than fit into memory, so what would have helped is not known.
search-nearest-without-last = Without action { $action }, nothing is in flight and every promise is kept.
search-nearest-without = Without action { $action }, nothing is in flight and every promise is kept. After it, a promise breaks in whatever order the messages in flight arrive.
search-nearest-before-last = Before action { $action }, there is still an order in which all messages in flight arrive and every promise is kept.
search-nearest-before = After action { $action }, a promise breaks in whatever order the messages in flight arrive. Before it, there is still an order in which all of them arrive and every promise is kept.
# Where it is not known that it is the nearest.
search-near = One that holds
search-near-without = Without action { $action }, nothing is in flight and every promise is kept. The messages of later steps can arrive in more orders than fit into memory, so a nearer one is not ruled out.
search-near-before = Before action { $action }, there is an order in which all messages in flight arrive and every promise is kept. Those of later steps can arrive in more orders than fit into memory, so a nearer one is not ruled out.
search-same = { $count ->
    [one] Action 1 is the same.
    [2] Actions 1 and 2 are the same.
   *[other] Actions 1 to { $count } are the same.
 }
search-nothing-follows = Nothing is in flight any more.
# Marks of an action, beside it.
search-broken = broken
search-differs = differs here
search-instead = instead
search-log-empty = empty
search-log-missing = missing
search-log-broken = broken here
# How a server stands, beside its name.
search-down = down
search-down-in-term = down, term { $term }
search-leads = leads
search-leads-in-term = leads term { $term }
search-in-term = term { $term }
search-to = to

## An action, in the words of the page's buttons.

action-client = Client to { $server }: { $text }
action-nominate = Nominate { $what }
action-deliver = Deliver { $what }
action-drop = Drop { $what }
action-duplicate = Duplicate { $what }
action-kill = Kill { $what }
action-restart = Restart { $what }
action-cut = Cut { $what }
action-heal = Heal { $what }
action-timeout = Time out { $what }
action-heartbeat = Heartbeat of { $what }
action-resend = Resend by { $what }
# What else a server offers.
action-prompt = { $prompt }: { $what }

## Break it yourself: a bar below the conversation. Every action counts.

challenge-title = { $most ->
    [one] Break it yourself in { $most } action
   *[other] Break it yourself in at most { $most } actions
 }
challenge-title-open = Break it yourself
challenge-before-end = The fewest actions are known when the search has ended. You may start before it.
challenge-fewest-later = The fewest are known when the search has ended.
challenge-fewest-unknown = How few are enough is not known: the search did not end.
challenge-none = Within these bounds nothing breaks, the search says: it takes something that they leave out.
challenge-reached-open = { $used ->
    [one] Broken in { $used } action.
   *[other] Broken in { $used } actions.
 }
challenge-nothing-from-here = From here nothing breaks any more within these bounds. Go back, and try another way.
challenge-what = Same start, same bounds. Every action counts, deliveries too; a hint tells the next action only.
challenge-try = Try it
challenge-first-hint = First hint
challenge-first-hint-title = Begins it with the first action told
challenge-used = { $used ->
    [one] { $used } action so far
   *[other] { $used } actions so far
 }. Every action counts, deliveries too.
challenge-too-many = { $used } actions so far: that is more than { $most }. Go back, and try another way.
challenge-before = It begins at step { $moment }.
challenge-elsewhere = Another run is on the page now.
challenge-go-back = Back to where it began
challenge-hint = Hint
challenge-leave = Leave
challenge-reached = { $used ->
    [one] Broken in { $used } action
   *[other] Broken in { $used } actions
 }: no run within these bounds needs fewer.
challenge-reached-longer = { $used ->
    [one] Broken in { $used } action
   *[other] Broken in { $used } actions
 }. The shortest run has { $most }.
challenge-reached-shorter = { $used ->
    [one] Broken in { $used } action
   *[other] Broken in { $used } actions
 }, fewer than { $most }: you did something that the bounds of the search leave out.
challenge-looking = Looking for the next action …
challenge-next = Next: { $action }.
challenge-next-message = Next: { $action }, from { $from } to { $to }.
challenge-too-late = { $most ->
    [one] From here it can no longer be broken in { $most } action within these bounds. Go back, and try another way.
   *[other] From here it can no longer be broken in { $most } actions in all within these bounds. Go back, and try another way.
 }
challenge-unknown = There is too much to look at from here: whether it can still be broken is not known.

## Look-ahead: how far it is, through each action, to a broken promise.

ahead-title = Look-ahead
ahead-switch = Look ahead while stepping
ahead-what = Says on each button of the page how far the nearest broken promise is through its action, within these bounds.
ahead-off = Switch off
ahead-looking = Looking; within { $count ->
    [one] { $count } action
   *[other] { $count } actions
 } all is known.
ahead-playing = While it plays, nobody looks ahead.
ahead-nothing-to-check = Every promise is broken already.
ahead-out-of-memory = There is too much to look at: only within { $count ->
    [one] { $count } action
   *[other] { $count } actions
 } all is known.
ahead-none = Whatever is done first, no promise breaks within { $within ->
    [one] { $within } action
   *[other] { $within } actions
 }.
ahead-nearest = { $count ->
    [one] One action is enough to break a promise.
   *[other] { $count } actions are enough to break a promise.
 }
# Explains the marks on the buttons. $far is the sign for "none within".
ahead-key = The number on a button: how many actions it takes to break a promise, that one first. { $far }: none within { $within }.
ahead-bounds = After the first action there are at most: { $bounds }. There may be any number of deliveries and restarts.
ahead-only-deliveries = After the first action, messages only arrive, and servers that are down restart.
ahead-mark-none = none within { $within }
ahead-soonest = Through which action the next broken promise is near
ahead-at-once = breaks at once
ahead-in = breaks in { $count } actions
ahead-others = { $count ->
    [one] Through { $count } other action
   *[other] Through { $count } other actions
 }: none within { $within }.
ahead-message = { $action }, { $from } to { $to }

## What is kept with a room, so that a reload loses none of it.

kept-strange = { $found } stands where a word such as “writes” and a number from 0 to 9 were expected.
kept-no-moment = it begins at step { $moment }, and its run has { $count }.
kept-unreadable = A challenge or the look-ahead was open here, but what was kept of it can’t be read: { $why }
kept-forget = Forget it
