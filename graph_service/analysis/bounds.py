"""How large a network is read, and how exactly it is worked out: the one place of these numbers.

A network holds at most MOST_NODES nodes and MOST_TIES ties. What has more than HUB_CAP ties that the viewer may see is in it,
but is not followed through; what was asked around is followed up to MOST_NODES. Up to EXACT_NODES nodes betweenness is
exact; beyond, it is estimated from SOURCES nodes, evenly spread over the order of the house. TOLD_TIES ties, TOLD_NODES
nodes and TOLD_KINDS kinds are told for each finding. NAMED_AGAIN is what each naming beyond the first says for a suggestion, beside the ways
that lead there (docs/analysis.md). What takes longer than WORKED_SECONDS is refused.
"""

MOST_AROUND = 20
MOST_HOPS = 3
MOST_SHOWN = 100
MOST_NODES = 5000
MOST_TIES = 20_000
HUB_CAP = 100
EXACT_NODES = 1000
SOURCES = 256
TOLD_TIES = 10
TOLD_NODES = 5
TOLD_KINDS = 5
NAMED_AGAIN = 0.001
WORKED_SECONDS = 20.0
