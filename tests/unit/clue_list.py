"""A list of clues with its orders, as a query file would declare it."""

from dataclasses import replace

from graph_service.cypher.files import Filter, QueryFile
from graph_service.cypher.order import Order

HEAD = {"title": "Clues", "params": "viewer_audiences", "returns": "Clue", "scope": "shared", "tie": "n.uid"}
NEWEST = Order("NEWEST", "n.day", True, "date", "Latest first")
FEWEST = Order("FEWEST", "n.amount", False, None, "Least first")
MOST = Order("MOST", "n.amount", True, None, "Most first")
FROM = Filter("from", "Date", "n.day >= date($from)", "Since")
FILE = QueryFile(
    "read/clues", HEAD, "MATCH (n:Clue)\nWHERE true", {"from": FROM},
    {each.name: each for each in (NEWEST, FEWEST, MOST)},
)  # fmt: skip
BY_KIND = replace(FILE, head={**HEAD, "tie": "Clue n"})
