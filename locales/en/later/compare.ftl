# The side by side view: one start and one trouble under several protocols.

## What is chosen.

compare-title = Side by side
compare-what = One start, one trouble, and what each protocol makes of them.
compare-close = Close
compare-start = Start
compare-start-of-page = The start of the run on the page
compare-start-own = Your own
# A slider: by how many entries the follower is behind. The next message is its value.
compare-behind = Behind by
compare-behind-now = { $behind } of { $limit } entries
compare-protocols = Protocols
compare-two-stay = Two have to stay.
compare-texts = Start and trouble as text
compare-start-text = Start text
compare-start-hint = A head: servers, and what their disks hold.
compare-trouble = Trouble
compare-trouble-hint = Actions without message numbers, since those differ from protocol to protocol.
compare-run = Run these texts
compare-not-shown-yet = The columns do not show these texts yet.

## The bar that moves all columns. Buttons first.

compare-all-to-start = All to the start
compare-all-back = Back all
compare-all-step = Step all
compare-all-to-end = All to the end
compare-steps = Steps of all
compare-moment = Moment of all
compare-step = Step { $moment } of { $last }.
compare-step-last = Step { $moment } of { $last }. All have ended.
# $titles is a list of protocols, $count how many they are.
compare-step-ended = Step { $moment } of { $last }. { $titles } { $count ->
    [one] has
   *[other] have
 } ended.

## A column: what happens under one protocol.

compare-ended = Ended after { $count ->
    [one] { $count } step
   *[other] { $count } steps
 }
compare-nothing-happened = This is the start: nothing has been said.
# What is counted, above small columns of numbers.
compare-messages = messages
compare-round-trips = round trips
compare-entries = entries
compare-bytes = bytes
compare-costs = What { $protocol } costs so far
# Headings of a column, and the names of what is below them.
compare-logs = Logs
compare-logs-show = the term of each entry, by index
compare-logs-under = Logs under { $protocol }
compare-said = Messages
compare-said-under = Messages under { $protocol }
compare-said-earlier = { $count } earlier, not shown
compare-said-nothing = Nothing yet.
compare-end = In the end
# The head of a column of names.
compare-server = server
compare-just-compared = just compared

## What the marks in the logs mean.

compare-marks = Marks in the logs
compare-mark-differs = differs from the leader’s, or else the longest log’s
compare-mark-surplus = surplus: beyond its end
compare-mark-fresh = just appended

## The table of what comes of it.

compare-summary = What it takes, and what comes of it
compare-protocol = protocol
compare-agree = logs agree in the end
# Whether they do.
compare-agree-yes = Yes
compare-agree-more = Yes, but somebody has more
compare-agree-differ = No: they differ
compare-agree-missing = No: entries are missing
compare-agree-repeated = No: entries are repeated
# Beside the smallest number of a column.
compare-least = least
compare-summary-hint = Messages between servers, as text on the wire. Who ends badly does not compete for “least”.

## The chart: messages by how far a follower is behind, and by how many of its entries conflict.

compare-chart = Messages that one follower costs
# Along the axes.
compare-chart-messages = messages
compare-chart-behind = entries that the follower is behind
compare-chart-conflicting = entries at the follower’s end that conflict
compare-chart-behind-label = Chart of messages by entries that the follower is behind; the numbers stand in a table below.
compare-chart-conflicting-label = Chart of messages by entries at the follower’s end that conflict; the numbers stand in a table below.
compare-chart-explained = A hollow point: in the end the two logs are not equal.
# $titles is a list of protocols, $count how many they are.
compare-chart-explained-wrong = A hollow point: in the end the two logs are not equal. { $titles } { $count ->
    [one] costs the same however much conflicts, since it never looks
   *[other] cost the same however much conflicts, since they never look
 } at an entry: cheap, and wrong.
compare-chart-tables = The chart as tables
compare-table-behind = Messages by how many entries the follower is behind
compare-table-conflicting = Messages by how many entries conflict
# What the rows of these tables are.
compare-table-behind-by = behind by
compare-table-conflicting-by = conflicting
compare-table-differ = logs differ

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
