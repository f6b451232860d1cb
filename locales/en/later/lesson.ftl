# What a lesson asks, beside the run, and what became of it.

## A question before a step.

lesson-before = Before you see it
# Which question of how many.
lesson-place = { $place } of { $count }
lesson-choose-first = Choose an answer first
lesson-lock = Lock it in
lesson-skip = Skip
lesson-go-on = Go on
lesson-ask-again = Ask me again
lesson-hint = Hint
lesson-another-hint = Another hint
# Beside an answer.
lesson-came-as-said = what came, and what you said
lesson-came = what came
lesson-said = what you said

## In the end: what was predicted. $said and $came are answers.

lesson-predictions = What you predicted
lesson-predicted-right = You said, and so it came: { $came }
lesson-predicted-said = You said: { $said }
lesson-predicted-came = What came: { $came }

## A goal. $count is how many actions it took, or has taken so far.

goal-title = Goal
goal-title-reached = Goal: reached
goal-used-so-far = { $count ->
    [one] { $count } action so far.
   *[other] { $count } actions so far.
 }
goal-used-too-many = { $count } of at most { $most }: that is more. Go back, and try another way.
goal-used = { $count ->
    [0] Deliveries don’t count.
   *[other] { $count } used; deliveries don’t count.
 }
# $best is how many actions were known to do.
goal-fewer-than-known = That is fewer than the { $best } that were known.
goal-fewest-known = { $best } is the fewest known.
goal-fewest-known-is = The fewest known is { $best }.
