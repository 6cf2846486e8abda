"""How much a pack holds: the one place of these numbers.

MOST_READ rows of a part are what its counts, sums and reasons are made of, MOST_SHOWN of them may be asked for. A naming less
sure than SURE puts a matter into no pack. ONE_TERM_FROM problems in one leader's term are told. The two TOLD_OF_ are how many
matters one reason tells, and how many matters or holders one row.
"""

MOST_LEVELS = 3
MOST_UNITS = 200
MOST_READ = 2000
MOST_SHOWN = 1000
USUAL_SHOWN = 500
MOST_HOLDERS = 300
MOST_CONNECTED = 200
TOLD_OF_REASON = 50
TOLD_OF_ROW = 10
SURE = 0.8
USUAL_ECHO_DAYS = 90
MOST_ECHO_DAYS = 1096
ONE_TERM_FROM = 5
