# The menu of what can befall a server.

befall-menu = What can befall { $name }
befall-links = Links of { $name }
befall-cut = Cut { $name }
befall-cut-title = Whole; click to cut it
befall-heal = Heal { $name }
befall-heal-title = Cut; click to heal it
befall-partition = Partition
befall-isolate = Isolate { $name }
befall-two-groups = Two groups
befall-side-of = Two groups. On { $name }’s side:
befall-part = Part them
befall-disk = Disk of { $name }
befall-fill-disk = Fill the disk
befall-free-disk = Free the disk
befall-wipe-disk = Wipe the disk
befall-kill-first = Kill it first, and its disk can be changed by hand.
# $field is where a number or an entry is typed.
befall-entry = Entry { $field }
befall-damage = Damage it
befall-first-entries = Entries 1 to { $field }
befall-keep = Keep only these
befall-term = Term { $field }
befall-next-entry = Entry { $index } { $field }
befall-add = Add it
