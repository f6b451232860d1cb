# What the first screen says of promises, and of storms. See ../properties.ftl.

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

## What befalls servers in a storm: beside sliders that say in how many moments of 100.

trouble-kill = A server is killed
trouble-cut = A link is cut
trouble-timeout = A server stands for election
trouble-change = Who votes is changed
trouble-write = The client writes
trouble-read = The client reads
trouble-lose = A message is lost
trouble-repeat = A message is repeated
