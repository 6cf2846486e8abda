"""What may exist in the graph: every kind of record and every type of relationship, declared once.

Files from outside are parsed in a child process, which needs the identifiers of this package and none of its models: so
what is heavy is found on first use.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schema.kinds import ENTITY, EVENT, KINDS, MATTER, PREFIXES
    from schema.links import RELATIONSHIP_TYPES, RELATIONSHIPS, RelationshipType
    from schema.record import Family, Record, RelationshipRecord

__all__ = [
    "ENTITY",
    "EVENT",
    "KINDS",
    "MATTER",
    "PREFIXES",
    "RELATIONSHIPS",
    "RELATIONSHIP_TYPES",
    "Family",
    "Record",
    "RelationshipRecord",
    "RelationshipType",
]


def __getattr__(name: str) -> Any:
    """Return what this package offers, imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from schema import kinds, links, record

    offered = next(vars(module)[name] for module in (kinds, links, record) if name in vars(module))
    globals()[name] = offered
    return offered
