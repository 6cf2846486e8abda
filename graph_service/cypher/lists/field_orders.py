"""The orders of lists that need no line in a query file: by each field, and of entities by how many matters name them."""

from collections.abc import Callable
from functools import partial
from typing import cast

from graph_service.cypher.macros import came_on
from graph_service.cypher.order import Order
from graph_service.cypher.states import told
from graph_service.cypher.visibility import visible
from graph_service.model import carried, end_type, is_term, snake, value_type
from schema import ENTITY, KINDS, RelationshipType
from schema.record import Record, RelationshipRecord
from schema.term import Term

Orders = dict[str, Order]
_CASTS = {"date": "date", "datetime": "localdatetime"}
_WAYS = (("ASC", False), ("DESC", True))
_FROM = {False: "from the least, the earliest or the first on", True: "from the greatest, the latest or the last on"}


def field_orders(label: str) -> Orders:
    """Return the orders of a kind by name, such as AMOUNT_FEN_DESC; what has no value comes last either way."""
    orders = record_orders(KINDS[label], "n")
    if label in ENTITY:
        orders |= _both_ways("NAMED_IN", _named_in("n"), None, "how many matters name it", is_valued=True)
    return orders


def edge_orders(link: RelationshipType, edge: str, ends: dict[str, str]) -> Orders:
    """Return the orders of a list that follows a link: by what the relationship carries, and by what is at its ends.

    The ends are the variables of the nodes by the names that the relationship gives them.
    """
    orders = record_orders(link.ties, edge, stored=partial(carried, link, edge=edge, near=ends[link.start_name]))
    for name, labels in ((link.start_name, link.start), (link.end_name, link.end)):
        far, prefix = end_type(labels), f"{snake(name).upper()}_"
        if far in KINDS:
            orders |= record_orders(KINDS[far], ends[name], prefix)
        elif far == "Matter":
            orders |= _both_ways(
                f"{prefix}CAME_ON",
                came_on(ends[name]),
                "date",
                f"the day on which the matter came in, the {name} one of the two",
            )
            orders |= _both_ways(
                f"{prefix}NUMBER", f"{ends[name]}.number", None, f"the number of the matter, the {name} one of the two"
            )
    return orders


def record_orders(
    record: type[Record | RelationshipRecord], var: str, prefix: str = "", stored: Callable[[str], str] | None = None
) -> Orders:
    """Return the orders by each field of a record but its prose, their names behind the prefix.

    What is stored under a name is the property of the variable, unless another expression is given for it.
    """
    orders: Orders = {}
    for name in record.model_fields:
        if name not in getattr(record, "TEXT", ()):
            kind, words = value_type(record, name), f"{prefix}{name}".lower().replace("_", " ")
            value = stored(name) if stored else told(record.__name__, name, var)
            expression, cast_by = _expression(kind, value), _CASTS.get(kind.__name__)
            orders |= _both_ways(f"{prefix}{name.upper()}", expression, cast_by, words)
    return orders


def _both_ways(name: str, expression: str, cast_by: str | None, words: str, is_valued: bool = False) -> Orders:
    return {
        f"{name}_{way}": Order(
            f"{name}_{way}", expression, descending, cast_by, f"By {words}, {_FROM[descending]}", is_valued
        )
        for way, descending in _WAYS
    }


def _named_in(entity: str) -> str:
    naming, matter = f"{entity}_naming", f"{entity}_namer"
    seen = visible(naming, matter)
    return f"COUNT {{ MATCH ({entity})<-[{naming}:NAMES]-({matter}) WHERE {seen} RETURN DISTINCT {matter} }}"


def _expression(kind: type, value: str) -> str:
    if not is_term(kind):
        return value
    ranks = " ".join(f"WHEN '{term.value}' THEN {rank}" for rank, term in enumerate(cast(type[Term], kind)))
    return f"CASE {value} {ranks} END"
