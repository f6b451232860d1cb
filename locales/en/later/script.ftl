# The dialog with the run as text.

script-title = Script
script-says = The whole run: a start, then one action a line. Change it as you like.
script-field = The run’s text
script-copy = Copy
script-copied = Copied
script-run = Run it
script-close = Close
