# What the page says of links that can’t be made or opened.

## Links that can’t be made or opened.

link-trouble = The link can’t be opened. { $why }
link-cut = This link’s text ends within a line, so it may have been cut on its way. What there is of it is shown.
link-large = This run is too long for a link: its text has more than 1 MB. Copy the text instead.
link-long = This run is too long for a link in this browser. Copy the text instead.
link-other-format = This link is written in format { $theirs }, and this page reads format { $ours }. Reload the page; if that does not help, ask for the link again.
# $what is one of the sentences that follow.
link-broken = { $what } It may have been cut on its way: ask for it again, and copy all of it.
link-has-many-characters = This link has { $count } characters, and at most { $limit } are read.
link-ends-early = This link ends before its text begins.
link-other-form = This link holds { $found } where “plain,” or “deflate,” was expected.
link-other-moment = This link opens at { $found }, and a moment from 0 to { $limit } was expected.
link-percent = This link holds a percent sign that is not followed by the bytes of a character.
link-holds-large-text = This link holds a text of more than 1 MB.
link-packed = This link holds data that can’t be unpacked.
link-unpacks-large = This link unpacks to a text of more than 1 MB.
link-no-text = This link holds bytes that are no text in UTF-8.
link-half-byte = This link holds data that ends within a byte.
link-strange = This link holds { $found }, which does not occur in base64url.
