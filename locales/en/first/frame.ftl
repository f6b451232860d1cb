# What stands around the conversation on the first screen, and how the page starts.

## Links before everything else, for who goes through the page with the Tab key.

skip-to-controls = To the controls
skip-to-conversation = To the conversation

## What is written in the page before its script runs.

welcome-label = Welcome
# $what and $begin are the next two messages, set in bold and apart.
welcome = { $what }, and lets you deliver, lose or repeat each of their messages. { $begin }
welcome-what = This page shows how servers bring each other’s logs up to date
# $step is the button, as playback-step calls it.
# $elections is the next sentence but one, which is left out under Raft.
welcome-begin = Press { $step } to begin. { $elections }
welcome-step = Step
# $raft is a link to the lesson in which Raft begins.
welcome-elections = Or go to { $raft }.
welcome-raft = Raft’s elections
notices-label = Notices
story-label = Story
key-label = Key to the drawing
side-label = Client and network
playback-label = Playback
waking = The servers are waking up …

# Words that stay on one line with the number behind them, such as “term 5”, in small letters and with blanks between them.
tied-words = term entry entries message messages step steps index moment action actions section sections figure lesson line

## The key to the drawing: what signs on the ladder and in the logs mean.

key-delivered = delivered
key-in-flight = in flight
key-dropped = dropped
key-refused-nobody-home = refused: nobody home
key-heard-later = heard later
key-a-server-says-no = a server says no
key-entry-missing = entry missing
key-entry-on-its-way = entry on its way
key-entry-differs = entry differs
key-entry-surplus = entry surplus
key-entry-repeated = entry repeated
key-candidate = candidate
key-stale-leader = stale leader
key-committed = committed
key-not-committed = not committed
key-partition = partition
# Where a lesson asks: a cell with a question mark, and the arrow of an answer.
key-asked = asked
# What a server says, as an example of one that says no.
key-no = no: …

## The banner.

header-search = Break it
header-compare = Side by side
header-script = Script
header-copy-link = Copy link
header-search-title = Looks for the shortest run that breaks a promise
header-compare-title = The same trouble under several protocols, side by side
header-script-title = The run as text, to read and to change
header-copy-link-title = Copy a link to this moment
header-share-title = Share: take this run along, as a picture, as a file or into a page of your own
header-present-title = Present: big type, and only what matters
header-help-title = Help (?)
header-rules-title = What the protocol’s rules are for: each can be switched off
header-share = Share
header-present = Present
header-help = Help
header-theme = Theme: { $theme ->
   *[auto] auto
    [light] light
    [dark] dark
 }
header-presenting = Page Down and Page Up step, Escape ends.
header-end-presenting = End presenting
header-lesson = Lesson
header-lesson-short = Lesson { $place }
# A lesson in the list of lessons: its number and its title.
header-lesson-row = { $place } · { $title }
header-lesson-row-begun = { $place } · { $title } (begun)
header-lesson-row-done = { $place } · { $title } (done)
header-sandbox = Sandbox
header-from-a-link = From a link
header-protocol = Protocol
header-rules = Rules
# How many rules are off, beside the button of the rules; where there is little room only the number is seen.
header-rules-off = { $count } off

## The story beside the run.

story-next = Next
story-other-offers = What else you can do
story-disks = About the disks
story-disks-say = Each log lies in this browser’s localStorage, so for the servers reloading the page is a power cut that their disks survive; but a private window, clearing the browser’s data, or a hard kill of the browser (which may lose the last minute) takes them too.
story-forget = Forget everything here
# $article and $paper are links, named by the next two messages.
story-sources = After { $article } by Chelsea Troy, and the { $paper }, sections 5, 6 and 8. Not in here: clocks and snapshots.
story-article = “Raft 4: Bare Minimum Log Replication”
story-paper = Raft paper
story-licences = Free software, under the licences MIT or Apache-2.0, as you like; the source is in the repository that this page was built from.
# The place of $source is a link, the address of the page's repository, where it is known.
story-licences-and-source = Free software, under the licences MIT or Apache-2.0, as you like. The source, and a place to report mistakes: { $source }.
story-lesson = Lesson { $place } of { $count }
forget-title = Forget everything here?
forget-says = All disks in all rooms, what you sent, and how you like the page are removed from this browser. Nothing that isn’t Catchup’s is touched. This can’t be undone.
forget-keep = Keep it all
forget-yes = Yes, forget it
prose-what = What is that?
# A link to the Raft paper, at a section such as §5.3.
prose-paper = Paper, { $section }
prose-read = Read it
# Words of the glossary in the forms in which stories set them apart, each with the English word under which it is explained.
# An English word itself need not be named.
glossary-forms = servers: server; commands: command; entries: entry; nominates: nominate; nominated: nominate; nomination: nominate; elected: election; elections: election; elect: election; messages: message; followers: follower; terms: term; hints: hint; stores: store; links: link; timeouts: timeout; candidates: candidate; votes: vote; voters: voter; heartbeats: heartbeat; committed: commit; rules: rule; protocols: protocol

## The strip of notices under the banner.

notice-dismiss = Dismiss this notice
notice-dismiss-title = Dismiss
notice-link = Link to this moment

## The bar at the foot of a narrow page.

sheet-story = Story
# $flights is the next message, in small type.
sheet-client = Client{ $flights }
sheet-flights = {" · "}{ $count } in flight

## Of the page as a whole.

page-not-loaded = This part of the page could not be loaded. Is there a connection? Then please try again.
page-link-is-local = The link opens this file on this computer only. To send the run to somebody, save it as text under Share.
page-too-long-to-open = This run is too long for a link, so it can’t be opened in full.
# Over everything, while a file is dragged above the page.
drop-here = Drop a text file here to open its run
# Below a page that stands in a frame of another one: a link.
embed-open = Open in full
# The title of the browser’s tab: what is open, then the page.
page-title = { $open } · Catchup

## Why the page can’t start, and what to do about it. public/early.js says what goes wrong before the catalogues are there.

start-reload = Reload the page. If that does not help, tell whoever runs this site.
start-no-wasm = This browser has no WebAssembly, in which the servers of this page run.
start-no-wasm-advice = It is too old, or WebAssembly is switched off in it. Please switch it on, or try a newer browser.
start-no-simulation = The simulation can’t be started: { $why }
start-check = Check the connection, and reload the page.
start-not-fetched = A part of this page could not be fetched: { $file }
start-missing = A part of this page is missing where it should be: { $file } (its server says { $status }).
start-broke-off = A part of this page broke off while it arrived: { $file }
start-empty = A part of this page arrived empty: { $file }
start-page-instead = Instead of a part of this page, { $file }, its server sent a page of HTML.
start-other-instead = Instead of a part of this page, { $file }, its server sent something else.
start-old-wasm = This browser’s WebAssembly, in which the servers of this page run, is too old.
start-old-wasm-advice = Please try a newer browser: any from the year 2024 on will do.
start-damaged = A part of this page arrived damaged, or was cut short: { $file } ({ $count } bytes came).
start-forbidden = The content security policy of this site forbids WebAssembly, in which the servers of this page run.
start-forbidden-advice = Your browser is fine. Whoever runs this site has to add 'wasm-unsafe-eval' to “script-src” in the policy.
start-broke = Something broke while the page started: { $why }
start-trouble = Catchup can’t start. { $what } { $advice }
