"""How strongly a shared thing connects two matters: the one place of the numbers.

strength = weight of the rule (in its file) x certainty of the namings
           / (1 + ln(matters that share it - 1)) / (1 + days between the matters / 3650)
score    = 1 - product of (1 - strength) over all pieces of evidence

Both are computed in `queries/parts/evidence.cypher` and `queries/read/connected_matters.cypher`
from what the viewer may see.
"""

HUB_CAP = 50  # a thing named in more matters than this connects none of them; it is listed as left out
DEFAULT_SCORE = 0.2  # below this a connection is shown but not counted as found
