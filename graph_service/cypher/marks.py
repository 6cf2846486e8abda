"""Marks: the number of a node's audience carries, beside its readers, the classes of data without which its kind is closed.

So who does not see a kind reads no audience of it: no text is another for such a viewer, no plan is, and whatever rests on
such a node and keeps its audience (links, pairs) is shut with it. Rows, relationships and mentions have their readers alone.
"""

from collections.abc import Iterable
from functools import cache

from schema import KINDS
from schema.record import DataClass, Record

# An audience is the first 48 bits of a digest (rights/audiences.py); above them each class has a bit of its own.
READERS = 1 << 48
_BIT = {each: 1 << place for place, each in enumerate(DataClass)}


def known_by(kind: type[Record]) -> str:
    """Return the field that nothing of a kind can be shown without: one that each has, else what it is called."""
    return next((name for name, field in kind.model_fields.items() if field.is_required()), kind.CAPTION)


def closing_classes(kind: type[Record]) -> frozenset[DataClass]:
    """Return the classes of data without which a kind is as if it did not exist: of what it is called, and of what it says."""
    return frozenset(kind.class_of(name) for name in (known_by(kind), *kind.TEXT))


@cache
def mark_of(label: str) -> int:
    """Return what is added to the number of the readers of a node of this kind."""
    return sum(_BIT[each] for each in closing_classes(KINDS[label])) * READERS


def marks_seen(classes: Iterable[DataClass], labels: Iterable[str] = KINDS) -> list[int]:
    """Return the marks of the kinds, of those given, that are open to who sees these classes; ascending, each once."""
    seen = frozenset(classes)
    return sorted({mark_of(label) for label in labels if closing_classes(KINDS[label]) <= seen})


def marked(audience: str, label: str) -> str:
    """Return the expression of the audience of a node of this kind that these readers have."""
    return f"{audience} + {mark_of(label)}"


def readers_in(audience: str) -> str:
    """Return the expression of the number of the readers in a number that may be marked."""
    return f"({audience}) % {READERS}"


def readers_of(thing: str) -> str:
    """Return the expression of the number of a node's own readers, whatever it was merged into and of whatever kind it is."""
    return readers_in(f"coalesce({thing}.own_audience, {thing}.audience)")
