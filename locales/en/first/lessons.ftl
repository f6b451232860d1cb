# Which lessons there are. See ../lessons.ftl.

## What lessons are about: headings.

group-replication = Replication
group-raft = Raft

## Their titles, as their texts have them, each under its file’s name.

lesson-title-two-servers = Two servers, one conversation
lesson-title-every-tom-dick-and-harry = Every Tom Dick and Harry
lesson-title-harry-takes-a-nap = harry takes a nap
lesson-title-the-same-length = The same length is not the same log
lesson-title-asked-twice = Asked twice
lesson-title-too-long-to-follow = Too long to follow
lesson-title-walking-back = One step back, please
lesson-title-with-hints = A hint saves the walk
lesson-title-a-late-yes = A late yes
lesson-title-figure-7 = Figure 7
lesson-title-nobody-is-nominated = Nobody is nominated
lesson-title-two-stand-at-once = Two stand at once
lesson-title-done-means-committed = Done means committed
lesson-title-two-leaders = A network in two
lesson-title-an-old-entry = An old entry
lesson-title-ask-the-leader = Ask the leader
lesson-title-one-more-one-less = One more, one less
