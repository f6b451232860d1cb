# What is said of texts: of the text language, and what is wrong with a line of it.

## A fault: "Line 3: found tim, expected a server: tom and dick."

fault-at-line = Line { $line }: { $fault }.
found-nothing = found nothing, expected { $expected }
found-other = found { $found }, expected { $expected }
found-large-text = found a text of { $kilobytes } kB, expected at most 1 MB
found-tenth-server = found a tenth server, { $name }, expected at most { $limit }
found-second = found a second { $verb }, expected one
found-no-protocol = found no protocol, expected a line such as protocol ask_length before the first action
found-long-log = found entry { $index } of { $name }, expected at most { $limit }
found-in-the-run = found { $verb } after the start, expected it before the first action

## What was expected in a line of a text.

expected-each-server-once = each server once
expected-each-voter-once = each voter once
expected-names-of-voters = the names of who votes
expected-names-of-servers = the names of 1 to 9 servers
expected-title = a title of at most 200 characters
expected-one-line = one line
expected-line-without-kept = a line without the characters U+FDD0 to U+FDEF, which Unicode keeps for programs’ own use
expected-message-number = a message’s number, from 1
expected-clients-words = what the client says, after the server’s name
expected-keep = how many entries to keep
expected-index = an entry’s index, from 1
expected-prompt = what the server offers, after its name
expected-action = client, deliver, drop, duplicate, kill, restart, start, cut, heal, full, free, wipe, disk, keep, damage, term, prompt, reload, step, settle, calm or storm
expected-head-or-action = title, protocol, without, servers, voters, disk or term, or an action, such as client, prompt, kill, step or settle
expected-seed = a seed, from 0 to 4294967295
expected-moments = a number of moments, from 1 to 20000
expected-trouble = lose, repeat, kill, cut, timeout, write, read or change
expected-percentage = a percentage, from 0 to 100
expected-term-alone = a term alone, since nobody votes under this protocol
expected-no-voters = no such line, since nobody votes under this protocol
expected-high-term = at least { $term }, the highest term of its entries
expected-protocol = a protocol: { $known }
expected-rule = a rule: { $known }
expected-no-rules = no such line, since { $protocol } has no such rules
expected-rule-of-protocol = a rule of { $protocol }: { $known }
expected-server = a server: { $known }
expected-nothing-after = nothing after { $verb }
expected-one-server = { $verb } and one server
expected-two-servers = { $verb } and two servers
expected-seed-and-moments = { $verb }, a seed and a number of moments
# What was found, in place of each server once.
found-twice = { $name } twice
