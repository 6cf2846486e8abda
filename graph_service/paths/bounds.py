"""How far and how long paths are sought: the one place of these numbers.

A search reads at most MOST_TIES ties, both sides together, and takes as long as one read may at most. What has more than HUB_TIES ties is
reached but not followed through; the two ends themselves are followed up to MOST_TIES. For the order of the ways ties are counted
up to COUNTED_TIES: what has more is common ground. At most MOST_WAYS paths are put in order
for a question, in at most MOST_STEPS steps. Beneath each hop stand at most TOLD_TIES of its parallel ties, in its sentence
TOLD_STATEMENTS. Of hubs that were left out TOLD_HUBS are told. Where more than BESIDE ties may lie on a way, a thread puts the ways in order.
"""

MOST_HOPS = 6
MOST_SHOWN = 50
MOST_PAGED = 100
MOST_THROUGH = 3
MOST_NOT_THROUGH = 50
HUB_TIES = 5_000
MOST_TIES = 50_000
COUNTED_TIES = 200
MOST_WAYS = 1_000
MOST_STEPS = 1_000_000
TOLD_TIES = 20
TOLD_STATEMENTS = 3
TOLD_HUBS = 20
BESIDE = 5_000
