# The dialog that takes a run along, and what is said of files that are opened.

share-title = Share
share-close = Close

## A picture of the conversation.

share-picture = A picture of the conversation
# What of it, in which colours.
share-scope = What
share-scope-now = Up to now
share-scope-whole = The whole run
share-colours = Colours
share-colours-light = Light
share-colours-dark = Dark
# Buttons, and what is said when it is done.
share-save-svg = Save SVG
share-save-png = Save PNG
share-copy-picture = Copy picture
share-svg-saved = The SVG is saved.
share-png-saved = The PNG is saved.
share-picture-copied = The picture is copied.
share-cannot-copy = This browser doesn’t let the page copy pictures. Save the PNG instead.
share-may-not-copy = The browser didn’t let the page copy the picture. Save the PNG instead.
share-too-long-for-dots = This conversation is too long for a picture of dots. Save the SVG, or go to an earlier moment and save it up to now.
share-too-large-for-dots = The browser could not draw so large a picture. Save the SVG instead.
picture-too-long = This conversation has { $count } messages and events, and a picture holds at most { $limit }. Go to an earlier moment, and save it up to now.
# A description for who can't see it; a list of what is said in it follows.
picture-in-words = A conversation, up to step { $step } of { $count }.

## A text file.

share-file = A text file
share-file-what = It holds the whole run with its story and its comments. To open one, you can also drop it onto the page.
share-save-text = Save as text
share-open-file = Open a file …
# The name of a file whose run has no title: small letters and digits.
share-file-name = run

## What is wrong with a file that was to be opened. $file is its name in quotation marks.

# $why is one of those that follow.
opening-failed = { $why } The run on the screen is as it was.
# $fault is a sentence of the simulation.
opening-fault = { $file } can’t be opened. { $fault }
opening-no-file = Nothing was found that is a file. Choose a text file that holds a run.
opening-many-files = These are { $count } files, and one run is open at a time. Choose one of them.
opening-large = { $file } has { $count } kB, and the text of a run has at most { $limit } kB. Choose another file.
opening-unreadable = { $file } can’t be read: it may be a folder, or gone by now. Choose a text file that holds a run.
opening-no-text = { $file } is no text in UTF-8. Choose a text file such as “Save as text” makes, or save yours as UTF-8.

## A frame in somebody's own page.

share-frame = A frame in a page of your own
share-frame-what = It shows the conversation and its controls at this moment, and keeps nothing. It fits into any width from 320 pixels on.
share-frame-html = HTML of the frame
share-copy-html = Copy HTML
share-html-copied = HTML copied
# What the frame is called in that page.
share-frame-name = Catchup: { $title }
share-frame-local = This page was opened from a disk, where no other page can show it. Put it on a web server, and copy the HTML there.

## The whole page in one file.

share-page = The whole page in one file
share-page-what = It opens with a double click, without a server and without a network: for a stick, or a room that has none.
share-save-page = Save the page
