# The panel with the rules of a protocol, each with a switch.

# $protocol is a protocol's title.
rules-title = Rules of { $protocol }
rules-on = { $on } of { $count } on
rules-all-on = All on
rules-close = Close the rules
rules-hint = Each is there so that nothing breaks. Switch one off: the same run is told again without it.
# $others are protocols' titles, each in quotation marks.
rules-none = “{ $protocol }” has no rules that can be switched off. These have: { $others }.
rules-none-other = “{ $title }”

## A promise that was broken. $title is a promise's, $broken the next message.

rules-broken-title = { $title }: { $broken }
rules-broken = broken
rules-broken-now = Broken by this step.
rules-broken-from-start = Broken from the start. Now is step { $now }.
rules-broken-since = Broken since step { $moment }. Now is step { $now }.
rules-go-to-start = Go to the start
rules-go-to-step = Go to step { $moment }

## A rule.

# On its switch.
rules-switch-on = on
rules-switch-off = off
# Buttons. What $rest says is only heard, since the rule stands beside them.
rules-show = Show me{ $rest }
rules-show-rest = {" "}what breaks without: { $title }
rules-show-title = Opens a run without this rule that breaks
rules-find = Find the shortest run{ $rest }
rules-find-rest = {" "}that breaks without: { $title }
rules-find-title = Tries all orders of events from the run’s start, within bounds that you set
# $without is a clause: what happens then. $title, in bold, is a promise’s.
rules-without-nothing-breaks = Without it, { $without }. No promise breaks.
rules-without-breaks = Without it, { $without }. That can break: { $title }.
rules-without-keeps-from = Without it, { $without }. That can keep from being reached: { $title }.
