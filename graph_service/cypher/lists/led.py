"""The first rows of a whole kind, read in the order of an index: a page costs what it shows, however many things there are.

An index holds no node that lacks the property, and what lacks it comes last: so those with it are read in the index's order,
and only where they do not fill the page the others are looked for. Of a family each kind is led by its own index, and of the
pages of all kinds one is made.
"""

import re
from collections.abc import Mapping

from graph_service.cypher.macros import came_on
from graph_service.cypher.order import Keys, Order, node_order, sorting
from graph_service.model import ABSTRACT
from schema import KINDS
from schema.ordering import is_dated

_PROPERTY = re.compile(r"n\.(\w+)")


def leading(type_name: str, ties: Keys, by: Order | None) -> Mapping[str, str]:
    """Return for each kind what `ORDER BY` takes as its first key where an index of the kind gives that order, else nothing."""
    if type_name in ABSTRACT:
        return _of_family(ABSTRACT[type_name], by)
    expression, descending = (by.expression, by.descending) if by else (ties[0].stands_for, ties[0].descending)
    found = _PROPERTY.fullmatch(expression)
    if type_name not in KINDS or not found or found[1] not in KINDS[type_name].INDEXED:
        return {}
    return {type_name: f"{expression} DESC" if descending else expression}


def _of_family(labels: tuple[str, ...], by: Order | None) -> Mapping[str, str]:
    # Oldest first, an index leads by the time of day as well, but within a day the newest comes first.
    is_newest = by is None or (by.expression == came_on("n") and by.descending)
    if not is_newest or not is_dated(labels):
        return {}
    days = {label: KINDS[label].ORDER[0].removeprefix("-") for label in labels}
    is_led = all(day in KINDS[label].INDEXED for label, day in days.items())
    return {label: f"n.{day} DESC" for label, day in days.items()} if is_led else {}


def led_rows(body: str, beyond: str, leads: Mapping[str, str], ties: Keys) -> str:
    """Return what finds the rows n of a page in the order of the indexes, those without a value last; `$page` bounds each look."""
    rest = sorting(ties)
    if len(leads) == 1:
        (lead,) = leads.values()
        value = lead.removesuffix(" DESC")
        led = f"{_valued(body, value, beyond)}\nWITH n ORDER BY {lead}, {rest} LIMIT $page"
    else:
        value = came_on("n")
        looks = (_look(body, label, lead, beyond) for label, lead in leads.items())
        led = "CALL () {\n" + "\nUNION ALL\n".join(looks) + f"\n}}\nWITH n ORDER BY {rest} LIMIT $page"
    # Without the UNWIND the server would look for the others first and ask then whether they are wanted.
    return (
        f"CALL () {{\n{led}\nRETURN collect(n) AS led\n}}\n"
        "CALL (led) {\nUNWIND CASE WHEN size(led) < $page THEN [true] ELSE [] END AS lacking\n"
        f"{body}\n  AND {value} IS NULL{beyond}\nWITH n ORDER BY {rest} LIMIT $page\nRETURN collect(n) AS rest\n}}\n"
        "UNWIND (led + rest)[..$page] AS n"
    )


def _look(body: str, label: str, lead: str, beyond: str) -> str:
    """Return what finds the first rows of one kind of a family; in the order of the family they stand as in that of the kind."""
    one = re.sub(r"^MATCH \(n:\w+\)", f"MATCH (n:{label})", body)
    order = f"{lead}, {sorting(node_order(label, 'n'))}"
    return f"{_valued(one, lead.removesuffix(' DESC'), beyond)}\nWITH n ORDER BY {order} LIMIT $page\nRETURN n"


def _valued(body: str, value: str, beyond: str) -> str:
    return f"{body}\n  AND {value} IS NOT NULL{beyond}"
