"""The first rows of a whole kind, read in the order of an index: a page costs what it shows, however many things there are.

An index holds no node that lacks the property, and what lacks it comes last: so those with it are read in the index's order,
and only where they do not fill the page the others are looked for.
"""

import re

from graph_service.cypher.order import Keys, Order, sorting
from schema import KINDS

_PROPERTY = re.compile(r"n\.(\w+)")


def leading(label: str, ties: Keys, by: Order | None) -> str | None:
    """Return what `ORDER BY` takes as its first key where an index of the kind gives that order, else nothing."""
    expression, descending = (by.expression, by.descending) if by else (ties[0].stands_for, ties[0].descending)
    found = _PROPERTY.fullmatch(expression)
    if label not in KINDS or not found or found[1] not in KINDS[label].INDEXED:
        return None
    return f"{expression} DESC" if descending else expression


def led_rows(body: str, beyond: str, lead: str, ties: Keys) -> str:
    """Return what finds the rows n of a page in the order of an index, those without a value last; `$page` bounds them."""
    value, rest = lead.removesuffix(" DESC"), sorting(ties)
    return (
        f"CALL () {{\n{body}\n  AND {value} IS NOT NULL{beyond}\nWITH n ORDER BY {lead}, {rest} LIMIT $page\n"
        f"RETURN collect(n) AS led\n}}\n"
        f"CALL (led) {{\nWITH led WHERE size(led) < $page\n{body}\n  AND {value} IS NULL{beyond}\n"
        f"WITH n ORDER BY {rest} LIMIT $page\nRETURN collect(n) AS rest\n}}\n"
        "UNWIND (led + rest)[..$page] AS n"
    )
