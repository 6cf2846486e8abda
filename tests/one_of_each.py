"""One node of every kind and one tie of every link, every property filled, straight from the declarations."""

from datetime import date, datetime
from enum import Enum
from typing import Any

from graph_service.model import value_type
from schema import KINDS, RELATIONSHIPS
from schema.record import Record, RelationshipRecord
from tests.sketch import EVERYONE, Sketch

_VALUES: dict[type, Any] = {
    int: 12300,
    float: 0.5,
    bool: True,
    date: date(2025, 3, 1),
    datetime: datetime(2025, 3, 1, 10, 30),
}


def filled(record: type[Record | RelationshipRecord]) -> dict[str, Any]:
    """Return a value for every field."""
    return {name: _value(record, name) for name in record.model_fields}


def _value(record: type[Record | RelationshipRecord], name: str) -> Any:
    kind = value_type(record, name)
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    return _VALUES.get(kind, f"{record.__name__} {name} 样本")


def draw_kit(sketch: Sketch, audience: int = EVERYONE, key: str = "kit") -> None:
    """Draw one node per kind and one tie per link and pair of kinds that it may join."""
    uids = {label: sketch.node(label, key, audience, **filled(kind)) for label, kind in KINDS.items()}
    for link in RELATIONSHIPS:
        for start in link.start:
            for end in link.end:
                sketch.tie(link.type, uids[start], uids[end], audience, **filled(link.ties))
