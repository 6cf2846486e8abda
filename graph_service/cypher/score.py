"""How strongly a shared thing connects two matters: the one place of the numbers.

strength = weight of the rule (in its file) x certainty of the namings
           / (1 + ln(matters that share it - 1)) / (1 + days between the matters / 3650)
score    = 1 - product of (1 - strength) over all pieces of evidence

Of several namings of one thing the surest counts; a naming that states no certainty is certain. Days that are not
known count as 365. Where one matter names a thing and the other what is registered with it, the certainty is 0.8 of
that of the namings. Both are computed in `queries/parts/evidence.cypher` and `queries/read/connected_matters.cypher`
from what the viewer may see.
"""

HUB_CAP = 50  # a thing named in more matters than this connects none of them; it is listed as left out
DEFAULT_SCORE = 0.2  # below this a connection is shown but not counted as found
