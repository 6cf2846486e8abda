"""The orders of the lists of a kind that need no line in a query file: by each of its fields, and by how many matters name it."""

from typing import cast

from graph_service.cypher.order import Order
from graph_service.cypher.visibility import visible
from graph_service.model import is_term, value_type
from schema import ENTITY, KINDS
from schema.record import Record, RelationshipRecord
from schema.term import Term

_CASTS = {"date": "date", "datetime": "localdatetime"}
_WAYS = (("ASC", False), ("DESC", True))
_ABOUT = {False: "from the least, the earliest or the first on", True: "from the greatest, the latest or the last on"}


def field_orders(label: str, var: str = "n") -> dict[str, Order]:
    """Return the orders of a kind by name, such as AMOUNT_FEN_DESC; what has no value comes last either way."""
    orders = record_orders(KINDS[label], var)
    if label in ENTITY:
        tie, matter = f"{var}_naming", f"{var}_namer"
        counted = (
            f"COUNT {{ MATCH ({var})<-[{tie}:NAMES]-({matter}) WHERE {visible(tie, matter)} RETURN DISTINCT {matter} }}"
        )
        for way, descending in _WAYS:
            name = f"NAMED_IN_{way}"
            orders[name] = Order(
                name, counted, descending, None, f"By how many matters name it, {_ABOUT[descending]}", True
            )
    return orders


def record_orders(record: type[Record | RelationshipRecord], var: str, prefix: str = "") -> dict[str, Order]:
    """Return the orders by each field of a record but its prose, their names behind the prefix."""
    orders = {}
    for name in record.model_fields:
        if name in getattr(record, "TEXT", ()):
            continue
        kind = value_type(record, name)
        for way, descending in _WAYS:
            called = f"{prefix}{name.upper()}_{way}"
            about = f"By {prefix.lower()}{name}, {_ABOUT[descending]}"
            orders[called] = Order(
                called, _expression(kind, f"{var}.{name}"), descending, _CASTS.get(kind.__name__), about
            )
    return orders


def _expression(kind: type, value: str) -> str:
    if not is_term(kind):
        return value
    ranks = " ".join(f"WHEN '{term.value}' THEN {rank}" for rank, term in enumerate(cast(type[Term], kind)))
    return f"CASE {value} {ranks} END"
